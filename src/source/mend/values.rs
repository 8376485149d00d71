//! Values as they would be without their typos.

use super::braces;
use super::lists;
use super::maps;
use super::prose::furigana;
use super::remark::{closing, without_remark};
use crate::base::{Colour, Date, Lang, Slug, meant_day, narrowed, web_address};
use crate::source::escapes::{literal, with_slashes};
use crate::source::fault::Typo;
use crate::source::key::ValueType;
use crate::source::quoted::{quoted, safe};
use crate::source::words::word_meant;

/// What begins a value that YAML does not read as text.
const RESERVED: [char; 11] = ['@', '`', '%', '*', '&', '!', '|', '>', ',', ']', '}'];

const CURLY: [char; 5] = ['“', '”', '„', '‟', '＂'];

/// The words that people write for `true` and `false`.
const YES: [&str; 9] = ["true", "yes", "on", "はい", "○", "◯", "あり", "有", "する"];
const NO: [&str; 9] = [
    "false",
    "no",
    "off",
    "いいえ",
    "×",
    "✕",
    "なし",
    "無",
    "しない",
];

/// A value without blanks around it, as it should be written.
pub(super) fn mended(value: &str, holds: Option<ValueType>, typos: &mut Vec<Typo>) -> String {
    if value.is_empty() {
        return String::new();
    }
    match holds {
        Some(ValueType::Local) if value.starts_with(['{', '｛']) => {
            by_language(value, typos).unwrap_or_else(|| text(value, typos))
        }
        Some(ValueType::File) => path(value, typos).unwrap_or_else(|| text(value, typos)),
        None | Some(ValueType::Text | ValueType::Local) => text(value, typos),
        Some(ValueType::Map(_) | ValueType::Glossary) => value.to_owned(),
        Some(ValueType::Maps(keys)) => maps::mended(value, keys, typos),
        Some(list) if list.is_list() => lists::mended(value, list, typos),
        Some(ValueType::Url) => {
            linked(value, typos).unwrap_or_else(|| plain(value, ValueType::Url, typos))
        }
        Some(holds) => plain(value, holds, typos),
    }
}

/// The address of a link as Markdown writes it.
fn linked(value: &str, typos: &mut Vec<Typo>) -> Option<String> {
    let (core, remark) = without_remark(value);
    let address = match core.strip_prefix('<') {
        Some(rest) => rest.strip_suffix('>')?,
        None => core
            .strip_prefix('[')?
            .split_once("](")?
            .1
            .strip_suffix(')')?,
    };
    web_address(address)?;
    typos.push(Typo::Word(core.to_owned(), address.to_owned()));
    Some(format!("{address}{remark}"))
}

/// A path whose parts are parted as on Windows.
fn path(value: &str, typos: &mut Vec<Typo>) -> Option<String> {
    let (core, remark) = without_remark(value);
    let right = safe(&with_slashes(core)?);
    typos.push(Typo::PathSign);
    Some(format!("{right}{remark}"))
}

