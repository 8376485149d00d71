//! A statement, on the page of the person or on its own; and a person of whom only other pages show
//! statements.

use std::borrow::Cow;

use serde::Serialize;
use tera::{Context, Value};

use super::about::About;
use super::charts::{self, ChartView};
use super::drawings;
use super::figures::{self, FigureView};
use super::head;
use super::leaflet;
use super::page_context::PageContext;
use super::people::{self, EventView, LinkView, PersonLine, RallyView, SourceView};
use super::picture;
use super::{cite, phrased, share, standing};
use crate::base::Lang;
use crate::model::StatementKind;
use crate::model::text::plain;
use crate::site::{
    Citation, EventId, PageRef, Passage, Person, PersonId, StatementId, TopicId, Version,
};

/// How many passages of others stand under each topic, and under how many topics.
const OTHERS: (usize, usize) = (3, 4);

/// Under what the blocks before the first heading are numbered: fragments of the interface
/// begin like this, those of headings do not.
const INTRO: &str = "_";

#[derive(Serialize)]
struct SpeakerView<'a> {
    monogram: Cow<'a, str>,
    name: Value,
    reading: Option<Value>,
    reading_confirmed: bool,
    /// With the post.
    affiliation: Option<Value>,
    headline: Value,
    summary: Option<Value>,
    kind: &'a str,
    date: Option<String>,
    date_iso: Option<String>,
    figures: Vec<FigureView>,
    charts: Vec<ChartView>,
    drawing: Option<Value>,
    intro: Option<Value>,
    sections: Vec<SectionView<'a>>,
    source: Option<SourceView<'a>>,
    photo: Option<PhotoView<'a>>,
}

#[derive(Serialize)]
struct SectionView<'a> {
    id: &'a str,
    /// The heading as plain text.
    name: String,
    heading: Value,
    body: Value,
    topics: Vec<LinkView<'a>>,
}

#[derive(Serialize)]
struct PhotoView<'a> {
    picture: Value,
    credit: Option<&'a str>,
}

/// What others said on one topic.
#[derive(Serialize)]
struct OthersView<'a> {
    /// The topic's page, and the title that leads there.
    href: String,
    title: Value,
    passages: Vec<PersonLine<'a>>,
}

/// A statement of the same person, in a list.
#[derive(Serialize)]
struct SaidView {
    href: String,
    title: Value,
    rally: Option<RallyView>,
    /// Whether it is the one that the page shows.
    current: bool,
    lang_attr: Value,
}

/// A person of whom the page shows no statement.
#[derive(Serialize)]
struct ProfileView<'a> {
    monogram: Cow<'a, str>,
    name: &'a str,
    name_lang: Value,
    reading: Option<Value>,
    reading_confirmed: bool,
    affiliation: Option<Value>,
    photo: Option<PhotoView<'a>>,
}

/// A person with the statement of the person's own file, if there is one.
pub(super) fn of_person(place: &PageContext<'_>, id: PersonId) -> (&'static str, Context) {
    let person = place.site().person(id);
    if let Some(own) = person.own {
        return view(place, own);
    }
    let Version { lang, text } = person.texts.for_reader(place.lang());
    let name = place.site().name_of(id, place.lang());
    let about = About {
        title: name.text.clone(),
        description: String::new(),
        kind: "speaker",
        above: vec![PageRef::Speakers],
    };
    let view = ProfileView {
        monogram: people::monogram(name.text),
        name: name.text,
        name_lang: place.lang_attr(name.lang),
        reading: reading(place, person, name.lang),
        reading_confirmed: person.reading_confirmed,
        affiliation: standing::view(place.site().standing_of(id, place.lang()), lang),
        photo: photo(place, person),
    };
    let version = Version { lang, text };
    let original = person.texts.original().lang;
    let mut context = head::context_of(place, &about, &version, original, &text.origin);
    context.insert("speaker", &view);
    context.insert("statements", &statements(place, id, None));
    context.insert("statements_title", &statements_title(place, name));
    ("profile.html", context)
}

/// The title over everything that a person said.
fn statements_title(place: &PageContext<'_>, name: Version<'_, String>) -> Value {
    standing::filled(place, "statements_title", ("name", name.as_str()))
}

/// Everything that a person said, the newest first.
fn statements(
    place: &PageContext<'_>,
    id: PersonId,
    current: Option<StatementId>,
) -> Vec<SaidView> {
    let said = place.site().person(id).statements.iter();
    said.map(|id| {
        let Version { lang, text } = people::statement(place, *id);
        SaidView {
            href: place.href(place.site().page_of(*id)),
            title: place.writer().label(&text.title),
            rally: people::rally(place, *id),
            current: current == Some(*id),
            lang_attr: place.lang_attr(lang),
        }
    })
    .collect()
}

/// The reading of a name in the language `lang`, where names in it have one.
fn reading(place: &PageContext<'_>, person: &Person, lang: Lang) -> Option<Value> {
    let text = person.reading.as_deref()?;
    let has_readings = lang.locale().has_readings;
    has_readings.then(|| standing::marked(Version { lang, text }, place.lang()))
}

fn photo<'a>(place: &PageContext<'a>, person: &'a Person) -> Option<PhotoView<'a>> {
    let photo = person.photo.as_ref()?;
    Some(PhotoView {
        picture: picture::portrait(place, photo),
        credit: photo.credit.as_deref(),
    })
}

