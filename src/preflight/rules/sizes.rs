//! Sizes: type that can be read, lines that hold, pictures that are fine enough.

use super::faults::Faults;
use super::parts::{beginning, inside, whole, words_of};
use crate::preflight::fault::PreflightFault;
use crate::preflight::read::{DrawnItem, DrawnKind, Reading};
use crate::preflight::wanted::{Wanted, limit};

pub(super) fn look(reading: &Reading, wanted: &Wanted, faults: &mut Faults) {
    for (at, page) in reading.pages.iter().enumerate() {
        for (index, drawn) in page.drawn.iter().enumerate() {
            let Some(size) = small(drawn) else {
                continue;
            };
            let least = if is_reading(&page.drawn, index) {
                limit::RUBY
            } else {
                limit::TYPE
            };
            if size < least - 0.01 {
                faults.on(
                    at,
                    PreflightFault::SmallText {
                        text: beginning(words_of(drawn).unwrap_or_default()),
                        size: whole(size, 100.0),
                        least: whole(least, 100.0),
                    },
                );
            }
        }
        for drawn in inside(page, wanted) {
            match drawn.what {
                DrawnKind::Stroke { width } if width < limit::LINE - 0.005 => {
                    faults.on(
                        at,
                        PreflightFault::Hairline {
                            width: whole(width, 100.0),
                            least: whole(limit::LINE, 100.0),
                        },
                    );
                }
                DrawnKind::Picture { dpi, .. } if dpi < limit::DPI => {
                    faults.on(
                        at,
                        PreflightFault::Coarse {
                            dpi: whole(dpi, 1.0),
                            least: whole(limit::DPI, 1.0),
                        },
                    );
                }
                _ => {}
            }
        }
    }
}

/// The size of text that is smaller than text may be.
fn small(drawn: &DrawnItem) -> Option<f64> {
    match drawn.what {
        DrawnKind::Text { size, .. } if size < limit::TYPE && words_of(drawn).is_some() => {
            Some(size)
        }
        _ => None,
    }
}

/// Whether a text is the reading of its neighbour in drawing order: kana of about half its
/// size, standing right above it.
pub(in crate::preflight) fn is_reading(all: &[DrawnItem], index: usize) -> bool {
    const HALF: f64 = 0.62;
    const NEIGHBOURS: usize = 2;
    let Some(drawn) = all.get(index) else {
        return false;
    };
    let DrawnKind::Text { words, size, .. } = &drawn.what else {
        return false;
    };
    if words.is_empty() || !words.chars().all(is_kana) {
        return false;
    }
    if is_beside(all, index) {
        return true;
    }
    let around = index.saturating_sub(NEIGHBOURS)..(index + NEIGHBOURS + 1).min(all.len());
    all[around].iter().any(|other| {
        let DrawnKind::Text { size: large, .. } = other.what else {
            return false;
        };
        let (reading, base) = (drawn.area, other.area);
        let centre = f64::midpoint(reading.x0, reading.x1);
        *size <= large * HALF
            && (base.x0..=base.x1).contains(&centre)
            && reading.y0 > base.y0 + 0.5 * large
            && reading.y0 < base.y1 + 0.8 * size
    })
}

/// Whether a kana is of a reading beside a vertical line, in which each character is drawn by itself:
/// about half as large as what it reads, and right of it.
fn is_beside(all: &[DrawnItem], index: usize) -> bool {
    const HALF: f64 = 0.62;
    /// So many kana and characters before them are looked at.
    const BEFORE: usize = 16;
    const LEAST: f64 = 0.4;
    let Some(drawn) = all.get(index) else {
        return false;
    };
    let DrawnKind::Text { words, size, .. } = &drawn.what else {
        return false;
    };
    if words.chars().count() != 1 {
        return false;
    }
    let reading = drawn.area;
    all[index.saturating_sub(BEFORE)..index]
        .iter()
        .any(|other| {
            let DrawnKind::Text {
                words, size: large, ..
            } = &other.what
            else {
                return false;
            };
            let base = other.area;
            let centre = f64::midpoint(reading.y0, reading.y1);
            // A character may have a mark that chooses its form.
            words.chars().count() <= 2
                && (large * LEAST..=large * HALF).contains(size)
                && (base.x1 - 0.2 * large..base.x1 + 0.3 * large).contains(&reading.x0)
                && (base.y0 - 0.6 * large..base.y1 + 0.6 * large).contains(&centre)
        })
}

fn is_kana(c: char) -> bool {
    matches!(c, '\u{3041}'..='\u{30FF}' | '　' | ' ')
}
