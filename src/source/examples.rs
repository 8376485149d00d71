//! Values as they could stand behind a key, made from what was written and from what the site has.

use std::collections::BTreeSet;

use super::example::Example;
use super::key::{KeySpec, ValueType};
use super::nearest::nearest;
use super::parted::parted;
use super::quoted::{quoted, safe};
use super::site_names::SiteNames;
use super::words::{word_meant, words_meant};
use super::yaml::{YamlEntry, YamlNode};
use crate::base::{DocKind, Lang, Slug, narrowed};

/// A value for a key, such as stands in the site; that of the table where it has none.
pub(crate) fn value_of(key: &KeySpec, names: &SiteNames) -> Example {
    let own = match key.holds {
        ValueType::Name(kind) => names.any(kind).map(str::to_owned),
        ValueType::Names(kind) => Some(
            names
                .any(kind)
                .map_or("[]".into(), |name| format!("[{name}]")),
        ),
        ValueType::File => names.picture().map(str::to_owned),
        _ => None,
    };
    own.map_or_else(
        || Example {
            ja: key.example.ja.to_owned(),
            en: key.example.en.to_owned(),
        },
        Example::same,
    )
}

/// A key as it is to stand in its file, on one line or several, with the value that was written where
/// that can be kept.
pub(crate) fn lines_of(key: &KeySpec, written: &YamlNode, names: &SiteNames) -> Example {
    let value = match key.holds {
        ValueType::Map(inner) => return map(key, inner, written, names),
        ValueType::Maps(inner) => return maps(key, inner, written, names),
        holds => value(holds, written, names),
    };
    let value = value.map_or_else(|| value_of(key, names), Example::same);
    value.behind(&format!("{}: ", key.name))
}

/// What was written as a value of another type, where it can be one.
fn value(holds: ValueType, written: &YamlNode, names: &SiteNames) -> Option<String> {
    let parts = parts(written);
    let list = |items: Vec<String>| (!items.is_empty()).then(|| format!("[{}]", items.join(", ")));
    match holds {
        // A map says by its keys what it lists.
        ValueType::Names(kind) => list(match written {
            YamlNode::Map(entries) => {
                let keys: Vec<String> = entries.iter().map(|own| own.key.value.clone()).collect();
                slugs(kind, &keys, names).0
            }
            _ => slugs(kind, &parts, names).0,
        }),
        ValueType::Words(words) => {
            let parts: Vec<&str> = parts.iter().map(String::as_str).collect();
            let certain = || {
                parts
                    .iter()
                    .filter_map(|part| word_meant(part, words))
                    .collect()
            };
            // What nobody said is not agreed to.
            let chosen: Vec<&str> = words_meant(&parts, words).unwrap_or_else(certain);
            Some(format!("[{}]", chosen.join(", ")))
        }
        ValueType::Languages => Some(as_languages(&parts)),
        ValueType::Addresses => list(
            parts
                .into_iter()
                .filter(|part| part.ends_with(".html"))
                .collect(),
        ),
        ValueType::List => list(parts.into_iter().map(|part| in_list(&part)).collect()),
        ValueType::Number => first_number(parts.first()?),
        ValueType::Text | ValueType::Local => {
            let text = parts.join("、");
            (!text.is_empty()).then(|| safe(&text))
        }
        ValueType::Name(kind) => names.meant(kind, parts.first()?).map(str::to_owned),
        _ => None,
    }
}

/// A list of maps with the keys that each has to have; of what is no map, the first holds it.
fn maps(key: &KeySpec, inner: &[KeySpec], written: &YamlNode, names: &SiteNames) -> Example {
    let mut all = Example::same(format!("{}:", key.name));
    let items: Vec<YamlNode> = match written {
        YamlNode::List(items) => items.iter().map(|item| item.value.clone()).collect(),
        one => vec![one.clone()],
    };
    let items = if is_torn(&items) {
        vec![joined(items)]
    } else {
        items
    };
    for item in &items {
        let text = match item {
            YamlNode::Scalar { text } if !text.trim().is_empty() => Some(text),
            _ => None,
        };
        let entries = match item {
            YamlNode::Map(entries) => entries.as_slice(),
            _ => &[],
        };
        let own = |key: &KeySpec| entries.iter().find(|entry| entry.key.value == key.name);
        let keys = inner
            .iter()
            .filter(|key| key.required || own(key).is_some());
        for (at, key) in keys.enumerate() {
            let kept = match (own(key), text) {
                (Some(entry), _) => {
                    Some(in_line(&entry.value.value)).filter(|text| !text.is_empty())
                }
                (None, Some(text)) if at == 0 => Some(safe(text.trim())),
                _ => None,
            };
            let line = kept.map_or_else(|| value_of(key, names), Example::same);
            let mark = if at == 0 { "- " } else { "  " };
            let before = format!("\n    {mark}{}: ", key.name);
            all.ja.extend([&before, &line.ja].map(String::as_str));
            all.en.extend([&before, &line.en].map(String::as_str));
        }
    }
    all
}

