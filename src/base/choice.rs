//! What staff choose by a word.

/// The words of choices, each with what it stands for, alone.
pub(super) const fn words<T, const N: usize>(all: &[(&'static str, T); N]) -> [&'static str; N] {
    let mut words = [""; N];
    let mut at = 0;
    while at < N {
        words[at] = all[at].0;
        at += 1;
    }
    words
}

/// The word of a choice; empty for one that is not among them.
pub(super) fn word_of<T: Copy + PartialEq>(all: &[(&'static str, T)], choice: T) -> &'static str {
    let found = all.iter().find(|(_, own)| *own == choice);
    found.map_or("", |(word, _)| *word)
}
