//! A font as WOFF2 (W3C Recommendation, 8 August 2024), pressed in a window of its own size.
//!
//! The encoder gives every file brotli's widest usual window, of 4 MiB: tens of megabytes to be
//! cleared for thirty kilobytes of type, again for each of a hundred files. So it is asked for its
//! lightest pressing, and what it wrote is pressed anew in a window that just holds it. That
//! takes half the memory, and distances in a small window take fewer bits.

use brotli::enc::BrotliEncoderParams;
use brotli::enc::backward_references::BrotliEncoderMode;
use brotli::{BrotliCompress, BrotliDecompress};
use ttf2woff2::{BrotliQuality, EncodeOptions, encode_with_options};

/// How long the header is (section 4.1), and where in it the file's length, the number of tables
/// and the length of the compressed stream stand.
const HEADER: usize = 48;
const LENGTH: usize = 8;
const TABLES: usize = 12;
const STREAM: usize = 20;
/// The narrowest and the widest window of brotli (RFC 7932, section 9.1), as powers of two.
const WINDOWS: (u32, u32) = (10, 24);

/// A font (an OpenType file) as WOFF2; the higher `quality` (0 to 11), the smaller and slower.
/// `None` when the font cannot be read.
pub(super) fn written(font: &[u8], quality: u8) -> Option<Vec<u8>> {
    let options = EncodeOptions {
        quality: BrotliQuality::from(0),
        transform_glyf_loca: true,
        threads: None,
    };
    pressed(&encode_with_options(font, options).ok()?, quality)
}

/// A WOFF2 file without metadata, its stream pressed anew.
fn pressed(file: &[u8], quality: u8) -> Option<Vec<u8>> {
    let from = stream(file)?;
    let long = usize::try_from(four(file, STREAM)?).ok()?;
    let mut tables = Vec::new();
    BrotliDecompress(&mut file.get(from..from + long)?, &mut tables).ok()?;

    let mut out = file.get(..from)?.to_vec();
    let params = BrotliEncoderParams {
        quality: quality.into(),
        mode: BrotliEncoderMode::BROTLI_MODE_FONT,
        size_hint: tables.len(),
        lgwin: window(tables.len()),
        ..BrotliEncoderParams::default()
    };
    BrotliCompress(&mut tables.as_slice(), &mut out, &params).ok()?;
    let long = u32::try_from(out.len() - from).ok()?;
    out.resize(out.len().next_multiple_of(4), 0);
    let whole = u32::try_from(out.len()).ok()?;
    for (at, number) in [(LENGTH, whole), (STREAM, long)] {
        out.get_mut(at..at + 4)?
            .copy_from_slice(&number.to_be_bytes());
    }
    Some(out)
}

/// The power of two of the narrowest window that holds so many bytes; a window is 16 bytes
/// shorter than its power of two.
fn window(bytes: usize) -> i32 {
    let (narrowest, widest) = WINDOWS;
    let holds = usize::BITS - (bytes + 15).leading_zeros();
    holds.clamp(narrowest, widest).cast_signed()
}

/// Where the compressed stream begins: after the directory of tables (section 4.2).
fn stream(file: &[u8]) -> Option<usize> {
    /// The numbers of `glyf` and `loca` among the known tags, and of a tag that is spelt out.
    const GLYF: u8 = 10;
    const LOCA: u8 = 11;
    const SPELT: u8 = 63;
    let tables = file.get(TABLES..TABLES + 2)?.try_into().ok()?;
    let mut at = HEADER;
    for _ in 0..u16::from_be_bytes(tables) {
        let flags = *file.get(at)?;
        let (tag, version) = (flags & 63, flags >> 6);
        at += if tag == SPELT { 5 } else { 1 };
        at = past_number(file, at)?;
        // Only what was transformed has a second length; these two are, but in version 3.
        let plain = if matches!(tag, GLYF | LOCA) { 3 } else { 0 };
        if version != plain {
            at = past_number(file, at)?;
        }
    }
    Some(at)
}

/// Past a number of so many bytes as it needs, `UIntBase128` (section 3.1).
fn past_number(file: &[u8], mut at: usize) -> Option<usize> {
    while *file.get(at)? & 0x80 != 0 {
        at += 1;
    }
    Some(at + 1)
}

fn four(file: &[u8], at: usize) -> Option<u32> {
    let bytes = file.get(at..at + 4)?.try_into().ok()?;
    Some(u32::from_be_bytes(bytes))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_window_holds_a_font_and_no_more() {
        for (bytes, power) in [
            (0, 10),
            (1008, 10),
            (1009, 11),
            (30_000, 15),
            (65_520, 16),
            (65_521, 17),
            (usize::MAX >> 1, 24),
        ] {
            assert_eq!(window(bytes), power, "{bytes}");
        }
    }

    #[test]
    fn a_broken_file_is_no_font() {
        let font = include_bytes!("../../themes/default/fonts/BIZUDPGothic-Regular.ttf");
        let options = EncodeOptions {
            quality: BrotliQuality::from(0),
            transform_glyf_loca: true,
            threads: None,
        };
        let file = encode_with_options(font, options).unwrap();
        assert_eq!(pressed(&file[..file.len() / 2], 1), None);
        assert_eq!(pressed(&file[..HEADER + 3], 1), None);
        assert_eq!(pressed(&[], 1), None);
        let again = pressed(&file, 1).unwrap();
        assert_eq!(four(&again, LENGTH).unwrap() as usize, again.len());
        assert!(stream(&again) == stream(&file) && again.len() < file.len());
    }
}
