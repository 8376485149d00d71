//! What preflight finds in a finished PDF.

mod en;
mod ja;
mod told;

use serde::{Deserialize, Serialize};

use crate::diagnostic::join;

/// Something found in a PDF.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Finding {
    /// The PDF's file name.
    pub pdf: String,
    /// The page, from 1; none when it concerns the whole PDF.
    pub page: Option<usize>,
    /// What was found.
    pub fault: PreflightFault,
}

/// Which of a page's boxes (ISO 32000-1 §14.11.2).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[allow(missing_docs, reason = "the names of the standard")]
pub enum PageBox {
    Media,
    Trim,
    Bleed,
    Crop,
}

/// Whom a PDF is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum Reader {
    /// Screens, offices, shops.
    Office,
    /// A print shop.
    Press,
}

/// An edge that content keeps away from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum Edge {
    /// Where the sheet is cut.
    Trim,
    /// Where the sheet is folded.
    Fold,
    /// The edge of the paper, where office machines cannot print.
    Paper,
    /// The same in an edition for a duplicator, which prints nothing at all there.
    Machine,
}

/// Something drawn, as a person would name it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum Thing {
    /// Text; how it begins.
    Text(String),
    /// A line.
    Line,
    /// A small shape.
    Shape,
    /// A colour behind something that ends too near to the edge.
    Ground,
    /// A picture.
    Picture,
}

/// A standard that the office PDF keeps.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum Standard {
    /// PDF/UA-1 (ISO 14289-1).
    Ua1,
    /// PDF/A-2a (ISO 19005-2).
    A2a,
}

/// Everything that preflight can find. Lengths are in tenths of a millimetre, type and lines
/// in hundredths of a point, ink in per cent.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[allow(missing_docs, reason = "each variant is worded in `ja` and `en`")]
pub enum PreflightFault {
    Unreadable,
    /// A part of a page cannot be read.
    Torn,
    /// A page on which there is nothing.
    Blank,
    Pages {
        found: usize,
        wanted: usize,
    },
    NoBox {
        which: PageBox,
    },
    WrongBox {
        which: PageBox,
        found: (i32, i32),
        wanted: (i32, i32),
    },
    OffBox {
        which: PageBox,
    },
    Turned,
    NotEmbedded {
        font: String,
    },
    Type3 {
        font: String,
    },
    NoMeaning {
        font: String,
    },
    Colour {
        space: String,
        reader: Reader,
    },
    /// Colour in an edition for a machine with black ink alone.
    NotBlack {
        /// Its components, in per cent.
        colour: Vec<i32>,
    },
    BlackText {
        text: String,
        inks: [i32; 4],
    },
    Ink {
        percent: i32,
        most: i32,
    },
    Margin {
        thing: Thing,
        edge: Edge,
        least: i32,
        found: i32,
    },
    Marks,
    NoCode {
        address: String,
    },
    WrongCode {
        found: String,
        address: String,
    },
    Passage {
        printed: String,
        written: String,
    },
    Coarse {
        dpi: i32,
        least: i32,
    },
    SmallText {
        text: String,
        size: i32,
        least: i32,
    },
    Hairline {
        width: i32,
        least: i32,
    },
    Annotation {
        kind: String,
    },
    Sheer,
    Overprint,
    FalseClaim,
    Undeclared {
        standard: Standard,
    },
    Untagged,
    Language {
        found: Option<String>,
        wanted: String,
    },
    NoTitle,
    NoBookmarks,
    DeadLink {
        goal: Option<String>,
    },
    MuteLink,
    MuteFigures {
        count: usize,
    },
}

/// Tenths as a decimal number.
fn tenths(number: i32) -> String {
    let (sign, number) = (if number < 0 { "-" } else { "" }, number.unsigned_abs());
    format!("{sign}{}.{}", number / 10, number % 10)
}

/// The components of a colour, in per cent, as `85 / 20 / 10`.
fn parts(colour: &[i32]) -> String {
    join(colour, " / ")
}
