//! Drawings in SVG as pixels, for what takes pictures alone.

use std::collections::HashMap;
use std::sync::Arc;

use image::RgbaImage;
use typst::foundations::Bytes;
use typst::syntax::Source;

use super::engine_job::file_id;
use super::{JobWorld, Layout, PrintEngine, raster};

/// A sheet that is the drawing and nothing else.
const SHEET: &str = "#set page(width: 100pt, height: auto, margin: 0pt, fill: none)\n#image(\"drawing.svg\", width: 100pt)";

impl PrintEngine {
    /// A drawing as large as fits into a width and a height in pixels, on clear ground; `None` when it cannot
    /// be read.
    pub(in crate::press) fn drawing(
        &self,
        svg: &Arc<Vec<u8>>,
        most: (u32, u32),
    ) -> Option<RgbaImage> {
        let (main, file) = (file_id("drawing.typ")?, file_id("drawing.svg")?);
        let world = JobWorld {
            engine: self,
            typefaces: None,
            main,
            jobs: HashMap::from([(file, Bytes::new(svg.to_vec()))]),
            written: HashMap::from([(main, Source::new(main, SHEET.to_owned()))]),
        };
        let Layout(document) = Self::compile(&world).ok()?;
        let drawn = raster::clear(document.pages().first()?, most);
        RgbaImage::from_raw(drawn.width, drawn.height, drawn.rgba)
    }
}
