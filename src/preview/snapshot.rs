//! What the preview shows at one moment: the last good site, and what is wrong now.

use std::sync::{Arc, OnceLock};

use super::injected_page::fingerprint;
use super::report::{self, PreviewReport};
use crate::base::OutPath;
use crate::diagnostic::{Diagnostics, Sources, UiLang};
use crate::project::{Live, Renderer};

/// Where the style sheets lie.
const STYLES: [&str; 2] = ["assets/site.css", "assets/sheet.css"];

/// One state of the preview. Whoever holds it may render from it for as long as they like.
pub(super) struct Snapshot {
    /// The last site without errors; `None` when there has been none.
    pub(super) edition: Option<Arc<Renderer>>,
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
    pub(super) fn first(live: &Live, lang: UiLang) -> Arc<Self> {
        Arc::new(Self {
            edition: live.edition().cloned(),
            lang,
            pictures: 0,
            number: 0,
            problems: live.problems(),
            sources: live.sources().clone(),
            styles: OnceLock::new(),
            report: OnceLock::new(),
        })
    }

    /// The state after a change.
    pub(super) fn next(&self, live: &Live) -> Arc<Self> {
        let edition = live.edition().cloned();
        let has_others = match (&self.edition, &edition) {
            (Some(old), Some(new)) => !old.has_pictures_of(new),
            _ => false,
        };
        Arc::new(Self {
            edition,
            lang: self.lang,
            pictures: self.pictures + u64::from(has_others),
            number: self.number + 1,
            problems: live.problems(),
            sources: live.sources().clone(),
            styles: OnceLock::new(),
            report: OnceLock::new(),
        })
    }

    /// Whether other problems are reported than in another state.
    pub(super) fn reports_otherwise(&self, other: &Self) -> bool {
        self.problems.problems() != other.problems.problems()
    }

    pub(super) fn problems(&self) -> &Diagnostics {
        &self.problems
    }

    pub(super) fn sources(&self) -> &Sources {
        &self.sources
    }

    /// A fingerprint of the style sheets.
    pub(super) fn styles(&self) -> &str {
        self.styles.get_or_init(|| {
            let file = |path| self.edition.as_ref()?.file(&OutPath::parse(path)?)?.bytes;
            let all = STYLES.into_iter().filter_map(file).collect::<Vec<_>>();
            fingerprint(&all.concat())
        })
    }

    /// What is wrong, for the browser; made when the first page asks.
    pub(super) fn report(&self) -> Arc<PreviewReport> {
        let make = || Arc::new(report::of(&self.problems, &self.sources, self.lang));
        Arc::clone(self.report.get_or_init(make))
    }
}
