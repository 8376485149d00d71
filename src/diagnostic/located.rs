//! A diagnostic with its place found in the texts that were read: computed once, and drawn by
//! everything that shows it.

use std::borrow::Cow;
use std::ops::Range;

use super::{Diagnostic, Location, Severity, Sources, UiLang};
use crate::base::{Loc, Span, line_column};

/// A diagnostic in the language of the person who reads it, with its places.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Located<'d> {
    /// How grave it is.
    pub severity: Severity,
    /// The stable name of what is wrong.
    pub code: &'d str,
    /// What is wrong.
    pub message: &'d str,
    /// What to do about it.
    pub help: Cow<'d, str>,
    /// The language of message and help.
    pub lang: UiLang,
    /// Where it is; `None` for the run as a whole.
    pub place: Option<Place<'d>>,
    /// Another place that belongs to it.
    pub also: Option<Place<'d>>,
}

/// A file, and the place in it where there is one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Place<'d> {
    /// The path as shown to people.
    pub path: &'d str,
    /// The place in its text.
    pub mark: Option<Mark<'d>>,
}

/// A marked place in a text. It never goes beyond the end of its line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mark<'d> {
    /// The whole text.
    pub text: &'d str,
    /// The line, counted from one.
    pub line: usize,
    /// The column, counted in characters from one.
    pub column: usize,
    /// The bytes of the text that are marked, on boundaries of characters.
    pub span: Range<usize>,
}

impl<'d> Located<'d> {
    /// Finds a diagnostic's places.
    #[must_use]
    pub fn new(problem: &'d Diagnostic, sources: &'d Sources, lang: UiLang) -> Self {
        let words = problem.words(lang);
        let read = |loc: Loc| {
            let (path, text) = (sources.path(loc.file), sources.text(loc.file));
            Place::marked(path, text, loc.span, sources.line_column(loc))
        };
        let place = match &problem.place {
            Location::At(loc) => Some(read(*loc)),
            Location::File(file) => Some(Place::whole(sources.path(*file))),
            Location::Outside { path, text, span } => Some(Place::marked(
                path,
                text,
                *span,
                line_column(text, span.start),
            )),
            Location::Path(path) => Some(Place::whole(path)),
            Location::Run => None,
        };
        let right = problem.instead.as_ref().and_then(|right| {
            let text = sources.text(right.file());
            right.told(text, lang)
        });
        let help = match right {
            Some(right) if words.help.is_empty() => Cow::Owned(right),
            Some(right) => Cow::Owned(format!("{}\n{right}", words.help)),
            None => Cow::Borrowed(words.help.as_str()),
        };
        Self {
            severity: problem.severity(),
            code: problem.code(),
            message: &words.message,
            help,
            lang,
            place,
            also: problem.also.map(read),
        }
    }
}

impl<'d> Place<'d> {
    fn whole(path: &'d str) -> Self {
        Self { path, mark: None }
    }

    fn marked(path: &'d str, text: &'d str, span: Span, (line, column): (usize, usize)) -> Self {
        let mark = Mark {
            text,
            line,
            column,
            span: visible(text, span),
        };
        Self {
            path,
            mark: Some(mark),
        }
    }
}

/// The span cut to its first line, on boundaries of characters.
fn visible(text: &str, span: Span) -> Range<usize> {
    let start = text.floor_char_boundary(span.start.min(text.len()));
    let end = text
        .floor_char_boundary(span.end.min(text.len()))
        .max(start);
    let line = text[start..end].find(['\n', '\r']);
    start..line.map_or(end, |at| start + at)
}
