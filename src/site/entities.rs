//! The things on a site — settings, speakers, topics, events, leaflets, pages — with every
//! reference resolved, in the languages in which someone wrote them.

use std::sync::Arc;

use super::ids::{EventId, LeafletId, PersonId, StatementId, Target, TopicId};
use super::panel_entry::PanelEntry;
use crate::base::{
    BaseUrl, ByLang, Colour, Date, Edition, FileId, Format, Lang, Loc, OutPath, Slug,
};
use crate::model::text::{Body, Inline, Section};
use crate::model::{Colours, StatementKind, TranslationStatus};

/// Resolved running text.
pub(crate) type Line = Vec<Inline<Target>>;
/// The resolved text of a page.
pub(crate) type Text = Body<Target, TopicId>;
/// A resolved section.
pub(crate) type Passage = Section<Target, TopicId>;

/// A thing in the languages in which someone wrote it; always at least one, the original.
#[derive(Debug, Clone)]
pub struct Versions<T> {
    original: (Lang, T),
    others: ByLang<T>,
}

/// A version and the language it is really in.
#[derive(Debug)]
pub struct Version<'v, T> {
    /// The language of the text.
    pub lang: Lang,
    /// The text.
    pub text: &'v T,
}

impl<T> Versions<T> {
    /// An original with its translations.
    #[must_use]
    pub fn new(lang: Lang, original: T, others: ByLang<T>) -> Self {
        Self {
            original: (lang, original),
            others,
        }
    }

    /// The version a reader of `lang` gets: that language's, or the original.
    #[must_use]
    pub fn for_reader(&self, lang: Lang) -> Version<'_, T> {
        match self.others.get(lang) {
            Some(text) => Version { lang, text },
            None => self.original(),
        }
    }

    /// The original.
    #[must_use]
    pub fn original(&self) -> Version<'_, T> {
        Version {
            lang: self.original.0,
            text: &self.original.1,
        }
    }

    /// Whether someone wrote it in `lang`.
    #[must_use]
    pub fn is_written_in(&self, lang: Lang) -> bool {
        self.original.0 == lang || self.others.get(lang).is_some()
    }
}

/// How a version came about.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Origin {
    /// It is the original.
    Original,
    /// It was translated.
    Translation {
        /// Who looked at it.
        status: TranslationStatus,
        /// Who made it.
        by: Option<String>,
        /// Whether the original has changed since.
        stale: bool,
    },
}

/// What holds for the whole site; texts are there for every language of the site.
#[derive(Debug, Clone)]
#[allow(
    missing_docs,
    reason = "the keys of site.yaml, as the contract names them"
)]
pub struct Settings {
    /// The first is the default. Never empty.
    pub languages: Vec<Lang>,
    pub title: ByLang<String>,
    pub description: ByLang<String>,
    pub base_url: Option<BaseUrl>,
    pub publisher: Publisher,
    pub call_to_action: Option<CallToAction>,
    pub event: Option<EventId>,
    pub copyright: ByLang<String>,
    /// The terms on which others may use the texts: an address, or words.
    pub license: ByLang<String>,
    pub colours: Colours,
    /// `site.yaml`.
    pub file: FileId,
}

/// Who publishes.
#[derive(Debug, Clone, Default)]
#[allow(
    missing_docs,
    reason = "the keys of site.yaml, as the contract names them"
)]
pub struct Publisher {
    pub name: ByLang<String>,
    pub address: ByLang<String>,
    pub phone: ByLang<String>,
    pub email: Option<String>,
    pub url: Option<String>,
}

/// What readers are asked to do.
#[derive(Debug, Clone)]
#[allow(
    missing_docs,
    reason = "the keys of site.yaml, as the contract names them"
)]
pub struct CallToAction {
    pub text: ByLang<String>,
    pub url: Option<String>,
    pub deadline: Option<Date>,
}

