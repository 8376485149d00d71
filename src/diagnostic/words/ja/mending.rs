//! What stands in the way of `check --fix`, in Japanese.

use crate::diagnostic::Mending;

pub(super) fn words(mending: &Mending) -> (String, String) {
    match mending {
        Mending::Unwritable(reason) => (
            format!("このファイルは直せませんでした（{}）。もとのままです。", super::reason::reason(reason)),
            "ほかのソフトで開いていれば閉じ、書き込みできるファイルか確かめてから、もう一度「chirashi check --fix」を使ってください。".into(),
        ),
        Mending::NameTaken(right) => (
            format!("名前を「{right}」に直そうとしましたが、同じ名前のファイルがもうあります。"),
            "2つのファイルを見比べ、要らないほうをフォルダーの外に移してください。".into(),
        ),
        Mending::Outside => (
            "このファイルは content フォルダーの外にあるもの（リンク）なので、直しませんでした。".into(),
            "もとのファイルを開いて直すか、content フォルダーの中に写してください。".into(),
        ),
    }
}
