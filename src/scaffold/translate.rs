//! A translation to be made: the original's texts, each marked, for somebody to write over.

use super::markdown::TranslationMarkdown;
use super::page;
use super::rows::{KeyRow, RowValue, is_translated};
use super::yaml;
use crate::base::{ContentPath, DocKind, Lang, OutPath, Script};
use crate::diagnostic::UiLang;
use crate::model::text::WrittenBody;
use crate::model::{TRANSLATE, keys};
use crate::source::{KeySpec, ValueType, YamlEntry, YamlNode};

/// An original that is to be translated.
#[derive(Debug)]
pub(crate) struct TranslationSource<'m> {
    /// What it is.
    pub kind: DocKind,
    /// The path of its file below the content folder.
    pub path: &'m ContentPath,
    /// Its language.
    pub from: Lang,
    /// Its front matter.
    pub entries: &'m [YamlEntry],
    /// Its text.
    pub body: &'m WrittenBody,
    /// The state that the translation is made from.
    pub fingerprint: &'m str,
}

/// The file of a translation, below the content folder; notes are in the language of the
/// interface.
#[must_use]
pub(crate) fn translation(
    from: &TranslationSource<'_>,
    to: Lang,
    ui: UiLang,
) -> Option<(OutPath, Vec<u8>)> {
    let mark = if to.locale().script == Script::Japanese {
        TRANSLATE[0].to_owned()
    } else {
        format!("{} ", TRANSLATE[1])
    };
    let work = TranslationWork {
        from: from.from,
        to,
        mark: &mark,
    };
    let rows: Vec<KeyRow> = keys::of(from.kind)
        .iter()
        .filter(|key| is_translated(key))
        .filter_map(|key| {
            let value = if key.name == "translation" {
                format!(
                    "translation:\n  status: draft\n  of: {}\n",
                    from.fingerprint
                )
            } else {
                work.key(key, from.entries)? + "\n"
            };
            Some(KeyRow {
                key,
                choices: None,
                value: RowValue::Lines(value),
            })
        })
        .collect();
    let text = page::page(&rows, &opening(from.from, &mark, ui), ui)
        + "\n"
        + &TranslationMarkdown(&mark).body(from.body);
    let own = format!(".{}.md", from.from);
    let stem = from.path.as_str().strip_suffix(&own)?;
    Some((
        OutPath::parse(&format!("{stem}.{to}.md"))?,
        text.into_bytes(),
    ))
}

fn opening(from: Lang, mark: &str, ui: UiLang) -> String {
    let mark = mark.trim();
    ui.pick(
        format!(
            "翻訳です。{mark} のあとは、もとの文（{from}）のままです。印ごと消して、訳を書いてください。\n\
             段落の数と順番、見出しの {{#印}} は、もとのファイルとそろえます。\n\
             ここにない項目（日付、トピック、順番など）は、もとのファイルから引き継がれます。"
        ),
        format!(
            "A translation to be made. What stands after {mark} is still the original ({from}): write the translation in its place, mark and all.\n\
             Keep the paragraphs in their order, and the {{#marks}} of the headings.\n\
             What is not here (date, topics, order, …) is taken from the original."
        ),
    )
}

struct TranslationWork<'w> {
    from: Lang,
    to: Lang,
    mark: &'w str,
}

