//! `chirashi serve`: the live preview in a browser.

use std::net::SocketAddr;
use std::sync::Arc;

use super::args::{OutputFormat, Serve};
use super::{Status, report, say};
use crate::diagnostic::{Diagnostic, Diagnostics, Severity, Sources, UiLang};
use crate::preview::PreviewFault;
use crate::preview::{self, Say, ServeEvent};
use crate::{project, source};

/// Serves until Ctrl-C.
pub(super) fn run(args: &Serve, lang: UiLang) -> Status {
    let options = report::options(&args.build);
    // A folder that goes away is waited for; one that is no campaign's never becomes one.
    if !source::is_campaign(&options.content) {
        return report::refuse(vec![project::why_no_site(&options.content)], lang);
    }
    let told: Say = Arc::new(move |said| tell(said, lang));
    let ended = preview::bind(args.port).and_then(|listener| {
        let port = listener.local_addr().map_or(0, |at| at.port());
        let opened = |address| {
            if args.open {
                open(address, lang);
            }
        };
        preview::serve(&options, listener, lang, &told, opened).map_err(|error| {
            let reason = Some(error.to_string());
            PreviewFault::Port { port, reason }
        })
    });
    match ended {
        Ok(()) => Status::Done,
        Err(kind) => {
            let mut diagnostics = Diagnostics::default();
            diagnostics.report(Diagnostic::of_run(kind));
            report::diagnostics(&diagnostics, &Sources::default(), OutputFormat::Text, lang)
        }
    }
}

fn address(address: SocketAddr) -> String {
    format!("http://{address}/")
}

fn open(at: SocketAddr, lang: UiLang) {
    if open::that_detached(address(at)).is_err() {
        say(lang.pick(
            "ブラウザーを開けませんでした。上のアドレスをブラウザーに入れてください。\n",
            "No browser could be opened. Please type the address above into one.\n",
        ));
    }
}

fn tell(said: ServeEvent<'_>, lang: UiLang) {
    match said {
        ServeEvent::Ready(at) => {
            let at = address(at);
            say(&lang.pick(
                format!(
                    "プレビュー：{at}\n保存すると自動で更新されます。終えるには Ctrl-C を押してください。\n"
                ),
                format!(
                    "Preview: {at}\nWhat you save appears by itself. Press Ctrl-C to end.\n"
                ),
            ));
        }
        ServeEvent::Updated(time) => {
            let time = time.as_millis().max(1);
            say(&lang.pick(
                format!("更新しました（{time}ミリ秒）\n"),
                format!("Updated ({time} ms)\n"),
            ));
        }
        ServeEvent::Problems(diagnostics, sources) => print(diagnostics, sources, lang),
        ServeEvent::Gone => say(lang.pick(
            "原稿のフォルダーがなくなりました。戻るまで待っています。\n",
            "The content folder has gone. Waiting for it to come back.\n",
        )),
        ServeEvent::Back => say(lang.pick(
            "原稿のフォルダーが戻りました。\n",
            "The content folder is back.\n",
        )),
        ServeEvent::Ended => {
            say(lang.pick("\nプレビューを終えました。\n", "\nThe preview has ended.\n"));
        }
    }
}

/// Errors in full; warnings, which change with every edit, only by their number.
fn print(diagnostics: &Diagnostics, sources: &Sources, lang: UiLang) {
    let errors = diagnostics.as_slice().iter();
    let errors = errors.filter(|p| p.severity() == Severity::Error);
    let mut only = Diagnostics::default();
    errors.for_each(|problem| only.report(problem.clone()));
    if only.has_errors() {
        report::diagnostics(&only, sources, OutputFormat::Text, lang);
        return;
    }
    let warnings = diagnostics.sorted(sources).len();
    if warnings > 0 {
        say(&lang.pick(
            format!("エラーはありません（注意 {warnings}件）\n"),
            format!(
                "No errors ({warnings} warning{})\n",
                report::plural(warnings)
            ),
        ));
    }
}
