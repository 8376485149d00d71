//! Reads a finished PDF back from its bytes: what is drawn, with what, and what it says of
//! itself. Nothing here knows how the PDF was made.

mod cmap;
mod colour;
mod document;
mod drawn;
mod font;
mod picture;
mod show;
mod state;
mod walk;

use hayro::hayro_syntax::Pdf;
use hayro::hayro_syntax::object::{Array, Rect};
use hayro::hayro_syntax::page::Page as EnginePage;

pub(super) use colour::{PdfColour, Space};
pub(super) use document::{Annotation, Claims, Goal};
pub(super) use drawn::{DrawnItem, DrawnKind};
pub(super) use font::Font;

use super::geometry::Area;
use walk::{Fonts, Walk};

/// A PDF as it was read.
#[derive(Debug)]
pub(super) struct Reading {
    /// The version, such as `1.6`.
    pub version: String,
    /// The pages in order.
    pub pages: Vec<PdfPage>,
    /// The fonts.
    pub fonts: Vec<Font>,
    /// What the document says of itself.
    pub claims: Claims,
}

/// A page.
#[derive(Debug)]
pub(super) struct PdfPage {
    /// The sheet.
    pub media: Area,
    /// What is left after cutting, if it is said.
    pub trim: Option<Area>,
    /// What colour may run into, if it is said.
    pub bleed: Option<Area>,
    /// What viewers show and office machines print of the sheet.
    pub crop: Area,
    /// Whether it is turned.
    pub turned: bool,
    /// Whether a part of it could not be read, and was left out.
    pub torn: bool,
    /// What is drawn, in order.
    pub drawn: Vec<DrawnItem>,
    /// Links, notes and the like.
    pub annotations: Vec<Annotation>,
}

/// Reads a PDF.
pub(super) fn read(pdf: &Pdf) -> Reading {
    let mut fonts = Fonts::default();
    let pages = pdf
        .pages()
        .iter()
        .map(|page| read_page(page, &mut fonts))
        .collect();
    Reading {
        version: version(pdf),
        pages,
        fonts: fonts.all,
        claims: document::read(pdf),
    }
}

fn read_page(page: &EnginePage<'_>, fonts: &mut Fonts) -> PdfPage {
    // How many points a unit of the page is (ISO 32000-1 §14.11.1).
    let unit = page.raw().get::<f32>("UserUnit").map_or(1.0, f64::from);
    let area = |rect: Rect| Area {
        x0: rect.x0 * unit,
        y0: rect.y0 * unit,
        x1: rect.x1 * unit,
        y1: rect.y1 * unit,
    };
    let media = area(page.media_box());
    let own = |key: &str| page.raw().get::<Rect>(key).map(area);
    let mut walk = Walk::new(media, unit, fonts);
    walk.walk(page.typed_operations(), page.resources(), 0);
    let (drawn, torn) = (walk.drawn, walk.torn);
    let annotations = page.raw().get::<Array<'_>>("Annots");
    PdfPage {
        media,
        trim: own("TrimBox"),
        bleed: own("BleedBox"),
        crop: area(page.crop_box()),
        turned: page
            .raw()
            .get::<i32>("Rotate")
            .is_some_and(|by| by % 360 != 0),
        torn,
        drawn,
        annotations: annotations
            .map(|list| document::annotations(&list))
            .unwrap_or_default(),
    }
}

/// `1.6` of `Pdf16`.
fn version(pdf: &Pdf) -> String {
    let name = format!("{:?}", pdf.version());
    let digits: Vec<char> = name.chars().filter(char::is_ascii_digit).collect();
    digits
        .iter()
        .map(char::to_string)
        .collect::<Vec<_>>()
        .join(".")
}
