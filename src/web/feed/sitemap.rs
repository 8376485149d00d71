//! `sitemap.xml` with the languages of each page, and `robots.txt`.

use std::io;

use super::xml::{Xml, document, element, empty, text_element};
use crate::base::{BaseUrl, Lang};
use crate::site::{PageRef, Site};

/// The sitemap (sitemaps.org protocol 0.9, with `xhtml:link` alternates).
pub(super) fn sitemap(site: &Site, base: &BaseUrl) -> Option<String> {
    let attributes = [
        ("xmlns", "http://www.sitemaps.org/schemas/sitemap/0.9"),
        ("xmlns:xhtml", "http://www.w3.org/1999/xhtml"),
    ];
    document(|out| {
        element(out, "urlset", &attributes, |out| {
            let mut pages = site.page_refs().filter(|page| *page != PageRef::NotFound);
            pages.try_for_each(|page| urls(&addresses(site, base, page), out))
        })
    })
}

/// A page's addresses. Languages that only repeat another one's text are left out: their canonical
/// address is the original's.
fn addresses(site: &Site, base: &BaseUrl, page: PageRef) -> Vec<(Lang, String)> {
    let languages = site.settings.languages.iter().copied();
    languages
        .filter(|lang| site.text_lang(page, *lang) == *lang)
        .map(|lang| (lang, base.join(site.address(page, lang))))
        .collect()
}

/// A page in each of its languages, every time with all of them.
fn urls(written: &[(Lang, String)], out: &mut Xml) -> io::Result<()> {
    let others = if written.len() > 1 { written } else { &[] };
    written.iter().try_for_each(|(_, address)| {
        element(out, "url", &[], |out| {
            text_element(out, "loc", address)?;
            others.iter().try_for_each(|(lang, other)| {
                let link = [
                    ("rel", "alternate"),
                    ("hreflang", lang.as_str()),
                    ("href", other),
                ];
                empty(out, "xhtml:link", &link)
            })
        })
    })
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
