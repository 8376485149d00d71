//! What a room tells of a fault that it found: facts, and words for them in both languages.

use serde::{Deserialize, Serialize};

use super::{Instead, UiLang};
use crate::base::Loc;

/// How grave a problem is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Severity {
    /// Nothing is written until it is mended.
    Error,
    /// The site is built all the same.
    Warning,
    /// Nothing is wrong: it is told at the end of a build.
    Remark,
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

/// The words for one problem.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct DiagnosticWords {
    /// What is wrong, in one sentence.
    pub message: String,
    /// What to do about it, with the right line where there is one.
    pub help: String,
}

impl From<(String, String)> for DiagnosticWords {
    fn from((message, help): (String, String)) -> Self {
        Self { message, help }
    }
}

/// Something that can be wrong. Each room has an enum of its own for what it finds, and matches
/// on it without a wildcard in both languages, so that a message without its twin does not
/// compile.
pub trait Fault {
    /// The stable name, `area/what`.
    fn code(&self) -> &'static str;

    /// Whether a build can go on with it.
    fn severity(&self) -> Severity;

    /// Message and remedy in Japanese, for volunteers who have never programmed.
    fn ja(&self) -> DiagnosticWords;

    /// Message and remedy in English.
    fn en(&self) -> DiagnosticWords;

    /// Message and remedy in a language.
    fn words(&self, lang: UiLang) -> DiagnosticWords {
        match lang {
            UiLang::Ja => self.ja(),
            UiLang::En => self.en(),
        }
    }

    /// What would be right at the place where it was found, if that can be told without the text.
    fn instead(&self, _at: Loc) -> Option<Instead> {
        None
    }

    /// Whether the command line or the machine, not the content, is at fault.
    fn is_machines_fault(&self) -> bool {
        false
    }

    /// The thing that it is about, by name, where several faults may be about one thing and
    /// things are counted.
    fn subject(&self) -> Option<&str> {
        None
    }

    /// What brought it about, where one mistake in a theme spoils many things: it is told once.
    fn cause(&self) -> Option<&str> {
        None
    }

    /// Whether its remedy is the whole line at its place, so that slips in that line go with it.
    fn is_of_line(&self) -> bool {
        false
    }

    /// Whether it is a slip of typing, which was read as meant.
    fn is_slip(&self) -> bool {
        false
    }

    /// The one thing that is wrong, where it shows at many places of the content, such as a file that
    /// is gone: it is told at the first of them, with the others.
    fn root(&self) -> Option<String> {
        None
    }
}

impl<F: Fault + ?Sized> Fault for &F {
    fn code(&self) -> &'static str {
        (**self).code()
    }

    fn severity(&self) -> Severity {
        (**self).severity()
    }

    fn ja(&self) -> DiagnosticWords {
        (**self).ja()
    }

    fn en(&self) -> DiagnosticWords {
        (**self).en()
    }

    fn instead(&self, at: Loc) -> Option<Instead> {
        (**self).instead(at)
    }

    fn is_machines_fault(&self) -> bool {
        (**self).is_machines_fault()
    }

    fn is_of_line(&self) -> bool {
        (**self).is_of_line()
    }

    fn is_slip(&self) -> bool {
        (**self).is_slip()
    }

    fn subject(&self) -> Option<&str> {
        (**self).subject()
    }

    fn cause(&self) -> Option<&str> {
        (**self).cause()
    }

    fn root(&self) -> Option<String> {
        (**self).root()
    }
}
