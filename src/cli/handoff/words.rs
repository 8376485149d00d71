//! What the sheet of specifications and the preflight report say, in both languages.

use std::fmt::Write;

use crate::base::format::{Side, sheets};
use crate::base::{Format, Lang, PanelName};
use crate::diagnostic::{Fault, UiLang};
use crate::preflight::PreflightFault;
use crate::preflight::Report;
use crate::press::{SideDrawing, Spec};
use crate::project::Proof;

/// The sheet of specifications of one PDF.
pub(super) fn spec(name: &str, proof: &Proof, lang: UiLang) -> Spec {
    let t = |ja: &str, en: &str| lang.pick(ja, en).to_owned();
    let (wide, high) = proof.format.trim();
    let report = &proof.reports[0];
    let facts = &report.facts;
    let size = |(a, b): (f64, f64)| format!("{a:.0} × {b:.0} mm");
    let fonts: Vec<String> = facts.fonts.iter().map(|font| font.name.clone()).collect();
    let rows = vec![
        (
            t("ファイル", "Files"),
            format!(
                "{name}.{0}.with-marks.pdf, {name}.{0}.without-marks.pdf",
                proof.lang
            ),
        ),
        (
            t("ファイルの形式", "File format"),
            format!("PDF {}", facts.version),
        ),
        (
            t("仕上がり", "Trim"),
            format!("{} ({})", size((wide, high)), proof.format.name()),
        ),
        (t("塗り足し", "Bleed"), t("各辺3mm", "3 mm on every side")),
        (
            t("トンボ", "Marks"),
            t(
                "あり（二重トンボとセンタートンボ、レジストレーション色）となしの2種",
                "One file with Japanese double marks in the registration colour, one without",
            ),
        ),
        (
            t("ページと用紙", "Pages and sheets"),
            pages(facts.pages, proof.sides, lang),
        ),
        (
            t("色", "Colours"),
            lang.pick(
                format!(
                    "CMYK（特色なし）。最大インキ量 {:.0}％。黒い文字と罫線はK100",
                    facts.ink.unwrap_or_default()
                ),
                format!(
                    "CMYK, no spot colours. At most {:.0} % ink. Black text and rules in K100",
                    facts.ink.unwrap_or_default()
                ),
            ),
        ),
        (
            t("オーバープリント・透明", "Overprint, transparency"),
            t("なし", "None"),
        ),
        (
            t("書体", "Fonts"),
            lang.pick(
                format!("すべて埋め込み（サブセット）：{}", fonts.join("、")),
                format!("All embedded as subsets: {}", fonts.join(", ")),
            ),
        ),
        (t("折り", "Folding"), fold(proof.format, lang)),
        (
            t("紙・部数・納期", "Paper, copies, date"),
            t(
                "ご相談のうえ、発行者が記入：",
                "To be filled in by the publisher:",
            ),
        ),
    ];
    Spec {
        lang: lang.pick(Lang::JA, Lang::EN),
        title: t("入稿仕様書", "Specifications for printing"),
        subject: lang.pick(
            format!("{}（{name}.{}）", proof.title, proof.lang),
            format!("{} ({name}.{})", proof.title, proof.lang),
        ),
        rows,
        diagrams: t("仕上がりと折りの図（単位 mm）", "Trim and folds (mm)"),
        sides: drawings(proof, lang),
        checks: t("入稿前の検査（プリフライト）", "Preflight"),
        found: found(report, lang),
        date: proof.date,
    }
}

/// How many pages there are, on how many sheets of paper.
fn pages(pages: usize, sides: &[Side], lang: UiLang) -> String {
    let sheets = sheets(pages, sides);
    match (sheets, pages) {
        (1, 2..) => lang
            .pick(
                "2ページ（用紙1枚、両面。1ページが表、2ページが裏）",
                "2 (one sheet, both sides: front, then back)",
            )
            .into(),
        (0 | 1, _) => lang
            .pick("1ページ（用紙1枚、片面）", "1 (one sheet, one side)")
            .into(),
        _ if sides.len() > 1 => lang.pick(
            format!("{pages}ページ（用紙{sheets}枚、両面。ページ順、とじなし）"),
            format!("{pages} ({sheets} sheets, both sides, in this order, unbound)"),
        ),
        _ => lang.pick(
            format!("{pages}ページ（用紙{sheets}枚、片面。ページ順、とじなし）"),
            format!("{pages} ({sheets} sheets, one side, in this order, unbound)"),
        ),
    }
}

