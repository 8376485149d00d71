//! One file, compared with what it should hold and written whole.

use std::io;
use std::path::Path;

/// Whether a file holds exactly these bytes.
pub(super) fn holds(file: &Path, bytes: &[u8]) -> bool {
    std::fs::metadata(file).is_ok_and(|meta| meta.is_file() && meta.len() == bytes.len() as u64)
        && std::fs::read(file).is_ok_and(|old| old == bytes)
}

/// Writes a file under another name, then gives it its own: it is there whole or not at all.
pub(super) fn replace(file: &Path, bytes: &[u8]) -> io::Result<()> {
    let name = file.file_name().unwrap_or_default().to_string_lossy();
    let temporary = file.with_file_name(format!(".{name}.chirashi-new"));
    let result = std::fs::write(&temporary, bytes).and_then(|()| std::fs::rename(&temporary, file));
    if result.is_err() {
        // The first error is the one to tell.
        let _ = std::fs::remove_file(&temporary);
    }
    result
}
