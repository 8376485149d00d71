//! One thing of the site out of a document and its translations.

use super::entities::{
    Event, EventText, Line, Page, PageText, Person, PersonText, Statement, StatementText, Topic,
    TopicText, Versions,
};
use super::fault::SiteFault;
use super::ids::{EventId, LeafletId, PageId, PageRef, PersonId, StatementId, TopicId};
use super::joinable::Joinable;
use super::pair::Group;
use super::resolve::Names;
use super::tables::{LinkOutput, Tables};
use super::{address, design, photo};
use crate::base::{ByLang, DocKind, FileId, OutPath, Slug, Spanned};
use crate::diagnostic::{Diagnostic, Diagnostics, Instead};
use crate::model::{EventDoc, PageDoc, PersonDoc, StatementDoc, StatementKind, TopicDoc, phrase};
use crate::source::LocalText;

pub(super) fn line<D: Joinable>(
    group: &Group<D>,
    doc: &D,
    get: impl Fn(&D) -> Option<&LocalText>,
) -> Option<Line> {
    group.text(doc, get).map(|text| phrase(&text))
}

pub(super) fn person(
    id: usize,
    group: Group<PersonDoc>,
    tables: &Tables,
    output: &mut LinkOutput,
) -> Person {
    let diagnostics = &mut output.diagnostics;
    group.neutral("order", |d| d.order.as_ref(), PartialEq::eq, diagnostics);
    let reading = group
        .neutral(
            "reading",
            |d| d.reading.as_ref(),
            PartialEq::eq,
            diagnostics,
        )
        .map(|(_, r)| r.value);
    let confirmed = group.neutral(
        "reading_confirmed",
        |d| d.reading_confirmed.as_ref(),
        PartialEq::eq,
        diagnostics,
    );
    let photo = photo::shown(&group, "photo", |d| d.photo.as_ref(), tables, output);
    let slug = group.slug.clone();
    let mut missing = Diagnostics::default();
    for doc in group.docs() {
        group.required_text(doc, "name", |d| d.name.as_ref(), &mut missing);
    }
    let called = tables.called.get(id).cloned();
    let original = group.original.head.lang;
    let texts = tables.versions(
        group,
        PageRef::Person(PersonId(id)),
        |g, d, origin, _| PersonText {
            file: d.head.file,
            affiliation: g.text(d, |d| d.affiliation.as_ref()),
            affiliation_short: g.text(d, |d| d.affiliation_short.as_ref()),
            role: g.text(d, |d| d.role.as_ref()),
            origin,
        },
        output,
    );
    output.diagnostics.absorb(missing);
    let said = tables.said.get(id).cloned().unwrap_or_default();
    Person {
        paths: tables.paths(DocKind::Speaker, &slug),
        slug,
        reading,
        reading_confirmed: confirmed.is_none_or(|(_, c)| c.value),
        photo,
        own: said.own,
        statements: said.all,
        names: called.unwrap_or_else(|| Versions::new(original, String::new(), ByLang::default())),
        texts,
    }
}

