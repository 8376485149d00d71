//! Floor 2: the only reader of content. Folders become decoded files, files become front
//! matter with positions and a body.

mod decode;
mod fields;
mod front_matter;
mod raw;
mod tree;
mod yaml;

pub use fields::{Fields, LocalText};
pub use raw::{RawDoc, RawSite};
pub use tree::{Image, SourceTree, read};
pub use yaml::{Entry, Node};
