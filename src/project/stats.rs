//! What a site holds and what it still lacks, in numbers.

use crate::base::Lang;
use crate::diagnostic::Diagnostics;
use crate::model::TranslationStatus;
use crate::site::{Origin, Site, Versions};

/// What a site holds.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Stats {
    /// Persons.
    pub persons: usize,
    /// Statements.
    pub statements: usize,
    /// Topics.
    pub topics: usize,
    /// Events.
    pub events: usize,
    /// Leaflets, those that nobody wrote a file for included.
    pub leaflets: usize,
    /// Pages of other kinds.
    pub pages: usize,
    /// How far each language is, the default language first.
    pub languages: Vec<(Lang, Progress)>,
    /// Pictures without a description.
    pub without_alt: usize,
    /// Leaflets whose type had to shrink below what is easy to read.
    pub shrunk: usize,
}

/// How many statements, persons whose own file holds none, topics, events, composed leaflets and
/// pages there are in a language.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Progress {
    /// Written in it.
    pub originals: usize,
    /// Translated and read by a second person.
    pub translated: usize,
    /// Translated, and nobody else has read it.
    pub drafts: usize,
    /// Translated before the original changed.
    pub stale: usize,
    /// Not there.
    pub missing: usize,
}

impl Progress {
    fn count(&mut self, origin: Option<&Origin>) {
        let counted = match origin {
            None => &mut self.missing,
            Some(Origin::Original) => &mut self.originals,
            Some(Origin::Translation { stale: true, .. }) => &mut self.stale,
            Some(Origin::Translation { status, .. }) => match status {
                TranslationStatus::Reviewed => &mut self.translated,
                TranslationStatus::Machine | TranslationStatus::Draft => &mut self.drafts,
            },
        };
        *counted += 1;
    }
}

fn version<T>(texts: &Versions<T>, lang: Lang, origin: fn(&T) -> &Origin) -> Option<&Origin> {
    let written = texts.is_written_in(lang);
    written.then(|| origin(texts.for_reader(lang).text))
}

impl Stats {
    /// Counts what a site holds.
    pub(super) fn of(site: &Site) -> Self {
        let progress = |lang: Lang| {
            let mut progress = Progress::default();
            let speakers = site.statements.iter();
            let speakers = speakers.map(|s| version(&s.texts, lang, |t| &t.origin));
            let persons = site.persons.iter().filter(|person| person.own.is_none());
            let persons = persons.map(|p| version(&p.texts, lang, |t| &t.origin));
            let leaflets = site
                .leaflets
                .iter()
                .filter_map(|leaflet| leaflet.composed());
            let leaflets = leaflets.map(|l| version(&l.texts, lang, |t| &t.origin));
            let topics = site.topics.iter();
            let topics = topics.map(|t| version(&t.texts, lang, |t| &t.origin));
            let events = site.events.iter();
            let events = events.map(|e| version(&e.texts, lang, |t| &t.origin));
            let pages = site.pages.iter();
            let pages = pages.map(|p| version(&p.texts, lang, |t| &t.origin));
            let all = speakers.chain(persons).chain(topics).chain(events);
            let all = all.chain(leaflets).chain(pages);
            all.for_each(|origin| progress.count(origin));
            (lang, progress)
        };
        Self {
            persons: site.persons.len(),
            statements: site.statements.len(),
            topics: site.topics.len(),
            events: site.events.len(),
            leaflets: site.leaflets.len(),
            pages: site.pages.len(),
            languages: site
                .settings
                .languages
                .iter()
                .copied()
                .map(progress)
                .collect(),
            without_alt: 0,
            shrunk: 0,
        }
    }

    /// The same with what was only seen when pages and leaflets were made.
    pub(super) fn with(mut self, problems: &Diagnostics) -> Self {
        let mut shrunk: Vec<&str> = Vec::new();
        for problem in problems.as_slice() {
            match problem.code() {
                "image/no-alt" => self.without_alt += 1,
                "leaflet/small-type" => shrunk.extend(problem.subject()),
                _ => {}
            }
        }
        shrunk.sort_unstable();
        shrunk.dedup();
        self.shrunk = shrunk.len();
        self
    }
}
