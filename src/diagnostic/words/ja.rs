//! Problems in Japanese, for volunteers who have never programmed.

mod begin;
mod contrast;
mod date;
mod leaflet;
mod mending;
mod name;
mod outside;
mod picture;
pub(super) mod preflight;
mod preview;
mod prose;
mod reason;
mod typo;

use super::join;
use crate::base::DocKind;
use crate::diagnostic::{DiagnosticKind, Expected, LinkFault, OutputFault, YamlFault};

const fn thing(kind: DocKind) -> &'static str {
    match kind {
        DocKind::Speaker => "発言者",
        DocKind::Statement => "発言",
        DocKind::Topic => "トピック",
        DocKind::Event => "催し",
        DocKind::Leaflet => "チラシ",
        DocKind::Page => "ページ",
    }
}

fn did_you_mean(nearest: Option<&String>) -> String {
    nearest.map_or_else(String::new, |n| format!("「{n}」のことでしょうか。"))
}

/// The same for a key, with the line as it would begin.
fn meant_key(nearest: Option<&String>) -> String {
    nearest.map_or_else(String::new, |n| {
        format!("「{n}」のことでしょうか。それなら次のように書き直してください。\n  {n}: …\n")
    })
}

#[allow(clippy::too_many_lines, reason = "one arm for each kind")]
pub(super) fn words(kind: &DiagnosticKind) -> (String, String) {
    let (message, help): (String, String) = match kind {
        DiagnosticKind::Unreadable { reason } => (
            format!("ファイルを読めません（{}）。", reason::reason(reason)),
            "ほかのソフトで開いていれば閉じ、ファイルがあること、読む権限があることを確かめてください。".into(),
        ),
        DiagnosticKind::NotUtf8 => (
            "文字のファイルとして読めません。別の種類のファイルか、途中で壊れたファイルのようです。".into(),
            "中身を開いて確かめ、エディターの「名前を付けて保存」で文字コードに「UTF-8」を選んで保存し直してください。開けないときは、もとのファイルを置き直してください。".into(),
        ),
        DiagnosticKind::Mending(mending) => mending::words(mending),
        DiagnosticKind::Outside(fault) => outside::words(fault),
        DiagnosticKind::Contrast(pair) => contrast::words(pair),
        DiagnosticKind::Prose(prose) => prose::words(prose),
        DiagnosticKind::Slips { first, more, right } => typo::words(first, more, right),
        DiagnosticKind::FileName { folder, fault } => name::words(*folder, fault),
        DiagnosticKind::Misplaced => (
            "このファイルは使われません。置き場所か拡張子が違います。".into(),
            "speakers・topics・events・leaflets・pages のどれかのフォルダーに「名前.言語.md」の名前で置いてください。画像は images に置きます。".into(),
        ),
        DiagnosticKind::UnknownLanguage { code, known } => (
            format!("「{code}」は site.yaml の languages にない言語です。"),
            format!("使える言語は {} です。ファイル名を直すか、site.yaml の languages に加えてください。", join(known, "、")),
        ),
        DiagnosticKind::DuplicateFile { other } => (
            format!("「{other}」と同じ名前のファイルが2つあります。見た目は同じですが、「が」などの濁点の付け方がパソコンの中で違います。"),
            "どちらか一方を残し、もう一方を消してください。".into(),
        ),
        DiagnosticKind::NoSite => (
            "site.yaml がありません。".into(),
            "content フォルダーに site.yaml を作り、「title: サイトの名前」と「languages: [ja, en]」の2行を書いてください。".into(),
        ),
        DiagnosticKind::NoFrontMatter => (
            "ファイルの先頭に、名前や題を書く欄がありません。".into(),
            "ファイルの先頭を次の形にしてください（「---」は半角ハイフン3つだけの行です）。\n  ---\n  title: 題名\n  ---\n  本文".into(),
        ),
        DiagnosticKind::TextBefore => (
            "先頭の「---」より前に文があります。「---」はファイルの1行目に書きます。".into(),
            "この文を消すか、2つ目の「---」より下に移してください。".into(),
        ),
        DiagnosticKind::UnclosedFrontMatter => (
            "名前や題を書く欄が、「---」で閉じられていません。".into(),
            "最後の項目のすぐ次の行に、半角ハイフン3つだけの行を加えてください。\n  ---".into(),
        ),
        DiagnosticKind::Yaml { fault } => yaml(fault),
        DiagnosticKind::DuplicateKey { key } => (
            format!("項目「{key}」が2回書かれています。"),
            "どちらか一方の行を消してください。".into(),
        ),
        DiagnosticKind::UnknownKey { key, nearest, known } => (
            format!("「{key}」という項目はありません。"),
            format!("{}使える項目：{}", meant_key(nearest.as_ref()), join(known, "、")),
        ),
        DiagnosticKind::MissingKey { key, example } => (
            format!("必要な項目「{key}」がありません。"),
            format!("次のような行を、「---」の下に加えてください。\n  {key}: {}", example.ja),
        ),
        DiagnosticKind::WrongType { key, expected, example, meant } => wrong_type(key, *expected, example.ja, meant.as_deref()),
        DiagnosticKind::EmptyValue { key } => (
            format!("項目「{key}」の中身が空です。"),
            "コロンの後に半角の空白を1つ置いて中身を書くか、要らなければ行ごと消してください。".into(),
        ),
        DiagnosticKind::BadChoice { key, value, allowed } => (
            format!("項目「{key}」に「{value}」は書けません。"),
            format!("次のどれかを書いてください：{}", join(allowed, "、")),
        ),
        DiagnosticKind::BadDate { value, why } => date::words(value, *why),
        DiagnosticKind::BadSlug { value } => (
            format!("「{value}」は名前として使えません。"),
            "半角の小文字・数字・ハイフンだけで書いてください。例： elderly-access".into(),
        ),
        DiagnosticKind::BadUrl { value } => (
            format!("「{value}」はアドレスとして読めません。"),
            "「https://」から始まるアドレスを書いてください。例： https://example.org/".into(),
        ),
        DiagnosticKind::BadAlias { value } => (
            format!("「{value}」は古いアドレスとして使えません。"),
            "サイトの中の「.html」で終わる場所を書いてください。例： speakers/old-name.html".into(),
        ),
        DiagnosticKind::UnknownReference { kind, slug, nearest } => (
            format!("「{slug}」という{}はありません。", thing(*kind)),
            format!("{}{} フォルダーにあるファイルの名前（言語と .md を除いた部分）を書いてください。", did_you_mean(nearest.as_ref()), kind.folder()),
        ),
        DiagnosticKind::RawHtml { text } => (
            format!("HTMLのタグ「{text}」は働きません。書かれたとおりの文字として表示します。"),
            "タグを消し、Markdownの書き方を使ってください。例： **太字**、[文字](https://example.org/)".into(),
        ),
        DiagnosticKind::DuplicateId { id, .. } => (
            format!("見出しの印「#{id}」が同じページに2つあります。"),
            "どちらかの {#…} を別の名前に変えてください。".into(),
        ),
        DiagnosticKind::BadId { id } => (
            format!("「#{id}」は見出しの印として使えません。"),
            "半角の小文字・数字・ハイフンだけで、文字から始めてください。例： {#burden}".into(),
        ),
        DiagnosticKind::UnknownAttribute { name } => (
            format!("見出しの {{…}} に「{name}」は書けません。"),
            "書けるのは印、topic、.strong です。例： ## 高齢者の負担 {#burden .strong topic=elderly-access,privacy}".into(),
        ),
        DiagnosticKind::TopLevelHeading => (
            "本文に「#」1つの見出しがあります。ページの題は title から付くので、「##」の見出しとして扱います。".into(),
            "「##」に直してください。".into(),
        ),
        DiagnosticKind::UnlistedTopic { slug } => (
            format!("この節のトピック「{slug}」が、先頭の topics にありません。"),
            format!("topics に {slug} を加えてください。"),
        ),
        DiagnosticKind::Link { fault } => link(fault),
        DiagnosticKind::NoAlt => (
            "画像に説明の文（代替テキスト）がありません。目の見えない方に伝わりません。".into(),
            "［ ］の中に、写っているものを短く書いてください。例： ![演壇で話す山田さん](../images/yamada.jpg)".into(),
        ),
        DiagnosticKind::MissingImage { path } => (
            format!("画像「{path}」がありません。"),
            "content/images フォルダーに画像を置き、名前（大文字・小文字も）を確かめてください。".into(),
        ),
        DiagnosticKind::BadImage { path } => (
            format!("画像「{path}」の種類は使えません。"),
            "JPEG、PNG、WebP、GIF、SVG のどれかの画像を使ってください。".into(),
        ),
        DiagnosticKind::Contradiction { key } => (
            format!("項目「{key}」が、もとの言語のファイルと食い違っています。"),
            format!("翻訳では「{key}」の行を消してください（もとの値が引き継がれます）。変えたいときは両方を同じにします。"),
        ),
        DiagnosticKind::Orphan { original } => (
            format!("翻訳とありますが、もとのファイル「{original}」がありません。"),
            format!("「{original}」を作るか、これが原文なら translation の行を消してください。"),
        ),
        DiagnosticKind::SectionsDiffer { original, here } => (
            "節の並びが、もとの言語のファイルと違います。言語を切り替えたときに同じ場所に移れません。".into(),
            format!("もとの節：{}\nこの節：{}\n見出しの {{#…}} を、もとと同じ順にそろえてください。", join(original, "、"), join(here, "、")),
        ),
        DiagnosticKind::BadFingerprint { current } => (
            "translation の of を読めません。".into(),
            format!("今のもとの文に合わせて訳し終えたら、次の行に直してください。\n  of: {current}"),
        ),
        DiagnosticKind::Stale { changed, current } => (
            format!("翻訳した後に、もとの文が変わっています（{}）。", join(changed, "、")),
            format!("訳を見直したら、次の行に直してください。\n  of: {current}"),
        ),
        DiagnosticKind::AddressTaken { address } => (
            format!("アドレス「{address}」が2つのものに使われています。"),
            "どちらかのファイルの名前、または aliases を変えてください。".into(),
        ),
        DiagnosticKind::TermTaken { term } => (
            format!("語「{term}」は、ほかのトピックの terms にもあります。先のトピックにつなぎます。"),
            "どちらか一方の terms から消してください。".into(),
        ),
        DiagnosticKind::SilentSpeaker { slug } => (
            format!("「{slug}」さんの発言が、このサイトにありません。"),
            format!("「speakers/{slug}.ja.md」に発言を書くか、チラシの speakers からこの名前を消してください。"),
        ),
        DiagnosticKind::UncitedTopic => (
            "このトピックに触れた発言がありません。".into(),
            "発言の節の見出しに topic=… を加えるか、要らなければこのファイルを消してください。".into(),
        ),
        DiagnosticKind::NoBaseUrl => (
            "site.yaml に base_url がないため、QRコード・サイトマップ・フィードなど、公開先のアドレスが要るものを省きました。".into(),
            "公開する場所が決まったら書いてください。例： base_url: https://example.org/".into(),
        ),
        DiagnosticKind::NoTheme { path } => (
            format!("テーマのフォルダー「{path}」がありません。"),
            "site.yaml の theme か --theme の値を確かめるか、消して標準のテーマを使ってください。".into(),
        ),
        DiagnosticKind::Template { reason } => (
            format!("テーマのひな形に誤りがあります：{reason}"),
            "この場所の書き方を直してください。直せないときは、この上書きファイルを消すと標準のひな形に戻ります。".into(),
        ),
        DiagnosticKind::MissingString { key, lang } => (
            format!("テーマに、言語「{lang}」の語「{key}」がありません。"),
            format!("テーマの strings/{lang}.yaml に「{key}: …」を加えてください。"),
        ),
        DiagnosticKind::Overflow { leaflet, panel, lines } => (
            format!("チラシ「{leaflet}」の{}に文が入りきりません。最も小さい文字でも約{lines}行あふれます。", leaflet::panel(*panel)),
            format!("文を約{lines}行ぶん短くするか、載せる発言者やトピックを減らしてください。"),
        ),
        DiagnosticKind::SmallType { leaflet, tenths_of_pt } => (
            format!("チラシ「{leaflet}」の文字が{}ポイントまで小さくなりました（望ましいのは12ポイント以上）。", pt(*tenths_of_pt)),
            "文を短くすると、お年寄りにも読みやすい大きさに戻ります。".into(),
        ),
        DiagnosticKind::HalfEmpty { leaflet, panel } => (
            format!("チラシ「{leaflet}」の{}は3分の1以上が空いています。", leaflet::panel(*panel)),
            "要旨（summary）や要点を書き足すと、紙面が整います。".into(),
        ),
        DiagnosticKind::MissingGlyphs { leaflet, glyphs } => (
            format!("チラシ「{leaflet}」に、書体にない文字があります：{glyphs}"),
            "別の文字に書き換えるか、その文字を含む書体をテーマの fonts に加えてください。".into(),
        ),
        DiagnosticKind::Print { leaflet, reason } => (
            format!("チラシ「{leaflet}」の印刷用のひな形に誤りがあります：{reason}"),
            "この場所の書き方を直してください。直せないときは、この上書きファイルを消すと標準のひな形に戻ります。".into(),
        ),
        DiagnosticKind::Begin(problem) => begin::words(problem),
        DiagnosticKind::Preflight(finding) => preflight::words(finding),
        DiagnosticKind::Picture(problem) => picture::words(problem),
        DiagnosticKind::Leaflet(problem) => leaflet::words(problem),
        DiagnosticKind::Output { folder, fault } => output(folder, fault),
        DiagnosticKind::Preview(kind) => preview::words(kind),
    };
    (message, help)
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

fn pt(tenths: u32) -> String {
    format!("{}.{}", tenths / 10, tenths % 10)
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

fn link(fault: &LinkFault) -> (String, String) {
    match fault {
        LinkFault::Unknown(kind, slug, nearest) => (
            format!("リンク先の{}「{slug}」がありません。", thing(*kind)),
            format!("{}{} フォルダーにあるファイルの名前を書いてください。", did_you_mean(nearest.as_ref()), kind.folder()),
        ),
        LinkFault::Fragment(id, known) => (
            format!("リンク先のページに「#{id}」という場所がありません。"),
            if known.is_empty() {
                "「#」から後を消してください。".into()
            } else {
                format!("そのページにある場所：{}", join(known, "、"))
            },
        ),
        LinkFault::File(path) => (
            format!("リンク先のファイル「{path}」がありません。"),
            "「topic:名前」「speaker:名前」のように書くか、ファイルの場所を確かめてください。".into(),
        ),
        LinkFault::Scheme(scheme) => (
            format!("「{scheme}」で始まるリンクは使えません。"),
            "https://、http://、mailto:、tel: か、topic:、speaker:、event:、leaflet:、page: で始めてください。".into(),
        ),
    }
}

fn output(folder: &str, fault: &OutputFault) -> (String, String) {
    match fault {
        OutputFault::Overlaps(other) => (
            format!("出力先「{folder}」が、もとのファイルのフォルダー「{other}」と重なっています。"),
            "別のフォルダーを --out で指定してください。例： --out public".into(),
        ),
        OutputFault::Foreign => (
            format!("出力先「{folder}」に、チラシが作ったものではないファイルがあります。"),
            "空のフォルダーを --out で指定するか、このままでよければ --force を付けてください（もとからあるファイルは消しません）。".into(),
        ),
        OutputFault::Io(reason) => (
            format!("出力先「{folder}」に書けません（{}）。", reason::reason(reason)),
            "ディスクの空きと、フォルダーに書く権限を確かめてください。".into(),
        ),
    }
}
