//! Leaflets as the site offers them.

use std::fs;

use crate::support::html::assert_whole;
use crate::support::{Site, is_a};

/// Every PDF of a site, by its path.
fn pdfs(site: &Site) -> Vec<String> {
    site.tree("public")
        .into_keys()
        .filter(|name| is_a("pdf", name))
        .collect()
}

#[test]
fn every_leaflet_lies_beside_its_page_in_two_forms() {
    let site = Site::new()
        .file(
            "leaflets/voices.ja.md",
            "---\ntitle: 声\nformat: a4-duplex\nspeakers: [yamada, tanaka]\n---\n\n本文\n",
        )
        .file("leaflets/voices.en.md", "---\ntitle: Voices\n---\n\nText\n")
        .without("speakers/tanaka.en.md");
    let run = site.run(&["build"]);
    assert_eq!(run.status, 0, "{}", run.stderr);
    let mut wanted: Vec<String> = [
        "event-rally",
        "speaker-yamada",
        "topic-privacy",
        "topic-access",
        "voices",
    ]
    .iter()
    .flat_map(|name| {
        [
            format!("leaflets/{name}.ja"),
            format!("en/leaflets/{name}.en"),
        ]
    })
    .chain(["leaflets/speaker-tanaka.ja".to_owned()])
    .flat_map(|name| [format!("{name}.pdf"), format!("{name}.print.pdf")])
    .collect();
    wanted.sort();
    assert_eq!(pdfs(&site), wanted);
    for name in &wanted {
        assert!(
            fs::read(site.path(&format!("public/{name}")))
                .unwrap()
                .starts_with(b"%PDF-"),
            "{name}"
        );
    }
    let page = site.page("en/leaflets/speaker-yamada.html");
    for pdf in ["speaker-yamada.en.pdf", "speaker-yamada.en.print.pdf"] {
        assert!(page.hrefs().contains(&pdf), "{pdf}");
    }
    assert_whole(&site.tree("public"), "/rally/");
    let before = site.tree("public");
    let again = site.run(&["build", "--out", "again"]);
    assert_eq!(again.status, 0);
    assert!(before == site.tree("again"), "the same bytes, leaflets too");
}

#[test]
fn panels_are_told_of_where_the_paper_is_folded() {
    let site = Site::new();
    for (name, format) in [("flat", "a4-duplex"), ("folded", "a4-trifold")] {
        let ja = format!("---\ntitle: 声\nformat: {format}\nspeakers: [yamada]\n---\n\n本文\n");
        site.write(&format!("content/leaflets/{name}.ja.md"), ja.as_bytes());
        let en = "---\ntitle: Voices\n---\n\nText\n";
        site.write(&format!("content/leaflets/{name}.en.md"), en.as_bytes());
    }
    site.build();
    let panels = |name: &str| {
        let page = site.out(&format!("en/leaflets/{name}.html"));
        page.contains("its panels one after the other")
    };
    assert!(panels("folded") && !panels("flat") && !panels("speaker-yamada"));
}

#[test]
fn without_leaflets_no_page_offers_one() {
    let site = Site::new();
    site.build();
    assert_eq!(pdfs(&site), [""; 0]);
    for (name, bytes) in site.tree("public") {
        if is_a("html", &name) {
            let text = String::from_utf8(bytes).unwrap();
            assert!(!text.contains(".pdf"), "{name}");
        }
    }
}
