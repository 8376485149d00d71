//! `sitemap.xml` with the languages of each page, and `robots.txt`.

use std::fmt::Write;

use super::xml::escaped;
use crate::base::BaseUrl;
use crate::site::{PageRef, Site};

/// The sitemap (sitemaps.org protocol 0.9, with `xhtml:link` alternates). Pages that only
/// repeat another language's text are left out: their canonical address is the original's.
pub(super) fn sitemap(site: &Site, base: &BaseUrl) -> String {
    let mut xml = String::from(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\" xmlns:xhtml=\"http://www.w3.org/1999/xhtml\">\n",
    );
    for page in site.page_refs().filter(|page| *page != PageRef::NotFound) {
        let written: Vec<_> = site
            .settings
            .languages
            .iter()
            .filter(|lang| site.text_lang(page, **lang) == **lang)
            .map(|lang| (*lang, escaped(&base.join(site.address(page, *lang)))))
            .collect();
        for (_, address) in &written {
            let _ = write!(xml, "<url><loc>{address}</loc>");
            for (lang, other) in written.iter().filter(|_| written.len() > 1) {
                let _ = write!(
                    xml,
                    "<xhtml:link rel=\"alternate\" hreflang=\"{lang}\" href=\"{other}\"/>"
                );
            }
            xml.push_str("</url>\n");
        }
    }
    xml.push_str("</urlset>\n");
    xml
}

/// `robots.txt`: everything may be read.
pub(super) fn robots(site: &Site) -> String {
    let sitemap = site
        .settings
        .base_url
        .as_ref()
        .map(|base| format!("\nSitemap: {}sitemap.xml\n", base.as_str()));
    format!("User-agent: *\nAllow: /\n{}", sitemap.unwrap_or_default())
}
