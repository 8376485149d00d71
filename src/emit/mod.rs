//! Floor 7: writes what changed, one file at a time and each whole, and removes what an
//! earlier build wrote and this one did not.

mod create;
mod guard;
mod manifest;
mod write;

use std::collections::BTreeMap;
use std::path::Path;

use crate::base::OutPath;
use crate::diag::Kind;
pub use create::{create, must_be_vacant, put};

/// Every file of the finished site.
pub type Artifacts = BTreeMap<OutPath, Vec<u8>>;

/// What writing came to, in files.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Written {
    /// New, or with other bytes than before.
    pub written: usize,
    /// Already there with the same bytes.
    pub unchanged: usize,
    /// Written by an earlier build and not part of this one.
    pub removed: usize,
}

/// Brings the folder `out` to hold `artifacts`. `sources` are folders that it must not
/// overlap; `force` allows a folder that holds files of somebody else.
pub fn emit(
    out: &Path,
    artifacts: &Artifacts,
    sources: &[&Path],
    force: bool,
) -> Result<Written, Kind> {
    let shown = out.display().to_string();
    let fault = |fault| Kind::Output {
        folder: shown.clone(),
        fault,
    };
    guard::check(out, sources, force).map_err(fault)?;
    write::bring_up_to_date(out, artifacts, force).map_err(fault)
}
