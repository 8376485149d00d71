//! Pictures: how fine they are, and how much ink they take.

use hayro::hayro_syntax::object::stream::ImageDecodeParams;
use hayro::hayro_syntax::object::{Array, Object, Stream};
use hayro::hayro_syntax::page::Resources;

use super::colour::{PdfColour, Space};
use crate::preflight::geometry::Transform;

/// What is told of a picture.
pub(super) struct PdfPicture {
    /// Pixels an inch, in the direction that has fewer.
    pub dpi: f64,
    /// The most ink on one pixel, in per cent; `None` where it is not told in inks.
    pub ink: Option<f64>,
    /// Its colour space; for a stencil the colour that it is drawn in.
    pub colour: PdfColour,
    /// Whether a mask lets something shine through.
    pub masked: bool,
}

/// Reads a picture that is drawn on the unit square under `ctm`.
pub(super) fn read(
    image: &Stream<'_>,
    resources: &Resources<'_>,
    ctm: Transform,
    fill: &PdfColour,
) -> PdfPicture {
    const INCH: f64 = 72.0;
    let dict = image.dict();
    let number = |long: &str, short: &str| dict.get::<u32>(long).or_else(|| dict.get::<u32>(short));
    let size = |long, short| f64::from(number(long, short).unwrap_or(0));
    let (wide, high) = ctm.stretch();
    let per_inch = |pixels: f64, points: f64| pixels / (points / INCH).max(0.01);
    let dpi = per_inch(size("Width", "W"), wide).min(per_inch(size("Height", "H"), high));
    let stencil = dict
        .get::<bool>("ImageMask")
        .or_else(|| dict.get::<bool>("IM"));
    let masked = dict.get::<Stream<'_>>("SMask").is_some()
        || dict.get::<u32>("SMaskInData").is_some_and(|n| n > 0);
    if stencil == Some(true) {
        return PdfPicture {
            dpi,
            ink: fill.ink(),
            colour: fill.clone(),
            masked,
        };
    }
    let space = dict
        .get::<Object<'_>>("ColorSpace")
        .or_else(|| dict.get::<Object<'_>>("CS"));
    let indexed = matches!(&space, Some(Object::Array(list)) if is_indexed(list));
    let table = match &space {
        Some(Object::Array(list)) if indexed => most_of_table(list),
        _ => None,
    };
    let space = space.map_or(Space::Other("?".into()), |space| {
        Space::read(space, resources, 0)
    });
    let bits = number("BitsPerComponent", "BPC");
    let ink = match space {
        Space::Gray => Some(100.0),
        Space::Cmyk if table.is_some() => table,
        // A palette that is not read or unusual samples are taken for the worst.
        Space::Cmyk if indexed || bits != Some(8) => Some(400.0),
        Space::Cmyk => Some(most_ink(image).unwrap_or(400.0)),
        _ => None,
    };
    let colour = PdfColour {
        space,
        values: Vec::new(),
    };
    PdfPicture {
        dpi,
        ink,
        colour,
        masked,
    }
}

fn is_indexed(space: &Array<'_>) -> bool {
    let kind = space
        .flex_iter()
        .next::<hayro::hayro_syntax::object::Name<'_>>();
    kind.is_some_and(|kind| matches!(kind.as_ref(), b"Indexed" | b"I"))
}

/// The most ink of a colour in a table, in per cent.
fn most_of_table(space: &Array<'_>) -> Option<f64> {
    let table = match space.iter::<Object<'_>>().nth(3)? {
        Object::String(table) => table.as_bytes().to_vec(),
        Object::Stream(table) => table.decoded().ok()?.to_vec(),
        _ => return None,
    };
    let ink = |inks: &[u8]| inks.iter().map(|ink| u32::from(*ink)).sum::<u32>();
    let most = table.chunks(4).map(ink).max()?;
    Some(f64::from(most) / 255.0 * 100.0)
}

/// The most ink on one pixel of four samples, in per cent.
fn most_ink(image: &Stream<'_>) -> Option<f64> {
    let dict = image.dict();
    let params = ImageDecodeParams {
        bpc: Some(8),
        num_components: Some(4),
        width: dict.get::<u32>("Width")?,
        height: dict.get::<u32>("Height")?,
        ..ImageDecodeParams::default()
    };
    let decoded = image.decoded_image(&params).ok()?;
    let turned = dict
        .get::<Array<'_>>("Decode")
        .is_some_and(|range| range.iter::<f32>().next() == Some(1.0));
    let ink = |sample: &u8| u32::from(if turned { 255 - *sample } else { *sample });
    let most = decoded
        .data
        .chunks_exact(4)
        .map(|pixel| pixel.iter().map(ink).sum::<u32>())
        .max()?;
    Some(f64::from(most) / 255.0 * 100.0)
}
