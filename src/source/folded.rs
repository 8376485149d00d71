//! Values that go on over several lines: inside Japanese the end of a line is nothing, where YAML
//! makes it a space.

use crate::base::{is_unspaced, lines_join, number_is_cut};

/// The value without the spaces that ends of lines left inside Japanese. `written` is the value as
/// it stands in its file. Lines that were asked for (`|`) stay.
pub(super) fn unfolded(value: String, written: &str) -> String {
    if !written.contains('\n') {
        return value;
    }
    let is_spaced = is_mostly_spaced(&value);
    let mut out = String::with_capacity(value.len());
    let mut rest = value.as_str();
    let mut lines = written
        .lines()
        .map(str::trim)
        .filter(|line| !line.is_empty());
    let Some(mut line) = lines.next() else {
        return value;
    };
    for next in lines {
        // The value holds the end of the line, a space, and the beginning of the next.
        let (Some(before), Some(after)) = (line.chars().next_back(), next.chars().next()) else {
            break;
        };
        let seam = format!("{before} {after}");
        if (lines_join(before, after, is_spaced) || !is_spaced && number_is_cut(line, next))
            && let Some(at) = rest.find(&seam)
        {
            let behind = at + before.len_utf8();
            out.push_str(&rest[..behind]);
            rest = &rest[behind + 1..];
        }
        line = next;
    }
    out.push_str(rest);
    out
}

/// Whether a text is mostly in a script with spaces between words.
fn is_mostly_spaced(text: &str) -> bool {
    let letters = || text.chars().filter(|c| c.is_alphabetic());
    let unspaced = letters().filter(|c| is_unspaced(*c)).count();
    // A word of Japanese says about as much in two letters as others do in six.
    unspaced * 3 < letters().count()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn line_ends_inside_japanese_are_nothing() {
        for (written, value, right) in [
            (
                "窓口を守って\n  ほしいと",
                "窓口を守って ほしいと",
                "窓口を守ってほしいと",
            ),
            ("\"窓口を\n  守る 会\"", "窓口を 守る 会", "窓口を守る 会"),
            (
                "\n  窓口を\n  100円で\n  使う",
                "窓口を 100円で 使う",
                "窓口を100円で使う",
            ),
            (
                "one\n  two 保険証\n  three",
                "one two 保険証 three",
                "one two 保険証 three",
            ),
            (
                "署名は2,00\n  0人から",
                "署名は2,00 0人から",
                "署名は2,000人から",
            ),
            ("窓口 を", "窓口 を", "窓口 を"),
            ("二行\n  の文", "二行\nの文", "二行\nの文"),
        ] {
            assert_eq!(unfolded(value.to_owned(), written), right, "{written}");
        }
    }
}
