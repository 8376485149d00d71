//! A picture as pages show it: every kind and size that there is, for the browser to choose
//! from, and room kept for it from the start.

use std::fmt::Write;

use pulldown_cmark_escape::escape_html;

use super::place::Place;
use crate::base::OutPath;
use crate::picture::{Form, Picture, Rendition};

/// Where a picture stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Spot {
    /// At the head of a page, small.
    Portrait,
    /// In running text.
    Text,
}

impl Spot {
    /// How wide it is there, for the browser to choose by.
    const fn sizes(self) -> &'static str {
        match self {
            Self::Portrait => "(min-width: 56rem) 8rem, 6rem",
            Self::Text => "(min-width: 48rem) 42rem, 92vw",
        }
    }
}

/// Appends the picture that texts know by `path`; one that could not be drawn, which is
/// reported, shows what it would have said.
pub(super) fn push(place: &Place<'_>, path: &OutPath, alt: &str, spot: Spot, out: &mut String) {
    let Some(picture) = place.press.album.get(path) else {
        let _ = escape_html(&mut *out, alt);
        return;
    };
    let of = |form: Form| {
        picture
            .renditions
            .iter()
            .filter(move |file| file.form == form)
    };
    let Some(last) = picture.renditions.last() else {
        return;
    };
    out.push_str("<picture>");
    if let Some(first) = picture.renditions.first().filter(|f| f.form != last.form) {
        let _ = write!(out, "<source type=\"{}\"", first.form.media_type());
        push_set(place, of(first.form), spot, out);
        out.push('>');
    }
    let _ = write!(out, "<img src=\"{}\"", place.file(&last.path));
    if last.form != Form::Svg {
        push_set(place, of(last.form), spot, out);
    }
    let Picture { width, height, .. } = picture;
    let _ = write!(out, " width=\"{width}\" height=\"{height}\" alt=\"");
    let _ = escape_html(&mut *out, alt);
    out.push_str(match spot {
        Spot::Portrait => "\" decoding=\"async\"></picture>",
        Spot::Text => "\" loading=\"lazy\" decoding=\"async\"></picture>",
    });
}

fn push_set<'p>(
    place: &Place<'_>,
    files: impl Iterator<Item = &'p Rendition>,
    spot: Spot,
    out: &mut String,
) {
    out.push_str(" srcset=\"");
    for (at, file) in files.enumerate() {
        let comma = if at == 0 { "" } else { ", " };
        let _ = write!(out, "{comma}{} {}w", place.file(&file.path), file.width);
    }
    let _ = write!(out, "\" sizes=\"{}\"", spot.sizes());
}
