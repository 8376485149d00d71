//! Tables that are wider than the column in which they would stand: which one a template speaks of,
//! and where it is written.

use super::fault::PressFault;
use crate::base::FileId;
use crate::diagnostic::{Diagnostic, Sources};
use crate::leaflet::{LeafletContent, LeafletPart};
use crate::model::text::{Block, Inline, plain, with_struck};
use crate::site::Target;

/// How the error begins by which a template tells that a table is too wide.
const MARK: &str = "chirashi-table ";

type Row = Vec<Vec<Inline<Target>>>;

/// What a template calls a table.
pub(super) fn name(head: &Row, rows: &[Row]) -> String {
    let mut hash = blake3::Hasher::new();
    for cell in head.iter().chain(rows.iter().flatten()) {
        hash.update(with_struck(cell).as_bytes()).update(b"|");
    }
    let hex = hash.finalize().to_hex();
    hex.chars().take(16).collect()
}

/// The table that an error of the engine speaks of.
pub(super) fn named_in(reason: &str) -> Option<&str> {
    let (_, name) = reason.split_once(MARK)?;
    Some(name.trim_end_matches('"'))
}

/// What to tell of a table that is too wide: at its heading row, where that is found in one of the
/// files that the leaflet is set from.
pub(super) fn too_wide(
    leaflet: String,
    content: &LeafletContent<'_>,
    name: &str,
    (sources, files, own): (&Sources, &[FileId], FileId),
) -> Option<Diagnostic> {
    let mut panels = content.panels.iter();
    let (panel, head) = panels.find_map(|panel| {
        let mut blocks = panel.parts.iter().flat_map(blocks);
        Some((panel.called, blocks.find_map(|block| head_of(block, name))?))
    })?;
    let kind = PressFault::WideTable {
        leaflet,
        panel,
        columns: u32::try_from(head.len()).unwrap_or(u32::MAX),
    };
    let words: Vec<String> = head.iter().map(|cell| plain(cell)).collect();
    let words: Vec<&str> = words.iter().map(|word| word.trim()).collect();
    Some(match sources.find_line(files, &words) {
        Some(place) => Diagnostic::at(place, kind),
        None => Diagnostic::in_file(own, kind),
    })
}

/// The text of a part.
fn blocks<'p>(part: &'p LeafletPart<'_>) -> &'p [Block<Target>] {
    match part {
        LeafletPart::Lead { blocks, .. } => blocks,
        LeafletPart::Point(point) => &point.blocks,
        _ => &[],
    }
}

/// The heading row of the table of this name, in a block or inside of it.
fn head_of<'b>(block: &'b Block<Target>, wanted: &str) -> Option<&'b Row> {
    match block {
        Block::Table { head, rows } if name(head, rows) == wanted => Some(head),
        Block::Quote(blocks) => blocks.iter().find_map(|own| head_of(own, wanted)),
        Block::List { items, .. } => {
            let mut blocks = items.iter().flatten();
            blocks.find_map(|own| head_of(own, wanted))
        }
        _ => None,
    }
}
