//! Walks through a page's content and tells what is drawn where, in which colours.

use std::collections::HashMap;

use hayro::hayro_syntax::content::TypedIter;
use hayro::hayro_syntax::content::ops::TypedInstruction as Op;
use hayro::hayro_syntax::object::{Array, Dict, Name, Number, Object, ObjectIdentifier, Stream};
use hayro::hayro_syntax::page::Resources;

use super::colour::{PdfColour, Space};
use super::drawn::{DrawnItem, DrawnKind};
use super::font::Font;
use super::picture;
use super::state::{GraphicsState, Path};
use crate::preflight::geometry::{Area, Transform};

/// Forms in forms in forms are read this deep.
const DEEP: u8 = 12;
/// More than this is drawn on no page; a form that draws itself over and over is left.
const MOST: usize = 200_000;

/// The fonts of a document, each read once.
#[derive(Default)]
pub(super) struct Fonts {
    /// The fonts in the order in which they were met.
    pub all: Vec<Font>,
    known: HashMap<ObjectIdentifier, usize>,
}

impl Fonts {
    pub(super) fn find(&mut self, dict: &Dict<'_>) -> usize {
        if let Some(known) = dict.obj_id().and_then(|id| self.known.get(&id)) {
            return *known;
        }
        let index = self.all.len();
        self.all.push(Font::read(dict));
        if let Some(id) = dict.obj_id() {
            self.known.insert(id, index);
        }
        index
    }

    /// A font that is named, and is nowhere.
    pub(super) fn absent(&mut self, name: &str) -> usize {
        let known = self.all.iter().position(|font| font.name == name);
        known.unwrap_or_else(|| {
            self.all.push(Font::absent(name));
            self.all.len() - 1
        })
    }
}

/// A walk through one page.
pub(super) struct Walk<'f> {
    /// What was drawn so far, in order.
    pub drawn: Vec<DrawnItem>,
    /// Whether something could not be read, and was left out.
    pub torn: bool,
    /// The document's fonts.
    pub fonts: &'f mut Fonts,
    pub(super) state: GraphicsState,
    saved: Vec<GraphicsState>,
    path: Path,
    /// The text matrix, and that of the line's start.
    pub(super) text: (Transform, Transform),
}

impl<'f> Walk<'f> {
    /// Begins on a page of which `visible` shows, whose units are so many points.
    pub(super) fn new(visible: Area, unit: f64, fonts: &'f mut Fonts) -> Self {
        let mut state = GraphicsState::new(visible);
        state.ctm = Transform([unit, 0.0, 0.0, unit, 0.0, 0.0]);
        Self {
            drawn: Vec::new(),
            torn: false,
            fonts,
            state,
            saved: Vec::new(),
            path: Path::default(),
            text: (Transform::IDENTITY, Transform::IDENTITY),
        }
    }

    /// Walks through instructions.
    pub(super) fn walk(&mut self, mut ops: TypedIter<'_>, resources: &Resources<'_>, depth: u8) {
        let base = self.saved.len();
        while let Some(op) = ops.next() {
            if self.drawn.len() > MOST {
                self.torn = true;
                return;
            }
            match op {
                Op::SaveState(_) => self.saved.push(self.state.clone()),
                Op::RestoreState(_) if self.saved.len() > base => {
                    self.state = self.saved.pop().unwrap_or_else(|| self.state.clone());
                }
                Op::Transform(t) => {
                    let matrix = Transform([t.0, t.1, t.2, t.3, t.4, t.5].map(|n| n.as_f64()));
                    self.state.ctm = matrix.then(self.state.ctm);
                }
                Op::LineWidth(width) => self.state.width = width.0.as_f64(),
                Op::SetGraphicsState(name) => {
                    if let Some(parameters) = resources.get_ext_g_state(name.0) {
                        self.state.set(&parameters);
                        self.font_of(&parameters);
                    }
                }
                Op::XObject(name) => match resources.get_x_object(name.0) {
                    Some(object) => self.object(&object, resources, depth),
                    None => self.torn = true,
                },
                Op::InlineImage(image) => self.picture(image.0, resources),
                Op::Shading(name) => self.shading(name.0, resources),
                other => {
                    let known = self.build(&other)
                        || self.paint(&other)
                        || self.colour(&other, resources)
                        || self.write(&other, resources);
                    // Marked content, rendering intents and line ends draw nothing.
                    let _ = known;
                }
            }
        }
        self.saved.truncate(base);
    }

