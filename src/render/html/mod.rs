//! The website: every page of the site as HTML, its style sheet, and a page at every old address.
//!
//! Templates are compiled once and see small structs made for them, never the site itself;
//! pages are rendered in parallel and come back in a stable order.

mod chrome;
mod code;
mod engine;
mod event;
mod fit;
mod head;
mod home;
mod leaflet;
mod lists;
mod notices;
mod people;
mod place;
mod plain;
mod qr;
mod sheet;
mod sides;
mod speaker;
mod styles;
mod text;
mod topic;

use rayon::prelude::*;
use tera::Context;

use crate::base::{Lang, OutPath};
use crate::diag::Sink;
use crate::link::{PageRef, Site};
use crate::theme::Theme;
use chrome::Chrome;
use engine::{Engine, Fault};
use place::{Place, Press};

/// What may differ from one build to the next.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Options {
    /// Whether the leaflets' PDFs are made too, so that pages may offer them.
    pub leaflets: bool,
}

/// A page to render.
#[derive(Debug, Clone, Copy)]
enum Job<'a> {
    /// A page in a language.
    Page(PageRef, Lang),
    /// An old address and where it leads.
    Alias(&'a OutPath, PageRef),
}

/// Renders every page of the site in every language, a redirect at every old address, and the
/// style sheet. Faults of the theme's templates are reported, and those pages left out.
pub fn render(
    site: &Site,
    theme: &Theme,
    options: Options,
    sink: &mut Sink,
) -> Vec<(OutPath, Vec<u8>)> {
    let Some(engine) = Engine::new(theme, sink) else {
        return Vec::new();
    };
    let press = Press::new(site, theme, options, &engine);
    let pages = site.page_refs().flat_map(|page| {
        site.settings
            .languages
            .iter()
            .map(move |lang| Job::Page(page, *lang))
    });
    let aliases = site
        .aliases
        .iter()
        .map(|(path, page)| Job::Alias(path, *page));
    let jobs: Vec<Job<'_>> = pages.chain(aliases).collect();
    let chrome = match Chrome::new(&press, jobs.iter().map(|job| job.place(&press))) {
        Ok(chrome) => chrome,
        Err(fault) => {
            sink.report(fault.problem(theme));
            return Vec::new();
        }
    };
    let rendered: Vec<Result<(OutPath, Vec<u8>), Fault>> = jobs
        .into_par_iter()
        .map_init(Vec::new, |room, job| job.render(&press, &chrome, room))
        .collect();

    let mut out = Vec::with_capacity(rendered.len() + 1);
    let mut faults: Vec<Fault> = Vec::new();
    for result in rendered {
        match result {
            Ok(file) => out.push(file),
            Err(fault) if faults.contains(&fault) => {}
            Err(fault) => faults.push(fault),
        }
    }
    for fault in faults {
        sink.report(fault.problem(theme));
    }
    out.extend(styles::sheet(theme));
    out
}

impl<'a> Job<'a> {
    fn place(self, press: &'a Press<'a>) -> Place<'a> {
        match self {
            Self::Page(page, lang) => Place::of(press, page, lang),
            Self::Alias(path, _) => Place::at(press, path, press.site.settings.default_lang()),
        }
    }

    fn render(
        self,
        press: &'a Press<'a>,
        chrome: &Chrome<'a>,
        scratch: &mut Vec<u8>,
    ) -> Result<(OutPath, Vec<u8>), Fault> {
        let place = self.place(press);
        let (path, (template, mut context)) = match self {
            Self::Page(page, lang) => (press.site.address(page, lang), view(&place, page)),
            Self::Alias(path, target) => (path, plain::redirect(&place, target)),
        };
        chrome.furnish(&place, &mut context);
        Ok((
            path.clone(),
            press.engine.render(template, &context, scratch)?,
        ))
    }
}

/// The template of a page and everything it may show.
fn view(place: &Place<'_>, page: PageRef) -> (&'static str, Context) {
    match page {
        PageRef::Home => home::view(place),
        PageRef::Speakers => lists::speakers(place),
        PageRef::Speaker(id) => speaker::view(place, id),
        PageRef::Topics => lists::topics(place),
        PageRef::Topic(id) => topic::view(place, id),
        PageRef::Event(id) => event::view(place, id),
        PageRef::Leaflets => lists::leaflets(place),
        PageRef::Leaflet(id) => leaflet::view(place, id),
        PageRef::Page(id) => plain::page(place, id),
        PageRef::NotFound => plain::not_found(place),
    }
}
