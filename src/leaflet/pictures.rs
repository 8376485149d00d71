//! Text without its pictures, which leaflets leave to the site.

use std::borrow::Cow;

use super::content::{RichBlocks, RichLine};
use crate::model::text::{Block, Inline};
use crate::site::Target;

/// Running text without pictures, and whether it had any.
pub(super) fn without(line: &[Inline<Target>]) -> (RichLine<'_>, bool) {
    if line.iter().any(holds) {
        (Cow::Owned(stripped(line)), true)
    } else {
        (Cow::Borrowed(line), false)
    }
}

/// Blocks without pictures and without paragraphs that held nothing else; and whether they had any.
pub(super) fn without_blocks(blocks: &[Block<Target>]) -> (RichBlocks<'_>, bool) {
    if blocks.iter().any(block_holds) {
        (Cow::Owned(stripped_blocks(blocks)), true)
    } else {
        (Cow::Borrowed(blocks), false)
    }
}

fn holds(inline: &Inline<Target>) -> bool {
    match inline {
        Inline::Image { .. } => true,
        Inline::Emphasis(content)
        | Inline::Strong(content)
        | Inline::Strike(content)
        | Inline::Link { content, .. } => content.iter().any(holds),
        _ => false,
    }
}

fn block_holds(block: &Block<Target>) -> bool {
    match block {
        Block::Paragraph(content) | Block::Heading { content, .. } => content.iter().any(holds),
        Block::List { items, .. } => items.iter().flatten().any(block_holds),
        Block::Quote(blocks) => blocks.iter().any(block_holds),
        Block::Table { head, rows } => {
            let mut cells = head.iter().chain(rows.iter().flatten());
            cells.any(|cell| cell.iter().any(holds))
        }
        Block::Code { .. } | Block::Rule => false,
    }
}

fn stripped(line: &[Inline<Target>]) -> Vec<Inline<Target>> {
    let kept = |inline: &Inline<Target>| {
        Some(match inline {
            Inline::Image { .. } => return None,
            Inline::Emphasis(content) => Inline::Emphasis(stripped(content)),
            Inline::Strong(content) => Inline::Strong(stripped(content)),
            Inline::Strike(content) => Inline::Strike(stripped(content)),
            Inline::Link { to, content } => Inline::Link {
                to: to.clone(),
                content: stripped(content),
            },
            other => other.clone(),
        })
    };
    line.iter().filter_map(kept).collect()
}

fn stripped_blocks(blocks: &[Block<Target>]) -> Vec<Block<Target>> {
    let cells = |row: &[Vec<Inline<Target>>]| row.iter().map(|cell| stripped(cell)).collect();
    let kept = |block: &Block<Target>| match block {
        Block::Paragraph(content) => Block::Paragraph(stripped(content)),
        Block::Heading {
            level,
            id,
            unmarked,
            content,
        } => Block::Heading {
            level: *level,
            id: id.clone(),
            unmarked: *unmarked,
            content: stripped(content),
        },
        Block::List { start, items } => Block::List {
            start: *start,
            items: items.iter().map(|item| stripped_blocks(item)).collect(),
        },
        Block::Quote(blocks) => Block::Quote(stripped_blocks(blocks)),
        Block::Table { head, rows } => Block::Table {
            head: cells(head),
            rows: rows.iter().map(|row| cells(row)).collect(),
        },
        other => other.clone(),
    };
    let nothing = |block: &Block<Target>| match block {
        Block::Paragraph(content) => content.is_empty(),
        _ => false,
    };
    let kept = blocks.iter().map(kept);
    kept.filter(|block| !nothing(block)).collect()
}
