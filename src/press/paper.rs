//! The paper that a leaflet is set on: its figures for the templates, and the limits of type.

use std::ops::RangeInclusive;

use super::data::{SheetData, SideData};
use crate::base::format::Side;
use crate::base::{Edition, Format, Lang};
use crate::site::Leaflet;
use crate::theme::Theme;

/// How far colour runs over the trim, in millimetres.
pub(super) const BLEED: f64 = 3.0;
/// The room for marks around the bleed, in millimetres.
pub(super) const SLUG: f64 = 10.0;

/// The sizes of body type on a format, in points.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct TypeSizes {
    /// Never smaller.
    pub smallest: f64,
    /// Smaller only with a warning.
    pub comfortable: f64,
    /// Never larger.
    pub largest: f64,
}

/// A format as it is printed.
#[derive(Debug, Clone)]
pub(super) struct Paper {
    format: Format,
    edition: Edition,
    /// What people call the sides of a leaflet in two languages.
    pub languages: Vec<Lang>,
    /// Whether text flows over as many pages as it takes.
    pub flows: bool,
}

impl Paper {
    /// The paper of a leaflet.
    pub(super) fn of(leaflet: &Leaflet) -> Self {
        Self {
            format: leaflet.paper(),
            edition: leaflet.edition(),
            languages: leaflet.languages().to_vec(),
            flows: leaflet.flows(),
        }
    }

    /// The limits of body type: A4 for readers of all ages; smaller paper for hands and eyes
    /// that hold it nearer; a poster for people who stand before it.
    pub(super) const fn limits(&self) -> TypeSizes {
        let (smallest, comfortable, largest) = match (self.edition, self.format) {
            (Edition::Large, Format::A3 | Format::A4 | Format::A4Duplex) => (16.0, 16.0, 18.0),
            (Edition::Large, _) => (14.0, 14.0, 18.0),
            (_, Format::A3) => (12.0, 14.0, 24.0),
            (_, Format::A4 | Format::A4Duplex | Format::A3Bifold | Format::SignatureSheet) => {
                (10.5, 12.0, 14.0)
            }
            (_, Format::Postcard) => (9.0, 9.0, 12.0),
            _ => (9.0, 10.5, 12.0),
        };
        TypeSizes {
            smallest,
            comfortable,
            largest,
        }
    }

    /// The sides of a sheet that are printed.
    pub(super) const fn printed_sides(&self) -> &'static [Side] {
        if self.languages.is_empty() {
            self.format.sides()
        } else {
            self.format.paper()
        }
    }

    /// In how many columns text is set: lines of at most 40 characters.
    const fn columns(&self) -> u8 {
        match self.format {
            Format::A4
            | Format::A4Duplex
            | Format::A3
            | Format::A3Bifold
            | Format::B5
            | Format::B5Duplex => 2,
            _ => 1,
        }
    }

    /// How long the lines of a newspaper may be at a size of type, in ems: about three rows of them stand
    /// on a page.
    pub(super) fn lines_of_newspaper(&self, size: f64) -> RangeInclusive<u8> {
        let row = self.format.trim().1 * 72.0 / 25.4 * 0.212;
        #[allow(
            clippy::cast_possible_truncation,
            clippy::cast_sign_loss,
            reason = "a few ems"
        )]
        let middle = (row / size.max(6.0)).round().clamp(10.0, 40.0) as u8;
        middle - 4..=middle + 2
    }

    /// How large display type is, compared with A4.
    const fn scale(&self) -> f64 {
        match self.format {
            Format::A3 => 1.414,
            Format::B5 | Format::B5Duplex => 0.866,
            Format::A5 | Format::A5Duplex => 0.74,
            Format::A4Trifold | Format::A4Zfold => 0.7,
            Format::Postcard => 0.6,
            _ => 1.0,
        }
    }

    /// The sheet as the templates see it. `panels` are those of the language that is set.
    pub(super) fn sheet<'j>(&self, name: &'j str, lang: Lang, theme: &Theme) -> SheetData<'j> {
        let margins = theme.manifest().margins(self.format);
        let (width, height) = self.format.trim();
        let own = self.languages.iter().position(|l| *l == lang);
        let numbers: Vec<usize> = match own {
            Some(side) => vec![side],
            None => (0..self.format.sides().len()).collect(),
        };
        let paper = self.format.paper();
        let sides: Vec<SideData> = numbers
            .into_iter()
            .filter_map(|number| {
                let folds = paper.get(number)?.folds().collect();
                Some(SideData { number, folds })
            })
            .collect();
        SheetData {
            width,
            height,
            bleed: BLEED,
            pages: sides.len() * self.languages.len().max(1),
            first: own.unwrap_or(0),
            sides,
            margin: margins.margin,
            fold_margin: margins.fold(),
            columns: if self.flows { 1 } else { self.columns() },
            scale: self.scale(),
            mono: self.edition == Edition::Mono,
            large: self.edition == Edition::Large,
            name,
        }
    }
}
