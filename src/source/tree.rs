//! Reads the files of the content folder, each by itself, and decodes what it finds.

use std::path::Path;
use std::sync::Arc;

use super::characters::Breaks;
use super::copies::copied_from;
use super::decode::decode;
use super::fault::{SourceFault, Typo};
use super::names::{
    PageName, event_folder, is_settings_copy, is_settings_misnamed, names_meant, page_name,
    wrong_event_folder,
};
use super::plain::decoded;
use super::raw::{RawDoc, RawSite};
use super::walk::{self, Stamp};
use crate::base::{ContentPath, DocKind, FileId, Lang, Span, narrowed};
use crate::diagnostic::{Diagnostic, Diagnostics};

/// The file that holds for the whole site.
const SETTINGS: &str = "site.yaml";
/// The folder of pictures.
const IMAGES: &str = "images";
/// The folder of texts that statements are held to.
const SOURCES: &str = "sources";

/// A file of the content folder, decoded but not yet understood.
#[derive(Debug)]
pub(crate) struct ContentFile {
    /// Its text; empty when it is not one.
    pub text: Arc<str>,
    /// What it holds.
    pub content: FileContent,
    /// Its stamp from before it was read; `None` when it could not be.
    pub stamp: Option<Stamp>,
    /// The fingerprint of its bytes.
    pub mark: Option<blake3::Hash>,
}

/// What a file holds.
#[derive(Debug)]
pub(crate) enum FileContent {
    /// `site.yaml`.
    Site(RawSite),
    /// A page file.
    Page(RawDoc),
    /// A picture.
    Image(Arc<Vec<u8>>),
    /// A text that statements are held to; `None` when it is no text.
    Source(Option<Arc<str>>),
    /// A file in a folder that is not read, which its caller tells once for the folder.
    Stray,
    /// Nothing that could be read; a problem says why.
    Nothing,
}

/// Reads the file at `at`, whose path in the folder is `path`. What is wrong with it is
/// reported under the number `file`, or under `name`, the path as people know it.
pub(crate) fn read(
    at: &Path,
    path: &ContentPath,
    name: &str,
    file: FileId,
    diagnostics: &mut Diagnostics,
) -> ContentFile {
    let mut read = ContentFile {
        text: "".into(),
        content: FileContent::Nothing,
        stamp: None,
        mark: None,
    };
    let most = most_bytes(path);
    if let Ok(stamp) = Stamp::of(at)
        && stamp.len() > most
    {
        read.stamp = Some(stamp);
        let bytes = stamp.len();
        diagnostics.report(Diagnostic::at_path(
            name,
            SourceFault::TooLarge { bytes, most },
        ));
        return read;
    }
    let bytes = match walk::load(at) {
        Ok((bytes, stamp)) => {
            read.stamp = Some(stamp);
            read.mark = Some(blake3::hash(&bytes));
            bytes
        }
        Err(error) => {
            diagnostics.report(walk::unreadable(name.to_owned(), &error));
            return read;
        }
    };
    if path.as_str().starts_with("images/") {
        read.content = FileContent::Image(Arc::new(bytes));
    } else if path.as_str() == SETTINGS {
        let (text, fits) = text_of(&bytes, file, diagnostics);
        if fits {
            read.content = FileContent::Site(RawSite::read(file, &text, diagnostics));
        }
        read.text = text;
    } else if folder(path) == Some(SOURCES) {
        // In whatever encoding it came: it is kept as it is, and never published.
        let text = decoded(&bytes).ok().map(|read| Arc::from(read.text));
        read.text = text.clone().unwrap_or_default();
        read.content = FileContent::Source(text);
    } else if stray_folder(path).is_some() {
        read.content = FileContent::Stray;
    } else if let Some(named) = page(at, path, name, diagnostics) {
        let (text, fits) = text_of(&bytes, file, diagnostics);
        read.text = text.clone();
        if fits {
            let doc = RawDoc::read(named, path.clone(), file, text, diagnostics);
            read.content = FileContent::Page(doc);
        }
    }
    read
}

/// The folder of the content folder that a path lies in.
fn folder(path: &ContentPath) -> Option<&str> {
    Some(path.as_str().split_once('/')?.0)
}

/// The largest file that is read, in bytes: a page file of a book's length, a longer report, a
/// photograph.
pub(crate) fn most_bytes(path: &ContentPath) -> u64 {
    match folder(path) {
        Some(IMAGES) => 256 << 20,
        Some(SOURCES) => 16 << 20,
        _ => 1 << 20,
    }
}

/// The folder that a path lies in, when it is none that is read, by its name or by that of the event.
#[must_use]
pub(crate) fn stray_folder(path: &ContentPath) -> Option<&str> {
    let (folder, file) = path.as_str().split_once('/')?;
    match DocKind::of_folder(folder) {
        Some(kind) => {
            let event = wrong_event_folder(kind, file)?;
            path.as_str().get(..folder.len() + 1 + event.len())
        }
        None => (![IMAGES, SOURCES].contains(&folder)).then_some(folder),
    }
}

/// The path that a file in a folder of a wrong name was probably meant to have.
pub(crate) fn path_meant(path: &ContentPath) -> Option<ContentPath> {
    let (folder, file) = path.as_str().split_once('/')?;
    ContentPath::parse(&format!("{}/{file}", folder_meant(folder)?))
}

/// What people call the folders in Japanese.
const FOLDERS: [(&str, &[&str]); 8] = [
    ("speakers", &["発言者", "話し手", "登壇者", "人"]),
    ("statements", &["発言", "声"]),
    ("topics", &["論点", "テーマ", "トピック"]),
    ("events", &["催し", "集会", "行事", "イベント"]),
    ("leaflets", &["チラシ", "ちらし", "ビラ"]),
    ("pages", &["ページ", "固定ページ"]),
    ("images", &["画像", "写真", "絵"]),
    ("sources", &["出典", "資料"]),
];

