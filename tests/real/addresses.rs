//! Every address and fragment that the report had when people began to cite it still leads to the same
//! text: `addresses.tsv` holds them with the first words of what stood there.

use std::path::Path;

use crate::support::Site;
use crate::support::html::{Page, Tag};

const KEPT: &str = include_str!("addresses.tsv");

/// How many characters of a text are compared.
const FIRST: usize = 24;

/// The first words that a tag holds, without tags and blanks.
fn words(page: &Page, tag: &Tag) -> String {
    let inside = page.source[tag.end..]
        .split(&format!("</{}>", tag.name))
        .next();
    let mut rest = inside.unwrap_or_default();
    let mut words = String::new();
    while words.chars().count() < FIRST && !rest.is_empty() {
        let (text, after) = rest.split_once('<').unwrap_or((rest, ""));
        words.extend(text.chars().filter(|c| !c.is_whitespace()));
        rest = after.split_once('>').map_or("", |(_, rest)| rest);
    }
    words.chars().take(FIRST).collect()
}

#[test]
fn every_address_leads_to_the_text_that_it_led_to() {
    let content = Path::new(env!("CARGO_MANIFEST_DIR")).join("content");
    let site = Site::empty();
    // With leaflets, whose PDFs have addresses too.
    let run = site.run(&["build", "--content", &content.display().to_string()]);
    assert_eq!(run.status, 0, "{}", run.stderr);
    let files = site.tree("public");
    let mut lost = Vec::new();
    let mut count = 0;
    for line in KEPT.lines().filter(|line| !line.starts_with('#')) {
        count += 1;
        let (address, kept) = line.split_once('\t').unwrap_or((line, ""));
        let (path, fragment) = address.split_once('#').unwrap_or((address, ""));
        if !files.contains_key(path) {
            lost.push(format!("{address} is no file"));
            continue;
        }
        if kept.is_empty() {
            continue;
        }
        let page = site.page(path);
        let there = page.tags.iter().find(|tag| match fragment {
            "" => tag.name == "h1",
            fragment => tag.get("id") == fragment,
        });
        match there.map(|tag| words(&page, tag)) {
            None => lost.push(format!("{address} is no place")),
            Some(now) if now != kept => lost.push(format!("{address}: “{now}”, not “{kept}”")),
            Some(_) => {}
        }
    }
    assert!(count > 400, "only {count} addresses");
    assert!(lost.is_empty(), "\n{}\n", lost.join("\n"));
}
