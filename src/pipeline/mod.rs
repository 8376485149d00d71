//! Floor 8: the whole story on one page.

mod desk;
mod edition;
mod live;
mod look;
mod reread;

use std::path::{Path, PathBuf};

use crate::base::BaseUrl;
use crate::cache::Cache;
use crate::diag::{Sink, Sources};
use crate::emit::Artifacts;
use crate::link;
use crate::model::Docs;

use desk::Desk;
pub use edition::Edition;
pub use live::Live;
use look::Look;
pub use reread::Seen;

/// What to build, and how.
#[derive(Debug, Clone)]
pub struct Options {
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
    /// Every file of the site.
    pub artifacts: Artifacts,
    /// How many pages and leaflets that is.
    pub made: Made,
    /// The folder of the theme that was laid over the default one.
    pub theme: Option<PathBuf>,
    /// What was wrong.
    pub problems: Sink,
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

/// Reads a content folder as far as its documents, for commands that add to it; its problems
/// are [`build`]'s to tell. `None` without a `site.yaml`.
#[must_use]
pub fn survey(content: &Path) -> Option<Docs> {
    let options = Options {
        content: content.to_owned(),
        theme: None,
        base_url: None,
        drafts: true,
        leaflets: false,
        cache: Cache::none(),
    };
    Desk::open(&options).take_docs()
}

/// Builds the site in memory: content → documents → site → files. Reports everything that is
/// wrong, and writes nothing. The live preview ([`Live`]) goes the same way, again and again,
/// and renders a file when it is asked for.
#[must_use]
pub fn build(options: &Options) -> Outcome {
    let mut desk = Desk::open(options);
    let mut sink = desk.problems();
    let mut outcome = Outcome {
        artifacts: Artifacts::new(),
        made: Made::default(),
        theme: None,
        problems: Sink::default(),
        sources: Sources::default(),
    };
    if let Some(docs) = desk.take_docs() {
        let look = Look::open(options, &docs.site);
        let how = link::Options {
            drafts: options.drafts,
        };
        let linked = link::link(docs, desk.pictures(), how);
        look.problems()
            .chain(linked.problems())
            .for_each(|problem| sink.report(problem.clone()));
        outcome.theme.clone_from(&look.folder);
        let edition = Edition::new(linked.site, look, desk.images(), options, false);
        outcome.artifacts = edition.all(&mut sink);
        options.cache.tidy();
    }
    let ending = |wanted: &str| {
        let paths = outcome.artifacts.keys();
        paths.filter(|path| path.as_str().ends_with(wanted)).count()
    };
    outcome.made = Made {
        pages: ending(".html"),
        pdfs: ending(".pdf"),
    };
    outcome.problems = sink;
    outcome.sources = desk.sources;
    outcome
}
