//! The only reader of content. Folders become decoded files, files become front
//! matter with positions and a body.

mod decode;
mod fault;
mod fields;
mod front_matter;
mod key;
pub mod keys;
mod local;
mod mend;
mod mistakes;
mod names;
mod plain;
mod raw;
mod tree;
mod visitor;
mod walk;
mod yaml;

pub use fault::{Expected, NameFault, SourceFault, Typo, YamlFault};
pub use fields::Fields;
pub(crate) use fields::nearest;
pub use key::{KeySpec, ValueType, find as find_key, meant};
pub use local::LocalText;
pub use mend::{FixedFile, TextKind, fix};
#[cfg(test)]
pub(crate) use names::PageName;
pub use names::right_name;
pub use plain::{NoText, plain};
pub use raw::{RawDoc, RawSite};
pub use tree::{ContentFile, FileContent, read};
pub use walk::{Stamp, find, find_unless, folder, is_folder, is_passed_over, load, real, slashed};
pub use yaml::{YamlEntry, YamlNode};

use crate::base::Span;

/// Reads a YAML text that is no content, such as a theme's: what it holds, and what is wrong with
/// it at which place.
pub(crate) fn yaml(text: &str) -> (Vec<YamlEntry>, Vec<(SourceFault, Span)>) {
    let (entries, errors) = yaml::read(text);
    let errors = errors.into_iter();
    (
        entries,
        errors.map(|error| (error.kind, error.span)).collect(),
    )
}
