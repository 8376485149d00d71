//! An event with its statements, and the list of events.

use serde::Serialize;
use tera::{Context, Value};

use super::about::About;
use super::charts::{self, ChartView};
use super::drawings;
use super::engine::fill;
use super::figures::{self, FigureView};
use super::head;
use super::page_context::PageContext;
use super::people::{self, EventView, PersonLine, SourceView};
use super::{leaflet, matrix, phrased};
use crate::base::Lang;
use crate::model::text::plain_blocks;
use crate::site::{EventId, PageRef};

/// How many speakers are shown; the index of speakers has the rest.
const MOST: usize = 100;

#[derive(Serialize)]
struct EventFacts<'a> {
    figures: Vec<FigureView>,
    charts: Vec<ChartView>,
    drawing: Option<Value>,
    body: Value,
    source: Option<SourceView<'a>>,
}

#[derive(Serialize)]
struct Crowd<'a> {
    people: Vec<PersonLine<'a>>,
    href: Option<String>,
}

pub(super) fn view(place: &PageContext<'_>, id: EventId) -> (&'static str, Context) {
    let event = place.site().event(id);
    let version = event.texts.for_reader(place.lang());
    let text = version.text;
    let about = About {
        title: text.name.clone(),
        description: plain_blocks(&text.body.intro),
        kind: "event",
        above: Some(PageRef::Events)
            .filter(|_| place.site().has_several_events())
            .into_iter()
            .collect(),
    };
    let mut body = String::new();
    super::plain::push_body(&place.writer(), &text.body, &mut body);
    let original: Lang = event.texts.original().lang;
    let mut context = head::context_of(place, &about, &version, original, &text.origin);
    context.insert("name", &phrased::text(&text.name, version.lang));
    context.insert("event", &people::event(place, id));
    context.insert(
        "told",
        &EventFacts {
            figures: figures::views(place, &text.figures),
            charts: charts::views(place, &text.charts),
            drawing: drawings::view(place, event.drawing),
            body: Value::safe_string(&body),
            source: people::source(text.source.as_ref(), version.lang),
        },
    );
    context.insert(
        "voices",
        &Crowd {
            people: event
                .statements
                .iter()
                .take(MOST)
                .map(|id| people::stated(place, *id).without_rally())
                .collect(),
            href: (event.statements.len() > MOST).then(|| place.href(PageRef::Speakers)),
        },
    );
    context.insert("matrix", &matrix::of(place, &event.statements));
    context.insert(
        "leaflet",
        &leaflet::link(place, event.leaflet, leaflet::LONG),
    );
    ("event.html", context)
}

/// An event in the list of events.
#[derive(Serialize)]
struct EventItem<'a> {
    #[serde(flatten)]
    event: EventView<'a>,
    /// How many persons spoke there.
    people: usize,
}

/// Every event, the newest first.
pub(super) fn list(place: &PageContext<'_>) -> (&'static str, Context) {
    let site = place.site();
    // One that has no statements yet may only have been announced.
    let held = site
        .events
        .iter()
        .filter(|event| !event.statements.is_empty());
    let held = held.count();
    let text = (held > 0).then(|| fill(place.word("events_text"), &[("n", &held.to_string())]));
    let about = About {
        title: place.word("events").to_owned(),
        description: text.clone().unwrap_or_default(),
        kind: "events",
        above: Vec::new(),
    };
    let mut context = head::context(place, &about);
    context.insert("text", &text);
    let events = (0..site.events.len()).map(EventId).map(|id| EventItem {
        event: people::event(place, id),
        people: site.persons_among(site.event(id).statements.iter().copied()),
    });
    context.insert("events", &events.collect::<Vec<_>>());
    ("events.html", context)
}
