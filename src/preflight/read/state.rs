//! The graphics state while a page is read (ISO 32000-1 §8.4), and the path under construction.

use hayro::hayro_syntax::object::{Dict, Name, Object};

use super::colour::PdfColour;
use crate::preflight::geometry::{Area, Transform};

/// Everything that `q` remembers.
#[derive(Debug, Clone)]
pub(super) struct GraphicsState {
    /// From the current units to the page.
    pub ctm: Transform,
    /// What shows, as an upright rectangle.
    pub clip: Area,
    /// What fills.
    pub fill: PdfColour,
    /// What strokes.
    pub stroke: PdfColour,
    /// The width of lines.
    pub width: f64,
    /// Whether something shines through: opacity, a blend mode or a soft mask.
    pub sheer: Sheer,
    /// Whether ink is laid over ink, by what fills and by what strokes.
    pub overprint: (bool, bool),
    /// The state of text.
    pub text: TextState,
}

/// What lets something shine through.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
#[allow(
    clippy::struct_excessive_bools,
    reason = "four parameters that are set one by one"
)]
pub(super) struct Sheer {
    fill: bool,
    stroke: bool,
    blend: bool,
    mask: bool,
}

/// The state of text (ISO 32000-1 §9.3).
#[derive(Debug, Clone)]
pub(super) struct TextState {
    /// The font, as an index.
    pub font: Option<usize>,
    /// The type size.
    pub size: f64,
    /// Space after each character.
    pub character: f64,
    /// Space after each word.
    pub word: f64,
    /// Horizontal scaling, 1 is none.
    pub scale: f64,
    /// From line to line.
    pub leading: f64,
    /// Above the line.
    pub rise: f64,
    /// How glyphs are drawn: 0 filled, 1 stroked, 2 both, 3 not at all.
    pub mode: i64,
}

impl GraphicsState {
    /// The state in which a page begins.
    pub(super) fn new(clip: Area) -> Self {
        Self {
            ctm: Transform::IDENTITY,
            clip,
            fill: PdfColour::black(),
            stroke: PdfColour::black(),
            width: 1.0,
            sheer: Sheer::default(),
            overprint: (false, false),
            text: TextState {
                font: None,
                size: 0.0,
                character: 0.0,
                word: 0.0,
                scale: 1.0,
                leading: 0.0,
                rise: 0.0,
                mode: 0,
            },
        }
    }

    /// Takes over what a dictionary of parameters says (ISO 32000-1 §8.4.5).
    pub(super) fn set(&mut self, parameters: &Dict<'_>) {
        let number = |key: &str| parameters.get::<f32>(key).map(f64::from);
        if let Some(width) = number("LW") {
            self.width = width;
        }
        if let Some(opacity) = number("ca") {
            self.sheer.fill = opacity < 0.999;
        }
        if let Some(opacity) = number("CA") {
            self.sheer.stroke = opacity < 0.999;
        }
        match parameters.get::<Object<'_>>("BM") {
            Some(Object::Name(mode)) => self.sheer.blend = !is_plain(&mode),
            Some(Object::Array(modes)) => {
                self.sheer.blend = modes
                    .iter::<Name<'_>>()
                    .next()
                    .is_some_and(|m| !is_plain(&m));
            }
            _ => {}
        }
        match parameters.get::<Object<'_>>("SMask") {
            Some(Object::Dict(_)) => self.sheer.mask = true,
            Some(Object::Name(_)) => self.sheer.mask = false,
            _ => {}
        }
        // `OP` alone speaks for both.
        let (stroke, fill) = (parameters.get::<bool>("OP"), parameters.get::<bool>("op"));
        if let Some(on) = fill.or(stroke) {
            self.overprint.0 = on;
        }
        if let Some(on) = stroke {
            self.overprint.1 = on;
        }
    }

    /// Whether what is filled lets something shine through.
    pub(super) fn fill_is_sheer(&self) -> bool {
        self.sheer.fill || self.sheer.blend || self.sheer.mask
    }

    /// Whether what is stroked lets something shine through.
    pub(super) fn stroke_is_sheer(&self) -> bool {
        self.sheer.stroke || self.sheer.blend || self.sheer.mask
    }
}

fn is_plain(mode: &Name<'_>) -> bool {
    matches!(mode.as_ref(), b"Normal" | b"Compatible")
}

/// A path under construction: of its shape only what the rules ask for.
#[derive(Debug, Default)]
pub(super) struct Path {
    /// The rectangle around each of its pieces on the page.
    pub pieces: Vec<Area>,
    /// Whether its end is to become the clip.
    pub clips: bool,
}

impl Path {
    /// Begins a piece.
    pub(super) fn begin(&mut self, ctm: Transform, point: (f64, f64)) {
        let (x, y) = ctm.apply(point);
        self.pieces.push(Area {
            x0: x,
            y0: y,
            x1: x,
            y1: y,
        });
    }

    /// Takes in a point; for curves, whose control points hold them, that is enough.
    pub(super) fn add(&mut self, ctm: Transform, point: (f64, f64)) {
        let (x, y) = ctm.apply(point);
        if let Some(piece) = self.pieces.last_mut() {
            *piece = piece.union(Area {
                x0: x,
                y0: y,
                x1: x,
                y1: y,
            });
        }
    }

    /// The rectangle around all of it.
    pub(super) fn area(&self) -> Option<Area> {
        self.pieces.iter().copied().reduce(Area::union)
    }
}
