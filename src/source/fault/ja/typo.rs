//! Slips of the pen in Japanese.

use crate::source::fault::Typo;

/// What is wrong, and how it was read.
pub(super) fn words(first: &Typo, more: &[Typo], right: &str) -> (String, String) {
    let mut message = what(first);
    message.extend(more.iter().map(what));
    (message, help(first, right))
}

fn help(first: &Typo, right: &str) -> String {
    match first {
        Typo::Encoding("UTF-8 BOM") => "「chirashi check --fix」で取り除けます（もとのファイルも残ります）。\n手で直すときは、エディターの「名前を付けて保存」で、文字コードに「UTF-8」（BOMの付かないほう）を選んでください。".into(),
        Typo::Encoding(_) => "「chirashi check --fix」で、今の標準の UTF-8 に直せます（もとのファイルも残ります）。\n手で直すときは、エディターの「名前を付けて保存」で、文字コードに「UTF-8」を選んでください。".into(),
        Typo::LineEnds => "「chirashi check --fix」で直せます（もとのファイルも残ります）。".into(),
        Typo::DoubledFence => "余分な「---」の行を消してください。「chirashi check --fix」でも直せます。".into(),
        Typo::NoOpening => "この行の上に、半角ハイフン3つだけの行を加えてください。「chirashi check --fix」でも直せます。\n  ---".into(),
        _ => format!("下の行のつもりで書かれたものとして読みました。このとおりに書き直すか、「chirashi check --fix」で自動で直してください。\n  {right}"),
    }
}

fn what(slip: &Typo) -> String {
    match slip {
        Typo::Encoding("UTF-8 BOM") => {
            "このファイルの文字コードは UTF-8（BOM付き）です。目に見えない印（BOM）が先頭にありますが、文字は読み取りました。".into()
        }
        Typo::Encoding(name) => format!(
            "このファイルの文字コードは {name} です。文字は読み取りましたが、ほかのパソコンでは文字化けすることがあります。"
        ),
        Typo::LineEnds => "改行が古い形式（CR）です。行は正しく読み取りました。".into(),
        Typo::WideColon => "項目の後のコロンが全角の「：」です。".into(),
        Typo::WideSpace => "空白が全角です。".into(),
        Typo::WideBracket => "一覧のかっこが全角です。".into(),
        Typo::WideComma => "一覧の区切りが全角です。半角の「,」で区切ります。".into(),
        Typo::WideHash => "覚え書きの印が全角の「＃」です。".into(),
        Typo::WideLetters(text) => {
            format!("「{text}」に全角の文字があります。ここは半角で書きます。")
        }
        Typo::NoSpace => "コロンの後に半角の空白がありません。".into(),
        Typo::Tab => "タブ文字があります。ここは半角の空白で書きます。".into(),
        Typo::CurlyQuotes => {
            "引用符が曲がった形（“ ”）です。ここはまっすぐな「\"」で書きます。".into()
        }
        Typo::Fence(line) => {
            format!("区切りの行が「{line}」です。半角ハイフン3つだけの「---」にします。")
        }
        Typo::DoubledFence => "区切りの「---」が続けて2回書かれています。".into(),
        Typo::NoOpening => "先頭の「---」がありません。".into(),
        Typo::Unquoted(first) => {
            format!("「{first}」で始まる文は、全体を半角の引用符で囲みます。")
        }
        Typo::ColonInValue => {
            "文の中に「: 」（コロンと空白）があり、項目の区切りと見分けがつきません。文の全体を半角の引用符で囲みます。".into()
        }
        Typo::JapaneseKey(written, name) => {
            format!("項目の名前が日本語の「{written}」です。英語で「{name}」と書きます。")
        }
        Typo::KeyForm(written, name) => {
            format!("項目の名前「{written}」は、すべて半角の小文字で「{name}」と書きます。")
        }
        Typo::ListAsText => "一覧のかっこがありません。一覧は [ ] で囲みます。".into(),
        Typo::Bullet('-') => "一覧の「-」の後に半角の空白がありません。".into(),
        Typo::Bullet(mark) => {
            format!("一覧の行が「{mark}」で始まっています。半角の「-」と空白で始めます。")
        }
        Typo::DateForm(written, iso) => {
            format!("日付が「{written}」と書かれています。{iso} として読みました。")
        }
        Typo::Word(written, right) => format!("「{written}」は「{right}」と書きます。"),
    }
}
