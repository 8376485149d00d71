//! Mistakes on the command line, in the reader's language.

use std::ffi::OsString;

use clap::error::{ContextKind, ContextValue, ErrorKind};

use super::{Status, args, complain, say};
use crate::base::DocKind;
use crate::diagnostic::{UiLang, kind_name};
use crate::source::nearest;

/// Answers a command line that clap refused, or a request for help or version.
pub(super) fn explain(error: &clap::Error, typed: Vec<OsString>, lang: UiLang) -> Status {
    if matches!(
        error.kind(),
        ErrorKind::DisplayHelp | ErrorKind::DisplayVersion
    ) {
        say(&error.render().to_string());
        return Status::Done;
    }
    let context = |kind| match error.get(kind) {
        Some(ContextValue::String(text)) => vec![text.clone()],
        Some(ContextValue::Strings(texts)) => texts.clone(),
        _ => Vec::new(),
    };
    let first = |kind| context(kind).into_iter().next();
    let argument = first(ContextKind::InvalidArg).or_else(|| first(ContextKind::InvalidSubcommand));
    let argument = argument.unwrap_or_default();
    let value = first(ContextKind::InvalidValue).unwrap_or_default();
    let what = what(
        error.kind(),
        &argument,
        &value,
        &context(ContextKind::InvalidArg),
        first(ContextKind::PriorArg).as_deref(),
        lang,
    );
    let known = context(ContextKind::ValidValue);
    let known: Vec<String> = known
        .into_iter()
        .filter(|known| !known.is_empty())
        .collect();
    let commands = args::names(lang);
    let meant = match error.kind() {
        ErrorKind::InvalidSubcommand => {
            let commands = commands.iter().map(String::as_str);
            command_meant(&argument, commands).map(|meant| (argument.as_str(), meant))
        }
        ErrorKind::UnknownArgument => {
            let option = first(ContextKind::SuggestedArg);
            option.map(|meant| (argument.as_str(), meant))
        }
        _ => value_meant(&value, &known)
            .filter(|meant| *meant != value)
            .map(|meant| (value.as_str(), meant)),
    };
    let typed: Vec<String> = typed
        .into_iter()
        .skip(1)
        .map(|arg| arg.to_string_lossy().into_owned())
        .collect();
    let mut help = String::new();
    if let Some((wrong, right)) = meant {
        let line = rewritten(&typed, wrong, &right);
        help += &lang.pick(
            format!("次のことでしょうか：\n  {line}\n"),
            format!("Did you mean this?\n  {line}\n"),
        );
    }
    if known.is_empty() {
        help += wanted(&argument, lang);
    } else {
        let known = known.join(lang.pick("、", ", "));
        help += &lang.pick(
            format!("使えるもの：{known}\n"),
            format!("What can stand here: {known}\n"),
        );
    }
    let command = typed.iter().find(|arg| commands.contains(arg));
    let command = command.map_or_else(String::new, |command| format!(" {command}"));
    complain(&format!(
        "{}: {what}\n{help}{}\n",
        lang.pick("エラー", "error"),
        lang.pick(
            format!("使い方は chirashi{command} --help で見られます。"),
            format!("See chirashi{command} --help."),
        ),
    ));
    Status::Machine
}

/// What a value has to be.
fn wanted(argument: &str, lang: UiLang) -> &'static str {
    let name = argument.split([' ', '=']).next().unwrap_or_default();
    match name {
        "--port" => lang.pick(
            "1から65535までの番号を書きます。\n",
            "Write a number from 1 to 65535.\n",
        ),
        "--base-url" => lang.pick(
            "「https://」から始まるアドレスを書きます。例： https://example.org/\n",
            "Write an address that begins with https://, for example https://example.org/\n",
        ),
        "--date" => lang.pick(
            "日付は 2022-11-17 のように書きます。\n",
            "Write the day like this: 2022-11-17\n",
        ),
        _ => "",
    }
}

