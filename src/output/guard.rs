//! Refuses output folders in which writing or removing could cost somebody's work.

use std::path::{Component, Path, PathBuf};

use super::fault::FolderFault;
use super::manifest;

/// Checks a folder that is about to be written.
pub(super) fn check(out: &Path, sources: &[&Path], force: bool) -> Result<(), FolderFault> {
    let place = real(out);
    for source in sources {
        let other = real(source);
        if place.starts_with(&other) || other.starts_with(&place) {
            return Err(FolderFault::Overlaps(source.display().to_string()));
        }
    }
    if !force && !manifest::exists(out) && holds_files(out)? {
        return Err(FolderFault::Foreign);
    }
    Ok(())
}

/// The absolute path with every link followed as far as it exists.
fn real(path: &Path) -> PathBuf {
    let absolute = std::path::absolute(path).unwrap_or_else(|_| path.to_owned());
    let mut clean = PathBuf::new();
    for part in absolute.components() {
        match part {
            Component::ParentDir => {
                clean.pop();
            }
            Component::CurDir => {}
            part => clean.push(part),
        }
        if let Ok(followed) = clean.canonicalize() {
            clean = followed;
        }
    }
    clean
}

/// Whether a folder holds anything but hidden files such as `.gitignore`.
fn holds_files(out: &Path) -> Result<bool, FolderFault> {
    let entries = match std::fs::read_dir(out) {
        Ok(entries) => entries,
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => return Ok(false),
        Err(error) => return Err(FolderFault::Io(error.to_string())),
    };
    Ok(entries
        .flatten()
        .any(|entry| !entry.file_name().to_string_lossy().starts_with('.')))
}
