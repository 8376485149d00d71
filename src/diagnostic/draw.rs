//! Diagnostics drawn for a terminal: the source line, the caret, what is wrong, what to do.

use annotate_snippets::{Annotation, AnnotationKind, Group, Level, Origin, Renderer, Snippet};

use super::{Located, Mark, Severity};

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
    let context = |mark: &Mark<'_>| {
        let first = lang.pick("先にあるのはここです", "the first one is here");
        AnnotationKind::Context.span(mark.span.clone()).label(first)
    };
    let also = problem.also.as_ref();
    let also = also.and_then(|also| Some((also.path, also.mark.as_ref()?)));
    let marked = problem.place.as_ref().and_then(|place| place.mark.as_ref());
    // Two places of one text are shown together.
    let is_same =
        |mark: &Mark<'_>| marked.is_some_and(|marked| std::ptr::eq(marked.text, mark.text));
    let (same, other) = match also {
        Some((_, mark)) if is_same(mark) => (Some(mark), None),
        other => (None, other),
    };
    let mut group = match (&problem.place, marked) {
        (Some(place), Some(mark)) => {
            let primary = AnnotationKind::Primary.span(mark.span.clone());
            let snippet = snippet(place.path, mark).annotation(primary);
            title.element(snippet.annotations(same.map(context)))
        }
        (Some(place), None) => title.element(Origin::path(place.path)),
        (None, _) => Group::with_title(title),
    };
    if let Some((path, mark)) = other {
        group = group.element(snippet(path, mark).annotation(context(mark)));
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

fn snippet<'s>(path: &'s str, mark: &Mark<'s>) -> Snippet<'s, Annotation<'s>> {
    Snippet::source(mark.text).path(path)
}
