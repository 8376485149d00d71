//! The text tree: blocks and inlines, from which the page, the leaflet and the feed derive.
//!
//! `L` is what a link or a picture leads to. As written it is a [`Written`] reference; once
//! linked it is a resolved target, so that an unresolved link cannot reach a page.

pub(crate) use super::inline::Inline;
pub(crate) use super::struck::unstruck;
use crate::base::{Slug, Span, Spanned, is_unspaced};

/// A reference as it was written in a file, still to be resolved.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Written {
    /// The address between the parentheses.
    pub address: String,
    /// Where the link stands in its file.
    pub span: Span,
    /// Whether a picture is meant to be shown, not a page to be opened.
    pub is_image: bool,
}

/// A body as written: links unresolved, topics by name.
pub(crate) type WrittenBody = Body<Written, Spanned<Slug>>;

/// The text of a page: what stands before the first `##`, then the sections.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Body<L, T> {
    /// Blocks before the first section.
    pub intro: Vec<Block<L>>,
    /// Where each of them stands in its file.
    pub places: Vec<Span>,
    /// The sections in order.
    pub sections: Vec<Section<L, T>>,
}

/// A `##` section: the passage that a topic can cite.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Section<L, T> {
    /// Its fragment on the page.
    pub id: String,
    /// Whether no mark says so: the fragment comes from the heading's text.
    pub unmarked: bool,
    /// Whether only a line under it makes it a heading, which is told.
    pub underlined: bool,
    /// Its heading.
    pub heading: Vec<Inline<L>>,
    /// Where the heading stands in its file.
    pub span: Span,
    /// The topics it speaks on.
    pub topics: Vec<T>,
    /// Whether it is marked `.strong`: the passage that leaflets print large.
    pub strong: bool,
    /// Its text.
    pub blocks: Vec<Block<L>>,
    /// Where each of its blocks stands in its file.
    pub places: Vec<Span>,
}

/// A block of text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Block<L> {
    /// A paragraph.
    Paragraph(Vec<Inline<L>>),
    /// A heading below `##`.
    Heading {
        /// 3 to 6.
        level: u8,
        /// Its fragment on the page.
        id: String,
        /// Where it stands in its file, if no mark gives it its fragment.
        unmarked: Option<Span>,
        /// Its text.
        content: Vec<Inline<L>>,
    },
    /// A list.
    List {
        /// The first number of a numbered list.
        start: Option<u64>,
        /// The items.
        items: Vec<Vec<Self>>,
    },
    /// A quotation.
    Quote(Vec<Self>),
    /// A block of code.
    Code {
        /// The language named after the fence; may be empty.
        lang: String,
        /// The code.
        text: String,
    },
    /// A table.
    Table {
        /// The cells of the heading row.
        head: Vec<Vec<Inline<L>>>,
        /// The rows below.
        rows: Vec<Vec<Vec<Inline<L>>>>,
    },
    /// A thematic break.
    Rule,
}

impl<L> Block<L> {
    /// The picture that it is, and what that shows, where it is nothing else.
    pub(crate) fn picture(&self) -> Option<(&L, &str)> {
        match self {
            Self::Paragraph(content) => match content.as_slice() {
                [Inline::Image { src, alt }] => Some((src, alt)),
                _ => None,
            },
            _ => None,
        }
    }
}

impl<L, T> Default for Body<L, T> {
    fn default() -> Self {
        Self {
            intro: Vec::new(),
            places: Vec::new(),
            sections: Vec::new(),
        }
    }
}

impl<L, T> Body<L, T> {
    /// The same body with every reference and every topic replaced; references or topics for
    /// which `None` comes back are dropped (a link leaves its text behind).
    pub(crate) fn resolve<M, U>(
        self,
        link: &mut impl FnMut(L) -> Option<M>,
        topic: &mut impl FnMut(T) -> Option<U>,
    ) -> Body<M, U> {
        Body {
            intro: resolve_blocks(self.intro, link),
            places: self.places,
            sections: self
                .sections
                .into_iter()
                .map(|section| Section {
                    id: section.id,
                    unmarked: section.unmarked,
                    underlined: section.underlined,
                    heading: resolve_inlines(section.heading, link),
                    span: section.span,
                    topics: section.topics.into_iter().filter_map(&mut *topic).collect(),
                    strong: section.strong,
                    blocks: resolve_blocks(section.blocks, link),
                    places: section.places,
                })
                .collect(),
        }
    }

