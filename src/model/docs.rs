//! One typed document for each page file: every key read, nothing yet joined or checked
//! against other files.

use std::sync::Arc;

use super::site::SiteDoc;
use super::text::WrittenBody;
use crate::base::{
    Colour, ContentPath, Date, DocKind, Edition, FileId, Format, Lang, OutPath, Slug, Span, Spanned,
};
use crate::source::{KeySpec, LocalText, find_key, keys};

/// Which file a document came from, and what it wrote.
#[derive(Debug, Clone)]
pub struct Head {
    /// The event that its folder names, if its kind stands by event.
    pub event: Option<Slug>,
    /// The name it shares with its translations.
    pub slug: Slug,
    /// Its language.
    pub lang: Lang,
    /// Its file.
    pub file: FileId,
    /// Where the file is.
    pub path: ContentPath,
    /// Where problems of the front matter as a whole point.
    pub opening: Span,
    /// The keys that stand in it, well or badly written.
    pub(super) written: Vec<String>,
    pub(super) damaged: bool,
}

impl Head {
    /// What the table of its kind says of a key.
    #[must_use]
    pub fn key(&self, name: &str) -> Option<&'static KeySpec> {
        find_key(keys::of(self.kind()?), name)
    }

    /// What the file describes.
    #[must_use]
    pub fn kind(&self) -> Option<DocKind> {
        DocKind::of_folder(self.path.as_str().split('/').next()?)
    }

    /// The path that a translation into `lang` has.
    #[must_use]
    pub fn path_in(&self, lang: Lang) -> String {
        let own = format!(".{}.md", self.lang);
        let path = self.path.as_str();
        format!("{}.{lang}.md", path.strip_suffix(&own).unwrap_or(path))
    }

    /// Whether `key` is absent from a front matter that could be read in full.
    #[must_use]
    pub fn lacks(&self, key: &str) -> bool {
        !self.damaged && !self.written.iter().any(|k| k == key)
    }
}

/// A person as a file in `speakers/` has it.
#[derive(Debug, Clone)]
#[allow(
    missing_docs,
    reason = "the keys of the front matter, as the contract names them"
)]
pub struct PersonDoc {
    pub head: Head,
    pub name: Option<LocalText>,
    pub reading: Option<Spanned<String>>,
    pub reading_confirmed: Option<Spanned<bool>>,
    pub affiliation: Option<LocalText>,
    pub role: Option<LocalText>,
    pub order: Option<Spanned<i64>>,
    pub photo: Option<Spanned<PhotoDoc>>,
    pub draft: Option<Spanned<bool>>,
    pub translation: Option<Spanned<Translation>>,
    /// Whether the file holds a statement, too.
    pub speaks: bool,
    /// Empty: the text of the file is the statement's.
    pub body: WrittenBody,
}

/// A statement as a file in `speakers/` or `statements/` has it.
#[derive(Debug, Clone)]
#[allow(
    missing_docs,
    reason = "the keys of the front matter, as the contract names them"
)]
pub struct StatementDoc {
    pub head: Head,
    pub title: Option<LocalText>,
    pub topics: Option<Spanned<Vec<Spanned<Slug>>>>,
    pub affiliation: Option<LocalText>,
    pub role: Option<LocalText>,
    pub summary: Option<LocalText>,
    pub event: Option<Spanned<Slug>>,
    pub date: Option<Spanned<Date>>,
    pub order: Option<Spanned<i64>>,
    pub source: Option<Spanned<SourceDoc>>,
    pub kind: Option<Spanned<StatementKind>>,
    pub aliases: Vec<Spanned<OutPath>>,
    pub draft: Option<Spanned<bool>>,
    pub translation: Option<Spanned<Translation>>,
    pub body: WrittenBody,
}

/// A topic as its file has it.
#[derive(Debug, Clone)]
#[allow(
    missing_docs,
    reason = "the keys of the front matter, as the contract names them"
)]
pub struct TopicDoc {
    pub head: Head,
    pub name: Option<LocalText>,
    pub summary: Option<LocalText>,
    pub terms: Vec<Spanned<String>>,
    pub related: Option<Spanned<Vec<Spanned<Slug>>>>,
    pub order: Option<Spanned<i64>>,
    pub color: Option<Spanned<Colour>>,
    pub translation: Option<Spanned<Translation>>,
    pub body: WrittenBody,
}

/// An event as its file has it.
#[derive(Debug, Clone)]
#[allow(
    missing_docs,
    reason = "the keys of the front matter, as the contract names them"
)]
pub struct EventDoc {
    pub head: Head,
    pub name: Option<LocalText>,
    pub date: Option<Spanned<Date>>,
    pub venue: Option<LocalText>,
    pub organisers: Vec<Spanned<String>>,
    pub supporters: Vec<Spanned<String>>,
    pub attendance: Option<LocalText>,
    pub source: Option<Spanned<SourceDoc>>,
    pub draft: Option<Spanned<bool>>,
    pub translation: Option<Spanned<Translation>>,
    pub body: WrittenBody,
}