/// Whether the items of a list of maps are the keys of one map, each behind a mark of its own.
pub(crate) fn is_torn(items: &[YamlNode]) -> bool {
    let keys = items.iter().map(|item| match item {
        YamlNode::Map(entries) => match entries.as_slice() {
            [only] => Some(only.key.value.as_str()),
            _ => None,
        },
        _ => None,
    });
    let keys: Option<BTreeSet<&str>> = keys.collect();
    items.len() > 1 && keys.is_some_and(|keys| keys.len() == items.len())
}

/// Maps as one that has the keys of all.
fn joined(items: Vec<YamlNode>) -> YamlNode {
    let entries = items.into_iter().flat_map(|item| match item {
        YamlNode::Map(entries) => entries,
        _ => Vec::new(),
    });
    YamlNode::Map(entries.collect())
}

/// A map with the keys that it has to have; the first holds what was written.
fn map(key: &KeySpec, inner: &[KeySpec], written: &YamlNode, names: &SiteNames) -> Example {
    let required = inner.iter().filter(|key| key.required);
    let mut keys: Vec<&KeySpec> = required.collect();
    if keys.is_empty() {
        keys.extend(inner.first());
    }
    let mut all = Example::same(format!("{}:", key.name));
    // The first of several, such as two photographs where one can stand.
    let entries = match written {
        YamlNode::Map(entries) => Some(entries),
        YamlNode::List(items) => items.iter().find_map(|item| match &item.value {
            YamlNode::Map(entries) => Some(entries),
            _ => None,
        }),
        _ => None,
    };
    if let Some(entries) = entries {
        let more = entries
            .iter()
            .filter_map(|own| inner.iter().find(|key| key.name == own.key.value));
        for key in more {
            if !keys.iter().any(|own| own.name == key.name) {
                keys.push(key);
            }
        }
    }
    let is_file = |part: &String| {
        part.rsplit_once('.')
            .is_some_and(|(_, end)| (2..=4).contains(&end.len()) && end.is_ascii())
    };
    let takes_file = keys.first().is_some_and(|key| key.name == "file");
    for (at, own) in keys.into_iter().enumerate() {
        let entry = entries.and_then(|all| all.iter().find(|entry| entry.key.value == own.name));
        let parts = || parts(written).into_iter();
        let kept = match own.holds {
            _ if entry.is_some() => entry.map(|entry| in_line(&entry.value.value)),
            _ if entries.is_some() => None,
            // Of a name and some words, the name is the file's.
            _ if own.name == "file" => parts().find(is_file),
            ValueType::Text | ValueType::Local if takes_file && own.name == "alt" => {
                let words: Vec<String> = parts().filter(|part| !is_file(part)).collect();
                (!words.is_empty()).then(|| safe(&words.join("、")))
            }
            ValueType::Text | ValueType::Local if at == 0 => value(own.holds, written, names),
            ValueType::Choice(words) if at == 0 => {
                parts().find_map(|part| word_meant(&part, words).map(str::to_owned))
            }
            _ => None,
        };
        let line = kept.map_or_else(|| value_of(own, names), Example::same);
        let before = format!("\n    {}: ", own.name);
        all.ja.extend([&before, &line.ja].map(String::as_str));
        all.en.extend([&before, &line.en].map(String::as_str));
    }
    all
}

/// The names that somebody means, each once, and the words that nothing is called.
pub(crate) fn slugs(
    kind: DocKind,
    parts: &[String],
    names: &SiteNames,
) -> (Vec<String>, Vec<String>) {
    let (mut meant, mut unknown): (Vec<String>, Vec<String>) = (Vec::new(), Vec::new());
    for part in parts.iter().filter(|part| !part.is_empty()) {
        let known = names.meant(kind, part).map(str::to_owned);
        let known = known.or_else(|| Slug::parse(part).map(|slug| slug.to_string()));
        let known = known.or_else(|| names.like(kind, part).map(str::to_owned));
        let (list, word) = known.map_or((&mut unknown, part.clone()), |name| (&mut meant, name));
        if !list.contains(&word) {
            list.push(word);
        }
    }
    (meant, unknown)
}