/// The paths that a file may have been meant to have which is not read for its name.
pub(crate) fn paths_meant(path: &ContentPath, languages: &[Lang]) -> Vec<ContentPath> {
    let names = names_meant(path.as_str(), languages);
    names
        .iter()
        .filter_map(|name| ContentPath::parse(name))
        .collect()
}

/// The folder that was probably meant by one that is not read.
fn folder_meant(folder: &str) -> Option<&'static str> {
    let known = || {
        DocKind::ALL
            .map(DocKind::folder)
            .into_iter()
            .chain([IMAGES, SOURCES])
    };
    let plain = narrowed(folder).trim().to_lowercase();
    let japanese = || {
        let own = FOLDERS
            .iter()
            .find(|(_, words)| words.contains(&plain.as_str()))?;
        Some(own.0.to_owned())
    };
    let meant = japanese().or_else(|| super::nearest(&plain, known()))?;
    known().find(|name| *name == meant)
}

/// What to tell of a folder that is not read and holds this many files.
pub(crate) fn stray(folder: &str, count: usize) -> SourceFault {
    if let Some((folder, event)) = folder.split_once('/')
        && let (Some(folder), Some(fault)) =
            (DocKind::of_folder(folder), event_folder(event, count))
    {
        let example = folder.example_file().to_owned();
        return SourceFault::FileName {
            folder,
            fault,
            example,
        };
    }
    let meant = folder_meant(folder);
    SourceFault::StrayFolder { count, meant }
}

/// A path such as files of a kind have, and that no file has.
fn free_example(at: &Path, path: &ContentPath, kind: DocKind) -> String {
    let example = kind.example_file();
    let root = at.ancestors().nth(path.as_str().matches('/').count() + 1);
    let (name, ending) = example.split_once('.').unwrap_or((example, ""));
    let names = (2..100).map(|n| format!("{name}-{n}.{ending}"));
    let mut all = std::iter::once(example.to_owned()).chain(names);
    let is_free = |name: &String| root.is_none_or(|root| !root.join(name).exists());
    all.find(is_free).unwrap_or_else(|| example.to_owned())
}

fn page(
    at: &Path,
    path: &ContentPath,
    name: &str,
    diagnostics: &mut Diagnostics,
) -> Option<PageName> {
    let (folder, file) = path.as_str().split_once('/').unwrap_or(("", path.as_str()));
    let kind = DocKind::of_folder(folder);
    let fault = match kind.map(|kind| (kind, page_name(kind, file))) {
        Some((_, Ok(named))) => return Some(named),
        Some((folder, Err(fault))) => SourceFault::FileName {
            folder,
            fault,
            example: free_example(at, path, folder),
        },
        None if is_settings_misnamed(path.as_str())
            && (path.as_str().eq_ignore_ascii_case(SETTINGS)
                || !at.with_file_name(SETTINGS).is_file()) =>
        {
            SourceFault::SettingsName
        }
        None if is_settings_misnamed(path.as_str()) => SourceFault::Copy {
            original: SETTINGS.to_owned(),
        },
        None if is_settings_copy(path.as_str()) && !at.with_file_name(SETTINGS).is_file() => {
            SourceFault::SettingsCopy
        }
        None => SourceFault::Misplaced,
    };
    let original =
        copied_from(file_of(file)).filter(|original| at.with_file_name(original).is_file());
    // Of two files that would have one name, one is a copy of the other.
    let taken = || match &fault {
        SourceFault::FileName { fault, .. } => Some(file_of(fault.right()?).to_owned()),
        _ => None,
    };
    // Some systems find one file by both names.
    let is_other = |name: &String| {
        let other = at.with_file_name(name);
        other.is_file() && walk::real(&other) != walk::real(at)
    };
    let original = original.or_else(|| taken().filter(is_other));
    let fault = original.map_or(fault, |original| SourceFault::Copy { original });
    diagnostics.report(Diagnostic::at_path(name, fault));
    None
}

/// What a path says of its file.
fn file_of(path: &str) -> &str {
    path.rsplit('/').next().unwrap_or(path)
}

/// The text of a file, and whether it is one.
fn text_of(bytes: &[u8], file: FileId, diagnostics: &mut Diagnostics) -> (Arc<str>, bool) {
    match decode(bytes, Breaks::Soft) {
        Ok(decoded) => {
            for first in decoded.typos {
                let at = decoded.text.find(|c: char| !c.is_ascii()).unwrap_or(0);
                let word = decoded.text[at..].find(char::is_whitespace);
                let end = word.map_or(decoded.text.len(), |len| at + len);
                let place = match first {
                    Typo::LineEnds => Span::new(0, 0),
                    _ => Span::new(at, end),
                };
                let (more, right) = (Vec::new(), String::new());
                let kind = SourceFault::Slips { first, more, right };
                diagnostics.report(Diagnostic::at(place.of(file), kind));
            }
            for (first, span) in decoded.characters {
                let (more, right) = (Vec::new(), String::new());
                let kind = SourceFault::Slips { first, more, right };
                diagnostics.report(Diagnostic::at(span.of(file), kind));
            }
            (decoded.text.into(), true)
        }
        Err(shown) => {
            let bad = shown.find('\u{fffd}').unwrap_or(0);
            let end = shown[bad..]
                .chars()
                .next()
                .map_or(bad, |c| bad + c.len_utf8());
            diagnostics.report(Diagnostic::at(
                Span::new(bad, end).of(file),
                SourceFault::NotUtf8,
            ));
            (shown.into(), false)
        }
    }
}
