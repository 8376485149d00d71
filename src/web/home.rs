//! The first page: what was said, by whom, where and when, and the ways onward.

use serde::Serialize;
use tera::Context;

use super::about::About;
use super::head;
use super::leaflet;
use super::page_context::PageContext;
use super::people::{self, LeafletLink, PersonLine};
use super::{matrix, phrased};
use crate::site::{EventId, LeafletId, PageRef, StatementId, TopicId};

/// How many voices, and how many leaflets, the page shows.
const VOICES: usize = 12;
const LEAFLETS: usize = 4;
/// How many topics it lists, and how many other events.
const TOPICS: usize = 40;
const EVENTS: usize = 6;

#[derive(Serialize)]
struct Voices<'a> {
    total: usize,
    people: Vec<PersonLine<'a>>,
    more: bool,
    href: String,
}

#[derive(Serialize)]
struct LeafletsView<'a> {
    href: String,
    some: Vec<LeafletLink<'a>>,
}

pub(super) fn view(place: &PageContext<'_>) -> (&'static str, Context) {
    let site = place.site();
    let settings = &site.settings;
    let text = |by: &crate::base::ByLang<String>| by.get(place.lang()).cloned().unwrap_or_default();
    let about = About {
        title: text(&settings.title),
        description: text(&settings.description),
        kind: "home",
        above: Vec::new(),
    };
    // With several events the page leads with one of them, and on to the others.
    let leading = settings
        .event
        .or_else(|| (!site.events.is_empty()).then_some(EventId(0)));
    let leading = leading.filter(|_| site.has_several_events());
    let statements: Vec<StatementId> = match leading {
        Some(id) => site.event(id).statements.clone(),
        None => (0..site.statements.len()).map(StatementId).collect(),
    };
    let all = site.persons_among(statements.iter().copied());
    let mut context = head::context(place, &about);
    context.insert("title", &phrased::text(&about.title, place.lang()));
    context.insert(
        "event",
        &leading
            .or(settings.event)
            .map(|event| people::event(place, event)),
    );
    let others = (0..site.events.len()).map(EventId);
    let others = others.filter(|id| leading.is_some_and(|leading| leading != *id));
    context.insert(
        "other_events",
        &others
            .take(EVENTS)
            .map(|id| people::event(place, id))
            .collect::<Vec<_>>(),
    );
    let events = site.has_several_events();
    context.insert("events_href", &events.then(|| place.href(PageRef::Events)));
    context.insert(
        "voices",
        &Voices {
            total: all,
            people: statements
                .iter()
                .take(VOICES)
                // The page says above which event it is.
                .map(|id| people::stated(place, *id).without_rally())
                .collect(),
            // An event that is still to come has none, while others may have.
            more: statements.len() > VOICES || leading.is_some() && !site.statements.is_empty(),
            href: place.href(PageRef::Speakers),
        },
    );
    context.insert("matrix", &matrix::of(place, &statements));
    let topics = (0..site.topics.len().min(TOPICS)).map(|i| people::topic(place, TopicId(i)));
    context.insert("topics", &topics.collect::<Vec<_>>());
    context.insert("topics_href", &place.href(PageRef::Topics));
    let some = (0..site.leaflets.len().min(LEAFLETS)).map(|i| LeafletLink {
        pdfs: Vec::new(),
        ..leaflet::link(place, LeafletId(i), leaflet::SHORT)
    });
    context.insert(
        "leaflets",
        &LeafletsView {
            href: place.href(PageRef::Leaflets),
            some: some.collect(),
        },
    );
    ("home.html", context)
}
