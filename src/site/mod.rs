//! Joins translations, resolves every reference and gives every page its address.

mod absent;
pub(crate) mod address;
mod anchors;
mod assemble;
mod build;
mod charts;
mod citations;
mod compose;
mod design;
mod document;
mod drafts;
mod entities;
mod fault;
mod finish;
mod glossary;
mod ids;
mod join;
mod joinable;
mod languages;
mod linked;
mod logo;
mod orphan;
mod pair;
mod panel_entry;
mod parts;
mod photo;
pub(crate) mod plan;
mod resolve;
mod resolved;
mod routes;
mod said;
mod sources;
mod spoken;
mod stale;
mod standing;
mod tables;
mod terms;
mod translations;

pub(crate) use address::{MachineFile, StyleSheet};
pub(crate) use build::{Changed, link};
pub(crate) use entities::{
    CallToAction, ChartRow, ChartText, Citation, Composed, EventText, FigureText, Leaflet,
    LeafletKind, LeafletText, Line, Origin, PageText, Passage, Person, Photo, Publisher, Settings,
    Source, Statement, StatementText, Text, Topic, TopicText, Version, Versions,
};
pub(crate) use fault::SiteFault;
pub(crate) use ids::{EventId, LeafletId, PageId, PageRef, PersonId, StatementId, Target, TopicId};
pub(crate) use join::unmarked;
pub(crate) use linked::{LinkOptions, Linked};
pub(crate) use panel_entry::PanelEntry;
pub(crate) use plan::Filled;
pub(crate) use resolved::{Pdf, Site};
pub(crate) use routes::{Artifact, Routes};
pub(crate) use stale::Paragraph;
pub(crate) use standing::Standing;
pub(crate) use translations::{Original, TranslationState, translations};
