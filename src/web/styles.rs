//! The style sheets: the theme's small files in their order, as one; and what only pages of leaflets
//! need, which other readers do not fetch.

use super::squeeze::squeezed_css;
use crate::site::{Site, StyleSheet};
use crate::theme::{Palette, Theme, custom_properties};

/// What a style sheet says.
#[must_use]
pub(crate) fn styles(theme: &Theme, site: &Site, sheet: StyleSheet) -> Vec<u8> {
    let manifest = theme.manifest();
    let mut out = String::with_capacity(32 * 1024);
    match sheet {
        StyleSheet::Site => {
            out.push_str(&squeezed_css(&custom_properties::of_pages(theme)));
            for (_, css) in theme.listed(&manifest.page_styles, "css/", ".css") {
                out.push_str(&squeezed_css(css));
            }
            // What site.yaml says comes last, and so holds whatever the theme says.
            out.push_str(&squeezed_css(&Palette::css(theme, site)));
        }
        StyleSheet::Leaflet => {
            for path in &manifest.leaflet_styles {
                out.push_str(&squeezed_css(theme.text(path).unwrap_or_default()));
            }
            out.push_str(&squeezed_css(&custom_properties::of_leaflets(theme, site)));
        }
    }
    out.into_bytes()
}