/// A line of text, in quotation marks when it needs them.
fn text(value: &str, typos: &mut Vec<Typo>) -> String {
    let (core, remark) = without_remark(value);
    let narrow = furigana(core);
    if narrow != core {
        typos.push(Typo::WideFurigana);
        return text(&format!("{narrow}{remark}"), typos);
    }
    if let Some((right, typo)) = literal(core)
        .map(|right| (right, Typo::Backslash))
        .or_else(|| Some((meant_in_marks(core)?, Typo::MixedQuotes)))
    {
        typos.push(typo);
        return format!("{right}{remark}");
    }
    if let Some(inner) = without_braces(core) {
        typos.push(Typo::BracedText);
        return format!("{}{remark}", safe(inner));
    }
    let mut chars = core.chars();
    let (first, second) = (chars.next(), chars.next());
    let begins_oddly = match first {
        None => return value.to_owned(),
        Some('|' | '>') if is_block_header(core) => return value.to_owned(),
        Some('#') => second.is_some_and(|c| !c.is_whitespace() && c != '#'),
        Some(quote @ ('"' | '\'')) => match closing(core, quote) {
            Some(at) => at + 1 < core.len(),
            None => {
                // Opened by a straight mark and closed by a curly one.
                let inner = core[1..]
                    .strip_suffix(CURLY)
                    .or_else(|| core[1..].strip_suffix(['’', '‘', '＇']));
                let Some(inner) =
                    inner.filter(|inner| !inner.contains([quote, '\\']) && !inner.contains(CURLY))
                else {
                    return value.to_owned();
                };
                typos.push(Typo::CurlyQuotes);
                return format!("{}{remark}", quoted(inner));
            }
        },
        Some('[') => core.contains(']') && !core.ends_with(']'),
        Some('{') => {
            let map = core[1..].trim_start();
            let by_lang = map.chars().take_while(char::is_ascii_lowercase).count();
            let by_lang = by_lang > 0 && map[by_lang..].starts_with([':', '：']);
            if by_lang {
                return value.to_owned();
            }
            core.contains('|') && core.contains('}')
        }
        Some('-' | '?') => second == Some(' '),
        Some(c) if CURLY.contains(&c) => {
            let inner = core.strip_prefix(c).unwrap_or(core);
            let inner = inner
                .strip_suffix(['”', '“', '"', '＂', '‟'])
                .filter(|i| !i.contains(CURLY));
            let mixed = |inner: &str| core.ends_with('"') || c == '＂' || inner.contains(": ");
            match inner.filter(|inner| mixed(inner)) {
                Some(inner) => {
                    typos.push(Typo::CurlyQuotes);
                    return format!("{}{remark}", quoted(inner));
                }
                None => false,
            }
        }
        Some(c) => RESERVED.contains(&c),
    };
    if begins_oddly {
        let first = first.map(String::from).unwrap_or_default();
        typos.push(Typo::Unquoted(first));
    } else if !core.starts_with(['"', '\'', '[', '{'])
        && (core.contains(": ") || core.contains(":\t") || core.ends_with(':'))
    {
        typos.push(Typo::ColonInValue);
    } else {
        return value.to_owned();
    }
    format!("{}{remark}", quoted(core))
}

/// A text between braces that hold no key, as in a sample to be filled in.
fn without_braces(core: &str) -> Option<&str> {
    let inner = core.strip_prefix('{')?.strip_suffix('}')?.trim();
    let is_plain = !inner.contains(['{', '}', '|', '｜', ':', '：', ',', '、', '"', '\'', '#']);
    // `{ja 題}` is a text by language without its colon.
    let word = inner
        .split([' ', '\u{3000}'])
        .next()
        .filter(|word| word.len() < inner.len());
    let is_lang = word
        .and_then(Lang::parse)
        .is_some_and(|lang| lang.is_named());
    (is_plain && !is_lang && inner.starts_with(char::is_alphanumeric)).then_some(inner)
}

/// A text between a mark `'` and a mark `"`, or between marks `'` of which another is an apostrophe
/// in it, in marks that hold it.
fn meant_in_marks(core: &str) -> Option<String> {
    let open = core.chars().next().filter(|c| matches!(c, '"' | '\''))?;
    let inner = core[1..].strip_suffix(['"', '\''])?;
    let is_mixed = !core.ends_with(open);
    let is_letter = |c: Option<char>| c.is_some_and(char::is_alphanumeric);
    let is_apostrophe = |at: usize| {
        is_letter(inner[..at].chars().next_back()) && is_letter(inner[at + 1..].chars().next())
    };
    let mut marks = inner.match_indices('\'').peekable();
    let is_certain = is_mixed || open == '\'' && marks.peek().is_some();
    let is_held = !inner.contains(['"', '\\']) && marks.all(|(at, _)| is_apostrophe(at));
    (is_certain && is_held && !inner.trim().is_empty()).then(|| quoted(inner))
}

/// A text for each language in braces whose signs are full-width: `｛ja：題、en：Title｝`.
fn by_language(value: &str, typos: &mut Vec<Typo>) -> Option<String> {
    let (core, remark) = without_remark(value);
    let lang = |code: &str| {
        let is_lang = matches!(code, "ja" | "en" | "zh" | "ko");
        is_lang.then(|| (code.to_owned(), None))
    };
    let right = braces::mended(core, lang, typos)?;
    Some(format!("{right}{remark}"))
}

