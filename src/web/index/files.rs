//! The index as scripts of moderate size, of which a query needs a few.
//!
//! A page opened from a disk may load scripts but not read files, so every part of the index is
//! a script of one call: `chirashiSearch("ja/t0", …)`. `root` names the parts: for each part of
//! the tokens its first token, for each part of the passages the number of its first passage.

use serde::Serialize;

use super::passages::SearchPage;
use super::variants;
use crate::base::{Lang, OutPath};
use crate::site::address;

/// The version of the format, for pages and parts that were not published together.
const VERSION: u32 = 1;
/// A part is closed when it is larger, in bytes.
const PART: usize = 48 * 1024;

#[derive(Serialize)]
struct IndexRoot<'t> {
    version: u32,
    /// Characters written in two ways.
    variants: &'static str,
    terms: Vec<&'t str>,
    pages: Vec<usize>,
    /// The number of the first passage of a page that stands aside: these are shown last.
    aside: usize,
}

/// Writes an index out.
pub(super) fn files(
    lang: Lang,
    pages: &[SearchPage<'_>],
    terms: &[(String, String)],
) -> Vec<(OutPath, Vec<u8>)> {
    let mut out = Vec::new();
    let mut put = |name: &str, value: String| {
        let script = format!("chirashiSearch(\"{lang}/{name}\",{value})\n");
        out.extend(address::search_part(lang, name).map(|path| (path, script.into_bytes())));
    };
    let mut root = IndexRoot {
        version: VERSION,
        variants: variants::PAIRS,
        terms: Vec::new(),
        pages: Vec::new(),
        aside: pages.iter().take_while(|page| !page.aside).map(count).sum(),
    };
    for part in parts(terms, |(token, list)| token.len() + list.len() + 6) {
        let name = format!("t{}", root.terms.len());
        root.terms
            .extend(part.first().map(|(token, _)| token.as_str()));
        put(&name, object(part));
    }
    let mut number = 0;
    let size = |page: &SearchPage<'_>| {
        let text = page.passages.iter().flat_map(|p| &p.blocks);
        text.map(|block| block.text.len()).sum::<usize>() + 200
    };
    for part in parts(pages, size) {
        put(&format!("p{}", root.pages.len()), json(&part));
        root.pages.push(number);
        number += part.iter().map(count).sum::<usize>();
    }
    put("root", json(&root));
    out
}

fn count(page: &SearchPage<'_>) -> usize {
    page.passages.len()
}

/// Cuts a list into parts of about [`PART`].
fn parts<T>(mut all: &[T], size: impl Fn(&T) -> usize) -> impl Iterator<Item = &[T]> {
    std::iter::from_fn(move || {
        let mut sum = 0;
        let end = all.iter().position(|one| {
            sum += size(one);
            sum > PART
        });
        let (part, rest) = all.split_at(end.map_or(all.len(), |end| end + 1));
        all = rest;
        (!part.is_empty()).then_some(part)
    })
}

/// Tokens and their passages as one object; neither holds a character to escape.
fn object(part: &[(String, String)]) -> String {
    let mut out = String::from("{");
    for (i, (token, list)) in part.iter().enumerate() {
        let comma = if i > 0 { "," } else { "" };
        out.extend([comma, "\"", token, "\":\"", list, "\""]);
    }
    out.push('}');
    out
}

fn json(value: &impl Serialize) -> String {
    serde_json::to_string(value).unwrap_or_default()
}
