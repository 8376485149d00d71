//! The panels of a composed leaflet, in the order in which they are read, after the plan that its
//! PDF follows.

use tera::Value;

use super::page_context::PageContext;
use super::phrased;
use super::sheet::{PartView, SheetView};
use super::sides::{Cuts, event_name, foot, imprint, kicker, note, notice, point, quote_of, voice};
use crate::base::Format;
use crate::model::StatementKind;
use crate::site::{Composed, EventId, PageRef, PanelEntry, StatementId, plan};
use crate::typesetting::LeftOut;

/// The sheets of a composed leaflet; a large edition, whose text flows, is one.
pub(super) fn of_composed<'a>(
    place: &PageContext<'a>,
    composed: &'a Composed,
    cuts: &Cuts,
) -> Vec<SheetView<'a>> {
    let mut filler = Filler {
        place,
        composed,
        cuts,
        number: 0,
        quoted: false,
        speaking: None,
    };
    let plan = plan::plan(place.site(), composed, place.lang());
    let mut sheets: Vec<SheetView<'a>> = plan
        .iter()
        .enumerate()
        .map(|(at, filled)| filler.sheet(at, &filled.entries))
        .collect();
    if composed.format == Format::SignatureSheet {
        for sheet in &mut sheets {
            *sheet = SheetView {
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
fn in_one(sheets: Vec<SheetView<'_>>) -> Vec<SheetView<'_>> {
    let mut sheets = sheets.into_iter();
    let first = sheets.next().map(|mut first| {
        first.flow = "sheet-flow";
        for sheet in sheets {
            let parts = std::mem::take(&mut first.parts);
            let parts = parts.into_iter().chain(sheet.parts).collect();
            if sheet.foot {
                first = SheetView {
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
    place: &'p PageContext<'a>,
    composed: &'a Composed,
    cuts: &'p Cuts,
    number: usize,
    quoted: bool,
    /// Whose passage stands before, in a text that flows.
    speaking: Option<StatementId>,
}

impl<'a> Filler<'_, 'a> {
    fn sheet(&mut self, at: usize, entries: &[PanelEntry]) -> SheetView<'a> {
        let text = self.composed.texts.for_reader(self.place.lang()).text;
        let writer = self.place.writer().printed();
        let holds = |entry: &PanelEntry| entries.contains(entry);
        let mut sheet = SheetView::default();
        if holds(&PanelEntry::Hook) {
            sheet.kicker = kicker(self.place);
            sheet.hook = Some(self.hook());
        } else if at == 1 && !self.composed.format.is_folded() {
            sheet.title = Some(phrased::line(self.place, &text.title, self.place.lang()));
        }
        if holds(&PanelEntry::Intro) && !text.body.intro.is_empty() {
            sheet.lead = Some(writer.blocks(&text.body.intro));
        }
        sheet.parts = entries
            .iter()
            .filter_map(|entry| self.part(entry))
            .collect();
        if holds(&PanelEntry::Call) {
            sheet = self.with_foot(sheet);
        }
        sheet
    }

    fn hook(&self) -> Value {
        let text = self.composed.texts.for_reader(self.place.lang()).text;
        let hook = text.hook.as_ref().unwrap_or(&text.title);
        self.place.writer().printed().label(hook)
    }

    fn with_foot(&self, sheet: SheetView<'a>) -> SheetView<'a> {
        let place = self.place;
        let text = self.composed.texts.for_reader(place.lang()).text;
        let first = self.composed.statements.first();
        let first = first.map(|id| place.site().statement(*id));
        let summary = first.is_some_and(|speaker| speaker.kind == StatementKind::Summary);
        let issued = self.composed.issued.map(|day| {
            let date = day.long(place.lang());
            place.word("print-issued").replace("{date}", &date)
        });
        let own = foot(place, PageRef::Home, text.call_to_action.as_deref());
        SheetView {
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
    fn part(&mut self, entry: &PanelEntry) -> Option<PartView<'a>> {
        let (place, cuts) = (self.place, self.cuts);
        let spare = self.composed.panels.is_none();
        let own = self.composed.texts.for_reader(place.lang()).text;
        let speaking = self.speaking.take();
        match entry {
            PanelEntry::Hook | PanelEntry::Intro | PanelEntry::Call => None,
            PanelEntry::Section(at) => {
                self.number += 1;
                let section = own.body.sections.get(*at)?;
                let mut point = point(place, section, &Cuts::default());
                point.number = Some(self.number);
                Some(point)
            }
            PanelEntry::Voice(id) => voice(place, *id, cuts.leaves(LeftOut::Summaries)),
            PanelEntry::Passage(id, section) => {
                let text = place
                    .site()
                    .statement(*id)
                    .texts
                    .for_reader(place.lang())
                    .text;
                let mut point = point(place, text.section(section)?, &Cuts::default());
                // Who speaks is told once for passages that follow each other, as in print.
                point.by = (speaking != Some(*id)).then(|| text.name.clone());
                self.speaking = self.composed.flows().then_some(*id);
                Some(point)
            }
            PanelEntry::Quote(id) => {
                let second = std::mem::replace(&mut self.quoted, true);
                let left = if second {
                    LeftOut::SecondQuote
                } else {
                    LeftOut::Quote
                };
                let text = place
                    .site()
                    .statement(*id)
                    .texts
                    .for_reader(place.lang())
                    .text;
                let passage = text.strongest().or_else(|| text.body.sections.first())?;
                (!(spare && cuts.leaves(left))).then(|| quote_of(place, *id, passage))?
            }
            PanelEntry::Topic(id) => {
                (!(spare && cuts.leaves(LeftOut::Related))).then(|| note(place, *id))
            }
            PanelEntry::Event => {
                let first = self.composed.statements.first();
                let own = first.and_then(|id| place.site().statement(*id).event);
                Some(facts(place, own.or(place.site().settings.event)?))
            }
        }
    }
}

/// The facts of the event, label by label.
fn facts<'a>(place: &PageContext<'a>, id: EventId) -> PartView<'a> {
    let event = place.site().event(id);
    let text = event.texts.for_reader(place.lang()).text;
    let between = place.lang().locale().list;
    let rows = [
        ("print-date", event.date.map(|date| date.long(place.lang()))),
        ("print-venue", text.venue.clone()),
        ("print-organisers", Some(text.organisers.join(between))),
        ("print-supporters", Some(text.supporters.join(between))),
        ("print-attendance", text.attendance.clone()),
    ];
    PartView {
        kind: "facts",
        heading: Some(phrased::text(&text.name, place.lang())),
        rows: rows
            .into_iter()
            .filter_map(|(key, value)| {
                Some((place.word(key), value.filter(|value| !value.is_empty())?))
            })
            .collect(),
        ..PartView::default()
    }
}
