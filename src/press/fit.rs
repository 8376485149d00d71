//! Copyfitting: the largest type at which everything stands on the sheet, and what is left
//! out, in a stated order, before type becomes too small.

mod flow;
mod panels;
mod whole;

use std::sync::Arc;

use super::data::{Drafts, LeafletData};
use super::engine::{EngineError, EngineJob, Fill, Layout, PrintEngine, Typefaces};
use super::paper::TypeSizes;
use super::sheet::Sheets;
use crate::base::format::Side;
use crate::base::{Design, PanelName};
use crate::leaflet::LeftOut;
use crate::leaflet::{Cut, LeafletContent, LeafletPanel, PanelFoot, PanelHead, SheetKind, chosen};

/// Sizes are multiples of this.
const STEP: f64 = 0.1;
/// Nothing to measure: the leaflet is to be drawn.
pub(super) const DRAWN: Drafts<'static> = Drafts::Said(&[]);
/// A panel emptier than this is worth a warning.
const MUCH_ROOM: f64 = 1.0 / 3.0;

/// A fitted leaflet.
pub(super) struct Fitted {
    /// The size of body text, in points.
    pub size: f64,
    /// Whether the hook gave way to the text.
    pub tight: bool,
    /// The layout for office printers.
    pub layout: Layout,
    /// Panels that stayed more than a third empty.
    pub empty: Vec<PanelName>,
    /// What was left out, in the order in which it was given up.
    pub left_out: Vec<LeftOut>,
    /// How much each panel leaves out.
    pub cuts: Vec<Cut>,
    /// Whether something is left out that the site has in full, and what else it says now.
    pub leaflet: LeafletData,
}

/// Why a leaflet cannot be set.
pub(super) enum Unfit {
    /// A template is wrong.
    Template(Vec<EngineError>),
    /// A panel's text is too long at the smallest size, by so many lines.
    Overflow { panel: PanelName, lines: u32 },
}

/// How a job is to be laid out.
#[derive(Debug, Clone, Copy)]
pub(super) struct Pass<'p> {
    /// The size of body text, in points.
    pub size: f64,
    /// Whether the hook gives way to the text: before type becomes smaller than is easy to read.
    pub tight: bool,
    /// What is only to be measured; empty when the leaflet is to be drawn.
    pub drafts: Drafts<'p>,
    /// Whether the job names the typefaces, which the key of a leaflet knows without.
    pub names_fonts: bool,
}

/// A leaflet to be fitted.
#[derive(Clone, Copy)]
pub(super) struct Unfitted<'u> {
    /// What it says in full.
    pub content: &'u LeafletContent<'u>,
    /// What makes data of it.
    pub sheets: &'u Sheets<'u>,
    /// The data of what is never left out.
    pub frame: &'u LeafletData,
    /// The typefaces, when there are more than those of the theme.
    pub typefaces: Option<&'u Arc<Typefaces>>,
}

/// Fits a leaflet. `job` makes a job from a leaflet's data for a pass.
pub(super) fn fit(
    engine: &PrintEngine,
    leaflet: Unfitted<'_>,
    limits: TypeSizes,
    sides: &'static [Side],
    job: impl Fn(&LeafletData, Pass<'_>) -> Vec<u8>,
) -> Result<Fitted, Unfit> {
    let template = format!("{}.typ", leaflet.frame.kind);
    let fitter = Fitter {
        engine,
        template: &template,
        limits,
        leaflet,
        whole: leaflet.sheets.filled(leaflet.frame, leaflet.content),
        sides,
        job,
    };
    let mut fitted = match leaflet.content.kind {
        SheetKind::Flow => fitter.flow(),
        // The lines of a newspaper are measured as one text.
        SheetKind::Panels if fitter.template.starts_with("newspaper") => fitter.one(),
        SheetKind::Panels | SheetKind::Signatures => fitter.panels(),
        SheetKind::Statement | SheetKind::Topic | SheetKind::Event => fitter.one(),
    }?;
    if leaflet.content.drawing.is_some() && !fitted.layout.has_drawing() {
        fitted.left_out.insert(0, LeftOut::Drawing);
    }
    Ok(fitted)
}

/// What fitting a leaflet takes.
struct Fitter<'d, J> {
    engine: &'d PrintEngine,
    template: &'d str,
    limits: TypeSizes,
    leaflet: Unfitted<'d>,
    /// The data of everything that it says.
    whole: LeafletData,
    /// The sides of a sheet that are printed.
    sides: &'static [Side],
    job: J,
}

