//! What the preview shows at one moment: the last good site, and what is wrong now.

use std::sync::{Arc, OnceLock};

use super::injected_page::fingerprint;
use super::report::{self, PreviewReport};
use crate::diagnostic::{Diagnostics, Sources, UiLang};
use crate::project::{Project, Renderer};
use crate::site::{StyleSheet, address};

/// One state of the preview. Whoever holds it may render from it for as long as they like.
pub(super) struct Snapshot {
    /// The last site without errors; `None` when there has been none.
    pub(super) renderer: Option<Arc<Renderer>>,
    /// The language of messages.
    pub(super) lang: UiLang,
    /// Grows when a picture has changed.
    pub(super) pictures: u64,
    /// Grows with every state.
    pub(super) number: u64,
    problems: Diagnostics,
    sources: Sources,
    styles: OnceLock<String>,
    report: OnceLock<Arc<PreviewReport>>,
}

impl Snapshot {
    /// The first state.
    pub(super) fn first(project: &Project, lang: UiLang) -> Arc<Self> {
        Arc::new(Self {
            renderer: good(project, None),
            lang,
            pictures: 0,
            number: 0,
            problems: project.diagnostics().clone(),
            sources: project.sources().clone(),
            styles: OnceLock::new(),
            report: OnceLock::new(),
        })
    }

    /// The state after a change.
    pub(super) fn next(&self, project: &Project) -> Arc<Self> {
        let renderer = good(project, self.renderer.as_ref());
        let has_others = match (&self.renderer, &renderer) {
            (Some(old), Some(new)) => !old.has_pictures_of(new),
            _ => false,
        };
        Arc::new(Self {
            renderer,
            lang: self.lang,
            pictures: self.pictures + u64::from(has_others),
            number: self.number + 1,
            problems: project.diagnostics().clone(),
            sources: project.sources().clone(),
            styles: OnceLock::new(),
            report: OnceLock::new(),
        })
    }

    /// Whether other problems are reported than in another state.
    pub(super) fn reports_otherwise(&self, other: &Self) -> bool {
        self.problems.as_slice() != other.problems.as_slice()
    }

    pub(super) fn diagnostics(&self) -> &Diagnostics {
        &self.problems
    }

    pub(super) fn sources(&self) -> &Sources {
        &self.sources
    }

    /// A fingerprint of the style sheets.
    pub(super) fn styles(&self) -> &str {
        self.styles.get_or_init(|| {
            let file = |sheet| {
                let renderer = self.renderer.as_ref()?;
                renderer.file(&address::style_sheet(sheet))?.bytes
            };
            let sheets = StyleSheet::ALL.into_iter();
            let all = sheets.filter_map(file).collect::<Vec<_>>();
            fingerprint(&all.concat())
        })
    }

    /// What is wrong, for the browser; made when the first page asks.
    pub(super) fn report(&self) -> Arc<PreviewReport> {
        let make = || Arc::new(report::of(&self.problems, &self.sources, self.lang));
        Arc::clone(self.report.get_or_init(make))
    }
}

/// The site as it is now when it has no errors, else as it was `before`.
fn good(project: &Project, before: Option<&Arc<Renderer>>) -> Option<Arc<Renderer>> {
    let is_good = !project.diagnostics().has_errors();
    let now = is_good.then(|| project.preview(before.map(|own| &**own)));
    now.flatten().map(Arc::new).or_else(|| before.cloned())
}
