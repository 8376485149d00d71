//! Copyfitting: the largest type at which everything stands on the sheet, and what is left
//! out, in a stated order, before type becomes too small.

use super::data::{Leaflet, Said};
use super::engine::{Engine, Fault, Fill, Layout};
use super::shorten::{Detail, Parts, ems, reduced, shortened};

/// Body type on A4, in points: the smallest, the smallest without a warning, the largest.
const SMALLEST: f64 = 10.5;
pub(super) const COMFORTABLE: f64 = 12.0;
pub(super) const LARGEST: f64 = 14.0;
/// Sizes are multiples of this.
const STEP: f64 = 0.1;
/// A panel emptier than this is worth a warning.
const MUCH_ROOM: f64 = 1.0 / 3.0;

/// A fitted leaflet.
pub(super) struct Fitted {
    /// The size of body text, in points.
    pub size: f64,
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

/// A round of measuring: at one size, for some lengths, and what is tried then, in order.
type Round = (f64, &'static [Detail], &'static [(Detail, Parts)]);

/// What is tried, in this order. Type that old people read with ease is worth more than
/// detail, which the site has in full; and the one strong passage is worth more than detail.
const ROUNDS: [Round; 2] = [
    (
        COMFORTABLE,
        &[Detail::Full, Detail::Paragraph, Detail::Sentences(1)],
        &[
            (Detail::Full, Parts::All),
            (Detail::Full, Parts::NoTail),
            (Detail::Paragraph, Parts::NoTail),
            (Detail::Sentences(1), Parts::NoTail),
        ],
    ),
    (
        SMALLEST,
        &[Detail::Sentences(1), Detail::Heading],
        &[
            (Detail::Sentences(1), Parts::NoTail),
            (Detail::Heading, Parts::NoTail),
            (Detail::Sentences(1), Parts::NoQuote),
            (Detail::Heading, Parts::NoQuote),
        ],
    ),
];

/// The same for a composed leaflet, whose text is what staff chose to print.
const COMPOSED: [Round; 2] = [
    (
        COMFORTABLE,
        &[Detail::Full],
        &[
            (Detail::Full, Parts::All),
            (Detail::Full, Parts::NoTail),
            (Detail::Full, Parts::NoQuote),
        ],
    ),
    (
        SMALLEST,
        &[Detail::Full],
        &[
            (Detail::Full, Parts::NoTail),
            (Detail::Full, Parts::NoQuote),
        ],
    ),
];

/// How a job is to be laid out.
#[derive(Debug, Clone, Copy)]
pub(super) struct Pass<'p> {
    /// The size of body text, in points.
    pub size: f64,
    /// What is only to be measured; empty when the leaflet is to be drawn.
    pub drafts: &'p [Said],
    /// The families to set in.
    pub fonts: &'p [String],
}

