//! What is wrong with a document and its text, in Japanese.

use super::{ModelFault, charts};
use crate::base::Lang;
use crate::diagnostic::join;
use crate::model::SampleMark;
use crate::model::wrong_marks::WrongMarks;

pub(super) fn words(fault: &ModelFault) -> (String, String) {
    match fault {
        ModelFault::BadAlias { value } => (
            format!("「{value}」は古いアドレスとして使えません。"),
            "サイトの中の「.html」で終わる場所を書いてください。例： speakers/old-name.html".into(),
        ),
        ModelFault::RawHtml { text, lines } => (
            format!("HTMLのタグ「{text}」{}は働きません。書かれたとおりの文字として表示します。", if lines.len() > 1 { format!("など（{}）", lines_ja(lines)) } else { String::new() }),
            "タグを消し、Markdownの書き方を使ってください。".into(),
        ),
        ModelFault::DuplicateId { id, .. } => (
            format!("見出しの印「#{id}」が同じページに2つあります。"),
            "どちらかの {#…} を別の名前に変えてください。".into(),
        ),
        ModelFault::BadId { id, .. } => (
            format!("「#{id}」は見出しの印として使えません。"),
            "印は、半角の小文字・数字・ハイフンだけで、文字から始めます。".into(),
        ),
        ModelFault::WrongMarks(marks) => wrong_marks(marks),
        ModelFault::TopLevelHeading => (
            "本文に「#」1つの見出しがあります。ページの題は title から付くので、「##」の見出しとして扱います。".into(),
            "「#」を1つ足してください。".into(),
        ),
        ModelFault::NoAlt => (
            "画像に説明の文（代替テキスト）がありません。目の見えない方に伝わりません。".into(),
            "[ ] の中に、写っているものを短く書いてください。".into(),
        ),
        ModelFault::EmptyLink(address) => (
            "リンクに文字がありません。読む人に見えず、読み上げもされません。".into(),
            format!("[ ] の中に、リンク先（{address}）の名前を書いてください。"),
        ),
        ModelFault::EmptyHeading => (
            "見出しに文字がありません。".into(),
            "「##」の後に半角の空白を置いて見出しの文を書くか、この行を消してください。\n  ## 窓口で起きていること".into(),
        ),
        ModelFault::UnderlinedParagraph { heading, text } => (
            if *heading {
                format!("「{text}」のすぐ下に線があるため、見出しとして表示します。")
            } else {
                format!("「{text}」で始まる段落のすぐ下に線があります。区切りの線として表示します。")
            },
            if *heading {
                "区切りの線なら、前に空の行を1行置いてください。見出しなら、線を消して、行の初めに「## 」を付けてください。".into()
            } else {
                "見出しなら、線を消して、行の初めに「## 」を付けてください。区切りの線なら、前に空の行を1行置いてください。".into()
            },
        ),
        ModelFault::IndentedParagraph => (
            "行の初めに、空白4つ以上かタブがあります。ふつうの段落として表示します（太字やリンクの記号は働きません）。".into(),
            "プログラムなどをそのままの形で見せたいときは、上下を「```」だけの行で囲みます。ふつうの文なら、行の初めの空白を消してください。".into(),
        ),
        ModelFault::PastedTable { table } => (
            "表を貼り付けたようですが、表になっていません。1つの段落として表示します。".into(),
            format!("次のように書くと表になります。\n{table}"),
        ),
        ModelFault::PageNumber { number } => page_number(number),
        ModelFault::JoinedLines { seam, kept } => joined_lines(seam, kept),
        ModelFault::SkippedNumber { written, shown, .. } => skipped(*written, *shown),
        ModelFault::ExtraCells { columns, cells, .. } => extra(*columns, *cells),
        ModelFault::EmptyReading { base } => empty_reading(base),
        ModelFault::UnevenReadings { base, readings } => uneven(base, readings),
        ModelFault::CutAddress { address, behind } => cut(address, behind),
        ModelFault::LeftoverMark { mark } => (
            format!("記号「{mark}」が働いていません。読む人に、この記号のまま見えます。"),
            leftover_ja(mark),
        ),
        ModelFault::HashInText { title } => hash(title),
        ModelFault::MissingNote { label } => missing_note(label),
        ModelFault::RepeatedNote { label } => repeated_note(label),
        ModelFault::UnclosedCode => unclosed_code(),
        ModelFault::UnusedNote { label } => unused_note(label),
        ModelFault::OtherLanguage { lang } => other_language(*lang),
        ModelFault::NoText => (
            "発言に、本文も要旨（summary）もありません。ページには題だけが載ります。".into(),
            "2つ目の「---」の下に本文を書いてください。まだ書けないときは、はじめの欄に次の行を加えると、サイトに出ません。\n  draft: true".into(),
        ),
        ModelFault::NoPage => (
            "ページに本文がありません。題だけのページになります。".into(),
            "2つ目の「---」の下に本文を書いてください。要らないページなら、このファイルを消してください。".into(),
        ),
        ModelFault::Unfilled { mark, written, count, lines } => {
            (unfilled_ja(*mark, written, *count, lines), unfilled_help_ja(*mark, written))
        }
        ModelFault::LongFigure { value } => (
            format!("「{value}」は、大きく見せるには長すぎます。字が小さくなってしまいます。"),
            "value には数字と単位だけを、全角で10字（半角で20字）までで書き、残りは caption に移してください。たとえば次のようにします。\n  value: 約80万人\n  caption: 東京で一人で暮らす高齢者".into(),
        ),
        ModelFault::ManyFigures { count } => (
            format!("大きく見せる数字が{count}個あります。多いと、どれも目に留まりません。チラシに出るのは、はじめの3個です。"),
            "見せたいものを上から3個までにし、ほかは本文に書いてください。".into(),
        ),
        ModelFault::Chart(fault) => charts::ja(fault),
        ModelFault::Languages { known } => (
            "languages には、表と裏の2つの言語を書いてください。".into(),
            format!(
                "たとえば次のように書いてください。この行を消すと、言語ごとに別のチラシになります。\n  languages: [{}]",
                join(&known[..known.len().min(2)], ", ")
            ),
        ),
    }
}

