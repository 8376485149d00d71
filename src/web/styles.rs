//! The style sheets: the theme's small files in their order, as one; and what only pages of leaflets
//! need, which other readers do not fetch.

use std::sync::LazyLock;

use super::squeeze::squeezed_css;
use crate::base::OutPath;
use crate::site::Site;
use crate::theme::{Palette, Theme, custom_properties};

/// A style sheet of the site.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Styles {
    /// That of every page.
    Site,
    /// A leaflet as paper, on its own page, after the other.
    Leaflet,
}

impl Styles {
    pub(super) const ALL: [Self; 2] = [Self::Site, Self::Leaflet];

    /// Where it lies.
    pub(super) fn path(self) -> &'static OutPath {
        static SITE: LazyLock<OutPath> = LazyLock::new(|| OutPath::literal("assets/site.css"));
        static SHEET: LazyLock<OutPath> = LazyLock::new(|| OutPath::literal("assets/sheet.css"));
        match self {
            Self::Site => &SITE,
            Self::Leaflet => &SHEET,
        }
    }

    /// What it says.
    pub(super) fn text(self, theme: &Theme, site: &Site) -> Vec<u8> {
        let manifest = theme.manifest();
        let mut out = String::with_capacity(32 * 1024);
        match self {
            Self::Site => {
                out.push_str(&squeezed_css(&custom_properties::of_pages(theme)));
                for (_, css) in theme.listed(&manifest.page_styles, "css/", ".css") {
                    out.push_str(&squeezed_css(css));
                }
                // What site.yaml says comes last, and so holds whatever the theme says.
                out.push_str(&squeezed_css(&Palette::css(theme, site)));
            }
            Self::Leaflet => {
                for path in &manifest.leaflet_styles {
                    out.push_str(&squeezed_css(theme.text(path).unwrap_or_default()));
                }
                out.push_str(&squeezed_css(&custom_properties::of_leaflets(theme, site)));
            }
        }
        out.into_bytes()
    }
}
