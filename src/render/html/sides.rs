//! How a statement, a topic and a composed leaflet fill their sides.

use tera::Value;

use super::people::{self, Cited, CitedBody};
use super::place::Place;
use super::qr;
use super::sheet::{Call, Contact, Point, Quote, Sheet, Who};
use super::text::push_text;
use crate::base::{ByLang, Format};
use crate::link::{
    Citation, Composed, EventId, LeafletText, Line, PageRef, SpeakerId, TopicId, Version,
};
use crate::model::text::plain;

/// How many people a topic's leaflet names.
const MOST: usize = 7;

/// The side made from a statement.
pub(super) fn of_speaker<'a>(place: &Place<'a>, id: SpeakerId) -> Sheet<'a> {
    let Version { lang, text } = people::statement(place, id);
    let speaker = place.site().speaker(id);
    let writer = place.writer().printed();
    let strongest = text.strongest();
    let settings = &place.site().settings;
    let points = text
        .body
        .sections
        .iter()
        .filter(|s| strongest.is_none_or(|q| q.id != s.id));
    Sheet {
        kicker: settings.title.get(lang).map(String::as_str),
        hook: Some(writer.label(&text.title)),
        lead: text.summary.as_ref().map(|summary| writer.label(summary)),
        person: Some(Who {
            monogram: people::monogram(&text.name),
            name: &text.name,
            affiliation: people::affiliation(text, lang),
        }),
        points: points
            .map(|s| Point {
                monogram: None,
                heading: writer.label(&s.heading),
                text: None,
            })
            .collect(),
        quote: strongest.map(|section| Quote {
            heading: writer.label(&section.heading),
            body: writer.blocks(&section.blocks),
            by: None,
        }),
        source: text.source.as_ref().map(|source| {
            [&source.title, &source.note]
                .into_iter()
                .flatten()
                .cloned()
                .collect::<Vec<_>>()
                .join(" ")
        }),
        event: speaker.event.map(|event| event_line(place, event, false)),
        ..foot(place, PageRef::Speaker(id), None)
    }
}

/// The side made from a topic.
pub(super) fn of_topic<'a>(place: &Place<'a>, id: TopicId) -> Sheet<'a> {
    let topic = place.site().topic(id);
    let text = topic.texts.for_reader(place.lang()).text;
    let writer = place.writer().printed();
    let firsts = topic
        .citations
        .chunk_by(|a, b| a.speaker == b.speaker)
        .filter_map(|c| c.first());
    let strongest = topic
        .citations
        .iter()
        .find(|c| is_strong(place, c))
        .or_else(|| topic.citations.iter().find(|c| c.section.is_some()));
    let settings = &place.site().settings;
    Sheet {
        kicker: settings.title.get(place.lang()).map(String::as_str),
        hook: Some(Value::normal_string(&text.name)),
        lead: Some(writer.label(&text.summary)),
        points: firsts
            .take(MOST)
            .map(|citation| voice_on(place, citation))
            .collect(),
        quote: strongest.map(|citation| quote(place, citation)),
        event: settings.event.map(|event| event_line(place, event, false)),
        source: settings.copyright.get(place.lang()).cloned(),
        ..foot(place, PageRef::Topic(id), None)
    }
}

/// The sides of a composed leaflet.
pub(super) fn of_composed<'a>(place: &Place<'a>, composed: &'a Composed) -> Vec<Sheet<'a>> {
    let text = composed.texts.for_reader(place.lang()).text;
    let settings = &place.site().settings;
    let voices: Vec<Point<'a>> = composed
        .speakers
        .iter()
        .map(|id| voice(place, *id))
        .collect();
    let event = settings.event.map(|event| event_line(place, event, true));
    let mut front = Sheet {
        event,
        ..face(place, text)
    };
    let back = Sheet {
        source: settings.copyright.get(place.lang()).cloned(),
        ..foot(place, PageRef::Home, text.call_to_action.as_deref())
    };
    match composed.format {
        Format::A4Duplex => {
            front.qr = qr::code(place, PageRef::Home);
            vec![
                front,
                Sheet {
                    kicker: settings.title.get(place.lang()).map(String::as_str),
                    points: voices,
                    ..back
                },
            ]
        }
        _ => {
            front.points.extend(voices);
            vec![Sheet {
                kicker: front.kicker,
                hook: front.hook,
                lead: front.lead,
                points: front.points,
                event: front.event,
                ..back
            }]
        }
    }
}

