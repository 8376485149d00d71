//! The colours of a leaflet where they are not the theme's, for a screen and for a press.

use serde::Serialize;

use crate::base::Colour;
use crate::site::{LeafletId, PageRef, Site};

/// The colours that a campaign or a topic chose; `None` where the theme's stay.
#[derive(Debug, Clone, Default, Serialize)]
pub(super) struct Inks {
    /// Bands, titles and labels.
    pub accent: Option<Ink>,
    /// The ground of boxes.
    pub paper: Option<Ink>,
    /// Whether black is read better than white on the accent.
    pub dark_lettering: bool,
}

/// A colour on a screen, and in cyan, magenta, yellow and black in per cent.
#[derive(Debug, Clone, Serialize)]
pub(super) struct Ink {
    /// As `#a5230f`.
    pub screen: String,
    /// For the press.
    pub press: [f64; 4],
}

impl Inks {
    /// The colours of a leaflet: its topic's, or else the site's.
    pub(super) fn of(site: &Site, id: LeafletId) -> Self {
        let own = &site.settings.colours;
        let topic = match site.made_from(id) {
            Some(PageRef::Topic(id)) => site.topic(id).color.map(|(colour, _)| colour),
            _ => None,
        };
        let accent = topic.or_else(|| own.accent.as_ref().map(|c| c.value));
        Self {
            accent: accent.map(Ink::of),
            paper: own.tint.as_ref().map(|c| Ink::of(c.value)),
            dark_lettering: accent.is_some_and(|colour| colour.lettering() == Colour::BLACK),
        }
    }
}

impl Ink {
    fn of(colour: Colour) -> Self {
        // Next to black is the name of the printer's marks in the palette of `sheet.typ`.
        let colour = if colour == Colour(1, 1, 1) {
            Colour::BLACK
        } else {
            colour
        };
        Self {
            screen: colour.to_string(),
            press: colour.inks(),
        }
    }
}
