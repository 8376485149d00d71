//! Problems of translations.

use super::shows;
use crate::support::{Site, YAMADA_EN};

#[test]
fn contradiction() {
    let site = Site::new().edited(
        "speakers/yamada.en.md",
        "---\n\nLet",
        "order: 3\n---\n\nLet",
    );
    shows("translation/contradiction", &site);
}

#[test]
fn orphan() {
    let text = YAMADA_EN.replacen(
        "---\n",
        "---\ntranslation: {status: draft}\ntopics: [privacy, access]\n",
        1,
    );
    shows(
        "translation/orphan",
        &Site::new().file("speakers/suzuki.en.md", &text),
    );
}

#[test]
fn sections_differ() {
    shows(
        "translation/sections-differ",
        &Site::new().edited("speakers/yamada.en.md", "{#counter}", "{#desk}"),
    );
}

#[test]
fn figures_differ() {
    let one = "figures:\n  - value: 12\n    caption: desks\n";
    let two = format!("{one}  - value: 4\n    caption: digits\n");
    let site = Site::new()
        .edited(
            "speakers/yamada.ja.md",
            "order: 1\n",
            &format!("order: 1\n{one}"),
        )
        .edited(
            "speakers/yamada.en.md",
            "---\n\nLet",
            &format!("{two}---\n\nLet"),
        );
    shows("translation/figures-differ", &site);
}

#[test]
fn charts_differ() {
    let chart = |second: &str| {
        format!(
            "charts:\n  - kind: bars\n    title: 1\n    rows: [{{label: 2021, value: 30}}, {{label: 2022, value: {second}}}]\n"
        )
    };
    let site = Site::new()
        .edited(
            "speakers/yamada.ja.md",
            "order: 1\n",
            &format!("order: 1\n{}", chart("120")),
        )
        .edited(
            "speakers/yamada.en.md",
            "---\n\nLet",
            &format!("{}---\n\nLet", chart("210")),
        );
    shows("translation/charts-differ", &site);
    // Of another unit the numbers are others.
    let site = site.edited("speakers/yamada.en.md", "value: 30}", "value: 3}");
    let site = site.edited("speakers/yamada.en.md", "value: 210}", "value: 12}");
    assert!(
        !site
            .codes()
            .contains(&"translation/charts-differ".to_owned())
    );
}

#[test]
fn bad_fingerprint() {
    let site = Site::new().edited(
        "speakers/yamada.en.md",
        "---\n\nLet",
        "translation: {of: yesterday}\n---\n\nLet",
    );
    shows("translation/bad-fingerprint", &site);
}

#[test]
fn stale() {
    let site = Site::new().edited(
        "speakers/yamada.en.md",
        "---\n\nLet",
        "translation: {of: yesterday}\n---\n\nLet",
    );
    let run = site.run(&["check", "--no-leaflets"]);
    let current = run.stderr.lines().find_map(|line| {
        line.split_once("of: ").filter(|(before, _)| {
            before
                .trim_matches([' ', '│', '|', '=', '╰', '╸'])
                .is_empty()
        })
    });
    let (_, current) = current.expect("the right fingerprint in the help");
    site.edit("speakers/yamada.en.md", "yesterday", current.trim());
    assert_eq!(
        site.codes(),
        [""; 0],
        "the fingerprint that the help gives is right"
    );
    site.edit(
        "speakers/yamada.ja.md",
        "受付に長い列ができます。",
        "受付に長い列ができ、みな疲れています。",
    );
    shows("translation/stale", &site);
}

/// A site with a glossary, and one paragraph of a statement in both languages.
fn glossary(glossary: &str, original: &str, translation: &str) -> Site {
    Site::new()
        .file(
            "site.yaml",
            &format!("{}glossary:\n{glossary}", crate::support::SITE),
        )
        .edited("speakers/yamada.ja.md", "はじめに申し上げます。", original)
        .edited("speakers/yamada.en.md", "Let me begin.", translation)
}

const TERMS: &str = "  保険証: insurance card\n  マイナ保険証: {en: [“My Number insurance card”, My Number card]}\n  漏洩: [leak, leakage]\n";

#[test]
fn terms_without_their_rendering() {
    let site = Site::new().file(
        "site.yaml",
        &format!("{}glossary:\n{TERMS}  番号: number\n", crate::support::SITE),
    );
    site.edit(
        "speakers/yamada.ja.md",
        "はじめに申し上げます。",
        "{保険証|ほけんしょう}を**なく**さず、情報の{漏洩|ろうえい}を防いでほしい。",
    );
    site.edit(
        "speakers/yamada.en.md",
        "Let me begin.",
        "Keep the card, and stop\nloss of data.",
    );
    site.edit(
        "speakers/yamada.en.md",
        "summary: A number lays",
        "summary: Figures lay",
    );
    shows("translation/glossary", &site);
    let lines: Vec<usize> = site
        .run(&["check", "--no-leaflets", "--format", "json"])
        .stdout
        .lines()
        .map(|line| serde_json::from_str::<serde_json::Value>(line).unwrap())
        .map(|problem| usize::try_from(problem["line"].as_u64().unwrap()).unwrap())
        .collect();
    assert_eq!(lines, [4, 7]);
}

#[test]
fn terms_with_their_rendering() {
    for (original, translation) in [
        ("保険証を守る。", "Keep the insurance\ncards."),
        ("保険証を守る。", "The **Insurance card**'s back."),
        ("保\n険証を守る。", "Insurance cards’ backs."),
        // The longest term is meant.
        ("マイナ保険証を使う。", "They use the My Number card."),
        (
            "マイナ保険証を使う。",
            "They use the \u{201c}My Number insurance card\u{201d}.",
        ),
        ("{漏洩|ろうえい}する。", "It leaks. There is leakage."),
        ("何もない。", "Nothing."),
        // Paragraphs that are divided differently are compared as a whole.
        (
            "保険証を守る。\n\n漏洩を防ぐ。",
            "No leak, and an insurance card.",
        ),
    ] {
        let site = glossary(TERMS, original, translation);
        assert_eq!(site.codes(), [""; 0], "{original} {translation}");
    }
    let other = glossary("  保険証: {zh: 保险卡}\n", "保険証を守る。", "Keep it.");
    assert_eq!(other.codes(), [""; 0]);
    let one = glossary(
        TERMS,
        "マイナ保険証と保険証を使う。",
        "They use the My Number card.",
    );
    assert_eq!(one.codes(), ["translation/glossary"]);
}

#[test]
fn a_glossary_is_a_map_of_texts() {
    for (wrong, code) in [
        ("glossary: 保険証", "front-matter/wrong-type"),
        ("glossary: {保険証: []}", "front-matter/wrong-type"),
        (
            "glossary: {保険証: {英語: card}}",
            "front-matter/bad-choice",
        ),
        (
            "glossary: {保険証: {en: {a: b}}}",
            "front-matter/wrong-type",
        ),
    ] {
        let site = Site::new().file("site.yaml", &format!("{}{wrong}\n", crate::support::SITE));
        let codes = site.codes();
        assert_eq!(codes.len(), 1, "{wrong}: {codes:?}");
        assert_eq!(codes[0], code, "{wrong}");
    }
}