impl TranslationWork<'_> {
    /// A key with its value marked; `None` when the original lacks it, or has it in the other
    /// language already.
    fn key(&self, key: &KeySpec, entries: &[YamlEntry]) -> Option<String> {
        let value = &entries
            .iter()
            .find(|e| e.key.value == key.name)?
            .value
            .value;
        match (key.holds, value) {
            (ValueType::Map(inner), YamlNode::Map(entries)) => {
                let lines: Vec<String> = inner
                    .iter()
                    .filter(|key| !key.neutral)
                    .filter_map(|key| self.key(key, entries))
                    .map(|line| format!("  {}", line.replace('\n', "\n  ")))
                    .collect();
                (!lines.is_empty()).then(|| format!("{}:\n{}", key.name, lines.join("\n")))
            }
            (ValueType::Maps(inner), one) => {
                let is_left = |map: &[YamlEntry]| {
                    let mut own = inner.iter().filter(|key| !key.neutral);
                    own.any(|key| self.key(key, map).is_some())
                };
                // The translation's own list stands for the whole of the original's.
                let any = maps_of(one).into_iter().any(is_left);
                any.then(|| self.list(key, inner, one))
            }
            (ValueType::Local, YamlNode::Map(texts)) => {
                let of = |lang: Lang| {
                    let entry = texts.iter().find(|e| e.key.value == lang.as_str())?;
                    scalar(&entry.value.value)
                };
                match of(self.to) {
                    Some(_) => None,
                    None => Some(format!("{}: {}", key.name, self.marked(of(self.from)?))),
                }
            }
            (ValueType::Local, one) => Some(format!("{}: {}", key.name, self.marked(scalar(one)?))),
            (ValueType::List, YamlNode::List(items)) => {
                let items = items.iter().filter_map(|item| scalar(&item.value));
                let items: Vec<String> = items
                    .map(|text| format!("\n  - {}", self.marked(text)))
                    .collect();
                (!items.is_empty()).then(|| format!("{}:{}", key.name, items.concat()))
            }
            (_, one) => Some(format!("{}: {}", key.name, yaml::text(scalar(one)?))),
        }
    }

    /// A key whose value the original has in the other language already.
    fn told(&self, key: &KeySpec, entries: &[YamlEntry]) -> Option<String> {
        let entry = entries.iter().find(|e| e.key.value == key.name)?;
        if let ValueType::Maps(inner) = key.holds {
            return Some(self.list(key, inner, &entry.value.value));
        }
        // A list that is written anew tells what is the same in every language, too.
        if key.neutral
            && let Some(text) = scalar(&entry.value.value)
        {
            return Some(format!("{}: {}", key.name, yaml::text(text)));
        }
        let texts = map_of(&entry.value.value)?;
        let own = texts.iter().find(|e| e.key.value == self.to.as_str())?;
        let text = scalar(&own.value.value)?;
        Some(format!("{}: {}", key.name, yaml::text(text)))
    }

    /// A list of maps as a whole.
    fn list(&self, key: &KeySpec, inner: &[KeySpec], written: &YamlNode) -> String {
        let items = maps_of(written).into_iter().map(|map| {
            let line = |key: &KeySpec| {
                let own = || self.key(key, map).filter(|_| !key.neutral);
                own().or_else(|| self.told(key, map))
            };
            let lines = inner.iter().filter_map(line);
            let lines = lines.map(|lines| lines.replace('\n', "\n    "));
            format!("\n  - {}", lines.collect::<Vec<_>>().join("\n    "))
        });
        format!("{}:{}", key.name, items.collect::<String>())
    }

    fn marked(&self, text: &str) -> String {
        yaml::text(&format!("{}{text}", self.mark))
    }
}

/// The maps of a list; a map alone is a list of one.
fn maps_of(node: &YamlNode) -> Vec<&[YamlEntry]> {
    match node {
        YamlNode::List(items) => items.iter().filter_map(|i| map_of(&i.value)).collect(),
        one => map_of(one).into_iter().collect(),
    }
}

/// The keys of a map.
fn map_of(node: &YamlNode) -> Option<&[YamlEntry]> {
    match node {
        YamlNode::Map(entries) => Some(entries),
        _ => None,
    }
}

/// The text of a scalar that holds some.
fn scalar(node: &YamlNode) -> Option<&str> {
    match node {
        YamlNode::Scalar { text } => Some(text.trim()).filter(|text| !text.is_empty()),
        _ => None,
    }
}
