//! Makes a subset lighter: a coarser grid for its points, a bare character map, tables without
//! what a browser never asks.
//!
//! A face drawn on 2,048 units an em spends most of its bytes on digits that no screen shows.
//! On 256 units no point moves by more than a twenty-fifth of a pixel at reading size, and a
//! file is three tenths lighter.

use std::ops::Range;

use fontcull_read_fonts::tables::glyf::Glyph as Read;
use fontcull_read_fonts::types::{GlyphId, Tag};
use fontcull_read_fonts::{FontRef, TableProvider};
use fontcull_write_fonts::from_obj::FromTableRef;
use fontcull_write_fonts::tables::cmap::Cmap;
use fontcull_write_fonts::tables::glyf::{
    Anchor, Bbox, Component, CompositeGlyph, Contour, GlyfLocaBuilder, Glyph, SimpleGlyph,
};
use fontcull_write_fonts::tables::loca::LocaFormat;
use fontcull_write_fonts::{FontBuilder, dump_table};

/// Units of an em in what is written.
const GRID: u16 = 256;

/// Tables of which all measures are known, so that they can be scaled together.
const KNOWN: [&[u8; 4]; 11] = [
    b"GSUB", b"OS/2", b"cmap", b"glyf", b"head", b"hhea", b"hmtx", b"loca", b"maxp", b"name",
    b"post",
];

/// From the units of an em as the font has them to those on the new grid.
#[derive(Clone, Copy)]
struct Scale {
    from: u16,
    to: u16,
}

impl Scale {
    #[allow(
        clippy::cast_possible_truncation,
        reason = "made smaller, it still fits"
    )]
    fn of(self, value: i16) -> i16 {
        let (from, to) = (i32::from(self.from), i32::from(self.to));
        (2 * i32::from(value) * to + from).div_euclid(2 * from) as i16
    }

    /// Scales the two-byte measures at these places of a table.
    fn table(self, table: &mut [u8], places: impl IntoIterator<Item = usize>) {
        for at in places {
            if let Some([high, low]) = table.get_mut(at..at + 2) {
                let value = self.of(i16::from_be_bytes([*high, *low]));
                [*high, *low] = value.to_be_bytes();
            }
        }
    }
}

/// The font with its points on the coarser grid, where all its tables are known; `chars` are
/// the characters it is for. `None` when it cannot be read.
pub(super) fn slim(font: &[u8], chars: &[char]) -> Option<Vec<u8>> {
    let font = FontRef::new(font).ok()?;
    let upem = font.head().ok()?.units_per_em();
    let known = font
        .table_directory()
        .table_records()
        .iter()
        .all(|record| KNOWN.contains(&&record.tag().to_be_bytes()));
    let scale = Scale {
        from: upem,
        to: if known { upem.min(GRID) } else { upem },
    };
    if upem == 0 {
        return None;
    }
    let (glyf, loca) = outlines(&font, scale)?;
    let bytes = |tag: &[u8; 4]| Some(font.data_for_tag(Tag::new(tag))?.as_bytes().to_vec());
    let mut head = bytes(b"head")?;
    // The sum of all tables, which a browser finds again, and when the face was drawn.
    blank(&mut head, [8..12, 20..36]);
    scale.table(&mut head, (36..44).step_by(2));
    head.get_mut(18..20)?
        .copy_from_slice(&scale.to.to_be_bytes());
    // Long places: what a browser rebuilds may be larger than short ones can name.
    head.get_mut(50..52)?.copy_from_slice(&1i16.to_be_bytes());
    let mut hhea = bytes(b"hhea")?;
    scale.table(&mut hhea, [4, 6, 8, 10, 12, 14, 16, 22]);
    let mut hmtx = bytes(b"hmtx")?;
    let measures = 0..hmtx.len() / 2;
    scale.table(&mut hmtx, measures.map(|at| at * 2));
    let mut os2 = bytes(b"OS/2")?;
    scale.table(&mut os2, std::iter::once(2).chain((10..30).step_by(2)));
    scale.table(&mut os2, [68, 70, 72, 74, 76, 86, 88]);
    // Where characters are told to be an em tall, lines down a page have that pitch.
    let tall = |at: usize| Some(i16::from_be_bytes(os2.get(at..at + 2)?.try_into().ok()?));
    if tall(68)?.saturating_sub(tall(70)?) == i16::try_from(scale.to).ok()? {
        hhea.get_mut(4..8)?.copy_from_slice(os2.get(68..72)?);
    }
    // How a system classes a face that it has: the style sheet says what this file is for.
    blank(&mut os2, [30..58, 64..68, 78..86]);
    let mut post = bytes(b"post")?;
    scale.table(&mut post, [8, 10]);

    let map = font.cmap().ok()?;
    let mapped = chars
        .iter()
        .filter_map(|char| Some((*char, map.map_codepoint(*char)?)));
    let mut builder = FontBuilder::new();
    builder.add_table(&Cmap::from_mappings(mapped).ok()?).ok()?;
    for (tag, table) in [
        (b"glyf", glyf),
        (b"loca", loca),
        (b"head", head),
        (b"hhea", hhea),
        (b"hmtx", hmtx),
        (b"OS/2", os2),
        (b"post", post),
    ] {
        builder.add_raw(Tag::new(tag), table);
    }
    let records = font.table_directory().table_records();
    for record in records {
        let tag = record.tag();
        let empty = tag == Tag::new(b"GSUB") && !substitutes(&font);
        if !empty && !builder.contains(tag) {
            builder.add_raw(tag, font.data_for_tag(tag)?.as_bytes().to_vec());
        }
    }
    Some(builder.build())
}

