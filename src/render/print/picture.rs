//! Pictures of pages for the site: in three widths, small in bytes.

use std::cmp::Reverse;

use image::codecs::png::{CompressionType, FilterType, PngEncoder};
use image::{ExtendedColorType, ImageEncoder};
use webp::{Encoder, WebPConfig};

use super::Files;
use super::engine::{Layout, Raster};
use crate::base::OutPath;
use crate::typeset::{Image, Picture};

/// The widths, in pixels, as lists show them (7 rem), for screens of two pixels to a point, and as
/// large as one can read; and the most colours in a picture of type and plain fields: what is
/// small shows few.
const WIDTHS: [(u32, usize); 3] = [(112, 4), (224, 8), (448, COLOURS)];
const COUNT: usize = WIDTHS.len();
/// The most colours in a share card.
const COLOURS: usize = 16;
/// Colours nearer to each other than this are one (the square of a distance in RGB).
const ALIKE: i32 = 18 * 18;
/// More than so many different colours are a photograph's.
const MANY: usize = 3000;

/// The pictures of a page, the narrowest first.
#[derive(Debug, PartialEq)]
pub(super) struct Pictured([Encoded; COUNT]);

#[derive(Debug, PartialEq)]
struct Encoded {
    width: u32,
    height: u32,
    webp: Vec<u8>,
}

/// Pictures every page of a layout.
pub(super) fn of(layout: &Layout) -> Vec<Pictured> {
    let mut widths = WIDTHS.map(|(wide, colours)| {
        let rasters = layout.pictures(wide).into_iter();
        rasters.map(move |raster| encoded(raster, colours))
    });
    let page = || {
        let [small, middle, large] = widths.each_mut().map(Iterator::next);
        Some(Pictured([small?, middle?, large?]))
    };
    std::iter::from_fn(page).collect()
}

impl Pictured {
    /// Puts one together.
    pub(super) fn from_parts(sizes: [(u32, u32); COUNT], files: [&[u8]; COUNT]) -> Self {
        let encoded = |at: usize| Encoded {
            width: sizes[at].0,
            height: sizes[at].1,
            webp: files[at].to_vec(),
        };
        Self(std::array::from_fn(encoded))
    }

    /// Width and height of each.
    pub(super) fn sizes(&self) -> [(u32, u32); COUNT] {
        self.0.each_ref().map(|own| (own.width, own.height))
    }

    /// The bytes of each.
    pub(super) fn files(&self) -> [&[u8]; COUNT] {
        self.0.each_ref().map(|own| own.webp.as_slice())
    }
}

/// Whether a path is where a picture of a leaflet lies, whose office PDF lies at `pdf`.
pub(super) fn is_of(path: &OutPath, pdf: &OutPath) -> bool {
    let stem = pdf.as_str().strip_suffix(".pdf");
    let rest = stem.and_then(|stem| path.as_str().strip_prefix(stem)?.strip_prefix('-'));
    rest.is_some_and(|rest| rest.ends_with(".webp"))
}

/// The pictures of a page with their places beside the leaflet's PDF; `None` where there is no
/// such place.
pub(super) fn hand_out(pictured: Pictured, pdf: &OutPath, page: usize) -> Option<(Picture, Files)> {
    let stem = pdf.as_str().strip_suffix(".pdf")?;
    let mut files = Files::new();
    let mut hand = |encoded: Encoded| {
        let path = OutPath::parse(&format!("{stem}-{page}-{}.webp", encoded.width))?;
        files.push((path.clone(), encoded.webp));
        Some(Image {
            path,
            width: encoded.width,
            height: encoded.height,
        })
    };
    let [small, middle, large] = pictured.0.map(&mut hand);
    let picture = Picture([small?, middle?, large?]);
    Some((picture, files))
}

/// A picture as WebP: type and plain fields in few colours and without loss, photographs with.
fn encoded(mut raster: Raster, colours: usize) -> Encoded {
    let drawn = flatten(&mut raster, colours);
    let encoder = Encoder::from_rgba(&raster.rgba, raster.width, raster.height);
    let webp = WebPConfig::new().ok().and_then(|mut config| {
        config.lossless = i32::from(drawn);
        config.quality = if drawn { 25.0 } else { 70.0 };
        config.method = 3;
        encoder.encode_advanced(&config).ok()
    });
    Encoded {
        width: raster.width,
        height: raster.height,
        webp: webp.map(|webp| webp.to_vec()).unwrap_or_default(),
    }
}

/// A picture as PNG, which every reader of share cards takes: in few colours, so that it is small.
pub(super) fn png(mut raster: Raster) -> Option<Vec<u8>> {
    flatten(&mut raster, COLOURS);
    let mut rgb = Vec::with_capacity(raster.rgba.len() / 4 * 3);
    for pixel in raster.rgba.chunks_exact(4) {
        rgb.extend_from_slice(&pixel[..3]);
    }
    let mut out = Vec::new();
    let encoder =
        PngEncoder::new_with_quality(&mut out, CompressionType::Default, FilterType::NoFilter);
    let (width, height) = (raster.width, raster.height);
    let written = encoder.write_image(&rgb, width, height, ExtendedColorType::Rgb8);
    written.is_ok().then_some(out)
}

