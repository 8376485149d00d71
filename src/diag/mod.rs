//! Floor 1: a problem is data. Its facts are here; its wording is in [`words`], one file a
//! language, and its drawing in [`draw`] and [`json`].

pub mod draw;
pub mod json;
mod kind;
mod problem;
mod sources;
pub mod words;

pub use kind::{
    Begin, Contrast, Expected, Kind, Leaflet, LeftOut, LinkFault, Mending, NameFault, OutputFault,
    Outside, Picture, Preview, Prose, Severity, Slip, YamlFault, preflight,
};
pub use problem::{Place, Problem, Sink};
pub use sources::Sources;
pub use words::{Twin, UiLang};
