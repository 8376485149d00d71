//! QR codes as runs of dark modules, to be drawn on paper in one ink and on screens as one path.

use qrcode::bits;
use qrcode::canvas::{Canvas, MaskPattern};
use qrcode::types::QrResult;
use qrcode::{Color, EcLevel, ec};
use serde::Serialize;

/// How the mask is chosen that keeps large fields of one colour out of a code.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Mask {
    /// The best of eight (ISO/IEC 18004 §7.8.3), as a printed code deserves.
    Best,
    /// One for all codes: weighing eight would take longer than the whole rest of a web page.
    Quick,
}

/// A QR code (ISO/IEC 18004).
#[derive(Debug, Clone, Serialize, PartialEq, Eq)]
pub(crate) struct QrCode {
    /// Modules on a side, without the quiet zone of four on every side.
    pub size: usize,
    /// Column, row and length of each run of dark modules, row by row.
    pub runs: Vec<(usize, usize, usize)>,
}

impl QrCode {
    /// The code of an address at error correction level M (ISO/IEC 18004 §6.5.1); `None` for
    /// an address that is too long for any code.
    #[must_use]
    pub(crate) fn encode(address: &str, mask: Mask) -> Option<Self> {
        let (colors, size) = modules(address, mask).ok()?;
        let mut runs = Vec::new();
        for (row, modules) in colors.chunks(size.max(1)).enumerate() {
            let mut at = 0;
            for run in modules.chunk_by(|a, b| a == b) {
                if run.first() == Some(&Color::Dark) {
                    runs.push((at, row, run.len()));
                }
                at += run.len();
            }
        }
        Some(Self { size, runs })
    }
}

/// The modules of a code, row by row, and how many stand in a row.
fn modules(text: &str, mask: Mask) -> QrResult<(Vec<Color>, usize)> {
    let level = EcLevel::M;
    let bits = bits::encode_auto(text.as_bytes(), level)?;
    let version = bits.version();
    let (data, correction) = ec::construct_codewords(&bits.into_bytes(), version, level)?;
    let mut canvas = Canvas::new(version, level);
    canvas.draw_all_functional_patterns();
    canvas.draw_data(&data, &correction);
    let canvas = match mask {
        Mask::Best => canvas.apply_best_mask(),
        Mask::Quick => {
            canvas.apply_mask(MaskPattern::Checkerboard);
            canvas
        }
    };
    let size = usize::try_from(version.width()).unwrap_or_default();
    Ok((canvas.into_colors(), size))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_read_back() {
        let address = "https://example.org/speakers/yamada.html";
        for mask in [Mask::Best, Mask::Quick] {
            let code = QrCode::encode(address, mask).unwrap();
            let dark = |x: usize, y: usize| {
                code.runs
                    .iter()
                    .any(|(at, row, n)| *row == y && (*at..at + n).contains(&x))
            };
            let grid = rqrr::SimpleGrid::from_func(code.size, dark);
            let (_, read) = rqrr::Grid::new(grid).decode().unwrap();
            assert_eq!(read, address);
            assert_eq!(QrCode::encode(&"x".repeat(5000), mask), None);
        }
    }
}
