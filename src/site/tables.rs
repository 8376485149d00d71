//! What every builder of a thing looks things up in: names, terms, dates.

use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::sync::Arc;

use super::absent::Absent;
use super::address;
use super::entities::{Text, Versions};
use super::fault::SiteFault;
use super::glossary::Glossary;
use super::ids::{EventId, PageRef, StatementId, TopicId};
use super::join::Joined;
use super::joinable::Joinable;
use super::pair::{Group, text_of};
use super::resolve::{Here, Names};
use super::said::Said;
use super::terms::Terms;
use crate::base::{ContentPath, Date, DocKind, Lang, Loc, OutPath, Slug};
use crate::diagnostic::{Diagnostic, Diagnostics};
use crate::model::text::{WrittenBody, plain};
use crate::model::{
    EventDoc, LeafletDoc, PageDoc, PersonDoc, SiteDoc, StatementDoc, TopicDoc, phrase,
};
use crate::source::LocalText;

/// All documents joined with their translations, in the order in which readers meet them.
pub(super) struct Groups {
    pub(super) persons: Vec<Joined<PersonDoc>>,
    /// Event by event, the newest first.
    pub(super) statements: Vec<Joined<StatementDoc>>,
    pub(super) topics: Vec<Joined<TopicDoc>>,
    pub(super) events: Vec<Joined<EventDoc>>,
    pub(super) leaflets: Vec<Joined<LeafletDoc>>,
    pub(super) pages: Vec<Joined<PageDoc>>,
}

/// What every builder looks things up in.
pub(super) struct Tables {
    pub(super) languages: Vec<Lang>,
    pub(super) names: Names,
    terms: HashMap<Lang, Terms>,
    glossary: Glossary,
    /// What persons are called, by id.
    pub(super) called: Vec<Versions<String>>,
    /// What persons do, by id.
    pub(super) posts: Vec<Versions<Post>>,
    /// The events of statements, by id.
    pub(super) events: Vec<Option<EventId>>,
    /// What persons said, by id: in their own file, and everywhere, the newest first.
    pub(super) said: Vec<Said>,
    /// The names of events, by id: the newest first.
    pub(super) event_slugs: Vec<Slug>,
    /// The dates of events, by id.
    pub(super) dates: Vec<Option<Date>>,
    pub(super) default_event: Option<EventId>,
    pub(super) counts: Counts,
    /// The names of all leaflets.
    pub(super) leaflets: Vec<Slug>,
}

#[derive(Clone, Copy)]
pub(super) struct Counts {
    pub(super) composed: usize,
    pub(super) statements: usize,
    pub(super) topics: usize,
}

/// What a person does, in one language.
#[derive(Debug, Clone)]
pub(super) struct Post {
    pub(super) affiliation: Option<String>,
    pub(super) role: Option<String>,
}

/// What a builder leaves behind besides its result.
#[derive(Default)]
pub(super) struct LinkOutput {
    pub(super) diagnostics: Diagnostics,
    /// The pictures that are shown, each with the first place that names it.
    pub(super) images: BTreeMap<ContentPath, Loc>,
    /// The same of pictures that are not shown yet.
    pub(super) unshown: BTreeMap<ContentPath, Loc>,
    pub(super) aliases: Vec<(OutPath, PageRef, Loc)>,
}

impl Tables {
    /// Learns the names, terms and dates of all documents. `events` are those of the statements.
    pub(super) fn new(
        groups: &Groups,
        site: &SiteDoc,
        images: Arc<BTreeSet<ContentPath>>,
        absent: Absent,
        default_event: Option<EventId>,
        events: Vec<Option<EventId>>,
        diagnostics: &mut Diagnostics,
    ) -> Self {
        let languages = site.languages.clone();
        let dates: Vec<Option<Date>> = groups
            .events
            .iter()
            .map(|group| group.find(Joinable::date))
            .collect();
        let mut names = names(groups, images, absent);
        let said = said(groups, &names, &events, &dates);
        names.learn_statements(&groups.statements, |id| {
            let event = events.get(id).copied().flatten()?;
            Some(groups.events.get(event.0)?.slug.clone())
        });
        names.learn_said(&said);
        let leaflets = leaflet_slugs(groups);
        names.learn_leaflets(leaflets.iter().cloned());
        Self {
            called: (groups.persons.iter())
                .map(|person| called(person, &languages))
                .collect(),
            posts: groups.persons.iter().map(post).collect(),
            events,
            said,
            terms: terms(&groups.topics, &languages, diagnostics),
            glossary: Glossary::of(site),
            languages,
            names,
            event_slugs: groups
                .events
                .iter()
                .map(|event| event.slug.clone())
                .collect(),
            dates,
            default_event,
            counts: Counts {
                composed: groups.leaflets.len(),
                statements: groups.statements.len(),
                topics: groups.topics.len(),
            },
            leaflets,
        }
    }

    pub(super) fn paths(&self, kind: DocKind, slug: &Slug) -> Vec<OutPath> {
        address::of_doc(&self.languages, kind, slug)
    }

