//! Copyfitting: the largest type at which everything stands on the sheet, and what is left
//! out, in a stated order, before type becomes too small.

use super::data::{Leaflet, Node};
use super::engine::{Engine, Fault, Fill, Layout};

/// Body type on A4, in points: the smallest, the smallest without a warning, the largest.
const SMALLEST: f64 = 10.5;
pub(super) const COMFORTABLE: f64 = 12.0;
const LARGEST: f64 = 14.0;
/// The sizes at which a draft is measured.
pub(super) const SIZES: [f64; 3] = [SMALLEST, COMFORTABLE, LARGEST];
/// Sizes are multiples of this.
const STEP: f64 = 0.1;
/// A panel emptier than this is worth a warning.
const MUCH_ROOM: f64 = 1.0 / 3.0;

/// A fitted leaflet.
pub(super) struct Fitted {
    /// The size of body text, in points.
    pub size: f64,
    /// What it says, after anything that had to be left out.
    pub leaflet: Leaflet,
    /// The layout for office printers.
    pub layout: Layout,
    /// Panels that stayed more than a third empty.
    pub empty: Vec<String>,
}

/// Why a leaflet cannot be set.
pub(super) enum Unfit {
    /// A template is wrong.
    Template(Vec<Fault>),
    /// A panel's text is too long at the smallest size, by so many lines.
    Overflow { panel: String, lines: u32 },
}

/// What may be left out of a panel, as every draft measures it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Parts {
    /// Nothing.
    All,
    /// The voices of others and related topics.
    NoTail,
    /// The passage printed large, too.
    NoQuote,
}

/// How much of each point is printed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Detail {
    /// All of it.
    Full,
    /// Its first paragraph.
    Paragraph,
    /// Its first sentence.
    Sentence,
    /// Its heading.
    Heading,
}

/// What is tried, in this order. Type that old people read with ease is worth more than
/// detail, which the site has in full; and the one strong passage is worth more than detail.
const STEPS: [(Detail, Parts, f64); 9] = [
    (Detail::Full, Parts::All, COMFORTABLE),
    (Detail::Full, Parts::NoTail, COMFORTABLE),
    (Detail::Paragraph, Parts::NoTail, COMFORTABLE),
    (Detail::Sentence, Parts::NoTail, COMFORTABLE),
    (Detail::Sentence, Parts::NoQuote, COMFORTABLE),
    (Detail::Sentence, Parts::NoTail, SMALLEST),
    (Detail::Sentence, Parts::NoQuote, SMALLEST),
    (Detail::Heading, Parts::NoTail, SMALLEST),
    (Detail::Heading, Parts::NoQuote, SMALLEST),
];

/// The same for a composed leaflet, whose text is what staff chose to print.
const COMPOSED: [(Detail, Parts, f64); 5] = [
    (Detail::Full, Parts::All, COMFORTABLE),
    (Detail::Full, Parts::NoTail, COMFORTABLE),
    (Detail::Full, Parts::NoQuote, COMFORTABLE),
    (Detail::Full, Parts::NoTail, SMALLEST),
    (Detail::Full, Parts::NoQuote, SMALLEST),
];

/// How a job is to be laid out.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) enum Pass {
    /// Only measured, at the sizes in [`SIZES`].
    Draft,
    /// Drawn at a size in points.
    Final(f64),
}

/// Fits a leaflet. `job` makes a job from a leaflet for a pass.
pub(super) fn fit(
    engine: &Engine,
    template: &str,
    leaflet: &Leaflet,
    job: impl Fn(&Leaflet, Pass) -> Vec<u8>,
) -> Result<Fitted, Unfit> {
    let steps: &[_] = if leaflet.kind == "composed" { &COMPOSED } else { &STEPS };
    let mut measured: Option<(Detail, Vec<Fill>)> = None;
    let mut last = Parts::All;
    for (detail, parts, least) in steps {
        let fills = match measured.take() {
            Some((same, fills)) if same == *detail => fills,
            _ => {
                let reduced = reduce(leaflet, *detail, Parts::All);
                let layout = engine.lay_out(template, job(&reduced, Pass::Draft)).map_err(Unfit::Template)?;
                layout.fills()
            }
        };
        if let Some(size) = largest(&fills, *parts as usize, *least) {
            let reduced = reduce(leaflet, *detail, *parts);
            return finish(engine, template, reduced, size, &fills, *parts, &job);
        }
        measured = Some((*detail, fills));
        last = *parts;
    }
    Err(overflow(&measured.map(|(_, fills)| fills).unwrap_or_default(), last as usize))
}