/// How the paper is folded: what the fold is called, and which way it goes.
fn fold(format: Format, lang: UiLang) -> String {
    let kind = match format {
        Format::A4Trifold => lang.pick(
            "巻き三つ折り。2か所とも中面を内側にして折り、幅97 mmの面を先に折り込む",
            "Roll fold (letter fold): both folds towards the inside, the panel of 97 mm folded in first",
        ),
        Format::A4Zfold => lang.pick(
            "Z折り（外三つ折り）。99 mmずつ、表紙の折りと次の折りを互い違いに折る",
            "Z fold (accordion): panels of 99 mm, the two folds in opposite directions",
        ),
        Format::A3Bifold => lang.pick(
            "二つ折り。中央で、2・3ページを内側にして折る",
            "One fold in the middle, pages 2 and 3 inside",
        ),
        _ => return lang.pick("なし", "None").into(),
    };
    let marked = lang.pick(
        "（下の図のとおり。折り目は仕上がりの外に印を付けています）",
        " (as drawn below; marked outside the trim)",
    );
    format!("{kind}{marked}")
}

fn drawings(proof: &Proof, lang: UiLang) -> Vec<SideDrawing> {
    let drawing = |(at, side): (usize, &Side)| SideDrawing {
        name: match at {
            0 => lang.pick("表（1ページ）", "Front (page 1)").into(),
            _ => lang.pick("裏（2ページ）", "Back (page 2)").into(),
        },
        trim: proof.format.trim(),
        panels: side
            .panels
            .iter()
            .map(|panel| (panel_name(panel.name, lang), panel.width))
            .collect(),
    };
    proof.sides.iter().enumerate().map(drawing).collect()
}

fn panel_name(name: PanelName, lang: UiLang) -> String {
    match name {
        PanelName::Front => lang.pick("表", "Front").into(),
        PanelName::Back => lang.pick("裏", "Back").into(),
        PanelName::Cover => lang.pick("表紙", "Cover").into(),
        PanelName::Flap => lang.pick("折り込み", "Flap").into(),
        PanelName::Inside(n) => lang.pick(format!("中{n}"), format!("Inside {n}")),
        PanelName::Outside(n) => lang.pick(format!("外{n}"), format!("Outside {n}")),
        PanelName::Page(n) => lang.pick(format!("{n}ページ"), format!("Page {n}")),
    }
}

/// What was looked at: label, what was found, whether it is good.
fn found(report: &Report, lang: UiLang) -> Vec<(String, String, bool)> {
    let facts = &report.facts;
    let is = |codes: &[&str]| {
        !report
            .faults
            .iter()
            .any(|(_, fault): &(Option<usize>, PreflightFault)| {
                codes
                    .iter()
                    .any(|code| fault.code() == format!("preflight/{code}"))
            })
    };
    let t = |ja: &str, en: &str| lang.pick(ja, en).to_owned();
    let millimetres = |size: Option<(f64, f64)>| {
        size.map_or_else(|| "—".into(), |(a, b)| format!("{a:.1} × {b:.1} mm"))
    };
    let number = |value: Option<f64>, unit: &str| {
        value.map_or_else(|| "—".into(), |value| format!("{value:.2} {unit}"))
    };
    let mut all = vec![
        (
            t("書体の埋め込み", "Fonts embedded"),
            facts.fonts.len().to_string(),
            is(&["font-not-embedded", "type3-font", "unreadable-text"]),
        ),
        (
            t("色", "Colour spaces"),
            facts.spaces.join(", "),
            is(&["colour", "transparency", "overprint"]),
        ),
        (
            t("墨文字", "Black text"),
            t("K100", "K100"),
            is(&["black-text"]),
        ),
        (
            t("最大インキ量", "Most ink"),
            number(facts.ink, "%"),
            is(&["ink"]),
        ),
        (
            t("TrimBox", "TrimBox"),
            millimetres(facts.trim),
            is(&["missing-box", "wrong-box", "turned"]),
        ),
        (
            t("BleedBox", "BleedBox"),
            millimetres(facts.bleed),
            is(&["missing-box", "wrong-box"]),
        ),
        (
            t("断裁から文字まで", "From the cut to text"),
            number(facts.nearest, "mm"),
            is(&["trim-margin", "fold-margin", "marks"]),
        ),
        (
            t("最小の文字", "Smallest type"),
            number(facts.type_size, "pt"),
            is(&["small-text"]),
        ),
        (
            t("最も細い線", "Thinnest line"),
            number(facts.line, "pt"),
            is(&["hairline"]),
        ),
        (
            t("ページ数", "Pages"),
            facts.pages.to_string(),
            is(&["pages"]),
        ),
        (
            t("QRコード", "QR codes"),
            facts.codes.join(" "),
            is(&["no-code", "wrong-code"]),
        ),
        (
            t("発言どおりの文", "Sentences as spoken"),
            facts.sentences.to_string(),
            is(&["passage"]),
        ),
    ];
    if facts.dpi.is_some() {
        all.push((
            t("画像の細かさ", "Coarsest picture"),
            number(facts.dpi, "dpi"),
            is(&["coarse-picture"]),
        ));
    }
    all
}

