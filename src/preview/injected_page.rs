//! A page as the preview sends it, and the mark by which it is known to have changed.

use crate::base::Lang;
use crate::site::LeafletId;

/// A page with the script at its end.
pub(super) struct InjectedPage {
    /// The page.
    pub(super) html: String,
    /// A fingerprint of the page as it was rendered.
    pub(super) mark: String,
    /// The leaflets that the page tells of.
    pub(super) leaflets: Vec<(LeafletId, Lang)>,
}

/// A short name for some bytes: other bytes have another.
pub(super) fn fingerprint(bytes: &[u8]) -> String {
    blake3::hash(bytes).to_hex()[..16].to_owned()
}