    /// Whether there is no text at all.
    #[must_use]
    pub(crate) fn is_empty(&self) -> bool {
        self.intro.is_empty() && self.sections.is_empty()
    }

    /// Every fragment that can be linked to on this page.
    pub(crate) fn fragments(&self) -> impl Iterator<Item = &str> {
        fn ids<L>(blocks: &[Block<L>]) -> impl Iterator<Item = &str> {
            blocks.iter().filter_map(|block| match block {
                Block::Heading { id, .. } => Some(id.as_str()),
                _ => None,
            })
        }
        ids(&self.intro).chain(
            self.sections
                .iter()
                .flat_map(|s| std::iter::once(s.id.as_str()).chain(ids(&s.blocks))),
        )
    }
}

fn resolve_blocks<L, M>(
    blocks: Vec<Block<L>>,
    link: &mut impl FnMut(L) -> Option<M>,
) -> Vec<Block<M>> {
    blocks
        .into_iter()
        .map(|block| match block {
            Block::Paragraph(content) => Block::Paragraph(resolve_inlines(content, link)),
            Block::Heading {
                level,
                id,
                unmarked,
                content,
            } => Block::Heading {
                level,
                id,
                unmarked,
                content: resolve_inlines(content, link),
            },
            Block::List { start, items } => Block::List {
                start,
                items: items
                    .into_iter()
                    .map(|item| resolve_blocks(item, link))
                    .collect(),
            },
            Block::Quote(blocks) => Block::Quote(resolve_blocks(blocks, link)),
            Block::Code { lang, text } => Block::Code { lang, text },
            Block::Table { head, rows } => Block::Table {
                head: head
                    .into_iter()
                    .map(|cell| resolve_inlines(cell, link))
                    .collect(),
                rows: rows
                    .into_iter()
                    .map(|row| {
                        row.into_iter()
                            .map(|cell| resolve_inlines(cell, link))
                            .collect()
                    })
                    .collect(),
            },
            Block::Rule => Block::Rule,
        })
        .collect()
}

fn resolve_inlines<L, M>(
    inlines: Vec<Inline<L>>,
    link: &mut impl FnMut(L) -> Option<M>,
) -> Vec<Inline<M>> {
    let mut out = Vec::with_capacity(inlines.len());
    for inline in inlines {
        out.push(match inline {
            Inline::Text(text) => Inline::Text(text),
            Inline::Emphasis(content) => Inline::Emphasis(resolve_inlines(content, link)),
            Inline::Strong(content) => Inline::Strong(resolve_inlines(content, link)),
            Inline::Strike(content) => Inline::Strike(resolve_inlines(content, link)),
            Inline::Code(text) => Inline::Code(text),
            Inline::Link { to, content } => match link(to) {
                Some(to) => Inline::Link {
                    to,
                    content: resolve_inlines(content, link),
                },
                None => {
                    out.extend(resolve_inlines(content, link));
                    continue;
                }
            },
            Inline::Image { src, alt } => match link(src) {
                Some(src) => Inline::Image { src, alt },
                None => continue,
            },
            Inline::Ruby { base, reading } => Inline::Ruby { base, reading },
            Inline::Note { label, content } => Inline::Note {
                label,
                content: resolve_inlines(content, link),
            },
            Inline::Break => Inline::Break,
        });
    }
    out
}

/// Visits the footnotes of some blocks: what each is called and what it says, in the order of the text.
pub(crate) fn visit_notes<'b, L>(
    blocks: &'b [Block<L>],
    visit: &mut impl FnMut(&'b str, &'b [Inline<L>]),
) {
    for block in blocks {
        match block {
            Block::Paragraph(content) | Block::Heading { content, .. } => {
                visit_line(content, visit);
            }
            Block::List { items, .. } => items.iter().for_each(|item| visit_notes(item, visit)),
            Block::Quote(blocks) => visit_notes(blocks, visit),
            Block::Table { head, rows } => {
                let cells = head.iter().chain(rows.iter().flatten());
                cells.for_each(|cell| visit_line(cell, visit));
            }
            Block::Code { .. } | Block::Rule => {}
        }
    }
}

