//! A rally report, as it was read, into drafts of statements and an event.

mod draft;
mod markdown;

pub(crate) use draft::{
    Draft, DraftPlace, DraftSpeaker, ImportPlan, KnownEvent, KnownPerson, KnownStatement, plan,
};
