//! A text that may differ from language to language.

use crate::base::{Lang, Spanned};

/// A text that is the same in every language, or one for each.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum LocalText {
    /// One text.
    One(Spanned<String>),
    /// A text for each language named.
    ByLang(Vec<(Lang, Spanned<String>)>),
}

impl LocalText {
    /// The text for a language, if there is one.
    #[must_use]
    pub(crate) fn get(&self, lang: Lang) -> Option<&Spanned<String>> {
        match self {
            Self::One(text) => Some(text),
            Self::ByLang(texts) => texts.iter().find(|(l, _)| *l == lang).map(|(_, t)| t),
        }
    }

    /// The texts in all languages.
    pub(crate) fn all(&self) -> impl Iterator<Item = &str> {
        let more = match self {
            Self::One(_) => &[],
            Self::ByLang(texts) => texts.as_slice(),
        };
        let one = match self {
            Self::One(text) => Some(text),
            Self::ByLang(_) => None,
        };
        let more = more.iter().map(|(_, text)| text);
        one.into_iter().chain(more).map(|text| text.value.as_str())
    }
}
