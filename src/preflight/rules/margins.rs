//! Margins: nothing that is read stands where the sheet is cut, folded or cannot be printed.

use super::faults::Faults;
use super::parts::{beginning, inside, printed, trim, whole, words_of};
use crate::preflight::fault::{Edge, PreflightFault, Reader, Thing};
use crate::preflight::geometry::{Area, MM};
use crate::preflight::read::{DrawnItem, DrawnKind, PdfPage, Reading};
use crate::preflight::wanted::{Wanted, limit};

/// Shapes at least this wide and high, in millimetres, may be backgrounds.
const BROAD: f64 = 8.0;

/// Filled shapes at least this wide, in millimetres, are bands that may end at a fold.
const BAND: f64 = 40.0;

pub(super) fn look(reading: &Reading, wanted: &Wanted, faults: &mut Faults) {
    for (at, page) in reading.pages.iter().enumerate() {
        match wanted.reader {
            Reader::Office => paper(at, page, faults),
            Reader::Press => cut(at, page, wanted, faults),
        }
        folds(at, page, wanted, faults);
        if wanted.black {
            machine(at, page, wanted, faults);
        }
    }
}

/// How near text comes to the cut, in millimetres.
pub(in crate::preflight) fn nearest(page: &PdfPage, wanted: &Wanted) -> Option<f64> {
    let trim = trim(page, wanted);
    let text = inside(page, wanted).filter(|drawn| words_of(drawn).is_some());
    text.map(|drawn| distance(trim, drawn.area) / MM)
        .reduce(f64::min)
}

/// From the nearest edge of `outer` to `inner`; below 0 when it reaches out.
fn distance(outer: Area, inner: Area) -> f64 {
    let sides = [
        inner.x0 - outer.x0,
        inner.y0 - outer.y0,
        outer.x1 - inner.x1,
        outer.y1 - inner.y1,
    ];
    sides.into_iter().fold(f64::INFINITY, f64::min)
}

/// What a thing is to a person; `None` for backgrounds, and for what cannot be seen.
fn thing(drawn: &DrawnItem) -> Option<Thing> {
    match &drawn.what {
        DrawnKind::Text { .. } | DrawnKind::Outline { .. } => {
            words_of(drawn).map(|words| Thing::Text(beginning(words)))
        }
        DrawnKind::Stroke { .. } => Some(Thing::Line),
        DrawnKind::Picture { .. } => Some(Thing::Picture),
        DrawnKind::Fill { .. } if is_broad(drawn.area) => None,
        DrawnKind::Fill { .. } => Some(Thing::Shape),
    }
}

fn is_broad(area: Area) -> bool {
    area.width() >= BROAD * MM && area.height() >= BROAD * MM
}

/// Near the cut.
fn cut(at: usize, page: &PdfPage, wanted: &Wanted, faults: &mut Faults) {
    let (trim, edge) = (trim(page, wanted), printed(page, wanted));
    let safe = trim.grown(-limit::TRIM * MM);
    for drawn in inside(page, wanted) {
        let area = drawn.area;
        if safe.holds(area) {
            continue;
        }
        let found = distance(trim, area);
        let thing = match &drawn.what {
            // A shape or picture may run over the cut, and then all through the bleed.
            DrawnKind::Fill { .. } | DrawnKind::Picture { .. } if runs_out(area, safe, edge) => {
                continue;
            }
            DrawnKind::Fill { .. } if is_broad(area) => Thing::Ground,
            // What reaches in from outside is a mark; but text that is cut is not.
            DrawnKind::Stroke { .. } if !edge.holds(area) => {
                faults.on(at, PreflightFault::Marks);
                continue;
            }
            DrawnKind::Text { .. } if !edge.holds(area) && !trim.meets(area) => {
                faults.on(at, PreflightFault::Marks);
                continue;
            }
            _ => match thing(drawn) {
                Some(thing) => thing,
                None => continue,
            },
        };
        let (least, found) = (whole(limit::TRIM, 10.0), whole(found / MM, 10.0));
        faults.on(
            at,
            PreflightFault::Margin {
                thing,
                edge: Edge::Trim,
                least,
                found,
            },
        );
    }
}

