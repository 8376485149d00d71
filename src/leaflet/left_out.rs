//! What a leaflet can do without.

use serde::{Deserialize, Serialize};

/// What a leaflet can do without, since the site has it in full; in the order in which it is
/// given up.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub(crate) enum LeftOut {
    /// A photograph that may not be printed.
    Portrait,
    /// A drawing for which the head has no room.
    Drawing,
    /// Tables and code, which vertical lines cannot show.
    Tables,
    /// More words than a poster can hold.
    Words,
    /// Numbers beside the one that stands largest.
    Figures,
    /// What others said, and related topics.
    Related,
    /// The second passage printed large.
    SecondQuote,
    /// The passage printed large; it may stay longer than what follows.
    Quote,
    /// Pictures in the text.
    Pictures,
    /// What stands in brackets after the name of an organisation.
    Glosses,
    /// Summaries of voices; their titles stay.
    Summaries,
    /// The picture that is seen first.
    CoverPicture,
    /// What stands between the summary and the points.
    Intro,
    /// Small tables that are drawn.
    Charts,
    /// The last passages of a topic.
    Passages,
    /// The text of points; their headings and what is marked in it stay.
    Points,
    /// What stands before the points, beyond its beginning.
    Lead,
}
