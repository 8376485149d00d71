//! Problems drawn for a terminal: the source line, the caret, what is wrong, what to do.

use annotate_snippets::{AnnotationKind, Group, Level, Origin, Renderer, Snippet};

use super::{Diagnostic, Location, Severity, Sources, UiLang};
use crate::base::Span;

/// One problem as text; coloured when `colour` is set. Ends without a line break.
#[must_use]
pub fn draw(problem: &Diagnostic, sources: &Sources, lang: UiLang, colour: bool) -> String {
    let words = problem.kind.words(lang);
    let severity = problem.kind.severity();
    let level = match severity {
        Severity::Error => Level::ERROR,
        Severity::Warning => Level::WARNING,
        Severity::Remark => Level::INFO,
    };
    let title = level
        .with_name(severity.name(lang))
        .primary_title(words.message.as_str())
        .id(problem.kind.code());
    let first = lang.pick("先にあるのはここです", "the first one is here");
    let (same, other) = match (&problem.place, problem.also) {
        (Location::At(loc), Some(also)) if also.file == loc.file => (Some(also.span), None),
        (_, also) => (None, also),
    };
    let mut group = match &problem.place {
        Location::At(loc) => {
            let text = sources.text(loc.file);
            let mut snippet = marked(sources.path(loc.file), text, loc.span);
            if let Some(span) = same {
                let context = AnnotationKind::Context.span(visible(text, span));
                snippet = snippet.annotation(context.label(first));
            }
            title.element(snippet)
        }
        Location::File(file) => title.element(Origin::path(sources.path(*file))),
        Location::Outside { path, text, span } => title.element(marked(path, text, *span)),
        Location::Path(path) => title.element(Origin::path(path.as_str())),
        Location::Run => Group::with_title(title),
    };
    if let Some(loc) = other {
        let text = sources.text(loc.file);
        let context = AnnotationKind::Context.span(visible(text, loc.span));
        let context = context.label(first);
        group = group.element(
            Snippet::source(text)
                .path(sources.path(loc.file))
                .annotation(context),
        );
    }
    let help = Level::HELP
        .with_name(lang.pick("直し方", "help"))
        .message(words.help.as_str());
    let renderer = if colour {
        Renderer::styled()
    } else {
        Renderer::plain()
    };
    renderer.render(&[group.element(help)])
}

fn marked<'s>(
    path: &'s str,
    text: &'s str,
    span: Span,
) -> Snippet<'s, annotate_snippets::Annotation<'s>> {
    Snippet::source(text)
        .path(path)
        .annotation(AnnotationKind::Primary.span(visible(text, span)))
}

/// The span cut to its first line, on character boundaries, at least one character wide.
fn visible(text: &str, span: Span) -> std::ops::Range<usize> {
    let start = text.floor_char_boundary(span.start.min(text.len()));
    let end = text
        .floor_char_boundary(span.end.min(text.len()))
        .max(start);
    let line = text[start..end]
        .find(['\n', '\r'])
        .map_or(end, |at| start + at);
    start..line.max(start)
}
