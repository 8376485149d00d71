//! The text of a leaflet in vertical lines, as the templates place it.

use serde::Serialize;

use super::vertical_cell::VerticalCell;

/// Text in vertical lines.
#[derive(Debug, Clone, Serialize)]
pub(super) struct NewspaperData {
    /// Every cell once; lines name them by their place.
    pub cells: Vec<VerticalCell>,
    /// The text in lines of several lengths.
    pub lengths: Vec<NewspaperLength>,
}

/// Text in lines of one length.
#[derive(Debug, Clone, Serialize)]
pub(super) struct NewspaperLength {
    /// How long a line is, in ems.
    pub ems: u8,
    /// What is said: for each draft, or as it is drawn.
    pub texts: Vec<Vec<NewspaperItem>>,
}

/// A heading, who speaks, or a paragraph.
#[derive(Debug, Clone, Serialize)]
pub(super) struct NewspaperItem {
    /// `head`, `by` or `text`.
    pub kind: &'static str,
    /// How many lines of text it is wide.
    pub span: usize,
    /// Its lines; none in a draft.
    pub lines: Vec<NewspaperLine>,
}

/// A line.
#[derive(Debug, Clone, Serialize)]
pub(super) struct NewspaperLine {
    /// Its cells.
    #[serde(rename = "c")]
    pub cells: Vec<usize>,
    /// What is between them beyond their own room, in ems.
    #[serde(rename = "g")]
    pub gap: f64,
    /// How far down it begins, in ems.
    #[serde(rename = "i")]
    pub indent: f64,
}
