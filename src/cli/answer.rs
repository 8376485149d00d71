//! What a run comes to, and the two streams on which it says so.

use std::io::Write;
use std::process::ExitCode;

/// What a run came to, as the exit status says it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Status {
    /// Done.
    Done,
    /// The content has errors.
    Content,
    /// The command line or the machine is at fault.
    Machine,
}

impl From<Status> for ExitCode {
    fn from(status: Status) -> Self {
        Self::from(match status {
            Status::Done => 0,
            Status::Content => 1,
            Status::Machine => 2,
        })
    }
}

/// Writes to standard output; a reader that has gone away is no error of ours.
pub(super) fn say(text: &str) {
    let _ = std::io::stdout().write_all(text.as_bytes());
}

/// Writes to standard error; a reader that has gone away is no error of ours.
pub(super) fn complain(text: &str) {
    let _ = std::io::stderr().write_all(text.as_bytes());
}
