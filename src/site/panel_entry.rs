//! The parts that can stand on a panel of a composed leaflet.

use super::ids::{StatementId, TopicId};

/// A part that can stand on a panel.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum PanelEntry {
    /// The hook, with the leaflet's title.
    Hook,
    /// What stands before the first section of the leaflet's own text.
    Intro,
    /// Its section of this number, from 0.
    Section(usize),
    /// A speaker with the summary of the statement.
    Voice(StatementId),
    /// A passage of a statement, word for word: the section of this name.
    Passage(StatementId, String),
    /// A speaker's strongest passage, printed large.
    Quote(StatementId),
    /// A topic with its summary.
    Topic(TopicId),
    /// The facts of the event.
    Event,
    /// What readers are asked to do, with the QR code, whom to ask, and the imprint.
    Call,
}

impl PanelEntry {
    /// The statement whose words it shows.
    pub(super) fn statement(&self) -> Option<StatementId> {
        match self {
            Self::Voice(id) | Self::Passage(id, _) | Self::Quote(id) => Some(*id),
            _ => None,
        }
    }
}
