//! The whole story on one page.

mod cached_diagnostics;
mod content_store;
mod fault;
mod leaflet_session;
mod live;
mod loaded_theme;
mod pictures;
mod renderer;
mod reread;
mod stats;
mod unmarked;

use std::path::{Path, PathBuf};

use crate::base::{BaseUrl, OutPath};
use crate::cache::{Cache, CacheKey};
use crate::diagnostic::{Diagnostics, Sources};
use crate::model::Docs;
use crate::output::{Artifacts, Record};
use crate::site;
use crate::theme::palette;

use content_store::ContentStore;
pub use leaflet_session::{LeafletSession, Proof};
pub use live::Live;
use loaded_theme::LoadedTheme;
pub use renderer::{RenderedFile, Renderer};
pub use reread::Change;
pub use stats::{Progress, Stats};
pub use unmarked::{UnmarkedFile, unmarked};

/// What to build, and how.
#[derive(Debug, Clone)]
pub struct BuildOptions {
    /// The content folder.
    pub content: PathBuf,
    /// A theme to lay over the default one, instead of the one that `site.yaml` names.
    pub theme: Option<PathBuf>,
    /// The site's address, instead of the one that `site.yaml` gives.
    pub base_url: Option<BaseUrl>,
    /// Whether drafts are part of the site.
    pub drafts: bool,
    /// Whether leaflets are set as PDFs.
    pub leaflets: bool,
    /// Where results are kept that take long to make.
    pub cache: Cache,
}

/// What a build came to; the artifacts are complete only when no error was reported.
#[derive(Debug)]
pub struct Outcome {
    /// Every file of the site; `None` when those of an earlier build are the same.
    pub artifacts: Option<Artifacts>,
    /// What the artifacts were made from, and what there was to report of making them; `None`
    /// when that is nothing to be told again without looking.
    pub record: Option<Record>,
    /// How many pages and leaflets that is.
    pub made: Made,
    /// What the site holds; `None` when there is no `site.yaml`.
    pub tally: Option<Stats>,
    /// The folder of the theme that was laid over the default one.
    pub theme: Option<PathBuf>,
    /// What was wrong.
    pub problems: Diagnostics,
    /// The texts that problems point into.
    pub sources: Sources,
}

/// How much a build made.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Made {
    /// HTML pages.
    pub pages: usize,
    /// PDFs.
    pub pdfs: usize,
}

impl Made {
    /// Counts files.
    #[must_use]
    pub fn of<'p>(paths: impl Iterator<Item = &'p OutPath>) -> Self {
        paths.fold(Self::default(), |made, path| Self {
            pages: made.pages + usize::from(path.as_str().ends_with(".html")),
            pdfs: made.pdfs + usize::from(path.as_str().ends_with(".pdf")),
        })
    }
}

/// Builds the site in memory: content → documents → site → files. Reports everything that is
/// wrong, and writes nothing. The live preview ([`Live`]) goes the same way, again and again,
/// and renders a file when it is asked for.
#[must_use]
pub fn build(options: &BuildOptions) -> Outcome {
    build_unless(options, |_, _| None)
}

/// The same, but renders nothing when `earlier` knows what an earlier build made from the inputs
/// with this fingerprint, in this theme, and what it had to report.
pub fn build_unless(
    options: &BuildOptions,
    earlier: impl FnOnce(&str, Option<&Path>) -> Option<(Made, String)>,
) -> Outcome {
    let mut desk = ContentStore::open(options);
    let mut outcome = Outcome {
        artifacts: None,
        record: None,
        made: Made::default(),
        tally: None,
        theme: None,
        problems: desk.problems(),
        sources: Sources::default(),
    };
    let sink = &mut outcome.problems;
    if let Some(docs) = desk.take_docs() {
        let look = LoadedTheme::open(options, &docs.site);
        let how = site::LinkOptions {
            drafts: options.drafts,
        };
        let linked = site::link(docs, desk.pictures(), how);
        let found = look.problems().chain(linked.problems());
        found.for_each(|problem| sink.report(problem.clone()));
        palette::check(&look.theme, &linked.site, sink);
        outcome.theme.clone_from(&look.folder);

        let tally = Stats::of(&linked.site);
        let inputs = look.key(desk.key(options.key())).name();
        let known = earlier(&inputs, look.folder.as_deref())
            .filter(|_| !sink.has_errors())
            .and_then(|(made, told)| Some((made, cached_diagnostics::read(&told)?)));
        if let Some((made, told)) = known {
            outcome.made = made;
            for problem in told {
                sink.report(problem);
            }
        } else {
            let before = sink.problems().len();
            let edition = Renderer::new(linked.site, look, desk.images(), options);
            let artifacts = edition.all(sink);
            let told = cached_diagnostics::write(&sink.problems()[before..]);
            outcome.record = told.map(|told| Record { inputs, told });
            outcome.made = Made::of(artifacts.keys());
            outcome.artifacts = Some(artifacts);
            options.cache.tidy();
        }
        outcome.tally = Some(tally.with(sink));
    }
    outcome.sources = desk.sources;
    outcome
}

impl BuildOptions {
    /// A key that is another when something else is to be built.
    fn key(&self) -> CacheKey {
        let address = self.base_url.as_ref().map_or("", BaseUrl::as_str);
        CacheKey::new("site")
            .with(address)
            .with([u8::from(self.drafts), u8::from(self.leaflets)])
    }
}

/// Reads a content folder as far as its documents, for commands that add to it; its problems
/// are [`build`]'s to tell. `None` without a `site.yaml`.
#[must_use]
pub fn survey(content: &Path) -> Option<Docs> {
    let options = BuildOptions {
        content: content.to_owned(),
        theme: None,
        base_url: None,
        drafts: true,
        leaflets: false,
        cache: Cache::none(),
    };
    ContentStore::open(&options).take_docs()
}
