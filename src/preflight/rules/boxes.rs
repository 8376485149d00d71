//! Pages: how many, and where they are cut.

use super::faults::Faults;
use super::parts::{inside, whole};
use crate::preflight::fault::{PageBox, PreflightFault, Reader};
use crate::preflight::geometry::{Area, MM};
use crate::preflight::read::{PdfPage, Reading};
use crate::preflight::wanted::Wanted;

/// Boxes may be off by so many millimetres, a hundredth of what a guillotine is.
const CLOSE: f64 = 0.02;

pub(super) fn look(reading: &Reading, wanted: &Wanted, faults: &mut Faults) {
    let found = reading.pages.len();
    if found < wanted.pages || found > wanted.pages && !wanted.flows {
        faults.of_all(PreflightFault::Pages {
            found: reading.pages.len(),
            wanted: wanted.pages,
        });
    }
    for (at, page) in reading.pages.iter().enumerate() {
        if page.torn {
            faults.on(at, PreflightFault::Torn);
        }
        if inside(page, wanted).next().is_none() {
            faults.on(at, PreflightFault::Blank);
        }
        if page.turned {
            faults.on(at, PreflightFault::Turned);
        }
        match wanted.reader {
            Reader::Office => {
                is_size(at, PageBox::Media, page.media, wanted.trim, faults);
            }
            Reader::Press => press(at, page, wanted, faults),
        }
        // Whoever opens it sees, and prints, no more than the CropBox.
        let shown = page.crop.intersection(page.media);
        if !shown.is_some_and(|shown| is_same(shown, page.media)) {
            faults.on(
                at,
                PreflightFault::OffBox {
                    which: PageBox::Crop,
                },
            );
        }
    }
}

fn press(at: usize, page: &PdfPage, wanted: &Wanted, faults: &mut Faults) {
    let (wide, high) = wanted.trim;
    let bleed = (wide + 2.0 * wanted.bleed, high + 2.0 * wanted.bleed);
    let trim_is_right = match page.trim {
        Some(trim) => is_size(at, PageBox::Trim, trim, wanted.trim, faults),
        None => missing(at, PageBox::Trim, faults),
    };
    let bleed_is_right = match page.bleed {
        Some(own) => is_size(at, PageBox::Bleed, own, bleed, faults),
        None => missing(at, PageBox::Bleed, faults),
    };
    let (Some(trim), Some(own)) = (page.trim, page.bleed) else {
        return;
    };
    if trim_is_right && bleed_is_right && !is_same(own, trim.grown(wanted.bleed * MM)) {
        faults.on(
            at,
            PreflightFault::OffBox {
                which: PageBox::Bleed,
            },
        );
    }
    if wanted.marks {
        // Marks stand outside the bleed, on all sides alike.
        let around = page.media.x1 - own.x1;
        if around < CLOSE || !is_same(page.media, own.grown(around)) {
            faults.on(
                at,
                PreflightFault::OffBox {
                    which: PageBox::Media,
                },
            );
        }
    } else {
        is_size(at, PageBox::Media, page.media, bleed, faults);
    }
}

fn missing(at: usize, which: PageBox, faults: &mut Faults) -> bool {
    faults.on(at, PreflightFault::NoBox { which });
    false
}

fn is_size(at: usize, which: PageBox, area: Area, wanted: (f64, f64), faults: &mut Faults) -> bool {
    let found = (area.width() / MM, area.height() / MM);
    let right = (found.0 - wanted.0).abs() < CLOSE && (found.1 - wanted.1).abs() < CLOSE;
    if !right {
        let tenths = |(a, b): (f64, f64)| (whole(a, 10.0), whole(b, 10.0));
        faults.on(
            at,
            PreflightFault::WrongBox {
                which,
                found: tenths(found),
                wanted: tenths(wanted),
            },
        );
    }
    right
}

fn is_same(a: Area, b: Area) -> bool {
    let pairs = [(a.x0, b.x0), (a.y0, b.y0), (a.x1, b.x1), (a.y1, b.y1)];
    pairs.iter().all(|(a, b)| (a - b).abs() < CLOSE * MM)
}
