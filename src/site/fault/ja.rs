//! What is wrong where documents meet, in Japanese.

use super::{LinkFault, SiteFault, designs};
use crate::base::DocKind;
use crate::diagnostic::{Fault, UiLang, join, kind_name, save_from_phone};

fn did_you_mean(nearest: Option<&String>) -> String {
    nearest.map_or_else(String::new, |n| format!("「{n}」のことでしょうか。"))
}

/// How many statements, where it is more than one.
fn many(statements: usize) -> String {
    match statements {
        1 => String::new(),
        statements => format!("（{statements}件）"),
    }
}

#[allow(clippy::too_many_lines, reason = "one arm for each fault")]
pub(super) fn words(fault: &SiteFault) -> (String, String) {
    match fault {
        SiteFault::Source(fault) => {
            let words = fault.ja();
            (words.message, words.help)
        }
        SiteFault::UnknownReference { kind: DocKind::Statement, slug, nearest, .. } => (
            format!("「{slug}」という発言はありません。"),
            format!("{}催しと発言者を、ファイルの名前のとおりに「/」でつないで書いてください（催し/発言者）。", did_you_mean(nearest.as_ref())),
        ),
        SiteFault::UnknownReference { kind, slug, nearest, known } => (
            format!("「{slug}」という{}はありません。", kind_name(*kind, UiLang::Ja)),
            format!("{}{} フォルダーにあるファイルの名前（言語と .md を除いた部分）を書いてください。{}", did_you_mean(nearest.as_ref()), kind.folder(), if known.is_empty() { String::new() } else { format!("今あるもの：{}", join(known, "、")) }),
        ),
        SiteFault::DraftReference { kind, slug, file } => (
            format!("{}「{slug}」は下書き（{file}）なので、サイトに載りません。", kind_name(*kind, UiLang::Ja)),
            format!("載せるのなら、{file} の「draft: true」の行を消してください。まだ載せないのなら、ここから {slug} を消してください（ほかに何も残らないときは、行ごと消します）。"),
        ),
        SiteFault::StatementOfMissing { kind: DocKind::Event, slug, file, nearest, files } => (
            format!("フォルダー「statements/{slug}」にあたる催しのファイル「{file}」がないので、中のファイル{files}件を載せられません。"),
            format!("{}フォルダーの名前を、events にある催しのファイルの名前（言語と .md を除いた部分）と同じにしてください。新しい催しなら、「chirashi new event {slug}」でファイルを作ります。", did_you_mean(nearest.as_ref())),
        ),
        SiteFault::StatementOfMissing { kind: _, slug, file, nearest, files: _ } => (
            format!("この発言をした人のファイル「{file}」がありません。"),
            format!("{}このファイルの名前を、speakers にある発言者のファイルの名前と同じにしてください。新しい人なら、「chirashi new speaker {slug}」でその人のファイルを作ります。", did_you_mean(nearest.as_ref())),
        ),
        SiteFault::StatementOfDraft { kind, file, statements } => (
            match kind {
                DocKind::Event => format!("催しのファイル「{file}」が下書きなので、そこでの発言{}は載せられません。", many(*statements)),
                _ => format!("この発言をした人のファイル「{file}」が下書きなので、発言は載せられません。"),
            },
            format!("載せるのなら、{file} の「draft: true」の行を消してください。まだ載せないのなら、{}にも「draft: true」の行を書き足してください。", if *statements == 1 { "発言のファイル" } else { "発言のファイルのそれぞれ" }),
        ),
        SiteFault::SaidTwice { event, own, other } => (
            format!("催し「{event}」でのこの人の発言が、「{own}」と「{other}」の2つのファイルにあります。"),
            format!("1つの催しでの1人の発言は、1つのファイルに書きます。「{other}」の文を「{own}」に移し、「{other}」を消してください。別の催しでの発言なら、「{own}」の event の行を直すか、「{other}」をその催しのフォルダーに移します。"),
        ),
        SiteFault::UnlistedTopics { slugs } => (
            format!("節のトピック「{}」が、先頭の topics にありません。", slugs.join("」「")),
            format!("はじめの欄の topics に {} を加えてください。", slugs.join("、")),
        ),
        SiteFault::Link { fault } => link(fault),
        SiteFault::MissingImage { path, meant } => (
            format!("画像「{path}」がありません。"),
            match meant {
                Some(right) => format!("「{right}」のことでしょうか。それなら、大文字・小文字もそのとおりに書いてください。"),
                None => "content の中の images フォルダーに画像を置き、その名前を「../images/名前」の形で書いてください。".into(),
            },
        ),
        SiteFault::OutsideImage { address } => (
            format!("画像「{address}」は、ほかのサイトにあります。読む人のことがそのサイトに知られるので、ページには出しません。"),
            "使ってよい画像なら、パソコンに保存して content の中の images フォルダーに置き、「../images/名前」の形で書いてください。".into(),
        ),
        SiteFault::PictureOfComputer { name, right } => (
            format!("画像「{name}」は、このパソコンの中にしかありません。読む人には見えません。"),
            format!("画像を content の中の images フォルダーに写し、( ) の中を次のように書いてください。\n  {right}"),
        ),
        SiteFault::BadImage { path } => (
            format!("画像「{path}」の種類は使えません。"),
            if super::is_of_phones(path) {
                save_from_phone(UiLang::Ja).into()
            } else {
                "JPEG、PNG、WebP、GIF、SVG のどれかの画像を使ってください。".into()
            },
        ),
        SiteFault::Contradiction { key } => (
            format!("項目「{key}」が、もとの言語のファイルと食い違っています。"),
            format!("翻訳では「{key}」の行を消してください（もとの値が引き継がれます）。変えたいときは両方を同じにします。"),
        ),
        SiteFault::Orphan { original } => (
            format!("翻訳とありますが、もとのファイル「{original}」がありません。"),
            format!("「{original}」を作るか、これが原文なら translation の行を消してください。"),
        ),
        SiteFault::LostTranslation { original, nearest, line } => (
            format!("翻訳のようですが、もとのファイル「{original}」がありません。"),
            format!(
                "{}これが原文なら、はじめの欄に次の行を加えてください。\n  {line}",
                nearest.as_ref().map_or_else(
                    || "もとのファイルを作るか、名前をもとのファイルに合わせてください。\n".to_owned(),
                    |name| format!("このファイルの名前を「{name}」に変えるのではないでしょうか。\n")
                ),
            ),
        ),
        SiteFault::SectionsDiffer { original, here } => (
            "節の並びが、もとの言語のファイルと違います。言語を切り替えたときに同じ場所に移れません。".into(),
            format!("もとの節：{}\nこの節：{}\n見出しの {{#…}} を、もとと同じ順にそろえてください。", join(original, "、"), join(here, "、")),
        ),
        SiteFault::FiguresDiffer { original, here } => (
            format!("大きく見せる数字（figures）の数が、もとの言語のファイルと違います。もとは{original}個、ここには{here}個あります。"),
            "figures を、もとと同じ数、同じ順にそろえてください。".into(),
        ),
        SiteFault::ChartsDiffer => (
            "グラフ（charts）が、もとの言語のファイルのものと違います。".into(),
            "charts の数と順、kind、rows の数と順、value の数を、もとのファイルと同じにしてください。訳すのは title、label、unit だけです。".into(),
        ),
        SiteFault::BadFingerprint { current } => (
            "translation の of を読めません。".into(),
            format!("今のもとの文に合わせて訳し終えたら、次の行に直してください。\n  of: {current}"),
        ),
        SiteFault::Stale { changed, current } => (
            format!("翻訳した後に、もとの文が変わっています（{}）。", join(changed, "、")),
            format!("訳を見直したら、次の行に直してください。\n  of: {current}"),
        ),
        SiteFault::Unrendered { terms } => (
            format!(
                "もとの段落に{}がありますが、この翻訳には、用語集の訳語がありません。",
                join(&terms.iter().map(|(term, _)| format!("「{term}」")).collect::<Vec<_>>(), ""),
            ),
            format!(
                "次の訳語を使ってください。\n{}\nほかの訳語でもよいなら、site.yaml の glossary に「言葉: [訳語, 別の訳語]」の形で書き足してください。",
                join(&terms.iter().map(|(term, all)| format!("  {term}: {}", join(all, "、"))).collect::<Vec<_>>(), "\n"),
            ),
        ),
        SiteFault::NameTaken { address, example } => (
            format!("このファイルの名前は使えません。アドレス「{address}」は、chirashi が自動で作るもののアドレスです。"),
            format!("ファイルの名前を変えてください（翻訳のファイルも同じ名前にします）。例： {example}"),
        ),
        SiteFault::AddressTaken { address } => (
            format!("アドレス「{address}」が2つのものに使われています。"),
            "どちらかのファイルの名前、または aliases を変えてください。".into(),
        ),
        SiteFault::TermTaken { term } => (
            format!("語「{term}」は、ほかのトピックの terms にもあります。先のトピックにつなぎます。"),
            "どちらか一方の terms から消してください。".into(),
        ),
        SiteFault::SilentSpeaker { slug } => (
            format!("「{slug}」さんの発言が、このサイトにありません。"),
            format!("「speakers/{slug}.ja.md」に発言を書くか、チラシの speakers からこの名前を消してください。"),
        ),
        SiteFault::WhichEvent { taken, known } => (
            match taken {
                Some(taken) => format!("どの催しでの発言かが書かれていないので、「{taken}」での発言とします。"),
                None => "どの催しでの発言かが書かれていません。".into(),
            },
            format!(
                "はじめの欄（「---」と「---」の間）に、催しを1行書き足してください。たとえば次のようになります。\n  event: {}\n催しの名前：{}",
                taken.as_ref().or(known.last()).map_or("", String::as_str),
                known.join("、"),
            ),
        ),
        SiteFault::UncitedTopic { draft: Some(draft), .. } => (
            format!("このトピックに触れた発言は、まだ下書き（{draft}）だけです。"),
            "その発言を載せるときまで、このままでかまいません。".into(),
        ),
        SiteFault::UncitedTopic { slug, draft: None } => (
            format!("このトピックに触れた発言がありません。どの発言の topics にも、節の見出しの topic=… にも「{slug}」と書かれていないためです。"),
            format!("発言の topics に {slug} を加えるか、節の見出しの終わりに {{topic={slug}}} を加えてください。要らなければ、このファイルを消してください。"),
        ),
        SiteFault::NoBaseUrl => (
            "site.yaml に base_url がないため、QRコード・サイトマップ・フィードなど、公開先のアドレスが要るものを省きました。".into(),
            "公開する場所が決まったら書いてください。例： base_url: https://example.org/".into(),
        ),
        SiteFault::UnknownPart { written, nearest } => (
            format!("panels の「{written}」は、チラシに載せられるものではありません。"),
            format!(
                "{}書けるもの：hook（大見出し）、intro（前文）、text（本文の全部）、text#節の名前、quote（抜き書き）、voices（全員の発言）、speaker:名前、speaker:名前#節、statement:催し/名前（その催しでの発言）、statement:催し/名前#節、quote:名前、quote:催し/名前、topics（全部のトピック）、topic:名前、event（集会）、call（呼びかけ）\n1つの面に2つ以上載せるときは \"hook, text\" のように、コンマで区切って引用符で囲みます。",
                did_you_mean(nearest.as_ref())
            ),
        ),
        SiteFault::TooManyPanels {
            format,
            given,
            most: 0,
        } => (
            format!(
                "{format} の紙面の割り付けは決まっています（panels に{given}面の指定があります）。"
            ),
            "panels の行を消してください。".into(),
        ),
        SiteFault::TooManyPanels {
            format,
            given,
            most,
        } => (
            format!("panels に{given}面の指定がありますが、{format} は{most}面です。"),
            format!(
                "panels を{most}個までにしてください。1面に2つ以上載せるときは \"hook, text\" のように読点かコンマで区切ります。"
            ),
        ),
        SiteFault::Unplaced { parts } => (
            format!(
                "このチラシの {} は、panels のどの面にも書かれていないため、どこにも印刷されません。",
                join(parts, "、")
            ),
            format!(
                "panels のどれかに、コンマで区切って書き足してください。例： \"hook, {}\"。載せないのなら、その文を消してください。",
                join(parts, ", ")
            ),
        ),
        SiteFault::EmptyLeaflet { speaker } => (
            "チラシに本文がなく、載せる人もトピックも決まっていません。題と呼びかけだけのチラシになります。".into(),
            match speaker {
                Some(speaker) => format!("2つ目の「---」の下に本文を書いてください。だれかの発言を載せるのなら、はじめの欄に、たとえば次の行を加えます。\n  speakers: [{speaker}]"),
                None => "2つ目の「---」の下に本文を書いてください。".into(),
            },
        ),
        SiteFault::DesignLacks { design, lacks } => designs::lacks_ja(*design, *lacks),
        SiteFault::DesignUnfit {
            design,
            format,
            fitting,
        } => designs::unfit_ja(*design, *format, fitting),
        SiteFault::NoConsent { key: "picture" } => (
            "写真を載せる同意が書かれていないため、この写真は載せません。".into(),
            "写っている人と撮った人の同意を得てから、picture: の中に「consent: [web, print]」と書いてください。チラシの PDF はサイトにも置かれるので、両方の同意が要ります。だれも写っていない自分たちの絵や写真でも、同じように書きます。".into(),
        ),
        SiteFault::NoConsent { key } => (
            "写真をサイトに載せる同意が書かれていないため、この写真は載せません。".into(),
            format!("本人の同意を得てから、{key}: の中に「consent: [web]」と書いてください。チラシにも使う同意があれば「consent: [web, print]」です。"),
        ),
    }
}

