//! Documents that are in the content folder and not in the site, and why.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use super::joinable::Joinable;
use super::orphan::orphan;
use crate::base::{ContentPath, DocKind, Lang};
use crate::model::Docs;

/// Why a document is not in the site.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Reason {
    /// Its original, this file, is a draft.
    Draft(ContentPath),
    /// Something is wrong with it, and has been reported.
    Reported,
}

/// Documents that are not in the site.
#[derive(Debug, Default)]
pub(super) struct Absent {
    /// Why, by kind and name.
    reasons: BTreeMap<(DocKind, String), Reason>,
    /// The topics that drafts touch, each with the first of them.
    awaited: BTreeMap<String, ContentPath>,
}

impl Absent {
    /// Drafts, unless they are wanted, and files that could not be read. The translations of the latter
    /// are taken out of `docs`: what is wrong is told of the original.
    pub(super) fn take_out(docs: &mut Docs, drafts: bool) -> Self {
        let mut absent = Self::default();
        if !docs.unread.is_empty() {
            absent.take_out_unread(docs);
        }
        if !drafts {
            absent.learn_drafts(docs);
        }
        let languages = &docs.site.languages;
        absent.learn_orphans(&docs.persons, languages);
        absent.learn_orphans(&docs.statements, languages);
        absent.learn_orphans(&docs.topics, languages);
        absent.learn_orphans(&docs.events, languages);
        absent.learn_orphans(&docs.leaflets, languages);
        absent.learn_orphans(&docs.pages, languages);
        absent
    }

    /// Translations whose original is gone: nothing can refer to them, and that has one cause.
    fn learn_orphans<D: Joinable>(&mut self, docs: &[Arc<D>], languages: &[Lang]) {
        let mut by_name: BTreeMap<String, Vec<Arc<D>>> = BTreeMap::new();
        for doc in docs {
            by_name.entry(doc.name()).or_default().push(Arc::clone(doc));
        }
        for (name, docs) in by_name {
            let is_translation = |doc: &Arc<D>| doc.translation().is_some();
            if orphan(&docs, languages).is_some() || docs.iter().all(is_translation) {
                self.reported(D::KIND, name);
            }
        }
    }

    fn take_out_unread(&mut self, docs: &mut Docs) {
        for path in &docs.unread {
            let (folder, file) = path.as_str().split_once('/').unwrap_or_default();
            let name = file.strip_suffix(".md").and_then(|f| f.rsplit_once('.'));
            if let (Some(kind), Some((name, _))) = (DocKind::of_folder(folder), name) {
                self.reported(kind, name.to_owned());
            }
        }
        let unread: BTreeSet<&str> = docs.unread.iter().map(ContentPath::as_str).collect();
        let languages = &docs.site.languages;
        retain(&mut docs.persons, languages, &unread);
        retain(&mut docs.statements, languages, &unread);
        retain(&mut docs.topics, languages, &unread);
        retain(&mut docs.events, languages, &unread);
        retain(&mut docs.leaflets, languages, &unread);
        retain(&mut docs.pages, languages, &unread);
    }

    fn learn_drafts(&mut self, docs: &Docs) {
        self.learn(&docs.persons);
        self.learn(&docs.statements);
        self.learn(&docs.events);
        for doc in docs.statements.iter().filter(|doc| is_draft(&***doc)) {
            let listed = doc.topics.iter().flat_map(|list| &list.value);
            for topic in listed.chain(doc.body.sections.iter().flat_map(|s| &s.topics)) {
                let awaited = self.awaited.entry(topic.value.to_string());
                awaited.or_insert_with(|| doc.head.path.clone());
            }
        }
        // Statements in persons' files go by the names of their events, too.
        let site = docs.site.event.as_ref();
        for doc in docs.statements.iter().filter(|doc| is_draft(&***doc)) {
            if let (None, Some(event)) = (&doc.head.event, doc.event.as_ref().or(site)) {
                let name = format!("{}/{}", event.value, doc.head.slug);
                let reason = Reason::Draft(doc.head.path.clone());
                self.reasons.insert((DocKind::Statement, name), reason);
            }
        }
    }

    fn learn<D: Joinable>(&mut self, docs: &[Arc<D>]) {
        for doc in docs.iter().filter(|doc| is_draft(&***doc)) {
            let reason = Reason::Draft(doc.head().path.clone());
            self.reasons.insert((D::KIND, doc.name()), reason);
        }
    }

    /// Learns of a document with which something is wrong that has been reported.
    pub(super) fn reported(&mut self, kind: DocKind, name: String) {
        self.reasons.insert((kind, name), Reason::Reported);
    }

    /// The draft that touches a topic.
    pub(super) fn draft_on(&self, topic: &str) -> Option<&ContentPath> {
        self.awaited.get(topic)
    }

    /// Whether words of somebody are left out for something that has been reported.
    pub(super) fn lacks_words(&self) -> bool {
        let all = self.reasons.iter();
        let mut reported = all.filter(|(_, reason)| **reason == Reason::Reported);
        reported.any(|((kind, _), _)| matches!(kind, DocKind::Speaker | DocKind::Statement))
    }

    /// Why there is no document of this name; `None` when there is no file either.
    pub(super) fn reason(&self, kind: DocKind, name: &str) -> Option<&Reason> {
        self.reasons.get(&(kind, name.to_owned()))
    }
}

/// Takes out the translations of what could not be read.
fn retain<D: Joinable>(docs: &mut Vec<Arc<D>>, languages: &[Lang], unread: &BTreeSet<&str>) {
    let originals = docs.iter().filter(|doc| doc.translation().is_none());
    let originals: BTreeSet<String> = originals.map(|doc| doc.name()).collect();
    docs.retain(|doc| {
        let head = doc.head();
        let beside = |lang: &Lang| unread.contains(head.path_in(*lang).as_str());
        // Whatever has the original's name beside one in the first language translates it.
        let is_translation = languages
            .first()
            .is_some_and(|first| *first != head.lang && beside(first));
        !is_translation && originals.contains(&doc.name()) || !languages.iter().any(beside)
    });
}

/// Whether an original is a draft, which takes its translations with it.
fn is_draft<D: Joinable>(doc: &D) -> bool {
    doc.translation().is_none() && doc.is_draft()
}
