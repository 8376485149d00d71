//! Search without a server: an index of every language, which the search page loads in parts.
//!
//! It answers over `file://` and under a strict content security policy, where neither `fetch`
//! nor WebAssembly do, so the parts are plain scripts. Scripts without spaces are found by pairs
//! of neighbouring characters, others by words and their beginnings. The other half is
//! `themes/default/js/search.js`.

mod files;
mod fold;
mod passages;
mod readings;
mod terms;
mod variants;

use crate::base::{Lang, OutPath};
use crate::site::Site;

/// The index of a language of the site, in parts.
#[must_use]
pub(crate) fn parts(site: &Site, lang: Lang) -> Vec<(OutPath, Vec<u8>)> {
    let pages = passages::pages(site, lang);
    files::files(lang, &pages, &terms::terms(&pages))
}
