//! How a statement and a topic fill their sheet, and what every sheet has in common.

use tera::Value;

use super::page_context::PageContext;
use super::people::{self, Cited, CitedBody};
use super::phrased;
use super::picture;
use super::qr;
use super::sheet::{CallView, Contact, PartView, SheetView, Who};
use crate::base::{ByLang, Lang};
use crate::model::StatementKind;
use crate::model::text::{Block, Inline};
use crate::site::{
    Citation, EventId, LeafletId, PageRef, Passage, StatementId, Target, TopicId, Version,
};
use crate::typesetting::LeftOut;
use crate::typesetting::{
    MOST_NOTES, first_sentence, first_sentences, most_passages, quotation, strongest, telling,
};

/// What a leaflet's PDF leaves out; its page leaves out the same. Nothing, when none was set.
#[derive(Debug, Clone, Default)]
pub(super) struct Cuts {
    left_out: Vec<LeftOut>,
    sentences: Option<usize>,
    points: Option<usize>,
}

impl Cuts {
    /// Those of a leaflet for the readers of a page.
    pub(super) fn of(place: &PageContext<'_>, id: LeafletId) -> Self {
        let press = place.press;
        let printed = press.prints.leaflet(press.site, id, place.lang());
        printed.map_or_else(Self::default, |printed| Self {
            left_out: printed.left_out.clone(),
            sentences: printed.sentences,
            points: printed.points,
        })
    }

    /// Whether something is left out.
    pub(super) fn leaves(&self, what: LeftOut) -> bool {
        self.left_out.contains(&what)
    }

    fn blocks(&self, blocks: &[Block<Target>]) -> Vec<Block<Target>> {
        match self.sentences {
            _ if self.leaves(LeftOut::Points) => Vec::new(),
            Some(most) => first_sentences(blocks, most),
            None if self.leaves(LeftOut::Paragraphs) => blocks.iter().take(1).cloned().collect(),
            None => blocks.to_vec(),
        }
    }

    /// A summary, or its first sentence.
    pub(super) fn summary(&self, summary: &[Inline<Target>]) -> Vec<Inline<Target>> {
        if self.leaves(LeftOut::Summaries) {
            first_sentence(summary)
        } else {
            summary.to_vec()
        }
    }
}

/// The sheet made from a statement.
pub(super) fn of_speaker<'a>(
    place: &PageContext<'a>,
    id: StatementId,
    cuts: &Cuts,
) -> SheetView<'a> {
    let Version { lang, text } = people::statement(place, id);
    let speaker = place.site().statement(id);
    let writer = place.writer().printed();
    let points = (1..).zip(&text.body.sections).map(|(number, section)| {
        let mut point = point(place, section, cuts);
        point.number = Some(number);
        point
    });
    let quote = text.strongest().filter(|_| !cuts.leaves(LeftOut::Quote));
    let quote = quote.and_then(|passage| quote_of(place, id, passage));
    let mut others: Vec<StatementId> = Vec::new();
    if !cuts.leaves(LeftOut::Related) {
        for (_, citations) in place.site().others_on(id, MOST_NOTES) {
            let speakers = citations.iter().map(|citation| citation.statement);
            others.extend(speakers.into_iter().find(|other| !others.contains(other)));
        }
    }
    let voices = others.into_iter().take(MOST_NOTES);
    let lead = text
        .summary
        .as_ref()
        .map(|summary| writer.label(&cuts.summary(summary)));
    let notice = (speaker.kind == StatementKind::Summary).then(|| notice(place));
    let source = text.source.as_ref().and_then(|s| s.title.clone());
    let photo = place
        .site()
        .person_of(id)
        .photo
        .as_ref()
        .filter(|photo| photo.print);
    let credit = photo.and_then(|photo| photo.credit.as_ref());
    let credit = credit.map(|name| place.word("print-photo").replace("{credit}", name));
    SheetView {
        kicker: kicker(place),
        hook: Some(writer.label(&text.title)),
        person: Some(Who {
            name: &text.name,
            affiliation: people::affiliation(text, lang),
            portrait: photo.map(|photo| picture::portrait(place, photo)),
        }),
        lead: lead.or_else(|| Some(writer.blocks(&text.body.intro))),
        parts: points
            .chain(quote)
            .chain(voices.filter_map(|id| voice(place, id, true)))
            .collect(),
        imprint: imprint(
            place,
            [notice, event_name(place, speaker.event), source, credit],
        ),
        ..foot(place, place.site().page_of(id), None)
    }
}

