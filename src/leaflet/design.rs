//! The design of a leaflet: as staff chose, or by what it holds in its language. No leaflet looks at
//! another, so that an edit changes the design of its own alone.

use crate::base::Design;

/// What a leaflet holds in one language that can stand largest.
#[derive(Clone, Copy)]
pub(super) struct Holdings {
    /// A number that carries an argument.
    pub figure: bool,
    /// What somebody says, in a few words.
    pub voice: bool,
}

impl Holdings {
    /// Whether it can be shown so: a translation may lack what its original has.
    const fn fits(self, design: Design) -> bool {
        match design {
            Design::Title => true,
            Design::Voice => self.voice,
            Design::Figure => self.figure,
        }
    }

    /// The design of a leaflet.
    pub(super) fn design(self, chosen: Option<Design>) -> Design {
        let by_itself = [Design::Figure, Design::Voice];
        chosen
            .into_iter()
            .chain(by_itself)
            .find(|design| self.fits(*design))
            .unwrap_or(Design::Title)
    }
}
