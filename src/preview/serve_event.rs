//! What a preview tells the command that runs it.

use std::net::SocketAddr;
use std::sync::Arc;
use std::time::Duration;

use crate::diagnostic::{Diagnostics, Sources};

/// What a preview tells while it runs.
#[derive(Debug, Clone, Copy)]
pub(crate) enum ServeEvent<'s> {
    /// It can be looked at here.
    Ready(SocketAddr),
    /// Something has changed, and took so long to make.
    Updated(Duration),
    /// What is wrong now is something else than before.
    Problems(&'s Diagnostics, &'s Sources),
    /// The content folder has gone; the preview waits for it.
    Gone,
    /// It is there again.
    Back,
    /// The preview has ended, as it was asked to.
    Ended,
}

/// Whom a preview tells what it does.
pub(crate) type Say = Arc<dyn Fn(ServeEvent<'_>) + Send + Sync>;
