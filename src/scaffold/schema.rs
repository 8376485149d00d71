//! JSON Schemas (draft 2020-12) of `site.yaml` and of every kind of front matter, made from the
//! one table of keys, with what each key is for in both languages.

use serde_json::{Map, Value, json};

use crate::base::DocKind;
use crate::source::keys;
use crate::source::{KeySpec, ValueType};

/// The schema of one kind of file.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Schema {
    /// What it describes: `site`, `speaker`, …
    pub name: &'static str,
    /// The schema.
    pub value: Value,
}

impl Schema {
    /// The name of its file.
    #[must_use]
    pub(crate) fn file(&self) -> String {
        format!("{}.schema.json", self.name)
    }

    /// Its text, ending with a line end.
    #[must_use]
    pub(crate) fn text(&self) -> String {
        format!("{:#}\n", self.value)
    }
}

/// What every schema says of itself, so that a file can be told to be one of ours.
pub(crate) const COMMENT: &str = "chirashi schema";

/// Every schema: `site.yaml` first, then the kinds of page file.
#[must_use]
pub(crate) fn all() -> Vec<Schema> {
    let site = Schema {
        name: "site",
        value: whole(keys::SITE, "site.yaml", Needed::Always),
    };
    let pages = DocKind::ALL.into_iter().map(|kind| Schema {
        name: kind.scheme(),
        value: whole(
            keys::of(kind),
            &if kind.is_by_event() {
                format!("{}/*/*.md", kind.folder())
            } else {
                format!("{}/*.md", kind.folder())
            },
            Needed::UnlessTranslated,
        ),
    });
    std::iter::once(site).chain(pages).collect()
}

/// When the keys without which nothing is complete have to be there.
#[derive(Clone, Copy)]
enum Needed {
    Always,
    /// A translation inherits what it leaves out; a schema sees one file, and knows it for a
    /// translation only when it says so. What is the same in every language is `check`'s to miss.
    UnlessTranslated,
}

fn whole(table: &[KeySpec], title: &str, needed: Needed) -> Value {
    let mut schema = object(table);
    schema.insert(
        "$schema".into(),
        "https://json-schema.org/draft/2020-12/schema".into(),
    );
    schema.insert("$comment".into(), COMMENT.into());
    schema.insert("title".into(), title.into());
    if let Needed::UnlessTranslated = needed {
        let own = table.iter().filter(|key| key.required && !key.neutral);
        let own: Vec<&str> = own.map(|key| key.name).collect();
        schema.remove("required");
        schema.insert("if".into(), json!({"not": {"required": ["translation"]}}));
        schema.insert("then".into(), json!({ "required": own }));
    }
    Value::Object(schema)
}

fn object(table: &[KeySpec]) -> Map<String, Value> {
    let properties: Map<String, Value> = table
        .iter()
        .map(|key| (key.name.to_owned(), described(key)))
        .collect();
    let required: Vec<&str> = table
        .iter()
        .filter(|k| k.required)
        .map(|k| k.name)
        .collect();
    let mut object = Map::new();
    object.insert("type".into(), "object".into());
    object.insert("properties".into(), Value::Object(properties));
    object.insert("additionalProperties".into(), false.into());
    if !required.is_empty() {
        object.insert("required".into(), required.into());
    }
    object
}

fn described(key: &KeySpec) -> Value {
    let mut schema = Map::new();
    schema.insert(
        "description".into(),
        format!("{} / {}", key.says.ja, key.says.en).into(),
    );
    match value(key.holds) {
        Value::Object(mut own) => schema.append(&mut own),
        other => return other,
    }
    Value::Object(schema)
}

/// A name of a file or a folder ([`Slug`](crate::base::Slug)).
const SLUG: &str = "^[a-z0-9-]{1,100}$";
/// A language ([`Lang`](crate::base::Lang)).
const LANG: &str = "^[a-z]{2}([a-z0-9-]{0,5}[a-z0-9])?$";
/// A day ([`Date`](crate::base::Date)): ISO 8601, year-month-day in kanji, with an era, and
/// with an era's letter.
const DATE: &str = concat!(
    r"^\s*([0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])",
    r"|([0-9]{1,4}|(令和|平成|昭和|大正|明治)([0-9]{1,4}|元))年0*(1[0-2]|[1-9])月0*(3[01]|[12][0-9]|[1-9])日",
    r"|[RHSTMrhstm][0-9]{1,4}\.0*(1[0-2]|[1-9])\.0*(3[01]|[12][0-9]|[1-9]))\s*$",
);
/// An address that a page can lead to.
const URL: &str = r#"^\s*https?://[^/\s"<>][^\s"<>]*\s*$"#;
/// A colour.
const COLOR: &str = r"^\s*#([0-9A-Fa-f]{3}|[0-9A-Fa-f]{6})\s*$";
/// A page's address inside the site.
const ADDRESS: &str = r"^\s*/?([^/\\:\s][^/\\:]*/)*[^/\\:]*\.html\s*$";

fn value(holds: ValueType) -> Value {
    match holds {
        ValueType::Text | ValueType::File => text(),
        ValueType::Local => json!({"anyOf": [text(), {
            "type": "object",
            "minProperties": 1,
            "patternProperties": {LANG: text()},
            "additionalProperties": false,
        }]}),
        ValueType::List => list(&text()),
        ValueType::Words(words) => list(&json!({"enum": words})),
        ValueType::Languages => {
            let mut languages = list(&json!({"type": "string", "pattern": LANG}));
            languages["minItems"] = 1.into();
            languages["uniqueItems"] = true.into();
            languages
        }
        ValueType::Addresses => list(&json!({"type": "string", "pattern": ADDRESS})),
        ValueType::Name(_) | ValueType::Folder => name(),
        ValueType::Names(_) => list(&name()),
        ValueType::Date => json!({"type": "string", "pattern": DATE}),
        ValueType::Number => json!({"type": "integer"}),
        ValueType::Flag => json!({"type": "boolean"}),
        ValueType::Choice(words) => json!({"enum": words}),
        ValueType::Url => json!({"type": "string", "pattern": URL}),
        ValueType::Color => json!({"type": "string", "pattern": COLOR}),
        ValueType::Glossary => glossary(),
        ValueType::Map(inner) => Value::Object(object(inner)),
        ValueType::Maps(inner) => {
            let one = Value::Object(object(inner));
            json!({"anyOf": [list(&one), one]})
        }
    }
}

/// Terms, each with a rendering, several, or either by language.
fn glossary() -> Value {
    let texts = || json!({"anyOf": [text(), {"type": "array", "items": text(), "minItems": 1}]});
    json!({"type": "object", "additionalProperties": {"anyOf": [texts(), {
        "type": "object",
        "minProperties": 1,
        "patternProperties": {LANG: texts()},
        "additionalProperties": false,
    }]}})
}

/// A line of text; YAML takes one such as `2022` for a number.
fn text() -> Value {
    json!({"type": ["string", "number"], "minLength": 1})
}

/// A slug; YAML takes one such as `2022` for a number.
fn name() -> Value {
    json!({"type": ["string", "integer"], "pattern": SLUG})
}

fn list(item: &Value) -> Value {
    json!({"type": "array", "items": item})
}
