//! The website: every page of the site as HTML, its style sheet and scripts, and a page at
//! every old address.
//!
//! Templates are compiled once and see small structs made for them, never the site itself;
//! pages are rendered in parallel and come back in a stable order.

mod chrome;
mod cite;
mod code;
mod ending;
mod engine;
mod escape;
mod event;
pub mod feed;
mod graph;
mod head;
mod home;
pub mod index;
mod leaflet;
mod lists;
mod matrix;
mod notices;
mod options;
mod page_context;
mod people;
mod phrased;
mod picture;
mod plain;
mod printed;
mod qr;
mod rows;
mod scripts;
mod search;
mod sheet;
mod sides;
mod statement;
mod styles;
mod text;
mod topic;

use rayon::prelude::*;
use tera::Context;

use crate::base::{Lang, OutPath};
use crate::diagnostic::{Diagnostic, Diagnostics};
use crate::leaflet::Prints;
use crate::media::Pictures;
use crate::site::{LeafletId, PageRef, Site};
use crate::theme::Theme;
use chrome::Chrome;
pub use code::paint;
pub use engine::TemplateEngine;
use engine::TemplateError;
pub use options::WebOptions;
use page_context::{PageContext, SiteContext};
use styles::Styles;

/// Every file of the website, each rendered when it is asked for.
pub struct PageRenderer<'a> {
    press: SiteContext<'a>,
    chrome: Chrome,
    theme: &'a Theme,
}

/// A file to render.
#[derive(Debug, Clone, Copy)]
enum PageJob<'a> {
    /// A page in a language.
    Page(PageRef, Lang),
    /// An old address and where it leads.
    Alias(&'a OutPath, PageRef),
    /// A style sheet.
    Styles(Styles),
}

impl<'a> PageRenderer<'a> {
    /// The website of a site, in the theme whose templates `engine` has compiled. Its pages
    /// tell what `prints` holds of the leaflets, and show the pictures of `album`.
    #[must_use]
    pub fn new(
        site: &'a Site,
        theme: &'a Theme,
        engine: &'a TemplateEngine,
        (prints, album): (&'a Prints, &'a Pictures),
        options: WebOptions,
    ) -> Self {
        Self {
            press: SiteContext::new(site, theme, (prints, album), options, engine),
            chrome: Chrome::default(),
            theme,
        }
    }

    /// Every file: each page in every language, a redirect at every old address, the style
    /// sheet and the scripts. Faults of the theme's templates are reported, and those pages left out.
    pub fn all(&self, sink: &mut Diagnostics) -> Vec<(OutPath, Vec<u8>)> {
        let jobs: Vec<PageJob<'_>> = self.jobs().collect();
        let rendered: Vec<_> = jobs
            .into_par_iter()
            .map_init(Vec::new, |scratch, job| self.render(job, scratch))
            .collect();
        let mut out = Vec::with_capacity(rendered.len());
        let mut faults: Vec<TemplateError> = Vec::new();
        for result in rendered {
            match result {
                Ok(file) => out.push(file),
                Err(fault) if faults.contains(&fault) => {}
                Err(fault) => faults.push(fault),
            }
        }
        for fault in faults {
            sink.report(fault.problem(self.theme));
        }
        out.extend(scripts::files(self.theme));
        out
    }

    /// One file, or what is wrong with its template; `None` when the website has no such file.
    #[must_use]
    pub fn file(&self, path: &OutPath) -> Option<Result<Vec<u8>, Diagnostic>> {
        if let Some((_, script)) = scripts::files(self.theme).find(|(at, _)| at == path) {
            return Some(Ok(script));
        }
        let job = self.jobs().find(|job| job.path(self.press.site) == path)?;
        let rendered = self.render(job, &mut Vec::new());
        Some(match rendered {
            Ok((_, bytes)) => Ok(bytes),
            Err(fault) => Err(fault.problem(self.theme)),
        })
    }

    /// The leaflets that the pages of a preview told of, those not yet set among them.
    #[must_use]
    pub fn told(&self) -> Vec<(LeafletId, Lang)> {
        let told = self.press.told.lock();
        told.map_or_else(|_| Vec::new(), |told| told.iter().copied().collect())
    }

    fn jobs(&self) -> impl Iterator<Item = PageJob<'a>> {
        let site = self.press.site;
        let languages = &site.settings.languages;
        let pages = site
            .page_refs()
            .flat_map(move |page| languages.iter().map(move |lang| PageJob::Page(page, *lang)));
        let aliases = &site.aliases;
        let aliases = aliases
            .iter()
            .map(|(path, page)| PageJob::Alias(path, *page));
        let styles = Styles::ALL.into_iter().map(PageJob::Styles);
        styles.chain(pages).chain(aliases)
    }

    fn render(
        &self,
        job: PageJob<'_>,
        scratch: &mut Vec<u8>,
    ) -> Result<(OutPath, Vec<u8>), TemplateError> {
        let press = &self.press;
        let path = job.path(press.site);
        let (place, (template, mut context)) = match job {
            PageJob::Page(page, lang) => {
                let place = PageContext::of(press, page, lang);
                (place, view(&place, page))
            }
            PageJob::Alias(path, target) => {
                let place = PageContext::at(press, path, press.site.settings.default_lang());
                (place, plain::redirect(&place, target))
            }
            PageJob::Styles(styles) => {
                return Ok((path.clone(), styles.text(self.theme, self.press.site)));
            }
        };
        self.chrome.furnish(&place, &mut context)?;
        let page = press.engine.render(template, &context, scratch)?;
        Ok((path.clone(), page))
    }
}

impl<'a> PageJob<'a> {
    fn path(self, site: &'a Site) -> &'a OutPath {
        match self {
            Self::Page(page, lang) => site.address(page, lang),
            Self::Alias(path, _) => path,
            Self::Styles(styles) => styles.path(),
        }
    }
}

/// The template of a page and everything it may show.
fn view(place: &PageContext<'_>, page: PageRef) -> (&'static str, Context) {
    match page {
        PageRef::Home => home::view(place),
        PageRef::Speakers => lists::speakers(place),
        PageRef::Person(id) => statement::of_person(place, id),
        PageRef::Statement(id) => statement::view(place, id),
        PageRef::Topics => lists::topics(place),
        PageRef::Topic(id) => topic::view(place, id),
        PageRef::Events => event::list(place),
        PageRef::Event(id) => event::view(place, id),
        PageRef::Leaflets => lists::leaflets(place),
        PageRef::Leaflet(id) => leaflet::view(place, id),
        PageRef::Page(id) => plain::page(place, id),
        PageRef::Search => search::view(place),
        PageRef::NotFound => plain::not_found(place),
    }
}
