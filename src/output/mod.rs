//! Writes what changed, one file at a time and each whole, and removes what an
//! earlier build wrote and this one did not.

mod create;
mod fault;
mod guard;
mod manifest;
mod place;
mod replace;
mod single;
mod stamps;
mod write;

use crate::base::OutPath;
pub(crate) use create::{create, must_be_vacant, put, write_new};
pub(crate) use fault::{FolderFault, OutputFault};
pub(crate) use place::{OutputFiles, OutputPlace, Record, WriteStats};
pub(crate) use replace::replace_with;
pub(crate) use single::single;

/// Brings a folder to hold `artifacts`, and notes what they are known by.
///
/// # Errors
/// A folder that is not to be written, in which then nothing has changed, or what kept a file from being written.
pub(crate) fn emit(
    place: &OutputPlace<'_>,
    artifacts: &OutputFiles,
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
pub(crate) fn current(place: &OutputPlace<'_>, inputs: &str) -> Option<(Vec<OutPath>, String)> {
    guard::check(place.out, place.sources, place.force).ok()?;
    manifest::exists(place.out)
        .then(|| stamps::as_left(place, inputs))
        .flatten()
}