/// The sheet made from a topic.
pub(super) fn of_topic<'a>(place: &PageContext<'a>, id: TopicId, cuts: &Cuts) -> SheetView<'a> {
    let topic = place.site().topic(id);
    let text = topic.texts.for_reader(place.lang()).text;
    let writer = place.writer().printed();
    let most = most_passages(place.lang());
    let most = cuts.points.unwrap_or(most).min(most);
    let cited = topic.citations.iter().take(most);
    let points = (1..)
        .zip(cited)
        .map(|(number, citation)| passage(place, citation, number, cuts));
    let quote = telling(place.site(), &topic.citations, place.lang());
    let quote = quote.and_then(|(speaker, passage)| quote_of(place, speaker, passage));
    let notes = topic
        .related
        .iter()
        .take(MOST_NOTES)
        .map(|id| note(place, *id));
    let mut lead = format!("<p>{}</p>", html(&writer.label(&text.summary)));
    if cuts.left_out.iter().all(|what| *what < LeftOut::Summaries) || cuts.sentences.is_none() {
        writer.push_blocks(&text.body.intro, &mut lead);
    }
    let first = topic.citations.first();
    let first = first.map(|c| place.site().statement(c.statement));
    let summary = first.is_some_and(|speaker| speaker.kind == StatementKind::Summary);
    let source = topic.citations.first().and_then(|c| {
        let text = people::statement(place, c.statement).text;
        text.source.as_ref().and_then(|s| s.title.clone())
    });
    SheetView {
        kicker: kicker(place),
        hook: Some(Value::normal_string(&text.name)),
        lead: Some(Value::safe_string(&lead)),
        parts: points
            .chain(quote.filter(|_| !cuts.leaves(LeftOut::Quote)))
            .chain(notes.filter(|_| !cuts.leaves(LeftOut::Related)))
            .collect(),
        imprint: imprint(
            place,
            [
                summary.then(|| notice(place)),
                event_name(place, first.and_then(|speaker| speaker.event)),
                source,
            ],
        ),
        ..foot(place, PageRef::Topic(id), None)
    }
}

/// The sheet made from an event: its statements, each with its strongest passage.
pub(super) fn of_event<'a>(place: &PageContext<'a>, id: EventId, cuts: &Cuts) -> SheetView<'a> {
    let event = place.site().event(id);
    let text = event.texts.for_reader(place.lang()).text;
    let writer = place.writer().printed();
    let most = most_passages(place.lang());
    let most = cuts.points.unwrap_or(most).min(most);
    let cited = strongest(place.site(), &event.statements, place.lang());
    let points = (1..)
        .zip(cited.iter().take(most))
        .map(|(number, citation)| passage(place, citation, number, cuts));
    let quote = telling(place.site(), &cited, place.lang());
    let quote = quote.and_then(|(speaker, passage)| quote_of(place, speaker, passage));
    let first = event.statements.first();
    let first = first.map(|id| place.site().statement(*id));
    let summary = first.is_some_and(|speaker| speaker.kind == StatementKind::Summary);
    SheetView {
        kicker: kicker(place),
        hook: Some(Value::normal_string(&text.name)),
        lead: Some(writer.blocks(&text.body.intro)),
        parts: points
            .chain(quote.filter(|_| !cuts.leaves(LeftOut::Quote)))
            .collect(),
        imprint: imprint(
            place,
            [
                summary.then(|| notice(place)),
                event_name(place, Some(id)),
                text.source.as_ref().and_then(|s| s.title.clone()),
            ],
        ),
        ..foot(place, PageRef::Event(id), None)
    }
}

/// A section as a point.
pub(super) fn point<'a>(place: &PageContext<'a>, section: &Passage, cuts: &Cuts) -> PartView<'a> {
    let writer = place.writer().printed();
    PartView {
        kind: "point",
        heading: Some(phrased::line(place, &section.heading, place.lang())),
        text: Some(writer.blocks(&cuts.blocks(&section.blocks))),
        ..PartView::default()
    }
}

