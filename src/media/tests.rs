//! Pictures that are made to be awkward.

use image::{DynamicImage, GrayImage, ImageFormat, Rgb, RgbImage, Rgba, RgbaImage};

use super::*;

pub(super) const WIDTHS: [u32; 4] = [320, 640, 960, 1_440];

pub(super) fn path() -> OutPath {
    OutPath::parse("images/Yamada-san 1.JPG").unwrap()
}

pub(super) fn prepared(bytes: &[u8]) -> Picture {
    prepare(&path(), bytes, &WIDTHS, &Cache::none()).unwrap()
}

fn encoded(picture: &DynamicImage, format: ImageFormat) -> Vec<u8> {
    let mut out = std::io::Cursor::new(Vec::new());
    picture.write_to(&mut out, format).unwrap();
    out.into_inner()
}

/// A picture of many colours whose upper left corner is red.
pub(super) fn photograph(width: u32, height: u32) -> DynamicImage {
    let point = |x: u32, y: u32| {
        if x < width / 2 && y < height / 2 {
            return Rgb([250, 0, 0]);
        }
        let shade = |n: u32| u8::try_from(n % 200).unwrap();
        Rgb([shade(x / 3), shade(y / 2), shade(x + y)])
    };
    DynamicImage::ImageRgb8(RgbImage::from_fn(width, height, point))
}

/// A JPEG with a note of how it was held, and where it was taken.
pub(super) fn noted(picture: &DynamicImage, orientation: u8) -> Vec<u8> {
    let jpeg = encoded(picture, ImageFormat::Jpeg);
    let mut tiff = b"MM\0*\0\0\0\x08\0\x02".to_vec();
    // Orientation, then a pointer to what a camera says of the place.
    tiff.extend([0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, orientation, 0, 0]);
    tiff.extend([0x88, 0x25, 0, 4, 0, 0, 0, 1, 0, 0, 0, 38]);
    tiff.extend([0; 4]);
    tiff.extend(b"\0\x01\0\x01\0\x02\0\0\0\x02N\0\0\0\0\0\0\0GPSLatitude 35.6762");
    let mut segment = b"Exif\0\0".to_vec();
    segment.extend(tiff);
    let length = u16::try_from(segment.len() + 2).unwrap().to_be_bytes();
    let mut out = jpeg[..2].to_vec();
    out.extend([0xff, 0xe1]);
    out.extend(length);
    out.extend(segment);
    out.extend(&jpeg[2..]);
    out
}

pub(super) fn find(bytes: &[u8], what: &[u8]) -> bool {
    bytes.windows(what.len()).any(|window| window == what)
}

#[test]
fn sizes_and_forms_for_pages() {
    let picture = prepared(&encoded(&photograph(2_000, 1_000), ImageFormat::Jpeg));
    assert_eq!((picture.width, picture.height), (1_440, 720));
    let shown: Vec<_> = picture
        .renditions
        .iter()
        .map(|r| (r.form, r.width))
        .collect();
    let all = [Form::WebP, Form::Jpeg].into_iter();
    let expected: Vec<_> = all
        .flat_map(|form| WIDTHS.map(|width| (form, width)))
        .collect();
    assert_eq!(shown, expected);
    for file in &picture.renditions {
        let read = image::load_from_memory(&file.bytes).unwrap();
        assert_eq!((read.width(), read.height()), (file.width, file.width / 2));
    }
    let first = picture.renditions[0].path.as_str();
    assert!(first.starts_with("assets/pictures/yamada-san1-"), "{first}");
}

