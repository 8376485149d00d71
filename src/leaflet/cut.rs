//! What is left out of a leaflet where there is no room for all of it: always in the order of
//! [`LeftOut`], on every kind of leaflet.

use std::borrow::Cow;
use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

use super::LeftOut;
use super::content::{
    Attribution, LeafletContent, LeafletPanel, LeafletPart, PointPart, SheetKind,
};
use super::pictures::unpictured;
use crate::model::text::{Block, Inline};
use crate::site::{Standing, Target, Version};
use crate::typesetting::{bare_name, first_sentences, marked_sentences};

/// Which points are told in full where there is no room for all.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) enum KeptPoints {
    /// Those that staff marked as strong, then the first.
    First,
    /// The shortest.
    Shortest,
}

/// How much is left out of a panel: everything up to some step, and how far the steps go that
/// can be taken part of the way.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Cut {
    /// The last step that is taken; `None` leaves everything in.
    pub last: Option<LeftOut>,
    /// Whether the passage printed large is left out, too.
    pub quote: bool,
    /// Whether charts are left out, too.
    pub charts: bool,
    /// How many passages stay, once [`LeftOut::Passages`] is reached; `None` for all.
    pub passages: Option<usize>,
    /// How many points are told in full, once [`LeftOut::Points`] is reached.
    pub whole: usize,
    /// Which those are.
    pub kept: KeptPoints,
    /// Whether pictures in the text are left out, although nothing else is.
    pub pictures: bool,
    /// How many of the longest points no page holds, so that they are told by their headings although
    /// staff chose them.
    pub longest: usize,
}

/// The steps, in the order in which they are taken.
const STEPS: [LeftOut; 13] = [
    LeftOut::Figures,
    LeftOut::Related,
    LeftOut::SecondQuote,
    LeftOut::Quote,
    LeftOut::Pictures,
    LeftOut::Glosses,
    LeftOut::Summaries,
    LeftOut::CoverPicture,
    LeftOut::Intro,
    LeftOut::Charts,
    LeftOut::Passages,
    LeftOut::Points,
    LeftOut::Lead,
];

impl Cut {
    /// Nothing is left out.
    pub(crate) const NONE: Self = Self {
        last: None,
        quote: false,
        charts: false,
        passages: None,
        whole: 0,
        kept: KeptPoints::First,
        pictures: false,
        longest: 0,
    };

    /// Everything up to a step is left out, but for charts and the passage printed large.
    pub(crate) const fn to(last: LeftOut) -> Self {
        Self {
            last: Some(last),
            ..Self::NONE
        }
    }

    /// So many passages stay.
    pub(crate) const fn passages(passages: usize) -> Self {
        Self::to(LeftOut::Passages).of(passages)
    }

    /// So many points are told in full.
    pub(crate) const fn whole(whole: usize) -> Self {
        Self {
            whole,
            ..Self::to(LeftOut::Points)
        }
    }

    /// The same of so many passages.
    const fn of(self, passages: usize) -> Self {
        Self {
            passages: Some(passages),
            ..self
        }
    }

    /// The same with the shortest points, which may have room where the first have not.
    const fn shortest(self) -> Self {
        Self {
            kept: KeptPoints::Shortest,
            ..self
        }
    }

    /// So many of the longest points are told by their headings, and nothing else is left out but pictures in the
    /// text: where text takes as many pages as it needs, only what no page holds is too long.
    pub(crate) const fn longest(longest: usize) -> Self {
        Self {
            pictures: true,
            longest,
            ..Self::NONE
        }
    }

    /// The same without the passage printed large.
    pub(crate) const fn unquoted(self) -> Self {
        Self {
            quote: true,
            ..self
        }
    }

    /// The same without charts.
    pub(crate) const fn uncharted(self) -> Self {
        Self {
            charts: true,
            ..self
        }
    }

