//! The line of text among the printer's marks.

use super::{leaflet, lines};
use crate::support::Site;

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
