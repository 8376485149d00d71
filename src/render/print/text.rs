//! The text tree as the print templates see it, and the short forms that leaflets need.

use super::data::{Cell, Node};
use crate::base::Lang;
use crate::link::{Site, Target};
use crate::model::text::{Block, Inline, plain};

/// Turns resolved text into nodes; links become absolute addresses, where the site has one.
pub(super) struct Texts<'s> {
    /// The site.
    pub site: &'s Site,
    /// The language of the leaflet.
    pub lang: Lang,
}

impl Texts<'_> {
    /// Blocks as nodes. Pictures are left to the site.
    pub(super) fn blocks(&self, blocks: &[Block<Target>]) -> Vec<Node> {
        blocks.iter().map(|block| self.block(block)).collect()
    }

    fn block(&self, block: &Block<Target>) -> Node {
        match block {
            Block::Paragraph(content) => Node::Paragraph {
                content: self.inlines(content),
            },
            Block::Heading { content, .. } => Node::Heading {
                content: self.inlines(content),
            },
            Block::List { start, items } => Node::List {
                start: *start,
                items: items.iter().map(|item| self.blocks(item)).collect(),
            },
            Block::Quote(blocks) => Node::Quote {
                content: self.blocks(blocks),
            },
            Block::Code { text, .. } => Node::Code { text: text.clone() },
            Block::Table { head, rows } => Node::Table {
                rows: std::iter::once(head)
                    .chain(rows)
                    .map(|row| {
                        row.iter()
                            .map(|cell| Cell {
                                content: self.inlines(cell),
                            })
                            .collect()
                    })
                    .collect(),
            },
            Block::Rule => Node::Rule,
        }
    }

    /// Running text as nodes.
    pub(super) fn inlines(&self, inlines: &[Inline<Target>]) -> Vec<Node> {
        let mut nodes = Vec::with_capacity(inlines.len());
        for inline in inlines {
            nodes.push(match inline {
                Inline::Text(text) | Inline::Code(text) => Node::Text { text: text.clone() },
                Inline::Emphasis(content) => Node::Emphasis {
                    content: self.inlines(content),
                },
                Inline::Strong(content) => Node::Strong {
                    content: self.inlines(content),
                },
                Inline::Strike(content) => {
                    nodes.extend(self.inlines(content));
                    continue;
                }
                Inline::Link { to, content } => Node::Link {
                    content: self.inlines(content),
                    href: self.href(to),
                },
                Inline::Image { .. } => continue,
                Inline::Ruby { base, reading } => Node::Ruby {
                    base: base.clone(),
                    reading: reading.clone(),
                },
                Inline::Break => Node::Break,
            });
        }
        nodes
    }

    fn href(&self, target: &Target) -> Option<String> {
        let base = self.site.settings.base_url.as_ref();
        match target {
            Target::Outside(address) => Some(address.clone()),
            Target::File(path) => Some(base?.join(path)),
            Target::Page(page, fragment) => {
                let page = base?.join(self.site.address(*page, self.lang));
                Some(match fragment {
                    Some(id) => format!("{page}#{id}"),
                    None => page,
                })
            }
        }
    }
}