    /// Whether something is left out.
    pub(crate) fn leaves(&self, what: LeftOut) -> bool {
        match what {
            LeftOut::Quote => return self.quote,
            LeftOut::Charts => return self.charts,
            LeftOut::Points if self.longest > 0 => return true,
            LeftOut::Pictures if self.pictures => return true,
            _ => {}
        }
        self.last.is_some_and(|last| what <= last)
    }

    /// The same, but for what stands beside lead and points: the quotation and what stands at the
    /// end, which templates measure apart.
    pub(crate) fn of_text(self) -> Self {
        match self.last {
            Some(LeftOut::Figures | LeftOut::Related | LeftOut::SecondQuote) => {
                Self::to(LeftOut::Figures)
            }
            _ => Self {
                quote: false,
                ..self
            },
        }
    }
}

/// The ways to say less on a panel of a leaflet, the first that says most; and how many of them are
/// tried before the hook, and then type, become smaller than is easy to read; those of a composed leaflet that
/// leave out a picture, only with a smaller hook.
///
/// The beginning of a passage is not what it comes to, so that none is told by its beginning: a point is
/// told in full, or by its heading and the sentences that its author marked. A topic tells of fewer
/// passages first; a statement names all its points. The passage printed large gives way to the third
/// point that is told in full, and a chart stays as long as one point is.
pub(crate) fn levels(kind: SheetKind) -> (&'static [Cut], usize) {
    const STATEMENT: [Cut; 25] = [
        Cut::NONE,
        Cut::to(LeftOut::Figures),
        Cut::to(LeftOut::Related),
        Cut::to(LeftOut::Pictures),
        Cut::to(LeftOut::Intro),
        Cut::whole(7),
        Cut::whole(6),
        Cut::whole(5),
        Cut::whole(4),
        Cut::whole(3),
        Cut::whole(3).unquoted(),
        Cut::whole(3).shortest().unquoted(),
        Cut::whole(2),
        Cut::whole(2).unquoted(),
        Cut::whole(2).shortest().unquoted(),
        Cut::whole(1),
        Cut::whole(1).unquoted(),
        Cut::whole(1).shortest().unquoted(),
        Cut::whole(3).unquoted().uncharted(),
        Cut::whole(3).shortest().unquoted().uncharted(),
        Cut::whole(2).unquoted().uncharted(),
        Cut::whole(2).shortest().unquoted().uncharted(),
        Cut::whole(1).shortest().unquoted().uncharted(),
        Cut::whole(0).uncharted(),
        Cut::whole(0).unquoted().uncharted(),
    ];
    const TOPIC: [Cut; 22] = [
        Cut::NONE,
        Cut::to(LeftOut::Figures),
        Cut::to(LeftOut::Related),
        Cut::to(LeftOut::Pictures),
        Cut::to(LeftOut::Intro),
        Cut::passages(5),
        Cut::passages(4),
        Cut::passages(3),
        Cut::passages(3).unquoted(),
        Cut::whole(2).of(4),
        Cut::whole(2).of(4).unquoted(),
        Cut::whole(2).of(4).shortest().unquoted(),
        Cut::whole(1).of(4),
        Cut::whole(1).of(4).shortest().unquoted(),
        Cut::passages(3).unquoted().uncharted(),
        Cut::whole(2).of(4).unquoted().uncharted(),
        Cut::whole(2).of(4).shortest().unquoted().uncharted(),
        Cut::whole(1).of(4).shortest().unquoted().uncharted(),
        Cut::whole(0).of(6).uncharted(),
        Cut::whole(0).of(6).unquoted().uncharted(),
        Cut::whole(0).of(4).unquoted().uncharted(),
        Cut::whole(0).of(3).unquoted().uncharted(),
    ];
    const COMPOSED: [Cut; 9] = [
        Cut::NONE,
        Cut::to(LeftOut::Related),
        Cut::to(LeftOut::SecondQuote),
        Cut::to(LeftOut::Pictures),
        Cut::to(LeftOut::Glosses),
        Cut::to(LeftOut::Summaries),
        Cut::to(LeftOut::CoverPicture),
        Cut::to(LeftOut::CoverPicture).unquoted(),
        Cut::to(LeftOut::CoverPicture).unquoted().uncharted(),
    ];
    match kind {
        SheetKind::Statement => (&STATEMENT, 15),
        SheetKind::Topic | SheetKind::Event => (&TOPIC, 12),
        SheetKind::Panels | SheetKind::Flow | SheetKind::Signatures => (&COMPOSED, 8),
    }
}

