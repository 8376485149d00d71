//! Pages as pixels.

use typst::utils::Scalar;
use typst_layout::PagedDocument;
use typst_render::RenderOptions;

use super::plates;

/// A picture: three bytes (red, green, blue) a pixel, row by row.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::render::print) struct Raster {
    /// In pixels.
    pub width: u32,
    /// In pixels.
    pub height: u32,
    /// The pixels.
    pub rgb: Vec<u8>,
}

/// The pages of a sheet as they come from the press, trimmed, on white paper.
pub(super) fn pages(document: &PagedDocument, wide: u32) -> Vec<Raster> {
    let trimmed = plates::trimmed(document);
    let page = |page| {
        let own = typst_layout::Page::clone(page).frame.width().to_pt();
        let options = RenderOptions {
            pixel_per_pt: Scalar::new(f64::from(wide) / own.max(1.0)),
            render_bleed: false,
        };
        let pixels = typst_render::render(page, &options);
        let mut rgb = Vec::with_capacity(pixels.data().len() / 4 * 3);
        for pixel in pixels.data().chunks_exact(4) {
            // Channels are already multiplied by the fourth, how much of the paper is covered.
            let paper = 255 - pixel[3];
            for ink in &pixel[..3] {
                rgb.push(ink.saturating_add(paper));
            }
        }
        Raster {
            width: pixels.width(),
            height: pixels.height(),
            rgb,
        }
    };
    trimmed.pages().iter().map(page).collect()
}
