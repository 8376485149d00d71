//! Artifacts that are kept for as long as their site stays as it is.

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex, OnceLock};

use crate::site::Artifact;

/// Artifacts with what they came to, each made when it is first asked for.
pub(super) struct Kept<R>(Mutex<BTreeMap<Artifact, Arc<OnceLock<Arc<R>>>>>);

impl<R> Default for Kept<R> {
    fn default() -> Self {
        Self(Mutex::default())
    }
}

impl<R> Kept<R> {
    /// What an artifact came to. Whoever asks while it is being made waits for it.
    pub(super) fn get(&self, artifact: Artifact, make: impl FnOnce() -> R) -> Arc<R> {
        let place = match self.0.lock() {
            Ok(mut kept) => Arc::clone(kept.entry(artifact).or_default()),
            // Another thread has failed on the way: nothing is kept then.
            Err(_) => Arc::default(),
        };
        Arc::clone(place.get_or_init(|| Arc::new(make())))
    }
}
