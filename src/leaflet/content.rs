//! What a leaflet says, part by part: the typed value that paper and page both draw.

use std::borrow::Cow;

use super::LeftOut;
use crate::base::{Date, Design, Drawing, Lang, PanelName, QrChoice};
use crate::model::text::{Block, Inline};
use crate::site::{ChartText, EventId, Photo, Publisher, Standing, Target, Version};

/// Running text, borrowed from the site until some of it is left out.
pub(crate) type RichLine<'s> = Cow<'s, [Inline<Target>]>;
/// Blocks of text, in the same way.
pub(crate) type RichBlocks<'s> = Cow<'s, [Block<Target>]>;

/// What kind of sheet a leaflet is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum SheetKind {
    /// A statement, on one side of A4.
    Statement,
    /// A topic with passages of statements, on one side of A4.
    Topic,
    /// An event with what was said there, on one side of A4.
    Event,
    /// What staff composed, panel by panel.
    Panels,
    /// What staff composed as a large edition: one text over as many pages as it takes.
    Flow,
    /// What staff composed, with rows for names and addresses.
    Signatures,
}

impl SheetKind {
    /// Whether it is one text that can be told at less length.
    pub(crate) fn is_whole(self) -> bool {
        matches!(self, Self::Statement | Self::Topic | Self::Event)
    }
}

/// What a leaflet says in one language.
#[derive(Debug, Clone)]
pub(crate) struct LeafletContent<'s> {
    /// The language.
    pub lang: Lang,
    /// The kind of sheet.
    pub kind: SheetKind,
    /// What stands largest, and how the rest is arranged.
    pub design: Design,
    /// A drawing of the theme, where the head has room for it.
    pub drawing: Option<Drawing>,
    /// The document's title.
    pub title: RichLine<'s>,
    /// What stands largest.
    pub hook: RichLine<'s>,
    /// What the speaker says, in a few words that stand larger than the title.
    pub pull: Option<RichLine<'s>>,
    /// The number that stands largest on the leaflet, in the place of other words.
    pub figure: Option<FigurePart<'s>>,
    /// What it is about, as a tab beside a hook that does not tell it.
    pub tab: Option<&'s str>,
    /// A small line above the hook: when it was said. None where it was said on several days.
    pub kicker: Option<String>,
    /// Who speaks, where the whole leaflet is one person's.
    pub by: Option<Attribution<'s>>,
    /// The portrait of who speaks, where it may be printed.
    pub portrait: Option<&'s Photo>,
    /// The panels in the order of reading; one of a leaflet that nobody composed.
    pub panels: Vec<LeafletPanel<'s>>,
    /// A title over what stands at the end: voices of others, related topics.
    pub tail: Option<String>,
    /// The names of the events at which it was said.
    pub events: Vec<&'s str>,
    /// What readers are asked to do.
    pub call: Option<Request<'s>>,
    /// Who publishes.
    pub publisher: &'s Publisher,
    /// Where the full text stands.
    pub address: Option<String>,
    /// Where its QR codes lead.
    pub qr: QrChoice,
    /// The small print.
    pub imprint: Imprint,
    /// What is left to the site from the start.
    pub withheld: Vec<LeftOut>,
}

impl LeafletContent<'_> {
    /// Whether its headline stands in vertical lines.
    pub(crate) fn is_vertical(&self) -> bool {
        self.design.is_vertical(self.lang)
    }
}

impl<'s> LeafletContent<'s> {
    /// Whether two sections of a panel are compared, side by side: where no table of two columns is.
    pub(crate) fn faces(&self, panel: &LeafletPanel<'s>) -> bool {
        /// In millimetres: two columns have no room on less.
        const LEAST: f64 = 100.0;
        let is_whole = self.kind.is_whole();
        let is_of_two =
            |block: &Block<Target>| matches!(block, Block::Table { head, .. } if head.len() == 2);
        let mut texts = self.texts();
        let sections = panel.parts.iter().filter(|part| match part {
            LeafletPart::Point(point) => is_whole || point.by.is_none(),
            _ => false,
        });
        self.design == Design::Compare
            && (is_whole || panel.width >= LEAST)
            && !texts.any(|(_, blocks)| blocks.iter().any(is_of_two))
            && sections.count() > 1
    }

    /// What stands in running text, and on which panel.
    pub(crate) fn texts(&self) -> impl Iterator<Item = (&LeafletPanel<'s>, &[Block<Target>])> {
        self.panels.iter().flat_map(|panel| {
            let parts = panel.parts.iter();
            parts.map(move |part| (panel, part.blocks()))
        })
    }
}

/// A panel and what stands on it.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct LeafletPanel<'s> {
    /// What people call it.
    pub called: PanelName,
    /// The side that it is on, from 0.
    pub side: usize,
    /// From the left edge of the sheet, in millimetres.
    pub x: f64,
    /// In millimetres.
    pub width: f64,
    /// How it begins.
    pub head: PanelHead,
    /// How it ends.
    pub foot: PanelFoot,
    /// What stands between, from top to bottom.
    pub parts: Vec<LeafletPart<'s>>,
}

/// How a panel begins.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum PanelHead {
    /// With the hook.
    Hook,
    /// With the hook over most of it, and the title below: the front of a folded leaflet.
    Cover,
    /// With the title on a strip of colour.
    Strip,
    /// With a line of colour.
    Line,
}

/// How a panel ends.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum PanelFoot {
    /// With the call and the imprint.
    Call,
    /// The same, over the whole panel.
    Whole,
    /// It sends the reader overleaf.
    Turn,
    /// With who publishes: the front of a folded leaflet.
    Cover,
    /// With nothing.
    Plain,
}

