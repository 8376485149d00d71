//! The content folder as it was last read, file by file, so that a file that changes is read
//! again alone.

use std::collections::{BTreeMap, BTreeSet};
use std::path::PathBuf;
use std::sync::Arc;

use rayon::prelude::*;

use super::fault::ProjectFault;
use super::no_site::no_site;
use super::options::BuildOptions;
use super::pictures::{Images, shown};
use crate::base::{ContentPath, DocKind, FileId, Lang, Slug, Span};
use crate::cache::CacheKey;
use crate::diagnostic::{Diagnostic, Diagnostics, Sources};
use crate::model::{self, Doc, Docs, SiteDoc};
use crate::source::{self, FileContent, LocalText, SiteNames, Stamp};

/// The file that holds for the whole site.
const SETTINGS: &str = "site.yaml";

/// Everything that was read.
pub(super) struct ContentStore {
    pub(super) options: BuildOptions,
    /// The content folder as people know it.
    shown: String,
    /// The texts that problems point into.
    pub(super) sources: Sources,
    walked: Diagnostics,
    pub(super) site: Option<SiteDoc>,
    pub(super) files: BTreeMap<ContentPath, StoreEntry>,
    /// The files that were found, read or not.
    found: Vec<ContentPath>,
}

/// A file that was read.
pub(super) struct StoreEntry {
    pub(super) file: FileId,
    pub(super) at: PathBuf,
    pub(super) stamp: Option<Stamp>,
    mark: Option<blake3::Hash>,
    pub(super) held: Held,
    pub(super) diagnostics: Diagnostics,
}

/// What a file was found to hold.
pub(super) enum Held {
    Site,
    Doc(Doc),
    Image(Arc<Vec<u8>>),
    /// A text that statements are held to; `None` when it is no text.
    Source(Option<Arc<str>>),
    /// A page in a language that the site is not in.
    Unlisted(Lang),
    /// A file in a folder that is not read.
    Stray,
    Nothing,
}

impl ContentStore {
    /// Reads the whole folder.
    pub(super) fn open(options: &BuildOptions) -> Self {
        let mut store = Self {
            options: options.clone(),
            shown: shown(&options.content),
            sources: Sources::default(),
            walked: Diagnostics::default(),
            site: None,
            files: BTreeMap::new(),
            found: Vec::new(),
        };
        store.read_all();
        store
    }

    /// Everything that was reported of the files.
    pub(super) fn diagnostics(&self) -> Diagnostics {
        let mut all = self.walked.clone();
        let entries = self
            .files
            .values()
            .flat_map(|entry| entry.diagnostics.as_slice());
        entries.for_each(|problem| all.report(problem.clone()));
        self.report_stray(&mut all);
        all
    }

    /// The files beside one of the same name in a language that the site is not in, with that language.
    pub(super) fn beside_unlisted(&self) -> BTreeMap<FileId, Lang> {
        let stem = |path: &ContentPath| {
            let name = path.as_str().strip_suffix(".md")?;
            Some(name.rsplit_once('.')?.0.to_owned())
        };
        let unlisted = self
            .files
            .iter()
            .filter_map(|(path, entry)| match entry.held {
                Held::Unlisted(lang) => Some((stem(path)?, lang)),
                _ => None,
            });
        let unlisted: BTreeMap<String, Lang> = unlisted.collect();
        let files = self.files.iter();
        let beside = files.filter_map(|(path, entry)| {
            let lang = unlisted.get(&stem(path)?)?;
            Some((entry.file, *lang))
        });
        beside.collect()
    }

    /// Reports each language that files are in and the site is not: once, at its first file. Files of the site
    /// translate those of some.
    pub(super) fn report_unlisted(
        &self,
        translated: &BTreeSet<Lang>,
        diagnostics: &mut Diagnostics,
    ) {
        let mut found: BTreeMap<Lang, (FileId, usize)> = BTreeMap::new();
        for entry in self.files.values() {
            if let Held::Unlisted(lang) = entry.held {
                found.entry(lang).or_insert((entry.file, 0)).1 += 1;
            }
        }
        for (lang, (first, count)) in found {
            let known = self.languages();
            let kind = ProjectFault::UnlistedLanguage {
                lang,
                count,
                known,
                are_originals: translated.contains(&lang),
            };
            diagnostics.report(Diagnostic::in_file(first, kind));
        }
    }

