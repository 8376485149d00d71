//! Which statements there are, at which event each was made, and in which order readers meet them.

use super::fault::SiteFault;
use std::collections::{BTreeMap, HashSet};
use std::sync::Arc;

use super::ids::EventId;
use super::join::{Joined, join};
use super::joinable::Joinable;
use crate::base::{DocKind, FileId, Lang, Slug, Spanned};
use crate::diagnostic::{Diagnostic, Diagnostics};
use crate::model::{EventDoc, PersonDoc, StatementDoc};

/// Events by name.
pub(super) struct EventNames<'g>(BTreeMap<&'g str, EventId>);

impl<'g> EventNames<'g> {
    pub(super) fn new(events: &'g [Joined<EventDoc>]) -> Self {
        let ids = events.iter().zip((0..).map(EventId));
        Self(ids.map(|(event, id)| (event.slug.as_str(), id)).collect())
    }

    /// The event of a name in front matter; an unknown one is reported.
    pub(super) fn find(
        &self,
        slug: &Spanned<Slug>,
        file: FileId,
        sink: &mut Diagnostics,
    ) -> Option<EventId> {
        let found = self.0.get(slug.value.as_str()).copied();
        if found.is_none() {
            let kind = unknown(DocKind::Event, &slug.value, self.0.keys().copied());
            sink.report(Diagnostic::at(slug.span.of(file), kind));
        }
        found
    }
}

fn unknown<'n>(kind: DocKind, slug: &Slug, names: impl Iterator<Item = &'n str>) -> SiteFault {
    SiteFault::UnknownReference {
        kind,
        slug: slug.to_string(),
        nearest: crate::source::nearest(slug.as_str(), names),
    }
}

/// A statement by nobody, or at an event that is not there.
struct NoPlace;

/// What statements belong to.
pub(super) struct Spoken<'g> {
    pub(super) persons: &'g [Joined<PersonDoc>],
    /// The newest first.
    pub(super) events: &'g [Joined<EventDoc>],
    /// The event of statements that name none.
    pub(super) default_event: Option<EventId>,
}

impl Spoken<'_> {
    /// The statements with their events: event by event, the newest first, those of no event last;
    /// within an event in their `order`, then by name. A statement of somebody unknown, or at an event
    /// that is unknown, is reported and left out.
    pub(super) fn order(
        &self,
        docs: Vec<Arc<StatementDoc>>,
        languages: &[Lang],
        drafts: bool,
        sink: &mut Diagnostics,
    ) -> (Vec<Joined<StatementDoc>>, Vec<Option<EventId>>) {
        let names = EventNames::new(self.events);
        let persons: HashSet<&Slug> = self.persons.iter().map(|person| &person.slug).collect();
        let groups = join(docs, languages, drafts, sink);
        let mut placed: Vec<(Option<EventId>, Joined<StatementDoc>)> = groups
            .into_iter()
            .filter_map(|group| {
                let event = self.event(&group, &names, &persons, sink).ok()?;
                Some((event, group))
            })
            .collect();
        placed.sort_by_cached_key(|(event, group)| {
            let order = group.find(Joinable::order).unwrap_or(i64::MAX);
            (event.is_none(), *event, order, group.original.name())
        });
        placed
            .into_iter()
            .map(|(event, group)| (group, event))
            .unzip()
    }

    /// The event of a statement that has one.
    fn event(
        &self,
        group: &Joined<StatementDoc>,
        names: &EventNames<'_>,
        persons: &HashSet<&Slug>,
        sink: &mut Diagnostics,
    ) -> Result<Option<EventId>, NoPlace> {
        let head = &group.original.head;
        let speaks = persons.contains(&group.slug);
        let Some(folder) = &head.event else {
            // A person who is left out takes the statement along. What is wrong with the name of the
            // event, the statement's builder reports.
            let own = group.find(|doc| doc.event.as_ref().map(|slug| slug.value.clone()));
            let found = match own {
                Some(slug) => names.0.get(slug.as_str()).copied(),
                None => self.default_event,
            };
            return if speaks { Ok(found) } else { Err(NoPlace) };
        };
        let mut report = |kind| sink.report(Diagnostic::at(head.opening.of(head.file), kind));
        let found = names.0.get(folder.as_str()).copied();
        if found.is_none() {
            report(unknown(DocKind::Event, folder, names.0.keys().copied()));
        }
        if !speaks {
            let persons = self.persons.iter().map(|person| person.slug.as_str());
            report(unknown(DocKind::Speaker, &group.slug, persons));
        }
        match found {
            Some(found) if speaks => Ok(Some(found)),
            _ => Err(NoPlace),
        }
    }
}
