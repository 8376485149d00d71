//! Completions for Visual Studio Code: every key of the front matter with an example, offered by
//! its name and by what it is called in Japanese.

use serde_json::{Map, Value, json};

use crate::base::DocKind;
use crate::diagnostic::UiLang;
use crate::source::keys;

/// The text of a file of snippets for Markdown files.
#[must_use]
pub(super) fn snippets() -> String {
    let mut all = Map::new();
    for kind in DocKind::ALL {
        for key in keys::of(kind) {
            let folder = kind.folder();
            let line: Vec<String> = key.line(UiLang::Ja).lines().map(escaped).collect();
            let names: Vec<&str> = std::iter::once(key.name)
                .chain(key.japanese.first().copied())
                .collect();
            all.insert(
                format!("{folder}: {}", key.name),
                json!({
                    "scope": "markdown",
                    "prefix": names,
                    "body": line,
                    "description": format!("{folder}/ {} / {}", key.says.ja, key.says.en),
                }),
            );
        }
    }
    format!("{:#}\n", Value::Object(all))
}

/// A line in which nothing is a placeholder of the editor's.
fn escaped(line: &str) -> String {
    line.replace('\\', "\\\\")
        .replace('$', "\\$")
        .replace('}', "\\}")
}
