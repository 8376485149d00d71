//! What a problem is called and how to mend it, in the two languages of the interface.
//!
//! Both languages match on every [`DiagnosticKind`] without a wildcard, so that a message without
//! its twin does not compile.

mod en;
mod ja;

use super::preflight::Fault;
use super::{DiagnosticKind, Severity};
use crate::base::DocKind;

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
    pub fn pick<T>(self, ja: T, en: T) -> T {
        match self {
            Self::Ja => ja,
            Self::En => en,
        }
    }
}

/// The same words in the two languages.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Bilingual {
    /// In Japanese.
    pub ja: &'static str,
    /// In English.
    pub en: &'static str,
}

impl Bilingual {
    /// Puts the two together.
    #[must_use]
    pub const fn new(ja: &'static str, en: &'static str) -> Self {
        Self { ja, en }
    }

    /// The words in a language.
    #[must_use]
    pub fn of(self, lang: UiLang) -> &'static str {
        lang.pick(self.ja, self.en)
    }
}

/// The words for one problem.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DiagnosticWords {
    /// What is wrong, in one sentence.
    pub message: String,
    /// What to do about it, with the right line where there is one.
    pub help: String,
}

impl DiagnosticKind {
    /// The words for this problem in a language.
    #[must_use]
    pub fn words(&self, lang: UiLang) -> DiagnosticWords {
        let (message, help) = match lang {
            UiLang::Ja => ja::words(self),
            UiLang::En => en::words(self),
        };
        // Content may be quoted in them, and content may be of any length.
        DiagnosticWords {
            message: within(message, 1_000),
            help: within(help, 4_000),
        }
    }
}

/// The text, or as many of its characters from both ends as may be shown.
fn within(text: String, most: usize) -> String {
    let number = if text.len() > most {
        text.chars().count()
    } else {
        0
    };
    if number <= most {
        return text;
    }
    let head = text.chars().take(most - 100);
    let tail = text.chars().skip(number - 99);
    head.chain(['…']).chain(tail).collect()
}

impl Severity {
    /// What the severity is called.
    #[must_use]
    pub fn name(self, lang: UiLang) -> &'static str {
        match self {
            Self::Error => lang.pick("エラー", "error"),
            Self::Warning => lang.pick("注意", "warning"),
            Self::Remark => lang.pick("報告", "info"),
        }
    }
}

impl Fault {
    /// The words for this fault in a language, without saying in which PDF it was found.
    #[must_use]
    pub fn words(&self, lang: UiLang) -> DiagnosticWords {
        let (message, help) = match lang {
            UiLang::Ja => ja::preflight::fault(self),
            UiLang::En => en::preflight::fault(self),
        };
        DiagnosticWords { message, help }
    }
}

/// The components of a colour, in per cent, as `85 / 20 / 10`.
fn parts(colour: &[i32]) -> String {
    join(colour, " / ")
}

/// Tenths as a decimal number.
fn tenths(number: i32) -> String {
    let (sign, number) = (if number < 0 { "-" } else { "" }, number.unsigned_abs());
    format!("{sign}{}.{}", number / 10, number % 10)
}

/// An example of a file name of the kind.
const fn example_file(kind: DocKind) -> &'static str {
    match kind {
        DocKind::Speaker => "speakers/yamada.ja.md",
        DocKind::Statement => "statements/2022-11-17-rally/yamada.ja.md",
        DocKind::Topic => "topics/privacy.ja.md",
        DocKind::Event => "events/2022-rally.ja.md",
        DocKind::Leaflet => "leaflets/rally.ja.md",
        DocKind::Page => "pages/about.ja.md",
    }
}

/// An example of a name of the kind.
fn example_slug(kind: DocKind) -> &'static str {
    let name = example_file(kind).split_once('/').map_or("", |(_, n)| n);
    name.split_once('.').map_or(name, |(slug, _)| slug)
}

fn join<T: ToString>(items: &[T], separator: &str) -> String {
    items
        .iter()
        .map(ToString::to_string)
        .collect::<Vec<_>>()
        .join(separator)
}
