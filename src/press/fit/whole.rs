//! Fitting a statement's or topic's leaflet: one panel, whose points can be told at less length.

use super::{Fitted, Fitter, LeafletData, Pass, Unfit, overflow};
use crate::press::data::{Drafts, NodeData, SaidData};
use crate::press::shorten::{Detail, ShortenedParts, ems, reduced, shortened};
use crate::typesetting::LeftOut;

/// A round of measuring: for some lengths, and what is tried then, in order.
struct Round {
    /// Whether type may be smaller than is easy to read.
    small: bool,
    /// Whether the hook gives way.
    tight: bool,
    details: &'static [Detail],
    tries: &'static [(Detail, ShortenedParts)],
}

/// Lengths at which type stays easy to read: what is tried, in the order that [`LeftOut`] states,
/// without the voices of others, then without what is long.
const EASY: (&[Detail], &[(Detail, ShortenedParts)]) = (
    &[Detail::Full, Detail::Paragraph, Detail::Sentences(1)],
    &[
        (Detail::Full, ShortenedParts::All),
        (Detail::Full, ShortenedParts::NoTail),
        (Detail::Paragraph, ShortenedParts::NoTail),
        (Detail::Sentences(1), ShortenedParts::NoTail),
    ],
);

/// What is tried when type has to be small. A topic tells of fewer passages, since headings
/// without a word under them say too little; a statement names all its points.
const SMALL_TOPIC: (&[Detail], &[(Detail, ShortenedParts)]) = (
    &[
        Detail::Sentences(1),
        Detail::First(5),
        Detail::First(4),
        Detail::First(3),
        Detail::Heading,
    ],
    &[
        (Detail::Sentences(1), ShortenedParts::NoTail),
        (Detail::Sentences(1), ShortenedParts::NoQuote),
        (Detail::First(5), ShortenedParts::NoQuote),
        (Detail::First(4), ShortenedParts::NoQuote),
        (Detail::First(3), ShortenedParts::NoQuote),
        (Detail::Heading, ShortenedParts::NoQuote),
    ],
);
const SMALL_STATEMENT: (&[Detail], &[(Detail, ShortenedParts)]) = (
    &[Detail::Sentences(1), Detail::Heading],
    &[
        (Detail::Sentences(1), ShortenedParts::NoTail),
        (Detail::Sentences(1), ShortenedParts::NoQuote),
        (Detail::Heading, ShortenedParts::NoQuote),
    ],
);

/// Type that old people read with ease is worth more than a large hook, and than detail, which
/// the site has in full; the one strong passage is worth more than detail. First at the smallest
/// size without a warning, then so under a smaller hook, then at the smallest.
fn rounds(leaflet: &LeafletData) -> [Round; 3] {
    let round = |small, tight, (details, tries)| Round {
        small,
        tight,
        details,
        tries,
    };
    let small = if leaflet.kind == "topic" {
        SMALL_TOPIC
    } else {
        SMALL_STATEMENT
    };
    [
        round(false, false, EASY),
        round(false, true, EASY),
        round(true, true, small),
    ]
}

impl<J: Fn(&LeafletData, Pass<'_>) -> Vec<u8>> Fitter<'_, J> {
    pub(super) fn one(&self, leaflet: &LeafletData) -> Result<Fitted, Unfit> {
        let mut worst = Unfit::Overflow {
            panel: String::new(),
            lines: 1,
        };
        for round in rounds(leaflet) {
            let Round {
                details,
                tries,
                tight,
                ..
            } = round;
            let size = if round.small {
                self.limits.smallest
            } else {
                self.limits.comfortable
            };
            let drafts: Vec<SaidData> = details
                .iter()
                .map(|detail| shortened(&leaflet.said, *detail))
                .collect();
            let pass = Pass {
                size,
                tight,
                drafts: Drafts::Said(&drafts),
                names_fonts: true,
            };
            let fills = self.lay_out(leaflet, pass)?.fills();
            let fullness = |detail: Detail, parts: ShortenedParts| {
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
                    for (sentences, longer, share) in fuller(leaflet, parts, share, full) {
                        let left = left_out(leaflet, &longer, detail, parts);
                        match self.draw(longer, size, tight, (size, share), left) {
                            Err(Unfit::Overflow { .. }) => {}
                            done => return done.map(|fitted| of_sentences(fitted, sentences)),
                        }
                    }
                }
                let less = reduced(leaflet, detail, parts);
                let left = left_out(leaflet, &less, detail, parts);
                let done = self.draw(less, self.limits.smallest, tight, (size, share), left)?;
                return Ok(match detail {
                    Detail::Sentences(most) => of_sentences(done, most),
                    Detail::First(points) => Fitted {
                        points: Some(points),
                        ..of_sentences(done, 1)
                    },
                    _ => done,
                });
            }
            worst = overflow(&fills, details.len() - 1);
        }
        Err(worst)
    }
}

/// A leaflet that holds so many sentences of each point.
fn of_sentences(fitted: Fitted, sentences: usize) -> Fitted {
    Fitted {
        sentences: Some(sentences),
        ..fitted
    }
}

