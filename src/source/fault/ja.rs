//! What is wrong with a file or its front matter, in Japanese.

mod date;
mod name;
mod typo;

use super::{Expected, SourceFault, YamlFault};
use crate::diagnostic::{japanese_reason, join};
use crate::source::mend::quoted;

/// The same for a key, with the line as it would begin.
fn meant_key(nearest: Option<&String>) -> String {
    nearest.map_or_else(String::new, |n| {
        format!("「{n}」のことでしょうか。それなら次のように書き直してください。\n  {n}: …\n")
    })
}

#[allow(clippy::too_many_lines, reason = "one arm for each fault")]
pub(super) fn words(fault: &SourceFault) -> (String, String) {
    match fault {
        SourceFault::Unreadable { reason } => (
            format!("ファイルを読めません（{}）。", japanese_reason(reason)),
            "ほかのソフトで開いていれば閉じ、ファイルがあること、読む権限があることを確かめてください。".into(),
        ),
        SourceFault::NotUtf8 => (
            "文字のファイルとして読めません。別の種類のファイルか、途中で壊れたファイルのようです。".into(),
            "中身を開いて確かめ、エディターの「名前を付けて保存」で文字コードに「UTF-8」を選んで保存し直してください。開けないときは、もとのファイルを置き直してください。".into(),
        ),
        SourceFault::Slips { first, more, right } => typo::words(first, more, right),
        SourceFault::TextSlips { slip, lines, right } => typo::text(*slip, lines, right),
        SourceFault::BaseUrl { insecure, right } => (
            if *insecure {
                "「http://」のアドレスです。ブラウザーが「安全ではありません」と表示します。".into()
            } else {
                "サイトのアドレスには、ページ（index.html など）ではなく、サイト全体の入り口を書きます。".into()
            },
            format!("次のように書いてください。\n  base_url: {right}"),
        ),
        SourceFault::UnclosedComment => (
            "覚え書きの始まり「<!--」に、終わりの「-->」がありません。ここから後ろがすべて覚え書きになってしまいます。".into(),
            "覚え書きの終わりに「-->」を書き加えてください。覚え書きでなければ「<!--」を消してください。\n  <!-- 覚え書き -->".into(),
        ),
        SourceFault::CutOff { key, kept, cut } => (
            format!("「#」から後ろは覚え書きとみなされ、ページに出ません。消える部分は「{cut}」です。"),
            format!("文の一部なら、値の全体を引用符で囲んでください。\n  {key}: {}\n覚え書きなら「#」の後に半角の空白を入れると、この知らせは出なくなります。", quoted(&format!("{kept} {cut}"))),
        ),
        SourceFault::FileName { folder, fault } => name::words(*folder, fault),
        SourceFault::Copy { original } => (
            format!("「{original}」の写しのようなので、読みませんでした（同期ソフトやパソコンが作ることがあります）。"),
            format!("2つを見比べ、残したい内容を「{original}」に写してから、こちらを消してください。"),
        ),
        SourceFault::Misplaced => (
            "このファイルは使われません。置き場所か拡張子が違います。".into(),
            "speakers・statements・topics・events・leaflets・pages のどれかのフォルダーに「名前.言語.md」の名前で置いてください。画像は images に置きます。".into(),
        ),
        SourceFault::StrayFolder { count, meant } => (
            format!("このフォルダーの中のファイル（{count}個）は使われません。フォルダーの名前が違います。"),
            match meant {
                Some(name) => format!("フォルダーの名前を、半角の小文字で「{name}」にしてください。"),
                None => "中のファイルを speakers・statements・topics・events・leaflets・pages のどれかのフォルダーに移してください。画像は images に置きます。".into(),
            },
        ),
        SourceFault::DuplicateFile { other } => (
            format!("「{other}」と同じ名前のファイルが2つあります。見た目は同じですが、「が」などの濁点の付け方がパソコンの中で違います。"),
            "どちらか一方を残し、もう一方を消してください。".into(),
        ),
        SourceFault::NoFrontMatter => (
            "ファイルの先頭に、名前や題を書く欄がありません。".into(),
            "ファイルの先頭を次の形にしてください（「---」は半角ハイフン3つだけの行です）。\n  ---\n  title: 題名\n  ---\n  本文".into(),
        ),
        SourceFault::TextBefore => (
            "先頭の「---」より前に文があります。「---」はファイルの1行目に書きます。".into(),
            "この文を消すか、2つ目の「---」より下に移してください。".into(),
        ),
        SourceFault::UnclosedFrontMatter => (
            "名前や題を書く欄が、「---」で閉じられていません。".into(),
            "最後の項目のすぐ次の行に、半角ハイフン3つだけの行を加えてください。\n  ---".into(),
        ),
        SourceFault::Yaml { fault } => yaml(fault),
        SourceFault::DuplicateKey { key } => (
            format!("項目「{key}」が2回書かれています。"),
            "どちらか一方の行を消してください。".into(),
        ),
        SourceFault::UnknownKey { key, nearest, known } => (
            format!("「{key}」という項目はありません。"),
            format!("{}使える項目：{}", meant_key(nearest.as_ref()), join(known, "、")),
        ),
        SourceFault::MissingKey { key, example } => (
            format!("必要な項目「{key}」がありません。"),
            format!("次のような行を、「---」の下に加えてください。\n  {key}: {}", example.ja),
        ),
        SourceFault::WrongType { key, expected, example, meant } => wrong_type(key, *expected, example.ja, meant.as_deref()),
        SourceFault::EmptyValue { key } => (
            format!("項目「{key}」の中身が空です。"),
            "コロンの後に半角の空白を1つ置いて中身を書くか、要らなければ行ごと消してください。".into(),
        ),
        SourceFault::BadChoice { key, value, allowed } => (
            format!("項目「{key}」に「{value}」は書けません。"),
            format!("次のどれかを書いてください：{}", join(allowed, "、")),
        ),
        SourceFault::BadDate { value, why } => date::words(value, *why),
        SourceFault::BadSlug { value } => (
            format!("「{value}」は名前として使えません。"),
            "半角の小文字・数字・ハイフンだけで書いてください。例： elderly-access".into(),
        ),
        SourceFault::StatementAmongSpeakers { value } => (
            format!("「{value}」は、ある催しでの発言です。speakers に書けるのは、発言者の名前です。"),
            format!("ここから消して、panels に書いてください。1面ごとに \" で囲みます。たとえば次のようになります。\n  panels: [\"hook, intro, text, statement:{value}, call\"]"),
        ),
        SourceFault::BadUrl { value } => (
            format!("「{value}」はアドレスとして読めません。"),
            "「https://」から始まるアドレスを書いてください。例： https://example.org/".into(),
        ),
    }
}

