//! Automatic links: the first mention of a topic's terms in a statement leads to the topic.

use std::collections::{HashSet, VecDeque};

use aho_corasick::{AhoCorasick, AhoCorasickKind, MatchKind};

use super::entities::Text;
use super::ids::{PageRef, Target, TopicId};
use crate::model::text::{Block, Inline, plain};

/// The terms of all topics in one language.
pub(super) struct Terms {
    automaton: Option<AhoCorasick>,
    topics: Vec<TopicId>,
}

impl Terms {
    /// Prepares `terms` for searching; the longest of several that begin at one place wins.
    pub(super) fn new(terms: Vec<(String, TopicId)>) -> Self {
        // A straight apostrophe in a file is a curly one on the page.
        let both = terms.into_iter().flat_map(|(term, topic)| {
            let curly = term
                .contains('\'')
                .then(|| (term.replace('\'', "’"), topic));
            let straight = term.contains('’').then(|| (term.replace('’', "'"), topic));
            [Some((term, topic)), curly, straight].into_iter().flatten()
        });
        let (words, topics): (Vec<_>, Vec<_>) = both.unzip();
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
        let mut run = Vec::new();
        for mut inline in std::mem::take(inlines) {
            match &mut inline {
                Inline::Text(_) | Inline::Ruby { .. } => {
                    run.push(inline);
                    continue;
                }
                Inline::Emphasis(content) | Inline::Strong(content) | Inline::Strike(content) => {
                    self.run(&mut run, &mut out);
                    self.inlines(content);
                }
                _ => self.run(&mut run, &mut out),
            }
            out.push(inline);
        }
        self.run(&mut run, &mut out);
        *inlines = out;
    }

    /// Characters and furigana in a row, in which a term may have furigana over any of its parts.
    fn run(&mut self, run: &mut Vec<Inline<Target>>, out: &mut Vec<Inline<Target>>) {
        let run = std::mem::take(run);
        let text = plain(&run);
        let mut ends = Vec::new();
        for found in self.automaton.find_iter(&text) {
            let Some(topic) = self.topics.get(found.pattern().as_usize()).copied() else {
                continue;
            };
            let (start, end) = (found.start(), found.end());
            let is_whole =
                stands_alone(&text, start, end) && is_between(&run, start) && is_between(&run, end);
            if is_whole && self.seen.insert(topic) {
                ends.push((start, end, topic));
            }
        }
        if ends.is_empty() {
            out.extend(run);
            return;
        }
        let mut pieces = Pieces {
            run: run.into_iter().collect(),
            at: 0,
        };
        for (start, end, topic) in ends {
            pieces.take(start, out);
            let mut content = Vec::new();
            pieces.take(end, &mut content);
            let to = Target::Page(PageRef::Topic(topic), None);
            out.push(Inline::Link { to, content });
        }
        pieces.take(text.len(), out);
    }
}

/// Whether a place in the characters of a run lies between its furigana, not within one.
fn is_between(run: &[Inline<Target>], place: usize) -> bool {
    let mut at = 0;
    run.iter().all(|inline| {
        let (start, end) = (at, at + length(inline));
        at = end;
        matches!(inline, Inline::Text(_)) || place <= start || place >= end
    })
}

/// The length of a piece of a run, in bytes of its characters.
fn length(inline: &Inline<Target>) -> usize {
    match inline {
        Inline::Text(text) | Inline::Ruby { base: text, .. } => text.len(),
        _ => 0,
    }
}

/// A run that is handed out from its beginning.
struct Pieces {
    run: VecDeque<Inline<Target>>,
    at: usize,
}

impl Pieces {
    /// Hands out everything up to a place between furigana.
    fn take(&mut self, to: usize, out: &mut Vec<Inline<Target>>) {
        while self.at < to {
            let Some(mut first) = self.run.pop_front() else {
                return;
            };
            let room = to - self.at;
            if let Inline::Text(text) = &mut first
                && text.len() > room
            {
                let rest = text.split_off(room);
                self.run.push_front(Inline::Text(rest));
            }
            self.at += length(&first);
            out.push(first);
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
                Inline::Link { content, .. } => format!("[{}]", plain(content)),
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
