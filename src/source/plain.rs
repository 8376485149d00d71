//! A text file from outside the content folder, in whatever encoding it came.

use std::fs;
use std::io;
use std::path::Path;

use chardetng::{EncodingDetector, Iso2022JpDetection, Utf8Detection};
use encoding_rs::{Encoding, UTF_8};

/// Why a file is no text.
#[derive(Debug)]
pub enum NoText {
    /// It cannot be read.
    Io(io::Error),
    /// It is a document of another program, not plain text.
    Document,
    /// Some bytes are no letters in the encoding that it seems to have.
    Garbled(&'static str),
}

/// Reads a file as text, and names its encoding unless it is UTF-8.
///
/// # Errors
///
/// When the file cannot be read or is no text.
pub fn plain(path: &Path) -> Result<(String, Option<&'static str>), NoText> {
    let bytes = fs::read(path).map_err(NoText::Io)?;
    let is_document = [
        b"%PDF".as_slice(),
        b"PK\x03\x04",
        b"{\\rtf",
        b"\xd0\xcf\x11\xe0",
    ];
    if is_document.iter().any(|start| bytes.starts_with(start)) {
        return Err(NoText::Document);
    }
    let encoding =
        Encoding::for_bom(&bytes).map_or_else(|| guess(&bytes), |(encoding, _)| encoding);
    let (text, encoding, garbled) = encoding.decode(&bytes);
    if garbled || text.contains('\0') {
        return Err(NoText::Garbled(encoding.name()));
    }
    let named = (encoding != UTF_8).then(|| encoding.name());
    Ok((text.into_owned(), named))
}

fn guess(bytes: &[u8]) -> &'static Encoding {
    if std::str::from_utf8(bytes).is_ok() {
        return UTF_8;
    }
    let mut detector = EncodingDetector::new(Iso2022JpDetection::Allow);
    detector.feed(bytes, true);
    detector.guess(Some(b"jp"), Utf8Detection::Allow)
}
