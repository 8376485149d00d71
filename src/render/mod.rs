//! Floor 6: the site as files. The rooms never import each other; they meet at the site and
//! the text tree.

pub mod feed;
pub mod fonts;
pub mod html;
pub mod print;
pub mod search;
