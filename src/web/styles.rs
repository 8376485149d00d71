//! The style sheets: the theme's small files in their order, as one; and what only pages of leaflets
//! need, which other readers do not fetch.

use std::sync::LazyLock;

use super::squeeze::squeezed_css;
use crate::base::OutPath;
use crate::site::Site;
use crate::theme::{Palette, Theme};

/// A style sheet of the site.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Styles {
    /// That of every page.
    Site,
    /// A leaflet as paper, on its own page, after the other.
    Leaflet,
}

/// The file of the theme that is a style sheet by itself.
const LEAFLET: &str = "css/sheet.css";

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
        match self {
            Self::Site => sheet(theme, site),
            Self::Leaflet => squeezed_css(theme.text(LEAFLET).unwrap_or_default()).into_bytes(),
        }
    }
}

/// Joins the files that `css/order.txt` names, then any others by name.
fn sheet(theme: &Theme, site: &Site) -> Vec<u8> {
    let order: Vec<String> = theme
        .text("css/order.txt")
        .unwrap_or_default()
        .lines()
        .map(str::trim)
        .filter(|line| !line.is_empty() && !line.starts_with('#'))
        .map(|name| format!("css/{name}"))
        .collect();
    let mut others: Vec<&str> = theme
        .texts("css/")
        .map(|(name, _)| name)
        .filter(|name| {
            name.rsplit_once('.')
                .is_some_and(|(_, ending)| ending == "css")
                && *name != LEAFLET
                && !order.iter().any(|listed| listed == name)
        })
        .collect();
    others.sort_unstable();
    let mut out = String::with_capacity(32 * 1024);
    for name in order.iter().map(String::as_str).chain(others) {
        out.push_str(&squeezed_css(theme.text(name).unwrap_or_default()));
    }
    // What site.yaml says comes last, and so holds whatever the theme says.
    out.push_str(&squeezed_css(&Palette::css(theme, site)));
    out.into_bytes()
}
