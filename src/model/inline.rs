//! A piece of running text, as the text tree holds it.

/// A piece of running text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Inline<L> {
    /// Characters.
    Text(String),
    /// Emphasis.
    Emphasis(Vec<Self>),
    /// Strong emphasis.
    Strong(Vec<Self>),
    /// Struck out.
    Strike(Vec<Self>),
    /// Code.
    Code(String),
    /// A link.
    Link {
        /// Where it leads.
        to: L,
        /// What it stands on.
        content: Vec<Self>,
    },
    /// A picture.
    Image {
        /// The picture.
        src: L,
        /// What it shows.
        alt: String,
    },
    /// Furigana: characters with their reading above.
    Ruby {
        /// The characters.
        base: String,
        /// The reading.
        reading: String,
    },
    /// A footnote, where it is referred to.
    Note {
        /// What it is called in the file.
        label: String,
        /// What it says.
        content: Vec<Self>,
    },
    /// A line break that was asked for.
    Break,
}
