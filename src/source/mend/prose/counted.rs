//! Lines that count: `1班 …` above `2班 …`, `第1 …` above `第2 …`, `1.1 …` above `1.2 …`.

use super::lines::BLANK;
use crate::base::{is_digit, narrowed};

/// The longest word between a number and what it counts.
const LONGEST: usize = 3;

/// Whether a line counts on from the one above it, both in the same way.
pub(super) fn counts_on(before: &str, line: &str) -> bool {
    let (above, own) = (Count::of(before), Count::of(line));
    above
        .zip(own)
        .is_some_and(|(above, own)| own.number == above.number + 1 && own.words == above.words)
}

/// What a line counts.
struct Count<'t> {
    number: u32,
    /// What stands before the number and behind it.
    words: (&'t str, &'t str),
}

impl<'t> Count<'t> {
    /// The number that leads a line, which a blank parts from the rest.
    fn of(line: &'t str) -> Option<Self> {
        let line = line.trim_matches(BLANK);
        let inner = line.strip_prefix('第').unwrap_or(line);
        let end = inner.find(BLANK)?;
        let (label, text) = inner.split_at(end);
        let last = label.trim_end_matches(|c: char| !is_digit(c));
        let word = &label[last.len()..];
        let begin = last.trim_end_matches(is_digit);
        // 1.1, but not 10/5 or 10:30, which are days and times.
        let is_outline = begin
            .chars()
            .all(|c| is_digit(c) || matches!(c, '.' | '．' | '-'));
        let is_word = word.chars().count() <= LONGEST && word.chars().all(char::is_alphabetic);
        let digits = &last[begin.len()..];
        let fits = (1..=3).contains(&digits.chars().count()) && is_outline && is_word;
        let number = narrowed(digits).parse().ok()?;
        let before = &line[..line.len() - inner.len() + begin.len()];
        (fits && !text.trim_matches(BLANK).is_empty()).then_some(Self {
            number,
            words: (before, word),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_count_on_or_do_not() {
        for (before, line) in [
            ("1班 佐藤、田中", "2班 鈴木、高橋"),
            ("１位　川の会", "２位　山の会"),
            ("第1 川の話", "第2 山の話"),
            ("1.1 川の話", "1.2 山の話"),
            ("1章 はじめに", "2章 おわりに"),
        ] {
            assert!(counts_on(before, line), "{line}");
        }
        for (before, line) in [
            ("1班 佐藤、田中", "3班 鈴木、高橋"),
            ("1班 佐藤、田中", "2位 鈴木、高橋"),
            ("1.1 川の話", "2.2 山の話"),
            ("参加者は1", "2人の声"),
            ("10 円の値上げ", "11月 の予定"),
        ] {
            assert!(!counts_on(before, line), "{line}");
        }
    }
}
