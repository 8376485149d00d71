//! Files whose reading failed: nothing is printed from them, so that one mistake is told once, and
//! never as a fault of a template.

use std::collections::BTreeSet;

use crate::base::FileId;
use crate::diagnostic::{Diagnostics, Location, Severity};
use crate::site::{Artifact, Site};

/// The files whose reading failed.
#[derive(Debug, Clone, Default)]
pub(super) struct DamagedFiles(BTreeSet<FileId>);

impl DamagedFiles {
    /// The files in which something is missing, or could not be read.
    pub(super) fn of(problems: &Diagnostics) -> Self {
        let errors = problems.as_slice().iter();
        let errors = errors.filter(|own| own.severity() == Severity::Error);
        let damages = errors.filter(|own| is_of_reading(own.code()));
        let file = |place: &Location| match place {
            Location::At(loc) => Some(loc.file),
            Location::File(file) => Some(*file),
            _ => None,
        };
        Self(damages.filter_map(|own| file(&own.place)).collect())
    }

    /// Whether an artifact is printed, and from one of them.
    pub(super) fn spoil(&self, site: &Site, artifact: Artifact) -> bool {
        let files = match artifact {
            _ if self.0.is_empty() => return false,
            Artifact::Leaflet(id, lang) => site.files_of_leaflet(id, lang),
            Artifact::Card(page, lang) => site.files_of_card(page, lang),
            _ => return false,
        };
        files.iter().any(|file| self.0.contains(file))
    }
}

/// Whether an error may leave a document without a value that it has to have, or a leaflet without a part of
/// a panel. A link that leads nowhere, or a picture that is not there, leaves the rest of it as it is.
fn is_of_reading(code: &str) -> bool {
    code.starts_with("front-matter/")
        || code.starts_with("file/")
        || matches!(code, "leaflet/unknown-part" | "leaflet/too-many-panels")
}
