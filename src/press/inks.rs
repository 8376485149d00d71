//! The colours of a leaflet, for a screen and for a press.

use std::collections::BTreeMap;

use serde::Serialize;

use crate::base::Colour;
use crate::site::{LeafletId, PageRef, Site};
use crate::theme::{Palette, PaperColour, Theme};

/// The colours that print templates set in.
#[derive(Debug, Clone, Default, Serialize)]
pub(super) struct Inks {
    /// The theme's colours of paper by name, those of the campaign or the topic in their place.
    pub palette: BTreeMap<String, Ink>,
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
    /// The colours of a leaflet: its topic's, or else the site's, or else the theme's.
    pub(super) fn of(site: &Site, theme: &Theme, id: LeafletId) -> Self {
        let own = Palette::of(theme, &site.settings);
        let own = match site.made_from(id) {
            Some(PageRef::Topic(id)) => own.for_topic(site.topic(id)),
            _ => own,
        };
        let colours = own.on_paper(theme);
        let accent = colours.iter().find(|colour| colour.name == "accent");
        Self {
            dark_lettering: accent.is_some_and(|accent| accent.screen.lettering() == Colour::BLACK),
            palette: colours.into_iter().map(Ink::of).collect(),
        }
    }
}

impl Ink {
    fn of(colour: PaperColour) -> (String, Self) {
        // Next to black is the name of the printer's marks in the palette of `sheet.typ`.
        let screen = if colour.screen == Colour(1, 1, 1) {
            Colour::BLACK
        } else {
            colour.screen
        };
        let ink = Self {
            screen: screen.to_string(),
            press: colour.press,
        };
        (colour.name, ink)
    }
}
