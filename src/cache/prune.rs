//! Keeps a cache from growing without end. Only files with an entry's place and name are ever
//! removed, whatever folder a cache was opened on.

use std::fs;
use std::path::{Path, PathBuf};
use std::time::{Duration, SystemTime};

const DAY: Duration = Duration::from_hours(24);
/// The file whose age tells when the cache was pruned last.
const STAMP: &str = "pruned";

/// How much is kept.
#[derive(Debug, Clone, Copy)]
pub(super) struct CacheLimits {
    /// All entries together, in bytes.
    pub bytes: u64,
    /// Since an entry was used last.
    pub age: Duration,
    /// A run that wrote so much prunes at once, in bytes.
    pub burst: u64,
}

impl CacheLimits {
    /// 512 MB, two months.
    pub(super) const USUAL: Self = Self {
        bytes: 512 << 20,
        age: Duration::from_hours(60 * 24),
        burst: 64 << 20,
    };
}

/// Prunes when a day has passed since it was done last, or after a run that wrote much.
pub(super) fn prune_if_due(folder: &Path, written: u64, limits: CacheLimits, now: SystemTime) {
    let stamp = folder.join(STAMP);
    let last = fs::metadata(&stamp).and_then(|meta| meta.modified());
    let fresh = last.is_ok_and(|last| older(last, now) < DAY);
    if (fresh && written < limits.burst) || !folder.is_dir() {
        return;
    }
    // First the stamp: of two runs at once, one prunes. A folder that cannot be written needs
    // no pruning.
    if fs::write(&stamp, "").is_ok() {
        prune(folder, limits, now);
    }
}

/// Tells backup programs that the folder may be left out (bford.info/cachedir).
pub(super) fn label(folder: &Path) {
    const TAG: &str = "Signature: 8a477f597d28d172789f06886806bc55\n\
        # This folder holds results that chirashi can make again. It may be deleted.\n";
    let file = folder.join("CACHEDIR.TAG");
    if !file.exists() {
        // The tag is a courtesy.
        let _ = fs::write(file, TAG);
    }
}

/// Removes what is older than allowed, then the oldest until the rest is small enough.
pub(super) fn prune(folder: &Path, limits: CacheLimits, now: SystemTime) {
    let mut all: Vec<(Duration, PathBuf, u64)> = Vec::new();
    for kind in folders(folder) {
        for folder in folders(&kind).filter(|folder| is_hex(&name(folder), 2)) {
            for file in fs::read_dir(folder).into_iter().flatten().flatten() {
                let Ok(meta) = file.metadata() else { continue };
                let age = older(meta.modified().unwrap_or(now), now);
                let path = file.path();
                if is_hex(&name(&path), 62) {
                    all.push((age, path, meta.len()));
                } else if is_left_over(&name(&path)) && age > DAY {
                    let _ = fs::remove_file(path);
                }
            }
        }
    }
    all.sort_unstable();
    let mut kept = 0;
    for (age, path, bytes) in all {
        kept += bytes;
        if age > limits.age || kept > limits.bytes {
            // What cannot be removed stays.
            let _ = fs::remove_file(path);
        }
    }
}

fn older(than: SystemTime, now: SystemTime) -> Duration {
    now.duration_since(than).unwrap_or_default()
}

fn folders(folder: &Path) -> impl Iterator<Item = PathBuf> {
    let entries = fs::read_dir(folder).into_iter().flatten().flatten();
    let folders = entries.filter(|entry| entry.file_type().is_ok_and(|kind| kind.is_dir()));
    folders.map(|entry| entry.path())
}

fn name(path: &Path) -> String {
    path.file_name()
        .unwrap_or_default()
        .to_string_lossy()
        .into_owned()
}

fn is_hex(name: &str, digits: usize) -> bool {
    name.len() == digits
        && name
            .bytes()
            .all(|b| b.is_ascii_digit() || (b'a'..=b'f').contains(&b))
}

/// Whether a file is an entry that was never finished.
fn is_left_over(name: &str) -> bool {
    name.starts_with('.') && name.ends_with(".new")
}
