//! Page boxes that the engine does not write.

use lopdf::{Document, Object};

/// Points in a millimetre.
const MM: f64 = 72.0 / 25.4;

/// Adds a `BleedBox` around the `TrimBox` of every page (PDF 32000-1 §14.11.2), `bleed`
/// millimetres away from it and never outside the `MediaBox`.
pub(super) fn add_bleed_box(pdf: &[u8], bleed: f64) -> Result<Vec<u8>, lopdf::Error> {
    let mut document = Document::load_mem(pdf)?;
    let pages: Vec<_> = document.get_pages().into_values().collect();
    for id in pages {
        let page = document.get_dictionary(id)?;
        let media = rectangle(page.get(b"MediaBox")?)?;
        let trim = page.get(b"TrimBox").and_then(rectangle).unwrap_or(media);
        #[allow(
            clippy::cast_possible_truncation,
            reason = "PDF numbers are single precision"
        )]
        let by = (bleed * MM) as f32;
        let wide = [
            (trim[0] - by).max(media[0]),
            (trim[1] - by).max(media[1]),
            (trim[2] + by).min(media[2]),
            (trim[3] + by).min(media[3]),
        ];
        let bleed_box = Object::Array(wide.map(Object::Real).to_vec());
        document
            .get_object_mut(id)?
            .as_dict_mut()?
            .set("BleedBox", bleed_box);
    }
    let mut out = Vec::with_capacity(pdf.len() + 256);
    document.save_to(&mut out)?;
    Ok(out)
}

fn rectangle(object: &Object) -> Result<[f32; 4], lopdf::Error> {
    let corners = object.as_array()?;
    let mut rectangle = [0.0; 4];
    for (corner, object) in rectangle.iter_mut().zip(corners) {
        *corner = object.as_float()?;
    }
    Ok(rectangle)
}
