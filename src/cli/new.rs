//! `chirashi new`: files to be filled in, from what the content already holds.

use std::io::IsTerminal;
use std::path::PathBuf;

use clap::ArgMatches;

use super::ask::{self, Answers};
use super::fault::CliFault;
use super::{Status, new_files, report, say, translate};
use crate::base::{DocKind, Slug};
use crate::diagnostic::{Diagnostic, UiLang};
use crate::scaffold::{self, KnownNames, NewFile};
use crate::site::SiteFault;
use crate::{project, source};

/// Writes new files, and says what to do next.
pub(super) fn run(matches: &ArgMatches, lang: UiLang) -> Status {
    let word = |name: &str| matches.get_one::<String>(name).cloned();
    let content = matches
        .get_one::<PathBuf>("content")
        .cloned()
        .unwrap_or_else(|| "content".into());
    let kind = word("kind").and_then(|kind| DocKind::of_scheme(&kind));
    // Of two names, the first is the event's: `new statement <event> <speaker>`.
    let (event, slug) = match (word("slug"), word("speaker")) {
        (Some(event), Some(slug)) => (Some(event), Some(slug)),
        (slug, _) => (None, slug),
    };
    if let (Some(kind), Some(first), Some(more)) = (kind, &event, &slug)
        && kind != DocKind::Statement
    {
        let (slug, more) = (first.clone(), more.clone());
        let fault = CliFault::OneName { kind, slug, more };
        return report::refuse(vec![Diagnostic::of_run(fault)], lang);
    }
    if (kind.is_none() || slug.is_none()) && !can_ask() {
        // Nobody is there to be asked.
        let fault = CliFault::NoName { kind };
        return report::refuse(vec![Diagnostic::of_run(fault)], lang);
    }
    let Some(docs) = project::survey(&content) else {
        return report::refuse(vec![project::why_no_site(&content)], lang);
    };
    let known = KnownNames::of(&docs);
    let from = word("translate-from");
    // One name that is an event's: the speaker is missing.
    let (event, slug) = match (event, slug) {
        (None, Some(only)) if kind == Some(DocKind::Statement) && is_event(&only, &known) => {
            if !can_ask() {
                let fault = CliFault::WhichSpeaker {
                    event: only,
                    known: names(DocKind::Speaker, &known),
                };
                return report::refuse(vec![Diagnostic::of_run(fault)], lang);
            }
            (Some(only), None)
        }
        names => names,
    };
    let answers = match (kind, slug) {
        (Some(kind), Some(slug)) if event.is_some() || !ask::needs_event(kind, &known) => Answers {
            kind,
            event,
            slug,
            name: None,
            topics: Vec::new(),
        },
        (Some(kind), Some(slug)) => Answers {
            kind,
            event: if can_ask() && from.is_none() {
                ask::which_event(&known, lang)
            } else {
                known.only_event(kind).map(ToString::to_string)
            },
            slug,
            name: None,
            topics: Vec::new(),
        },
        (kind, slug) => match ask::ask(kind, (event, slug), &known, lang) {
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
    let wanted = match wanted(answers, &known) {
        Ok(wanted) => wanted,
        Err(problem) => return report::refuse(vec![*problem], lang),
    };
    if let Some(from) = from {
        return translate::run(&content, docs, &wanted, &from, lang);
    }
    match in_the_way(&wanted, &known) {
        Some(fault) => report::refuse(vec![Diagnostic::of_run(fault)], lang),
        None => {
            let status = new_files::write(&content, &scaffold::files(&wanted, &known, lang), lang);
            if let (Status::Done, Some(event)) = (status, taken(&wanted, &known)) {
                say(&lang.pick(
                    format!(
                        "\n発言は「{event}」でのものになります（site.yaml の event）。別の催しでの発言なら、event: にその名前を書いてください。\n"
                    ),
                    format!(
                        "\nThe statement counts as made at `{event}` (`event` in site.yaml). Was it another event? Write its name after `event:`.\n"
                    ),
                ));
            }
            status
        }
    }
}

/// The event that is taken where nobody was there to be asked which of several it is.
fn taken<'k>(wanted: &NewFile, known: &'k KnownNames) -> Option<&'k Slug> {
    let asks = wanted.event.is_none() && ask::needs_event(wanted.kind, known);
    known.default_event.as_ref().filter(|_| asks)
}

