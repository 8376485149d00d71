//! What is wrong with a document and its text, in Japanese.

use super::ModelFault;
use crate::diagnostic::{Fault, join};

pub(super) fn words(fault: &ModelFault) -> (String, String) {
    match fault {
        ModelFault::Source(fault) => {
            let words = fault.ja();
            (words.message, words.help)
        }
        ModelFault::BadAlias { value } => (
            format!("「{value}」は古いアドレスとして使えません。"),
            "サイトの中の「.html」で終わる場所を書いてください。例： speakers/old-name.html".into(),
        ),
        ModelFault::RawHtml { text } => (
            format!("HTMLのタグ「{text}」は働きません。書かれたとおりの文字として表示します。"),
            "タグを消し、Markdownの書き方を使ってください。例： **太字**、[文字](https://example.org/)".into(),
        ),
        ModelFault::DuplicateId { id, .. } => (
            format!("見出しの印「#{id}」が同じページに2つあります。"),
            "どちらかの {#…} を別の名前に変えてください。".into(),
        ),
        ModelFault::BadId { id } => (
            format!("「#{id}」は見出しの印として使えません。"),
            "半角の小文字・数字・ハイフンだけで、文字から始めてください。例： {#burden}".into(),
        ),
        ModelFault::UnknownAttribute { name } => (
            format!("見出しの {{…}} に「{name}」は書けません。"),
            "書けるのは印、topic、.strong です。例： ## 高齢者の負担 {#burden .strong topic=elderly-access,privacy}".into(),
        ),
        ModelFault::TopLevelHeading => (
            "本文に「#」1つの見出しがあります。ページの題は title から付くので、「##」の見出しとして扱います。".into(),
            "「##」に直してください。".into(),
        ),
        ModelFault::NoAlt => (
            "画像に説明の文（代替テキスト）がありません。目の見えない方に伝わりません。".into(),
            "［ ］の中に、写っているものを短く書いてください。例： ![演壇で話す山田さん](../images/yamada.jpg)".into(),
        ),
        ModelFault::EmptyLink(address) => (
            "リンクに文字がありません。読む人に見えず、読み上げもされません。".into(),
            format!("[ ] の中に、リンク先の名前を書いてください。\n  [リンク先の名前]({address})"),
        ),
        ModelFault::EmptyHeading => (
            "見出しに文字がありません。".into(),
            "「##」の後に半角の空白を置いて見出しの文を書くか、この行を消してください。\n  ## 窓口で起きていること".into(),
        ),
        ModelFault::Unfilled { count, lines } => (
            format!("まだ書き換えていないところが{count}か所あります（{}行目）。", join(lines, "、")),
            "【要記入】【要翻訳】とあるところを、印ごと消して自分たちの文に書き換えてください。このまま公開すると、印もページに出ます。".into(),
        ),
        ModelFault::Languages { known } => (
            "languages には、表と裏の2つの言語を書いてください。".into(),
            format!(
                "例： languages: [{}]（この行を消すと、言語ごとに別のチラシになります）",
                join(known, ", ")
            ),
        ),
    }
}
