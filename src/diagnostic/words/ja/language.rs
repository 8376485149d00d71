//! Languages that the site or the theme lacks, in Japanese.

use super::join;
use crate::base::Lang;

/// As many keys are named.
const MOST: usize = 5;

fn called(lang: Lang) -> String {
    match lang.locale().called {
        ("", _) => format!("言語「{lang}」"),
        (name, _) => format!("{name}（{lang}）"),
    }
}

/// Files in a language that `site.yaml` does not name.
pub(super) fn unlisted(lang: Lang, count: usize, known: &[Lang]) -> (String, String) {
    let all: Vec<Lang> = known.iter().copied().chain([lang]).collect();
    let what = called(lang);
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
        join(&all, ", ")
    );
    (message, help)
}

/// Words that English ones stand for.
pub(super) fn missing(lang: Lang, keys: &[String]) -> (String, String) {
    let lines: Vec<String> = keys
        .iter()
        .take(MOST)
        .map(|key| format!("\n  {key}: …"))
        .collect();
    let more = match keys.len().saturating_sub(MOST) {
        0 => String::new(),
        more => format!("\nほか{more}個"),
    };
    (
        format!(
            "テーマに、{}の画面の言葉が{}個ありません。英語の言葉で代えました。",
            called(lang),
            keys.len()
        ),
        format!("このファイルに加えてください。{}{more}", lines.concat()),
    )
}

/// A language without any words.
pub(super) fn none(lang: Lang, has_theme: bool) -> (String, String) {
    let message = format!(
        "テーマに、{}の画面の言葉がありません。メニューや見出しは英語になります。",
        called(lang)
    );
    let write = "標準のテーマの strings/en.yaml と strings/print.en.yaml の中身を写し、それぞれの鍵の後をその言語の言葉に置きかえます。書かなかった鍵は英語のままです。";
    let help = if has_theme {
        format!("このファイルを作ってください。{write}")
    } else {
        format!(
            "content フォルダーと並ぶ themes フォルダーの中にこのファイルを作り、site.yaml に次の行を加えてください。\n  theme: ours\n{write}"
        )
    };
    (message, help)
}
