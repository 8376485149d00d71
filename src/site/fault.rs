//! What can be wrong where documents meet: references, translations, addresses, pictures.

mod designs;
mod en;
mod ja;
mod right;
mod told;

use super::absent::{Absent, Reason};
use crate::base::{Design, DocKind, Format, Slug};
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
        /// Where none is near, some of the names that there are.
        known: Vec<String>,
    },
    /// A name of something that is a draft.
    DraftReference {
        kind: DocKind,
        slug: String,
        /// The file that is a draft.
        file: String,
    },
    /// A statement whose person or event has no file.
    StatementOfMissing {
        /// What has no file.
        kind: DocKind,
        slug: String,
        /// The file that it would have.
        file: String,
        nearest: Option<String>,
        /// How many files this keeps out of the site.
        files: usize,
    },
    /// A statement whose person or event is a draft.
    StatementOfDraft {
        /// What is a draft.
        kind: DocKind,
        /// The file that is a draft.
        file: String,
        /// How many statements this keeps out of the site.
        statements: usize,
    },
    /// A person's own file has a statement at the same event.
    SaidTwice {
        event: String,
        /// The person's file.
        own: String,
        /// The file in the folder of the event.
        other: String,
    },
    /// Sections of a statement name topics that its own list lacks.
    UnlistedTopics {
        slugs: Vec<String>,
    },
    Link {
        fault: LinkFault,
    },
    MissingImage {
        path: String,
        /// The picture that was probably meant, as it is to be written.
        meant: Option<String>,
    },
    /// A picture on another site, which pages do not fetch.
    OutsideImage {
        address: String,
    },
    /// A picture somewhere on the writer's computer.
    PictureOfComputer {
        /// Its name.
        name: String,
        /// How to write it once it lies among the pictures.
        right: String,
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
    /// A file that looks like a translation, without its original.
    LostTranslation {
        /// The file that would be the original.
        original: String,
        /// The name that it would have as the translation of another original.
        nearest: Option<String>,
        /// What it would have if it were an original.
        line: String,
    },
    SectionsDiffer {
        original: Vec<String>,
        here: Vec<String>,
    },
    /// A translation has more or fewer figures than its original.
    FiguresDiffer {
        original: usize,
        here: usize,
    },
    /// A translation has other charts than its original, or other numbers in them.
    ChartsDiffer,
    BadFingerprint {
        current: String,
    },
    Stale {
        changed: Vec<String>,
        current: String,
    },
    /// Terms of the glossary in a paragraph whose translation has none of their renderings.
    Unrendered {
        /// Each term with its renderings.
        terms: Vec<(String, Vec<String>)>,
    },
    /// A file is called as a page or leaflet that the program makes by itself.
    NameTaken {
        address: String,
        /// A file that could be called otherwise.
        example: String,
    },
    AddressTaken {
        address: String,
    },
    TermTaken {
        term: String,
    },
    UncitedTopic {
        /// What it is called where it is named.
        slug: String,
        /// A draft that touches it.
        draft: Option<String>,
    },
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
    /// A leaflet has no text, and names nothing that could stand on it.
    EmptyLeaflet {
        /// A person who could.
        speaker: Option<String>,
    },
    /// A leaflet lacks what its design shows.
    DesignLacks {
        design: Design,
        lacks: DesignNeed,
    },
    /// A kind of leaflet does not have a design.
    DesignUnfit {
        design: Design,
        /// The format of a composed leaflet.
        format: Option<Format>,
        /// The designs that it has.
        fitting: &'static [Design],
    },
    /// Nobody said that those who are asked agreed to the use of a photograph on the web.
    NoConsent {
        /// The key of the photograph.
        key: &'static str,
    },
}

/// What a design needs.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum DesignNeed {
    /// Numbers in large type.
    Figures,
    /// What the person says in a few words.
    Pull,
    /// A person who speaks.
    Speaker,
    /// A heading that is a question.
    Question,
    /// A hook that is a question.
    AskingHook,
    /// A table of two columns, or two sections.
    TwoColumns,
}

impl SiteFault {
    /// What to tell of a name that the site does not have; nothing when what is wrong has been
    /// reported where it is.
    pub(super) fn not_found(
        kind: DocKind,
        slug: &Slug,
        absent: &Absent,
        nearest: impl FnOnce() -> Option<String>,
        known: impl FnOnce() -> Vec<String>,
    ) -> Option<Self> {
        let reason = absent.reason(kind, slug.as_str());
        let slug = slug.to_string();
        match reason {
            Some(Reason::Draft(file)) => {
                let file = file.to_string();
                Some(Self::DraftReference { kind, slug, file })
            }
            Some(Reason::Reported) => None,
            None => {
                let nearest = nearest();
                // Where one is offered, the others only distract.
                let known = if nearest.is_none() {
                    known()
                } else {
                    Vec::new()
                };
                Some(Self::UnknownReference {
                    kind,
                    slug,
                    nearest,
                    known,
                })
            }
        }
    }
}

/// Why a link leads nowhere.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum LinkFault {
    /// Nothing of this kind and name exists; the nearest name that does.
    Unknown(DocKind, String, Option<String>),
    /// What it leads to is a draft: its kind and name, and its file.
    Draft(DocKind, String, String),
    /// The page exists, the place in it does not; the places that do.
    Fragment(String, Vec<String>),
    /// No such file in the content folder.
    File {
        /// Its path there.
        path: String,
        /// The address as it was written.
        written: String,
        /// The address of what was probably meant.
        meant: Option<String>,
    },
    /// A kind of address that is not allowed, such as `javascript:`.
    Scheme(String),
}

/// Whether a file is a photograph as phones keep them.
fn is_of_phones(path: &str) -> bool {
    let lower = path.to_ascii_lowercase();
    [".heic", ".heif"]
        .iter()
        .any(|ending| lower.ends_with(ending))
}
