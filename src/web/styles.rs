//! The style sheets: the theme's small files in their order, as one; and what only pages of leaflets
//! need, which other readers do not fetch.

use crate::site::{Site, StyleSheet};
use crate::theme::{Palette, Theme};

/// The file of the theme that is a style sheet by itself.
const LEAFLET: &str = "css/sheet.css";

/// What a style sheet says.
#[must_use]
pub fn styles(theme: &Theme, site: &Site, sheet: StyleSheet) -> Vec<u8> {
    match sheet {
        StyleSheet::Site => of_all(theme, site),
        StyleSheet::Leaflet => {
            let mut out = String::with_capacity(8 * 1024);
            squeeze(theme.text(LEAFLET).unwrap_or_default(), &mut out);
            out.into_bytes()
        }
    }
}

/// Joins the files that `css/order.txt` names, then any others by name.
fn of_all(theme: &Theme, site: &Site) -> Vec<u8> {
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
        squeeze(theme.text(name).unwrap_or_default(), &mut out);
    }
    // What site.yaml says comes last, and so holds whatever the theme says.
    squeeze(&Palette::css(theme, site), &mut out);
    out.into_bytes()
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
