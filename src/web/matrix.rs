//! Who spoke about what: topics by statements, each cell a way to the passage.

use std::borrow::Cow;

use serde::Serialize;
use tera::Value;

use super::page_context::PageContext;
use super::people::{self, LinkView};
use crate::model::text::plain;
use crate::site::{Citation, StatementId, TopicId};

/// The largest overview that is a table; with more statements or topics it says less than lists do.
const STATEMENTS: usize = 12;
const TOPICS: usize = 40;
/// With more columns than this it becomes a list.
const COLUMNS: usize = 9;

#[derive(Serialize)]
pub(super) struct MatrixView<'a> {
    many: bool,
    speakers: Vec<LinkView<'a>>,
    rows: Vec<MatrixRow<'a>>,
}

#[derive(Serialize)]
struct MatrixRow<'a> {
    topic: LinkView<'a>,
    cells: Vec<Option<MatrixCell<'a>>>,
}

#[derive(Serialize)]
struct MatrixCell<'a> {
    href: String,
    monogram: Cow<'a, str>,
    name: &'a str,
    /// Of the name, where it is not in the language of the heading.
    name_lang: Value,
    apart: Option<people::ApartView>,
    heading: String,
    lang_attr: Value,
}

/// The overview of some statements; `None` where it would be too large, or empty.
pub(super) fn of<'a>(
    place: &PageContext<'a>,
    statements: &[StatementId],
) -> Option<MatrixView<'a>> {
    let site = place.site();
    if !(1..=STATEMENTS).contains(&statements.len()) {
        return None;
    }
    let topics: Vec<TopicId> = (0..site.topics.len())
        .map(TopicId)
        .filter(|id| {
            let cited = &site.topic(*id).citations;
            let among = |c: &Citation| statements.contains(&c.statement);
            // Of all statements, topics on which nobody spoke yet are shown as well.
            cited.is_empty() && statements.len() == site.statements.len() || cited.iter().any(among)
        })
        .collect();
    if !(1..=TOPICS).contains(&topics.len()) {
        return None;
    }
    let rows = topics.into_iter().map(|id| {
        let citations = &site.topic(id).citations;
        MatrixRow {
            topic: people::topic(place, id),
            cells: statements
                .iter()
                .map(|statement| cell(place, citations, *statement))
                .collect(),
        }
    });
    Some(MatrixView {
        many: statements.len() > COLUMNS,
        rows: rows.collect(),
        speakers: statements
            .iter()
            .map(|id| people::speaker(place, *id))
            .collect(),
    })
}

/// The strongest passage of a statement on a topic.
fn cell<'a>(
    place: &PageContext<'a>,
    citations: &[Citation],
    id: StatementId,
) -> Option<MatrixCell<'a>> {
    let version = people::statement(place, id);
    let strong = |c: &&Citation| {
        c.section
            .as_deref()
            .and_then(|s| version.text.section(s))
            .is_some_and(|s| s.strong)
    };
    let mut own = citations.iter().filter(|c| c.statement == id);
    let first = own.clone().next()?;
    let citation = own.find(strong).unwrap_or(first);
    let heading = people::cited(place, citation).heading;
    let name = place.site().speaker_of(id, place.lang());
    Some(MatrixCell {
        href: place.href_at(place.site().page_of(id), citation.section.as_deref()),
        monogram: people::monogram(name.text),
        name: name.text,
        name_lang: PageContext::lang_within(name.lang, version.lang),
        apart: people::apart(place, place.site().statement(id).person, name.lang),
        heading: plain(heading),
        lang_attr: place.lang_attr(version.lang),
    })
}
