//! `chirashi init`: a small working campaign in a new folder.

use std::path::{Path, PathBuf};

use clap::ArgMatches;

use super::{Status, report, say};
use crate::diag::UiLang;
use crate::{emit, scaffold};

/// Writes the starter, and says what to do next.
pub(super) fn run(matches: &ArgMatches, lang: UiLang) -> Status {
    let Some(root) = matches.get_one::<PathBuf>("dir") else {
        return Status::Machine;
    };
    let files = scaffold::campaign();
    let done = emit::must_be_vacant(root).and_then(|()| emit::create(root, &files));
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

{go}    chirashi build

できた public フォルダーの index.html を開くと、見本のサイトが見られます。
それから content フォルダーの文章を、自分たちのものに書き換えてください。
くわしいことは README.txt にあります。
"
        ),
        format!(
            "Made a campaign with a sample in it, in `{folder}`.

What to do next:

{go}    chirashi build

Then open index.html in the folder public to see the sample's site, and write your own texts
in the place of those in the folder content. README.txt tells more.
"
        ),
    )
}
