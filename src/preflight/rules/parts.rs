//! What several rules look at: which part of a sheet is seen, and what is drawn there.

use crate::preflight::fault::Reader;
use crate::preflight::geometry::{Area, MM};
use crate::preflight::read::{DrawnItem, DrawnKind, PdfPage};
use crate::preflight::wanted::Wanted;

/// The beginning of a text, to be shown to people.
pub(super) fn beginning(words: &str) -> String {
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
pub(in crate::preflight) fn whole(number: f64, parts: f64) -> i32 {
    (number * parts).round() as i32
}

/// What is drawn on a page inside the bleed, where the sheet will be seen.
pub(in crate::preflight) fn inside<'p>(
    page: &'p PdfPage,
    wanted: &'p Wanted,
) -> impl Iterator<Item = &'p DrawnItem> {
    let edge = printed(page, wanted);
    page.drawn
        .iter()
        .filter(move |drawn| drawn.area.meets(edge))
}

/// Whether a thing is text that says something.
pub(super) fn words_of(drawn: &DrawnItem) -> Option<&str> {
    match &drawn.what {
        DrawnKind::Text { words, .. } | DrawnKind::Outline { words, .. }
            if !words.trim().is_empty() =>
        {
            Some(words)
        }
        _ => None,
    }
}

/// What is left of the sheet when it is cut, as told or as wanted.
pub(super) fn trim(page: &PdfPage, wanted: &Wanted) -> Area {
    match (wanted.reader, page.trim, page.bleed) {
        (Reader::Office, ..) | (Reader::Press, None, None) => page.media,
        (Reader::Press, Some(trim), _) => trim,
        (Reader::Press, None, Some(bleed)) => bleed.grown(-wanted.bleed * MM),
    }
}

/// As far as ink belongs to the leaflet and not to the marks.
pub(in crate::preflight) fn printed(page: &PdfPage, wanted: &Wanted) -> Area {
    match wanted.reader {
        Reader::Office => page.media,
        Reader::Press => trim(page, wanted).grown(wanted.bleed * MM),
    }
}