    /// Reports each folder whose name is none of those that are read, once.
    fn report_stray(&self, diagnostics: &mut Diagnostics) {
        let mut found: BTreeMap<&str, usize> = BTreeMap::new();
        let stray = self.files.iter();
        let stray = stray.filter(|(_, entry)| matches!(entry.held, Held::Stray));
        for folder in stray.filter_map(|(path, _)| source::stray_folder(path)) {
            *found.entry(folder).or_default() += 1;
        }
        for (folder, count) in found {
            let place = format!("{}/{folder}", self.shown);
            diagnostics.report(Diagnostic::at_path(place, source::stray(folder, count)));
        }
    }

    /// A key that is another when any file is.
    pub(super) fn key(&self, key: CacheKey) -> CacheKey {
        self.files.iter().fold(key, |key, (path, entry)| {
            let mark = entry.mark.as_ref().map_or(&[][..], |mark| mark.as_bytes());
            key.with(path.as_str()).with(mark)
        })
    }

    /// The documents, given away; `None` when there is no `site.yaml`, without which nothing
    /// else has a meaning.
    pub(super) fn take_docs(&mut self) -> Option<Docs> {
        let site = self.site.clone()?;
        let unread = self.unread();
        let held = self.files.values_mut().map(|entry| &mut entry.held);
        let docs = held.filter_map(|held| match held {
            Held::Doc(_) => match std::mem::replace(held, Held::Nothing) {
                Held::Doc(doc) => Some(doc),
                _ => None,
            },
            _ => None,
        });
        let docs = Docs::new(site, docs);
        Some(Docs { unread, ..docs })
    }

    /// The documents; the store keeps them too.
    pub(super) fn docs(&self) -> Option<Docs> {
        let docs = self.files.values().filter_map(|entry| match &entry.held {
            Held::Doc(doc) => Some(doc.clone()),
            _ => None,
        });
        let docs = Docs::new(self.site.clone()?, docs);
        let unread = self.unread();
        Some(Docs { unread, ..docs })
    }

    /// The files that could not be read.
    fn unread(&self) -> Vec<ContentPath> {
        let languages = self.site.as_ref().map_or(&[][..], |site| &site.languages);
        let unread = |(path, entry): (&ContentPath, &StoreEntry)| match entry.held {
            Held::Nothing => {
                let meant = source::paths_meant(path, languages);
                let gone = meant
                    .into_iter()
                    .filter(|path| !self.files.contains_key(path));
                // A name of which nothing is certain is that of what is missing.
                let missing = self.missing_beside(path);
                [path.clone()]
                    .into_iter()
                    .chain(gone)
                    .chain(missing)
                    .collect()
            }
            // What refers to its files is no mistake.
            Held::Stray => source::path_meant(path).into_iter().collect(),
            _ => Vec::new(),
        };
        self.files.iter().flat_map(unread).collect()
    }

    /// The original that a file whose name cannot be a document's has to be, such as `山田.ja.md`: its
    /// folder has one translation without an original.
    fn missing_beside(&self, path: &ContentPath) -> Option<ContentPath> {
        let first = *self.site.as_ref()?.languages.first()?;
        let ending = format!(".{first}.md");
        let (folder, name) = path.as_str().rsplit_once('/')?;
        let name = name.strip_suffix(&ending)?;
        if Slug::parse(name).is_some() {
            return None;
        }
        let mut lost = self.files.keys().filter_map(|own| {
            let (beside, name) = own.as_str().rsplit_once('/')?;
            let (name, lang) = name.strip_suffix(".md")?.rsplit_once('.')?;
            let original = ContentPath::parse(&format!("{folder}/{name}{ending}"))?;
            let is_lost = beside == folder
                && Slug::parse(name).is_some()
                && Lang::parse(lang).is_some_and(|lang| lang.is_named() && lang != first)
                && !self.files.contains_key(&original);
            is_lost.then_some(original)
        });
        lost.next().filter(|_| lost.next().is_none())
    }

