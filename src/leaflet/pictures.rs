//! Pictures in the text: those that stand by themselves are printed, others are left to the site.

use std::borrow::Cow;

use super::content::{LeafletPart, RichBlocks, RichLine};
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

/// Blocks without pictures but for those that stand by themselves and may be printed; and whether they had others.
pub(super) fn standing<'b>(
    blocks: &'b [Block<Target>],
    may_print: &impl Fn(&Target) -> bool,
) -> (RichBlocks<'b>, bool) {
    let stays = |block: &Block<Target>| block.picture().is_some_and(|(src, _)| may_print(src));
    if !blocks.iter().any(|own| block_holds(own) && !stays(own)) {
        return (Cow::Borrowed(blocks), false);
    }
    let kept = blocks.iter().flat_map(|own| {
        if stays(own) {
            vec![own.clone()]
        } else {
            stripped_blocks(std::slice::from_ref(own))
        }
    });
    (Cow::Owned(kept.collect()), true)
}

/// Takes the pictures out of the text of a part; whether it had any.
pub(super) fn unpictured(part: &mut LeafletPart<'_>) -> bool {
    let blocks = match part {
        LeafletPart::Lead { blocks, .. } => blocks,
        LeafletPart::Point(point) => &mut point.blocks,
        _ => return false,
    };
    let had = blocks.iter().any(|own| own.picture().is_some());
    if had {
        blocks.to_mut().retain(|own| own.picture().is_none());
    }
    had
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