/// What a leaflet leaves out.
fn left_out(
    before: &LeafletData,
    after: &LeafletData,
    detail: Detail,
    parts: ShortenedParts,
) -> Vec<LeftOut> {
    let had_tail = !before.voices.is_empty() || !before.related.is_empty();
    let tail = (parts != ShortenedParts::All && had_tail).then_some(LeftOut::Related);
    let affiliations = |said: &SaidData| -> Vec<Option<String>> {
        let people = said.points.iter().map(|point| point.by.as_ref());
        people.map(|by| by?.affiliation.clone()).collect()
    };
    let glosses = affiliations(&before.said) != affiliations(&after.said);
    let glosses = glosses.then_some(LeftOut::Glosses);
    let quote = (before.quote.is_some() && after.quote.is_none()).then_some(LeftOut::Quote);
    let summary = (before.said.lead != after.said.lead).then_some(LeftOut::Summaries);
    let texts = |said: &SaidData| -> Vec<Vec<NodeData>> {
        let points = said.points.iter().map(|point| point.blocks.clone());
        points.collect()
    };
    let less = texts(&before.said) != texts(&after.said);
    let text = less.then_some(match detail {
        Detail::Full | Detail::Paragraph => LeftOut::Paragraphs,
        Detail::Sentences(_) | Detail::First(_) => LeftOut::Sentences,
        Detail::Heading => LeftOut::Points,
    });
    let fewer = after.said.points.len() < before.said.points.len();
    let passages = fewer.then_some(LeftOut::Passages);
    let mut left: Vec<LeftOut> = [tail, glosses, summary, text, quote, passages]
        .into_iter()
        .flatten()
        .collect();
    left.sort_unstable();
    left
}

/// More than the first sentence of each point, where that should fit: how many sentences, the
/// leaflets to try and the share of the room that each should take, told from the shares of the first sentences
/// (`short`) and of everything (`full`).
fn fuller(
    leaflet: &LeafletData,
    parts: ShortenedParts,
    short: f64,
    full: f64,
) -> Vec<(usize, LeafletData, f64)> {
    const MOST_SENTENCES: usize = 6;
    const MOST_TRIES: usize = 2;
    let [least, most] = [Detail::Sentences(1), Detail::Full]
        .map(|detail| ems(&reduced(leaflet, detail, parts).said));
    let per_em = (full - short) / (most - least).max(1.0);
    let mut found: Vec<(usize, LeafletData, f64)> = Vec::new();
    for sentences in (2..=MOST_SENTENCES).rev() {
        let longer = reduced(leaflet, Detail::Sentences(sentences), parts);
        let share = short + (ems(&longer.said) - least) * per_em;
        let known = found
            .last()
            .is_some_and(|(_, last, _)| last.said == longer.said);
        if share <= 1.0 && !known && found.len() < MOST_TRIES {
            found.push((sentences, longer, share));
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::press::data::{NoteData, PersonData, Point, Quote};

    fn text(text: &str) -> NodeData {
        NodeData::Text { text: text.into() }
    }

    fn paragraph() -> NodeData {
        NodeData::Paragraph {
            content: vec![text("一つ。二つ。")],
        }
    }

    fn person() -> PersonData {
        PersonData {
            name: "見本".into(),
            reading: None,
            affiliation: Some("見本の会（見会）".into()),
            role: Some("会長".into()),
        }
    }

    fn full(kind: &'static str) -> LeafletData {
        let point = Point {
            pieces: vec!["見本".into()],
            blocks: vec![paragraph(), paragraph()],
            by: Some(person()),
        };
        LeafletData {
            kind,
            said: SaidData {
                lead: vec![paragraph()],
                points: vec![point; 6],
            },
            quote: Some(Quote {
                pieces: vec!["見本".into()],
                by: person(),
                place: None,
                spoken: false,
            }),
            related: vec![NoteData {
                name: "見本".into(),
                text: vec![text("説明")],
            }],
            ..LeafletData::default()
        }
    }

    #[test]
    fn every_try_gives_up_more_in_the_order_that_is_stated() {
        for kind in ["topic", "speaker"] {
            let whole = full(kind);
            let [easy, tight, small] = rounds(&whole);
            for round in [&easy, &tight, &small] {
                let measured =
                    |(detail, _): &(Detail, ShortenedParts)| round.details.contains(detail);
                assert!(round.tries.iter().all(measured), "{kind}");
            }
            // Under a smaller hook the same is tried; small type begins where that ends.
            assert_eq!(easy.tries, tight.tries);
            assert_eq!(easy.tries.last(), small.tries.first());
            let given_up = |(detail, parts): &(Detail, ShortenedParts)| {
                left_out(&whole, &reduced(&whole, *detail, *parts), *detail, *parts)
            };
            let tries = easy.tries.iter().chain(&small.tries[1..]);
            let all: Vec<Vec<LeftOut>> = tries.map(given_up).collect();
            assert!(all[0].is_empty(), "{all:?}");
            for pair in all.windows(2) {
                assert!(pair[0].is_sorted(), "{pair:?}");
                assert!(pair[0].last() <= pair[1].last(), "{kind}: {pair:?}");
                // Fewer and fewer passages are called the same.
                let fewer = pair[0].last() == Some(&LeftOut::Passages);
                assert!(fewer || pair[0] != pair[1], "{kind}: {pair:?}");
            }
            let last = all.last().unwrap();
            assert_eq!(last.last(), Some(&LeftOut::Points), "{kind}");
        }
    }
}
