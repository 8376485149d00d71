//! Pages as pixels.

use typst::foundations::Smart;
use typst::utils::Scalar;
use typst::visualize::Color;
use typst_layout::{Page, PagedDocument};
use typst_render::RenderOptions;

use super::plates;

/// A picture: four bytes (red, green, blue, opacity) a pixel, row by row.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::press) struct Raster {
    /// In pixels.
    pub width: u32,
    /// In pixels.
    pub height: u32,
    /// The pixels.
    pub rgba: Vec<u8>,
}

/// The pages of a sheet as they come from the press, trimmed, on white paper.
pub(super) fn pages(document: &PagedDocument, wide: u32) -> Vec<Raster> {
    let trimmed = plates::trimmed(document);
    let page = |page: &Page| {
        let own = page.frame.width().to_pt();
        let options = RenderOptions {
            pixel_per_pt: Scalar::new(f64::from(wide) / own.max(1.0)),
            render_bleed: false,
        };
        let mut page = page.clone();
        if !matches!(page.fill, Smart::Custom(Some(_))) {
            page.fill = Smart::Custom(Some(Color::WHITE.into()));
        }
        let pixels = typst_render::render(&page, &options);
        Raster {
            width: pixels.width(),
            height: pixels.height(),
            rgba: pixels.take(),
        }
    };
    trimmed.pages().iter().map(page).collect()
}

/// A page as it is, on clear ground, as large as fits into a width and a height in pixels.
pub(super) fn clear(page: &Page, (wide, high): (u32, u32)) -> Raster {
    let own = page.frame.size();
    let scale = |most: u32, own: f64| f64::from(most) / own.max(1.0);
    let scale = scale(wide, own.x.to_pt()).min(scale(high, own.y.to_pt()));
    let options = RenderOptions {
        pixel_per_pt: Scalar::new(scale),
        render_bleed: false,
    };
    let pixels = typst_render::render(page, &options);
    Raster {
        width: pixels.width(),
        height: pixels.height(),
        rgba: pixels.take_demultiplied(),
    }
}
