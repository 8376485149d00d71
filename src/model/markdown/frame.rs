//! What is open while Markdown is read, from the outermost block to the innermost mark.

use super::super::heading::HeadingStart;
use super::super::text::{Block, Inline, Written};
use crate::base::Span;

/// What it is.
pub(super) enum OpenBlock {
    Root,
    Paragraph,
    Html,
    Heading(HeadingStart),
    /// With where its items begin.
    List(Option<u64>, Vec<Vec<Block<Written>>>, Vec<usize>),
    Item,
    Quote,
    Code(String),
    /// Text after four blanks or a tab.
    Indented,
    /// A paragraph with a line drawn under it.
    Underlined,
    /// With how many columns it has.
    Table(usize, Vec<Vec<Vec<Inline<Written>>>>),
    Row(Vec<Vec<Inline<Written>>>),
    Cell,
    Emphasis,
    Strong,
    Strike,
    Link(Written),
    Image(Written),
}

impl OpenBlock {
    /// Whether it stands in a line of text.
    pub(super) const fn is_inline(&self) -> bool {
        matches!(
            self,
            OpenBlock::Emphasis
                | OpenBlock::Strong
                | OpenBlock::Strike
                | OpenBlock::Link(_)
                | OpenBlock::Image(_)
        )
    }
}

/// One of them, with what has been read of it.
pub(super) struct Frame {
    pub(super) open: OpenBlock,
    /// Where it stands in the text that is read.
    pub(super) span: Span,
    pub(super) blocks: Vec<Block<Written>>,
    pub(super) inlines: Vec<Inline<Written>>,
}

impl Frame {
    pub(super) const fn new(open: OpenBlock, span: Span) -> Self {
        Self {
            open,
            span,
            blocks: Vec::new(),
            inlines: Vec::new(),
        }
    }
}
