//! Whose words they are and where they were said, in the order in which somebody reads: on every page
//! and sheet the nearest rally that is named is the words' own.

use std::collections::BTreeSet;

use super::{BUILT, RALLIES, SAID, file, text};
use crate::support::html::Page;

/// Who said what the large edition prints.
const SPEAKERS: [([&str; 2], &[&str]); 3] = [
    (
        ["山田花子", "YAMADA Hanako"],
        &[
            "図書館の窓口は町の入り口だと述べた",
            "そこで町の人が出会う",
            "The library desk, he said",
            "There the town meets",
        ],
    ),
    (
        ["鈴木太郎", "SUZUKI Taro"],
        &[
            "減らされたバスの本数を戻す",
            "通院ができなくなる",
            "She asked for the old timetable",
            "Some cannot get to the doctor",
        ],
    ),
    (
        ["田中三郎", "TANAKA Saburo"],
        &[
            "子どもが一人で来られる図書館",
            "She asked to keep a library",
        ],
    ),
];

fn bare(text: &str) -> String {
    text.split_whitespace().collect()
}

/// Where a text names what, in its order: the end of the name, and its number.
fn mentions<'n>(said: &str, names: impl Iterator<Item = (usize, &'n str)>) -> Vec<(usize, usize)> {
    let mut all: Vec<(usize, usize)> = names
        .flat_map(|(n, name)| {
            let name = bare(name);
            let found = said.match_indices(&name);
            found
                .map(|(at, name)| (at + name.len(), n))
                .collect::<Vec<_>>()
        })
        .collect();
    all.sort_unstable();
    all
}

fn rallies_named(said: &str) -> Vec<(usize, usize)> {
    let all = RALLIES.iter().enumerate();
    let names = all.flat_map(|(n, (_, names, dates))| {
        let names = names.iter().chain(dates);
        names.map(move |name| (n, *name))
    });
    mentions(said, names)
}

/// Where words of the rallies stand in a text: from, to, and the rally.
fn words_in(said: &str) -> impl Iterator<Item = (usize, usize, usize)> + '_ {
    SAID.iter().flat_map(move |(words, rally)| {
        let words = bare(words);
        let found: Vec<usize> = said.match_indices(&words).map(|(at, _)| at).collect();
        let length = words.len();
        found.into_iter().map(move |at| (at, at + length, *rally))
    })
}

/// What is ascribed wrongly in a text that goes over pages: words whose rally is neither the nearest
/// above them nor, on the same page, the nearest below.
fn wrong(pages: &[String]) -> Vec<String> {
    let pages: Vec<String> = pages.iter().map(|page| bare(page)).collect();
    let mut above = None;
    let mut wrong = Vec::new();
    for page in &pages {
        let named = rallies_named(page);
        for (from, to, rally) in words_in(page) {
            let before = named.iter().rev().find(|(end, _)| *end <= from);
            let before = before.map(|(_, n)| *n).or(above);
            let after = named.iter().find(|(end, _)| *end > to).map(|(_, n)| *n);
            if before != Some(rally) && after != Some(rally) {
                let words = &page[from..to];
                wrong.push(format!(
                    "{words}: {before:?} above, {after:?} below, not {rally}"
                ));
            }
        }
        above = named.last().map(|(_, n)| *n).or(above);
    }
    wrong
}

#[test]
fn every_sentence_of_a_pdf_stands_beside_its_own_rally() {
    let mut all = Vec::new();
    let mut seen = 0;
    for (path, bytes) in BUILT.iter().filter(|(path, _)| path.ends_with(".pdf")) {
        let pages = chirashi::preflight::words_of_pages(bytes);
        seen += pages
            .iter()
            .map(|page| words_in(&bare(page)).count())
            .sum::<usize>();
        all.extend(
            wrong(&pages)
                .into_iter()
                .map(|words| format!("{path}: {words}")),
        );
    }
    assert!(all.is_empty(), "{all:#?}");
    assert!(seen > 100, "{seen}");
}

