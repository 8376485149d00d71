//! What making the files of a site had to report, in a form that outlives the run: a build of
//! nothing new tells it again without making anything.

use serde::{Deserialize, Serialize};

use crate::base::{FileId, PanelName};
use crate::diag::{Kind, Leaflet, LeftOut, Place, Problem, preflight};

/// A problem of a kind that a build goes on with, and that only making the files can tell.
#[derive(Debug, Serialize, Deserialize)]
struct Note {
    at: At,
    what: What,
}

#[derive(Debug, Serialize, Deserialize)]
enum At {
    /// The number of a file; the same for the same inputs.
    File(u32),
    Path(String),
    Run,
}

#[derive(Debug, Serialize, Deserialize)]
enum What {
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
pub(super) fn write(problems: &[Problem]) -> Option<String> {
    let notes: Option<Vec<Note>> = problems.iter().map(note).collect();
    serde_json::to_string(&notes?).ok()
}

/// The problems of such a line; `None` for any other text.
pub(super) fn read(line: &str) -> Option<Vec<Problem>> {
    let notes: Vec<Note> = serde_json::from_str(line).ok()?;
    Some(notes.into_iter().map(problem).collect())
}

fn note(problem: &Problem) -> Option<Note> {
    let at = match &problem.place {
        Place::File(file) => At::File(file.0),
        Place::Path(path) => At::Path(path.clone()),
        Place::Run => At::Run,
        Place::At(_) | Place::Outside { .. } => return None,
    };
    let what = match problem.kind.clone() {
        Kind::SmallType {
            leaflet,
            tenths_of_pt,
        } => What::SmallType {
            leaflet,
            tenths_of_pt,
        },
        Kind::HalfEmpty { leaflet, panel } => What::HalfEmpty { leaflet, panel },
        Kind::Leaflet(Leaflet::Fitted {
            leaflet,
            tenths_of_pt,
            pages,
            left_out,
        }) => What::Fitted {
            leaflet,
            tenths_of_pt,
            pages,
            left_out,
        },
        Kind::Preflight(preflight::Finding { pdf, page, fault }) => {
            What::Preflight { pdf, page, fault }
        }
        _ => return None,
    };
    problem.also.is_none().then_some(Note { at, what })
}

fn problem(Note { at, what }: Note) -> Problem {
    let kind = match what {
        What::SmallType {
            leaflet,
            tenths_of_pt,
        } => Kind::SmallType {
            leaflet,
            tenths_of_pt,
        },
        What::HalfEmpty { leaflet, panel } => Kind::HalfEmpty { leaflet, panel },
        What::Fitted {
            leaflet,
            tenths_of_pt,
            pages,
            left_out,
        } => Kind::Leaflet(Leaflet::Fitted {
            leaflet,
            tenths_of_pt,
            pages,
            left_out,
        }),
        What::Preflight { pdf, page, fault } => {
            Kind::Preflight(preflight::Finding { pdf, page, fault })
        }
    };
    match at {
        At::File(file) => Problem::in_file(FileId(file), kind),
        At::Path(path) => Problem::at_path(path, kind),
        At::Run => Problem::of_run(kind),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_told_is_told_again() {
        let problems = [
            Problem::in_file(
                FileId(7),
                Kind::Leaflet(Leaflet::Fitted {
                    leaflet: "speaker-a.ja".into(),
                    tenths_of_pt: 115,
                    pages: 2,
                    left_out: vec![LeftOut::Quote, LeftOut::Points],
                }),
            ),
            Problem::at_path(
                "a.ja.pdf",
                Kind::Preflight(preflight::Finding {
                    pdf: "a.ja.pdf".into(),
                    page: Some(1),
                    fault: preflight::Fault::Turned,
                }),
            ),
            Problem::of_run(Kind::HalfEmpty {
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
        assert!(write(&[Problem::of_run(Kind::NoSite)]).is_none());
        for text in ["", "{}", "[1]", "[{\"at\":\"Run\"}]"] {
            assert!(read(text).is_none());
        }
    }
}
