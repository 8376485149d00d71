//! Maps in one line as they would be without their typos.

use super::remark::closing;
use crate::source::fault::Typo;
use crate::source::quoted::quoted;

/// A map in braces, `｛ja：題、en：Title｝`, as it should be: `key` tells the key that a word is, and what is
/// wrong with the word. `None` where nothing is to be mended, or where it is not certain what is meant.
pub(super) fn mended(
    core: &str,
    key: impl Fn(&str) -> Option<(String, Option<Typo>)>,
    typos: &mut Vec<Typo>,
) -> Option<String> {
    let inner = core.strip_prefix(['{', '｛'])?.strip_suffix(['}', '｝'])?;
    let mut is_wide = core.starts_with('｛') || core.ends_with('｝');
    let mut of_keys: Vec<Typo> = Vec::new();
    // Each text ends where a comma stands before the next key.
    let mut begins: Vec<(usize, String, usize)> = Vec::new();
    let (mut at, mut comma) = (0, None);
    for part in inner.split_inclusive(is_comma) {
        if let Some((written, text)) = part.split_once([':', '：'])
            && let word = written.trim_end().trim_start_matches([' ', '\u{3000}'])
            && let Some((key, typo)) = key(word)
        {
            let sign = &part[written.len()..part.len() - text.len()];
            is_wide |= sign == "：" || comma.is_some_and(|comma| comma != ',');
            of_keys.extend(typo);
            let begin = at + written.trim_end().len() - word.len();
            begins.push((begin, key, at + part.len() - text.len()));
        }
        at += part.len();
        comma = part.chars().next_back();
    }
    let (first, _, _) = begins.first()?;
    let mut with_commas: Vec<Typo> = Vec::new();
    if !inner[..*first].trim().is_empty() {
        return None;
    }
    let mut texts = Vec::new();
    for (at, (_, key, from)) in begins.iter().enumerate() {
        let end = begins.get(at + 1).map_or(inner.len(), |next| next.0);
        let text = inner[*from..end].trim();
        let text = text.trim_end_matches(is_comma).trim();
        let is_quoted = text.starts_with(['"', '\''])
            && closing(text, text.chars().next()?) == Some(text.len() - 1);
        let odd = text.contains([',', '[', ']', '{', '}', ':', '#', '"', '\'']);
        let is_again = |own: &String| own.starts_with(&format!("{key}:"));
        if text.is_empty() || texts.iter().any(is_again) {
            return None;
        }
        // 1,200 is a number; behind another comma a key may stand that nobody knows.
        if !is_quoted && text.contains(',') && !text.contains([':', '：']) {
            with_commas.push(Typo::Word(text.to_owned(), quoted(text)));
        }
        texts.push(if odd && !is_quoted {
            format!("{key}: {}", quoted(text))
        } else {
            format!("{key}: {text}")
        });
    }
    if !is_wide && of_keys.is_empty() && with_commas.is_empty() {
        return None;
    }
    if is_wide {
        typos.push(Typo::WideBraces);
    }
    typos.extend(with_commas);
    typos.extend(of_keys);
    Some(format!("{{{}}}", texts.join(", ")))
}

fn is_comma(c: char) -> bool {
    matches!(c, ',' | '、' | '，' | '､')
}
