//! Words without end, such as addresses, in which paper has to break lines somewhere.

use std::borrow::Cow;

/// Where a line may end inside of a word: a character without form or width (Unicode: `ZW`).
pub(crate) const MAY_BREAK: char = '\u{200b}';
/// The most characters of a word that is left whole: about half of a line of the narrowest panel.
pub(super) const LONGEST: usize = 30;
/// After how many characters such a word may be broken.
const EVERY: usize = 10;

/// A text in which lines may end inside of words that are too long for a line.
pub(crate) fn breakable(text: &str) -> Cow<'_, str> {
    let is_part = |c: char| c.is_ascii() && !c.is_ascii_whitespace();
    let is_long = |word: &str| word.len() > LONGEST;
    if !text.split(|c| !is_part(c)).any(is_long) {
        return Cow::Borrowed(text);
    }
    let mut out = String::with_capacity(text.len() * 2);
    for run in text.split_inclusive(|c| !is_part(c)) {
        let word = run.trim_end_matches(|c| !is_part(c));
        let behind = &run[word.len()..];
        if is_long(word) {
            for (place, c) in word.chars().enumerate() {
                if place > 0 && place % EVERY == 0 {
                    out.push(MAY_BREAK);
                }
                out.push(c);
            }
        } else {
            out.push_str(word);
        }
        out.push_str(behind);
    }
    Cow::Owned(out)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_words_without_end_are_opened() {
        let long = "a".repeat(31);
        let opened = format!("{0}|{0}|{0}|a", "a".repeat(10));
        for (text, wanted) in [
            (
                "資料は https://example.com/ にある",
                "資料は https://example.com/ にある".to_owned(),
            ),
            (
                &*format!("資料は{long}にある"),
                format!("資料は{opened}にある"),
            ),
            (&*format!("{long} {long}"), format!("{opened} {opened}")),
            (&*"a".repeat(30), "a".repeat(30)),
            ("", String::new()),
        ] {
            assert_eq!(breakable(text).replace(MAY_BREAK, "|"), wanted);
        }
    }
}
