//! A rally report as plain text: the rally, who spoke, and what they said.
//!
//! What a PDF viewer's "copy all" gives is print: lines broken in columns, page numbers,
//! headers that repeat. Lines become paragraphs, headings become people, and every character
//! of the text ends with a speaker, in the rally or in the rest that could not be placed.

mod calendar;
mod event;
mod furniture;
mod heading;
mod lines;
mod paragraphs;
mod person;
mod read;
mod vocabulary;

pub(crate) use calendar::PartialDate;
pub(crate) use read::{DraftStatement, RallyReport, line_in_columns, read};