    /// Path construction.
    fn build(&mut self, op: &Op<'_, '_>) -> bool {
        let ctm = self.state.ctm;
        let at = |x: Number, y: Number| (x.as_f64(), y.as_f64());
        match op {
            Op::MoveTo(p) => self.path.begin(ctm, at(p.0, p.1)),
            Op::LineTo(p) => self.path.add(ctm, at(p.0, p.1)),
            Op::CubicTo(p) => {
                for point in [at(p.0, p.1), at(p.2, p.3), at(p.4, p.5)] {
                    self.path.add(ctm, point);
                }
            }
            Op::CubicStartTo(p) => {
                self.path.add(ctm, at(p.0, p.1));
                self.path.add(ctm, at(p.2, p.3));
            }
            Op::CubicEndTo(p) => {
                self.path.add(ctm, at(p.0, p.1));
                self.path.add(ctm, at(p.2, p.3));
            }
            Op::RectPath(r) => {
                let ((left, low), (wide, tall)) = (at(r.0, r.1), at(r.2, r.3));
                self.path.begin(ctm, (left, low));
                let (right, high) = (left + wide, low + tall);
                for point in [(right, low), (right, high), (left, high)] {
                    self.path.add(ctm, point);
                }
            }
            Op::ClipNonZero(_) | Op::ClipEvenOdd(_) => self.path.clips = true,
            _ => return false,
        }
        true
    }

    /// Path painting.
    fn paint(&mut self, op: &Op<'_, '_>) -> bool {
        let (fill, stroke) = match op {
            Op::StrokePath(_) | Op::CloseAndStrokePath(_) => (false, true),
            Op::FillPathNonZero(_)
            | Op::FillPathNonZeroCompatibility(_)
            | Op::FillPathEvenOdd(_) => (true, false),
            Op::FillAndStrokeNonZero(_)
            | Op::FillAndStrokeEvenOdd(_)
            | Op::CloseFillAndStrokeNonZero(_)
            | Op::CloseFillAndStrokeEvenOdd(_) => (true, true),
            Op::EndPath(_) => (false, false),
            _ => return false,
        };
        let path = std::mem::take(&mut self.path);
        let Some(area) = path.area() else {
            return true;
        };
        if fill {
            let what = DrawnKind::Fill {
                pieces: path.pieces.len(),
            };
            let sheer = self.state.fill_is_sheer();
            self.draw(what, area, self.state.fill.clone(), sheer);
        }
        if stroke {
            let (across, up) = self.state.ctm.stretch();
            let width = self.state.width * across.min(up);
            let sheer = self.state.stroke_is_sheer();
            // Each line by itself: marks at four corners are not a frame around the sheet.
            for piece in &path.pieces {
                let area = piece.grown(width / 2.0);
                let colour = self.state.stroke.clone();
                self.draw(DrawnKind::Stroke { width }, area, colour, sheer);
            }
        }
        if path.clips {
            // A clip that leaves nothing is a point that nothing meets.
            let nothing = Area {
                x1: area.x0,
                y1: area.y0,
                ..area
            };
            self.state.clip = self.state.clip.intersection(area).unwrap_or(nothing);
        }
        true
    }

