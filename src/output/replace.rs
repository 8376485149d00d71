//! One file, compared with what it should hold and written whole.

use std::fs::{self, File};
use std::io::{self, Write};
use std::path::Path;

/// Whether a file holds exactly these bytes.
pub(super) fn holds(file: &Path, bytes: &[u8]) -> bool {
    fs::metadata(file).is_ok_and(|meta| meta.is_file() && meta.len() == bytes.len() as u64)
        && fs::read(file).is_ok_and(|old| old == bytes)
}

/// Writes a file under another name, then gives it its own: it is there whole or not at all.
pub(super) fn replace(file: &Path, bytes: &[u8]) -> io::Result<()> {
    replace_with(file, bytes, |_| Ok(()))
}

/// The same, where something is left to do before the file has its name, such as waiting until it is
/// on the disk.
///
/// # Errors
/// What kept the file from being written; then what stood there is as it was.
pub(crate) fn replace_with(
    file: &Path,
    bytes: &[u8],
    finish: impl FnOnce(&File) -> io::Result<()>,
) -> io::Result<()> {
    let name = file.file_name().unwrap_or_default().to_string_lossy();
    let temporary = file.with_file_name(format!(".{name}.chirashi-new"));
    let write = || {
        let mut beside = File::create(&temporary)?;
        beside.write_all(bytes)?;
        finish(&beside)?;
        drop(beside);
        fs::rename(&temporary, file)
    };
    write().inspect_err(|_| {
        // The first error is the one to tell.
        let _ = fs::remove_file(&temporary);
    })
}
