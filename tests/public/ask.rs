//! What readers are asked to do: on every page, once, with all that `site.yaml` tells of it.

use crate::support::{Site, is_a};

const FULL: &str = "\
call_to_action:
  text: {ja: 保険証を残す署名にご協力ください, en: Sign to keep the card}
  url: https://shukai.test/petition?a=1&b=2
  deadline: 2023-03-31
  count: {ja: 13万筆超, en: \"over 130,000\"}
  button: {ja: 署名する, en: Sign now}
";

const SHEET: &str = "\
---
title: 署名用紙
format: signature-sheet
---

保険証を残すことを求めます。
";

/// Every page of the built site, by its path.
fn pages(site: &Site) -> Vec<(String, String)> {
    let files = site.tree("public").into_iter();
    let pages = files.filter(|(path, _)| is_a("html", path));
    pages
        .map(|(path, bytes)| (path, String::from_utf8(bytes).unwrap()))
        .collect()
}

/// The blocks of a page that ask, from their first tag to their last.
fn asks(page: &str) -> Vec<&str> {
    let blocks = [
        ("<section class=\"ask", "</section>"),
        ("<p class=\"ask-line", "</p>"),
    ];
    let found = blocks.iter().flat_map(|(from, to)| {
        let found = page.match_indices(from);
        found.map(move |(at, _)| page[at..].split(to).next().unwrap_or_default())
    });
    found.collect()
}

#[test]
fn every_page_asks_once() {
    let site = Site::with_settings(FULL).file("leaflets/shomei.ja.md", SHEET);
    site.build();
    let pages = pages(&site);
    assert!(pages.len() > 20, "{}", pages.len());
    for (path, page) in &pages {
        let found = asks(page);
        assert_eq!(found.len(), 1, "{path}");
        let (text, button) = if path.starts_with("en/") {
            ("Sign to keep the card", "Sign now")
        } else {
            ("署名に", "署名する")
        };
        assert!(found[0].contains(text), "{path}: {}", found[0]);
        let link = "href=\"https://shukai.test/petition?a=1&amp;b=2\" rel=\"external noopener noreferrer\">";
        assert!(
            found[0].contains(&format!("{link}{button}</a>")),
            "{path}: {}",
            found[0]
        );
        // Paper shows where to go as text.
        assert!(found[0].contains("ask-address"), "{path}");
    }
    let home = site.out("index.html");
    insta::assert_snapshot!("ask_large", asks(&home)[0]);
    let line = site.out("en/topics/index.html");
    insta::assert_snapshot!("ask_line", asks(&line)[0]);
}

#[test]
fn the_ask_stands_after_what_was_said_and_before_its_neighbours() {
    let site = Site::with_settings(FULL);
    site.build();
    for (path, before, after) in [
        ("index.html", "<h1", "id=\"_voices\""),
        (
            "speakers/yamada.html",
            "id=\"counter\"",
            "id=\"_cite-title\"",
        ),
        ("topics/privacy.html", "class=\"passage", "<aside"),
        ("events/rally.html", "約400人", "id=\"_people-title\""),
        ("about.html", "<footer", "footer-site"),
    ] {
        let page = site.out(path);
        let at = page.find(asks(&page)[0]).unwrap();
        assert!(page.find(before).unwrap() < at, "{path}");
        assert!(at < page.find(after).unwrap(), "{path}");
    }
}

#[test]
fn what_is_not_told_is_left_out() {
    let site = Site::with_settings("call_to_action: {text: {ja: 署名を}}\n");
    site.build();
    let english = site.out("en/index.html");
    // Without an address and a sheet to sign, the leaflets are the way.
    insta::assert_snapshot!("ask_least", asks(&english)[0]);
    let line = site.out("topics/index.html");
    assert!(asks(&line)[0].contains("href=\"../leaflets/index.html\""));

    let site = Site::new();
    site.build();
    for (path, page) in pages(&site) {
        assert!(!page.contains("class=\"ask"), "{path}");
    }
}

#[test]
fn the_sheet_to_sign_is_one_link_away() {
    let site = Site::with_settings(FULL).file("leaflets/shomei.ja.md", SHEET);
    site.build();
    let page = site.out("topics/privacy.html");
    let link = "<a class=\"button button-quiet\" href=\"../leaflets/shomei.html\">紙の署名用紙</a>";
    assert!(asks(&page)[0].contains(link), "{}", asks(&page)[0]);
}

/// A count may be a bare number, and a key may be told by its Japanese name.
#[test]
fn the_keys_are_read_as_people_write_them() {
    let site = Site::with_settings(
        "call_to_action:\n  text: 署名を\n  count: 130000\n  ボタン: 署名する\n",
    );
    let run = site.run_in("ja", &["check", "--no-leaflets"]);
    insta::assert_snapshot!("ask_count", run.stderr);
}
