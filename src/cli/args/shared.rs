//! What several commands take.

use std::path::PathBuf;

use clap::builder::PossibleValuesParser;
use clap::{Arg, ArgAction, Command, value_parser};

use crate::base::BaseUrl;
use crate::diagnostic::UiLang;

pub(super) fn template(lang: UiLang) -> String {
    let usage = lang.pick("使い方", "Usage");
    format!(
        "{{about}}

{usage}: {{usage}}

{{all-args}}
"
    )
}

pub(super) fn heading(lang: UiLang) -> &'static str {
    lang.pick("指定", "Options")
}

pub(super) fn sub(name: &'static str, lang: UiLang) -> Command {
    Command::new(name)
        .disable_help_flag(true)
        .help_template(template(lang))
        .arg(help(lang))
        .arg(ui_lang(lang))
}

pub(super) fn help(lang: UiLang) -> Arg {
    Arg::new("help")
        .long("help")
        .short('h')
        .action(ArgAction::Help)
        .help_heading(heading(lang))
        .help(lang.pick("この説明を表示する", "Show this help"))
}

pub(super) fn ui_lang(lang: UiLang) -> Arg {
    Arg::new("ui-lang")
        .long("ui-lang")
        .value_name("ja|en")
        .hide_possible_values(true)
        .value_parser(PossibleValuesParser::new(["ja", "en"]))
        .help_heading(heading(lang))
        .help(lang.pick("表示の言語", "The language of messages"))
}

pub(super) fn folder(name: &'static str, lang: UiLang) -> Arg {
    Arg::new(name)
        .long(name)
        .value_name(lang.pick("フォルダー", "DIR"))
        .value_parser(value_parser!(PathBuf))
        .help_heading(heading(lang))
}

pub(super) fn flag(name: &'static str, lang: UiLang) -> Arg {
    Arg::new(name)
        .long(name)
        .action(ArgAction::SetTrue)
        .help_heading(heading(lang))
}

pub(super) fn format(lang: UiLang) -> Arg {
    Arg::new("format")
        .long("format")
        .value_name("text|json")
        .hide_possible_values(true)
        .value_parser(PossibleValuesParser::new(["text", "json"]))
        .help_heading(heading(lang))
}

/// What both `build` and `check` take.
pub(super) fn inputs(lang: UiLang) -> Vec<Arg> {
    let t = |ja: &'static str, en: &'static str| lang.pick(ja, en);
    vec![
        folder("content", lang).help(t(
            "原稿のフォルダー（なければ content）",
            "The content folder (default: content)",
        )),
        folder("theme", lang).help(t(
            "標準のテーマに重ねるフォルダー",
            "A theme folder laid over the default theme",
        )),
        Arg::new("base-url")
            .long("base-url")
            .value_name("URL")
            .value_parser(|text: &str| BaseUrl::parse(text).ok_or("https://example.org/"))
            .help_heading(heading(lang))
            .help(t(
                "公開先のアドレス",
                "The address under which the site is published",
            )),
        flag("drafts", lang).help(t(
            "下書き（draft: true）も含める",
            "Include drafts (draft: true)",
        )),
        flag("no-leaflets", lang)
            .help(t("チラシのPDFを作らない", "Do not make the leaflets' PDFs")),
        format(lang).help(t("誤りの表示のしかた", "How problems are reported")),
    ]
}
