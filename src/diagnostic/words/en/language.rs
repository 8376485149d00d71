//! Languages that the site or the theme lacks, in English.

use super::join;
use crate::base::Lang;

/// As many keys are named.
const MOST: usize = 5;

fn called(lang: Lang) -> String {
    match lang.locale().called {
        (_, "") => format!("the language `{lang}`"),
        (_, name) => format!("{name} (`{lang}`)"),
    }
}

/// Files in a language that `site.yaml` does not name.
pub(super) fn unlisted(lang: Lang, count: usize, known: &[Lang]) -> (String, String) {
    let all: Vec<Lang> = known.iter().copied().chain([lang]).collect();
    let what = called(lang);
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
        more => format!("\nand {more} more"),
    };
    let number = match keys.len() {
        1 => "one word".to_owned(),
        number => format!("{number} words"),
    };
    (
        format!(
            "The theme lacks {number} of the interface in {}; English stands in the place.",
            called(lang)
        ),
        format!("Add to this file:{}{more}", lines.concat()),
    )
}

/// A language without any words.
pub(super) fn none(lang: Lang, has_theme: bool) -> (String, String) {
    let message = format!(
        "The theme has no words of the interface in {}: menus and labels are in English there.",
        called(lang)
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
