//! Whether what a leaflet holds can be shown in the design that staff chose for it.

use super::entities::{EventText, LeafletText, StatementText, Text, TopicText};
use super::fault::{DesignNeed, SiteFault};
use super::ids::Target;
use crate::base::{Design, FileId, Format, Spanned, is_question};
use crate::diagnostic::{Diagnostic, Diagnostics};
use crate::model::text::{Block, plain};

/// The texts of a leaflet, and which designs it has.
pub(super) struct Showable {
    /// The designs that this kind of leaflet has.
    fitting: &'static [Design],
    /// The format, where it has fewer than others.
    format: Option<Format>,
    /// What is missing for some of them.
    lacks: Vec<(Design, DesignNeed)>,
}

const OF_STATEMENTS: &[Design] = &[
    Design::Title,
    Design::Voice,
    Design::Figure,
    Design::Question,
    Design::Compare,
    Design::Newspaper,
];
/// Of leaflets on which nobody speaks alone.
const OF_TOPICS: &[Design] = &[
    Design::Title,
    Design::Figure,
    Design::Question,
    Design::Compare,
    Design::Newspaper,
];
const OF_EVENTS: &[Design] = &[Design::Title, Design::Figure, Design::Newspaper];

/// The designs of a composed leaflet on paper of a format; of one that `flows`, on as many pages as
/// it takes. Two columns need their width, the lines of a newspaper one side for themselves.
fn of_format(format: Format, flows: bool) -> &'static [Design] {
    const NARROW: &[Design] = &[
        Design::Title,
        Design::Voice,
        Design::Figure,
        Design::Question,
    ];
    match format {
        Format::SignatureSheet => &[],
        Format::Postcard => NARROW,
        format if flows || format.is_narrow() => NARROW,
        Format::A3 | Format::A4 | Format::B5 => &[
            Design::Title,
            Design::Voice,
            Design::Figure,
            Design::Question,
            Design::Compare,
            Design::Newspaper,
            Design::Poster,
        ],
        // Of one side.
        Format::A5 => OF_STATEMENTS,
        _ => &[
            Design::Title,
            Design::Voice,
            Design::Figure,
            Design::Question,
            Design::Compare,
        ],
    }
}

/// The design as it was chosen, in some file. What does not go with it is reported.
pub(super) fn checked(
    chosen: Option<(FileId, Spanned<Design>)>,
    shown: &Showable,
    diagnostics: &mut Diagnostics,
) -> Option<Design> {
    let (file, chosen) = chosen?;
    let design = chosen.value;
    let fault = if shown.fitting.contains(&design) {
        let Some((_, lacks)) = shown.lacks.iter().find(|(own, _)| *own == design) else {
            return Some(design);
        };
        let lacks = *lacks;
        SiteFault::DesignLacks { design, lacks }
    } else {
        SiteFault::DesignUnfit {
            design,
            format: shown.format,
            fitting: shown.fitting,
        }
    };
    diagnostics.report(Diagnostic::at(chosen.span.of(file), fault));
    None
}

/// What is missing, of some designs with what they need and whether it is there.
fn lacking<const N: usize>(all: [(Design, DesignNeed, bool); N]) -> Vec<(Design, DesignNeed)> {
    let lacking = all.into_iter().filter(|(.., is_there)| !is_there);
    lacking.map(|(design, need, _)| (design, need)).collect()
}

impl Text {
    /// Whether it is in two columns: in a table of two, or in two sections.
    #[must_use]
    pub(crate) fn is_in_two(&self) -> bool {
        self.sections.len() == 2 || self.blocks().flatten().any(is_in_two)
    }

    /// Whether what stands before the sections has a table of two columns.
    #[must_use]
    pub(crate) fn opens_in_two(&self) -> bool {
        self.intro.iter().any(is_in_two)
    }

    /// Its blocks, section by section.
    pub(crate) fn blocks(&self) -> impl Iterator<Item = &[Block<Target>]> {
        let sections = self.sections.iter().map(|section| &*section.blocks);
        std::iter::once(&*self.intro).chain(sections)
    }
}

/// Whether a block is a table of two columns.
fn is_in_two(block: &Block<Target>) -> bool {
    matches!(block, Block::Table { head, .. } if head.len() == 2)
}

impl StatementText {
    /// Whether its title or a heading is a question.
    #[must_use]
    pub(crate) fn asks(&self) -> bool {
        let headings = self.body.sections.iter().map(|section| &section.heading);
        let mut lines = std::iter::once(&self.title).chain(headings);
        lines.any(|line| is_question(&plain(line)))
    }
}

impl TopicText {
    /// Whether its hook is a question.
    #[must_use]
    pub(crate) fn asks(&self) -> bool {
        self.hook
            .as_deref()
            .is_some_and(|hook| is_question(&plain(hook)))
    }
}

impl LeafletText {
    /// Whether what stands largest is a question.
    #[must_use]
    pub(crate) fn asks(&self) -> bool {
        is_question(&plain(self.hook.as_ref().unwrap_or(&self.title)))
    }
}

impl StatementText {
    pub(super) fn shown(&self) -> Showable {
        Showable {
            fitting: OF_STATEMENTS,
            format: None,
            lacks: lacking([
                (
                    Design::Figure,
                    DesignNeed::Figures,
                    !self.figures.is_empty(),
                ),
                (Design::Voice, DesignNeed::Pull, self.pull.is_some()),
                (Design::Question, DesignNeed::Question, self.asks()),
                (
                    Design::Compare,
                    DesignNeed::TwoColumns,
                    self.body.is_in_two(),
                ),
            ]),
        }
    }
}

impl TopicText {
    pub(super) fn shown(&self) -> Showable {
        Showable {
            fitting: OF_TOPICS,
            format: None,
            lacks: lacking([
                (
                    Design::Figure,
                    DesignNeed::Figures,
                    !self.figures.is_empty(),
                ),
                (Design::Question, DesignNeed::AskingHook, self.asks()),
                (
                    Design::Compare,
                    DesignNeed::TwoColumns,
                    self.body.opens_in_two(),
                ),
            ]),
        }
    }
}

impl EventText {
    pub(super) fn shown(&self) -> Showable {
        let has_figures = !self.figures.is_empty();
        Showable {
            fitting: OF_EVENTS,
            format: None,
            lacks: lacking([(Design::Figure, DesignNeed::Figures, has_figures)]),
        }
    }
}

impl LeafletText {
    /// On paper of a format; `is_silent` where it names no speaker.
    pub(super) fn shown(&self, format: Format, flows: bool, is_silent: bool) -> Showable {
        Showable {
            fitting: of_format(format, flows),
            format: Some(format),
            lacks: lacking([
                (
                    Design::Figure,
                    DesignNeed::Figures,
                    !self.figures.is_empty(),
                ),
                (Design::Voice, DesignNeed::Speaker, !is_silent),
                (Design::Question, DesignNeed::AskingHook, self.asks()),
                (
                    Design::Compare,
                    DesignNeed::TwoColumns,
                    self.body.is_in_two(),
                ),
            ]),
        }
    }
}
