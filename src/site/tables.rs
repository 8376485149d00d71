//! What every builder of a thing looks things up in: names, terms, dates.

use std::collections::{BTreeSet, HashMap};
use std::sync::Arc;

use super::address;
use super::entities::{Text, Versions};
use super::fault::SiteFault;
use super::join::{Joinable, Joined};
use super::pair::Group;
use super::resolve::{Here, Names};
use super::site::{EventId, PageRef, TopicId};
use super::terms::Terms;
use crate::base::{ContentPath, Date, DocKind, FileId, Lang, Loc, OutPath, Slug, Spanned};
use crate::diagnostic::{Diagnostic, Diagnostics};
use crate::model::text::WrittenBody;
use crate::model::{EventDoc, LeafletDoc, PageDoc, SpeakerDoc, TopicDoc};

/// All documents joined with their translations, in the order in which readers meet them.
pub(super) struct Groups {
    pub(super) speakers: Vec<Joined<SpeakerDoc>>,
    pub(super) topics: Vec<Joined<TopicDoc>>,
    pub(super) events: Vec<Joined<EventDoc>>,
    pub(super) leaflets: Vec<Joined<LeafletDoc>>,
    pub(super) pages: Vec<Joined<PageDoc>>,
}

/// What every builder looks things up in.
pub(super) struct Tables {
    pub(super) languages: Vec<Lang>,
    pub(super) names: Names,
    terms: HashMap<Lang, Terms>,
    /// The dates of events, by id.
    pub(super) dates: Vec<Option<Date>>,
    pub(super) default_event: Option<EventId>,
    pub(super) counts: Counts,
    /// The names of all leaflets.
    pub(super) leaflets: Vec<Slug>,
}

#[derive(Clone, Copy)]
pub(super) struct Counts {
    pub(super) composed: usize,
    pub(super) speakers: usize,
}

/// What a builder leaves behind besides its result.
#[derive(Default)]
pub(super) struct LinkOutput {
    pub(super) sink: Diagnostics,
    pub(super) images: BTreeSet<ContentPath>,
    pub(super) aliases: Vec<(OutPath, PageRef, Loc)>,
}

impl Tables {
    /// Learns the names, terms and dates of all documents. `event` is the site's own event and
    /// the file that names it.
    pub(super) fn new(
        groups: &Groups,
        languages: Vec<Lang>,
        images: Arc<BTreeSet<ContentPath>>,
        event: Option<(FileId, &Spanned<Slug>)>,
        sink: &mut Diagnostics,
    ) -> Self {
        let mut names = names(groups, images);
        let leaflets = leaflet_slugs(groups);
        names.learn_leaflets(leaflets.iter().cloned());
        let default_event = event
            .and_then(|(file, slug)| names.reference(DocKind::Event, slug, file, sink))
            .map(EventId);
        Self {
            terms: terms(&groups.topics, &languages, sink),
            languages,
            names,
            dates: groups
                .events
                .iter()
                .map(|group| group.find(Joinable::date))
                .collect(),
            default_event,
            counts: Counts {
                composed: groups.leaflets.len(),
                speakers: groups.speakers.len(),
            },
            leaflets,
        }
    }

    pub(super) fn paths(&self, kind: DocKind, slug: &Slug) -> Vec<OutPath> {
        address::of_doc(&self.languages, kind, slug)
    }

    /// Makes every version of a group: resolves the body, then hands it to `make`.
    pub(super) fn versions<D: Joinable, T>(
        &self,
        group: Group<D>,
        page: PageRef,
        make: impl FnMut(&Group<D>, &D, super::Origin, Text) -> T,
        trail: &mut LinkOutput,
    ) -> Versions<T> {
        let LinkOutput { sink, images, .. } = trail;
        let mut body_sink = Diagnostics::default();
        let versions = group.versions(
            |head, body: WrittenBody| {
                let places = body.fragments().map(str::to_owned).collect();
                let here = Here {
                    page,
                    path: &head.path,
                    file: head.file,
                    places,
                };
                let mut text = self.names.body(&here, body, images, &mut body_sink);
                if let (PageRef::Statement(_), Some(terms)) = (page, self.terms.get(&head.lang)) {
                    terms.link(&mut text);
                }
                text
            },
            make,
            sink,
        );
        sink.absorb(body_sink);
        versions
    }
}

fn names(groups: &Groups, images: Arc<BTreeSet<ContentPath>>) -> Names {
    let mut names = Names::with_images(images);
    names.learn(&groups.speakers);
    names.learn(&groups.topics);
    names.learn(&groups.events);
    names.learn(&groups.pages);
    names
}

/// The names of all leaflets: the composed ones', then `speaker-…`, then `topic-…`.
fn leaflet_slugs(groups: &Groups) -> Vec<Slug> {
    let named = |kind: DocKind, slug: &Slug| {
        Slug::parse(kind.scheme()).map_or_else(|| slug.clone(), |p| slug.prefixed(&p))
    };
    let speakers = groups
        .speakers
        .iter()
        .map(|g| named(DocKind::Speaker, &g.slug));
    let topics = groups.topics.iter().map(|g| named(DocKind::Topic, &g.slug));
    let composed = groups.leaflets.iter().map(|g| g.slug.clone());
    composed.chain(speakers).chain(topics).collect()
}

fn terms(
    topics: &[Joined<TopicDoc>],
    languages: &[Lang],
    sink: &mut Diagnostics,
) -> HashMap<Lang, Terms> {
    let mut by_lang: HashMap<Lang, Vec<(String, TopicId)>> = HashMap::new();
    let mut first: HashMap<(Lang, String), (TopicId, Loc)> = HashMap::new();
    for (id, group) in topics.iter().enumerate() {
        for doc in group.docs() {
            for term in doc.terms.iter().filter(|t| !t.value.is_empty()) {
                let loc = term.span.of(doc.head.file);
                let key = (doc.head.lang, term.value.to_lowercase());
                match first.get(&key) {
                    Some((_, earlier)) => {
                        let kind = SiteFault::TermTaken {
                            term: term.value.clone(),
                        };
                        sink.report(Diagnostic::at(loc, kind).also(*earlier));
                    }
                    None => {
                        first.insert(key, (TopicId(id), loc));
                        by_lang
                            .entry(doc.head.lang)
                            .or_default()
                            .push((term.value.clone(), TopicId(id)));
                    }
                }
            }
        }
    }
    languages
        .iter()
        .map(|lang| (*lang, Terms::new(by_lang.remove(lang).unwrap_or_default())))
        .collect()
}
