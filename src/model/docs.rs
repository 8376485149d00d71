//! One typed document for each page file: every key read, nothing yet joined or checked
//! against other files.

use std::sync::Arc;

use super::site::SiteDoc;
use super::text::WrittenBody;
use crate::base::{
    ChartKind, Colour, ContentPath, Date, Design, DocKind, Drawing, Edition, FileId, Format, Lang,
    OutPath, QrChoice, Slug, Span, Spanned,
};
use crate::source::{KeySpec, LocalText, find_key, keys};

/// Which file a document came from, and what it wrote.
#[derive(Debug, Clone)]
pub(crate) struct Head {
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
    /// Whether something in its front matter could not be read as meant.
    pub(super) faulty: bool,
}

impl Head {
    /// What the table of its kind says of a key.
    #[must_use]
    pub(crate) fn key(&self, name: &str) -> Option<&'static KeySpec> {
        find_key(keys::of(self.kind()?), name)
    }

    /// What the file describes.
    #[must_use]
    pub(crate) fn kind(&self) -> Option<DocKind> {
        DocKind::of_folder(self.path.as_str().split('/').next()?)
    }

    /// The path that a translation into `lang` has.
    #[must_use]
    pub(crate) fn path_in(&self, lang: Lang) -> String {
        let own = format!(".{}.md", self.lang);
        let path = self.path.as_str();
        format!("{}.{lang}.md", path.strip_suffix(&own).unwrap_or(path))
    }

    /// Whether something in its front matter or its marks is an error, which has been reported.
    #[must_use]
    pub(crate) fn is_faulty(&self) -> bool {
        self.damaged || self.faulty
    }

    /// Whether `key` is absent from a front matter that could be read in full.
    #[must_use]
    pub(crate) fn lacks(&self, key: &str) -> bool {
        !self.damaged && !self.written.iter().any(|k| k == key)
    }
}

/// A person as a file in `speakers/` has it.
#[derive(Debug, Clone)]
pub(crate) struct PersonDoc {
    /// Which file it is, and what it wrote.
    pub head: Head,
    /// The name.
    pub name: Option<LocalText>,
    /// How the name is read, in kana.
    pub reading: Option<Spanned<String>>,
    /// Whether the person has said so.
    pub reading_confirmed: Option<Spanned<bool>>,
    /// The organisation.
    pub affiliation: Option<LocalText>,
    /// The same in short, for lists.
    pub affiliation_short: Option<LocalText>,
    /// What the person does there.
    pub role: Option<LocalText>,
    /// The place among persons.
    pub order: Option<Spanned<i64>>,
    /// The portrait.
    pub photo: Option<Spanned<PhotoDoc>>,
    /// Whether it is left out of the site for now.
    pub draft: Option<Spanned<bool>>,
    /// How the translation came about.
    pub translation: Option<Spanned<Translation>>,
    /// Whether the file holds a statement, too.
    pub speaks: bool,
    /// Empty: the text of the file is the statement's.
    pub body: WrittenBody,
}

/// A statement as a file in `speakers/` or `statements/` has it.
#[derive(Debug, Clone)]
pub(crate) struct StatementDoc {
    /// Which file it is, and what it wrote.
    pub head: Head,
    /// Its title.
    pub title: Option<LocalText>,
    /// The topics it is about.
    pub topics: Option<Spanned<Vec<Spanned<Slug>>>>,
    /// The organisation on that day.
    pub affiliation: Option<LocalText>,
    /// What the person did there on that day.
    pub role: Option<LocalText>,
    /// What it says, in a sentence or two.
    pub summary: Option<LocalText>,
    /// What it comes to, in a few words for large type.
    pub pull: Option<LocalText>,
    /// The numbers that carry it.
    pub figures: Vec<Spanned<FigureDoc>>,
    /// Small tables that the program draws.
    pub charts: Vec<Spanned<ChartDoc>>,
    /// How its leaflet is designed.
    pub design: Option<Spanned<Design>>,
    /// A drawing of the theme.
    pub drawing: Option<Spanned<Drawing>>,
    /// The event at which it was said.
    pub event: Option<Spanned<Slug>>,
    /// The day.
    pub date: Option<Spanned<Date>>,
    /// Its place among others of its kind.
    pub order: Option<Spanned<i64>>,
    /// Where it was published before.
    pub source: Option<Spanned<SourceDoc>>,
    /// Whether it is a summary or a transcript.
    pub kind: Option<Spanned<StatementKind>>,
    /// Old addresses that lead here.
    pub aliases: Vec<Spanned<OutPath>>,
    /// Whether it is left out of the site for now.
    pub draft: Option<Spanned<bool>>,
    /// How the translation came about.
    pub translation: Option<Spanned<Translation>>,
    /// Its text.
    pub body: WrittenBody,
}

