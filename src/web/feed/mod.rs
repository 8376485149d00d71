//! The site for machines: Atom feeds, sitemap, robots.txt, `statements.json` and `_headers`.

mod atom;
mod headers;
mod html;
mod sitemap;
mod statements;
mod xml;

use rayon::prelude::*;

use crate::base::{Lang, OutPath};
use crate::site::{PageRef, Site};

/// A file for machines.
#[derive(Debug, Clone, Copy)]
enum FeedJob {
    Statements,
    Robots,
    Headers,
    Sitemap,
    Feed(Lang),
}

/// All files for machines. Those that need absolute addresses are left out when the site's
/// address is not known.
#[must_use]
pub fn all(site: &Site) -> Vec<(OutPath, Vec<u8>)> {
    jobs(site)
        .into_par_iter()
        .filter_map(|(path, job)| Some((path, render(site, job)?)))
        .collect()
}

/// One of the files for machines; `None` when there is none of that name.
#[must_use]
pub fn file(site: &Site, path: &OutPath) -> Option<Vec<u8>> {
    let (_, job) = jobs(site).into_iter().find(|(at, _)| at == path)?;
    render(site, job)
}

fn jobs(site: &Site) -> Vec<(OutPath, FeedJob)> {
    let mut jobs = vec![
        ("statements.json".to_owned(), FeedJob::Statements),
        ("robots.txt".to_owned(), FeedJob::Robots),
        ("_headers".to_owned(), FeedJob::Headers),
    ];
    if site.settings.base_url.is_some() {
        jobs.push(("sitemap.xml".to_owned(), FeedJob::Sitemap));
        for lang in &site.settings.languages {
            jobs.push((beside_home(site, *lang, "feed.xml"), FeedJob::Feed(*lang)));
        }
    }
    jobs.into_iter()
        .filter_map(|(path, job)| Some((OutPath::parse(&path)?, job)))
        .collect()
}

fn render(site: &Site, job: FeedJob) -> Option<Vec<u8>> {
    let base = site.settings.base_url.as_ref();
    let text = match job {
        FeedJob::Statements => statements::json(site),
        FeedJob::Robots => sitemap::robots(site),
        FeedJob::Headers => headers::headers(base),
        FeedJob::Sitemap => sitemap::sitemap(site, base?)?,
        FeedJob::Feed(lang) => atom::feed(site, base?, lang)?,
    };
    Some(text.into_bytes())
}

/// The path of a file that stands beside a language's home page.
fn beside_home(site: &Site, lang: Lang, name: &str) -> String {
    let home = site.address(PageRef::Home, lang).as_str();
    format!("{}{name}", home.trim_end_matches("index.html"))
}
