//! Parts of a text, word for word: its first sentences, its most telling one, its first paragraph. What a
//! leaflet has no room for is left out by whole sentences, on paper and on its page alike.

use super::phrase::parted;
use super::sentences::{sentence_end, sentences};
use crate::model::text::{Block, Inline, plain};
use crate::site::Target;

/// The first sentences of some blocks, at most so many; what is not a paragraph counts as one.
pub(crate) fn first_sentences(blocks: &[Block<Target>], most: usize) -> Vec<Block<Target>> {
    let mut blocks = blocks.to_vec();
    let mut left = most;
    let mut kept = 0;
    for block in &mut blocks {
        if left == 0 {
            break;
        }
        kept += 1;
        match block {
            Block::Paragraph(line) => left -= leave_sentences(line, left),
            _ => left -= 1,
        }
    }
    blocks.truncate(kept);
    blocks
}

/// Leaves the first sentences of a line, at most so many, and tells how many those are; a line
/// counts as one at least.
fn leave_sentences(line: &mut Vec<Inline<Target>>, most: usize) -> usize {
    let mut taken = 0;
    for (at, run) in line.iter_mut().enumerate() {
        let Inline::Text(words) = run else {
            continue;
        };
        let mut end = 0;
        while let Some(next) = sentence_end(&words[end..]) {
            end += next;
            taken += 1;
            if taken == most {
                words.truncate(end);
                line.truncate(at + 1);
                return taken;
            }
        }
    }
    most.min(taken.max(1))
}

/// The sentences that an author marked, by setting the whole of them in bold: those that have to be told
/// where there is no room for the rest. Paragraph by paragraph, word for word.
pub(crate) fn marked_sentences(blocks: &[Block<Target>]) -> Vec<Block<Target>> {
    let paragraphs = blocks.iter().filter_map(|block| match block {
        Block::Paragraph(line) => Some(line),
        _ => None,
    });
    let marked = paragraphs.map(|line| Block::Paragraph(marked_of_line(line)));
    marked
        .filter(|block| !matches!(block, Block::Paragraph(line) if line.is_empty()))
        .collect()
}

fn marked_of_line(line: &[Inline<Target>]) -> Vec<Inline<Target>> {
    let mut begins = true;
    let mut marked = Vec::new();
    let mut rest = line;
    while let Some((inline, after)) = rest.split_first() {
        rest = after;
        let text = plain(std::slice::from_ref(inline));
        let mut ends = is_ended(&text);
        if begins && matches!(inline, Inline::Strong(_)) {
            let stop = if ends { None } else { stop_before(after) };
            ends |= stop.is_some();
            if ends {
                marked.push(inline.clone());
                marked.extend(stop.map(|stop| Inline::Text(stop.to_owned())));
            }
        }
        begins = ends || (begins && text.trim().is_empty());
    }
    marked
}

/// The full stop with which a line goes on, if it does: many leave it outside of what they set in bold.
fn stop_before(line: &[Inline<Target>]) -> Option<&str> {
    let Some(Inline::Text(text)) = line.first() else {
        return None;
    };
    let stop = text.chars().next()?.len_utf8();
    (sentence_end(text) == Some(stop)).then(|| &text[..stop])
}

/// Whether a text ends where a sentence does.
fn is_ended(text: &str) -> bool {
    let last = sentences(text).last();
    last.is_some_and(|last| sentence_end(last) == Some(last.len()))
}

/// Text without the bold that marks it.
pub(crate) fn unmarked(inline: Inline<Target>) -> Vec<Inline<Target>> {
    match inline {
        Inline::Strong(content) => content,
        other => vec![other],
    }
}

/// A part of a line with the readings over it, for words that stand in the line.
pub(crate) fn excerpt_of(line: &[Inline<Target>], words: &str) -> Vec<Inline<Target>> {
    let text = plain(line);
    let Some(start) = text.find(words).filter(|_| !words.is_empty()) else {
        return Vec::new();
    };
    let before = text[..start].chars().count();
    let end = before + words.chars().count();
    let pieces = parted(line, &[before, end]);
    let at = usize::from(before > 0);
    pieces.into_iter().nth(at).unwrap_or_default()
}

