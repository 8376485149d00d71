//! Words of the interface: each that the theme has is used somewhere, and each that a template
//! asks for is there.

use std::collections::BTreeSet;
use std::path::Path;

use super::none;
use super::source::{TokenKind, files};
use crate::support;

/// The rooms whose code asks the theme for words.
const ASKING: [&str; 3] = ["src/leaflet/", "src/press/", "src/web/"];

/// The keys of all words, in every language.
fn keys(theme: &support::Tree) -> BTreeSet<String> {
    let strings = theme
        .iter()
        .filter(|(path, _)| path.starts_with("strings/"));
    let lines = strings.flat_map(|(_, bytes)| std::str::from_utf8(bytes).unwrap().lines());
    let key = |line: &str| {
        let (key, _) = line.split_once(':')?;
        let is_key = |b: u8| b.is_ascii_alphanumeric() || matches!(b, b'_' | b'-');
        key.bytes().all(is_key).then(|| key.to_owned())
    };
    lines.filter_map(key).collect()
}

/// The names behind `ui.` and `words.`, or in brackets behind `words`, of all templates with an
/// ending, as they stand there.
fn asked_for(theme: &support::Tree, ending: &str) -> BTreeSet<String> {
    let is_name = |c: char| c.is_ascii_alphanumeric() || matches!(c, '_' | '-');
    let mut names = BTreeSet::new();
    for (path, bytes) in theme.iter().filter(|(path, _)| support::is_a(ending, path)) {
        let text = std::str::from_utf8(bytes).unwrap_or_else(|_| panic!("{path} is no text"));
        for opening in ["ui.", "words.", "words[\""] {
            for (at, _) in text.match_indices(opening) {
                let before = text[..at].chars().next_back();
                let rest = &text[at + opening.len()..];
                let end = rest.find(|c| !is_name(c)).unwrap_or(rest.len());
                if !before.is_some_and(is_name) && end > 0 {
                    names.insert(rest[..end].to_owned());
                }
            }
        }
    }
    names
}

/// A word by the name that print templates give it.
fn printed(key: &str) -> Option<String> {
    Some(key.strip_prefix("print-")?.replace('-', "_"))
}

#[test]
fn every_word_is_used_and_every_word_asked_for_is_there() {
    let theme = support::tree(&Path::new(env!("CARGO_MANIFEST_DIR")).join("themes/default"));
    let keys = keys(&theme);
    assert!(keys.len() > 150, "only {} words were found", keys.len());
    let (pages, prints) = (asked_for(&theme, "html"), asked_for(&theme, "typ"));
    let files = files().into_iter();
    let asking = files.filter(|file| ASKING.iter().any(|room| file.path.starts_with(room)));
    let literals: BTreeSet<String> = asking
        .flat_map(|file| file.tokens)
        .filter_map(|token| match token.kind {
            TokenKind::Literal(text) => Some(text),
            _ => None,
        })
        .collect();
    let is_used = |key: &String| {
        pages.contains(key)
            || literals.contains(key)
            || printed(key).is_some_and(|name| prints.contains(&name))
    };
    let unused = keys.iter().filter(|key| !is_used(key));
    let unused = unused.map(|key| format!("`{key}` is used nowhere"));
    let on_paper: BTreeSet<String> = keys.iter().filter_map(|key| printed(key)).collect();
    let missing = pages.difference(&keys).chain(prints.difference(&on_paper));
    let missing = missing.map(|name| format!("`{name}` is asked for and not there"));
    none(&unused.chain(missing).collect::<Vec<_>>());
}
