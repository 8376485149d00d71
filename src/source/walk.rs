//! Walks folders: which files are there, and what they hold.

use std::collections::BTreeMap;
use std::io::{self, Read};
use std::path::{Path, PathBuf};
use std::time::SystemTime;

use rayon::prelude::*;
use walkdir::WalkDir;

use super::fault::{NameFault, SourceFault};
use crate::base::{ContentPath, DocKind};
use crate::diagnostic::{Diagnostic, Diagnostics};

/// What a file system says of a file without reading it; another stamp is another state.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Stamp {
    len: u64,
    modified: Option<SystemTime>,
}

impl Stamp {
    /// The stamp of the file at a path, links followed.
    ///
    /// # Errors
    /// What the file system says when there is no such file, or none that may be looked at.
    pub(crate) fn of(at: &Path) -> io::Result<Self> {
        std::fs::metadata(at).map(|meta| Self::new(&meta))
    }

    /// How large the file is, in bytes.
    pub(crate) const fn len(&self) -> u64 {
        self.len
    }

    fn new(meta: &std::fs::Metadata) -> Self {
        Self {
            len: meta.len(),
            modified: meta.modified().ok(),
        }
    }
}

/// A file's bytes, and its stamp from before they were read.
///
/// # Errors
/// What the file system says of a file that cannot be read.
pub(crate) fn load(at: &Path) -> io::Result<(Vec<u8>, Stamp)> {
    let mut file = std::fs::File::open(at)?;
    let stamp = Stamp::new(&file.metadata()?);
    let mut bytes = Vec::with_capacity(usize::try_from(stamp.len).unwrap_or(0) + 1);
    file.read_to_end(&mut bytes)?;
    Ok((bytes, stamp))
}

/// All files below `root` and where they lie, by their path in it; what cannot be walked is
/// reported, with paths as people know them, below `shown`.
pub(crate) fn find(
    root: &Path,
    shown: &str,
    diagnostics: &mut Diagnostics,
) -> BTreeMap<ContentPath, PathBuf> {
    find_unless(&|| false, root, shown, diagnostics).unwrap_or_default()
}

/// The same; `None` as soon as something more urgent has come up.
pub(crate) fn find_unless(
    is_urgent: &dyn Fn() -> bool,
    root: &Path,
    shown: &str,
    diagnostics: &mut Diagnostics,
) -> Option<BTreeMap<ContentPath, PathBuf>> {
    let mut paths: BTreeMap<ContentPath, PathBuf> = BTreeMap::new();
    for entry in WalkDir::new(root).follow_links(true).sort_by_file_name() {
        if is_urgent() {
            return None;
        }
        let entry = match entry {
            Ok(entry) => entry,
            Err(error) => {
                let at = error.path().unwrap_or(root).display().to_string();
                let reason = error
                    .io_error()
                    .map_or_else(|| error.to_string(), ToString::to_string);
                diagnostics.report(Diagnostic::at_path(at, SourceFault::Unreadable { reason }));
                continue;
            }
        };
        let relative = entry.path().strip_prefix(root).unwrap_or(entry.path());
        let text = slashed(relative);
        if let Some(own) = not_fetched(relative) {
            let folder = text.split('/').next().and_then(DocKind::of_folder);
            let fault = SourceFault::FileName {
                folder: folder.unwrap_or(DocKind::Page),
                fault: NameFault::NotFetched(own),
                example: String::new(),
            };
            diagnostics.report(Diagnostic::at_path(format!("{shown}/{text}"), fault));
            continue;
        }
        if !entry.file_type().is_file() || is_passed_over(relative) {
            continue;
        }
        let Some(path) = ContentPath::parse(&text) else {
            diagnostics.report(Diagnostic::at_path(
                format!("{shown}/{text}"),
                SourceFault::Misplaced,
            ));
            continue;
        };
        if paths.contains_key(&path) {
            let kind = SourceFault::DuplicateFile {
                other: format!("{shown}/{path}"),
            };
            diagnostics.report(Diagnostic::at_path(format!("{shown}/{text}"), kind));
            continue;
        }
        paths.insert(path, entry.path().to_owned());
    }
    Some(paths)
}

/// The files of a folder that is not content, such as a theme, by path; `None` when there is
/// no such folder.
pub(crate) fn folder(
    root: &Path,
    shown: &str,
    diagnostics: &mut Diagnostics,
) -> Option<BTreeMap<String, Vec<u8>>> {
    let found = root.is_dir().then(|| find(root, shown, diagnostics))?;
    let read: Vec<_> = found
        .into_par_iter()
        .map(|(path, at)| (path, load(&at)))
        .collect();
    let mut files = BTreeMap::new();
    for (path, result) in read {
        match result {
            Ok((bytes, _)) => {
                files.insert(path.to_string(), bytes);
            }
            Err(error) => diagnostics.report(unreadable(format!("{shown}/{path}"), &error)),
        }
    }
    Some(files)
}

/// A file that is there and cannot be read.
pub(super) fn unreadable(name: String, error: &io::Error) -> Diagnostic {
    let reason = error.to_string();
    Diagnostic::at_path(name, SourceFault::Unreadable { reason })
}

/// Whether there is a folder at a path.
#[must_use]
pub(crate) fn is_folder(at: &Path) -> bool {
    at.is_dir()
}

/// The path with every link in it followed, as watchers of file systems name it; the path as
/// it is where that cannot be done.
#[must_use]
pub(crate) fn real(at: &Path) -> PathBuf {
    at.canonicalize().unwrap_or_else(|_| at.to_owned())
}

/// A relative path with `/` between its parts.
#[must_use]
pub(crate) fn slashed(relative: &Path) -> String {
    relative
        .components()
        .map(|c| c.as_os_str().to_string_lossy())
        .collect::<Vec<_>>()
        .join("/")
}

/// The file for which another stands that is in a cloud only: `.yamada.ja.md.icloud`.
fn not_fetched(relative: &Path) -> Option<String> {
    let name = relative.file_name()?.to_str()?;
    let own = name.strip_prefix('.')?.strip_suffix(".icloud")?;
    let folder = relative.parent().is_some_and(is_passed_over);
    (!folder && !is_left_behind(own)).then(|| own.to_owned())
}

/// Whether a path, or a folder that it goes through, is one that editors and systems leave
/// behind; nobody wants to hear of them.
#[must_use]
pub(crate) fn is_passed_over(relative: &Path) -> bool {
    relative
        .components()
        .any(|c| is_left_behind(&c.as_os_str().to_string_lossy()))
}

fn is_left_behind(name: &str) -> bool {
    let endings = [
        "~",
        ".swp",
        ".swo",
        ".bak",
        ".orig",
        ".old",
        ".backup",
        ".tmp",
        ".temp",
        ".part",
        ".crdownload",
        ".download",
        ".lnk",
    ];
    let names = [
        "thumbs.db",
        "ehthumbs.db",
        "desktop.ini",
        "__macosx",
        "@eadir",
        "#recycle",
        "4913",
        "icon\r",
    ];
    let lower = name.to_ascii_lowercase();
    name.starts_with(['.', '~'])
        || name.starts_with('#') && name.ends_with('#')
        || name.contains(".sb-")
        || endings.iter().any(|ending| lower.ends_with(ending))
        || names.contains(&lower.as_str())
}
