//! One topic: what it is, and what each speaker said about it.

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
use super::people::{self, Cited, CitedBody, EventView, LinkView};
use super::{phrased, share, standing};
use crate::model::text::{plain, plain_blocks};
use crate::site::{Citation, FigureText, PageRef, TopicId, Version};

/// How many passages are shown in full; those after them are named only.
const IN_FULL: usize = 60;

#[derive(Serialize)]
struct TopicView<'a> {
    slug: &'a str,
    name: Value,
    summary: Value,
    figures: Vec<FigureView>,
    charts: Vec<ChartView>,
    drawing: Option<Value>,
    body: Option<Value>,
    speakers: usize,
    /// Rally by rally; one group without a name where there is one event only.
    rallies: Vec<RallyGroup<'a>>,
    related: Vec<LinkView<'a>>,
}

/// What was said on the topic at one event.
#[derive(Serialize)]
struct RallyGroup<'a> {
    event: Option<EventView<'a>>,
    passages: Vec<PassageView<'a>>,
}

#[derive(Serialize)]
struct PassageView<'a> {
    href: String,
    monogram: Cow<'a, str>,
    name: &'a str,
    /// Of the name, where it is not in the language of the passage.
    name_lang: Value,
    affiliation: Option<Value>,
    heading: Value,
    body: Option<Value>,
    /// Figures of the statement that stand in the passage.
    figures: Vec<FigureView>,
    /// Whether it is marked as the strongest of its statement.
    strong: bool,
    lang_attr: Value,
}

pub(super) fn view(place: &PageContext<'_>, id: TopicId) -> (&'static str, Context) {
    let topic = place.site().topic(id);
    let version = topic.texts.for_reader(place.lang());
    let text = version.text;
    let writer = place.writer();
    let about = About {
        title: text.name.clone(),
        description: plain(&text.summary),
        kind: "topic",
        above: vec![PageRef::Topics],
    };
    let view = TopicView {
        slug: topic.slug.as_str(),
        name: phrased::text(&text.name, version.lang),
        summary: writer.line(&text.summary),
        figures: figures::views(place, &text.figures),
        charts: charts::views(place, &text.charts),
        drawing: drawings::view(place, topic.drawing),
        body: (!text.body.is_empty()).then(|| body(place, &version)),
        speakers: place
            .site()
            .persons_among(topic.citations.iter().map(|citation| citation.statement)),
        rallies: rallies(place, &topic.citations, &text.figures),
        related: topic
            .related
            .iter()
            .map(|other| people::topic(place, *other))
            .collect(),
    };
    let original = topic.texts.original().lang;
    let mut context = head::context_of(place, &about, &version, original, &text.origin);
    context.insert("topic", &view);
    context.insert("share", &share::view(place, &about.title));
    context.insert(
        "leaflet",
        &leaflet::link(place, topic.leaflet, leaflet::LONG),
    );
    ("topic.html", context)
}

/// The passages rally by rally where the site has several events, else all in one group.
fn rallies<'a>(
    place: &PageContext<'a>,
    citations: &[Citation],
    own: &[FigureText],
) -> Vec<RallyGroup<'a>> {
    let site = place.site();
    let event = |c: &Citation| {
        let event = site.statement(c.statement).event;
        event.filter(|_| site.has_several_events())
    };
    let mut shown = 0;
    citations
        .chunk_by(|a, b| event(a) == event(b))
        .map(|cited| RallyGroup {
            event: event(&cited[0]).map(|id| people::event(place, id)),
            passages: strongest_first(place, cited)
                .into_iter()
                .map(|citation| {
                    shown += 1;
                    passage(place, citation, own, shown <= IN_FULL)
                })
                .collect(),
        })
        .collect()
}

/// Speaker by speaker, those whose strongest passage is on this topic first, and with it.
fn strongest_first<'c>(place: &PageContext<'_>, citations: &'c [Citation]) -> Vec<&'c Citation> {
    let by_speaker = citations.chunk_by(|a, b| a.statement == b.statement);
    let (mut first, mut rest) = (Vec::new(), Vec::new());
    for own in by_speaker {
        let (strong, others): (Vec<_>, Vec<_>) = own.iter().partition(|c| is_strong(place, c));
        let all = if strong.is_empty() {
            &mut rest
        } else {
            &mut first
        };
        all.extend(strong.into_iter().chain(others));
    }
    first.extend(rest);
    first
}

fn is_strong(place: &PageContext<'_>, citation: &Citation) -> bool {
    let text = people::statement(place, citation.statement).text;
    let section = citation.section.as_deref().and_then(|id| text.section(id));
    section.is_some_and(|section| section.strong)
}

fn body(place: &PageContext<'_>, version: &Version<'_, crate::site::TopicText>) -> Value {
    let mut out = String::new();
    super::plain::push_body(&place.writer(), &version.text.body, &mut out);
    Value::safe_string(&out)
}

fn passage<'a>(
    place: &PageContext<'a>,
    citation: &Citation,
    own: &[FigureText],
    in_full: bool,
) -> PassageView<'a> {
    let Cited {
        speaker,
        heading,
        body,
    } = people::cited(place, citation);
    let lang = speaker.lang;
    let writer = place.writer().cited();
    let text = people::statement(place, citation.statement).text;
    let figures = if in_full {
        let said = match body {
            CitedBody::Blocks(blocks) => plain_blocks(blocks),
            CitedBody::Line(line) => plain(line),
        };
        figures::told_in(place, &text.figures, &said, own)
    } else {
        Vec::new()
    };
    let body = in_full.then(|| match body {
        CitedBody::Blocks(blocks) => writer.blocks(blocks),
        CitedBody::Line(line) => {
            let mut out = String::from("<p>");
            writer.push_line(line, &mut out);
            out.push_str("</p>");
            Value::safe_string(&out)
        }
    });
    let name = place.site().speaker_of(citation.statement, place.lang());
    PassageView {
        href: place.href_at(
            place.site().page_of(citation.statement),
            citation.section.as_deref(),
        ),
        monogram: people::monogram(name.text),
        name: name.text,
        name_lang: PageContext::lang_within(name.lang, lang),
        affiliation: standing::view(
            place
                .site()
                .short_standing(citation.statement, place.lang()),
            lang,
        ),
        heading: writer.label(heading),
        body,
        figures,
        strong: is_strong(place, citation),
        lang_attr: place.lang_attr(lang),
    }
}
