//! The words in Japanese.

use super::{FidelityFault, UntoldThing};
use crate::diagnostic::join;

pub(super) fn words(fault: &FidelityFault) -> (String, String) {
    match fault {
        FidelityFault::Outside { written } => (
            format!("source.file の「{written}」は、sources フォルダーの外を指しています。"),
            "もとの文章を content/sources/ に置き、そのファイルの名前だけを書いてください。例： file: report.txt".into(),
        ),
        FidelityFault::Missing { written, nearest, known } => (
            format!("もとの文章「{written}」が sources フォルダーにありません。"),
            match (nearest, known.as_slice()) {
                (Some(nearest), _) => format!("「file: {nearest}」のことではありませんか。"),
                (None, []) => format!("content/sources/{written} にもとの文章をテキストファイルで置くか、この行を消してください。"),
                (None, known) => format!(
                    "content/sources/{written} にもとの文章をテキストファイルで置くか、次のどれかを書いてください：{}",
                    join(&known[..known.len().min(5)], "、"),
                ),
            },
        ),
        FidelityFault::NotText { written } => (
            format!("もとの文章「{written}」は、文字だけのファイルとして読めません。"),
            "PDFやWordで開いて全部を選んでコピーし、メモ帳などに貼り付けて「.txt」で保存し、content/sources/ に置いて、その名前を書いてください。".into(),
        ),
        FidelityFault::NoPassage { name, file } => (
            format!("もとの文章「{file}」に、「{name}」さんの見出しが見つかりません。"),
            format!("文章の全体と見くらべました。「{file}」の、この方の発言が始まる所に「◆{name}」という行を入れると、その発言だけと見くらべます。"),
        ),
        FidelityFault::Untold { thing, written, name, file, elsewhere } => {
            let what = match thing {
                UntoldThing::Figure => "という数",
                UntoldThing::Date => "という日付",
                UntoldThing::Article => "という条文",
                UntoldThing::Name => "という名前",
            };
            let place = if *elsewhere {
                format!("「{file}」のほかの所にはありますが、この方の発言の中にはありません。")
            } else {
                String::new()
            };
            (
                format!("「{written}」{what}が、もとの文章の「{name}」さんの発言にありません。"),
                format!("{place}「{file}」を開いて見くらべ、もとの文章のとおりに直してください。補った言葉なら、発言とは分けて書いてください。"),
            )
        }
        FidelityFault::LeftOut { name, file, statement, figures } => (
            format!("{statement}：もとの文章の「{name}」さんの発言にある数のうち、{} を載せていません。", join(figures, "、")),
            format!("載せなくてもかまいません。大切な数なら「{file}」を見て書き足してください。"),
        ),
    }
}
