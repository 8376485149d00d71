//! Automatic links: the first mention of a topic's terms in a statement leads to the topic.

use std::collections::HashSet;

use aho_corasick::{AhoCorasick, AhoCorasickKind, MatchKind};

use super::entities::Text;
use super::ids::{PageRef, Target, TopicId};
use crate::model::text::{Block, Inline};

/// The terms of all topics in one language.
pub(super) struct Terms {
    automaton: Option<AhoCorasick>,
    topics: Vec<TopicId>,
}

impl Terms {
    /// Prepares `terms` for searching; the longest of several that begin at one place wins.
    pub(super) fn new(terms: Vec<(String, TopicId)>) -> Self {
        let (words, topics): (Vec<_>, Vec<_>) = terms.into_iter().unzip();
        let automaton = AhoCorasick::builder()
            .match_kind(MatchKind::LeftmostLongest)
            .ascii_case_insensitive(true)
            .kind(Some(AhoCorasickKind::ContiguousNFA))
            .build(words)
            .ok();
        Self { automaton, topics }
    }

    /// Links the first mention of each topic in running text; headings, links and code stay.
    pub(super) fn link(&self, body: &mut Text) {
        let Some(automaton) = self.automaton.as_ref().filter(|_| !self.topics.is_empty()) else {
            return;
        };
        let mut seen = HashSet::new();
        let mut linker = Linker {
            automaton,
            topics: &self.topics,
            seen: &mut seen,
        };
        linker.blocks(&mut body.intro);
        for section in &mut body.sections {
            linker.blocks(&mut section.blocks);
        }
    }
}

struct Linker<'t> {
    automaton: &'t AhoCorasick,
    topics: &'t [TopicId],
    seen: &'t mut HashSet<TopicId>,
}

impl Linker<'_> {
    fn blocks(&mut self, blocks: &mut [Block<Target>]) {
        for block in blocks {
            match block {
                Block::Paragraph(content) => self.inlines(content),
                Block::List { items, .. } => items.iter_mut().for_each(|item| self.blocks(item)),
                Block::Quote(blocks) => self.blocks(blocks),
                Block::Table { rows, .. } => {
                    rows.iter_mut()
                        .flatten()
                        .for_each(|cell| self.inlines(cell));
                }
                Block::Heading { .. } | Block::Code { .. } | Block::Rule => {}
            }
        }
    }

    fn inlines(&mut self, inlines: &mut Vec<Inline<Target>>) {
        let mut out = Vec::with_capacity(inlines.len());
        for mut inline in std::mem::take(inlines) {
            match &mut inline {
                Inline::Text(text) => {
                    let text = std::mem::take(text);
                    self.text(&text, &mut out);
                    continue;
                }
                Inline::Emphasis(content) | Inline::Strong(content) | Inline::Strike(content) => {
                    self.inlines(content);
                }
                _ => {}
            }
            out.push(inline);
        }
        *inlines = out;
    }

    fn text(&mut self, text: &str, out: &mut Vec<Inline<Target>>) {
        let mut done = 0;
        for found in self.automaton.find_iter(text) {
            let Some(topic) = self.topics.get(found.pattern().as_usize()).copied() else {
                continue;
            };
            if !stands_alone(text, found.start(), found.end()) || !self.seen.insert(topic) {
                continue;
            }
            if found.start() > done {
                out.push(Inline::Text(text[done..found.start()].to_owned()));
            }
            out.push(Inline::Link {
                to: Target::Page(PageRef::Topic(topic), None),
                content: vec![Inline::Text(text[found.start()..found.end()].to_owned())],
            });
            done = found.end();
        }
        if done < text.len() {
            out.push(Inline::Text(text[done..].to_owned()));
        }
    }
}

/// Whether a match is a word of its own: not part of a longer Latin word, number or run of katakana.
pub(super) fn stands_alone(text: &str, start: usize, end: usize) -> bool {
    fn class(c: char) -> u8 {
        match c {
            'ァ'..='ヺ' | 'ー' | 'ヽ' | 'ヾ' => 1,
            c if c.is_ascii_alphanumeric() || ('\u{c0}'..='\u{24f}').contains(&c) => 2,
            _ => 0,
        }
    }
    let joined = |a: Option<char>, b: Option<char>| match (a, b) {
        (Some(a), Some(b)) => class(a) != 0 && class(a) == class(b),
        _ => false,
    };
    let inside = &text[start..end];
    !joined(text[..start].chars().next_back(), inside.chars().next())
        && !joined(inside.chars().next_back(), text[end..].chars().next())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::text::Body;

    fn linked(text: &str) -> String {
        let terms = [
            ("保険証", 0),
            ("マイナ保険証", 1),
            ("カード", 2),
            ("card", 3),
        ];
        let terms = Terms::new(terms.map(|(t, id)| (t.to_owned(), TopicId(id))).to_vec());
        let mut body = Body {
            intro: vec![Block::Paragraph(vec![Inline::Text(text.into())])],
            places: vec![],
            sections: vec![],
        };
        terms.link(&mut body);
        let Some(Block::Paragraph(content)) = body.intro.first() else {
            return String::new();
        };
        content
            .iter()
            .map(|inline| match inline {
                Inline::Text(text) => text.clone(),
                Inline::Link { content, .. } => format!("[{}]", crate::model::text::plain(content)),
                other => format!("{other:?}"),
            })
            .collect()
    }

    #[test]
    fn the_first_whole_mention_is_linked() {
        assert_eq!(linked("保険証と保険証"), "[保険証]と保険証");
        assert_eq!(linked("マイナ保険証と保険証"), "[マイナ保険証]と[保険証]");
        assert_eq!(linked("マイナカードのカード"), "マイナカードの[カード]");
        assert_eq!(linked("Cards, discard a Card."), "Cards, discard a [Card].");
    }
}
