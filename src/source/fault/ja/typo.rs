//! Slips of the pen in Japanese.

use crate::diagnostic::join;
use crate::source::fault::{TextSlip, Typo};

/// What is wrong, and how it was read.
pub(super) fn words(first: &Typo, more: &[Typo], right: &str) -> (String, String) {
    let mut message = what(first);
    message.extend(more.iter().map(what));
    (message, help(first, right))
}

fn help(first: &Typo, right: &str) -> String {
    let right = right.replace('\n', "\n  ");
    match first {
        Typo::Encoding("UTF-8 BOM") => "「chirashi check --fix」で取り除けます（もとのファイルも残ります）。\n手で直すときは、エディターの「名前を付けて保存」で、文字コードに「UTF-8」（BOMの付かないほう）を選んでください。".into(),
        Typo::Encoding(_) => "「chirashi check --fix」で、今の標準の UTF-8 に直せます（もとのファイルも残ります）。\n手で直すときは、エディターの「名前を付けて保存」で、文字コードに「UTF-8」を選んでください。".into(),
        Typo::LineEnds | Typo::LookAlike { .. } | Typo::Control { .. } => "「chirashi check --fix」で直せます（もとのファイルも残ります）。".into(),
        Typo::Damage { .. } => "もとの文書を見て、「�」を正しい文字に書き直してください。".into(),
        Typo::Private { .. } => "もとの文書を見て、この文字を、ふつうの文字（または近い字）に書き直してください。".into(),
        Typo::ValueBelow => format!("項目の行と次の行の2行を、下の1行のつもりで書かれたものとして読みました。2行をこの1行に書き直すか、「chirashi check --fix」で自動で直してください。\n  {right}"),
        Typo::StrayFence => "「---」の行を消してください。「chirashi check --fix」でも直せます。".into(),
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
        Typo::WideBraces => "項目や言語ごとの文を書く「{ }」「:」「,」が全角です。".into(),
        Typo::WideFurigana => "ふりがなの「{ }」か「|」が全角です。".into(),
        Typo::WideComma => "一覧の区切りが全角です。半角の「,」で区切ります。".into(),
        Typo::WideHash => "覚え書きの印が全角の「＃」です。".into(),
        Typo::WideLetters(text) => {
            format!("「{text}」に全角の文字があります。ここは半角で書きます。")
        }
        Typo::NoSpace => "コロンの後に半角の空白がありません。".into(),
        Typo::Tab => "タブ文字があります。ここは半角の空白で書きます。".into(),
        Typo::Indent => "行の初めの空白の数が、仲間の行とそろっていません。".into(),
        Typo::CurlyQuotes => {
            "引用符が曲がった形（“ ”）です。ここはまっすぐな「\"」で書きます。".into()
        }
        Typo::Backslash => "「\"」で囲んだ文では、「\\」は次の文字と合わせて別の文字になります。「'」で囲みます。".into(),
        Typo::MixedQuotes => "値を囲む引用符が、初めと終わりで違うか、文の中の「'」と重なっています。「\"」で囲みます。".into(),
        Typo::BracedText => "文が「{ }」で囲まれています。「{ }」は要りません。".into(),
        Typo::ValueBelow => "項目の中身が次の行に書かれています。コロンと半角の空白の後に続けます。".into(),
        Typo::PathSign => "ファイルの場所の区切りが「\\」です。「/」で区切ります。".into(),
        Typo::DoubledColon => "項目の後のコロンが余分です。".into(),
        Typo::ColonForgotten(key) => format!("「{key}」の後に「:」がありません。"),
        Typo::BoldKey => "項目は「**」なしで書きます。".into(),
        Typo::KeyAsItem => "項目の行は「-」なしで書きます。".into(),
        Typo::StrayFence => "site.yaml には「---」の行は要りません。".into(),
        Typo::BlockIndent => "「|」の下の文の行は、半角の空白2つで始めます。".into(),
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
        Typo::JapaneseKey(written, name) if written.is_ascii() => {
            format!("項目の名前が「{written}」です。「{name}」と書きます。")
        }
        Typo::JapaneseKey(written, name) => {
            format!("項目の名前が日本語の「{written}」です。英語で「{name}」と書きます。")
        }
        Typo::KeyForm(written, name) => {
            format!("項目の名前「{written}」は、すべて半角の小文字で「{name}」と書きます。")
        }
        Typo::ListAsText => "一覧のかっこがありません。一覧は [ ] で囲みます。".into(),
        Typo::ListInTwo => "一覧が、項目の名前の横と下の行の2か所に分かれています。1つの [ ] にまとめます。".into(),
        Typo::Bullet('-') => "一覧の「-」の後に半角の空白がありません。".into(),
        Typo::Bullet(mark) => {
            format!("一覧の行が「{mark}」で始まっています。半角の「-」と空白で始めます。")
        }
        Typo::DateForm(written, iso) => {
            format!("日付が「{written}」と書かれています。{iso} として読みました。")
        }
        Typo::Word(written, right) => format!("「{written}」は「{right}」と書きます。"),
        Typo::LookAlike { first, right, count } => format!(
            "形の似た別の文字が{count}字あります（「{first}」U+{:04X} など）。PDFなどから写すと混ざり、検索で見つからなくなります。ふつうの文字（「{right}」）として読みました。",
            u32::from(*first)
        ),
        Typo::Control { first, count } => format!(
            "目に見えない制御文字（U+{:04X} など）が{count}字あります。取り除くか、行の終わりとして読みました。",
            u32::from(*first)
        ),
        Typo::Damage { count } => format!("文字化けの跡「�」が{count}字あります。もとの文字が失われています。"),
        Typo::Private { first, count } => format!(
            "外字（U+{:04X} など、決まったパソコンでしか表示できない文字）が{count}字あります。読む人には見えません。",
            u32::from(*first)
        ),
        Typo::Text(slip) => text_what(*slip).into(),
    }
}

