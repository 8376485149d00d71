//! What is written and where, and what writing came to.

use std::collections::BTreeMap;
use std::path::Path;

use crate::base::OutPath;
use crate::cache::Cache;

/// Every file of the finished site.
pub(crate) type OutputFiles = BTreeMap<OutPath, Vec<u8>>;

/// What writing came to, in files.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) struct WriteStats {
    /// New, or with other bytes than before.
    pub written: usize,
    /// Already there with the same bytes.
    pub unchanged: usize,
    /// Written by an earlier build and not part of this one.
    pub removed: usize,
}

/// Where to write, and what is known of that place.
#[derive(Debug, Clone)]
pub(crate) struct OutputPlace<'p> {
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
pub(crate) struct Record {
    /// The fingerprint of everything that the files were made from.
    pub inputs: String,
    /// What there was to tell of making them, on one line.
    pub told: String,
}