fn page_number(number: &str) -> (String, String) {
    (
        format!(
            "数字だけの行「{number}」があり、前後の文につながって表示されます。印刷物から写したときのページ番号のようです。"
        ),
        "ページ番号なら、この行を消してください。".into(),
    )
}

fn joined_lines(seam: &str, kept: &str) -> (String, String) {
    (
        format!("行の終わりはページでは続くので、「{seam}」のようにつながって表示されます。"),
        format!(
            "1行ずつ見せるときは、次のように行の終わりに半角の「\\」を書くか、行と行の間に空の行を置いてください。\n{kept}"
        ),
    )
}

fn skipped(written: u64, shown: u64) -> (String, String) {
    (
        format!("番号つきの箇条書きは最初の番号から順に数えるので、「{written}」は「{shown}」と表示されます。"),
            "書いた番号のまま見せるときは、番号が飛ぶところで、番号の後の「.」と「)」を交互に替えてください。順番だけが大切なら、1、2、3と続けて番号を付けてください。".into(),
    )
}

fn extra(columns: usize, cells: usize) -> (String, String) {
    (
        format!("この行には{cells}個のマスがありますが、表は{columns}列です。余った分は誰にも見えません。"),
            "最後のマスにまとめるか、表の初めの2行に列を足してください。文の一部の縦線は「\\|」と書きます。".into(),
    )
}

fn missing_note(label: &str) -> (String, String) {
    (
        format!("脚注「[^{label}]」の文がありません。"),
        format!("本文の後ろに、空の行を置いて脚注の文を書いてください。\n  [^{label}]: 脚注の文"),
    )
}

fn repeated_note(label: &str) -> (String, String) {
    (
        format!("脚注「[^{label}]」の文が2つあります。後のほうは、ページに出ません。"),
        "番号を変えて、本文の印もそれに合わせてください。要らないほうなら消します。".into(),
    )
}

fn unused_note(label: &str) -> (String, String) {
    (
        format!("脚注「[^{label}]」は、本文のどこからも引かれていないので、ページに出ません。"),
        format!(
            "本文の、脚注を付けたいところに「[^{label}]」と書いてください。要らない脚注なら消します。"
        ),
    )
}

fn unclosed_code() -> (String, String) {
    (
        "ここから始まるコードの囲みが閉じていません。文書の終わりまで、コードとして表示されます。"
            .into(),
        "コードの終わりに「```」だけの行を置いてください。ふつうの文章なら、この行を消します。"
            .into(),
    )
}

fn other_language(lang: Lang) -> (String, String) {
    let (called, _) = lang.locale().called;
    let called = if called.is_empty() {
        lang.as_str()
    } else {
        called
    };
    (
        format!("ファイル名では{called}（{lang}）の文書ですが、本文が日本語です。"),
        format!(
            "{called}に訳したものに書き換えてください。まだ訳していないなら、このファイルを消すと、{called}のページには日本語の本文が断り書きつきで載ります。日本語の原稿なら、ファイル名の .{lang}.md を .ja.md に変えてください。"
        ),
    )
}

fn empty_reading(base: &str) -> (String, String) {
    (
        format!("「{base}」のふりがなが空です。読む人に「{{{base}|}}」のまま見えます。"),
        "「|」の後に読みを書いてください。ふりがなが要らなければ、言葉だけにします。".into(),
    )
}

fn hash(title: &str) -> (String, String) {
    (
            format!("段落の中の行「#{title}」は、見出しになりません。読む人に「#」のまま見えます。"),
            "見出しなら、前に空の行を置き、行の初めに「## 」（後ろに半角の空白）を付けてください。ハッシュタグなら、「\\#」と書いてください。".into(),
        )
}

