//! The designs of leaflets: what stands largest, and how the rest is arranged.

use super::choice::{word_of, words};
use super::{Lang, LineBreaking};

/// What staff choose under `design`; else what the leaflet holds decides.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) enum Design {
    /// The hook on a field of colour, the points in columns below.
    Title,
    /// What the speaker says, in a few words, beside the face.
    Voice,
    /// One number over half of the sheet.
    Figure,
    /// A question, and under it the answers.
    Question,
    /// Two columns of facts, such as before and after.
    Compare,
    /// Vertical lines under a headline down the right side, as in newspapers.
    Newspaper,
    /// To be read in passing: a headline over half of the paper, few words, a large code, and room for
    /// place and time.
    Poster,
}

impl Design {
    /// Every design, as front matter names it.
    pub(crate) const ALL: [(&'static str, Self); 7] = [
        ("title", Self::Title),
        ("voice", Self::Voice),
        ("figure", Self::Figure),
        ("question", Self::Question),
        ("compare", Self::Compare),
        ("newspaper", Self::Newspaper),
        ("poster", Self::Poster),
    ];

    /// Their names alone.
    pub(crate) const NAMES: [&'static str; 7] = words(&Self::ALL);

    /// Whether its headline stands in vertical lines in a language.
    #[must_use]
    pub(crate) fn is_vertical(self, lang: Lang) -> bool {
        let has_vertical = lang.locale().line_breaking == LineBreaking::Japanese;
        has_vertical && matches!(self, Self::Newspaper | Self::Poster)
    }

    /// As front matter and print templates name it.
    #[must_use]
    pub(crate) fn name(self) -> &'static str {
        word_of(&Self::ALL, self)
    }
}
