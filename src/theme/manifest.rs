//! The manifest of a theme (`theme.yaml`): which style sheets and scripts it has and in which order, and
//! the colours, margins and sizes that pages and PDFs share.

mod fault;
mod read;

pub(super) use read::manifest as read;

use std::collections::BTreeMap;

use crate::base::{Colour, Format, Lang};

/// Where it lies in the theme's folder.
pub(super) const FILE: &str = "theme.yaml";

/// Stands for every language that has no face of its own for large type.
const ALL_LANGUAGES: &str = "all";

/// What `theme.yaml` says, that of a theme of one's own laid over the default one's.
#[derive(Debug, Clone, Default)]
pub(crate) struct ThemeManifest {
    /// The style sheets of every page, in order.
    pub(crate) page_styles: Vec<String>,
    /// The style sheets that only pages of leaflets fetch, in order.
    pub(crate) leaflet_styles: Vec<String>,
    /// The scripts.
    pub(crate) scripts: Vec<String>,
    /// The colours, in order.
    pub(crate) tokens: Vec<ColourToken>,
    /// The margins of leaflets by paper.
    papers: BTreeMap<String, Margins>,
    /// How pictures are made and shown.
    pub(crate) pictures: PictureSizes,
    /// The file of the face of large type by language; that of `all` where a language has none.
    display: BTreeMap<String, Option<String>>,
}

/// A colour of the theme in all its uses.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct ColourToken {
    /// Its name; the custom property is `--` and this.
    pub(crate) name: String,
    /// On a light screen.
    pub(crate) light: Colour,
    /// On a dark screen, where it is another.
    pub(crate) dark: Option<Colour>,
    /// The same two for readers who ask for more contrast.
    pub(crate) strong: [Option<Colour>; 2],
    /// On a leaflet as the screen shows it, where it is not that of a light screen.
    pub(crate) paper: Option<Colour>,
    /// Cyan, magenta, yellow and black in per cent, where leaflets are printed in it.
    pub(crate) press: Option<[f64; 4]>,
}

impl ColourToken {
    /// Its colour on a leaflet, as the screen shows it.
    pub(crate) fn on_paper(&self) -> Colour {
        self.paper.unwrap_or(self.light)
    }

    /// Whether leaflets have it.
    pub(crate) fn is_on_paper(&self) -> bool {
        self.paper.is_some() || self.press.is_some()
    }
}

/// From the edge of a leaflet's paper to its text, in millimetres.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub(crate) struct Margins {
    /// All around in the PDF; at the sides in a browser's print.
    pub(crate) margin: f64,
    /// At the top and the foot in a browser's print.
    pub(crate) top: Option<f64>,
    /// From a fold.
    pub(crate) fold: Option<f64>,
}

impl Margins {
    /// At the top and the foot in a browser's print.
    pub(crate) fn top(&self) -> f64 {
        self.top.unwrap_or(self.margin)
    }

    /// From a fold.
    pub(crate) fn fold(&self) -> f64 {
        self.fold.unwrap_or(self.margin)
    }
}

/// How pictures are made and shown.
#[derive(Debug, Clone, PartialEq, Default)]
pub(crate) struct PictureSizes {
    /// The widths in points of which they are made, the smallest first.
    pub(crate) widths: Vec<u32>,
    /// How wide a portrait is drawn, as a CSS length.
    pub(crate) portrait: String,
    /// How wide a picture in the text is drawn, as a list of `sizes`.
    pub(crate) text: String,
}

/// The papers that leaflets are printed on by a browser, with the formats that tell their size.
pub(super) const PRINTED: [(&str, Format); 6] = [
    ("a4", Format::A4),
    ("a4-full", Format::A4),
    ("a3", Format::A3),
    ("b5", Format::B5),
    ("a5", Format::A5),
    ("postcard", Format::Postcard),
];

/// Every paper that has margins.
const PAPERS: [&str; 8] = [
    "a4",
    "a4-full",
    "a4-folded",
    "a3",
    "a3-folded",
    "b5",
    "a5",
    "postcard",
];

impl ThemeManifest {
    /// The token of a name.
    pub(crate) fn token(&self, name: &str) -> Option<&ColourToken> {
        self.tokens.iter().find(|token| token.name == name)
    }

    /// The file of the face that large type on leaflets and cards is set in; `None` where it is the bold of
    /// the text.
    pub(crate) fn display(&self, lang: Lang) -> Option<&str> {
        let known = [lang.as_str(), lang.base(), ALL_LANGUAGES];
        let file = known.into_iter().find_map(|key| self.display.get(key));
        file?.as_deref()
    }

    /// The margins of a format.
    pub(crate) fn margins(&self, format: Format) -> Margins {
        self.margins_of(match format {
            Format::A4 | Format::A4Duplex | Format::SignatureSheet => "a4",
            Format::A3 => "a3",
            Format::A3Bifold => "a3-folded",
            Format::A4Trifold | Format::A4Zfold => "a4-folded",
            Format::A5 | Format::A5Duplex => "a5",
            Format::B5 | Format::B5Duplex => "b5",
            Format::Postcard => "postcard",
        })
    }

    /// The margins of a paper.
    pub(super) fn margins_of(&self, paper: &str) -> Margins {
        self.papers.get(paper).copied().unwrap_or_default()
    }
}
