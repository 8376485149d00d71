//! What is translated, what is not, and what has changed in the originals since.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::join::Joined;
use super::joinable::Joinable;
use super::stale::{Paragraph, Since, fingerprint, paragraphs, since};
use crate::base::{ContentPath, DocKind, Lang};
use crate::diagnostic::Diagnostics;
use crate::model::Docs;

/// An original, and how each translation of it stands.
#[derive(Debug, Clone)]
pub(crate) struct Original {
    /// What it is.
    pub kind: DocKind,
    /// Its name: a slug, or `<event>/<speaker>` for a further statement.
    pub name: String,
    /// Its language.
    pub lang: Lang,
    /// Where the file is.
    pub path: ContentPath,
    /// What it says, piece by piece.
    pub paragraphs: Vec<Paragraph>,
    /// The state that a translation made now records as `of`.
    pub fingerprint: String,
    /// Every other language of the site.
    pub translations: Vec<(Lang, TranslationState)>,
}

/// How a translation stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum TranslationState {
    /// There is none.
    Missing,
    /// It does not record which state of the original was translated.
    Unrecorded,
    /// The original has changed since.
    Stale {
        /// Places in the original's paragraphs that are new or changed.
        changed: Vec<usize>,
        /// How many paragraphs are gone.
        gone: usize,
    },
    /// It is of the original as it stands.
    Current,
}

/// Every original of the content that is not a draft, by kind and name.
#[must_use]
pub(crate) fn translations(docs: Docs) -> Vec<Original> {
    let languages = docs.site.languages.clone();
    let mut all = Vec::new();
    let silent = docs.persons.into_iter().filter(|person| !person.speaks);
    all.extend(of_kind(docs.statements, &languages));
    all.extend(of_kind(silent.collect(), &languages));
    all.extend(of_kind(docs.topics, &languages));
    all.extend(of_kind(docs.events, &languages));
    all.extend(of_kind(docs.leaflets, &languages));
    all.extend(of_kind(docs.pages, &languages));
    all
}

fn of_kind<D: Joinable>(docs: Vec<Arc<D>>, languages: &[Lang]) -> Vec<Original> {
    let mut by_name: BTreeMap<String, Vec<Arc<D>>> = BTreeMap::new();
    for doc in docs {
        by_name.entry(doc.name()).or_default().push(doc);
    }
    // What is wrong with a group is `check`'s to tell.
    let joined = |docs| Joined::new(docs, languages, true, &mut Diagnostics::default());
    by_name
        .into_values()
        .filter_map(joined)
        .filter(|joined| !joined.original.is_draft())
        .map(|joined| original(&joined, languages))
        .collect()
}

fn original<D: Joinable>(joined: &Joined<D>, languages: &[Lang]) -> Original {
    let head = joined.original.head();
    let paragraphs = paragraphs(&*joined.original);
    let state = |lang: Lang| {
        let found = joined.translations.iter().find(|d| d.head().lang == lang);
        let Some(doc) = found else {
            return TranslationState::Missing;
        };
        let of = doc.translation().and_then(|t| t.value.of.as_ref());
        match of.map_or(Since::Unreadable, |of| since(&of.value, &paragraphs)) {
            Since::Unreadable => TranslationState::Unrecorded,
            Since::Same => TranslationState::Current,
            Since::Changed { new, gone } => TranslationState::Stale { changed: new, gone },
        }
    };
    let others = languages.iter().filter(|lang| **lang != head.lang);
    Original {
        kind: head.kind().unwrap_or(D::KIND),
        name: joined.original.name(),
        lang: head.lang,
        path: head.path.clone(),
        translations: others.map(|lang| (*lang, state(*lang))).collect(),
        fingerprint: fingerprint(&paragraphs),
        paragraphs,
    }
}
