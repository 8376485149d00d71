//! A site from its folders to its files: opened, linked, rendered.

mod build;
mod cached_diagnostics;
mod content_store;
mod damaged;
mod fault;
mod kept;
mod leaflet_session;
mod loaded_theme;
mod no_site;
mod open;
mod options;
mod pictures;
mod renderer;
mod reread;
mod stats;
mod unmarked;

use std::path::Path;

use crate::cache::Cache;
use crate::model::Docs;

pub use build::{Made, Outcome, build};
use content_store::ContentStore;
pub(crate) use leaflet_session::{LeafletSession, Proof};
pub(crate) use no_site::why_no_site;
pub use open::Project;
pub use options::BuildOptions;
pub use renderer::{RenderedFile, Renderer};
pub use reread::Change;
pub use stats::{Progress, Stats};
pub(crate) use unmarked::unmarked;

/// Reads a content folder as far as its documents, for commands that add to it; its problems
/// are [`build`]'s to tell. `None` without a `site.yaml`.
#[must_use]
pub(crate) fn survey(content: &Path) -> Option<Docs> {
    let options = BuildOptions {
        content: content.to_owned(),
        theme: None,
        base_url: None,
        drafts: true,
        leaflets: false,
        faces: false,
        cache: Cache::none(),
    };
    ContentStore::open(&options).take_docs()
}
