//! The kinds of charts that the program draws, and how much each can show.

use super::choice::{word_of, words};

/// What staff choose under `kind` of a chart.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(crate) enum ChartKind {
    /// Bars as long as their numbers are large.
    Bars,
    /// A hundred squares, shared out among the rows.
    Parts,
    /// What happened when, along a line.
    Time,
}

impl ChartKind {
    /// Every kind, as front matter names it.
    pub(crate) const ALL: [(&'static str, Self); 3] = [
        ("bars", Self::Bars),
        ("parts", Self::Parts),
        ("time", Self::Time),
    ];

    /// Their names alone.
    pub(crate) const NAMES: [&'static str; 3] = words(&Self::ALL);

    /// As front matter, templates and print templates name it.
    #[must_use]
    pub(crate) fn name(self) -> &'static str {
        word_of(&Self::ALL, self)
    }

    /// The most rows that are told apart at a glance; parts are told apart by their shade.
    #[must_use]
    pub(crate) const fn most_rows(self) -> usize {
        match self {
            Self::Bars | Self::Time => 8,
            Self::Parts => 5,
        }
    }
}