#[test]
fn a_picture_is_turned_upright_and_tells_nothing() {
    let bytes = noted(&photograph(600, 400), 6);
    assert!(find(&bytes, b"GPSLatitude") && find(&bytes, b"Exif"));
    let picture = prepared(&bytes);
    assert_eq!((picture.width, picture.height), (400, 600));
    for file in &picture.renditions {
        for told in [
            &b"Exif"[..],
            b"EXIF",
            b"GPS",
            b"xmp",
            b"XMP",
            b"ICCP",
            b"ICC_PROFILE",
        ] {
            assert!(!find(&file.bytes, told), "{:?}", file.path);
        }
        // Turned a quarter to the right, the red corner is the upper right one.
        let read = image::load_from_memory(&file.bytes).unwrap().into_rgb8();
        let at = |x: u32, y: u32| {
            read.get_pixel(x * read.width() / 8, y * read.height() / 8)
                .0
        };
        assert!(at(6, 2)[0] > 200 && at(6, 2)[1] < 60, "{:?}", at(6, 2));
        assert!(at(2, 2)[0] < 220, "{:?}", at(2, 2));
    }
}

#[test]
fn drawings_stay_sharp_and_clear() {
    let point = |x: u32, _| {
        let ink = if x % 40 < 20 { 255 } else { 0 };
        Rgba([10, 20, 30, ink])
    };
    let drawing = DynamicImage::ImageRgba8(RgbaImage::from_fn(300, 100, point));
    let picture = prepared(&encoded(&drawing, ImageFormat::Png));
    let forms: Vec<_> = picture.renditions.iter().map(|r| r.form).collect();
    assert_eq!(forms, [Form::WebP, Form::Png]);
    for file in &picture.renditions {
        let read = image::load_from_memory(&file.bytes).unwrap().into_rgba8();
        assert_eq!(
            (read.get_pixel(5, 5).0[3], read.get_pixel(30, 5).0[3]),
            (255, 0)
        );
    }
}

#[test]
fn grey_deep_and_moving_pictures_are_read() {
    let grey = DynamicImage::ImageLuma8(GrayImage::new(50, 40));
    let deep = DynamicImage::ImageRgb16(photograph(50, 40).into_rgb16());
    for (picture, format) in [
        (&grey, ImageFormat::Jpeg),
        (&grey, ImageFormat::Png),
        (&deep, ImageFormat::Png),
        (&photograph(50, 40), ImageFormat::Gif),
        (&photograph(50, 40), ImageFormat::WebP),
    ] {
        let picture = prepared(&encoded(picture, format));
        assert_eq!((picture.width, picture.height), (50, 40), "{format:?}");
    }
}

/// A PNG or WebP with one more chunk before its picture.
fn with_chunk(file: &[u8], at: usize, chunk: &[u8]) -> Vec<u8> {
    [&file[..at], chunk, &file[at..]].concat()
}

#[test]
fn what_moves_is_known_and_stands_still() {
    let frame = || image::Frame::new(photograph(20, 10).into_rgba8());
    let gif = |frames: usize| {
        let mut out = Vec::new();
        let mut encoder = image::codecs::gif::GifEncoder::new(&mut out);
        encoder.encode_frames((0..frames).map(|_| frame())).unwrap();
        drop(encoder);
        out
    };
    assert!(!prepared(&gif(1)).moving);
    assert!(prepared(&gif(2)).moving);
    let png = encoded(&photograph(20, 10), ImageFormat::Png);
    assert!(!prepared(&png).moving);
    // Behind the header: eight bytes of signature, 25 of `IHDR`.
    let mut control = b"\0\0\0\x08acTL\0\0\0\x02\0\0\0\0".to_vec();
    control.extend(crc32(&control[4..]).to_be_bytes());
    assert!(moving::moves(&with_chunk(&png, 33, &control)));
    let webp = encoded(&photograph(20, 10), ImageFormat::WebP);
    assert!(!prepared(&webp).moving);
    let extended = b"VP8X\x0a\0\0\0\x02\0\0\0\x13\0\0\x09\0\0ANIM\x06\0\0\0\0\0\0\0\0\0";
    assert!(moving::moves(&with_chunk(&webp, 12, extended)));
    // Cut anywhere, nothing breaks.
    for file in [gif(2), png, webp] {
        for end in 0..file.len() {
            let _ = moving::moves(&file[..end]);
        }
    }
}

