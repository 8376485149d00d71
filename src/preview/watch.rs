//! Listens for changes in folders.
//!
//! What the system tells comes at once; folders of which it tells nothing (network drives), and
//! folders that were away for a while, are found by looking round now and then.

use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender, channel};
use std::time::{Duration, Instant};

use notify::event::ModifyKind;
use notify::{Event, EventKind, RecommendedWatcher, RecursiveMode, Watcher as _};

use crate::source;

/// So long nothing may come before a save counts as done: editors write in several steps.
const SETTLE: Duration = Duration::from_millis(8);
/// So long a change waits at most for the next one.
const LONGEST: Duration = Duration::from_millis(80);
/// So often the folders are looked at, unless looking takes long.
const ROUND: Duration = Duration::from_secs(1);
/// A round is at most one part in so many of the time.
const SHARE: u32 = 40;

/// What may have changed.
#[derive(Debug)]
pub(super) enum WatchEvent {
    /// These paths.
    Paths(Vec<PathBuf>),
    /// It is time to look round.
    Round,
}

/// A watcher over some folders.
pub(super) struct Watcher {
    system: Option<RecommendedWatcher>,
    paths: Receiver<PathBuf>,
    /// Whether something has come since the last wait.
    told: Arc<AtomicBool>,
    /// Kept, so that waiting never fails for want of a sender.
    _sender: Sender<PathBuf>,
    /// The folders as they were named, and as they are watched.
    watched: Vec<(PathBuf, PathBuf)>,
    pause: Duration,
}

impl Watcher {
    pub(super) fn new(folders: &[PathBuf]) -> Self {
        let (sender, paths) = channel();
        let tell = sender.clone();
        let told = Arc::new(AtomicBool::new(false));
        let is_told = Arc::clone(&told);
        let system = notify::recommended_watcher(move |event: notify::Result<Event>| {
            for path in event.into_iter().flat_map(telling) {
                // The preview is ending.
                let _ = tell.send(path);
                is_told.store(true, Ordering::Release);
            }
        });
        let mut watcher = Self {
            system: system.ok(),
            paths,
            told,
            _sender: sender,
            watched: Vec::new(),
            pause: ROUND,
        };
        watcher.watch(folders);
        watcher
    }

    /// Watches these folders and no others.
    pub(super) fn watch(&mut self, folders: &[PathBuf]) {
        let named = self.watched.iter().map(|(named, _)| named);
        if !named.eq(folders) {
            self.watch_anew(folders);
        }
    }

    /// Watches these folders as if for the first time: what was watched may be another folder
    /// of that name by now.
    pub(super) fn watch_anew(&mut self, folders: &[PathBuf]) {
        let old = std::mem::take(&mut self.watched);
        let Some(system) = &mut self.system else {
            return;
        };
        for (_, real) in old {
            // It may have gone.
            let _ = system.unwatch(&real);
        }
        for folder in folders {
            let real = source::real(folder);
            // A folder that is not there, or on a drive that tells nothing, is found by looking.
            let _ = system.watch(&real, RecursiveMode::Recursive);
            self.watched.push((folder.clone(), real));
        }
    }

    /// Tells whether the system has told of something that [`Watcher::wait`] will give back at
    /// once.
    pub(super) fn is_told(&self) -> impl Fn() -> bool + Send + Sync + use<> {
        let told = Arc::clone(&self.told);
        move || told.load(Ordering::Acquire)
    }

    /// Waits until something may have changed, and for the end of the save.
    pub(super) fn wait(&self) -> WatchEvent {
        self.told.store(false, Ordering::Release);
        let first = match self.paths.recv_timeout(self.pause) {
            Ok(path) => path,
            Err(RecvTimeoutError::Timeout | RecvTimeoutError::Disconnected) => {
                return WatchEvent::Round;
            }
        };
        let begun = Instant::now();
        let mut paths = vec![first];
        while begun.elapsed() < LONGEST
            && let Ok(path) = self.paths.recv_timeout(SETTLE)
        {
            if !paths.contains(&path) {
                paths.push(path);
            }
        }
        WatchEvent::Paths(paths)
    }

    /// Notes how long it took to look round: where that takes long, it is done more rarely.
    pub(super) fn took(&mut self, time: Duration) {
        self.pause = ROUND.max(time * SHARE);
    }
}

/// The paths of an event that can mean other content.
fn telling(event: Event) -> Vec<PathBuf> {
    let is_change = match event.kind {
        EventKind::Access(_) => false,
        // Some systems tell of a folder whenever a file in it is written.
        EventKind::Modify(ModifyKind::Name(_)) => true,
        EventKind::Modify(_) => return files(event.paths),
        _ => true,
    };
    if is_change { event.paths } else { Vec::new() }
}

fn files(paths: Vec<PathBuf>) -> Vec<PathBuf> {
    let is_file = |path: &PathBuf| !source::is_folder(Path::new(path));
    paths.into_iter().filter(is_file).collect()
}
