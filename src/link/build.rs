//! Documents into the site, in one pass over each kind.

use std::collections::{BTreeSet, HashMap};

use rayon::prelude::*;

use super::assemble::{composed, event, page, speaker, topic};
use super::entities::{Event, Leaflet, LeafletKind, Speaker, Text, Topic, Versions};
use super::pair::{Doc, Group, group};
use super::resolve::{Here, Names};
use super::site::{EventId, PageRef, Site, SpeakerId, TopicId};
use super::terms::Terms;
use super::{address, citations, languages};
use crate::base::{ContentPath, Date, DocKind, Lang, Loc, OutPath, Slug, Spanned};
use crate::diag::{Kind, Problem, Sink};
use crate::model::text::WrittenBody;
use crate::model::{Docs, EventDoc, LeafletDoc, PageDoc, SpeakerDoc, TopicDoc};

/// How to link.
#[derive(Debug, Clone, Copy, Default)]
pub struct Options {
    /// Whether drafts are part of the site.
    pub drafts: bool,
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
}

#[derive(Clone, Copy)]
pub(super) struct Counts {
    pub(super) composed: usize,
    pub(super) speakers: usize,
}

/// What a builder leaves behind besides its result.
#[derive(Default)]
pub(super) struct Trail {
    pub(super) sink: Sink,
    pub(super) images: BTreeSet<ContentPath>,
    pub(super) aliases: Vec<(OutPath, PageRef, Loc)>,
}

/// All documents joined with their translations, in the order in which readers meet them.
struct Groups {
    speakers: Vec<Group<SpeakerDoc>>,
    topics: Vec<Group<TopicDoc>>,
    events: Vec<Group<EventDoc>>,
    leaflets: Vec<Group<LeafletDoc>>,
    pages: Vec<Group<PageDoc>>,
}

impl Groups {
    fn new(docs: Docs, options: Options, sink: &mut Sink) -> Self {
        let langs = &docs.site.languages;
        let mut speakers = group(docs.speakers, langs, sink);
        if !options.drafts {
            leave_out_drafts(&mut speakers);
        }
        let mut events = group(docs.events, langs, sink);
        events.sort_by_cached_key(|g| {
            let date = g.find(|doc| doc.date.as_ref());
            (std::cmp::Reverse(date), g.slug.clone())
        });
        Self {
            speakers: ordered(speakers, |doc| doc.order.as_ref()),
            topics: ordered(group(docs.topics, langs, sink), |doc| doc.order.as_ref()),
            events,
            leaflets: ordered(group(docs.leaflets, langs, sink), |doc| doc.order.as_ref()),
            pages: ordered(group(docs.pages, langs, sink), |doc| doc.order.as_ref()),
        }
    }
}

/// Groups by their `order`, then by name; those without an order come last.
fn ordered<D: Doc>(
    mut groups: Vec<Group<D>>,
    order: impl Fn(&D) -> Option<&Spanned<i64>>,
) -> Vec<Group<D>> {
    groups.sort_by_cached_key(|g| (g.find(&order).unwrap_or(i64::MAX), g.slug.clone()));
    groups
}

/// Links all documents into a site. `images` are the pictures in the content folder.
pub fn link(docs: Docs, images: BTreeSet<ContentPath>, options: Options, sink: &mut Sink) -> Site {
    if docs.site.base_url.is_none() {
        sink.report(Problem::in_file(docs.site.file, Kind::NoBaseUrl));
    }
    let site = docs.site.clone();
    let langs = site.languages.clone();
    let groups = Groups::new(docs, options, sink);
    let mut names = names(&groups, images);
    let slugs = leaflet_slugs(&groups);
    names.learn_leaflets(slugs.iter().cloned());

    let default_event = site.event.as_ref().and_then(|slug| {
        names
            .reference(DocKind::Event, slug, site.file, sink)
            .map(EventId)
    });
    let Groups {
        speakers,
        topics,
        events,
        leaflets,
        pages,
    } = groups;
    let tables = Tables {
        terms: terms(&topics, &langs, sink),
        languages: langs,
        names,
        dates: events
            .iter()
            .map(|group| group.find(|doc| doc.date.as_ref()))
            .collect(),
        default_event,
        counts: Counts {
            composed: leaflets.len(),
            speakers: speakers.len(),
        },
    };
    let mut trail = Trail::default();
    let composed = each(leaflets, &mut trail, |id, group, trail| {
        composed(id, group, &tables, trail)
    });
    let speakers = each(speakers, &mut trail, |id, group, trail| {
        speaker(id, group, &tables, trail)
    });
    let mut topics = each(topics, &mut trail, |id, group, trail| {
        topic(id, group, &tables, trail)
    });
    let mut events = each(events, &mut trail, |id, group, trail| {
        event(id, group, &tables, trail)
    });
    let pages = each(pages, &mut trail, |id, group, trail| {
        page(id, group, &tables, trail)
    });

    cite(&mut topics, &speakers, sink);
    gather(&mut events, &speakers);
    sink.absorb(trail.sink);
    let kinds = composed
        .into_iter()
        .map(|c| LeafletKind::Composed(Box::new(c)))
        .chain((0..speakers.len()).map(|i| LeafletKind::Speaker(SpeakerId(i))))
        .chain((0..topics.len()).map(|i| LeafletKind::Topic(TopicId(i))));
    let site = Site {
        settings: languages::settings(&site, default_event),
        leaflets: slugs
            .into_iter()
            .zip(kinds)
            .map(|(slug, kind)| Leaflet {
                paths: tables.paths(DocKind::Leaflet, &slug),
                slug,
                kind,
            })
            .collect(),
        speakers,
        topics,
        events,
        pages,
        images: trail
            .images
            .into_iter()
            .filter_map(|path| Some((path.clone(), OutPath::parse(path.as_str())?)))
            .collect(),
        aliases: trail
            .aliases
            .iter()
            .map(|(path, page, _)| (path.clone(), *page))
            .collect(),
        fixed: address::fixed(&tables.languages),
    };
    let aliases: Vec<_> = trail
        .aliases
        .into_iter()
        .map(|(path, _, loc)| (path, loc))
        .collect();
    address::collisions(&site, &aliases, sink);
    site
}

