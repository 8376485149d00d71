//! The style sheets: the theme's small files in their order, as one; and what only pages of leaflets
//! need, which other readers do not fetch.

use std::sync::LazyLock;

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
                squeeze(&custom_properties::of_pages(theme), &mut out);
                for (_, css) in theme.listed(&manifest.page_styles, "css/", ".css") {
                    squeeze(css, &mut out);
                }
                // What site.yaml says comes last, and so holds whatever the theme says.
                squeeze(&Palette::css(theme, site), &mut out);
            }
            Self::Leaflet => {
                for path in &manifest.leaflet_styles {
                    squeeze(theme.text(path).unwrap_or_default(), &mut out);
                }
                squeeze(&custom_properties::of_leaflets(theme, site), &mut out);
            }
        }
        out.into_bytes()
    }
}

/// Appends a style sheet without comments, indentation, empty lines, and the spaces that only the
/// eye needs: before a brace, and after the colon of a declaration that ends on its line.
fn squeeze(css: &str, out: &mut String) {
    let mut rest = css;
    let mut bare = String::with_capacity(css.len());
    while let Some((before, after)) = rest.split_once("/*") {
        bare.push_str(before);
        rest = after.split_once("*/").map_or("", |(_, rest)| rest);
    }
    bare.push_str(rest);
    for line in bare.lines().map(str::trim).filter(|line| !line.is_empty()) {
        if let Some(selector) = line.strip_suffix(" {") {
            out.extend([selector, "{"]);
            continue;
        }
        match line.split_once(": ").filter(|_| line.ends_with(';')) {
            Some((property, value)) => out.extend([property, ":", value]),
            None => out.push_str(line),
        }
        // A declaration or a brace ends by itself; a selector list or a long value needs its space.
        if !line.ends_with(['{', '}', ';', ',']) {
            out.push(' ');
        }
    }
    out.push('\n');
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn comments_and_indentation_go() {
        let mut out = String::new();
        squeeze(
            "/* a */\n:root {\n  --x: 1px\n    2px;\n}\n\na,\nb {\n  color: red; /* b */\n}\n",
            &mut out,
        );
        assert_eq!(out, ":root{--x: 1px 2px;}a,b{color:red;}\n");
    }
}
