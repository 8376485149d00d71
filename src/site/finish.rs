//! The parts made into one site: who is cited where, who spoke when, which addresses collide.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use super::entities::{Leaflet, LeafletKind, Settings, Statement};
use super::fault::SiteFault;
use super::ids::{EventId, PageRef, StatementId, TopicId};
use super::linked::{LinkOptions, Linked, LinkedPart, LinkedParts};
use super::resolved::Site;
use super::routes::{Artifact, Routes};
use super::tables::Tables;
use super::{address, citations, languages, logo};
use crate::base::{ContentPath, DocKind, FileId, Lang, Loc, OutPath, Slug};
use crate::diagnostic::{Diagnostic, Diagnostics};
use crate::model::SiteDoc;

/// The site of parts that were all just built; `diagnostics` holds what was reported so far.
pub(super) fn whole(
    doc: &SiteDoc,
    tables: Tables,
    mut parts: LinkedParts,
    options: LinkOptions,
    mut diagnostics: Diagnostics,
) -> Linked {
    cite(&mut parts);
    gather(&mut parts);
    let kinds = (0..parts.statements.len())
        .map(|i| LeafletKind::Statement(StatementId(i)))
        .chain((0..parts.topics.len()).map(|i| LeafletKind::Topic(TopicId(i))))
        .chain((0..parts.events.len()).map(|i| LeafletKind::Event(EventId(i))));
    let made = tables.leaflets.iter().skip(parts.composed.len()).zip(kinds);
    let made: Vec<_> = made
        .map(|(slug, kind)| {
            Arc::new(Leaflet {
                slug: slug.clone(),
                paths: tables.paths(DocKind::Leaflet, slug),
                kind,
            })
        })
        .collect();
    let logo = logo::logo(doc, &tables, &mut diagnostics);
    let settings = languages::settings(doc, tables.default_event, logo);
    let site = Arc::new(assemble(&tables, &parts, settings, made));
    let mut new = Linked {
        routes: Arc::new(Routes::of(&site)),
        site,
        options,
        tables: Arc::new(tables),
        parts,
        general: Arc::new(diagnostics),
        collisions: Arc::default(),
        uncited: Arc::default(),
    };
    new.uncited = Arc::new(uncited(&new.parts, &new.tables));
    new.collisions = Arc::new(collisions(&new));
    new
}

/// The site again after some parts were replaced. Names and addresses are as before, except
/// for the old addresses that statements list, and for PDFs, which bear their languages.
pub(super) fn again(before: &Linked, new: &mut Linked) {
    let made = before.site.leaflets.iter().skip(new.parts.composed.len());
    let settings = before.site.settings.clone();
    new.site = Arc::new(assemble(
        &new.tables,
        &new.parts,
        settings,
        made.cloned().collect(),
    ));
    new.uncited = Arc::new(uncited(&new.parts, &new.tables));
    let is_routed_alike = aliases(&new.parts).eq(aliases(&before.parts))
        && languages_of_leaflets(&new.parts).eq(languages_of_leaflets(&before.parts));
    if !is_routed_alike {
        new.routes = Arc::new(Routes::of(&new.site));
        new.collisions = Arc::new(collisions(new));
    }
}

/// What a changed statement does to the topics that cite it and the events it belongs to.
pub(super) fn statement(before: &LinkedParts, parts: &mut LinkedParts, id: usize) {
    let (Some(old), Some(new)) = (before.statements.get(id), parts.statements.get(id)) else {
        return;
    };
    let (old, new) = (&old.thing, &new.thing);
    let is_cited_alike = cited(old).eq(cited(new)) && old.topics == new.topics;
    let is_gathered_alike = old.event == new.event;
    if !is_cited_alike {
        cite(parts);
    }
    if !is_gathered_alike {
        gather(parts);
    }
}

/// A changed person keeps the statements.
pub(super) fn person(before: &LinkedParts, parts: &mut LinkedParts, id: usize) {
    if let (Some(old), Some(new)) = (before.persons.get(id), parts.persons.get_mut(id))
        && old.thing.statements != new.thing.statements
    {
        let new = Arc::make_mut(&mut new.thing);
        new.statements.clone_from(&old.thing.statements);
    }
}

