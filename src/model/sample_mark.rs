//! Kinds of text that a sample leaves to be replaced.

/// A kind of text that is there to be replaced.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum SampleMark {
    /// To be written.
    FillIn,
    /// To be translated.
    Translate,
    /// To be changed.
    Change,
    /// Made up, as it says itself.
    Sample,
    /// An address that is nobody's (RFC 2606).
    Address,
    /// A telephone number that is nobody's.
    Telephone,
    /// Signs in the place of a name.
    Blank,
}

impl SampleMark {
    /// Whether nobody has written the text yet, in this language.
    pub(crate) const fn is_unwritten(self) -> bool {
        matches!(self, Self::FillIn | Self::Translate)
    }
}
