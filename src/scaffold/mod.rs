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

pub use known::{KnownNames, NamedThing};
pub use name::{example, suggestion};
pub use new_file::NewFile;
pub use page::files;
pub use reference::reference;
pub use schema::{COMMENT, Schema, all as schemas};
pub use starter::campaign;
pub use translate::{TranslationSource, translation};