/// A changed topic keeps its citations.
pub(super) fn topic(before: &LinkedParts, parts: &mut LinkedParts, id: usize) {
    if let (Some(old), Some(new)) = (before.topics.get(id), parts.topics.get_mut(id)) {
        Arc::make_mut(&mut new.thing)
            .citations
            .clone_from(&old.thing.citations);
    }
}

/// A changed event keeps its speakers.
pub(super) fn event(before: &LinkedParts, parts: &mut LinkedParts, id: usize) {
    if let (Some(old), Some(new)) = (before.events.get(id), parts.events.get_mut(id)) {
        Arc::make_mut(&mut new.thing)
            .statements
            .clone_from(&old.thing.statements);
    }
}

/// The sections of a statement and the topics they name.
fn cited(speaker: &Statement) -> impl Iterator<Item = (&str, &[TopicId])> {
    let sections = &speaker.texts.original().text.body.sections;
    sections
        .iter()
        .map(|s| (s.id.as_str(), s.topics.as_slice()))
}

/// Gives every topic the passages that speak on it.
fn cite(parts: &mut LinkedParts) {
    let speakers = parts.statements.iter().map(|part| &*part.thing);
    let cited = citations::citations(speakers, parts.topics.len());
    for (topic, citations) in parts.topics.iter_mut().zip(cited) {
        if topic.thing.citations != citations {
            Arc::make_mut(&mut topic.thing).citations = citations;
        }
    }
}

/// Gives every event those who spoke there.
fn gather(parts: &mut LinkedParts) {
    let mut gathered: Vec<Vec<StatementId>> = vec![Vec::new(); parts.events.len()];
    for (at, speaker) in parts.statements.iter().enumerate() {
        let event = speaker.thing.event;
        if let Some(speakers) = event.and_then(|id| gathered.get_mut(id.0)) {
            speakers.push(StatementId(at));
        }
    }
    for (event, speakers) in parts.events.iter_mut().zip(gathered) {
        if event.thing.statements != speakers {
            Arc::make_mut(&mut event.thing).statements = speakers;
        }
    }
}

/// The site of these parts; `made` are the leaflets that nobody wrote a file for.
fn assemble(
    tables: &Tables,
    parts: &LinkedParts,
    settings: Settings,
    made: Vec<Arc<Leaflet>>,
) -> Site {
    fn things<E>(parts: &[LinkedPart<E>]) -> Vec<Arc<E>> {
        parts.iter().map(|part| Arc::clone(&part.thing)).collect()
    }
    let composed = tables.leaflets.iter().zip(&parts.composed);
    let composed = composed.map(|(slug, part)| {
        Arc::new(Leaflet {
            slug: slug.clone(),
            paths: tables.paths(DocKind::Leaflet, slug),
            kind: LeafletKind::Composed(Arc::clone(&part.thing)),
        })
    });
    let mut images = first_places(parts.outputs().map(|output| &output.images));
    if let Some(logo) = &settings.logo {
        images.entry(logo.file.clone()).or_insert(logo.place);
    }
    let mut unshown = first_places(parts.outputs().map(|output| &output.unshown));
    unshown.retain(|path, _| !images.contains_key(path));
    Site {
        settings,
        unshown: unshown.keys().cloned().collect(),
        leaflets: composed.chain(made).collect(),
        persons: things(&parts.persons),
        statements: things(&parts.statements),
        topics: things(&parts.topics),
        events: things(&parts.events),
        pages: things(&parts.pages),
        images: images
            .keys()
            .filter_map(|path| Some((path.clone(), OutPath::parse(path.as_str())?)))
            .collect(),
        named_at: images.into_iter().chain(unshown).collect(),
        lacks_words: tables.names.lacks_words(),
        aliases: aliases(parts)
            .map(|(path, page, _)| (path.clone(), *page))
            .collect(),
        fixed: address::fixed(&tables.languages, parts.events.len()),
    }
}

