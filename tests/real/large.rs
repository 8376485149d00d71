//! The type of the report's leaflets: on no large edition a point or a sentence stands on two pages, and whom to ask
//! stands on each; posters are read from afar, and no type is small.

use std::collections::BTreeMap;
use std::path::Path;

use super::told::{bare, points};
use crate::formats::lines;
use crate::support::Site;

#[test]
fn type_is_large_and_nothing_is_split() {
    let content = Path::new(env!("CARGO_MANIFEST_DIR")).join("content");
    let site = Site::empty();
    let run = site.run(&["build", "--content", &content.display().to_string()]);
    assert_eq!(run.status, 0, "{}", run.stderr);
    let mut seen = 0;
    for file in std::fs::read_dir(content.join("leaflets")).unwrap() {
        let path = file.unwrap().path();
        let name = path.file_name().unwrap().to_str().unwrap().to_owned();
        let text = std::fs::read_to_string(&path).unwrap();
        let Some(slug) = name.strip_suffix(".ja.md") else {
            continue;
        };
        if !text.contains("\nedition: large\n") {
            continue;
        }
        for (lang, folder) in [("ja", ""), ("en", "en/")] {
            let page = site.page(&format!("{folder}leaflets/{slug}.html"));
            let pdf = format!("public/{folder}leaflets/{slug}.{lang}.print.pdf");
            let mut pages: BTreeMap<u32, String> = BTreeMap::new();
            // Readings stand over the words.
            let all = lines::read(&site.path(&pdf)).into_iter();
            for line in all.filter(|line| line.size > 11.0) {
                pages
                    .entry(line.page)
                    .or_default()
                    .push_str(&bare(&line.words));
            }
            let points = points(&page);
            assert!(!points.is_empty(), "{slug}.{lang}");
            for (heading, text) in points {
                let on = |words: &&String| {
                    words.contains(&bare(&heading)) && words.contains(&bare(&text))
                };
                let found = pages.values().filter(on).count();
                assert_eq!(
                    found, 1,
                    "{slug}.{lang}: “{heading}” in one piece\n{text}\n{pages:#?}"
                );
                seen += 1;
            }
            assert!(
                pages.values().all(|words| words.contains("03-0000-0000")),
                "{pages:#?}"
            );
            assert_eq!(pages.len(), 2, "one sheet: {pages:#?}");
        }
    }
    assert!(seen > 3, "{seen} points in large editions");
    // In either language the poster is read across a street: in Japanese its headline is as high as the paper.
    for (pdf, least) in [
        ("leaflets/topics-poster.ja", 105.0),
        ("en/leaflets/topics-poster.en", 149.9),
    ] {
        let all = lines::read(&site.path(&format!("public/{pdf}.pdf")));
        let largest = all.iter().map(|line| line.largest).fold(0.0, f32::max);
        assert!(largest >= least, "{pdf}: {largest}");
    }
    let small = run.stderr.lines().find(|line| line.contains("small-type"));
    assert_eq!(small, None, "type is easy to read on every leaflet");
}
