//! What there is to say of setting a leaflet, in Japanese.

use super::{PressFault, is_emoji, some};
use crate::base::PanelName;
use crate::leaflet::{LeftOut, SheetKind};

/// What a panel is called.
fn panel_name(name: PanelName) -> String {
    match name {
        PanelName::Front => "表面".into(),
        PanelName::Back => "裏面".into(),
        PanelName::Cover => "表紙".into(),
        PanelName::Flap => "折り込みの面".into(),
        PanelName::Inside(n) => format!("中面の左から{n}番目"),
        PanelName::Outside(n) => format!("外面の左から{n}番目"),
        PanelName::Page(n) => format!("{n}ページ"),
    }
}

pub(super) fn words(fault: &PressFault) -> (String, String) {
    match fault {
        PressFault::Overflow { leaflet, panel, lines } => (
            format!("チラシ「{leaflet}」の{}に文が入りきりません。最も小さい文字でも約{lines}行あふれます。", panel_name(*panel)),
            format!("文を約{lines}行ぶん短くするか、載せる発言者やトピックを減らしてください。"),
        ),
        PressFault::WideTable { leaflet, panel, columns } => (
            format!("この表はチラシ「{leaflet}」の{}には幅が広すぎます。{columns}列が、文字を小さくしても入りません。", panel_name(*panel)),
            "列を減らすか、行と列を入れ替えるか、ます目の中の言葉を短くしてください。または、表はサイトのページにまかせて、表から言えることを一文で書いてください。".into(),
        ),
        PressFault::SmallType { leaflet, tenths_of_pt } => (
            format!("チラシ「{leaflet}」の文字が{}ポイントまで小さくなりました（望ましいのは12ポイント以上）。", pt(*tenths_of_pt)),
            "文を短くすると、お年寄りにも読みやすい大きさに戻ります。".into(),
        ),
        PressFault::HalfEmpty { leaflet, panel, kind } => (
            format!("チラシ「{leaflet}」の{}は3分の1以上が空いています。", panel_name(*panel)),
            more_text(*kind).into(),
        ),
        PressFault::MissingGlyphs { glyphs, forbidden } => (
            format!("チラシとカードに使う書体に、{}がありません。", some(glyphs, |c| format!("「{c}」（U+{:04X}）", u32::from(c)), "")),
            match glyphs.chars().next() {
                Some(c) if *forbidden => format!("「{c}」を、別の文字やかな（例：「（よみがな）」）に書き換えてください。または、site.yaml の fonts: theme の行を消すと、パソコンの書体で刷れます。"),
                Some(c) if !is_emoji(c) => format!("「{c}」を、形の近い別の文字や、かな（例：「（よみがな）」）に書き換えてください。または、その文字があって埋め込みのできる書体をパソコンに入れるか、テーマの fonts に加えてください。"),
                _ => "絵文字は紙に刷れません。消すか、「（笑い）」のように言葉で書いてください。".into(),
            },
        ),
        PressFault::LentFace { family, file, glyphs } => (
            format!("チラシとカードの {} は、テーマの書体にないため、{family}（{file}）で刷ります。", some(glyphs, String::from, " ")),
            "パソコンの書体を使わせないときは、site.yaml に fonts: theme と書いてください。".into(),
        ),
        PressFault::CoarsePicture { leaflet, width, wanted } => (
            format!("チラシ「{leaflet}」の写真は横{width}ピクセルしかなく、印刷するとぼやけます（横{wanted}ピクセルほど要ります）。"),
            "撮ったままの大きな写真を使ってください。メールや LINE で届いた写真は縮められていることがあるので、元の写真を送ってもらいます。ソフトで大きくしても、きれいにはなりません。".into(),
        ),
        PressFault::Print { leaflet, reason } => (
            format!("チラシ「{leaflet}」の印刷用のひな形に誤りがあります：{reason}"),
            "この場所の書き方を直してください。直せないときは、この上書きファイルを消すと標準のひな形に戻ります。".into(),
        ),
        PressFault::Fitted {
            leaflet,
            tenths_of_pt,
            pages,
            left_out,
        } => {
            let parts: Vec<_> = left_out.iter().map(|part| left(*part)).collect();
            let left = if parts.is_empty() {
                String::new()
            } else {
                format!("。省いたもの：{}", parts.join("、"))
            };
            (
                format!(
                    "チラシ「{leaflet}」：{}ポイント、{pages}ページ{left}。",
                    pt(*tenths_of_pt)
                ),
                String::new(),
            )
        }
    }
}

const fn left(part: LeftOut) -> &'static str {
    match part {
        LeftOut::Portrait => "写真（印刷に使う同意がないため）",
        LeftOut::Drawing => "線画",
        LeftOut::Pictures => "文中の図や写真",
        LeftOut::Tables => "表とコード（縦書きの紙面には載りません）",
        LeftOut::Words => "ポスターの60語（120字ほど）に収まらない文",
        LeftOut::Figures => "2つ目からの数字",
        LeftOut::Related => "ほかの人の発言と関連トピック",
        LeftOut::SecondQuote => "2つ目の抜き書き",
        LeftOut::Glosses => "団体名の後のかっこ書き",
        LeftOut::Summaries => "要旨（題名だけを載せます）",
        LeftOut::CoverPicture => "写真（picture）",
        LeftOut::Intro => "要旨の後の前書き",
        LeftOut::Charts => "グラフ",
        LeftOut::Passages => "あとのほうの発言",
        LeftOut::Points => "一部の要点の本文（見出しと、太字にした文は残ります）",
        LeftOut::Quote => "抜き書き",
        LeftOut::Lead => "載せきれない要点や文の続き",
    }
}

fn pt(tenths: u32) -> String {
    format!("{}.{}", tenths / 10, tenths % 10)
}

/// Where more text would come from.
const fn more_text(kind: SheetKind) -> &'static str {
    match kind {
        SheetKind::Statement => {
            "本文に節（## 見出し）を書き足すか、要旨（summary）を2文にすると、紙面が整います。"
        }
        SheetKind::Topic => {
            "このトピックに触れた発言の節に {topic=…} を付けるか、このファイルの本文に説明を書き足すと、紙面が整います。"
        }
        SheetKind::Event => {
            "このファイルの本文に、何のための集まりだったかを書き足すか、ここでの発言を増やすと、紙面が整います。"
        }
        SheetKind::Panels | SheetKind::Flow | SheetKind::Signatures => {
            "本文に節（## 見出し）を書き足すか、speakers や topics に名前を加えると、紙面が整います。"
        }
    }
}
