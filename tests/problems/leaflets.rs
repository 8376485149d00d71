//! Problems of leaflets.

use super::{leaflet_site, shows_as, shows_with};
use crate::support::Site;

/// A composed leaflet on one side, with so many paragraphs.
fn composed(paragraphs: usize) -> Site {
    let text = "集会には約400人が集まり、保険証の廃止を中止するよう求める署名が十三万筆を上回ったことが報告されました。\
        参加した人たちは、それぞれの地域で声を広げていくことを確かめ合いました。\n\n";
    leaflet_site("").file(
        "leaflets/voices.ja.md",
        &format!(
            "---\ntitle: 七人の声\nformat: a4\nhook: 保険証をなくさないで\n---\n\n{}",
            text.repeat(paragraphs),
        ),
    )
}

/// How much fits depends on the print templates: measures become `N`.
fn unmeasured(said: &str) -> String {
    let line = |line: &str| {
        let is_count = line.starts_with("エラー ") || line.contains(" error");
        if is_count || line.contains("-->") || line.contains('|') {
            return line.to_owned();
        }
        let mut out = String::new();
        for c in line.chars() {
            match c {
                '0'..='9' | '.' if out.ends_with('N') => {}
                '0'..='9' => out.push('N'),
                c => out.push(c),
            }
        }
        out
    };
    said.lines().map(|text| line(text) + "\n").collect()
}

#[test]
fn overflow() {
    shows_as("leaflet/overflow", &composed(40), &["check"], unmeasured);
}

#[test]
fn small_type() {
    let is_small = |site: &Site| site.run(&["check"]).stderr.contains("[leaflet/small-type]");
    let site = (8..30)
        .map(composed)
        .find(is_small)
        .expect("a text that fits in small type only");
    shows_as("leaflet/small-type", &site, &["check"], unmeasured);
}

#[test]
fn half_empty() {
    shows_with("leaflet/half-empty", &composed(1), &["check"]);
}

#[test]
fn wide_table() {
    let heads: String = (2014..=2022).fold("| 項目".to_owned(), |row, year| {
        format!("{row} | {year}年度")
    });
    let cells = "| かかった費用".to_owned() + &" | 123,456,789円".repeat(9);
    let table = format!("{heads} |\n{}|\n{cells} |\n", "| --- ".repeat(10));
    let site = leaflet_site("").file(
        "leaflets/voices.ja.md",
        &format!("---\ntitle: 七人の声\nformat: a4\nhook: 保険証をなくさないで\n---\n\n## 数字で見る\n\n{table}"),
    );
    shows_with("leaflet/wide-table", &site, &["check"]);
}

#[test]
fn missing_glyphs() {
    shows_with(
        "leaflet/missing-glyphs",
        &leaflet_site("笑顔で😀終わりました。\n"),
        &["check"],
    );
}

#[test]
fn template() {
    let site = leaflet_site("")
        .edited(
            "speakers/yamada.ja.md",
            "topics: []",
            "topics: []\ndesign: title",
        )
        .beside("own/print/speaker.typ", "#let x = 1\n#unknown-word\n");
    shows_with("leaflet/template", &site, &["check", "--theme", "own"]);
}

#[test]
fn silent_speaker() {
    let site = Site::new()
        .file("speakers/suzuki.ja.md", "---\nname: 鈴木太郎\n---\n")
        .file(
            "leaflets/x.ja.md",
            "---\ntitle: 見本\nformat: a4\nspeakers: [yamada, suzuki]\n---\n\n本文です。\n",
        );
    shows_with("leaflet/silent-speaker", &site, &["check", "--no-leaflets"]);
}

/// Nothing is printed from a file that lacks what it has to have: one mistake is told once, and
/// not as a fault of a template.
#[test]
fn of_a_damaged_file() {
    let about =
        "---\ntitle: 見本\nformat: a4\nspeakers: [yamada]\ntopics: [privacy]\n---\n\n本文です。\n";
    for (path, from, to, code) in [
        (
            "speakers/yamada.ja.md",
            "title:",
            "titel:",
            "front-matter/unknown-key",
        ),
        (
            "speakers/yamada.ja.md",
            "title: ",
            "title: \"",
            "front-matter/syntax",
        ),
        (
            "speakers/yamada.ja.md",
            "title: 保険証をなくさないで\n",
            "",
            "front-matter/missing-key",
        ),
        (
            "topics/privacy.ja.md",
            "name: 個人情報\n",
            "",
            "front-matter/missing-key",
        ),
        (
            "events/rally.ja.md",
            "name: 緊急集会\n",
            "",
            "front-matter/missing-key",
        ),
        (
            "leaflets/about.ja.md",
            "title: 見本\n",
            "",
            "front-matter/missing-key",
        ),
        (
            "site.yaml",
            "title: {ja: 集会の記録, en: Rally report}\n",
            "",
            "front-matter/missing-key",
        ),
    ] {
        let site = Site::new().file("leaflets/about.ja.md", about);
        let run = site
            .edited(path, from, to)
            .run(&["build", "--format", "json"]);
        let errors = run.stderr.lines().chain(run.stdout.lines());
        let errors: Vec<&str> = errors
            .filter(|line| line.contains(r#""severity":"error""#))
            .collect();
        assert_eq!(errors.len(), 1, "{path} without {from}: {errors:#?}");
        assert!(
            errors[0].contains(code) && errors[0].contains(path),
            "{}",
            errors[0]
        );
    }
}
