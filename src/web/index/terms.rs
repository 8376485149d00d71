//! Which passages hold which token, and in what part of the passage.

use std::collections::HashMap;

use rayon::prelude::*;

use super::fold::{Token, fold, tokens};
use super::passages::{SearchPage, SearchPassage};

/// Where in a passage a token stands; sets of these are what the index holds.
const TEXT: u8 = 1;
const HEADING: u8 = 2;
/// In the title of the page whose opening this passage is.
const TITLE: u8 = 4;
/// In the title of the page, for passages further down.
const ABOVE: u8 = 8;

/// So many pages are read into one list before lists are joined.
const PART: usize = 128;

/// Symbols of five bits, and the same with "more follows"; read by `search.js`.
const SYMBOLS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

/// Every token of the pages, sorted, with its passages written out: for each set of parts one
/// group, a symbol for the set and then the distances from passage to passage, groups apart by
/// a space. A number is written in symbols of five bits, the lowest first, 32 added to all but
/// the last.
pub(super) fn terms(pages: &[SearchPage<'_>]) -> Vec<(String, String)> {
    let mut first = 0u32;
    let parts: Vec<(u32, &[SearchPage<'_>])> = pages
        .chunks(PART)
        .map(|part| {
            let passages: usize = part.iter().map(|page| page.passages.len()).sum();
            let own = first;
            first = first.saturating_add(u32::try_from(passages).unwrap_or(u32::MAX));
            (own, part)
        })
        .collect();
    // Each part by itself on all cores, then all together in order.
    let found: Vec<Lists> = parts
        .into_par_iter()
        .map(|(first, part)| of_pages(part, first))
        .collect();
    let mut all = Lists::new();
    for (key, list) in found.into_iter().flatten() {
        match all.get_mut(&key) {
            Some(known) => known.extend(list),
            None => {
                all.insert(key, list);
            }
        }
    }
    let mut out: Vec<(String, String)> = all
        .into_par_iter()
        .map(|(key, list)| (key.text(), written(&list)))
        .collect();
    out.par_sort_unstable();
    out
}

/// A token that outlives its text.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
enum TermKey {
    Pair(char, Option<char>),
    Word(Box<str>),
}

/// The passages that hold each token, in order: number and parts.
type Lists = HashMap<TermKey, Vec<u32>>;

impl TermKey {
    fn text(&self) -> String {
        match self {
            Self::Pair(first, second) => std::iter::once(*first).chain(*second).collect(),
            Self::Word(word) => word.to_string(),
        }
    }
}

impl From<Token<'_>> for TermKey {
    fn from(token: Token<'_>) -> Self {
        match token {
            Token::Pair(first, second) => Self::Pair(first, second),
            Token::Word(word) => Self::Word(word.into()),
        }
    }
}

/// What some pages hold, the first passage of which has the number `id`.
fn of_pages(pages: &[SearchPage<'_>], mut id: u32) -> Lists {
    let mut lists = Lists::new();
    let mut found = Vec::with_capacity(512);
    for page in pages {
        for (at, passage) in page.passages.iter().enumerate() {
            of_passage(page, at == 0, passage, &mut found);
            for (key, parts) in found.drain(..) {
                let entry = id << 4 | u32::from(parts);
                lists.entry(key).or_default().push(entry);
            }
            id = id.saturating_add(1);
        }
    }
    lists
}

/// What one passage holds, each token once.
fn of_passage(
    page: &SearchPage<'_>,
    is_opening: bool,
    passage: &SearchPassage,
    found: &mut Vec<(TermKey, u8)>,
) {
    let mut folded = String::new();
    let mut add = |text: &str, part: u8| {
        folded.clear();
        fold(text, &mut folded);
        found.extend(tokens(&folded).map(|token| (TermKey::from(token), part)));
    };
    let part = if is_opening { TITLE } else { ABOVE };
    add(&page.title.text, part);
    add(&page.who.text, part);
    for words in &page.words {
        add(words, part);
    }
    add(&passage.heading, HEADING);
    add(&passage.words, TEXT);
    for block in &passage.blocks {
        add(&block.text, TEXT);
    }
    found.sort_unstable();
    found.dedup_by(|next, kept| {
        let same = next.0 == kept.0;
        if same {
            kept.1 |= next.1;
        }
        same
    });
}

fn written(list: &[u32]) -> String {
    let mut out = String::with_capacity(list.len() + 4);
    for parts in 1..16 {
        let mut before = None;
        for id in list.iter().filter(|e| *e & 15 == parts).map(|e| e >> 4) {
            let distance = match before {
                Some(before) => id - before,
                None => {
                    if !out.is_empty() {
                        out.push(' ');
                    }
                    push_number(parts, &mut out);
                    id
                }
            };
            push_number(distance, &mut out);
            before = Some(id);
        }
    }
    out
}

fn push_number(mut number: u32, out: &mut String) {
    loop {
        let more = number > 31;
        let symbol = (number & 31) as usize + if more { 32 } else { 0 };
        out.push(char::from(SYMBOLS[symbol]));
        if !more {
            return;
        }
        number >>= 5;
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use proptest::prelude::*;

    use super::*;
    use crate::base::OutPath;
    use crate::web::index::passages::PageKind;

    /// What `search.js` reads from a list: each passage with the parts that hold the token.
    fn read(list: &str) -> BTreeMap<u32, u8> {
        let value = |symbol: u8| {
            (0u32..)
                .zip(SYMBOLS)
                .find(|(_, s)| **s == symbol)
                .unwrap()
                .0
        };
        let mut all = BTreeMap::new();
        for group in list.split(' ') {
            let (parts, rest) = group.as_bytes().split_first().unwrap();
            let (mut id, mut number, mut shift) = (0, 0, 0);
            for symbol in rest {
                let symbol = value(*symbol);
                number |= (symbol & 31) << shift;
                shift += 5;
                if symbol < 32 {
                    id += number;
                    *all.entry(id).or_insert(0) |= u8::try_from(value(*parts)).unwrap();
                    (number, shift) = (0, 0);
                }
            }
        }
        all
    }

    fn page<'s>(path: &'s OutPath, title: &str, blocks: &[&str]) -> SearchPage<'s> {
        let passage = |text: &&str| SearchPassage {
            place: "place".to_owned(),
            heading: "見出し".to_owned(),
            blocks: vec![(*text).to_owned().into()],
            ..SearchPassage::default()
        };
        SearchPage {
            path,
            kind: PageKind::Page,
            lang: None,
            title: title.to_owned().into(),
            who: String::new().into(),
            words: vec!["ことば".to_owned()],
            passages: blocks.iter().map(passage).collect(),
            aside: false,
        }
    }

    #[test]
    fn a_token_leads_to_its_passages_and_their_parts() {
        let path = OutPath::parse("a.html").unwrap();
        let pages = [
            page(&path, "保険証", &["保険証を守る", "医療"]),
            page(&path, "Card", &["保険の話"]),
        ];
        let terms: BTreeMap<String, String> = terms(&pages).into_iter().collect();
        let of = |token: &str| read(&terms[token]).into_iter().collect::<Vec<_>>();
        assert_eq!(of("保険"), [(0, TITLE | TEXT), (1, ABOVE), (2, TEXT)]);
        assert_eq!(of("険証"), [(0, TITLE | TEXT), (1, ABOVE)]);
        assert_eq!(of("証"), [(0, TITLE), (1, ABOVE)]);
        assert_eq!(of("見出"), [(0, HEADING), (1, HEADING), (2, HEADING)]);
        assert_eq!(of("card"), [(2, TITLE)]);
        assert_eq!(of("医療"), [(1, TEXT)]);
        assert!(!terms.contains_key("守"));
    }

    proptest! {
        #[test]
        fn what_is_written_is_read(list in prop::collection::btree_map(0u32..400_000, 1u8..16, 1..60)) {
            let entries: Vec<u32> = list.iter().map(|(id, parts)| id << 4 | u32::from(*parts)).collect();
            prop_assert_eq!(read(&written(&entries)), list);
        }
    }
}
