//! How large type fills its room: into how many lines it breaks, and how long they are. Style sheets
//! cannot measure, so they are told by classes, and make of them the largest type that fits.

use crate::base::Lang;
use crate::base::sheet_type::{LargeRoom, MOST_EMS, MOST_LINES};
use crate::typesetting::phrases;

/// From one line to the next, in ems.
const LEADING: f32 = 1.3;

/// Type that is so nearly the largest is large enough to be on fewer lines.
const NEARLY: f32 = 0.96;

/// The classes of a text: of all ways to break it, the one on the fewest lines in which type is nearly as large as in
/// any.
pub(super) fn of(text: &str, lang: Lang, room: LargeRoom) -> String {
    let pieces = widths(text, lang);
    let size =
        |lines: u8, ems: f32| (room.wide / ems).min(room.tall / (f32::from(lines) * LEADING));
    let ways: Vec<(u8, f32)> = (1..=MOST_LINES)
        .map(|lines| (lines, longest(&pieces, lines)))
        .collect();
    let largest = ways
        .iter()
        .map(|way| size(way.0, way.1))
        .fold(0.0, f32::max);
    let best = ways
        .into_iter()
        .find(|way| size(way.0, way.1) >= NEARLY * largest);
    let (lines, ems) = best.unwrap_or((1, 1.0));
    format!(
        "lines-{lines} ems-{}",
        ems.clamp(2.0, f32::from(MOST_EMS)).ceil()
    )
}

/// Pieces that no line end parts, in ems, in a bold face: a full-width character is one.
fn widths(text: &str, lang: Lang) -> Vec<f32> {
    let ems = |text: &str| -> f32 {
        let one = |c: char| match c {
            ' ' => 0.3,
            'A'..='Z' | 'm' | 'w' | '—' => 0.78,
            c if c.is_ascii() => 0.6,
            _ => 1.0,
        };
        text.chars().map(one).sum()
    };
    if lang.locale().is_spaced() {
        text.split_inclusive(' ').map(ems).collect()
    } else {
        phrases(text, lang).iter().map(|it| ems(it)).collect()
    }
}

/// The length of the longest line when pieces stand in so many lines, as even as they get.
fn longest(pieces: &[f32], lines: u8) -> f32 {
    let all: f32 = pieces.iter().sum();
    let widest = pieces.iter().copied().fold(0.5, f32::max);
    let fits = |most: f32| {
        let mut line = 0.0;
        let mut used = 1;
        for piece in pieces {
            if line + piece > most + 0.01 {
                used += 1;
                line = 0.0;
            }
            line += piece;
        }
        used <= lines
    };
    let mut most = widest.max(all / f32::from(lines));
    while !fits(most) {
        most += 0.25;
    }
    most
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::Design;

    #[test]
    fn text_breaks_where_type_gets_largest() {
        let poster = LargeRoom::of_hook(Design::Poster, Lang::JA);
        let line = LargeRoom::of_hook(Design::Title, Lang::JA);
        for (text, lang, room, classes) in [
            (
                "保険証がなくなると、どうなる？",
                Lang::JA,
                poster,
                "lines-2 ems-10",
            ),
            ("なくさないで", Lang::JA, poster, "lines-1 ems-6"),
            ("なくさないで", Lang::JA, line, "lines-1 ems-6"),
            ("Keep the card", Lang::EN, line, "lines-1 ems-8"),
            ("", Lang::JA, line, "lines-1 ems-2"),
        ] {
            assert_eq!(of(text, lang, room), classes, "{text}");
        }
    }
}
