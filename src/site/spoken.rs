//! Which statements there are, at which event each was made, and in which order readers meet them.

use super::absent::{Absent, Reason};
use super::fault::SiteFault;
use std::collections::{BTreeMap, HashMap, HashSet};
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
        absent: &Absent,
        diagnostics: &mut Diagnostics,
    ) -> Option<EventId> {
        let found = self.0.get(slug.value.as_str()).copied();
        if found.is_none() {
            let nearest = || crate::source::nearest(slug.value.as_str(), self.0.keys().copied());
            let known = || self.0.keys().take(12).map(ToString::to_string).collect();
            let kind = SiteFault::not_found(DocKind::Event, &slug.value, absent, nearest, known);
            if let Some(kind) = kind {
                diagnostics.report(Diagnostic::at(slug.span.of(file), kind));
            }
        }
        found
    }
}

/// What to tell of a statement whose person or event is not in the site; nothing when what is
/// wrong has been reported where it is.
fn left_out<'n>(
    (kind, slug, lang): (DocKind, &Slug, Lang),
    (files, statements): (usize, usize),
    names: impl Iterator<Item = &'n str>,
    absent: &Absent,
) -> Option<SiteFault> {
    match absent.reason(kind, slug.as_str()) {
        Some(Reason::Draft(file)) => {
            let file = file.to_string();
            Some(SiteFault::StatementOfDraft {
                kind,
                file,
                statements,
            })
        }
        Some(Reason::Reported) => None,
        None => Some(SiteFault::StatementOfMissing {
            kind,
            slug: slug.to_string(),
            file: format!("{}/{slug}.{lang}.md", kind.folder()),
            nearest: crate::source::nearest(slug.as_str(), names),
            files,
        }),
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
    /// that is unknown, is reported and left out; a second one by one person at one event is reported.
    pub(super) fn order(
        &self,
        docs: Vec<Arc<StatementDoc>>,
        languages: &[Lang],
        drafts: bool,
        absent: &mut Absent,
        diagnostics: &mut Diagnostics,
    ) -> (Vec<Joined<StatementDoc>>, Vec<Option<EventId>>) {
        let names = EventNames::new(self.events);
        let persons: HashSet<&Slug> = self.persons.iter().map(|person| &person.slug).collect();
        let groups = join(docs, languages, drafts, diagnostics);
        let mut lost = Vec::new();
        let mut placed: Vec<(Option<EventId>, Joined<StatementDoc>)> = groups
            .into_iter()
            .filter_map(|group| match self.event(&group, &names, &persons) {
                Ok(event) => Some((event, group)),
                Err(NoPlace) => {
                    lost.push(group);
                    None
                }
            })
            .collect();
        self.report_lost(lost, &names, &persons, absent, diagnostics);
        report_twice(&placed, self.events, diagnostics);
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
        match names.0.get(folder.as_str()) {
            Some(found) if speaks => Ok(Some(*found)),
            _ => Err(NoPlace),
        }
    }

    /// Reports the statements that have no place in the site, an event that is not there once for
    /// its whole folder.
    fn report_lost(
        &self,
        lost: Vec<Joined<StatementDoc>>,
        names: &EventNames<'_>,
        persons: &HashSet<&Slug>,
        absent: &mut Absent,
        diagnostics: &mut Diagnostics,
    ) {
        // Files and statements by folder.
        let mut counts: BTreeMap<Slug, (usize, usize)> = BTreeMap::new();
        for group in &lost {
            if let Some(folder) = &group.original.head.event {
                let (files, statements) = counts.entry(folder.clone()).or_default();
                *files += group.docs().count();
                *statements += 1;
            }
        }
        for group in lost {
            let head = &group.original.head;
            // The statement in a person's own file shares the fate of the person.
            let Some(folder) = &head.event else { continue };
            let mut report = |fault| {
                if let Some(fault) = fault {
                    diagnostics.report(Diagnostic::at(head.opening.of(head.file), fault));
                }
            };
            if !names.0.contains_key(folder.as_str())
                // At the first of its statements.
                && let Some(counts) = counts.remove(folder)
            {
                let known = names.0.keys().copied();
                let event = (DocKind::Event, folder, head.lang);
                report(left_out(event, counts, known, absent));
            }
            if !persons.contains(&group.slug) {
                let known = self.persons.iter().map(|person| person.slug.as_str());
                let person = (DocKind::Speaker, &group.slug, head.lang);
                report(left_out(person, (group.docs().count(), 1), known, absent));
            }
            absent.reported(DocKind::Statement, group.original.name());
        }
    }
}

/// Reports statements at an event at which the person's own file has one, too.
fn report_twice(
    placed: &[(Option<EventId>, Joined<StatementDoc>)],
    events: &[Joined<EventDoc>],
    diagnostics: &mut Diagnostics,
) {
    let own: HashMap<(EventId, &Slug), &StatementDoc> = placed
        .iter()
        .filter(|(_, group)| group.original.head.event.is_none())
        .filter_map(|(event, group)| Some((((*event)?, &group.slug), &*group.original)))
        .collect();
    for (event, group) in placed {
        let (Some(event), Some(_)) = (*event, &group.original.head.event) else {
            continue;
        };
        let (Some(own), Some(at)) = (own.get(&(event, &group.slug)), events.get(event.0)) else {
            continue;
        };
        let (here, there) = (&group.original.head, &own.head);
        // The copy of a person's file is told as what it is.
        if here.is_faulty() {
            continue;
        }
        let kind = SiteFault::SaidTwice {
            event: at.slug.to_string(),
            own: there.path.to_string(),
            other: here.path.to_string(),
        };
        let problem = Diagnostic::at(here.opening.of(here.file), kind);
        diagnostics.report(problem.also(there.opening.of(there.file)));
    }
}
