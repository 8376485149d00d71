//! A text as runs of lines without a blank one between them.

use super::fences::Fences;
use crate::source::front_matter::lines as lines_of;

/// What leads a line and says nothing.
pub(super) const BLANK: [char; 4] = [' ', '\t', '\u{3000}', '\u{a0}'];

/// A line with the byte at which it begins.
#[derive(Debug, Clone, Copy)]
pub(super) struct ProseLine<'t> {
    pub(super) start: usize,
    pub(super) text: &'t str,
}

/// What a line is, as far as mending goes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum LineKind {
    Prose,
    Blank,
    /// Of a note of the editors.
    Note,
    /// Of fenced code.
    Code,
}

/// The lines of a text with what each is.
pub(super) fn kinds(text: &str) -> impl Iterator<Item = (ProseLine<'_>, LineKind)> {
    let mut fences = Fences::default();
    let mut in_comment = false;
    lines_of(text).map(move |(start, text)| {
        let kind = if !in_comment && fences.hold(text) {
            LineKind::Code
        } else if in_comment {
            in_comment = !text.contains("-->");
            LineKind::Note
        } else {
            in_comment = text
                .rfind("<!--")
                .is_some_and(|at| !text[at..].contains("-->"));
            match text.trim_matches(BLANK) {
                _ if in_comment => LineKind::Note,
                "" => LineKind::Blank,
                _ => LineKind::Prose,
            }
        };
        (ProseLine { start, text }, kind)
    })
}

/// The runs of lines without a blank one between them, outside code and comments.
pub(super) fn runs(text: &str) -> Vec<Vec<ProseLine<'_>>> {
    let mut runs = Vec::new();
    let mut run = Vec::new();
    for (line, kind) in kinds(text) {
        if kind == LineKind::Prose {
            run.push(line);
        } else if !run.is_empty() {
            runs.push(std::mem::take(&mut run));
        }
    }
    if !run.is_empty() {
        runs.push(run);
    }
    runs
}
