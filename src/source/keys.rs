//! The keys of every kind of file: the one table that reading, messages, schema and scaffolds
//! share.

mod pages;
mod parts;
mod site;

use crate::base::DocKind;
use crate::source::KeySpec;

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
