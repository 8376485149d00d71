//! The characters that some typefaces have, known without loading the print engine.

use std::collections::BTreeSet;

use ttf_parser::{RawFace, Tag, cmap};
use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::compose;

use crate::typesetting::{equal, is_unseen};

/// One bit a character.
pub(super) struct CoveredChars(Vec<u64>);

impl CoveredChars {
    /// Those that any of some OpenType files has.
    pub(super) fn of<'f>(files: impl Iterator<Item = &'f [u8]>) -> Self {
        let mut bits = vec![0; 0x11_0000 / 64];
        for file in files {
            for index in 0..ttf_parser::fonts_in_collection(file).unwrap_or(1) {
                let face = RawFace::parse(file, index).ok();
                let table = face.and_then(|face| face.table(Tag::from_bytes(b"cmap")));
                let Some(table) = table else { continue };
                for (first, last) in ranges(table) {
                    (first..=last).for_each(|c| set(&mut bits, c));
                }
            }
        }
        Self(bits)
    }

    fn has(&self, c: char) -> bool {
        let (word, bit) = (u32::from(c) as usize / 64, u32::from(c) % 64);
        self.0.get(word).is_some_and(|bits| bits >> bit & 1 == 1)
    }

    /// Whether a typeface has to have the character, and none of these has.
    pub(super) fn lacks(&self, c: char) -> bool {
        !c.is_ascii() && !self.has(c) && !c.is_control() && !is_unseen(c)
    }

    /// A text with an equal one in the place of each character that is lacking.
    pub(super) fn with_equals(&self, text: String) -> String {
        let text = with_whole_kana(text);
        let replaced = |c: char| equal(c).filter(|_| self.lacks(c));
        if !text.chars().any(|c| replaced(c).is_some()) {
            return text;
        }
        let mut out = String::with_capacity(text.len());
        for c in text.chars() {
            match replaced(c) {
                Some(equal) => out.push_str(equal),
                None => out.push(c),
            }
        }
        out
    }

    /// The characters of a text that are lacking, and have no equal.
    pub(super) fn missing(&self, text: &str) -> BTreeSet<char> {
        let missing = |c: &char| self.lacks(*c);
        text.chars().filter(missing).collect()
    }
}

/// A text with kana of half the width as ordinary ones: the mark of ﾊﾞ would be drawn as one glyph with the
/// kana before it, of which no PDF says what it is.
fn with_whole_kana(text: String) -> String {
    let is_half = |c: char| matches!(c, '\u{ff61}'..='\u{ff9f}');
    if !text.contains(is_half) {
        return text;
    }
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        if !is_half(c) {
            out.push(c);
            continue;
        }
        let mut whole = c;
        std::iter::once(c).nfkc().for_each(|c| whole = c);
        match (
            whole,
            out.chars()
                .next_back()
                .and_then(|before| compose(before, whole)),
        ) {
            ('\u{3099}' | '\u{309a}', Some(voiced)) => {
                out.pop();
                out.push(voiced);
            }
            ('\u{3099}', None) => out.push('゛'),
            ('\u{309a}', None) => out.push('゜'),
            _ => out.push(whole),
        }
    }
    out
}

fn set(bits: &mut [u64], c: u32) {
    if let Some(word) = bits.get_mut(c as usize / 64) {
        *word |= 1 << (c % 64);
    }
}

/// The characters for which a `cmap` table has a glyph, in runs, in order.
pub(super) fn ranges(table: &[u8]) -> Vec<(u32, u32)> {
    let mut all: Vec<u32> = Vec::new();
    let subtables = cmap::Table::parse(table).map(|table| table.subtables);
    let subtables = subtables.into_iter().flatten();
    for subtable in subtables.filter(cmap::Subtable::is_unicode) {
        subtable.codepoints(|c| {
            if subtable.glyph_index(c).is_some_and(|glyph| glyph.0 != 0) {
                all.push(c);
            }
        });
    }
    all.sort_unstable();
    let mut runs: Vec<(u32, u32)> = Vec::new();
    for c in all {
        match runs.last_mut() {
            Some((_, last)) if c <= *last + 1 => *last = c.max(*last),
            _ => runs.push((c, c)),
        }
    }
    runs
}