    /// Colours and colour spaces.
    fn colour(&mut self, op: &Op<'_, '_>, resources: &Resources<'_>) -> bool {
        let of = |space: Space, values: &[Number]| PdfColour {
            space,
            values: values.iter().map(Number::as_f64).collect(),
        };
        let named = |old: &PdfColour, values: &[Number], name: Option<&Name<'_>>| match name {
            Some(name) => PdfColour {
                space: Space::Other(format!("Pattern ({})", name.as_str())),
                values: Vec::new(),
            },
            None => of(old.space.clone(), values),
        };
        let GraphicsState { fill, stroke, .. } = &mut self.state;
        match op {
            Op::ColorSpaceNonStroke(name) => *fill = Space::named(name.0, resources, 0).initial(),
            Op::ColorSpaceStroke(name) => *stroke = Space::named(name.0, resources, 0).initial(),
            Op::NonStrokeColor(c) => *fill = of(fill.space.clone(), &c.0),
            Op::StrokeColor(c) => *stroke = of(stroke.space.clone(), &c.0),
            Op::NonStrokeColorNamed(c) => *fill = named(fill, &c.0, c.1),
            Op::StrokeColorNamed(c) => *stroke = named(stroke, &c.0, c.1),
            Op::NonStrokeColorDeviceGray(c) => *fill = of(Space::Gray, &[c.0]),
            Op::StrokeColorDeviceGray(c) => *stroke = of(Space::Gray, &[c.0]),
            Op::NonStrokeColorDeviceRgb(c) => *fill = of(Space::Rgb, &[c.0, c.1, c.2]),
            Op::StrokeColorDeviceRgb(c) => *stroke = of(Space::Rgb, &[c.0, c.1, c.2]),
            Op::NonStrokeColorCmyk(c) => *fill = of(Space::Cmyk, &[c.0, c.1, c.2, c.3]),
            Op::StrokeColorCmyk(c) => *stroke = of(Space::Cmyk, &[c.0, c.1, c.2, c.3]),
            _ => return false,
        }
        true
    }

    /// An object of its own: a picture, or a form with instructions.
    fn object(&mut self, object: &Stream<'_>, resources: &Resources<'_>, depth: u8) {
        let dict = object.dict();
        if dict
            .get::<Name<'_>>("Subtype")
            .is_some_and(|kind| kind.as_ref() == b"Image")
        {
            return self.picture(object, resources);
        }
        // What cannot be unpacked comes out as nothing.
        let whole = |content: &[u8]| !content.is_empty() || object.raw_data().is_empty();
        let content = object.decoded().ok().filter(|content| whole(content));
        let Some(content) = content.filter(|_| depth < DEEP) else {
            self.torn = true;
            return;
        };
        let numbers = |key: &str| {
            let list = dict.get::<Array<'_>>(key)?;
            let list: Vec<f64> = list.iter::<f32>().map(f64::from).collect();
            Some(list)
        };
        let own = dict.get::<Dict<'_>>("Resources").unwrap_or_default();
        let resources = Resources::from_parent(own, resources.clone());
        let before = self.state.clone();
        if let Some([a, b, c, d, e, f]) = numbers("Matrix").as_deref() {
            self.state.ctm = Transform([*a, *b, *c, *d, *e, *f]).then(self.state.ctm);
        }
        if let Some([x0, y0, x1, y1]) = numbers("BBox").as_deref() {
            let frame = Area::around([(*x0, *y0), (*x1, *y1)]).unwrap_or(Area::ALL);
            let frame = self.state.ctm.area(frame);
            self.state.clip = self.state.clip.intersection(frame).unwrap_or(frame);
        }
        self.walk(TypedIter::new(&content), &resources, depth + 1);
        self.state = before;
    }

    fn picture(&mut self, image: &Stream<'_>, resources: &Resources<'_>) {
        let read = picture::read(image, resources, self.state.ctm, &self.state.fill);
        let unit = Area {
            x0: 0.0,
            y0: 0.0,
            x1: 1.0,
            y1: 1.0,
        };
        let sheer = read.masked || self.state.fill_is_sheer();
        let what = DrawnKind::Picture {
            dpi: read.dpi,
            ink: read.ink,
        };
        self.draw(what, self.state.ctm.area(unit), read.colour, sheer);
    }

    fn shading(&mut self, name: &Name<'_>, resources: &Resources<'_>) {
        let dict = match resources.get_shading(name) {
            Some(Object::Dict(dict)) => dict,
            Some(Object::Stream(stream)) => stream.dict().clone(),
            _ => return,
        };
        let space = dict.get::<Object<'_>>("ColorSpace");
        let space = space.map_or(Space::Other("?".into()), |s| Space::read(s, resources, 0));
        let colour = PdfColour {
            space: Space::Other(format!("Shading ({})", space.name())),
            values: Vec::new(),
        };
        let sheer = self.state.fill_is_sheer();
        self.draw(
            DrawnKind::Fill { pieces: 1 },
            self.state.clip,
            colour,
            sheer,
        );
    }

    /// Takes down what is drawn, as far as it shows.
    pub(super) fn draw(&mut self, what: DrawnKind, area: Area, colour: PdfColour, sheer: bool) {
        let Some(area) = area.intersection(self.state.clip) else {
            return;
        };
        // What only touches the edge of what shows cannot be seen.
        let gone = |from: f64, to: f64, edge: f64| to - from < 0.01 && (from - edge).abs() < 0.01;
        let clip = self.state.clip;
        if gone(area.x0, area.x1, clip.x0)
            || gone(area.x0, area.x1, clip.x1)
            || gone(area.y0, area.y1, clip.y0)
            || gone(area.y0, area.y1, clip.y1)
        {
            return;
        }
        let (fills, strokes) = self.state.overprint;
        let overprint = match what {
            DrawnKind::Stroke { .. } | DrawnKind::Outline { .. } => strokes,
            _ => fills,
        };
        self.drawn.push(DrawnItem {
            what,
            area,
            colour,
            sheer,
            overprint,
        });
    }
}
