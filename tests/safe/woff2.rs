//! Which characters a web font holds: reads a WOFF2 file back (W3C, WOFF File Format 2.0,
//! sections 4 and 5).

use brotli::BrotliDecompress;
use fontcull_read_fonts::tables::cmap::Cmap;
use fontcull_read_fonts::{FontData, FontRead};

/// The tables whose names are numbers, as far as they are needed to know these.
const CMAP: u8 = 0;
const OUTLINES: [u8; 2] = [10, 11];

/// A font's map from characters to glyphs.
pub(crate) struct Map(Vec<u8>);

impl Map {
    pub(crate) fn read(file: &[u8]) -> Self {
        assert!(file.starts_with(b"wOF2"));
        let tables = u16::from_be_bytes([file[12], file[13]]);
        let mut rest = &file[48..];
        let (mut before, mut place) = (0, None);
        for _ in 0..tables {
            let flags = byte(&mut rest);
            let tag = flags & 0x3f;
            if tag == 0x3f {
                rest = &rest[4..];
            }
            let mut length = number(&mut rest);
            // Outlines are changed unless the version is 3, other tables unless it is 0.
            let unchanged = if OUTLINES.contains(&tag) { 3 } else { 0 };
            if flags >> 6 != unchanged {
                length = number(&mut rest);
            }
            if tag == CMAP {
                place = Some(before..before + length);
            }
            before += length;
        }
        let mut data = Vec::new();
        BrotliDecompress(&mut rest, &mut data).expect("compressed tables");
        Self(data[place.expect("a character map")].to_vec())
    }

    pub(crate) fn has(&self, char: char) -> bool {
        let map = Cmap::read(FontData::new(&self.0)).expect("a character map");
        map.map_codepoint(char)
            .is_some_and(|glyph| glyph.to_u32() > 0)
    }
}

fn byte(rest: &mut &[u8]) -> u8 {
    let (first, after) = rest.split_first().expect("a table directory");
    *rest = after;
    *first
}

/// A number in as many bytes as it needs (`UIntBase128`).
fn number(rest: &mut &[u8]) -> usize {
    let mut sum = 0;
    loop {
        let next = byte(rest);
        sum = sum << 7 | usize::from(next & 0x7f);
        if next & 0x80 == 0 {
            return sum;
        }
    }
}
