//! The preview's own thread: follows the folders and hands out each new state.

use std::path::PathBuf;
use std::sync::Arc;
use std::time::Instant;

use tokio::sync::watch::Sender;

use super::stand::Stand;
use super::watch::{Heard, Watcher};
use super::{Said, Say};
use crate::pipeline::{Live, Seen};
use crate::source;

/// Follows the folders for as long as the program runs.
pub(super) fn follow(mut live: Live, mut watcher: Watcher, stands: &Sender<Arc<Stand>>, say: &Say) {
    let mut is_there = true;
    watcher.watch(&live.folders());
    loop {
        let heard = watcher.wait();
        let begun = Instant::now();
        let has_changed = match &heard {
            Heard::Paths(paths) => live.update(Seen::Paths(paths)),
            // A save does not wait until every file has been looked at.
            Heard::Round => live.update(Seen::Calmly(&watcher.is_told())),
        };
        if has_changed {
            let (old, new) = {
                let old = Arc::clone(&stands.borrow());
                let new = old.next(&live);
                (old, new)
            };
            if stands.send(Arc::clone(&new)).is_err() {
                return;
            }
            say(Said::Updated(begun.elapsed()));
            if new.reports_otherwise(&old) {
                say(Said::Problems(new.problems(), new.sources()));
            }
        }
        let folders = live.folders();
        match heard {
            Heard::Paths(_) => watcher.watch(&folders),
            Heard::Round => {
                watcher.took(begun.elapsed());
                if has_changed {
                    // The system told nothing of it.
                    watcher.watch_anew(&folders);
                }
            }
        }
        is_there = tell_of_folder(&folders, is_there, say);
    }
}

/// Tells when the content folder goes and when it comes back.
fn tell_of_folder(folders: &[PathBuf], was_there: bool, say: &Say) -> bool {
    let is_there = folders.first().is_some_and(|at| source::is_folder(at));
    match (was_there, is_there) {
        (true, false) => say(Said::Gone),
        (false, true) => say(Said::Back),
        _ => {}
    }
    is_there
}
