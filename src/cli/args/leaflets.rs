//! The commands that make one leaflet ready for a print shop or a copier.

use std::path::PathBuf;

use clap::builder::PossibleValuesParser;
use clap::{Arg, ArgMatches, Command, value_parser};

use super::build::Build;
use super::shared::{flag, heading, inputs, sub};
use crate::base::Lang;
use crate::diagnostic::UiLang;

/// The arguments of `handoff` and `impose`.
#[derive(Debug, Clone)]
pub(in crate::cli) struct Single {
    /// What the content is read by.
    pub build: Build,
    /// The leaflet's name.
    pub name: String,
    /// The language, as it was written; none for all, or the first.
    pub lang: Option<Lang>,
    /// The file to write.
    pub out: Option<PathBuf>,
    /// How pages come to lie on sheets.
    pub scheme: Option<String>,
    /// Whether it is only to be tried, samples and all.
    pub rehearsal: bool,
}

impl Single {
    /// Takes the arguments out of what clap has read.
    pub(in crate::cli) fn read(matches: &ArgMatches) -> Self {
        let text = |name: &str| matches.try_get_one::<String>(name).ok().flatten().cloned();
        Self {
            build: Build::read(matches),
            name: text("leaflet").unwrap_or_default(),
            lang: matches.get_one::<Lang>("lang").copied(),
            out: matches.get_one::<PathBuf>("file").cloned(),
            scheme: text("scheme"),
            rehearsal: matches
                .try_get_one::<bool>("rehearsal")
                .is_ok_and(|given| given == Some(&true)),
        }
    }
}

/// `handoff` and `impose`.
pub(super) fn commands(lang: UiLang) -> [Command; 2] {
    let t = |ja: &'static str, en: &'static str| lang.pick(ja, en);
    let handoff = sub("handoff", lang)
        .about(t(
            "チラシを印刷所に渡す一式（zip）を作る：印刷用PDF、入稿仕様書、検査の結果",
            "Make the zip for a print shop: print PDFs, specifications, preflight report",
        ))
        .args(common(
            lang,
            t(
                "書き出すzip（なければ 名前.zip）",
                "The zip to write (default: NAME.zip)",
            ),
        ))
        .arg(flag("rehearsal", lang).help(t(
            "試しに作る：見本の文が残っていても作り、全部のページに「見本」と入れる",
            "Only to try: go ahead though samples are left, with “SPECIMEN” across every page",
        )));
    let impose = sub("impose", lang)
        .about(t(
            "チラシをコンビニや家庭のプリンター用の紙に並べる（面付け）",
            "Lay a leaflet out for a convenience-store copier or a home printer",
        ))
        .args(common(lang, t("書き出すPDF（なければ 名前.言語.並べ方.pdf）", "The PDF to write (default: NAME.LANG.SCHEME.pdf)")))
        .arg(
            Arg::new("scheme")
                .long("scheme")
                .value_name("2up|4up|booklet")
                .hide_possible_values(true)
                .value_parser(PossibleValuesParser::new(["2up", "4up", "booklet"]))
                .help_heading(heading(lang))
                .help(t(
                    "並べ方：2up 同じページを2つ、4up 4つ、booklet 中とじの冊子（なければ判型から決める）",
                    "2up: each page twice, 4up: four times, booklet: pages in booklet order (default: by the format)",
                )),
        );
    [handoff, impose]
}

fn common(lang: UiLang, out: &'static str) -> Vec<Arg> {
    let t = |ja: &'static str, en: &'static str| lang.pick(ja, en);
    let unused = ["no-leaflets", "format"];
    let mut all: Vec<Arg> = inputs(lang)
        .into_iter()
        .filter(|arg| !unused.iter().any(|name| arg.get_id() == name))
        .collect();
    all.push(
        Arg::new("leaflet")
            .value_name(t("チラシ", "LEAFLET"))
            .help_heading(heading(lang))
            .help(t(
                "チラシの名前（例：speaker-yamada）",
                "The leaflet's name, such as speaker-yamada",
            )),
    );
    all.push(
        Arg::new("lang")
            .long("lang")
            .value_name("ja|en")
            .value_parser(|text: &str| Lang::parse(text).ok_or("ja"))
            .help_heading(heading(lang))
            .help(t(
                "チラシの言語（なければすべて、面付けでは最初のもの）",
                "The leaflet's language (default: all; for impose the first)",
            )),
    );
    all.push(
        Arg::new("file")
            .long("out")
            .value_name(t("ファイル", "FILE"))
            .value_parser(value_parser!(PathBuf))
            .help_heading(heading(lang))
            .help(out),
    );
    all.push(flag("force", lang).help(t(
        "ほかの人のファイルにも上書きする",
        "Write even over a file of somebody else",
    )));
    all
}