/// Each picture with the first place that names it.
fn first_places<'s>(
    outputs: impl Iterator<Item = &'s BTreeMap<ContentPath, Loc>>,
) -> BTreeMap<ContentPath, Loc> {
    let mut places = BTreeMap::new();
    for (path, place) in outputs.flatten() {
        places.entry(path.clone()).or_insert(*place);
    }
    places
}

fn aliases(parts: &LinkedParts) -> impl Iterator<Item = &(OutPath, PageRef, Loc)> {
    parts.outputs().flat_map(|output| &output.aliases)
}

fn languages_of_leaflets(parts: &LinkedParts) -> impl Iterator<Item = &[Lang]> {
    let composed = parts.composed.iter();
    composed.map(|part| part.thing.languages.as_slice())
}

/// Reports every address that two things want, where the second of them is written: once for each
/// file.
fn collisions(linked: &Linked) -> Diagnostics {
    let mut diagnostics = Diagnostics::default();
    let mut told = BTreeSet::new();
    let Some(lang) = linked.site.settings.languages.first() else {
        return diagnostics;
    };
    for (path, artifact) in &linked.routes.refused {
        let page = match *artifact {
            Artifact::Page(page, _) => Some(page),
            Artifact::Leaflet(id, _) => Some(PageRef::Leaflet(id)),
            _ => None,
        };
        let address = path.to_string();
        let named = page.and_then(|page| named_file(&linked.site, page));
        if let Some((file, folder, slug)) = named {
            if told.insert(file) {
                let kind = SiteFault::NameTaken {
                    address,
                    example: format!("{folder}/{slug}-2.{lang}.md"),
                };
                diagnostics.report(Diagnostic::in_file(file, kind));
            }
            continue;
        }
        let kind = SiteFault::AddressTaken { address };
        let place = match *artifact {
            Artifact::Redirect(at) => aliases(&linked.parts).nth(at).map(|(_, _, loc)| *loc),
            _ => None,
        };
        diagnostics.report(match place {
            Some(place) => Diagnostic::at(place, kind),
            None => Diagnostic::of_run(kind),
        });
    }
    diagnostics
}

/// The file that gives a page its address, with the folder and the name. A leaflet that is made by
/// itself gives way to one that staff called so.
fn named_file(site: &Site, page: PageRef) -> Option<(FileId, &'static str, &Slug)> {
    match page {
        PageRef::Leaflet(id) => {
            let slug = &site.leaflet(id).slug;
            let composed = site.leaflets.iter().find_map(|own| match &own.kind {
                LeafletKind::Composed(own_kind) if own.slug == *slug => Some(own_kind),
                _ => None,
            })?;
            Some((composed.texts.original().text.file, "leaflets", slug))
        }
        PageRef::Page(id) => {
            let own = site.page(id);
            Some((own.texts.original().text.file, "pages", &own.slug))
        }
        PageRef::Person(id) => {
            let own = site.person(id);
            Some((own.texts.original().text.file, "speakers", &own.slug))
        }
        PageRef::Topic(id) => {
            let own = site.topic(id);
            Some((own.texts.original().text.file, "topics", &own.slug))
        }
        PageRef::Event(id) => {
            let own = site.event(id);
            Some((own.texts.original().text.file, "events", &own.slug))
        }
        _ => None,
    }
}

/// Reports every topic on which nobody spoke.
fn uncited(parts: &LinkedParts, tables: &Tables) -> Diagnostics {
    let mut diagnostics = Diagnostics::default();
    // A statement without topics has a mistake that is told already.
    let lacks_topics = parts
        .statements
        .iter()
        .any(|own| own.thing.topics.is_empty());
    if tables.names.lacks_words() || lacks_topics {
        return diagnostics;
    }
    for topic in parts.topics.iter().map(|part| &part.thing) {
        if topic.citations.is_empty() {
            let file = topic.texts.original().text.file;
            let draft = tables.names.draft_on(topic.slug.as_str());
            let draft = draft.map(ToString::to_string);
            let slug = topic.slug.to_string();
            let fault = SiteFault::UncitedTopic { slug, draft };
            diagnostics.report(Diagnostic::in_file(file, fault));
        }
    }
    diagnostics
}
