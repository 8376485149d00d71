//! What stands on each side of a leaflet, in the order in which the PDF has it.

use std::borrow::Cow;

use serde::Serialize;
use tera::Value;

use super::qr;
use crate::base::{Edition, Format};
use crate::theme::ThemeManifest;

/// One side, or one panel of folded paper.
#[derive(Serialize, Default)]
pub(super) struct SheetView<'a> {
    /// The classes that set the paper and the text's size.
    pub(super) paper: &'static str,
    pub(super) fit: &'static str,
    /// The class of a sheet whose text goes on over as many pages as it takes, or nothing.
    pub(super) flow: &'static str,
    pub(super) kicker: Option<&'a str>,
    pub(super) hook: Option<Value>,
    /// Whether the hook is too long to be set very large.
    pub(super) long: bool,
    /// The head of a side without the hook.
    pub(super) title: Option<Value>,
    pub(super) lead: Option<Value>,
    pub(super) person: Option<Who<'a>>,
    pub(super) parts: Vec<PartView<'a>>,
    /// Whether it has a foot: the call, whom to ask, the imprint.
    pub(super) foot: bool,
    pub(super) call: Option<CallView<'a>>,
    pub(super) qr: Option<qr::Code>,
    pub(super) contact: Option<Contact<'a>>,
    pub(super) imprint: Option<String>,
    /// Whether names and addresses are to be written on it.
    pub(super) signatures: bool,
}

#[derive(Serialize)]
pub(super) struct Who<'a> {
    pub(super) name: &'a str,
    pub(super) affiliation: Cow<'a, str>,
    /// The photograph, where it may be printed.
    pub(super) portrait: Option<Value>,
}

/// A part between head and foot.
#[derive(Serialize, Default)]
pub(super) struct PartView<'a> {
    /// `point`, `quote`, `voice`, `note` or `facts`.
    pub(super) kind: &'static str,
    /// The number of a point.
    pub(super) number: Option<usize>,
    pub(super) heading: Option<Value>,
    /// Who said it.
    pub(super) by: Option<String>,
    pub(super) text: Option<Value>,
    /// Whether it is in the speaker's own words.
    pub(super) spoken: bool,
    /// Label and value.
    pub(super) rows: Vec<(&'a str, String)>,
}

/// What readers are asked to do.
#[derive(Serialize)]
pub(super) struct CallView<'a> {
    pub(super) text: &'a str,
    pub(super) url: Option<&'a str>,
    /// The same as people read it.
    pub(super) address: Option<Value>,
    pub(super) deadline: Option<String>,
}

/// Whom to ask.
#[derive(Serialize)]
pub(super) struct Contact<'a> {
    pub(super) name: Option<&'a str>,
    pub(super) address: Option<&'a str>,
    pub(super) phone: Option<&'a str>,
}

/// The paper that the page prints on: its class, its size less the margins of `theme.yaml`, in
/// points, and the sizes of type that are tried, the largest first.
pub(super) struct PaperView {
    pub(super) class: &'static str,
    pub(super) area: (f32, f32),
    pub(super) sizes: &'static [(f32, &'static str)],
}

/// Sizes in points and their classes.
const SIZES: [(f32, &str); 12] = [
    (24.0, "sheet-24"),
    (21.0, "sheet-21"),
    (18.0, "sheet-18"),
    (16.0, "sheet-16"),
    (14.0, "sheet-14"),
    (13.0, "sheet-13"),
    (12.0, "sheet-12"),
    (11.0, "sheet-11"),
    (10.5, "sheet-10"),
    (10.0, "sheet-10-0"),
    (9.5, "sheet-9-5"),
    (9.0, "sheet-9"),
];

/// The paper of a format as a browser prints it; panels of folded paper follow each other on A4.
pub(super) fn paper(theme: &ThemeManifest, format: Format, edition: Edition) -> PaperView {
    let (class, from, to) = match format {
        Format::A5 | Format::A5Duplex => ("paper-a5", 6, 12),
        Format::B5 | Format::B5Duplex => ("paper-b5", 6, 12),
        Format::A3 => ("paper-a3", 0, 7),
        Format::Postcard => ("paper-postcard", 6, 12),
        Format::A4Trifold | Format::A4Zfold | Format::A3Bifold if edition != Edition::Large => {
            ("paper-panel", 6, 7)
        }
        _ => ("paper-a4", 4, 9),
    };
    let (from, to) = match edition {
        Edition::Large => (2, 5),
        _ => (from, to),
    };
    let margins = theme.margins(format.unfolded());
    let (wide, high) = format.unfolded().trim();
    #[allow(clippy::cast_possible_truncation, reason = "a size of paper")]
    let points = |mm: f64| (mm * 72.0 / 25.4) as f32;
    PaperView {
        class,
        area: (
            points(wide - 2.0 * margins.margin),
            points(high - 2.0 * margins.top()),
        ),
        sizes: SIZES.get(from..to).unwrap_or(&SIZES),
    }
}
