//! What stands in the way of `check --fix`.

use crate::diagnostic::{DiagnosticWords, Fault, Severity, japanese_reason};

/// Why a file was not mended.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum FixFault {
    /// The machine said no.
    Unwritable(String),
    /// A link in the content folder leads to it, and it lies elsewhere.
    Outside,
}

impl Fault for FixFault {
    fn code(&self) -> &'static str {
        match self {
            Self::Unwritable(_) => "fix/unwritable",
            Self::Outside => "fix/outside",
        }
    }

    fn severity(&self) -> Severity {
        match self {
            Self::Unwritable(_) => Severity::Error,
            Self::Outside => Severity::Warning,
        }
    }

    fn ja(&self) -> DiagnosticWords {
        let (message, help): (String, String) = match self {
            Self::Unwritable(reason) => (
                format!("このファイルは直せませんでした（{}）。もとのままです。", japanese_reason(reason)),
                "ほかのソフトで開いていれば閉じ、書き込みできるファイルか確かめてから、もう一度「chirashi check --fix」を使ってください。".into(),
            ),
            Self::Outside => (
                "このファイルは content フォルダーの外にあるもの（リンク）なので、直しませんでした。".into(),
                "もとのファイルを開いて直すか、content フォルダーの中に写してください。".into(),
            ),
        };
        DiagnosticWords { message, help }
    }

    fn en(&self) -> DiagnosticWords {
        let (message, help): (String, String) = match self {
            Self::Unwritable(reason) => (
                format!("This file could not be mended ({reason}); it is as it was."),
                "Close it in other programs, see that it can be written, and run `chirashi check --fix` again.".into(),
            ),
            Self::Outside => (
                "A link leads to this file, which lies outside the content folder; it was not mended.".into(),
                "Mend the file itself, or copy it into the content folder.".into(),
            ),
        };
        DiagnosticWords { message, help }
    }
}