fn wrong_type(
    key: &str,
    expected: Expected,
    example: &str,
    meant: Option<&str>,
) -> (String, String) {
    let own = key.rsplit('.').next().unwrap_or(key);
    let message = match expected {
        Expected::Text => format!("項目「{key}」には、文字を1行で書きます。"),
        Expected::TextByLang => {
            format!("項目「{key}」には、文字を1行で（または言語ごとに）書きます。")
        }
        Expected::List => format!("項目「{key}」には、一覧を [ ] で囲んで書きます。"),
        Expected::Number => format!("項目「{key}」には、半角の整数を書きます。"),
        Expected::YesNo => format!("項目「{key}」には、true（はい）か false（いいえ）を書きます。"),
        Expected::Map => format!("項目「{key}」の中身は、次の行から字下げして書きます。"),
    };
    let help = match (expected, meant) {
        (_, Some(meant)) => format!("次のように書いてください。\n  {own}: {meant}"),
        (Expected::Map, None) => format!("例：\n  {own}:\n    title: 会報"),
        (_, None) => format!("例：\n  {own}: {example}"),
    };
    (message, help)
}

fn yaml(fault: &YamlFault) -> (String, String) {
    match fault {
        YamlFault::Tab => (
            "タブ文字は使えません。".into(),
            "タブを消し、半角の空白2つで字下げしてください。".into(),
        ),
        YamlFault::FullWidthColon => (
            "コロンが全角の「：」です。".into(),
            "半角の「:」に直し、その後に半角の空白を1つ置いてください。例： name: 山田花子".into(),
        ),
        YamlFault::NoSpace => (
            "コロンの後に空白がありません。".into(),
            "コロンの後に半角の空白を1つ置いてください。例： name: 山田花子".into(),
        ),
        YamlFault::ColonInValue => (
            "値の中に「: 」があるため、項目と区別がつきません。".into(),
            "値の全体を半角の引用符で囲んでください。例： title: \"保険証: 何が変わるか\"".into(),
        ),
        YamlFault::Reserved(c) => (
            format!("値を「{c}」で始めるときは、引用符が要ります。"),
            format!("値の全体を半角の引用符で囲んでください。例： title: \"{c}…\""),
        ),
        YamlFault::Unclosed => (
            "引用符か括弧が閉じていません。".into(),
            "始めと終わりに同じ半角の引用符か括弧があるか確かめてください。例： topics: [privacy, elderly-access]".into(),
        ),
        YamlFault::NoColon => (
            "この行に「:」がなく、項目として読めません。".into(),
            "「項目: 値」の形に直してください。例： name: 山田花子".into(),
        ),
        YamlFault::Indent => (
            "字下げが上の行とそろっていません。".into(),
            "同じ並びの項目は、行頭の半角の空白の数をそろえてください。".into(),
        ),
        YamlFault::Budget => (
            "見出し情報が長すぎるか、深すぎます。".into(),
            "別名（& や *）をやめ、決められた項目だけを書いてください。".into(),
        ),
        YamlFault::Other(detail) => (
            format!("見出し情報を読めません（{detail}）。"),
            "この行を「項目: 値」の形に直してください。例： name: 山田花子".into(),
        ),
    }
}
