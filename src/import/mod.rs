//! A rally report as plain text into drafts of statements and an event.
//!
//! What a PDF viewer's "copy all" gives is print: lines broken in columns, page numbers,
//! headers that repeat. Lines become paragraphs, headings become people, and every character
//! of the text ends in a draft or in the rest that could not be placed.

mod calendar;
mod draft;
mod event;
mod furniture;
mod heading;
mod lines;
mod markdown;
mod paragraphs;
mod person;
mod report;
mod vocabulary;

pub(crate) use draft::{
    Draft, DraftPlace, DraftSpeaker, ImportPlan, KnownEvent, KnownPerson, KnownStatement, plan,
};
pub(crate) use report::{RallyReport, read};
