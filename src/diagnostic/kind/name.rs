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
    /// It stands in no folder of an event, as files of its kind do.
    NoEvent,
    /// The folder around it is named like no event; the name that was meant.
    EventFolder(String),
    /// Anything else.
    Other,
}
