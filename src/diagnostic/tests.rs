//! A diagnostic located, and what is drawn from that.

use super::{Diagnostic, DiagnosticWords, Fault, Located, Severity, Sources, UiLang, draw, json};
use crate::base::Span;

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
