//! A set of pages, as bits.

/// Some of the pages of a site, by their numbers.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(in crate::webfonts) struct Pages(Vec<u64>);

impl Pages {
    /// None of so many pages.
    pub(in crate::webfonts) fn none(count: usize) -> Self {
        Self(vec![0; count.div_ceil(64)])
    }

    pub(in crate::webfonts) fn insert(&mut self, page: usize) {
        if let Some(word) = self.0.get_mut(page / 64) {
            *word |= 1 << (page % 64);
        }
    }

    pub(super) fn remove(&mut self, page: usize) {
        if let Some(word) = self.0.get_mut(page / 64) {
            *word &= !(1 << (page % 64));
        }
    }

    pub(super) fn has(&self, page: usize) -> bool {
        let word = self.0.get(page / 64).copied().unwrap_or_default();
        word >> (page % 64) & 1 == 1
    }

    pub(super) fn is_empty(&self) -> bool {
        self.0.iter().all(|word| *word == 0)
    }

    pub(in crate::webfonts) fn count(&self) -> i64 {
        self.0.iter().map(|word| i64::from(word.count_ones())).sum()
    }

    /// How many are in both.
    pub(super) fn shared(&self, other: &Self) -> i64 {
        let words = self.0.iter().zip(&other.0);
        words.map(|(a, b)| i64::from((a & b).count_ones())).sum()
    }

    pub(super) fn absorb(&mut self, other: &Self) {
        for (word, more) in self.0.iter_mut().zip(&other.0) {
            *word |= more;
        }
    }

    /// The pages, in order.
    pub(super) fn iter(&self) -> impl Iterator<Item = usize> {
        self.0.iter().enumerate().flat_map(|(at, word)| {
            let rest = std::iter::successors(Some(*word), |rest| Some(rest & rest.wrapping_sub(1)));
            rest.take_while(|rest| *rest != 0)
                .map(move |rest| at * 64 + rest.trailing_zeros() as usize)
        })
    }
}
