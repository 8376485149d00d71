//! A picture for paper: in grey, as fine as a press needs it, from the file that people gave.

use std::sync::Arc;

use image::codecs::jpeg::JpegEncoder;
use image::imageops::FilterType;
use image::{DynamicImage, GrayImage, RgbaImage};

use super::decode;
use super::portrait::on_white;
use super::svg;
use crate::cache::{Cache, CacheKey, pack, unpack};

/// How good it is, of a hundred.
const QUALITY: u8 = 86;
/// What is higher than wide is cut to this, compared with its width: nothing taller has room.
const TALLEST: f64 = 1.1;

/// A picture as paper shows it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct PaperPicture {
    /// How wide it is, in points.
    pub width: u32,
    /// How high it is, in points.
    pub height: u32,
    /// How wide it was when it came.
    pub own_width: u32,
    /// A JPEG with grey points only.
    pub jpeg: Arc<Vec<u8>>,
}

/// How many points a picture has to have in its width.
#[derive(Debug, Clone, Copy)]
pub(crate) struct PaperWidth {
    /// With fewer it is made larger, which does not make it sharper.
    pub least: u32,
    /// With more it is made smaller.
    pub most: u32,
    /// Whether all of it is shown, however tall it is.
    pub whole: bool,
}

/// A picture in grey, from its file. `None` for drawings in SVG, and for what cannot be read.
#[must_use]
pub(crate) fn on_paper(file: &[u8], wide: PaperWidth, cache: &Cache) -> Option<PaperPicture> {
    if svg::is_svg(file) {
        return None;
    }
    kept(file, wide, cache, || decode::decode(file).ok())
}

/// The same of points (red, green, blue, opacity) that somebody else drew of the file.
#[must_use]
pub(crate) fn points_on_paper(
    file: &[u8],
    wide: PaperWidth,
    cache: &Cache,
    draw: impl FnOnce() -> Option<RgbaImage>,
) -> Option<PaperPicture> {
    kept(file, wide, cache, || draw().map(DynamicImage::ImageRgba8))
}

fn kept(
    file: &[u8],
    wide: PaperWidth,
    cache: &Cache,
    read: impl FnOnce() -> Option<DynamicImage>,
) -> Option<PaperPicture> {
    let sizes = [wide.least, wide.most, u32::from(wide.whole)];
    let sizes = sizes.map(u32::to_le_bytes).concat();
    let key = CacheKey::new("paper-picture").with(file).with(&sizes);
    if let Some(kept) = cache
        .get(&key)
        .and_then(|kept| PaperPicture::unpacked(&kept))
    {
        return Some(kept);
    }
    let made = made(&read()?, wide)?;
    cache.put(&key, &made.packed());
    Some(made)
}

fn made(picture: &DynamicImage, wide: PaperWidth) -> Option<PaperPicture> {
    let grey = on_white(picture);
    let (own_width, own_height) = (grey.width(), grey.height());
    #[allow(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "a few thousand points"
    )]
    let tallest = (f64::from(own_width) * TALLEST).round() as u32;
    let high = if wide.whole {
        own_height
    } else {
        own_height.min(tallest.max(1))
    };
    // Faces are nearer to the top.
    let cut = DynamicImage::ImageLuma8(grey).crop_imm(0, (own_height - high) / 3, own_width, high);
    let width = own_width.clamp(wide.least, wide.most.max(wide.least));
    let height = u64::from(high) * u64::from(width) / u64::from(own_width.max(1));
    let height = u32::try_from(height).ok()?.max(1);
    let drawn: GrayImage = if width == own_width {
        cut.into_luma8()
    } else {
        cut.resize_exact(width, height, FilterType::Lanczos3)
            .into_luma8()
    };
    let mut jpeg = Vec::new();
    drawn
        .write_with_encoder(JpegEncoder::new_with_quality(&mut jpeg, QUALITY))
        .ok()?;
    Some(PaperPicture {
        width: drawn.width(),
        height: drawn.height(),
        own_width,
        jpeg: Arc::new(jpeg),
    })
}

impl PaperPicture {
    fn packed(&self) -> Vec<u8> {
        let sizes = [self.width, self.height, self.own_width].map(u32::to_le_bytes);
        pack([sizes.concat().as_slice(), self.jpeg.as_slice()])
    }

    fn unpacked(kept: &[u8]) -> Option<Self> {
        let parts = unpack(kept)?;
        let [sizes, jpeg] = parts.as_slice() else {
            return None;
        };
        let number = |at: usize| Some(u32::from_le_bytes(sizes.get(at..at + 4)?.try_into().ok()?));
        Some(Self {
            width: number(0)?,
            height: number(4)?,
            own_width: number(8)?,
            jpeg: Arc::new(jpeg.to_vec()),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn file(width: u32, height: u32) -> Vec<u8> {
        let picture = image::RgbImage::from_fn(width, height, |x, y| {
            image::Rgb([(x % 256).to_le_bytes()[0], (y % 256).to_le_bytes()[0], 90])
        });
        let mut file = std::io::Cursor::new(Vec::new());
        let picture = DynamicImage::ImageRgb8(picture);
        picture
            .write_to(&mut file, image::ImageFormat::Png)
            .unwrap();
        file.into_inner()
    }

    #[test]
    fn a_picture_is_as_fine_as_a_press_needs_it() {
        let wide = PaperWidth {
            least: 200,
            most: 300,
            whole: false,
        };
        for (size, drawn) in [
            ((100, 50), (200, 100)),
            ((250, 100), (250, 100)),
            ((600, 300), (300, 150)),
            // What is much higher than wide is cut.
            ((300, 900), (300, 330)),
        ] {
            let made = on_paper(&file(size.0, size.1), wide, &Cache::none()).unwrap();
            assert_eq!((made.width, made.height), drawn, "{size:?}");
            assert_eq!(made.own_width, size.0);
            let read = image::load_from_memory(&made.jpeg).unwrap();
            assert_eq!(read.color(), image::ColorType::L8);
            assert_eq!(PaperPicture::unpacked(&made.packed()), Some(made));
        }
        let all = PaperWidth {
            whole: true,
            ..wide
        };
        let made = on_paper(&file(300, 900), all, &Cache::none()).unwrap();
        assert_eq!((made.width, made.height), (300, 900));
        assert_eq!(on_paper(b"no picture", wide, &Cache::none()), None);
    }
}
