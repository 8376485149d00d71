//! The keys of a new file, taken from the table of all keys, each with the value it begins with.

use super::known::{KnownNames, NamedThing};
use super::new_file::NewFile;
use super::yaml;
use crate::base::{Date, DocKind, Lang, Script, Slug};
use crate::diagnostic::UiLang;
use crate::model::keys;
use crate::source::{FILL_IN, KeySpec, ValueType};

/// A text in Japanese and in English.
pub(super) type Both = (&'static str, &'static str);

/// A key of a new file.
pub(super) struct KeyRow {
    pub(super) key: &'static KeySpec,
    /// What can stand there, a line each; `None` when it is no choice.
    pub(super) choices: Option<Vec<String>>,
    pub(super) value: RowValue,
}

/// What stands behind a key.
pub(super) enum RowValue {
    /// Something for somebody to write over.
    Fill(String),
    /// A value that can stay.
    Set(String),
    /// A line or more in comments, which counts when the `# ` is taken away.
    Offer(String),
    /// The key itself and all below it, ending with a line end.
    Lines(String),
}

/// A text with the mark that it is still to be written.
pub(super) fn fill_in(lang: Lang, (ja, en): Both) -> String {
    if lang.locale().script == Script::Japanese {
        format!("{}{ja}", FILL_IN[0])
    } else {
        format!("{} {en}", FILL_IN[1])
    }
}

/// The keys of an original: all but those of a translation.
pub(super) fn original(
    wanted: &NewFile,
    known: &KnownNames,
    lang: Lang,
    ui: UiLang,
) -> Vec<KeyRow> {
    let all = keys::of(wanted.kind).iter();
    all.filter(|key| key.name != "translation")
        .map(|key| KeyRow {
            key,
            choices: match key.holds {
                ValueType::Name(kind) | ValueType::Names(kind) => {
                    Some(choices(known.all(kind), ui))
                }
                _ => None,
            },
            value: first_value(key, wanted, known, lang),
        })
        .collect()
}

/// The keys of a translation: what differs by language, and how the translation came about.
pub(super) fn translation(wanted: &NewFile, lang: Lang) -> Vec<KeyRow> {
    let all = keys::of(wanted.kind).iter();
    all.filter(|key| is_translated(key))
        .map(|key| {
            let value = match placeholder(wanted.kind, key.name) {
                _ if key.name == "translation" => RowValue::Set("{status: draft}".into()),
                Some(text) => RowValue::Fill(fill_in(lang, text)),
                None => RowValue::Offer(sample(key, lang)),
            };
            KeyRow {
                key,
                choices: None,
                value,
            }
        })
        .collect()
}

/// Whether a translation has a value of its own.
pub(super) fn is_translated(key: &KeySpec) -> bool {
    !key.neutral || key.name == "source"
}

fn first_value(key: &KeySpec, wanted: &NewFile, known: &KnownNames, lang: Lang) -> RowValue {
    let kind = wanted.kind;
    if let Some(name) = wanted.name.as_ref().filter(|_| key.name == called(kind)) {
        return RowValue::Set(yaml::text(name));
    }
    if let Some(text) = placeholder(kind, key.name) {
        return RowValue::Fill(fill_in(lang, text));
    }
    match (key.name, key.holds) {
        ("topics", _) => RowValue::Set(yaml::list(&wanted.topics)),
        ("speakers", ValueType::Names(of)) => {
            RowValue::Set(yaml::list(known.all(of).iter().map(|thing| &thing.slug)))
        }
        ("event", ValueType::Name(of)) => {
            let first = known.all(of).first().map(|event| &event.slug);
            let event = wanted.event.as_ref();
            match event.or(known.default_event.as_ref()).or(first) {
                Some(slug) => RowValue::Set(slug.to_string()),
                None => RowValue::Offer(sample(key, lang)),
            }
        }
        ("date", _) if key.required => match date_of(&wanted.slug) {
            Some(day) => RowValue::Set(day.to_string()),
            None => RowValue::Fill(fill_in(
                lang,
                (
                    "開かれた日。2022-11-17 のように",
                    "The day, like 2022-11-17",
                ),
            )),
        },
        ("order", _) => {
            let next = known.next_order(kind, wanted.event.as_ref());
            RowValue::Set(next.to_string())
        }
        (_, ValueType::Names(of)) => {
            let others = known.all(of).iter().map(|thing| &thing.slug);
            let one = yaml::list(others.filter(|slug| **slug != wanted.slug).take(1));
            RowValue::Offer(format!("{}: {one}", key.name))
        }
        ("kind" | "nav" | "format", _) => {
            RowValue::Set(key.example.of(example_language(lang)).into())
        }
        _ if key.required => RowValue::Set(key.example.of(example_language(lang)).into()),
        _ => RowValue::Offer(sample(key, lang)),
    }
}

