//! What the lines below a key are, and whether a line is one of them.

use crate::base::{Lang, narrowed};
use crate::source::fault::Typo;
use crate::source::key::{KeySpec, ValueType, find, meant};
use crate::source::mend::bullets::{BLANK, is_bullet};

/// What the lines below a key are.
#[derive(Debug, Clone, Copy)]
pub(super) enum Scope {
    /// Keys of a table.
    Keys(&'static [KeySpec]),
    /// Languages, each with a text.
    Languages,
    /// The items of a list.
    Items(ValueType),
    /// Keys that no table names.
    Loose,
    /// More of the value that the key has already.
    Value,
}

/// A line cut at the colon of its key.
pub(super) struct LineParts<'l> {
    pub(super) key: &'l str,
    /// What stands between key and value once it is right; empty for the usual `: `.
    pub(super) between: &'l str,
    pub(super) value: &'l str,
    pub(super) typo: Option<Typo>,
}

/// Whether a line is certainly one of those that stand in a scope.
pub(super) fn fits(content: &str, scope: Scope) -> bool {
    match scope {
        Scope::Keys(_) | Scope::Languages => {
            split_key(content, scope).is_some_and(|parts| resolve(parts.key, scope).2.is_some())
        }
        Scope::Items(_) => is_bullet(content),
        Scope::Loose | Scope::Value => false,
    }
}

/// Cuts a line at the colon of its key, if it has one.
pub(super) fn split_key(content: &str, scope: Scope) -> Option<LineParts<'_>> {
    if content.starts_with([
        '"', '\'', '[', '{', '-', '?', '!', '&', '*', '@', '`', '|', '>', '%',
    ]) {
        return None;
    }
    let known = |key: &str| {
        let (_, typo, holds) = resolve(key, scope);
        holds.is_some() || typo.is_some()
    };
    for (at, colon) in content.match_indices([':', '：']) {
        let key = content[..at].trim_end_matches(BLANK);
        let rest = &content[at + colon.len()..];
        let value = rest.trim_start_matches(BLANK);
        let gap = &rest[..rest.len() - value.len()];
        if key.is_empty() {
            return None;
        }
        let second = value
            .strip_prefix([':', '：'])
            .filter(|more| gap.is_empty() || more.is_empty() || more.starts_with(BLANK));
        if let Some(more) = second.filter(|_| known(key)) {
            return Some(LineParts {
                key,
                between: "",
                value: more.trim_start_matches(|c| matches!(c, ':' | '：') || BLANK.contains(&c)),
                typo: Some(Typo::DoubledColon),
            });
        }
        if colon == "：" {
            if known(key) || is_word(key) {
                let typo = Some(Typo::WideColon);
                return Some(LineParts {
                    key,
                    between: "",
                    value,
                    typo,
                });
            }
        } else if rest.is_empty() || rest.starts_with(' ') && !gap.contains(['\t', '\u{3000}']) {
            let between = &content[key.len()..content.len() - value.len()];
            return Some(LineParts {
                key,
                between,
                value,
                typo: None,
            });
        } else if known(key) || is_name(key) && !value.starts_with("//") {
            let typo = Some(match gap {
                "" => Typo::NoSpace,
                gap if gap.contains('\u{3000}') => Typo::WideSpace,
                _ => Typo::Tab,
            });
            return Some(LineParts {
                key,
                between: "",
                value,
                typo,
            });
        } else {
            return None;
        }
    }
    None
}

/// Whether a text could be a key in any script: short, and one word.
fn is_word(text: &str) -> bool {
    text.chars().count() <= 12
        && text
            .chars()
            .all(|c| c.is_alphanumeric() || c == '_' || c == '-')
}

/// Whether a text is a key as programs write them.
fn is_name(text: &str) -> bool {
    text.bytes().all(|b| b.is_ascii_lowercase() || b == b'_')
}

/// The key that is meant, how it was written, and what it holds if a table names it.
pub(super) fn resolve(written: &str, scope: Scope) -> (String, Option<Typo>, Option<ValueType>) {
    let unknown = (written.to_owned(), None, None);
    match scope {
        Scope::Keys(keys) => {
            if let Some(key) = find(keys, written) {
                return (written.to_owned(), None, Some(key.holds));
            }
            let narrow = narrowed(written);
            let plain = narrow.to_ascii_lowercase().replace(['-', ' '], "_");
            let (key, typo) = if let Some(key) = find(keys, &narrow) {
                (key, Typo::WideLetters(written.to_owned()))
            } else if let Some(key) = find(keys, &plain) {
                (key, Typo::KeyForm(written.to_owned(), key.name))
            } else if let Some(key) = meant(keys, written).or_else(|| meant(keys, &narrow)) {
                (key, Typo::JapaneseKey(written.to_owned(), key.name))
            } else {
                return unknown;
            };
            (key.name.to_owned(), Some(typo), Some(key.holds))
        }
        Scope::Languages => {
            let japanese = [
                ("日本語", "ja"),
                ("和文", "ja"),
                ("英語", "en"),
                ("英文", "en"),
            ];
            let code = narrowed(written).to_ascii_lowercase();
            if let Some((_, code)) = japanese.iter().find(|(word, _)| *word == written) {
                let typo = Typo::JapaneseKey(written.to_owned(), code);
                ((*code).to_owned(), Some(typo), Some(ValueType::Text))
            } else if let Some((_, right)) = japanese.iter().find(|(_, own)| *own == code)
                && code != written
            {
                let typo = if written.is_ascii() {
                    Typo::KeyForm(written.to_owned(), right)
                } else {
                    Typo::WideLetters(written.to_owned())
                };
                (code, Some(typo), Some(ValueType::Text))
            } else {
                // Any few letters could be a code: `fax`, `mail`, `url`.
                let lang = Lang::parse(written).filter(Lang::is_named);
                let holds = lang.map(|_| ValueType::Text);
                (written.to_owned(), None, holds)
            }
        }
        Scope::Items(_) | Scope::Loose | Scope::Value => unknown,
    }
}