/// A topic as its file has it.
#[derive(Debug, Clone)]
pub(crate) struct TopicDoc {
    /// Which file it is, and what it wrote.
    pub head: Head,
    /// The name.
    pub name: Option<LocalText>,
    /// What it is about, in a sentence.
    pub summary: Option<LocalText>,
    /// A question or a claim, for large type.
    pub hook: Option<LocalText>,
    /// The numbers that carry what is said on it.
    pub figures: Vec<Spanned<FigureDoc>>,
    /// Small tables that the program draws.
    pub charts: Vec<Spanned<ChartDoc>>,
    /// How its leaflet is designed.
    pub design: Option<Spanned<Design>>,
    /// A drawing of the theme.
    pub drawing: Option<Spanned<Drawing>>,
    /// Words that link here by themselves.
    pub terms: Vec<Spanned<String>>,
    /// Other words for it, for the search alone.
    pub search: Vec<Spanned<String>>,
    /// Topics next to it.
    pub related: Option<Spanned<Vec<Spanned<Slug>>>>,
    /// Its place among others of its kind.
    pub order: Option<Spanned<i64>>,
    /// The colour of its pages and leaflets.
    pub color: Option<Spanned<Colour>>,
    /// How the translation came about.
    pub translation: Option<Spanned<Translation>>,
    /// Its text.
    pub body: WrittenBody,
}

/// An event as its file has it.
#[derive(Debug, Clone)]
pub(crate) struct EventDoc {
    /// Which file it is, and what it wrote.
    pub head: Head,
    /// The name.
    pub name: Option<LocalText>,
    /// The day.
    pub date: Option<Spanned<Date>>,
    /// Where it took place.
    pub venue: Option<LocalText>,
    /// Who called for it.
    pub organisers: Vec<Spanned<String>>,
    /// Who supported it.
    pub supporters: Vec<Spanned<String>>,
    /// How many came.
    pub attendance: Option<LocalText>,
    /// The numbers that carry what it was about.
    pub figures: Vec<Spanned<FigureDoc>>,
    /// Small tables that the program draws.
    pub charts: Vec<Spanned<ChartDoc>>,
    /// How its leaflet is designed.
    pub design: Option<Spanned<Design>>,
    /// A drawing of the theme.
    pub drawing: Option<Spanned<Drawing>>,
    /// Where it was published before.
    pub source: Option<Spanned<SourceDoc>>,
    /// Whether it is left out of the site for now.
    pub draft: Option<Spanned<bool>>,
    /// How the translation came about.
    pub translation: Option<Spanned<Translation>>,
    /// Its text.
    pub body: WrittenBody,
}

/// A composed leaflet as its file has it.
#[derive(Debug, Clone)]
pub(crate) struct LeafletDoc {
    /// Which file it is, and what it wrote.
    pub head: Head,
    /// Its title.
    pub title: Option<LocalText>,
    /// Paper and folds.
    pub format: Option<Spanned<Format>>,
    /// For which readers it is set.
    pub edition: Option<Spanned<Edition>>,
    /// The languages on one sheet.
    pub languages: Option<Spanned<Vec<Lang>>>,
    /// What stands on which panel.
    pub panels: Option<Spanned<Vec<Spanned<String>>>>,
    /// The day it was issued.
    pub issued: Option<Spanned<Date>>,
    /// Whose statements it shows.
    pub speakers: Option<Spanned<Vec<Spanned<Slug>>>>,
    /// Which topics it shows.
    pub topics: Option<Spanned<Vec<Spanned<Slug>>>>,
    /// The words in large type.
    pub hook: Option<LocalText>,
    /// The numbers that carry what it says.
    pub figures: Vec<Spanned<FigureDoc>>,
    /// What is seen first.
    pub picture: Option<Spanned<PhotoDoc>>,
    /// Small tables that the program draws.
    pub charts: Vec<Spanned<ChartDoc>>,
    /// How it is designed.
    pub design: Option<Spanned<Design>>,
    /// A drawing of the theme.
    pub drawing: Option<Spanned<Drawing>>,
    /// What readers are asked to do.
    pub call_to_action: Option<LocalText>,
    /// Where its QR codes lead.
    pub qr: Option<Spanned<QrChoice>>,
    /// Its place among others of its kind.
    pub order: Option<Spanned<i64>>,
    /// How the translation came about.
    pub translation: Option<Spanned<Translation>>,
    /// Its text.
    pub body: WrittenBody,
}

