//! Results of long work, kept in a folder of the user's under what they were made from.
//!
//! A cache may be deleted at any time, by anybody. It is never trusted: an entry that is cut
//! short or damaged counts as absent, and a folder that cannot be read or written as empty.

mod entry;
mod key;
mod prune;

use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::{Duration, SystemTime};

pub(crate) use entry::{pack, unpack};
pub use key::CacheKey;
use prune::CacheLimits;

/// An entry's last use is noted once in so long a time.
const NOTED_EVERY: Duration = Duration::from_hours(12);

/// A store of bytes by key. Clones are the same store; threads and runs may share it.
#[derive(Debug, Clone, Default)]
pub struct Cache(Option<Arc<Store>>);

#[derive(Debug)]
struct Store {
    folder: PathBuf,
    /// Bytes written by this run.
    written: AtomicU64,
}

/// How many entries this process has begun to write, which gives each a name of its own.
static BEGUN: AtomicU64 = AtomicU64::new(0);

impl Cache {
    /// The cache in a folder, which comes into being with the first entry.
    #[must_use]
    pub fn open(folder: PathBuf) -> Self {
        Self(Some(Arc::new(Store {
            folder,
            written: AtomicU64::new(0),
        })))
    }

    /// A cache that keeps nothing.
    #[must_use]
    pub fn none() -> Self {
        Self(None)
    }

    /// What was put in under a key, if it is still there and whole.
    #[must_use]
    pub fn get(&self, key: &CacheKey) -> Option<Vec<u8>> {
        let file = self.0.as_ref()?.file(key);
        let bytes = std::fs::read(&file).ok()?;
        let Some(value) = entry::decode(key, bytes) else {
            // Should it stay, the next entry under this key takes its place.
            let _ = std::fs::remove_file(&file);
            return None;
        };
        note_use(&file);
        Some(value)
    }

    /// Keeps `value` under a key, if that can be done.
    pub fn put(&self, key: &CacheKey, value: &[u8]) {
        if let Some(store) = &self.0 {
            // Whoever cannot keep it makes it anew the next time.
            let _ = store.write(key, value);
        }
    }

    /// To be called when a run is done: once a day, and after much was written, removes what
    /// was not used for long, and the oldest of what is too much.
    pub(crate) fn tidy(&self) {
        if let Some(store) = &self.0 {
            let written = store.written.swap(0, Ordering::Relaxed);
            prune::prune_if_due(
                &store.folder,
                written,
                CacheLimits::USUAL,
                SystemTime::now(),
            );
        }
    }
}

impl Store {
    fn file(&self, key: &CacheKey) -> PathBuf {
        let name = key.name();
        let (first, rest) = name.split_at(2);
        self.folder.join(key.kind()).join(first).join(rest)
    }

    /// Writes an entry under another name, then gives it its own: it is there whole or not at
    /// all, and two runs that write the same entry do not meet.
    fn write(&self, key: &CacheKey, value: &[u8]) -> std::io::Result<()> {
        let file = self.file(key);
        let folder = file.parent().unwrap_or(&self.folder);
        if !folder.is_dir() {
            std::fs::create_dir_all(folder)?;
            prune::label(&self.folder);
        }
        let begun = BEGUN.fetch_add(1, Ordering::Relaxed);
        let name = format!(".{}-{begun}.new", std::process::id());
        let temporary = folder.join(name);
        let bytes = entry::encode(key, value);
        let done =
            std::fs::write(&temporary, &bytes).and_then(|()| std::fs::rename(&temporary, &file));
        if done.is_err() {
            // The first error is the one that counts.
            let _ = std::fs::remove_file(&temporary);
        }
        self.written
            .fetch_add(bytes.len() as u64, Ordering::Relaxed);
        done
    }
}

/// Marks an entry as used now, so that it is pruned late; not every time, because that costs a
/// write.
fn note_use(file: &Path) {
    let now = SystemTime::now();
    let last = std::fs::metadata(file).and_then(|meta| meta.modified());
    let long_ago = last.is_ok_and(|last| now.duration_since(last).is_ok_and(|d| d > NOTED_EVERY));
    if long_ago && let Ok(file) = std::fs::File::options().write(true).open(file) {
        // An entry whose use cannot be noted is only forgotten sooner.
        let _ = file.set_modified(now);
    }
}

#[cfg(test)]
mod tests;
