//! The numbers that carry a text, as they stand large on pages and on leaflets' pages.

use serde::Serialize;
use tera::Value;

use super::page_context::PageContext;
use super::text::push_text;
use crate::leaflet::FigurePart;
use crate::model::text::{Inline, plain};
use crate::site::{FigureText, Target};
use crate::typesetting::{NumberPiece, number_groups, number_pieces};

/// A number, what it counts, and where it is from.
#[derive(Serialize)]
pub(super) struct FigureView {
    value: Value,
    /// Whether a number with its unit is too wide to be set very large.
    long: bool,
    caption: Value,
    source: Option<Value>,
}

/// The figures of a text.
pub(super) fn views(place: &PageContext<'_>, figures: &[FigureText]) -> Vec<FigureView> {
    figures.iter().map(|figure| view(place, figure)).collect()
}

/// The figures of a text whose number stands in a passage of it, but for those that the page tells by
/// itself.
pub(super) fn told_in(
    place: &PageContext<'_>,
    figures: &[FigureText],
    passage: &str,
    own: &[FigureText],
) -> Vec<FigureView> {
    let figures = figures.iter().filter(|figure| {
        let value = plain(&figure.value);
        passage.contains(&value) && own.iter().all(|own| plain(&own.value) != value)
    });
    figures.map(|figure| view(place, figure)).collect()
}

fn view(place: &PageContext<'_>, figure: &FigureText) -> FigureView {
    let writer = place.writer();
    FigureView {
        value: number(place, &figure.value),
        long: is_long(&figure.value),
        caption: writer.label(&figure.caption),
        source: figure.source.as_ref().map(|source| writer.label(source)),
    }
}

/// A figure of a leaflet.
pub(super) fn of_leaflet(place: &PageContext<'_>, figure: &FigurePart<'_>) -> FigureView {
    let writer = place.writer().printed();
    FigureView {
        value: number(place, figure.value),
        long: is_long(figure.value),
        caption: writer.label(&figure.caption),
        source: figure.source.as_deref().map(Value::normal_string),
    }
}

/// Whether a part of a number that is not broken takes more than so many ems of its digits, as
/// `figures.css` allows.
fn is_long(value: &[Inline<Target>]) -> bool {
    const MOST: f32 = 4.9;
    let pieces = number_pieces(&plain(value));
    let ems = |piece: &NumberPiece| {
        let em = if piece.large { 1.0 } else { 0.46 };
        let ems = |c: char| if c.is_ascii() { 0.64 * em } else { em };
        piece.text.chars().map(ems).sum::<f32>()
    };
    let groups = number_groups(&pieces);
    let mut wide = groups
        .iter()
        .map(|group| group.iter().map(ems).sum::<f32>());
    wide.any(|wide| wide > MOST)
}

/// A number whose digits stand larger than the words around them, and that is not parted from its unit.
fn number(place: &PageContext<'_>, value: &[Inline<Target>]) -> Value {
    // A reading stands over all of it.
    if !value.iter().all(|part| matches!(part, Inline::Text(_))) {
        return place.writer().label(value);
    }
    let pieces = number_pieces(&plain(value));
    let mut out = String::new();
    for group in number_groups(&pieces) {
        out.push_str("<span>");
        for piece in group {
            let (open, close) = if piece.large {
                ("<b>", "</b>")
            } else {
                ("", "")
            };
            out.push_str(open);
            push_text(&piece.text, &mut out);
            out.push_str(close);
        }
        out.push_str("</span>");
    }
    Value::safe_string(&out)
}
