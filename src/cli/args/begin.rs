//! The commands of somebody who begins, described in both languages.

use std::path::PathBuf;

use clap::builder::PossibleValuesParser;
use clap::{Arg, Command, value_parser};

use super::{folder, sub};
use crate::base::DocKind;
use crate::diag::UiLang;

/// `init`.
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
                "発言者・テーマ・集会・チラシ・ページのファイルを作る（何も書かなければ質問します）",
                "Make the files of a speaker, topic, event, leaflet or page (asks if nothing is said)",
            ))
            .arg(
                Arg::new("kind")
                    .value_name("speaker|topic|event|leaflet|page")
                    .hide_possible_values(true)
                    .value_parser(PossibleValuesParser::new(DocKind::ALL.map(DocKind::scheme)))
                    .help_heading(t("書くもの", "Arguments"))
                    .help(t(
                        "speaker 発言者、topic テーマ、event 集会、leaflet チラシ、page ページ",
                        "What to make",
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
            .arg(folder("content", lang).help(t(
                "原稿のフォルダー（なければ content）",
                "The content folder (default: content)",
            ))),
    ]
}
