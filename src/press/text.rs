//! The text tree as the print templates see it.

use super::data::{self, NodeData};
use super::tables;
use crate::base::Lang;
use crate::model::text::{Block, Inline, note_brackets};
use crate::site::{Site, Target};
use crate::typesetting::{breakable, joined, joined_in_phrases};

/// Turns resolved text into nodes; links become absolute addresses, where the site has one.
pub(super) struct Texts<'s> {
    /// The site.
    pub site: &'s Site,
    /// The language of the leaflet.
    pub lang: Lang,
}

impl Texts<'_> {
    /// Blocks as nodes.
    pub(super) fn blocks(&self, blocks: &[Block<Target>]) -> Vec<NodeData> {
        blocks.iter().map(|block| self.block(block)).collect()
    }

    /// The same, the first of them broken between phrases only: it is read first, and in bold.
    pub(super) fn lead(&self, blocks: &[Block<Target>]) -> Vec<NodeData> {
        let mut nodes = self.blocks(blocks);
        if let (Some(first @ NodeData::Paragraph { .. }), Some(Block::Paragraph(line))) =
            (nodes.first_mut(), blocks.first())
        {
            *first = NodeData::Paragraph {
                content: self.line(line, self.lang),
            };
        }
        nodes
    }

    /// A line in a language that is broken between phrases only.
    pub(super) fn line(&self, line: &[Inline<Target>], lang: Lang) -> Vec<NodeData> {
        self.inlines(&joined_in_phrases(line, lang))
    }

    fn block(&self, block: &Block<Target>) -> NodeData {
        if let Some((Target::File(path), alt)) = block.picture() {
            return NodeData::Picture {
                of: path.to_string(),
                caption: breakable(alt).into_owned(),
            };
        }
        match block {
            Block::Paragraph(content) => NodeData::Paragraph {
                content: self.inlines(&joined(content)),
            },
            Block::Heading { content, .. } => NodeData::Heading {
                content: self.inlines(content),
            },
            Block::List { start, items } => NodeData::List {
                start: *start,
                items: items.iter().map(|item| self.blocks(item)).collect(),
            },
            Block::Quote(blocks) => NodeData::Quote {
                content: self.blocks(blocks),
            },
            Block::Code { text, .. } => NodeData::Code { text: text.clone() },
            Block::Table { head, rows } => NodeData::Table {
                name: tables::name(head, rows),
                rows: std::iter::once(head)
                    .chain(rows)
                    .map(|row| {
                        row.iter()
                            .map(|cell| data::CellData {
                                content: self.inlines(cell),
                            })
                            .collect()
                    })
                    .collect(),
            },
            Block::Rule => NodeData::Rule,
        }
    }

    /// Running text as nodes.
    pub(super) fn inlines(&self, inlines: &[Inline<Target>]) -> Vec<NodeData> {
        let mut nodes = Vec::with_capacity(inlines.len());
        for inline in inlines {
            nodes.push(match inline {
                Inline::Text(text) | Inline::Code(text) => NodeData::Text {
                    text: breakable(text).into_owned(),
                },
                Inline::Emphasis(content) => NodeData::Emphasis {
                    content: self.inlines(content),
                },
                Inline::Strong(content) => NodeData::Strong {
                    content: self.inlines(content),
                },
                Inline::Strike(content) => NodeData::Strike {
                    content: self.inlines(content),
                },
                Inline::Note { content, .. } => NodeData::Note {
                    brackets: note_brackets(content),
                    content: self.inlines(content),
                },
                Inline::Link { to, content } => NodeData::Link {
                    content: self.inlines(content),
                    href: self.href(to),
                },
                Inline::Image { .. } => continue,
                Inline::Ruby { base, reading } => NodeData::Ruby {
                    base: base.clone(),
                    reading: reading.clone(),
                },
                Inline::Break => NodeData::Break,
            });
        }
        nodes
    }

    fn href(&self, target: &Target) -> Option<String> {
        let base = self.site.settings.base_url.as_ref();
        match target {
            Target::Outside(address) => Some(address.clone()),
            Target::File(path) => Some(base?.join(path)),
            Target::Page(page, fragment) => {
                let page = base?.join(self.site.address(*page, self.lang));
                Some(match fragment {
                    Some(id) => format!("{page}#{id}"),
                    None => page,
                })
            }
        }
    }
}
