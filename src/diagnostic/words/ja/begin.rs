//! Problems of somebody who begins, in Japanese.

use super::thing;
use crate::diagnostic::kind::Begin;
use crate::diagnostic::words::{example_slug, join};

pub(super) fn words(problem: &Begin) -> (String, String) {
    match problem {
        Begin::NoContent => (
            "ここには原稿のフォルダー（site.yaml のあるフォルダー）がありません。".into(),
            "content のあるフォルダーに移ってから実行するか、--content で場所を指定してください。はじめて使うときは、先に「chirashi init わたしたちの集会」のようにしてひな型を作ります。".into(),
        ),
        Begin::Exists => (
            "このファイルはすでにあります。上書きしないように、何も書きませんでした。".into(),
            "別の名前を付けるか、いまのファイルをテキストエディターで開いて書き足してください。".into(),
        ),
        Begin::Name { written, suggestion, kind } => (
            format!("「{written}」は、{}のファイルの名前にできません。使えるのは半角の英小文字と数字、ハイフンだけです。", thing(*kind)),
            match suggestion {
                Some(name) => format!("ローマ字にして、たとえば次のようにします： chirashi new {} {name}", kind.scheme()),
                None => format!("読みをローマ字にして、たとえば次のようにします： chirashi new {} {}", kind.scheme(), example_slug(*kind)),
            },
        ),
        Begin::NotEmpty => (
            "このフォルダーにはすでにファイルがあります。壊さないように、何も書きませんでした。".into(),
            "まだないフォルダーか、空のフォルダーを指定してください。例： chirashi init わたしたちの集会".into(),
        ),
        Begin::WhichEvent { known } => (
            "どの催しでの発言なのかが、書かれていません。".into(),
            if known.is_empty() {
                "先に「chirashi new event 名前」で催しのファイルを作ってください。".into()
            } else {
                format!("催しの名前と発言者の名前を、この順に書いてください。たとえば「chirashi new statement {} yamada」です。\n催しの名前：{}", known[0], join(known, "、"))
            },
        ),
        Begin::NoOriginal { kind, known } => (
            format!("翻訳のもとになる{}のファイルがありません。", thing(*kind)),
            if known.is_empty() {
                "名前と、--translate-from のあとの言語（ja、en）を確かめてください。".into()
            } else {
                format!("名前を確かめてください。この言語で書かれているもの：{}", join(known, "、"))
            },
        ),
        Begin::NoLanguage { written, known } => (
            format!("「{written}」から、ほかの言語への翻訳は作れません。"),
            format!("サイトの言語は site.yaml の languages で決まります。いまは {} です。二つ以上並べて、そのうちの一つを指定してください。例： --translate-from ja", join(known, "、")),
        ),
        Begin::Unfilled { count, lines } => (
            format!("まだ書き換えていないところが{count}か所あります（{}行目）。", join(lines, "、")),
            "【要記入】【要翻訳】とあるところを、印ごと消して自分たちの文に書き換えてください。このまま公開すると、印もページに出ます。".into(),
        ),
    }
}