/// The names that a text parts by commas and the like.
pub(crate) fn named_parts(text: &str) -> Vec<String> {
    let bare = text.trim_matches([
        '[', ']', '［', '］', '【', '】', '〔', '〕', '｛', '｝', '{', '}',
    ]);
    let parts = parted(bare, &[',', '、', '，', '､', '・', ';', '；', '\n']);
    let parts = parts
        .into_iter()
        .map(|part| part.trim_matches(['"', '\'', '“', '”', ' ', '\u{3000}', '\t']));
    parts
        .filter(|part| !part.is_empty())
        .map(str::to_owned)
        .collect()
}

/// The texts that a value holds, as people part them.
fn parts(written: &YamlNode) -> Vec<String> {
    match written {
        YamlNode::Null => Vec::new(),
        YamlNode::Scalar { text } => {
            let bare = text.trim_matches(['[', ']', '［', '］', '【', '】']);
            let parts = parted(bare, &[',', '、', '，', '・', '\n']);
            let parts = parts.into_iter().map(str::trim);
            parts
                .filter(|part| !part.is_empty())
                .map(str::to_owned)
                .collect()
        }
        YamlNode::List(items) => items.iter().flat_map(|item| parts(&item.value)).collect(),
        YamlNode::Map(entries) => entries
            .iter()
            .flat_map(|entry| parts(&entry.value.value))
            .collect(),
    }
}

/// A list of the languages that words stand for.
pub(crate) fn as_languages(words: &[String]) -> String {
    let mut all: Vec<String> = Vec::new();
    for lang in words.iter().filter_map(|word| language(word)) {
        if !all.contains(&lang.to_string()) {
            all.push(lang.to_string());
        }
    }
    if all.is_empty() {
        all = vec!["ja".into(), "en".into()];
    }
    format!("[{}]", all.join(", "))
}

/// A value as it can stand behind its key on one line.
pub(crate) fn in_line(value: &YamlNode) -> String {
    match value {
        YamlNode::Null => String::new(),
        YamlNode::Scalar { text } => safe(&text.replace('\n', " ")),
        _ => nested(value),
    }
}

fn nested(value: &YamlNode) -> String {
    match value {
        YamlNode::Null => "\"\"".into(),
        YamlNode::Scalar { text } => in_list(text),
        YamlNode::List(items) => {
            let items: Vec<String> = items.iter().map(|item| nested(&item.value)).collect();
            format!("[{}]", items.join(", "))
        }
        YamlNode::Map(entries) => {
            let pair =
                |entry: &YamlEntry| format!("{}: {}", entry.key.value, nested(&entry.value.value));
            let pairs: Vec<String> = entries.iter().map(pair).collect();
            format!("{{{}}}", pairs.join(", "))
        }
    }
}

/// The language that a word stands for.
pub(crate) fn language(word: &str) -> Option<Lang> {
    let word = narrowed(word).trim().to_lowercase();
    let code = match word.as_str() {
        "日本語" | "和文" | "日文" | "japanese" | "jp" | "jpn" | "jap" | "nihongo" => "ja",
        "英語" | "英文" | "english" | "eng" => "en",
        "中国語" | "中文" | "chinese" | "cn" | "chn" => "zh",
        "韓国語" | "朝鮮語" | "korean" | "kr" | "kor" => "ko",
        other => other,
    };
    Lang::parse(code).filter(Lang::is_named)
}

/// The number that stands in a text.
fn first_number(text: &str) -> Option<String> {
    let narrow = narrowed(text);
    let digits = narrow.trim_start_matches(|c: char| !c.is_ascii_digit());
    let end = digits
        .find(|c: char| !c.is_ascii_digit())
        .unwrap_or(digits.len());
    let number = &digits[..end];
    number.parse::<i64>().is_ok().then(|| number.to_owned())
}

fn in_list(text: &str) -> String {
    if text.contains([',', '[', ']', '{', '}', ':']) {
        quoted(text)
    } else {
        safe(text)
    }
}

/// The word among `allowed` that is most like the one that was written.
pub(crate) fn nearest_word(written: &str, allowed: &[String]) -> Option<String> {
    let plain = narrowed(written).trim().to_lowercase();
    // Of a word as short as `a4` every other is but a letter away.
    let long = allowed.iter().filter(|word| word.len() > 3);
    nearest(&plain, long.map(String::as_str))
}
