//! Readings: where furigana stands over a word once, every passage with that word is found by its
//! reading, too.

use std::collections::BTreeMap;

use aho_corasick::{AhoCorasick, MatchKind};

use crate::base::Lang;
use crate::model::text::{Block, Inline};
use crate::site::{Site, Target, Text};

/// The words of a language whose reading the site tells.
pub(super) struct Readings {
    words: AhoCorasick,
    /// The reading of each word, in the order of the words.
    readings: Vec<String>,
}

impl Readings {
    /// Those that stand over words in the texts of a language; `None` where there are none. A single
    /// character is read in too many ways to say anything of others.
    pub(super) fn of(site: &Site, lang: Lang) -> Option<Self> {
        let mut found = BTreeMap::new();
        let mut take = |word: &str, reading: &str| {
            if word.chars().nth(1).is_some() {
                found
                    .entry(word.to_owned())
                    .or_insert_with(|| reading.to_owned());
            }
        };
        for body in bodies(site, lang) {
            let sections = body.sections.iter();
            for section in sections {
                of_line(&section.heading, &mut take);
                of_blocks(&section.blocks, &mut take);
            }
            of_blocks(&body.intro, &mut take);
        }
        if found.is_empty() {
            return None;
        }
        let (words, readings): (Vec<String>, Vec<String>) = found.into_iter().unzip();
        let words = AhoCorasick::builder()
            .match_kind(MatchKind::LeftmostLongest)
            .build(words)
            .ok()?;
        Some(Self { words, readings })
    }

    /// Appends the readings of the words in a text, each once and with a space after it.
    pub(super) fn push(&self, text: &str, out: &mut String) {
        for found in self.words.find_iter(text) {
            let reading = &self.readings[found.pattern().as_usize()];
            if !out.split(' ').any(|known| known == reading) {
                out.push_str(reading);
                out.push(' ');
            }
        }
    }
}

/// Every body of text in a language.
fn bodies(site: &Site, lang: Lang) -> impl Iterator<Item = &Text> {
    let speakers = site.statements.iter();
    let speakers = speakers.map(move |one| &one.texts.for_reader(lang).text.body);
    let topics = site.topics.iter();
    let topics = topics.map(move |one| &one.texts.for_reader(lang).text.body);
    let events = site.events.iter();
    let events = events.map(move |one| &one.texts.for_reader(lang).text.body);
    let pages = site.pages.iter();
    let pages = pages.map(move |one| &one.texts.for_reader(lang).text.body);
    topics.chain(speakers).chain(events).chain(pages)
}

fn of_blocks(blocks: &[Block<Target>], take: &mut impl FnMut(&str, &str)) {
    for block in blocks {
        of_block(block, take);
    }
}

/// Visits the words with a reading in a block: word, reading.
pub(super) fn of_block(block: &Block<Target>, take: &mut impl FnMut(&str, &str)) {
    match block {
        Block::Paragraph(content) | Block::Heading { content, .. } => of_line(content, take),
        Block::List { items, .. } => items.iter().for_each(|item| of_blocks(item, take)),
        Block::Quote(blocks) => of_blocks(blocks, take),
        Block::Table { head, rows } => {
            let cells = head.iter().chain(rows.iter().flatten());
            cells.for_each(|cell| of_line(cell, take));
        }
        Block::Code { .. } | Block::Rule => {}
    }
}

/// Visits the words with a reading in a line.
pub(super) fn of_line(line: &[Inline<Target>], take: &mut impl FnMut(&str, &str)) {
    for inline in line {
        match inline {
            Inline::Ruby { base, reading } => take(base, reading),
            Inline::Emphasis(content)
            | Inline::Strong(content)
            | Inline::Strike(content)
            | Inline::Note { content, .. }
            | Inline::Link { content, .. } => of_line(content, take),
            _ => {}
        }
    }
}
