//! `chirashi check`: everything that `build` looks at, and nothing written but what `--fix` mends.

use super::args::{Check, OutputFormat};
use super::{Status, complain, external, fix, marks, report, say, summary};
use crate::diagnostic::{Diagnostics, UiLang};
use crate::project::{self, BuildOptions};

/// Mends when asked to, builds in memory, and reports.
pub(super) fn run(check: &Check, lang: UiLang) -> Status {
    let args = &check.build;
    let mut mending = Diagnostics::default();
    if check.fix {
        let mut told = fix::run(&args.content, lang, &mut mending);
        if check.marks {
            told += &marks::run(&report::options(args), lang, &mut mending);
        }
        match args.format {
            OutputFormat::Text => say(&told),
            OutputFormat::Json => complain(&told),
        }
    }
    // Typefaces take half of the time and only go into files.
    let options = BuildOptions {
        faces: false,
        ..report::options(args)
    };
    let build = || project::build(&options);
    let mut outcome = report::with_spinner(args, lang, build);
    outcome.problems.absorb(mending);
    if check.external {
        external::check(&outcome.sources, &mut outcome.problems);
    }
    let status = report::diagnostics(&outcome.problems, &outcome.sources, args.format, lang);
    if args.format == OutputFormat::Json {
        return status;
    }
    if let Some(stats) = &outcome.stats {
        say(&(summary::table(stats, lang) + "\n"));
    }
    say(&report::left_out(&outcome.problems, &outcome.sources, lang));
    if status == Status::Done {
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
