//! The indexes of speakers, topics and leaflets.

use std::borrow::Cow;

use serde::Serialize;
use tera::{Context, Value};

use super::about::About;
use super::head;
use super::leaflet;
use super::page_context::PageContext;
use super::people::{self, LeafletLink, LinkView, PersonLine};
use super::rows::{self, RegisterRow};
use crate::site::{Citation, Leaflet, LeafletId, LeafletKind, PageRef, PersonId, TopicId, Version};

/// How many seals stand under a topic.
const SEALS: usize = 12;
/// With more speakers than this their index is a register; with fewer it keeps their order and
/// has a register below.
const IN_ORDER: usize = 24;

#[derive(Serialize)]
struct TopicItem<'a> {
    href: String,
    name: &'a str,
    summary: Value,
    speakers: Vec<Seal<'a>>,
    more: usize,
    /// How many people spoke about it, in how many passages.
    people: usize,
    passages: usize,
    lang_attr: Value,
}

/// Someone who spoke about a topic.
#[derive(Serialize)]
struct Seal<'a> {
    href: String,
    monogram: Cow<'a, str>,
    name: &'a str,
    lang_attr: Value,
}

/// A row of the register of speakers.
#[derive(Serialize)]
struct RegisterRowView<'a> {
    title: String,
    people: Vec<PersonLine<'a>>,
    names: Vec<RegisterEntry<'a>>,
}

#[derive(Serialize)]
struct RegisterEntry<'a> {
    #[serde(flatten)]
    name: LinkView<'a>,
    reading: Option<&'a str>,
}

#[derive(Serialize)]
struct RegisterGroup<'a> {
    title: &'a str,
    leaflets: Vec<LeafletLink<'a>>,
}

fn about(
    place: &PageContext<'_>,
    title: &'static str,
    text: &'static str,
    kind: &'static str,
) -> About {
    About {
        title: place.word(title).to_owned(),
        description: place.word(text).to_owned(),
        kind,
        above: Vec::new(),
    }
}

/// Every speaker.
pub(super) fn speakers(place: &PageContext<'_>) -> (&'static str, Context) {
    let several = place.site().has_several_events();
    let text = if several {
        "speakers_text_several"
    } else {
        "speakers_text"
    };
    let mut about = about(place, "speakers", text, "speakers");
    let speakers: Vec<PersonId> = place.site().speakers().collect();
    let all = speakers.len();
    about.description = super::engine::fill(&about.description, &[("n", &all.to_string())]);
    let mut context = head::context(place, &about);
    let many = all > IN_ORDER;
    let people: Vec<PersonLine<'_>> = speakers
        .into_iter()
        .filter(|_| !many)
        .map(|id| people::person(place, id))
        .collect();
    let rows: Vec<RegisterRowView<'_>> = rows::of(place)
        .iter()
        .map(|row| row_view(place, row, many))
        .collect();
    context.insert("text", &about.description);
    context.insert("people", &people);
    context.insert("rows", &rows);
    ("speakers.html", context)
}

/// A row with its people in full, or by their names only.
fn row_view<'a>(place: &PageContext<'a>, row: &RegisterRow, in_full: bool) -> RegisterRowView<'a> {
    let speakers = row.speakers.iter();
    let person = |id: &PersonId| people::person(place, *id);
    let name = |id: &PersonId| {
        let reading = place.site().person(*id).reading.as_deref();
        RegisterEntry {
            name: people::person_link(place, *id),
            reading: reading.filter(|_| place.lang().locale().has_readings),
        }
    };
    RegisterRowView {
        title: rows::title(place, row),
        people: speakers.clone().filter(|_| in_full).map(person).collect(),
        names: speakers.filter(|_| !in_full).map(name).collect(),
    }
}

/// Every topic, with those who spoke about it.
pub(super) fn topics(place: &PageContext<'_>) -> (&'static str, Context) {
    let several = place.site().has_several_events();
    let text = if several {
        "topics_text_several"
    } else {
        "topics_text"
    };
    let mut about = about(place, "topics", text, "topics");
    let all = place.site().topics.len();
    about.description = super::engine::fill(&about.description, &[("n", &all.to_string())]);
    let mut context = head::context(place, &about);
    let topics: Vec<TopicItem<'_>> = (0..all).map(|i| topic(place, TopicId(i))).collect();
    context.insert("text", &about.description);
    context.insert("topics", &topics);
    ("topics.html", context)
}

fn topic<'a>(place: &PageContext<'a>, id: TopicId) -> TopicItem<'a> {
    let topic = place.site().topic(id);
    let Version { lang, text } = topic.texts.for_reader(place.lang());
    // A person who spoke at several events is one.
    let mut persons: Vec<&Citation> = Vec::new();
    let site = place.site();
    let person = |citation: &Citation| site.statement(citation.statement).person;
    for citation in &topic.citations {
        if !persons
            .iter()
            .any(|known| person(known) == person(citation))
        {
            persons.push(citation);
        }
    }
    let seals = persons.iter().take(SEALS).map(|citation| {
        let Version { lang, text: name } = site.speaker_of(citation.statement, place.lang());
        let page = place.site().page_of(citation.statement);
        Seal {
            href: place.href_at(page, citation.section.as_deref()),
            monogram: people::monogram(name),
            name,
            lang_attr: place.lang_attr(lang),
        }
    });
    TopicItem {
        href: place.href(PageRef::Topic(id)),
        name: &text.name,
        summary: place.writer().unlinked().line(&text.summary),
        speakers: seals.collect(),
        more: persons.len().saturating_sub(SEALS),
        people: persons.len(),
        passages: topic.citations.len(),
        lang_attr: place.lang_attr(lang),
    }
}

/// Every leaflet, by what it is made from.
pub(super) fn leaflets(place: &PageContext<'_>) -> (&'static str, Context) {
    let about = about(place, "leaflets", "leaflets_index_text", "leaflets");
    let mut context = head::context(place, &about);
    let group = |title: &'static str, belongs: fn(&Leaflet) -> bool| RegisterGroup {
        title: place.word(title),
        leaflets: (0..)
            .zip(&place.site().leaflets)
            .filter(|(_, leaflet)| belongs(leaflet))
            .map(|(i, _)| leaflet::link(place, LeafletId(i), leaflet::SHORT))
            .collect(),
    };
    let mut groups = vec![
        group("leaflets_composed", |l| {
            matches!(l.kind, LeafletKind::Composed(_))
        }),
        group("leaflets_events", |l| {
            matches!(l.kind, LeafletKind::Event(_))
        }),
        group("leaflets_speakers", |l| {
            matches!(l.kind, LeafletKind::Statement(_))
        }),
        group("leaflets_topics", |l| {
            matches!(l.kind, LeafletKind::Topic(_))
        }),
    ];
    groups.retain(|group| !group.leaflets.is_empty());
    context.insert("groups", &groups);
    context.insert("files", &place.site_context.options.leaflets);
    ("leaflets.html", context)
}
