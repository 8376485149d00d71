//! Writes new files beside the work of people: all of them or none, and never over another.

use std::fs;
use std::io;
use std::path::Path;

use super::fault::{FolderFault, OutputFault};
use super::replace::{replace, replace_with};
use crate::base::OutPath;
use crate::diagnostic::Diagnostic;

/// What systems and tools leave in a folder that a person would call empty.
const NOTHING: [&str; 4] = [".git", ".ds_store", "thumbs.db", "desktop.ini"];

/// Writes every file below `root`, which is made when it is not there. When one of them exists,
/// each that does is a problem and nothing is written; when writing fails half-way, what was
/// written is taken away again.
///
/// # Errors
/// A problem for each file that is there already, or the one that kept a file from being written.
pub(crate) fn create(root: &Path, files: &[(OutPath, Vec<u8>)]) -> Result<(), Vec<Diagnostic>> {
    let shown = |path: &OutPath| root.join(path.as_str()).display().to_string();
    let there: Vec<Diagnostic> = files
        .iter()
        .filter(|(path, _)| root.join(path.as_str()).symlink_metadata().is_ok())
        .map(|(path, _)| Diagnostic::at_path(shown(path), OutputFault::Exists))
        .collect();
    if !there.is_empty() {
        return Err(there);
    }
    for (done, (path, bytes)) in files.iter().enumerate() {
        if let Err(error) = write_new(&root.join(path.as_str()), bytes) {
            for (path, _) in &files[..done] {
                // The first error is the one to tell.
                let _ = fs::remove_file(root.join(path.as_str()));
            }
            return Err(vec![failed(&shown(path), &error)]);
        }
    }
    Ok(())
}

/// Writes every file below `root`, over whatever stands there.
///
/// # Errors
/// The first file that could not be written; those before it are.
pub(crate) fn put(root: &Path, files: &[(OutPath, Vec<u8>)]) -> Result<(), Vec<Diagnostic>> {
    for (path, bytes) in files {
        let file = root.join(path.as_str());
        let folder = file.parent().unwrap_or(root);
        let written = fs::create_dir_all(folder).and_then(|()| replace(&file, bytes));
        written.map_err(|error| vec![failed(&file.display().to_string(), &error)])?;
    }
    Ok(())
}

/// Refuses a folder that holds anything but what systems leave behind.
///
/// # Errors
/// What is in the way: files of somebody, or a folder that cannot be read.
pub(crate) fn must_be_vacant(root: &Path) -> Result<(), Vec<Diagnostic>> {
    let shown = root.display().to_string();
    let entries = match fs::read_dir(root) {
        Ok(entries) => entries,
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(()),
        Err(error) => return Err(vec![failed(&shown, &error)]),
    };
    let is_nothing = |name: &str| NOTHING.contains(&name.to_ascii_lowercase().as_str());
    let vacant = entries
        .flatten()
        .all(|entry| is_nothing(&entry.file_name().to_string_lossy()));
    if vacant {
        Ok(())
    } else {
        let free = (2..).map(|n| format!("{shown}-{n}"));
        let free = free.take(1000).find(|path| !Path::new(path).exists());
        let free = free.filter(|_| root.file_name().is_some());
        Err(vec![Diagnostic::at_path(
            shown,
            OutputFault::NotEmpty { free },
        )])
    }
}

/// Writes a file that is not there yet: whole, or not at all.
///
/// # Errors
/// A file of that name, or what kept it from being written.
pub(crate) fn write_new(path: &Path, bytes: &[u8]) -> io::Result<()> {
    if path.symlink_metadata().is_ok() {
        return Err(io::ErrorKind::AlreadyExists.into());
    }
    if let Some(folder) = path.parent() {
        fs::create_dir_all(folder)?;
    }
    replace_with(path, bytes, fs::File::sync_all)
}

fn failed(folder: &str, error: &io::Error) -> Diagnostic {
    let kind = OutputFault::Folder {
        folder: folder.to_owned(),
        fault: FolderFault::Io(error.to_string()),
    };
    Diagnostic::at_path(folder, kind)
}
