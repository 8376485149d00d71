//! The two languages in which the program speaks to the person at the keyboard.

/// The language in which the program speaks to the person at the keyboard.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum UiLang {
    /// Japanese.
    Ja,
    /// English.
    En,
}

impl UiLang {
    /// Reads `ja`, `en`, `ja_JP.UTF-8`, `en-GB`, …; `None` for any other
    /// language, and for the locales `C` and `POSIX`, which are none.
    #[must_use]
    pub fn parse(code: &str) -> Option<Self> {
        match code.split(['_', '-', '.', '@']).next()? {
            "ja" => Some(Self::Ja),
            "en" => Some(Self::En),
            _ => None,
        }
    }

    /// The same words in the two languages: this one's.
    #[must_use]
    pub(crate) fn pick<T>(self, ja: T, en: T) -> T {
        match self {
            Self::Ja => ja,
            Self::En => en,
        }
    }
}

/// The same words in the two languages.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Bilingual {
    /// In Japanese.
    pub ja: &'static str,
    /// In English.
    pub en: &'static str,
}

impl Bilingual {
    /// Puts the two together.
    #[must_use]
    pub(crate) const fn new(ja: &'static str, en: &'static str) -> Self {
        Self { ja, en }
    }

    /// The words in a language.
    #[must_use]
    pub(crate) fn of(self, lang: UiLang) -> &'static str {
        lang.pick(self.ja, self.en)
    }
}
