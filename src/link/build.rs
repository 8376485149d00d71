//! Documents into the site, in one pass over each kind.

use std::collections::{BTreeSet, HashMap};

use rayon::prelude::*;

use super::pair::{Doc, Group, group};
use super::resolve::{Here, Names};
use super::site::{
    Composed, Event, EventId, EventText, Leaflet, LeafletId, LeafletKind, LeafletText, Line, Page,
    PageId, PageRef, PageText, Photo, Site, Speaker, SpeakerId, SpeakerText, Text, Topic, TopicId,
    TopicText, Versions,
};
use super::terms::Terms;
use super::{address, citations, languages};
use crate::base::{ContentPath, Date, DocKind, Lang, Loc, OutPath, Slug, Spanned};
use crate::diag::{Kind, Problem, Sink};
use crate::model::text::WrittenBody;
use crate::model::{
    Docs, EventDoc, LeafletDoc, LeafletFormat, PageDoc, SpeakerDoc, StatementKind, TopicDoc, phrase,
};
use crate::source::LocalText;

/// How to link.
#[derive(Debug, Clone, Copy, Default)]
pub struct Options {
    /// Whether drafts are part of the site.
    pub drafts: bool,
}

/// What every builder looks things up in.
struct Tables {
    languages: Vec<Lang>,
    names: Names,
    terms: HashMap<Lang, Terms>,
    /// The dates of events, by id.
    dates: Vec<Option<Date>>,
    default_event: Option<EventId>,
    counts: Counts,
}

#[derive(Clone, Copy)]
struct Counts {
    composed: usize,
    speakers: usize,
}

/// What a builder leaves behind besides its result.
#[derive(Default)]
struct Trail {
    sink: Sink,
    images: BTreeSet<ContentPath>,
    aliases: Vec<(OutPath, PageRef, Loc)>,
}

/// Links all documents into a site. `images` are the pictures in the content folder.
pub fn link(mut docs: Docs, images: BTreeSet<ContentPath>, options: Options, sink: &mut Sink) -> Site {
    if !options.drafts {
        leave_out_drafts(&mut docs.speakers);
    }
    if docs.site.base_url.is_none() {
        sink.report(Problem::in_file(docs.site.file, Kind::NoBaseUrl));
    }
    let langs = docs.site.languages.clone();
    let order = |order: Option<&Spanned<i64>>| order.map_or(i64::MAX, |o| o.value);
    let mut speakers = group(docs.speakers, &langs, sink);
    speakers.sort_by_cached_key(|g| (g.docs().find_map(|d| d.order.as_ref()).map_or(i64::MAX, |o| o.value), g.slug.clone()));
    let mut topics = group(docs.topics, &langs, sink);
    topics.sort_by_cached_key(|g| (order(g.docs().find_map(|d| d.order.as_ref())), g.slug.clone()));
    let mut events = group(docs.events, &langs, sink);
    let date = |g: &Group<EventDoc>| g.docs().find_map(|d| d.date.as_ref()).map(|d| d.value);
    events.sort_by_cached_key(|g| (std::cmp::Reverse(date(g)), g.slug.clone()));
    let mut leaflets = group(docs.leaflets, &langs, sink);
    leaflets.sort_by_cached_key(|g| (order(g.docs().find_map(|d| d.order.as_ref())), g.slug.clone()));
    let mut pages = group(docs.pages, &langs, sink);
    pages.sort_by_cached_key(|g| (order(g.docs().find_map(|d| d.order.as_ref())), g.slug.clone()));

    let mut names = Names::with_images(images);
    names.learn(&speakers);
    names.learn(&topics);
    names.learn(&events);
    names.learn(&pages);
    let slugs = leaflet_slugs(&leaflets, &speakers, &topics);
    names.learn_leaflets(slugs.iter().cloned());

    let default_event = docs.site.event.as_ref().and_then(|slug| {
        names.reference(DocKind::Event, slug, docs.site.file, sink).map(EventId)
    });
    let tables = Tables {
        terms: terms(&topics, &langs, sink),
        languages: langs,
        names,
        dates: events.iter().map(date).collect(),
        default_event,
        counts: Counts { composed: leaflets.len(), speakers: speakers.len() },
    };
    let mut trail = Trail::default();
    let composed = each(leaflets, &mut trail, |id, group, trail| composed(id, group, &tables, trail));
    let speakers = each(speakers, &mut trail, |id, group, trail| speaker(id, group, &tables, trail));
    let mut topics = each(topics, &mut trail, |id, group, trail| topic(id, group, &tables, trail));
    let mut events = each(events, &mut trail, |id, group, trail| event(id, group, &tables, trail));
    let pages = each(pages, &mut trail, |id, group, trail| page(id, group, &tables, trail));

    for (topic, citations) in topics.iter_mut().zip(citations::citations(&speakers, tables.names.count(DocKind::Topic))) {
        if citations.is_empty() {
            sink.report(Problem::in_file(topic.texts.original().text.file, Kind::UncitedTopic));
        }
        topic.citations = citations;
    }
    for (at, speaker) in speakers.iter().enumerate() {
        if let Some(event) = speaker.event.and_then(|id| events.get_mut(id.0)) {
            event.speakers.push(SpeakerId(at));
        }
    }
    sink.absorb(trail.sink);
    let kinds = composed
        .into_iter()
        .map(|c| LeafletKind::Composed(Box::new(c)))
        .chain((0..speakers.len()).map(|i| LeafletKind::Speaker(SpeakerId(i))))
        .chain((0..topics.len()).map(|i| LeafletKind::Topic(TopicId(i))));
    let site = Site {
        settings: languages::settings(&docs.site, default_event),
        leaflets: slugs
            .into_iter()
            .zip(kinds)
            .map(|(slug, kind)| Leaflet { paths: tables.paths(DocKind::Leaflet, &slug), slug, kind })
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
        aliases: trail.aliases.iter().map(|(path, page, _)| (path.clone(), *page)).collect(),
        fixed: address::fixed(&tables.languages),
    };
    let aliases: Vec<_> = trail.aliases.into_iter().map(|(path, _, loc)| (path, loc)).collect();
    address::collisions(&site, &aliases, sink);
    site
}

