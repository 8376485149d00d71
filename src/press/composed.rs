//! What a composed leaflet says, panel by panel, after the plan of the site.

use super::data::{CallData, LeafletData, NoteData, PanelData, PartData, PersonData, SaidData};
use super::sheet::{Gloss, Sheets};
use crate::base::{Format, PanelName};
use crate::model::StatementKind;
use crate::model::text::plain;
use crate::site::{Composed, Filled, LeafletText, PageRef, PanelEntry, StatementId, plan};
use crate::typesetting::{first_sentence, phrases};

impl Sheets<'_> {
    /// What a composed leaflet says.
    pub(super) fn composed(&self, composed: &Composed) -> LeafletData {
        let text = composed.texts.for_reader(self.lang).text;
        let first = composed
            .statements
            .first()
            .map(|id| self.site.statement(*id));
        let hook = text.hook.as_ref().unwrap_or(&text.title);
        let common = self.common(first.and_then(|s| s.event), PageRef::Home);
        let call = text.call_to_action.as_ref().map(|request| CallData {
            pieces: phrases(request, self.lang),
            ..common.call.clone().unwrap_or(CallData {
                pieces: Vec::new(),
                url: None,
                short: None,
                deadline: None,
            })
        });
        let plan = plan::plan(self.site, composed, self.lang);
        let id = first.and_then(|s| s.event).or(self.site.settings.event);
        let event = id.map(|id| (self.event(id, Gloss::Told), self.event(id, Gloss::Left)));
        let mut number = 0;
        let spare = composed.panels.is_none();
        let mut quoted = false;
        let mut panels: Vec<PanelData> = Vec::new();
        for filled in &plan {
            let mut parts = Vec::new();
            for entry in &filled.entries {
                match entry {
                    PanelEntry::Event => parts.extend(event.clone().map(|(event, short)| {
                        let short = short.rows;
                        PartData::Facts { event, short }
                    })),
                    entry => parts.extend(self.part(entry, text, &mut number, spare)),
                }
                if let (PanelEntry::Quote(_), Some(PartData::Quote { second, .. })) =
                    (entry, parts.last_mut())
                {
                    *second = std::mem::replace(&mut quoted, true);
                }
            }
            let name = panels.len().to_string();
            panels.push(panel(filled, composed, name, parts));
        }
        let kind = match composed.format {
            Format::SignatureSheet => "signature",
            _ if composed.flows() => "flow",
            _ => "composed",
        };
        if kind == "flow" {
            panels = in_one(panels);
        }
        LeafletData {
            kind,
            title: plain(&text.title),
            hook: phrases(&plain(hook), self.lang),
            said: SaidData::default(),
            panels,
            section: Some(plain(&text.title)),
            issued: composed.issued.map(|day| {
                let words = self.words.get("print-issued");
                words.replace("{date}", &day.long(self.lang))
            }),
            source: first.and_then(|s| self.source(s)),
            notice: first.and_then(|s| self.notice(s.kind)),
            call: call.or(common.call.clone()),
            ..common
        }
    }

    /// One entry as a part; `None` when head or foot show it, or there is nothing to show.
    /// `number` counts the points.
    fn part(
        &self,
        entry: &PanelEntry,
        own: &LeafletText,
        number: &mut usize,
        spare: bool,
    ) -> Option<PartData> {
        match entry {
            PanelEntry::Hook | PanelEntry::Call | PanelEntry::Event => None,
            PanelEntry::Intro => {
                let blocks = self.texts().blocks(&own.body.intro);
                (!blocks.is_empty()).then_some(PartData::Lead { blocks })
            }
            PanelEntry::Section(at) => {
                let section = own.body.sections.get(*at)?;
                *number += 1;
                Some(PartData::Point {
                    number: Some(*number),
                    point: self.point(section, None),
                })
            }
            PanelEntry::Voice(id) => self.spoken(*id),
            PanelEntry::Passage(id, section) => {
                let text = self.site.statement(*id).texts.for_reader(self.lang).text;
                let by = PersonData {
                    reading: None,
                    ..self.person(*id)
                };
                Some(PartData::Point {
                    number: None,
                    point: self.point(text.section(section)?, Some(by)),
                })
            }
            PanelEntry::Quote(id) => {
                let text = self.site.statement(*id).texts.for_reader(self.lang).text;
                let passage = text.strongest().or_else(|| text.body.sections.first())?;
                Some(PartData::Quote {
                    quote: self.quote(*id, passage)?,
                    spare,
                    second: false,
                })
            }
            PanelEntry::Topic(id) => {
                let text = self.site.topic(*id).texts.for_reader(self.lang).text;
                Some(PartData::Note {
                    note: NoteData {
                        name: text.name.clone(),
                        text: self.texts().inlines(&text.summary),
                    },
                    spare,
                })
            }
        }
    }

    /// A speaker with the whole summary.
    fn spoken(&self, id: StatementId) -> Option<PartData> {
        let speaker = self.site.statement(id);
        let summary = speaker.texts.for_reader(self.lang).text.summary.as_ref()?;
        let short = self.texts().inlines(&first_sentence(summary));
        Some(PartData::Voice {
            voice: super::data::Voice {
                person: PersonData {
                    reading: None,
                    ..self.person(id)
                },
                text: self.texts().inlines(summary),
                spoken: speaker.kind == StatementKind::Transcript,
            },
            short,
        })
    }
}

/// A panel with the head and foot that go with what it holds and where it is.
fn panel(filled: &Filled, composed: &Composed, name: String, parts: Vec<PartData>) -> PanelData {
    let holds = |entry: &PanelEntry| filled.entries.contains(entry);
    let narrow = composed.format.is_folded() && filled.panel.width < 150.0;
    let called = filled.panel.name;
    let head = match called {
        _ if holds(&PanelEntry::Hook) && narrow => "cover",
        _ if holds(&PanelEntry::Hook) => "hook",
        PanelName::Back if !narrow => "strip",
        _ => "line",
    };
    let foot = match called {
        _ if holds(&PanelEntry::Call) && narrow && parts.is_empty() => "whole",
        _ if holds(&PanelEntry::Call) => "call",
        _ if head == "cover" => "cover",
        PanelName::Front if composed.format.sides().len() > 1 => "turn",
        _ => "none",
    };
    PanelData {
        name,
        called,
        side: filled.side,
        x: filled.panel.x,
        width: filled.panel.width,
        head,
        foot,
        parts,
    }
}

/// All panels as one, for pages through which the text flows.
fn in_one(panels: Vec<PanelData>) -> Vec<PanelData> {
    let mut panels = panels.into_iter();
    let first = panels.next().map(|mut first| {
        first.called = PanelName::Page(1);
        first.parts.extend(panels.flat_map(|panel| panel.parts));
        first
    });
    first.into_iter().collect()
}
