//! A text file from outside the content folder, in whatever encoding it came.

use std::fs;
use std::io;
use std::path::Path;

use super::characters::Breaks;
use super::decode::{Decoded, decode};
use super::fault::Typo;

/// No longer report is read, in bytes.
const MOST_BYTES: u64 = 16 << 20;

/// Why a file is no text.
#[derive(Debug)]
pub(crate) enum NoText {
    /// It cannot be read.
    Io(io::Error),
    /// It is longer than any report; its size in bytes.
    TooLarge(u64),
    /// It is a document of another program, not plain text.
    Document,
    /// Its encoding cannot be told, or some bytes are no letters in it.
    Garbled,
}

/// Reads a file as text, and names its encoding unless it is UTF-8.
///
/// # Errors
///
/// When the file cannot be read or is no text.
pub(crate) fn plain(path: &Path) -> Result<(String, Option<&'static str>), NoText> {
    let size = fs::metadata(path).map_err(NoText::Io)?.len();
    if size > MOST_BYTES {
        return Err(NoText::TooLarge(size));
    }
    let bytes = fs::read(path).map_err(NoText::Io)?;
    let decoded = decoded(&bytes)?;
    let encoding = decoded.typos.iter().find_map(|slip| match slip {
        Typo::Encoding(name) if !name.starts_with("UTF-8") => Some(*name),
        _ => None,
    });
    Ok((decoded.text.into_owned(), encoding))
}

/// Bytes as text, unless they are a document of another program.
pub(super) fn decoded(bytes: &[u8]) -> Result<Decoded<'_>, NoText> {
    let is_document = [
        b"%PDF".as_slice(),
        b"PK\x03\x04",
        b"{\\rtf",
        b"\xd0\xcf\x11\xe0",
    ];
    if is_document.iter().any(|start| bytes.starts_with(start)) {
        return Err(NoText::Document);
    }
    decode(bytes, Breaks::Kept).map_err(|_| NoText::Garbled)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(bytes: &[u8]) -> Result<(String, Option<&'static str>), NoText> {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("report.txt");
        fs::write(&path, bytes).unwrap();
        plain(&path)
    }

    #[test]
    fn text_is_read_as_content_is() {
        let text = "集会の報告。\u{c}次のページ。\n";
        assert_eq!(read(text.as_bytes()).unwrap(), (text.to_owned(), None));
        let marked = [b"\xef\xbb\xbf", text.as_bytes()].concat();
        assert_eq!(read(&marked).unwrap(), (text.to_owned(), None));
        for (encoding, name) in [
            (encoding_rs::SHIFT_JIS, "Shift_JIS"),
            (encoding_rs::EUC_JP, "EUC-JP"),
            (encoding_rs::ISO_2022_JP, "ISO-2022-JP"),
        ] {
            let bytes = encoding.encode(text).0;
            assert_eq!(read(&bytes).unwrap(), (text.to_owned(), Some(name)));
        }
        let wide = text.encode_utf16().flat_map(u16::to_le_bytes);
        let wide: Vec<u8> = [0xff, 0xfe].into_iter().chain(wide).collect();
        assert_eq!(read(&wide).unwrap(), (text.to_owned(), Some("UTF-16LE")));
    }

    #[test]
    fn what_is_no_text_is_refused() {
        assert!(matches!(read(b"%PDF-1.7"), Err(NoText::Document)));
        assert!(matches!(read(b"\x89PNG\r\n\x1a\n\0"), Err(NoText::Garbled)));
        assert!(matches!(
            read(b"Rally at the caf\xe9.\n"),
            Err(NoText::Garbled)
        ));
        assert!(matches!(plain(Path::new("nowhere")), Err(NoText::Io(_))));
    }
}
