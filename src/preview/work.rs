//! The preview's own thread: follows the folders and hands out each new state.

use std::path::PathBuf;
use std::sync::Arc;
use std::time::Instant;

use tokio::sync::watch::Sender;

use super::snapshot::Snapshot;
use super::watch::{WatchEvent, Watcher};
use super::{Say, ServeEvent};
use crate::project::{Change, Project};
use crate::source;

/// Follows the folders for as long as the program runs.
pub(super) fn follow(
    mut project: Project,
    mut watcher: Watcher,
    snapshots: &Sender<Arc<Snapshot>>,
    say: &Say,
) {
    let mut is_there = true;
    watcher.watch(&project.folders());
    loop {
        let changed = watcher.wait();
        let begun = Instant::now();
        let has_changed = match &changed {
            WatchEvent::Paths(paths) => project.update(Change::Paths(paths)),
            // A save does not wait until every file has been looked at.
            WatchEvent::Round => project.update(Change::Calmly(&watcher.is_told())),
        };
        if has_changed {
            let (old, new) = {
                let old = Arc::clone(&snapshots.borrow());
                let new = old.next(&project);
                (old, new)
            };
            if snapshots.send(Arc::clone(&new)).is_err() {
                return;
            }
            say(ServeEvent::Updated(begun.elapsed()));
            if new.reports_otherwise(&old) {
                say(ServeEvent::Problems(new.diagnostics(), new.sources()));
            }
        }
        let folders = project.folders();
        match changed {
            WatchEvent::Paths(_) => watcher.watch(&folders),
            WatchEvent::Round => {
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
        (true, false) => say(ServeEvent::Gone),
        (false, true) => say(ServeEvent::Back),
        _ => {}
    }
    is_there
}
