//! Puts the preview's own script into a page on its way to the browser.

use super::snapshot::{Snapshot, fingerprint};
use crate::base::Lang;
use crate::site::LeafletId;

/// The script's address.
pub(super) const SCRIPT: &str = "/.chirashi/preview.js";

/// A page with the script at its end.
pub(super) struct InjectedPage {
    /// The page.
    pub(super) html: String,
    /// A fingerprint of the page as it was rendered.
    pub(super) mark: String,
    /// The leaflets that the page tells of.
    pub(super) leaflets: Vec<(LeafletId, Lang)>,
}

/// Puts the script into a page.
pub(super) fn into(
    page: &[u8],
    leaflets: Vec<(LeafletId, Lang)>,
    stand: &Snapshot,
) -> InjectedPage {
    let mark = fingerprint(page);
    let text = String::from_utf8_lossy(page);
    let (before, after) = match text.rfind("</body>") {
        Some(at) => text.split_at(at),
        None => (&*text, ""),
    };
    let (styles, pictures) = (stand.styles(), stand.pictures);
    let html = format!(
        "{before}<script src=\"{SCRIPT}\" data-page=\"{mark}\" data-styles=\"{styles}\" data-pictures=\"{pictures}\"></script>\n{after}"
    );
    InjectedPage {
        html,
        mark,
        leaflets,
    }
}
