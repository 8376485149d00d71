//! Diagnostics drawn for a terminal: the source line, the caret, what is wrong, what to do.

use std::ops::Range;

use annotate_snippets::{Annotation, AnnotationKind, Group, Level, Origin, Renderer, Snippet};

use super::{Located, Mark, Severity};
use crate::base::start_of_line;

/// One diagnostic as text; coloured when `colour` is set. Ends without a line break.
#[must_use]
pub fn draw(problem: &Located<'_>, colour: bool) -> String {
    let lang = problem.lang;
    let level = match problem.severity {
        Severity::Error => Level::ERROR,
        Severity::Warning => Level::WARNING,
        Severity::Remark => Level::INFO,
    };
    let title = level
        .with_name(problem.severity.name(lang))
        .primary_title(problem.message)
        .id(problem.code);
    // Of a file as a whole, such as a picture, the place that names it.
    let is_whole = problem
        .place
        .as_ref()
        .is_some_and(|place| place.mark.is_none());
    let context = |lines: &MarkedLines<'_>, mark: &Mark<'_>| {
        let first = if is_whole {
            lang.pick("ここで使っています", "it is used here")
        } else {
            lang.pick("先にあるのはここです", "the first one is here")
        };
        AnnotationKind::Context.span(lines.span(mark)).label(first)
    };
    let also = problem.also.as_ref();
    let also = also.and_then(|also| Some((also.path, also.mark.as_ref()?)));
    let marked = problem.place.as_ref().and_then(|place| place.mark.as_ref());
    // Two places of one text are shown together, unless they lie far apart.
    let is_same = |mark: &Mark<'_>| marked.is_some_and(|marked| are_near(marked, mark));
    let (same, other) = match also {
        Some((_, mark)) if is_same(mark) => (Some(mark), None),
        other => (None, other),
    };
    let mut group = match (&problem.place, marked) {
        (Some(place), Some(mark)) => {
            let lines = MarkedLines::of(mark, same);
            let primary = AnnotationKind::Primary.span(lines.span(mark));
            let snippet = lines.snippet(place.path).annotation(primary);
            title.element(snippet.annotations(same.map(|same| context(&lines, same))))
        }
        (Some(place), None) => title.element(Origin::path(place.path)),
        (None, _) => Group::with_title(title),
    };
    if let Some((path, mark)) = other {
        let lines = MarkedLines::of(mark, None);
        group = group.element(lines.snippet(path).annotation(context(&lines, mark)));
    }
    let help = Level::HELP
        .with_name(lang.pick("直し方", "help"))
        .message(&*problem.help);
    let renderer = if colour {
        Renderer::styled()
    } else {
        Renderer::plain()
    };
    renderer.render(&[group.element(help)])
}

/// So many bytes may lie between two places that one drawing shows: it takes as long as all lines between them.
const NEAR: usize = 4_000;

/// Whether two marks stand in one text, and near each other.
fn are_near(mark: &Mark<'_>, other: &Mark<'_>) -> bool {
    std::ptr::eq(mark.text, other.text) && mark.span.start.abs_diff(other.span.start) <= NEAR
}

/// The lines in which marks of one text stand: a drawing goes through every line that it is given.
struct MarkedLines<'s> {
    text: &'s str,
    /// The byte of the whole text at which they begin.
    start: usize,
    /// The number of the first.
    first: usize,
}

impl<'s> MarkedLines<'s> {
    fn of(mark: &Mark<'s>, other: Option<&Mark<'s>>) -> Self {
        let (text, other) = (mark.text, other.unwrap_or(mark));
        let top = if other.span.start < mark.span.start {
            other
        } else {
            mark
        };
        let (mut start, mut first) = (start_of_line(text, top.span.start), top.line);
        // Behind the last line end there is no line to show.
        if start == text.len() && start > 0 {
            (start, first) = (start_of_line(text, start - 1), first - 1);
        }
        let end = mark.span.end.max(other.span.end);
        let end = text[end..].find('\n').map_or(text.len(), |at| end + at + 1);
        Self {
            text: &text[start..end],
            start,
            first,
        }
    }

    fn span(&self, mark: &Mark<'_>) -> Range<usize> {
        mark.span.start - self.start..mark.span.end - self.start
    }

    fn snippet(&self, path: &'s str) -> Snippet<'s, Annotation<'s>> {
        Snippet::source(self.text).line_start(self.first).path(path)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Time would grow with the square of a file in which one key stands ten thousand times.
    #[test]
    fn places_far_apart_are_drawn_apart() {
        let text = format!("x: 1\n{}x: 2\n", "y\n".repeat(NEAR));
        let mark = |start: usize| Mark {
            text: &text,
            line: 1,
            column: 1,
            span: start..start + 1,
        };
        let (first, last) = (mark(0), mark(text.len() - 5));
        assert!(are_near(&mark(5), &first) && !are_near(&last, &first));
        assert_eq!(MarkedLines::of(&last, None).text, "x: 2\n");
    }
}
