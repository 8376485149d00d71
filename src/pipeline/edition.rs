//! A finished site in a theme: every file of it, all at once or one at a time.

use std::collections::BTreeMap;
use std::sync::{Arc, OnceLock};

use super::Options;
use super::look::Look;
use crate::base::{ContentPath, OutPath};
use crate::diag::Sink;
use crate::emit::Artifacts;
use crate::link::{PageRef, Site};
use crate::preflight;
use crate::render::{feed, html, search};
use crate::typeset::Prints;

/// The pictures of the content folder.
pub(super) type Images = Arc<BTreeMap<ContentPath, Arc<Vec<u8>>>>;

/// A site that can be rendered.
pub struct Edition {
    site: Arc<Site>,
    look: Look,
    images: Images,
    html: html::Options,
    /// The search index, made when a part of it is asked for.
    index: OnceLock<Artifacts>,
    /// What a page that is rendered alone tells of leaflets: nothing, since none was set for it.
    prints: Prints,
}

impl Edition {
    /// The site in a theme; with `at_root`, served from the root of a host.
    pub(super) fn new(
        site: Arc<Site>,
        look: Look,
        images: Images,
        options: &Options,
        at_root: bool,
    ) -> Self {
        Self {
            site,
            look,
            images,
            html: html::Options {
                leaflets: options.leaflets,
                at_root,
            },
            index: OnceLock::new(),
            prints: Prints::default(),
        }
    }

    /// Every file.
    pub(super) fn all(&self, sink: &mut Sink) -> Artifacts {
        let (site, theme) = (&*self.site, &*self.look.theme);
        let (mut of_print, mut of_pages) = (Sink::default(), Sink::default());
        let ((feeds, index), printed) = rayon::join(
            || (feed::all(site), search::all(site)),
            || {
                let printer = self.html.leaflets.then(|| self.look.printer());
                printer.map(|printer| printer.all(site, theme, &mut of_print))
            },
        );
        let (leaflets, prints) = printed.unwrap_or_default();
        // Pages tell of what was printed, so they come last.
        let pages = self.pages(&prints).map(|pages| pages.all(&mut of_pages));
        sink.absorb(of_pages);
        sink.absorb(of_print);
        let mut artifacts: Artifacts = feeds
            .into_iter()
            .chain(index)
            .chain(pages.into_iter().flatten())
            .chain(leaflets)
            .collect();
        let images = site.images.iter();
        artifacts.extend(images.filter_map(|(from, to)| {
            let bytes = self.images.get(from)?;
            Some((to.clone(), bytes.to_vec()))
        }));
        if self.html.leaflets {
            preflight::check(site, &artifacts, sink);
        }
        artifacts
    }

    /// One file with what was wrong with it; no bytes when it could not be made, and `None`
    /// when the site has no such file.
    #[must_use]
    pub fn file(&self, path: &OutPath) -> Option<(Option<Vec<u8>>, Sink)> {
        let mut sink = Sink::default();
        let site = &*self.site;
        if let Some((from, _)) = site.images.iter().find(|(_, to)| to == path) {
            let bytes = self.images.get(from)?;
            return Some((Some(bytes.to_vec()), sink));
        }
        if let Some(found) = self.pages(&self.prints).and_then(|pages| pages.file(path)) {
            let bytes = found.map_err(|problem| sink.report(problem)).ok();
            return Some((bytes, sink));
        }
        if let Some(bytes) = feed::file(site, path) {
            return Some((Some(bytes), sink));
        }
        if search::is_part(path) {
            let index = self
                .index
                .get_or_init(|| search::all(site).into_iter().collect());
            return Some((Some(index.get(path)?.clone()), sink));
        }
        let printer = self.html.leaflets.then(|| self.look.printer())?;
        let files = printer.file(site, &self.look.theme, path, &mut sink)?;
        let found = files.into_iter().find(|(at, _)| at == path);
        Some((found.map(|(_, bytes)| bytes), sink))
    }

    /// The page for addresses that lead nowhere, for a reader of the address `path`.
    #[must_use]
    pub fn not_found(&self, path: &str) -> Option<Vec<u8>> {
        let languages = &self.site.settings.languages;
        let folder = path.trim_start_matches('/').split('/').next();
        let lang = languages.iter().find(|lang| Some(lang.as_str()) == folder);
        let lang = lang.copied().unwrap_or(self.site.settings.default_lang());
        let page = self.site.address(PageRef::NotFound, lang);
        self.file(page)?.0
    }

    /// Whether another state of the site has the same pictures.
    #[must_use]
    pub fn has_pictures_of(&self, other: &Self) -> bool {
        Arc::ptr_eq(&self.images, &other.images) || self.images == other.images
    }

    fn pages<'a>(&'a self, prints: &'a Prints) -> Option<html::Pages<'a>> {
        let engine = self.look.engine.as_deref()?;
        let theme = &self.look.theme;
        Some(html::Pages::new(
            &self.site, theme, engine, prints, self.html,
        ))
    }
}
