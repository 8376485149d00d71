//! The small print of a leaflet, in its order.

use super::content::{ImprintLine, LeafletContent};
use crate::theme::Words;

impl LeafletContent<'_> {
    /// The small print: what kind of text this is, the event, the source, who took the portrait,
    /// where the rest stands, the day of issue. A postcard has no room for event and source.
    pub(crate) fn imprint_lines(&self, words: &Words) -> Vec<ImprintLine> {
        let own = &self.imprint;
        let labelled = |key: &str, text: &Option<String>| {
            let text = text.clone().filter(|_| !own.small)?;
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
        let lines = [
            plain(&own.notice),
            labelled("print-event", &self.event),
            labelled("print-source", &own.source),
            plain(&own.credit),
            plain(&rest),
            plain(&own.issued),
        ];
        lines.into_iter().flatten().collect()
    }
}
