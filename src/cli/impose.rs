//! `chirashi impose`: a leaflet on the paper of a convenience-store copier or a home printer.

use std::path::PathBuf;

use super::args::{OutputFormat as Reporting, Single};
use super::handoff::{nothing, open, write};
use super::{Status, complain, report, say};
use crate::base::Format;
use crate::diagnostic::UiLang;
use crate::press::{Imposed, Scheme, impose};

/// Stands in every PDF of ours: its creator.
const MARK: &[u8] = b"chirashi";
/// The largest file that copiers take, in bytes.
const MOST: usize = 10_000_000;

/// Makes the PDF.
pub(super) fn run(args: &Single, lang: UiLang) -> Status {
    let (mut session, languages) = match open(args, lang) {
        Ok(opened) => opened,
        Err(status) => return status,
    };
    let Some(own) = languages.first() else {
        return Status::Machine;
    };
    let proof = session.proof(&args.name, *own);
    let status = report::diagnostics(&session.problems, &session.sources, Reporting::Text, lang);
    let Some(proof) = proof.filter(|proof| status == Status::Done && proof.sound) else {
        return nothing(status, lang);
    };
    let Some((scheme, called)) = scheme(args.scheme.as_deref(), proof.format) else {
        complain(&as_it_is(&args.name, proof.format, lang));
        return Status::Machine;
    };
    let imposed = impose(&proof.office, proof.format.trim(), scheme);
    let Some(imposed) = imposed.filter(|imposed| imposed.pdf.len() <= MOST) else {
        complain(&too_large(called, proof.format, lang));
        return Status::Machine;
    };
    let file = format!("{}.{own}.{called}.pdf", args.name);
    let out = args.out.clone().unwrap_or_else(|| PathBuf::from(file));
    let done = write(&out, &imposed.pdf, MARK, args.build.force, lang);
    if done == Status::Done {
        say(&told(&out.display().to_string(), &imposed, scheme, lang));
    }
    done
}

/// How a leaflet's pages come to lie, as asked for or by its format; `None` when nothing was
/// asked for and the leaflet goes on a copier's paper as it is.
fn scheme(asked: Option<&str>, format: Format) -> Option<(Scheme, &'static str)> {
    match (asked, format) {
        (Some("2up"), _) | (None, Format::A5 | Format::A5Duplex) => Some((Scheme::TwoUp, "2up")),
        (Some("4up"), _) | (None, Format::Postcard) => Some((Scheme::FourUp, "4up")),
        (Some(_), _) => Some((Scheme::Booklet, "booklet")),
        (None, _) => None,
    }
}

fn as_it_is(name: &str, format: Format, lang: UiLang) -> String {
    let format = format.name();
    lang.pick(
        format!("チラシ「{name}」（{format}）は、並べ直さなくてもそのまま印刷できます。leaflets フォルダーのPDFを使ってください。\nそれでも並べるときは --scheme 2up のように指定します（2up・4up・booklet）。\n"),
        format!("The leaflet `{name}` ({format}) prints as it is: use the PDF in the leaflets folder.\nTo lay it out all the same, add --scheme 2up (2up, 4up, booklet).\n"),
    )
}

fn too_large(scheme: &str, format: Format, lang: UiLang) -> String {
    let format = format.name();
    lang.pick(
        format!("エラー: {format} を {scheme} で並べると、コピー機の紙（A3まで）かファイルの大きさ（10MBまで）に収まりません。\n"),
        format!("error: {format} as {scheme} is larger than a copier's paper (up to A3) or file (up to 10 MB).\n"),
    )
}

fn told(out: &str, imposed: &Imposed, scheme: Scheme, lang: UiLang) -> String {
    let Imposed { paper, sides, .. } = imposed;
    let how = match (scheme, sides) {
        (Scheme::Booklet, _) => lang.pick(
            "両面印刷（短辺とじ）で印刷し、重ねて真ん中で折ります",
            "print on both sides (flip on the short edge), stack and fold in the middle",
        ),
        (_, 1) => lang.pick(
            "片面に印刷し、印のところで切ります",
            "print on one side and cut at the marks",
        ),
        // Two upright pages lie on wide paper, which is turned over like a calendar's.
        (Scheme::TwoUp, _) => lang.pick(
            "両面印刷（短辺とじ）で印刷し、印のところで切ります",
            "print on both sides (flip on the short edge) and cut at the marks",
        ),
        (Scheme::FourUp, _) => lang.pick(
            "両面印刷（長辺とじ）で印刷し、印のところで切ります",
            "print on both sides (flip on the long edge) and cut at the marks",
        ),
    };
    let count = if *sides == 1 {
        "1 side"
    } else {
        &format!("{sides} sides")
    };
    lang.pick(
        format!("{out} にできました：{paper}の紙、{sides}面。「実際のサイズ」で{how}。\n"),
        format!("Wrote {out}: {paper} paper, {count}. At actual size, {how}.\n"),
    )
}
