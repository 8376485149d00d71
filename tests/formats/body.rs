//! What the text of a leaflet may hold, and where its lines end.

use super::lines;
use crate::support::Site;

/// Every kind of block reaches the paper.
#[test]
fn whatever_stands_in_a_text_is_printed() {
    let body = "## 一つ目 {#one}\n\n短い文です。`印字`もあります。\n\n- 点の一\n- 点の二\n\n1. 番号の一\n2. 番号の二\n\n\
        > 引用の文です。\n\n```\nkoodo 123\n```\n\n| 表の頭 | 表の右 |\n|---|---|\n| 表の一 | 表の二 |\n\n---\n\n### 小見出し\n\n終わりの文です。\n";
    let statement = |name: &str| {
        format!(
            "---\nname: {name}\ntitle: 見本の題\ntopics: []\nsummary: 見本の要旨です。\ndesign: title\n---\n\n{body}"
        )
    };
    let english = "---\nname: Sample\ntitle: A sample\n---\n\n## One {#one}\n\nA short sentence.\n\n- point one\n\n```\nkoodo 123\n```\n";
    let site = Site::new()
        .file("speakers/mihon.ja.md", &statement("見本一"))
        .file("speakers/mihon.en.md", english)
        .file(
            "leaflets/x.ja.md",
            &format!("---\ntitle: 見本\nhook: 見本\nformat: a5\nedition: large\n---\n\n{body}"),
        );
    let run = site.run_in("ja", &["build"]);
    assert_eq!(run.status, 0, "{}", run.stderr);
    let printed = |path: &str| -> String {
        let all = lines::read(&site.path(&format!("public/{path}")));
        let words = all.iter().flat_map(|line| line.words.chars());
        words.filter(|c| !c.is_whitespace()).collect()
    };
    for path in ["leaflets/speaker-mihon.ja.pdf", "leaflets/x.ja.pdf"] {
        let words = printed(path);
        for part in [
            "印字",
            "点の一",
            "番号の二",
            "引用の文",
            "koodo123",
            "表の右",
            "表の二",
            "小見出し",
            "終わりの文",
        ] {
            assert!(words.contains(part), "{path}: {part} in {words}");
        }
    }
    let words = printed("en/leaflets/speaker-mihon.en.pdf");
    assert!(
        words.contains("pointone") && words.contains("koodo123"),
        "{words}"
    );
}

/// A paragraph of Japanese that would end in two or three characters is set tighter, if that helps.
#[test]
fn few_characters_come_up_to_the_line_before() {
    // Lengths around a full line: at each of them some text would end in a few characters.
    let texts: Vec<String> = (0..12)
        .map(|n| {
            format!(
                "{}。",
                "見本の文を長く書きつづけます".repeat(7) + &"見".repeat(n)
            )
        })
        .collect();
    let sections = |at: usize| {
        let parts = texts.iter().skip(at * 4).take(4).enumerate();
        parts.fold(String::new(), |text, (n, own)| {
            text + &format!("## 要点{n} {{#s{n}}}\n\n{own}\n\n")
        })
    };
    let site = (0..3).fold(Site::new(), |site, at| {
        let text = format!(
            "---\nname: 見本\ntitle: 見本の題\ntopics: []\nsummary: 見本の要旨です。\ndesign: title\n---\n\n{}",
            sections(at)
        );
        site.file(&format!("speakers/m{at}.ja.md"), &text)
    });
    let run = site.run_in("ja", &["build"]);
    assert_eq!(run.status, 0, "{}", run.stderr);
    let mut short = 0;
    for (at, text) in texts.iter().enumerate() {
        let all = lines::read(&site.path(&format!("public/leaflets/speaker-m{}.ja.pdf", at / 4)));
        let (own, _) = lines::of(&all, text);
        let last = own.last().unwrap();
        short += usize::from(own.len() > 1 && last.words.trim().chars().count() < 4);
    }
    assert!(
        short <= 1,
        "{short} of {} end in a few characters",
        texts.len()
    );
}

/// Headings of two columns stand side by side where there is room for it.
#[test]
fn points_of_two_columns_stand_in_rows() {
    let text = |sentences: usize| {
        "見本の本文です。あれこれと書きつづけて、数行になるようにします。".repeat(sentences)
    };
    let section =
        |(n, long): (usize, usize)| format!("## 見出し{n} {{#s{n}}}\n\n{}\n\n", text(long));
    let sections: String = [1, 2, 2, 1].into_iter().enumerate().map(section).collect();
    let site = Site::new().file(
        "speakers/mihon.ja.md",
        &format!("---\nname: 見本\ntitle: 見本の題\ntopics: []\nsummary: 見本の要旨です。\ndesign: title\n---\n\n{sections}"),
    );
    let run = site.run_in("ja", &["build"]);
    assert_eq!(run.status, 0, "{}", run.stderr);
    let all = lines::read(&site.path("public/leaflets/speaker-mihon.ja.pdf"));
    let base = |n: usize| {
        let heading = format!("見出し{n}");
        let line = all
            .iter()
            .find(|line| line.words.trim().ends_with(&heading));
        line.unwrap_or_else(|| panic!("{heading}: {all:#?}")).base
    };
    assert!(
        (base(0) - base(2)).abs() < 0.1 && (base(1) - base(3)).abs() < 0.1,
        "{all:#?}"
    );
}
