//! The drawings of the theme, for those who have no photograph.

use super::choice::{word_of, words};

/// What staff choose under `drawing`; the theme has a file of that name.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(crate) enum Drawing {
    /// An insurance card.
    Card,
    /// Keys with numbers, and a password.
    Keypad,
    /// The desk of a clinic.
    Desk,
    /// Hands that are raised.
    Hands,
    /// A megaphone.
    Megaphone,
    /// A letter.
    Letter,
}

impl Drawing {
    /// Every drawing, as front matter and the theme's files name it.
    pub(crate) const ALL: [(&'static str, Self); 6] = [
        ("card", Self::Card),
        ("keypad", Self::Keypad),
        ("desk", Self::Desk),
        ("hands", Self::Hands),
        ("megaphone", Self::Megaphone),
        ("letter", Self::Letter),
    ];

    /// Their names alone.
    pub(crate) const NAMES: [&'static str; 6] = words(&Self::ALL);

    /// As front matter, print templates and the theme's files name it.
    #[must_use]
    pub(crate) fn name(self) -> &'static str {
        word_of(&Self::ALL, self)
    }
}