pub(super) fn statement(
    id: usize,
    group: Group<StatementDoc>,
    tables: &Tables,
    output: &mut LinkOutput,
) -> Statement {
    let diagnostics = &mut output.diagnostics;
    let head = &group.original.head;
    let person = tables.names.id(DocKind::Speaker, head.slug.as_str());
    // Statements of nobody are left out before.
    let person = PersonId(person.unwrap_or_default());
    let folder = head.event.clone();
    let page = match folder {
        None => PageRef::Person(person),
        Some(_) => PageRef::Statement(StatementId(id)),
    };
    let topics = topics_of(&group, tables, diagnostics);
    match group.neutral("event", |d| d.event.as_ref(), PartialEq::eq, diagnostics) {
        Some((file, slug)) => {
            tables.names.event_of_statement(&slug, file, diagnostics);
        }
        None if folder.is_none() && tables.event_slugs.len() > 1 && head.lacks("event") => {
            let kind = which_event(tables);
            diagnostics.report(Diagnostic::at(head.opening.of(head.file), kind));
        }
        None => {}
    }
    let event = tables.events.get(id).copied().flatten();
    let own_date = group.neutral("date", |d| d.date.as_ref(), PartialEq::eq, diagnostics);
    let of_event = event.and_then(|event| tables.dates.get(event.0).copied().flatten());
    // A translation does not change the day that the original has from its event.
    let own_date = own_date.and_then(|(file, date)| {
        let differs =
            group.original.date.is_none() && of_event.is_some_and(|day| day != date.value);
        if differs {
            let key = "date".to_owned();
            let fault = SiteFault::Contradiction { key };
            diagnostics.report(Diagnostic::at(date.span.of(file), fault));
        }
        (!differs).then_some(date.value)
    });
    if folder.is_some() {
        group.neutral("order", |d| d.order.as_ref(), PartialEq::eq, diagnostics);
    }
    let held_to = group.neutral("source.file", held_to, PartialEq::eq, diagnostics);
    let chosen = group.neutral("design", |d| d.design.as_ref(), PartialEq::eq, diagnostics);
    let drawing = group.chosen("drawing", |d| d.drawing.as_ref(), diagnostics);
    let kind = group.neutral("kind", |d| d.kind.as_ref(), PartialEq::eq, diagnostics);
    let aliases = group.docs().flat_map(|doc| {
        let at =
            |alias: &Spanned<OutPath>| (alias.value.clone(), page, alias.span.of(doc.head.file));
        doc.aliases.iter().map(at)
    });
    output.aliases.extend(aliases);
    let slug = group.slug.clone();
    let mut missing = Diagnostics::default();
    let texts = tables.versions(
        group,
        page,
        |g, d, origin, body| {
            let post = tables.posts.get(person.0);
            let post = post.map(|post| post.for_reader(d.head.lang).text);
            // What the speaker was that day is truer, even untranslated, than what they are today.
            let of_that_day = |get: fn(&StatementDoc) -> Option<&LocalText>| {
                let of = |doc: &StatementDoc| Some((g.text(doc, get)?, doc.head.lang));
                of(d).or_else(|| folder.as_ref().and(of(&g.original)))
            };
            let (affiliation, affiliation_lang) = of_that_day(|d| d.affiliation.as_ref()).unzip();
            let (role, role_lang) = of_that_day(|d| d.role.as_ref()).unzip();
            StatementText {
                file: d.head.file,
                title: phrase(&g.required_text(d, "title", |d| d.title.as_ref(), &mut missing)),
                affiliation: affiliation.or_else(|| post?.affiliation.clone()),
                role: role.or_else(|| post?.role.clone()),
                post_langs: [affiliation_lang, role_lang]
                    .map(|lang| lang.filter(|_| folder.is_some())),
                summary: line(g, d, |d| d.summary.as_ref()),
                pull: line(g, d, |d| d.pull.as_ref()),
                figures: g.figures(d),
                charts: g.charts(d),
                source: g.source(d, |d| d.source.as_ref()),
                origin,
                body,
            }
        },
        output,
    );
    output.diagnostics.absorb(missing);
    let text = texts.original().text;
    Statement {
        design: design::checked(chosen, &text.shown(), &mut output.diagnostics),
        drawing,
        paths: match &folder {
            None => tables.paths(DocKind::Speaker, &slug),
            Some(event) => address::of_statement(&tables.languages, event, &slug),
        },
        slug,
        person,
        is_own: folder.is_none(),
        topics,
        date: own_date.or(of_event),
        event,
        kind: kind.map_or(StatementKind::Summary, |(_, k)| k.value),
        held_to: held_to.map(|(file, name)| (name.value, name.span.of(file))),
        leaflet: LeafletId(tables.counts.composed + id),
        texts,
    }
}

