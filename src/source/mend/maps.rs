//! Lists of maps in one line as they would be without their typos.

use super::braces;
use super::remark::without_remark;
use crate::base::narrowed;
use crate::source::fault::Typo;
use crate::source::key::{KeySpec, find, meant};

/// A map in braces, or several in brackets, as they should be written. What is not certain is left as
/// it is.
pub(super) fn mended(value: &str, keys: &'static [KeySpec], typos: &mut Vec<Typo>) -> String {
    let (core, remark) = without_remark(value);
    let mut found = Vec::new();
    let right = if core.starts_with(['[', '［']) {
        several(core, keys, &mut found)
    } else {
        braces::mended(core, |word| key(word, keys), &mut found)
    };
    let Some(right) = right.filter(|right| right != core) else {
        return value.to_owned();
    };
    typos.extend(found);
    format!("{right}{remark}")
}

/// The key of a table that a word is, and what is wrong with the word.
fn key(word: &str, keys: &'static [KeySpec]) -> Option<(String, Option<Typo>)> {
    let narrow = narrowed(word);
    if let Some(key) = find(keys, &narrow) {
        let typo = (narrow != word).then(|| Typo::WideLetters(word.to_owned()));
        return Some((key.name.to_owned(), typo));
    }
    let key = meant(keys, word)?;
    let typo = Typo::JapaneseKey(word.to_owned(), key.name);
    Some((key.name.to_owned(), Some(typo)))
}

/// Maps in brackets: each ends with its brace.
fn several(core: &str, keys: &'static [KeySpec], typos: &mut Vec<Typo>) -> Option<String> {
    let inner = core.strip_prefix(['[', '［'])?.strip_suffix([']', '］'])?;
    let mut maps = Vec::new();
    let mut rest = inner.trim();
    while !rest.is_empty() {
        let end = rest.char_indices().find(|(_, c)| matches!(c, '}' | '｝'));
        let (at, brace) = end?;
        let (map, after) = rest.split_at(at + brace.len_utf8());
        let right = braces::mended(map, |word| key(word, keys), typos);
        maps.push(right.unwrap_or_else(|| map.to_owned()));
        let next = after.trim_start();
        let comma = next.strip_prefix([',', '、', '，', '､']);
        rest = match comma {
            Some(rest) => rest.trim_start_matches([' ', '\u{3000}']),
            None if next.is_empty() => next,
            None => return None,
        };
    }
    let is_plain = |map: &String| map.starts_with('{') && map.ends_with('}');
    if maps.is_empty() || typos.is_empty() || !maps.iter().all(is_plain) {
        return None;
    }
    Some(format!("[{}]", maps.join(", ")))
}
