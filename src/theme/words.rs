//! The words of the interface, by key and language: `strings/<lang>.yaml` and
//! `strings/<part>.<lang>.yaml`.

use std::collections::BTreeMap;

use super::fault::ThemeFault;
use super::files::ThemeFiles;
use crate::base::Lang;
use crate::diagnostic::{Diagnostic, Diagnostics};

/// The words in one language.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Words(BTreeMap<String, String>);

impl Words {
    pub(super) const fn none() -> Self {
        Self(BTreeMap::new())
    }

    /// The words for a key; the key itself where the theme has none.
    #[must_use]
    pub fn get<'w>(&'w self, key: &'w str) -> &'w str {
        self.0.get(key).map_or(key, String::as_str)
    }

    /// All words by key.
    #[must_use]
    pub fn map(&self) -> &BTreeMap<String, String> {
        &self.0
    }
}

/// Reads the words for each language. A language without words of its own gets the English
/// ones; a key that only some languages have is reported.
pub(super) fn load(
    theme: &ThemeFiles,
    languages: &[Lang],
    sink: &mut Diagnostics,
) -> Vec<(Lang, Words)> {
    let english = read(theme, Lang::EN, sink);
    languages
        .iter()
        .map(|lang| {
            let own = if *lang == Lang::EN {
                english.clone()
            } else {
                read(theme, *lang, sink)
            };
            if own.is_empty() {
                return (*lang, Words(english.clone()));
            }
            let mut words = own;
            for (key, word) in &english {
                if !words.contains_key(key) {
                    let path = theme.staffs(&format!("strings/{lang}.yaml"));
                    let kind = ThemeFault::MissingString {
                        key: key.clone(),
                        lang: *lang,
                    };
                    sink.report(Diagnostic::at_path(path, kind));
                    words.insert(key.clone(), word.clone());
                }
            }
            (*lang, Words(words))
        })
        .collect()
}

fn read(theme: &ThemeFiles, lang: Lang, sink: &mut Diagnostics) -> BTreeMap<String, String> {
    let (whole, part) = (format!("strings/{lang}.yaml"), format!(".{lang}.yaml"));
    let mut words = BTreeMap::new();
    for (path, text) in theme.texts("strings/") {
        if path != whole && !path.ends_with(&part) {
            continue;
        }
        match serde_yaml::from_str::<BTreeMap<String, String>>(text) {
            Ok(read) => words.extend(read),
            Err(error) => {
                let reason = error.without_snippet().to_string();
                sink.report(Diagnostic::at_path(
                    theme.shown(path),
                    ThemeFault::Template { reason },
                ));
            }
        }
    }
    words
}
