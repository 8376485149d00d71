//! Lines of a text as people count them.

use super::Span;

/// Line and column of a byte, both from one; the column counts characters.
#[must_use]
pub(crate) fn line_column(text: &str, byte: usize) -> (usize, usize) {
    let before = &text[..text.floor_char_boundary(byte.min(text.len()))];
    let start = start_of_line(before, before.len());
    (
        before.matches('\n').count() + 1,
        before[start..].chars().count() + 1,
    )
}

/// Where the line begins on which a byte stands.
#[must_use]
pub(crate) fn start_of_line(text: &str, byte: usize) -> usize {
    text[..byte].rfind('\n').map_or(0, |end| end + 1)
}

/// The lines on which bytes stand that are in order: each line once, counted from one.
pub(crate) fn lines_of(text: &str, bytes: impl IntoIterator<Item = usize>) -> Vec<usize> {
    let (mut at, mut line) = (0, 1);
    let mut lines = Vec::new();
    for byte in bytes {
        line += text[at..byte].matches('\n').count();
        at = byte;
        if lines.last() != Some(&line) {
            lines.push(line);
        }
    }
    lines
}

/// The written part of a line, counted from one; the end of the text when it has no such line.
#[must_use]
pub(crate) fn line_span(text: &str, line: usize) -> Span {
    let start: usize = text
        .split_inclusive('\n')
        .take(line.saturating_sub(1))
        .map(str::len)
        .sum();
    let whole = text[start..].lines().next().unwrap_or_default();
    let blank = whole.len() - whole.trim_start().len();
    Span::new(start + blank, start + whole.trim_end().len().max(blank))
}
