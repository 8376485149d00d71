//! The list of files that a build wrote, kept in the output folder.

use std::collections::BTreeMap;
use std::fmt::Write;
use std::path::Path;

use crate::base::OutPath;

/// The manifest's file name.
const NAME: &str = ".chirashi-manifest";
/// Its first line; another version is not read.
const HEADER: &str = "chirashi manifest 1";

/// Each file with the fingerprint of the bytes that were written.
pub(super) type OutputManifest = BTreeMap<OutPath, String>;

/// The fingerprint of a file's bytes.
pub(super) fn fingerprint(bytes: &[u8]) -> String {
    blake3::hash(bytes).to_hex()[..32].to_owned()
}

/// Whether an earlier build left a manifest.
pub(super) fn exists(out: &Path) -> bool {
    out.join(NAME).is_file()
}

/// The manifest of an earlier build; lines that cannot be read are passed over, so that a
/// damaged manifest never leads to removing a file.
pub(super) fn read(out: &Path) -> OutputManifest {
    let text = std::fs::read_to_string(out.join(NAME)).unwrap_or_default();
    let mut lines = text.lines();
    if lines.next() != Some(HEADER) {
        return OutputManifest::new();
    }
    lines
        .filter_map(|line| {
            let (hash, path) = line.split_once(' ')?;
            Some((OutPath::parse(path)?, hash.to_owned()))
        })
        .collect()
}

/// Writes a manifest unless it is already there word for word.
pub(super) fn write(out: &Path, manifest: &OutputManifest) -> std::io::Result<()> {
    let mut text = format!("{HEADER}\n");
    for (path, hash) in manifest {
        // Writing to a string cannot fail.
        let _ = writeln!(text, "{hash} {path}");
    }
    let file = out.join(NAME);
    if std::fs::read(&file).is_ok_and(|old| old == text.as_bytes()) {
        return Ok(());
    }
    super::replace::replace(&file, text.as_bytes())
}