/// Marks of Markdown written otherwise: on which lines, and how the first was read.
pub(super) fn text(slip: TextSlip, lines: &[usize], right: &str) -> (String, String) {
    let places = match lines {
        [first, .., last] if lines.len() > 8 => {
            format!("{first}行目から{last}行目までの{}か所", lines.len())
        }
        _ => format!("{}行目", join(lines, "、")),
    };
    if right.is_empty() {
        let help = "「chirashi check --fix」でまとめて空の行にできます。";
        return (format!("{}（{places}）。", text_what(slip)), help.into());
    }
    if slip == TextSlip::Rows {
        let help = "1つの表として読みました。間の空の行を消してください。「chirashi check --fix」でまとめて直せます。";
        return (format!("{}（{places}）。", text_what(slip)), help.into());
    }
    let right = slip.shown(right).replace('\n', "\n  ");
    (
        format!("{}（{places}）。", text_what(slip)),
        format!(
            "下のとおりに書かれたものとして読みました。「chirashi check --fix」でまとめて直せます。\n  {right}"
        ),
    )
}

const fn text_what(slip: TextSlip) -> &'static str {
    match slip {
        TextSlip::Heading => "見出しの「##」が全角か、後ろに半角の空白がありません",
        TextSlip::Braces => "見出しの印を囲む「}」がありません",
        TextSlip::FullWidth => "記号が全角です。Markdownの記号は半角で書きます",
        TextSlip::Note => {
            "覚え書きの記号「<!--」「-->」が全角です。覚え書きは、どこにも公開されません"
        }
        TextSlip::List => "箇条書きの行は、半角の「- 」か「1. 」で始めます",
        TextSlip::Indent => "段落の初めの全角の空白は要りません。段落は空の行で分けます",
        TextSlip::Blank => "全角の空白だけの行があります。空の行として読みました",
        TextSlip::Line => "独立した行は、前に空の行を置かないと前の行に続きます",
        TextSlip::Link => "リンク先や画像の名前に空白があると、リンクや画像になりません",
        TextSlip::Furigana => "ふりがなは「{漢字|かんじ}」と書きます",
        TextSlip::Table => "表のすぐ下の文は、間に空の行を置かないと表の行になります",
        TextSlip::Rows => "表の行の間に空の行があると、表がそこで終わります",
        TextSlip::LineEnd => "行の終わりを残す印は、行のいちばん終わりに半角の「\\」で書きます",
        TextSlip::Emphasis => "太字の「**」の内側に空白があります",
    }
}
