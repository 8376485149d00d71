//! The campaign that `init` writes: small, whole, invented, and plainly marked as a sample.

use include_dir::{Dir, include_dir};

use super::schema;
use super::snippets::snippets;
use crate::base::OutPath;

static STARTER: Dir<'static> = include_dir!("$CARGO_MANIFEST_DIR/starter");

/// Every file of the starter, by path.
#[must_use]
pub(crate) fn campaign() -> Vec<(OutPath, Vec<u8>)> {
    let mut files = Vec::new();
    collect(&STARTER, &mut files);
    for schema in schema::all() {
        let path = OutPath::parse(&format!(".vscode/schemas/{}", schema.file()));
        files.extend(path.map(|path| (path, schema.text().into_bytes())));
    }
    let path = OutPath::parse(".vscode/chirashi.code-snippets");
    files.extend(path.map(|path| (path, snippets().into_bytes())));
    files.sort();
    files
}

fn collect(dir: &'static Dir<'static>, files: &mut Vec<(OutPath, Vec<u8>)>) {
    for file in dir.files() {
        let path = file.path().to_string_lossy().replace('\\', "/");
        let bytes = if path == "README.txt" {
            for_notepad(file.contents())
        } else {
            file.contents().to_vec()
        };
        files.extend(OutPath::parse(&path).map(|path| (path, bytes)));
    }
    dir.dirs().for_each(|dir| collect(dir, files));
}

/// UTF-8 as Notepad of every Windows recognises it: with a byte order mark and CR LF.
fn for_notepad(text: &[u8]) -> Vec<u8> {
    let mut bytes = b"\xef\xbb\xbf".to_vec();
    for line in text.split_inclusive(|b| *b == b'\n') {
        let line = line.strip_suffix(b"\n").unwrap_or(line);
        bytes.extend_from_slice(line.strip_suffix(b"\r").unwrap_or(line));
        bytes.extend_from_slice(b"\r\n");
    }
    bytes
}
