//! Texts that hold several, parted by commas.

/// The pieces of a text between signs, none of which part what stands in round brackets: `川の会（みほん市、川町）`.
pub(super) fn parted<'t>(text: &'t str, signs: &[char]) -> Vec<&'t str> {
    let mut depth = 0_usize;
    let mut last = 0;
    let mut parts = Vec::new();
    for (at, c) in text.char_indices() {
        match c {
            '（' | '(' => depth += 1,
            '）' | ')' => depth = depth.saturating_sub(1),
            _ if depth == 0 && signs.contains(&c) => {
                parts.push(&text[last..at]);
                last = at + c.len_utf8();
            }
            _ => {}
        }
    }
    // A bracket that nothing closes holds nothing.
    if depth > 0 {
        return text.split(signs).collect();
    }
    parts.push(&text[last..]);
    parts
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn brackets_hold_what_is_in_them() {
        for (text, parts) in [
            ("川の会、山の会", vec!["川の会", "山の会"]),
            (
                "川の会（みほん市、川町）、山の会",
                vec!["川の会（みほん市、川町）", "山の会"],
            ),
            (
                "川の会（みほん市、山の会",
                vec!["川の会（みほん市", "山の会"],
            ),
            ("", vec![""]),
        ] {
            assert_eq!(parted(text, &['、']), parts);
        }
    }
}
