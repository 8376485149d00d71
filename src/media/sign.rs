//! A logo for paper: on white, in its own colours and in grey, as fine as a press needs it.

use std::io::Cursor;
use std::sync::Arc;

use image::imageops::FilterType;
use image::{DynamicImage, ImageFormat, Rgb, RgbImage, RgbaImage};

use super::decode;
use crate::cache::{Cache, CacheKey, pack, unpack};

/// A logo as paper shows it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct PaperLogo {
    /// Width and height, in points.
    pub size: (u32, u32),
    /// A PNG in its own colours.
    pub coloured: Arc<Vec<u8>>,
    /// A PNG with grey points only.
    pub grey: Arc<Vec<u8>>,
}

/// A logo, at most so many points wide and high, but never smaller than half of that: from its file, or, where
/// that is a drawing, from what `draw` makes of it. `None` for what cannot be read.
#[must_use]
pub(crate) fn logo_on_paper(
    file: &[u8],
    most: (u32, u32),
    cache: &Cache,
    draw: Option<impl FnOnce() -> Option<RgbaImage>>,
) -> Option<PaperLogo> {
    let sizes = [most.0, most.1].map(u32::to_le_bytes).concat();
    let key = CacheKey::new("paper-logo").with(file).with(&sizes);
    if let Some(kept) = cache.get(&key).and_then(|kept| PaperLogo::unpacked(&kept)) {
        return Some(kept);
    }
    let read = match draw {
        Some(draw) => DynamicImage::ImageRgba8(draw()?),
        None => decode::decode(file).ok()?,
    };
    let made = made(&read, most)?;
    cache.put(&key, &made.packed());
    Some(made)
}

fn made(picture: &DynamicImage, (wide, high): (u32, u32)) -> Option<PaperLogo> {
    let (width, height) = (picture.width(), picture.height());
    let fills = |width: u32, height: u32| width >= wide || height >= high;
    let sized = if fills(width, height) || !fills(width.saturating_mul(2), height.saturating_mul(2))
    {
        picture.resize(wide, high, FilterType::Lanczos3)
    } else {
        picture.clone()
    };
    let points = sized.to_rgba8();
    let on_white = RgbImage::from_fn(points.width(), points.height(), |x, y| {
        let [red, green, blue, opaque] = points.get_pixel(x, y).0.map(u16::from);
        let over = |part: u16| ((part * opaque + 255 * (255 - opaque)) / 255).to_le_bytes()[0];
        Rgb([red, green, blue].map(over))
    });
    let coloured = DynamicImage::ImageRgb8(on_white);
    let grey = DynamicImage::ImageLuma8(coloured.to_luma8());
    let png = |picture: &DynamicImage| {
        let mut file = Cursor::new(Vec::new());
        picture.write_to(&mut file, ImageFormat::Png).ok()?;
        Some(Arc::new(file.into_inner()))
    };
    Some(PaperLogo {
        size: (coloured.width(), coloured.height()),
        coloured: png(&coloured)?,
        grey: png(&grey)?,
    })
}

impl PaperLogo {
    fn packed(&self) -> Vec<u8> {
        let sizes = [self.size.0, self.size.1].map(u32::to_le_bytes).concat();
        pack([sizes.as_slice(), &self.coloured, &self.grey])
    }

    fn unpacked(kept: &[u8]) -> Option<Self> {
        let parts = unpack(kept)?;
        let [sizes, coloured, grey] = parts.as_slice() else {
            return None;
        };
        let number = |at: usize| Some(u32::from_le_bytes(sizes.get(at..at + 4)?.try_into().ok()?));
        Some(Self {
            size: (number(0)?, number(4)?),
            coloured: Arc::new(coloured.to_vec()),
            grey: Arc::new(grey.to_vec()),
        })
    }
}
