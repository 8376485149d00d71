//! What can keep the live preview from running.

/// What is wrong with the preview.
#[derive(Debug, Clone, PartialEq, Eq)]
#[allow(missing_docs, reason = "facts, by name")]
pub enum Preview {
    /// A port cannot be had; without a reason, because another program has it.
    Port { port: u16, reason: Option<String> },
}

impl Preview {
    /// The stable name.
    #[must_use]
    pub(super) const fn code(&self) -> &'static str {
        match self {
            Self::Port { .. } => "preview/port",
        }
    }
}
