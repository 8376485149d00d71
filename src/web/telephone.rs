//! Telephone numbers as people write them, each with a link to call it.

use serde::Serialize;

use crate::base::narrowed;

/// A piece of what was written.
#[derive(Debug, Serialize, PartialEq, Eq)]
pub(super) struct PhonePiece<'t> {
    /// As it was written.
    text: &'t str,
    /// The number to call, if it is one (RFC 3966).
    number: Option<String>,
}

/// What stands between the digits of a number.
const fn is_within(c: char) -> bool {
    matches!(
        c,
        ' ' | '\u{3000}'
            | '('
            | ')'
            | '（'
            | '）'
            | '-'
            | '－'
            | 'ー'
            | '―'
            | '‐'
            | '‑'
            | '−'
            | '–'
            | '—'
            | '.'
    )
}

fn digit(c: char) -> Option<char> {
    match c {
        '0'..='9' => Some(c),
        '０'..='９' | '＋' => narrowed(c.encode_utf8(&mut [0; 4])).chars().next(),
        '+' => Some('+'),
        _ => None,
    }
}

/// A text in pieces: numbers, and what stands between them.
pub(super) fn pieces(text: &str) -> Vec<PhonePiece<'_>> {
    let mut pieces = Vec::new();
    let mut done = 0;
    let mut at = 0;
    while let Some(c) = text[at..].chars().next() {
        if digit(c).is_none() {
            at += c.len_utf8();
            continue;
        }
        let (end, number) = number(&text[at..]);
        if number.len() >= 6 {
            if at > done {
                pieces.push(PhonePiece {
                    text: &text[done..at],
                    number: None,
                });
            }
            let number = Some(number);
            pieces.push(PhonePiece {
                text: &text[at..at + end],
                number,
            });
            done = at + end;
        }
        at += end;
    }
    if done < text.len() {
        pieces.push(PhonePiece {
            text: &text[done..],
            number: None,
        });
    }
    pieces
}

/// The number that a text begins with: where it ends, and its digits with hyphens between groups.
fn number(text: &str) -> (usize, String) {
    let (mut end, mut number, mut pending) = (0, String::new(), false);
    let mut count = 0;
    for (at, c) in text.char_indices() {
        if let Some(digit) = digit(c) {
            let gap = &text[end..at];
            // A blank before the 0 or + of another number.
            let is_another =
                gap.contains([' ', '\u{3000}']) && count >= 9 && matches!(digit, '0' | '+');
            // What stands behind a whole number, in brackets or behind a blank, is a remark.
            let is_whole = count >= 10 && number.starts_with('0');
            let is_remark = gap.contains(['(', '（']) && count >= 10
                || is_whole && gap.contains([' ', '\u{3000}']);
            if is_another || is_remark || (digit == '+' && count > 0) {
                break;
            }
            // `+81 (0)3…`: the 0 is dialled only at home.
            let is_trunk = number.starts_with('+')
                && digit == '0'
                && gap.ends_with(['(', '（'])
                && text[at + c.len_utf8()..].starts_with([')', '）']);
            if is_trunk {
                pending = true;
                end = at + c.len_utf8();
                continue;
            }
            if pending {
                number.push('-');
            }
            pending = false;
            number.push(digit);
            count += 1;
            end = at + c.len_utf8();
        } else if is_within(c) {
            pending = true;
        } else {
            break;
        }
    }
    (end, number)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_shown_as_written_and_called_as_dialled() {
        let shown = |text: &str| {
            let pieces = pieces(text);
            assert_eq!(
                pieces.iter().map(|piece| piece.text).collect::<String>(),
                text
            );
            let linked = pieces
                .into_iter()
                .filter_map(|piece| Some(format!("{}={}", piece.text, piece.number?)));
            linked.collect::<Vec<_>>().join(" ")
        };
        for (text, links) in [
            ("03-0000-0000", "03-0000-0000=03-0000-0000"),
            (
                "０３−００００−００００",
                "０３−００００−００００=03-0000-0000",
            ),
            ("03ー0000ー0000", "03ー0000ー0000=03-0000-0000"),
            ("0120(000)000", "0120(000)000=0120-000-000"),
            ("+81-3-0000-0000", "+81-3-0000-0000=+81-3-0000-0000"),
            ("0312345678", "0312345678=0312345678"),
            ("03-0000-0000（代）", "03-0000-0000=03-0000-0000"),
            (
                "03-0000-0000、090-0000-0000",
                "03-0000-0000=03-0000-0000 090-0000-0000=090-0000-0000",
            ),
            (
                "03-0000-0000 090-0000-0000",
                "03-0000-0000=03-0000-0000 090-0000-0000=090-0000-0000",
            ),
            (
                "電話 03 0000 0000（平日10時〜17時）",
                "03 0000 0000=03-0000-0000",
            ),
            ("042-123-4567 9:00-17:00", "042-123-4567=042-123-4567"),
            ("042-123-4567 2回線", "042-123-4567=042-123-4567"),
            ("090 0000 0000 10-16時", "090 0000 0000=090-0000-0000"),
            ("+81 (0)3-0000-0000", "+81 (0)3-0000-0000=+81-3-0000-0000"),
            ("03-0000-0000 (2024年10月まで)", "03-0000-0000=03-0000-0000"),
            ("お問い合わせはメールで", ""),
        ] {
            assert_eq!(shown(text), links);
        }
    }
}
