//! Documents into the site, in one pass over each kind, and again when a few have changed.

use std::collections::BTreeSet;
use std::sync::Arc;

use rayon::prelude::*;

use super::absent::Absent;
use super::assemble::{event, page, person, statement, topic};
use super::compose::composed;
use super::drafts::DraftDocs;
use super::fault::SiteFault;
use super::finish;
use super::join::{Joined, join};
use super::joinable::{Joinable, stands_for};
use super::linked::{LinkOptions, Linked, LinkedPart, LinkedParts};
use super::pair::Group;
use super::spoken::{EventNames, Spoken};
use super::tables::{Groups, LinkOutput, Tables};
use crate::base::{ContentPath, Lang};
use crate::diagnostic::{Diagnostic, Diagnostics};
use crate::model::{self, Docs};

/// Links all documents into a site. `images` are the pictures in the content folder.
#[must_use]
pub(crate) fn link(
    mut docs: Docs,
    images: Arc<BTreeSet<ContentPath>>,
    options: LinkOptions,
) -> Linked {
    let mut diagnostics = Diagnostics::default();
    if docs.site.base_url.is_none() && !docs.site.has_address {
        diagnostics.report(Diagnostic::in_file(docs.site.file, SiteFault::NoBaseUrl));
    }
    let mut absent = Absent::take_out(&mut docs, options.drafts);
    let drafts = (!options.drafts).then(|| DraftDocs::of(&docs));
    let Docs {
        site,
        persons,
        statements,
        topics,
        events,
        leaflets,
        pages,
        unread: _,
    } = docs;
    let langs = &site.languages;
    let mut events = join(events, langs, options.drafts, &mut diagnostics);
    events.sort_by_cached_key(|g| (std::cmp::Reverse(g.find(Joinable::date)), g.slug.clone()));
    let default_event = site.event.as_ref().and_then(|slug| {
        let names = EventNames::new(&events);
        names.find(slug, site.file, &absent, &mut diagnostics)
    });
    let persons = ordered(persons, langs, options, &mut diagnostics);
    let spoken = Spoken {
        persons: &persons,
        events: &events,
        default_event,
    };
    let (statements, statement_events) = spoken.order(
        statements,
        langs,
        options.drafts,
        &mut absent,
        &mut diagnostics,
    );
    let groups = Groups {
        persons,
        statements,
        topics: ordered(topics, langs, options, &mut diagnostics),
        events,
        leaflets: ordered(leaflets, langs, options, &mut diagnostics),
        pages: ordered(pages, langs, options, &mut diagnostics),
    };
    let tables = Tables::new(
        &groups,
        &site,
        images,
        absent,
        default_event,
        statement_events,
        &mut diagnostics,
    );
    if let Some(drafts) = drafts {
        drafts.check(&tables.names, &mut diagnostics);
    }
    let parts = LinkedParts {
        composed: each(groups.leaflets, &tables, composed),
        persons: each(groups.persons, &tables, person),
        statements: each(groups.statements, &tables, statement),
        topics: each(groups.topics, &tables, topic),
        events: each(groups.events, &tables, event),
        pages: each(groups.pages, &tables, page),
    };
    finish::whole(&site, tables, parts, options, diagnostics)
}

/// Joins documents and puts them in their `order`, then by name; those without come last.
fn ordered<D: Joinable>(
    docs: Vec<Arc<D>>,
    languages: &[Lang],
    options: LinkOptions,
    diagnostics: &mut Diagnostics,
) -> Vec<Joined<D>> {
    let mut groups = join(docs, languages, options.drafts, diagnostics);
    groups.sort_by_cached_key(|g| (g.find(Joinable::order).unwrap_or(i64::MAX), g.slug.clone()));
    groups
}

type BuildFn<D, E> = fn(usize, Group<D>, &Tables, &mut LinkOutput) -> E;

/// Builds every group on its own, spread over all cores; ids are places in the list.
fn each<D: Joinable + Send + Sync, E: Send + Sync>(
    groups: Vec<Joined<D>>,
    tables: &Tables,
    build: BuildFn<D, E>,
) -> Vec<LinkedPart<E>> {
    groups
        .into_par_iter()
        .enumerate()
        .map(|(id, joined)| one(id, joined, tables, build))
        .collect()
}

