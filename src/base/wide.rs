//! Characters of scripts without spaces between words, and what the end of a line in a file
//! stands for beside them.

use unicode_width::UnicodeWidthChar;

/// A line of this width, in half widths, was broken where it was full.
pub(crate) const FULL_LINE: usize = 56;
/// From this width on one may have been; from the second on where several lines are as wide, as in the columns of
/// a newsletter.
pub(crate) const WIDE_LINE: usize = 36;
pub(crate) const NARROW_LINE: usize = 20;

/// Whether a character belongs to a script that puts no spaces between words: kana, kanji, their
/// punctuation and symbols, of full and half width; Thai and its neighbours. Not Hangul.
#[must_use]
pub(crate) fn is_unspaced(c: char) -> bool {
    match c {
        '\u{1100}'..='\u{11ff}' | '\u{3130}'..='\u{318f}' | '\u{ac00}'..='\u{d7af}' => false,
        '\u{ff61}'..='\u{ff9f}' | '\u{e00}'..='\u{eff}' => true,
        // Symbols of ambiguous width, such as … ― ① →, are wide among these; letters are not.
        _ if c.is_alphabetic() => c.width() == Some(2),
        _ => c.width_cjk() == Some(2),
    }
}

/// Whether a character is a digit, of half or full width.
#[must_use]
pub(crate) const fn is_digit(c: char) -> bool {
    c.is_ascii_digit() || matches!(c, '０'..='９')
}

/// How wide a text is, in letters of half width.
#[must_use]
pub(crate) fn half_widths(text: &str) -> usize {
    let of = |c| if is_unspaced(c) { 2 } else { 1 };
    text.chars().map(of).sum()
}

/// Whether nothing stands for the end of a line between two characters: in a language without
/// spaces when either is of such a script, elsewhere when both are. Otherwise a space does.
#[must_use]
pub(crate) fn lines_join(before: char, after: char, in_spaced_language: bool) -> bool {
    let (before, after) = (is_unspaced(before), is_unspaced(after));
    if in_spaced_language {
        before && after
    } else {
        before || after
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn line_ends_inside_japanese_are_nothing() {
        for (before, after) in [
            ('…', 'や'),
            ('―', 'そ'),
            ('①', 'の'),
            ('は', '混'),
            ('→', 'の'),
            ('ﾅ', 'の'),
            ('0', '円'),
            ('、', 'A'),
            ('は', '1'),
            ('」', '('),
        ] {
            assert!(lines_join(before, after, false), "{before}{after}");
        }
        for (before, after) in [('d', 'w'), ('.', 'T'), ('1', '2'), ('я', 'я')] {
            assert!(!lines_join(before, after, false), "{before}{after}");
        }
        assert!(lines_join('保', '険', true));
        for (before, after) in [('a', '険'), ('…', 'a'), ('한', '국')] {
            assert!(!lines_join(before, after, true), "{before}{after}");
        }
    }
}
