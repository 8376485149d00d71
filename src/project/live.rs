//! A site that follows its content folder: what has changed is read, linked and rendered
//! again, and nothing else.

use std::path::PathBuf;
use std::sync::Arc;

use super::BuildOptions;
use super::content_store::ContentStore;
use super::loaded_theme::LoadedTheme;
use super::pictures::Images;
use super::renderer::Renderer;
use super::reread::{Change, Delta};
use crate::diagnostic::{Diagnostics, Sources};
use crate::site::{self, Linked};
use crate::theme::palette;

/// The site as the folders have it now, and the last state of it that had no errors.
pub struct Live {
    options: BuildOptions,
    desk: ContentStore,
    look: Option<LoadedTheme>,
    linked: Option<Linked>,
    images: Images,
    good: Option<Arc<Renderer>>,
}

impl Live {
    /// Reads everything for the first time.
    #[must_use]
    pub fn open(options: &BuildOptions) -> Self {
        let desk = ContentStore::open(options);
        let mut live = Self {
            options: options.clone(),
            images: desk.images(),
            desk,
            look: None,
            linked: None,
            good: None,
        };
        let news = Delta {
            whole: true,
            ..Delta::default()
        };
        live.take_in(news, true);
        live
    }

    /// Takes in what may have changed; whether anything has, comes back.
    pub fn update(&mut self, seen: Change<'_>) -> bool {
        let news = self.desk.again(seen);
        let look_is_stale = match (&self.look, self.desk.settings()) {
            (Some(look), Some(site)) => look.is_stale(&self.options, site),
            (look, site) => look.is_some() != site.is_some(),
        };
        if news.is_nothing() && !look_is_stale {
            return false;
        }
        self.take_in(news, look_is_stale);
        true
    }

    /// The last state that had no errors; `None` when there has been none.
    #[must_use]
    pub fn edition(&self) -> Option<&Arc<Renderer>> {
        self.good.as_ref()
    }

    /// Everything that is wrong now, short of what only rendering can tell.
    #[must_use]
    pub fn problems(&self) -> Diagnostics {
        let mut sink = self.desk.problems();
        let look = self.look.iter().flat_map(LoadedTheme::problems);
        let linked = self.linked.iter().flat_map(Linked::problems);
        look.chain(linked).for_each(|p| sink.report(p.clone()));
        if let (Some(look), Some(linked)) = (&self.look, &self.linked) {
            palette::check(&look.theme, &linked.site, &mut sink);
        }
        sink
    }

    /// The texts that problems point into.
    #[must_use]
    pub fn sources(&self) -> &Sources {
        &self.desk.sources
    }

    /// The folders that the site is made from.
    #[must_use]
    pub fn folders(&self) -> Vec<PathBuf> {
        let theme = self.look.as_ref().and_then(|look| look.folder.clone());
        std::iter::once(self.options.content.clone())
            .chain(theme)
            .collect()
    }

    fn take_in(&mut self, news: Delta, look_is_stale: bool) {
        if look_is_stale {
            let site = self.desk.settings();
            self.look = site.map(|site| LoadedTheme::open(&self.options, site));
        }
        if news.whole || news.pictures {
            self.images = self.desk.images();
        }
        self.link(news);
        let (Some(look), Some(linked)) = (&self.look, &self.linked) else {
            return;
        };
        if !self.problems().has_errors() {
            let (site, images) = (Arc::clone(&linked.site), Arc::clone(&self.images));
            let edition = Renderer::new(site, look.clone(), images, &self.options);
            let edition = edition.for_preview(self.good.as_deref());
            self.good = Some(Arc::new(edition));
        }
    }

    /// Links again what the news can reach.
    fn link(&mut self, news: Delta) {
        if !news.whole
            && let Some(linked) = &self.linked
        {
            let mut changed = news.changed.into_iter();
            let again = changed.try_fold(linked.clone(), |linked, one| linked.again(one));
            if again.is_some() {
                self.linked = again;
                return;
            }
        }
        let how = site::LinkOptions {
            drafts: self.options.drafts,
        };
        let docs = self.desk.docs();
        self.linked = docs.map(|docs| site::link(docs, self.desk.pictures(), how));
    }
}
