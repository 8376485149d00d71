//! Floor 7: writes what changed, one file at a time and each whole, and removes what an
//! earlier build wrote and this one did not.

mod create;
mod fault;
mod guard;
mod manifest;
mod single;
mod stamps;
mod write;

use std::collections::BTreeMap;
use std::path::Path;

use crate::base::OutPath;
use crate::cache::Cache;
pub use create::{create, must_be_vacant, put};
pub use fault::{FolderFault, OutputFault};
pub use single::single;

/// Every file of the finished site.
pub type Artifacts = BTreeMap<OutPath, Vec<u8>>;

/// What writing came to, in files.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct WriteStats {
    /// New, or with other bytes than before.
    pub written: usize,
    /// Already there with the same bytes.
    pub unchanged: usize,
    /// Written by an earlier build and not part of this one.
    pub removed: usize,
}

/// Where to write, and what is known of that place.
#[derive(Debug, Clone)]
pub struct OutputPlace<'p> {
    /// The output folder.
    pub out: &'p Path,
    /// Folders that it must not overlap.
    pub sources: &'p [&'p Path],
    /// Whether it may hold files of somebody else.
    pub force: bool,
    /// Where the states of files are kept, so that a build of nothing new is known as one.
    pub cache: &'p Cache,
}

/// What a build is known by.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Record {
    /// The fingerprint of everything that the files were made from.
    pub inputs: String,
    /// What there was to tell of making them, on one line.
    pub told: String,
}

/// Brings a folder to hold `artifacts`, and notes what they are known by.
pub fn emit(
    place: &OutputPlace<'_>,
    artifacts: &Artifacts,
    record: Option<&Record>,
) -> Result<WriteStats, OutputFault> {
    let shown = place.out.display().to_string();
    let fault = |fault| OutputFault::Folder {
        folder: shown.clone(),
        fault,
    };
    guard::check(place.out, place.sources, place.force).map_err(fault)?;
    let written = write::bring_up_to_date(place.out, artifacts, place.force).map_err(fault)?;
    if let Some(record) = record {
        stamps::keep(place, record, artifacts.keys());
    }
    Ok(written)
}

/// The files in a folder, when they are what a build wrote there from inputs with this
/// fingerprint, every one of them as it was left; and what there was to tell of making them.
#[must_use]
pub fn current(place: &OutputPlace<'_>, inputs: &str) -> Option<(Vec<OutPath>, String)> {
    guard::check(place.out, place.sources, place.force).ok()?;
    manifest::exists(place.out)
        .then(|| stamps::as_left(place, inputs))
        .flatten()
}
