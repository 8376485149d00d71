//! Sets of characters as bitmaps: cheap to add to, ordered when read.

/// Characters up to the last ideographic plane that fonts fill (U+2FFFF).
const WORDS: usize = 0x3_0000 / 64;

/// A set of characters.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Chars(Vec<u64>);

impl Chars {
    /// The empty set.
    pub(super) fn new() -> Self {
        Self(vec![0; WORDS])
    }

    /// Adds a character; those beyond the ideographic planes are left to the system's faces.
    pub(super) fn insert(&mut self, char: char) {
        let at = char as usize;
        if let Some(word) = self.0.get_mut(at / 64) {
            *word |= 1 << (at % 64);
        }
    }

    /// Adds every character of a text.
    pub(super) fn insert_all(&mut self, text: &str) {
        text.chars().for_each(|char| self.insert(char));
    }

    /// Adds every character of another set.
    pub(super) fn absorb(&mut self, other: &Self) {
        for (word, more) in self.0.iter_mut().zip(&other.0) {
            *word |= more;
        }
    }

    /// Whether a character is in the set.
    pub(super) fn contains(&self, char: char) -> bool {
        let at = char as usize;
        self.0
            .get(at / 64)
            .is_some_and(|word| word & (1 << (at % 64)) != 0)
    }

    /// The characters that can be seen, in the order of their numbers.
    pub(super) fn visible(&self) -> impl Iterator<Item = char> {
        self.0
            .iter()
            .enumerate()
            .filter(|(_, word)| **word != 0)
            .flat_map(|(at, word)| {
                (0..64)
                    .filter(move |bit| word & (1 << bit) != 0)
                    .filter_map(move |bit| char::from_u32(u32::try_from(at * 64).ok()? + bit))
            })
            .filter(|char| !char.is_control())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sets_are_ordered_and_leave_out_what_is_beyond() {
        let mut chars = Chars::new();
        chars.insert_all("保険証\n𠮷a\u{e0100}a");
        assert_eq!(chars.visible().collect::<String>(), "a保証険𠮷");
        assert!(chars.contains('険') && !chars.contains('𠮟'));
        let mut more = Chars::new();
        more.insert('あ');
        more.absorb(&chars);
        assert_eq!(more.visible().collect::<String>(), "aあ保証険𠮷");
    }
}
