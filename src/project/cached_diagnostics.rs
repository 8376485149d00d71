//! What making the files of a site had to report, in a form that outlives the run: a build of
//! nothing new tells it again without making anything.

use crate::diagnostic::Diagnostic;

/// The problems as one line. Numbers of files are the same for the same inputs.
pub(super) fn write(problems: &[Diagnostic]) -> Option<String> {
    serde_json::to_string(problems).ok()
}

/// The problems of such a line; `None` for any other text.
pub(super) fn read(line: &str) -> Option<Vec<Diagnostic>> {
    serde_json::from_str(line).ok()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::{FileId, Span};
    use crate::diagnostic::{DiagnosticWords, Fault, Severity, UiLang};

    /// A fault that tells all that a fault can tell.
    struct Any(Severity);

    impl Fault for Any {
        fn code(&self) -> &'static str {
            "test/any"
        }

        fn severity(&self) -> Severity {
            self.0
        }

        fn ja(&self) -> DiagnosticWords {
            (
                "「誤り」です。".to_owned(),
                "次のように。\n  \"a: b\"".to_owned(),
            )
                .into()
        }

        fn en(&self) -> DiagnosticWords {
            ("It is “wrong”.".to_owned(), "Write:\n  \"a: b\"".to_owned()).into()
        }

        fn is_machines_fault(&self) -> bool {
            true
        }

        fn subject(&self) -> Option<&str> {
            Some("speaker-a.ja")
        }

        fn cause(&self) -> Option<&str> {
            Some("unknown variable")
        }
    }

    #[test]
    fn whatever_was_told_is_told_again() {
        let span = Span::new(3, 8);
        let problems = [
            Diagnostic::in_file(FileId(7), Any(Severity::Remark)),
            Diagnostic::at_path("a.ja.pdf", Any(Severity::Error)),
            Diagnostic::outside(
                "themes/own/page.html",
                "{{ a }}\n",
                span,
                Any(Severity::Error),
            ),
            Diagnostic::at(span.of(FileId(2)), Any(Severity::Warning)).also(span.of(FileId(3))),
            Diagnostic::of_run(Any(Severity::Warning)),
        ];
        let line = write(&problems).unwrap();
        assert!(!line.contains('\n'));
        let again = read(&line).unwrap();
        assert_eq!(again, problems);
        assert_eq!(again[0].code(), "test/any");
        assert_eq!(again[0].severity(), Severity::Remark);
        assert_eq!(again[0].subject(), Some("speaker-a.ja"));
        assert!(again[0].is_machines_fault());
        for (lang, message) in [
            (UiLang::Ja, "「誤り」です。"),
            (UiLang::En, "It is “wrong”."),
        ] {
            assert_eq!(again[0].words(lang).message, message);
        }
        assert_eq!(write(&[]).as_deref(), Some("[]"));
    }

    #[test]
    fn anything_else_is_found_out_anew() {
        for text in ["", "{}", "[1]", "[{\"at\":\"Run\"}]"] {
            assert!(read(text).is_none());
        }
    }
}