/// A part of a panel.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum LeafletPart<'s> {
    /// A picture that is seen first.
    Picture(&'s Photo),
    /// What stands before the points.
    Lead {
        /// Its text.
        blocks: RichBlocks<'s>,
        /// Whether all of it stays, since staff wrote it for this leaflet.
        whole: bool,
    },
    /// More numbers, side by side.
    Figures(Vec<FigurePart<'s>>),
    /// A small table, drawn.
    Chart(ChartPart<'s>),
    /// A section or a cited passage under its heading.
    Point(PointPart<'s>),
    /// A sentence printed large.
    Quote(QuotePart<'s>),
    /// What somebody said, in short.
    Voice(VoicePart<'s>),
    /// A topic in a few words.
    Note(NotePart<'s>),
    /// The facts of an event.
    Facts(FactsPart<'s>),
}

impl LeafletPart<'_> {
    /// Its running text.
    pub(crate) fn blocks(&self) -> &[Block<Target>] {
        match self {
            Self::Lead { blocks, .. } => blocks,
            Self::Point(point) => &point.blocks,
            _ => &[],
        }
    }
}

/// A number, what it counts, and where it is from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct FigurePart<'s> {
    /// The number with its unit.
    pub value: &'s [Inline<Target>],
    /// What it counts.
    pub caption: RichLine<'s>,
    /// Where it is from.
    pub source: Option<String>,
}

/// A small table, drawn.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct ChartPart<'s> {
    /// What is drawn.
    pub chart: &'s ChartText,
    /// What it shows.
    pub title: RichLine<'s>,
    /// What each row counts, or what happened.
    pub labels: Vec<RichLine<'s>>,
    /// Where its numbers are from.
    pub source: Option<String>,
}

/// A section or a cited passage.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct PointPart<'s> {
    /// The language of its words.
    pub lang: Lang,
    /// Its number, where it has one.
    pub number: Option<usize>,
    /// Its heading.
    pub heading: RichLine<'s>,
    /// Its text.
    pub blocks: RichBlocks<'s>,
    /// Whose it is, when it is cited.
    pub by: Option<Attribution<'s>>,
    /// At which event it was said, when it is cited.
    pub said_at: SaidAt,
    /// Whether all of it stays, since staff chose it for this leaflet.
    pub whole: bool,
    /// Whether it stays where there is room for few, since its author marked it as strong.
    pub strong: bool,
}

/// A sentence printed large.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct QuotePart<'s> {
    /// The language of its words.
    pub lang: Lang,
    /// Its words.
    pub text: RichLine<'s>,
    /// Whose they are.
    pub by: Attribution<'s>,
    /// At which event they were said.
    pub said_at: SaidAt,
    /// Under which heading they stand.
    pub place: String,
    /// Whether these are the speaker's own words, so that quotation marks are true.
    pub spoken: bool,
    /// Whether it may be left out: nobody asked for it.
    pub spare: bool,
    /// Whether another stands before it on the leaflet.
    pub second: bool,
}

/// What somebody said, in short.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct VoicePart<'s> {
    /// Whose it is.
    pub by: Attribution<'s>,
    /// At which event it was said.
    pub said_at: SaidAt,
    /// The language of its words.
    pub lang: Lang,
    /// The summary, or else the title.
    pub text: RichLine<'s>,
    /// The title of what was said, which says what it comes to.
    pub title: RichLine<'s>,
    /// Whether these are the speaker's own words.
    pub spoken: bool,
    /// Whether the title alone is told, since there was no room for the rest.
    pub titled: bool,
    /// Whether it may be left out.
    pub spare: bool,
}

/// A topic in a few words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct NotePart<'s> {
    /// The language of its words.
    pub lang: Lang,
    /// Its name.
    pub name: &'s str,
    /// Its summary.
    pub text: RichLine<'s>,
    /// Whether it may be left out.
    pub spare: bool,
}

/// The facts of an event.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct FactsPart<'s> {
    /// The language of its name.
    pub lang: Lang,
    /// Its name.
    pub name: &'s str,
    /// Its facts.
    pub rows: Vec<FactRow>,
}

/// A fact.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct FactRow {
    /// What it tells.
    pub label: String,
    /// What it is.
    pub value: String,
    /// The language of the value.
    pub lang: Lang,
    /// The same with the names of organisations alone.
    pub bare: String,
}

/// Who somebody is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Attribution<'s> {
    /// The name.
    pub name: Version<'s, str>,
    /// Its reading, if somebody confirmed it and it is wanted.
    pub reading: Option<&'s str>,
    /// The organisation and the post.
    pub standing: Standing<'s>,
    /// The portrait, where it may be printed.
    pub photo: Option<&'s Photo>,
}

/// At which event something was said.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(crate) struct SaidAt {
    /// The event.
    pub event: Option<EventId>,
    /// Its name and date, to be printed with the passage: only where words of several events
    /// stand on one leaflet.
    pub rally: Option<String>,
}

/// What readers are asked to do.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Request<'s> {
    /// The request.
    pub text: &'s str,
    /// Where it is met.
    pub url: Option<&'s str>,
    /// Until when.
    pub deadline: Option<Date>,
    /// What the button says that leads there.
    pub button: Option<&'s str>,
}

/// The small print, not yet in its order.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(crate) struct Imprint {
    /// What kind of text it is.
    pub notice: Option<String>,
    /// Where the text comes from.
    pub source: Option<String>,
    /// The day of issue.
    pub issued: Option<String>,
    /// Whether something was left out that the site has in full.
    pub abridged: bool,
    /// Whether the paper is too small for all of it.
    pub small: bool,
}

/// A piece of the small print.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct ImprintLine {
    /// What it tells, where that has to be said.
    pub label: Option<String>,
    /// What it is.
    pub text: String,
}