/// Whether an area, on every side on which it leaves `safe`, goes on to the end of the bleed.
fn runs_out(area: Area, safe: Area, edge: Area) -> bool {
    const CLOSE: f64 = 0.02;
    let sides = [
        (area.x0 < safe.x0 - CLOSE, area.x0 <= edge.x0 + CLOSE),
        (area.y0 < safe.y0 - CLOSE, area.y0 <= edge.y0 + CLOSE),
        (area.x1 > safe.x1 + CLOSE, area.x1 >= edge.x1 - CLOSE),
        (area.y1 > safe.y1 + CLOSE, area.y1 >= edge.y1 - CLOSE),
    ];
    sides.iter().all(|(leaves, reaches)| !leaves || *reaches)
}

/// Near the edge of the paper.
fn paper(at: usize, page: &PdfPage, faults: &mut Faults) {
    let safe = page.media.grown(-limit::PAPER * MM);
    for drawn in &page.drawn {
        let thing = match &drawn.what {
            DrawnKind::Text { .. } => words_of(drawn).map(|words| Thing::Text(beginning(words))),
            DrawnKind::Picture { .. } => Some(Thing::Picture),
            _ => None,
        };
        let Some(thing) = thing.filter(|_| !safe.holds(drawn.area)) else {
            continue;
        };
        let found = whole(distance(page.media, drawn.area) / MM, 10.0);
        let least = whole(limit::PAPER, 10.0);
        faults.on(
            at,
            PreflightFault::Margin {
                thing,
                edge: Edge::Paper,
                least,
                found,
            },
        );
    }
}

/// On a duplicator, which prints nothing, not even a background, near the edge of the paper: 5 mm
/// where the sheet goes in, less elsewhere; and nobody knows which way a sheet is put in.
fn machine(at: usize, page: &PdfPage, wanted: &Wanted, faults: &mut Faults) {
    let paper = trim(page, wanted);
    let safe = paper.grown(-limit::PAPER * MM);
    for drawn in inside(page, wanted) {
        let unseen = drawn.colour.is_paper() || words_of(drawn).is_none() && is_text(drawn);
        if unseen || safe.holds(drawn.area) {
            continue;
        }
        let found = whole(distance(paper, drawn.area) / MM, 10.0);
        let least = whole(limit::PAPER, 10.0);
        faults.on(
            at,
            PreflightFault::Margin {
                thing: thing(drawn).unwrap_or(Thing::Ground),
                edge: Edge::Machine,
                least,
                found,
            },
        );
    }
}

fn is_text(drawn: &DrawnItem) -> bool {
    matches!(
        drawn.what,
        DrawnKind::Text { .. } | DrawnKind::Outline { .. }
    )
}

/// Near the folds.
fn folds(at: usize, page: &PdfPage, wanted: &Wanted, faults: &mut Faults) {
    let left = trim(page, wanted).x0;
    for fold in wanted.folds.get(at).into_iter().flatten() {
        let fold = left + fold * MM;
        for drawn in inside(page, wanted) {
            let Some(thing) = thing(drawn) else {
                continue;
            };
            let area = drawn.area;
            // A line across the whole sheet is a background like any other, and so is a band of
            // colour, and a picture that ends where its panel does.
            let found = (area.x0 - fold).max(fold - area.x1) / MM;
            let may_end_here = match drawn.what {
                DrawnKind::Fill { .. } => true,
                DrawnKind::Picture { .. } => found > -0.1,
                _ => false,
            };
            let band = may_end_here && area.width() >= BAND * MM;
            let across = band || area.width() >= trim(page, wanted).width() - 1.0;
            if found < limit::FOLD - 0.01 && !across {
                let (least, found) = (whole(limit::FOLD, 10.0), whole(found.max(0.0), 10.0));
                faults.on(
                    at,
                    PreflightFault::Margin {
                        thing,
                        edge: Edge::Fold,
                        least,
                        found,
                    },
                );
            }
        }
    }
}
