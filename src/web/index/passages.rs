//! What can be found: the pages of a language, each as its passages.

use rayon::prelude::*;
use serde::Serialize;
use serde::ser::{SerializeSeq, SerializeTuple, Serializer};

use super::super::namesakes::Namesakes;
use super::readings::{Readings, of_block, of_line};
use crate::base::{Date, Lang, OutPath};
use crate::model::text::{Block, Inline, plain, plain_blocks};
use crate::site::{
    ChartText, EventText, FigureText, PageRef, PageText, PersonId, Site, Standing, StatementId,
    StatementText, Target, Text, TopicText, Version,
};

/// A page. In a file: `[address, kind, language, title, who, words, passages]`.
pub(super) struct SearchPage<'s> {
    /// Its file.
    pub(super) path: &'s OutPath,
    /// What it is.
    pub(super) kind: PageKind,
    /// The language of its text, when that is not the reader's.
    pub(super) lang: Option<Lang>,
    /// Its title.
    pub(super) title: SearchText,
    /// Who speaks.
    pub(super) who: SearchText,
    /// Words that are not shown but lead to it: readings, names in other languages, terms.
    pub(super) words: Vec<String>,
    /// The first is what stands before the first heading.
    pub(super) passages: Vec<SearchPassage>,
    /// Whether it is a page that no menu leads to, such as one for the staff.
    pub(super) aside: bool,
}

/// What a page is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum PageKind {
    /// A statement, whose blocks have places of their own.
    Statement,
    /// A topic.
    Topic,
    /// An event.
    Event,
    /// Any other page.
    Page,
}

/// What stands under one heading. In a file: `[place, heading, words, block, …]`.
#[derive(Default)]
pub(super) struct SearchPassage {
    /// The heading's fragment; empty before the first heading.
    pub(super) place: String,
    /// The heading.
    pub(super) heading: String,
    /// Readings of its characters.
    pub(super) words: String,
    /// The text, block by block; empty for a block without any.
    pub(super) blocks: Vec<SearchText>,
}

/// A text. In a file: a string; where it is not in the page's language, `[language, text]`.
#[derive(Default)]
pub(super) struct SearchText {
    /// Its language, when that is not the one of the page's text.
    pub(super) lang: Option<Lang>,
    /// Its characters.
    pub(super) text: String,
}

impl From<String> for SearchText {
    fn from(text: String) -> Self {
        Self { lang: None, text }
    }
}

impl SearchText {
    /// A text in its language on a page in the language `around`.
    fn within(told: Version<'_, str>, around: Lang) -> Self {
        Self {
            lang: other(told.lang, around),
            text: told.text.to_owned(),
        }
    }
}

/// The pages that a reader of `lang` gets, in the order in which readers meet them.
pub(super) fn pages(site: &Site, lang: Lang) -> Vec<SearchPage<'_>> {
    let of = |page| {
        (
            site.address(page, lang),
            other(site.text_lang(page, lang), lang),
        )
    };
    let page = |page, kind, title, words, passages| {
        let (path, lang) = of(page);
        SearchPage {
            path,
            kind,
            lang,
            title,
            who: SearchText::default(),
            words,
            passages,
            aside: false,
        }
    };
    let namesakes = Namesakes::of(site, lang);
    let speakers = (0..site.statements.len()).map(StatementId).map(|id| {
        let speaker = site.statement(id);
        let Version { lang: around, text } = speaker.texts.for_reader(lang);
        let words = words_of(site, speaker.person, lang);
        SearchPage {
            who: who(site, &namesakes, id, (lang, around)),
            ..page(
                site.page_of(id),
                PageKind::Statement,
                plain(&text.title).into(),
                words,
                statement(text, about(site.standing(id, lang), around)),
            )
        }
    });
    let silent = (0..).map(PersonId).zip(&site.persons);
    let silent = silent.filter(|(_, person)| person.own.is_none());
    let silent = silent.map(|(id, person)| {
        let around = person.texts.for_reader(lang).lang;
        let words = words_of(site, id, lang);
        let passages = vec![SearchPassage {
            blocks: about(site.standing_of(id, lang), around),
            ..SearchPassage::default()
        }];
        page(
            PageRef::Person(id),
            PageKind::Page,
            SearchText::within(site.name_of(id, lang).as_str(), around),
            words,
            passages,
        )
    });
    let topics = (0..).zip(&site.topics).map(|(i, topic)| {
        let text: &TopicText = topic.texts.for_reader(lang).text;
        let mut first = vec![SearchText::from(plain(&text.summary))];
        first.extend(numbers(&text.figures, &text.charts));
        let passages = passages(first, &text.body);
        page(
            PageRef::Topic(crate::site::TopicId(i)),
            PageKind::Topic,
            text.name.clone().into(),
            text.terms.iter().chain(&text.search).cloned().collect(),
            passages,
        )
    });
    let events = (0..).zip(&site.events).map(|(i, event)| {
        let told = event.texts.for_reader(lang);
        let text: &EventText = told.text;
        let passages = passages(facts(event.date, told, lang), &text.body);
        let id = PageRef::Event(crate::site::EventId(i));
        page(
            id,
            PageKind::Event,
            text.name.clone().into(),
            Vec::new(),
            passages,
        )
    });
    let others = (0..).zip(&site.pages).map(|(i, other)| {
        let text: &PageText = other.texts.for_reader(lang).text;
        let passages = passages(Vec::new(), &text.body);
        let id = PageRef::Page(crate::site::PageId(i));
        SearchPage {
            aside: !other.nav,
            ..page(
                id,
                PageKind::Page,
                plain(&text.title).into(),
                Vec::new(),
                passages,
            )
        }
    });
    // Pages that stand aside come last, so that one number tells which they are.
    let (aside, others): (Vec<_>, Vec<_>) = others.partition(|page| page.aside);
    let all = speakers.chain(silent).chain(topics).chain(events);
    let mut all: Vec<SearchPage<'_>> = all.chain(others).chain(aside).collect();
    if let Some(readings) = Readings::of(site, lang) {
        all.par_iter_mut().for_each(|page| read(page, &readings));
    }
    all
}