/// A composed leaflet as its file has it.
#[derive(Debug, Clone)]
#[allow(
    missing_docs,
    reason = "the keys of the front matter, as the contract names them"
)]
pub struct LeafletDoc {
    pub head: Head,
    pub title: Option<LocalText>,
    pub format: Option<Spanned<Format>>,
    pub edition: Option<Spanned<Edition>>,
    pub languages: Option<Spanned<Vec<Lang>>>,
    pub panels: Option<Spanned<Vec<Spanned<String>>>>,
    pub issued: Option<Spanned<Date>>,
    pub speakers: Option<Spanned<Vec<Spanned<Slug>>>>,
    pub topics: Option<Spanned<Vec<Spanned<Slug>>>>,
    pub hook: Option<LocalText>,
    pub call_to_action: Option<LocalText>,
    pub order: Option<Spanned<i64>>,
    pub translation: Option<Spanned<Translation>>,
    pub body: WrittenBody,
}

/// Any other page as its file has it.
#[derive(Debug, Clone)]
#[allow(
    missing_docs,
    reason = "the keys of the front matter, as the contract names them"
)]
pub struct PageDoc {
    pub head: Head,
    pub title: Option<LocalText>,
    pub nav: Option<Spanned<bool>>,
    pub order: Option<Spanned<i64>>,
    pub translation: Option<Spanned<Translation>>,
    pub body: WrittenBody,
}

/// A portrait.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PhotoDoc {
    /// The file below `images/`.
    pub file: Spanned<String>,
    /// What it shows.
    pub alt: Option<LocalText>,
    /// Who took it.
    pub credit: Option<String>,
    /// Whether the person agreed to its use on the web.
    pub web: bool,
    /// Whether the person agreed to its use in print.
    pub print: bool,
}

/// Where a statement was published.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SourceDoc {
    /// What the publication is called.
    pub title: Option<LocalText>,
    /// Where it can be read.
    pub url: Option<String>,
    /// A remark.
    pub note: Option<LocalText>,
}

/// How close a text is to what was said.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum StatementKind {
    /// 発言要旨: in the editors' words.
    #[default]
    Summary,
    /// In the speaker's own words.
    Transcript,
}

/// How a translation stands to its original.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Translation {
    /// Who looked at it.
    pub status: TranslationStatus,
    /// Who made it.
    pub by: Option<String>,
    /// The state of the original that was translated.
    pub of: Option<Spanned<String>>,
}

/// Who looked at a translation.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum TranslationStatus {
    /// Nobody: a machine made it.
    Machine,
    /// A person made it, nobody else read it.
    Draft,
    /// A second person read it.
    #[default]
    Reviewed,
}

/// A document of any kind; cheap to clone, so that a preview can keep what has not changed.
#[derive(Debug, Clone)]
#[allow(missing_docs, reason = "the kinds of document, by name")]
pub enum Doc {
    /// A file in `speakers/`: a person, and the statement that it holds, if it holds one.
    Speaker(Arc<PersonDoc>, Option<Arc<StatementDoc>>),
    Statement(Arc<StatementDoc>),
    Topic(Arc<TopicDoc>),
    Event(Arc<EventDoc>),
    Leaflet(Arc<LeafletDoc>),
    Page(Arc<PageDoc>),
}

impl Doc {
    /// Its text.
    #[must_use]
    pub fn body(&self) -> &WrittenBody {
        match self {
            Self::Speaker(doc, None) => &doc.body,
            Self::Speaker(_, Some(doc)) | Self::Statement(doc) => &doc.body,
            Self::Topic(doc) => &doc.body,
            Self::Event(doc) => &doc.body,
            Self::Leaflet(doc) => &doc.body,
            Self::Page(doc) => &doc.body,
        }
    }
}

/// Every document of the content folder.
#[derive(Debug)]
pub struct Docs {
    /// `site.yaml`.
    pub site: SiteDoc,
    /// Persons.
    pub persons: Vec<Arc<PersonDoc>>,
    /// Statements, those in the files of persons among them.
    pub statements: Vec<Arc<StatementDoc>>,
    /// Topics.
    pub topics: Vec<Arc<TopicDoc>>,
    /// Events.
    pub events: Vec<Arc<EventDoc>>,
    /// Composed leaflets.
    pub leaflets: Vec<Arc<LeafletDoc>>,
    /// Other pages.
    pub pages: Vec<Arc<PageDoc>>,
}

impl Docs {
    /// Sorts documents by their kind.
    pub fn new(site: SiteDoc, all: impl IntoIterator<Item = Doc>) -> Self {
        let mut docs = Self {
            site,
            persons: Vec::new(),
            statements: Vec::new(),
            topics: Vec::new(),
            events: Vec::new(),
            leaflets: Vec::new(),
            pages: Vec::new(),
        };
        for doc in all {
            match doc {
                Doc::Speaker(person, statement) => {
                    docs.persons.push(person);
                    docs.statements.extend(statement);
                }
                Doc::Statement(doc) => docs.statements.push(doc),
                Doc::Topic(doc) => docs.topics.push(doc),
                Doc::Event(doc) => docs.events.push(doc),
                Doc::Leaflet(doc) => docs.leaflets.push(doc),
                Doc::Page(doc) => docs.pages.push(doc),
            }
        }
        docs
    }
}
