//! What is wrong with running text.

/// A slip in the Markdown of a body.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Prose {
    /// A link without words; its address.
    EmptyLink(String),
    /// A heading without words.
    EmptyHeading,
}

impl Prose {
    /// The stable name, `area/what`.
    #[must_use]
    pub const fn code(&self) -> &'static str {
        match self {
            Self::EmptyLink(_) => "text/empty-link",
            Self::EmptyHeading => "text/empty-heading",
        }
    }
}