impl<J: Fn(&LeafletData, Pass<'_>) -> Vec<u8>> Fitter<'_, J> {
    fn lay_out(&self, leaflet: &LeafletData, pass: Pass<'_>) -> Result<Layout, Unfit> {
        let engine_job = EngineJob {
            template: self.template.to_owned(),
            job: (self.job)(leaflet, pass),
            files: leaflet.files(),
            typefaces: self.leaflet.typefaces.cloned(),
        };
        self.engine.lay_out(engine_job).map_err(Unfit::Template)
    }

    /// The size at which a text fills the room of which it takes a share at some size: its height
    /// grows with the square of its size.
    fn guess(&self, (at, share): (f64, f64)) -> f64 {
        let guess = at * 0.985 / share.max(0.01).sqrt();
        ((guess / STEP).floor() * STEP).clamp(at, self.limits.largest)
    }

    /// Draws at the largest size that fits, not under `floor`, guessed from the share of the room
    /// that it takes at some size. The first guess is a good one; it may have to give way a little.
    fn draw(
        &self,
        cuts: Vec<Cut>,
        floor: f64,
        tight: bool,
        (at, share): (f64, f64),
    ) -> Result<Fitted, Unfit> {
        let Unfitted {
            content,
            sheets,
            frame,
            ..
        } = self.leaflet;
        let (content, left_out) = chosen(content, &cuts);
        let leaflet = sheets.filled(frame, &content);
        let mut size = self.guess((at, share));
        loop {
            let pass = Pass {
                size,
                tight,
                drafts: DRAWN,
                names_fonts: true,
            };
            let layout = self.lay_out(&leaflet, pass)?;
            let fills = layout.fills();
            let over = |fill: &Fill| fill.share(0, 0).is_some_and(|share| share > 1.0001);
            if !fills.iter().any(over) {
                let much_room = |fill: &&Fill| {
                    // A poster is to have room, and a cover, and a call that is a panel of its own, fill it by themselves.
                    content.design != Design::Poster
                        && self.panel(&fill.panel).is_none_or(|panel| {
                            panel.head != PanelHead::Cover && panel.foot != PanelFoot::Whole
                        })
                        && fill
                            .share(0, 0)
                            .is_some_and(|share| share < 1.0 - MUCH_ROOM)
                };
                let empty = fills
                    .iter()
                    .filter(much_room)
                    .map(|fill| self.called(&fill.panel))
                    .collect();
                return Ok(Fitted {
                    size,
                    tight,
                    layout,
                    empty,
                    left_out,
                    cuts,
                    leaflet,
                });
            }
            if size <= floor {
                return Err(self.overflow(&fills, 0));
            }
            // It was measured to fit at the size that the guess began from.
            let least = if size > at { at } else { floor };
            size = (((size - 2.0 * STEP) / STEP).round() * STEP).max(least);
        }
    }

    /// The panel that a template reports on.
    fn panel(&self, name: &str) -> Option<&LeafletPanel<'_>> {
        let composed = !self.leaflet.content.kind.is_whole();
        let at: usize = name.parse().ok().filter(|_| composed)?;
        self.leaflet.content.panels.get(at)
    }

    /// What people call it.
    fn called(&self, name: &str) -> PanelName {
        self.panel(name)
            .map_or(PanelName::Front, |panel| panel.called)
    }

    /// The panel that overflows most when the least is said.
    fn overflow(&self, fills: &[Fill], shortest: usize) -> Unfit {
        let over = |fill: &Fill| {
            let used = fill
                .used
                .get(shortest)
                .and_then(|ways| ways.last())
                .copied()
                .unwrap_or_default();
            (used - fill.room) / fill.line.max(1.0)
        };
        let worst = fills.iter().max_by(|a, b| over(a).total_cmp(&over(b)));
        #[allow(
            clippy::cast_possible_truncation,
            clippy::cast_sign_loss,
            reason = "a count of lines"
        )]
        let lines = worst.map_or(1.0, |fill| over(fill).ceil().max(1.0)) as u32;
        Unfit::Overflow {
            panel: worst.map_or(PanelName::Front, |fill| self.called(&fill.panel)),
            lines,
        }
    }
}
