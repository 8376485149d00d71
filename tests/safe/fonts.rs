//! The site's own faces: every page has a glyph for what it shows, and fetches little for it.

use std::collections::HashMap;
use std::io::Cursor;
use std::ops::RangeInclusive;
use std::path::Path;

use zip::ZipWriter;
use zip::write::SimpleFileOptions;

use super::woff2;
use crate::support::html::{Page, resolved};
use crate::support::{Site, Tree, is_a};

/// What a page weighs at most when it is first opened, in bytes, and the font files of it.
const MOST: usize = 100_000;
const MOST_FILES: usize = 4;

/// A rule of a style sheet: a file and the characters that it holds.
struct Rule {
    bold: bool,
    file: String,
    ranges: Vec<RangeInclusive<u32>>,
}

/// The rules of a page's own style sheet that name files.
fn rules(sheet: &str) -> Vec<Rule> {
    let number = |hex: &str| u32::from_str_radix(hex, 16).unwrap();
    let range = |range: &str| {
        let range = range.trim_start_matches("U+");
        let (from, to) = range.split_once('-').unwrap_or((range, range));
        number(from)..=number(to)
    };
    let rule = |rule: &str| {
        let (head, rest) = rule.split_once("url(")?;
        let (file, rest) = rest.split_once(')')?;
        let ranges = rest.split("unicode-range:").nth(1)?.trim_end();
        Some(Rule {
            bold: head.contains("font-weight:700"),
            file: format!("assets/fonts/{file}"),
            ranges: ranges.trim_end_matches('}').split(',').map(range).collect(),
        })
    };
    sheet.split("@font-face").filter_map(rule).collect()
}

/// The style sheet of the faces that a page leads to: its path.
fn sheet(path: &str, page: &Page) -> Option<String> {
    let links = page.links("stylesheet");
    let mut sheets = links.iter().map(|link| resolved(path, link.get("href")));
    sheets.find(|sheet| sheet.starts_with("assets/fonts/"))
}

/// The pages of a built site that fetch fonts.
fn pages(tree: &Tree) -> impl Iterator<Item = (&str, Page, &str)> {
    let named = tree
        .iter()
        .filter(|(path, _)| is_a("html", path) && !path.ends_with("404.html"));
    named.filter_map(|(path, html)| {
        let page = Page::read(std::str::from_utf8(html).unwrap());
        let sheet = std::str::from_utf8(&tree[&sheet(path, &page)?]).unwrap();
        Some((path.as_str(), page, sheet))
    })
}

#[test]
fn every_character_has_its_glyph_and_no_font_is_whole() {
    let site = Site::new();
    site.build();
    let tree = site.tree("public");
    let fonts: HashMap<&str, woff2::Map> = tree
        .iter()
        .filter(|(path, _)| is_a("woff2", path))
        .inspect(|(path, bytes)| assert!(bytes.len() < 60_000, "{path}"))
        .map(|(path, bytes)| (path.as_str(), woff2::Map::read(bytes)))
        .collect();
    let mut seen = 0;
    for (path, page, sheet) in pages(&tree) {
        let rules = rules(sheet);
        // Of rules that say that their files hold a character, the last one counts.
        let holds = |char: char, bold: bool| {
            let claims = |range: &RangeInclusive<u32>| range.contains(&u32::from(char));
            let mut rules = rules.iter().rev().filter(|rule| rule.bold == bold);
            let rule = rules.find(|rule| rule.ranges.iter().any(claims));
            rule.is_some_and(|rule| fonts[rule.file.as_str()].has(char))
        };
        let text = |tag: &str| -> String { page.all(tag).map(|tag| page.text_in(tag)).collect() };
        for char in (text("h1") + &text("h2") + &text("strong"))
            .chars()
            .filter(|c| *c > ' ')
        {
            assert!(holds(char, true), "{path}: bold {char}");
        }
        for char in text("main").chars().filter(|c| *c > ' ') {
            assert!(holds(char, false) || holds(char, true), "{path}: {char}");
            seen += 1;
        }
    }
    assert!(seen > 1_000, "only {seen} characters");
    // A search brings what other pages show, and readers type what they like.
    let (_, _, search) = pages(&tree)
        .find(|(path, ..)| *path == "search.html")
        .unwrap();
    for char in "保険証をなくさないで見られる暮らしQq".chars() {
        let claims = |range: &RangeInclusive<u32>| range.contains(&u32::from(char));
        let held = rules(search).iter().any(|rule| {
            !rule.bold && rule.ranges.iter().any(claims) && fonts[rule.file.as_str()].has(char)
        });
        assert!(held, "{char}");
    }
    assert!(!fonts.values().any(|file| file.has('鬱')));
    assert!(tree.contains_key("assets/fonts/OFL.txt"));
}

