//! The keys of every kind of file: the one table that reading, messages, schema and scaffolds
//! share.

mod pages;
mod parts;
mod site;

use crate::base::DocKind;
use crate::source::{KeySpec, find_key};

pub(crate) use site::SITE;

/// The keys that a kind of page file may have, in the order in which people write them.
#[must_use]
pub(crate) const fn of(kind: DocKind) -> &'static [KeySpec] {
    match kind {
        DocKind::Speaker => pages::SPEAKER,
        DocKind::Statement => pages::STATEMENT,
        DocKind::Topic => pages::TOPIC,
        DocKind::Event => pages::EVENT,
        DocKind::Leaflet => pages::LEAFLET,
        DocKind::Page => pages::PAGE,
    }
}

/// Whether these are the keys of `site.yaml`.
#[must_use]
pub(super) fn is_of_settings(keys: &[KeySpec]) -> bool {
    find_key(keys, "base_url").is_some()
}