/// Hook, opening words and points of a composed leaflet.
fn face<'a>(place: &Place<'a>, text: &'a LeafletText) -> Sheet<'a> {
    let writer = place.writer().printed();
    Sheet {
        kicker: place
            .site()
            .settings
            .event
            .map(|event| event_name(place, event)),
        hook: Some(writer.label(text.hook.as_ref().unwrap_or(&text.title))),
        lead: Some({
            let mut out = String::new();
            if text.hook.is_some() {
                out.push_str("<p><b>");
                push_text(&plain(&text.title), &mut out);
                out.push_str("</b></p>");
            }
            writer.push_blocks(&text.body.intro, &mut out);
            Value::safe_string(&out)
        }),
        points: text
            .body
            .sections
            .iter()
            .map(|section| Point {
                monogram: None,
                heading: writer.label(&section.heading),
                text: Some(writer.blocks(&section.blocks)),
            })
            .collect(),
        ..Sheet::default()
    }
}

/// Call to action, QR code and contact: the same on every leaflet.
fn foot<'a>(place: &Place<'a>, page: PageRef, call: Option<&'a str>) -> Sheet<'a> {
    let (settings, lang) = (&place.site().settings, place.lang());
    let general = settings.call_to_action.as_ref();
    let text = |by: &'a ByLang<String>| by.get(lang).map(String::as_str);
    let words = call.or_else(|| general.and_then(|call| text(&call.text)));
    let publisher = &settings.publisher;
    Sheet {
        call: words.map(|text| Call {
            text,
            url: general.and_then(|call| call.url.as_deref()),
            deadline: general
                .and_then(|call| call.deadline)
                .map(|date| date.long(lang)),
        }),
        qr: qr::code(place, page),
        contact: Some(Contact {
            name: text(&publisher.name),
            address: text(&publisher.address),
            phone: text(&publisher.phone),
        }),
        ..Sheet::default()
    }
}

fn event_name<'a>(place: &Place<'a>, id: EventId) -> &'a str {
    &place
        .site()
        .event(id)
        .texts
        .for_reader(place.lang())
        .text
        .name
}

/// Name and day of an event, with the attendance where there is room.
fn event_line(place: &Place<'_>, id: EventId, attendance: bool) -> String {
    let event = place.site().event(id);
    let text = event.texts.for_reader(place.lang()).text;
    let date = event.date.map(|date| date.long(place.lang()));
    let attended = text.attendance.as_ref().filter(|_| attendance);
    let attended = attended.map(|number| format!("{} {number}", place.word("attendance")));
    [Some(text.name.clone()), date, text.venue.clone(), attended]
        .into_iter()
        .flatten()
        .collect::<Vec<_>>()
        .join(between(place))
}

/// What stands between facts on one line.
fn between(place: &Place<'_>) -> &'static str {
    if place.lang().is_unspaced() {
        "　"
    } else {
        " · "
    }
}

/// A person with the first sentence of the summary.
fn voice<'a>(place: &Place<'a>, id: SpeakerId) -> Point<'a> {
    let text = people::statement(place, id).text;
    let said = text.summary.as_ref().unwrap_or(&text.title);
    Point {
        monogram: Some(people::monogram(&text.name)),
        heading: Value::normal_string(&text.name),
        text: Some(Value::normal_string(&first_sentence(said))),
    }
}

/// A person with the heading of what was said on a topic.
fn voice_on<'a>(place: &Place<'a>, citation: &Citation) -> Point<'a> {
    let Cited {
        speaker: Version { text, .. },
        heading,
        ..
    } = people::cited(place, citation);
    Point {
        monogram: Some(people::monogram(&text.name)),
        heading: place.writer().label(heading),
        text: Some(Value::normal_string(&text.name)),
    }
}

fn is_strong(place: &Place<'_>, citation: &Citation) -> bool {
    let text = people::statement(place, citation.speaker).text;
    citation
        .section
        .as_deref()
        .and_then(|id| text.section(id))
        .is_some_and(|section| section.strong)
}

fn quote(place: &Place<'_>, citation: &Citation) -> Quote {
    let Cited {
        speaker,
        heading,
        body,
    } = people::cited(place, citation);
    let writer = place.writer().printed();
    Quote {
        heading: writer.label(heading),
        body: match body {
            CitedBody::Blocks(blocks) => writer.blocks(blocks),
            CitedBody::Line(line) => writer.label(line),
        },
        by: Some(
            [
                speaker.text.name.as_str(),
                &people::affiliation(speaker.text, speaker.lang),
            ]
            .join(" "),
        ),
    }
}

/// The words up to the first full stop.
fn first_sentence(line: &Line) -> String {
    let text = plain(line);
    let japanese = text.find('。').map(|at| at + '。'.len_utf8());
    let end = japanese
        .or_else(|| text.find(". ").map(|at| at + 1))
        .unwrap_or(text.len());
    text[..end].to_owned()
}
