//! What making the files of a site had to report, in a form that outlives the run: a build of
//! nothing new tells it again without making anything.

use serde::{Deserialize, Serialize};

use crate::base::{FileId, PanelName};
use crate::diagnostic::{Diagnostic, DiagnosticKind, LeafletFault, LeftOut, Location, preflight};

/// A problem of a kind that a build goes on with, and that only making the files can tell.
#[derive(Debug, Serialize, Deserialize)]
struct CachedDiagnostic {
    at: At,
    what: CachedKind,
}

#[derive(Debug, Serialize, Deserialize)]
enum At {
    /// The number of a file; the same for the same inputs.
    File(u32),
    Path(String),
    Run,
}

#[derive(Debug, Serialize, Deserialize)]
enum CachedKind {
    SmallType {
        leaflet: String,
        tenths_of_pt: u32,
    },
    HalfEmpty {
        leaflet: String,
        panel: PanelName,
    },
    Fitted {
        leaflet: String,
        tenths_of_pt: u32,
        pages: usize,
        left_out: Vec<LeftOut>,
    },
    Preflight {
        pdf: String,
        page: Option<usize>,
        fault: preflight::Fault,
    },
}

/// The problems as one line; `None` when one of them is not to be told out of a cache.
pub(super) fn write(problems: &[Diagnostic]) -> Option<String> {
    let notes: Option<Vec<CachedDiagnostic>> = problems.iter().map(note).collect();
    serde_json::to_string(&notes?).ok()
}

/// The problems of such a line; `None` for any other text.
pub(super) fn read(line: &str) -> Option<Vec<Diagnostic>> {
    let notes: Vec<CachedDiagnostic> = serde_json::from_str(line).ok()?;
    Some(notes.into_iter().map(problem).collect())
}

fn note(problem: &Diagnostic) -> Option<CachedDiagnostic> {
    let at = match &problem.place {
        Location::File(file) => At::File(file.0),
        Location::Path(path) => At::Path(path.clone()),
        Location::Run => At::Run,
        Location::At(_) | Location::Outside { .. } => return None,
    };
    let what = match problem.kind.clone() {
        DiagnosticKind::SmallType {
            leaflet,
            tenths_of_pt,
        } => CachedKind::SmallType {
            leaflet,
            tenths_of_pt,
        },
        DiagnosticKind::HalfEmpty { leaflet, panel } => CachedKind::HalfEmpty { leaflet, panel },
        DiagnosticKind::Leaflet(LeafletFault::Fitted {
            leaflet,
            tenths_of_pt,
            pages,
            left_out,
        }) => CachedKind::Fitted {
            leaflet,
            tenths_of_pt,
            pages,
            left_out,
        },
        DiagnosticKind::Preflight(preflight::Finding { pdf, page, fault }) => {
            CachedKind::Preflight { pdf, page, fault }
        }
        _ => return None,
    };
    problem
        .also
        .is_none()
        .then_some(CachedDiagnostic { at, what })
}

fn problem(CachedDiagnostic { at, what }: CachedDiagnostic) -> Diagnostic {
    let kind = match what {
        CachedKind::SmallType {
            leaflet,
            tenths_of_pt,
        } => DiagnosticKind::SmallType {
            leaflet,
            tenths_of_pt,
        },
        CachedKind::HalfEmpty { leaflet, panel } => DiagnosticKind::HalfEmpty { leaflet, panel },
        CachedKind::Fitted {
            leaflet,
            tenths_of_pt,
            pages,
            left_out,
        } => DiagnosticKind::Leaflet(LeafletFault::Fitted {
            leaflet,
            tenths_of_pt,
            pages,
            left_out,
        }),
        CachedKind::Preflight { pdf, page, fault } => {
            DiagnosticKind::Preflight(preflight::Finding { pdf, page, fault })
        }
    };
    match at {
        At::File(file) => Diagnostic::in_file(FileId(file), kind),
        At::Path(path) => Diagnostic::at_path(path, kind),
        At::Run => Diagnostic::of_run(kind),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_told_is_told_again() {
        let problems = [
            Diagnostic::in_file(
                FileId(7),
                DiagnosticKind::Leaflet(LeafletFault::Fitted {
                    leaflet: "speaker-a.ja".into(),
                    tenths_of_pt: 115,
                    pages: 2,
                    left_out: vec![LeftOut::Quote, LeftOut::Points],
                }),
            ),
            Diagnostic::at_path(
                "a.ja.pdf",
                DiagnosticKind::Preflight(preflight::Finding {
                    pdf: "a.ja.pdf".into(),
                    page: Some(1),
                    fault: preflight::Fault::Turned,
                }),
            ),
            Diagnostic::of_run(DiagnosticKind::HalfEmpty {
                leaflet: "topic-b.en".into(),
                panel: PanelName::Front,
            }),
        ];
        let line = write(&problems).unwrap();
        assert!(!line.contains('\n'));
        assert_eq!(read(&line).unwrap(), problems);
        assert_eq!(write(&[]).as_deref(), Some("[]"));
    }

    #[test]
    fn anything_else_is_found_out_anew() {
        assert!(write(&[Diagnostic::of_run(DiagnosticKind::NoSite)]).is_none());
        for text in ["", "{}", "[1]", "[{\"at\":\"Run\"}]"] {
            assert!(read(text).is_none());
        }
    }
}