    /// `site.yaml`.
    pub(super) fn settings(&self) -> Option<&SiteDoc> {
        self.site.as_ref()
    }

    /// The paths of the pictures.
    pub(super) fn pictures(&self) -> Arc<BTreeSet<ContentPath>> {
        let of = |(path, entry): (&ContentPath, &StoreEntry)| {
            matches!(entry.held, Held::Image(_)).then(|| path.clone())
        };
        Arc::new(self.files.iter().filter_map(of).collect())
    }

    /// The pictures.
    pub(super) fn images(&self) -> Images {
        let of = |(path, entry): (&ContentPath, &StoreEntry)| match &entry.held {
            Held::Image(bytes) => Some((path.clone(), Arc::clone(bytes))),
            _ => None,
        };
        Arc::new(self.files.iter().filter_map(of).collect())
    }

    /// The texts that statements may be held to, by path below their folder.
    pub(super) fn kept_sources(&self) -> BTreeMap<&str, Option<&str>> {
        let files = self.files.iter();
        let kept = files.filter_map(|(path, entry)| match &entry.held {
            Held::Source(text) => Some((path.as_str().split_once('/')?.1, text.as_deref())),
            _ => None,
        });
        kept.collect()
    }

    /// Walks the folder: where each file lies, and what is wrong; `None` when something urgent
    /// came up on the way.
    pub(super) fn walk(
        &self,
        is_urgent: &dyn Fn() -> bool,
    ) -> Option<(BTreeMap<ContentPath, PathBuf>, Diagnostics)> {
        let mut diagnostics = Diagnostics::default();
        let content = &self.options.content;
        let found = if source::is_folder(content) {
            source::find_unless(is_urgent, content, &self.shown, &mut diagnostics)?
        } else {
            BTreeMap::new()
        };
        if !found.keys().any(is_settings)
            && let Some(problem) = no_site(content, found.keys())
        {
            diagnostics.report(problem);
        }
        Some((found, diagnostics))
    }

    /// Takes what a walk reported in the place of what an earlier one did; whether that is
    /// something else comes back.
    pub(super) fn has_walked(&mut self, diagnostics: Diagnostics) -> bool {
        let differs = diagnostics.as_slice() != self.walked.as_slice();
        self.walked = diagnostics;
        differs
    }

    /// Reads everything again, as if for the first time.
    pub(super) fn reopen(&mut self) {
        *self = Self::open(&self.options);
    }

    /// Makes room for a file that is new.
    pub(super) fn expect(&mut self, path: ContentPath, at: PathBuf) {
        let entry = StoreEntry {
            file: self.sources.add(self.name(&path), ""),
            at,
            stamp: None,
            mark: None,
            held: Held::Nothing,
            diagnostics: Diagnostics::default(),
        };
        self.files.insert(path, entry);
    }

    fn read_all(&mut self) {
        let (found, walked) = self.walk(&|| false).unwrap_or_default();
        self.has_walked(walked);
        self.found = found.keys().cloned().collect();
        // The languages that `site.yaml` names are needed for reading anything else, and messages tell
        // topics, events and persons by what they are called.
        let (first, rest): (Vec<_>, Vec<_>) =
            found.into_iter().partition(|(path, _)| is_settings(path));
        let is_in = |path: &ContentPath, folders: &[&str]| {
            folders
                .iter()
                .any(|folder| path.as_str().starts_with(folder))
        };
        let (named, rest): (Vec<_>, Vec<_>) = rest
            .into_iter()
            .partition(|(path, _)| is_in(path, &["topics/", "events/"]));
        let (persons, rest): (Vec<_>, Vec<_>) = rest
            .into_iter()
            .partition(|(path, _)| is_in(path, &["speakers/"]));
        for files in [first, named, persons, rest] {
            let files = files.into_iter().map(|(path, at)| {
                let file = self.sources.add(self.name(&path), "");
                (path, at, file)
            });
            let files: Vec<_> = files.collect();
            let mut again = Vec::new();
            for (path, read) in self.read(files) {
                let entry = &read.entry;
                if entry.diagnostics.as_slice().iter().any(is_of_name) {
                    again.push((path.clone(), entry.at.clone(), entry.file));
                }
                self.keep(path, read);
            }
            // What one of them calls another was not known before all of them were read.
            for (path, read) in self.read(again) {
                self.keep(path, read);
            }
        }
    }