fn uneven(base: &str, readings: &[String]) -> (String, String) {
    (
        format!(
            "「{base}」は{}文字ですが、読みが{}個あります。全体に1つの読みとして、つなげて読みました。",
            base.chars().count(),
            readings.len()
        ),
        "読みは、全体に1つか、1文字ごとに1つ書いてください。".into(),
    )
}

fn cut(address: &str, behind: &str) -> (String, String) {
    (
        format!("リンク先は「{address}」までで、すぐ後の「{behind}」は入っていません。"),
            "アドレスが続くなら、終わりまでを < > で囲んでください。そこで終わるなら、後に空白を置いてください。".into(),
    )
}

fn wrong_marks(marks: &WrongMarks) -> (String, String) {
    let quoted = |words: &[String]| {
        let words: Vec<String> = words.iter().map(|word| format!("「{word}」")).collect();
        words.concat()
    };
    let wrong = match marks.wrong.as_slice() {
        [] => String::new(),
        wrong => format!("見出しの {{…}} に{}は書けません。", quoted(wrong)),
    };
    let topics = match marks.unknown.as_slice() {
        [] if marks.wrong.is_empty() => {
            "見出しの topic= には、トピックのファイルの名前（言語と .md を除いた部分）を書きます。"
                .into()
        }
        [] => String::new(),
        unknown => format!("{}というトピックはありません。", quoted(unknown)),
    };
    let known = match marks.unknown.as_slice() {
        [] => String::new(),
        _ => format!("今あるトピック：{}\n", join(&marks.known, "、")),
    };
    let may = match marks.wrong.as_slice() {
        [] if known.is_empty() => "トピックの名前に直してください。",
        [] => "",
        _ => "書けるのは、印（#…）、.strong、topic=トピックの名前です。",
    };
    (
        format!("{wrong}{topics}"),
        format!("{known}{may}").trim_end().to_owned(),
    )
}

fn lines_ja(lines: &[usize]) -> String {
    match lines {
        [first, .., last] if lines.len() > 8 => format!("{first}行目から{last}行目まで"),
        _ => format!("{}行目", join(lines, "、")),
    }
}

fn unfilled_ja(mark: SampleMark, written: &str, count: usize, lines: &[usize]) -> String {
    let places = lines_ja(lines);
    match mark {
        SampleMark::FillIn | SampleMark::Change => {
            format!("まだ書き換えていないところが{count}か所あります（{places}）。")
        }
        SampleMark::Translate => {
            format!("まだ訳していないところが{count}か所あります（{places}）。")
        }
        SampleMark::Sample => {
            format!("「{written}」などとあるところが{count}か所あります（{places}）。")
        }
        SampleMark::Address => {
            format!("「{written}」など、見本のアドレスが{count}か所あります（{places}）。")
        }
        SampleMark::Blank => {
            format!(
                "「{written}」など、名前の入っていないところが{count}か所あります（{places}）。"
            )
        }
        SampleMark::Telephone => {
            format!("「{written}」など、見本の電話番号が{count}か所あります（{places}）。")
        }
    }
}

fn unfilled_help_ja(mark: SampleMark, written: &str) -> String {
    match mark {
        SampleMark::FillIn | SampleMark::Translate | SampleMark::Change => format!("{written}とあるところを、印ごと消して自分たちの文に書き換えてください。このまま公開すると、印もページに出ます。"),
        SampleMark::Sample => format!("自分たちのことに書き換えて、「{written}」を消してください。"),
        SampleMark::Address => "example.org などは、見本のためのアドレスです。自分たちのアドレスに書き換えるか、その行を消してください。".into(),
        SampleMark::Blank => format!("まだ書いていないなら「{written}」を書き換えてください。わざと伏せたのなら、「ある町」「Aさん」のように書くと、この知らせは出なくなります。"),
        SampleMark::Telephone => "実際につながる電話番号に書き換えるか、その行を消してください。".into(),
    }
}

fn leftover_ja(mark: &str) -> String {
    match mark {
        "**" => "太字は、同じ段落の中で2つの「**」で囲みます。記号のまま見せたいときは「\\*\\*」と書いてください。",
        "~~" => "打ち消し線は、同じ段落の中で2つの「~~」で囲みます。",
        "__" => "太字は、同じ段落の中で2つの「**」で囲みます。書き込むための空欄なら「＿＿」と書いてください。",
        "{" | "{|" => "ふりがなは「{漢字|かんじ}」の形で、かっこを閉じるまで書きます。",
        "![" => "画像は「![写っているもの](../images/名前)」の形で書きます。",
        "](" => "リンクは「[文字](アドレス)」の形で、途中で改行せず、( ) の中に空白を入れずに書きます。",
        "{#" => "見出しの印は、「##」で始まる見出しの行の終わりに書きます。",
        _ => "そのままの形で見せたいところは、上下を「```」だけの行で囲みます。",
    }
    .into()
}
