//! Writes new files, originals or translations, and says what to do with them.

use std::path::Path;

use super::{Status, report, say};
use crate::base::OutPath;
use crate::diagnostic::UiLang;
use crate::output;

/// Writes files below the content folder, and tells their names.
pub(super) fn write(content: &Path, files: &[(OutPath, Vec<u8>)], lang: UiLang) -> Status {
    if let Err(problems) = output::create(content, files) {
        return report::refuse(problems, lang);
    }
    let names = files
        .iter()
        .map(|(path, _)| content.join(path.as_str()).display().to_string());
    let names = names.collect::<Vec<_>>().join(
        "
    ",
    );
    let check = match content.to_str() {
        Some("content") => "chirashi check".to_owned(),
        _ => format!("chirashi check --content \"{}\"", content.display()),
    };
    say(&lang.pick(
        format!(
            "次のファイルを作りました：\n\n    {names}\n\nテキストエディターで開き、【要記入】や [TRANSLATE] とあるところを書き換えてください。\n書き終えたら、{check} で調べます。\n"
        ),
        format!(
            "Made these files:\n\n    {names}\n\nOpen them in a text editor and write your own in the place of whatever says [FILL IN], [TRANSLATE] or 【要記入】.\nThen look for mistakes with: {check}\n"
        ),
    ));
    Status::Done
}
