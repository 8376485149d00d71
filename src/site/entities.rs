//! The things on a site — settings, speakers, topics, events, leaflets, pages — with every
//! reference resolved, in the languages in which someone wrote them.

use std::sync::Arc;

use super::ids::{EventId, LeafletId, PersonId, StatementId, Target, TopicId};
use super::panel_entry::PanelEntry;
use crate::base::{
    BaseUrl, ByLang, ChartKind, Colour, ContentPath, Date, Design, Drawing, Edition, FileId,
    Format, Lang, Loc, Moment, OutPath, QrChoice, Quantity, Slug,
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
pub(crate) struct Versions<T> {
    original: (Lang, T),
    others: ByLang<T>,
}

/// A version and the language it is really in.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Version<'v, T: ?Sized> {
    /// The language of the text.
    pub lang: Lang,
    /// The text.
    pub text: &'v T,
}

impl<T: ?Sized> Clone for Version<'_, T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T: ?Sized> Copy for Version<'_, T> {}

impl<'v> Version<'v, String> {
    /// The same as a slice.
    #[must_use]
    pub(crate) fn as_str(self) -> Version<'v, str> {
        Version {
            lang: self.lang,
            text: self.text,
        }
    }
}

impl<T> Versions<T> {
    /// An original with its translations.
    #[must_use]
    pub(crate) fn new(lang: Lang, original: T, others: ByLang<T>) -> Self {
        Self {
            original: (lang, original),
            others,
        }
    }

    /// The version a reader of `lang` gets: that language's, or the original.
    #[must_use]
    pub(crate) fn for_reader(&self, lang: Lang) -> Version<'_, T> {
        match self.others.get(lang) {
            Some(text) => Version { lang, text },
            None => self.original(),
        }
    }

    /// The original.
    #[must_use]
    pub(crate) fn original(&self) -> Version<'_, T> {
        Version {
            lang: self.original.0,
            text: &self.original.1,
        }
    }

    /// Whether someone wrote it in `lang`.
    #[must_use]
    pub(crate) fn is_written_in(&self, lang: Lang) -> bool {
        self.original.0 == lang || self.others.get(lang).is_some()
    }
}

/// How a version came about.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Origin {
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
pub(crate) struct Settings {
    /// The first is the default. Never empty.
    pub languages: Vec<Lang>,
    /// The name of the site.
    pub title: ByLang<String>,
    /// What the site is, in a sentence.
    pub description: ByLang<String>,
    /// Where the site is published.
    pub base_url: Option<BaseUrl>,
    /// Who publishes it.
    pub publisher: Publisher,
    /// What its readers are asked to do.
    pub call_to_action: Option<CallToAction>,
    /// The event that statements belong to that name none.
    pub event: Option<EventId>,
    /// Who holds the rights in the texts.
    pub copyright: ByLang<String>,
    /// The terms on which others may use the texts: an address, or words.
    pub license: ByLang<String>,
    /// The sign of the campaign.
    pub logo: Option<Logo>,
    /// The colours that staff chose.
    pub colours: Colours,
    /// Whether leaflets may be set in typefaces of the machine where the theme's lack a character.
    pub borrows_faces: bool,
    /// `site.yaml`.
    pub file: FileId,
}

/// The sign of the campaign.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Logo {
    /// The file in the content folder.
    pub file: ContentPath,
    /// Where it lies in the output folder.
    pub path: OutPath,
    /// Where it is named.
    pub place: Loc,
}

/// Who publishes.
#[derive(Debug, Clone, Default)]
pub(crate) struct Publisher {
    /// What the publisher is called.
    pub name: ByLang<String>,
    /// The postal address.
    pub address: ByLang<String>,
    /// The telephone number.
    pub phone: ByLang<String>,
    /// The e-mail address.
    pub email: Option<String>,
    /// The address of the publisher's own site.
    pub url: Option<String>,
}

/// What readers are asked to do.
#[derive(Debug, Clone)]
pub(crate) struct CallToAction {
    /// The request in words.
    pub text: ByLang<String>,
    /// The language in which readers of each language are told it.
    pub told_in: ByLang<Lang>,
    /// Where to follow it.
    pub url: Option<String>,
    /// The last day on which to follow it.
    pub deadline: Option<Date>,
    /// How many have followed it, as people say it.
    pub count: ByLang<String>,
    /// What the button says that leads there, instead of the theme's words.
    pub button: ByLang<String>,
}

