//! One view of whatever has a text of its own, and what every leaflet is printed on: so that
//! nobody else has to ask of which kind it is.

use std::borrow::Cow;

use super::entities::{Composed, Leaflet, LeafletKind, Origin, Version, Versions};
use super::ids::{EventId, LeafletId, PageRef, StatementId, Target, TopicId};
use super::resolved::Site;
use crate::base::format::Side;
use crate::base::{Edition, FileId, Format, Lang};
use crate::model::text::{Inline, plain};

/// A person, statement, topic, event, composed leaflet or page, as a reader of some language gets it.
#[derive(Debug, Clone)]
pub(crate) struct Document<'s> {
    /// The file that the text stands in.
    pub file: FileId,
    /// The language of the text.
    pub lang: Lang,
    /// The language of the original.
    pub original: Lang,
    /// The title; of persons without a statement, topics and events, which have none, the name.
    pub title: Cow<'s, [Inline<Target>]>,
    /// How this version came about.
    pub origin: &'s Origin,
}

impl<'s> Document<'s> {
    /// The view of an original; [`Document::of`] tells of which language it is.
    fn new(file: FileId, title: Cow<'s, [Inline<Target>]>, origin: &'s Origin) -> Self {
        Self {
            file,
            lang: Lang::JA,
            original: Lang::JA,
            title,
            origin,
        }
    }

    fn of<T>(versions: &'s Versions<T>, lang: Lang, view: impl Fn(&'s T) -> Self) -> Self {
        let Version { lang, text } = versions.for_reader(lang);
        Self {
            lang,
            original: versions.original().lang,
            ..view(text)
        }
    }

    /// The title without readings and marks.
    #[must_use]
    pub(crate) fn plain_title(&self) -> String {
        plain(&self.title)
    }
}

fn line(title: &[Inline<Target>]) -> Cow<'_, [Inline<Target>]> {
    Cow::Borrowed(title)
}

/// A name as a line of text.
fn named(name: &str) -> Cow<'_, [Inline<Target>]> {
    Cow::Owned(vec![Inline::Text(name.to_owned())])
}

impl Site {
    /// The text of a page for a reader of `lang`; `None` for pages that no content file stands for.
    /// A leaflet that nobody composed has the text of what it is made from.
    #[must_use]
    pub(crate) fn document(&self, page: PageRef, lang: Lang) -> Option<Document<'_>> {
        Some(match page {
            PageRef::Person(id) => match self.person(id).own {
                Some(own) => self.statement_document(own, lang),
                None => Document::of(&self.person(id).texts, lang, |own| {
                    let name = self.name_of(id, lang).text;
                    Document::new(own.file, named(name), &own.origin)
                }),
            },
            PageRef::Statement(id) => self.statement_document(id, lang),
            PageRef::Topic(id) => self.topic_document(id, lang),
            PageRef::Event(id) => self.event_document(id, lang),
            PageRef::Page(id) => Document::of(&self.page(id).texts, lang, |own| {
                Document::new(own.file, line(&own.title), &own.origin)
            }),
            PageRef::Leaflet(id) => self.leaflet_document(id, lang),
            _ => return None,
        })
    }

    /// The text that a leaflet is made from, for a reader of `lang`.
    #[must_use]
    pub(crate) fn leaflet_document(&self, id: LeafletId, lang: Lang) -> Document<'_> {
        match &self.leaflet(id).kind {
            LeafletKind::Statement(id) => self.statement_document(*id, lang),
            LeafletKind::Topic(id) => self.topic_document(*id, lang),
            LeafletKind::Event(id) => self.event_document(*id, lang),
            LeafletKind::Composed(composed) => Document::of(&composed.texts, lang, |own| {
                Document::new(own.file, line(&own.title), &own.origin)
            }),
        }
    }

    /// The page that a leaflet is made from; `None` of one that staff composed.
    #[must_use]
    pub(crate) fn made_from(&self, id: LeafletId) -> Option<PageRef> {
        match self.leaflet(id).kind {
            LeafletKind::Statement(id) => Some(self.page_of(id)),
            LeafletKind::Topic(id) => Some(PageRef::Topic(id)),
            LeafletKind::Event(id) => Some(PageRef::Event(id)),
            LeafletKind::Composed(_) => None,
        }
    }

    /// The language in which a page's text really is, for a reader of `lang`.
    #[must_use]
    pub(crate) fn text_lang(&self, page: PageRef, lang: Lang) -> Lang {
        match page {
            PageRef::Person(id) => match self.person(id).own {
                Some(own) => self.statement(own).texts.for_reader(lang).lang,
                None => self.person(id).texts.for_reader(lang).lang,
            },
            PageRef::Statement(id) => self.statement(id).texts.for_reader(lang).lang,
            PageRef::Topic(id) => self.topic(id).texts.for_reader(lang).lang,
            PageRef::Event(id) => self.event(id).texts.for_reader(lang).lang,
            PageRef::Page(id) => self.page(id).texts.for_reader(lang).lang,
            PageRef::Leaflet(id) => self.leaflet_document(id, lang).lang,
            _ => lang,
        }
    }

    /// Whether a leaflet is set in a language by itself: someone wrote it, and it is not the
    /// second language of a leaflet in two.
    #[must_use]
    pub(crate) fn is_set_in(&self, id: LeafletId, lang: Lang) -> bool {
        let page = PageRef::Leaflet(id);
        self.text_lang(page, lang) == lang
            && (self.leaflet(id).languages().first()).is_none_or(|first| *first == lang)
    }

    fn statement_document(&self, id: StatementId, lang: Lang) -> Document<'_> {
        Document::of(&self.statement(id).texts, lang, |own| {
            Document::new(own.file, line(&own.title), &own.origin)
        })
    }

    fn event_document(&self, id: EventId, lang: Lang) -> Document<'_> {
        Document::of(&self.event(id).texts, lang, |own| {
            Document::new(own.file, named(&own.name), &own.origin)
        })
    }

    fn topic_document(&self, id: TopicId, lang: Lang) -> Document<'_> {
        Document::of(&self.topic(id).texts, lang, |own| {
            Document::new(own.file, named(&own.name), &own.origin)
        })
    }
}

impl Leaflet {
    /// What staff composed; `None` of a leaflet that they did not.
    #[must_use]
    pub(crate) fn composed(&self) -> Option<&Composed> {
        match &self.kind {
            LeafletKind::Composed(composed) => Some(composed),
            _ => None,
        }
    }

    /// The format of the paper that it is really printed on: a large edition is not folded.
    #[must_use]
    pub(crate) fn paper(&self) -> Format {
        self.composed().map_or(Format::A4, Composed::paper)
    }

    /// For whom it is printed.
    #[must_use]
    pub(crate) fn edition(&self) -> Edition {
        self.composed().map_or(Edition::Standard, |own| own.edition)
    }

    /// The two languages of a leaflet with one on each side; else none.
    #[must_use]
    pub(crate) fn languages(&self) -> &[Lang] {
        self.composed().map_or(&[], |own| &own.languages)
    }

    /// Whether its text goes on over as many pages as it takes.
    #[must_use]
    pub(crate) fn flows(&self) -> bool {
        self.composed().is_some_and(Composed::flows)
    }

    /// The sides that are printed, in the order of the PDF's pages.
    #[must_use]
    pub(crate) fn sides(&self) -> &'static [Side] {
        self.composed().map_or(Format::A4.sides(), Composed::sides)
    }
}
