//! The content folder after something in it has changed: what is new, read alone.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use rayon::prelude::*;

use super::content_store::{ContentStore, Held, StoreEntry};
use crate::base::ContentPath;
use crate::model::Doc;
use crate::site::Changed;
use crate::source::{self, Stamp};

/// What may have changed.
#[derive(Clone, Copy)]
pub enum Change<'p> {
    /// These paths, as a watcher names them.
    Paths(&'p [PathBuf]),
    /// Anything: every file is to be looked at, unless this says meanwhile that something more
    /// urgent has come up: then nothing was seen.
    Calmly(&'p (dyn Fn() -> bool + Sync)),
}

/// What has changed.
#[derive(Default)]
pub(super) struct Delta {
    /// Documents that took the place of others.
    pub(super) changed: Vec<Changed>,
    /// Pictures have other bytes.
    pub(super) pictures: bool,
    /// Something else: files came or went, or cannot be read.
    pub(super) whole: bool,
}

impl Delta {
    pub(super) fn is_nothing(&self) -> bool {
        self.changed.is_empty() && !self.pictures && !self.whole
    }
}

impl ContentStore {
    /// Reads again what has changed, and nothing else.
    pub(super) fn again(&mut self, seen: Change<'_>) -> Delta {
        let never = || false;
        let ((known, strange), is_urgent): (_, &(dyn Fn() -> bool + Sync)) = match seen {
            Change::Paths(paths) => (self.known(paths), &never),
            Change::Calmly(is_urgent) => ((BTreeSet::new(), true), is_urgent),
        };
        let mut delta = Delta::default();
        let stale = if strange {
            self.walk_again(known, &mut delta, is_urgent)
        } else {
            Some(known)
        };
        if let Some(stale) = stale {
            self.read_again(stale, &mut delta);
        }
        delta
    }

    /// The files that these paths name, and whether the folder has to be walked, since some
    /// of them are new or gone.
    fn known(&self, paths: &[PathBuf]) -> (BTreeSet<ContentPath>, bool) {
        let root = source::real(&self.options.content);
        let (mut known, mut strange) = (BTreeSet::new(), false);
        for path in paths {
            let Ok(relative) = path
                .strip_prefix(&root)
                .or_else(|_| path.strip_prefix(&self.options.content))
            else {
                continue;
            };
            if source::is_passed_over(relative) {
                continue;
            }
            let name = ContentPath::parse(&source::slashed(relative));
            match name.and_then(|name| Some((self.files.get(&name)?, name))) {
                Some((entry, name)) if Stamp::of(&entry.at).is_ok() => {
                    known.insert(name);
                }
                Some(_) => strange = true,
                None => strange |= Stamp::of(path).is_ok() || self.holds_below(relative),
            }
        }
        (known, strange)
    }

    /// Whether files that were read lie below a folder.
    fn holds_below(&self, folder: &Path) -> bool {
        let folder = source::slashed(folder) + "/";
        self.files
            .keys()
            .any(|path| path.as_str().starts_with(&folder))
    }

    /// Walks the folder, drops what is gone, and gives back what has to be read; `None`, and
    /// nothing is done, when something urgent came up.
    fn walk_again(
        &mut self,
        mut stale: BTreeSet<ContentPath>,
        delta: &mut Delta,
        is_urgent: &(dyn Fn() -> bool + Sync),
    ) -> Option<BTreeSet<ContentPath>> {
        let (found, walked) = self.walk(is_urgent)?;
        let changed: Vec<ContentPath> = found
            .par_iter()
            .filter(|(path, at)| {
                let known = self.files.get(*path);
                is_urgent()
                    || known.is_none_or(|known| {
                        let is_same = || known.stamp == Stamp::of(at).ok();
                        known.at != **at || known.stamp.is_none() || !is_same()
                    })
            })
            .map(|(path, _)| path.clone())
            .collect();
        if is_urgent() {
            return None;
        }
        delta.whole |= self.has_walked(walked);
        let before = self.files.len();
        self.files
            .retain(|path, entry| found.get(path) == Some(&entry.at));
        delta.whole |= self.files.len() != before;
        for path in &changed {
            if !self.files.contains_key(path) {
                delta.whole = true;
                self.expect(path.clone(), found.get(path).cloned().unwrap_or_default());
            }
        }
        if !self.files.keys().any(super::content_store::is_settings) {
            self.site = None;
        }
        stale.extend(changed);
        stale.retain(|path| self.files.contains_key(path));
        Some(stale)
    }

    fn read_again(&mut self, stale: BTreeSet<ContentPath>, delta: &mut Delta) {
        let languages = self.languages();
        let files = stale.into_iter().filter_map(|path| {
            let entry = self.files.get(&path)?;
            Some((path, entry.at.clone(), entry.file))
        });
        let files: Vec<_> = files.collect();
        let mut docs: Vec<(ContentPath, Doc, Doc)> = Vec::new();
        for (path, read) in self.read(files) {
            let text_differs = self.sources.text(read.entry.file) != &*read.text;
            let Some(old) = self.keep(path.clone(), read) else {
                continue;
            };
            let Some(new) = self.files.get(&path) else {
                continue;
            };
            match (&old.held, &new.held) {
                (Held::Image(a), Held::Image(b)) => delta.pictures |= a != b,
                _ if !text_differs && is_alike(&old, new) => {}
                (Held::Doc(a), Held::Doc(b)) => docs.push((path, a.clone(), b.clone())),
                _ => delta.whole = true,
            }
        }
        if self.languages() != languages {
            self.reopen();
            delta.whole = true;
            return;
        }
        for (path, old, new) in docs {
            let all = self.of_one_name(&path);
            delta.changed.push(Changed { old, new, all });
        }
    }

    /// The documents that share a name with the file at `path`, in all languages.
    fn of_one_name(&self, path: &ContentPath) -> Vec<Doc> {
        let stem = path.as_str().trim_end_matches(".md");
        let stem = stem.rsplit_once('.').map_or(stem, |(stem, _)| stem);
        let prefix = format!("{stem}.");
        let Some(first) = ContentPath::parse(&prefix) else {
            return Vec::new();
        };
        let near = self.files.range(first..);
        let near = near.take_while(|(path, _)| path.as_str().starts_with(&prefix));
        near.filter_map(|(_, entry)| match &entry.held {
            Held::Doc(doc) => Some(doc.clone()),
            _ => None,
        })
        .collect()
    }
}

/// Whether two readings of one unchanged text came to the same.
fn is_alike(old: &StoreEntry, new: &StoreEntry) -> bool {
    old.stamp.is_some() == new.stamp.is_some()
        && old.diagnostics.as_slice() == new.diagnostics.as_slice()
}
