//! What the files mean — speakers, topics, events, leaflets, pages — and one text
//! tree for web and paper.

mod anchor;
mod docs;
mod fault;
mod heading;
#[cfg(test)]
mod keys_tests;
mod lines;
mod markdown;
mod read;
mod ruby;
mod site;
pub mod text;
mod unfilled;

pub use crate::source::keys;
pub use docs::{
    Doc, Docs, EventDoc, Head, LeafletDoc, PageDoc, PersonDoc, PhotoDoc, SourceDoc, StatementDoc,
    StatementKind, TopicDoc, Translation, TranslationStatus,
};
pub use fault::ModelFault;
pub use lines::lines;
pub use read::read;
pub use ruby::phrase;
pub use site::{CallToActionDoc, Colours, PublisherDoc, SiteDoc};
pub use unfilled::{FILL_IN, TRANSLATE};
