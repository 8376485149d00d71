//! The site for machines: Atom feeds, sitemap, robots.txt and `statements.json`.

mod atom;
mod sitemap;
mod statements;
mod xml;

use crate::base::{Lang, OutPath};
use crate::link::{PageRef, Site};

/// All files for machines. Those that need absolute addresses are left out when the site's
/// address is not known.
#[must_use]
pub fn render(site: &Site) -> Vec<(OutPath, Vec<u8>)> {
    let mut files = vec![("statements.json".to_owned(), statements::json(site))];
    files.push(("robots.txt".to_owned(), sitemap::robots(site)));
    if let Some(base) = &site.settings.base_url {
        files.push(("sitemap.xml".to_owned(), sitemap::sitemap(site, base)));
        for lang in &site.settings.languages {
            files.extend(
                atom::feed(site, base, *lang)
                    .map(|feed| (beside_home(site, *lang, "feed.xml"), feed)),
            );
        }
    }
    files
        .into_iter()
        .filter_map(|(path, text)| Some((OutPath::parse(&path)?, text.into_bytes())))
        .collect()
}

/// The path of a file that stands beside a language's home page.
fn beside_home(site: &Site, lang: Lang, name: &str) -> String {
    let home = site.address(PageRef::Home, lang).as_str();
    format!("{}{name}", home.trim_end_matches("index.html"))
}
