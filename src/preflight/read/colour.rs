//! The colour spaces of a PDF (ISO 32000-1 §8.6), as they are written and not as they look.

use hayro::hayro_syntax::object::{Array, Dict, Name, Object, Stream};
use hayro::hayro_syntax::page::Resources;

/// A colour space.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::preflight) enum Space {
    /// One component, white is 1.
    Gray,
    /// Three components.
    Rgb,
    /// Four inks.
    Cmyk,
    /// Colours by a profile, with so many components.
    Icc(usize),
    /// A spot colour; `All` is the registration colour.
    Spot(String),
    /// Some other space, by its name.
    Other(String),
}

/// A colour.
#[derive(Debug, Clone, PartialEq)]
pub(in crate::preflight) struct PdfColour {
    /// The space.
    pub space: Space,
    /// The components.
    pub values: Vec<f64>,
}

impl Space {
    /// Its name in the PDF.
    pub(in crate::preflight) fn name(&self) -> String {
        match self {
            Self::Gray => "DeviceGray".into(),
            Self::Rgb => "DeviceRGB".into(),
            Self::Cmyk => "DeviceCMYK".into(),
            Self::Icc(n) => format!("ICCBased ({n})"),
            Self::Spot(name) => format!("Separation ({name})"),
            Self::Other(name) => name.clone(),
        }
    }

    /// The space of a name or an array.
    pub(super) fn read(object: Object<'_>, resources: &Resources<'_>, depth: u8) -> Self {
        const DEEP: u8 = 4;
        match object {
            Object::Name(name) => Self::named(&name, resources, depth),
            Object::Array(array) if depth < DEEP => Self::of_array(&array, resources, depth),
            _ => Self::Other("?".into()),
        }
    }

    /// The space that a content stream or an image calls by a name.
    pub(super) fn named(name: &Name<'_>, resources: &Resources<'_>, depth: u8) -> Self {
        match name.as_ref() {
            b"DeviceGray" | b"G" => Self::Gray,
            b"DeviceRGB" | b"RGB" => Self::Rgb,
            b"DeviceCMYK" | b"CMYK" => Self::Cmyk,
            b"Pattern" => Self::Other("Pattern".into()),
            _ => match resources.get_color_space(name) {
                Some(object) if depth < 4 => Self::read(object, resources, depth + 1),
                _ => Self::Other(name.as_str().to_owned()),
            },
        }
    }

    fn of_array(array: &Array<'_>, resources: &Resources<'_>, depth: u8) -> Self {
        let mut items = array.flex_iter();
        let Some(kind) = items.next::<Name<'_>>() else {
            return Self::Other("?".into());
        };
        match kind.as_ref() {
            b"ICCBased" => {
                let profile = items.next::<Stream<'_>>();
                let count = profile.and_then(|p| p.dict().get::<u8>("N"));
                Self::Icc(count.unwrap_or(0).into())
            }
            b"Separation" => items
                .next::<Name<'_>>()
                .map_or(Self::Other("Separation".into()), |name| {
                    Self::Spot(name.as_str().to_owned())
                }),
            b"Indexed" | b"I" => items
                .next::<Object<'_>>()
                .map_or(Self::Other("Indexed".into()), |base| {
                    Self::read(base, resources, depth + 1)
                }),
            _ => Self::named(
                &kind,
                &Resources::from_parent(Dict::empty(), resources.clone()),
                4,
            ),
        }
    }

    /// The colour that a space begins with (ISO 32000-1 §8.6.8).
    pub(super) fn initial(self) -> PdfColour {
        let values = match &self {
            Self::Cmyk => vec![0.0, 0.0, 0.0, 1.0],
            Self::Rgb => vec![0.0; 3],
            Self::Gray | Self::Other(_) => vec![0.0],
            Self::Icc(n) => vec![0.0; *n],
            Self::Spot(_) => vec![1.0],
        };
        PdfColour {
            space: self,
            values,
        }
    }
}

impl PdfColour {
    /// Black, as everything begins.
    pub(super) fn black() -> Self {
        Space::Gray.initial()
    }

    /// How much ink lies on the paper, as a sum over all plates in per cent; `None` where the
    /// colour is not told in inks.
    pub(in crate::preflight) fn ink(&self) -> Option<f64> {
        let sum: f64 = self.values.iter().sum();
        match &self.space {
            Space::Gray => Some((1.0 - sum) * 100.0),
            Space::Spot(name) if name == "All" => Some(sum * 400.0),
            Space::Cmyk | Space::Spot(_) => Some(sum * 100.0),
            Space::Rgb | Space::Icc(_) | Space::Other(_) => None,
        }
    }

    /// The four inks; `None` where there are none or others.
    pub(in crate::preflight) fn inks(&self) -> Option<[f64; 4]> {
        match (&self.space, self.values.as_slice()) {
            (Space::Gray, [gray]) => Some([0.0, 0.0, 0.0, 1.0 - gray]),
            (Space::Cmyk, [c, m, y, k]) => Some([*c, *m, *y, *k]),
            _ => None,
        }
    }

    /// Whether it is the white of the paper, where nothing is printed.
    pub(in crate::preflight) fn is_paper(&self) -> bool {
        let all = |white: f64| {
            self.values
                .iter()
                .all(|value| (value - white).abs() < 0.001)
        };
        match &self.space {
            Space::Gray | Space::Rgb | Space::Icc(1 | 3) => !self.values.is_empty() && all(1.0),
            Space::Cmyk => !self.values.is_empty() && all(0.0),
            Space::Icc(_) | Space::Spot(_) | Space::Other(_) => false,
        }
    }

    /// Whether it is the registration colour, which lies on every plate.
    pub(in crate::preflight) fn is_registration(&self) -> bool {
        match &self.space {
            Space::Spot(name) => name == "All",
            // A picture has no colour of its own.
            Space::Cmyk => !self.values.is_empty() && self.values.iter().all(|value| *value > 0.99),
            _ => false,
        }
    }
}
