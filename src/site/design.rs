//! Whether what a leaflet holds can be shown in the design that staff chose for it.

use super::entities::{EventText, FigureText, LeafletText, StatementText, TopicText};
use super::fault::{DesignNeed, SiteFault};
use crate::base::{Design, FileId, Format, Spanned};
use crate::diagnostic::{Diagnostic, Diagnostics};

/// What the texts of a leaflet hold that a design needs.
pub(super) struct Showable<'h> {
    figures: &'h [FigureText],
    /// What is missing for somebody's words in large type.
    lacks_voice: Option<DesignNeed>,
    /// The designs that this kind of leaflet has.
    fitting: &'static [Design],
    /// The format, where it has fewer than others.
    format: Option<Format>,
}

const OF_STATEMENTS: &[Design] = &[
    Design::Title,
    Design::Voice,
    Design::Figure,
    Design::Newspaper,
];
/// Of leaflets on which nobody speaks alone.
const OF_TOPICS: &[Design] = &[Design::Title, Design::Figure, Design::Newspaper];

/// The designs of a composed leaflet on paper of a format; of one that `flows`, on as many pages as
/// it takes.
const fn of_format(format: Format, flows: bool) -> &'static [Design] {
    match format {
        Format::SignatureSheet => &[],
        Format::A3 | Format::A4 | Format::B5 if !flows => {
            &[Design::Title, Design::Voice, Design::Figure, Design::Poster]
        }
        _ => &[Design::Title, Design::Voice, Design::Figure],
    }
}

/// The design as it was chosen, in some file. What does not go with it is reported.
pub(super) fn checked(
    chosen: Option<(FileId, Spanned<Design>)>,
    held: Showable<'_>,
    diagnostics: &mut Diagnostics,
) -> Option<Design> {
    let (file, chosen) = chosen?;
    let design = chosen.value;
    let fault = if held.fitting.contains(&design) {
        let lacks = match design {
            Design::Figure => held.figures.is_empty().then_some(DesignNeed::Figures),
            Design::Voice => held.lacks_voice,
            Design::Title | Design::Newspaper | Design::Poster => None,
        };
        let Some(lacks) = lacks else {
            return Some(design);
        };
        SiteFault::DesignLacks { design, lacks }
    } else {
        SiteFault::DesignUnfit {
            design,
            format: held.format,
            fitting: held.fitting,
        }
    };
    diagnostics.report(Diagnostic::at(chosen.span.of(file), fault));
    None
}

impl StatementText {
    pub(super) fn held(&self) -> Showable<'_> {
        Showable {
            figures: &self.figures,
            lacks_voice: self.pull.is_none().then_some(DesignNeed::Pull),
            fitting: OF_STATEMENTS,
            format: None,
        }
    }
}

impl TopicText {
    pub(super) fn held(&self) -> Showable<'_> {
        Showable {
            figures: &self.figures,
            lacks_voice: None,
            fitting: OF_TOPICS,
            format: None,
        }
    }
}

impl EventText {
    pub(super) fn held(&self) -> Showable<'_> {
        Showable {
            figures: &self.figures,
            lacks_voice: None,
            fitting: OF_TOPICS,
            format: None,
        }
    }
}

impl LeafletText {
    /// On paper of a format; `is_silent` where it names no speaker.
    pub(super) fn held(&self, format: Format, flows: bool, is_silent: bool) -> Showable<'_> {
        Showable {
            figures: &self.figures,
            lacks_voice: is_silent.then_some(DesignNeed::Speaker),
            fitting: of_format(format, flows),
            format: Some(format),
        }
    }
}