/// Whether a font puts any glyph in the place of others.
fn substitutes(font: &FontRef<'_>) -> bool {
    let features = font.gsub().ok().and_then(|gsub| gsub.feature_list().ok());
    features.is_some_and(|list| list.feature_count() > 0)
}

/// Sets these places of a table to nothing, as far as it has them.
fn blank(table: &mut [u8], places: impl IntoIterator<Item = Range<usize>>) {
    for place in places {
        if let Some(bytes) = table.get_mut(place) {
            bytes.fill(0);
        }
    }
}

/// The outlines on the new grid, and their places as four-byte numbers.
fn outlines(font: &FontRef<'_>, scale: Scale) -> Option<(Vec<u8>, Vec<u8>)> {
    let (glyf, loca) = (font.glyf().ok()?, font.loca(None).ok()?);
    let mut builder = GlyfLocaBuilder::new();
    for at in 0..u32::from(font.maxp().ok()?.num_glyphs()) {
        let glyph = match loca.get_glyf(GlyphId::new(at), &glyf).ok()? {
            None => Glyph::Empty,
            Some(Read::Simple(glyph)) => simple(&SimpleGlyph::from_table_ref(&glyph), scale).into(),
            Some(Read::Composite(glyph)) => {
                composite(&CompositeGlyph::from_table_ref(&glyph), scale)?.into()
            }
        };
        builder.add_glyph(&glyph).ok()?;
    }
    let (glyf, loca, format) = builder.build();
    let (glyf, loca) = (dump_table(&glyf).ok()?, dump_table(&loca).ok()?);
    let loca = match format {
        LocaFormat::Long => loca,
        LocaFormat::Short => loca
            .chunks_exact(2)
            .flat_map(|half| (u32::from(u16::from_be_bytes([half[0], half[1]])) * 2).to_be_bytes())
            .collect(),
    };
    Some((glyf, loca))
}

fn simple(glyph: &SimpleGlyph, scale: Scale) -> SimpleGlyph {
    let contours = glyph.contours.iter().map(|contour| {
        let points = contour.iter().map(|point| {
            let mut point = *point;
            (point.x, point.y) = (scale.of(point.x), scale.of(point.y));
            point
        });
        Contour::from(points.collect::<Vec<_>>())
    });
    SimpleGlyph {
        contours: contours.collect(),
        bbox: bounds(glyph.bbox, scale),
        instructions: Vec::new(),
    }
}

fn composite(glyph: &CompositeGlyph, scale: Scale) -> Option<CompositeGlyph> {
    let parts = glyph.components().iter().map(|part| {
        let anchor = match part.anchor {
            Anchor::Offset { x, y } => Anchor::Offset {
                x: scale.of(x),
                y: scale.of(y),
            },
            points @ Anchor::Point { .. } => points,
        };
        let part = Component {
            anchor,
            ..part.clone()
        };
        (part, bounds(glyph.bbox, scale))
    });
    CompositeGlyph::try_from_iter(parts).ok()
}

fn bounds(own: Bbox, scale: Scale) -> Bbox {
    Bbox {
        x_min: scale.of(own.x_min),
        y_min: scale.of(own.y_min),
        x_max: scale.of(own.x_max),
        y_max: scale.of(own.y_max),
    }
}
