//! The line of text among the printer's marks.

use super::{leaflet, lines};
use crate::support::Site;

/// At each fold its name stands on one line, within the paper, above and below the sheet.
#[test]
fn a_fold_is_named_on_one_line() {
    let formats = [("a4-trifold", 2), ("a4-zfold", 2), ("a3-bifold", 1)];
    let mut site = Site::new();
    for (format, _) in formats {
        site = site.file(
            &format!("leaflets/{format}.ja.md"),
            &leaflet(&format!("format: {format}\nspeakers: [yamada]")),
        );
    }
    let run = site.run_in("ja", &["build"]);
    assert_eq!(run.status, 0, "{}", run.stderr);
    for (format, folds) in formats {
        let all = lines::read(&site.path(&format!("public/leaflets/{format}.ja.print.pdf")));
        let names = all.iter().filter(|line| (line.size - 6.0).abs() < 0.01);
        let names: Vec<_> = names.collect();
        assert_eq!(names.len(), 2 * 2 * folds, "{format}: {names:?}");
        for name in names {
            assert_eq!(name.words, "折り", "{format}");
            assert!(name.base > 2.0, "{format} is cut at the foot: {name:?}");
        }
    }
}

/// On paper of every size it tells page, date and title.
#[test]
fn the_slug_line_tells_page_date_and_title() {
    let formats = [
        "a4",
        "a5",
        "postcard",
        "a4-trifold",
        "a4-zfold",
        "a3-bifold",
        "a3",
        "signature-sheet",
    ];
    let mut site = Site::new();
    for format in formats {
        site = site.file(
            &format!("leaflets/{format}.ja.md"),
            &leaflet(&format!("format: {format}\nspeakers: [yamada]")),
        );
    }
    let run = site.run_in("ja", &["build"]);
    assert_eq!(run.status, 0, "{}", run.stderr);
    for format in formats {
        let all = lines::read(&site.path(&format!("public/leaflets/{format}.ja.print.pdf")));
        let small: String = all
            .iter()
            .filter(|line| (line.size - 6.5).abs() < 0.01)
            .map(|line| line.words.as_str())
            .collect();
        for part in ["1/", "2022-11-17", "見本のチラシ"] {
            assert!(small.contains(part), "{format}: {part} in {small}");
        }
    }
}