fn link(fault: &LinkFault) -> (String, String) {
    match fault {
        LinkFault::Unknown(kind, slug, nearest) => (
            format!("リンク先の{}「{slug}」がありません。", kind_name(*kind, UiLang::Ja)),
            match nearest {
                Some(nearest) => format!("「{nearest}」のことでしょうか。ほかのものなら、{} フォルダーにあるファイルの名前を書いてください。", kind.folder()),
                None => format!("{} フォルダーにあるファイルの名前を書いてください。ないものなら、リンクを外して言葉だけを残します。", kind.folder()),
            },
        ),
        LinkFault::Draft(kind, slug, file) => (
            format!("リンク先の{}「{slug}」は下書き（{file}）なので、サイトに載りません。", kind_name(*kind, UiLang::Ja)),
            format!("載せるのなら、{file} の「draft: true」の行を消してください。まだ載せないのなら、このリンクを外してください。"),
        ),
        LinkFault::Fragment(id, known) => (
            format!("リンク先のページに「#{id}」という場所がありません。"),
            if known.is_empty() {
                "「#」から後を消してください。".into()
            } else {
                format!("そのページにある場所：{}。どれでもなければ、「#」から後を消してください。", join(known, "、"))
            },
        ),
        LinkFault::File { path, meant: Some(meant), .. } => (
            format!("リンク先のファイル「{path}」がありません。"),
            format!("「{meant}」のことでしょうか。"),
        ),
        LinkFault::File { path, meant: None, .. } => (
            format!("リンク先のファイル「{path}」がありません。"),
            "「topic:名前」「speaker:名前」のように書くか、ファイルの場所を確かめてください。ないものなら、リンクを外して言葉だけを残します。".into(),
        ),
        LinkFault::Scheme(scheme) => (
            format!("「{scheme}」で始まるリンクは使えません。"),
            "https://、http://、mailto:、tel: か、topic:、speaker:、event:、leaflet:、page: で始めるか、リンクを外して言葉だけを残してください。".into(),
        ),
    }
}
