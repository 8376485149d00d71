//! `chirashi new`: files to be filled in, from what the content already holds.

use std::io::IsTerminal;
use std::path::PathBuf;

use clap::ArgMatches;

use super::args;
use super::ask::{self, Answers};
use super::{Status, new_files, report, say, translate};
use crate::base::{Date, DocKind, Slug};
use crate::diagnostic::{Begin, Diagnostic, DiagnosticKind, UiLang};
use crate::project;
use crate::scaffold::{self, KnownNames, NewFile};

/// Writes new files, and says what to do next.
pub(super) fn run(matches: &ArgMatches, lang: UiLang) -> Status {
    let word = |name: &str| matches.get_one::<String>(name).cloned();
    let content = matches
        .get_one::<PathBuf>("content")
        .cloned()
        .unwrap_or_else(|| "content".into());
    let kind = word("kind").and_then(|kind| DocKind::of_scheme(&kind));
    let (kind, slug) = (kind, word("slug"));
    if (kind.is_none() || slug.is_none()) && !can_ask() {
        say(&args::help_of("new", lang));
        return if kind.is_none() {
            Status::Done
        } else {
            Status::Machine
        };
    }
    let Some(docs) = project::survey(&content) else {
        let place = content.display().to_string();
        let problem = Diagnostic::at_path(place, DiagnosticKind::Begin(Begin::NoContent));
        return report::refuse(vec![problem], lang);
    };
    let known = KnownNames::of(&docs);
    let from = word("translate-from");
    let answers = match (kind, slug) {
        (Some(kind), Some(slug)) => Answers {
            kind,
            slug,
            name: None,
            topics: Vec::new(),
        },
        (kind, slug) => match ask::ask(kind, slug, &known, lang) {
            Some(answers) => answers,
            None => {
                say(lang.pick(
                    "取りやめました。何も書いていません。\n",
                    "Stopped; nothing was written.\n",
                ));
                return Status::Machine;
            }
        },
    };
    match wanted(answers) {
        Ok(NewFile { kind, slug, .. }) if from.is_some() => {
            let from = from.unwrap_or_default();
            translate::run(&content, docs, (kind, &slug), &from, lang)
        }
        Ok(wanted) => new_files::write(&content, &scaffold::files(&wanted, &known, lang), lang),
        Err(problem) => report::refuse(vec![*problem], lang),
    }
}

/// Whether somebody is there to answer.
fn can_ask() -> bool {
    std::io::stdin().is_terminal() && std::io::stderr().is_terminal()
}

fn wanted(answers: Answers) -> Result<NewFile, Box<Diagnostic>> {
    let Answers {
        kind,
        slug,
        name,
        topics,
    } = answers;
    match Slug::parse(&slug) {
        Some(slug) => Ok(NewFile {
            kind,
            slug,
            name,
            topics,
            today: today(),
        }),
        None => {
            let suggestion = scaffold::suggestion(&slug).map(|s| s.to_string());
            let kind = Begin::Name {
                written: slug,
                suggestion,
                kind,
            };
            Err(Box::new(Diagnostic::of_run(DiagnosticKind::Begin(kind))))
        }
    }
}

/// Today in Japan, which has had one offset since 1951.
fn today() -> Date {
    let offset = jiff::tz::Offset::constant(9);
    let day = offset.to_datetime(jiff::Timestamp::now());
    Date::from(day.date())
}
