//! The first page: what was said, by whom, where and when, and the ways onward.

use std::borrow::Cow;

use serde::Serialize;
use tera::{Context, Value};

use super::head::{self, About};
use super::leaflet;
use super::people::{self, LeafletLink, Named, Person};
use super::phrased;
use super::place::Place;
use crate::link::{Citation, LeafletId, PageRef, SpeakerId, TopicId};
use crate::model::text::plain;

/// How many voices, and how many leaflets, the page shows.
const VOICES: usize = 12;
const LEAFLETS: usize = 4;
/// The largest overview that is a picture; with more speakers it becomes a list.
const COLUMNS: usize = 9;
const ROWS: usize = 40;

#[derive(Serialize)]
struct Voices<'a> {
    total: usize,
    people: Vec<Person<'a>>,
    more: bool,
    href: String,
}

/// Who spoke about what.
#[derive(Serialize)]
struct Matrix<'a> {
    many: bool,
    speakers: Vec<Named<'a>>,
    rows: Vec<Row<'a>>,
}

#[derive(Serialize)]
struct Row<'a> {
    topic: Named<'a>,
    cells: Vec<Option<Cell<'a>>>,
}

#[derive(Serialize)]
struct Cell<'a> {
    href: String,
    monogram: Cow<'a, str>,
    name: &'a str,
    heading: String,
    lang_attr: Value,
}

#[derive(Serialize)]
struct Leaflets<'a> {
    href: String,
    some: Vec<LeafletLink<'a>>,
}

pub(super) fn view(place: &Place<'_>) -> (&'static str, Context) {
    let site = place.site();
    let settings = &site.settings;
    let text = |by: &crate::base::ByLang<String>| by.get(place.lang()).cloned().unwrap_or_default();
    let about = About {
        title: text(&settings.title),
        description: text(&settings.description),
        kind: "home",
        above: Vec::new(),
    };
    let all = site.speakers.len();
    let mut context = head::context(place, &about);
    context.insert("title", &phrased::text(&about.title, place.lang()));
    context.insert(
        "event",
        &settings.event.map(|event| people::event(place, event)),
    );
    context.insert(
        "voices",
        &Voices {
            total: all,
            people: (0..all.min(VOICES))
                .map(|i| people::person(place, SpeakerId(i)))
                .collect(),
            more: all > VOICES,
            href: place.href(PageRef::Speakers),
        },
    );
    let fits = (1..=VOICES).contains(&all) && (1..=ROWS).contains(&site.topics.len());
    context.insert("matrix", &fits.then(|| matrix(place)));
    let topics = (0..site.topics.len().min(ROWS)).map(|i| people::topic(place, TopicId(i)));
    context.insert("topics", &topics.collect::<Vec<_>>());
    context.insert("topics_href", &place.href(PageRef::Topics));
    let some = (0..site.leaflets.len().min(LEAFLETS)).map(|i| LeafletLink {
        pdfs: Vec::new(),
        ..leaflet::link(place, LeafletId(i), leaflet::SHORT)
    });
    context.insert(
        "leaflets",
        &Leaflets {
            href: place.href(PageRef::Leaflets),
            some: some.collect(),
        },
    );
    ("home.html", context)
}

fn matrix<'a>(place: &Place<'a>) -> Matrix<'a> {
    let site = place.site();
    let speakers = || (0..site.speakers.len()).map(SpeakerId);
    let rows = (0..site.topics.len()).map(TopicId).map(|id| {
        let citations = &site.topic(id).citations;
        Row {
            topic: people::topic(place, id),
            cells: speakers()
                .map(|speaker| cell(place, citations, speaker))
                .collect(),
        }
    });
    Matrix {
        many: site.speakers.len() > COLUMNS,
        rows: rows.collect(),
        speakers: speakers().map(|id| people::speaker(place, id)).collect(),
    }
}

/// The strongest passage of a speaker on a topic.
fn cell<'a>(place: &Place<'a>, citations: &[Citation], id: SpeakerId) -> Option<Cell<'a>> {
    let version = people::statement(place, id);
    let strong = |c: &&Citation| {
        c.section
            .as_deref()
            .and_then(|s| version.text.section(s))
            .is_some_and(|s| s.strong)
    };
    let mut own = citations.iter().filter(|c| c.speaker == id);
    let first = own.clone().next()?;
    let citation = own.find(strong).unwrap_or(first);
    let heading = people::cited(place, citation).heading;
    Some(Cell {
        href: place.href_at(PageRef::Speaker(id), citation.section.as_deref()),
        monogram: people::monogram(&version.text.name),
        name: &version.text.name,
        heading: plain(heading),
        lang_attr: place.lang_attr(version.lang),
    })
}