/// What keeps a new original from being written, though there is nothing wrong with its name.
fn in_the_way(wanted: &NewFile, known: &KnownNames) -> Option<CliFault> {
    if known.is_address(wanted.kind, &wanted.slug) {
        let (kind, slug) = (wanted.kind, wanted.slug.to_string());
        return Some(CliFault::NameTaken { kind, slug });
    }
    match (wanted.kind, &wanted.event) {
        (DocKind::Statement, Some(event)) => {
            let file = known.own(event, &wanted.slug)?;
            Some(CliFault::AlreadySaid {
                event: event.to_string(),
                file: file.to_owned(),
            })
        }
        // Nobody was there to be asked, and nothing says which of several events it is.
        (kind @ DocKind::Speaker, None)
            if known.default_event.is_none() && ask::needs_event(kind, known) =>
        {
            Some(CliFault::WhichEvent {
                person: Some(wanted.slug.to_string()),
                known: names(DocKind::Event, known),
            })
        }
        _ => None,
    }
}

/// The names of the files of a kind.
fn names(kind: DocKind, known: &KnownNames) -> Vec<String> {
    let all = known.all(kind).iter();
    all.map(|thing| thing.slug.to_string()).collect()
}

/// Whether a name is an event's and not a speaker's.
fn is_event(name: &str, known: &KnownNames) -> bool {
    known.has(DocKind::Event, name) && !known.has(DocKind::Speaker, name)
}

/// Whether somebody is there to answer.
fn can_ask() -> bool {
    std::io::stdin().is_terminal() && std::io::stderr().is_terminal()
}

fn wanted(answers: Answers, known: &KnownNames) -> Result<NewFile, Box<Diagnostic>> {
    let Answers {
        kind,
        event,
        slug,
        name,
        topics,
    } = answers;
    if let (DocKind::Statement, Some(first)) = (kind, &event)
        && is_event(&slug, known)
        && known.has(DocKind::Speaker, first)
        && !known.has(DocKind::Event, first)
    {
        let fault = CliFault::Swapped {
            event: slug,
            speaker: first.clone(),
        };
        return Err(Box::new(Diagnostic::of_run(fault)));
    }
    let event = match event {
        Some(event) => Some(there(DocKind::Event, &event, known)?),
        None if kind == DocKind::Statement => {
            let kind = CliFault::WhichEvent {
                person: None,
                known: names(DocKind::Event, known),
            };
            return Err(Box::new(Diagnostic::of_run(kind)));
        }
        None => None,
    };
    if kind == DocKind::Statement {
        there(DocKind::Speaker, &slug, known)?;
    }
    match Slug::parse(&slug) {
        Some(name) if name.is_reserved() => {
            let fault = CliFault::ReservedName {
                written: slug,
                kind,
            };
            Err(Box::new(Diagnostic::of_run(fault)))
        }
        Some(name) if kind == DocKind::Event && scaffold::is_no_day(&name) => {
            let suggestion = scaffold::with_day(&name).map(|slug| slug.to_string());
            let fault = CliFault::NoDay {
                written: slug,
                suggestion,
            };
            Err(Box::new(Diagnostic::of_run(fault)))
        }
        Some(slug) => Ok(NewFile {
            kind,
            event,
            slug,
            name,
            topics,
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

/// The name of something that has to be there already.
fn there(kind: DocKind, name: &str, known: &KnownNames) -> Result<Slug, Box<Diagnostic>> {
    let all = || known.all(kind).iter().map(|thing| &thing.slug);
    all()
        .find(|slug| slug.as_str() == name)
        .cloned()
        .ok_or_else(|| {
            let kind = SiteFault::UnknownReference {
                kind,
                slug: name.to_owned(),
                nearest: source::nearest(name, all().map(Slug::as_str)),
                known: all().take(12).map(ToString::to_string).collect(),
            };
            Box::new(Diagnostic::of_run(kind))
        })
}
