//! Diagnostics as JSON, one object a line, for editors and other programs.

use serde::Serialize;

use super::{Located, Severity};

#[derive(Serialize)]
struct DiagnosticLine<'a> {
    severity: &'static str,
    code: &'a str,
    file: &'a str,
    line: Option<usize>,
    column: Option<usize>,
    message: &'a str,
    help: &'a str,
}

/// One diagnostic as a JSON object without line breaks. `line` and `column` count from one;
/// `column` counts characters.
#[must_use]
pub fn line(problem: &Located<'_>) -> String {
    let mark = problem.place.as_ref().and_then(|place| place.mark.as_ref());
    let line = DiagnosticLine {
        severity: match problem.severity {
            Severity::Error => "error",
            Severity::Warning => "warning",
            Severity::Remark => "info",
        },
        code: problem.code,
        file: problem.place.as_ref().map_or("", |place| place.path),
        line: mark.map(|mark| mark.line),
        column: mark.map(|mark| mark.column),
        message: problem.message,
        help: &problem.help,
    };
    serde_json::to_string(&line).unwrap_or_default()
}
