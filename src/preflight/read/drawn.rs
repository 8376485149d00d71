//! What is drawn on a page.

use super::colour::PdfColour;
use crate::preflight::geometry::Area;

/// Something drawn.
#[derive(Debug)]
pub(in crate::preflight) struct DrawnItem {
    /// What it is.
    pub what: DrawnKind,
    /// Where it is, as far as it shows.
    pub area: Area,
    /// Its colour.
    pub colour: PdfColour,
    /// Whether something shines through it.
    pub sheer: bool,
    /// Whether its ink is laid over other ink.
    pub overprint: bool,
}

/// What can be drawn.
#[derive(Debug)]
pub(in crate::preflight) enum DrawnKind {
    /// Text: its words, size in points, font, and how many glyphs mean nothing.
    Text {
        words: String,
        size: f64,
        font: usize,
        unknown: usize,
    },
    /// The edges of text, drawn besides its inside.
    Outline { words: String, size: f64 },
    /// A filled shape of so many pieces.
    Fill { pieces: usize },
    /// A line of a width in points.
    Stroke { width: f64 },
    /// A picture: pixels an inch, and the most ink.
    Picture { dpi: f64, ink: Option<f64> },
}
