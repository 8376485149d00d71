//! A portrait for paper: in grey, so that it takes the black plate alone, prints on any machine, and
//! survives a copier.

use std::sync::Arc;

use image::codecs::jpeg::JpegEncoder;
use image::imageops::FilterType;
use image::{DynamicImage, GrayImage};

use super::Picture;
use super::form::Form;
use crate::cache::{Cache, CacheKey};

/// Its proportions, as on the site: four wide, five high.
const SHAPE: (u32, u32) = (4, 5);

/// As wide as is ever needed, in points: 28 mm at 600 to an inch.
const WIDEST: u32 = 660;

/// How good it is, of a hundred.
const QUALITY: u8 = 88;

/// Cuts a picture to a portrait's shape, from its middle and nearer to its top, where faces are. `None` for
/// drawings, and for what cannot be read. JPEG with grey points only, from the cache, if it has been
/// cut before.
#[must_use]
pub(crate) fn portrait(picture: &Picture, cache: &Cache) -> Option<Arc<Vec<u8>>> {
    let files = picture.renditions.iter();
    let widest = files
        .filter(|file| matches!(file.form, Form::Jpeg | Form::Png))
        .max_by_key(|file| file.width)?;
    let key = CacheKey::new("portrait").with(widest.bytes.as_slice());
    let jpeg = cache.get(&key).or_else(|| {
        let made = cut(&widest.bytes)?;
        cache.put(&key, &made);
        Some(made)
    });
    jpeg.map(Arc::new)
}

fn cut(file: &[u8]) -> Option<Vec<u8>> {
    let grey = on_white(&image::load_from_memory(file).ok()?);
    let (width, height) = (grey.width(), grey.height());
    let (wide, high) = SHAPE;
    let own_width = width.min(height.checked_mul(wide)? / high);
    let own_height = (own_width * high / wide).min(height);
    let cut = DynamicImage::ImageLuma8(grey).crop_imm(
        (width - own_width) / 2,
        (height - own_height) / 4,
        own_width,
        own_height,
    );
    let width = own_width.min(WIDEST);
    let drawn = if width < own_width {
        cut.resize_exact(width, width * high / wide, FilterType::Lanczos3)
    } else {
        cut
    };
    let mut jpeg = Vec::new();
    drawn
        .write_with_encoder(JpegEncoder::new_with_quality(&mut jpeg, QUALITY))
        .ok()?;
    Some(jpeg)
}

/// In grey; what shows its ground stands on white.
pub(super) fn on_white(picture: &DynamicImage) -> GrayImage {
    let points = picture.to_luma_alpha8();
    GrayImage::from_fn(points.width(), points.height(), |x, y| {
        let [light, opaque] = points.get_pixel(x, y).0.map(u16::from);
        let over_white = (light * opaque + 255 * (255 - opaque)) / 255;
        image::Luma([over_white.to_le_bytes()[0]])
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::OutPath;
    use crate::media::prepare;

    fn made(picture: &DynamicImage) -> Option<DynamicImage> {
        let mut file = std::io::Cursor::new(Vec::new());
        picture
            .write_to(&mut file, image::ImageFormat::Png)
            .unwrap();
        let name = OutPath::parse("assets/a.png").unwrap();
        let picture = prepare(&name, file.get_ref(), &[320, 640], &Cache::none()).unwrap();
        image::load_from_memory(&portrait(&picture, &Cache::none())?).ok()
    }

    #[test]
    fn a_portrait_is_grey_and_of_one_shape() {
        // Red at the left, blue at the right, clear in the middle.
        for (width, height) in [(900, 300), (300, 900), (41, 50), (3, 2)] {
            let picture = image::RgbaImage::from_fn(width, height, |x, _| {
                image::Rgba(match x * 3 / width {
                    0 => [200, 0, 0, 255],
                    1 => [0, 0, 0, 0],
                    _ => [0, 0, 200, 255],
                })
            });
            let read = made(&picture.into()).unwrap();
            assert_eq!(read.color(), image::ColorType::L8);
            assert!(read.width() <= WIDEST && read.width() <= width);
            assert!(read.height().abs_diff(read.width() * 5 / 4) <= 1);
        }
    }

    #[test]
    fn clear_ground_is_paper() {
        let clear = image::RgbaImage::from_pixel(80, 100, image::Rgba([0, 0, 0, 0]));
        let read = made(&clear.into()).unwrap().into_luma8();
        assert!(read.pixels().all(|point| point.0[0] > 250));
    }
}
