//! A picture as pages show it: every kind and size that there is, for the browser to choose
//! from, and room kept for it from the start.

use std::borrow::Cow;
use std::fmt::Write;

use pulldown_cmark_escape::escape_html;
use serde::Serialize;
use tera::Value;

use super::page_context::PageContext;
use crate::base::OutPath;
use crate::media::{Form, Picture, Rendition};
use crate::site::Photo;
use crate::theme::PictureSizes;

/// Where a picture stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Spot {
    /// At the head of a page, small.
    Portrait,
    /// In running text.
    Text,
    /// At the top of every page.
    Logo,
}

impl Spot {
    /// How wide a picture of these proportions is drawn there, for the browser to choose by. A picture
    /// that waits until it is near is measured by browsers that know `auto`; others take the rest
    /// of the list.
    fn sizes(self, theme: &PictureSizes, width: u32, height: u32) -> Cow<'_, str> {
        let portrait = theme.portrait.as_str();
        match self {
            // What is wider than the frame of 4 to 5 is cut at its sides, not made smaller.
            Self::Portrait if u64::from(width) * 5 > u64::from(height) * 4 => {
                let wider = f64::from(width) * 5.0 / (f64::from(height.max(1)) * 4.0);
                format!("calc({wider:.2} * {portrait})").into()
            }
            Self::Portrait => portrait.into(),
            Self::Text => theme.text.as_str().into(),
            Self::Logo => "10rem".into(),
        }
    }
}

/// The picture of a leaflet.
pub(super) fn of_leaflet(place: &PageContext<'_>, photo: &Photo) -> Value {
    let alt = photo.alt.get(place.lang());
    let alt = alt.map(String::as_str).unwrap_or_default();
    let mut out = String::with_capacity(512);
    push(place, &photo.path, alt, Spot::Text, &mut out);
    Value::safe_string(&out)
}

/// The sign of the campaign, beside its name, which tells what it is. One that could not be drawn, which is
/// reported, is left out.
pub(super) fn logo(place: &PageContext<'_>, path: &OutPath) -> Option<Value> {
    place.site_context.pictures.get(path)?;
    let mut out = String::with_capacity(512);
    push(place, path, "", Spot::Logo, &mut out);
    Some(Value::safe_string(&out))
}

/// A picture for tabs of browsers.
#[derive(Serialize)]
pub(super) struct IconView {
    href: String,
    media_type: &'static str,
}

/// The sign of the campaign for tabs of browsers, which are square: where it is nearly so itself.
pub(super) fn icon(place: &PageContext<'_>, path: &OutPath) -> Option<IconView> {
    let picture = place.site_context.pictures.get(path)?;
    let (long, short) = (
        picture.width.max(picture.height),
        picture.width.min(picture.height),
    );
    let mut files = picture.renditions.iter();
    let file = files.find(|file| matches!(file.form, Form::Svg | Form::Png))?;
    (u64::from(long) * 4 <= u64::from(short) * 5).then(|| IconView {
        href: place.file(&file.path),
        media_type: file.form.media_type(),
    })
}

/// A speaker's photograph.
pub(super) fn portrait(place: &PageContext<'_>, photo: &Photo) -> Value {
    let alt = photo.alt.get(place.lang());
    let alt = alt.map(String::as_str).unwrap_or_default();
    let mut out = String::with_capacity(512);
    push(place, &photo.path, alt, Spot::Portrait, &mut out);
    Value::safe_string(&out)
}

/// Appends the picture that texts know by `path`; one that could not be drawn, which is
/// reported, shows what it would have said.
pub(super) fn push(
    place: &PageContext<'_>,
    path: &OutPath,
    alt: &str,
    spot: Spot,
    out: &mut String,
) {
    let Some(picture) = place.site_context.pictures.get(path) else {
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
    let Picture { width, height, .. } = picture;
    let sizes = spot.sizes(
        &place.site_context.theme.manifest().pictures,
        *width,
        *height,
    );
    out.push_str("<picture>");
    if let Some(first) = picture.renditions.first().filter(|f| f.form != last.form) {
        let _ = write!(out, "<source type=\"{}\"", first.form.media_type());
        push_set(place, of(first.form), &sizes, out);
        out.push('>');
    }
    let _ = write!(out, "<img src=\"{}\"", place.file(&last.path));
    if last.form != Form::Svg {
        push_set(place, of(last.form), &sizes, out);
    }
    let _ = write!(out, " width=\"{width}\" height=\"{height}\" alt=\"");
    let _ = escape_html(&mut *out, alt);
    out.push_str(match spot {
        Spot::Portrait | Spot::Logo => "\" decoding=\"async\"></picture>",
        Spot::Text => "\" loading=\"lazy\" decoding=\"async\"></picture>",
    });
}

fn push_set<'p>(
    place: &PageContext<'_>,
    files: impl Iterator<Item = &'p Rendition>,
    sizes: &str,
    out: &mut String,
) {
    out.push_str(" srcset=\"");
    for (at, file) in files.enumerate() {
        let comma = if at == 0 { "" } else { ", " };
        let _ = write!(out, "{comma}{} {}w", place.file(&file.path), file.width);
    }
    let _ = write!(out, "\" sizes=\"{sizes}\"");
}
