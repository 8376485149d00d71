//! Pictures of pages for the site: in three widths, small in bytes.

use std::borrow::Cow;
use std::cmp::Reverse;

use image::{ImageBuffer, Rgba, imageops};
use png::{BitDepth, ColorType, DeflateCompression, EncodingError, Filter, Info};
use webp::{Encoder, WebPConfig};

use super::engine::{Layout, Raster};
use super::leaflet_files::LeafletFiles;
use crate::base::OutPath;
use crate::leaflet::{Image, SheetPicture};
use crate::site::address;

/// The widths, in pixels, as lists show them (7 rem), for screens of two pixels to a point, and as
/// large as one can read; and the most colours in a picture of type and plain fields: what is
/// small shows few.
const WIDTHS: [(u32, usize); 3] = [(112, 4), (224, 8), (LARGEST, COLOURS)];
const COUNT: usize = WIDTHS.len();
/// Pages are drawn so many pixels wide; smaller pictures are made from that one.
const LARGEST: u32 = 448;
/// The most colours in a picture: as many as half a byte tells apart.
const COLOURS: usize = 16;
/// Colours nearer to each other than this are one (the square of a distance in RGB).
const ALIKE: i32 = 18 * 18;
/// More than so many different colours are a photograph's.
const MANY: usize = 3000;
/// How a file in PNG begins (ISO/IEC 15948, 5.2).
const PNG: &[u8] = b"\x89PNG\r\n\x1a\n";
/// How hard PNG is pressed, of nine: more takes twice as long and longer to save one part in fifty.
const PRESSED: u8 = 4;

/// The pictures of a page, the narrowest first.
#[derive(Debug, PartialEq)]
pub(super) struct Pictured([Encoded; COUNT]);

#[derive(Debug, PartialEq)]
struct Encoded {
    width: u32,
    height: u32,
    file: Vec<u8>,
}

/// Pictures every page of a layout.
pub(super) fn of(layout: &Layout) -> Vec<Pictured> {
    let page = |large: Raster| {
        // Each is half as wide as the next, and made from that.
        let middle = shrunk(&large, WIDTHS[1].0);
        let small = shrunk(&middle, WIDTHS[0].0);
        let [few, some, most] = WIDTHS.map(|(_, colours)| colours);
        Pictured([
            encoded(&small, few),
            encoded(&middle, some),
            encoded(&large, most),
        ])
    };
    layout.pictures(LARGEST).into_iter().map(page).collect()
}

impl Pictured {
    /// Puts one together.
    pub(super) fn from_parts(sizes: [(u32, u32); COUNT], files: [&[u8]; COUNT]) -> Self {
        let encoded = |at: usize| Encoded {
            width: sizes[at].0,
            height: sizes[at].1,
            file: files[at].to_vec(),
        };
        Self(std::array::from_fn(encoded))
    }

    /// Width and height of each.
    pub(super) fn sizes(&self) -> [(u32, u32); COUNT] {
        self.0.each_ref().map(|own| (own.width, own.height))
    }

    /// The bytes of each.
    pub(super) fn files(&self) -> [&[u8]; COUNT] {
        self.0.each_ref().map(|own| own.file.as_slice())
    }
}

/// The pictures of a page with their places beside the leaflet's PDF; `None` where there is no
/// such place.
pub(super) fn hand_out(
    pictured: Pictured,
    pdf: &OutPath,
    page: usize,
) -> Option<(SheetPicture, LeafletFiles)> {
    let mut files = LeafletFiles::with_capacity(COUNT);
    let mut hand = |encoded: Encoded| {
        let ending = if encoded.file.starts_with(PNG) {
            "png"
        } else {
            "webp"
        };
        let path = address::leaflet_picture(pdf, page, encoded.width, ending)?;
        files.push((path.clone(), encoded.file));
        Some(Image {
            path,
            width: encoded.width,
            height: encoded.height,
        })
    };
    let [small, middle, large] = pictured.0.map(&mut hand);
    let picture = SheetPicture([small?, middle?, large?]);
    Some((picture, files))
}

