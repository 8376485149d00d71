//! What stands on a composed leaflet in the vertical lines of a newspaper: everything under a heading.

use std::borrow::Cow;

use super::content::{
    FactsPart, LeafletPanel, LeafletPart, NotePart, PointPart, QuotePart, SaidAt, VoicePart,
};
use crate::model::text::{Block, Inline};
use crate::site::Target;

/// Voices, quotations, notes and facts as articles: vertical lines hold headings and text alone.
pub(super) fn as_articles(panel: &mut LeafletPanel<'_>) {
    let mut number = 0;
    for part in &mut panel.parts {
        let article = match part {
            LeafletPart::Voice(own) => voice(own),
            LeafletPart::Quote(own) => quote(own),
            LeafletPart::Note(own) => note(own),
            LeafletPart::Facts(own) => facts(own),
            _ => continue,
        };
        *part = LeafletPart::Point(article);
    }
    for part in &mut panel.parts {
        if let LeafletPart::Point(PointPart {
            number: Some(own), ..
        }) = part
        {
            number += 1;
            *own = number;
        }
    }
}

fn paragraph(line: &[Inline<Target>]) -> Block<Target> {
    Block::Paragraph(line.to_vec())
}

fn words(text: &str) -> Vec<Inline<Target>> {
    vec![Inline::Text(text.to_owned())]
}

/// What somebody said under its title; where that is all there is, alone.
fn voice<'s>(own: &VoicePart<'s>) -> PointPart<'s> {
    let is_more = own.text != own.title;
    PointPart {
        lang: own.lang,
        number: None,
        heading: own.title.clone(),
        blocks: Cow::Owned(if is_more {
            vec![paragraph(&own.text)]
        } else {
            Vec::new()
        }),
        by: Some(own.by),
        said_at: own.said_at.clone(),
        whole: !own.spare,
        strong: false,
    }
}

fn quote<'s>(own: &QuotePart<'s>) -> PointPart<'s> {
    let quotes = own.lang.locale().quotes;
    let mark = |at: usize| words(quotes[at]);
    let heading = if own.spoken {
        let parts = [mark(0), own.text.to_vec(), mark(1)];
        Cow::Owned(parts.concat())
    } else {
        own.text.clone()
    };
    PointPart {
        lang: own.lang,
        number: None,
        heading,
        blocks: Cow::Borrowed(&[]),
        by: Some(own.by),
        said_at: own.said_at.clone(),
        whole: !own.spare,
        strong: false,
    }
}

fn note<'s>(own: &NotePart<'s>) -> PointPart<'s> {
    PointPart {
        lang: own.lang,
        number: None,
        heading: Cow::Owned(words(own.name)),
        blocks: Cow::Owned(vec![paragraph(&own.text)]),
        by: None,
        said_at: SaidAt::default(),
        whole: !own.spare,
        strong: false,
    }
}

fn facts<'s>(own: &FactsPart<'s>) -> PointPart<'s> {
    let rows = own.rows.iter().map(|row| {
        let label = Inline::Strong(words(&row.label));
        let value = Inline::Text(format!("\u{3000}{}", row.value));
        Block::Paragraph(vec![label, value])
    });
    PointPart {
        lang: own.lang,
        number: None,
        heading: Cow::Owned(words(own.name)),
        blocks: Cow::Owned(rows.collect()),
        by: None,
        said_at: SaidAt::default(),
        whole: true,
        strong: false,
    }
}
