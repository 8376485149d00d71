//! A problem is data. Its facts are here; its wording is in [`words`], one file a
//! language, and its drawing in [`draw`] and [`json`].

mod diagnostics;
pub mod draw;
pub mod json;
mod kind;
mod sources;
pub mod words;

pub use diagnostics::{Diagnostic, Diagnostics, Location};
pub use kind::{
    Begin, Contrast, DiagnosticKind, Expected, LeafletFault, LeftOut, LinkFault, Mending,
    NameFault, OutputFault, Outside, PictureFault, Preview, Prose, Severity, Typo, YamlFault,
    preflight,
};
pub use sources::Sources;
pub use words::{Bilingual, UiLang};
