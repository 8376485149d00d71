//! Style sheets and scripts without what only their authors need: comments, indentation, empty
//! lines. Nothing is shortened whose meaning would have to be known.

mod css;
mod script;

pub(super) use css::squeezed as squeezed_css;
pub(super) use script::squeezed as squeezed_script;
