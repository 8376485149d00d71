//! Problems as JSON, one object a line, for editors and other programs.

use serde::Serialize;

use super::{Diagnostic, Location, Severity, Sources, UiLang};

#[derive(Serialize)]
struct DiagnosticLine<'a> {
    severity: &'static str,
    code: &'static str,
    file: &'a str,
    line: Option<usize>,
    column: Option<usize>,
    message: &'a str,
    help: &'a str,
}

/// One problem as a JSON object without line breaks. `line` and `column` count from one;
/// `column` counts characters.
#[must_use]
pub fn line(problem: &Diagnostic, sources: &Sources, lang: UiLang) -> String {
    let words = problem.kind.words(lang);
    let (file, at) = match &problem.place {
        Location::At(loc) => {
            let text = sources.text(loc.file);
            (
                sources.path(loc.file),
                Some(line_column(text, loc.span.start)),
            )
        }
        Location::File(file) => (sources.path(*file), None),
        Location::Outside { path, text, span } => {
            (path.as_str(), Some(line_column(text, span.start)))
        }
        Location::Path(path) => (path.as_str(), None),
        Location::Run => ("", None),
    };
    let line = DiagnosticLine {
        severity: match problem.kind.severity() {
            Severity::Error => "error",
            Severity::Warning => "warning",
            Severity::Remark => "info",
        },
        code: problem.kind.code(),
        file,
        line: at.map(|(line, _)| line),
        column: at.map(|(_, column)| column),
        message: &words.message,
        help: &words.help,
    };
    serde_json::to_string(&line).unwrap_or_default()
}

/// Line and column of a byte, both from one; the column counts characters.
#[must_use]
pub fn line_column(text: &str, byte: usize) -> (usize, usize) {
    let before = &text[..text.floor_char_boundary(byte.min(text.len()))];
    let start = before.rfind('\n').map_or(0, |at| at + 1);
    (
        before.matches('\n').count() + 1,
        before[start..].chars().count() + 1,
    )
}

/// The written part of a line, counted from one; the end of the text when it has no such line.
#[must_use]
pub fn line_span(text: &str, line: usize) -> crate::base::Span {
    let start: usize = text
        .split_inclusive('\n')
        .take(line.saturating_sub(1))
        .map(str::len)
        .sum();
    let whole = text[start..].lines().next().unwrap_or_default();
    let blank = whole.len() - whole.trim_start().len();
    crate::base::Span::new(start + blank, start + whole.trim_end().len().max(blank))
}
