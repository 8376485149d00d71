//! The search page: the field, and below it the index of all headings and terms, which is what
//! readers without JavaScript have.

use std::collections::BTreeMap;

use serde::Serialize;
use tera::{Context, Value};

use super::about::About;
use super::head;
use super::page_context::PageContext;
use super::people;
use super::rows::{self, RegisterRow};
use crate::base::Lang;
use crate::site::{PageRef, PersonId, StatementId, TopicId, Version};

/// With more headings than this the index names speakers only; with more speakers than this it
/// leads to their own index.
const HEADINGS: usize = 600;
const SPEAKERS: usize = 600;

#[derive(Serialize)]
struct SearchTopicView<'a> {
    href: String,
    name: &'a str,
    terms: &'a [String],
    lang_attr: Value,
}

#[derive(Serialize)]
struct SearchRowView<'a> {
    title: String,
    people: Vec<PersonView<'a>>,
}

#[derive(Serialize)]
struct PersonView<'a> {
    href: String,
    name: &'a str,
    apart: Option<people::ApartView>,
    reading: Option<&'a str>,
    headings: Vec<HeadingView>,
    lang_attr: Value,
}

#[derive(Serialize)]
struct HeadingView {
    href: String,
    text: Value,
    lang_attr: Value,
}

/// The words that the script needs, by the names that it knows.
const WORDS: [(&str, &str); 15] = [
    ("s", "search_statement"),
    ("t", "search_topic"),
    ("e", "search_event"),
    ("p", "search_page"),
    ("found", "search_found"),
    ("about", "search_about"),
    ("none", "search_none"),
    ("apart", "search_apart"),
    ("some", "search_some"),
    ("and", "search_and"),
    ("near", "search_near"),
    ("elsewhere", "search_elsewhere"),
    ("cleared", "search_cleared"),
    ("failed", "search_failed"),
    ("more", "search_more"),
];

pub(super) fn view(place: &PageContext<'_>) -> (&'static str, Context) {
    let site = place.site();
    let about = About {
        title: place.word("search").to_owned(),
        description: place.word("search_text").to_owned(),
        kind: "search",
        above: Vec::new(),
    };
    let mut context = head::context(place, &about);
    let words: BTreeMap<&str, &str> = WORDS.map(|(name, key)| (name, place.word(key))).into();
    context.insert("words", &serde_json::to_string(&words).unwrap_or_default());
    let elsewhere = elsewhere(place);
    context.insert(
        "elsewhere",
        &serde_json::to_string(&elsewhere).unwrap_or_default(),
    );
    let topics = (0..site.topics.len()).map(|i| topic(place, TopicId(i)));
    context.insert("topics", &topics.collect::<Vec<_>>());
    let sections = |id: &StatementId| people::statement(place, *id).text.body.sections.len();
    let headings: usize = (0..site.statements.len())
        .map(StatementId)
        .map(|id| sections(&id))
        .sum();
    let rows = if site.persons.len() > SPEAKERS {
        Vec::new()
    } else {
        rows::of(place)
    };
    let rows: Vec<SearchRowView<'_>> = rows
        .iter()
        .map(|row| row_view(place, row, headings <= HEADINGS))
        .collect();
    context.insert("rows", &rows);
    context.insert("speakers_href", &place.href(PageRef::Speakers));
    ("search.html", context)
}

/// The search of another language.
#[derive(Serialize)]
struct ElsewhereView<'a> {
    lang: Lang,
    name: &'a str,
    href: String,
    /// Whether its characters fill a square: who types such is likely to look for its pages.
    square: bool,
}

/// The searches of the other languages.
fn elsewhere<'a>(place: &PageContext<'a>) -> Vec<ElsewhereView<'a>> {
    let site = place.site();
    let others = site.settings.languages.iter().copied();
    let others = others.filter(|lang| *lang != place.lang());
    let view = |lang: Lang| ElsewhereView {
        lang,
        name: place.site_context.language(lang).words.get("language_name"),
        href: place.file(site.address(PageRef::Search, lang)),
        square: lang.locale().script.is_square(),
    };
    others.map(view).collect()
}

fn topic<'a>(place: &PageContext<'a>, id: TopicId) -> SearchTopicView<'a> {
    let Version { lang, text } = place.site().topic(id).texts.for_reader(place.lang());
    SearchTopicView {
        href: place.href(PageRef::Topic(id)),
        name: &text.name,
        terms: &text.terms,
        lang_attr: place.lang_attr(lang),
    }
}

fn row_view<'a>(place: &PageContext<'a>, row: &RegisterRow, headings: bool) -> SearchRowView<'a> {
    SearchRowView {
        title: rows::title(place, row),
        people: row
            .speakers
            .iter()
            .map(|id| person(place, *id, headings))
            .collect(),
    }
}

fn person<'a>(place: &PageContext<'a>, id: PersonId, headings: bool) -> PersonView<'a> {
    let site = place.site();
    let person = site.person(id);
    let Version { lang, text: name } = site.name_of(id, place.lang());
    let of_statement = |id: &StatementId| {
        let page = site.page_of(*id);
        let Version { lang: own, text } = people::statement(place, *id);
        let lang_attr = PageContext::lang_within(own, lang);
        let title = HeadingView {
            href: place.href(page),
            text: place.writer().label(&text.title),
            lang_attr: lang_attr.clone(),
        };
        let sections = text.body.sections.iter().map(move |section| HeadingView {
            href: place.href_at(page, Some(&section.id)),
            text: place.writer().label(&section.heading),
            lang_attr: lang_attr.clone(),
        });
        std::iter::once(title).chain(sections).collect::<Vec<_>>()
    };
    let statements = person.statements.iter().filter(|_| headings);
    PersonView {
        href: place.href(PageRef::Person(id)),
        name,
        apart: people::apart(place, id, lang),
        reading: person
            .reading
            .as_deref()
            .filter(|_| lang.locale().has_readings),
        headings: statements.flat_map(of_statement).collect(),
        lang_attr: place.lang_attr(lang),
    }
}
