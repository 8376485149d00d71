//! What is wrong with an address on another site.

/// Why nobody gets there.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Outside {
    /// The site answers that there is no such page, or that it failed; its status (RFC 9110 §15).
    Status(String, u16),
    /// The site cannot be reached.
    Unreachable(String),
    /// The site did not answer in time.
    TimedOut(String),
}
