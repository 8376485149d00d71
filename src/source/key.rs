//! What a key of front matter is called, holds and means: one row of the tables in
//! [`keys`](super::keys), which readers, messages, schema and scaffolds share.

use crate::base::DocKind;
use crate::diagnostic::{Bilingual, UiLang};

/// What the value of a key is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum ValueType {
    /// A line of text.
    Text,
    /// The path of a file.
    File,
    /// A line of text, or one for each language.
    Local,
    /// A list of texts.
    List,
    /// A list of the words given.
    Words(&'static [&'static str]),
    /// A list of language codes.
    Languages,
    /// A list of addresses in the site.
    Addresses,
    /// The name of a file of a kind, without language and `.md`.
    Name(DocKind),
    /// A list of such names.
    Names(DocKind),
    /// A name of a folder.
    Folder,
    /// A day.
    Date,
    /// A whole number.
    Number,
    /// `true` or `false`.
    Flag,
    /// One of the words given.
    Choice(&'static [&'static str]),
    /// An `http` or `https` address.
    Url,
    /// A colour such as `"#005aff"`.
    Color,
    /// Terms with what stands for them in translations.
    Glossary,
    /// Keys of its own.
    Map(&'static [KeySpec]),
    /// A list of maps, each with keys of its own.
    Maps(&'static [KeySpec]),
}

impl ValueType {
    /// Whether the value is a list.
    #[must_use]
    pub(crate) const fn is_list(self) -> bool {
        matches!(
            self,
            Self::List | Self::Words(_) | Self::Languages | Self::Addresses | Self::Names(_)
        )
    }

    /// What an item of the list is; of what is no list, the value itself.
    #[must_use]
    pub(crate) const fn item(self) -> Self {
        match self {
            Self::List => Self::Text,
            Self::Words(words) => Self::Choice(words),
            Self::Names(kind) => Self::Name(kind),
            Self::Languages | Self::Addresses => Self::Folder,
            other => other,
        }
    }
}

/// One key.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct KeySpec {
    /// What it is called.
    pub name: &'static str,
    /// What its value is.
    pub holds: ValueType,
    /// Whether a site or page is incomplete without it; in a translation it may be left out
    /// when it is neutral.
    pub required: bool,
    /// Whether its value is the same in every language, so that translations inherit it.
    pub neutral: bool,
    /// Whether its text is set for reading, with furigana where it has some.
    pub furigana: bool,
    /// What it is for, in one phrase.
    pub says: Bilingual,
    /// A value as it is written after the colon.
    pub example: Bilingual,
    /// What people write in Japanese when they mean it; the first is its Japanese name.
    pub japanese: &'static [&'static str],
}

impl KeySpec {
    /// A key that may be left out and differs by language.
    pub(crate) const fn new(
        name: &'static str,
        holds: ValueType,
        japanese: &'static [&'static str],
    ) -> Self {
        Self {
            name,
            holds,
            required: false,
            neutral: false,
            furigana: false,
            says: Bilingual::new("", ""),
            example: Bilingual::new("", ""),
            japanese,
        }
    }

    /// The same, and nothing is complete without it.
    pub(crate) const fn required(mut self) -> Self {
        self.required = true;
        self
    }

    /// The same, and translations inherit it.
    pub(crate) const fn neutral(mut self) -> Self {
        self.neutral = true;
        self
    }

    /// The same, and its text may have furigana.
    pub(crate) const fn with_furigana(mut self) -> Self {
        self.furigana = true;
        self
    }

    /// The same, with what it is for.
    pub(crate) const fn says(mut self, ja: &'static str, en: &'static str) -> Self {
        self.says = Bilingual::new(ja, en);
        self
    }

    /// The same, with a value for an example; it has to be one that can be read.
    pub(crate) const fn like(mut self, ja: &'static str, en: &'static str) -> Self {
        self.example = Bilingual::new(ja, en);
        self
    }

    /// The example as a line, `name: 山田花子`; keys with keys of their own take several.
    #[must_use]
    pub(crate) fn line(&self, lang: UiLang) -> String {
        match self.holds {
            ValueType::Map(inner) => {
                let lines = inner.iter().filter(|key| key.required || key.name == "url");
                let lines: Vec<_> = lines
                    .map(|key| format!("  {}", key.line(lang).replace('\n', "\n  ")))
                    .collect();
                match lines.as_slice() {
                    [] => {
                        let first = inner.first().map(|key| key.line(lang));
                        format!("{}:\n  {}", self.name, first.unwrap_or_default())
                    }
                    lines => format!("{}:\n{}", self.name, lines.join("\n")),
                }
            }
            ValueType::Maps(inner) => {
                let lines = inner.iter().filter(|key| key.required);
                let lines = lines.map(|key| key.line(lang).replace('\n', "\n    "));
                let lines: Vec<_> = lines.collect();
                format!("{}:\n  - {}", self.name, lines.join("\n    "))
            }
            _ => format!("{}: {}", self.name, self.example.of(lang)),
        }
    }
}

/// The key in a table that is called `name`.
#[must_use]
pub(crate) fn find<'k>(keys: &'k [KeySpec], name: &str) -> Option<&'k KeySpec> {
    keys.iter().find(|key| key.name == name)
}

/// The key in a table that somebody means who writes `name` in Japanese.
#[must_use]
pub(crate) fn meant<'k>(keys: &'k [KeySpec], name: &str) -> Option<&'k KeySpec> {
    keys.iter().find(|key| key.japanese.contains(&name))
}

/// The key of a table that people may mean who write another English word for it, or the word by which other
/// files call the same.
pub(crate) fn called(key: &str, table: &[KeySpec]) -> Option<&'static str> {
    const WORDS: [(&str, &[&str]); 4] = [
        ("url", &["web", "website", "homepage", "hp", "site", "link"]),
        ("name", &["title", "speaker"]),
        ("title", &["name", "heading", "headline"]),
        ("venue", &["place", "location", "hall"]),
    ];
    let mut meant = WORDS.iter().filter(|(_, words)| words.contains(&key));
    meant.find_map(|(name, _)| Some(find(table, name)?.name))
}
