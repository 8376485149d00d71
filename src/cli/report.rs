//! Problems and progress, told to a person or a program.

use std::io::IsTerminal;
use std::time::Duration;

use indicatif::{ProgressBar, ProgressStyle};

use super::args::{Build, OutputFormat};
use super::{Status, complain, say};
use crate::diagnostic::{Diagnostic, Diagnostics, Located, Severity, Sources, UiLang, draw, json};
use crate::project::BuildOptions;

/// A sign of life on a terminal, nothing on a pipe; it goes away by itself.
pub(super) fn spinner(lang: UiLang, format: OutputFormat) -> Option<ProgressBar> {
    let shown = std::io::stderr().is_terminal() && format == OutputFormat::Text;
    shown.then(|| {
        let bar = ProgressBar::new_spinner();
        if let Ok(style) = ProgressStyle::with_template("{spinner} {msg} {elapsed}") {
            bar.set_style(style);
        }
        bar.set_message(lang.pick("作っています…", "Building…"));
        bar.enable_steady_tick(Duration::from_millis(100));
        bar
    })
}

/// What to build, as the arguments say.
pub(super) fn options(args: &Build) -> BuildOptions {
    BuildOptions {
        content: args.content.clone(),
        theme: args.theme.clone(),
        base_url: args.base_url.clone(),
        drafts: args.drafts,
        leaflets: args.leaflets,
        faces: true,
        cache: super::cache::open(),
    }
}

/// Does `work` with a sign of life.
pub(super) fn with_spinner<T>(args: &Build, lang: UiLang, work: impl FnOnce() -> T) -> T {
    let bar = spinner(lang, args.format);
    let done = work();
    if let Some(bar) = bar {
        bar.finish_and_clear();
    }
    done
}

/// Reports every problem; with `--format json` on standard output, else on standard error.
pub(super) fn diagnostics(
    diagnostics: &Diagnostics,
    sources: &Sources,
    format: OutputFormat,
    lang: UiLang,
) -> Status {
    let mut all = diagnostics.sorted(sources);
    if format == OutputFormat::Text {
        all.retain(|problem| problem.severity() != Severity::Remark);
    }
    let colour = std::io::stderr().is_terminal() && std::env::var_os("NO_COLOR").is_none();
    for problem in &all {
        let problem = Located::new(problem, sources, lang);
        match format {
            OutputFormat::Json => say(&(json::line(&problem) + "\n")),
            OutputFormat::Text => complain(&(draw::draw(&problem, colour) + "\n\n")),
        }
    }
    if format == OutputFormat::Text && !all.is_empty() {
        complain(&count(&all, lang));
    }
    status(&all)
}

/// Tells why nothing was written.
pub(super) fn refuse(problems: Vec<Diagnostic>, lang: UiLang) -> Status {
    let mut diagnostics = Diagnostics::default();
    for problem in problems {
        diagnostics.report(problem);
    }
    self::diagnostics(&diagnostics, &Sources::default(), OutputFormat::Text, lang)
}

/// The code of what statements leave out of their sources.
const LEFT_OUT: &str = "source/left-out";
/// The code of remarks on typefaces of the machine.
const LENT_FACE: &str = "leaflet/lent-face";

/// What leaflets borrowed, and what they left out to fit the paper, a line for each; many are cut
/// short.
pub(super) fn remarks(diagnostics: &Diagnostics, sources: &Sources, lang: UiLang) -> String {
    let heading = lang.pick(
        "紙面に収めるために省いたもの（全文はサイトにあります）：\n",
        "Left out to fit the paper (the site has everything in full):\n",
    );
    let borrowed = lang.pick(
        "パソコンの書体から借りた文字：\n",
        "Characters borrowed from typefaces of this machine:\n",
    );
    let fitted = |code: &str| code != LEFT_OUT && code != LENT_FACE;
    listed(borrowed, diagnostics, sources, lang, |code| {
        code == LENT_FACE
    }) + &listed(heading, diagnostics, sources, lang, fitted)
}

/// What statements left out of their sources, a line for each; many are cut short.
pub(super) fn left_out(diagnostics: &Diagnostics, sources: &Sources, lang: UiLang) -> String {
    let heading = lang.pick(
        "もとの文章にあって、載せていない数：\n",
        "Figures of the sources that are left out:\n",
    );
    listed(heading, diagnostics, sources, lang, |code| code == LEFT_OUT)
}

fn listed(
    heading: &str,
    diagnostics: &Diagnostics,
    sources: &Sources,
    lang: UiLang,
    is_wanted: fn(&str) -> bool,
) -> String {
    const MOST: usize = 8;
    let all = diagnostics.sorted(sources);
    let remarks: Vec<String> = all
        .iter()
        .filter(|problem| problem.severity() == Severity::Remark && is_wanted(problem.code()))
        .map(|problem| format!("  {}\n", problem.words(lang).message))
        .collect();
    let more = remarks.len().saturating_sub(MOST);
    let mut text = String::new();
    if !remarks.is_empty() {
        text.push_str(heading);
        text.extend(remarks.into_iter().take(MOST));
    }
    if more > 0 {
        text.push_str(&lang.pick(
            format!("  ほか{more}点（--format json で全部を表示）\n"),
            format!("  and {more} more (all of them with --format json)\n"),
        ));
    }
    text
}

fn count(all: &[&Diagnostic], lang: UiLang) -> String {
    let of = |severity| all.iter().filter(|p| p.severity() == severity).count();
    let (errors, warnings) = (of(Severity::Error), of(Severity::Warning));
    lang.pick(
        format!("エラー {errors}件、注意 {warnings}件\n"),
        format!(
            "{errors} error{}, {warnings} warning{}\n",
            plural(errors),
            plural(warnings)
        ),
    )
}

/// The ending of an English plural.
pub(super) const fn plural(number: usize) -> &'static str {
    if number == 1 { "" } else { "s" }
}

fn status(all: &[&Diagnostic]) -> Status {
    let mut errors = all
        .iter()
        .filter(|p| p.severity() == Severity::Error)
        .peekable();
    if errors.peek().is_none() {
        Status::Done
    } else if errors.all(|p| p.is_machines_fault()) {
        Status::Machine
    } else {
        Status::Content
    }
}