#[test]
fn what_cannot_be_drawn_is_an_error() {
    let fault = |bytes: &[u8]| prepare(&path(), bytes, &WIDTHS, &Cache::none()).unwrap_err();
    assert_eq!(
        fault(b"\0\0\0\x18ftypheic\0\0\0\0"),
        PictureFault::Foreign { format: "HEIC" }
    );
    assert_eq!(
        fault(b"II*\0\x08\0\0\0"),
        PictureFault::Foreign { format: "TIFF" }
    );
    assert_eq!(fault(b"no picture at all"), PictureFault::Unknown);
    assert_eq!(fault(b""), PictureFault::Unknown);
    let whole = encoded(&photograph(200, 200), ImageFormat::Png);
    // Films and photographs of several kinds are kept in one kind of box.
    for (brand, format) in [
        ("isom", "MP4"),
        ("mp42", "MP4"),
        ("qt  ", "MOV"),
        ("avis", "AVIF"),
        ("crx ", "RAW (CR3)"),
    ] {
        let file = format!("\0\0\0\x18ftyp{brand}\0\0\0\0");
        assert_eq!(fault(file.as_bytes()), PictureFault::Foreign { format });
    }
    for format in [
        ImageFormat::Png,
        ImageFormat::Jpeg,
        ImageFormat::WebP,
        ImageFormat::Gif,
    ] {
        let file = encoded(&photograph(200, 200), format);
        assert!(!ends::is_cut(&file), "{format:?}");
        // What a telephone puts behind the end.
        let more = [&file[..], b"\xff\xda\0\x02film"].concat();
        assert!(
            format == ImageFormat::Gif || !ends::is_cut(&more),
            "{format:?}"
        );
        for end in [file.len() / 4, file.len() / 2, file.len() - 20] {
            assert_eq!(fault(&file[..end]), PictureFault::Cut, "{format:?} {end}");
        }
    }
    let mut damaged = whole.clone();
    let middle = damaged.len() / 2;
    damaged[middle..middle + 9].fill(0);
    assert_eq!(fault(&damaged), PictureFault::Broken);
    // A bomb: a small file that says it holds ten thousand million points.
    let mut bomb = whole;
    bomb[16..24].copy_from_slice(&[0, 1, 0x86, 0xa0, 0, 1, 0x86, 0xa0]);
    let crc = crc32(&bomb[12..29]);
    bomb[29..33].copy_from_slice(&crc.to_be_bytes());
    assert!(matches!(
        fault(&bomb),
        PictureFault::Large { .. } | PictureFault::Vast
    ));
    // Long and thin, few points: nothing that a page can show.
    let thin = encoded(&photograph(20_001, 1), ImageFormat::Png);
    assert_eq!(
        fault(&thin),
        PictureFault::Large {
            width: 20_001,
            height: 1
        }
    );
    assert!(matches!(
        fault(&vec![0xff; (40 << 20) + 1]),
        PictureFault::Heavy { .. }
    ));
    let mut svg = b"<svg xmlns=\"http://www.w3.org/2000/svg\">".to_vec();
    svg.resize((2 << 20) + 1, b' ');
    assert!(matches!(fault(&svg), PictureFault::Heavy { .. }));
}

fn crc32(bytes: &[u8]) -> u32 {
    !bytes.iter().fold(u32::MAX, |crc, byte| {
        (0..8).fold(crc ^ u32::from(*byte), |crc, _| {
            (crc >> 1) ^ (0xedb8_8320 & 0u32.wrapping_sub(crc & 1))
        })
    })
}

#[test]
fn what_is_kept_is_what_was_drawn() {
    let folder = tempfile::tempdir().unwrap();
    let cache = Cache::open(folder.path().to_owned());
    let bytes = encoded(&photograph(400, 300), ImageFormat::Jpeg);
    let first = prepare(&path(), &bytes, &WIDTHS, &cache).unwrap();
    assert_eq!(prepare(&path(), &bytes, &WIDTHS, &cache).unwrap(), first);
    assert_eq!(prepared(&bytes), first);
}
