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

/// The runs of lines without a blank one between them, outside code and comments.
pub(super) fn runs(text: &str) -> Vec<Vec<ProseLine<'_>>> {
    let mut runs = Vec::new();
    let mut run = Vec::new();
    let mut fences = Fences::default();
    let mut in_comment = false;
    for (start, line) in lines_of(text) {
        let stays = if !in_comment && fences.hold(line) {
            false
        } else if in_comment {
            in_comment = !line.contains("-->");
            false
        } else {
            in_comment = line
                .rfind("<!--")
                .is_some_and(|at| !line[at..].contains("-->"));
            !in_comment && !line.trim_matches(BLANK).is_empty()
        };
        if stays {
            run.push(ProseLine { start, text: line });
        } else if !run.is_empty() {
            runs.push(std::mem::take(&mut run));
        }
    }
    if !run.is_empty() {
        runs.push(run);
    }
    runs
}
