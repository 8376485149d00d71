//! Files into points: what can be read, within limits, and turned upright.

use std::io::Cursor;

use image::{DynamicImage, ImageDecoder, ImageError, ImageFormat, ImageReader, Limits};

use super::ends;
use super::fault::PictureFault;

/// No larger file is read, in bytes.
const MOST_BYTES: usize = 40 << 20;

/// No picture of more points is drawn: twice what a good camera makes.
const MOST_POINTS: u64 = 100_000_000;

/// Nothing may be longer, in points.
const LONGEST: u32 = 20_000;

/// No more memory than this for one picture, in bytes.
const MOST_MEMORY: u64 = 1 << 30;

/// How files begin that are given as pictures, but that browsers or this program cannot read. The
/// first that fits counts.
const FOREIGN: [(usize, &[u8], &str); 20] = [
    (4, b"ftyphei", "HEIC"),
    (4, b"ftyphev", "HEIC"),
    (4, b"ftypmif1", "HEIC"),
    (4, b"ftypmsf1", "HEIC"),
    (4, b"ftypavif", "AVIF"),
    (4, b"ftypavis", "AVIF"),
    (4, b"ftypcrx ", "RAW (CR3)"),
    (0, b"II*\0", "TIFF"),
    (0, b"MM\0*", "TIFF"),
    (0, b"8BPS", "Photoshop (PSD)"),
    (0, b"%PDF", "PDF"),
    (0, b"BM", "BMP"),
    (0, b"\0\0\x01\0", "ICO"),
    (0, b"%!PS", "EPS"),
    (0, b"\xff\x0a", "JPEG XL"),
    (0, b"\0\0\0\x0cJXL ", "JPEG XL"),
    (0, b"\0\0\0\x0cjP  ", "JPEG 2000"),
    (0, b"PK\x03\x04", "ZIP"),
    (4, b"ftypqt", "MOV"),
    (4, b"ftyp", "MP4"),
];

/// The picture in a file, upright. Of an animation, the first picture.
pub(super) fn decode(bytes: &[u8]) -> Result<DynamicImage, PictureFault> {
    if bytes.len() > MOST_BYTES {
        return Err(PictureFault::Heavy {
            bytes: bytes.len(),
            most: MOST_BYTES,
        });
    }
    let begins = |(at, magic, _): &&(usize, &[u8], &str)| {
        bytes.get(*at..).is_some_and(|rest| rest.starts_with(magic))
    };
    if let Some((_, _, format)) = FOREIGN.iter().find(begins) {
        return Err(PictureFault::Foreign { format });
    }
    let reader = ImageReader::new(Cursor::new(bytes)).with_guessed_format();
    let reader = reader.map_err(|_| PictureFault::Broken)?;
    let Some(format) = reader.format() else {
        return Err(PictureFault::Unknown);
    };
    // The decoder would fill up the rest of a photograph with grey.
    if format == ImageFormat::Jpeg && ends::is_cut(bytes) {
        return Err(PictureFault::Cut);
    }
    let of = |error: &ImageError| of(error, format, bytes);
    let mut decoder = reader.into_decoder().map_err(|error| of(&error))?;
    let (width, height) = decoder.dimensions();
    let points = u64::from(width) * u64::from(height);
    if points > MOST_POINTS || width.max(height) > LONGEST {
        return Err(PictureFault::Large { width, height });
    }
    let mut limits = Limits::default();
    limits.max_alloc = Some(MOST_MEMORY);
    decoder.set_limits(limits).map_err(|error| of(&error))?;
    // Without a readable note of it, a picture is taken to be upright already.
    let orientation = decoder.orientation().ok();
    let mut picture = DynamicImage::from_decoder(decoder).map_err(|error| of(&error))?;
    if let Some(orientation) = orientation {
        picture.apply_orientation(orientation);
    }
    if picture.width() == 0 || picture.height() == 0 {
        return Err(PictureFault::Unknown);
    }
    Ok(picture)
}

/// What to tell of a picture that a decoder does not read.
fn of(error: &ImageError, format: ImageFormat, bytes: &[u8]) -> PictureFault {
    match error {
        ImageError::Limits(_) => PictureFault::Vast,
        ImageError::Unsupported(_) => PictureFault::Variety {
            format: match format {
                ImageFormat::Jpeg => "JPEG",
                ImageFormat::Png => "PNG",
                ImageFormat::Gif => "GIF",
                ImageFormat::WebP => "WebP",
                _ => return PictureFault::Unknown,
            },
        },
        _ if ends::is_cut(bytes) => PictureFault::Cut,
        _ => PictureFault::Broken,
    }
}
