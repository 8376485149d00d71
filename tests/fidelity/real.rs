//! The statements of the repository held to the report that they are taken from, where that is
//! at hand: the report itself is not ours to publish.

use std::path::{Path, PathBuf};

use crate::support::{Site, tree};

/// Where the report is looked for.
fn report() -> Option<Vec<u8>> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let beside = root.parent()?.join("shared/source/rally-report.ja.txt");
    let path = std::env::var_os("CHIRASHI_REPORT").map_or(beside, PathBuf::from);
    std::fs::read(path).ok()
}

#[test]
fn every_figure_of_a_statement_is_the_report_s() {
    let Some(report) = report() else {
        eprintln!("skipped: there is no report; CHIRASHI_REPORT may name one");
        return;
    };
    let site = Site::empty().bytes("sources/report.txt", &report);
    let mut held = 0;
    for (path, bytes) in tree(&Path::new(env!("CARGO_MANIFEST_DIR")).join("content")) {
        let text = String::from_utf8(bytes);
        let text = text.map(|text| {
            let is_original = path.starts_with("speakers/") && path.ends_with(".ja.md");
            held += usize::from(is_original);
            if is_original {
                text.replacen("source:\n", "source:\n  file: report.txt\n", 1)
            } else {
                text
            }
        });
        match text {
            Ok(text) => site.write(&format!("content/{path}"), text.as_bytes()),
            Err(error) => site.write(&format!("content/{path}"), error.as_bytes()),
        }
    }
    assert_eq!(held, 7);
    let run = site.run_in("ja", &["check", "--no-leaflets"]);
    let told = format!("{}{}", run.stderr, run.stdout);
    eprintln!("{told}");
    for code in [
        "source/untold",
        "source/no-passage",
        "source/missing",
        "contradiction",
    ] {
        assert!(!told.contains(code), "{told}");
    }
}