/// The first sentence of a line, word for word.
pub(super) fn first_sentence(line: &[Inline<Target>]) -> Vec<Inline<Target>> {
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
pub(super) fn last_sentence(text: &str) -> &str {
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
pub(super) fn sentence_end(text: &str) -> Option<usize> {
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
pub(super) fn first_paragraph(blocks: &[Block<Target>]) -> Option<&[Inline<Target>]> {
    blocks.iter().find_map(|block| match block {
        Block::Paragraph(content) => Some(content.as_slice()),
        _ => None,
    })
}

/// A line cut into phrases that large type does not break: Japanese after particles and
/// punctuation, other languages not at all.
pub(super) fn phrases(line: &[Inline<Target>], lang: Lang) -> Vec<String> {
    phrases_of(&plain(line), lang)
}

/// See [`phrases`].
pub(super) fn phrases_of(text: &str, lang: Lang) -> Vec<String> {
    if !lang.is_unspaced() {
        return vec![text.to_owned()];
    }
    let chars: Vec<char> = text.chars().collect();
    let mut pieces = vec![String::new()];
    let mut length = 0;
    for (at, c) in chars.iter().copied().enumerate() {
        if let Some(piece) = pieces.last_mut() {
            piece.push(c);
        }
        length += 1;
        let before = at.checked_sub(1).and_then(|at| chars.get(at)).copied();
        let rest = chars.get(at + 1..).unwrap_or_default();
        let may = rest.first().is_some_and(|next| may_part(c, *next));
        if may
            && (length >= MOST_IN_PHRASE
                || length > 1 && ends_phrase(before, c, rest)
                || length >= LONG_WORD && is_compound(c, rest))
        {
            pieces.push(String::new());
            length = 0;
        }
    }
    pieces.retain(|piece| !piece.is_empty());
    pieces
}

/// The most characters in a phrase, so that large type still fits its line.
const MOST_IN_PHRASE: usize = 12;
/// A compound word of so many characters may be parted where its script changes.
const LONG_WORD: usize = 5;

fn is_hiragana(c: char) -> bool {
    matches!(c, 'ぁ'..='ん')
}

/// Whether a line may end after `c` and begin with `next` at all (JIS X 4051: what may not
/// stand at the end or the beginning of a line).
fn may_part(c: char, next: char) -> bool {
    const CLOSING: &str = "、。」』）！？ー・々”,.ぁぃぅぇぉっゃゅょゎァィゥェォッャュョヮヵヶ";
    let latin = c.is_ascii_alphanumeric() && next.is_ascii_alphanumeric();
    !CLOSING.contains(next) && !matches!(c, '「' | '『' | '（') && !latin
}

/// Whether a phrase ends with `c`: punctuation; or a particle or an ending, when a word
/// begins after it. The stem of a compound verb (取り|上げ) is not an ending.
fn ends_phrase(before: Option<char>, c: char, rest: &[char]) -> bool {
    const ENDINGS: &str = "はがをにでとものへやかたてるうくすむぶぬつらだ";
    if matches!(c, 'を' | '、' | '。' | '」' | '！' | '？' | ' ') {
        return true;
    }
    let ends = ENDINGS.contains(c) || matches!((before, c), (Some('な' | 'し'), 'い') | (_, 'な'));
    let word = match rest {
        ['お' | 'ご', next, ..] | [next, ..] => !is_hiragana(*next),
        [] => false,
    };
    ends && word
}

/// Whether the script changes after `c` within a word, as in オンライン|資格.
fn is_compound(c: char, rest: &[char]) -> bool {
    let script = |c: char| match c {
        'ァ'..='ヺ' | 'ー' => 1,
        '一'..='鿿' => 2,
        _ => 0,
    };
    let next = rest.first().map_or(0, |next| script(*next));
    script(c) != 0 && next != 0 && script(c) != next
}

#[cfg(test)]
mod tests {
    use super::*;

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
    fn phrases_break_after_particles() {
        let pieces = |text| phrases_of(text, Lang::JA);
        assert_eq!(
            pieces("高齢者に相談もなく保険証をなくさないで"),
            ["高齢者に", "相談もなく", "保険証を", "なくさないで"]
        );
        assert_eq!(
            pieces("ルールは後回し、実験台にしないで").concat(),
            "ルールは後回し、実験台にしないで"
        );
        assert_eq!(phrases_of("Keep the card", Lang::EN), ["Keep the card"]);
    }

    #[test]
    fn phrases_keep_words_together() {
        let pieces = |text| phrases_of(text, Lang::JA);
        assert_eq!(
            pieces("監視社会の入り口にしないで"),
            ["監視社会の", "入り口にしないで"]
        );
        assert_eq!(
            pieces("高齢者にはお薬手帳があればよい"),
            ["高齢者には", "お薬手帳があればよい"]
        );
        assert_eq!(pieces("オンライン資格確認"), ["オンライン", "資格確認"]);
    }

    proptest::proptest! {
        #[test]
        fn nothing_is_lost(text in "\\PC*") {
            proptest::prop_assert_eq!(phrases_of(&text, Lang::JA).concat(), text.clone());
            let _ = (last_sentence(&text), first_sentence(&[Inline::Text(text.clone())]));
        }
    }
}
