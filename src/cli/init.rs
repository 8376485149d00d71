//! `chirashi init`: a small working campaign in a new folder.

use std::path::{Path, PathBuf};

use clap::ArgMatches;

use super::{Status, report, say};
use crate::diagnostic::UiLang;
use crate::{output, scaffold};

/// Writes the starter, and says what to do next.
pub(super) fn run(matches: &ArgMatches, lang: UiLang) -> Status {
    let Some(root) = matches.get_one::<PathBuf>("dir") else {
        return Status::Machine;
    };
    let files = scaffold::campaign();
    let done = output::must_be_vacant(root).and_then(|()| output::create(root, &files));
    match done {
        Ok(()) => {
            say(&next(root, lang));
            Status::Done
        }
        Err(problems) => report::refuse(problems, lang),
    }
}

fn next(root: &Path, lang: UiLang) -> String {
    let folder = root.display();
    let go = if root == Path::new(".") {
        String::new()
    } else {
        format!("    cd \"{folder}\"\n")
    };
    lang.pick(
        format!(
            "「{folder}」に、見本の入ったキャンペーンを作りました。

次にすること：

{go}    chirashi serve --open

ブラウザーに見本のサイトが出ます。content フォルダーの文章を自分たちのものに書き換えて
保存すると、画面も新しくなります。くわしいことは README.txt にあります。
"
        ),
        format!(
            "Made a campaign with a sample in it, in `{folder}`.

What to do next:

{go}    chirashi serve --open

The browser shows the sample's site. Write your own texts in the place of those in the folder
content: what you save appears by itself. README.txt tells more.
"
        ),
    )
}
