//! At which events the words of a leaflet were said, and what its small print tells of that.

use super::assemble::Assembler;
use super::content::{Imprint, LeafletContent, LeafletPart, SaidAt};
use crate::base::Date;
use crate::model::StatementKind;
use crate::site::{EventId, StatementId};

impl<'s> Assembler<'s> {
    /// A short line that says when it was said.
    pub(super) fn kicker(&self, id: EventId) -> Option<String> {
        Some(self.kicker_of(self.site.event(id).date?))
    }

    pub(super) fn kicker_of(&self, day: Date) -> String {
        let words = self.words.get("print-kicker");
        words.replace("{date}", &day.long(self.lang))
    }

    /// The small print on some statements.
    pub(super) fn imprint(&self, statements: &[StatementId]) -> Imprint {
        let summary = |id: &StatementId| self.site.statement(*id).kind == StatementKind::Summary;
        let notice = statements.iter().any(summary);
        // One source for each event: the report of it.
        let mut events: Vec<Option<EventId>> = Vec::new();
        let mut sources: Vec<&str> = Vec::new();
        for id in statements {
            let event = self.event_of(*id);
            if events.contains(&event) {
                continue;
            }
            events.push(event);
            let source = self.statement_text(*id).source.as_ref();
            let title = source.and_then(|source| source.title.as_deref());
            sources.extend(title.filter(|title| !sources.contains(title)));
        }
        Imprint {
            notice: notice.then(|| self.words.get("print-summary-note").to_owned()),
            source: (!sources.is_empty()).then(|| sources.join(self.between())),
            ..Imprint::default()
        }
    }

    /// The event of a statement, or else that of the site.
    pub(super) fn event_of(&self, id: StatementId) -> Option<EventId> {
        self.site.statement(id).event.or(self.site.settings.event)
    }

    /// The events at which some statements were made; without statements, the site's.
    pub(super) fn events_of(&self, statements: &[StatementId]) -> Vec<EventId> {
        let mut events = Vec::new();
        for id in statements {
            events.extend(self.event_of(*id).filter(|event| !events.contains(event)));
        }
        if statements.is_empty() {
            events.extend(self.site.settings.event);
        }
        events
    }

    pub(super) fn event_name(&self, id: EventId) -> &'s str {
        &self.site.event(id).texts.for_reader(self.lang).text.name
    }

    /// The event of a statement, to be named with its passages.
    pub(super) fn said_at(&self, id: StatementId) -> SaidAt {
        let event = self.event_of(id);
        let rally = |id: EventId| {
            let name = self.event_name(id);
            match self.site.event(id).date {
                Some(date) => {
                    let words = self.words.get("print-rally");
                    let words = words.replace("{date}", &date.long(self.lang));
                    words.replace("{name}", name)
                }
                None => name.to_owned(),
            }
        };
        SaidAt {
            event,
            rally: event.map(rally),
        }
    }

    /// Tells at which events it was said: in the head, where it was one; with each passage, where words
    /// of several stand on the leaflet, or some of no known event; and all of them in the small print.
    /// `own` is the event of the statement that the whole leaflet tells, or the event that it is about.
    pub(super) fn with_rallies(
        &self,
        mut content: LeafletContent<'s>,
        own: &[Option<EventId>],
    ) -> LeafletContent<'s> {
        let mut events = own.to_vec();
        let mut parts: Vec<(&mut SaidAt, bool)> = Vec::new();
        for part in content.panels.iter_mut().flat_map(|panel| &mut panel.parts) {
            parts.extend(match part {
                LeafletPart::Point(point) if point.by.is_some() => {
                    Some((&mut point.said_at, false))
                }
                LeafletPart::Quote(quote) => Some((&mut quote.said_at, false)),
                LeafletPart::Voice(voice) => Some((&mut voice.said_at, true)),
                _ => None,
            });
        }
        for (said_at, _) in &parts {
            if !events.contains(&said_at.event) {
                events.push(said_at.event);
            }
        }
        for (said_at, of_others) in parts {
            // The head has told of the leaflet's own words.
            if events.len() < 2 || (!of_others && own.contains(&said_at.event)) {
                said_at.rally = None;
            } else if said_at.event.is_none() {
                said_at.rally = Some(self.words.get("print-no-rally").to_owned());
            }
        }
        content.kicker = match (own, events.as_slice()) {
            ([Some(only)], _) | ([], [Some(only)]) => self.kicker(*only),
            _ => None,
        };
        let names = events.iter().flatten().map(|id| self.event_name(*id));
        content.events = names.collect();
        content
    }

    /// Between things of one kind.
    pub(super) fn between(&self) -> &'static str {
        self.lang.locale().list
    }
}