pub(super) fn view(place: &PageContext<'_>, id: StatementId) -> (&'static str, Context) {
    let speaker = place.site().statement(id);
    let person = place.site().person(speaker.person);
    let Version { lang, text } = people::statement(place, id);
    let name = place.site().speaker_of(id, place.lang());
    let writer = place.writer();
    let about = About {
        title: format!("{} — {}", plain(&text.title), name.text),
        description: text.summary.as_deref().map(plain).unwrap_or_default(),
        kind: "speaker",
        above: vec![PageRef::Speakers],
    };
    let event = speaker
        .event
        .map(|event| people::event(place, event).on(place, speaker.date));
    let own_date = speaker.date.filter(|_| event.is_none());
    let kind = match speaker.kind {
        StatementKind::Summary => "kind_summary",
        StatementKind::Transcript => "kind_transcript",
    };
    let view = SpeakerView {
        monogram: people::monogram(name.text),
        name: standing::marked(name.as_str(), place.lang()),
        reading: reading(place, person, name.lang),
        reading_confirmed: person.reading_confirmed,
        affiliation: standing::view(place.site().standing(id, place.lang()), lang),
        headline: phrased::line(place, &text.title, lang),
        summary: text.summary.as_ref().map(|summary| writer.line(summary)),
        kind: place.word(kind),
        date: own_date.map(|date| date.long(place.lang())),
        date_iso: own_date.map(|date| date.to_string()),
        figures: figures::views(place, &text.figures),
        charts: charts::views(place, &text.charts),
        // Where there is no photograph, as on paper.
        drawing: drawings::view(place, speaker.drawing.filter(|_| person.photo.is_none())),
        intro: (!text.body.intro.is_empty()).then(|| writer.numbered(INTRO, &text.body.intro)),
        sections: text
            .body
            .sections
            .iter()
            .map(|section| section_view(place, section, lang))
            .collect(),
        source: people::source(text.source.as_ref(), lang),
        photo: photo(place, person),
    };
    let version = Version { lang, text };
    let original = speaker.texts.original().lang;
    let mut context = head::context_of(place, &about, &version, original, &text.origin);
    context.insert("speaker", &view);
    context.insert::<_, Option<EventView<'_>>>("event", &event);
    // A statement by itself leads to the person; a person's, to the others.
    let page = PageRef::Person(speaker.person);
    context.insert("person_href", &(!speaker.is_own).then(|| place.href(page)));
    let said = (person.statements.len() > 1).then(|| statements(place, speaker.person, Some(id)));
    context.insert("statements", &said.unwrap_or_default());
    context.insert("statements_title", &statements_title(place, name));
    context.insert("cite", &cite::of(place, id));
    context.insert("share", &share::view(place, &about.title));
    context.insert("others", &others(place, id));
    context.insert(
        "leaflet",
        &leaflet::link(place, speaker.leaflet, leaflet::LONG),
    );
    context.insert(
        "previous",
        &neighbour(place, speaker.event, id.0.checked_sub(1)),
    );
    context.insert(
        "next",
        &neighbour(place, speaker.event, id.0.checked_add(1)),
    );
    ("statement.html", context)
}

fn section_view<'a>(place: &PageContext<'a>, section: &'a Passage, lang: Lang) -> SectionView<'a> {
    let writer = place.writer();
    SectionView {
        id: &section.id,
        name: plain(&section.heading),
        heading: phrased::line(place, &section.heading, lang),
        body: writer.numbered(&section.id, &section.blocks),
        topics: section
            .topics
            .iter()
            .map(|topic| people::topic(place, *topic))
            .collect(),
    }
}

fn others_title(place: &PageContext<'_>, topic: TopicId) -> Value {
    let Version { lang, text } = place.site().topic(topic).texts.for_reader(place.lang());
    let name = Version {
        lang,
        text: text.name.as_str(),
    };
    standing::filled(place, "others_on", ("topic", name))
}

/// What others said on the statement's topics, each passage once.
fn others<'a>(place: &PageContext<'a>, id: StatementId) -> Vec<OthersView<'a>> {
    let (most, groups) = OTHERS;
    let mut shown: Vec<&Citation> = Vec::new();
    let mut out = Vec::with_capacity(groups);
    for (topic, citations) in place.site().others_on(id, most) {
        if out.len() == groups {
            break;
        }
        let passages: Vec<PersonLine<'a>> = citations
            .into_iter()
            .filter(|citation| {
                let new = !shown.contains(citation);
                shown.push(citation);
                new
            })
            .map(|citation| people::person_citing(place, citation))
            .collect();
        if !passages.is_empty() {
            out.push(OthersView {
                href: place.href(PageRef::Topic(topic)),
                title: others_title(place, topic),
                passages,
            });
        }
    }
    out
}

fn neighbour<'a>(
    place: &PageContext<'a>,
    event: Option<EventId>,
    at: Option<usize>,
) -> Option<LinkView<'a>> {
    let id = StatementId(at.filter(|at| *at < place.site().statements.len())?);
    // Reading on stays with the event.
    let same = place.site().statement(id).event == event;
    same.then(|| people::speaker(place, id))
}
