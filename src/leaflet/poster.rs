//! What a poster says: few words, each part whole or not at all.

use std::borrow::Cow;

use super::LeftOut;
use super::content::{LeafletContent, LeafletPart, PointPart};
use crate::base::is_unspaced;
use crate::model::text::{plain, plain_blocks};

/// So many words are read in passing.
const MOST_WORDS: usize = 60;

/// Leaves to a poster what can be read in passing: of points their headings; and of all parts, in
/// their order, those that still have room among its words.
pub(super) fn in_few_words(content: &mut LeafletContent<'_>) {
    let mut said = words(&plain(&content.hook));
    let mut is_short = true;
    for panel in &mut content.panels {
        let parts = std::mem::take(&mut panel.parts);
        // Headings are claims that fit; what stands before them takes what they leave.
        let parts = parts.into_iter().map(|part| match part {
            LeafletPart::Point(point) => {
                is_short &= point.blocks.is_empty();
                LeafletPart::Point(PointPart {
                    blocks: Cow::Borrowed(&[]),
                    ..point
                })
            }
            part => part,
        });
        let mut parts: Vec<(usize, LeafletPart<'_>)> = parts.enumerate().collect();
        parts.sort_by_key(|(at, part)| (!matches!(part, LeafletPart::Point(_)), *at));
        parts.retain(|(_, part)| {
            let own = words(&text(part));
            let fits = said + own <= MOST_WORDS;
            said += if fits { own } else { 0 };
            is_short &= fits;
            fits
        });
        parts.sort_by_key(|(at, _)| *at);
        panel.parts = parts.into_iter().map(|(_, part)| part).collect();
    }
    if !is_short {
        content.withheld.push(LeftOut::Words);
        content.imprint.abridged = true;
    }
}

/// What a part says.
fn text(part: &LeafletPart<'_>) -> String {
    match part {
        LeafletPart::Picture(_) => String::new(),
        LeafletPart::Lead { blocks, .. } => plain_blocks(blocks),
        LeafletPart::Figures(all) => {
            let told = |figure: &super::FigurePart<'_>| {
                format!("{} {}", plain(figure.value), plain(&figure.caption))
            };
            all.iter().map(told).collect::<Vec<_>>().join("\n")
        }
        LeafletPart::Chart(part) => {
            let rows = part.labels.iter().zip(&part.chart.rows);
            let rows = rows.map(|(label, row)| format!("{} {}", plain(label), row.value));
            let title = std::iter::once(plain(&part.title));
            title.chain(rows).collect::<Vec<_>>().join("\n")
        }
        LeafletPart::Point(point) => plain(&point.heading),
        LeafletPart::Quote(quote) => format!("{} {}", plain(&quote.text), quote.by.name.text),
        LeafletPart::Voice(voice) => format!("{} {}", plain(&voice.text), voice.by.name.text),
        LeafletPart::Note(note) => format!("{} {}", note.name, plain(&note.text)),
        LeafletPart::Facts(facts) => {
            let rows = facts.rows.iter();
            rows.map(|row| format!("{} {}", row.label, row.value))
                .collect::<Vec<_>>()
                .join("\n")
        }
    }
}

/// How many words a text has; two characters of scripts without spaces are one.
fn words(text: &str) -> usize {
    let unspaced = text.chars().filter(|c| is_unspaced(*c)).count();
    let spaced = text
        .split(|c: char| c.is_whitespace() || is_unspaced(c))
        .filter(|word| word.chars().any(char::is_alphanumeric));
    unspaced.div_ceil(2) + spaced.count()
}
