//! How fast leaflets are set: distinct A4 leaflets, on one core and on two, into an empty cache
//! and out of a full one. Fitting, both PDFs and the pictures are part of it; with an address of
//! the site the QR codes and the share cards, too. The pages are not: what the same build takes
//! without leaflets is taken off.
//!
//! `cargo bench --bench leaflets [-- NUMBER]` sets NUMBER leaflets (100) and as many topics' as
//! there are topics (10).

#![allow(clippy::expect_used, reason = "a benchmark fails by panicking")]

use std::fmt::Write;
use std::fs;
use std::path::Path;
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

const TOPICS: usize = 10;

fn main() -> std::io::Result<()> {
    let number = std::env::args()
        .find_map(|arg| arg.parse().ok())
        .unwrap_or(100);
    let dir = tempfile::tempdir()?;
    let content = dir.path().join("content");
    write(&content, number)?;
    let leaflets = number + TOPICS;
    for (cores, address) in [("1", false), ("1", true), ("2", false), ("2", true)] {
        let run = |leaflets| {
            let how = How {
                cores,
                address,
                leaflets,
            };
            build(dir.path(), &content, how)
        };
        // The first build fills the cache with web fonts, which later ones only read.
        run(false);
        let pages = run(false);
        let cold = run(true).saturating_sub(pages);
        let warm = run(true).saturating_sub(pages);
        let leaflets = u32::try_from(leaflets).unwrap_or(1);
        let each = |time: Duration| time.as_secs_f64() * 1000.0 / f64::from(leaflets);
        let rate = |time: Duration| 1000.0 / each(time).max(1e-6);
        report(&format!(
            "{cores} core(s), {}: cold {:.1} ms a leaflet ({:.0} a second), warm {:.2} ms ({:.0} a second)",
            if address { "with cards" } else { "no cards" },
            each(cold),
            rate(cold),
            each(warm),
            rate(warm),
        ));
        fs::remove_dir_all(dir.path().join("cache"))?;
    }
    Ok(())
}

#[allow(clippy::print_stdout, reason = "a benchmark's result")]
fn report(line: &str) {
    println!("{line}");
}

/// How a build is made.
#[derive(Clone, Copy)]
struct How {
    cores: &'static str,
    address: bool,
    leaflets: bool,
}

fn build(dir: &Path, content: &Path, how: How) -> Duration {
    let mut command = Command::new(env!("CARGO_BIN_EXE_chirashi"));
    command
        .arg("build")
        .arg("--content")
        .arg(content)
        .arg("--out")
        .arg(dir.join("out"))
        .env("RAYON_NUM_THREADS", how.cores)
        .env("CHIRASHI_CACHE", dir.join("cache"))
        .stdout(Stdio::null())
        .stderr(Stdio::null());
    if !how.leaflets {
        command.arg("--no-leaflets");
    }
    if how.address {
        command.arg("--base-url").arg("https://example.org/");
    }
    // Over an output that is already right nothing would be done at all.
    let _ = fs::remove_dir_all(dir.join("out"));
    let begun = Instant::now();
    let status = command.status().expect("the program to start");
    assert!(status.success(), "{command:?}");
    begun.elapsed()
}

/// Statements of four sections, each different from every other.
fn write(content: &Path, number: usize) -> std::io::Result<()> {
    for kind in ["speakers", "topics", "events"] {
        fs::create_dir_all(content.join(kind))?;
    }
    fs::write(
        content.join("site.yaml"),
        "title: 大きな集会\nlanguages: [ja]\nevent: rally\n",
    )?;
    fs::write(
        content.join("events/rally.ja.md"),
        "---\nname: 大きな集会\ndate: 2022-11-17\n---\n",
    )?;
    for topic in 0..TOPICS {
        fs::write(
            content.join(format!("topics/t{topic}.ja.md")),
            format!(
                "---\nname: 見本のテーマ{topic}\nsummary: 見本のテーマ{topic}についての、短い説明です。\n---\n"
            ),
        )?;
    }
    for speaker in 0..number {
        let mut text = format!(
            "---\nname: 見本{speaker}さん\ntitle: 見本{speaker}さんの話のいちばん大事なこと\n\
             topics: [t{}]\norder: {speaker}\n\
             summary: 見本{speaker}さんは、窓口が混み合い、{}人が長く待つことを心配していると話した。\n---\n\n",
            speaker % TOPICS,
            speaker * 7 + 3,
        );
        for section in 0..4 {
            let long = (speaker * 31 + section * 17) % 5 + 3;
            writeln!(
                text,
                "## {section}番目に{speaker}回言ったこと {{#s{section} topic=t{}}}\n",
                speaker % TOPICS
            )
            .map_err(std::io::Error::other)?;
            for sentence in 0..long {
                writeln!(
text,
                    "これは{speaker}の{section}の{sentence}番目の文で、長さがいくらか違うように、数{}を入れてあります。",
                    speaker * 101 + sentence * 13,
                )
.map_err(std::io::Error::other)?;
            }
            text.push_str("\n\n");
        }
        fs::write(content.join(format!("speakers/s{speaker:05}.ja.md")), text)?;
    }
    Ok(())
}
