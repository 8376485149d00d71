//! `chirashi check`: everything that `build` looks at, and nothing written.

use super::args::{Build, Format};
use super::{Status, report, say};
use crate::diag::UiLang;

/// Builds in memory and reports.
pub(super) fn run(args: &Build, lang: UiLang) -> Status {
    let outcome = report::build(args, lang, |_, _| None);
    let status = report::problems(&outcome.problems, &outcome.sources, args.format, lang);
    if args.format == Format::Text && status == Status::Done {
        let made = outcome.made;
        say(&lang.pick(
            format!(
                "調べ終わりました：ページ {}、PDF {}\n",
                made.pages, made.pdfs
            ),
            format!("Checked: {} pages, {} PDFs\n", made.pages, made.pdfs),
        ));
    }
    status
}
