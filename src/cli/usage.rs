//! Mistakes on the command line, in the reader's language.

use clap::error::{ContextKind, ContextValue, ErrorKind};

use super::{Status, complain, say};
use crate::diagnostic::UiLang;

/// Answers a command line that clap refused, or a request for help or version.
pub(super) fn explain(error: &clap::Error, lang: UiLang) -> Status {
    if matches!(
        error.kind(),
        ErrorKind::DisplayHelp | ErrorKind::DisplayVersion
    ) {
        say(&error.render().to_string());
        return Status::Done;
    }
    let context = |kind| match error.get(kind) {
        Some(ContextValue::String(text)) => Some(text.clone()),
        Some(ContextValue::Strings(texts)) => Some(texts.join(", ")),
        _ => None,
    };
    let argument =
        context(ContextKind::InvalidArg).or_else(|| context(ContextKind::InvalidSubcommand));
    let argument = argument.unwrap_or_default();
    let value = context(ContextKind::InvalidValue).unwrap_or_default();
    let what = match error.kind() {
        ErrorKind::InvalidSubcommand => lang.pick(
            format!("「{argument}」という命令はありません。"),
            format!("There is no command `{argument}`."),
        ),
        ErrorKind::UnknownArgument => lang.pick(
            format!("「{argument}」という指定はありません。"),
            format!("There is no option `{argument}`."),
        ),
        ErrorKind::InvalidValue | ErrorKind::ValueValidation if !value.is_empty() => lang.pick(
            format!("「{argument}」に「{value}」は指定できません。"),
            format!("`{value}` cannot be given to `{argument}`."),
        ),
        ErrorKind::InvalidValue | ErrorKind::NoEquals | ErrorKind::WrongNumberOfValues => lang
            .pick(
                format!("「{argument}」の後に値が要ります。"),
                format!("`{argument}` needs a value."),
            ),
        ErrorKind::MissingRequiredArgument => lang.pick(
            format!("{argument} を書いてください。"),
            format!("{argument} is needed."),
        ),
        ErrorKind::ArgumentConflict => lang.pick(
            format!("「{argument}」は1度だけ指定してください。"),
            format!("`{argument}` can be given only once."),
        ),
        _ => lang.pick(
            "命令を読めません。".to_owned(),
            "The command cannot be read.".to_owned(),
        ),
    };
    let near = context(ContextKind::SuggestedSubcommand)
        .or_else(|| context(ContextKind::SuggestedArg))
        .or_else(|| context(ContextKind::ValidValue));
    let near = near.map(|near| {
        lang.pick(
            format!("使えるもの：{near}\n"),
            format!("What can stand here: {near}\n"),
        )
    });
    complain(&format!(
        "{}: {what}\n{}{}\n",
        lang.pick("エラー", "error"),
        near.unwrap_or_default(),
        lang.pick(
            "使い方は chirashi --help で見られます。",
            "See chirashi --help."
        ),
    ));
    Status::Machine
}
