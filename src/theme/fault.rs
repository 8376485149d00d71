//! What can be wrong with a theme, and with the colours that a campaign chose for it.

mod lacking;

use crate::base::{Colour, Lang};
use crate::diagnostic::{DiagnosticWords, Fault, Severity};

/// What can be wrong with a theme.
#[derive(Debug, Clone, PartialEq, Eq)]
#[allow(missing_docs, reason = "each variant is worded below")]
pub(crate) enum ThemeFault {
    NoTheme {
        path: String,
    },
    Template {
        reason: String,
    },
    /// Words of the interface that English ones stand for.
    MissingStrings {
        lang: Lang,
        keys: Vec<String>,
    },
    /// A language without any words of the interface, so that English ones stand for them.
    NoStrings {
        lang: Lang,
        /// Whether the site has a theme of its own to put them into.
        has_theme: bool,
    },
    /// A colour that is hard to read.
    Contrast(Contrast),
}

/// A colour on which text, or as which text, is hard to read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Contrast {
    /// The colour that staff wrote.
    pub colour: Colour,
    /// The one that it meets.
    pub other: Colour,
    /// The nearest colour in the place of `colour` that is read well; `None` where no colour is,
    /// so that another one has to change.
    pub nearest: Option<Colour>,
}

impl Fault for ThemeFault {
    fn code(&self) -> &'static str {
        match self {
            Self::NoTheme { .. } => "theme/missing",
            Self::Template { .. } => "theme/template",
            Self::MissingStrings { .. } => "theme/missing-string",
            Self::NoStrings { .. } => "theme/no-strings",
            Self::Contrast(_) => "site/contrast",
        }
    }

    fn severity(&self) -> Severity {
        match self {
            Self::MissingStrings { .. } | Self::NoStrings { .. } | Self::Contrast(_) => {
                Severity::Warning
            }
            _ => Severity::Error,
        }
    }

    fn is_machines_fault(&self) -> bool {
        matches!(self, Self::NoTheme { .. })
    }

    fn ja(&self) -> DiagnosticWords {
        let (message, help): (String, String) = match self {
            Self::NoTheme { path } => (
                format!("テーマのフォルダー「{path}」がありません。"),
                "site.yaml の theme か --theme の値を確かめるか、消して標準のテーマを使ってください。".into(),
            ),
            Self::Template { reason } => (
                format!("テーマのひな形に誤りがあります：{reason}"),
                "この場所の書き方を直してください。直せないときは、この上書きファイルを消すと標準のひな形に戻ります。".into(),
            ),
            Self::MissingStrings { lang, keys } => lacking::some_ja(*lang, keys),
            Self::NoStrings { lang, has_theme } => lacking::all_ja(*lang, *has_theme),
            Self::Contrast(pair) => contrast_ja(pair),
        };
        DiagnosticWords { message, help }
    }

    fn en(&self) -> DiagnosticWords {
        let (message, help): (String, String) = match self {
            Self::NoTheme { path } => (
                format!("There is no theme folder `{path}`."),
                "Check `theme` in site.yaml or --theme, or remove it to use the default theme."
                    .into(),
            ),
            Self::Template { reason } => (
                format!("A template of the theme has an error: {reason}"),
                "Mend it at this place, or delete your file to return to the default theme's."
                    .into(),
            ),
            Self::MissingStrings { lang, keys } => lacking::some_en(*lang, keys),
            Self::NoStrings { lang, has_theme } => lacking::all_en(*lang, *has_theme),
            Self::Contrast(pair) => contrast_en(pair),
        };
        DiagnosticWords { message, help }
    }
}

fn contrast_ja(pair: &Contrast) -> (String, String) {
    let Contrast {
        colour,
        other,
        nearest,
    } = pair;
    let ratio = colour.contrast(*other);
    (
        format!(
            "色「{colour}」と、重なる色「{other}」の明るさが近すぎて、お年寄りや目の弱い方に読みにくくなります（{ratio:.1}対1。4.5対1以上が要ります）。"
        ),
        nearest.map_or_else(
            || format!("この色をどう変えても、重なる色のすべての上では読みやすくなりません。重なる色に、明るい色と暗い色があるためです。先に「{other}」のほうを変えてください（site.yaml の colors の background、tint、accent、text）。"),
            |nearest| format!("いちばん近い、読みやすい色は「{nearest}」です。そのまま次のように書けます： \"{nearest}\""),
        ),
    )
}

fn contrast_en(pair: &Contrast) -> (String, String) {
    let Contrast {
        colour,
        other,
        nearest,
    } = pair;
    let ratio = colour.contrast(*other);
    (
        format!(
            "`{colour}` and `{other}`, which meet, are too much alike for readers with weak eyes ({ratio:.1} to 1; it takes 4.5)."
        ),
        nearest.map_or_else(
            || format!("No colour in its place is read well on all that it meets, since some of that is light and some dark. Change `{other}` first (`background`, `tint`, `accent` or `text` under `colors` in site.yaml)."),
            |nearest| format!("The nearest colour that is read well is `\"{nearest}\"`."),
        ),
    )
}