/// A person who spoke, once or more often.
#[derive(Debug, Clone)]
pub(crate) struct Person {
    /// The person's name in addresses.
    pub slug: Slug,
    /// Its page in each language of the site.
    pub paths: Vec<OutPath>,
    /// How the name is read, in kana.
    pub reading: Option<String>,
    /// Whether somebody has confirmed the reading.
    pub reading_confirmed: bool,
    /// The portrait.
    pub photo: Option<Photo>,
    /// The statement in the person's own file, which stands on the person's page.
    pub own: Option<StatementId>,
    /// Everything that the person said, the newest first.
    pub statements: Vec<StatementId>,
    /// The name, in every language in which any of the person's files gives it.
    pub names: Versions<String>,
    /// What else differs by language.
    pub texts: Versions<PersonText>,
}

/// A person in one language.
#[derive(Debug, Clone)]
pub(crate) struct PersonText {
    /// The file that the text stands in.
    pub file: FileId,
    /// What the person belongs to.
    pub affiliation: Option<String>,
    /// The same in short, for lists.
    pub affiliation_short: Option<String>,
    /// What the person does there.
    pub role: Option<String>,
    /// How this version came about.
    pub origin: Origin,
}

/// What a person said at an event.
#[derive(Debug, Clone)]
pub(crate) struct Statement {
    /// The person's name in addresses.
    pub slug: Slug,
    /// Who made it.
    pub person: PersonId,
    /// Whether it stands in the person's own file, and so on the person's page.
    pub is_own: bool,
    /// The page that it stands on.
    pub paths: Vec<OutPath>,
    /// The topics that it speaks on.
    pub topics: Vec<TopicId>,
    /// Where it was made.
    pub event: Option<EventId>,
    /// The statement's own date, else the event's.
    pub date: Option<Date>,
    /// How close the text is to what was said.
    pub kind: StatementKind,
    /// The text below `sources/` that it is held to, and where that is written.
    pub held_to: Option<(String, Loc)>,
    /// How its leaflet is designed, where somebody chose.
    pub design: Option<Design>,
    /// A drawing of the theme.
    pub drawing: Option<Drawing>,
    /// The leaflet made from this statement.
    pub leaflet: LeafletId,
    /// What differs by language.
    pub texts: Versions<StatementText>,
}

/// A statement in one language.
#[derive(Debug, Clone)]
pub(crate) struct StatementText {
    /// The file that the text stands in.
    pub file: FileId,
    /// The headline.
    pub title: Line,
    /// The affiliation of that day.
    pub affiliation: Option<String>,
    /// The role of that day.
    pub role: Option<String>,
    /// The languages of affiliation and role where the statement itself tells them; an untranslated one
    /// is the original's. What it does not tell is the person's own.
    pub post_langs: [Option<Lang>; 2],
    /// What it says, in a few sentences.
    pub summary: Option<Line>,
    /// What it comes to, in a few words for large type.
    pub pull: Option<Line>,
    /// The numbers that carry it.
    pub figures: Vec<FigureText>,
    /// Small tables that the program draws.
    pub charts: Vec<ChartText>,
    /// Where it was published before.
    pub source: Option<Source>,
    /// How this version came about.
    pub origin: Origin,
    /// The text.
    pub body: Text,
}

impl StatementText {
    /// The section with this fragment.
    #[must_use]
    pub(crate) fn section(&self, id: &str) -> Option<&Passage> {
        self.body.sections.iter().find(|s| s.id == id)
    }

    /// The passage to print large: the section marked `.strong`, else the first.
    #[must_use]
    pub(crate) fn strongest(&self) -> Option<&Passage> {
        self.body
            .sections
            .iter()
            .find(|s| s.strong)
            .or_else(|| self.body.sections.first())
    }
}

/// A portrait, or the picture of a leaflet, whose use on the web was agreed to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Photo {
    /// Where it lies in the output folder.
    pub path: OutPath,
    /// What it shows.
    pub alt: ByLang<String>,
    /// Who took it.
    pub credit: Option<String>,
    /// Whether it may be printed too.
    pub print: bool,
}

/// A number that carries what a document says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct FigureText {
    /// The number with its unit.
    pub value: Line,
    /// What it counts.
    pub caption: Line,
    /// Where it is from.
    pub source: Option<Line>,
}

/// A small table that the program draws.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct ChartText {
    /// How it is drawn.
    pub kind: ChartKind,
    /// What it shows.
    pub title: Line,
    /// Its rows; of a line of time, the earliest first.
    pub rows: Vec<ChartRow>,
    /// Where its numbers are from.
    pub source: Option<Line>,
}

