//! What a diagnostic is, where it lies and how it is drawn. What can be wrong is known to the room
//! that finds it: each has its own faults, worded in both languages ([`Fault`]).

mod diagnostics;
pub mod draw;
mod fault;
mod instead;
pub mod json;
mod lang;
mod located;
mod phrases;
mod reason;
mod record;
mod rooted;
mod sources;
#[cfg(test)]
mod tests;

pub use diagnostics::Diagnostics;
pub use fault::{DiagnosticWords, Fault, Severity};
pub use instead::Instead;
pub(crate) use lang::Bilingual;
pub use lang::UiLang;
pub use located::{Located, Mark, Place};
pub(crate) use phrases::{join, kind_name, language_name, save_from_phone, typed};
pub(crate) use reason::japanese_reason;
pub use record::{Diagnostic, Location};
pub use sources::Sources;
