//! What is wrong with an address on another site.

use crate::diagnostic::{DiagnosticWords, Fault, Severity};

/// Why nobody gets there.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum ExternalFault {
    /// The site answers that there is no such page, or that it failed; its status (RFC 9110 §15).
    Status(String, u16),
    /// The site cannot be reached.
    Unreachable(String),
    /// The site did not answer in time.
    TimedOut(String),
}

impl Fault for ExternalFault {
    fn code(&self) -> &'static str {
        "link/outside"
    }

    fn severity(&self) -> Severity {
        Severity::Warning
    }

    fn ja(&self) -> DiagnosticWords {
        let (message, help): (String, String) = match self {
            Self::Status(url, status @ (404 | 410)) => (
                format!("リンク先「{url}」のページがありません（{status}）。"),
                "ブラウザーで開いて確かめ、今のアドレスに直すか、リンクを消してください。".into(),
            ),
            Self::Status(url, status) => (
                format!("リンク先「{url}」がうまく開けません（{status}）。"),
                "ブラウザーで開いて確かめてください。相手のサイトの一時的な不調なら、あとで「chirashi check --external」で調べ直せます。".into(),
            ),
            Self::Unreachable(url) => (
                format!("リンク先「{url}」につながりません。"),
                "アドレスの打ち間違いがないか確かめてください。インターネットにつながっていないときも、この注意が出ます。".into(),
            ),
            Self::TimedOut(url) => (
                format!("リンク先「{url}」から、時間内に返事がありません。"),
                "ブラウザーで開いて確かめてください。開ければ、直さなくてかまいません。".into(),
            ),
        };
        DiagnosticWords { message, help }
    }

    fn en(&self) -> DiagnosticWords {
        let (message, help): (String, String) = match self {
            Self::Status(url, status @ (404 | 410)) => (
                format!("There is no page at {url} ({status})."),
                "Open it in a browser; write its present address, or remove the link.".into(),
            ),
            Self::Status(url, status) => (
                format!("{url} cannot be opened ({status})."),
                "Open it in a browser. If that site is only out of order for a while, run `chirashi check --external` again later.".into(),
            ),
            Self::Unreachable(url) => (
                format!("{url} cannot be reached."),
                "See whether the address is mistyped. Without an internet connection this warning appears too.".into(),
            ),
            Self::TimedOut(url) => (
                format!("{url} did not answer in time."),
                "Open it in a browser; if it opens, there is nothing to do.".into(),
            ),
        };
        DiagnosticWords { message, help }
    }
}
