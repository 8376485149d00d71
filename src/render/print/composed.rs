//! What a composed leaflet says, panel by panel, after the plan of the site.

use super::data::{Call, Leaflet, Note, Panel, Part, Person, Said};
use super::sheet::{Gloss, Sheets};
use crate::base::{Format, PanelName};
use crate::link::{Composed, Entry, Filled, LeafletText, PageRef, SpeakerId, plan};
use crate::model::StatementKind;
use crate::model::text::plain;
use crate::typeset::{first_sentence, phrases};

impl Sheets<'_> {
    /// What a composed leaflet says.
    pub(super) fn composed(&self, composed: &Composed) -> Leaflet {
        let text = composed.texts.for_reader(self.lang).text;
        let first = composed.speakers.first().map(|id| self.site.speaker(*id));
        let hook = text.hook.as_ref().unwrap_or(&text.title);
        let common = self.common(first.and_then(|s| s.event), PageRef::Home);
        let call = text.call_to_action.as_ref().map(|request| Call {
            pieces: phrases(request, self.lang),
            ..common.call.clone().unwrap_or(Call {
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
        let mut panels: Vec<Panel> = Vec::new();
        for filled in &plan {
            let mut parts = Vec::new();
            for entry in &filled.entries {
                match entry {
                    Entry::Event => parts.extend(event.clone().map(|(event, short)| {
                        let short = short.rows;
                        Part::Facts { event, short }
                    })),
                    entry => parts.extend(self.part(entry, text, &mut number, spare)),
                }
                if let (Entry::Quote(_), Some(Part::Quote { second, .. })) =
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
        Leaflet {
            kind,
            title: plain(&text.title),
            hook: phrases(&plain(hook), self.lang),
            said: Said::default(),
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
        entry: &Entry,
        own: &LeafletText,
        number: &mut usize,
        spare: bool,
    ) -> Option<Part> {
        match entry {
            Entry::Hook | Entry::Call | Entry::Event => None,
            Entry::Intro => {
                let blocks = self.texts().blocks(&own.body.intro);
                (!blocks.is_empty()).then_some(Part::Lead { blocks })
            }
            Entry::Section(at) => {
                let section = own.body.sections.get(*at)?;
                *number += 1;
                Some(Part::Point {
                    number: Some(*number),
                    point: self.point(section, None),
                })
            }
            Entry::Voice(id) => self.spoken(*id),
            Entry::Passage(id, section) => {
                let text = self.site.speaker(*id).texts.for_reader(self.lang).text;
                let by = Person {
                    reading: None,
                    ..self.person(*id)
                };
                Some(Part::Point {
                    number: None,
                    point: self.point(text.section(section)?, Some(by)),
                })
            }
            Entry::Quote(id) => {
                let text = self.site.speaker(*id).texts.for_reader(self.lang).text;
                let passage = text.strongest().or_else(|| text.body.sections.first())?;
                Some(Part::Quote {
                    quote: self.quote(*id, passage)?,
                    spare,
                    second: false,
                })
            }
            Entry::Topic(id) => {
                let text = self.site.topic(*id).texts.for_reader(self.lang).text;
                Some(Part::Note {
                    note: Note {
                        name: text.name.clone(),
                        text: self.texts().inlines(&text.summary),
                    },
                    spare,
                })
            }
        }
    }

    /// A speaker with the whole summary.
    fn spoken(&self, id: SpeakerId) -> Option<Part> {
        let speaker = self.site.speaker(id);
        let summary = speaker.texts.for_reader(self.lang).text.summary.as_ref()?;
        let short = self.texts().inlines(&first_sentence(summary));
        Some(Part::Voice {
            voice: super::data::Voice {
                person: Person {
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
fn panel(filled: &Filled, composed: &Composed, name: String, parts: Vec<Part>) -> Panel {
    let holds = |entry: &Entry| filled.entries.contains(entry);
    let narrow = composed.format.is_folded() && filled.panel.width < 150.0;
    let called = filled.panel.name;
    let head = match called {
        _ if holds(&Entry::Hook) && narrow => "cover",
        _ if holds(&Entry::Hook) => "hook",
        PanelName::Back if !narrow => "strip",
        _ => "line",
    };
    let foot = match called {
        _ if holds(&Entry::Call) && narrow && parts.is_empty() => "whole",
        _ if holds(&Entry::Call) => "call",
        _ if head == "cover" => "cover",
        PanelName::Front if composed.format.sides().len() > 1 => "turn",
        _ => "none",
    };
    Panel {
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
fn in_one(panels: Vec<Panel>) -> Vec<Panel> {
    let mut panels = panels.into_iter();
    let first = panels.next().map(|mut first| {
        first.called = PanelName::Page(1);
        first.parts.extend(panels.flat_map(|panel| panel.parts));
        first
    });
    first.into_iter().collect()
}
