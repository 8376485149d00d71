//! Addresses on other sites, in Japanese.

use crate::diagnostic::Outside;

pub(super) fn words(fault: &Outside) -> (String, String) {
    match fault {
        Outside::Status(url, status @ (404 | 410)) => (
            format!("リンク先「{url}」のページがありません（{status}）。"),
            "ブラウザーで開いて確かめ、今のアドレスに直すか、リンクを消してください。".into(),
        ),
        Outside::Status(url, status) => (
            format!("リンク先「{url}」がうまく開けません（{status}）。"),
            "ブラウザーで開いて確かめてください。相手のサイトの一時的な不調なら、あとで「chirashi check --external」で調べ直せます。".into(),
        ),
        Outside::Unreachable(url) => (
            format!("リンク先「{url}」につながりません。"),
            "アドレスの打ち間違いがないか確かめてください。インターネットにつながっていないときも、この注意が出ます。".into(),
        ),
        Outside::TimedOut(url) => (
            format!("リンク先「{url}」から、時間内に返事がありません。"),
            "ブラウザーで開いて確かめてください。開ければ、直さなくてかまいません。".into(),
        ),
    }
}
