//! The state in which a build left its files, so that the next one of the same inputs need not
//! look into them.
//!
//! It is kept in the user's cache, not beside the files: times differ from one copy of a site to
//! the next, and the same inputs are to give the same bytes.

use std::fmt::Write;
use std::path::Path;
use std::time::UNIX_EPOCH;

use rayon::prelude::*;

use super::{OutputPlace, Record};
use crate::base::OutPath;
use crate::cache::CacheKey;

/// Keeps the state of the files that were just written.
pub(super) fn keep<'a>(
    place: &OutputPlace<'_>,
    record: &Record,
    files: impl Iterator<Item = &'a OutPath>,
) {
    let files: Vec<&OutPath> = files.collect();
    let states: Vec<Option<String>> = files
        .into_par_iter()
        .map(|path| Some(format!("{} {path}", state(&place.out.join(path.as_str()))?)))
        .collect();
    let Some(states) = states.into_iter().collect::<Option<Vec<_>>>() else {
        return;
    };
    let mut text = format!("{}\n{}\n", record.inputs, record.told);
    for line in states {
        // Writing to a string cannot fail.
        let _ = writeln!(text, "{line}");
    }
    place.cache.put(&key(place.out), text.as_bytes());
}

/// The files, when a build of these inputs wrote them and every one is as it was left, and what
/// there was to tell of making them.
pub(super) fn as_left(place: &OutputPlace<'_>, inputs: &str) -> Option<(Vec<OutPath>, String)> {
    let text = String::from_utf8(place.cache.get(&key(place.out))?).ok()?;
    let (kept, files) = text.split_once('\n')?;
    if kept != inputs {
        return None;
    }
    let (told, files) = files.split_once('\n')?;
    let files: Vec<&str> = files.lines().collect();
    let files: Option<Vec<OutPath>> = files
        .into_par_iter()
        .map(|line| {
            let (known, path) = line.split_once(' ')?;
            let path = OutPath::parse(path)?;
            let now = state(&place.out.join(path.as_str()))?;
            (now == known).then_some(path)
        })
        .collect();
    Some((files?, told.to_owned()))
}

/// The length of a file in bytes and its time in nanoseconds.
fn state(at: &Path) -> Option<String> {
    let meta = std::fs::metadata(at)
        .ok()
        .filter(std::fs::Metadata::is_file)?;
    let time = meta.modified().ok()?.duration_since(UNIX_EPOCH).ok()?;
    Some(format!("{}:{}", meta.len(), time.as_nanos()))
}

/// One entry for each output folder.
fn key(out: &Path) -> CacheKey {
    let place = out.canonicalize().unwrap_or_else(|_| out.to_owned());
    CacheKey::new("output").with(place.to_string_lossy().as_bytes())
}
