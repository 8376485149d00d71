//! What can be written on the command line, described in both languages.

mod begin;
mod build;
mod leaflets;
mod shared;

use std::path::PathBuf;

use clap::{Arg, ArgAction, ArgMatches, Command, value_parser};

use crate::base::Date;
use crate::diagnostic::UiLang;

pub(super) use build::{Build, OutputFormat};
pub(super) use leaflets::Single;
use shared::{flag, folder, heading, help, inputs, sub, template, ui_lang};

/// The arguments of `check`.
#[derive(Debug, Clone)]
pub(super) struct Check {
    /// Those that `build` has too.
    pub build: Build,
    /// Mend slips in the files.
    pub fix: bool,
    /// Write marks behind headings that have none.
    pub marks: bool,
    /// Ask for addresses on other sites.
    pub external: bool,
}

impl Check {
    /// Takes the arguments out of what clap has read.
    pub(super) fn read(matches: &ArgMatches) -> Self {
        Self {
            build: Build::read(matches),
            fix: matches.get_flag("fix"),
            marks: matches.get_flag("marks"),
            external: matches.get_flag("external"),
        }
    }
}

/// The arguments of `import`.
#[derive(Debug, Clone)]
pub(super) struct Import {
    /// The report.
    pub file: PathBuf,
    /// The content folder.
    pub content: PathBuf,
    /// Go ahead without asking.
    pub yes: bool,
    /// The day of the rally.
    pub date: Option<Date>,
    /// Keep the text, so that statements are held to it.
    pub keep: bool,
}

impl Import {
    /// Takes the arguments out of what clap has read.
    pub(super) fn read(matches: &ArgMatches) -> Option<Self> {
        let path = |name: &str| matches.get_one::<PathBuf>(name).cloned();
        Some(Self {
            file: path("file")?,
            content: path("content").unwrap_or_else(|| "content".into()),
            yes: matches.get_flag("yes"),
            date: matches.get_one::<Date>("date").copied(),
            keep: !matches.get_flag("no-source"),
        })
    }
}

/// The arguments of `serve`.
#[derive(Debug, Clone)]
pub(super) struct Serve {
    /// What is served.
    pub build: Build,
    /// The port that is wanted.
    pub port: Option<u16>,
    /// Whether the browser is to be opened.
    pub open: bool,
}

impl Serve {
    /// Takes the arguments out of what clap has read.
    pub(super) fn read(matches: &ArgMatches) -> Self {
        Self {
            build: Build::read(matches),
            port: matches.get_one::<u16>("port").copied(),
            open: matches.get_flag("open"),
        }
    }
}

/// The whole command line.
pub(super) fn command(lang: UiLang) -> Command {
    let whole = described(lang);
    let names = whole.get_subcommands().map(|sub| sub.get_name().to_owned());
    let names: Vec<String> = names.collect();
    let in_words = |mut command: Command| {
        let usage = in_words(&command.render_usage().to_string(), lang);
        command.override_usage(usage)
    };
    let each = |whole: Command, name: String| {
        let called = format!("chirashi {name}");
        whole.mut_subcommand(name, |sub| in_words(sub.bin_name(called)))
    };
    in_words(names.into_iter().fold(whole, each))
}

/// What the commands are called.
pub(super) fn names(lang: UiLang) -> Vec<String> {
    let whole = described(lang);
    let names = whole.get_subcommands().filter(|sub| !sub.is_hide_set());
    names.map(|sub| sub.get_name().to_owned()).collect()
}

/// How a command is written, without the parser's own English.
fn in_words(usage: &str, lang: UiLang) -> String {
    let usage = usage.strip_prefix("Usage: ").unwrap_or(usage);
    match lang {
        UiLang::Ja => usage
            .replace("[OPTIONS]", "[指定]")
            .replace("[COMMAND]", "[命令]"),
        UiLang::En => usage.to_owned(),
    }
}