    /// Makes every version of a group: resolves the body, then hands it to `make`.
    pub(super) fn versions<D: Joinable, T>(
        &self,
        group: Group<D>,
        page: PageRef,
        make: impl FnMut(&Group<D>, &D, super::Origin, Text) -> T,
        output: &mut LinkOutput,
    ) -> Versions<T> {
        let LinkOutput {
            diagnostics,
            images,
            ..
        } = output;
        self.glossary
            .check(&group.original, &group.translations, diagnostics);
        let mut body_sink = Diagnostics::default();
        let versions = group.versions(
            |head, body: WrittenBody| {
                let places = body.fragments().map(str::to_owned).collect();
                let here = Here {
                    page,
                    path: &head.path,
                    file: head.file,
                    places,
                };
                let mut text = self.names.body(&here, body, images, &mut body_sink);
                if let (PageRef::Person(_) | PageRef::Statement(_), Some(terms)) =
                    (page, self.terms.get(&head.lang))
                {
                    terms.link(&mut text);
                }
                text
            },
            make,
            diagnostics,
        );
        diagnostics.absorb(body_sink);
        versions
    }
}

fn names(groups: &Groups, images: Arc<BTreeSet<ContentPath>>, absent: Absent) -> Names {
    let mut names = Names::new(images, absent);
    names.learn(&groups.persons);
    names.learn(&groups.topics);
    names.learn(&groups.events);
    names.learn(&groups.pages);
    names
}

/// What a person is called in each language in which any file gives the name: a file in that
/// language, else one that names the person in several.
fn called(group: &Joined<PersonDoc>, languages: &[Lang]) -> Versions<String> {
    let original = &*group.original;
    let own = |doc: &PersonDoc| text_of(original, doc, |d| d.name.as_ref());
    let others = languages.iter().filter(|lang| **lang != original.head.lang);
    let others = others.filter_map(|lang| {
        let written = group.docs().find(|doc| doc.head.lang == *lang);
        let elsewhere = || {
            group.find(|doc| match doc.name.as_ref()? {
                names @ LocalText::ByLang(_) => Some(names.get(*lang)?.value.clone()),
                LocalText::One(_) => None,
            })
        };
        Some((*lang, written.and_then(own).or_else(elsewhere)?))
    });
    let name = own(original).unwrap_or_default();
    Versions::new(original.head.lang, name, others.collect())
}

/// What a person does, in each language in which someone wrote it.
fn post(group: &Joined<PersonDoc>) -> Versions<Post> {
    let original = &*group.original;
    let of = |doc: &PersonDoc| Post {
        affiliation: text_of(original, doc, |d| d.affiliation.as_ref()),
        role: text_of(original, doc, |d| d.role.as_ref()),
    };
    let others = group.translations.iter();
    let others = others.map(|doc| (doc.head.lang, of(doc))).collect();
    Versions::new(original.head.lang, of(original), others)
}

/// What each person said.
fn said(
    groups: &Groups,
    names: &Names,
    events: &[Option<EventId>],
    dates: &[Option<Date>],
) -> Vec<Said> {
    let mut said = vec![Said::default(); groups.persons.len()];
    for (at, group) in groups.statements.iter().enumerate() {
        let person = names.id(DocKind::Speaker, group.slug.as_str());
        let Some(said) = person.and_then(|person| said.get_mut(person)) else {
            continue;
        };
        if group.original.head.event.is_none() {
            said.own = Some(StatementId(at));
        }
        said.all.push(StatementId(at));
    }
    let date = |id: &StatementId| {
        let own = groups.statements.get(id.0)?;
        let own = own.find(|doc| doc.date.as_ref().map(|date| date.value));
        let event = || {
            dates
                .get(events.get(id.0).copied().flatten()?.0)
                .copied()
                .flatten()
        };
        own.or_else(event)
    };
    for said in &mut said {
        said.all.sort_by_key(|id| std::cmp::Reverse(date(id)));
    }
    said
}

/// The names of all leaflets: the composed ones', then `speaker-…` and `statement-…`, then `topic-…`,
/// then `event-…`.
fn leaflet_slugs(groups: &Groups) -> Vec<Slug> {
    let statements = groups.statements.iter().map(|group| {
        address::leaflet_of_statement(group.original.head.event.as_ref(), &group.slug)
    });
    let of = |kind: DocKind| move |slug: &Slug| address::leaflet_of(kind, slug);
    let topics = groups
        .topics
        .iter()
        .map(|g| &g.slug)
        .map(of(DocKind::Topic));
    let composed = groups.leaflets.iter().map(|g| g.slug.clone());
    let events = groups
        .events
        .iter()
        .map(|g| &g.slug)
        .map(of(DocKind::Event));
    composed
        .chain(statements)
        .chain(topics)
        .chain(events)
        .collect()
}

fn terms(
    topics: &[Joined<TopicDoc>],
    languages: &[Lang],
    diagnostics: &mut Diagnostics,
) -> HashMap<Lang, Terms> {
    let mut by_lang: HashMap<Lang, Vec<(String, TopicId)>> = HashMap::new();
    let mut first: HashMap<(Lang, String), (TopicId, Loc)> = HashMap::new();
    for (id, group) in topics.iter().enumerate() {
        for doc in group.docs() {
            for term in doc.terms.iter().filter(|t| !t.value.is_empty()) {
                let loc = term.span.of(doc.head.file);
                let key = (doc.head.lang, term.value.to_lowercase());
                match first.get(&key) {
                    Some((_, earlier)) => {
                        let kind = SiteFault::TermTaken {
                            term: term.value.clone(),
                        };
                        diagnostics.report(Diagnostic::at(loc, kind).also(*earlier));
                    }
                    None => {
                        first.insert(key, (TopicId(id), loc));
                        by_lang
                            .entry(doc.head.lang)
                            .or_default()
                            .push((plain(&phrase::<()>(&term.value)), TopicId(id)));
                    }
                }
            }
        }
    }
    languages
        .iter()
        .map(|lang| (*lang, Terms::new(by_lang.remove(lang).unwrap_or_default())))
        .collect()
}
