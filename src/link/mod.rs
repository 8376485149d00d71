//! Floor 4: joins translations, resolves every reference and gives every page its address.

mod address;
mod build;
mod citations;
mod languages;
mod pair;
mod resolve;
mod site;
mod stale;
mod terms;

pub use build::{Options, link};
pub use site::{
    CallToAction, Citation, Composed, Event, EventId, EventText, Leaflet, LeafletId, LeafletKind,
    LeafletText, Line, Origin, Page, PageId, PageRef, PageText, Passage, Pdf, Photo, Publisher,
    Settings, Site, Source, Speaker, SpeakerId, SpeakerText, Target, Text, Topic, TopicId,
    TopicText, Version, Versions,
};