/// The largest size, not under `least`, at which every panel holds its content. Between the
/// sizes measured, the square root of the height needed grows evenly with the size.
fn largest(fills: &[Fill], way: usize, least: f64) -> Option<f64> {
    fills.iter().map(|fill| largest_in(fill, way, least)).try_fold(LARGEST, |size, own| Some(size.min(own?)))
}

fn largest_in(fill: &Fill, way: usize, least: f64) -> Option<f64> {
    let used = |at: usize| fill.used.get(at).and_then(|ways| ways.get(way)).copied();
    if used(SIZES.len() - 1)? <= fill.room {
        return Some(LARGEST);
    }
    let from = SIZES.iter().position(|size| *size >= least)?;
    (from..SIZES.len() - 1).rev().find_map(|at| {
        let (small, large) = (used(at)?, used(at + 1)?);
        if small > fill.room {
            return None;
        }
        let part = (fill.room.sqrt() - small.sqrt()) / (large.sqrt() - small.sqrt()).max(f64::EPSILON);
        let size = SIZES[at] + (SIZES[at + 1] - SIZES[at]) * part.clamp(0.0, 1.0);
        Some(((size / STEP).floor() * STEP).max(SIZES[at]))
    })
}

/// Draws at the size chosen; a size between those measured may have to give way a little.
fn finish(
    engine: &Engine,
    template: &str,
    leaflet: Leaflet,
    size: f64,
    drafts: &[Fill],
    parts: Parts,
    job: &impl Fn(&Leaflet, Pass) -> Vec<u8>,
) -> Result<Fitted, Unfit> {
    let mut size = size;
    loop {
        let layout = engine.lay_out(template, job(&leaflet, Pass::Final(size))).map_err(Unfit::Template)?;
        let over = |fill: &Fill| fill.used.first().and_then(|ways| ways.first()).is_some_and(|used| *used > fill.room + 0.01);
        let fills = layout.fills();
        if !fills.iter().any(over) {
            let half = |fill: &&Fill| {
                let used = fill.used.last().and_then(|ways| ways.get(parts as usize));
                size >= LARGEST && used.is_some_and(|used| *used < fill.room * (1.0 - MUCH_ROOM))
            };
            let empty = drafts.iter().filter(half).map(|fill| fill.panel.clone()).collect();
            return Ok(Fitted { size, leaflet, layout, empty });
        }
        if size - STEP < SMALLEST {
            return Err(overflow(&fills, 0));
        }
        size = ((size - STEP) / STEP).round() * STEP;
    }
}

/// The panel that overflows most at the smallest size measured.
fn overflow(fills: &[Fill], way: usize) -> Unfit {
    let over = |fill: &Fill| {
        let ways = fill.used.first();
        let used = ways.and_then(|ways| ways.get(way).or_else(|| ways.first())).copied().unwrap_or_default();
        (used - fill.room) / fill.line.max(1.0)
    };
    let worst = fills.iter().max_by(|a, b| over(a).total_cmp(&over(b)));
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a count of lines")]
    let lines = worst.map_or(1.0, |fill| over(fill).ceil().max(1.0)) as u32;
    Unfit::Overflow { panel: worst.map(|fill| fill.panel.clone()).unwrap_or_default(), lines }
}

fn reduce(leaflet: &Leaflet, detail: Detail, parts: Parts) -> Leaflet {
    let mut reduced = leaflet.clone();
    if parts != Parts::All {
        reduced.related.clear();
        if leaflet.kind != "composed" {
            reduced.voices.clear();
        }
    }
    if parts == Parts::NoQuote {
        reduced.quote = None;
    }
    if detail >= Detail::Sentence {
        reduced.lead.truncate(1);
    }
    for point in &mut reduced.points {
        match detail {
            Detail::Full => {}
            Detail::Paragraph => point.blocks.truncate(1),
            Detail::Sentence => {
                point.blocks.truncate(1);
                if let Some(Node::Paragraph { content }) = point.blocks.first_mut() {
                    *content = first_sentence(content);
                }
            }
            Detail::Heading => point.blocks.clear(),
        }
    }
    let shorter = reduced.points.iter().zip(&leaflet.points).any(|(now, before)| now.blocks != before.blocks);
    reduced.abridged |= shorter || reduced.lead.len() < leaflet.lead.len();
    reduced
}

fn first_sentence(content: &[Node]) -> Vec<Node> {
    let mut out = Vec::new();
    for node in content {
        if let Node::Text { text } = node
            && let Some(end) = super::text::sentence_end(text)
        {
            out.push(Node::Text { text: text[..end].to_owned() });
            return out;
        }
        out.push(node.clone());
    }
    out
}