/// A row of a chart.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct ChartRow {
    /// What it counts, or what happened.
    pub label: Line,
    /// How many with the unit, or when, as readers are told.
    pub value: String,
    /// The same to draw by.
    pub amount: ChartAmount,
    /// Whether it stands out.
    pub strong: bool,
}

/// What a row of a chart is drawn by.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum ChartAmount {
    /// How many.
    Number(Quantity),
    /// When.
    Time(Moment),
}

impl ChartAmount {
    /// As a number to draw by.
    #[must_use]
    pub(crate) fn drawn(self) -> f64 {
        match self {
            Self::Number(number) => number.drawn(),
            Self::Time(moment) => moment.drawn(),
        }
    }
}

impl ChartText {
    /// Where each row stands between the ends of the chart, from 0 to 1: of bars, from nothing to the
    /// largest; of parts, of all of them; of times, from the first to the last.
    #[must_use]
    pub(crate) fn shares(&self) -> Vec<f64> {
        let all = self.rows.iter().map(|row| row.amount.drawn());
        let all: Vec<f64> = all.collect();
        let largest = all.iter().copied().fold(0.0, f64::max);
        let (from, to) = match self.kind {
            ChartKind::Bars => (0.0, largest),
            ChartKind::Parts => (0.0, all.iter().sum()),
            ChartKind::Time => (all.iter().copied().fold(largest, f64::min), largest),
        };
        let share = |own: f64| {
            if to > from {
                (own - from) / (to - from)
            } else {
                0.0
            }
        };
        all.into_iter().map(share).collect()
    }

    /// How dark each row is drawn, 0 the darkest: those that stand out, if some do. Parts of a hundred are
    /// told apart by it, so that of them no two are alike.
    #[must_use]
    pub(crate) fn shades(&self) -> Vec<usize> {
        let stands_out = self.rows.iter().position(|row| row.strong);
        let of_parts = |at: usize| match stands_out {
            Some(strong) if at == strong => 0,
            Some(strong) if at < strong => at + 1,
            _ => at,
        };
        let of_others = |row: &ChartRow| usize::from(stands_out.is_some() && !row.strong);
        let rows = self.rows.iter().enumerate();
        rows.map(|(at, row)| match self.kind {
            ChartKind::Parts => of_parts(at),
            ChartKind::Bars | ChartKind::Time => of_others(row),
        })
        .collect()
    }
}

/// Where a statement was published.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Source {
    /// What the publication is called.
    pub title: Option<String>,
    /// Where to find it.
    pub url: Option<String>,
    /// What else has to be said of it.
    pub note: Option<String>,
}

/// A topic.
#[derive(Debug, Clone)]
pub(crate) struct Topic {
    /// The topic's name in addresses.
    pub slug: Slug,
    /// Its page in each language of the site.
    pub paths: Vec<OutPath>,
    /// Its own colour, and where that is written.
    pub color: Option<(Colour, Loc)>,
    /// Topics that its readers may want too.
    pub related: Vec<TopicId>,
    /// What was said on it, rally by rally, the newest first, and there in the order of the speakers.
    pub citations: Vec<Citation>,
    /// How its leaflet is designed, where somebody chose.
    pub design: Option<Design>,
    /// A drawing of the theme.
    pub drawing: Option<Drawing>,
    /// The leaflet made from this topic.
    pub leaflet: LeafletId,
    /// What differs by language.
    pub texts: Versions<TopicText>,
}

/// A topic in one language.
#[derive(Debug, Clone)]
pub(crate) struct TopicText {
    /// The file that the text stands in.
    pub file: FileId,
    /// What the topic is called.
    pub name: String,
    /// What it is about, in a few sentences.
    pub summary: Line,
    /// A question or a claim, for large type.
    pub hook: Option<Line>,
    /// The numbers that carry what is said on it.
    pub figures: Vec<FigureText>,
    /// Small tables that the program draws.
    pub charts: Vec<ChartText>,
    /// Words that are linked to it where statements mention them.
    pub terms: Vec<String>,
    /// Other words for it, for the search alone.
    pub search: Vec<String>,
    /// How this version came about.
    pub origin: Origin,
    /// The text.
    pub body: Text,
}

