//! One file for somebody, such as a zip for a print shop: written whole, and never over a file
//! of somebody else.

use std::path::Path;

use super::fault::FolderFault;
use super::replace::{holds, replace};

/// Writes `bytes` to `path` and tells whether that changed anything. A file that stands there is
/// replaced when `mark` is in it, which is only in our own, or with `force`.
///
/// # Errors
/// A file of somebody else that stands there, or what kept ours from being written.
pub(crate) fn single(
    path: &Path,
    bytes: &[u8],
    mark: &[u8],
    force: bool,
) -> Result<bool, FolderFault> {
    if holds(path, bytes) {
        return Ok(false);
    }
    let io = |error: std::io::Error| FolderFault::Io(error.to_string());
    if path.exists() && !force {
        let before = std::fs::read(path).map_err(io)?;
        if !before.windows(mark.len()).any(|part| part == mark) {
            return Err(FolderFault::Foreign);
        }
    }
    if let Some(folder) = path
        .parent()
        .filter(|folder| !folder.as_os_str().is_empty())
    {
        std::fs::create_dir_all(folder).map_err(io)?;
    }
    replace(path, bytes).map_err(io)?;
    Ok(true)
}