fn one<D: Joinable, E>(
    id: usize,
    joined: Joined<D>,
    tables: &Tables,
    build: BuildFn<D, E>,
) -> LinkedPart<E> {
    let mut output = LinkOutput::default();
    let group = joined.group(&mut output.diagnostics);
    let thing = Arc::new(build(id, group, tables, &mut output));
    LinkedPart {
        thing,
        output: Arc::new(output),
    }
}

/// All documents of one name, one of which has changed.
pub(crate) struct Changed {
    /// The document before.
    pub old: model::Doc,
    /// The document now.
    pub new: model::Doc,
    /// The documents of that name in all languages, the new one among them.
    pub all: Vec<model::Doc>,
}

impl Linked {
    /// The site with one document changed, linking only what the change can reach; `None` when
    /// that is more than its own pages and those that cite it.
    #[must_use]
    pub(crate) fn again(&self, changed: Changed) -> Option<Self> {
        let mut new = self.clone();
        macro_rules! replace {
            ($kind:ident in $parts:ident by $build:ident) => {{
                let (model::Doc::$kind(old), model::Doc::$kind(now)) = (changed.old, changed.new)
                else {
                    return None;
                };
                let all = changed.all.into_iter().filter_map(|doc| match doc {
                    model::Doc::$kind(doc) => Some(doc),
                    _ => None,
                });
                self.replace(&mut new.parts.$parts, &*old, &*now, all.collect(), $build)?
            }};
        }
        match changed.new {
            model::Doc::Speaker(..) => {
                self.replace_speaker(changed, &mut new.parts)?;
            }
            model::Doc::Statement(_) => {
                let id = replace!(Statement in statements by statement);
                finish::statement(&self.parts, &mut new.parts, id);
            }
            model::Doc::Topic(_) => {
                let id = replace!(Topic in topics by topic);
                finish::topic(&self.parts, &mut new.parts, id);
            }
            model::Doc::Event(_) => {
                let id = replace!(Event in events by event);
                finish::event(&self.parts, &mut new.parts, id);
            }
            model::Doc::Leaflet(_) => {
                replace!(Leaflet in composed by composed);
            }
            model::Doc::Page(_) => {
                replace!(Page in pages by page);
            }
        }
        finish::again(self, &mut new);
        Some(new)
    }

    /// Builds a person again, and the statement in the person's file.
    fn replace_speaker(&self, changed: Changed, parts: &mut LinkedParts) -> Option<()> {
        let (model::Doc::Speaker(old, old_said), model::Doc::Speaker(new, new_said)) =
            (changed.old, changed.new)
        else {
            return None;
        };
        let (mut persons, mut statements) = (Vec::new(), Vec::new());
        for doc in changed.all {
            if let model::Doc::Speaker(person, said) = doc {
                persons.push(person);
                statements.extend(said);
            }
        }
        let id = self.replace(&mut parts.persons, &*old, &*new, persons, person)?;
        finish::person(&self.parts, parts, id);
        match (old_said, new_said) {
            (Some(old), Some(new)) => {
                let id =
                    self.replace(&mut parts.statements, &*old, &*new, statements, statement)?;
                finish::statement(&self.parts, parts, id);
            }
            (None, None) => {}
            _ => return None,
        }
        Some(())
    }

    /// Builds one group again in the place of the old one, and gives back where that is.
    fn replace<D: Joinable, E>(
        &self,
        parts: &mut [LinkedPart<E>],
        old: &D,
        now: &D,
        all: Vec<Arc<D>>,
        build: BuildFn<D, E>,
    ) -> Option<usize> {
        if !stands_for(now, old) {
            return None;
        }
        let id = self.tables.names.id(D::KIND, &now.name())?;
        let mut orphans = Diagnostics::default();
        let joined = Joined::new(
            all,
            &self.tables.languages,
            self.options.drafts,
            &mut orphans,
        )?;
        *parts.get_mut(id)? = one(id, joined, &self.tables, build);
        Some(id)
    }
}
