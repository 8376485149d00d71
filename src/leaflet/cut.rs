//! What is left out of a leaflet where there is no room for all of it: always in the order of
//! [`LeftOut`], on every kind of leaflet.

use std::borrow::Cow;

use serde::{Deserialize, Serialize};

use super::LeftOut;
use super::content::{
    Attribution, LeafletContent, LeafletPanel, LeafletPart, PointPart, RichBlocks, SheetKind,
};
use crate::model::text::{Block, Inline};
use crate::site::{Standing, Target, Version};
use crate::typesetting::{bare_name, first_sentence, first_sentences};

/// How much is left out of a panel: everything up to some step, and how far the steps go that
/// can be taken part of the way.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Cut {
    /// The last step that is taken; `None` leaves everything in.
    pub last: Option<LeftOut>,
    /// How many sentences of each point stay, once [`LeftOut::Sentences`] is reached.
    pub sentences: usize,
    /// How many passages stay, once [`LeftOut::Passages`] is reached; `None` for all.
    pub passages: Option<usize>,
}

/// The steps, in the order in which they are taken.
const STEPS: [LeftOut; 9] = [
    LeftOut::Related,
    LeftOut::SecondQuote,
    LeftOut::Glosses,
    LeftOut::Summaries,
    LeftOut::Paragraphs,
    LeftOut::Sentences,
    LeftOut::Quote,
    LeftOut::Passages,
    LeftOut::Points,
];

impl Cut {
    /// Nothing is left out.
    pub(crate) const NONE: Self = Self {
        last: None,
        sentences: 1,
        passages: None,
    };

    /// Everything up to a step is left out.
    pub(crate) const fn to(last: LeftOut) -> Self {
        Self {
            last: Some(last),
            ..Self::NONE
        }
    }

    /// So many sentences of each point stay.
    pub(crate) const fn sentences(sentences: usize) -> Self {
        Self {
            sentences,
            ..Self::to(LeftOut::Sentences)
        }
    }

    /// So many passages stay, each in its first sentence.
    pub(crate) const fn passages(passages: usize) -> Self {
        Self {
            passages: Some(passages),
            ..Self::to(LeftOut::Passages)
        }
    }

    /// Whether something is left out.
    pub(crate) fn leaves(&self, what: LeftOut) -> bool {
        self.last.is_some_and(|last| what <= last)
    }

    /// The same, but for what stands beside lead and points: the quotation and what stands at the
    /// end, which templates measure apart.
    pub(crate) fn of_text(self) -> Self {
        match self.last {
            Some(LeftOut::Related | LeftOut::SecondQuote) => Self::NONE,
            Some(LeftOut::Quote) => Self {
                last: Some(LeftOut::Sentences),
                ..self
            },
            _ => self,
        }
    }
}

/// The ways to say less on a panel of a leaflet, the first that says most; and how many of them are
/// tried before type becomes smaller than is easy to read: a strong passage stays until then.
///
/// Where type is small, a topic tells of fewer passages, since headings without a word under them
/// say too little; a statement names all its points.
pub(crate) fn levels(kind: SheetKind) -> (&'static [Cut], usize) {
    const STATEMENT: [Cut; 6] = [
        Cut::NONE,
        Cut::to(LeftOut::Related),
        Cut::to(LeftOut::Paragraphs),
        Cut::sentences(1),
        Cut::to(LeftOut::Quote),
        Cut::to(LeftOut::Points),
    ];
    const TOPIC: [Cut; 9] = [
        Cut::NONE,
        Cut::to(LeftOut::Related),
        Cut::to(LeftOut::Paragraphs),
        Cut::sentences(1),
        Cut::to(LeftOut::Quote),
        Cut::passages(5),
        Cut::passages(4),
        Cut::passages(3),
        Cut::to(LeftOut::Points),
    ];
    const COMPOSED: [Cut; 6] = [
        Cut::NONE,
        Cut::to(LeftOut::Related),
        Cut::to(LeftOut::SecondQuote),
        Cut::to(LeftOut::Glosses),
        Cut::to(LeftOut::Summaries),
        Cut::to(LeftOut::Quote),
    ];
    match kind {
        SheetKind::Statement => (&STATEMENT, 4),
        SheetKind::Topic | SheetKind::Event => (&TOPIC, 4),
        SheetKind::Panels | SheetKind::Flow | SheetKind::Signatures => (&COMPOSED, 5),
    }
}