/// The name of an organisation without what explains it in brackets after it.
pub(crate) fn bare_name(affiliation: &str) -> &str {
    let gloss = affiliation.find(['(', '（']).unwrap_or(affiliation.len());
    let name = affiliation[..gloss].trim_end();
    if name.is_empty() { affiliation } else { name }
}

/// How a sentence begins that points back at the one before it, or only joins it.
const POINTING: [&str; 27] = [
    "それ",
    "その",
    "そう",
    "そこ",
    "そん",
    "これ",
    "この",
    "こう",
    "ここ",
    "こん",
    "しかし",
    "だが",
    "だから",
    "また、",
    "さらに",
    "そして",
    "ただし",
    "つまり",
    "なお、",
    "一方、",
    "一方で",
    "たとえば",
    "例えば",
    "同時に",
    "同じく",
    "ほかに",
    "むしろ",
];
const POINTING_LATIN: [&str; 15] = [
    "this", "that", "these", "those", "they", "he", "she", "such", "so", "but", "and", "yet",
    "also", "then", "instead",
];

/// Whether a sentence can be understood without the one before it, as far as its first word tells.
pub(crate) fn stands_alone(sentence: &str) -> bool {
    let first = sentence.split(|c: char| !c.is_alphabetic()).next();
    let first = first.unwrap_or_default().to_lowercase();
    !POINTING.iter().any(|word| sentence.starts_with(word))
        && !POINTING_LATIN.contains(&first.as_str())
}

/// The sentence of a text to print large, word for word: the last that stands alone, since the last
/// says where a text leads; but not the first, with which it is told where room is short. Where
/// none is such, the last.
pub(crate) fn telling_sentence(text: &str) -> &str {
    let all: Vec<&str> = sentences(text).collect();
    let later = all.iter().skip(1).rev().find(|own| stands_alone(own));
    later.or(all.last()).copied().unwrap_or_default()
}

/// The same text in short paragraphs: one of more than so many characters becomes several, each of whole
/// sentences.
pub(crate) fn in_short_paragraphs(blocks: &[Block<Target>], most: usize) -> Vec<Block<Target>> {
    let short = |block: &Block<Target>| match block {
        Block::Paragraph(line) if plain(line).chars().count() > most => {
            parted(line, &ends_of_short(&plain(line), most))
                .into_iter()
                .map(Block::Paragraph)
                .collect()
        }
        other => vec![other.clone()],
    };
    blocks.iter().flat_map(short).collect()
}

/// After how many characters a paragraph ends, so that none has more than so many, if its sentences
/// allow it.
fn ends_of_short(text: &str, most: usize) -> Vec<usize> {
    let (mut ends, mut begun, mut at, mut rest) = (Vec::new(), 0, 0, text);
    while let Some(end) = sentence_end(rest) {
        let next = rest[end..].trim_start();
        let long = rest[..rest.len() - next.len()].chars().count();
        if at > begun && at + long - begun > most {
            ends.push(at);
            begun = at;
        }
        at += long;
        rest = next;
    }
    ends
}

