//! What is said in Japanese of leaflets and their panels.

use super::{did_you_mean, join, pt};
use crate::base::PanelName;
use crate::diagnostic::{LeafletFault, LeftOut};

/// What a panel is called.
pub(super) fn panel(name: PanelName) -> String {
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

/// What is wrong, and how to mend it.
pub(super) fn words(problem: &LeafletFault) -> (String, String) {
    match problem {
        LeafletFault::UnknownPart { written, nearest } => (
            format!("panels の「{written}」は、チラシに載せられるものではありません。"),
            format!(
                "{}書けるもの：hook（大見出し）、intro（前文）、text（本文の全部）、text#節の名前、quote（抜き書き）、voices（全員の発言）、speaker:名前、speaker:名前#節、quote:名前、topics（全部のトピック）、topic:名前、event（集会）、call（呼びかけ）\n例： panels: [hook, text, \"speaker:yamada, speaker:tanaka\", call]",
                did_you_mean(nearest.as_ref())
            ),
        ),
        LeafletFault::TooManyPanels {
            format,
            given,
            most: 0,
        } => (
            format!(
                "{format} の紙面の割り付けは決まっています（panels に{given}面の指定があります）。"
            ),
            "panels の行を消してください。".into(),
        ),
        LeafletFault::TooManyPanels {
            format,
            given,
            most,
        } => (
            format!("panels に{given}面の指定がありますが、{format} は{most}面です。"),
            format!(
                "panels を{most}個までにしてください。1面に2つ以上載せるときは \"speaker:yamada, call\" のように読点かコンマで区切ります。"
            ),
        ),
        LeafletFault::Unplaced { parts } => (
            format!(
                "このチラシの {} は、panels のどの面にも書かれていないため、どこにも印刷されません。",
                join(parts, "、")
            ),
            format!(
                "panels のどれかに、コンマで区切って書き足してください。例： \"hook, {}\"。載せないのなら、その文を消してください。",
                join(parts, ", ")
            ),
        ),
        LeafletFault::Languages { known } => (
            "languages には、表と裏の2つの言語を書いてください。".into(),
            format!(
                "例： languages: [{}]（この行を消すと、言語ごとに別のチラシになります）",
                join(known, ", ")
            ),
        ),
        LeafletFault::Fitted {
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
        LeftOut::Pictures => "文中の図や写真",
        LeftOut::Related => "ほかの人の発言と関連トピック",
        LeftOut::SecondQuote => "2つ目の抜き書き",
        LeftOut::Glosses => "団体名の後のかっこ書き",
        LeftOut::Summaries => "要旨の2文目から後",
        LeftOut::Paragraphs => "要点の2段落目から後",
        LeftOut::Sentences => "要点の終わりのほうの文",
        LeftOut::Points => "要点の本文（見出しだけ）",
        LeftOut::Quote => "抜き書き",
        LeftOut::Passages => "最後のほうの発言",
    }
}
