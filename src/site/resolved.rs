//! The finished site as a value: every reference resolved, every address known, nothing to
//! be filled in later.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::entities::{
    Citation, Event, Leaflet, LeafletKind, Page, Person, Settings, Statement, Topic, Version,
};
use super::ids::{EventId, LeafletId, PageId, PageRef, PersonId, StatementId, TopicId};
use super::panel_entry::PanelEntry;
use crate::base::{ContentPath, Date, Lang, Loc, OutPath};

/// The whole site.
#[derive(Debug)]
pub(crate) struct Site {
    /// What holds for all of it.
    pub settings: Settings,
    /// In the order in which readers meet them.
    pub persons: Vec<Arc<Person>>,
    /// Event by event, the newest first, and there in the order in which readers meet them.
    pub statements: Vec<Arc<Statement>>,
    /// In the order in which readers meet them.
    pub topics: Vec<Arc<Topic>>,
    /// The latest first.
    pub events: Vec<Arc<Event>>,
    /// Composed ones first, then one for every statement, every topic and every event.
    pub leaflets: Vec<Arc<Leaflet>>,
    /// In the order of the menu.
    pub pages: Vec<Arc<Page>>,
    /// Pictures that pages use: where they come from and where they go.
    pub images: Vec<(ContentPath, OutPath)>,
    /// The pictures that nobody has agreed to yet: they are looked at, and not shown.
    pub unshown: Vec<ContentPath>,
    /// The first place that names each of these pictures.
    pub named_at: BTreeMap<ContentPath, Loc>,
    /// Whether words of somebody are left out for something that has been reported.
    pub lacks_words: bool,
    /// Old addresses and the pages they lead to now, in the default language.
    pub aliases: Vec<(OutPath, PageRef)>,
    /// Addresses of the pages that exist once a language.
    pub(super) fixed: Vec<(PageRef, Vec<OutPath>)>,
}

/// The two PDFs of a leaflet.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Pdf {
    /// For screens and office printers.
    Office,
    /// For print shops.
    Print,
}

impl Site {
    /// A person.
    #[must_use]
    pub(crate) fn person(&self, id: PersonId) -> &Person {
        &self.persons[id.0]
    }

    /// Who made a statement.
    #[must_use]
    pub(crate) fn person_of(&self, id: StatementId) -> &Person {
        self.person(self.statement(id).person)
    }

