//! Translations whose original is not there.

use std::sync::Arc;

use super::joinable::Joinable;
use crate::base::Lang;

/// The only file of a document, when it is in another language than the first and leaves out what
/// translations inherit: the original is missing, or has another name.
pub(super) fn orphan<'d, D: Joinable>(docs: &'d [Arc<D>], languages: &[Lang]) -> Option<&'d D> {
    let [only] = docs else { return None };
    let is_other = languages.first() != Some(&only.head().lang);
    let lacks = !D::NEUTRAL.is_empty() && only.head().lacks(D::NEUTRAL);
    (is_other && lacks && only.translation().is_none()).then_some(&**only)
}
