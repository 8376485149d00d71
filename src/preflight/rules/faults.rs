//! The faults that the rules take down.

use crate::preflight::fault::PreflightFault;

/// The faults of one PDF, each once a page.
#[derive(Debug, Default)]
pub(in crate::preflight) struct Faults {
    all: Vec<(Option<usize>, PreflightFault)>,
}

impl Faults {
    /// Takes down a fault of a page, counted from 0.
    pub(in crate::preflight) fn on(&mut self, page: usize, fault: PreflightFault) {
        self.add((Some(page + 1), fault));
    }

    /// Takes down a fault of the whole PDF.
    pub(in crate::preflight) fn of_all(&mut self, fault: PreflightFault) {
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
    pub(in crate::preflight) fn into_all(self) -> Vec<(Option<usize>, PreflightFault)> {
        self.all
    }
}
