//! The site for machines: Atom feeds, sitemap, robots.txt, `statements.json` and `_headers`.

mod atom;
mod headers;
mod html;
mod sitemap;
mod statements;
mod xml;

use crate::site::{MachineFile, Site};

/// A file for machines; `None` when the site lacks what it takes.
#[must_use]
pub(crate) fn file(site: &Site, file: MachineFile) -> Option<Vec<u8>> {
    let base = site.settings.base_url.as_ref();
    let text = match file {
        MachineFile::Statements => statements::json(site),
        MachineFile::Robots => sitemap::robots(site),
        MachineFile::Headers => headers::headers(base),
        MachineFile::Sitemap => sitemap::sitemap(site, base?)?,
        MachineFile::Feed(lang) => atom::feed(site, base?, lang)?,
    };
    Some(text.into_bytes())
}
