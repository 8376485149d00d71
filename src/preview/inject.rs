//! Puts the preview's own script into a page on its way to the browser.

use super::client::SCRIPT_ADDRESS;
use super::injected_page::{InjectedPage, fingerprint};
use super::snapshot::Snapshot;
use crate::base::Lang;
use crate::site::LeafletId;

/// Puts the script into a page.
pub(super) fn into(
    page: &[u8],
    leaflets: Vec<(LeafletId, Lang)>,
    snapshot: &Snapshot,
) -> InjectedPage {
    let mark = fingerprint(page);
    let text = String::from_utf8_lossy(page);
    let (before, after) = match text.rfind("</body>") {
        Some(at) => text.split_at(at),
        None => (&*text, ""),
    };
    let (styles, pictures) = (snapshot.styles(), snapshot.pictures);
    let html = format!(
        "{before}<script src=\"{SCRIPT_ADDRESS}\" data-page=\"{mark}\" data-styles=\"{styles}\" data-pictures=\"{pictures}\"></script>\n{after}"
    );
    InjectedPage {
        html,
        mark,
        leaflets,
    }
}
