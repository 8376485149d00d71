//! The small print of a leaflet, in its order.

use super::content::{ImprintLine, LeafletContent, LeafletPart};
use crate::theme::Words;

impl LeafletContent<'_> {
    /// The names of the events at which it was said, in a line.
    pub(crate) fn event_names(&self) -> Option<String> {
        (!self.events.is_empty()).then(|| self.events.join(self.lang.locale().list))
    }

    /// Who took the pictures that it shows, each named once.
    fn credits(&self, words: &Words) -> Option<String> {
        let parts = self.panels.iter().flat_map(|panel| &panel.parts);
        let photos = parts.filter_map(|part| match part {
            LeafletPart::Picture(photo) => Some(*photo),
            LeafletPart::Quote(quote) => quote.by.photo,
            LeafletPart::Voice(voice) => voice.by.photo,
            _ => None,
        });
        let mut names: Vec<&str> = Vec::new();
        for photo in self.portrait.into_iter().chain(photos) {
            let name = photo.credit.as_deref();
            names.extend(name.filter(|name| !names.contains(name)));
        }
        let credit = names.join(self.lang.locale().list);
        (!names.is_empty()).then(|| words.get("print-photo").replace("{credit}", &credit))
    }

    /// The small print: what kind of text this is, the event, the source, who took the portrait,
    /// where the rest stands, the day of issue. A postcard has no room for event and source.
    pub(crate) fn imprint_lines(&self, words: &Words) -> Vec<ImprintLine> {
        let own = &self.imprint;
        let labelled = |key: &str, text: Option<String>| {
            let text = text.filter(|_| !own.small)?;
            Some(ImprintLine {
                label: Some(words.get(key).to_owned()),
                text,
            })
        };
        let plain = |text: &Option<String>| {
            Some(ImprintLine {
                label: None,
                text: text.clone()?,
            })
        };
        let rest = own
            .abridged
            .then(|| words.get("print-full-text").to_owned());
        let event = match self.events.len() {
            0 | 1 => "print-event",
            _ => "print-events",
        };
        let lines = [
            plain(&own.notice),
            labelled(event, self.event_names()),
            labelled("print-source", own.source.clone()),
            plain(&self.credits(words)),
            plain(&rest),
            plain(&own.issued),
        ];
        lines.into_iter().flatten().collect()
    }
}
