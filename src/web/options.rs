//! What may differ from one build of the website to the next.

/// What may differ from one build to the next.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct WebOptions {
    /// Whether the leaflets' PDFs are made too, so that pages may offer them.
    pub leaflets: bool,
    /// Whether the pages are for the live preview: at the root of a host, whatever address
    /// `site.yaml` gives, each rendered alone.
    pub preview: bool,
}
