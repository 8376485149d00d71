//! What can be wrong with what a file says, before anything is joined.

mod charts;
mod en;
mod ja;
mod right;
mod told;

use super::sample_mark::SampleMark;
use super::wrong_marks::WrongMarks;
use crate::base::{ChartKind, Lang, Span};

/// What can be wrong with a document and its text.
#[derive(Debug, Clone, PartialEq, Eq)]
#[allow(missing_docs, reason = "each variant is worded in `ja` and `en`")]
pub(crate) enum ModelFault {
    BadAlias {
        value: String,
    },
    RawHtml {
        /// The first tag.
        text: String,
        /// The lines of all, counted from 1.
        lines: Vec<usize>,
    },
    DuplicateId {
        id: String,
        /// The first of the two.
        first: Span,
    },
    BadId {
        id: String,
        /// The heading as it may be meant.
        right: String,
    },
    /// The braces behind a heading hold what cannot stand there.
    WrongMarks(Box<WrongMarks>),
    TopLevelHeading,
    NoAlt,
    /// A link without words; its address.
    EmptyLink(String),
    /// A heading without words.
    EmptyHeading,
    /// A line of `---` or `===` under a paragraph.
    UnderlinedParagraph {
        /// Whether it was read as a heading, not as a line across the page.
        heading: bool,
        /// The paragraph's beginning.
        text: String,
    },
    /// A paragraph after four blanks or a tab.
    IndentedParagraph,
    /// Columns parted by tabs.
    PastedTable {
        /// The same as Markdown writes a table.
        table: String,
    },
    /// A line of nothing but a number, within a sentence that goes on below it.
    PageNumber {
        number: String,
    },
    /// Lines that stand on the page as one.
    JoinedLines {
        /// Where two of them meet.
        seam: String,
        /// The same with the mark that keeps an end of a line.
        kept: String,
    },
    /// Numbers of a list that do not follow each other; the page counts on from the first.
    SkippedNumber {
        /// The number as it is written, and as it is shown.
        written: u64,
        shown: u64,
        /// The bytes of what closes numbers, as they tell apart the lists that keep them.
        closers: Vec<(usize, char)>,
    },
    /// Cells of a row for which the table has no column.
    ExtraCells {
        columns: usize,
        cells: usize,
        /// The row with them in its last column.
        right: String,
    },
    /// Furigana whose reading is empty.
    EmptyReading {
        base: String,
    },
    /// Furigana with another number of readings than characters.
    UnevenReadings {
        base: String,
        readings: Vec<String>,
    },
    /// An address that may go on with the letters behind it, which its link leaves out.
    CutAddress {
        address: String,
        behind: String,
    },
    /// A mark of Markdown that has no effect and stands on the page.
    LeftoverMark {
        mark: &'static str,
    },
    /// A line within a paragraph that begins with a single `#`; what stands behind it.
    HashInText {
        title: String,
    },
    /// A reference to a footnote that is not there.
    MissingNote {
        label: String,
    },
    /// A second footnote of one label, which stands nowhere.
    RepeatedNote {
        label: String,
    },
    /// Code whose fence nothing closes, so that all that follows is code.
    UnclosedCode,
    /// A footnote that nothing refers to.
    UnusedNote {
        label: String,
    },
    /// A text in Japanese in a file of another language.
    OtherLanguage {
        /// The language that the file's name tells.
        lang: Lang,
    },
    /// A statement with a title and nothing else.
    NoText,
    /// A page with a title and nothing else.
    NoPage,
    /// Texts that a sample, or `new`, left for somebody to write.
    Unfilled {
        /// Of which kind.
        mark: SampleMark,
        /// The first of them.
        written: String,
        /// How many.
        count: usize,
        /// The lines they stand on, counted from 1.
        lines: Vec<usize>,
    },
    /// A number that is too long to stand large.
    LongFigure {
        value: String,
    },
    /// More numbers than can stand large.
    ManyFigures {
        count: usize,
    },
    /// A chart that cannot be drawn, or is one too many.
    Chart(ChartFault),
    /// `languages` of a leaflet does not name two languages of the site.
    Languages {
        /// The languages of the site.
        known: Vec<Lang>,
    },
}

/// What can be wrong with a chart.
#[derive(Debug, Clone, PartialEq, Eq)]
#[allow(missing_docs, reason = "each variant is worded in `charts`")]
pub(crate) enum ChartFault {
    /// A value of a chart that is no number, or no time.
    Value {
        kind: ChartKind,
        value: String,
        /// The number among its words.
        right: Option<String>,
    },
    /// A chart of fewer or more rows than can be drawn.
    Rows { kind: ChartKind, count: usize },
    /// Parts of a hundred that do not add up to it.
    Sum {
        sum: String,
        /// What a row more would be, where there is room for it.
        rest: Option<String>,
    },
    /// More charts than are seen.
    Many { count: usize },
}
