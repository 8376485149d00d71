//! Problems of the live preview in English.

use crate::diagnostic::Preview;

pub(super) fn words(kind: &Preview) -> (String, String) {
    match kind {
        Preview::Port { port, reason: None } => (
            format!("Port {port} is in use by another program."),
            "If another preview is running, use that one, or end it with Ctrl-C. Without “--port” a free number is chosen.".into(),
        ),
        Preview::Port { port, reason: Some(reason) } => (
            format!("Port {port} cannot be used ({reason})."),
            "Without “--port” a free number is chosen.".into(),
        ),
    }
}
