//! What can keep the live preview from running.

use crate::diagnostic::{DiagnosticWords, Fault, Severity, japanese_reason};

/// What is wrong with the preview.
#[derive(Debug, Clone, PartialEq, Eq)]
#[allow(missing_docs, reason = "facts, by name")]
pub(crate) enum PreviewFault {
    /// A port cannot be had; without a reason, because another program has it.
    Port { port: u16, reason: Option<String> },
}

impl Fault for PreviewFault {
    fn code(&self) -> &'static str {
        match self {
            Self::Port { .. } => "preview/port",
        }
    }

    fn severity(&self) -> Severity {
        Severity::Error
    }

    fn is_machines_fault(&self) -> bool {
        true
    }

    fn ja(&self) -> DiagnosticWords {
        let (message, help): (String, String) = match self {
            Self::Port { port, reason: None } => (
                format!("ポート{port}番は、ほかのプログラムが使っています。"),
                "もう一つのプレビューが動いていれば、そちらを使うか、Ctrl-C で終えてください。「--port」を付けずに動かすと、空いている番号を自動で選びます。".into(),
            ),
            Self::Port { port, reason: Some(reason) } => (
                format!("ポート{port}番を使えません（{}）。", japanese_reason(reason)),
                "「--port」を付けずに動かすと、空いている番号を自動で選びます。".into(),
            ),
        };
        DiagnosticWords { message, help }
    }

    fn en(&self) -> DiagnosticWords {
        let (message, help): (String, String) = match self {
            Self::Port { port, reason: None } => (
                format!("Port {port} is in use by another program."),
                "If another preview is running, use that one, or end it with Ctrl-C. Without “--port” a free number is chosen.".into(),
            ),
            Self::Port { port, reason: Some(reason) } => (
                format!("Port {port} cannot be used ({reason})."),
                "Without “--port” a free number is chosen.".into(),
            ),
        };
        DiagnosticWords { message, help }
    }
}
