//! The panels of a composed leaflet, in the order in which they are read, after the plan that its
//! PDF follows.

use tera::Value;

use super::phrased;
use super::place::Place;
use super::sheet::{Part, Sheet};
use super::sides::{Cuts, event_name, foot, imprint, kicker, note, notice, point, quote_of, voice};
use crate::base::Format;
use crate::diag::LeftOut;
use crate::link::{Composed, Entry, EventId, PageRef, SpeakerId, plan};
use crate::model::StatementKind;

/// The sheets of a composed leaflet; a large edition, whose text flows, is one.
pub(super) fn of_composed<'a>(
    place: &Place<'a>,
    composed: &'a Composed,
    cuts: &Cuts,
) -> Vec<Sheet<'a>> {
    let mut filler = Filler {
        place,
        composed,
        cuts,
        number: 0,
        quoted: false,
        speaking: None,
    };
    let plan = plan::plan(place.site(), composed, place.lang());
    let mut sheets: Vec<Sheet<'a>> = plan
        .iter()
        .enumerate()
        .map(|(at, filled)| filler.sheet(at, &filled.entries))
        .collect();
    if composed.format == Format::SignatureSheet {
        for sheet in &mut sheets {
            *sheet = Sheet {
                hook: Some(filler.hook()),
                signatures: true,
                ..filler.with_foot(std::mem::take(sheet))
            };
        }
    }
    if composed.flows() {
        sheets = in_one(sheets);
    }
    sheets
}

/// All sheets as one, through which the text flows.
fn in_one(sheets: Vec<Sheet<'_>>) -> Vec<Sheet<'_>> {
    let mut sheets = sheets.into_iter();
    let first = sheets.next().map(|mut first| {
        first.flow = "sheet-flow";
        for sheet in sheets {
            let parts = std::mem::take(&mut first.parts);
            let parts = parts.into_iter().chain(sheet.parts).collect();
            if sheet.foot {
                first = Sheet {
                    foot: true,
                    call: sheet.call,
                    qr: sheet.qr,
                    contact: sheet.contact,
                    imprint: sheet.imprint,
                    ..first
                };
            }
            first.lead = first.lead.or(sheet.lead);
            first.parts = parts;
        }
        first
    });
    first.into_iter().collect()
}

/// Fills sheet after sheet.
struct Filler<'p, 'a> {
    place: &'p Place<'a>,
    composed: &'a Composed,
    cuts: &'p Cuts,
    number: usize,
    quoted: bool,
    /// Whose passage stands before, in a text that flows.
    speaking: Option<SpeakerId>,
}

impl<'a> Filler<'_, 'a> {
    fn sheet(&mut self, at: usize, entries: &[Entry]) -> Sheet<'a> {
        let text = self.composed.texts.for_reader(self.place.lang()).text;
        let writer = self.place.writer().printed();
        let holds = |entry: &Entry| entries.contains(entry);
        let mut sheet = Sheet::default();
        if holds(&Entry::Hook) {
            sheet.kicker = kicker(self.place);
            sheet.hook = Some(self.hook());
        } else if at == 1 && !self.composed.format.is_folded() {
            sheet.title = Some(phrased::line(self.place, &text.title, self.place.lang()));
        }
        if holds(&Entry::Intro) && !text.body.intro.is_empty() {
            sheet.lead = Some(writer.blocks(&text.body.intro));
        }
        sheet.parts = entries
            .iter()
            .filter_map(|entry| self.part(entry))
            .collect();
        if holds(&Entry::Call) {
            sheet = self.with_foot(sheet);
        }
        sheet
    }

    fn hook(&self) -> Value {
        let text = self.composed.texts.for_reader(self.place.lang()).text;
        let hook = text.hook.as_ref().unwrap_or(&text.title);
        self.place.writer().printed().label(hook)
    }

    fn with_foot(&self, sheet: Sheet<'a>) -> Sheet<'a> {
        let place = self.place;
        let text = self.composed.texts.for_reader(place.lang()).text;
        let first = self.composed.speakers.first();
        let first = first.map(|id| place.site().speaker(*id));
        let summary = first.is_some_and(|speaker| speaker.kind == StatementKind::Summary);
        let issued = self.composed.issued.map(|day| {
            let date = day.long(place.lang());
            place.word("print-issued").replace("{date}", &date)
        });
        let own = foot(place, PageRef::Home, text.call_to_action.as_deref());
        Sheet {
            foot: true,
            call: own.call,
            qr: own.qr,
            contact: own.contact,
            imprint: imprint(
                place,
                [
                    summary.then(|| notice(place)),
                    event_name(place, first.and_then(|speaker| speaker.event)),
                    issued,
                ],
            ),
            ..sheet
        }
    }

    /// One entry; `None` when head or foot show it, or the PDF leaves it out.
    fn part(&mut self, entry: &Entry) -> Option<Part<'a>> {
        let (place, cuts) = (self.place, self.cuts);
        let spare = self.composed.panels.is_none();
        let own = self.composed.texts.for_reader(place.lang()).text;
        let speaking = self.speaking.take();
        match entry {
            Entry::Hook | Entry::Intro | Entry::Call => None,
            Entry::Section(at) => {
                self.number += 1;
                let section = own.body.sections.get(*at)?;
                let mut point = point(place, section, &Cuts::default());
                point.number = Some(self.number);
                Some(point)
            }
            Entry::Voice(id) => voice(place, *id, cuts.leaves(LeftOut::Summaries)),
            Entry::Passage(id, section) => {
                let text = place
                    .site()
                    .speaker(*id)
                    .texts
                    .for_reader(place.lang())
                    .text;
                let mut point = point(place, text.section(section)?, &Cuts::default());
                // Who speaks is told once for passages that follow each other, as in print.
                point.by = (speaking != Some(*id)).then(|| text.name.clone());
                self.speaking = self.composed.flows().then_some(*id);
                Some(point)
            }
            Entry::Quote(id) => {
                let second = std::mem::replace(&mut self.quoted, true);
                let left = if second {
                    LeftOut::SecondQuote
                } else {
                    LeftOut::Quote
                };
                let text = place
                    .site()
                    .speaker(*id)
                    .texts
                    .for_reader(place.lang())
                    .text;
                let passage = text.strongest().or_else(|| text.body.sections.first())?;
                (!(spare && cuts.leaves(left))).then(|| quote_of(place, *id, passage))?
            }
            Entry::Topic(id) => {
                (!(spare && cuts.leaves(LeftOut::Related))).then(|| note(place, *id))
            }
            Entry::Event => {
                let first = self.composed.speakers.first();
                let own = first.and_then(|id| place.site().speaker(*id).event);
                Some(facts(place, own.or(place.site().settings.event)?))
            }
        }
    }
}

/// The facts of the event, label by label.
fn facts<'a>(place: &Place<'a>, id: EventId) -> Part<'a> {
    let event = place.site().event(id);
    let text = event.texts.for_reader(place.lang()).text;
    let between = if place.lang().is_unspaced() {
        "、"
    } else {
        ", "
    };
    let rows = [
        ("print-date", event.date.map(|date| date.long(place.lang()))),
        ("print-venue", text.venue.clone()),
        ("print-organisers", Some(text.organisers.join(between))),
        ("print-supporters", Some(text.supporters.join(between))),
        ("print-attendance", text.attendance.clone()),
    ];
    Part {
        kind: "facts",
        heading: Some(phrased::text(&text.name, place.lang())),
        rows: rows
            .into_iter()
            .filter_map(|(key, value)| {
                Some((place.word(key), value.filter(|value| !value.is_empty())?))
            })
            .collect(),
        ..Part::default()
    }
}
