//! Lists as they would be without their typos.

use super::remark::without_remark;
use crate::base::{Lang, Slug, narrowed};
use crate::source::fault::Typo;
use crate::source::key::ValueType;
use crate::source::parted::parted;
use crate::source::words::{word_meant, words_meant};

const OPEN: [char; 4] = ['［', '【', '〔', '｛'];
const CLOSE: [char; 4] = ['］', '】', '〕', '｝'];
const COMMAS: [char; 4] = ['，', '、', '､', '；'];
const CURLY: [char; 5] = ['“', '”', '„', '‟', '＂'];

/// A list in one line, as it should be written. What would not be right even so is left as it is:
/// its reader knows what there is in the site.
pub(super) fn mended(value: &str, holds: ValueType, typos: &mut Vec<Typo>) -> String {
    let (core, remark) = without_remark(value);
    let before = typos.len();
    if let ValueType::Words(words) = holds {
        return match words_of(core, words) {
            Some(right) if right != core => {
                typos.push(Typo::Word(core.to_owned(), right.clone()));
                format!("{right}{remark}")
            }
            _ => value.to_owned(),
        };
    }
    // Files of the site name Japanese without its region.
    let plain = core.replace("ja-JP", "ja").replace("ja_JP", "ja");
    if holds == ValueType::Languages && plain != core {
        typos.push(Typo::Word(core.to_owned(), plain.clone()));
        return mended(&plain, holds, typos) + remark;
    }
    let list = match inside(core) {
        Some((inner, wide)) => {
            if wide {
                typos.push(Typo::WideBracket);
            }
            let items = items(inner, holds, typos);
            let mut parts = items
                .split(',')
                .map(|part| part.trim().trim_matches(['"', '\'']));
            if holds != ValueType::List && !parts.all(|part| part.is_empty() || fits(part, holds)) {
                typos.truncate(before);
                return value.to_owned();
            }
            Some(format!("[{items}]"))
        }
        None if core.starts_with(['[', '{', '-', '#', '&', '*', '!', '|', '>']) => None,
        None => unbracketed(core, holds).inspect(|_| typos.push(Typo::ListAsText)),
    };
    list.map_or_else(|| value.to_owned(), |list| format!("{list}{remark}"))
}

/// A list of some of these words, when each is certain.
fn words_of(core: &str, words: &[&str]) -> Option<String> {
    let inner = match inside(core) {
        Some((inner, _)) => inner,
        None if core.starts_with(['[', '{', '-', '#', '&', '*', '!', '|', '>']) => return None,
        None => core,
    };
    let parts: Vec<&str> = inner
        .split([
            ',', '，', '、', '､', '・', ';', '；', '/', '／', '＆', '&', '+', '＋', '\u{3000}', ' ',
        ])
        .map(|part| part.trim_matches([' ', '"', '\'', '“', '”']))
        .filter(|part| !part.is_empty())
        .collect();
    if parts.is_empty() {
        return None;
    }
    let meant = words_meant(&parts, words)?;
    // What is right stays as it was written.
    let is_right =
        meant == parts && inside(core).is_some_and(|(_, wide)| !wide) && is_parted(inner);
    Some(if is_right {
        core.to_owned()
    } else {
        format!("[{}]", meant.join(", "))
    })
}

/// Whether words stand between commas as YAML wants them.
fn is_parted(inner: &str) -> bool {
    let is_word = |part: &str| {
        let part = part.trim().trim_matches(['"', '\'']);
        part.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-')
    };
    inner.split(',').all(is_word)
}

/// What stands between the brackets, and whether one of them is wide.
fn inside(core: &str) -> Option<(&str, bool)> {
    let inner = |open: &[char], close: &[char]| core.strip_prefix(open)?.strip_suffix(close);
    let narrow = inner(&['['], &[']']);
    let any = |wide: &[char; 4], narrow: char| [wide.as_slice(), &[narrow]].concat();
    match narrow {
        Some(narrow) => Some((narrow, false)),
        None => Some((inner(&any(&OPEN, '['), &any(&CLOSE, ']'))?, true)),
    }
}

