//! Links that content writes, and pictures.

use super::{links_on, saying};
use crate::support::POINT;
use crate::support::html::assert_whole;

#[test]
fn every_kind_leads_to_the_page_in_the_reader_s_language() {
    let written = "[a](topic:privacy) [b](speaker:tanaka#voice) [c](event:rally) [d](leaflet:speaker-tanaka) \
        [e](page:about) [f](../topics/access.ja.md) [g](tanaka.en.md#voice) [h](#watched) \
        [i](https://example.com/?a=1&b=2) [j](mailto:a@example.com) [k](leaflet:voices)";
    let site = saying(written, written).file(
        "leaflets/voices.ja.md",
        "---\ntitle: 声\nformat: a4\n---\n\n本文\n",
    );
    site.build();
    for folder in ["", "en/"] {
        let page = site.page(&format!("{folder}speakers/yamada.html"));
        let wanted = [
            ("a", "../topics/privacy.html"),
            ("b", "tanaka.html#voice"),
            ("c", "../events/rally.html"),
            ("d", "../leaflets/speaker-tanaka.html"),
            ("e", "../about.html"),
            ("f", "../topics/access.html"),
            ("g", "tanaka.html#voice"),
            ("h", "yamada.html#watched"),
            ("i", "https://example.com/?a=1&b=2"),
            ("j", "mailto:a@example.com"),
            ("k", "../leaflets/voices.html"),
        ];
        for (words, href) in wanted {
            let found = links_on(&page, words);
            let own_page = href.strip_prefix("yamada.html").map(str::to_owned);
            assert!(
                found == [href] || own_page.is_some_and(|fragment| found == [fragment]),
                "{folder}: {words} leads to {found:?}, not {href}",
            );
        }
    }
    assert_whole(&site.tree("public"), "/rally/");
}

#[test]
fn links_are_checked_in_every_language() {
    let site = saying(
        "[a](topic:none)",
        "[b](speaker:none) [c](speaker:tanaka#none) [d](nothing.md) [e](event:none) [f](#none)",
    );
    let mut found = site.codes();
    found.sort();
    assert_eq!(
        found,
        [
            "link/missing-file",
            "link/unknown",
            "link/unknown",
            "link/unknown",
            "link/unknown-fragment",
            "link/unknown-fragment",
        ]
    );
}

#[test]
fn pictures_are_published_where_they_are_used() {
    let site = saying("![演壇](../images/stage.gif)", "Text.")
        .bytes("images/stage.gif", POINT)
        .bytes("images/unused.gif", POINT);
    site.build();
    let tree = site.tree("public");
    assert!(!tree.keys().any(|path| path.contains("unused")));
    let page = site.page("speakers/yamada.html");
    let image = page
        .all("img")
        .find(|tag| tag.get("alt") == "演壇")
        .expect("the picture");
    let source = image.get("src").strip_prefix("../").unwrap().to_owned();
    assert!(
        source.contains("/stage-") && tree.contains_key(&source),
        "{source}"
    );
}
