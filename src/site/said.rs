//! Which statements a person made, and the one of them that stands for the person.

use super::ids::StatementId;

/// What a person said.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Said {
    pub(super) own: Option<StatementId>,
    pub(super) all: Vec<StatementId>,
}

impl Said {
    /// The statement that stands for the person where only one can: that of the person's own file,
    /// else the newest.
    pub(super) fn first(&self) -> Option<StatementId> {
        self.own.or_else(|| self.all.first().copied())
    }
}
