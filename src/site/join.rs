//! Joins each document with its translations, and what the rest of the site can tell of it.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::anchors;
use super::charts;
use super::fault::SiteFault;
use super::joinable::Joinable;
use super::orphan::orphan;
use super::pair::Group;
use crate::base::{FileId, Lang, Slug, Span, Spanned};
use crate::diagnostic::{Diagnostic, Diagnostics, Instead};
use crate::model::Docs;
use crate::model::text::Section;
use crate::source::nearest;

/// A document in all the languages it was written in, the original first.
pub(super) struct Joined<D> {
    pub(super) slug: Slug,
    pub(super) original: Arc<D>,
    pub(super) translations: Vec<Arc<D>>,
}

impl<D: Joinable> Joined<D> {
    /// Joins the documents of one name. A translation without an original is reported. Unless
    /// `drafts` are wanted, a draft original takes its translations with it, and a draft
    /// translation goes alone.
    pub(super) fn new(
        mut docs: Vec<Arc<D>>,
        languages: &[Lang],
        drafts: bool,
        diagnostics: &mut Diagnostics,
    ) -> Option<Self> {
        let rank = |lang: Lang| languages.iter().position(|l| *l == lang);
        docs.sort_by_key(|doc| {
            let rank = rank(doc.head().lang).unwrap_or(usize::MAX);
            (doc.translation().is_some(), rank)
        });
        let mut docs = docs.into_iter();
        let original = docs.next()?;
        let head = original.head();
        let slug = head.slug.clone();
        if let Some(translation) = original.translation() {
            let lang = languages.iter().find(|l| **l != head.lang).copied();
            let lang = lang.unwrap_or(head.lang);
            if !original.is_beside_another() {
                let kind = SiteFault::Orphan {
                    original: head.path_in(lang),
                };
                diagnostics.report(Diagnostic::at(translation.span.of(head.file), kind));
            }
            return None;
        }
        if original.is_draft() && !drafts {
            return None;
        }
        let mut translations: Vec<Arc<D>> = docs.filter(|doc| drafts || !doc.is_draft()).collect();
        for translation in &mut translations {
            if anchors::has_unmarked(translation.body()) {
                anchors::align(original.body(), Arc::make_mut(translation).body_mut());
            }
        }
        Some(Self {
            slug,
            original,
            translations,
        })
    }

    /// The original and the translations.
    pub(super) fn docs(&self) -> impl Iterator<Item = &D> {
        std::iter::once(&*self.original).chain(self.translations.iter().map(|doc| &**doc))
    }

    /// The first value that the original or a translation has, unchecked.
    pub(super) fn find<T>(&self, get: impl Fn(&D) -> Option<T>) -> Option<T> {
        self.docs().find_map(get)
    }

    /// The documents to build from. Sections of a translation inherit the original's topics
    /// and the mark `.strong`.
    pub(super) fn group(self, diagnostics: &mut Diagnostics) -> Group<D> {
        let mut group = Group {
            slug: self.slug,
            original: Arc::unwrap_or_clone(self.original),
            translations: self
                .translations
                .into_iter()
                .map(Arc::unwrap_or_clone)
                .collect(),
        };
        for translation in &mut group.translations {
            inherit_sections(&group.original, translation, diagnostics);
            compare_figures(&group.original, translation, diagnostics);
            charts::compare(&group.original, translation, diagnostics);
        }
        group
    }
}

/// Joins documents by their name.
pub(super) fn join<D: Joinable>(
    docs: Vec<Arc<D>>,
    languages: &[Lang],
    drafts: bool,
    diagnostics: &mut Diagnostics,
) -> Vec<Joined<D>> {
    let mut by_name: BTreeMap<String, Vec<Arc<D>>> = BTreeMap::new();
    for doc in docs {
        by_name.entry(doc.name()).or_default().push(doc);
    }
    let whole = |docs: &Vec<Arc<D>>| {
        docs.iter()
            .any(|doc| Some(&doc.head().lang) == languages.first())
    };
    let originals: Vec<String> = (by_name.iter())
        .filter(|(_, docs)| whole(docs))
        .map(|(name, _)| name.clone())
        .collect();
    by_name
        .into_iter()
        .filter_map(|(name, docs)| {
            if let Some(orphan) = orphan(&docs, languages) {
                let head = orphan.head();
                let names = originals.iter().map(String::as_str);
                let near = nearest(&name, names);
                // Every site can have no topics.
                let example = match D::NEUTRAL {
                    "topics" => "[]",
                    key => head.key(key)?.example.en,
                };
                let kind = SiteFault::LostTranslation {
                    original: head.path_in(*languages.first()?),
                    nearest: near.map(|name| format!("{name}.{}.md", head.lang)),
                    line: format!("{}: {example}", D::NEUTRAL),
                };
                diagnostics.report(Diagnostic::at(head.opening.of(head.file), kind));
                return None;
            }
            Joined::new(docs, languages, drafts, diagnostics)
        })
        .collect()
}

