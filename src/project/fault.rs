//! What is wrong with a project as a whole.

use crate::base::Lang;
use crate::diagnostic::{DiagnosticWords, Fault, Severity, UiLang, join, language_name, typed};
use crate::source::NearCampaign;

/// What is wrong with a project as a whole.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum ProjectFault {
    /// The content folder has no settings.
    NoSite,
    /// There is no campaign here: no folder of content with a `site.yaml`.
    NoCampaign {
        /// One that lies near.
        near: Option<NearCampaign>,
    },
    /// Files are in a language that `site.yaml` does not name; told at the first of them.
    UnlistedLanguage {
        /// Their language.
        lang: Lang,
        /// How many they are.
        count: usize,
        /// The languages of the site.
        known: Vec<Lang>,
        /// Whether they are what other files translate.
        are_originals: bool,
    },
    /// A text that is there to be replaced would be printed.
    SampleOnPaper {
        /// The leaflet.
        leaflet: String,
        /// The marks, addresses and numbers.
        written: Vec<String>,
        /// Where they stand: each file with its lines.
        places: Vec<(String, Vec<usize>)>,
    },
}

impl Fault for ProjectFault {
    fn code(&self) -> &'static str {
        match self {
            Self::NoSite => "file/no-site",
            Self::NoCampaign { .. } => "begin/no-content",
            Self::UnlistedLanguage { .. } => "file/unknown-language",
            Self::SampleOnPaper { .. } => "leaflet/sample",
        }
    }

    fn severity(&self) -> Severity {
        match self {
            Self::NoSite
            | Self::NoCampaign { .. }
            | Self::SampleOnPaper { .. }
            // The translations lack what the originals say.
            | Self::UnlistedLanguage {
                are_originals: true,
                ..
            } => Severity::Error,
            Self::UnlistedLanguage { .. } => Severity::Warning,
        }
    }

    fn is_machines_fault(&self) -> bool {
        matches!(self, Self::NoCampaign { .. })
    }

    fn ja(&self) -> DiagnosticWords {
        let (message, help): (String, String) = match self {
            Self::NoSite => (
                "site.yaml がありません。".into(),
                "content フォルダーに site.yaml を作り、「title: サイトの名前」と「languages: [ja, en]」の2行を書いてください。".into(),
            ),
            Self::NoCampaign { near } => (
                "ここは、キャンペーンのフォルダー（site.yaml の入った content のあるところ）ではありません。".into(),
                match near {
                    Some(NearCampaign::Folder(folder)) => format!("近くにキャンペーンがあります。次のように打ってそこへ移り、もう一度実行してください。\n  cd {}", typed(folder)),
                    Some(NearCampaign::Content(folder)) => format!("近くに原稿のフォルダーがあります。次の指定を付けて、もう一度実行してください。\n  --content {}", typed(folder)),
                    None => "キャンペーンのフォルダーに移ってから実行するか、--content で content の場所を指定してください。はじめて使うときは、先にひな型を作ります。\n  chirashi init わたしたちの集会".into(),
                },
            ),
            Self::UnlistedLanguage {
                lang,
                count,
                known,
                are_originals,
            } => unlisted_ja(*lang, *count, &with(known, *lang, *are_originals)),
            Self::SampleOnPaper { leaflet, written, places } => (
                format!("{}などの見本の文が、チラシ「{leaflet}」に印刷されます。", written.iter().take(3).map(|word| format!("「{word}」")).collect::<Vec<_>>().concat()),
                format!(
                    "自分たちのことに書き換えてください。\n{}\n中身の決まらないうちに刷り上がりを確かめるときは、次のようにします（全部のページに「見本」と入ります）。\n  chirashi handoff {leaflet} --rehearsal",
                    join(&places.iter().map(|(path, lines)| format!("  {path}（{}行目）", join(lines, "、"))).collect::<Vec<_>>(), "\n"),
                ),
            ),
        };
        DiagnosticWords { message, help }
    }

    fn en(&self) -> DiagnosticWords {
        let (message, help): (String, String) = match self {
            Self::NoSite => (
                "There is no site.yaml.".into(),
                "Make one in the content folder with the two lines `title: Name of the site` and `languages: [ja, en]`.".into(),
            ),
            Self::NoCampaign { near } => (
                "This is no campaign's folder: it has no `content` with a `site.yaml` in it.".into(),
                match near {
                    Some(NearCampaign::Folder(folder)) => format!("There is a campaign nearby. Go there by typing this, and try again.\n  cd {}", typed(folder)),
                    Some(NearCampaign::Content(folder)) => format!("There is a content folder nearby. Try again with this behind the command.\n  --content {}", typed(folder)),
                    None => "Go to the folder of your campaign first, or say where its `content` is by --content. To begin, make a campaign from the sample.\n  chirashi init our-rally".into(),
                },
            ),
            Self::UnlistedLanguage {
                lang,
                count,
                known,
                are_originals,
            } => unlisted_en(*lang, *count, &with(known, *lang, *are_originals)),
            Self::SampleOnPaper { leaflet, written, places } => (
                format!("What is only a sample, such as {}, would be printed on the leaflet `{leaflet}`.", join(&written.iter().take(3).map(|word| format!("`{word}`")).collect::<Vec<_>>(), ", ")),
                format!(
                    "Write what is true of your campaign.\n{}\nTo try the print shop's files before that, do this, which writes “SPECIMEN” across every page:\n  chirashi handoff {leaflet} --rehearsal",
                    join(&places.iter().map(|(path, lines)| format!("  {path} (line{} {})", if lines.len() == 1 { "" } else { "s" }, join(lines, ", "))).collect::<Vec<_>>(), "\n"),
                ),
            ),
        };
        DiagnosticWords { message, help }
    }
}

/// The list of languages with one more, which comes first where the others translate it.
fn with(known: &[Lang], lang: Lang, is_first: bool) -> String {
    let all = if is_first {
        [&[lang], known].concat()
    } else {
        [known, &[lang]].concat()
    };
    join(&all, ", ")
}

fn unlisted_ja(lang: Lang, count: usize, all: &str) -> (String, String) {
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
        "載せるときは、site.yaml に次のように書いてください。\n  languages: [{all}]\n載せないときは、content フォルダーの外に移してください。ファイル名の言語が間違いなら、名前を直してください。"
    );
    (message, help)
}

fn unlisted_en(lang: Lang, count: usize, all: &str) -> (String, String) {
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
        "To have them on the site, write this in site.yaml:\n  languages: [{all}]\nTo do without them, move them out of the content folder. If the language in a name is a slip, rename the file."
    );
    (message, help)
}