/// Gives every topic the passages that speak on it; one without any is reported.
fn cite(topics: &mut [Topic], speakers: &[Speaker], sink: &mut Sink) {
    let cited = citations::citations(speakers, topics.len());
    for (topic, citations) in topics.iter_mut().zip(cited) {
        if citations.is_empty() {
            let file = topic.texts.original().text.file;
            sink.report(Problem::in_file(file, Kind::UncitedTopic));
        }
        topic.citations = citations;
    }
}

/// Gives every event those who spoke there.
fn gather(events: &mut [Event], speakers: &[Speaker]) {
    for (at, speaker) in speakers.iter().enumerate() {
        if let Some(event) = speaker.event.and_then(|id| events.get_mut(id.0)) {
            event.speakers.push(SpeakerId(at));
        }
    }
}

/// A draft original takes its translations with it; a draft translation goes alone.
fn leave_out_drafts(speakers: &mut Vec<Group<SpeakerDoc>>) {
    let is_draft = |doc: &SpeakerDoc| doc.draft.as_ref().is_some_and(|d| d.value);
    speakers.retain(|group| !is_draft(&group.original));
    for group in speakers {
        group.translations.retain(|doc| !is_draft(doc));
    }
}

fn names(groups: &Groups, images: BTreeSet<ContentPath>) -> Names {
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

fn terms(topics: &[Group<TopicDoc>], languages: &[Lang], sink: &mut Sink) -> HashMap<Lang, Terms> {
    let mut by_lang: HashMap<Lang, Vec<(String, TopicId)>> = HashMap::new();
    let mut first: HashMap<(Lang, String), (TopicId, Loc)> = HashMap::new();
    for (id, group) in topics.iter().enumerate() {
        for doc in group.docs() {
            for term in doc.terms.iter().filter(|t| !t.value.is_empty()) {
                let loc = term.span.of(doc.head.file);
                let key = (doc.head.lang, term.value.to_lowercase());
                match first.get(&key) {
                    Some((_, earlier)) => {
                        let kind = Kind::TermTaken {
                            term: term.value.clone(),
                        };
                        sink.report(Problem::at(loc, kind).also(*earlier));
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

/// Builds every group on its own, spread over all cores; ids are places in the list.
fn each<D: Send, E: Send>(
    groups: Vec<Group<D>>,
    trail: &mut Trail,
    build: impl Fn(usize, Group<D>, &mut Trail) -> E + Sync,
) -> Vec<E> {
    let built: Vec<(E, Trail)> = groups
        .into_par_iter()
        .enumerate()
        .map(|(id, group)| {
            let mut own = Trail::default();
            (build(id, group, &mut own), own)
        })
        .collect();
    built
        .into_iter()
        .map(|(entity, own)| {
            trail.sink.absorb(own.sink);
            trail.images.extend(own.images);
            trail.aliases.extend(own.aliases);
            entity
        })
        .collect()
}

impl Tables {
    pub(super) fn paths(&self, kind: DocKind, slug: &Slug) -> Vec<OutPath> {
        address::of_doc(&self.languages, kind, slug)
    }

    /// Makes every version of a group: resolves the body, then hands it to `make`.
    pub(super) fn versions<D: Doc, T>(
        &self,
        group: Group<D>,
        page: PageRef,
        texts: impl Fn(&Group<D>, &D) -> Vec<String>,
        make: impl FnMut(&Group<D>, &D, super::Origin, Text) -> T,
        trail: &mut Trail,
    ) -> Versions<T> {
        let Trail { sink, images, .. } = trail;
        let mut body_sink = Sink::default();
        let versions = group.versions(
            texts,
            |head, body: WrittenBody| {
                let places = body.fragments().map(str::to_owned).collect();
                let here = Here {
                    page,
                    path: &head.path,
                    file: head.file,
                    places,
                };
                let mut text = self.names.body(&here, body, images, &mut body_sink);
                if let (PageRef::Speaker(_), Some(terms)) = (page, self.terms.get(&head.lang)) {
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
