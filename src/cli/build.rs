//! `chirashi build`: the whole site and its leaflets into the output folder.

use std::path::{Path, PathBuf};
use std::time::Instant;

use super::args::{Build, OutputFormat};
use super::{Status, report, say};
use crate::cache::Cache;
use crate::diagnostic::{Diagnostic, UiLang};
use crate::output::{OutputPlace, WriteStats, current, emit};
use crate::project::Made;

/// Builds, and writes when nothing is wrong.
pub(super) fn run(args: &Build, lang: UiLang) -> Status {
    let begun = Instant::now();
    let cache = super::cache::open();
    let mut known = None;
    let mut outcome = report::build(args, lang, |inputs, theme| {
        let sources = sources(args, theme);
        let (files, told) = current(&place(args, &paths(&sources), &cache), inputs)?;
        known = Some(WriteStats {
            unchanged: files.len(),
            ..WriteStats::default()
        });
        Some((Made::of(files.iter()), told))
    });
    let mut written = known;
    let is_good = !outcome.problems.has_errors();
    if let Some(artifacts) = outcome.artifacts.as_ref().filter(|_| is_good) {
        let sources = sources(args, outcome.theme.as_deref());
        let record = outcome.record.as_ref();
        match emit(&place(args, &paths(&sources), &cache), artifacts, record) {
            Ok(done) => written = Some(done),
            Err(kind) => {
                let folder = args.out.display().to_string();
                outcome.problems.report(Diagnostic::at_path(folder, kind));
            }
        }
    }
    let status = report::problems(&outcome.problems, &outcome.sources, args.format, lang);
    match (written, args.format) {
        (Some(done), OutputFormat::Text) => {
            let (made, seconds) = (outcome.made, begun.elapsed().as_secs_f64());
            let out = args.out.display();
            say(&report::remarks(&outcome.problems, &outcome.sources, lang));
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