/// A draft original takes its translations with it; a draft translation goes alone.
fn leave_out_drafts(speakers: &mut Vec<SpeakerDoc>) {
    let is_draft = |doc: &SpeakerDoc| doc.draft.as_ref().is_some_and(|d| d.value);
    let gone: BTreeSet<Slug> = speakers
        .iter()
        .filter(|doc| is_draft(doc) && doc.translation.is_none())
        .map(|doc| doc.head.slug.clone())
        .collect();
    speakers.retain(|doc| !is_draft(doc) && !gone.contains(&doc.head.slug));
}

fn leaflet_slugs(leaflets: &[Group<LeafletDoc>], speakers: &[Group<SpeakerDoc>], topics: &[Group<TopicDoc>]) -> Vec<Slug> {
    let named = |kind: DocKind, slug: &Slug| Slug::parse(kind.scheme()).map_or_else(|| slug.clone(), |p| slug.prefixed(&p));
    leaflets
        .iter()
        .map(|g| g.slug.clone())
        .chain(speakers.iter().map(|g| named(DocKind::Speaker, &g.slug)))
        .chain(topics.iter().map(|g| named(DocKind::Topic, &g.slug)))
        .collect()
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
                        let kind = Kind::TermTaken { term: term.value.clone() };
                        sink.report(Problem::at(loc, kind).also(*earlier));
                    }
                    None => {
                        first.insert(key, (TopicId(id), loc));
                        by_lang.entry(doc.head.lang).or_default().push((term.value.clone(), TopicId(id)));
                    }
                }
            }
        }
    }
    languages.iter().map(|lang| (*lang, Terms::new(by_lang.remove(lang).unwrap_or_default()))).collect()
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
    fn paths(&self, kind: DocKind, slug: &Slug) -> Vec<OutPath> {
        address::of_doc(&self.languages, kind, slug)
    }

    /// Makes every version of a group: resolves the body, then hands it to `make`.
    fn versions<D: Doc, T>(
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
                let here = Here { page, path: &head.path, file: head.file, places };
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

fn line<D: Doc>(group: &Group<D>, doc: &D, get: impl Fn(&D) -> Option<&LocalText>) -> Option<Line> {
    group.text(doc, get).map(|text| phrase(&text))
}

fn values<T: PartialEq>(a: &[Spanned<T>], b: &[Spanned<T>]) -> bool {
    a.len() == b.len() && a.iter().zip(b).all(|(a, b)| a.value == b.value)
}

fn speaker(id: usize, group: Group<SpeakerDoc>, tables: &Tables, trail: &mut Trail) -> Speaker {
    let sink = &mut trail.sink;
    let page = PageRef::Speaker(SpeakerId(id));
    let topics = group.neutral("topics", |d| d.topics.as_ref(), |a, b| values(a, b), sink);
    let topics = group.require(topics, "topics", "topics: [privacy, elderly-access]", sink);
    let topic_slugs = topics.as_ref().map(|(file, list)| (*file, list.value.as_slice()));
    let topics: Vec<TopicId> =
        tables.names.references(DocKind::Topic, topic_slugs, sink).into_iter().map(TopicId).collect();
    for section in &group.original.body.sections {
        for topic in &section.topics {
            let listed = topic_slugs.is_none_or(|(_, list)| list.iter().any(|t| t.value == topic.value));
            if !listed {
                let kind = Kind::UnlistedTopic { slug: topic.value.to_string() };
                sink.report(Problem::at(topic.span.of(group.original.head.file), kind));
            }
        }
    }
    let event = group
        .neutral("event", |d| d.event.as_ref(), PartialEq::eq, sink)
        .and_then(|(file, slug)| tables.names.reference(DocKind::Event, &slug, file, sink))
        .map(EventId)
        .or(tables.default_event);
    let own_date = group.neutral("date", |d| d.date.as_ref(), PartialEq::eq, sink).map(|(_, d)| d.value);
    group.neutral("order", |d| d.order.as_ref(), PartialEq::eq, sink);
    let reading = group.neutral("reading", |d| d.reading.as_ref(), PartialEq::eq, sink).map(|(_, r)| r.value);
    let confirmed = group.neutral("reading_confirmed", |d| d.reading_confirmed.as_ref(), PartialEq::eq, sink);
    let kind = group.neutral("kind", |d| d.kind.as_ref(), PartialEq::eq, sink);
    let photo = photo(&group, tables, trail);
    for doc in group.docs() {
        for alias in &doc.aliases {
            let loc = alias.span.of(doc.head.file);
            trail.aliases.push((alias.value.clone(), page, loc));
        }
    }
    let slug = group.slug.clone();
    let mut missing = Sink::default();
    let texts = tables.versions(
        group,
        page,
        |g, d| [g.text(d, |d| d.title.as_ref()), g.text(d, |d| d.summary.as_ref())].into_iter().flatten().collect(),
        |g, d, origin, body| SpeakerText {
            file: d.head.file,
            name: g.required_text(d, "name", "name: 山田花子", |d| d.name.as_ref(), &mut missing),
            title: phrase(&g.required_text(d, "title", "title: 保険証をなくさないで", |d| d.title.as_ref(), &mut missing)),
            affiliation: g.text(d, |d| d.affiliation.as_ref()),
            role: g.text(d, |d| d.role.as_ref()),
            summary: line(g, d, |d| d.summary.as_ref()),
            source: g.source(d, |d| d.source.as_ref()),
            origin,
            body,
        },
        trail,
    );
    trail.sink.absorb(missing);
    Speaker {
        paths: tables.paths(DocKind::Speaker, &slug),
        slug,
        topics,
        reading,
        reading_confirmed: confirmed.is_none_or(|(_, c)| c.value),
        date: own_date.or_else(|| tables.dates.get(event?.0).copied().flatten()),
        event,
        kind: kind.map_or(StatementKind::Summary, |(_, k)| k.value),
        photo,
        leaflet: LeafletId(tables.counts.composed + id),
        texts,
    }
}

fn photo(group: &Group<SpeakerDoc>, tables: &Tables, trail: &mut Trail) -> Option<Photo> {
    let same = |a: &crate::model::Photo, b: &crate::model::Photo| a.file.value == b.file.value;
    let (file, photo) = group.neutral("photo", |d| d.photo.as_ref(), same, &mut trail.sink)?;
    let photo = photo.value;
    let name = photo.file.value.trim_start_matches("images/");
    let path = ContentPath::parse(&format!("images/{name}"));
    match tables.names.picture(path.clone(), &photo.file.value) {
        Ok(out) if photo.web => {
            trail.images.extend(path);
            Some(Photo {
                path: out,
                alt: languages::alternative(photo.alt.as_ref(), &tables.languages),
                credit: photo.credit,
                print: photo.print,
            })
        }
        Ok(_) => None,
        Err(kind) => {
            trail.sink.report(Problem::at(photo.file.span.of(file), kind));
            None
        }
    }
}

fn topic(id: usize, group: Group<TopicDoc>, tables: &Tables, trail: &mut Trail) -> Topic {
    let sink = &mut trail.sink;
    let related = group.neutral("related", |d| d.related.as_ref(), |a, b| values(a, b), sink);
    let related = related.as_ref().map(|(file, list)| (*file, list.value.as_slice()));
    let related = tables.names.references(DocKind::Topic, related, sink).into_iter().map(TopicId);
    let related = related.filter(|other| other.0 != id).collect();
    group.neutral("order", |d| d.order.as_ref(), PartialEq::eq, sink);
    let color = group.neutral("color", |d| d.color.as_ref(), PartialEq::eq, sink).map(|(_, c)| c.value);
    let slug = group.slug.clone();
    let mut missing = Sink::default();
    let texts = tables.versions(
        group,
        PageRef::Topic(TopicId(id)),
        |g, d| [g.text(d, |d| d.name.as_ref()), g.text(d, |d| d.summary.as_ref())].into_iter().flatten().collect(),
        |g, d, origin, body| TopicText {
            file: d.head.file,
            name: g.required_text(d, "name", "name: 監視社会", |d| d.name.as_ref(), &mut missing),
            summary: phrase(&g.required_text(d, "summary", "summary: 番号で個人の情報が結び付けられることへの心配です。", |d| d.summary.as_ref(), &mut missing)),
            terms: d.terms.iter().map(|t| t.value.clone()).collect(),
            origin,
            body,
        },
        trail,
    );
    trail.sink.absorb(missing);
    Topic {
        paths: tables.paths(DocKind::Topic, &slug),
        slug,
        color,
        related,
        citations: Vec::new(),
        leaflet: LeafletId(tables.counts.composed + tables.counts.speakers + id),
        texts,
    }
}

fn event(id: usize, group: Group<EventDoc>, tables: &Tables, trail: &mut Trail) -> Event {
    let date = group.neutral("date", |d| d.date.as_ref(), PartialEq::eq, &mut trail.sink);
    let date = group.require(date, "date", "date: 2022-11-17", &mut trail.sink).map(|(_, d)| d.value);
    let slug = group.slug.clone();
    let list = |list: &[Spanned<String>]| list.iter().map(|item| item.value.clone()).collect();
    let mut missing = Sink::default();
    let texts = tables.versions(
        group,
        PageRef::Event(EventId(id)),
        |g, d| g.text(d, |d| d.name.as_ref()).into_iter().collect(),
        |g, d, origin, body| EventText {
            file: d.head.file,
            name: g.required_text(d, "name", "name: 緊急集会", |d| d.name.as_ref(), &mut missing),
            venue: g.text(d, |d| d.venue.as_ref()),
            organisers: list(&d.organisers),
            supporters: list(&d.supporters),
            attendance: g.text(d, |d| d.attendance.as_ref()),
            source: g.source(d, |d| d.source.as_ref()),
            origin,
            body,
        },
        trail,
    );
    trail.sink.absorb(missing);
    Event { paths: tables.paths(DocKind::Event, &slug), slug, date, speakers: Vec::new(), texts }
}

fn composed(id: usize, group: Group<LeafletDoc>, tables: &Tables, trail: &mut Trail) -> Composed {
    let sink = &mut trail.sink;
    let format = group.neutral("format", |d| d.format.as_ref(), PartialEq::eq, sink);
    let format = group.require(format, "format", "format: a4-duplex", sink).map(|(_, f)| f.value);
    group.neutral("order", |d| d.order.as_ref(), PartialEq::eq, sink);
    let speakers = group.neutral("speakers", |d| d.speakers.as_ref(), |a, b| values(a, b), sink);
    let speakers = speakers.as_ref().map(|(file, list)| (*file, list.value.as_slice()));
    let speakers = tables.names.references(DocKind::Speaker, speakers, sink).into_iter().map(SpeakerId).collect();
    let topics = group.neutral("topics", |d| d.topics.as_ref(), |a, b| values(a, b), sink);
    let topics = topics.as_ref().map(|(file, list)| (*file, list.value.as_slice()));
    let topics = tables.names.references(DocKind::Topic, topics, sink).into_iter().map(TopicId).collect();
    let mut missing = Sink::default();
    let texts = tables.versions(
        group,
        PageRef::Leaflet(LeafletId(id)),
        |g, d| [g.text(d, |d| d.title.as_ref()), g.text(d, |d| d.hook.as_ref())].into_iter().flatten().collect(),
        |g, d, origin, body| LeafletText {
            file: d.head.file,
            title: phrase(&g.required_text(d, "title", "title: 7人の声", |d| d.title.as_ref(), &mut missing)),
            hook: line(g, d, |d| d.hook.as_ref()),
            call_to_action: g.text(d, |d| d.call_to_action.as_ref()),
            origin,
            body,
        },
        trail,
    );
    trail.sink.absorb(missing);
    Composed { format: format.unwrap_or(LeafletFormat::A4), speakers, topics, texts }
}

fn page(id: usize, group: Group<PageDoc>, tables: &Tables, trail: &mut Trail) -> Page {
    let nav = group.neutral("nav", |d| d.nav.as_ref(), PartialEq::eq, &mut trail.sink);
    let nav = nav.is_none_or(|(_, n)| n.value);
    group.neutral("order", |d| d.order.as_ref(), PartialEq::eq, &mut trail.sink);
    let slug = group.slug.clone();
    let mut missing = Sink::default();
    let texts = tables.versions(
        group,
        PageRef::Page(PageId(id)),
        |g, d| g.text(d, |d| d.title.as_ref()).into_iter().collect(),
        |g, d, origin, body| PageText {
            file: d.head.file,
            title: phrase(&g.required_text(d, "title", "title: このサイトについて", |d| d.title.as_ref(), &mut missing)),
            origin,
            body,
        },
        trail,
    );
    trail.sink.absorb(missing);
    Page { paths: tables.paths(DocKind::Page, &slug), slug, nav, texts }
}
