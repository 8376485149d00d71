//! A finished site in a theme: every artifact of it, all at once or when one is asked for.

use std::sync::{Arc, OnceLock, RwLock};

use rayon::prelude::*;

use super::damaged::DamagedFiles;
use super::kept::Kept;
use super::loaded_theme::LoadedTheme;
use super::options::BuildOptions;
use super::pictures::{self, Images, PictureFaults, shown};
use crate::base::{Lang, OutPath};
use crate::cache::Cache;
use crate::diagnostic::{Diagnostic, Diagnostics, Sources};
use crate::leaflet::{Printed, Prints};
use crate::media::Pictures;
use crate::output::OutputFiles;
use crate::press::{self, LeafletFiles, PrintMaterial};
use crate::site::{Artifact, LeafletId, Linked, PageRef, Routes, Site};
use crate::web::{feed, index};
use crate::{preflight, web, webfonts};

/// A site that can be rendered.
pub struct Renderer {
    pub(super) site: Arc<Site>,
    routes: Arc<Routes>,
    pub(super) theme: LoadedTheme,
    images: Images,
    options: web::WebOptions,
    /// Whether the typefaces of pages are made.
    has_faces: bool,
    /// What pages share, made when the first is asked for.
    shared: OnceLock<web::SharedParts>,
    /// What the pages of a preview tell of leaflets: of those that were set so far.
    prints: RwLock<Arc<Prints>>,
    kept: Kept<Rendered>,
    cache: Cache,
    /// The content folder as people know it.
    shown: String,
    /// The pictures, drawn when the first page that may show one is asked for.
    pictures: Arc<OnceLock<(Pictures, PictureFaults)>>,
    /// The files of which nothing is printed.
    damaged: DamagedFiles,
    /// The texts that the site was read from.
    sources: Sources,
}

/// Files with their places; what is kept is handed out without being copied.
type SharedFiles = Vec<(OutPath, Arc<Vec<u8>>)>;

/// An artifact that was made: its files, and what there is to tell of it.
#[derive(Default)]
struct Rendered {
    files: SharedFiles,
    /// What was wrong.
    problems: Diagnostics,
    /// What pages tell of it.
    prints: Prints,
    /// The leaflets that a page of a preview tells of.
    leaflets: Vec<(LeafletId, Lang)>,
}

/// A file that was made alone.
#[derive(Debug, Default)]
pub struct RenderedFile {
    /// Its bytes; `None` when it could not be made.
    pub bytes: Option<Vec<u8>>,
    /// What was wrong with it.
    pub problems: Diagnostics,
    /// The leaflets that it tells of, to be handed to [`Renderer::print`].
    pub(crate) leaflets: Vec<(LeafletId, Lang)>,
}

impl Renderer {
    /// The site in a theme.
    pub(super) fn new(
        linked: &Linked,
        theme: LoadedTheme,
        images: Images,
        (damaged, sources): (DamagedFiles, Sources),
        options: &BuildOptions,
    ) -> Self {
        Self {
            site: Arc::clone(&linked.site),
            routes: Arc::clone(&linked.routes),
            theme,
            images,
            options: web::WebOptions {
                leaflets: options.leaflets,
                preview: false,
            },
            has_faces: options.faces,
            shared: OnceLock::new(),
            prints: RwLock::default(),
            kept: Kept::default(),
            cache: options.cache.clone(),
            shown: shown(&options.content),
            pictures: Arc::default(),
            damaged,
            sources,
        }
    }

