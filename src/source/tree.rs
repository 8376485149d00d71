//! Walks the content folder and decodes what it finds.

use std::collections::BTreeMap;
use std::path::Path;

use rayon::prelude::*;
use walkdir::WalkDir;

use super::decode::{Decoded, decode};
use super::raw::{RawDoc, RawSite};
use crate::base::{ContentPath, DocKind, FileId, Lang, Slug};
use crate::diag::{Kind, Problem, Sink, Sources};

/// Everything in the content folder, decoded but not yet understood.
#[derive(Debug)]
pub struct SourceTree {
    /// `site.yaml`.
    pub site: Option<RawSite>,
    /// The page files, by path.
    pub docs: Vec<RawDoc>,
    /// The pictures, by path.
    pub images: BTreeMap<ContentPath, Image>,
}

/// A picture's bytes.
#[derive(Debug)]
pub struct Image {
    /// The file as it is.
    pub bytes: Vec<u8>,
}

/// Reads the folder `root`. What cannot be read is reported and left out; paths are shown to
/// people below `shown` (usually the folder as it was typed).
pub fn read(root: &Path, shown: &str, sources: &mut Sources, sink: &mut Sink) -> SourceTree {
    let mut tree = SourceTree {
        site: None,
        docs: Vec::new(),
        images: BTreeMap::new(),
    };
    let mut pages = Vec::new();
    for (path, bytes) in files(root, shown, sink) {
        let name = format!("{shown}/{path}");
        if path.as_str() == "site.yaml" {
            if let Some((file, text)) = text_of(&name, &bytes, sources, sink) {
                tree.site = Some(RawSite::read(file, &text, sink));
            }
        } else if path.as_str().starts_with("images/") {
            tree.images.insert(path, Image { bytes });
        } else {
            pages.push((path, name, bytes));
        }
    }
    if root.is_dir() && tree.site.is_none() && sources.find(&format!("{shown}/site.yaml")).is_none()
    {
        sink.report(Problem::at_path(format!("{shown}/site.yaml"), Kind::NoSite));
    }
    let mut named = Vec::new();
    for (path, name, bytes) in pages {
        let Some((kind, slug, lang)) = page_name(&path, &name, sink) else {
            continue;
        };
        if let Some((file, text)) = text_of(&name, &bytes, sources, sink) {
            named.push((kind, slug, lang, path, file, text));
        }
    }
    let parsed: Vec<(RawDoc, Sink)> = named
        .into_par_iter()
        .map(|(kind, slug, lang, path, file, text)| {
            let mut own = Sink::default();
            (
                RawDoc::read(kind, slug, lang, path, file, text, &mut own),
                own,
            )
        })
        .collect();
    for (doc, own) in parsed {
        sink.absorb(own);
        tree.docs.push(doc);
    }
    tree
}

/// The files of a folder that is not content, such as a theme, by path; `None` when there is
/// no such folder.
pub fn folder(root: &Path, shown: &str, sink: &mut Sink) -> Option<BTreeMap<String, Vec<u8>>> {
    let all = root.is_dir().then(|| files(root, shown, sink))?;
    Some(
        all.into_iter()
            .map(|(path, bytes)| (path.to_string(), bytes))
            .collect(),
    )
}

/// All files below `root` with their bytes, by path.
fn files(root: &Path, shown: &str, sink: &mut Sink) -> BTreeMap<ContentPath, Vec<u8>> {
    let mut paths: BTreeMap<ContentPath, std::path::PathBuf> = BTreeMap::new();
    for entry in WalkDir::new(root).follow_links(true).sort_by_file_name() {
        let entry = match entry {
            Ok(entry) => entry,
            Err(error) => {
                let at = error.path().unwrap_or(root).display().to_string();
                let reason = error
                    .io_error()
                    .map_or_else(|| error.to_string(), ToString::to_string);
                sink.report(Problem::at_path(at, Kind::Unreadable { reason }));
                continue;
            }
        };
        let relative = entry.path().strip_prefix(root).unwrap_or(entry.path());
        if !entry.file_type().is_file()
            || relative
                .components()
                .any(|c| is_left_behind(&c.as_os_str().to_string_lossy()))
        {
            continue;
        }
        let text = relative
            .components()
            .map(|c| c.as_os_str().to_string_lossy())
            .collect::<Vec<_>>()
            .join("/");
        let Some(path) = ContentPath::parse(&text) else {
            sink.report(Problem::at_path(format!("{shown}/{text}"), Kind::Misplaced));
            continue;
        };
        if paths.contains_key(&path) {
            let kind = Kind::DuplicateFile {
                other: format!("{shown}/{path}"),
            };
            sink.report(Problem::at_path(format!("{shown}/{text}"), kind));
            continue;
        }
        paths.insert(path, entry.path().to_owned());
    }
    let read: Vec<_> = paths
        .into_par_iter()
        .map(|(path, at)| (path, std::fs::read(at)))
        .collect();
    let mut files = BTreeMap::new();
    for (path, result) in read {
        match result {
            Ok(bytes) => {
                files.insert(path, bytes);
            }
            Err(error) => sink.report(Problem::at_path(
                format!("{shown}/{path}"),
                Kind::Unreadable {
                    reason: error.to_string(),
                },
            )),
        }
    }
    files
}

/// Files that editors and systems leave behind; nobody wants to hear of them.
fn is_left_behind(name: &str) -> bool {
    name.starts_with('.')
        || name.starts_with("~$")
        || name.ends_with('~')
        || name.ends_with(".swp")
        || name.ends_with(".bak")
        || name.eq_ignore_ascii_case("thumbs.db")
        || name.eq_ignore_ascii_case("desktop.ini")
}

fn page_name(path: &ContentPath, name: &str, sink: &mut Sink) -> Option<(DocKind, Slug, Lang)> {
    let (folder, file) = path.as_str().split_once('/').unwrap_or(("", path.as_str()));
    let Some(kind) = DocKind::of_folder(folder) else {
        sink.report(Problem::at_path(name, Kind::Misplaced));
        return None;
    };
    let parts = || {
        let (slug, lang) = file.strip_suffix(".md")?.rsplit_once('.')?;
        Some((kind, Slug::parse(slug)?, Lang::parse(lang)?))
    };
    let parts = parts();
    if parts.is_none() {
        sink.report(Problem::at_path(name, Kind::FileName { folder: kind }));
    }
    parts
}

fn text_of(
    name: &str,
    bytes: &[u8],
    sources: &mut Sources,
    sink: &mut Sink,
) -> Option<(FileId, std::sync::Arc<str>)> {
    match decode(bytes) {
        Decoded::Text(text) => {
            let text: std::sync::Arc<str> = text.into();
            Some((sources.add(name, text.clone()), text))
        }
        Decoded::Foreign { shown, guess } => {
            let bad = shown.find('\u{fffd}').unwrap_or(0);
            let end = shown[bad..]
                .chars()
                .next()
                .map_or(bad, |c| bad + c.len_utf8());
            let file = sources.add(name, shown.into_owned());
            let loc = crate::base::Span::new(bad, end).of(file);
            sink.report(Problem::at(loc, Kind::NotUtf8 { guess }));
            None
        }
    }
}
