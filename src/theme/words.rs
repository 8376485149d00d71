//! The words of the interface, by key and language: `strings/<lang>.yaml` and
//! `strings/<part>.<lang>.yaml`.

use std::collections::BTreeMap;

use super::fault::ThemeFault;
use super::files::ThemeFiles;
use crate::base::Lang;
use crate::diagnostic::{Diagnostic, Diagnostics};

/// The words in one language.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Words(BTreeMap<String, String>);

impl Words {
    pub(super) const fn none() -> Self {
        Self(BTreeMap::new())
    }

    /// The words for a key; the key itself where the theme has none.
    #[must_use]
    pub(crate) fn get<'w>(&'w self, key: &'w str) -> &'w str {
        self.0.get(key).map_or(key, String::as_str)
    }

    /// All words by key.
    #[must_use]
    pub(crate) fn map(&self) -> &BTreeMap<String, String> {
        &self.0
    }
}

/// The key of a language's own name.
const OWN_NAME: &str = "language_name";

/// Reads the words for each language. What a language lacks, its base language lends (`zh` to
/// `zh-hant`), and then English; that is reported once for each language, with the file to write.
pub(super) fn load(
    theme: &ThemeFiles,
    languages: &[Lang],
    diagnostics: &mut Diagnostics,
) -> Vec<(Lang, Words)> {
    let english = read(theme, Lang::EN, diagnostics);
    languages
        .iter()
        .map(|lang| {
            let mut words = if *lang == Lang::EN {
                english.clone()
            } else {
                read(theme, *lang, diagnostics)
            };
            let names_itself = words.contains_key(OWN_NAME);
            if let Some(base) = Lang::parse(lang.base()).filter(|base| base != lang) {
                lend(&mut words, read(theme, base, diagnostics));
            }
            if let Some(problem) = lacking(theme, *lang, &words, &english) {
                diagnostics.report(problem);
            }
            // A language is not called English because its words are.
            if !names_itself {
                words.insert(OWN_NAME.to_owned(), lang.own_name().to_owned());
            }
            lend(&mut words, english.clone());
            (*lang, Words(words))
        })
        .collect()
}

/// Puts in what is not there yet.
fn lend(words: &mut BTreeMap<String, String>, others: BTreeMap<String, String>) {
    for (key, word) in others {
        words.entry(key).or_insert(word);
    }
}

/// What a language lacks of the words that there are in English.
fn lacking(
    theme: &ThemeFiles,
    lang: Lang,
    words: &BTreeMap<String, String>,
    english: &BTreeMap<String, String>,
) -> Option<Diagnostic> {
    let keys = english.keys().filter(|key| !words.contains_key(*key));
    let keys: Vec<String> = keys.cloned().collect();
    let path = theme.staffs(&format!("strings/{lang}.yaml"));
    if words.is_empty() {
        let has_theme = theme.has_overlay();
        let kind = ThemeFault::NoStrings { lang, has_theme };
        let path = if has_theme {
            path
        } else {
            format!("themes/ours/strings/{lang}.yaml")
        };
        return Some(Diagnostic::at_path(path, kind));
    }
    (!keys.is_empty()).then(|| Diagnostic::at_path(path, ThemeFault::MissingStrings { lang, keys }))
}

fn read(theme: &ThemeFiles, lang: Lang, diagnostics: &mut Diagnostics) -> BTreeMap<String, String> {
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
                diagnostics.report(Diagnostic::at_path(
                    theme.shown(path),
                    ThemeFault::Template { reason },
                ));
            }
        }
    }
    words
}
