//! Floor 9: what stands in the files of somebody who begins: a campaign to start from, a new
//! file with every key, a translation to be made. Texts go in and come out; nothing is written
//! here.

mod body;
mod known;
mod name;
mod page;
mod rows;
mod starter;
mod yaml;

pub use known::{Known, Named};
pub use name::{example, suggestion};
pub use page::{Wanted, files};
pub use starter::campaign;
