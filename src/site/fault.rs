//! What can be wrong where documents meet: references, translations, addresses, pictures.

mod en;
mod ja;
mod told;

use crate::base::DocKind;
use crate::source::SourceFault;

/// What can be wrong where documents meet.
#[derive(Debug, Clone, PartialEq, Eq)]
#[allow(missing_docs, reason = "each variant is worded in `ja` and `en`")]
pub(crate) enum SiteFault {
    /// What reading finds too, such as a name that is none.
    Source(SourceFault),
    UnknownReference {
        kind: DocKind,
        slug: String,
        nearest: Option<String>,
    },
    UnlistedTopic {
        slug: String,
    },
    Link {
        fault: LinkFault,
    },
    MissingImage {
        path: String,
    },
    BadImage {
        path: String,
    },
    Contradiction {
        key: String,
    },
    Orphan {
        original: String,
    },
    SectionsDiffer {
        original: Vec<String>,
        here: Vec<String>,
    },
    BadFingerprint {
        current: String,
    },
    Stale {
        changed: Vec<String>,
        current: String,
    },
    AddressTaken {
        address: String,
    },
    TermTaken {
        term: String,
    },
    UncitedTopic,
    /// A statement names no event where there are several.
    WhichEvent {
        /// The event that it is taken to belong to: the site's.
        taken: Option<String>,
        /// The events that there are.
        known: Vec<String>,
    },
    /// A leaflet names a person of whom the site has no statement.
    SilentSpeaker {
        /// The person.
        slug: String,
    },
    NoBaseUrl,
    /// Something that `panels` names is no part that a leaflet can hold.
    UnknownPart {
        /// What was written.
        written: String,
        /// The part that was probably meant.
        nearest: Option<String>,
    },
    /// More panels are filled than the format has.
    TooManyPanels {
        /// The format's name.
        format: &'static str,
        /// How many `panels` fills.
        given: usize,
        /// How many there are to fill.
        most: usize,
    },
    /// Text of the leaflet's own stands on none of the `panels`.
    Unplaced {
        /// The parts, as `panels` would name them.
        parts: Vec<String>,
    },
    /// Nobody said that the person agreed to the use of a photograph on the web.
    NoConsent,
}

/// Why a link leads nowhere.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum LinkFault {
    /// Nothing of this kind and name exists; the nearest name that does.
    Unknown(DocKind, String, Option<String>),
    /// The page exists, the place in it does not; the places that do.
    Fragment(String, Vec<String>),
    /// No such file in the content folder.
    File(String),
    /// A kind of address that is not allowed, such as `javascript:`.
    Scheme(String),
}
