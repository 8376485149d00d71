//! Joins translations, resolves every reference and gives every page its address.

pub(crate) mod address;
mod anchors;
mod assemble;
mod build;
mod citations;
mod compose;
mod entities;
mod fault;
mod finish;
mod join;
mod languages;
mod pair;
mod parts;
pub mod plan;
mod resolve;
mod resolved;
mod routes;
mod spoken;
mod stale;
mod tables;
mod terms;
mod translations;

pub use address::{MachineFile, StyleSheet};
pub use build::{Changed, LinkOptions, Linked, link};
pub use entities::{
    CallToAction, Citation, Composed, Event, EventText, Leaflet, LeafletKind, LeafletText, Line,
    Origin, Page, PageText, Passage, Person, PersonText, Photo, Publisher, Settings, Source,
    Statement, StatementText, Text, Topic, TopicText, Version, Versions,
};
pub use fault::{LinkFault, SiteFault};
pub use join::unmarked;
pub use plan::{Filled, PanelEntry};
pub use resolved::{
    EventId, LeafletId, PageId, PageRef, Pdf, PersonId, Site, StatementId, Target, TopicId,
};
pub use routes::{Artifact, Routes};
pub use stale::Paragraph;
pub use translations::{Original, TranslationState, translations};