/// The whole command line, with the parser's own usage lines.
fn described(lang: UiLang) -> Command {
    let t = |ja: &'static str, en: &'static str| lang.pick(ja, en);
    Command::new("chirashi")
        .about(t(
            "集会の発言を、日本語と英語のサイトと、印刷できるチラシにします。",
            "Turns statements made at a rally into a site in Japanese and English, and into leaflets to print.",
        ))
        .version(env!("CARGO_PKG_VERSION"))
        .disable_version_flag(true)
        .disable_help_flag(true)
        .disable_help_subcommand(true)
        .subcommand_help_heading(t("命令", "Commands"))
        .help_template(template(lang))
        .arg(ui_lang(lang))
        .arg(help(lang))
        .arg(
            Arg::new("version")
                .long("version")
                .short('V')
                .action(ArgAction::Version)
                .help_heading(heading(lang))
                .help(t("版の番号を表示する", "Show the version")),
        )
        .subcommand(
            sub("build", lang)
                .about(t("サイトとチラシを作る", "Build the site and the leaflets"))
                .args(inputs(lang))
                .arg(
                    folder("out", lang)
                        .help(t("出力先のフォルダー（なければ public）", "The output folder (default: public)")),
                )
                .arg(flag("force", lang).help(t(
                    "チラシが作ったのではないファイルがある出力先にも書く",
                    "Write even to a folder that holds files of somebody else",
                ))),
        )
        .subcommand(
            sub("check", lang)
                .about(t(
                    "サイトは作らずに、誤りだけを調べる",
                    "Look for problems without building the site",
                ))
                .args(inputs(lang))
                .arg(flag("fix", lang).help(t(
                    "直し方の決まっている誤りを直す（もとのファイルも残す）",
                    "Mend what has one certain remedy, keeping the old files",
                )))
                .arg(flag("marks", lang).requires("fix").help(t(
                    "--fix とともに、印のない見出しに {#印} を付ける",
                    "With --fix: write a {#mark} behind headings that have none",
                )))
                .arg(flag("external", lang).help(t(
                    "ほかのサイトへのリンクが切れていないかも調べる（インターネットを使う）",
                    "Ask, over the internet, whether links to other sites still work",
                ))),
        )
        .subcommand(serve(lang))
        .subcommand(import(lang))
        .subcommands(begin::commands(lang))
        .subcommands(leaflets::commands(lang))
}

fn serve(lang: UiLang) -> Command {
    let t = |ja: &'static str, en: &'static str| lang.pick(ja, en);
    let inputs = inputs(lang).into_iter();
    sub("serve", lang)
        .about(t(
            "ブラウザーでプレビューする（保存すると自動で更新）",
            "Preview in a browser; what you save appears by itself",
        ))
        .args(inputs.filter(|arg| arg.get_id() != "format"))
        .arg(
            Arg::new("port")
                .long("port")
                .value_name(t("番号", "N"))
                .value_parser(value_parser!(u16))
                .help_heading(heading(lang))
                .help(t(
                    "ポート番号（なければ4000から空いている番号）",
                    "The port (default: the first free one from 4000)",
                )),
        )
        .arg(flag("open", lang).help(t("ブラウザーを開く", "Open the browser")))
}

fn import(lang: UiLang) -> Command {
    let t = |ja: &'static str, en: &'static str| lang.pick(ja, en);
    sub("import", lang)
        .about(t(
            "集会報告の文章から、発言者ごとの下書きを作る",
            "Make drafts, one for each speaker, from a rally report",
        ))
        .arg(
            Arg::new("file")
                .value_name(t("ファイル", "FILE"))
                .required(true)
                .value_parser(value_parser!(PathBuf))
                .help_heading(heading(lang))
                .help(t(
                    "文字だけのファイル（PDFから全文をコピーして保存したもの）",
                    "A plain text file, such as everything copied out of a PDF",
                )),
        )
        .arg(folder("content", lang).help(t(
            "下書きを置く原稿のフォルダー（なければ content）",
            "The content folder for the drafts (default: content)",
        )))
        .arg(flag("yes", lang).help(t("確かめずに書く", "Write without asking")))
        .arg(flag("no-source", lang).help(t(
            "もとの文章を content/sources/ に残さない（残した文章は発言との見くらべに使い、サイトには出ない）",
            "Do not keep the text in content/sources/, where check compares statements with it",
        )))
        .arg(
            Arg::new("date")
                .long("date")
                .value_name(t("日付", "DATE"))
                .value_parser(|text: &str| Date::parse(text).ok_or("2022-11-17"))
                .help_heading(heading(lang))
                .help(t(
                    "集会の日（報告に年が書かれていないとき）",
                    "The day of the rally, when the report leaves out the year",
                )),
        )
}