/// A passage that a topic cites.
fn passage<'a>(
    place: &PageContext<'a>,
    citation: &Citation,
    number: usize,
    cuts: &Cuts,
) -> PartView<'a> {
    let Cited {
        speaker,
        heading,
        body,
    } = people::cited(place, citation);
    let writer = place.writer().printed();
    let text = match body {
        CitedBody::Blocks(blocks) => writer.blocks(&cuts.blocks(blocks)),
        CitedBody::Line(line) => writer.label(line),
    };
    let affiliation = people::affiliation(speaker.text, speaker.lang);
    PartView {
        kind: "point",
        number: Some(number),
        heading: Some(phrased::line(place, heading, speaker.lang)),
        by: Some(byline(&speaker.text.name, &affiliation, speaker.lang)),
        text: Some(text),
        ..PartView::default()
    }
}

/// The sentence of a passage that is printed large.
pub(super) fn quote_of<'a>(
    place: &PageContext<'a>,
    id: StatementId,
    passage: &Passage,
) -> Option<PartView<'a>> {
    let name = &people::statement(place, id).text.name;
    Some(PartView {
        kind: "quote",
        text: Some(Value::normal_string(&quotation(passage)?)),
        by: Some(name.clone()),
        spoken: place.site().statement(id).kind == StatementKind::Transcript,
        ..PartView::default()
    })
}

/// A name and what stands behind it, as the language sets them in one line.
fn byline(name: &str, affiliation: &str, lang: Lang) -> String {
    match affiliation {
        "" => name.to_owned(),
        of => format!("{name}{}{of}", lang.locale().beside),
    }
}

/// A person with the summary, or its first sentence.
pub(super) fn voice<'a>(
    place: &PageContext<'a>,
    id: StatementId,
    short: bool,
) -> Option<PartView<'a>> {
    let Version { lang, text } = people::statement(place, id);
    let summary = text.summary.as_ref()?;
    let line = if short {
        first_sentence(summary)
    } else {
        summary.clone()
    };
    Some(PartView {
        kind: "voice",
        text: Some(place.writer().printed().label(&line)),
        by: Some(byline(&text.name, &people::affiliation(text, lang), lang)),
        spoken: place.site().statement(id).kind == StatementKind::Transcript,
        ..PartView::default()
    })
}

/// A topic in a few words.
pub(super) fn note<'a>(place: &PageContext<'a>, id: TopicId) -> PartView<'a> {
    let text = place.site().topic(id).texts.for_reader(place.lang()).text;
    PartView {
        kind: "note",
        heading: Some(phrased::text(&text.name, place.lang())),
        text: Some(place.writer().printed().label(&text.summary)),
        ..PartView::default()
    }
}

/// Call to action, QR code and contact: the same on every leaflet.
pub(super) fn foot<'a>(
    place: &PageContext<'a>,
    page: PageRef,
    call: Option<&'a str>,
) -> SheetView<'a> {
    let (settings, lang) = (&place.site().settings, place.lang());
    let general = settings.call_to_action.as_ref();
    let text = |by: &'a ByLang<String>| by.get(lang).map(String::as_str);
    let words = call.or_else(|| general.and_then(|call| text(&call.text)));
    let url = general.and_then(|call| call.url.as_deref());
    let publisher = &settings.publisher;
    SheetView {
        foot: true,
        call: words.map(|text| CallView {
            text,
            url,
            address: url.map(qr::spoken),
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
        ..SheetView::default()
    }
}

/// The line above the hook: what the event was.
pub(super) fn kicker<'a>(place: &PageContext<'a>) -> Option<&'a str> {
    let settings = &place.site().settings;
    settings.title.get(place.lang()).map(String::as_str)
}

/// What kind of text it is, as it is printed.
pub(super) fn notice(place: &PageContext<'_>) -> String {
    place.word("print-summary-note").to_owned()
}

/// The name of an event, or of the site's.
pub(super) fn event_name(place: &PageContext<'_>, id: Option<EventId>) -> Option<String> {
    let event = place.site().event(id.or(place.site().settings.event)?);
    Some(event.texts.for_reader(place.lang()).text.name.clone())
}

/// The small print, on one line.
pub(super) fn imprint<const N: usize>(
    place: &PageContext<'_>,
    parts: [Option<String>; N],
) -> Option<String> {
    let between = place.lang().locale().gap;
    let parts: Vec<String> = parts.into_iter().flatten().collect();
    (!parts.is_empty()).then(|| parts.join(between))
}

fn html(value: &Value) -> &str {
    value.as_str().unwrap_or_default()
}
