//! Two views of one layout: what an office prints, and the plates of a press.
//!
//! Templates lay a sheet out in the colours of the screen. They tell the press's colour for
//! each under `<palette>`, and label what only one view shows `<office>` or `<press>`.

use std::sync::Arc;

use typst::foundations::{Bytes, Label, Value};
use typst::layout::{Abs, Frame, FrameItem, Sides};
use typst::model::Document;
use typst::utils::PicoStr;
use typst::visualize::{
    Color, ExchangeFormat, FixedStroke, Image, ImageKind, Paint, RasterFormat, RasterImage,
};
use typst_layout::{Page, PagedDocument};

use super::metadata::told;
use crate::press::tone::Plate;
use crate::typesetting::JOINER;

/// A sheet for screens and offices.
pub(super) fn office(document: &PagedDocument) -> PagedDocument {
    without(document, "press")
}

/// A sheet as it comes from the press, trimmed, in the colours of the screen.
pub(super) fn trimmed(document: &PagedDocument) -> PagedDocument {
    without(document, "office")
}

/// A sheet without what bears a label.
fn without(document: &PagedDocument, name: &str) -> PagedDocument {
    let hidden = label(name);
    let page = |page: &Page| {
        let mut page = page.clone();
        hide(&mut page.frame, hidden);
        page
    };
    rebuilt(document, document.pages().iter().map(page).collect())
}

/// A sheet for a press: in its colours, without links, `around` millimetres wider on every
/// side. Fails with the reason when something has no colour on the press.
pub(super) fn press(
    document: &PagedDocument,
    around: f64,
    pictures: &[Plate],
) -> Result<PagedDocument, String> {
    let mut plates = Plates {
        pictures: pictures.iter().filter_map(replaced).collect(),
        palette: palette(document),
        hidden: label("office"),
        unknown: None,
    };
    let page = |page: &Page| {
        let mut page = page.clone();
        plates.frame(&mut page.frame);
        page.bleed = Sides::splat(Abs::mm(around));
        page
    };
    let pages = document.pages().iter().map(page).collect();
    match plates.unknown {
        None => Ok(rebuilt(document, pages)),
        Some(what) => Err(format!("no press colour for {what}")),
    }
}

fn rebuilt(document: &PagedDocument, mut pages: Vec<Page>) -> PagedDocument {
    for page in &mut pages {
        unjoin(&mut page.frame);
    }
    PagedDocument::new(pages.into(), document.info().clone())
}

/// Takes the joiners out of a frame's text, which kept lines from ending and are no part of what is said.
fn unjoin(frame: &mut Frame) {
    frame.retain(|item| {
        match item {
            FrameItem::Group(group) => unjoin(&mut group.frame),
            FrameItem::Text(text) if text.text.contains(JOINER) => {
                let whole = std::mem::take(&mut text.text);
                let place = |at: u16| {
                    let before = whole.get(..usize::from(at)).unwrap_or(&whole);
                    let taken = before.matches(JOINER).count() * JOINER.len_utf8();
                    at.saturating_sub(u16::try_from(taken).unwrap_or(u16::MAX))
                };
                for glyph in &mut text.glyphs {
                    glyph.range = place(glyph.range.start)..place(glyph.range.end);
                }
                text.text = whole.chars().filter(|c| *c != JOINER).collect();
            }
            _ => {}
        }
        true
    });
}

fn label(name: &str) -> Option<Label> {
    Label::new(PicoStr::intern(name))
}

fn hide(frame: &mut Frame, hidden: Option<Label>) {
    frame.retain(|item| match item {
        FrameItem::Group(group) if group.label.is_some() && group.label == hidden => false,
        FrameItem::Group(group) => {
            hide(&mut group.frame, hidden);
            true
        }
        _ => true,
    });
}

/// A picture as screens show it, and the grey one that takes its place.
fn replaced(plate: &Plate) -> Option<(Arc<Vec<u8>>, Image)> {
    let grey = Bytes::new(plate.grey.to_vec());
    let format = ExchangeFormat::detect(&grey)?;
    let grey = RasterImage::plain(grey, RasterFormat::Exchange(format)).ok()?;
    Some((Arc::clone(&plate.screen), Image::plain(grey)))
}

/// Whether a picture takes the black plate alone.
fn is_grey(image: &Image) -> bool {
    matches!(image.kind(), ImageKind::Raster(raster) if !raster.dynamic().color().has_color() && !raster.dynamic().color().has_alpha())
}

fn palette(document: &PagedDocument) -> Vec<(Color, Color)> {
    let pair = |value: Value| {
        let Value::Array(pair) = value else {
            return None;
        };
        match pair.as_slice() {
            [Value::Color(screen), Value::Color(press)] => Some((screen.clone(), press.clone())),
            _ => None,
        }
    };
    let all = told(document, "palette")
        .into_iter()
        .filter_map(|value| match value {
            Value::Array(pairs) => Some(pairs),
            _ => None,
        });
    all.flatten().filter_map(pair).collect()
}

/// Puts a frame on the plates of a press.
struct Plates {
    palette: Vec<(Color, Color)>,
    pictures: Vec<(Arc<Vec<u8>>, Image)>,
    hidden: Option<Label>,
    unknown: Option<String>,
}

impl Plates {
    fn frame(&mut self, frame: &mut Frame) {
        frame.retain(|item| {
            match item {
                FrameItem::Group(group) if group.label.is_some() && group.label == self.hidden => {
                    return false;
                }
                FrameItem::Group(group) => self.frame(&mut group.frame),
                FrameItem::Text(text) => {
                    self.paint(&mut text.fill);
                    self.stroke(text.stroke.as_mut());
                }
                FrameItem::Shape(shape, _) => {
                    if let Some(fill) = &mut shape.fill {
                        self.paint(fill);
                    }
                    self.stroke(shape.stroke.as_mut());
                }
                FrameItem::Image(image, ..) if is_grey(image) => {}
                FrameItem::Image(image, ..) => match self.plate(image) {
                    Some(grey) => *image = grey,
                    None => self.unknown = Some("a picture in colour".to_owned()),
                },
                FrameItem::Link(..) => return false,
                FrameItem::Tag(_) => {}
            }
            true
        });
    }

    /// What a press prints in the place of a picture.
    fn plate(&self, image: &Image) -> Option<Image> {
        let ImageKind::Raster(raster) = image.kind() else {
            return None;
        };
        let mut known = self.pictures.iter();
        let found = known.find(|(screen, _)| raster.data().as_slice() == screen.as_slice());
        found.map(|(_, grey)| grey.clone())
    }

    fn stroke(&mut self, stroke: Option<&mut FixedStroke>) {
        if let Some(stroke) = stroke {
            self.paint(&mut stroke.paint);
        }
    }

    fn paint(&mut self, paint: &mut Paint) {
        let Paint::Solid(color) = paint else {
            self.unknown = Some("a gradient or tiling".to_owned());
            return;
        };
        match self.palette.iter().find(|(screen, _)| screen == color) {
            Some((_, press)) => *color = press.clone(),
            None => self.unknown = Some(color.to_hex().to_string()),
        }
    }
}