/// What is tried at last for a leaflet that nobody composed, since it must never stop a site: fewer
/// and fewer points, each in its first sentence.
pub(crate) fn last_resort(kind: SheetKind) -> &'static [Cut] {
    const POINTS: [Cut; 11] = [
        Cut::passages(12),
        Cut::passages(10),
        Cut::passages(8),
        Cut::passages(7),
        Cut::passages(6),
        Cut::passages(5),
        Cut::passages(4),
        Cut::passages(3),
        Cut::passages(2),
        Cut::passages(1),
        Cut::passages(0),
    ];
    match kind {
        SheetKind::Statement | SheetKind::Topic | SheetKind::Event => &POINTS,
        SheetKind::Panels | SheetKind::Flow | SheetKind::Signatures => &[],
    }
}

/// A panel with less on it.
pub(crate) fn shortened<'s>(panel: &LeafletPanel<'s>, cut: &Cut) -> LeafletPanel<'s> {
    let mut panel = panel.clone();
    for step in STEPS.into_iter().filter(|step| cut.leaves(*step)) {
        take(step, cut, &mut panel.parts);
    }
    panel
}

/// A leaflet whose panels each leave out as much as their cut says, and what that is, in the order
/// in which it was given up.
pub(crate) fn chosen<'s>(
    content: &LeafletContent<'s>,
    cuts: &[Cut],
) -> (LeafletContent<'s>, Vec<LeftOut>) {
    let mut chosen = content.clone();
    let mut left_out = Vec::new();
    let mut less_text = false;
    for (panel, cut) in chosen.panels.iter_mut().zip(cuts) {
        for step in STEPS.into_iter().filter(|step| cut.leaves(*step)) {
            let before = panel.parts.clone();
            take(step, cut, &mut panel.parts);
            if tells(step, &before, &panel.parts) {
                left_out.push(step);
            }
            let beside = matches!(
                step,
                LeftOut::Related | LeftOut::SecondQuote | LeftOut::Quote
            );
            less_text |= !beside && before != panel.parts;
        }
    }
    left_out.sort_unstable();
    left_out.dedup();
    // On a text of its own a quotation or a voice is an extra; staff's panels say less without it.
    chosen.imprint.abridged |= if content.kind.is_whole() {
        less_text
    } else {
        !left_out.is_empty()
    };
    (chosen, left_out)
}

/// Whether a step that was taken has to be told of: something is missing now. A post that goes with
/// the sentences is not worth a word.
fn tells(step: LeftOut, before: &[LeafletPart<'_>], after: &[LeafletPart<'_>]) -> bool {
    if step != LeftOut::Sentences {
        return before != after;
    }
    !texts(before).eq(texts(after))
}

/// The texts of points.
fn texts<'p, 's>(parts: &'p [LeafletPart<'s>]) -> impl Iterator<Item = &'p RichBlocks<'s>> {
    parts.iter().filter_map(|part| match part {
        LeafletPart::Point(point) => Some(&point.blocks),
        _ => None,
    })
}

