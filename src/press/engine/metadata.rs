//! What templates tell about their layout, beside what is seen of it.

use typst::foundations::{Label, Selector, Value};
use typst::introspection::{Introspector, MetadataElem};
use typst::utils::PicoStr;
use typst_layout::PagedDocument;

/// What the templates tell under a label.
pub(super) fn told(document: &PagedDocument, label: &str) -> Vec<Value> {
    let Some(label) = Label::new(PicoStr::intern(label)) else {
        return Vec::new();
    };
    let found = document.introspector().query(&Selector::Label(label));
    found
        .iter()
        .filter_map(|content| Some(content.to_packed::<MetadataElem>()?.value.clone()))
        .collect()
}
