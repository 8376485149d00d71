//! The theme that a site is rendered in, read and compiled.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::{Arc, OnceLock};

use super::options::BuildOptions;
use crate::base::{ContentPath, Lang};
use crate::cache::Cache;
use crate::cache::CacheKey;
use crate::diagnostic::{Diagnostic, Diagnostics};
use crate::model::SiteDoc;
use crate::source::{self, Stamp};
use crate::theme::{Theme, ThemeFault, bundled};
use crate::{press, web};

/// A theme with its templates compiled.
#[derive(Clone)]
pub(super) struct LoadedTheme {
    /// The folder laid over the default theme.
    pub(super) folder: Option<PathBuf>,
    pub(super) theme: Arc<Theme>,
    /// `None` when a template does not compile.
    pub(super) engine: Option<Arc<web::TemplateEngine>>,
    printer: Arc<OnceLock<press::Printer>>,
    languages: Vec<Lang>,
    cache: Cache,
    stamps: BTreeMap<ContentPath, Option<Stamp>>,
    diagnostics: Arc<Diagnostics>,
}

impl LoadedTheme {
    /// Reads the theme that the options or `site.yaml` name.
    pub(super) fn open(options: &BuildOptions, site: &SiteDoc) -> Self {
        let mut diagnostics = Diagnostics::default();
        let folder = folder(options, site);
        // Taken before reading: a file that changes in between is seen to be stale.
        let stamps = stamps(folder.as_deref());
        let named = site.theme.as_deref().filter(|_| folder.is_none());
        let overlay = folder.as_deref().map_or_else(
            || bundled(named?),
            |folder| {
                let name = folder.display().to_string();
                let files = source::folder(folder, &name, &mut diagnostics);
                if files.is_none() {
                    let kind = ThemeFault::NoTheme { path: name.clone() };
                    diagnostics.report(Diagnostic::at_path(name.clone(), kind));
                }
                Some((name, files?))
            },
        );
        let theme = Theme::new(overlay, &site.languages, &mut diagnostics);
        Self {
            folder,
            engine: web::TemplateEngine::new(&theme, &mut diagnostics).map(Arc::new),
            theme: Arc::new(theme),
            printer: Arc::default(),
            languages: site.languages.clone(),
            cache: options.cache.clone(),
            stamps,
            diagnostics: Arc::new(diagnostics),
        }
    }

    /// A key that is another when any file of the theme is.
    pub(super) fn key(&self, key: CacheKey) -> CacheKey {
        let files = self.theme.files("");
        files.fold(key, |key, (path, bytes)| key.with(path).with(bytes))
    }

    /// Whether opening the theme again could come to something else.
    pub(super) fn is_stale(&self, options: &BuildOptions, site: &SiteDoc) -> bool {
        self.languages != site.languages
            || self.folder != folder(options, site)
            || self.stamps != stamps(self.folder.as_deref())
    }

    /// What sets leaflets in this theme; made when the first leaflet is wanted.
    pub(super) fn printer(&self) -> &press::Printer {
        self.printer
            .get_or_init(|| press::Printer::new(&self.theme, &self.languages, &self.cache))
    }

    /// What was reported of the theme.
    pub(super) fn diagnostics(&self) -> impl Iterator<Item = &Diagnostic> {
        self.diagnostics.as_slice().iter()
    }
}

/// The folder laid over the default theme.
fn folder(options: &BuildOptions, site: &SiteDoc) -> Option<PathBuf> {
    options.theme.clone().or_else(|| {
        let name = site.theme.as_ref().filter(|name| *name != "default")?;
        let beside = options.content.parent().unwrap_or(Path::new(""));
        let folder = beside.join("themes").join(name);
        // A folder of the campaign's own stands before a theme of that name in the program.
        (source::is_folder(&folder) || bundled(name).is_none()).then_some(folder)
    })
}

/// The files of a theme and the state that each is in.
fn stamps(folder: Option<&Path>) -> BTreeMap<ContentPath, Option<Stamp>> {
    let Some(folder) = folder.filter(|folder| source::is_folder(folder)) else {
        return BTreeMap::new();
    };
    let found = source::find(folder, "", &mut Diagnostics::default());
    let stamp = |(path, at): (ContentPath, PathBuf)| (path, Stamp::of(&at).ok());
    found.into_iter().map(stamp).collect()
}
