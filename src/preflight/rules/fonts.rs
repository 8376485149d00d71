//! Fonts: embedded, of a kind that presses take, and with their meaning.

use super::faults::Faults;
use crate::preflight::fault::PreflightFault;
use crate::preflight::read::{DrawnKind, Reading};

pub(super) fn look(reading: &Reading, faults: &mut Faults) {
    for font in &reading.fonts {
        if font.is_type3() {
            faults.of_all(PreflightFault::Type3 {
                font: font.name.clone(),
            });
        } else if !font.embedded {
            faults.of_all(PreflightFault::NotEmbedded {
                font: font.name.clone(),
            });
        }
    }
    for (at, page) in reading.pages.iter().enumerate() {
        for drawn in &page.drawn {
            if let DrawnKind::Text {
                unknown: 1.., font, ..
            } = &drawn.what
            {
                let font = reading.fonts.get(*font).map(|font| font.name.clone());
                faults.on(
                    at,
                    PreflightFault::NoMeaning {
                        font: font.unwrap_or_default(),
                    },
                );
            }
        }
    }
}