/// A picture made narrower.
fn shrunk(raster: &Raster, wide: u32) -> Cow<'_, Raster> {
    let (width, height) = (u64::from(raster.width), u64::from(raster.height));
    // Half a row goes: the rows that there are were rounded already.
    let tall = (height * u64::from(wide) + width.saturating_sub(1) / 2) / width.max(1);
    let (Ok(tall), true) = (u32::try_from(tall.max(1)), wide < raster.width) else {
        return Cow::Borrowed(raster);
    };
    let pixels = raster.rgba.as_slice();
    let Some(whole) = ImageBuffer::<Rgba<u8>, _>::from_raw(raster.width, raster.height, pixels)
    else {
        return Cow::Borrowed(raster);
    };
    Cow::Owned(Raster {
        width: wide,
        height: tall,
        rgba: imageops::thumbnail(&whole, wide, tall).into_raw(),
    })
}

/// A picture in its smallest form: type and plain fields in few colours as PNG, photographs as
/// WebP, which gives up what the eye hardly sees.
fn encoded(raster: &Raster, colours: usize) -> Encoded {
    let file = flat(raster, colours).and_then(|flat| flat.png(raster.width, raster.height).ok());
    let lossy = || {
        let config = WebPConfig::new().map(|config| WebPConfig {
            quality: 70.0,
            ..config
        });
        let encoder = Encoder::from_rgba(&raster.rgba, raster.width, raster.height);
        let webp = encoder.encode_advanced(&config.ok()?).ok()?;
        Some(webp.to_vec())
    };
    Encoded {
        width: raster.width,
        height: raster.height,
        file: file.or_else(lossy).unwrap_or_default(),
    }
}

/// A picture as PNG, which every reader of share cards takes: in few colours, so that it is small.
pub(super) fn png(raster: &Raster) -> Option<Vec<u8>> {
    let (width, height) = (raster.width, raster.height);
    let written = match flat(raster, COLOURS) {
        Some(flat) => flat.png(width, height),
        None => {
            let opaque = raster.rgba.chunks_exact(4).flat_map(|pixel| &pixel[..3]);
            let opaque: Vec<u8> = opaque.copied().collect();
            let mut info = Info::with_size(width, height);
            info.color_type = ColorType::Rgb;
            write_png(info, Filter::default(), &opaque)
        }
    };
    written.ok()
}

/// Writes PNG (ISO/IEC 15948) from rows of packed pixels.
fn write_png(info: Info<'_>, filter: Filter, rows: &[u8]) -> Result<Vec<u8>, EncodingError> {
    let mut file = Vec::new();
    let mut encoder = png::Encoder::with_info(&mut file, info)?;
    encoder.set_filter(filter);
    encoder.set_deflate_compression(DeflateCompression::Level(PRESSED));
    let mut writer = encoder.write_header()?;
    writer.write_image_data(rows)?;
    writer.finish()?;
    Ok(file)
}

/// A picture of few colours.
#[derive(Debug, PartialEq, Eq)]
struct Flat {
    /// The colours (red, green, blue), the most frequent first.
    palette: Vec<[u8; 3]>,
    /// The number of each pixel's colour.
    pixels: Vec<u8>,
}

/// A picture in only the most frequent colours that differ well, so that the edges of letters
/// cost little; none of a picture of many colours.
fn flat(raster: &Raster, colours: usize) -> Option<Flat> {
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
        return None;
    }
    means.sort_by_key(|(count, at, _)| (Reverse(*count), *at));
    let mut palette: Vec<[u8; 3]> = Vec::with_capacity(colours);
    for (_, _, mean) in &means {
        if palette.len() < colours && palette.iter().all(|other| apart(*mean, *other) > ALIKE) {
            palette.push(*mean);
        }
    }
    let mut nearest = vec![0_u8; 1 << 15];
    for (_, at, mean) in &means {
        let found = (0..)
            .zip(&palette)
            .min_by_key(|(_, other)| apart(*mean, **other));
        nearest[*at] = found.map(|(number, _)| number).unwrap_or_default();
    }
    let pixels = raster.rgba.chunks_exact(4);
    Some(Flat {
        pixels: pixels.map(|pixel| nearest[cell(pixel)]).collect(),
        palette,
    })
}

