//! One problem, and the sink that every stage reports into.

use super::{DiagnosticKind, Severity, Sources};
use crate::base::{FileId, Loc, Span};

/// Where a problem is.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Location {
    /// At a span of a text that was read.
    At(Loc),
    /// In a text that was read, at no particular line.
    File(FileId),
    /// At a span of a text outside the content, such as a theme's file.
    Outside {
        /// The path as shown to people.
        path: String,
        /// The text.
        text: String,
        /// The place in it.
        span: Span,
    },
    /// At a path of which no text was read.
    Path(String),
    /// In the run as a whole.
    Run,
}

/// What is wrong and where.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Diagnostic {
    /// What is wrong, as facts.
    pub kind: DiagnosticKind,
    /// Where it is.
    pub place: Location,
    /// Another place that belongs to it, such as the first of two equal things.
    pub also: Option<Loc>,
}

impl Diagnostic {
    /// A problem at a span.
    #[must_use]
    pub fn at(loc: Loc, kind: DiagnosticKind) -> Self {
        Self {
            kind,
            place: Location::At(loc),
            also: None,
        }
    }

    /// A problem of a whole file.
    #[must_use]
    pub fn in_file(file: FileId, kind: DiagnosticKind) -> Self {
        Self {
            kind,
            place: Location::File(file),
            also: None,
        }
    }

    /// A problem at a span of a text outside the content.
    #[must_use]
    pub fn outside(
        path: impl Into<String>,
        text: impl Into<String>,
        span: Span,
        kind: DiagnosticKind,
    ) -> Self {
        Self {
            kind,
            place: Location::Outside {
                path: path.into(),
                text: text.into(),
                span,
            },
            also: None,
        }
    }

    /// A problem at a path that could not be read as text.
    #[must_use]
    pub fn at_path(path: impl Into<String>, kind: DiagnosticKind) -> Self {
        Self {
            kind,
            place: Location::Path(path.into()),
            also: None,
        }
    }

    /// A problem of the run as a whole.
    #[must_use]
    pub fn of_run(kind: DiagnosticKind) -> Self {
        Self {
            kind,
            place: Location::Run,
            also: None,
        }
    }

    /// Whether another problem is the same fault of a template, met in another leaflet.
    fn is_one_fault_with(&self, other: &Self) -> bool {
        let (DiagnosticKind::Print { reason, .. }, DiagnosticKind::Print { reason: same, .. }) =
            (&self.kind, &other.kind)
        else {
            return false;
        };
        reason == same
            && self.place == other.place
            && matches!(self.place, Location::Outside { .. })
    }

    /// The same problem, pointing at a second place too.
    #[must_use]
    pub fn also(mut self, loc: Loc) -> Self {
        self.also = Some(loc);
        self
    }
}

/// Collects problems; a stage reports and goes on.
#[derive(Debug, Default, Clone)]
pub struct Diagnostics {
    problems: Vec<Diagnostic>,
}

impl Diagnostics {
    /// Takes one problem in.
    pub fn report(&mut self, problem: Diagnostic) {
        self.problems.push(problem);
    }

    /// Takes in everything another sink has collected.
    pub fn absorb(&mut self, other: Self) {
        self.problems.extend(other.problems);
    }

    /// Whether an error, not just a warning, was reported.
    #[must_use]
    pub fn has_errors(&self) -> bool {
        self.problems
            .iter()
            .any(|p| p.kind.severity() == Severity::Error)
    }

    /// Everything reported so far, in the order in which it came in.
    #[must_use]
    pub fn problems(&self) -> &[Diagnostic] {
        &self.problems
    }

    /// Everything reported, by path, place and code, each once, and a fault of a template once for
    /// all leaflets that it spoils: the order never depends on which thread was faster.
    #[must_use]
    pub fn sorted(&self, sources: &Sources) -> Vec<&Diagnostic> {
        let mut all: Vec<&Diagnostic> = self.problems.iter().collect();
        all.sort_by_cached_key(|p| {
            let (path, at) = match &p.place {
                Location::At(loc) => (sources.path(loc.file), Some(loc.span)),
                Location::File(file) => (sources.path(*file), None),
                Location::Outside { path, span, .. } => (path.as_str(), Some(*span)),
                Location::Path(path) => (path.as_str(), None),
                Location::Run => ("\u{10ffff}", None),
            };
            (path.to_owned(), at, p.kind.code(), format!("{:?}", p.kind))
        });
        all.dedup_by(|a, b| a == b || a.is_one_fault_with(b));
        all
    }
}
