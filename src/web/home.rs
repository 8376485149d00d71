//! The first page: what was said, by whom, where and when, and the ways onward.

use serde::Serialize;
use tera::Context;

use super::about::About;
use super::head;
use super::leaflet;
use super::page_context::PageContext;
use super::people::{self, LeafletLink, PersonLine};
use super::{matrix, phrased};
use crate::base::Format;
use crate::site::{EventId, LeafletId, Line, PageRef, StatementId, TopicId, Version};

/// How many voices lead, how many stand in all, and how many leaflets, the page shows.
const LEADING: usize = 3;
const VOICES: usize = 12;
const LEAFLETS: usize = 4;
/// How many topics it lists, and how many other events.
const TOPICS: usize = 40;
const EVENTS: usize = 6;

#[derive(Serialize)]
struct Voices<'a> {
    total: usize,
    /// The first, in large type.
    leading: Vec<PersonLine<'a>>,
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
    let hook = hook(place, leading).map(|hook| phrased::line(place, hook, place.lang()));
    let title = hook.unwrap_or_else(|| phrased::text(&about.title, place.lang()));
    context.insert("title", &title);
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
    let (first, others) = in_order_of_telling(place, &statements);
    context.insert(
        "voices",
        &Voices {
            total: all,
            // The page says above which event it is.
            leading: (first.iter())
                .map(|id| people::voice(place, *id).without_rally())
                .collect(),
            people: (others.iter())
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

/// What the page begins with, before all else: the hook of the first leaflet that staff made of what was
/// said at its event. Without one in the reader's language, the site's title has to do.
fn hook<'a>(place: &PageContext<'a>, leading: Option<EventId>) -> Option<&'a Line> {
    let site = place.site();
    let said_there =
        |id: &StatementId| leading.is_none_or(|own| site.statement(*id).event == Some(own));
    let composed = site
        .leaflets
        .iter()
        .filter_map(|leaflet| leaflet.composed());
    let mut composed = composed.filter(|own| {
        own.format != Format::SignatureSheet
            && !own.statements.is_empty()
            && own.statements.iter().all(said_there)
    });
    composed.find_map(|own| {
        let Version { lang, text } = own.texts.for_reader(place.lang());
        text.hook.as_ref().filter(|_| lang == place.lang())
    })
}

/// The statements that lead, one for each person, those first whose speaker says it in a few words; and
/// those after them in their order.
fn in_order_of_telling(
    place: &PageContext<'_>,
    statements: &[StatementId],
) -> (Vec<StatementId>, Vec<StatementId>) {
    let site = place.site();
    let has_pull = |id: &StatementId| people::statement(place, *id).text.pull.is_some();
    let (short, long): (Vec<StatementId>, Vec<_>) = statements.iter().copied().partition(has_pull);
    let mut leading: Vec<StatementId> = Vec::new();
    for id in short.into_iter().chain(long) {
        if leading.len() == LEADING {
            break;
        }
        let person = site.statement(id).person;
        let known = leading
            .iter()
            .any(|own| site.statement(*own).person == person);
        if !known {
            leading.push(id);
        }
    }
    let rest = statements
        .iter()
        .copied()
        .filter(|id| !leading.contains(id));
    let rest = rest.take(VOICES - leading.len()).collect();
    (leading, rest)
}
