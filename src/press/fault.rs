//! What can go wrong when a leaflet is set, and what was done to make it fit.

mod en;
mod ja;
mod told;

use crate::base::PanelName;
use crate::leaflet::{LeftOut, SheetKind};

/// What can go wrong when a leaflet is set, or a remark on how it was fitted.
#[derive(Debug, Clone, PartialEq, Eq)]
#[allow(missing_docs, reason = "each variant is worded in `ja` and `en`")]
pub(crate) enum PressFault {
    Overflow {
        leaflet: String,
        panel: PanelName,
        lines: u32,
    },
    /// A table is wider than the column in which it would stand.
    WideTable {
        leaflet: String,
        panel: PanelName,
        columns: u32,
    },
    SmallType {
        leaflet: String,
        tenths_of_pt: u32,
    },
    HalfEmpty {
        leaflet: String,
        panel: PanelName,
        /// What is set: each kind takes more text from somewhere else.
        kind: SheetKind,
    },
    /// No typeface has some characters.
    MissingGlyphs {
        glyphs: String,
        /// Whether the site forbids the typefaces of the machine.
        forbidden: bool,
    },
    /// A face of the machine lends characters that the theme's typefaces lack.
    LentFace {
        family: String,
        /// The name of its file.
        file: String,
        /// The characters.
        glyphs: String,
    },
    /// A picture has fewer points than a press needs.
    CoarsePicture {
        leaflet: String,
        /// How wide it is, in points.
        width: u32,
        /// How wide it should be.
        wanted: u32,
    },
    Print {
        leaflet: String,
        reason: String,
    },
    /// What was left out, or set over more pages, to make the leaflet fit.
    Fitted {
        /// The leaflet and its language.
        leaflet: String,
        /// The size of body text, in tenths of a point.
        tenths_of_pt: u32,
        /// How many pages the PDF has.
        pages: usize,
        /// What was left out, in the order in which it was given up.
        left_out: Vec<LeftOut>,
    },
}

/// Whether a character is drawn in colours on screens.
pub(super) const fn is_emoji(c: char) -> bool {
    matches!(c, '\u{2600}'..='\u{27bf}' | '\u{1f000}'..='\u{1faff}')
}

/// The first of some characters, as `draw` gives each.
fn some(glyphs: &str, draw: impl Fn(char) -> String, between: &str) -> String {
    const MOST: usize = 12;
    let mut some: Vec<String> = glyphs.chars().take(MOST).map(draw).collect();
    if glyphs.chars().nth(MOST).is_some() {
        some.push("…".to_owned());
    }
    some.join(between)
}