/// What the zip holds.
pub(super) fn read_me(name: &str, proofs: &[Proof], lang: UiLang) -> String {
    let mut text = lang.pick(
        format!("チラシ「{name}」の入稿データ\n\n"),
        format!("Leaflet `{name}`: data for printing\n\n"),
    );
    for proof in proofs {
        let own = format!("{name}.{}", proof.lang);
        let _ = write!(text, "{}\n{}", proof.title, lang.pick(
            format!("  {own}.with-marks.pdf     印刷用（トンボあり）\n  {own}.without-marks.pdf  印刷用（トンボなし、塗り足し3mmまで）\n  {own}.sample.pdf         仕上がり見本（画面用。印刷には使わないでください）\n  specification-of-{}.*.pdf  入稿仕様書\n\n", proof.lang),
            format!("  {own}.with-marks.pdf     for printing, with marks\n  {own}.without-marks.pdf  for printing, without marks, 3 mm bleed\n  {own}.sample.pdf         what it should look like (for screens, not for printing)\n  specification-of-{}.*.pdf  specifications\n\n", proof.lang),
        ));
    }
    text.push_str(lang.pick(
        "CMYKのPDFで、書体は埋め込み済みです。PDF/Xではありません。\n",
        "CMYK PDFs with all fonts embedded. They are not PDF/X.\n",
    ));
    text
}

/// The preflight report as text.
pub(super) fn report(name: &str, proofs: &[Proof], lang: UiLang) -> String {
    let mut text = String::from(lang.pick("入稿前の検査（プリフライト）\n", "Preflight\n"));
    for proof in proofs {
        for (report, kind) in proof.reports.iter().zip(["with-marks", "without-marks"]) {
            let _ = write!(
                text,
                "\n{name}.{}.{kind}.pdf: {}\n",
                proof.lang,
                if report.passed() {
                    lang.pick("合格", "passed")
                } else {
                    lang.pick("不合格", "failed")
                }
            );
            for (label, value, good) in found(report, lang) {
                let _ = writeln!(text, "  {} {label}: {value}", if good { "○" } else { "×" });
            }
            for (_, fault) in &report.faults {
                let _ = writeln!(text, "  ! {}", fault.words(lang).message);
            }
        }
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_print_shop_is_told_how_many_sheets_and_how_they_are_folded() {
        let told = |format: Format, number| {
            [UiLang::Ja, UiLang::En].map(|lang| pages(number, format.sides(), lang))
        };
        let [ja, en] = told(Format::A4, 1);
        assert!(ja.contains("片面") && en.contains("one side"));
        let [ja, en] = told(Format::A4Duplex, 2);
        assert!(ja.contains("用紙1枚、両面") && en.contains("both sides"));
        let [ja, en] = told(Format::A4Duplex, 5);
        assert!(ja.contains("用紙3枚、両面") && en.contains("3 sheets, both"));
        let [ja, en] = told(Format::A5, 3);
        assert!(ja.contains("用紙3枚、片面") && en.contains("3 sheets, one side"));
        for (format, ja, en) in [
            (Format::A4Trifold, "巻き三つ折り", "Roll fold"),
            (Format::A4Zfold, "Z折り", "Z fold"),
            (Format::A3Bifold, "二つ折り", "One fold"),
            (Format::A4, "なし", "None"),
        ] {
            assert!(fold(format, UiLang::Ja).starts_with(ja));
            assert!(fold(format, UiLang::En).starts_with(en));
        }
    }
}
