//! What a leaflet can do without.

use serde::{Deserialize, Serialize};

/// What a leaflet can do without, since the site has it in full; in the order in which it is
/// given up.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub(crate) enum LeftOut {
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