/// The topics that a statement touches on.
fn topics_of(
    group: &Group<StatementDoc>,
    tables: &Tables,
    diagnostics: &mut Diagnostics,
) -> Vec<TopicId> {
    let topics = group.neutral_list("topics", |d| d.topics.as_ref(), diagnostics);
    let example = tables.names.any(DocKind::Topic).unwrap_or_default();
    let topics = group.require_like(topics, "topics", &format!("[{example}]"), diagnostics);
    let found = tables.names.topics(topics.as_ref(), diagnostics);
    check_listed(group, topics.as_ref(), &tables.names, diagnostics);
    found
}

/// That a statement does not say at which of several events it was made.
fn which_event(tables: &Tables) -> SiteFault {
    let slug = |id: EventId| Some(tables.event_slugs.get(id.0)?.to_string());
    SiteFault::WhichEvent {
        taken: tables.default_event.and_then(slug),
        known: tables.event_slugs.iter().map(ToString::to_string).collect(),
    }
}

/// The text that a statement is held to.
fn held_to(doc: &StatementDoc) -> Option<&Spanned<String>> {
    doc.source.as_ref()?.value.file.as_ref()
}

/// Reports the topics of sections that the statement's own list lacks, together at the first.
fn check_listed(
    group: &Group<StatementDoc>,
    listed: Option<&(FileId, Spanned<Vec<Spanned<Slug>>>)>,
    names: &Names,
    diagnostics: &mut Diagnostics,
) {
    let is_topic = |slug: &Slug| names.id(DocKind::Topic, slug.as_str()).is_some();
    // What is wrong with the list, or with a name in it, is told there.
    let Some((file, list)) =
        listed.filter(|(_, list)| list.value.iter().all(|own| is_topic(&own.value)))
    else {
        return;
    };
    if group.original.head.is_faulty() {
        return;
    }
    let named = group.original.body.sections.iter().flat_map(|s| &s.topics);
    let is_missing = |topic: &&Spanned<Slug>| {
        is_topic(&topic.value) && list.value.iter().all(|own| own.value != topic.value)
    };
    let mut missing: Vec<&Spanned<Slug>> = Vec::new();
    for topic in named.filter(is_missing) {
        if missing.iter().all(|own| own.value != topic.value) {
            missing.push(topic);
        }
    }
    let Some(first) = missing.first() else {
        return;
    };
    let slugs: Vec<String> = missing
        .iter()
        .map(|topic| topic.value.to_string())
        .collect();
    let right = match list.value.last() {
        Some(last) => Instead::enlist(last.span.of(*file), slugs.clone()),
        None => Instead::put(list.span.of(*file), format!("[{}]", slugs.join(", "))),
    };
    let place = first.span.of(group.original.head.file);
    let kind = SiteFault::UnlistedTopics { slugs };
    diagnostics.report(Diagnostic::at(place, kind).instead(Some(right)));
}

pub(super) fn topic(
    id: usize,
    group: Group<TopicDoc>,
    tables: &Tables,
    output: &mut LinkOutput,
) -> Topic {
    let diagnostics = &mut output.diagnostics;
    let related = group.neutral_list("related", |d| d.related.as_ref(), diagnostics);
    let mut related = tables.names.topics(related.as_ref(), diagnostics);
    related.retain(|other| other.0 != id);
    group.neutral("order", |d| d.order.as_ref(), PartialEq::eq, diagnostics);
    let chosen = group.neutral("design", |d| d.design.as_ref(), PartialEq::eq, diagnostics);
    let drawing = group.chosen("drawing", |d| d.drawing.as_ref(), diagnostics);
    let color = group
        .neutral("color", |d| d.color.as_ref(), PartialEq::eq, diagnostics)
        .map(|(file, c)| (c.value, c.span.of(file)));
    let slug = group.slug.clone();
    let mut missing = Diagnostics::default();
    let texts = tables.versions(
        group,
        PageRef::Topic(TopicId(id)),
        |g, d, origin, body| TopicText {
            file: d.head.file,
            name: g.required_text(d, "name", |d| d.name.as_ref(), &mut missing),
            summary: phrase(&g.required_text(d, "summary", |d| d.summary.as_ref(), &mut missing)),
            hook: line(g, d, |d| d.hook.as_ref()),
            figures: g.figures(d),
            charts: g.charts(d),
            terms: d.terms.iter().map(|t| t.value.clone()).collect(),
            search: d.search.iter().map(|t| t.value.clone()).collect(),
            origin,
            body,
        },
        output,
    );
    output.diagnostics.absorb(missing);
    let text = texts.original().text;
    Topic {
        design: design::checked(chosen, &text.shown(), &mut output.diagnostics),
        drawing,
        paths: tables.paths(DocKind::Topic, &slug),
        slug,
        color,
        related,
        citations: Vec::new(),
        leaflet: LeafletId(tables.counts.composed + tables.counts.statements + id),
        texts,
    }
}