/// The items of a list with the right commas between them.
fn items(inner: &str, holds: ValueType, typos: &mut Vec<Typo>) -> String {
    let mut text = String::with_capacity(inner.len());
    let mut add = |typo: Typo| {
        if !typos.contains(&typo) {
            typos.push(typo);
        }
    };
    let (mut quote, mut after_comma) = (None, false);
    // A comma in round brackets that close is one of the item.
    let (mut depth, closes) = (
        0_usize,
        inner.matches('（').count() == inner.matches('）').count(),
    );
    let curly_pairs = inner.matches(CURLY).count().is_multiple_of(2);
    for c in inner.chars() {
        let blank = c == ' ' || c == '\u{3000}';
        if after_comma && blank {
            if c != ' ' {
                add(Typo::WideSpace);
            }
            continue;
        }
        after_comma = false;
        match c {
            _ if quote == Some(c) => {
                quote = None;
                text.push(c);
            }
            _ if quote.is_some() => text.push(c),
            '"' | '\'' if text.trim_end().is_empty() || text.trim_end().ends_with(',') => {
                quote = Some(c);
                text.push(c);
            }
            '（' | '）' => {
                depth = if c == '（' {
                    depth + 1
                } else {
                    depth.saturating_sub(1)
                };
                text.push(c);
            }
            _ if COMMAS.contains(&c) && !(closes && depth > 0) => {
                add(Typo::WideComma);
                text.push_str(", ");
                after_comma = true;
            }
            _ if CURLY.contains(&c) && curly_pairs => {
                add(Typo::CurlyQuotes);
                text.push('"');
            }
            '\u{3000}' if holds != ValueType::List => {
                add(Typo::WideSpace);
                text.push(' ');
            }
            _ => text.push(c),
        }
    }
    if holds == ValueType::List || narrowed(&text) == text {
        return text;
    }
    add(Typo::WideLetters(inner.trim().to_owned()));
    narrowed(&text).into_owned()
}

/// A list without brackets as one with them, when its items are certain.
pub(super) fn unbracketed(core: &str, holds: ValueType) -> Option<String> {
    if holds == ValueType::List {
        // To YAML, a narrow comma parts items wherever it stands.
        let several = core.contains(',') || parted(core, &['、', '，', '､', ';', '；']).len() > 1;
        let odd = core.contains([
            '[', ']', '{', '}', ':', '#', '"', '\'', '&', '*', '!', '|', '>', '%', '@', '`', '?',
        ]);
        return (!several && !odd).then(|| format!("[{core}]"));
    }
    let narrow = narrowed(core).replace(CURLY, "\"");
    let bare = narrow.trim_matches(['"', '\'', '[', ']', '【', '】', '〔', '〕']);
    let parts: Vec<&str> = bare
        .split([',', '、', '､', '・', ';', ' ', '\t'])
        .filter(|part| !part.is_empty())
        .collect();
    let all_fit = parts.iter().all(|part| fits(part, holds));
    (!parts.is_empty() && all_fit).then(|| format!("[{}]", parts.join(", ")))
}

/// A list whose items stand in lines without a mark, each in its own.
pub(super) fn of_lines(items: &[&str], holds: ValueType) -> Option<String> {
    let short = unbracketed(&items.join(", "), holds).filter(|_| holds != ValueType::List);
    let is_list = matches!(holds, ValueType::List | ValueType::Names(_));
    let is_sure = items.len() > 1 && is_list && !items.iter().any(|item| is_odd(item));
    let written = || {
        items.iter().map(|item| {
            if item.contains(['、', '，']) {
                format!("\"{item}\"")
            } else {
                (*item).to_owned()
            }
        })
    };
    short.or_else(|| is_sure.then(|| format!("[{}]", written().collect::<Vec<_>>().join(", "))))
}

/// Whether YAML may read a part otherwise than as text.
fn is_odd(part: &str) -> bool {
    part.contains([
        '[', ']', '{', '}', ':', '#', '"', '\'', ',', '&', '*', '!', '|', '>', '%', '@', '`',
    ])
}

/// Whether a part can be an item of such a list.
fn fits(part: &str, holds: ValueType) -> bool {
    match holds {
        ValueType::Names(_) => Slug::parse(part).is_some(),
        ValueType::Words(words) => word_meant(part, words) == Some(part),
        ValueType::Languages => Lang::parse(&part.to_ascii_lowercase()).is_some(),
        ValueType::Addresses => part.ends_with(".html") && !part.contains(['"', '\'']),
        _ => false,
    }
}

/// The list that begins beside its key and goes on in items below, in one line, when all of it is
/// certain.
pub(super) fn joined(value: &str, items: &[&str], holds: ValueType) -> Option<String> {
    let (core, remark) = without_remark(value);
    if !remark.is_empty() {
        return None;
    }
    let beside = mended(core, holds, &mut Vec::new());
    let beside = match (
        beside
            .strip_prefix('[')
            .and_then(|list| list.strip_suffix(']')),
        holds,
    ) {
        (Some(list), _) => list.trim(),
        (None, _) if beside.starts_with('[') => return None,
        (None, ValueType::List) => core,
        (None, _) => return None,
    };
    let mut all = vec![beside.to_owned()];
    for item in items {
        let item = super::bullets::without_bullet(item);
        let item = if holds == ValueType::List {
            item.into()
        } else {
            narrowed(item)
        };
        if item.is_empty() || is_odd(&item) || holds != ValueType::List && !fits(&item, holds) {
            return None;
        }
        all.push(item.into_owned());
    }
    if beside.is_empty() || holds == ValueType::List && is_odd(beside) && !core.starts_with('[') {
        return None;
    }
    Some(format!("[{}]", all.join(", ")))
}
