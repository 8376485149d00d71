//! `chirashi build`: the whole site and its leaflets into the output folder.

use std::path::{Path, PathBuf};
use std::time::Instant;

use super::args::{Build, OutputFormat};
use super::{Status, report, say};
use crate::cache::Cache;
use crate::diagnostic::{Diagnostic, UiLang};
use crate::output::{OutputPlace, WriteStats, current, emit};
use crate::project::{BuildOptions, Outcome, Project};

/// Builds, and writes when nothing is wrong.
pub(super) fn run(args: &Build, lang: UiLang) -> Status {
    let begun = Instant::now();
    let options = report::options(args);
    let (mut outcome, folders, known) = report::with_spinner(args, lang, || make(args, &options));
    let mut written = known;
    let is_good = !outcome.problems.has_errors();
    if let Some(files) = outcome.files.as_ref().filter(|_| is_good) {
        let (folders, record) = (paths(&folders), outcome.record.as_ref());
        match emit(&place(args, &folders, &options.cache), files, record) {
            Ok(done) => written = Some(done),
            Err(kind) => {
                let folder = args.out.display().to_string();
                outcome.problems.report(Diagnostic::at_path(folder, kind));
            }
        }
    }
    let status = report::diagnostics(&outcome.problems, &outcome.sources, args.format, lang);
    match (written, args.format) {
        (Some(done), OutputFormat::Text) => {
            let (made, seconds) = (outcome.made, begun.elapsed().as_secs_f64());
            let out = args.out.display();
            say(&report::remarks(&outcome.problems, &outcome.sources, lang));
            say(&report::left_out(&outcome.problems, &outcome.sources, lang));
            say(&lang.pick(
                format!(
                    "{out} にできました：ページ {}、PDF {}（書き込み {}、変更なし {}、削除 {}）{seconds:.1}秒\n",
                    made.pages, made.pdfs, done.written, done.unchanged, done.removed,
                ),
                format!(
                    "Built {out}: {} pages, {} PDFs ({} files written, {} unchanged, {} removed) in {seconds:.1} s\n",
                    made.pages, made.pdfs, done.written, done.unchanged, done.removed,
                ),
            ));
        }
        (None, OutputFormat::Text) => say(lang.pick(
            "何も書きませんでした。前にできたサイトはそのままです。\n",
            "Nothing was written; the site built before is as it was.\n",
        )),
        (_, OutputFormat::Json) => {}
    }
    status
}

/// Renders the site, unless an earlier build made it of the same and its files are still there;
/// with the folders that it was made from.
fn make(args: &Build, options: &BuildOptions) -> (Outcome, Vec<PathBuf>, Option<WriteStats>) {
    let project = Project::open(options);
    let folders = sources(args, project.theme_folder());
    let earlier = project.inputs().and_then(|inputs| {
        let folders = paths(&folders);
        current(&place(args, &folders, &options.cache), inputs)
    });
    let known = earlier.and_then(|(files, told)| {
        let stats = WriteStats {
            unchanged: files.len(),
            ..WriteStats::default()
        };
        Some((project.as_before(&told)?, stats))
    });
    match known {
        Some((outcome, stats)) => (outcome, folders, Some(stats)),
        None => (project.build(), folders, None),
    }
}

/// The folders that the output must not touch: what was read, and a program's own sources
/// beside it.
fn sources(args: &Build, theme: Option<&Path>) -> Vec<PathBuf> {
    let beside = args
        .content
        .parent()
        .map_or_else(PathBuf::new, Path::to_path_buf);
    let mut all = vec![
        args.content.clone(),
        beside.join("themes"),
        beside.join("src"),
    ];
    all.extend(theme.map(Path::to_path_buf));
    all
}

fn paths(folders: &[PathBuf]) -> Vec<&Path> {
    folders.iter().map(PathBuf::as_path).collect()
}

fn place<'p>(args: &'p Build, sources: &'p [&'p Path], cache: &'p Cache) -> OutputPlace<'p> {
    OutputPlace {
        out: &args.out,
        sources,
        force: args.force,
        cache,
    }
}
