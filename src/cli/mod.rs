//! The command line. One file a command; nothing is decided here but how to ask
//! and how to answer.

mod answer;
mod args;
mod ask;
mod build;
mod cache;
mod check;
mod external;
mod fault;
mod fix;
mod handoff;
mod helpers;
mod import;
mod impose;
mod init;
mod marks;
mod new;
mod new_files;
mod prompts;
mod report;
mod schema;
mod serve;
mod summary;
mod translate;
mod translations;
mod usage;

use std::ffi::OsString;
use std::process::ExitCode;

use crate::diagnostic::UiLang;
use answer::{Status, complain, say};

/// Runs the program with the arguments of the command line, its own name first.
#[must_use]
pub fn run(args: Vec<OsString>) -> ExitCode {
    let lang = ui_lang(&args, |name| std::env::var(name).ok());
    match args::command(lang).try_get_matches_from(args.clone()) {
        Ok(matches) => {
            let status = match matches.subcommand() {
                Some(("build", matches)) => build::run(&args::Build::read(matches), lang),
                Some(("check", matches)) => check::run(&args::Check::read(matches), lang),
                Some(("serve", matches)) => serve::run(&args::Serve::read(matches), lang),
                Some(("import", matches)) => args::Import::read(matches)
                    .map_or(Status::Machine, |args| import::run(&args, lang)),
                Some(("new", matches)) => new::run(matches, lang),
                Some(("handoff", matches)) => handoff::run(&args::Single::read(matches), lang),
                Some(("impose", matches)) => impose::run(&args::Single::read(matches), lang),
                Some(("translations", matches)) => translations::run(matches, lang),
                Some(("schema", matches)) => schema::run(matches, lang),
                Some(("completions", matches)) => helpers::completions(matches, lang),
                Some(("man", matches)) => helpers::man(matches, lang),
                Some(("init", matches)) => init::run(matches, lang),
                _ => {
                    say(&args::command(lang).render_help().to_string());
                    Status::Done
                }
            };
            status.into()
        }
        Err(error) => usage::explain(&error, args, lang).into(),
    }
}

/// The language of messages: `--ui-lang`, else `CHIRASHI_LANG`, else `LC_ALL`, `LC_MESSAGES`,
/// `LANG`, else Japanese.
fn ui_lang(args: &[OsString], env: impl Fn(&str) -> Option<String>) -> UiLang {
    let mut args = args.iter().map(|a| a.to_string_lossy());
    while let Some(arg) = args.next() {
        let value = match arg.strip_prefix("--ui-lang") {
            Some("") => args.next().map(|v| v.to_string()),
            Some(rest) => rest.strip_prefix('=').map(str::to_owned),
            None => None,
        };
        if let Some(lang) = value.as_deref().and_then(UiLang::parse) {
            return lang;
        }
    }
    ["CHIRASHI_LANG", "LC_ALL", "LC_MESSAGES", "LANG"]
        .iter()
        .filter_map(|name| env(name))
        .filter(|value| !value.is_empty())
        .find_map(|value| UiLang::parse(&value))
        .unwrap_or(UiLang::Ja)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn chosen(args: &[&str], env: &[(&str, &str)]) -> UiLang {
        let args: Vec<OsString> = args.iter().map(Into::into).collect();
        ui_lang(&args, |name| {
            env.iter()
                .find(|(n, _)| *n == name)
                .map(|(_, v)| (*v).to_owned())
        })
    }

    #[test]
    fn the_language_is_chosen_in_order() {
        assert_eq!(chosen(&[], &[]), UiLang::Ja);
        assert_eq!(chosen(&[], &[("LANG", "en_GB.UTF-8")]), UiLang::En);
        assert_eq!(chosen(&[], &[("LANG", "fr_FR.UTF-8")]), UiLang::Ja);
        assert_eq!(chosen(&[], &[("LANG", "C.UTF-8")]), UiLang::Ja);
        assert_eq!(
            chosen(&[], &[("LC_ALL", "ja_JP.UTF-8"), ("LANG", "en_US")]),
            UiLang::Ja
        );
        assert_eq!(
            chosen(&[], &[("CHIRASHI_LANG", "en"), ("LC_ALL", "ja_JP")]),
            UiLang::En
        );
        assert_eq!(
            chosen(&["--ui-lang", "ja"], &[("CHIRASHI_LANG", "en")]),
            UiLang::Ja
        );
        assert_eq!(chosen(&["--ui-lang=en"], &[]), UiLang::En);
    }
}
