//! Turns of phrase that the faults of several rooms share.

use super::UiLang;
use crate::base::DocKind;

/// The items one after another.
pub(crate) fn join<T: ToString>(items: &[T], separator: &str) -> String {
    items
        .iter()
        .map(ToString::to_string)
        .collect::<Vec<_>>()
        .join(separator)
}

/// What a kind of document is called in the middle of a sentence.
pub(crate) fn kind_name(kind: DocKind, lang: UiLang) -> &'static str {
    match kind {
        DocKind::Speaker => lang.pick("発言者", "speaker"),
        DocKind::Statement => lang.pick("発言", "statement"),
        DocKind::Topic => lang.pick("トピック", "topic"),
        DocKind::Event => lang.pick("催し", "event"),
        DocKind::Leaflet => lang.pick("チラシ", "leaflet"),
        DocKind::Page => lang.pick("ページ", "page"),
    }
}