#[test]
fn in_a_large_edition_every_sentence_has_its_speaker_and_rally_below_it_on_its_page() {
    for path in ["leaflets/big.ja", "en/leaflets/big.en"] {
        for kind in ["pdf", "print.pdf"] {
            let path = format!("{path}.{kind}");
            let pages = chirashi::preflight::words_of_pages(&BUILT[&path]);
            assert!(pages.len() > 1, "{path} has nothing to break");
            let mut seen = BTreeSet::new();
            for page in pages.iter().map(|page| bare(page)) {
                let speakers = SPEAKERS.iter().enumerate();
                let names = speakers.flat_map(|(n, (names, _))| names.map(|name| (n, name)));
                let speakers = mentions(&page, names);
                let rallies = rallies_named(&page);
                let below = |list: &[(usize, usize)], at: usize| {
                    list.iter().find(|(end, _)| *end > at).map(|(_, n)| *n)
                };
                for (n, (_, said)) in SPEAKERS.iter().enumerate() {
                    for words in *said {
                        let Some(at) = page.find(&bare(words)) else {
                            continue;
                        };
                        seen.insert(*words);
                        assert_eq!(below(&speakers, at), Some(n), "{path}: {words}\n{page}");
                        // Ms Suzuki spoke in spring, the others in autumn.
                        let rally = Some(if n == 1 { 1 } else { 2 });
                        assert_eq!(below(&rallies, at), rally, "{path}: {words}\n{page}");
                    }
                }
            }
            assert!(seen.len() > 4, "{path}: only {seen:?}");
        }
    }
}

#[test]
fn every_sentence_of_a_page_stands_beside_its_own_rally() {
    let mut all = Vec::new();
    let mut seen: BTreeSet<&str> = BTreeSet::new();
    for path in BUILT.keys().filter(|path| path.ends_with(".html")) {
        let html = file(path);
        let page = Page::read(&html);
        let main = text(page.main());
        for kind in [
            "statements/",
            "speakers/",
            "leaflets/",
            "topics/",
            "events/",
        ] {
            if path.contains(kind) && words_in(&bare(&main)).next().is_some() {
                seen.insert(kind);
            }
        }
        // A list of headings by topic and person, which names no rally at all.
        if path.ends_with("search.html") && rallies_named(&bare(&main)).is_empty() {
            continue;
        }
        all.extend(
            wrong(&[main])
                .into_iter()
                .map(|words| format!("{path}: {words}")),
        );
        // A matrix leads to what was said at the rally that it is of.
        let rally = RALLIES
            .iter()
            .position(|(slug, ..)| path.ends_with(&format!("events/{slug}.html")));
        let Some(rally) = rally else { continue };
        let links = page.tags.iter().filter(|tag| tag.name == "a");
        let links: Vec<&str> = links
            .map(|tag| tag.get("href"))
            .filter(|href| href.contains('#'))
            .filter(|href| href.contains("/speakers/") || href.contains("/statements/"))
            .collect();
        assert!(!links.is_empty(), "{path} has no matrix");
        for href in links {
            let own = match href.split('#').next().unwrap_or_default() {
                own if own.ends_with("/speakers/suzuki.html") => 1,
                own if own.contains("/speakers/") => 2,
                further => RALLIES
                    .iter()
                    .position(|(slug, ..)| further.contains(slug))
                    .unwrap(),
            };
            assert_eq!(own, rally, "{path} leads to {href}");
        }
    }
    assert!(all.is_empty(), "{all:#?}");
    assert_eq!(seen.len(), 5, "{seen:?}");
}

#[test]
fn the_search_index_gives_every_sentence_the_day_of_its_rally() {
    let mut seen = 0;
    for lang in ["ja", "en"] {
        let parts = format!("assets/search/{lang}/p");
        for path in BUILT.keys().filter(|path| path.starts_with(&parts)) {
            let script = file(path);
            let list = script
                .split_once(',')
                .unwrap()
                .1
                .trim()
                .trim_end_matches([')', ';']);
            let pages: serde_json::Value = serde_json::from_str(list).unwrap();
            for page in pages.as_array().unwrap() {
                let (address, beside) = (page[0].as_str().unwrap(), page[4].as_str());
                if !address.contains("statements/") && !address.contains("speakers/") {
                    continue;
                }
                for (.., rally) in words_in(&bare(&page.to_string())) {
                    let dates = RALLIES[rally].2;
                    let told =
                        beside.is_some_and(|said| dates.iter().any(|day| said.contains(day)));
                    assert!(told, "{address}: {beside:?}, not {dates:?}");
                    seen += 1;
                }
            }
        }
    }
    assert!(seen > 20, "{seen}");
}