/// What stands above an event's text.
fn facts(day: Option<Date>, told: Version<'_, EventText>, reader: Lang) -> Vec<SearchText> {
    let Version { lang: around, text } = told;
    // Readers ask for a day as they write it.
    let day = day.map(|day| SearchText {
        lang: other(reader, around),
        text: day.long(reader),
    });
    let named = text.venue.iter().chain(&text.organisers);
    let named = named.chain(&text.supporters).cloned();
    day.into_iter()
        .chain(named.map(SearchText::from))
        .chain(numbers(&text.figures, &text.charts))
        .collect()
}

fn other(text: Lang, reader: Lang) -> Option<Lang> {
    (text != reader).then_some(text)
}

/// Who made a statement. The affiliation tells persons of one name apart, and the day the statements
/// of one person.
fn who(
    site: &Site,
    namesakes: &Namesakes<'_>,
    id: StatementId,
    (reader, around): (Lang, Lang),
) -> SearchText {
    let said = site.statement(id);
    // What stands beside a name is in the language of the name.
    let Version { lang, text: name } = site.speaker_of(id, reader);
    let apart = namesakes.apart(site, said.person, lang);
    let day = said.date.filter(|_| site.has_several_events());
    let all = [
        Some(name.clone()),
        apart.map(|(post, _)| post),
        day.map(|day| day.long(lang)),
    ];
    let all: Vec<String> = all.into_iter().flatten().collect();
    SearchText {
        lang: other(lang, around),
        text: all.join(lang.locale().apart),
    }
}

/// Affiliation and role, each in its language; nothing, where neither is told.
fn about(standing: Standing<'_>, around: Lang) -> Vec<SearchText> {
    let all = [standing.affiliation, standing.role].into_iter().flatten();
    all.map(|told| SearchText::within(told, around)).collect()
}

/// What else leads to a person: the names in other languages, and the reading.
fn words_of(site: &Site, id: PersonId, lang: Lang) -> Vec<String> {
    let mut words = names(site, id, site.name_of(id, lang).text);
    let reading = site.person(id).reading.iter();
    words.extend(reading.flat_map(|reading| whole_too(reading)));
    words
}

/// A speaker's names in the other languages.
fn names(site: &Site, id: PersonId, shown: &str) -> Vec<String> {
    let mut names: Vec<String> = vec![shown.to_owned()];
    for lang in &site.settings.languages {
        let name = site.name_of(id, *lang).text;
        if !names.contains(name) {
            names.push(name.clone());
        }
    }
    let mut all: Vec<String> = names.iter().flat_map(|name| whole_too(name)).collect();
    all.retain(|name| name != shown);
    all
}

/// A name as it is written, and in one piece: readers type it either way.
fn whole_too(name: &str) -> Vec<String> {
    let whole: String = name.split_whitespace().collect();
    let spaced = name.split_whitespace().count() > 1 && !name.is_ascii();
    let mut all = vec![name.to_owned()];
    all.extend(spaced.then_some(whole));
    all
}

fn statement(text: &StatementText, about: Vec<SearchText>) -> Vec<SearchPassage> {
    let mut passages = passages(Vec::new(), &text.body);
    if let Some(first) = passages.first_mut() {
        let summary = text.summary.as_deref().map(plain);
        // The summary and the role stand above the text, where no block has a place: they come
        // last, so that the blocks keep their numbers.
        first.blocks.extend(summary.map(SearchText::from));
        first.blocks.extend(numbers(&text.figures, &text.charts));
        first.blocks.extend(about);
    }
    passages
}

