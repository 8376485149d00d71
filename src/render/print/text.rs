//! The text tree as the print templates see it, and the short forms that leaflets need.

use super::data::{Cell, Node};
use crate::base::Lang;
use crate::link::{Site, Target};
use crate::model::text::{Block, Inline};

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

    proptest::proptest! {
        #[test]
        fn any_text_has_sentences(text in "\\PC*") {
            let _ = (last_sentence(&text), first_sentence(&[Inline::Text(text.clone())]));
        }
    }
}