/// Takes one step.
fn take(step: LeftOut, cut: &Cut, parts: &mut Vec<LeafletPart<'_>>) {
    match step {
        LeftOut::Portrait | LeftOut::Pictures => {}
        LeftOut::Related => parts.retain(|part| match part {
            LeafletPart::Note(note) => !note.spare,
            LeafletPart::Voice(voice) => !voice.spare,
            _ => true,
        }),
        LeftOut::SecondQuote => parts.retain(|part| !is_spare_quote(part, true)),
        LeftOut::Quote => parts.retain(|part| !is_spare_quote(part, false)),
        LeftOut::Glosses => parts.iter_mut().for_each(without_glosses),
        LeftOut::Summaries => {
            let alone = cut.leaves(LeftOut::Sentences);
            let has_points = has_points(parts);
            for part in parts {
                first_only(part, alone, has_points);
            }
        }
        LeftOut::Paragraphs | LeftOut::Sentences | LeftOut::Points => {
            for part in parts {
                if let LeafletPart::Point(point) = part
                    && !point.whole
                {
                    less_text(step, cut, &mut point.blocks);
                    if let (LeftOut::Sentences, Some(by)) = (step, &mut point.by) {
                        by.standing.role = None;
                    }
                }
            }
        }
        LeftOut::Passages => {
            let most = cut.passages.unwrap_or(usize::MAX);
            if !has_points(parts) {
                for part in parts.iter_mut() {
                    less_lead(most, part);
                }
            }
            few_passages(most, parts);
            parts.iter_mut().for_each(without_endless);
        }
    }
}

fn has_points(parts: &[LeafletPart<'_>]) -> bool {
    let is_point = |part: &LeafletPart<'_>| matches!(part, LeafletPart::Point(_));
    parts.iter().any(is_point)
}

/// Leaves as much of a text without points as so many of them would take.
fn less_lead(most: usize, part: &mut LeafletPart<'_>) {
    const SENTENCES: usize = 4;
    if let LeafletPart::Lead {
        blocks,
        whole: false,
    } = part
    {
        *blocks = Cow::Owned(first_sentences(blocks, most.saturating_mul(SENTENCES)));
    }
}

/// Leaves so many passages: those marked as strong, then the first ones; in their order, numbered
/// anew.
fn few_passages(most: usize, parts: &mut Vec<LeafletPart<'_>>) {
    let is_passage =
        |part: &LeafletPart<'_>| matches!(part, LeafletPart::Point(_) | LeafletPart::Voice(_));
    let is_strong = |part: &LeafletPart<'_>| matches!(part, LeafletPart::Point(own) if own.strong);
    let passages = parts.iter().filter(|part| is_passage(part));
    if passages.count() <= most {
        return;
    }
    let mut strong = most.min(parts.iter().filter(|part| is_strong(part)).count());
    let mut others = most - strong;
    let mut number = 0;
    parts.retain_mut(|part| {
        if !is_passage(part) {
            return true;
        }
        let left = if is_strong(part) {
            &mut strong
        } else {
            &mut others
        };
        let stays = *left > 0;
        *left = left.saturating_sub(1);
        if let LeafletPart::Point(PointPart {
            number: Some(own), ..
        }) = part
            && stays
        {
            number += 1;
            *own = number;
        }
        stays
    });
}

/// Takes away a sentence without end, which no sheet has room for.
fn without_endless(part: &mut LeafletPart<'_>) {
    const ENDLESS: f64 = 300.0;
    match part {
        LeafletPart::Point(PointPart {
            blocks,
            whole: false,
            ..
        }) if blocks_ems(blocks) > ENDLESS => *blocks = Cow::Borrowed(&[]),
        _ => {}
    }
}

fn is_spare_quote(part: &LeafletPart<'_>, second: bool) -> bool {
    matches!(part, LeafletPart::Quote(quote) if quote.spare && quote.second == second)
}

fn without_glosses(part: &mut LeafletPart<'_>) {
    match part {
        LeafletPart::Point(point) => {
            if let Some(by) = &mut point.by {
                *by = by.without_gloss();
            }
        }
        LeafletPart::Voice(voice) => voice.by = voice.by.without_gloss(),
        LeafletPart::Facts(facts) => {
            for row in &mut facts.rows {
                row.value.clone_from(&row.bare);
            }
        }
        LeafletPart::Lead { .. } | LeafletPart::Quote(_) | LeafletPart::Note(_) => {}
    }
}

/// Leaves the first sentence of a summary; `alone` takes away what stands between it and the
/// points, too. What is all that a leaflet tells stays, until the last.
fn first_only(part: &mut LeafletPart<'_>, alone: bool, has_points: bool) {
    const ENDLESS: f64 = 400.0;
    match part {
        LeafletPart::Voice(voice) => voice.text = Cow::Owned(first_sentence(&voice.text)),
        LeafletPart::Lead {
            blocks,
            whole: false,
        } if has_points => {
            let blocks = blocks.to_mut();
            if let Some(Block::Paragraph(content)) = blocks.first_mut() {
                *content = first_sentence(content);
            }
            if alone {
                blocks.truncate(1);
                if blocks_ems(blocks) > ENDLESS {
                    blocks.clear();
                }
            }
        }
        _ => {}
    }
}

/// Leaves as much of a point's text as a step says; where a later one leaves less of it, nothing
/// is done yet.
fn less_text(step: LeftOut, cut: &Cut, blocks: &mut RichBlocks<'_>) {
    match step {
        LeftOut::Paragraphs if !cut.leaves(LeftOut::Sentences) => blocks.to_mut().truncate(1),
        LeftOut::Sentences if !cut.leaves(LeftOut::Points) => {
            *blocks = Cow::Owned(first_sentences(blocks, cut.sentences));
        }
        LeftOut::Points => *blocks = Cow::Borrowed(&[]),
        _ => {}
    }
}

impl Attribution<'_> {
    /// The same without what stands in brackets after the organisation's name.
    pub(crate) fn without_gloss(self) -> Self {
        Self {
            standing: Standing {
                affiliation: self.standing.affiliation.map(|told| Version {
                    text: bare_name(told.text),
                    ..told
                }),
                ..self.standing
            },
            ..self
        }
    }
}