/// What stands largest on a leaflet's page comes in the face of large type, which other pages do not fetch.
#[test]
fn large_type_of_leaflets_has_its_face() {
    let site = Site::new();
    site.build();
    let tree = site.tree("public");
    let mut seen = 0;
    for (path, page, sheet) in pages(&tree) {
        let large = sheet
            .split("@font-face")
            .filter(|rule| rule.contains("font-family:\"Display\""));
        let large: String = large.collect();
        let hook = page.source.split_once("class=\"sheet-hook");
        let Some((_, hook)) = hook else {
            assert_eq!(large, "", "{path}");
            continue;
        };
        let (_, hook) = hook.split_once('>').unwrap();
        let first = hook
            .chars()
            .find(|char| !char.is_ascii())
            .filter(|_| !path.starts_with("en/"));
        let file = rules(&large);
        assert_eq!(file.len(), 1, "{path}: {large}");
        let font = woff2::Map::read(&tree[&file[0].file]);
        // Below what stands larger the hook is in the bold of the text.
        let is_below = ["design-voice", "design-figure"].map(|design| page.source.contains(design));
        let first = first.filter(|_| is_below == [false, false]);
        assert!(first.is_none_or(|char| font.has(char)), "{path}: {first:?}");
        seen += 1;
    }
    assert!(seen > 4, "only {seen} leaflets");
    assert!(tree.contains_key("assets/fonts/display/OFL.txt"));
}

/// How long text is as hosts send it, in bytes.
fn sent(text: &[u8]) -> usize {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    zip.start_file("x", SimpleFileOptions::default().compression_level(Some(6)))
        .unwrap();
    std::io::Write::write_all(&mut zip, text).unwrap();
    let mut zip = zip.finish_into_readable().unwrap();
    // A header and a sum, which gzip has, come to eighteen bytes.
    usize::try_from(zip.by_index(0).unwrap().compressed_size()).unwrap() + 18
}

/// The files that a browser may fetch for each page of the real site before a reader does
/// anything; `tests/browser/weights.mjs` looks at what it does fetch, pictures with it.
#[test]
fn pages_of_the_real_site_are_light() {
    let content = Path::new(env!("CARGO_MANIFEST_DIR")).join("content");
    let site = Site::empty();
    site.build_with(&["--content", &content.display().to_string()]);
    let tree = site.tree("public");
    let mut heaviest = (0, "");
    for (path, page, sheet) in pages(&tree) {
        let rules = rules(sheet);
        let searches = path.ends_with("search.html");
        assert!(
            searches || rules.len() <= MOST_FILES,
            "{path}: {} fonts",
            rules.len()
        );
        // What a search brings stands before what the page itself shows.
        let own = rules.iter().rev().take(MOST_FILES);
        let fonts: usize = own.map(|rule| tree[&rule.file].len()).sum();
        let links = page
            .links("stylesheet")
            .into_iter()
            .map(|link| link.get("href"));
        let scripts = page.all("script").map(|script| script.get("src"));
        let linked = links.chain(scripts).filter(|address| !address.is_empty());
        let texts: usize = linked
            .map(|address| sent(&tree[&resolved(path, address)]))
            .sum();
        let sum = fonts + texts + sent(page.source.as_bytes());
        assert!(sum <= MOST, "{path}: {sum} bytes, {fonts} of them fonts");
        heaviest = heaviest.max((sum, path));
    }
    assert!(heaviest.0 > MOST / 2, "{heaviest:?}");
}
