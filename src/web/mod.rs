//! The website: every page of the site as HTML, its style sheets and scripts, and a page at
//! every old address.
//!
//! Templates are compiled once and see small structs made for them, never the site itself.

mod about;
mod ask;
mod charts;
mod chrome;
mod cite;
mod code;
mod drawings;
mod ending;
mod engine;
mod escape;
mod event;
pub(crate) mod feed;
mod figures;
mod graph;
mod head;
mod home;
pub(crate) mod index;
mod leaflet;
mod lists;
mod matrix;
mod namesakes;
mod notes;
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
mod shape;
mod share;
mod sheet;
mod sides;
mod squeeze;
mod standing;
mod statement;
mod styles;
mod telephone;
mod text;
mod topic;

use tera::{Context, Value};

use crate::base::Lang;
use crate::diagnostic::Diagnostic;
use crate::leaflet::Prints;
use crate::media::Pictures;
use crate::site::{LeafletId, PageRef, Site};
use crate::theme::Theme;
use chrome::Chrome;
pub(crate) use code::paint;
pub(crate) use engine::TemplateEngine;
pub(crate) use options::WebOptions;
use page_context::{PageContext, SiteContext};
pub(crate) use scripts::scripts;
pub(crate) use styles::styles;

/// What the pages of one state of a site share, whatever was printed of it: made once, however
/// often pages are rendered.
pub(crate) struct SharedParts {
    /// The words of the interface as templates take them, in the order of the site's languages.
    ui: Vec<Value>,
    chrome: Chrome,
}

impl SharedParts {
    /// Prepares for the pages of a site.
    #[must_use]
    pub(crate) fn new(site: &Site, theme: &Theme) -> Self {
        let languages = site.settings.languages.iter();
        let words = |lang: &Lang| Value::from_serializable(theme.words(*lang).map());
        Self {
            ui: languages.map(words).collect(),
            chrome: Chrome::default(),
        }
    }
}

/// What pages are made from.
#[derive(Clone, Copy)]
pub(crate) struct WebMaterial<'m> {
    /// The site.
    pub site: &'m Site,
    /// Its theme.
    pub theme: &'m Theme,
    /// The theme's templates.
    pub engine: &'m TemplateEngine,
    /// What its pages share.
    pub shared: &'m SharedParts,
    /// What they tell of leaflets.
    pub prints: &'m Prints,
    /// The pictures that they show.
    pub pictures: &'m Pictures,
    /// How they are made.
    pub options: WebOptions,
}

/// The pages of a site, each rendered when it is asked for.
pub(crate) struct PageRenderer<'a> {
    site_context: SiteContext<'a>,
    shared: &'a SharedParts,
    theme: &'a Theme,
}

impl<'a> PageRenderer<'a> {
    /// The pages of a site.
    #[must_use]
    pub(crate) fn new(material: WebMaterial<'a>) -> Self {
        Self {
            site_context: SiteContext::new(
                material.site,
                (material.theme, &material.shared.ui),
                (material.prints, material.pictures),
                material.options,
                material.engine,
            ),
            shared: material.shared,
            theme: material.theme,
        }
    }

    /// A page in a language, or what is wrong with its template. `scratch` is room to work in, used
    /// again and again.
    ///
    /// # Errors
    /// What is wrong with the template.
    pub(crate) fn page(
        &self,
        page: PageRef,
        lang: Lang,
        scratch: &mut Vec<u8>,
    ) -> Result<Vec<u8>, Diagnostic> {
        let place = PageContext::of(&self.site_context, page, lang);
        let (template, context) = view(&place, page);
        self.render(&place, template, context, scratch)
    }

    /// The page at an old address, by its place in [`Site::aliases`]; `None` when there is none.
    pub(crate) fn redirect(
        &self,
        at: usize,
        scratch: &mut Vec<u8>,
    ) -> Option<Result<Vec<u8>, Diagnostic>> {
        let site = self.site_context.site;
        let (path, target) = site.aliases.get(at)?;
        let place = PageContext::at(&self.site_context, path, site.settings.default_lang());
        let (template, context) = plain::redirect(&place, *target);
        Some(self.render(&place, template, context, scratch))
    }

    /// The leaflets that the pages of a preview told of, those not yet set among them.
    #[must_use]
    pub(crate) fn told(&self) -> Vec<(LeafletId, Lang)> {
        let told = self.site_context.told.lock();
        told.map_or_else(|_| Vec::new(), |told| told.iter().copied().collect())
    }

    fn render(
        &self,
        place: &PageContext<'_>,
        template: &'static str,
        mut context: Context,
        scratch: &mut Vec<u8>,
    ) -> Result<Vec<u8>, Diagnostic> {
        let chrome = &self.shared.chrome;
        chrome
            .insert_into(place, &mut context)
            .and_then(|()| self.site_context.engine.render(template, &context, scratch))
            .map_err(|fault| fault.diagnostic(self.theme))
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
