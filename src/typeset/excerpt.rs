//! Parts of a text, word for word: its first sentences, its last, its first paragraph. What a leaflet
//! has no room for is left out by whole sentences, on paper and on its page alike.

use crate::link::Target;
use crate::model::text::{Block, Inline};

/// The first sentences of some blocks, at most so many; what is not a paragraph counts as one.
#[must_use]
pub fn first_sentences(blocks: &[Block<Target>], most: usize) -> Vec<Block<Target>> {
    let mut left = most;
    let mut kept = Vec::new();
    for block in blocks {
        if left == 0 {
            break;
        }
        match block {
            Block::Paragraph(content) => {
                let (some, taken) = leave_sentences(content, left);
                kept.push(Block::Paragraph(some));
                left -= taken;
            }
            other => {
                kept.push(other.clone());
                left -= 1;
            }
        }
    }
    kept
}

/// The first sentences of a line, at most so many, and how many those are; a line counts as one
/// at least.
fn leave_sentences(line: &[Inline<Target>], most: usize) -> (Vec<Inline<Target>>, usize) {
    let mut out = Vec::new();
    let mut taken = 0;
    for inline in line {
        if let Inline::Text(text) = inline {
            let mut end = 0;
            while let Some(next) = sentence_end(&text[end..]) {
                end += next;
                taken += 1;
                if taken == most {
                    out.push(Inline::Text(text[..end].to_owned()));
                    return (out, taken);
                }
            }
        }
        out.push(inline.clone());
    }
    (out, most.min(taken.max(1)))
}

/// The first sentence of a line, word for word.
#[must_use]
pub fn first_sentence(line: &[Inline<Target>]) -> Vec<Inline<Target>> {
    let mut out = Vec::new();
    for inline in line {
        if let Inline::Text(text) = inline
            && let Some(end) = sentence_end(text)
        {
            out.push(Inline::Text(text[..end].to_owned()));
            return out;
        }
        out.push(inline.clone());
    }
    out
}

/// The last sentence of a text, word for word.
#[must_use]
pub fn last_sentence(text: &str) -> &str {
    let mut rest = text.trim();
    while let Some(end) = sentence_end(rest) {
        let after = rest[end..].trim_start();
        if after.is_empty() {
            break;
        }
        rest = after;
    }
    rest
}

/// The byte after the first sentence, when one ends in the text.
#[must_use]
pub fn sentence_end(text: &str) -> Option<usize> {
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

/// The first paragraph of some blocks.
#[must_use]
pub fn first_paragraph(blocks: &[Block<Target>]) -> Option<&[Inline<Target>]> {
    blocks.iter().find_map(|block| match block {
        Block::Paragraph(content) => Some(content.as_slice()),
        _ => None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::text::plain;

    #[test]
    fn sentences_end_where_they_end() {
        let first = |text: &str| plain(&first_sentence(&[Inline::Text(text.into())]));
        assert_eq!(
            first("足りると反論した。監視社会も。"),
            "足りると反論した。"
        );
        assert_eq!(
            first("「反対だ。」と述べた。次。"),
            "「反対だ。」と述べた。"
        );
        assert_eq!(
            first("About 0.09% of U.S. claims fail. Next."),
            "About 0.09% of U.S. claims fail."
        );
        assert_eq!(first("What it is. Dr. A. Kay said so."), "What it is.");
        assert_eq!(
            last_sentence("What it is. Dr. A. Kay said so."),
            "Dr. A. Kay said so."
        );
        assert_eq!(first("終わりのない文"), "終わりのない文");
        assert_eq!(last_sentence("一。二！三した。"), "三した。");
        assert_eq!(last_sentence("One. Two? Three."), "Three.");
    }

    #[test]
    fn sentences_are_counted_over_paragraphs() {
        let paragraph = |text: &str| Block::Paragraph(vec![Inline::Text(text.into())]);
        let all = [paragraph("一。二。"), paragraph("三つめ。四。")];
        assert_eq!(first_sentences(&all, 1), [paragraph("一。")]);
        assert_eq!(
            first_sentences(&all, 3),
            [paragraph("一。二。"), paragraph("三つめ。")]
        );
        assert_eq!(first_sentences(&all, 9), all);
    }

    proptest::proptest! {
        #[test]
        fn any_text_has_sentences(text in "\\PC*") {
            let _ = (last_sentence(&text), first_sentence(&[Inline::Text(text.clone())]));
        }
    }
}
