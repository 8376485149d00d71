//! What a new file is to be.

use crate::base::{DocKind, Slug};

/// What somebody wants a new file for.
#[derive(Debug, Clone)]
pub(crate) struct NewFile {
    /// What it is to describe.
    pub kind: DocKind,
    /// The event at which something was said, if that was told already.
    pub event: Option<Slug>,
    /// Its name.
    pub slug: Slug,
    /// What it is called, if that was told already: a name, or a title.
    pub name: Option<String>,
    /// The topics, if they were told already.
    pub topics: Vec<Slug>,
}
