//! What is said where a theme lacks words of the interface in a language.

use crate::base::Lang;
use crate::diagnostic::{UiLang, language_name};

/// As many keys are named.
const MOST: usize = 5;

/// Words that English ones stand for, in Japanese.
pub(super) fn some_ja(lang: Lang, keys: &[String]) -> (String, String) {
    let (lines, more) = lines(keys);
    let more = more.map_or_else(String::new, |more| format!("\nほか{more}個"));
    (
        format!(
            "テーマに、{}の画面の言葉が{}個ありません。英語の言葉で代えました。",
            language_name(lang, UiLang::Ja),
            keys.len()
        ),
        format!("このファイルに加えてください。{lines}{more}"),
    )
}

/// The same in English.
pub(super) fn some_en(lang: Lang, keys: &[String]) -> (String, String) {
    let (lines, more) = lines(keys);
    let more = more.map_or_else(String::new, |more| format!("\nand {more} more"));
    let number = match keys.len() {
        1 => "one word".to_owned(),
        number => format!("{number} words"),
    };
    (
        format!(
            "The theme lacks {number} of the interface in {}; English stands in the place.",
            language_name(lang, UiLang::En)
        ),
        format!("Add to this file:{lines}{more}"),
    )
}

/// A language without any words, in Japanese.
pub(super) fn all_ja(lang: Lang, has_theme: bool) -> (String, String) {
    let message = format!(
        "テーマに、{}の画面の言葉がありません。メニューや見出しは英語になります。",
        language_name(lang, UiLang::Ja)
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

/// The same in English.
pub(super) fn all_en(lang: Lang, has_theme: bool) -> (String, String) {
    let message = format!(
        "The theme has no words of the interface in {}: menus and labels are in English there.",
        language_name(lang, UiLang::En)
    );
    let write = "Copy into it what stands in strings/en.yaml and strings/print.en.yaml of the default theme, and put your own words behind the keys; keys that you leave out stay English.";
    let help = if has_theme {
        format!("Make this file. {write}")
    } else {
        format!(
            "Make this file, in a folder `themes` beside the content folder, and add this line to site.yaml:\n  theme: ours\n{write}"
        )
    };
    (message, help)
}

/// The first lines to be written, and how many more there are.
fn lines(keys: &[String]) -> (String, Option<usize>) {
    let lines = keys.iter().take(MOST).map(|key| format!("\n  {key}: …"));
    (
        lines.collect(),
        keys.len().checked_sub(MOST).filter(|more| *more > 0),
    )
}
