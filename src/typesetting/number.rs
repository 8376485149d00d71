//! Numbers in large type: their digits, and the words around them, which stand smaller.

use serde::Serialize;

use crate::base::is_digit;

/// A piece of a number with its unit, such as 80万 of 約80万人.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub(crate) struct NumberPiece {
    /// Its characters.
    pub text: String,
    /// Whether it is the number itself, not a word before or behind it.
    pub large: bool,
}

/// A number with its words, in pieces that are never broken: put together again, they are the text.
/// What has no digits is a number in kanji, or stands large as a whole.
#[must_use]
pub(crate) fn number_pieces(text: &str) -> Vec<NumberPiece> {
    let chars: Vec<char> = text.chars().collect();
    let has_digits = chars.iter().any(|c| is_digit(*c));
    let is_core = |at: usize| {
        let (c, before) = (chars[at], at.checked_sub(1).map(|at| chars[at]));
        let follows = before.is_some_and(|c| is_digit(c) || is_power(c));
        match c {
            c if !has_digits => "〇一二三四五六七八九十百千万億兆".contains(c),
            c if is_digit(c) => true,
            c if is_power(c) => follows && begins_with_digit(&chars[..at]),
            '.' | ',' | '．' | '，' | '/' | ':' => {
                follows && chars.get(at + 1).is_some_and(|c| is_digit(*c))
            }
            _ => false,
        }
    };
    let mut pieces: Vec<NumberPiece> = Vec::new();
    for (at, c) in chars.iter().enumerate() {
        let large = is_core(at);
        match pieces.last_mut() {
            Some(last) if last.large == large => last.text.push(*c),
            _ => pieces.push(NumberPiece {
                text: (*c).into(),
                large,
            }),
        }
    }
    if pieces.iter().all(|piece| !piece.large) {
        for piece in &mut pieces {
            piece.large = true;
        }
    }
    pieces
}

/// The pieces in groups that a line may be broken between where it has to be: each number with its
/// unit, and words before the first that a space parts from it.
#[must_use]
pub(crate) fn number_groups(pieces: &[NumberPiece]) -> Vec<&[NumberPiece]> {
    let mut groups = Vec::new();
    let mut from = 0;
    for at in 1..pieces.len() {
        let is_apart = pieces[at - 1].text.ends_with(char::is_whitespace);
        let has_number = pieces[from..at].iter().any(|piece| piece.large);
        if pieces[at].large && (has_number || is_apart) {
            groups.push(&pieces[from..at]);
            from = at;
        }
    }
    groups.extend(pieces.get(from..).filter(|rest| !rest.is_empty()));
    groups
}

/// A power of ten that belongs to the digits before it.
fn is_power(c: char) -> bool {
    matches!(c, '百' | '千' | '万' | '億' | '兆')
}

/// Whether the run of digits and powers that ends here begins with a digit.
fn begins_with_digit(chars: &[char]) -> bool {
    let run = chars.iter().rev();
    run.take_while(|c| is_digit(**c) || is_power(**c))
        .last()
        .is_some_and(|c| is_digit(*c))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The pieces, the large ones in brackets; groups parted by bars.
    fn drawn(text: &str) -> String {
        let pieces = number_pieces(text);
        let whole: String = pieces.iter().map(|piece| piece.text.as_str()).collect();
        assert_eq!(whole, text);
        let piece = |piece: &NumberPiece| {
            if piece.large {
                format!("[{}]", piece.text)
            } else {
                piece.text.clone()
            }
        };
        let group = |group: &&[NumberPiece]| group.iter().map(piece).collect::<String>();
        let groups = number_groups(&pieces);
        groups.iter().map(group).collect::<Vec<_>>().join("|")
    }

    #[test]
    fn digits_stand_apart_from_their_words() {
        for (text, right) in [
            ("約80万人", "約[80万]人"),
            ("13万筆超", "[13万]筆超"),
            ("0.09％", "[0.09]％"),
            ("4桁", "[4]桁"),
            ("5年、10年", "[5]年、|[10]年"),
            ("75歳以上2割", "[75]歳以上|[2]割"),
            ("75歳以上 2割", "[75]歳以上 |[2]割"),
            ("over 130,000", "over |[130,000]"),
            ("20,000 yen", "[20,000] yen"),
            ("88%", "[88]%"),
            ("８８％", "[８８]％"),
            ("1億2000万円", "[1億2000万]円"),
            ("3人に1人", "[3]人に|[1]人"),
            ("1/3", "[1/3]"),
            ("約三割", "約[三]割"),
            ("八十万人", "[八十万]人"),
            ("半数以上", "[半数以上]"),
            ("2万円、", "[2万]円、"),
            ("", ""),
        ] {
            assert_eq!(drawn(text), right);
        }
    }
}