pub(super) fn event(
    id: usize,
    group: Group<EventDoc>,
    tables: &Tables,
    output: &mut LinkOutput,
) -> Event {
    let date = group.neutral(
        "date",
        |d| d.date.as_ref(),
        PartialEq::eq,
        &mut output.diagnostics,
    );
    let date = group
        .require(date, "date", &mut output.diagnostics)
        .map(|(_, d)| d.value);
    let chosen = group.neutral(
        "design",
        |d| d.design.as_ref(),
        PartialEq::eq,
        &mut output.diagnostics,
    );
    let drawing = group.chosen("drawing", |d| d.drawing.as_ref(), &mut output.diagnostics);
    let slug = group.slug.clone();
    let list = |list: &[Spanned<String>]| list.iter().map(|item| item.value.clone()).collect();
    let mut missing = Diagnostics::default();
    let texts = tables.versions(
        group,
        PageRef::Event(EventId(id)),
        |g, d, origin, body| EventText {
            file: d.head.file,
            name: g.required_text(d, "name", |d| d.name.as_ref(), &mut missing),
            venue: g.text(d, |d| d.venue.as_ref()),
            organisers: list(&d.organisers),
            supporters: list(&d.supporters),
            attendance: g.text(d, |d| d.attendance.as_ref()),
            figures: g.figures(d),
            charts: g.charts(d),
            source: g.source(d, |d| d.source.as_ref()),
            origin,
            body,
        },
        output,
    );
    output.diagnostics.absorb(missing);
    let text = texts.original().text;
    Event {
        design: design::checked(chosen, &text.shown(), &mut output.diagnostics),
        drawing,
        paths: tables.paths(DocKind::Event, &slug),
        slug,
        date,
        statements: Vec::new(),
        leaflet: LeafletId(
            tables.counts.composed + tables.counts.statements + tables.counts.topics + id,
        ),
        texts,
    }
}

pub(super) fn page(
    id: usize,
    group: Group<PageDoc>,
    tables: &Tables,
    output: &mut LinkOutput,
) -> Page {
    let nav = group.neutral(
        "nav",
        |d| d.nav.as_ref(),
        PartialEq::eq,
        &mut output.diagnostics,
    );
    let nav = nav.is_none_or(|(_, n)| n.value);
    group.neutral(
        "order",
        |d| d.order.as_ref(),
        PartialEq::eq,
        &mut output.diagnostics,
    );
    let slug = group.slug.clone();
    let mut missing = Diagnostics::default();
    let texts = tables.versions(
        group,
        PageRef::Page(PageId(id)),
        |g, d, origin, body| PageText {
            file: d.head.file,
            title: phrase(&g.required_text(d, "title", |d| d.title.as_ref(), &mut missing)),
            origin,
            body,
        },
        output,
    );
    output.diagnostics.absorb(missing);
    Page {
        paths: tables.paths(DocKind::Page, &slug),
        slug,
        nav,
        texts,
    }
}