/// Fits a leaflet. `job` makes a job from a leaflet for a pass.
pub(super) fn fit(
    engine: &Engine,
    template: &str,
    leaflet: &Leaflet,
    job: impl Fn(&Leaflet, Pass<'_>) -> Vec<u8>,
) -> Result<Fitted, Unfit> {
    let rounds: &[Round] = if leaflet.kind == "composed" {
        &COMPOSED
    } else {
        &ROUNDS
    };
    let mut worst = Unfit::Overflow {
        panel: String::new(),
        lines: 1,
    };
    for (size, details, tries) in rounds {
        let drafts: Vec<Said> = details
            .iter()
            .map(|detail| shortened(&leaflet.said, *detail))
            .collect();
        let pass = Pass {
            size: *size,
            drafts: &drafts,
            fonts: engine.families(),
        };
        let fills = engine
            .lay_out(template, job(leaflet, pass))
            .map_err(Unfit::Template)?
            .fills();
        let fullness = |detail: Detail, parts: Parts| {
            let at = details.iter().position(|d| *d == detail)?;
            fills
                .iter()
                .map(|fill| fill.share(at, parts as usize))
                .collect::<Option<Vec<_>>>()?
                .into_iter()
                .reduce(f64::max)
        };
        let found = tries.iter().find_map(|(detail, parts)| {
            let share = fullness(*detail, *parts)?;
            (share <= 1.0).then_some((*detail, *parts, share))
        });
        if let Some((detail, parts, share)) = found {
            let full = fullness(Detail::Full, parts);
            if let (Detail::Sentences(1), Some(full)) = (detail, full) {
                for (longer, share) in fuller(leaflet, parts, share, full) {
                    match draw(engine, template, &longer, *size, (*size, share), &job) {
                        Err(Unfit::Overflow { .. }) => {}
                        done => return done,
                    }
                }
            }
            let leaflet = reduced(leaflet, detail, parts);
            return draw(engine, template, &leaflet, SMALLEST, (*size, share), &job);
        }
        worst = overflow(&fills, details.len() - 1);
    }
    Err(worst)
}

/// More than the first sentence of each point, where that should fit: the leaflets to try and
/// the share of the room that each should take, told from the shares of the first sentences
/// (`short`) and of everything (`full`).
fn fuller(leaflet: &Leaflet, parts: Parts, short: f64, full: f64) -> Vec<(Leaflet, f64)> {
    const MOST_SENTENCES: usize = 6;
    const MOST_TRIES: usize = 2;
    let [least, most] = [Detail::Sentences(1), Detail::Full]
        .map(|detail| ems(&reduced(leaflet, detail, parts).said));
    let per_em = (full - short) / (most - least).max(1.0);
    let mut found: Vec<(Leaflet, f64)> = Vec::new();
    for sentences in (2..=MOST_SENTENCES).rev() {
        let longer = reduced(leaflet, Detail::Sentences(sentences), parts);
        let share = short + (ems(&longer.said) - least) * per_em;
        let known = found
            .last()
            .is_some_and(|(last, _)| last.said == longer.said);
        if share <= 1.0 && !known && found.len() < MOST_TRIES {
            found.push((longer, share));
        }
    }
    found
}

/// Draws at the largest size that fits, not under `floor`, told from the share of the room
/// that it takes at some size. A text's height grows with the square of its size, which makes
/// the first guess a good one; it may have to give way a little.
fn draw(
    engine: &Engine,
    template: &str,
    leaflet: &Leaflet,
    floor: f64,
    (at, share): (f64, f64),
    job: &impl Fn(&Leaflet, Pass<'_>) -> Vec<u8>,
) -> Result<Fitted, Unfit> {
    let guess = at * 0.985 / share.max(0.01).sqrt();
    let mut size = ((guess / STEP).floor() * STEP).clamp(at, LARGEST);
    loop {
        let pass = Pass {
            size,
            drafts: &[],
            fonts: engine.families(),
        };
        let layout = engine
            .lay_out(template, job(leaflet, pass))
            .map_err(Unfit::Template)?;
        let fills = layout.fills();
        let over = |fill: &Fill| fill.share(0, 0).is_some_and(|share| share > 1.0001);
        if !fills.iter().any(over) {
            let much_room = |fill: &&Fill| {
                size >= LARGEST
                    && fill
                        .share(0, 0)
                        .is_some_and(|share| share < 1.0 - MUCH_ROOM)
            };
            let empty = fills
                .iter()
                .filter(much_room)
                .map(|fill| fill.panel.clone())
                .collect();
            return Ok(Fitted {
                size,
                layout,
                empty,
            });
        }
        if size <= floor {
            return Err(overflow(&fills, 0));
        }
        size = (((size - 2.0 * STEP) / STEP).round() * STEP).max(floor);
    }
}

/// The panel that overflows most when the least is said.
fn overflow(fills: &[Fill], shortest: usize) -> Unfit {
    let over = |fill: &Fill| {
        let used = fill
            .used
            .get(shortest)
            .and_then(|ways| ways.last())
            .copied()
            .unwrap_or_default();
        (used - fill.room) / fill.line.max(1.0)
    };
    let worst = fills.iter().max_by(|a, b| over(a).total_cmp(&over(b)));
    #[allow(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "a count of lines"
    )]
    let lines = worst.map_or(1.0, |fill| over(fill).ceil().max(1.0)) as u32;
    Unfit::Overflow {
        panel: worst.map(|fill| fill.panel.clone()).unwrap_or_default(),
        lines,
    }
}
