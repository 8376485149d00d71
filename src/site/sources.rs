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
        let mut files = Files::new(self, lang);
        match &self.leaflet(id).kind {
            LeafletKind::Statement(id) => {
                files.statement(*id);
                for (_, others) in self.others_on(*id, MOST_BESIDE) {
                    others.iter().for_each(|own| files.statement(own.statement));
                }
            }
            LeafletKind::Topic(id) => {
                files.topic(*id);
                let topic = self.topic(*id);
                topic.related.iter().for_each(|id| files.topic(*id));
                let cited = topic.citations.iter();
                cited.for_each(|own| files.statement(own.statement));
            }
            LeafletKind::Event(id) => {
                files.event(*id);
                let own = self.event(*id).statements.iter();
                own.for_each(|id| files.statement(*id));
            }
            LeafletKind::Composed(own) => {
                files.add(&own.texts, |text| text.file);
                own.statements.iter().for_each(|id| files.statement(*id));
                own.topics.iter().for_each(|id| files.topic(*id));
                self.settings.event.iter().for_each(|id| files.event(*id));
            }
        }
        files.found
    }

    /// The files that the share card of a page is set from.
    #[must_use]
    pub(crate) fn files_of_card(&self, page: PageRef, lang: Lang) -> Vec<FileId> {
        let mut files = Files::new(self, lang);
        match page {
            PageRef::Person(_) | PageRef::Statement(_) => {
                let own = self.statement_on(page);
                own.iter().for_each(|id| files.statement(*id));
            }
            PageRef::Topic(id) => files.topic(id),
            _ => self.settings.event.iter().for_each(|id| files.event(*id)),
        }
        files.found
    }
}

/// Gathers files.
struct Files<'s> {
    site: &'s Site,
    lang: Lang,
    found: Vec<FileId>,
}

impl<'s> Files<'s> {
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
        event.iter().for_each(|id| self.event(*id));
    }

    fn topic(&mut self, id: TopicId) {
        self.add(&self.site.topic(id).texts, |text| text.file);
    }

    fn event(&mut self, id: EventId) {
        self.add(&self.site.event(id).texts, |text| text.file);
    }
}
