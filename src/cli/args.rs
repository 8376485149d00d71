//! What can be written on the command line, described in both languages.

mod begin;
mod leaflets;

use std::path::PathBuf;

use clap::builder::PossibleValuesParser;
use clap::{Arg, ArgAction, ArgMatches, Command, value_parser};

use crate::base::{BaseUrl, Date};
use crate::diagnostic::UiLang;

pub(super) use leaflets::Single;

/// The form in which problems are reported.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum OutputFormat {
    /// For people.
    Text,
    /// One JSON object a line.
    Json,
}

/// The arguments of `build` and `check`.
#[derive(Debug, Clone)]
pub(super) struct Build {
    /// The content folder.
    pub content: PathBuf,
    /// A theme folder.
    pub theme: Option<PathBuf>,
    /// The output folder.
    pub out: PathBuf,
    /// The site's address.
    pub base_url: Option<BaseUrl>,
    /// Drafts too.
    pub drafts: bool,
    /// Leaflets too.
    pub leaflets: bool,
    /// Write even where somebody else's files are.
    pub force: bool,
    /// How to report.
    pub format: OutputFormat,
}

impl OutputFormat {
    /// How to report, as `--format` says.
    pub(super) fn read(matches: &ArgMatches) -> Self {
        match matches.try_get_one::<String>("format") {
            Ok(Some(format)) if format == "json" => Self::Json,
            _ => Self::Text,
        }
    }
}

impl Build {
    /// Takes the arguments out of what clap has read.
    pub(super) fn read(matches: &ArgMatches) -> Self {
        let path = |name: &str| matches.try_get_one::<PathBuf>(name).ok().flatten().cloned();
        let flag = |name: &str| {
            matches
                .try_get_one::<bool>(name)
                .ok()
                .flatten()
                .copied()
                .unwrap_or(false)
        };
        Self {
            content: path("content").unwrap_or_else(|| "content".into()),
            theme: path("theme"),
            out: path("out").unwrap_or_else(|| "public".into()),
            base_url: matches
                .try_get_one::<BaseUrl>("base-url")
                .ok()
                .flatten()
                .cloned(),
            drafts: flag("drafts"),
            leaflets: !flag("no-leaflets"),
            force: flag("force"),
            format: OutputFormat::read(matches),
        }
    }
}

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

/// The help of one command.
pub(super) fn help_of(name: &str, lang: UiLang) -> String {
    let mut whole = command(lang);
    whole.build();
    let found = whole.find_subcommand_mut(name);
    found.map_or_else(String::new, |command| command.render_help().to_string())
}

fn template(lang: UiLang) -> String {
    let usage = lang.pick("使い方", "Usage");
    format!(
        "{{about}}

{usage}: {{usage}}

{{all-args}}
"
    )
}

fn heading(lang: UiLang) -> &'static str {
    lang.pick("指定", "Options")
}

fn sub(name: &'static str, lang: UiLang) -> Command {
    Command::new(name)
        .disable_help_flag(true)
        .help_template(template(lang))
        .arg(help(lang))
        .arg(ui_lang(lang))
}

fn help(lang: UiLang) -> Arg {
    Arg::new("help")
        .long("help")
        .short('h')
        .action(ArgAction::Help)
        .help_heading(heading(lang))
        .help(lang.pick("この説明を表示する", "Show this help"))
}

fn ui_lang(lang: UiLang) -> Arg {
    Arg::new("ui-lang")
        .long("ui-lang")
        .value_name("ja|en")
        .hide_possible_values(true)
        .value_parser(PossibleValuesParser::new(["ja", "en"]))
        .help_heading(heading(lang))
        .help(lang.pick("表示の言語", "The language of messages"))
}

fn folder(name: &'static str, lang: UiLang) -> Arg {
    Arg::new(name)
        .long(name)
        .value_name(lang.pick("フォルダー", "DIR"))
        .value_parser(value_parser!(PathBuf))
        .help_heading(heading(lang))
}

fn flag(name: &'static str, lang: UiLang) -> Arg {
    Arg::new(name)
        .long(name)
        .action(ArgAction::SetTrue)
        .help_heading(heading(lang))
}

fn format(lang: UiLang) -> Arg {
    Arg::new("format")
        .long("format")
        .value_name("text|json")
        .hide_possible_values(true)
        .value_parser(PossibleValuesParser::new(["text", "json"]))
        .help_heading(heading(lang))
}

/// What both `build` and `check` take.
fn inputs(lang: UiLang) -> Vec<Arg> {
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
