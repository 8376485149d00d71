//! Copyfitting: the largest type at which everything stands on the sheet, and what is left
//! out, in a stated order, before type becomes too small.

use super::data::{Leaflet, Node};
use super::engine::{Engine, Fault, Fill, Layout};

/// Body type on A4, in points: the largest, the smallest without and with a warning.
const LARGEST: f64 = 14.0;
const COMFORTABLE: f64 = 12.0;
const SMALLEST: f64 = 10.5;
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

/// What may be left out, in this order, before type falls below its comfortable size or,
/// further down the list, at all.
const REDUCTIONS: [(Reduction, f64); 7] = [
    (Reduction::None, COMFORTABLE),
    (Reduction::Voices, COMFORTABLE),
    (Reduction::Quote, COMFORTABLE),
    (Reduction::Quote, SMALLEST),
    (Reduction::Paragraphs, SMALLEST),
    (Reduction::Sentences, SMALLEST),
    (Reduction::Headings, SMALLEST),
];

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Reduction {
    /// Everything stands.
    None,
    /// Without the voices of others and related topics.
    Voices,
    /// Without the passage printed large, too.
    Quote,
    /// The first paragraph of each point.
    Paragraphs,
    /// The first sentence of each point.
    Sentences,
    /// The headings of the points.
    Headings,
}

/// Fits a leaflet. `job` makes a job from a leaflet and a type size.
pub(super) fn fit(
    engine: &Engine,
    template: &str,
    leaflet: &Leaflet,
    job: impl Fn(&Leaflet, f64) -> Vec<u8>,
) -> Result<Fitted, Unfit> {
    // A composed leaflet is what staff chose: nothing of it is optional.
    let fixed = [(Reduction::None, SMALLEST)];
    let steps: &[_] = if leaflet.kind == "composed" { &fixed } else { &REDUCTIONS };
    let mut worst = Unfit::Overflow { panel: String::new(), lines: 0 };
    let mut last: Option<Leaflet> = None;
    for (reduction, least) in steps {
        let reduced = reduce(leaflet, *reduction);
        let same = last.as_ref().is_some_and(|last| same_content(last, &reduced));
        if same && *least > SMALLEST {
            continue;
        }
        match search(engine, template, &reduced, *least, &job)? {
            Ok((size, layout, fills)) => {
                let empty = fills
                    .iter()
                    .filter(|fill| size >= LARGEST && fill.used < fill.room * (1.0 - MUCH_ROOM))
                    .map(|fill| fill.panel.clone())
                    .collect();
                return Ok(Fitted { size, leaflet: reduced, layout, empty });
            }
            Err(fill) => {
                let over = ((fill.used - fill.room) / fill.line).ceil().max(1.0);
                #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a count of lines")]
                let lines = over as u32;
                worst = Unfit::Overflow { panel: fill.panel, lines };
            }
        }
        last = Some(reduced);
    }
    Err(worst)
}

type Found = Result<(f64, Layout, Vec<Fill>), Fill>;

/// The largest size from `least` up at which no panel overflows; else the fullest panel at
/// the smallest size tried. Text area grows with the square of type size, which makes each
/// guess a good one.
fn search(
    engine: &Engine,
    template: &str,
    leaflet: &Leaflet,
    least: f64,
    job: &impl Fn(&Leaflet, f64) -> Vec<u8>,
) -> Result<Found, Unfit> {
    let mut best: Option<(f64, Layout, Vec<Fill>)> = None;
    let (mut low, mut high) = (least, LARGEST);
    let mut size = LARGEST;
    for _ in 0..6 {
        let layout = engine.lay_out(template, job(leaflet, size)).map_err(Unfit::Template)?;
        let fills = layout.fills();
        let fullest = fills.iter().max_by(|a, b| (a.used / a.room).total_cmp(&(b.used / b.room))).cloned();
        let ratio = fullest.as_ref().map_or(0.0, |fill| fill.used / fill.room.max(1.0));
        if ratio <= 1.0 {
            low = size + STEP;
            best = Some((size, layout, fills));
        } else {
            if size <= least + STEP / 2.0 {
                return Ok(Err(fullest.unwrap_or(Fill { panel: String::new(), used: 0.0, room: 1.0, line: 1.0 })));
            }
            high = size - STEP;
        }
        if low > high + STEP / 2.0 {
            break;
        }
        let guess = size * (1.0 / ratio.max(0.01)).sqrt();
        size = ((guess / STEP).floor() * STEP).clamp(low, high);
    }
    match best {
        Some(found) => Ok(Ok(found)),
        None => {
            let layout = engine.lay_out(template, job(leaflet, least)).map_err(Unfit::Template)?;
            let fills = layout.fills();
            let over = fills.iter().find(|fill| fill.used > fill.room).cloned();
            Ok(over.map_or_else(|| Ok((least, layout, fills)), Err))
        }
    }
}

fn same_content(a: &Leaflet, b: &Leaflet) -> bool {
    a.voices.len() == b.voices.len()
        && a.related.len() == b.related.len()
        && a.quote.is_some() == b.quote.is_some()
        && a.points.iter().map(|p| &p.blocks).eq(b.points.iter().map(|p| &p.blocks))
}

fn reduce(leaflet: &Leaflet, reduction: Reduction) -> Leaflet {
    let mut reduced = leaflet.clone();
    if reduction >= Reduction::Voices {
        reduced.voices.clear();
        reduced.related.clear();
    }
    if reduction >= Reduction::Quote {
        reduced.quote = None;
    }
    for point in &mut reduced.points {
        let before = point.blocks.clone();
        match reduction {
            Reduction::Paragraphs => point.blocks.truncate(1),
            Reduction::Sentences => {
                point.blocks.truncate(1);
                for block in &mut point.blocks {
                    if let Node::Paragraph { content } = block {
                        *content = first_sentence(content);
                    }
                }
            }
            Reduction::Headings => point.blocks.clear(),
            _ => {}
        }
        reduced.abridged |= before != point.blocks;
    }
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