    /// The path of a file as people know it.
    fn name(&self, path: &ContentPath) -> String {
        format!("{}/{path}", self.shown)
    }

    pub(super) fn languages(&self) -> Vec<Lang> {
        let known = self.site.as_ref().map(|site| site.languages.clone());
        known.unwrap_or_else(|| vec![Lang::JA, Lang::EN])
    }

    /// Reads files on all cores.
    pub(super) fn read(
        &self,
        files: Vec<(ContentPath, PathBuf, FileId)>,
    ) -> Vec<(ContentPath, Read)> {
        let (languages, names) = (self.languages(), self.names());
        files
            .into_par_iter()
            .map(|(path, at, file)| {
                let read = read((&path, at), &self.name(&path), file, &languages, &names);
                (path, read)
            })
            .collect()
    }

    /// What the site has, as far as it was read.
    fn names(&self) -> SiteNames {
        let mut names = SiteNames::of(self.found.iter().chain(self.files.keys()));
        for entry in self.files.values() {
            let (kind, head, name) = match &entry.held {
                Held::Doc(Doc::Topic(topic)) => (DocKind::Topic, &topic.head, &topic.name),
                Held::Doc(Doc::Event(event)) => (DocKind::Event, &event.head, &event.name),
                Held::Doc(Doc::Speaker(person, _)) => {
                    (DocKind::Speaker, &person.head, &person.name)
                }
                _ => continue,
            };
            for title in name.iter().flat_map(LocalText::all) {
                names.learn(kind, head.slug.as_str(), title);
            }
        }
        names
    }

    /// Keeps what a file was found to hold, and gives back what it held before.
    pub(super) fn keep(&mut self, path: ContentPath, read: Read) -> Option<StoreEntry> {
        self.sources.set(read.entry.file, read.text);
        if is_settings(&path) {
            self.site = read.site.map(|mut site| {
                let wanted = self.options.base_url.clone();
                site.base_url = wanted.or(site.base_url);
                site
            });
        }
        self.files.insert(path, read.entry)
    }
}

/// Whether a name is told to be none, which may be what another document is called.
fn is_of_name(diagnostic: &Diagnostic) -> bool {
    diagnostic.code() == "front-matter/bad-slug"
}

pub(super) fn is_settings(path: &ContentPath) -> bool {
    path.as_str() == SETTINGS
}

/// A file as it was just read.
pub(super) struct Read {
    pub(super) entry: StoreEntry,
    pub(super) text: Arc<str>,
    site: Option<SiteDoc>,
}

fn read(
    (path, at): (&ContentPath, PathBuf),
    name: &str,
    file: FileId,
    languages: &[Lang],
    names: &SiteNames,
) -> Read {
    let mut diagnostics = Diagnostics::default();
    let read = source::read(&at, path, name, file, &mut diagnostics);
    let mut site = None;
    let held = match read.content {
        FileContent::Site(raw) => {
            let end = read.text.len();
            model::unfilled::report(&read.text, Span::new(end, end), file, &mut diagnostics);
            site = Some(SiteDoc::read(raw, names, &mut diagnostics));
            Held::Site
        }
        FileContent::Page(raw) if !languages.contains(&raw.lang) => Held::Unlisted(raw.lang),
        FileContent::Page(raw) => {
            model::read(raw, languages, names, &mut diagnostics).map_or(Held::Nothing, Held::Doc)
        }
        FileContent::Image(bytes) => Held::Image(bytes),
        FileContent::Source(text) => Held::Source(text),
        FileContent::Stray => Held::Stray,
        FileContent::Nothing => Held::Nothing,
    };
    Read {
        entry: StoreEntry {
            file,
            at,
            stamp: read.stamp,
            mark: read.mark,
            held,
            diagnostics,
        },
        text: read.text,
        site,
    }
}