/// The length of lead and points set on one line, in ems: Latin letters are half as wide as others.
pub(crate) fn ems(panel: &LeafletPanel<'_>) -> f64 {
    let part = |part: &LeafletPart<'_>| match part {
        LeafletPart::Lead { blocks, .. } => blocks_ems(blocks),
        LeafletPart::Point(point) => blocks_ems(&point.blocks),
        _ => 0.0,
    };
    panel.parts.iter().map(part).sum()
}

fn blocks_ems(blocks: &[Block<Target>]) -> f64 {
    let one = |block: &Block<Target>| match block {
        Block::Paragraph(content) | Block::Heading { content, .. } => line_ems(content),
        Block::List { items, .. } => items.iter().map(|item| blocks_ems(item)).sum(),
        Block::Quote(blocks) => blocks_ems(blocks),
        Block::Code { text, .. } => text_ems(text),
        Block::Table { head, rows } => {
            let cells = head.iter().chain(rows.iter().flatten());
            cells.map(|cell| line_ems(cell)).sum()
        }
        Block::Rule => 0.0,
    };
    blocks.iter().map(one).sum()
}

fn line_ems(line: &[Inline<Target>]) -> f64 {
    let one = |inline: &Inline<Target>| match inline {
        Inline::Text(text) | Inline::Code(text) | Inline::Ruby { base: text, .. } => text_ems(text),
        Inline::Emphasis(content)
        | Inline::Strong(content)
        | Inline::Strike(content)
        | Inline::Note { content, .. }
        | Inline::Link { content, .. } => line_ems(content),
        Inline::Image { .. } | Inline::Break => 0.0,
    };
    line.iter().map(one).sum()
}

fn text_ems(text: &str) -> f64 {
    let one = |c: char| if u32::from(c) < 0x2E80 { 0.5 } else { 1.0 };
    text.chars().map(one).sum()
}