    /// What a person is called for a reader of `lang`, whatever the language of the words beside it.
    #[must_use]
    pub(crate) fn name_of(&self, id: PersonId, lang: Lang) -> Version<'_, String> {
        self.person(id).names.for_reader(lang)
    }

    /// What whoever made a statement is called for a reader of `lang`.
    #[must_use]
    pub(crate) fn speaker_of(&self, id: StatementId, lang: Lang) -> Version<'_, String> {
        self.name_of(self.statement(id).person, lang)
    }

    /// The page that a statement stands on.
    #[must_use]
    pub(crate) fn page_of(&self, id: StatementId) -> PageRef {
        let statement = self.statement(id);
        if statement.is_own {
            PageRef::Person(statement.person)
        } else {
            PageRef::Statement(id)
        }
    }

    /// The statement that stands on a page, if one does.
    #[must_use]
    pub(crate) fn statement_on(&self, page: PageRef) -> Option<StatementId> {
        match page {
            PageRef::Person(id) => self.person(id).own,
            PageRef::Statement(id) => Some(id),
            _ => None,
        }
    }

    /// Whether what stands beside each other may come from more than one event, so that each has to
    /// say from which.
    #[must_use]
    pub(crate) fn has_several_events(&self) -> bool {
        self.events.len() > 1
    }

    /// The persons of whom the site has a statement.
    pub(crate) fn speakers(&self) -> impl Iterator<Item = PersonId> {
        let persons = self.persons.iter().enumerate();
        let speakers = persons.filter(|(_, person)| !person.statements.is_empty());
        speakers.map(|(at, _)| PersonId(at))
    }

    /// How many persons made statements.
    #[must_use]
    pub(crate) fn persons_among(&self, statements: impl IntoIterator<Item = StatementId>) -> usize {
        let mut persons: Vec<PersonId> = statements
            .into_iter()
            .map(|id| self.statement(id).person)
            .collect();
        persons.sort_unstable();
        persons.dedup();
        persons.len()
    }

    /// Whether a picture in a text may be printed: it is nobody's photograph for which that was not agreed to.
    #[must_use]
    pub(crate) fn may_print_picture(&self, path: &OutPath) -> bool {
        let persons = self.persons.iter().filter_map(|own| own.photo.as_ref());
        let leaflets = self.leaflets.iter().filter_map(|own| match &own.kind {
            LeafletKind::Composed(composed) => composed.picture.as_ref(),
            _ => None,
        });
        let mut kept_off = persons.chain(leaflets).filter(|photo| !photo.print);
        kept_off.all(|photo| photo.path != *path)
    }

    /// A statement.
    #[must_use]
    pub(crate) fn statement(&self, id: StatementId) -> &Statement {
        &self.statements[id.0]
    }

    /// A topic.
    #[must_use]
    pub(crate) fn topic(&self, id: TopicId) -> &Topic {
        &self.topics[id.0]
    }

    /// An event.
    #[must_use]
    pub(crate) fn event(&self, id: EventId) -> &Event {
        &self.events[id.0]
    }

    /// The day that a leaflet's documents bear, since there is no clock: that of its issue, else the
    /// newest on which something was said that the leaflet is made from, since no document is older
    /// than what it holds; else the event's, as a PDF/A has to have one. Voices of others below a
    /// statement do not count: whether there is room for them is known only when it has been set.
    #[must_use]
    pub(crate) fn document_date(&self, id: LeafletId) -> (i16, i8, i8) {
        const UNKNOWN: (i16, i8, i8) = (2000, 1, 1);
        let said = |id: StatementId| self.statement(id).date;
        let own = match &self.leaflet(id).kind {
            LeafletKind::Statement(id) => said(*id),
            LeafletKind::Topic(id) => {
                let cited = self.topic(*id).citations.iter();
                cited.filter_map(|citation| said(citation.statement)).max()
            }
            LeafletKind::Event(id) => {
                let event = self.event(*id);
                let said = event.statements.iter().filter_map(|id| said(*id));
                said.chain(event.date).max()
            }
            LeafletKind::Composed(composed) => {
                let newest = || match &composed.panels {
                    Some(panels) => {
                        let shown = panels.iter().flatten().filter_map(PanelEntry::statement);
                        shown.filter_map(said).max()
                    }
                    None => composed.statements.iter().filter_map(|id| said(*id)).max(),
                };
                composed.issued.or_else(newest)
            }
        };
        let event = || self.event(self.settings.event?).date;
        own.or_else(event).map_or(UNKNOWN, Date::ymd)
    }

    /// A leaflet.
    #[must_use]
    pub(crate) fn leaflet(&self, id: LeafletId) -> &Leaflet {
        &self.leaflets[id.0]
    }

    /// A page.
    #[must_use]
    pub(crate) fn page(&self, id: PageId) -> &Page {
        &self.pages[id.0]
    }

    /// Every page that exists in each language, in a stable order.
    pub(crate) fn page_refs(&self) -> impl Iterator<Item = PageRef> {
        let fixed = self.fixed.iter().map(|(page, _)| *page);
        fixed
            .chain((0..self.persons.len()).map(|i| PageRef::Person(PersonId(i))))
            .chain(
                (0..)
                    .zip(&self.statements)
                    .filter(|(_, statement)| !statement.is_own)
                    .map(|(i, _)| PageRef::Statement(StatementId(i))),
            )
            .chain((0..self.topics.len()).map(|i| PageRef::Topic(TopicId(i))))
            .chain((0..self.events.len()).map(|i| PageRef::Event(EventId(i))))
            .chain((0..self.leaflets.len()).map(|i| PageRef::Leaflet(LeafletId(i))))
            .chain((0..self.pages.len()).map(|i| PageRef::Page(PageId(i))))
    }

    /// Whether a page, as a reader of `lang` gets it, has a place of this name.
    #[must_use]
    pub(crate) fn has_place(&self, page: PageRef, lang: Lang, place: &str) -> bool {
        let body = match page {
            PageRef::Person(_) | PageRef::Statement(_) => match self.statement_on(page) {
                Some(id) => &self.statement(id).texts.for_reader(lang).text.body,
                None => return false,
            },
            PageRef::Topic(id) => &self.topic(id).texts.for_reader(lang).text.body,
            PageRef::Event(id) => &self.event(id).texts.for_reader(lang).text.body,
            PageRef::Page(id) => &self.page(id).texts.for_reader(lang).text.body,
            _ => return false,
        };
        body.fragments().any(|id| id == place)
    }

    /// The file of a page in a language of the site; for any other language, the default's.
    #[must_use]
    pub(crate) fn address(&self, page: PageRef, lang: Lang) -> &OutPath {
        let at = self
            .settings
            .languages
            .iter()
            .position(|l| *l == lang)
            .unwrap_or(0);
        &self.addresses(page)[at]
    }

    /// The files of a page, in the order of the site's languages.
    #[must_use]
    pub(crate) fn addresses(&self, page: PageRef) -> &[OutPath] {
        match page {
            PageRef::Person(id) => &self.person(id).paths,
            PageRef::Statement(id) => &self.statement(id).paths,
            PageRef::Topic(id) => &self.topic(id).paths,
            PageRef::Event(id) => &self.event(id).paths,
            PageRef::Leaflet(id) => &self.leaflet(id).paths,
            PageRef::Page(id) => &self.page(id).paths,
            fixed => self
                .fixed
                .iter()
                .find(|(p, _)| *p == fixed)
                .map_or(&[], |(_, paths)| paths),
        }
    }

    /// What others said on the topics of a statement: for each topic, up to `most` passages of
    /// other persons, beginning with those that follow this one.
    #[must_use]
    pub(crate) fn others_on(&self, id: StatementId, most: usize) -> Vec<(TopicId, Vec<&Citation>)> {
        let own = self.statement(id);
        own.topics
            .iter()
            .map(|topic| {
                let all = &self.topic(*topic).citations;
                let after = all.partition_point(|c| c.statement <= id);
                let found = all[after..]
                    .iter()
                    .chain(&all[..after])
                    .filter(|c| self.statement(c.statement).person != own.person)
                    .take(most)
                    .collect::<Vec<_>>();
                (*topic, found)
            })
            .filter(|(_, found)| !found.is_empty())
            .collect()
    }
}
