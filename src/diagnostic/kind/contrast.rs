//! What is wrong with a pair of colours.

use crate::base::Colour;

/// A colour on which text, or as which text, is hard to read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Contrast {
    /// The colour that staff wrote.
    pub colour: Colour,
    /// The one that it meets.
    pub other: Colour,
    /// The nearest colour in the place of `colour` that is read well; `None` where no colour is,
    /// so that another one has to change.
    pub nearest: Option<Colour>,
}
