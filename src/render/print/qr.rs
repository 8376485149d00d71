//! QR codes as runs of dark modules, so that print draws them in one ink.

use qrcode::{Color, EcLevel, QrCode as Code};

use super::data::QrCode;

/// The code for an address at error correction level M (ISO/IEC 18004 §6.5.1); `None` for an
/// address that is too long for any code.
pub(super) fn encode(address: &str) -> Option<QrCode> {
    let code = Code::with_error_correction_level(address.as_bytes(), EcLevel::M).ok()?;
    let size = code.width();
    let colors = code.to_colors();
    let mut runs = Vec::new();
    for (row, modules) in colors.chunks(size).enumerate() {
        let mut at = 0;
        while at < size {
            let length = modules[at..]
                .iter()
                .take_while(|m| **m == Color::Dark)
                .count();
            if length > 0 {
                runs.push((at, row, length));
            }
            at += length.max(1);
        }
    }
    Some(QrCode { size, runs })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_code_reads_back() {
        let address = "https://example.org/speakers/yamada.html";
        let code = encode(address).unwrap();
        let dark = |x: usize, y: usize| {
            code.runs
                .iter()
                .any(|(at, row, n)| *row == y && (*at..at + n).contains(&x))
        };
        let grid = rqrr::SimpleGrid::from_func(code.size, dark);
        let (_, read) = rqrr::Grid::new(grid).decode().unwrap();
        assert_eq!(read, address);
        assert_eq!(encode(&"x".repeat(5000)), None);
    }
}
