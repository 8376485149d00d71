//! The rules, one file a subject. Each looks at a reading and what was wanted, and takes down
//! what is wrong.

mod boxes;
mod colours;
mod faults;
mod fonts;
mod margins;
mod office;
mod parts;
mod sizes;

use super::read::Reading;
use super::wanted::Wanted;

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
pub(super) use faults::Faults;
pub(super) use margins::nearest;
pub(super) use parts::inside;
pub(super) use sizes::is_reading;
