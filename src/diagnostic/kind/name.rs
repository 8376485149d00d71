//! What is wrong with the name of a page file.

/// Why a name cannot be read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum NameFault {
    /// Full-width or capital letters; the right name.
    Letters(String),
    /// Another ending than `.md`; the right name.
    Ending(String),
    /// No language; the name before it.
    NoLanguage(String),
    /// A document of a word processor; its ending.
    Document(String),
    /// A picture among pages.
    Image,
    /// Anything else.
    Other,
}
