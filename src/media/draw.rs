//! Points into files: the sizes and forms that pages need.

use std::collections::HashSet;
use std::io::Cursor;

use image::codecs::jpeg::JpegEncoder;
use image::imageops::FilterType;
use image::{DynamicImage, ImageFormat};

use super::drawn::{DrawnFile, DrawnPicture};
use super::form::Form;

/// How good photographs are, of a hundred.
const WEBP_QUALITY: f32 = 76.0;
const JPEG_QUALITY: u8 = 80;

/// A drawing has no more colours than this.
const FEW_COLOURS: usize = 256;

/// Draws a picture in these widths, the smallest first, and in every form; a photograph as WebP and JPEG, a drawing or one
/// that shows its ground as WebP and PNG.
pub(super) fn sheet(picture: DynamicImage, widths: &[u32]) -> DrawnPicture {
    let widest = widths.last().copied().unwrap_or(u32::MAX);
    let full = picture.width().min(widest);
    let smaller = widths.iter().copied().filter(|width| *width < full);
    let widths: Vec<u32> = smaller.chain([full]).collect();
    let plain = if picture.color().has_alpha() {
        DynamicImage::ImageRgba8(picture.into_rgba8())
    } else {
        DynamicImage::ImageRgb8(picture.into_rgb8())
    };
    let clear = plain
        .as_rgba8()
        .is_some_and(|points| points.pixels().any(|p| p.0[3] < 255));
    let plain = if clear {
        plain
    } else {
        DynamicImage::ImageRgb8(plain.into_rgb8())
    };
    let drawing = is_drawing(&plain);

    let mut sheet = DrawnPicture {
        width: full,
        height: height(&plain, full),
        drawn: Vec::new(),
    };
    let mut scaled = plain;
    // From the widest down: each is made from the one before, which is quick and as sharp.
    for width in widths.into_iter().rev() {
        if width < scaled.width() {
            let height = height(&scaled, width);
            scaled = scaled.resize_exact(width, height, FilterType::Lanczos3);
        }
        let fallback = if drawing || clear {
            Form::Png
        } else {
            Form::Jpeg
        };
        for form in [Form::WebP, fallback] {
            let bytes = match form {
                Form::WebP => webp(&scaled, drawing),
                Form::Png => png(&scaled),
                _ => jpeg(&scaled),
            };
            sheet
                .drawn
                .extend(bytes.map(|bytes| DrawnFile { form, width, bytes }));
        }
    }
    sheet.drawn.sort_by_key(|drawn| (drawn.form, drawn.width));
    sheet
}

/// How high a picture is at a width.
fn height(picture: &DynamicImage, width: u32) -> u32 {
    let (own_width, own_height) = (u64::from(picture.width()), u64::from(picture.height()));
    let height = (u64::from(width) * own_height + own_width / 2) / own_width.max(1);
    u32::try_from(height).unwrap_or(u32::MAX).max(1)
}

/// Whether a picture has so few colours that loss would show.
fn is_drawing(picture: &DynamicImage) -> bool {
    let mut colours = HashSet::new();
    let bytes = picture.as_bytes();
    let size = usize::from(picture.color().bytes_per_pixel()).max(1);
    bytes.chunks_exact(size).all(|point| {
        colours.insert(point);
        colours.len() <= FEW_COLOURS
    })
}

fn webp(picture: &DynamicImage, lossless: bool) -> Option<Vec<u8>> {
    let (width, height) = (picture.width(), picture.height());
    let encoder = match picture {
        DynamicImage::ImageRgb8(points) => webp::Encoder::from_rgb(points, width, height),
        DynamicImage::ImageRgba8(points) => webp::Encoder::from_rgba(points, width, height),
        _ => return None,
    };
    let file = encoder.encode_simple(lossless, WEBP_QUALITY).ok()?;
    Some(file.to_vec())
}

fn jpeg(picture: &DynamicImage) -> Option<Vec<u8>> {
    let mut out = Vec::new();
    picture
        .write_with_encoder(JpegEncoder::new_with_quality(&mut out, JPEG_QUALITY))
        .ok()?;
    Some(out)
}

fn png(picture: &DynamicImage) -> Option<Vec<u8>> {
    let mut out = Cursor::new(Vec::new());
    picture.write_to(&mut out, ImageFormat::Png).ok()?;
    Some(out.into_inner())
}
