//! What stands in the way of `check --fix`.

use crate::diagnostic::Severity;

/// Why a file was not mended.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Mending {
    /// The machine said no.
    Unwritable(String),
    /// Another file has the right name already; that name.
    NameTaken(String),
    /// A link in the content folder leads to it, and it lies elsewhere.
    Outside,
}

impl Mending {
    /// The stable name, `area/what`.
    #[must_use]
    pub const fn code(&self) -> &'static str {
        match self {
            Self::Unwritable(_) => "fix/unwritable",
            Self::NameTaken(_) => "fix/name-taken",
            Self::Outside => "fix/outside",
        }
    }

    /// Whether nothing can be built with it.
    #[must_use]
    pub const fn severity(&self) -> Severity {
        match self {
            Self::Unwritable(_) => Severity::Error,
            Self::NameTaken(_) | Self::Outside => Severity::Warning,
        }
    }
}
