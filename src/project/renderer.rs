//! A finished site in a theme: every file of it, all at once or one at a time.

use std::sync::{Arc, OnceLock, RwLock};

use super::BuildOptions;
use super::loaded_theme::LoadedTheme;
use super::pictures::{Images, album, shown};
use crate::base::{Lang, OutPath};
use crate::cache::Cache;
use crate::diagnostic::Diagnostics;
use crate::leaflet::Prints;
use crate::media::Pictures;
use crate::output::Artifacts;
use crate::preflight;
use crate::press::PrintMaterial;
use crate::site::{LeafletId, PageRef, Site};
use crate::web::{feed, index};
use crate::{web, webfonts};

/// A site that can be rendered.
pub struct Renderer {
    site: Arc<Site>,
    look: LoadedTheme,
    images: Images,
    html: web::WebOptions,
    /// The search index, made when a part of it is asked for.
    index: OnceLock<Artifacts>,
    /// What the pages of a preview tell of leaflets: of those that were set so far.
    prints: RwLock<Arc<Prints>>,
    cache: Cache,
    /// The content folder as people know it.
    shown: String,
    /// The pictures, drawn when the first page that may show one is asked for.
    album: OnceLock<(Pictures, Diagnostics)>,
}

/// A file that was made alone.
#[derive(Debug, Default)]
pub struct RenderedFile {
    /// Its bytes; `None` when it could not be made.
    pub bytes: Option<Vec<u8>>,
    /// What was wrong with it.
    pub problems: Diagnostics,
    /// The leaflets that it tells of, to be handed to [`Renderer::print`].
    pub leaflets: Vec<(LeafletId, Lang)>,
}

impl Renderer {
    /// The site in a theme.
    pub(super) fn new(
        site: Arc<Site>,
        look: LoadedTheme,
        images: Images,
        options: &BuildOptions,
    ) -> Self {
        Self {
            site,
            look,
            images,
            html: web::WebOptions {
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
    pub(super) fn all(&self, sink: &mut Diagnostics) -> Artifacts {
        let (site, theme) = (&*self.site, &*self.look.theme);
        let (mut of_print, mut of_pages) = (Diagnostics::default(), Diagnostics::default());
        // Drawn first: leaflets and pages show them, on all cores.
        let (album, of_pictures) = self.album();
        let ((feeds, index), printed) = rayon::join(
            || (feed::all(site), index::all(site)),
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
        let pages: Vec<webfonts::FontPage<'_>> = artifacts
            .iter()
            .filter(|(path, _)| path.as_str().ends_with(".html"))
            .map(|(path, html)| (path, html.as_slice()))
            .collect();
        let fonts = webfonts::all(site, theme, &self.cache, &pages);
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
    pub fn file(&self, path: &OutPath) -> Option<RenderedFile> {
        let site = &*self.site;
        let mut made = RenderedFile::default();
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
            feed::file(site, path).or_else(|| webfonts::file(&self.look.theme, path))
        {
            made.bytes = Some(bytes);
        } else if index::is_part(path) {
            let index = || index::all(site).into_iter().collect();
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
    pub fn print(&self, leaflet: (LeafletId, Lang)) -> Diagnostics {
        let mut sink = Diagnostics::default();
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
    fn material<'a>(&'a self, album: &'a Pictures) -> PrintMaterial<'a> {
        PrintMaterial {
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

    fn pages<'a>(&'a self, prints: &'a Prints) -> Option<web::PageRenderer<'a>> {
        let engine = self.look.engine.as_deref()?;
        let theme = &self.look.theme;
        Some(web::PageRenderer::new(
            &self.site,
            theme,
            engine,
            (prints, &self.album().0),
            self.html,
        ))
    }

    /// The pictures that pages show, and what was wrong with them.
    fn album(&self) -> &(Pictures, Diagnostics) {
        let drawn = || {
            let widths = &self.look.theme.manifest().pictures.widths;
            album(&self.site, &self.images, widths, &self.shown, &self.cache)
        };
        self.album.get_or_init(drawn)
    }
}