fn visit_line<'b, L>(line: &'b [Inline<L>], visit: &mut impl FnMut(&'b str, &'b [Inline<L>])) {
    for inline in line {
        match inline {
            Inline::Note { label, content } => visit(label, content),
            Inline::Emphasis(content)
            | Inline::Strong(content)
            | Inline::Strike(content)
            | Inline::Link { content, .. } => visit_line(content, visit),
            _ => {}
        }
    }
}

/// What stands around a footnote where it is told within the text.
#[must_use]
pub(crate) fn note_brackets<L>(content: &[Inline<L>]) -> [&'static str; 2] {
    if with_struck(content).contains(is_unspaced) {
        ["（", "）"]
    } else {
        [" (", ")"]
    }
}

/// The characters of some inlines, without readings and marks; footnotes in brackets. What is struck
/// out is left out: nothing would tell that it does not count.
#[must_use]
pub(crate) fn plain<L: Clone>(inlines: &[Inline<L>]) -> String {
    with_struck(&unstruck(inlines))
}

/// A line without its footnotes.
#[must_use]
pub(crate) fn without_notes<L: Clone>(line: &[Inline<L>]) -> Vec<Inline<L>> {
    let kept = line.iter().filter_map(|inline| {
        Some(match inline {
            Inline::Note { .. } => return None,
            Inline::Emphasis(content) => Inline::Emphasis(without_notes(content)),
            Inline::Strong(content) => Inline::Strong(without_notes(content)),
            Inline::Strike(content) => Inline::Strike(without_notes(content)),
            Inline::Link { to, content } => Inline::Link {
                to: to.clone(),
                content: without_notes(content),
            },
            other => other.clone(),
        })
    });
    kept.collect()
}

/// The same with what is struck out, for what has to know every character that is shown.
#[must_use]
pub(crate) fn with_struck<L>(inlines: &[Inline<L>]) -> String {
    let mut text = String::new();
    push_all(inlines, &mut text);
    text
}

fn push_all<L>(inlines: &[Inline<L>], out: &mut String) {
    for inline in inlines {
        match inline {
            Inline::Text(text) | Inline::Code(text) => out.push_str(text),
            Inline::Emphasis(content)
            | Inline::Strong(content)
            | Inline::Strike(content)
            | Inline::Link { content, .. } => push_all(content, out),
            Inline::Image { alt, .. } => out.push_str(alt),
            Inline::Ruby { base, .. } => out.push_str(base),
            Inline::Note { content, .. } => {
                let [open, close] = note_brackets(content);
                out.push_str(open);
                push_all(content, out);
                out.push_str(close);
            }
            Inline::Break => out.push('\n'),
        }
    }
}

/// The characters of some blocks, a line break between blocks, without what is struck out.
#[must_use]
pub(crate) fn plain_blocks<L: Clone>(blocks: &[Block<L>]) -> String {
    blocks_by(blocks, plain)
}

/// The same with what is struck out.
#[must_use]
pub(crate) fn blocks_with_struck<L>(blocks: &[Block<L>]) -> String {
    blocks_by(blocks, with_struck)
}

fn blocks_by<L>(blocks: &[Block<L>], line: fn(&[Inline<L>]) -> String) -> String {
    let mut text = String::new();
    for block in blocks {
        if !text.is_empty() {
            text.push('\n');
        }
        match block {
            Block::Paragraph(content) | Block::Heading { content, .. } => {
                text.push_str(&line(content));
            }
            Block::List { items, .. } => {
                let items: Vec<String> = items.iter().map(|item| blocks_by(item, line)).collect();
                text.push_str(&items.join("\n"));
            }
            Block::Quote(blocks) => text.push_str(&blocks_by(blocks, line)),
            Block::Code { text: code, .. } => text.push_str(code.trim_end()),
            Block::Table { head, rows } => {
                let row = |cells: &Vec<Vec<Inline<L>>>| {
                    let cells: Vec<String> = cells.iter().map(|cell| line(cell)).collect();
                    cells.join("\t")
                };
                let all: Vec<String> = std::iter::once(head).chain(rows).map(row).collect();
                text.push_str(&all.join("\n"));
            }
            Block::Rule => {}
        }
    }
    text
}
