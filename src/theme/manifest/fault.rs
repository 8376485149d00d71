//! What is wrong with the manifest of a theme.

use crate::diagnostic::{DiagnosticWords, Fault, Severity};

/// Why a value of `theme.yaml` stays as it was.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum ManifestFault {
    /// A key that holds other keys has something else.
    NoMap(&'static str),
    /// A key that holds a list of files has something else.
    NoList(&'static str),
    /// A file that the theme does not have.
    NoFile(String),
    /// A face that the theme does not have.
    NoFace(String),
    /// A colour that is not written as one.
    Colour(String),
    /// A name that no custom property can have.
    TokenName(String),
    /// A new colour without its value on light screens.
    NoLight(String),
    /// Inks that are not four numbers, or too much ink.
    Inks,
    /// A length that is no number of millimetres, or too long.
    Length,
    /// Widths that are no rising list of whole numbers.
    Widths,
    /// A size that no style sheet takes.
    Sizes,
}

impl Fault for ManifestFault {
    fn code(&self) -> &'static str {
        "theme/manifest"
    }

    fn severity(&self) -> Severity {
        Severity::Error
    }

    fn ja(&self) -> DiagnosticWords {
        let words: (String, String) =
        match self {
            Self::NoMap(key) => (
                format!("「{key}」の下に項目がありません。"),
                format!("「{key}:」の次の行から、字下げして項目を書いてください。要らなければ消してください。"),
            ),
            Self::NoList(key) => (
                format!("「{key}」には、ファイルの一覧を書きます。"),
                "次のように1行に1つ書いてください。\n  - css/ours.css".into(),
            ),
            Self::NoFile(path) => (
                format!("「{path}」というファイルは、テーマにありません。"),
                "テーマのフォルダーから見た名前（例：css/ours.css）に直すか、この行を消してください。".into(),
            ),
            Self::NoFace(path) => (
                format!("「{path}」という書体は、テーマにありません。"),
                "書体のファイルを、テーマのフォルダーから見た名前で書いてください。大きな文字の書体を使わないときは none と書きます。例： display: fonts/display/ours.ttf".into(),
            ),
            Self::Colour(value) => (
                format!("「{value}」は色として読めません。"),
                "「#」と6けたの記号を、引用符で囲んで書いてください。例： \"#005a8c\"".into(),
            ),
            Self::TokenName(name) => (
                format!("「{name}」は色の名前にできません。"),
                "半角の小文字で始め、小文字・数字・ハイフンだけで書いてください。例： accent".into(),
            ),
            Self::NoLight(name) => (
                format!("新しい色「{name}」に、明るい画面での色（light）がありません。"),
                format!("次のように書いてください。\n  {name}: {{light: \"#005a8c\"}}"),
            ),
            Self::Inks => (
                "「press」には、シアン・マゼンタ・イエロー・ブラックの量を、0から100までの数で4つ、合計300以下で書きます。".into(),
                "例：\n  press: [18, 90, 100, 12]".into(),
            ),
            Self::Length => (
                "余白は、ミリメートルの数で、0から40までを書きます。".into(),
                "単位を付けず、数だけを書いてください。例： margin: 14".into(),
            ),
            Self::Widths => (
                "「widths」には、画像の幅を、小さい順に整数で書きます（16から4096まで）。".into(),
                "例：\n  widths: [320, 640, 960, 1440]".into(),
            ),
            Self::Sizes => (
                "この値は、スタイルシートの長さとして使えません。".into(),
                "CSS の長さを書いてください（「;」や「{」は使えません）。例： portrait: \"8rem\"".into(),
            ),
        };
        words.into()
    }

    fn en(&self) -> DiagnosticWords {
        let words: (String, String) =
        match self {
            Self::NoMap(key) => (
                format!("`{key}` has no keys below it."),
                format!("Write keys, indented, on the lines after `{key}:`, or remove it."),
            ),
            Self::NoList(key) => (
                format!("`{key}` takes a list of files."),
                "Write one on each line, such as:\n  - css/ours.css".into(),
            ),
            Self::NoFile(path) => (
                format!("The theme has no file `{path}`."),
                "Write its name as seen from the theme's folder, such as css/ours.css, or remove this line.".into(),
            ),
            Self::NoFace(path) => (
                format!("The theme has no typeface `{path}`."),
                "Write the name of its file as seen from the theme's folder, such as `display: fonts/display/ours.ttf`, or `none` to do without a face for large type.".into(),
            ),
            Self::Colour(value) => (
                format!("`{value}` cannot be read as a colour."),
                "Write a `#` and six digits in quotation marks, such as \"#005a8c\".".into(),
            ),
            Self::TokenName(name) => (
                format!("`{name}` cannot be the name of a colour."),
                "Begin with a lower-case letter, and use lower-case letters, digits and hyphens only, such as `accent`.".into(),
            ),
            Self::NoLight(name) => (
                format!("The new colour `{name}` has no value for light screens (`light`)."),
                format!("Write it so:\n  {name}: {{light: \"#005a8c\"}}"),
            ),
            Self::Inks => (
                "`press` takes four numbers from 0 to 100, for cyan, magenta, yellow and black, at most 300 together.".into(),
                "For example:\n  press: [18, 90, 100, 12]".into(),
            ),
            Self::Length => (
                "A margin is a number of millimetres from 0 to 40.".into(),
                "Write the number alone, without a unit, such as `margin: 14`.".into(),
            ),
            Self::Widths => (
                "`widths` takes the widths of pictures as whole numbers from 16 to 4096, the smallest first.".into(),
                "For example:\n  widths: [320, 640, 960, 1440]".into(),
            ),
            Self::Sizes => (
                "This cannot be a length in a style sheet.".into(),
                "Write a CSS length, without `;` and `{`, such as `portrait: \"8rem\"`.".into(),
            ),
        };
        words.into()
    }
}