/// Figures and charts.
fn numbers<'t>(
    all: &'t [FigureText],
    drawn: &'t [ChartText],
) -> impl Iterator<Item = SearchText> + 't {
    figures(all).chain(charts(drawn))
}

/// Numbers, each with what it counts.
fn figures(all: &[FigureText]) -> impl Iterator<Item = SearchText> + '_ {
    let one = |figure: &FigureText| {
        let [value, caption] = [&figure.value, &figure.caption].map(|line| plain(line));
        format!("{value} {caption}").into()
    };
    all.iter().map(one)
}

/// Charts: what each shows, and its rows.
fn charts(all: &[ChartText]) -> impl Iterator<Item = SearchText> + '_ {
    let one = |chart: &ChartText| {
        let rows = chart.rows.iter();
        let rows = rows.map(|row| format!("{} {}", plain(&row.label), row.value));
        let all: Vec<String> = std::iter::once(plain(&chart.title)).chain(rows).collect();
        all.join(" ").into()
    };
    all.iter().map(one)
}

/// The passages of a body; `before` stands before its first block.
fn passages(before: Vec<SearchText>, body: &Text) -> Vec<SearchPassage> {
    let mut all = vec![SearchPassage {
        blocks: before,
        ..SearchPassage::default()
    }];
    push(&body.intro, &mut all);
    for section in &body.sections {
        all.push(under(&section.id, &section.heading));
        push(&section.blocks, &mut all);
    }
    all
}

fn under(place: &str, heading: &[Inline<Target>]) -> SearchPassage {
    let mut words = String::new();
    of_line(heading, &mut note(&mut words));
    SearchPassage {
        place: place.to_owned(),
        heading: plain(heading),
        words,
        blocks: Vec::new(),
    }
}

fn push(blocks: &[Block<Target>], all: &mut Vec<SearchPassage>) {
    for block in blocks {
        if let Block::Heading { id, content, .. } = block {
            all.push(under(id, content));
        } else if let Some(passage) = all.last_mut() {
            passage.blocks.push(said(block).into());
            of_block(block, &mut note(&mut passage.words));
        }
    }
}

/// The words of a block. Code is an example of what can be written, and says nothing: a block of
/// code stays, empty, so that the blocks keep their numbers.
fn said(block: &Block<Target>) -> String {
    let all = |blocks: &[Block<Target>]| -> String {
        let said: Vec<String> = blocks.iter().map(said).collect();
        said.join("\n")
    };
    match block {
        Block::Code { .. } => String::new(),
        Block::Quote(blocks) => all(blocks),
        Block::List { items, .. } => {
            let said: Vec<String> = items.iter().map(|item| all(item)).collect();
            said.join("\n")
        }
        other => plain_blocks(std::slice::from_ref(other)),
    }
}

/// Takes a reading down, with a space after it.
fn note(out: &mut String) -> impl FnMut(&str, &str) + '_ {
    |_, reading| {
        out.push_str(reading);
        out.push(' ');
    }
}

/// Adds the readings that the site tells elsewhere of words that stand here without.
fn read(page: &mut SearchPage<'_>, readings: &Readings) {
    let mut titled = String::new();
    readings.push(&page.title.text, &mut titled);
    page.words
        .extend(titled.split_whitespace().map(str::to_owned));
    for passage in &mut page.passages {
        let SearchPassage {
            heading,
            words,
            blocks,
            ..
        } = passage;
        readings.push(heading, words);
        for block in blocks {
            readings.push(&block.text, words);
        }
    }
}

impl Serialize for SearchPage<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut out = serializer.serialize_tuple(7)?;
        out.serialize_element(self.path.as_str())?;
        out.serialize_element(&match self.kind {
            PageKind::Statement => "s",
            PageKind::Topic => "t",
            PageKind::Event => "e",
            PageKind::Page => "p",
        })?;
        out.serialize_element(&self.lang)?;
        out.serialize_element(&self.title)?;
        out.serialize_element(&self.who)?;
        out.serialize_element(&self.words.join("\n"))?;
        out.serialize_element(&self.passages)?;
        out.end()
    }
}

impl Serialize for SearchText {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self.lang {
            Some(lang) => (lang, &self.text).serialize(serializer),
            None => self.text.serialize(serializer),
        }
    }
}

impl Serialize for SearchPassage {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut out = serializer.serialize_seq(Some(3 + self.blocks.len()))?;
        out.serialize_element(&self.place)?;
        out.serialize_element(&self.heading)?;
        out.serialize_element(self.words.trim_end())?;
        for block in &self.blocks {
            out.serialize_element(block)?;
        }
        out.end()
    }
}
