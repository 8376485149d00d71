//! The first page: what was said, by whom, where and when, and the ways onward.

use std::borrow::Cow;

use serde::Serialize;
use tera::{Context, Value};

use super::head::{self, About};
use super::leaflet;
use super::page_context::PageContext;
use super::people::{self, LeafletLink, LinkView, PersonLine};
use super::phrased;
use crate::model::text::plain;
use crate::site::{Citation, LeafletId, PageRef, StatementId, TopicId};

/// How many voices, and how many leaflets, the page shows.
const VOICES: usize = 12;
const LEAFLETS: usize = 4;
/// The largest overview that is a picture; with more speakers it becomes a list.
const COLUMNS: usize = 9;
const ROWS: usize = 40;

#[derive(Serialize)]
struct Voices<'a> {
    total: usize,
    people: Vec<PersonLine<'a>>,
    more: bool,
    href: String,
}

/// Who spoke about what.
#[derive(Serialize)]
struct MatrixView<'a> {
    many: bool,
    speakers: Vec<LinkView<'a>>,
    rows: Vec<MatrixRow<'a>>,
}

#[derive(Serialize)]
struct MatrixRow<'a> {
    topic: LinkView<'a>,
    cells: Vec<Option<MatrixCell<'a>>>,
}

#[derive(Serialize)]
struct MatrixCell<'a> {
    href: String,
    monogram: Cow<'a, str>,
    name: &'a str,
    heading: String,
    lang_attr: Value,
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
    let all = site.statements.len();
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
                .map(|i| people::person(place, StatementId(i)))
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
        &LeafletsView {
            href: place.href(PageRef::Leaflets),
            some: some.collect(),
        },
    );
    ("home.html", context)
}

fn matrix<'a>(place: &PageContext<'a>) -> MatrixView<'a> {
    let site = place.site();
    let speakers = || (0..site.statements.len()).map(StatementId);
    let rows = (0..site.topics.len()).map(TopicId).map(|id| {
        let citations = &site.topic(id).citations;
        MatrixRow {
            topic: people::topic(place, id),
            cells: speakers()
                .map(|speaker| cell(place, citations, speaker))
                .collect(),
        }
    });
    MatrixView {
        many: site.statements.len() > COLUMNS,
        rows: rows.collect(),
        speakers: speakers().map(|id| people::speaker(place, id)).collect(),
    }
}

/// The strongest passage of a speaker on a topic.
fn cell<'a>(
    place: &PageContext<'a>,
    citations: &[Citation],
    id: StatementId,
) -> Option<MatrixCell<'a>> {
    let version = people::statement(place, id);
    let strong = |c: &&Citation| {
        c.section
            .as_deref()
            .and_then(|s| version.text.section(s))
            .is_some_and(|s| s.strong)
    };
    let mut own = citations.iter().filter(|c| c.statement == id);
    let first = own.clone().next()?;
    let citation = own.find(strong).unwrap_or(first);
    let heading = people::cited(place, citation).heading;
    Some(MatrixCell {
        href: place.href_at(PageRef::Statement(id), citation.section.as_deref()),
        monogram: people::monogram(&version.text.name),
        name: &version.text.name,
        heading: plain(heading),
        lang_attr: place.lang_attr(version.lang),
    })
}
