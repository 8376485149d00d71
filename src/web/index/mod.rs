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

use rayon::prelude::*;

use crate::base::OutPath;
use crate::site::Site;

/// The index of every language of the site.
#[must_use]
pub fn all(site: &Site) -> Vec<(OutPath, Vec<u8>)> {
    let of = |lang| {
        let pages = passages::pages(site, lang);
        files::files(lang, &pages, &terms::terms(&pages))
    };
    let all: Vec<Vec<_>> = site.settings.languages.par_iter().map(|l| of(*l)).collect();
    all.into_iter().flatten().collect()
}

/// Whether a file of the output folder belongs to the index.
#[must_use]
pub fn is_part(path: &OutPath) -> bool {
    path.as_str().starts_with(files::FOLDER)
}
