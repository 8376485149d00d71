//! A finished site in a theme: every file of it, all at once or one at a time.

use std::sync::{Arc, OnceLock, RwLock};

use super::Options;
use super::album::{Images, album, shown};
use super::look::Look;
use crate::base::{Lang, OutPath};
use crate::cache::Cache;
use crate::diag::Sink;
use crate::emit::Artifacts;
use crate::link::{LeafletId, PageRef, Site};
use crate::picture::Album;
use crate::preflight;
use crate::render::print::Material;
use crate::render::{feed, fonts, html, search};
use crate::typeset::Prints;

/// A site that can be rendered.
pub struct Edition {
    site: Arc<Site>,
    look: Look,
    images: Images,
    html: html::Options,
    /// The search index, made when a part of it is asked for.
    index: OnceLock<Artifacts>,
    /// What the pages of a preview tell of leaflets: of those that were set so far.
    prints: RwLock<Arc<Prints>>,
    cache: Cache,
    /// The content folder as people know it.
    shown: String,
    /// The pictures, drawn when the first page that may show one is asked for.
    album: OnceLock<(Album, Sink)>,
}

/// A file that was made alone.
#[derive(Debug, Default)]
pub struct File {
    /// Its bytes; `None` when it could not be made.
    pub bytes: Option<Vec<u8>>,
    /// What was wrong with it.
    pub problems: Sink,
    /// The leaflets that it tells of, to be handed to [`Edition::print`].
    pub leaflets: Vec<(LeafletId, Lang)>,
}

impl Edition {
    /// The site in a theme.
    pub(super) fn new(site: Arc<Site>, look: Look, images: Images, options: &Options) -> Self {
        Self {
            site,
            look,
            images,
            html: html::Options {
                leaflets: options.leaflets,
                preview: false,
            },
            index: OnceLock::new(),
            prints: RwLock::default(),
            cache: options.cache.clone(),
            shown: shown(&options.content),
            album: OnceLock::new(),
        }
    }

    /// The same for the live preview. What pages tell of leaflets they tell as they did in the
    /// state `before`, until those are set again.
    pub(super) fn for_preview(mut self, before: Option<&Self>) -> Self {
        self.html.preview = true;
        let mut prints = Prints::default();
        if let Some(before) = before {
            for (id, lang, printed) in before.prints().iter() {
                let slug = &before.site.leaflet(id).slug;
                let stays =
                    |at: &usize| self.site.leaflets.get(*at).is_some_and(|l| l.slug == *slug);
                let anywhere = || (0..self.site.leaflets.len()).find(stays);
                if let Some(at) = Some(id.0).filter(stays).or_else(anywhere) {
                    prints.insert(LeafletId(at), lang, printed.clone());
                }
            }
        }
        self.prints = RwLock::new(Arc::new(prints));
        self
    }

    /// Every file.
    pub(super) fn all(&self, sink: &mut Sink) -> Artifacts {
        let (site, theme) = (&*self.site, &*self.look.theme);
        let (mut of_print, mut of_pages) = (Sink::default(), Sink::default());
        // Drawn first: leaflets and pages show them, on all cores.
        let (album, of_pictures) = self.album();
        let ((feeds, index), printed) = rayon::join(
            || (feed::all(site), search::all(site)),
            || {
                let printer = self.html.leaflets.then(|| self.look.printer());
                let material = self.material(album);
                printer.map(|printer| printer.all(material, &mut of_print))
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
        let pages: Vec<fonts::Page<'_>> = artifacts
            .iter()
            .filter(|(path, _)| path.as_str().ends_with(".html"))
            .map(|(path, html)| (path, html.as_slice()))
            .collect();
        let fonts = fonts::all(site, theme, &self.cache, &pages);
        artifacts.extend(fonts);
        sink.absorb(of_pictures.clone());
        let pictures = album.files();
        artifacts.extend(pictures.map(|file| (file.path.clone(), file.bytes.to_vec())));
        if self.html.leaflets {
            preflight::check(site, &artifacts, &self.cache, sink);
        }
        artifacts
    }

    /// One file; `None` when the site has no such file.
    #[must_use]
    pub fn file(&self, path: &OutPath) -> Option<File> {
        let site = &*self.site;
        let mut made = File::default();
        let prints = self.prints();
        if path.as_str().starts_with("assets/pictures/") {
            let (album, _) = self.album();
            let file = album.files().find(|file| file.path == *path)?;
            made.bytes = Some(file.bytes.to_vec());
        } else if let Some((found, told)) = self
            .pages(&prints)
            .and_then(|pages| Some((pages.file(path)?, pages.told())))
        {
            made.leaflets = told;
            made.bytes = found.map_err(|problem| made.problems.report(problem)).ok();
        } else if let Some(bytes) =
            feed::file(site, path).or_else(|| fonts::file(&self.look.theme, path))
        {
            made.bytes = Some(bytes);
        } else if search::is_part(path) {
            let index = || search::all(site).into_iter().collect();
            made.bytes = Some(self.index.get_or_init(index).get(path)?.clone());
        } else {
            let printer = self.html.leaflets.then(|| self.look.printer())?;
            let material = self.material(&self.album().0);
            let files = printer.file(material, path, &mut made.problems)?;
            let found = files.into_iter().find(|(at, _)| at == path);
            made.bytes = found.map(|(_, bytes)| bytes);
        }
        Some(made)
    }

    /// Sets a leaflet, so that pages can tell of it, and gives back what was wrong with it.
    #[must_use]
    pub fn print(&self, leaflet: (LeafletId, Lang)) -> Sink {
        let mut sink = Sink::default();
        if self.html.leaflets {
            let material = self.material(&self.album().0);
            let printed = self.look.printer().print(material, leaflet, &mut sink);
            if let (Some(printed), Ok(mut prints)) = (printed, self.prints.write()) {
                Arc::make_mut(&mut prints).insert(leaflet.0, leaflet.1, printed);
            }
        }
        sink
    }

    /// What leaflets are made from.
    fn material<'a>(&'a self, album: &'a Album) -> Material<'a> {
        Material {
            site: &self.site,
            theme: &self.look.theme,
            album,
        }
    }

    fn prints(&self) -> Arc<Prints> {
        self.prints
            .read()
            .map(|prints| Arc::clone(&prints))
            .unwrap_or_default()
    }

    /// The page for addresses that lead nowhere, for a reader of the address `path`.
    #[must_use]
    pub fn not_found(&self, path: &str) -> Option<Vec<u8>> {
        let languages = &self.site.settings.languages;
        let folder = path.trim_start_matches('/').split('/').next();
        let lang = languages.iter().find(|lang| Some(lang.as_str()) == folder);
        let lang = lang.copied().unwrap_or(self.site.settings.default_lang());
        let page = self.site.address(PageRef::NotFound, lang);
        self.file(page)?.bytes
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
            &self.site,
            theme,
            engine,
            (prints, &self.album().0),
            self.html,
        ))
    }

    /// The pictures that pages show, and what was wrong with them.
    fn album(&self) -> &(Album, Sink) {
        let drawn = || album(&self.site, &self.images, &self.shown, &self.cache);
        self.album.get_or_init(drawn)
    }
}