/// What is tried at last for a leaflet that nobody composed, since it must never stop a site: fewer
/// and fewer points by their headings, under the beginning of the lead.
pub(crate) fn last_resort(kind: SheetKind) -> &'static [Cut] {
    const LEAST: Cut = Cut::to(LeftOut::Lead).unquoted().uncharted();
    const POINTS: [Cut; 11] = [
        LEAST.of(12),
        LEAST.of(10),
        LEAST.of(8),
        LEAST.of(7),
        LEAST.of(6),
        LEAST.of(5),
        LEAST.of(4),
        LEAST.of(3),
        LEAST.of(2),
        LEAST.of(1),
        LEAST.of(0),
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
            if before == panel.parts {
                continue;
            }
            left_out.push(step);
            less_text |= !matches!(
                step,
                LeftOut::Figures
                    | LeftOut::CoverPicture
                    | LeftOut::Related
                    | LeftOut::SecondQuote
                    | LeftOut::Quote
                    | LeftOut::Charts
            );
        }
    }
    left_out.sort_unstable();
    left_out.dedup();
    // On a text of its own a figure, a quotation or a voice is an extra; staff's panels say less without it.
    chosen.imprint.abridged |= if content.kind.is_whole() {
        less_text
    } else {
        !left_out.is_empty()
    };
    (chosen, left_out)
}

/// Takes one step.
fn take(step: LeftOut, cut: &Cut, parts: &mut Vec<LeafletPart<'_>>) {
    match step {
        LeftOut::Portrait | LeftOut::Drawing | LeftOut::Tables | LeftOut::Words => {}
        LeftOut::Figures => parts.retain(|part| !matches!(part, LeafletPart::Figures(_))),
        LeftOut::Related => parts.retain(|part| match part {
            LeafletPart::Note(note) => !note.spare,
            LeafletPart::Voice(voice) => !voice.spare,
            _ => true,
        }),
        LeftOut::SecondQuote => parts.retain(|part| !is_spare_quote(part, true)),
        LeftOut::Quote => parts.retain(|part| !is_spare_quote(part, false)),
        LeftOut::Pictures => {
            for part in parts {
                unpictured(part);
            }
        }
        LeftOut::Glosses => parts.iter_mut().for_each(without_glosses),
        LeftOut::Summaries => parts.iter_mut().for_each(titled),
        LeftOut::CoverPicture => parts.retain(|part| !matches!(part, LeafletPart::Picture(_))),
        LeftOut::Intro => {
            if has_points(parts) {
                parts.iter_mut().for_each(summary_alone);
            }
        }
        LeftOut::Charts => parts.retain(|part| !matches!(part, LeafletPart::Chart(_))),
        LeftOut::Passages => few_passages(cut.passages.unwrap_or(usize::MAX), parts),
        LeftOut::Points => few_whole(cut, parts),
        LeftOut::Lead => {
            let most = (!has_points(parts)).then(|| cut.passages.unwrap_or(usize::MAX));
            for part in parts {
                less_lead(most, part);
            }
        }
    }
}