/// A person who spoke, once or more often.
#[derive(Debug, Clone)]
#[allow(
    missing_docs,
    reason = "the keys of the front matter, as the contract names them"
)]
pub struct Person {
    pub slug: Slug,
    pub paths: Vec<OutPath>,
    pub reading: Option<String>,
    pub reading_confirmed: bool,
    pub photo: Option<Photo>,
    /// The statement in the person's own file, which stands on the person's page.
    pub own: Option<StatementId>,
    /// Everything that the person said, the newest first.
    pub statements: Vec<StatementId>,
    pub texts: Versions<PersonText>,
}

/// A person in one language.
#[derive(Debug, Clone)]
#[allow(
    missing_docs,
    reason = "the keys of the front matter, as the contract names them"
)]
pub struct PersonText {
    pub file: FileId,
    pub name: String,
    pub affiliation: Option<String>,
    pub role: Option<String>,
    pub origin: Origin,
}

/// What a person said at an event.
#[derive(Debug, Clone)]
#[allow(
    missing_docs,
    reason = "the keys of the front matter, as the contract names them"
)]
pub struct Statement {
    /// The person's name in addresses.
    pub slug: Slug,
    pub person: PersonId,
    /// Whether it stands in the person's own file, and so on the person's page.
    pub is_own: bool,
    /// The page that it stands on.
    pub paths: Vec<OutPath>,
    pub topics: Vec<TopicId>,
    pub event: Option<EventId>,
    /// The statement's own date, else the event's.
    pub date: Option<Date>,
    pub kind: StatementKind,
    /// The leaflet made from this statement.
    pub leaflet: LeafletId,
    pub texts: Versions<StatementText>,
}

/// A statement in one language.
#[derive(Debug, Clone)]
#[allow(
    missing_docs,
    reason = "the keys of the front matter, as the contract names them"
)]
pub struct StatementText {
    pub file: FileId,
    /// The person's name.
    pub name: String,
    pub title: Line,
    /// The affiliation and role of that day.
    pub affiliation: Option<String>,
    pub role: Option<String>,
    pub summary: Option<Line>,
    pub source: Option<Source>,
    pub origin: Origin,
    pub body: Text,
}

impl StatementText {
    /// The section with this fragment.
    #[must_use]
    pub fn section(&self, id: &str) -> Option<&Passage> {
        self.body.sections.iter().find(|s| s.id == id)
    }

    /// The passage to print large: the section marked `.strong`, else the first.
    #[must_use]
    pub fn strongest(&self) -> Option<&Passage> {
        self.body
            .sections
            .iter()
            .find(|s| s.strong)
            .or_else(|| self.body.sections.first())
    }
}

/// A portrait whose use on the web was agreed to.
#[derive(Debug, Clone)]
pub struct Photo {
    /// Where it lies in the output folder.
    pub path: OutPath,
    /// What it shows.
    pub alt: ByLang<String>,
    /// Who took it.
    pub credit: Option<String>,
    /// Whether it may be printed too.
    pub print: bool,
}

/// Where a statement was published.
#[derive(Debug, Clone, PartialEq, Eq)]
#[allow(
    missing_docs,
    reason = "the keys of the front matter, as the contract names them"
)]
pub struct Source {
    pub title: Option<String>,
    pub url: Option<String>,
    pub note: Option<String>,
}

/// A topic.
#[derive(Debug, Clone)]
#[allow(
    missing_docs,
    reason = "the keys of the front matter, as the contract names them"
)]
pub struct Topic {
    pub slug: Slug,
    pub paths: Vec<OutPath>,
    pub color: Option<(Colour, Loc)>,
    pub related: Vec<TopicId>,
    /// What was said on it, rally by rally, the newest first, and there in the order of the speakers.
    pub citations: Vec<Citation>,
    /// The leaflet made from this topic.
    pub leaflet: LeafletId,
    pub texts: Versions<TopicText>,
}

