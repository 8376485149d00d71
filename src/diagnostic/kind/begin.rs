//! What can stand in the way of somebody who begins: a campaign, a new file, a translation.

use super::Severity;
use crate::base::{DocKind, Lang};

/// Why something new is not written, or is not finished yet.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Begin {
    /// A statement was asked for without the event at which it was made.
    WhichEvent {
        /// The events that there are.
        known: Vec<String>,
    },
    /// There is no campaign here: no folder of content with a `site.yaml`.
    NoContent,
    /// A file that was to be written is there already.
    Exists,
    /// A name that cannot be one; what it could be, when that can be told.
    Name {
        /// What was typed.
        written: String,
        /// What it could be, when that can be told.
        suggestion: Option<String>,
        /// What it was to be the name of.
        kind: DocKind,
    },
    /// A folder for a new campaign that holds something already.
    NotEmpty,
    /// A translation was asked for of a file that does not exist; the names that do.
    NoOriginal {
        /// What was to be translated.
        kind: DocKind,
        /// The names that have a file in the language.
        known: Vec<String>,
    },
    /// A language that the site does not have, or that is the only one.
    NoLanguage {
        /// What was typed.
        written: String,
        /// The languages of the site.
        known: Vec<Lang>,
    },
    /// Texts that `new` left for somebody to write.
    Unfilled {
        /// How many.
        count: usize,
        /// The lines they stand on, counted from 1.
        lines: Vec<usize>,
    },
}

impl Begin {
    pub(super) const fn code(&self) -> &'static str {
        match self {
            Self::NoContent => "begin/no-content",
            Self::Exists => "begin/exists",
            Self::Name { .. } => "begin/name",
            Self::NotEmpty => "begin/not-empty",
            Self::WhichEvent { .. } => "begin/which-event",
            Self::NoOriginal { .. } => "begin/no-original",
            Self::NoLanguage { .. } => "begin/no-language",
            Self::Unfilled { .. } => "text/unfilled",
        }
    }

    pub(super) const fn severity(&self) -> Severity {
        match self {
            Self::Unfilled { .. } => Severity::Warning,
            _ => Severity::Error,
        }
    }

    pub(super) const fn is_machines_fault(&self) -> bool {
        !matches!(self, Self::Unfilled { .. })
    }
}
