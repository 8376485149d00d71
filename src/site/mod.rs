//! Joins translations, resolves every reference and gives every page its address.

pub(crate) mod address;
mod anchors;
mod assemble;
mod build;
mod citations;
mod compose;
mod document;
mod entities;
mod fault;
mod finish;
mod ids;
mod join;
mod joinable;
mod languages;
mod linked;
mod pair;
mod panel_entry;
mod parts;
pub mod plan;
mod resolve;
mod resolved;
mod routes;
mod said;
mod spoken;
mod stale;
mod tables;
mod terms;
mod translations;

pub use address::{MachineFile, StyleSheet};
pub use build::{Changed, link};
pub use document::Document;
pub use entities::{
    CallToAction, Citation, Composed, Event, EventText, Leaflet, LeafletKind, LeafletText, Line,
    Origin, Page, PageText, Passage, Person, PersonText, Photo, Publisher, Settings, Source,
    Statement, StatementText, Text, Topic, TopicText, Version, Versions,
};
pub use fault::{LinkFault, SiteFault};
pub use ids::{EventId, LeafletId, PageId, PageRef, PersonId, StatementId, Target, TopicId};
pub use join::unmarked;
pub use linked::{LinkOptions, Linked};
pub use panel_entry::PanelEntry;
pub use plan::Filled;
pub use resolved::{Pdf, Site};
pub use routes::{Artifact, Routes};
pub use stale::Paragraph;
pub use translations::{Original, TranslationState, translations};
