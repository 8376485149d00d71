//! The only reader of content. Folders become decoded files, files become front
//! matter with positions and a body.

mod by_keys;
mod characters;
mod copies;
mod decode;
mod escapes;
mod example;
mod examples;
mod fault;
mod fields;
mod folded;
mod front_matter;
mod glossary;
mod key;
pub(crate) mod keys;
mod local;
mod mend;
mod mistakes;
mod names;
mod nearby;
mod nearest;
mod parted;
mod plain;
mod quoted;
mod raw;
mod remarks;
mod site_names;
mod swallowed;
mod tree;
mod visitor;
mod walk;
mod words;
mod yaml;

pub(crate) use copies::copied_from;
pub(crate) use example::Example;
pub(crate) use examples::{as_languages, language};
pub(crate) use fault::{MissingPlace, SourceFault};
pub(crate) use fields::Fields;
pub(crate) use glossary::{GlossaryTerm, glossary};
pub(crate) use key::{KeySpec, ValueType, called, find as find_key};
pub(crate) use local::LocalText;
pub(crate) use mend::{EDGE, FixedFile, MendedBody, TextKind, fix};
pub(crate) use names::PageName;
pub(crate) use names::{is_image, is_settings_copy, is_settings_misnamed, right_name};
pub(crate) use nearby::{NearCampaign, campaign_near, is_campaign};
pub(crate) use nearest::nearest;
pub(crate) use plain::{NoText, plain};
pub(crate) use raw::{RawDoc, RawSite};
pub(crate) use site_names::SiteNames;
pub(crate) use tree::{
    FileContent, most_bytes, path_meant, paths_meant, read, stray, stray_folder,
};
pub(crate) use walk::{
    Stamp, find, find_unless, folder, is_folder, is_passed_over, load, real, slashed,
};
pub(crate) use words::FILL_IN;
pub(crate) use yaml::{YamlEntry, YamlNode};

use crate::base::Span;

/// Reads a YAML text that is no content, such as a theme's: what it holds, and what is wrong with
/// it at which place.
pub(crate) fn yaml(text: &str) -> (Vec<YamlEntry>, Vec<(SourceFault, Span)>) {
    let (entries, errors) = yaml::read(text, &[]);
    let errors = errors.into_iter();
    (
        entries,
        errors.map(|error| (error.kind, error.span)).collect(),
    )
}
