//! A linked site, with what it takes to link it again when a few documents have changed.

use std::sync::Arc;

use super::entities::{Composed, Event, Page, Person, Statement, Topic};
use super::resolved::Site;
use super::routes::Routes;
use super::tables::{LinkOutput, Tables};
use crate::diagnostic::{Diagnostic, Diagnostics};

/// How to link.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct LinkOptions {
    /// Whether drafts are part of the site.
    pub drafts: bool,
}

/// A site, and what it takes to link it again when a few documents have changed.
#[derive(Clone)]
pub(crate) struct Linked {
    /// The site.
    pub site: Arc<Site>,
    /// Where everything in it lies.
    pub routes: Arc<Routes>,
    pub(super) options: LinkOptions,
    pub(super) tables: Arc<Tables>,
    pub(super) parts: LinkedParts,
    /// What was reported of the site as a whole.
    pub(super) general: Arc<Diagnostics>,
    /// What was reported of addresses that two things want.
    pub(super) collisions: Arc<Diagnostics>,
    /// What was reported of topics on which nobody spoke.
    pub(super) uncited: Arc<Diagnostics>,
}

/// The things of the site, each with what its builder left behind.
#[derive(Clone, Default)]
pub(super) struct LinkedParts {
    pub(super) composed: Vec<LinkedPart<Composed>>,
    pub(super) persons: Vec<LinkedPart<Person>>,
    pub(super) statements: Vec<LinkedPart<Statement>>,
    pub(super) topics: Vec<LinkedPart<Topic>>,
    pub(super) events: Vec<LinkedPart<Event>>,
    pub(super) pages: Vec<LinkedPart<Page>>,
}

/// A thing and what its builder left behind.
pub(super) struct LinkedPart<E> {
    pub(super) thing: Arc<E>,
    pub(super) output: Arc<LinkOutput>,
}

impl<E> Clone for LinkedPart<E> {
    fn clone(&self) -> Self {
        Self {
            thing: Arc::clone(&self.thing),
            output: Arc::clone(&self.output),
        }
    }
}

impl LinkedParts {
    pub(super) fn outputs(&self) -> impl Iterator<Item = &LinkOutput> {
        fn of<E>(parts: &[LinkedPart<E>]) -> impl Iterator<Item = &LinkOutput> {
            parts.iter().map(|part| &*part.output)
        }
        of(&self.composed)
            .chain(of(&self.persons))
            .chain(of(&self.statements))
            .chain(of(&self.topics))
            .chain(of(&self.events))
            .chain(of(&self.pages))
    }
}

impl Linked {
    /// Everything that was reported.
    pub(crate) fn diagnostics(&self) -> impl Iterator<Item = &Diagnostic> {
        [&self.general, &self.collisions, &self.uncited]
            .into_iter()
            .flat_map(|diagnostics| diagnostics.as_slice())
            .chain(self.parts.outputs().flat_map(|t| t.diagnostics.as_slice()))
    }
}
