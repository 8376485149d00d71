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
    /// How much smaller a number with its unit is set that is wide: a class of `figures.css`.
    width: Option<&'static str>,
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
        holds(passage, &value) && own.iter().all(|own| plain(&own.value) != value)
    });
    figures.map(|figure| view(place, figure)).collect()
}

/// Whether a text has a number that is no piece of a longer one: 4桁 is not told by 14桁.
fn holds(text: &str, value: &str) -> bool {
    let is_digit =
        |c: Option<char>| c.is_some_and(|c| c.is_numeric() || "十百千万億兆".contains(c));
    let is_mark = |c: Option<char>| c.is_some_and(|c| matches!(c, '.' | ',' | '．' | '，'));
    text.match_indices(value).any(|(at, _)| {
        let mut before = text[..at].chars().rev();
        let mut behind = text[at + value.len()..].chars();
        let goes_on = |next: Option<char>, over: Option<char>| {
            is_digit(next) || is_mark(next) && is_digit(over)
        };
        let begins = is_digit(value.chars().next()) && goes_on(before.next(), before.next());
        let ends = is_digit(value.chars().next_back()) && goes_on(behind.next(), behind.next());
        !begins && !ends
    })
}

fn view(place: &PageContext<'_>, figure: &FigureText) -> FigureView {
    let writer = place.writer();
    FigureView {
        value: number(place, &figure.value),
        width: width(&figure.value),
        caption: writer.label(&figure.caption),
        source: figure.source.as_ref().map(|source| writer.label(source)),
    }
}

/// A figure of a leaflet.
pub(super) fn of_leaflet(place: &PageContext<'_>, figure: &FigurePart<'_>) -> FigureView {
    let writer = place.writer().printed();
    FigureView {
        value: number(place, figure.value),
        width: width(figure.value),
        caption: writer.label(&figure.caption),
        source: figure.source.as_deref().map(Value::normal_string),
    }
}

/// The class of a number by its widest part that is not broken, in ems of its digits: so many fit in a
/// line at the sizes of `figures.css`.
fn width(value: &[Inline<Target>]) -> Option<&'static str> {
    const MOST: f32 = 4.9;
    const MOST_LONG: f32 = 7.5;
    let pieces = number_pieces(&plain(value));
    let ems = |piece: &NumberPiece| {
        let em = if piece.large { 1.0 } else { 0.46 };
        let ems = |c: char| if c.is_ascii() { 0.64 * em } else { em };
        piece.text.chars().map(ems).sum::<f32>()
    };
    let groups = number_groups(&pieces).into_iter();
    let widest = groups.map(|group| group.iter().map(ems).sum::<f32>());
    match widest.fold(0.0, f32::max) {
        ems if ems > MOST_LONG => Some("figure-longest"),
        ems if ems > MOST => Some("figure-long"),
        _ => None,
    }
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_is_no_piece_of_a_longer_one() {
        for (text, value, is_told) in [
            ("4桁の暗証番号", "4桁", true),
            ("14桁の番号", "4桁", false),
            ("3.4桁", "4桁", false),
            ("約80万人がいる", "80万人", true),
            ("割合は88", "88", true),
            ("割合は88.5", "88", false),
            ("It was 88. Then", "88", true),
            ("12万円と2万円", "2万円", true),
        ] {
            assert_eq!(holds(text, value), is_told, "{text}");
        }
    }

    #[test]
    fn wide_numbers_are_set_smaller() {
        for (value, class) in [
            ("約80万人", None),
            ("1億2,345万6,789円", Some("figure-longest")),
            ("over 130,000", None),
            ("over 1,300,000", Some("figure-long")),
            ("1億2,345万", Some("figure-long")),
        ] {
            assert_eq!(width(&[Inline::Text(value.into())]), class, "{value}");
        }
    }
}
