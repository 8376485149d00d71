//! A site as its folders have it: opened once, brought up to date when something in them changes.
//! A build, the live preview and the commands for single leaflets all begin here.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::sync::{Arc, OnceLock};

use super::content_store::ContentStore;
use super::damaged::DamagedFiles;
use super::loaded_theme::LoadedTheme;
use super::options::BuildOptions;
use super::pictures::Images;
use super::renderer::Renderer;
use super::reread::{Change, Delta};
use crate::base::BaseUrl;
use crate::cache::CacheKey;
use crate::diagnostic::{Diagnostics, Location, Sources};
use crate::fidelity;
use crate::press::installed_faces;
use crate::site::{self, Linked};
use crate::theme::palette;

/// The code of a key that has to be there.
const MISSING_KEY: &str = "front-matter/missing-key";

/// The content and the theme, read and linked.
pub struct Project {
    pub(super) options: BuildOptions,
    store: ContentStore,
    /// Whether the documents are kept, so that a change is linked without reading the others again.
    follows: bool,
    theme: Option<LoadedTheme>,
    pub(super) linked: Option<Linked>,
    images: Images,
    diagnostics: Diagnostics,
    inputs: OnceLock<Option<String>>,
}

impl Project {
    /// Reads everything, for something that is done once: the documents are given away to the site.
    #[must_use]
    pub fn open(options: &BuildOptions) -> Self {
        Self::opened(options, false)
    }

    /// The same, and keeps what it takes to follow the folders.
    #[must_use]
    pub fn open_to_follow(options: &BuildOptions) -> Self {
        Self::opened(options, true)
    }

    fn opened(options: &BuildOptions, follows: bool) -> Self {
        let store = ContentStore::open(options);
        let mut project = Self {
            options: options.clone(),
            images: store.images(),
            store,
            follows,
            theme: None,
            linked: None,
            diagnostics: Diagnostics::default(),
            inputs: OnceLock::new(),
        };
        let everything = Delta {
            whole: true,
            ..Delta::default()
        };
        project.take_in(everything, true);
        project
    }

    /// Takes in what may have changed; whether anything has, comes back.
    pub fn update(&mut self, seen: Change<'_>) -> bool {
        if !self.follows {
            *self = Self::open_to_follow(&self.options);
            return true;
        }
        let delta = self.store.again(seen);
        let theme_is_stale = match (&self.theme, self.store.settings()) {
            (Some(theme), Some(site)) => theme.is_stale(&self.options, site),
            (theme, site) => theme.is_some() != site.is_some(),
        };
        if delta.is_nothing() && !theme_is_stale {
            return false;
        }
        self.take_in(delta, theme_is_stale);
        true
    }

    /// Everything that is wrong, short of what only rendering can tell.
    #[must_use]
    pub fn diagnostics(&self) -> &Diagnostics {
        &self.diagnostics
    }

    /// The texts that diagnostics point into.
    #[must_use]
    pub fn sources(&self) -> &Sources {
        &self.store.sources
    }

    /// The folder of the theme that is laid over the default one.
    #[must_use]
    pub(crate) fn theme_folder(&self) -> Option<&Path> {
        self.theme.as_ref()?.folder.as_deref()
    }

    /// The folders that the site is made from.
    #[must_use]
    pub fn folders(&self) -> Vec<PathBuf> {
        let theme = self.theme_folder().map(Path::to_owned);
        std::iter::once(self.options.content.clone())
            .chain(theme)
            .collect()
    }

    /// A fingerprint of everything that the site's files are made from; `None` when there are
    /// errors, or no site.
    #[must_use]
    pub(crate) fn inputs(&self) -> Option<&str> {
        self.inputs.get_or_init(|| self.fingerprint()).as_deref()
    }

    fn fingerprint(&self) -> Option<String> {
        let theme = self.theme.as_ref();
        let theme = theme.filter(|_| !self.diagnostics.has_errors())?;
        let options = &self.options;
        let address = options.base_url.as_ref().map_or("", BaseUrl::as_str);
        let key = CacheKey::new("site")
            .with(address)
            .with([u8::from(options.drafts), u8::from(options.leaflets)]);
        let borrows = self
            .linked
            .as_ref()
            .is_none_or(|linked| linked.site.settings.borrows_faces);
        let key = if borrows { installed_faces(key) } else { key };
        Some(theme.key(self.store.key(key)).name())
    }

    /// What renders the files of the site; `None` when there is none.
    pub(super) fn renderer(&self) -> Option<Renderer> {
        let (linked, theme) = (self.linked.as_ref()?, self.theme.clone()?);
        let images = Arc::clone(&self.images);
        let damaged = DamagedFiles::of(&self.diagnostics);
        let read = (damaged, self.store.sources.clone());
        Some(Renderer::new(linked, theme, images, read, &self.options))
    }

    /// The same for the live preview, with what stays as it was in the state `before`.
    #[must_use]
    pub fn preview(&self, before: Option<&Renderer>) -> Option<Renderer> {
        Some(self.renderer()?.for_preview(before))
    }

    /// What was read, given away.
    pub(super) fn into_findings(self) -> (Diagnostics, Sources) {
        (self.diagnostics, self.store.sources)
    }

    fn take_in(&mut self, delta: Delta, theme_is_stale: bool) {
        if theme_is_stale {
            let site = self.store.settings();
            self.theme = site.map(|site| LoadedTheme::open(&self.options, site));
        }
        if delta.whole || delta.pictures {
            self.images = self.store.images();
        }
        self.link(delta);
        self.diagnostics = self.diagnose();
        self.inputs = OnceLock::new();
    }

    /// Links again what the changes can reach.
    fn link(&mut self, delta: Delta) {
        if !delta.whole
            && let Some(linked) = &self.linked
        {
            let mut changed = delta.changed.into_iter();
            let again = changed.try_fold(linked.clone(), |linked, one| linked.again(one));
            if again.is_some() {
                self.linked = again;
                return;
            }
        }
        let how = site::LinkOptions {
            drafts: self.options.drafts,
        };
        let docs = if self.follows {
            self.store.docs()
        } else {
            self.store.take_docs()
        };
        self.linked = docs.map(|docs| site::link(docs, self.store.pictures(), how));
    }

    fn diagnose(&self) -> Diagnostics {
        let mut all = self.store.diagnostics();
        let theme = self.theme.iter().flat_map(LoadedTheme::diagnostics);
        let linked = self.linked.iter().flat_map(Linked::diagnostics);
        // What a translation lacks stands in its original, which is told by itself.
        let beside = self.store.beside_unlisted();
        let mut translated = BTreeSet::new();
        let linked = linked.filter(|own| {
            let lacks = own.code() == MISSING_KEY;
            let lang = match own.place {
                Location::At(loc) if lacks => beside.get(&loc.file),
                _ => None,
            };
            translated.extend(lang);
            lang.is_none()
        });
        theme.chain(linked).for_each(|own| all.report(own.clone()));
        self.store.report_unlisted(&translated, &mut all);
        if let (Some(theme), Some(linked)) = (&self.theme, &self.linked) {
            palette::check(&theme.theme, &linked.site, &mut all);
        }
        if let Some(linked) = &self.linked {
            let kept = self.store.kept_sources();
            fidelity::check(&linked.site, &kept, &self.store.sources, &mut all);
        }
        all.by_root(&self.store.sources)
    }
}
