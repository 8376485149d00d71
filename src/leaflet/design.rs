//! The design of a leaflet: as staff chose, or by what it holds in its language. No leaflet looks at
//! another, so that an edit changes the design of its own alone.

use crate::base::Design;

/// What a leaflet holds in one language that can stand largest.
#[derive(Clone, Copy)]
#[allow(
    clippy::struct_excessive_bools,
    reason = "what a leaflet holds, thing by thing"
)]
pub(super) struct Holdings<'h> {
    /// What it is called by: of designs that go as well, this decides, so that the leaflets of a site differ.
    pub slug: &'h str,
    /// A number that carries an argument.
    pub figure: bool,
    /// What somebody says, in a few words.
    pub voice: bool,
    /// A question, and what answers it.
    pub question: bool,
    /// Two columns of facts.
    pub compare: bool,
    /// Whether its text can stand in the lines of a newspaper.
    pub newspaper: bool,
}

impl Holdings<'_> {
    /// Whether it can be shown so: a translation may lack what its original has.
    const fn fits(self, design: Design) -> bool {
        match design {
            Design::Title | Design::Newspaper | Design::Poster => true,
            Design::Voice => self.voice,
            Design::Figure => self.figure,
            Design::Question => self.question,
            Design::Compare => self.compare,
        }
    }

    /// The design of a leaflet.
    pub(super) fn design(self, chosen: Option<Design>) -> Design {
        chosen
            .filter(|design| self.fits(*design))
            .unwrap_or_else(|| self.by_itself())
    }

    /// What two columns say may be a comparison by chance: that is for staff to choose.
    fn by_itself(self) -> Design {
        let first = match self {
            Self { figure: true, .. } => return Design::Figure,
            Self { question: true, .. } => Design::Question,
            Self { voice: true, .. } => Design::Voice,
            _ => Design::Title,
        };
        if self.newspaper && scattered(self.slug) % 2 == 1 {
            Design::Newspaper
        } else {
            first
        }
    }
}

/// A number made of a name that tells names apart which are alike (FNV-1a).
fn scattered(slug: &str) -> u32 {
    let hash = slug.bytes().fold(0x811c_9dc5_u32, |hash, byte| {
        (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193)
    });
    (hash >> 16) ^ (hash & 0xffff)
}
