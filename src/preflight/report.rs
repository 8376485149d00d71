//! What preflight tells of a PDF: plain data, so that it can be kept and printed.

use serde::{Deserialize, Serialize};

use super::fault::PreflightFault;

/// Everything that preflight found out about one PDF.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Report {
    /// What is wrong, with the page from 1.
    pub faults: Vec<(Option<usize>, PreflightFault)>,
    /// What was measured.
    pub facts: Facts,
}

/// What was measured in a PDF.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct Facts {
    /// The version of PDF, such as `1.6`.
    pub version: String,
    /// How many pages.
    pub pages: usize,
    /// Width and height of sheet, bleed and trim of the first page, in millimetres.
    pub media: (f64, f64),
    /// The bleed, if it is said.
    pub bleed: Option<(f64, f64)>,
    /// The trim, if it is said.
    pub trim: Option<(f64, f64)>,
    /// The fonts: name, kind, whether embedded, whether a subset.
    pub fonts: Vec<FontFact>,
    /// The colour spaces, by name.
    pub spaces: Vec<String>,
    /// The most ink inside the bleed, in per cent; `None` where there is none.
    pub ink: Option<f64>,
    /// The smallest type that is no reading, in points.
    pub type_size: Option<f64>,
    /// The thinnest line inside the bleed, in points.
    pub line: Option<f64>,
    /// How near text comes to the cut, in millimetres.
    pub nearest: Option<f64>,
    /// The coarsest picture, in pixels an inch.
    pub dpi: Option<f64>,
    /// What the QR codes read.
    pub codes: Vec<String>,
    /// How many sentences of statements stand in it word for word.
    pub sentences: usize,
}

/// A font as it was found.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct FontFact {
    /// Its name, as the PDF calls it.
    pub name: String,
    /// How it is stored, such as `CIDFontType2`.
    pub kind: String,
    /// Whether its glyphs are in the PDF.
    pub embedded: bool,
    /// Whether only the glyphs that are used are.
    pub subset: bool,
}

impl Report {
    /// Whether nothing but warnings was found.
    #[must_use]
    pub fn passed(&self) -> bool {
        use crate::diagnostic::{Fault, Severity};
        let grave =
            |(_, fault): &(Option<usize>, PreflightFault)| fault.severity() == Severity::Error;
        !self.faults.iter().any(grave)
    }
}
