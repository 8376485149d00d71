//! What a value of front matter was expected to be.

/// What a value was expected to be.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Expected {
    /// A line of text.
    Text,
    /// A line of text, or one for each language.
    TextByLang,
    /// A list of texts.
    List,
    /// A whole number.
    Number,
    /// `true` or `false`.
    YesNo,
    /// Indented keys with values.
    Map,
}
