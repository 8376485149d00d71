//! One diagnostic: what is wrong, told in both languages, and where.

use std::borrow::Cow;
use std::sync::Arc;

use serde::{Deserialize, Deserializer, Serialize, Serializer};

use super::{DiagnosticWords, Fault, Instead, Severity, Sources, UiLang};
use crate::base::{FileId, Loc, Span};

/// A message is no longer than this: content may be quoted in it, and content may be of any length.
const LONGEST_MESSAGE: usize = 1_000;
/// The same of a remedy.
const LONGEST_HELP: usize = 4_000;

/// Where a problem is.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
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

/// What is wrong and where: finished facts, which can be kept and told again in either language
/// without knowing which room found it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Diagnostic {
    /// Where it is.
    pub place: Location,
    /// Another place that belongs to it, such as the first of two equal things.
    pub also: Option<Loc>,
    /// What would be right, shown below the help.
    pub(super) instead: Option<Box<Instead>>,
    #[serde(serialize_with = "shared", deserialize_with = "unshared")]
    what: Arc<What>,
}

/// What a fault has told of itself.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
struct What {
    code: Cow<'static, str>,
    severity: Severity,
    is_machines_fault: bool,
    is_of_line: bool,
    is_slip: bool,
    subject: Option<String>,
    cause: Option<String>,
    root: Option<String>,
    ja: DiagnosticWords,
    en: DiagnosticWords,
}

impl Diagnostic {
    /// A problem at a span.
    #[must_use]
    pub fn at(loc: Loc, fault: impl Fault) -> Self {
        let right = fault.instead(loc);
        Self::new(Location::At(loc), fault).instead(right)
    }

    /// A problem of a whole file.
    #[must_use]
    pub(crate) fn in_file(file: FileId, fault: impl Fault) -> Self {
        Self::new(Location::File(file), fault)
    }

    /// A problem at a span of a text outside the content.
    #[must_use]
    pub fn outside(
        path: impl Into<String>,
        text: impl Into<String>,
        span: Span,
        fault: impl Fault,
    ) -> Self {
        let place = Location::Outside {
            path: path.into(),
            text: text.into(),
            span,
        };
        Self::new(place, fault)
    }

    /// A problem at a path that could not be read as text.
    #[must_use]
    pub(crate) fn at_path(path: impl Into<String>, fault: impl Fault) -> Self {
        Self::new(Location::Path(path.into()), fault)
    }

    /// A problem of the run as a whole.
    #[must_use]
    pub(crate) fn of_run(fault: impl Fault) -> Self {
        Self::new(Location::Run, fault)
    }

    fn new(place: Location, fault: impl Fault) -> Self {
        let what = What {
            code: Cow::Borrowed(fault.code()),
            severity: fault.severity(),
            is_machines_fault: fault.is_machines_fault(),
            is_of_line: fault.is_of_line(),
            is_slip: fault.is_slip(),
            subject: fault.subject().map(str::to_owned),
            cause: fault.cause().map(str::to_owned),
            root: fault.root(),
            ja: fault.ja().cut(),
            en: fault.en().cut(),
        };
        Self {
            place,
            also: None,
            instead: None,
            what: Arc::new(what),
        }
    }

    /// The same problem, pointing at a second place too.
    #[must_use]
    pub(crate) fn also(mut self, loc: Loc) -> Self {
        self.also = Some(loc);
        self
    }

    /// The same problem, with the lines as they would be right.
    #[must_use]
    pub(crate) fn instead(mut self, right: Option<Instead>) -> Self {
        self.instead = right.map(Box::new).or(self.instead);
        self
    }

    /// The stable name of what is wrong, `area/what`.
    #[must_use]
    pub fn code(&self) -> &str {
        &self.what.code
    }

    /// Whether a build can go on with it.
    #[must_use]
    pub(crate) fn severity(&self) -> Severity {
        self.what.severity
    }

    /// Whether the command line or the machine, not the content, is at fault.
    #[must_use]
    pub(crate) fn is_machines_fault(&self) -> bool {
        self.what.is_machines_fault
    }

    /// The thing that it is about, by name, where such things are counted.
    #[must_use]
    pub(crate) fn subject(&self) -> Option<&str> {
        self.what.subject.as_deref()
    }

    /// The same where nothing comes of it yet: a build can go on.
    #[must_use]
    pub(crate) fn into_warning(mut self) -> Self {
        Arc::make_mut(&mut self.what).severity = Severity::Warning;
        self
    }

    /// The one thing that is wrong here and at other places.
    pub(super) fn root(&self) -> Option<&str> {
        self.what.root.as_deref()
    }

    /// The same with more words behind its remedy.
    pub(super) fn with_more(mut self, ja: &str, en: &str) -> Self {
        let what = Arc::make_mut(&mut self.what);
        for (words, more) in [(&mut what.ja, ja), (&mut what.en, en)] {
            words.help.push('\n');
            words.help.push_str(more);
        }
        self
    }

    /// Message and remedy in a language.
    #[must_use]
    pub fn words(&self, lang: UiLang) -> &DiagnosticWords {
        match lang {
            UiLang::Ja => &self.what.ja,
            UiLang::En => &self.what.en,
        }
    }

    /// Whether another problem at the same place says more of the same: a character that only some
    /// computers know is told of a text, and of a leaflet that cannot print it.
    pub(super) fn is_said_by(&self, other: &Self) -> bool {
        let codes = [self.code(), other.code()];
        let is_one_place = match (&self.place, &other.place) {
            (Location::At(a), Location::At(b)) => (a.file, a.span.start) == (b.file, b.span.start),
            _ => false,
        };
        codes == ["text/private-character", "leaflet/missing-glyphs"] && is_one_place
    }

    /// Whether it is a slip in a line for which another problem tells the whole line as it should be.
    pub(super) fn goes_with(&self, other: &Self, sources: &Sources) -> bool {
        let (Location::At(own), Location::At(its)) = (&self.place, &other.place) else {
            return false;
        };
        let line = |at: &Loc| sources.line_column(*at).0;
        let is_there =
            || (own.span.start..own.span.end).contains(&its.span.start) || line(own) == line(its);
        self.what.is_slip && other.what.is_of_line && own.file == its.file && is_there()
    }

    /// Whether another problem is the same mistake in a theme, met in another thing that it spoils.
    pub(super) fn is_one_fault_with(&self, other: &Self) -> bool {
        self.what.cause.is_some()
            && self.what.cause == other.what.cause
            && self.what.code == other.what.code
            && self.place == other.place
            && matches!(self.place, Location::Outside { .. })
    }
}

impl DiagnosticWords {
    /// The words without the middle of what is too long to be shown.
    fn cut(self) -> Self {
        Self {
            message: within(self.message, LONGEST_MESSAGE),
            help: within(self.help, LONGEST_HELP),
        }
    }
}

/// The text, or as many of its characters from both ends as may be shown.
fn within(text: String, most: usize) -> String {
    let number = if text.len() > most {
        text.chars().count()
    } else {
        0
    };
    if number <= most {
        return text;
    }
    let head = text.chars().take(most - 100);
    let tail = text.chars().skip(number - 99);
    head.chain(['…']).chain(tail).collect()
}

/// Writes what an [`Arc`] holds, for which serde has no words of its own without a feature.
fn shared<S: Serializer>(what: &Arc<What>, serializer: S) -> Result<S::Ok, S::Error> {
    what.serialize(serializer)
}

/// Reads it again.
fn unshared<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Arc<What>, D::Error> {
    What::deserialize(deserializer).map(Arc::new)
}
