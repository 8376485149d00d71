//! What can be wrong in the front matter of a leaflet, and what was done to make it fit.

use serde::{Deserialize, Serialize};

use super::Severity;
use crate::base::Lang;

/// A problem of a composed leaflet, or a remark on how it was fitted.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum LeafletFault {
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
    /// `languages` does not name two languages of the site.
    Languages {
        /// The languages of the site.
        known: Vec<Lang>,
    },
    /// What was left out, or set over more pages, to make the leaflet fit.
    Fitted {
        /// The leaflet and its language.
        leaflet: String,
        /// The size of body text, in tenths of a point.
        tenths_of_pt: u32,
        /// How many pages the PDF has.
        pages: usize,
        /// What was left out, in the order in which it was given up.
        left_out: Vec<LeftOut>,
    },
}

/// What a leaflet can do without, since the site has it in full; in the order in which it is
/// given up.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum LeftOut {
    /// A photograph that may not be printed.
    Portrait,
    /// Pictures in the text, which are the site's.
    Pictures,
    /// What others said, and related topics.
    Related,
    /// The second passage printed large.
    SecondQuote,
    /// What stands in brackets after the name of an organisation.
    Glosses,
    /// Summaries beyond their first sentence.
    Summaries,
    /// Points beyond their first paragraph.
    Paragraphs,
    /// Points beyond their first sentences.
    Sentences,
    /// The passage printed large.
    Quote,
    /// The last passages of a topic.
    Passages,
    /// The text of points; their headings stay.
    Points,
}

impl LeafletFault {
    /// The stable name of the kind.
    pub(super) const fn code(&self) -> &'static str {
        match self {
            Self::UnknownPart { .. } => "leaflet/unknown-part",
            Self::TooManyPanels { .. } => "leaflet/too-many-panels",
            Self::Unplaced { .. } => "leaflet/unplaced-text",
            Self::Languages { .. } => "leaflet/languages",
            Self::Fitted { .. } => "leaflet/fitted",
        }
    }

    /// Whether a build can go on with it.
    pub(super) const fn severity(&self) -> Severity {
        match self {
            Self::Fitted { .. } => Severity::Remark,
            Self::Unplaced { .. } => Severity::Warning,
            _ => Severity::Error,
        }
    }
}
