//! A text file from outside the content folder, in whatever encoding it came.

use std::fs;
use std::io;
use std::path::Path;

use super::decode::decode;
use crate::diagnostic::Typo;

/// Why a file is no text.
#[derive(Debug)]
pub enum NoText {
    /// It cannot be read.
    Io(io::Error),
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
    let decoded = decode(&bytes).map_err(|_| NoText::Garbled)?;
    let encoding = decoded.slips.iter().find_map(|slip| match slip {
        Typo::Encoding(name) if !name.starts_with("UTF-8") => Some(*name),
        _ => None,
    });
    Ok((decoded.text.into_owned(), encoding))
}