/// Whether a word can stand behind a key: what cannot even so is left to its reader.
fn can_stand(word: &str, holds: ValueType) -> bool {
    let bare = word.trim_matches(['"', '\'']);
    match holds {
        ValueType::Number => bare.parse::<i64>().is_ok(),
        ValueType::Flag => matches!(bare, "true" | "false"),
        ValueType::Choice(words) => words.contains(&bare),
        ValueType::Name(_) => Slug::parse(bare).is_some(),
        ValueType::Url => web_address(bare).is_some(),
        ValueType::Folder => !bare.is_empty() && bare.is_ascii(),
        ValueType::Color => Colour::parse(bare).is_some(),
        _ => true,
    }
}

/// A value that is no running text: a date, a number, a name, an address.
fn plain(value: &str, holds: ValueType, typos: &mut Vec<Typo>) -> String {
    let before = typos.len();
    // An address beyond its beginning may hold any letters.
    let is_address = holds == ValueType::Url && web_address(without_remark(value).0).is_some();
    let narrow = if is_address {
        value.into()
    } else {
        narrowed(value)
    };
    if narrow != value {
        let only_spaces = value.replace('\u{3000}', " ") == narrow;
        typos.push(if only_spaces {
            Typo::WideSpace
        } else {
            Typo::WideLetters(value.to_owned())
        });
    }
    let narrow = narrow.trim();
    if holds == ValueType::Date && !is_day(narrow) {
        // What is no certain day is shown as it was written.
        typos.truncate(before);
        return value.to_owned();
    }
    if holds == ValueType::Color && narrow.starts_with('#') {
        typos.push(Typo::Unquoted("#".to_owned()));
        let (color, remark) = without_remark(narrow);
        if Colour::parse(color).is_none() {
            typos.truncate(before);
            return value.to_owned();
        }
        return format!("\"{color}\"{remark}");
    }
    let (core, remark) = without_remark(narrow);
    let straight = core.replace(CURLY, "\"");
    if straight != core {
        typos.push(Typo::CurlyQuotes);
    }
    let bare = [('"', '"'), ('\'', '\'')]
        .iter()
        .find_map(|(open, close)| straight.strip_prefix(*open)?.strip_suffix(*close));
    let word = bare.unwrap_or(&straight).trim();
    let other = match holds {
        ValueType::Date => date(word, typos),
        ValueType::Flag => flag(word, typos),
        ValueType::Choice(words) => choice(word, words, typos),
        _ => None,
    };
    let word = other.unwrap_or(straight);
    if typos.len() > before && !can_stand(&word, holds) {
        typos.truncate(before);
        return value.to_owned();
    }
    format!("{word}{remark}")
}

fn is_day(narrow: &str) -> bool {
    let (core, _) = without_remark(narrow);
    let word = core.trim_matches(CURLY).trim_matches(['"', '\'']).trim();
    Date::parse(word).is_some() || meant_day(word).is_some()
}

fn date(word: &str, typos: &mut Vec<Typo>) -> Option<String> {
    // Each of the forms that are allowed stays.
    if Date::parse(word).is_some() {
        return None;
    }
    let iso = meant_day(word)?.to_string();
    typos.push(Typo::DateForm(word.to_owned(), iso.clone()));
    Some(iso)
}

fn flag(word: &str, typos: &mut Vec<Typo>) -> Option<String> {
    let lower = word.to_ascii_lowercase();
    let right = [("true", YES), ("false", NO)]
        .iter()
        .find(|(_, words)| words.contains(&lower.as_str()))?
        .0;
    (right != word).then(|| {
        typos.push(Typo::Word(word.to_owned(), right.to_owned()));
        right.to_owned()
    })
}

fn choice(word: &str, words: &[&str], typos: &mut Vec<Typo>) -> Option<String> {
    let right = word_meant(word, words)?;
    (right != word).then(|| {
        typos.push(Typo::Word(word.to_owned(), right.to_owned()));
        right.to_owned()
    })
}

/// Whether a value announces that its lines follow below.
fn is_block_header(core: &str) -> bool {
    core.len() <= 3
        && core[1..]
            .bytes()
            .all(|b| matches!(b, b'+' | b'-' | b'1'..=b'9'))
}
