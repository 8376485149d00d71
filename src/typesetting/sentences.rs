//! Where sentences end, in Japanese and in scripts with spaces. Whatever is left out of a text is
//! left out by whole sentences, and what is printed is compared with what was said by the same.

/// The sentences of a text, word for word and with their closing marks. A line end ends one, too.
pub(crate) fn sentences(text: &str) -> impl Iterator<Item = &str> {
    text.lines().flat_map(of_line)
}

fn of_line(line: &str) -> impl Iterator<Item = &str> {
    let mut rest = line.trim();
    std::iter::from_fn(move || {
        if rest.is_empty() {
            return None;
        }
        let (sentence, after) = rest.split_at(sentence_end(rest).unwrap_or(rest.len()));
        rest = after.trim_start();
        Some(sentence)
    })
}

/// The byte after the first sentence, when one ends in the text.
#[must_use]
pub(crate) fn sentence_end(text: &str) -> Option<usize> {
    let mut chars = text.char_indices().peekable();
    let mut depth = 0_i32;
    while let Some((at, c)) = chars.next() {
        match c {
            '「' | '『' | '（' | '(' | '“' => depth += 1,
            '」' | '』' | '）' | ')' | '”' => depth -= 1,
            '。' | '！' | '？' if depth <= 0 => {
                let end = at + c.len_utf8();
                let closing = chars.peek().filter(|(_, next)| matches!(next, '」' | '』'));
                return Some(closing.map_or(end, |(at, next)| at + next.len_utf8()));
            }
            '.' | '!' | '?' if depth <= 0 => {
                let before = text[..at].rsplit(' ').next().unwrap_or_default();
                let next = chars.peek().map(|(_, next)| *next);
                let initial = before.len() == 1 && before.chars().all(char::is_uppercase);
                let title = matches!(before, "Mr" | "Ms" | "Mrs" | "Dr" | "St" | "No" | "vs");
                let abbreviation = initial || title || before.contains('.');
                if !abbreviation && next.is_none_or(char::is_whitespace) {
                    return Some(at + 1);
                }
            }
            _ => {}
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn quotations_and_abbreviations_end_no_sentence() {
        for (text, expected) in [
            ("一。二！三", vec!["一。", "二！", "三"]),
            (
                "「反対だ。」と述べた。次。",
                vec!["「反対だ。」と述べた。", "次。"],
            ),
            ("One\ntwo. Three.", vec!["One", "two.", "Three."]),
            (
                "About 0.09% of U.S. claims fail. Next.",
                vec!["About 0.09% of U.S. claims fail.", "Next."],
            ),
            (" \n ", vec![]),
        ] {
            let found: Vec<&str> = sentences(text).collect();
            assert_eq!(found, expected);
        }
    }

    proptest::proptest! {
        #[test]
        fn no_word_is_lost(text in "[ぁ-ん。！「」（）a-zA-Z.!?\n ]{0,60}") {
            let spaceless = |text: &str| text.split_whitespace().collect::<String>();
            let all: String = sentences(&text).map(spaceless).collect();
            proptest::prop_assert_eq!(all, spaceless(&text));
        }
    }
}