/// The first paragraph of some blocks.
pub(crate) fn first_paragraph(blocks: &[Block<Target>]) -> Option<&[Inline<Target>]> {
    blocks.iter().find_map(|block| match block {
        Block::Paragraph(content) => Some(content.as_slice()),
        _ => None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn long_paragraphs_become_short_ones_of_whole_sentences() {
        let parted = |text: &str, most| {
            let all = [Block::Paragraph(vec![Inline::Text(text.into())])];
            let parts = in_short_paragraphs(&all, most).into_iter();
            let words = parts.map(|block| match block {
                Block::Paragraph(line) => plain(&line),
                other => panic!("{other:?}"),
            });
            words.collect::<Vec<String>>()
        };
        assert_eq!(parted("一二。三四。五六。", 6), ["一二。三四。", "五六。"]);
        assert_eq!(
            parted("一二三四五六七。八。", 4),
            ["一二三四五六七。", "八。"]
        );
        assert_eq!(parted("一二。三四。", 6), ["一二。三四。"]);
        assert_eq!(parted("One two. Three.", 10), ["One two. ", "Three."]);
    }

    #[test]
    fn sentences_end_where_they_end() {
        let first = |text: &str| {
            let all = [Block::Paragraph(vec![Inline::Text(text.into())])];
            let Some(Block::Paragraph(line)) = first_sentences(&all, 1).pop() else {
                panic!("{text}");
            };
            plain(&line)
        };
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
        assert_eq!(first("終わりのない文"), "終わりのない文");
    }

    #[test]
    fn a_sentence_that_is_wholly_bold_is_marked() {
        let text = |text: &str| Inline::Text(text.to_owned());
        let bold = |words: &str| Inline::Strong(vec![text(words)]);
        let marked = |line: Vec<Inline<Target>>| {
            let found = marked_sentences(&[Block::Paragraph(line), Block::Rule]);
            let lines = found.iter().map(|block| match block {
                Block::Paragraph(line) => plain(line),
                _ => panic!("{block:?}"),
            });
            lines.collect::<Vec<_>>().concat()
        };
        let before = || text("政府は便利だと言う。");
        assert_eq!(
            marked(vec![before(), bold("だが危ない。"), text("次。")]),
            "だが危ない。"
        );
        // The full stop may stand outside.
        assert_eq!(
            marked(vec![before(), bold("だが危ない"), text("。次。")]),
            "だが危ない。"
        );
        assert_eq!(
            marked(vec![bold("It leaks."), text(" They say so.")]),
            "It leaks."
        );
        // Words within a sentence are only words.
        assert_eq!(
            marked(vec![text("政府は"), bold("便利"), text("だと言う。")]),
            ""
        );
        assert_eq!(marked(vec![bold("便利"), text("だと言う。")]), "");
        assert_eq!(marked(vec![before(), text("だが"), bold("危ない。")]), "");
        assert_eq!(marked(vec![bold("一つ。二")]), "");
        assert_eq!(marked(vec![before()]), "");
    }

    #[test]
    fn what_is_printed_large_stands_alone() {
        for (text, telling) in [
            ("What it is. Dr. A. Kay said so.", "Dr. A. Kay said so."),
            ("一。二！三した。", "三した。"),
            ("One. Two? Three.", "Three."),
            ("一つ。規制は課題だ。その規制は急ぐ。", "規制は課題だ。"),
            (
                "One. Rules are late. That, she said, is grave.",
                "Rules are late.",
            ),
            // The first sentence is told anyway.
            ("一つ。それは二つだ。", "それは二つだ。"),
            ("One. This is two.", "This is two."),
            ("ひとつだけ", "ひとつだけ"),
            ("", ""),
        ] {
            assert_eq!(telling_sentence(text), telling);
        }
        assert!(!stands_alone("This, she said, is grave."));
        assert!(stands_alone("Thistles grow. 一方的だ。"));
        assert!(!stands_alone("その規制は全世界の課題だ。"));
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

    #[test]
    fn a_gloss_goes_and_a_name_stays() {
        for (affiliation, name) in [
            ("全国会（ぜんこくかい）", "全国会"),
            ("Union (of all)", "Union"),
            ("（仮）", "（仮）"),
            ("会", "会"),
        ] {
            assert_eq!(bare_name(affiliation), name);
        }
    }

    proptest::proptest! {
        #[test]
        fn any_text_has_sentences(text in "\\PC*") {
            let line = vec![Inline::Strong(vec![Inline::Text(text.clone())])];
            let _ = marked_sentences(&[Block::Paragraph(line)]);
            proptest::prop_assert!(text.contains(telling_sentence(&text)));
        }
    }
}
