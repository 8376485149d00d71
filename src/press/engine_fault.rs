//! What the print engine says of a template or a job that fails, as a diagnostic.

use super::engine::EngineError;
use super::fault::PressFault;
use crate::base::{FileId, Span};
use crate::diagnostic::Diagnostic;
use crate::theme::Theme;

/// The fault at its line of the theme's template, else in the file that the sheet is made from.
pub(super) fn told(
    theme: &Theme,
    name: &str,
    file: Option<FileId>,
    fault: EngineError,
) -> Diagnostic {
    let kind = PressFault::Print {
        leaflet: name.to_owned(),
        reason: fault.reason,
    };
    match (fault.at, file) {
        (Some((path, byte)), _) => {
            let text = theme.text(&path).unwrap_or_default();
            let rest = text.get(byte..).unwrap_or_default();
            let end = byte + rest.find('\n').unwrap_or(rest.len());
            Diagnostic::outside(theme.shown(&path), text, Span::new(byte, end), kind)
        }
        (None, Some(file)) => Diagnostic::in_file(file, kind),
        (None, None) => Diagnostic::of_run(kind),
    }
}
