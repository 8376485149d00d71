//! Codes, severities and words of the faults of finished PDFs.

use super::{Edge, Finding, PreflightFault, en, ja};
use crate::diagnostic::{DiagnosticWords, Fault, Severity};

impl Fault for PreflightFault {
    fn code(&self) -> &'static str {
        match self {
            Self::Unreadable => "preflight/unreadable",
            Self::Torn => "preflight/torn-page",
            Self::Blank => "preflight/blank-page",
            Self::Pages { .. } => "preflight/pages",
            Self::NoBox { .. } => "preflight/missing-box",
            Self::WrongBox { .. } | Self::OffBox { .. } => "preflight/wrong-box",
            Self::Turned => "preflight/turned",
            Self::NotEmbedded { .. } => "preflight/font-not-embedded",
            Self::Type3 { .. } => "preflight/type3-font",
            Self::NoMeaning { .. } => "preflight/unreadable-text",
            Self::Colour { .. } => "preflight/colour",
            Self::NotBlack { .. } => "preflight/not-black",
            Self::BlackText { .. } => "preflight/black-text",
            Self::Ink { .. } => "preflight/ink",
            Self::Margin { edge, .. } => match edge {
                Edge::Trim => "preflight/trim-margin",
                Edge::Fold => "preflight/fold-margin",
                Edge::Paper => "preflight/paper-margin",
                Edge::Machine => "preflight/machine-margin",
            },
            Self::Marks => "preflight/marks",
            Self::NoCode { .. } => "preflight/no-code",
            Self::WrongCode { .. } => "preflight/wrong-code",
            Self::Passage { .. } => "preflight/passage",
            Self::Coarse { .. } => "preflight/coarse-picture",
            Self::SmallText { .. } => "preflight/small-text",
            Self::Hairline { .. } => "preflight/hairline",
            Self::Annotation { .. } => "preflight/annotation",
            Self::Sheer => "preflight/transparency",
            Self::Overprint => "preflight/overprint",
            Self::FalseClaim => "preflight/false-claim",
            Self::Undeclared { .. } => "preflight/undeclared",
            Self::Untagged => "preflight/untagged",
            Self::Language { .. } => "preflight/language",
            Self::NoTitle => "preflight/no-title",
            Self::NoBookmarks => "preflight/no-bookmarks",
            Self::DeadLink { .. } => "preflight/dead-link",
            Self::MuteLink => "preflight/mute-link",
            Self::MuteFigures { .. } => "preflight/mute-figure",
        }
    }

    fn severity(&self) -> Severity {
        match self {
            Self::Coarse { .. } => Severity::Warning,
            _ => Severity::Error,
        }
    }

    fn ja(&self) -> DiagnosticWords {
        ja::fault(self).into()
    }

    fn en(&self) -> DiagnosticWords {
        en::fault(self).into()
    }
}

impl Fault for Finding {
    fn code(&self) -> &'static str {
        self.fault.code()
    }

    fn severity(&self) -> Severity {
        self.fault.severity()
    }

    fn ja(&self) -> DiagnosticWords {
        ja::words(self).into()
    }

    fn en(&self) -> DiagnosticWords {
        en::words(self).into()
    }
}
