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
    use crate::base::{FileId, PanelName, Span};
    use crate::diagnostic::UiLang;
    use crate::leaflet::LeftOut;
    use crate::media::PictureFault;
    use crate::preflight::{Finding, PreflightFault};
    use crate::press::PressFault;
    use crate::project::fault::ProjectFault;
    use crate::theme::ThemeFault;

    #[test]
    fn whatever_was_told_is_told_again() {
        let problems = [
            Diagnostic::in_file(
                FileId(7),
                PressFault::Fitted {
                    leaflet: "speaker-a.ja".into(),
                    tenths_of_pt: 115,
                    pages: 2,
                    left_out: vec![LeftOut::Quote, LeftOut::Points],
                },
            ),
            Diagnostic::at_path(
                "a.ja.pdf",
                Finding {
                    pdf: "a.ja.pdf".into(),
                    page: Some(1),
                    fault: PreflightFault::Turned,
                },
            ),
            Diagnostic::of_run(PressFault::HalfEmpty {
                leaflet: "topic-b.en".into(),
                panel: PanelName::Front,
            }),
            Diagnostic::outside(
                "themes/own/page.html",
                "{{ titel }}\n",
                Span::new(3, 8),
                ThemeFault::Template {
                    reason: "no `titel`".into(),
                },
            ),
            Diagnostic::at(Span::new(1, 4).of(FileId(2)), PictureFault::Moves)
                .also(Span::new(8, 9).of(FileId(3))),
            Diagnostic::of_run(ProjectFault::NoSite),
        ];
        let line = write(&problems).unwrap();
        assert!(!line.contains('\n'));
        let again = read(&line).unwrap();
        assert_eq!(again, problems);
        let said = |all: &[Diagnostic], lang| -> Vec<String> {
            let words = all.iter().map(|problem| problem.words(lang));
            words.map(|words| format!("{words:?}")).collect()
        };
        for lang in [UiLang::Ja, UiLang::En] {
            assert_eq!(said(&again, lang), said(&problems, lang));
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
