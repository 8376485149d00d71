//! What a job brings along, as the engine finds it beside the templates.

use std::sync::Arc;

use typst::foundations::Bytes;
use typst::syntax::{FileId, RootedPath, VirtualPath, VirtualRoot};

use super::typefaces::Typefaces;

/// The data of a job.
const JOB: &str = "job.json";

/// A job, and what it takes.
pub(in crate::press) struct EngineJob {
    /// The template's name below the folder of templates.
    pub template: String,
    /// The data of the job.
    pub job: Vec<u8>,
    /// Pictures that the job names, beside it.
    pub files: Vec<(String, Arc<Vec<u8>>)>,
    /// The typefaces, when there are more than those of the theme.
    pub typefaces: Option<Arc<Typefaces>>,
}

impl EngineJob {
    /// The files beside the templates in a folder, whose name ends in `/`.
    pub(super) fn beside(self, folder: &str) -> impl Iterator<Item = (FileId, Bytes)> {
        let files = self.files.into_iter();
        let files = files.map(|(name, bytes)| (name, Bytes::new(Shared(bytes))));
        let all = std::iter::once((JOB.to_owned(), Bytes::new(self.job))).chain(files);
        all.filter_map(move |(name, bytes)| Some((file_id(&format!("{folder}{name}"))?, bytes)))
    }
}

/// Bytes that the engine shares with the leaflet.
struct Shared(Arc<Vec<u8>>);

impl AsRef<[u8]> for Shared {
    fn as_ref(&self) -> &[u8] {
        &self.0
    }
}

/// A path below the folder of templates, as the engine names files.
pub(super) fn file_id(path: &str) -> Option<FileId> {
    let path = VirtualPath::new(format!("/{path}")).ok()?;
    Some(FileId::new(RootedPath::new(VirtualRoot::Project, path)))
}