impl Flat {
    /// As PNG of one, two or four bits a pixel; rows as they are, which suits
    /// letters on plain fields better than differences between rows.
    fn png(&self, width: u32, height: u32) -> Result<Vec<u8>, EncodingError> {
        let (depth, bits) = match self.palette.len() {
            0..=2 => (BitDepth::One, 1),
            3..=4 => (BitDepth::Two, 2),
            _ => (BitDepth::Four, 4),
        };
        let together = |pixels: &[u8]| {
            let shift = |at: usize| 8 - bits * (at + 1);
            let pixels = pixels.iter().enumerate();
            pixels.fold(0, |byte, (at, pixel)| byte | pixel << shift(at))
        };
        let rows = self.pixels.chunks_exact((width as usize).max(1));
        let packed: Vec<u8> = rows
            .flat_map(|row| row.chunks(8 / bits).map(together))
            .collect();
        let mut info = Info::with_size(width, height);
        info.color_type = ColorType::Indexed;
        info.bit_depth = depth;
        info.palette = Some(self.palette.concat().into());
        write_png(info, Filter::NoFilter, &packed)
    }
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
        let blurred = raster(256, rows.chain(std::iter::repeat_n([255; 3], 2560)));
        let few = flat(&blurred, COLOURS).unwrap();
        assert!(few.palette.len() <= COLOURS, "{:?}", few.palette);
        assert!(few.palette.contains(&[255; 3]), "{:?}", few.palette);
        assert_eq!(few.pixels[..256], few.pixels[256..512]);

        let colour = |n: u32| n.wrapping_mul(0x9e37_79b9).to_be_bytes();
        let colours = (0..40_000).map(|n| [colour(n)[0], colour(n)[1], colour(n)[2]]);
        let photograph = raster(200, colours);
        assert_eq!(flat(&photograph, COLOURS), None);
        assert!(!encoded(&photograph, COLOURS).file.starts_with(PNG));
        // A share card is PNG all the same, of the very same points.
        let card = image::load_from_memory(&png(&photograph).unwrap()).unwrap();
        assert!(card.into_rgba8().into_raw() == photograph.rgba);
    }

    #[test]
    fn few_colours_are_written_in_few_bits_whatever_the_width() {
        for (colours, width) in [(2, 9), (4, 7), (5, 7), (16, 1), (16, 16), (1, 3)] {
            let tone = |n: u32| u8::try_from(n % colours * 15).unwrap();
            // Rows that end within a byte.
            let drawn = raster(width, (0..width * 5).map(|n| [255 - tone(n), tone(n), 0]));
            let file = encoded(&drawn, COLOURS).file;
            assert!(file.starts_with(PNG), "{colours} colours");
            let read = image::load_from_memory(&file).unwrap().into_rgba8();
            assert!(read.into_raw() == drawn.rgba, "{colours} at {width}");
        }
    }

    #[test]
    fn a_smaller_picture_is_of_the_same_shape_and_tone() {
        let stripes = (0..448 * 635).map(|n| if n % 2 == 0 { [0; 3] } else { [255; 3] });
        let whole = raster(448, stripes);
        let small = shrunk(&whole, 112);
        assert_eq!((small.width, small.height), (112, 159));
        let grey = small
            .rgba
            .chunks(4)
            .all(|pixel| (126..=129).contains(&pixel[0]));
        assert!(grey, "{:?}", &small.rgba[..40]);
        assert_eq!(*shrunk(&whole, 448), whole);
    }
}
