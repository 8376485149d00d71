//! Colours: inks for the press, light for the screen; black text black alone.

use super::faults::Faults;
use super::parts::{beginning, inside, printed, whole, words_of};
use crate::preflight::fault::{PreflightFault, Reader};
use crate::preflight::read::{DrawnItem, DrawnKind, PdfColour, PdfPage, Reading, Space};
use crate::preflight::wanted::{Wanted, limit};

pub(super) fn look(reading: &Reading, wanted: &Wanted, faults: &mut Faults) {
    if wanted.reader == Reader::Press && reading.claims.x {
        faults.of_all(PreflightFault::FalseClaim);
    }
    for (at, page) in reading.pages.iter().enumerate() {
        match wanted.reader {
            Reader::Office => office(at, page, faults),
            Reader::Press => press(at, page, wanted, faults),
        }
        if wanted.black {
            black_alone(at, page, wanted, faults);
        }
    }
}

/// In an edition for one ink everything inside the bleed is black, grey or paper.
fn black_alone(at: usize, page: &PdfPage, wanted: &Wanted, faults: &mut Faults) {
    for drawn in inside(page, wanted) {
        let values = &drawn.colour.values;
        let coloured = match (&drawn.colour.space, values.as_slice()) {
            (Space::Cmyk, [c, m, y, _]) => c.max(*m).max(*y) > 0.001,
            (Space::Rgb | Space::Icc(3), [r, g, b]) => r.max(*g).max(*b) - r.min(*g).min(*b) > 0.01,
            (Space::Gray | Space::Icc(1), _) => false,
            _ => true,
        };
        if coloured {
            let colour = values.iter().map(|value| whole(*value, 100.0)).collect();
            faults.on(at, PreflightFault::NotBlack { colour });
        }
    }
}

fn office(at: usize, page: &PdfPage, faults: &mut Faults) {
    for drawn in &page.drawn {
        let fits = match &drawn.colour.space {
            Space::Gray | Space::Rgb => true,
            Space::Icc(components) => matches!(components, 1 | 3),
            Space::Cmyk | Space::Spot(_) | Space::Other(_) => false,
        };
        if !fits {
            faults.on(at, wrong(&drawn.colour, Reader::Office));
        }
    }
}

fn press(at: usize, page: &PdfPage, wanted: &Wanted, faults: &mut Faults) {
    let edge = printed(page, wanted);
    for drawn in &page.drawn {
        let fits = match &drawn.colour.space {
            Space::Gray | Space::Cmyk => true,
            Space::Spot(name) => name == "All",
            Space::Rgb | Space::Icc(_) | Space::Other(_) => false,
        };
        if !fits {
            faults.on(at, wrong(&drawn.colour, Reader::Press));
        }
        if drawn.colour.is_registration() && drawn.area.meets(edge) {
            faults.on(at, PreflightFault::Marks);
        }
        if drawn.sheer {
            faults.on(at, PreflightFault::Sheer);
        }
        if drawn.overprint {
            faults.on(at, PreflightFault::Overprint);
        }
    }
    for drawn in inside(page, wanted) {
        let ink = ink(drawn).unwrap_or_default();
        if ink > limit::INK + 0.5 {
            faults.on(
                at,
                PreflightFault::Ink {
                    percent: whole(ink, 1.0),
                    most: whole(limit::INK, 1.0),
                },
            );
        }
        black(at, drawn, faults);
    }
}

/// How much ink a thing takes at most, in per cent.
pub(in crate::preflight) fn ink(drawn: &DrawnItem) -> Option<f64> {
    match drawn.what {
        DrawnKind::Picture { ink, .. } => ink,
        _ => drawn.colour.ink(),
    }
}

fn wrong(colour: &PdfColour, reader: Reader) -> PreflightFault {
    PreflightFault::Colour {
        space: colour.space.name(),
        reader,
    }
}

/// Text is black alone, or paper, or of a colour that is meant to be one and large enough to
/// stand plates that do not meet exactly.
fn black(at: usize, drawn: &DrawnItem, faults: &mut Faults) {
    /// Coloured inks this near to each other are a grey, made of three.
    const GREY: f64 = 0.25;
    /// From here on the black plate makes a colour dark enough to be meant as black.
    const DARK: f64 = 0.6;
    let (DrawnKind::Text { size, .. } | DrawnKind::Outline { size, .. }) = drawn.what else {
        return;
    };
    let (Some(words), Some([c, m, y, k])) = (words_of(drawn), drawn.colour.inks()) else {
        return;
    };
    let (most, least) = (c.max(m).max(y), c.min(m).min(y));
    if most < 0.001 {
        return;
    }
    let meant_black = most - least < GREY || k >= DARK;
    if meant_black || size < limit::COLOURED_TYPE - 0.01 {
        faults.on(
            at,
            PreflightFault::BlackText {
                text: beginning(words),
                inks: [c, m, y, k].map(|ink| whole(ink, 100.0)),
            },
        );
    }
}
