//! What is wrong with the manifest of a theme.

/// Why a value of `theme.yaml` stays as it was.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ThemeFault {
    /// A key that holds other keys has something else.
    NoMap(&'static str),
    /// A key that holds a list of files has something else.
    NoList(&'static str),
    /// A file that the theme does not have.
    NoFile(String),
    /// A colour that is not written as one.
    Colour(String),
    /// A name that no custom property can have.
    TokenName(String),
    /// A new colour without its value on light screens.
    NoLight(String),
    /// Inks that are not four numbers, or too much ink.
    Inks,
    /// A length that is no number of millimetres, or too long.
    Length,
    /// Widths that are no rising list of whole numbers.
    Widths,
    /// A size that no style sheet takes.
    Sizes,
}
