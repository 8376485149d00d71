//! `chirashi completions` and `chirashi man`: help for shells and for `man`.

use clap::ArgMatches;
use clap_complete::Shell;

use super::{Status, args, complain, say};
use crate::diagnostic::UiLang;

/// Prints the completion script of a shell.
pub(super) fn completions(matches: &ArgMatches, lang: UiLang) -> Status {
    let Some(shell) = matches.get_one::<Shell>("shell") else {
        return Status::Machine;
    };
    let mut script = Vec::new();
    clap_complete::generate(*shell, &mut args::command(lang), "chirashi", &mut script);
    say(&String::from_utf8_lossy(&script));
    Status::Done
}

/// Prints the manual page of the program, or of one of its commands.
pub(super) fn man(matches: &ArgMatches, lang: UiLang) -> Status {
    let mut whole = args::command(lang);
    whole.build();
    let wanted = matches.get_one::<String>("command");
    let command = match wanted {
        None => Some(whole),
        Some(name) => whole.find_subcommand(name).cloned().map(|command| {
            let name = format!("chirashi-{name}");
            command.display_name(name)
        }),
    };
    let mut page = Vec::new();
    let written = command.map(|command| clap_mangen::Man::new(command).render(&mut page));
    match written {
        Some(Ok(())) => {
            say(&String::from_utf8_lossy(&page));
            Status::Done
        }
        _ => {
            let name = wanted.map_or("", String::as_str);
            complain(&lang.pick(
                format!("「{name}」という命令はありません。\n"),
                format!("There is no command `{name}`.\n"),
            ));
            Status::Machine
        }
    }
}
