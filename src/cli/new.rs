//! `chirashi new`: files to be filled in, from what the content already holds.

use std::io::IsTerminal;
use std::path::{Path, PathBuf};

use clap::ArgMatches;

use super::args;
use super::ask::{self, Answers};
use super::fault::CliFault;
use super::{Status, report, say, translate};
use crate::base::{Date, DocKind, OutPath, Slug};
use crate::diagnostic::{Diagnostic, UiLang};
use crate::scaffold::{self, KnownNames, NewFile};
use crate::{output, project};

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
        let problem = Diagnostic::at_path(place, CliFault::NoContent);
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
        Ok(wanted) => write(&content, &scaffold::files(&wanted, &known, lang), lang),
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
            let kind = CliFault::Name {
                written: slug,
                suggestion,
                kind,
            };
            Err(Box::new(Diagnostic::of_run(kind)))
        }
    }
}

/// Today in Japan, which has had one offset since 1951.
fn today() -> Date {
    let offset = jiff::tz::Offset::constant(9);
    let day = offset.to_datetime(jiff::Timestamp::now());
    Date::from(day.date())
}

/// Writes files below the content folder, and tells their names.
pub(super) fn write(content: &Path, files: &[(OutPath, Vec<u8>)], lang: UiLang) -> Status {
    if let Err(problems) = output::create(content, files) {
        return report::refuse(problems, lang);
    }
    let names = files
        .iter()
        .map(|(path, _)| content.join(path.as_str()).display().to_string());
    let names = names.collect::<Vec<_>>().join(
        "
    ",
    );
    let check = match content.to_str() {
        Some("content") => "chirashi check".to_owned(),
        _ => format!("chirashi check --content \"{}\"", content.display()),
    };
    say(&lang.pick(
        format!(
            "次のファイルを作りました：\n\n    {names}\n\nテキストエディターで開き、【要記入】とあるところを書き換えてください。\n書き終えたら、{check} で調べます。\n"
        ),
        format!(
            "Made these files:\n\n    {names}\n\nOpen them in a text editor and write your own in the place of whatever says [FILL IN] or 【要記入】.\nThen look for mistakes with: {check}\n"
        ),
    ));
    Status::Done
}
