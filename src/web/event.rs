//! The rally itself.

use serde::Serialize;
use tera::{Context, Value};

use super::head::{self, About};
use super::page_context::PageContext;
use super::people::{self, PersonLine, SourceView};
use super::phrased;
use crate::base::Lang;
use crate::model::text::plain_blocks;
use crate::site::EventId;

/// How many speakers are shown; the index of speakers has the rest.
const MOST: usize = 100;

#[derive(Serialize)]
struct EventFacts<'a> {
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
        &EventFacts {
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
                .map(|id| people::person(place, *id))
                .collect(),
            href: (event.statements.len() > MOST)
                .then(|| place.href(crate::site::PageRef::Speakers)),
        },
    );
    ("event.html", context)
}
