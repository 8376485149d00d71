//! Floor 4: joins translations, resolves every reference and gives every page its address.

mod address;
mod assemble;
mod build;
mod citations;
mod compose;
mod entities;
mod finish;
mod join;
mod languages;
mod pair;
mod parts;
pub mod plan;
mod resolve;
mod site;
mod stale;
mod tables;
mod terms;
mod translations;

pub use build::{Changed, Linked, Options, link};
pub use entities::{
    CallToAction, Citation, Composed, Event, EventText, Leaflet, LeafletKind, LeafletText, Line,
    Origin, Page, PageText, Passage, Photo, Publisher, Settings, Source, Speaker, SpeakerText,
    Text, Topic, TopicText, Version, Versions,
};
pub use plan::{Entry, Filled};
pub use site::{EventId, LeafletId, PageId, PageRef, Pdf, Site, SpeakerId, Target, TopicId};
pub use stale::Paragraph;
pub use translations::{Original, State, translations};