fn has_points(parts: &[LeafletPart<'_>]) -> bool {
    let is_point = |part: &LeafletPart<'_>| matches!(part, LeafletPart::Point(_));
    parts.iter().any(is_point)
}

/// Of what stands before the points, the summary, which comes first.
fn summary_alone(part: &mut LeafletPart<'_>) {
    if let LeafletPart::Lead {
        blocks,
        whole: false,
    } = part
    {
        blocks.to_mut().truncate(1);
    }
}

/// Leaves of a text without points as much as so many of them would take; before points, as much as one
/// would, and nothing of a sentence without end, which no sheet has room for.
fn less_lead(most: Option<usize>, part: &mut LeafletPart<'_>) {
    const SENTENCES: usize = 4;
    const ENDLESS: f64 = 400.0;
    let LeafletPart::Lead {
        blocks,
        whole: false,
    } = part
    else {
        return;
    };
    let first = |sentences| first_sentences(blocks, sentences);
    let fits = |blocks: &Vec<Block<Target>>| blocks_ems(blocks) <= ENDLESS;
    let less = match most {
        Some(most) => first(most.saturating_mul(SENTENCES)),
        None => [SENTENCES, 1]
            .map(first)
            .into_iter()
            .find(fits)
            .unwrap_or_default(),
    };
    *blocks = Cow::Owned(less);
}

/// The places of those parts that stay where there is room for so many.
fn kept(
    parts: &[LeafletPart<'_>],
    is_one: impl Fn(&LeafletPart<'_>) -> bool,
    most: usize,
    which: KeptPoints,
) -> BTreeSet<usize> {
    let point = |at: &usize| match &parts[*at] {
        LeafletPart::Point(point) => Some(point),
        _ => None,
    };
    let long = |at: &usize| point(at).map_or(0.0, |point| blocks_ems(&point.blocks));
    let mut all: Vec<usize> = (0..parts.len()).filter(|at| is_one(&parts[*at])).collect();
    match which {
        KeptPoints::Shortest => all.sort_by(|a, b| long(a).total_cmp(&long(b))),
        KeptPoints::First => all.sort_by_key(|at| !point(at).is_some_and(|point| point.strong)),
    }
    all.into_iter().take(most).collect()
}

/// Tells so many points in full. Of the others, the sentences that their author marked stay under the
/// heading. Who spoke is told without a post, except with what is told in full.
fn few_whole(cut: &Cut, parts: &mut [LeafletPart<'_>]) {
    let any = cut.longest > 0;
    let is_one =
        |part: &LeafletPart<'_>| matches!(part, LeafletPart::Point(own) if any || !own.whole);
    let whole = if any {
        let all = parts.iter().filter(|part| is_one(part)).count();
        kept(
            parts,
            is_one,
            all.saturating_sub(cut.longest),
            KeptPoints::Shortest,
        )
    } else {
        kept(parts, is_one, cut.whole, cut.kept)
    };
    for (at, part) in parts.iter_mut().enumerate() {
        let may_go = is_one(part);
        if let LeafletPart::Point(point) = part
            && may_go
            && !whole.contains(&at)
        {
            point.blocks = Cow::Owned(marked_sentences(&point.blocks));
            if let Some(by) = &mut point.by {
                by.standing.role = None;
            }
        }
    }
}

/// Leaves so many passages, in their order, numbered anew.
fn few_passages(most: usize, parts: &mut Vec<LeafletPart<'_>>) {
    let is_passage =
        |part: &LeafletPart<'_>| matches!(part, LeafletPart::Point(_) | LeafletPart::Voice(_));
    let stay = kept(parts, is_passage, most, KeptPoints::First);
    let (mut at, mut number) = (0, 0);
    parts.retain_mut(|part| {
        let stays = !is_passage(part) || stay.contains(&at);
        at += 1;
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
        LeafletPart::Picture(_)
        | LeafletPart::Lead { .. }
        | LeafletPart::Figures(_)
        | LeafletPart::Chart(_)
        | LeafletPart::Quote(_)
        | LeafletPart::Note(_) => {}
    }
}

/// A voice in its title, which says what its summary comes to.
fn titled(part: &mut LeafletPart<'_>) {
    if let LeafletPart::Voice(voice) = part {
        voice.text.clone_from(&voice.title);
        // A title is the site's.
        voice.spoken = false;
        voice.titled = true;
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

/// The length of a text set on one line, in ems: Latin letters are half as wide as others.
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