/// What is wrong.
fn what(
    kind: ErrorKind,
    argument: &str,
    value: &str,
    all: &[String],
    prior: Option<&str>,
    lang: UiLang,
) -> String {
    match kind {
        ErrorKind::InvalidSubcommand => lang.pick(
            format!("「{argument}」という命令はありません。"),
            format!("There is no command `{argument}`."),
        ),
        ErrorKind::UnknownArgument if !argument.starts_with('-') => lang.pick(
            format!("「{argument}」は余分です。ここには何も書けません。"),
            format!("`{argument}` is too much: nothing can stand here."),
        ),
        ErrorKind::UnknownArgument => lang.pick(
            format!("「{argument}」という指定はありません。"),
            format!("There is no option `{argument}`."),
        ),
        ErrorKind::InvalidValue | ErrorKind::ValueValidation if !value.is_empty() => lang.pick(
            format!("「{argument}」に「{value}」は指定できません。"),
            format!("`{value}` cannot be given to `{argument}`."),
        ),
        ErrorKind::TooManyValues => lang.pick(
            format!("「{argument}」には値を書きません。「={value}」を消してください。"),
            format!("`{argument}` takes no value. Remove `={value}`."),
        ),
        ErrorKind::InvalidValue | ErrorKind::NoEquals | ErrorKind::WrongNumberOfValues => lang
            .pick(
                format!("「{argument}」の後に値が要ります。"),
                format!("`{argument}` needs a value."),
            ),
        ErrorKind::MissingRequiredArgument if all.iter().all(|name| name.starts_with('-')) => lang
            .pick(
                format!("「{}」も一緒に書いてください。", all.join("、")),
                format!("`{}` is needed, too.", all.join(", ")),
            ),
        ErrorKind::MissingRequiredArgument => lang.pick(
            format!("{} を書いてください。", all.join("、")),
            format!("{} is needed.", all.join(", ")),
        ),
        ErrorKind::ArgumentConflict => match prior.filter(|prior| *prior != argument) {
            Some(prior) => lang.pick(
                format!("「{argument}」と「{prior}」は、一緒には指定できません。"),
                format!("`{argument}` and `{prior}` cannot be given together."),
            ),
            None => lang.pick(
                format!("「{argument}」は1度だけ指定してください。"),
                format!("`{argument}` can be given only once."),
            ),
        },
        ErrorKind::InvalidUtf8 => lang.pick(
            "書かれた文字を読めません。".to_owned(),
            "The characters cannot be read.".to_owned(),
        ),
        _ => lang.pick(
            "命令を読めません。".to_owned(),
            "The command cannot be read.".to_owned(),
        ),
    }
}

/// The command that was probably meant; a kind of document alone is one to make.
fn command_meant<'c>(written: &str, commands: impl Iterator<Item = &'c str>) -> Option<String> {
    if written == "help" {
        return Some("--help".to_owned());
    }
    let kinds = DocKind::ALL.map(|kind| kind.scheme().to_owned());
    let kind = || value_meant(written, &kinds).map(|kind| format!("new {kind}"));
    nearest(written, commands).or_else(kind)
}

/// The value that was probably meant: nearly the same, or what it is called in Japanese.
fn value_meant(written: &str, known: &[String]) -> Option<String> {
    let is_called = |kind: &DocKind| {
        kind_name(*kind, UiLang::Ja) == written || *kind == DocKind::Event && written == "集会"
    };
    let kind = DocKind::ALL.into_iter().find(is_called);
    let named = kind.map(|kind| kind.scheme().to_owned());
    let named = named.filter(|name| known.contains(name));
    let near = || nearest(&written.to_lowercase(), known.iter().map(String::as_str));
    named.or_else(near)
}

/// The command line as it was probably meant.
fn rewritten(typed: &[String], wrong: &str, right: &str) -> String {
    let at = typed.iter().position(|arg| {
        arg == wrong
            || arg
                .split_once('=')
                .is_some_and(|(name, value)| name == wrong || value == wrong)
    });
    let words = typed.iter().enumerate().map(|(here, arg)| {
        if Some(here) == at {
            arg.replacen(wrong, right, 1)
        } else if arg.contains([' ', '\u{3000}']) {
            format!("\"{arg}\"")
        } else {
            arg.clone()
        }
    });
    let words: Vec<String> = words.collect();
    format!("chirashi {}", words.join(" "))
}
