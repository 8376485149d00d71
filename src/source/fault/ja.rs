//! What is wrong with a file or its front matter, in Japanese.

mod date;
mod name;
mod typo;

use super::{Expected, MissingPlace, SourceFault, UnknownNames, YamlFault};
use crate::diagnostic::{UiLang, japanese_reason, join, kind_name};

/// What follows of a line that was probably meant.
fn meant(right: Option<&String>) -> String {
    right.map_or_else(String::new, |line| {
        format!("次の行のことでしょうか。\n  {line}\n")
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
        SourceFault::TooLarge { bytes, most } => (
            format!("ファイルが大きすぎます（{}MB）。読み取れるのは{}MBまでです。", bytes >> 20, most >> 20),
            "画像や表計算のデータなどが、文章として保存されていないか確かめてください。とても長い文章なら、いくつかのファイルに分けてください。".into(),
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
            "覚え書きの終わりに「-->」を書き加えてください。覚え書きでなければ「<!--」を消してください。".into(),
        ),
        SourceFault::CutOff { cut, as_text, as_remark } => (
            format!("「#」から後ろは覚え書きとみなされ、ページに出ません。消える部分は「{cut}」です。"),
            format!("文の一部なら、値の全体を引用符で囲んでください。\n  {as_text}\n覚え書きなら、上の行に移すと、この知らせは出なくなります。\n  {}", as_remark.replace('\n', "\n  ")),
        ),
        SourceFault::WideRemark { as_remark, as_text } => (
            "全角の「＃」から後ろは覚え書きにならず、このままページに出ます。".into(),
            format!("覚え書きなら、次のように半角の「#」と空白で始めて、上の行に移してください。\n  {}\n文の一部なら、値の全体を引用符で囲むと、この知らせは出なくなります。\n  {as_text}", as_remark.replace('\n', "\n  ")),
        ),
        SourceFault::LoneQuote { right } => (
            "終わりの引用符「\"」に、始まりがありません。このままページに出ます。".into(),
            format!("要らなければ消してください。\n  {right}"),
        ),
        SourceFault::KeysInText { lines } => (
            format!("2つ目の「---」より下に、項目のような行があります（{}行目）。本文として、そのままページに出ます。", join(lines, "、")),
            "項目なら、1つ目と2つ目の「---」の間に移してください。".into(),
        ),
        SourceFault::Email { value, right } => (
            format!("「{value}」はメールアドレスとして読めません。"),
            match right {
                Some(line) => format!("半角で書きます。\n  {line}"),
                None => "「名前@example.jp」のような形で書くか、行ごと消してください。".into(),
            },
        ),
        SourceFault::Telephone { value } => (
            format!("「{value}」は、電話番号としては桁の数が合いません。"),
            "番号を確かめてください。固定電話は10桁、携帯電話などは11桁です。2つの番号なら、間を「、」で区切ります。".into(),
        ),
        SourceFault::SettingsCopy => (
            "site.yaml がありません。このファイルは、その写しのようです。".into(),
            "中を確かめ、このファイルでよければ、名前を「site.yaml」に変えてください。".into(),
        ),
        SourceFault::FileName { folder: _, fault, example } => name::words(fault, example),
        SourceFault::Copy { original } => (
            format!("「{original}」の写しのようなので、読みませんでした（同期ソフトやパソコンが作ることがあります）。"),
            format!("2つを見比べ、残したい内容を「{original}」に写してから、こちらを消してください。"),
        ),
        SourceFault::Misplaced => (
            "このファイルは使われません。置き場所か拡張子が違います。".into(),
            "speakers・statements・topics・events・leaflets・pages のどれかのフォルダーに「名前.言語.md」の名前で置いてください。画像は images に置きます。".into(),
        ),
        SourceFault::SettingsName => (
            "サイトの設定のファイルですが、名前が「site.yaml」ではありません。".into(),
            "名前を「site.yaml」に変えてください。「chirashi check --fix」でも直せます。\nWindowsで「.txt」などが見えないときは、エクスプローラーの「表示」で「ファイル名拡張子」に印を付けてください。".into(),
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
        SourceFault::NoFrontMatter { lines } => (
            "ファイルの先頭に、名前や題を書く欄がありません。".into(),
            format!("ファイルの先頭に次の行を加え、本文はその下に書いてください（「---」は半角ハイフン3つだけの行です）。\n  ---{}\n  ---", lines.ja.replace('\n', "\n  ")),
        ),
        SourceFault::OtherFormat { format } => (
            format!("このファイルの中身は{format}で、名前を変えただけでは読めません。"),
            "もとの文書を開いて文章をコピーし、メモ帳などに貼り付けて、文字コード「UTF-8」で保存し直してください。Macのテキストエディットなら、「フォーマット」の「標準テキストにする」を選んでから保存します。".into(),
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
            "どちらか一方を消してください。たとえば後のほうを消します。".into(),
        ),
        SourceFault::UnknownKey { key, right, known } => (
            format!("「{key}」という項目はありません。"),
            format!("{}使える項目：{}", meant(right.as_ref()), join(known, "、")),
        ),
        SourceFault::MissingKey { key, lines, place } => (
            format!("必要な項目「{key}」がありません。"),
            match place {
                MissingPlace::Page => format!("次のような行を、1つ目の「---」の下に加えてください。\n  {}", lines.ja),
                MissingPlace::Settings => format!("次のような行を、site.yaml に加えてください。\n  {}", lines.ja),
                MissingPlace::Inside(parent) => format!("「{parent}」を、次のように1行に1項目ずつ書いてください。\n  {}", lines.ja),
            },
        ),
        SourceFault::WrongType { key, expected, lines } => (
            wrong_type(key, *expected),
            format!("次のように書いてください。\n  {}", lines.ja),
        ),
        SourceFault::EmptyValue { key, line } => (
            format!("項目「{key}」の中身が空です。"),
            match line {
                Some(line) => format!("コロンの後に半角の空白を1つ置いて、中身を書いてください。たとえば次のようになります。\n  {}", line.ja),
                None => "コロンの後に半角の空白を1つ置いて中身を書くか、要らなければ行ごと消してください。".into(),
            },
        ),
        SourceFault::EmptySettings => (
            "site.yaml に何も書かれていません。".into(),
            "サイトの名前と言語を書いてください。たとえば次のようになります。\n  title: {ja: 集会の記録, en: Rally report}\n  languages: [ja, en]".into(),
        ),
        SourceFault::NoFences { lines: [first, last] } => (
            "名前や題を書く欄が、「---」の行で囲まれていません。".into(),
            format!("半角ハイフン3つだけの行「---」を、{first}行目の上と{last}行目の下の2か所に加えてください。"),
        ),
        SourceFault::BadChoice { key, value, allowed, right } => (
            format!("項目「{key}」に「{value}」は書けません。"),
            format!("{}次のどれかを書いてください：{}", meant(right.as_ref()), join(allowed, "、")),
        ),
        SourceFault::BadColour { key, value, right } => (
            format!("項目「{key}」の「{value}」は、色として読めません。"),
            format!("色は、「#」と6桁の英数字（0〜9とa〜f）で書き、半角の引用符で囲みます。たとえば次のようになります。\n  {right}"),
        ),
        SourceFault::ForeignKeys { keys, folder } => (
            format!("{}は、{folder} フォルダーのファイルの項目で、ここには書けません。", in_brackets(keys).concat()),
            format!("{}の行を（下に字下げした行があれば、それも）消してください。", in_brackets(keys).concat()),
        ),
        SourceFault::MarksInValue { key, right } => (
            format!("「{key}」の記号は働きません。読む人に、記号のまま見えます。"),
            match right {
                Some(line) => format!("太字や打ち消し線は本文で使えます。名前の読みは「reading」に書きます。次のように直してください。\n  {line}"),
                None => "太字や打ち消し線は本文で使えます。ここでは記号を消してください。".into(),
            },
        ),
        SourceFault::BadDate { key, value, why } => date::words(key, value, *why),
        SourceFault::BadSlug { written, right, unknown: Some(unknown) } => unknown_names(written, right.as_ref(), unknown),
        SourceFault::BadSlug { written, right, unknown: None } => (
            format!("{}は名前として使えません。", in_brackets(written).concat()),
            match right {
                Some(line) => format!("ここには、ファイルの名前（言語と .md を除いた部分）を書きます。次のように書いてください。\n  {line}"),
                None => "ここには、ファイルの名前（言語と .md を除いた部分）を書きます。使えるのは半角の小文字・数字・ハイフンです。".into(),
            },
        ),
        SourceFault::StatementAmongSpeakers { value } => (
            format!("「{value}」は、ある催しでの発言です。speakers に書けるのは、発言者の名前です。"),
            format!("ここから消して、panels に書いてください。1面ごとに \" で囲みます。たとえば次のようになります。\n  panels: [\"hook, intro, text, statement:{value}, call\"]"),
        ),
        SourceFault::BadUrl { value, right } => (
            format!("「{value}」はアドレスとして読めません。"),
            match right {
                Some(line) => format!("アドレスは「https://」から書きます。\n  {line}"),
                None => "ブラウザーに表示されるとおりの、「https://」から始まるアドレスを書くか、行ごと消してください。".into(),
            },
        ),
    }
}

fn in_brackets(words: &[String]) -> Vec<String> {
    words.iter().map(|word| format!("「{word}」")).collect()
}

fn unknown_names(
    written: &[String],
    right: Option<&String>,
    unknown: &UnknownNames,
) -> (String, String) {
    let what = kind_name(unknown.kind, UiLang::Ja);
    let words = in_brackets(&unknown.words).concat();
    let mut others = written.to_vec();
    others.retain(|own| !unknown.words.contains(own));
    let others = match others.as_slice() {
        [] => String::new(),
        others => format!(
            "{}は、ファイルの名前で書きます。",
            in_brackets(others).concat()
        ),
    };
    let message = format!("{words}という{what}はありません。{others}");
    let known = if unknown.known.is_empty() {
        format!("{what}のファイルは、まだありません。")
    } else {
        format!(
            "{} フォルダーにあるファイルの名前（言語と .md を除いた部分）を書きます。今あるもの：{}\n",
            unknown.kind.folder(),
            join(&unknown.known, "、")
        )
    };
    let new = format!(
        "新しい{what}なら、先に「chirashi new {} 名前」でファイルを作ります（名前は半角の英小文字・数字・ハイフン）。",
        unknown.kind.scheme()
    );
    let line = right.map_or_else(String::new, |line| {
        format!("{words}をやめるなら、次のように書いてください。\n  {line}")
    });
    (message, format!("{known}{new}{line}"))
}

fn wrong_type(key: &str, expected: Expected) -> String {
    match expected {
        Expected::Text => format!("項目「{key}」には、文字を1行で書きます。"),
        Expected::TextByLang => {
            format!("項目「{key}」には、文字を1行で（または言語ごとに）書きます。")
        }
        Expected::List => format!("項目「{key}」には、一覧を [ ] で囲んで書きます。"),
        Expected::Number => format!("項目「{key}」には、半角の整数を書きます。"),
        Expected::YesNo => format!("項目「{key}」には、true（はい）か false（いいえ）を書きます。"),
        Expected::Map => format!("項目「{key}」の中身は、次の行から字下げして書きます。"),
        Expected::Maps => {
            format!("項目「{key}」は、次の行から「- 」で始めて、1つずつ中身を書きます。")
        }
    }
}

fn yaml(fault: &YamlFault) -> (String, String) {
    match fault {
        YamlFault::Tab(right) => (
            "ここにタブ文字は使えません。".into(),
            format!("代わりに半角の空白で字下げしてください。\n  {right}"),
        ),
        YamlFault::FullWidthColon(right) => (
            "コロンが全角の「：」です。".into(),
            format!("半角の「:」と半角の空白にしてください。\n  {right}"),
        ),
        YamlFault::NoSpace(right) => (
            "コロンの後に半角の空白がありません。".into(),
            format!("コロンの後に半角の空白を1つ入れてください。\n  {right}"),
        ),
        YamlFault::ColonInValue(right) => (
            "文の中に「: 」（コロンと空白）があり、項目の区切りと見分けがつきません。".into(),
            format!("文の全体を半角の引用符で囲んでください。\n  {right}"),
        ),
        YamlFault::Reserved(c, right) => (
            format!("「{c}」で始まる文は、引用符で囲みます。"),
            format!("文の全体を半角の引用符で囲んでください。\n  {right}"),
        ),
        YamlFault::Unclosed(mark, right) => (
            format!("ここで開いた「{mark}」が閉じていません。"),
            format!("終わるところで閉じてください。たとえば次のようにします。\n  {right}"),
        ),
        YamlFault::NoColon(text) => (
            "この行には「:」がなく、項目になっていません。".into(),
            format!("「項目: 値」の形に書き直すか、次のように覚え書き（どこにも出ません）にしてください。\n  # {text}"),
        ),
        YamlFault::Continued(right) => (
            "この行は項目になっていません。上の行の続きのようです。".into(),
            format!("続きなら、行の初めに半角の空白を2つ入れてください。\n  {}\n本文なら、2つ目の「---」の下に移してください。", right.replace('\n', "\n  ")),
        ),
        YamlFault::Torn { key, right } => (
            format!("空の行をはさんで書かれたこの文は、上の「{key}」の続きのようです。項目の間に、文だけの行は置けません。"),
            format!("「{key}」の行からこの文の終わりまでを、次の1行に書き直してください。\n  {right}"),
        ),
        YamlFault::Indent(right) => (
            "行の初めの空白が、上の行より多くなっています。上の行には、もう値があります。".into(),
            format!("仲間の行と同じ数の空白で始めてください。\n  {right}"),
        ),
        YamlFault::Budget => (
            "はじめの欄が長すぎるか、深すぎます。".into(),
            "「&」「*」の書き方をやめ、決まった項目だけを書いてください。".into(),
        ),
        YamlFault::ValueAboveKeys { key, right } => (
            format!("「{key}」の行に値があり、下の行にも「{key}」の中身が並んでいます。どちらか一方にしか書けません。"),
            format!("「{key}」の行を、次の2行に書き直してください。\n  {}", right.replace('\n', "\n  ")),
        ),
        YamlFault::ColonForgotten { key, right, continued } => (
            format!("「{key}」の後に「:」がありません。"),
            format!("コロンと半角の空白を入れてください。\n  {right}{}", continued.as_ref().map_or_else(String::new, |line| format!("\n上の行の文の続きなら、初めに半角の空白を入れてください。\n  {line}"))),
        ),
        YamlFault::WithoutParent { parent, right } => (
            format!("字下げされたこの行は「{parent}」の中身のようですが、上に「{parent}:」の行がありません。"),
            format!("この行を、次の2行に書き直してください。\n  {}", right.replace('\n', "\n  ")),
        ),
        YamlFault::Uneven(right) => (
            "行の初めの空白の数が、上のどの行ともそろっていません。".into(),
            format!("仲間の行と同じ数の空白で始めてください。\n  {right}"),
        ),
        YamlFault::HashInList { is_names, as_text, as_remark } => {
            let remark = as_remark.replace('\n', "\n  ");
            (
                "一覧の中の「 #」から後ろは覚え書きとみなされ、「]」までなくなります。".into(),
                if *is_names {
                    format!("覚え書きなら、上の行に移してください。\n  {remark}\n文の一部なら、引用符で囲んでください。\n  {as_text}")
                } else {
                    format!("文の一部なら、引用符で囲んでください。\n  {as_text}\n覚え書きなら、上の行に移してください。\n  {remark}")
                },
            )
        }
        YamlFault::LoneDash { key, right } => (
            format!("「{key}」の中身が「-」だけです。「-」は一覧の行の印なので、このままでは読めません。"),
            format!("書くことがなければ、行ごと消してください。「-」をそのまま表示するなら、引用符で囲みます。\n  {right}"),
        ),
        YamlFault::Backslash(right) => (
            "「\"」で囲んだ文の中の「\\」は、次の文字と合わせて読まれ、このままでは読めません。".into(),
            format!("「\\」そのものを書くときは、2つ続けます。\n  {right}"),
        ),
        YamlFault::Other => (
            "この行のあたりは、この書き方では読めません。".into(),
            "1行に1つずつ「項目: 値」の形で書いてください。「: # [ {」などの記号の入る文は、全体を半角の引用符で囲みます。仲間の行は、初めの空白の数をそろえます。".into(),
        ),
    }
}
