//! What is wrong with a project as a whole.

use crate::base::Lang;
use crate::diagnostic::{DiagnosticWords, Fault, Severity, UiLang, join, language_name};

/// What is wrong with a project as a whole.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum ProjectFault {
    /// The content folder has no settings.
    NoSite,
    /// Files are in a language that `site.yaml` does not name; told at the first of them.
    UnlistedLanguage {
        /// Their language.
        lang: Lang,
        /// How many they are.
        count: usize,
        /// The languages of the site.
        known: Vec<Lang>,
    },
}

impl Fault for ProjectFault {
    fn code(&self) -> &'static str {
        match self {
            Self::NoSite => "file/no-site",
            Self::UnlistedLanguage { .. } => "file/unknown-language",
        }
    }

    fn severity(&self) -> Severity {
        match self {
            Self::NoSite => Severity::Error,
            Self::UnlistedLanguage { .. } => Severity::Warning,
        }
    }

    fn ja(&self) -> DiagnosticWords {
        let (message, help): (String, String) = match self {
            Self::NoSite => (
                "site.yaml がありません。".into(),
                "content フォルダーに site.yaml を作り、「title: サイトの名前」と「languages: [ja, en]」の2行を書いてください。".into(),
            ),
            Self::UnlistedLanguage { lang, count, known } => unlisted_ja(*lang, *count, known),
        };
        DiagnosticWords { message, help }
    }

    fn en(&self) -> DiagnosticWords {
        let (message, help): (String, String) = match self {
            Self::NoSite => (
                "There is no site.yaml.".into(),
                "Make one in the content folder with the two lines `title: Name of the site` and `languages: [ja, en]`.".into(),
            ),
            Self::UnlistedLanguage { lang, count, known } => unlisted_en(*lang, *count, known),
        };
        DiagnosticWords { message, help }
    }
}

/// The list of languages with one more.
fn with(known: &[Lang], lang: Lang) -> String {
    join(&[known, &[lang]].concat(), ", ")
}

fn unlisted_ja(lang: Lang, count: usize, known: &[Lang]) -> (String, String) {
    let what = language_name(lang, UiLang::Ja);
    let message = match count {
        1 => format!(
            "{what}のファイルですが、site.yaml の languages に {lang} がないため、サイトに載りません。"
        ),
        _ => format!(
            "{what}のファイルが{count}個ありますが、site.yaml の languages に {lang} がないため、サイトに載りません。これはその最初のものです。"
        ),
    };
    let help = format!(
        "載せるときは、site.yaml に次のように書いてください。\n  languages: [{}]\n載せないときは、content フォルダーの外に移してください。ファイル名の言語が間違いなら、名前を直してください。",
        with(known, lang)
    );
    (message, help)
}

fn unlisted_en(lang: Lang, count: usize, known: &[Lang]) -> (String, String) {
    let what = language_name(lang, UiLang::En);
    let message = match count {
        1 => format!(
            "This file is in {what}, which `languages` in site.yaml does not name; it is left out."
        ),
        _ => format!(
            "{count} files are in {what}, which `languages` in site.yaml does not name; they are left out. This is the first."
        ),
    };
    let help = format!(
        "To have them on the site, write this in site.yaml:\n  languages: [{}]\nTo do without them, move them out of the content folder. If the language in a name is a slip, rename the file.",
        with(known, lang)
    );
    (message, help)
}
