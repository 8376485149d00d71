//! A whole site, rendered in memory.

use super::cached_diagnostics;
use super::open::Project;
use super::options::BuildOptions;
use super::stats::Stats;
use crate::diagnostic::{Diagnostics, Sources};
use crate::output::{OutputFiles, Record};
use crate::site::{Artifact, Routes};

/// What a build came to; the files are complete only when no error was reported.
#[derive(Debug)]
pub struct Outcome {
    /// Every file of the site; `None` when those of an earlier build are the same, or there is no
    /// `site.yaml`.
    pub files: Option<OutputFiles>,
    /// What the files were made from, and what there was to report of making them; `None` when
    /// that is nothing to be told again without looking.
    pub(crate) record: Option<Record>,
    /// How many pages and leaflets that is.
    pub made: Made,
    /// What the site holds; `None` when there is no `site.yaml`.
    pub stats: Option<Stats>,
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
    /// Counts what a build makes that goes by these routes.
    fn of(routes: &Routes, leaflets: bool) -> Self {
        let mut made = Self::default();
        for artifact in routes.artifacts() {
            match artifact {
                Artifact::Leaflet(..) if leaflets => made.pdfs += 2,
                page if page.is_html() => made.pages += 1,
                _ => {}
            }
        }
        made
    }
}

/// Builds the site in memory: content → documents → site → routes → files. Reports everything
/// that is wrong, and writes nothing.
#[must_use]
pub fn build(options: &BuildOptions) -> Outcome {
    Project::open(options).build()
}

impl Project {
    /// Renders every file.
    #[must_use]
    pub fn build(self) -> Outcome {
        let (made, stats) = self.counts();
        let inputs = self.inputs().map(str::to_owned);
        let renderer = self.renderer();
        let cache = self.options.cache.clone();
        let (mut problems, sources) = self.into_findings();
        let before = problems.as_slice().len();
        let files = renderer.map(|renderer| renderer.all(&mut problems));
        let told = cached_diagnostics::write(&problems.as_slice()[before..]);
        cache.tidy();
        Outcome {
            files,
            record: inputs
                .zip(told)
                .map(|(inputs, told)| Record { inputs, told }),
            made,
            stats: stats.map(|stats| stats.with(&problems)),
            problems,
            sources,
        }
    }

    /// What [`Self::build`] would come to without its files, when an earlier build of the same
    /// inputs had this to report; `None` when that cannot be read.
    #[must_use]
    pub(crate) fn as_before(&self, told: &str) -> Option<Outcome> {
        let mut problems = self.diagnostics().clone();
        for problem in cached_diagnostics::read(told)? {
            problems.report(problem);
        }
        let (made, stats) = self.counts();
        Some(Outcome {
            files: None,
            record: None,
            made,
            stats: stats.map(|stats| stats.with(&problems)),
            problems,
            sources: self.sources().clone(),
        })
    }

    fn counts(&self) -> (Made, Option<Stats>) {
        let Some(linked) = &self.linked else {
            return (Made::default(), None);
        };
        let made = Made::of(&linked.routes, self.options.leaflets);
        (made, Some(Stats::of(&linked.site)))
    }
}