/// The key that says what a thing is called.
const fn called(kind: DocKind) -> &'static str {
    match kind {
        DocKind::Speaker | DocKind::Topic | DocKind::Event => "name",
        DocKind::Statement | DocKind::Leaflet | DocKind::Page => "title",
    }
}

/// What is to be written over at once: without it the page says little.
fn placeholder(kind: DocKind, key: &str) -> Option<Both> {
    Some(match (kind, key) {
        (DocKind::Speaker, "name") => ("お名前", "Name"),
        (DocKind::Speaker | DocKind::Statement, "title") => (
            "発言の中心を26文字までで",
            "The main point of the statement, in few words",
        ),
        (DocKind::Speaker | DocKind::Statement, "summary") => (
            "一文目は、それだけを読んで分かるように、40文字から80文字で書く。二文目で補う。",
            "The first sentence must be clear by itself. A second one may add to it.",
        ),
        (DocKind::Topic, "name") => ("トピックの名前", "Name of the topic"),
        (DocKind::Topic, "summary") => (
            "何についてのトピックかを1文で。",
            "What the topic is about, in one sentence.",
        ),
        (DocKind::Event, "name") => ("集会の名前", "Name of the event"),
        (DocKind::Leaflet, "title") => ("チラシの題", "Title of the leaflet"),
        (DocKind::Leaflet, "hook") => ("大きく載せる短い呼びかけ", "A short call in large type"),
        (DocKind::Page, "title") => ("ページの題", "Title of the page"),
        _ => return None,
    })
}

/// The line of a key with its example, and those of the keys below it.
fn sample(key: &KeySpec, lang: Lang) -> String {
    match key.holds {
        ValueType::Map(inner) => {
            // The text that a statement is held to is there or not; an example would name none.
            let inner = inner.iter().filter(|key| !key.neutral);
            let lines = inner.map(|key| sample(key, lang));
            let lines = lines.map(|lines| format!("\n  {}", lines.replace('\n', "\n  ")));
            format!("{}:{}", key.name, lines.collect::<String>())
        }
        ValueType::Maps(inner) => {
            let lines = inner.iter().map(|key| sample(key, lang));
            let lines: Vec<String> = lines.map(|lines| lines.replace('\n', "\n    ")).collect();
            format!("{}:\n  - {}", key.name, lines.join("\n    "))
        }
        _ => key.line(example_language(lang)),
    }
}

/// The language of examples for files in a language.
fn example_language(lang: Lang) -> UiLang {
    if lang.locale().script == Script::Japanese {
        UiLang::Ja
    } else {
        UiLang::En
    }
}

/// What can stand behind a key, with what it is called.
fn choices(things: &[NamedThing], ui: UiLang) -> Vec<String> {
    if things.is_empty() {
        let none = ui.pick("（まだ一つもありません）", "(there is none yet)");
        return vec![none.to_owned()];
    }
    let lengths = things.iter().map(|thing| thing.slug.as_str().len());
    let widest = lengths.max().unwrap_or(0);
    let line = |thing: &NamedThing| format!("{:widest$}  {}", thing.slug.as_str(), thing.name);
    things
        .iter()
        .map(|thing| line(thing).trim_end().to_owned())
        .collect()
}

/// The day with which a name such as `2024-10-05-rally` begins.
fn date_of(slug: &Slug) -> Option<Date> {
    Date::parse(slug.as_str().get(..10)?)
}
