//! Turns of phrase that the faults of several rooms share.

use super::UiLang;
use crate::base::{DocKind, Lang};

/// The items one after another.
pub(crate) fn join<T: ToString>(items: &[T], separator: &str) -> String {
    items
        .iter()
        .map(ToString::to_string)
        .collect::<Vec<_>>()
        .join(separator)
}

/// A path as it is typed.
pub(crate) fn typed(path: &str) -> String {
    if path.contains([' ', '\u{3000}', '(', ')', '&', '\'']) {
        format!("\"{path}\"")
    } else {
        path.to_owned()
    }
}

/// What to do with a photograph of a phone.
pub(crate) const fn save_from_phone(lang: UiLang) -> &'static str {
    match lang {
        UiLang::Ja => {
            "JPEG か PNG で保存しなおしてください。iPhone の写真（HEIC）は、設定の「カメラ → フォーマット → 互換性優先」にして撮りなおすか、写真アプリから JPEG で書き出します。"
        }
        UiLang::En => {
            "Save it again as JPEG or PNG. For photographs of an iPhone (HEIC), choose Settings → Camera → Formats → Most Compatible before taking them, or export them as JPEG."
        }
    }
}

/// What a language is called, with its code.
pub(crate) fn language_name(language: Lang, ui: UiLang) -> String {
    match language.locale().called {
        ("", _) => ui.pick(
            format!("言語「{language}」"),
            format!("the language `{language}`"),
        ),
        (ja, en) => ui.pick(
            format!("{ja}（{language}）"),
            format!("{en} (`{language}`)"),
        ),
    }
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
