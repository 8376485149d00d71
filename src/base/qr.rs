//! Where the QR codes of a leaflet lead.

use super::choice::words;

/// What staff choose under `qr`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) enum QrChoice {
    /// To where the request is followed; to the page, where the request has no address.
    #[default]
    Call,
    /// To the page with the full text.
    Page,
    /// To both: a large code for the request, a small one for the page.
    Both,
}

impl QrChoice {
    /// Every choice, as front matter names it.
    pub(crate) const ALL: [(&'static str, Self); 3] = [
        ("call", Self::Call),
        ("page", Self::Page),
        ("both", Self::Both),
    ];

    /// Their names alone.
    pub(crate) const NAMES: [&'static str; 3] = words(&Self::ALL);
}