/// A topic in one language.
#[derive(Debug, Clone)]
#[allow(
    missing_docs,
    reason = "the keys of the front matter, as the contract names them"
)]
pub struct TopicText {
    pub file: FileId,
    pub name: String,
    pub summary: Line,
    pub terms: Vec<String>,
    pub origin: Origin,
    pub body: Text,
}

/// A passage that speaks on a topic.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Citation {
    /// Whose statement.
    pub statement: StatementId,
    /// The section's fragment; `None` cites the statement through its summary.
    pub section: Option<String>,
}

/// An event.
#[derive(Debug, Clone)]
#[allow(
    missing_docs,
    reason = "the keys of the front matter, as the contract names them"
)]
pub struct Event {
    pub slug: Slug,
    pub paths: Vec<OutPath>,
    pub date: Option<Date>,
    /// What was said there, in order.
    pub statements: Vec<StatementId>,
    /// The leaflet made from this event.
    pub leaflet: LeafletId,
    pub texts: Versions<EventText>,
}

/// An event in one language.
#[derive(Debug, Clone)]
#[allow(
    missing_docs,
    reason = "the keys of the front matter, as the contract names them"
)]
pub struct EventText {
    pub file: FileId,
    pub name: String,
    pub venue: Option<String>,
    pub organisers: Vec<String>,
    pub supporters: Vec<String>,
    pub attendance: Option<String>,
    pub source: Option<Source>,
    pub origin: Origin,
    pub body: Text,
}

/// A leaflet.
#[derive(Debug)]
pub struct Leaflet {
    /// Its name: the composed one's, `speaker-…`, `statement-…`, `topic-…` or `event-…`.
    pub slug: Slug,
    /// Its page in each language of the site.
    pub paths: Vec<OutPath>,
    /// What it is made from.
    pub kind: LeafletKind,
}

/// What a leaflet is made from.
#[derive(Debug)]
pub enum LeafletKind {
    /// A statement.
    Statement(StatementId),
    /// A topic.
    Topic(TopicId),
    /// An event.
    Event(EventId),
    /// A file in `leaflets/`.
    Composed(Arc<Composed>),
}

/// A composed leaflet.
#[derive(Debug, Clone)]
#[allow(
    missing_docs,
    reason = "the keys of the front matter, as the contract names them"
)]
pub struct Composed {
    pub format: Format,
    pub edition: Edition,
    /// The two languages of a leaflet with one on each side; else empty.
    pub languages: Vec<Lang>,
    /// What stands on each panel in the order of reading, where staff say so.
    pub panels: Option<Vec<Vec<PanelEntry>>>,
    /// The day of issue.
    pub issued: Option<Date>,
    pub statements: Vec<StatementId>,
    pub topics: Vec<TopicId>,
    pub texts: Versions<LeafletText>,
}

/// A composed leaflet in one language.
#[derive(Debug, Clone)]
#[allow(
    missing_docs,
    reason = "the keys of the front matter, as the contract names them"
)]
pub struct LeafletText {
    pub file: FileId,
    pub title: Line,
    pub hook: Option<Line>,
    pub call_to_action: Option<String>,
    pub origin: Origin,
    pub body: Text,
}

/// Any other page.
#[derive(Debug, Clone)]
#[allow(
    missing_docs,
    reason = "the keys of the front matter, as the contract names them"
)]
pub struct Page {
    pub slug: Slug,
    pub paths: Vec<OutPath>,
    pub nav: bool,
    pub texts: Versions<PageText>,
}

/// A page in one language.
#[derive(Debug, Clone)]
#[allow(
    missing_docs,
    reason = "the keys of the front matter, as the contract names them"
)]
pub struct PageText {
    pub file: FileId,
    pub title: Line,
    pub origin: Origin,
    pub body: Text,
}

impl Settings {
    /// The language at the root of the site.
    #[must_use]
    pub fn default_lang(&self) -> Lang {
        self.languages.first().copied().unwrap_or(Lang::JA)
    }
}
