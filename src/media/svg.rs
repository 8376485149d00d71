//! Drawings in SVG: cleaned of everything that runs or that fetches, and measured.

use svg_hush::Filter;

use super::fault::PictureFault;
use super::{DrawnFile, DrawnPicture, Form, styled, tame};

/// No larger drawing is read, in bytes.
const MOST_BYTES: usize = 2 << 20;

/// A drawing that does not say how large it is, is as large as browsers would have it.
const UNSAID: (f64, f64) = (300.0, 150.0);

/// Whether a file is meant to be SVG.
pub(super) fn is_svg(bytes: &[u8]) -> bool {
    let start = &bytes[..bytes.len().min(4_096)];
    let text = String::from_utf8_lossy(start);
    text.trim_start_matches('\u{feff}')
        .trim_start()
        .starts_with('<')
        && text.contains("<svg")
}

/// The drawing without scripts, handlers, foreign content, and addresses outside itself.
pub(super) fn clean(bytes: &[u8]) -> Result<DrawnPicture, PictureFault> {
    if bytes.len() > MOST_BYTES {
        return Err(PictureFault::Heavy {
            bytes: bytes.len(),
            most: MOST_BYTES,
        });
    }
    if let Some(excess) = tame::excess(&String::from_utf8_lossy(bytes)) {
        return Err(excess);
    }
    let mut out = Vec::new();
    Filter::new()
        .filter(&mut &bytes[..], &mut out)
        .map_err(|error| PictureFault::Broken {
            reason: error.to_string(),
        })?;
    let out = styled::without_addresses(&String::from_utf8_lossy(&out));
    let (width, height) = size(&out);
    Ok(DrawnPicture {
        width,
        height,
        drawn: vec![DrawnFile {
            form: Form::Svg,
            width,
            bytes: out.into_bytes(),
        }],
    })
}

/// Width and height in points: what the drawing says, else the proportions of its view box.
#[allow(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "held between 1 and 10,000"
)]
fn size(svg: &str) -> (u32, u32) {
    let root = svg.split_once("<svg").map_or("", |(_, rest)| rest);
    let root = root.split_once('>').map_or(root, |(root, _)| root);
    let attribute = |name: &str| {
        let (_, after) = root.split_once(&format!(" {name}="))?;
        let quote = after.chars().next().filter(|c| matches!(c, '"' | '\''))?;
        after[1..].split_once(quote).map(|(value, _)| value)
    };
    let number = |text: &str| {
        let number = text.trim().trim_end_matches("px").parse::<f64>().ok()?;
        (number.is_finite() && number > 0.0).then_some(number)
    };
    let view = attribute("viewBox").and_then(|view| {
        let numbers = view.split([' ', ',']).filter(|part| !part.is_empty());
        let numbers: Vec<f64> = numbers.skip(2).filter_map(number).collect();
        <[f64; 2]>::try_from(numbers).ok()
    });
    let (width, height) = (
        attribute("width").and_then(number),
        attribute("height").and_then(number),
    );
    let (width, height) = match (width, height, view) {
        (Some(width), Some(height), _) => (width, height),
        (Some(width), None, Some([w, h])) => (width, width * h / w),
        (None, Some(height), Some([w, h])) => (height * w / h, height),
        (_, _, Some([w, h])) => (w, h),
        _ => UNSAID,
    };
    let whole = |length: f64| length.round().clamp(1.0, 10_000.0) as u32;
    (whole(width), whole(height))
}
