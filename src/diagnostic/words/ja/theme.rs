//! The manifest of a theme, in Japanese.

use crate::diagnostic::ThemeFault;

pub(super) fn words(fault: &ThemeFault) -> (String, String) {
    match fault {
        ThemeFault::NoMap(key) => (
            format!("「{key}」の下に項目がありません。"),
            format!("「{key}:」の次の行から、字下げして項目を書いてください。要らなければ消してください。"),
        ),
        ThemeFault::NoList(key) => (
            format!("「{key}」には、ファイルの一覧を書きます。"),
            "次のように1行に1つ書いてください。\n  - css/ours.css".into(),
        ),
        ThemeFault::NoFile(path) => (
            format!("「{path}」というファイルは、テーマにありません。"),
            "テーマのフォルダーから見た名前（例：css/ours.css）に直すか、この行を消してください。".into(),
        ),
        ThemeFault::Colour(value) => (
            format!("「{value}」は色として読めません。"),
            "「#」と6けたの記号を、引用符で囲んで書いてください。例： \"#005a8c\"".into(),
        ),
        ThemeFault::TokenName(name) => (
            format!("「{name}」は色の名前にできません。"),
            "半角の小文字で始め、小文字・数字・ハイフンだけで書いてください。例： accent".into(),
        ),
        ThemeFault::NoLight(name) => (
            format!("新しい色「{name}」に、明るい画面での色（light）がありません。"),
            format!("次のように書いてください。\n  {name}: {{light: \"#005a8c\"}}"),
        ),
        ThemeFault::Inks => (
            "「press」には、シアン・マゼンタ・イエロー・ブラックの量を、0から100までの数で4つ、合計300以下で書きます。".into(),
            "例：\n  press: [18, 90, 100, 12]".into(),
        ),
        ThemeFault::Length => (
            "余白は、ミリメートルの数で、0から40までを書きます。".into(),
            "単位を付けず、数だけを書いてください。例： margin: 14".into(),
        ),
        ThemeFault::Widths => (
            "「widths」には、画像の幅を、小さい順に整数で書きます（16から4096まで）。".into(),
            "例：\n  widths: [320, 640, 960, 1440]".into(),
        ),
        ThemeFault::Sizes => (
            "この値は、スタイルシートの長さとして使えません。".into(),
            "CSS の長さを書いてください（「;」や「{」は使えません）。例： portrait: \"8rem\"".into(),
        ),
    }
}
