//! From which files what is printed takes its words.

use super::entities::{LeafletKind, Versions};
use super::ids::{EventId, LeafletId, PageRef, StatementId, TopicId};
use super::resolved::Site;
use crate::base::{FileId, Lang};

/// The most voices and related topics that a leaflet adds to its own text.
const MOST_BESIDE: usize = 2;

impl Site {
    /// The files that a leaflet is set from; each may come more than once.
    #[must_use]
    pub(crate) fn files_of_leaflet(&self, id: LeafletId, lang: Lang) -> Vec<FileId> {
        let mut files = FileGatherer::new(self, lang);
        match &self.leaflet(id).kind {
            LeafletKind::Statement(id) => {
                files.statement(*id);
                for (_, others) in self.others_on(*id, MOST_BESIDE) {
                    for own in others {
                        files.statement(own.statement);
                    }
                }
            }
            LeafletKind::Topic(id) => {
                files.topic(*id);
                let topic = self.topic(*id);
                for id in &topic.related {
                    files.topic(*id);
                }
                for own in &topic.citations {
                    files.statement(own.statement);
                }
            }
            LeafletKind::Event(id) => {
                files.event(*id);
                for id in &self.event(*id).statements {
                    files.statement(*id);
                }
            }
            LeafletKind::Composed(own) => {
                files.add(&own.texts, |text| text.file);
                for id in &own.statements {
                    files.statement(*id);
                }
                for id in &own.topics {
                    files.topic(*id);
                }
                if let Some(id) = self.settings.event {
                    files.event(id);
                }
            }
        }
        files.found
    }

    /// The files that the share card of a page is set from.
    #[must_use]
    pub(crate) fn files_of_card(&self, page: PageRef, lang: Lang) -> Vec<FileId> {
        let mut files = FileGatherer::new(self, lang);
        match page {
            PageRef::Person(_) | PageRef::Statement(_) => {
                if let Some(id) = self.statement_on(page) {
                    files.statement(id);
                }
            }
            PageRef::Topic(id) => files.topic(id),
            _ => {
                if let Some(id) = self.settings.event {
                    files.event(id);
                }
            }
        }
        files.found
    }
}

/// Gathers files.
struct FileGatherer<'s> {
    site: &'s Site,
    lang: Lang,
    found: Vec<FileId>,
}

impl<'s> FileGatherer<'s> {
    fn new(site: &'s Site, lang: Lang) -> Self {
        Self {
            site,
            lang,
            found: vec![site.settings.file],
        }
    }

    /// A version and the original, from which it has what it leaves out.
    fn add<T>(&mut self, versions: &Versions<T>, file: impl Fn(&T) -> FileId) {
        let own = versions.for_reader(self.lang).text;
        self.found
            .extend([file(own), file(versions.original().text)]);
    }

    fn statement(&mut self, id: StatementId) {
        let site = self.site;
        self.add(&site.statement(id).texts, |text| text.file);
        self.add(&site.person_of(id).texts, |text| text.file);
        let event = site.statement(id).event.or(site.settings.event);
        if let Some(id) = event {
            self.event(id);
        }
    }

    fn topic(&mut self, id: TopicId) {
        self.add(&self.site.topic(id).texts, |text| text.file);
    }

    fn event(&mut self, id: EventId) {
        self.add(&self.site.event(id).texts, |text| text.file);
    }
}
