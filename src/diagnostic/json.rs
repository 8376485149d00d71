//! Diagnostics as JSON, one object a line, for editors and other programs.

use serde::Serialize;

use super::{Located, Place, Severity};

#[derive(Serialize)]
struct DiagnosticLine<'a> {
    severity: &'static str,
    code: &'a str,
    #[serde(flatten)]
    place: WrittenPlace<'a>,
    message: &'a str,
    help: &'a str,
    /// Another place that belongs to it, such as where a picture is used.
    #[serde(skip_serializing_if = "Option::is_none")]
    also: Option<WrittenPlace<'a>>,
}

#[derive(Default, Serialize)]
struct WrittenPlace<'a> {
    file: &'a str,
    line: Option<usize>,
    column: Option<usize>,
}

impl<'a> WrittenPlace<'a> {
    fn of(place: &Place<'a>) -> Self {
        let mark = place.mark.as_ref();
        Self {
            file: place.path,
            line: mark.map(|mark| mark.line),
            column: mark.map(|mark| mark.column),
        }
    }
}

/// One diagnostic as a JSON object without line breaks. `line` and `column` count from one;
/// `column` counts characters.
#[must_use]
pub fn line(problem: &Located<'_>) -> String {
    let line = DiagnosticLine {
        severity: match problem.severity {
            Severity::Error => "error",
            Severity::Warning => "warning",
            Severity::Remark => "info",
        },
        code: problem.code,
        place: problem
            .place
            .as_ref()
            .map(WrittenPlace::of)
            .unwrap_or_default(),
        message: problem.message,
        help: &problem.help,
        also: problem.also.as_ref().map(WrittenPlace::of),
    };
    serde_json::to_string(&line).unwrap_or_default()
}