/// A passage that speaks on a topic.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Citation {
    /// Whose statement.
    pub statement: StatementId,
    /// The section's fragment; `None` cites the statement through its summary.
    pub section: Option<String>,
}

/// An event.
#[derive(Debug, Clone)]
pub(crate) struct Event {
    /// The event's name in addresses.
    pub slug: Slug,
    /// Its page in each language of the site.
    pub paths: Vec<OutPath>,
    /// The day on which it took place.
    pub date: Option<Date>,
    /// What was said there, in order.
    pub statements: Vec<StatementId>,
    /// How its leaflet is designed, where somebody chose.
    pub design: Option<Design>,
    /// A drawing of the theme.
    pub drawing: Option<Drawing>,
    /// The leaflet made from this event.
    pub leaflet: LeafletId,
    /// What differs by language.
    pub texts: Versions<EventText>,
}

/// An event in one language.
#[derive(Debug, Clone)]
pub(crate) struct EventText {
    /// The file that the text stands in.
    pub file: FileId,
    /// What the event is called.
    pub name: String,
    /// Where it took place.
    pub venue: Option<String>,
    /// Who held it.
    pub organisers: Vec<String>,
    /// Who supported it.
    pub supporters: Vec<String>,
    /// How many came, in words.
    pub attendance: Option<String>,
    /// The numbers that carry what it was about.
    pub figures: Vec<FigureText>,
    /// Small tables that the program draws.
    pub charts: Vec<ChartText>,
    /// Where these facts were published.
    pub source: Option<Source>,
    /// How this version came about.
    pub origin: Origin,
    /// The text.
    pub body: Text,
}

/// A leaflet.
#[derive(Debug)]
pub(crate) struct Leaflet {
    /// Its name: the composed one's, `speaker-…`, `statement-…`, `topic-…` or `event-…`.
    pub slug: Slug,
    /// Its page in each language of the site.
    pub paths: Vec<OutPath>,
    /// What it is made from.
    pub kind: LeafletKind,
}

/// What a leaflet is made from.
#[derive(Debug)]
pub(crate) enum LeafletKind {
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
pub(crate) struct Composed {
    /// The paper and how it is folded.
    pub format: Format,
    /// For whom it is printed.
    pub edition: Edition,
    /// The two languages of a leaflet with one on each side; else empty.
    pub languages: Vec<Lang>,
    /// What stands on each panel in the order of reading, where staff say so.
    pub panels: Option<Vec<Vec<PanelEntry>>>,
    /// The day of issue.
    pub issued: Option<Date>,
    /// Where its QR codes lead.
    pub qr: QrChoice,
    /// How it is designed, where somebody chose.
    pub design: Option<Design>,
    /// What is seen first.
    pub picture: Option<Photo>,
    /// A drawing of the theme.
    pub drawing: Option<Drawing>,
    /// The statements that it shows.
    pub statements: Vec<StatementId>,
    /// The topics that it shows.
    pub topics: Vec<TopicId>,
    /// What differs by language.
    pub texts: Versions<LeafletText>,
}

/// A composed leaflet in one language.
#[derive(Debug, Clone)]
pub(crate) struct LeafletText {
    /// The file that the text stands in.
    pub file: FileId,
    /// The headline.
    pub title: Line,
    /// The sentence that makes people take it.
    pub hook: Option<Line>,
    /// The numbers that carry what it says.
    pub figures: Vec<FigureText>,
    /// Small tables that the program draws.
    pub charts: Vec<ChartText>,
    /// What its readers are asked to do, instead of the site's own request.
    pub call_to_action: Option<String>,
    /// How this version came about.
    pub origin: Origin,
    /// The text.
    pub body: Text,
}

/// Any other page.
#[derive(Debug, Clone)]
pub(crate) struct Page {
    /// The page's name in addresses.
    pub slug: Slug,
    /// Its page in each language of the site.
    pub paths: Vec<OutPath>,
    /// Whether it stands in the menu.
    pub nav: bool,
    /// What differs by language.
    pub texts: Versions<PageText>,
}

/// A page in one language.
#[derive(Debug, Clone)]
pub(crate) struct PageText {
    /// The file that the text stands in.
    pub file: FileId,
    /// The headline.
    pub title: Line,
    /// How this version came about.
    pub origin: Origin,
    /// The text.
    pub body: Text,
}

impl Settings {
    /// The language at the root of the site.
    #[must_use]
    pub(crate) fn default_lang(&self) -> Lang {
        self.languages.first().copied().unwrap_or(Lang::JA)
    }
}
