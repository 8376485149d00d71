//! What the files mean — speakers, topics, events, leaflets, pages — and one text
//! tree for web and paper.

mod anchor;
mod charts;
mod docs;
mod fault;
mod figures;
mod heading;
mod html;
mod inline;
#[cfg(test)]
mod keys_tests;
mod lines;
mod markdown;
mod other_language;
mod read;
mod right;
mod ruby;
mod sample_mark;
mod site;
mod struck;
pub(crate) mod text;
pub(crate) mod unfilled;
mod wrong_marks;

pub(crate) use crate::source::keys;
pub(crate) use docs::{
    ChartDoc, ChartRowDoc, Doc, Docs, EventDoc, FigureDoc, Head, LeafletDoc, PageDoc, PersonDoc,
    PhotoDoc, SourceDoc, StatementDoc, StatementKind, TopicDoc, Translation, TranslationStatus,
};
pub(crate) use lines::lines;
pub(crate) use read::read;
pub(crate) use ruby::phrase;
pub(crate) use sample_mark::SampleMark;
pub(crate) use site::{Colours, FontChoice, SiteDoc};
pub(crate) use unfilled::TRANSLATE;
