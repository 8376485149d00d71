//! What stands in the files of somebody who begins: a campaign to start from, a new
//! file with every key, a translation to be made. Texts go in and come out; nothing is written
//! here.

mod body;
mod known;
mod markdown;
mod name;
mod new_file;
mod page;
mod reference;
mod rows;
mod schema;
mod snippets;
mod starter;
mod translate;
mod yaml;

pub(crate) use known::{KnownNames, NamedThing};
pub(crate) use name::{example, is_no_day, suggestion, with_day};
pub(crate) use new_file::NewFile;
pub(crate) use page::files;
pub(crate) use reference::reference;
pub(crate) use schema::{COMMENT, Schema, all as schemas};
pub(crate) use starter::campaign;
pub(crate) use translate::{TranslationSource, translation};
