//! Running text, in Japanese.

use crate::diagnostic::Prose;

pub(super) fn words(prose: &Prose) -> (String, String) {
    match prose {
        Prose::EmptyLink(address) => (
            "リンクに文字がありません。読む人に見えず、読み上げもされません。".into(),
            format!("[ ] の中に、リンク先の名前を書いてください。\n  [リンク先の名前]({address})"),
        ),
        Prose::EmptyHeading => (
            "見出しに文字がありません。".into(),
            "「##」の後に半角の空白を置いて見出しの文を書くか、この行を消してください。\n  ## 窓口で起きていること".into(),
        ),
    }
}
