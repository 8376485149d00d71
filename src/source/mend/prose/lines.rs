//! A text as runs of lines without a blank one between them.

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
    let mut fence: Option<(char, usize)> = None;
    let mut in_comment = false;
    for (start, line) in lines_of(text) {
        let mark = fence_of(line);
        let stays = if let Some((c, long)) = fence {
            if mark.is_some_and(|(d, n, bare)| d == c && n >= long && bare) {
                fence = None;
            }
            false
        } else if in_comment {
            in_comment = !line.contains("-->");
            false
        } else if let Some((c, long, _)) = mark {
            fence = Some((c, long));
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

/// The mark of a code fence, how long it is, and whether nothing follows it.
pub(super) fn fence_of(line: &str) -> Option<(char, usize, bool)> {
    let content = line.trim_start_matches(' ');
    let mark = content.chars().next().filter(|c| matches!(c, '`' | '~'))?;
    let rest = content.trim_start_matches(mark);
    let long = content.len() - rest.len();
    let opens = mark == '~' || !rest.contains('`');
    (long >= 3 && opens && line.len() - content.len() <= 3)
        .then(|| (mark, long, rest.trim().is_empty()))
}
