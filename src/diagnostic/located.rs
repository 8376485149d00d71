//! A diagnostic with its place found in the texts that were read: computed once, and drawn by
//! everything that shows it.

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
    pub help: &'d str,
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
            Place::marked(path, text, loc.span)
        };
        let place = match &problem.place {
            Location::At(loc) => Some(read(*loc)),
            Location::File(file) => Some(Place::whole(sources.path(*file))),
            Location::Outside { path, text, span } => Some(Place::marked(path, text, *span)),
            Location::Path(path) => Some(Place::whole(path)),
            Location::Run => None,
        };
        Self {
            severity: problem.severity(),
            code: problem.code(),
            message: &words.message,
            help: &words.help,
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

    fn marked(path: &'d str, text: &'d str, span: Span) -> Self {
        let (line, column) = line_column(text, span.start);
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

#[cfg(test)]
mod tests {
    use super::super::{DiagnosticWords, Fault, draw, json};
    use super::*;

    /// A fault of no room.
    struct Wrong;

    impl Fault for Wrong {
        fn code(&self) -> &'static str {
            "test/wrong"
        }

        fn severity(&self) -> Severity {
            Severity::Warning
        }

        fn ja(&self) -> DiagnosticWords {
            ("誤り".to_owned(), "直す".to_owned()).into()
        }

        fn en(&self) -> DiagnosticWords {
            ("wrong".to_owned(), "mend".to_owned()).into()
        }
    }

    #[test]
    fn a_place_is_found_once_for_all_who_draw_it() {
        let text = "一行目\n二行目の字\n三行目\n";
        let mut sources = Sources::default();
        let file = sources.add("speakers/a.ja.md", text);
        let start = text.find("行目の").unwrap();
        // Beyond the end of the line, and to the middle of a character.
        let problem = Diagnostic::at(Span::new(start, text.len() - 2).of(file), Wrong);
        let located = Located::new(&problem, &sources, UiLang::Ja);
        let place = located.place.as_ref().unwrap();
        let mark = place.mark.as_ref().unwrap();
        assert_eq!(
            (place.path, mark.line, mark.column),
            ("speakers/a.ja.md", 2, 2)
        );
        assert_eq!(&mark.text[mark.span.clone()], "行目の字");
        assert_eq!(located.message, "誤り");

        let drawn = draw::draw(&located, false);
        assert!(drawn.contains("注意[test/wrong]: 誤り"), "{drawn}");
        assert!(drawn.contains("speakers/a.ja.md:2:2"), "{drawn}");
        assert!(drawn.contains("^^^^^^^^\n"), "{drawn}");
        assert_eq!(
            json::line(&located),
            "{\"severity\":\"warning\",\"code\":\"test/wrong\",\"file\":\"speakers/a.ja.md\",\
             \"line\":2,\"column\":2,\"message\":\"誤り\",\"help\":\"直す\"}"
        );
    }

    #[test]
    fn a_problem_of_the_run_lies_nowhere() {
        let (problem, sources) = (Diagnostic::of_run(Wrong), Sources::default());
        let located = Located::new(&problem, &sources, UiLang::En);
        assert_eq!((located.place.as_ref(), located.message), (None, "wrong"));
        assert!(json::line(&located).contains("\"file\":\"\",\"line\":null,\"column\":null"));
        assert!(!draw::draw(&located, false).contains("-->"));
    }
}