/// Leaves only the most frequent colours that differ well, so that the edges of letters cost
/// little; gives back whether that was done. Pictures of many colours stay as they are.
fn flatten(raster: &mut Raster, colours: usize) -> bool {
    let stride = (raster.width as usize * 4).max(4);
    // Colours by their five highest bits: how often, and the sums of what they really are. A row
    // that repeats the one above it adds nothing to what a picture is made of.
    let mut cells = vec![[0_u32; 4]; 1 << 15];
    let mut above: &[u8] = &[];
    for row in raster.rgba.chunks_exact(stride) {
        if row == above {
            continue;
        }
        above = row;
        for pixel in row.chunks_exact(4) {
            let cell = &mut cells[cell(pixel)];
            cell[0] += 1;
            cell[1] += u32::from(pixel[0]);
            cell[2] += u32::from(pixel[1]);
            cell[3] += u32::from(pixel[2]);
        }
    }
    let mut means: Vec<(u32, usize, [u8; 3])> = Vec::new();
    for (at, [count, red, green, blue]) in cells.into_iter().enumerate() {
        if count > 0 {
            let mean = |sum: u32| ((sum + count / 2) / count).to_le_bytes()[0];
            means.push((count, at, [mean(red), mean(green), mean(blue)]));
        }
    }
    if means.len() > MANY {
        return false;
    }
    means.sort_by_key(|(count, at, _)| (Reverse(*count), *at));
    let mut chosen: Vec<[u8; 3]> = Vec::with_capacity(colours);
    for (_, _, mean) in &means {
        if chosen.len() < colours && chosen.iter().all(|other| apart(*mean, *other) > ALIKE) {
            chosen.push(*mean);
        }
    }
    let mut nearest = vec![[0; 3]; 1 << 15];
    for (_, at, mean) in &means {
        let found = chosen.iter().min_by_key(|other| apart(*mean, **other));
        nearest[*at] = found.copied().unwrap_or(*mean);
    }
    let (mut before, mut after): (Vec<u8>, Vec<u8>) = (Vec::new(), Vec::new());
    for row in raster.rgba.chunks_exact_mut(stride) {
        if row == before.as_slice() {
            row.copy_from_slice(&after);
            continue;
        }
        before.clear();
        before.extend_from_slice(row);
        for pixel in row.chunks_exact_mut(4) {
            let [red, green, blue] = nearest[cell(pixel)];
            pixel.copy_from_slice(&[red, green, blue, u8::MAX]);
        }
        after.clear();
        after.extend_from_slice(row);
    }
    true
}

/// The five highest bits of each channel, as one number.
fn cell(pixel: &[u8]) -> usize {
    usize::from(pixel[0] >> 3) << 10 | usize::from(pixel[1] >> 3) << 5 | usize::from(pixel[2] >> 3)
}

/// The square of the distance between two colours.
fn apart(a: [u8; 3], b: [u8; 3]) -> i32 {
    let [red, green, blue] = [0, 1, 2].map(|at| i32::from(a[at]) - i32::from(b[at]));
    red * red + green * green + blue * blue
}

#[cfg(test)]
mod tests {
    use super::*;

    fn raster(width: u32, pixels: impl Iterator<Item = [u8; 3]>) -> Raster {
        let rgba: Vec<u8> = pixels.flat_map(|[r, g, b]| [r, g, b, 255]).collect();
        Raster {
            width,
            height: u32::try_from(rgba.len()).unwrap() / 4 / width,
            rgba,
        }
    }

    #[test]
    fn type_is_left_few_colours_and_photographs_all() {
        let grey = |n: u32| [u8::try_from(n % 256).unwrap(); 3];
        // Two rows alike, then rows that differ, then white.
        let rows = (0..256).chain(0..256).chain(7..2567).map(grey);
        let mut blurred = raster(256, rows.chain(std::iter::repeat_n([255; 3], 2560)));
        assert!(flatten(&mut blurred, COLOURS));
        let colours: std::collections::BTreeSet<_> = blurred.rgba.chunks(4).collect();
        assert!(
            colours.len() <= COLOURS && colours.contains(&[255; 4][..]),
            "{colours:?}"
        );
        assert_eq!(blurred.rgba[..1024], blurred.rgba[1024..2048]);

        let colour = |n: u32| n.wrapping_mul(0x9e37_79b9).to_be_bytes();
        let photograph = raster(
            200,
            (0..40_000).map(|n| [colour(n)[0], colour(n)[1], colour(n)[2]]),
        );
        let mut same = photograph.clone();
        assert!(!flatten(&mut same, COLOURS));
        assert!(same == photograph);
    }
}
