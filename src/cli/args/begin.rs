//! The commands of somebody who begins, described in both languages.

use std::path::PathBuf;

use clap::builder::PossibleValuesParser;
use clap::{Arg, Command, value_parser};
use clap_complete::Shell;

use super::shared::{flag, folder, format, heading, sub};
use crate::base::DocKind;
use crate::diagnostic::UiLang;

/// All of them.
pub(super) fn commands(lang: UiLang) -> Vec<Command> {
    let t = |ja: &'static str, en: &'static str| lang.pick(ja, en);
    vec![
        sub("init", lang)
            .about(t(
                "見本の入った、新しいキャンペーンのフォルダーを作る",
                "Make the folder of a new campaign, with a sample in it",
            ))
            .arg(
                Arg::new("dir")
                    .value_name(t("フォルダー", "DIR"))
                    .required(true)
                    .value_parser(value_parser!(PathBuf))
                    .help_heading(t("書くもの", "Arguments"))
                    .help(t(
                        "作るフォルダー。例： わたしたちの集会",
                        "The folder to make, for example: our-rally",
                    )),
            ),
        sub("new", lang)
            .about(t(
                "発言者・発言・テーマ・集会・チラシ・ページのファイルを作る（何も書かなければ質問します）",
                "Make the files of a speaker, statement, topic, event, leaflet or page (asks if nothing is said)",
            ))
            .arg(
                Arg::new("kind")
                    .value_name("speaker|statement|topic|event|leaflet|page")
                    .hide_possible_values(true)
                    .value_parser(PossibleValuesParser::new(DocKind::ALL.map(DocKind::scheme)))
                    .help_heading(t("書くもの", "Arguments"))
                    .help(t(
                        "speaker 発言者、statement ほかの集会での発言、topic テーマ、event 集会、leaflet チラシ、page ページ",
                        "What to make; statement: what a speaker said at one more event",
                    )),
            )
            .arg(
                Arg::new("slug")
                    .value_name(t("名前", "NAME"))
                    .help_heading(t("書くもの", "Arguments"))
                    .help(t(
                        "ファイルの名前。半角の英小文字・数字・ハイフン。例： yamada",
                        "The name of the file: lower-case letters, digits, hyphens, for example: yamada",
                    )),
            )
            .arg(
                Arg::new("speaker")
                    .value_name(t("発言者", "SPEAKER"))
                    .help_heading(t("書くもの", "Arguments"))
                    .help(t(
                        "statement のときだけ、集会の名前のあとに書く発言者の名前。例： new statement 2023-03-05-tsudoi yamada",
                        "For a statement only: the speaker, after the name of the event, as in: new statement 2023-03-05-rally yamada",
                    )),
            )
            .arg(
                Arg::new("translate-from")
                    .long("translate-from")
                    .value_name(t("言語", "LANGUAGE"))
                    .help_heading(heading(lang))
                    .help(t(
                        "この言語の文から、ほかの言語の翻訳のファイルを作る。例： ja",
                        "Make the file of the translation of what is written in this language, for example: ja",
                    )),
            )
            .arg(content(lang)),
        sub("translations", lang)
            .about(t(
                "まだ訳していないものと、もとの文が変わった訳を並べる",
                "List what is not translated, and translations whose original has changed",
            ))
            .arg(content(lang))
            .arg(format(lang).help(t("表示のしかた", "How it is shown"))),
        sub("schema", lang)
            .about(t(
                "項目の形を書いたJSONスキーマを出す（エディターのため）",
                "Write JSON Schemas of all keys, for editors",
            ))
            .arg(folder("out", lang).help(t(
                "書き出すフォルダー（なければ画面に出す）",
                "The folder to write them to (default: standard output)",
            )))
            .arg(flag("page", lang).conflicts_with("out").help(t(
                "スキーマの代わりに、すべての項目を1ページの文書（Markdown）にして出す",
                "Every key on one page, as Markdown, instead of the schemas",
            ))),
    ]
    .into_iter()
    .chain(helpers(lang))
    .collect()
}

/// What shells and `man` ask for; staff need not see them.
fn helpers(lang: UiLang) -> [Command; 2] {
    let t = |ja: &'static str, en: &'static str| lang.pick(ja, en);
    [
        sub("completions", lang)
            .hide(true)
            .about(t(
                "命令の補完をシェルに教えるスクリプトを出す",
                "Print the completion script of a shell",
            ))
            .arg(
                Arg::new("shell")
                    .value_name("bash|zsh|fish|powershell|elvish")
                    .hide_possible_values(true)
                    .required(true)
                    .value_parser(value_parser!(Shell))
                    .help_heading(t("書くもの", "Arguments"))
                    .help(t("シェルの名前", "The shell")),
            ),
        sub("man", lang)
            .hide(true)
            .about(t(
                "man で読むマニュアルを出す",
                "Print the manual page of the program or of a command",
            ))
            .arg(
                Arg::new("command")
                    .value_name(t("命令", "COMMAND"))
                    .help_heading(t("書くもの", "Arguments"))
                    .help(t(
                        "命令の名前（なければ全体）",
                        "The command (default: the whole)",
                    )),
            ),
    ]
}

fn content(lang: UiLang) -> Arg {
    folder("content", lang).help(lang.pick(
        "原稿のフォルダー（なければ content）",
        "The content folder (default: content)",
    ))
}
