//! A text as figures are looked for in it: letters of one width, without the spaces that print
//! puts between Japanese and Latin, each with its place.

use std::ops::Range;

/// The letters of a text.
pub(super) struct Letters {
    chars: Vec<char>,
    /// The bytes of each in the text.
    at: Vec<Range<usize>>,
}

impl Letters {
    pub(super) fn of(text: &str) -> Self {
        let all: Vec<(usize, char)> = text.char_indices().collect();
        let wide = |at: Option<usize>| {
            let near = at.and_then(|at| all.get(at));
            near.is_some_and(|(_, c)| is_wide(*c))
        };
        let mut letters = Self {
            chars: Vec::with_capacity(all.len()),
            at: Vec::with_capacity(all.len()),
        };
        for (number, (at, c)) in all.iter().enumerate() {
            let space = c.is_whitespace();
            if space && (wide(number.checked_sub(1)) || wide(Some(number + 1))) {
                continue;
            }
            letters.chars.push(if space { ' ' } else { narrow(*c) });
            letters.at.push(*at..at + c.len_utf8());
        }
        letters
    }

    pub(super) fn len(&self) -> usize {
        self.chars.len()
    }

    pub(super) fn get(&self, at: usize) -> Option<char> {
        self.chars.get(at).copied()
    }

    /// The letter before a place.
    pub(super) fn before(&self, at: usize) -> Option<char> {
        self.get(at.checked_sub(1)?)
    }

    /// Where a word ends that stands at a place, letter by letter.
    pub(super) fn word(&self, at: usize, word: &str) -> Option<usize> {
        let end = at + word.chars().count();
        let here = self.chars.get(at..end)?;
        here.iter().copied().eq(word.chars()).then_some(end)
    }

    /// The same for the longest of several words.
    pub(super) fn any(&self, at: usize, words: &[&str]) -> Option<usize> {
        words.iter().filter_map(|word| self.word(at, word)).max()
    }

    /// Whether one of these words ends right before a place.
    pub(super) fn follows(&self, at: usize, words: &[&str]) -> bool {
        words.iter().any(|word| {
            let start = at.checked_sub(word.chars().count());
            start.and_then(|start| self.word(start, word)).is_some()
        })
    }

    /// The Latin word that begins at a place, in small letters, and its end; nothing inside a word.
    pub(super) fn latin(&self, at: usize) -> Option<(String, usize)> {
        if self.before(at).is_some_and(|c| c.is_ascii_alphanumeric()) {
            return None;
        }
        let rest = self.chars.get(at..)?;
        let word: String = rest
            .iter()
            .take_while(|c| c.is_ascii_alphabetic())
            .collect();
        let end = at + word.len();
        (!word.is_empty()).then(|| (word.to_ascii_lowercase(), end))
    }

    /// The same behind one space or hyphen, if there is one.
    pub(super) fn next_latin(&self, at: usize) -> Option<(String, usize)> {
        let gap = usize::from(matches!(self.get(at), Some(' ' | '-')));
        self.latin(at + gap).filter(|_| gap == 1)
    }

    /// The Latin word before a place and the spaces there, in small letters.
    pub(super) fn latin_before(&self, at: usize) -> String {
        let before = self.chars.get(..at).unwrap_or_default().iter().rev();
        let word = before.skip_while(|c| **c == ' ');
        let word: Vec<char> = word
            .take_while(|c| c.is_ascii_alphabetic())
            .map(char::to_ascii_lowercase)
            .collect();
        word.iter().rev().collect()
    }

    /// The letters between two places.
    pub(super) fn between(&self, from: usize, to: usize) -> String {
        let here = self.chars.get(from..to).unwrap_or_default();
        here.iter().collect()
    }

    /// The bytes of the text from one letter up to another.
    pub(super) fn span(&self, from: usize, to: usize) -> Range<usize> {
        let here = self.at.get(from..to).unwrap_or_default();
        match here {
            [] => 0..0,
            [only] => only.clone(),
            [first, .., last] => first.start..last.end,
        }
    }
}

/// A letter of full width as the narrow one.
fn narrow(c: char) -> char {
    match c {
        '\u{ff01}'..='\u{ff5e}' => char::from_u32(u32::from(c) - 0xfee0).unwrap_or(c),
        '○' | '◯' | '零' => '〇',
        _ => c,
    }
}

/// Whether a letter is set without spaces around it.
fn is_wide(c: char) -> bool {
    u32::from(c) >= 0x2e80
}
