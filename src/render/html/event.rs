//! The rally itself.

use serde::Serialize;
use tera::{Context, Value};

use super::head::{self, About};
use super::people::{self, Person, SourceView};
use super::phrased;
use super::place::Place;
use crate::base::Lang;
use crate::link::EventId;
use crate::model::text::plain_blocks;

/// How many speakers are shown; the index of speakers has the rest.
const MOST: usize = 100;

#[derive(Serialize)]
struct Told<'a> {
    body: Value,
    source: Option<SourceView<'a>>,
}

#[derive(Serialize)]
struct Crowd<'a> {
    people: Vec<Person<'a>>,
    href: Option<String>,
}

pub(super) fn view(place: &Place<'_>, id: EventId) -> (&'static str, Context) {
    let event = place.site().event(id);
    let version = event.texts.for_reader(place.lang());
    let text = version.text;
    let about = About {
        title: text.name.clone(),
        description: plain_blocks(&text.body.intro),
        kind: "event",
        above: Vec::new(),
    };
    let mut body = String::new();
    super::plain::push_body(&place.writer(), &text.body, &mut body);
    let original: Lang = event.texts.original().lang;
    let mut context = head::context_of(place, &about, &version, original, &text.origin);
    context.insert("name", &phrased::text(&text.name, version.lang));
    context.insert("event", &people::event(place, id));
    context.insert(
        "told",
        &Told {
            body: Value::safe_string(&body),
            source: people::source(text.source.as_ref(), version.lang),
        },
    );
    context.insert(
        "voices",
        &Crowd {
            people: event
                .speakers
                .iter()
                .take(MOST)
                .map(|id| people::person(place, *id))
                .collect(),
            href: (event.speakers.len() > MOST).then(|| place.href(crate::link::PageRef::Speakers)),
        },
    );
    ("event.html", context)
}
