//! What the report's leaflets tell of each passage: all of it, the sentences that its author marked, or
//! its heading alone; never its beginning, which may say the contrary of what it comes to.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::path::Path;

use serde_json::Value;

use crate::support::{Site, html, is_a};

/// What is left of a passage on a leaflet.
#[derive(Debug, PartialEq)]
enum Told {
    Whole,
    Heading,
}

/// A text without what setting it changes.
pub(super) fn bare(text: &str) -> String {
    text.split_whitespace().collect()
}

/// The text of a piece of a page, without its tags and readings.
fn shown(html: &str) -> String {
    let mut text = String::new();
    let mut rest = html;
    while let Some((before, tag)) = rest.split_once('<') {
        text.push_str(before);
        let is_reading = tag.starts_with("rt>") || tag.starts_with("rp>");
        let close = if is_reading { "</r" } else { ">" };
        rest = tag.split_once(close).map_or("", |(_, after)| after);
        if is_reading {
            rest = rest.split_once('>').map_or("", |(_, after)| after);
        }
    }
    text.push_str(rest);
    let plain = [
        ("&quot;", "\""),
        ("&#39;", "'"),
        ("&lt;", "<"),
        ("&gt;", ">"),
        ("&amp;", "&"),
    ];
    plain
        .iter()
        .fold(text, |text, (entity, c)| text.replace(entity, c))
}

/// The passages of all statements in a language: heading, and text; a summary under its title, too.
fn passages(site: &Site, lang: &str) -> BTreeMap<String, String> {
    let data: Value = serde_json::from_str(&site.out("statements.json")).unwrap();
    let text = |value: &Value| value.as_str().unwrap_or_default().to_owned();
    let mut found = BTreeMap::new();
    for statement in data["statements"].as_array().unwrap() {
        if statement["language"] != lang {
            continue;
        }
        found.insert(
            bare(&text(&statement["title"])),
            text(&statement["summary"]),
        );
        for section in statement["sections"].as_array().unwrap() {
            found.insert(bare(&text(&section["heading"])), text(&section["text"]));
        }
    }
    found
}

/// The points on a leaflet's page: heading as it stands, heading bare, text.
pub(super) fn points(page: &html::Page) -> Vec<(String, String)> {
    let pieces = page.source.split("<li class=\"sheet-point\">").skip(1);
    let point = |piece: &str| {
        let own = piece.split("</li>").next().unwrap();
        let (heading, rest) = own.split_once("</p>").unwrap();
        let number = heading
            .split_once("sheet-number\">")
            .and_then(|(_, own)| own.split_once("</span>"));
        let heading = shown(number.map_or(heading, |(_, own)| own));
        let heading = heading
            .trim_start_matches("<p class=\"sheet-heading\">")
            .to_owned();
        let text = rest.split_once("<div>").map_or("", |(_, text)| text);
        (heading, shown(text))
    };
    pieces.map(point).collect()
}

#[test]
fn no_leaflet_tells_a_passage_by_its_beginning() {
    let content = Path::new(env!("CARGO_MANIFEST_DIR")).join("content");
    let site = Site::empty();
    let run = site.run(&["build", "--content", &content.display().to_string()]);
    assert_eq!(run.status, 0, "{}", run.stderr);
    for (lang, folder) in [("ja", "leaflets"), ("en", "en/leaflets")] {
        let said = passages(&site, lang);
        let mut told = String::new();
        let mut leaflets = 0;
        let pages = site.tree(&format!("public/{folder}")).into_keys();
        // On those that staff composed stand words of their own.
        let is_made = |name: &str| {
            ["speaker-", "topic-", "event-"]
                .iter()
                .any(|own| name.starts_with(own))
        };
        for name in pages.filter(|name| is_a("html", name) && is_made(name)) {
            let page = site.page(&format!("{folder}/{name}"));
            let points = points(&page);
            leaflets += usize::from(!points.is_empty());
            let mut lines = String::new();
            for (heading, text) in &points {
                let whole = &said[&bare(heading)];
                let how = match bare(text) {
                    text if text.is_empty() => Told::Heading,
                    text if text == bare(whole) => Told::Whole,
                    other => panic!("{name}: of “{heading}” stands\n{other}\nof\n{whole}"),
                };
                if how == Told::Heading {
                    let _ = writeln!(
                        lines,
                        "  {heading}\n      {}",
                        whole.replace('\n', "\n      ")
                    );
                }
            }
            if !lines.is_empty() {
                let _ = writeln!(told, "{name}\n{lines}");
            }
        }
        assert!(leaflets > 20, "{leaflets} leaflets with passages");
        assert!(!told.is_empty(), "some have to leave something out");
        insta::assert_snapshot!(format!("told_by_headings_{lang}"), told);
    }
}
