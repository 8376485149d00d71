//! What a PDF has to be: told by the site and the format, never by what wrote the PDF.

use std::sync::Arc;

use serde::Serialize;

use super::fault::Reader;
use super::passages::Statements;

/// The distances and limits that every leaflet keeps; in millimetres, points and per cent.
pub(super) mod limit {
    /// From the cut to anything but a background.
    pub(in crate::preflight) const TRIM: f64 = 3.0;
    /// From a fold to anything but a background.
    pub(in crate::preflight) const FOLD: f64 = 4.0;
    /// From the edge of the paper to text, for office machines.
    pub(in crate::preflight) const PAPER: f64 = 5.0;
    /// All inks together.
    pub(in crate::preflight) const INK: f64 = 300.0;
    /// The smallest type, in points.
    pub(in crate::preflight) const TYPE: f64 = 6.0;
    /// The smallest reading beside characters: half of 7 points.
    pub(in crate::preflight) const RUBY: f64 = 3.5;
    /// The smallest type in more than one ink.
    pub(in crate::preflight) const COLOURED_TYPE: f64 = 8.0;
    /// The thinnest line, in points.
    pub(in crate::preflight) const LINE: f64 = 0.3;
    /// The coarsest picture, in pixels an inch.
    pub(in crate::preflight) const DPI: f64 = 200.0;
}

/// What a PDF has to be.
#[derive(Debug, Clone, Serialize)]
pub struct Wanted {
    /// Whom it is for.
    pub reader: Reader,
    /// Width and height after cutting, in millimetres.
    pub trim: (f64, f64),
    /// How far colour runs over the cut, in millimetres; for a print shop.
    pub bleed: f64,
    /// Whether the sheet has printer's marks around it; for a print shop.
    pub marks: bool,
    /// How many pages.
    pub pages: usize,
    /// Whether text may go on over more pages than that, as in large type.
    pub flows: bool,
    /// For each page, how far from its left edge the folds are, in millimetres.
    pub folds: Vec<Vec<f64>>,
    /// Whether it is for a machine with black ink alone.
    pub black: bool,
    /// The language, such as `ja`.
    pub language: String,
    /// Where its QR codes lead: each address has a code of its own, one that is here twice has two, and
    /// no code leads elsewhere. Empty when there need be none.
    pub addresses: Vec<String>,
    /// What was said, to compare with what is printed.
    #[serde(skip)]
    pub statements: Arc<Statements>,
}