/// The first section whose mark is not the original's, where as many stand in both, and the mark
/// that it should have.
fn renamed<'s, L, T>(
    there: &[&'s Section<L, T>],
    here: &[&Section<L, T>],
) -> Option<(Span, &'s str)> {
    let has = |all: &[&Section<L, T>], id: &str| all.iter().any(|section| section.id == id);
    let mut pairs = there.iter().zip(here);
    let (right, wrong) = pairs.find(|(there, here)| there.id != here.id)?;
    let is_certain = there.len() == here.len() && !has(here, &right.id) && !has(there, &wrong.id);
    is_certain.then_some((wrong.span, right.id.as_str()))
}

/// Sections without those whose headings may be none, which is told where they stand.
fn certain<L, T>(sections: &[Section<L, T>]) -> Vec<&Section<L, T>> {
    let certain = sections.iter().filter(|section| !section.underlined);
    certain.collect()
}

/// The fragments of sections.
fn fragments<L, T>(sections: &[&Section<L, T>]) -> Vec<String> {
    sections.iter().map(|section| section.id.clone()).collect()
}

/// Reports a translation that tells other figures than its original; one without any takes what the
/// original tells in its language.
fn compare_figures<D: Joinable>(original: &D, translation: &D, diagnostics: &mut Diagnostics) {
    let (there, here) = (original.figures().len(), translation.figures().len());
    let is_whole = !original.head().is_faulty() && !translation.head().is_faulty();
    if let Some(first) = translation.figures().first()
        && there != here
        && is_whole
    {
        let kind = SiteFault::FiguresDiffer {
            original: there,
            here,
        };
        let at = first.span.of(translation.head().file);
        diagnostics.report(Diagnostic::at(at, kind));
    }
}

fn inherit_sections<D: Joinable>(original: &D, translation: &mut D, diagnostics: &mut Diagnostics) {
    // A mark that cannot be one is told where it stands.
    let is_faulty = original.head().is_faulty() || translation.head().is_faulty();
    let original = original.body();
    let file = translation.head().file;
    let opening = translation.head().opening;
    let (there, here) = (
        certain(&original.sections),
        certain(&translation.body().sections),
    );
    if !is_faulty && fragments(&there) != fragments(&here) {
        let at = here
            .iter()
            .zip(there.iter().map(Some).chain(std::iter::repeat(None)))
            .find(|(section, there)| there.is_none_or(|there| there.id != section.id))
            .map_or(opening, |(section, _)| section.span);
        let kind = SiteFault::SectionsDiffer {
            original: fragments(&there),
            here: fragments(&here),
        };
        let right = renamed(&there, &here).map(|(span, id)| Instead::mark(span.of(file), id));
        diagnostics.report(Diagnostic::at(at.of(file), kind).instead(right));
    }
    for section in &mut translation.body_mut().sections {
        let Some(from) = original.sections.iter().find(|s| s.id == section.id) else {
            continue;
        };
        section.strong |= from.strong;
        if section.topics.is_empty() {
            section.topics = from
                .topics
                .iter()
                // Without a place of its own: what is wrong with it is told of the original.
                .map(|topic| Spanned::new(topic.value.clone(), Span::default()))
                .collect();
        }
    }
}

/// The headings of all documents that have no mark, by file: where each stands, and its fragment,
/// which is the same in every language of a document that has the same sections.
#[must_use]
pub(crate) fn unmarked(docs: Docs) -> Vec<(FileId, Vec<(Span, String)>)> {
    fn of<D: Joinable>(
        docs: Vec<Arc<D>>,
        languages: &[Lang],
    ) -> Vec<(FileId, Vec<(Span, String)>)> {
        // What is wrong with them is told by linking the site.
        let joined = join(docs, languages, true, &mut Diagnostics::default());
        let mut all = Vec::new();
        for doc in joined.iter().flat_map(Joined::docs) {
            let found = anchors::unmarked(doc.body()).into_iter();
            let found: Vec<_> = found.map(|(span, id)| (span, id.to_owned())).collect();
            if !found.is_empty() {
                all.push((doc.head().file, found));
            }
        }
        all
    }
    let languages = &docs.site.languages;
    let mut all = of(docs.statements, languages);
    all.extend(of(docs.topics, languages));
    all.extend(of(docs.events, languages));
    all.extend(of(docs.leaflets, languages));
    all.extend(of(docs.pages, languages));
    all
}