    /// The same for the live preview. What pages tell of leaflets they tell as they did in the
    /// state `before`, until those are set again; pictures that stayed the same are not drawn again.
    pub(super) fn for_preview(mut self, before: Option<&Self>) -> Self {
        self.options.preview = true;
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
            let widths = |own: &Self| own.theme.theme.manifest().pictures.widths.clone();
            if self.has_pictures_of(before)
                && self.site.images == before.site.images
                && self.site.unshown == before.site.unshown
                && widths(&self) == widths(before)
            {
                self.pictures = Arc::clone(&before.pictures);
            }
        }
        self.prints = RwLock::new(Arc::new(prints));
        self
    }

    /// Every file, in four steps, since each tells of what came before: pictures; leaflets and
    /// share cards, beside everything that depends on nothing; pages, which tell how large leaflets
    /// are; and the typefaces, which hold what pages show.
    pub(super) fn all(&self, diagnostics: &mut Diagnostics) -> OutputFiles {
        let wanted = self.routes.artifacts().filter(|own| self.makes(*own));
        let (printed, wanted): (Vec<_>, Vec<_>) = wanted.partition(|own| own.is_printed());
        let (pages, wanted): (Vec<_>, Vec<_>) = wanted.into_iter().partition(|own| own.is_html());
        let (fonts, others): (Vec<_>, Vec<_>) = (wanted.into_iter()).partition(is_of_pages);

        let nothing = Prints::default();
        let (others, printed) = rayon::join(
            || self.each(others, &nothing),
            || press::set_all(&printed, |own| self.render(*own, &nothing, &mut Vec::new())),
        );
        let mut of_print = Diagnostics::default();
        let (printed, prints) = gather(printed, &mut of_print);
        let (pages, _) = gather(self.each(pages, &prints), diagnostics);
        diagnostics.absorb(of_print);
        // What pages show decides what is in the typefaces, and pages name the files they need.
        let mut html: Vec<(OutPath, Vec<u8>)> = pages
            .into_iter()
            .map(|(path, bytes)| (path, Arc::unwrap_or_clone(bytes)))
            .collect();
        html.sort_unstable_by(|a, b| a.0.cmp(&b.0));
        let fonts = if fonts.is_empty() || !self.has_faces {
            Vec::new()
        } else {
            let pages = html.iter_mut().map(|(path, bytes)| (&*path, bytes));
            webfonts::all(&self.site, &self.theme.theme, &self.cache, pages.collect())
        };
        let (others, _) = gather(others, diagnostics);
        diagnostics.absorb(self.told_of_pictures());
        let files: OutputFiles = [others, printed]
            .into_iter()
            .flatten()
            .map(|(path, bytes)| (path, Arc::unwrap_or_clone(bytes)))
            .chain(html)
            .chain(fonts)
            .collect();
        // Where two things want one address, the code of a leaflet leads to the other: that is told.
        if self.options.leaflets && !self.routes.collide() {
            preflight::check(&self.site, &files, &self.cache, diagnostics);
        }
        files
    }

    /// Renders artifacts on all cores, in their order.
    fn each(&self, artifacts: Vec<Artifact>, prints: &Prints) -> Vec<Rendered> {
        artifacts
            .into_par_iter()
            .map_init(Vec::new, |scratch, own| self.render(own, prints, scratch))
            .collect()
    }

    /// One file; `None` when the site has no such file.
    #[must_use]
    pub fn file(&self, path: &OutPath) -> Option<RenderedFile> {
        let artifact = self.routes.find(path).filter(|own| self.makes(*own))?;
        if is_of_pages(&artifact) {
            // What pages show changes with every word that is typed.
            return Some(RenderedFile {
                bytes: Some(webfonts::file(&self.site, &self.theme.theme, path)?),
                ..RenderedFile::default()
            });
        }
        let prints = self.prints();
        let make = || self.render(artifact, &prints, &mut Vec::new());
        let made = if is_kept(artifact) {
            self.kept.get(artifact, make)
        } else {
            Arc::new(make())
        };
        let found = made.files.iter().find(|(own, _)| own == path);
        let bytes = found.map(|(_, bytes)| Arc::clone(bytes));
        let problems = made.problems.clone();
        if bytes.is_none() && !problems.has_errors() {
            return None;
        }
        let leaflets = made.leaflets.clone();
        drop(made);
        Some(RenderedFile {
            bytes: bytes.map(Arc::unwrap_or_clone),
            problems,
            leaflets,
        })
    }

    /// Makes an artifact: the same from the same, whatever else was made and when.
    fn render(&self, artifact: Artifact, prints: &Prints, scratch: &mut Vec<u8>) -> Rendered {
        let (site, theme) = (&*self.site, &*self.theme.theme);
        let one = |bytes: Option<Vec<u8>>| Rendered::of(artifact.path(site).zip(bytes));
        match artifact {
            Artifact::Page(page, lang) => self.page(artifact, prints, |pages| {
                Some(pages.page(page, lang, scratch))
            }),
            Artifact::Redirect(at) => {
                self.page(artifact, prints, |pages| pages.redirect(at, scratch))
            }
            Artifact::Leaflet(id, lang) => {
                let mut made = Rendered::default();
                let set = self.leaflet((id, lang), &mut made.problems);
                if let Some((files, printed)) = set {
                    made.prints.insert(id, lang, printed);
                    made.put(files);
                }
                made
            }
            Artifact::Card(page, lang) => {
                let mut made = Rendered::default();
                let printer = self.theme.printer();
                let set = printer.card(self.material(), (page, lang), &mut made.problems);
                if let Some((png, image)) = set {
                    made.put([(image.path.clone(), png)]);
                    made.prints.insert_card(page, lang, image);
                }
                made
            }
            Artifact::Machine(file) => one(feed::file(site, file)),
            Artifact::Styles(sheet) => one(Some(web::styles(theme, site, sheet))),
            Artifact::Search(lang) => Rendered::of(index::parts(site, lang)),
            Artifact::Scripts => Rendered::of(web::scripts(theme)),
            // Made with all pages at hand, which name their files.
            Artifact::Fonts => Rendered::default(),
            Artifact::Pictures => {
                let mut made = Rendered::default();
                let files = self.pictures().0.files();
                made.files
                    .extend(files.map(|own| (own.path.clone(), Arc::clone(&own.bytes))));
                made
            }
        }
    }

    /// An artifact that is a page; nothing when the theme's templates do not compile.
    fn page(
        &self,
        artifact: Artifact,
        prints: &Prints,
        render: impl FnOnce(&web::PageRenderer<'_>) -> Option<Result<Vec<u8>, Diagnostic>>,
    ) -> Rendered {
        let mut made = Rendered::default();
        let Some(engine) = self.theme.engine.as_deref() else {
            return made;
        };
        let (site, theme) = (&*self.site, &*self.theme.theme);
        let shared = || web::SharedParts::new(site, theme);
        let pages = web::PageRenderer::new(web::WebMaterial {
            site,
            theme,
            engine,
            shared: self.shared.get_or_init(shared),
            prints,
            pictures: &self.pictures().0,
            options: self.options,
        });
        match (artifact.path(site), render(&pages)) {
            (Some(path), Some(Ok(html))) => made.put([(path, html)]),
            (_, Some(Err(fault))) => made.problems.report(fault),
            _ => {}
        }
        made.leaflets = pages.told();
        made
    }

    /// Sets a leaflet: its files, and what pages tell of it. What is wrong is reported; where the
    /// reading of its text failed, that has been.
    pub(super) fn leaflet(
        &self,
        leaflet: (LeafletId, Lang),
        diagnostics: &mut Diagnostics,
    ) -> Option<(LeafletFiles, Printed)> {
        let artifact = Artifact::Leaflet(leaflet.0, leaflet.1);
        if self.damaged.spoil(&self.site, artifact) {
            return None;
        }
        let printer = self.theme.printer();
        printer.leaflet(self.material(), leaflet, diagnostics)
    }

    /// Every text of a leaflet, one after another.
    pub(super) fn text_of(&self, leaflet: (LeafletId, Lang)) -> String {
        self.theme.printer().text(self.material(), leaflet)
    }

    /// Sets a leaflet, so that pages can tell of it, and gives back what was wrong with it.
    #[must_use]
    pub(crate) fn print(&self, leaflet: (LeafletId, Lang)) -> Diagnostics {
        let mut diagnostics = Diagnostics::default();
        if self.options.leaflets
            && let Some((_, printed)) = self.leaflet(leaflet, &mut diagnostics)
            && let Ok(mut prints) = self.prints.write()
        {
            Arc::make_mut(&mut prints).insert(leaflet.0, leaflet.1, printed);
        }
        diagnostics
    }

    /// Whether this build makes an artifact.
    fn makes(&self, artifact: Artifact) -> bool {
        !artifact.is_printed() || self.options.leaflets && !self.damaged.spoil(&self.site, artifact)
    }

    /// What leaflets are made from.
    pub(super) fn material(&self) -> PrintMaterial<'_> {
        PrintMaterial {
            site: &self.site,
            theme: &self.theme.theme,
            pictures: &self.pictures().0,
            sources: &self.sources,
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
    pub(crate) fn has_pictures_of(&self, other: &Self) -> bool {
        Arc::ptr_eq(&self.images, &other.images) || self.images == other.images
    }

    /// What was wrong with the pictures that pages show.
    pub(super) fn told_of_pictures(&self) -> Diagnostics {
        pictures::told(&self.pictures().1, &self.site, &self.shown)
    }

    /// The pictures that pages show, and what was wrong with them.
    fn pictures(&self) -> &(Pictures, PictureFaults) {
        let drawn = || {
            let widths = &self.theme.theme.manifest().pictures.widths;
            pictures::pictures(&self.site, &self.images, widths, &self.cache)
        };
        self.pictures.get_or_init(drawn)
    }
}

impl Rendered {
    /// Files that nothing more is to be told of.
    fn of(files: impl IntoIterator<Item = (OutPath, Vec<u8>)>) -> Self {
        let mut made = Self::default();
        made.put(files);
        made
    }

    fn put(&mut self, files: impl IntoIterator<Item = (OutPath, Vec<u8>)>) {
        let files = files.into_iter();
        self.files
            .extend(files.map(|(path, bytes)| (path, Arc::new(bytes))));
    }
}

/// Whether a state of the preview keeps an artifact once it was made: a browser asks for one part
/// after the other of what is made in one go.
const fn is_kept(artifact: Artifact) -> bool {
    matches!(
        artifact,
        Artifact::Search(_) | Artifact::Scripts | Artifact::Styles(_)
    )
}

/// Whether an artifact is made of the finished pages.
const fn is_of_pages(artifact: &Artifact) -> bool {
    matches!(artifact, Artifact::Fonts)
}

/// All files of some artifacts, and what pages tell of them; one fault of a template is reported
/// once for all pages that it spoils.
fn gather(made: Vec<Rendered>, diagnostics: &mut Diagnostics) -> (SharedFiles, Prints) {
    let mut files = Vec::with_capacity(made.len());
    let (mut prints, mut faults) = (Prints::default(), Diagnostics::default());
    for own in made {
        files.extend(own.files);
        prints.absorb(own.prints);
        for problem in own.problems.as_slice() {
            if !faults.as_slice().contains(problem) {
                faults.report(problem.clone());
            }
        }
    }
    diagnostics.absorb(faults);
    (files, prints)
}