/// Any other page as its file has it.
#[derive(Debug, Clone)]
pub(crate) struct PageDoc {
    /// Which file it is, and what it wrote.
    pub head: Head,
    /// Its title.
    pub title: Option<LocalText>,
    /// Whether the menu leads to it.
    pub nav: Option<Spanned<bool>>,
    /// Its place in the menu.
    pub order: Option<Spanned<i64>>,
    /// How the translation came about.
    pub translation: Option<Spanned<Translation>>,
    /// Its text.
    pub body: WrittenBody,
}

/// A portrait, or the picture of a leaflet.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct PhotoDoc {
    /// The file below `images/`.
    pub file: Spanned<String>,
    /// What it shows.
    pub alt: Option<LocalText>,
    /// Who took it.
    pub credit: Option<String>,
    /// Whether those who are asked agreed to its use on the web.
    pub web: bool,
    /// Whether they agreed to its use in print.
    pub print: bool,
    /// Whether what they agreed to could not be read, which has been reported.
    pub unclear: bool,
}

/// A number that carries what a document says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct FigureDoc {
    /// The number with its unit.
    pub value: LocalText,
    /// What it counts.
    pub caption: LocalText,
    /// Where it is from.
    pub source: Option<LocalText>,
}

/// A small table that the program draws.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct ChartDoc {
    /// How it is drawn.
    pub kind: ChartKind,
    /// What it shows.
    pub title: LocalText,
    /// The unit of its numbers.
    pub unit: Option<LocalText>,
    /// Its rows, each with a value that can be read.
    pub rows: Vec<ChartRowDoc>,
    /// Where its numbers are from.
    pub source: Option<LocalText>,
}

/// A row of a chart.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct ChartRowDoc {
    /// What it counts, or what happened.
    pub label: LocalText,
    /// How many, or when.
    pub value: LocalText,
    /// Whether it stands out.
    pub strong: bool,
}

/// Where a statement was published.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct SourceDoc {
    /// What the publication is called.
    pub title: Option<LocalText>,
    /// Where it can be read.
    pub url: Option<String>,
    /// A remark.
    pub note: Option<LocalText>,
    /// The text below `sources/` that the statement is held to.
    pub file: Option<Spanned<String>>,
}

/// How close a text is to what was said.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) enum StatementKind {
    /// 発言要旨: in the editors' words.
    #[default]
    Summary,
    /// In the speaker's own words.
    Transcript,
}

/// How a translation stands to its original.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Translation {
    /// Who looked at it.
    pub status: TranslationStatus,
    /// Who made it.
    pub by: Option<String>,
    /// The state of the original that was translated.
    pub of: Option<Spanned<String>>,
}

/// Who looked at a translation.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) enum TranslationStatus {
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
pub(crate) enum Doc {
    /// A file in `speakers/`: a person, and the statement that it holds, if it holds one.
    Speaker(Arc<PersonDoc>, Option<Arc<StatementDoc>>),
    /// A statement.
    Statement(Arc<StatementDoc>),
    /// A topic.
    Topic(Arc<TopicDoc>),
    /// An event.
    Event(Arc<EventDoc>),
    /// A composed leaflet.
    Leaflet(Arc<LeafletDoc>),
    /// Any other page.
    Page(Arc<PageDoc>),
}

impl Doc {
    /// Notes that something in it is an error, which has been reported.
    pub(super) fn note_fault(&mut self) {
        fn note<D>(doc: &mut Arc<D>, head: fn(&mut D) -> &mut Head) {
            if let Some(doc) = Arc::get_mut(doc) {
                head(doc).faulty = true;
            }
        }
        match self {
            Self::Speaker(person, said) => {
                note(person, |doc| &mut doc.head);
                if let Some(said) = said {
                    note(said, |doc| &mut doc.head);
                }
            }
            Self::Statement(doc) => note(doc, |doc| &mut doc.head),
            Self::Topic(doc) => note(doc, |doc| &mut doc.head),
            Self::Event(doc) => note(doc, |doc| &mut doc.head),
            Self::Leaflet(doc) => note(doc, |doc| &mut doc.head),
            Self::Page(doc) => note(doc, |doc| &mut doc.head),
        }
    }

    /// Its text.
    #[must_use]
    pub(crate) fn body(&self) -> &WrittenBody {
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
pub(crate) struct Docs {
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
    /// Files that could not be read, which has been reported.
    pub unread: Vec<ContentPath>,
}

impl Docs {
    /// Sorts documents by their kind.
    pub(crate) fn new(site: SiteDoc, all: impl IntoIterator<Item = Doc>) -> Self {
        let mut docs = Self {
            site,
            persons: Vec::new(),
            statements: Vec::new(),
            topics: Vec::new(),
            events: Vec::new(),
            leaflets: Vec::new(),
            pages: Vec::new(),
            unread: Vec::new(),
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
