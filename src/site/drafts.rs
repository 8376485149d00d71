//! What is wrong with drafts, which are not in the site: told as warnings, so that nothing comes as a
//! surprise on the day when they are published.

use std::sync::Arc;

use super::joinable::Joinable;
use super::pair::report_missing;
use super::resolve::Names;
use crate::base::{DocKind, FileId, Lang, Slug, Spanned};
use crate::diagnostic::Diagnostics;
use crate::model::{Docs, EventDoc, PersonDoc, StatementDoc};

/// The drafts among originals.
pub(super) struct DraftDocs {
    persons: Vec<Arc<PersonDoc>>,
    statements: Vec<Arc<StatementDoc>>,
    events: Vec<Arc<EventDoc>>,
}

impl DraftDocs {
    /// Those that are left out of the site.
    pub(super) fn of(docs: &Docs) -> Self {
        fn kept<D: Joinable>(docs: &[Arc<D>], first: Option<&Lang>) -> Vec<Arc<D>> {
            let is_left_out = |doc: &&Arc<D>| {
                let is_original = doc.translation().is_none() && Some(&doc.head().lang) == first;
                is_original && doc.is_draft()
            };
            docs.iter().filter(is_left_out).cloned().collect()
        }
        let first = docs.site.languages.first();
        Self {
            persons: kept(&docs.persons, first),
            statements: kept(&docs.statements, first),
            events: kept(&docs.events, first),
        }
    }

    /// Reports the keys that they lack, and the names that nothing has.
    pub(super) fn check(self, names: &Names, diagnostics: &mut Diagnostics) {
        let mut found = Diagnostics::default();
        for doc in &self.persons {
            require(&**doc, &["name"], &mut found);
        }
        for doc in &self.statements {
            require(&**doc, &["title", "topics"], &mut found);
            let file = doc.head.file;
            let topics = doc.topics.iter().flat_map(|list| &list.value);
            let sections = doc.body.sections.iter().flat_map(|section| &section.topics);
            for topic in topics.chain(sections) {
                refer(DocKind::Topic, topic, file, names, &mut found);
            }
            if let Some(event) = &doc.event {
                refer(DocKind::Event, event, file, names, &mut found);
            }
        }
        for doc in &self.events {
            require(&**doc, &["name", "date"], &mut found);
        }
        for problem in found.as_slice() {
            diagnostics.report(problem.clone().into_warning());
        }
    }
}

fn require<D: Joinable>(doc: &D, keys: &[&'static str], diagnostics: &mut Diagnostics) {
    for key in keys {
        if doc.head().lacks(key) {
            report_missing(doc, key, diagnostics);
        }
    }
}

/// Reports a name that nothing has; that of another draft is no mistake of this one.
fn refer(
    kind: DocKind,
    slug: &Spanned<Slug>,
    file: FileId,
    names: &Names,
    diagnostics: &mut Diagnostics,
) {
    if !names.is_absent(kind, slug.value.as_str()) {
        names.reference(kind, slug, file, diagnostics);
    }
}
