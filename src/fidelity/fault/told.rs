//! Codes, severities and words of the faults between a statement and its source.

use super::{FidelityFault, en, ja};
use crate::diagnostic::{DiagnosticWords, Fault, Severity};

impl Fault for FidelityFault {
    fn code(&self) -> &'static str {
        match self {
            Self::Outside { .. } => "source/outside",
            Self::Missing { .. } => "source/missing",
            Self::NotText { .. } => "source/not-text",
            Self::NoPassage { .. } => "source/no-passage",
            Self::Untold { .. } => "source/untold",
            Self::LeftOut { .. } => "source/left-out",
        }
    }

    fn severity(&self) -> Severity {
        match self {
            Self::Outside { .. } | Self::Missing { .. } | Self::NotText { .. } => Severity::Error,
            Self::NoPassage { .. } | Self::Untold { .. } => Severity::Warning,
            Self::LeftOut { .. } => Severity::Remark,
        }
    }

    fn ja(&self) -> DiagnosticWords {
        ja::words(self).into()
    }

    fn en(&self) -> DiagnosticWords {
        en::words(self).into()
    }
}
