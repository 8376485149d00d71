//! The rules, one file a subject. Each looks at a reading and what was wanted, and takes down
//! what is wrong.

mod boxes;
mod colours;
mod fonts;
mod margins;
mod office;
mod sizes;

use super::read::{DrawnItem, DrawnKind, PdfPage, Reading};
use super::wanted::Wanted;
use crate::preflight::fault::PreflightFault;

/// The faults of one PDF, each once a page.
#[derive(Debug, Default)]
pub(super) struct Faults {
    all: Vec<(Option<usize>, PreflightFault)>,
}

impl Faults {
    /// Takes down a fault of a page, counted from 0.
    pub(super) fn on(&mut self, page: usize, fault: PreflightFault) {
        self.add((Some(page + 1), fault));
    }

    /// Takes down a fault of the whole PDF.
    pub(super) fn of_all(&mut self, fault: PreflightFault) {
        self.add((None, fault));
    }

    fn add(&mut self, fault: (Option<usize>, PreflightFault)) {
        /// After so many of one kind on one page, more of the same help nobody.
        const ENOUGH: usize = 3;
        let same = |other: &&(Option<usize>, PreflightFault)| {
            other.0 == fault.0
                && std::mem::discriminant(&other.1) == std::mem::discriminant(&fault.1)
        };
        if !self.all.contains(&fault) && self.all.iter().filter(same).count() < ENOUGH {
            self.all.push(fault);
        }
    }

    /// All of them, in the order in which they were found.
    pub(super) fn into_all(self) -> Vec<(Option<usize>, PreflightFault)> {
        self.all
    }
}

/// Looks at everything that can be told from the reading alone.
pub(super) fn apply(reading: &Reading, wanted: &Wanted, faults: &mut Faults) {
    boxes::look(reading, wanted, faults);
    fonts::look(reading, faults);
    colours::look(reading, wanted, faults);
    margins::look(reading, wanted, faults);
    sizes::look(reading, wanted, faults);
    office::look(reading, wanted, faults);
}

pub(super) use colours::ink;
pub(super) use margins::{nearest, printed};
pub(super) use sizes::is_reading;

/// The beginning of a text, to be shown to people.
fn beginning(words: &str) -> String {
    const MOST: usize = 16;
    let words = words.trim();
    let short: String = words.chars().take(MOST).collect();
    if short.len() < words.len() {
        format!("{short}…")
    } else {
        short
    }
}

/// A number of units as a whole number of their tenths, hundredths, …
#[allow(
    clippy::cast_possible_truncation,
    reason = "lengths on paper are small"
)]
pub(super) fn whole(number: f64, parts: f64) -> i32 {
    (number * parts).round() as i32
}

/// What is drawn on a page inside the bleed, where the sheet will be seen.
pub(super) fn inside<'p>(
    page: &'p PdfPage,
    wanted: &'p Wanted,
) -> impl Iterator<Item = &'p DrawnItem> {
    let edge = printed(page, wanted);
    page.drawn
        .iter()
        .filter(move |drawn| drawn.area.meets(edge))
}

/// Whether a thing is text that says something.
fn words_of(drawn: &DrawnItem) -> Option<&str> {
    match &drawn.what {
        DrawnKind::Text { words, .. } | DrawnKind::Outline { words, .. }
            if !words.trim().is_empty() =>
        {
            Some(words)
        }
        _ => None,
    }
}
