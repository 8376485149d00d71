//! Leaflets in every format, end to end: pages and their sizes, panels, editions, two languages,
//! and what is said of them.

mod automatic;
mod body;
mod borrowed;
mod charts;
mod choice;
mod content;
mod design;
mod display;
mod drawings;
mod faces;
mod figures;
mod grid;
mod large;
pub(crate) mod lines;
mod links;
mod logo;
mod long_words;
mod marks;
mod newspaper;
mod picture;
mod portrait;
mod room;
mod setting;
mod short_names;
mod tables;
mod text_pictures;

use std::fmt::Write as _;

use crate::support::Site;
use lopdf::Document;

const BODY: &str = "\n見本の前文です。だれもが読める長さの文を、ここに置きます。\n\n\
    ## 一つ目の要点 {#one}\n\n見本の本文です。あれこれと書きつづけて、数行になるようにします。もう一文を足します。\n\n\
    ## 二つ目の要点 {#two}\n\n見本の本文です。あれこれと書きつづけて、数行になるようにします。もう一文を足します。\n";

/// So many sections of a statement, of two sentences twice.
fn passages(sections: usize) -> String {
    let passage =
        "窓口では、保険証を見せるだけで受診できた。それが機械の前で立ち止まるようになった。";
    let section = |at| {
        let text = passage.repeat(2);
        format!("\n## 窓口で起きたこと {at} {{#s{at}}}\n\n{text}\n")
    };
    (1..=sections).map(section).collect()
}

fn leaflet(keys: &str) -> String {
    format!("---\ntitle: 見本のチラシ\nhook: 見本を見よう\n{keys}\n---\n{BODY}")
}

fn with(keys: &str) -> Site {
    Site::new().file("leaflets/x.ja.md", &leaflet(keys))
}

/// Width and height of the trimmed pages of a PDF, in millimetres.
fn pages(site: &Site, path: &str) -> Vec<(i64, i64)> {
    let file = site.path(&format!("public/leaflets/{path}"));
    let pdf = Document::load(file).unwrap();
    let ids: Vec<_> = pdf.get_pages().into_values().collect();
    ids.into_iter()
        .map(|id| {
            let page = pdf.get_dictionary(id).unwrap();
            let own = page.get(b"TrimBox").or_else(|_| page.get(b"MediaBox"));
            let numbers: Vec<f32> = own
                .unwrap()
                .as_array()
                .unwrap()
                .iter()
                .map(|n| n.as_float().unwrap())
                .collect();
            let mm = |from: f32, to: f32| {
                #[allow(clippy::cast_possible_truncation, reason = "millimetres")]
                let whole = ((to - from) * 25.4 / 72.0).round() as i64;
                whole
            };
            (mm(numbers[0], numbers[2]), mm(numbers[1], numbers[3]))
        })
        .collect()
}

#[test]
fn every_format_has_its_paper_and_its_pages() {
    let formats = [
        ("a4", (210, 297), 1),
        ("a4-duplex", (210, 297), 2),
        ("a5", (148, 210), 1),
        ("a5-duplex", (148, 210), 2),
        ("b5", (182, 257), 1),
        ("b5-duplex", (182, 257), 2),
        ("a4-trifold", (297, 210), 2),
        ("a4-zfold", (297, 210), 2),
        ("a3-bifold", (420, 297), 2),
        ("a3", (297, 420), 1),
        ("postcard", (100, 148), 1),
        ("signature-sheet", (210, 297), 1),
    ];
    let mut site = Site::new();
    for (format, ..) in formats {
        let short = leaflet(&format!("format: {format}\nspeakers: [yamada]"));
        site = site.file(&format!("leaflets/{format}.ja.md"), &short);
    }
    let run = site.run_in("ja", &["build"]);
    assert_eq!(run.status, 0, "{}", run.stderr);
    for (format, paper, count) in formats {
        for ending in ["ja.pdf", "ja.print.pdf"] {
            let path = format!("{format}.{ending}");
            assert_eq!(pages(&site, &path), vec![paper; count], "{path}");
        }
    }
}

#[test]
fn a_large_edition_takes_more_pages_and_is_not_folded() {
    let long = "見本の本文です。あれこれと書きつづけて、数行になるようにします。".repeat(7);
    let text = leaflet("format: a5\nedition: large")
        + &format!("\n## 三つ目\n\n{long}\n\n## 四つ目\n\n{long}\n");
    let folded = leaflet("format: a4-trifold\nedition: large");
    let site = Site::new()
        .file("leaflets/x.ja.md", &text)
        .file("leaflets/folded.ja.md", &folded);
    let run = site.run_in("ja", &["build"]);
    assert_eq!(run.status, 0, "{}", run.stderr);
    let large = pages(&site, "x.ja.pdf");
    assert!(large.len() > 2, "{large:?}");
    assert!(large.iter().all(|page| *page == (148, 210)), "{large:?}");
    assert_eq!(pages(&site, "folded.ja.pdf")[0], (210, 297));
}

#[test]
fn two_languages_are_two_sides_of_one_sheet() {
    let site = with("format: a4\nlanguages: [ja, en]").file(
        "leaflets/x.en.md",
        "---\ntitle: A sample\nhook: Look\n---\n\nText\n\n## One {#one}\n\nText\n\n## Two {#two}\n\nText\n",
    );
    let run = site.run_in("ja", &["build"]);
    assert_eq!(run.status, 0, "{}", run.stderr);
    assert_eq!(pages(&site, "x.ja-en.pdf"), [(210, 297); 2]);
    assert_eq!(pages(&site, "x.ja-en.print.pdf"), [(210, 297); 2]);
    let tree = site.tree("public");
    assert!(
        !tree.contains_key("en/leaflets/x.en.pdf"),
        "{:?}",
        tree.keys()
    );
}

#[test]
fn an_edition_in_black_has_no_colour() {
    let site = with("format: a4\nspeakers: [yamada]\nedition: mono");
    assert_eq!(site.run_in("ja", &["build"]).status, 0);
    let file = site.path("public/leaflets/x.ja.pdf");
    let pdf = Document::load(file).unwrap();
    for id in pdf.get_pages().into_values() {
        let content = pdf.get_and_decode_page_content(id).unwrap();
        for step in content.operations {
            if matches!(
                step.operator.as_str(),
                "rg" | "RG" | "scn" | "SCN" | "sc" | "SC"
            ) && step.operands.len() == 3
            {
                let parts: Vec<f32> = step
                    .operands
                    .iter()
                    .map(|n| n.as_float().unwrap())
                    .collect();
                assert!(
                    (parts[0] - parts[1]).abs() < 0.001 && (parts[1] - parts[2]).abs() < 0.001,
                    "{parts:?}"
                );
            }
        }
    }
}

/// What is said in both languages, for snapshots.
fn said(site: &Site, code: &str) -> String {
    let mut shown = String::new();
    for lang in ["ja", "en"] {
        let run = site.run_in(lang, &["check", "--format", "json"]);
        let lines = run.stdout.lines().filter(|line| line.contains(code));
        for line in lines {
            let line: serde_json::Value = serde_json::from_str(line).unwrap();
            let _ = write!(
                shown,
                "[{lang}] {}:{}:{} {}\n{}\n{}\n",
                line["file"].as_str().unwrap(),
                line["line"],
                line["column"],
                line["severity"].as_str().unwrap(),
                line["message"].as_str().unwrap(),
                line["help"].as_str().unwrap()
            );
        }
    }
    assert!(!shown.is_empty(), "{code} is not reported");
    shown
}

#[test]
fn problems_of_panels() {
    let unknown = with("format: a4-duplex\npanels: [hok, \"txet, call\"]");
    insta::assert_snapshot!(
        "leaflet_unknown-part",
        said(&unknown, "leaflet/unknown-part")
    );
    let many = with("format: a4-duplex\npanels: [hook, text, call]");
    let fixed = with("format: signature-sheet\npanels: [text]");
    let [many, fixed] = [many, fixed].map(|site| said(&site, "leaflet/too-many-panels"));
    insta::assert_snapshot!("leaflet_too-many-panels", many + &fixed);
    let unplaced = with("format: a4-duplex\npanels: [\"hook, text#two\", call]");
    insta::assert_snapshot!(
        "leaflet_unplaced-text",
        said(&unplaced, "leaflet/unplaced-text")
    );
    let placed = with("format: a4-duplex\npanels: [\"hook, intro\", \"text, call\"]");
    assert!(
        !placed
            .codes()
            .iter()
            .any(|code| code == "leaflet/unplaced-text")
    );
    let languages = with("format: a4\nlanguages: [ja]");
    insta::assert_snapshot!("leaflet_languages", said(&languages, "leaflet/languages"));
    let places =
        with("format: a4-duplex\npanels: [\"hook, text#oen\", \"speaker:yamda, topic:privcy\"]");
    let run = places.run_in("ja", &["check", "--no-leaflets", "--format", "json"]);
    for code in ["link/unknown-fragment", "front-matter/unknown-reference"] {
        assert!(run.stdout.contains(code), "{}", run.stdout);
    }
    assert!(
        run.stdout.contains("「yamada」のことでしょうか"),
        "{}",
        run.stdout
    );
}

#[test]
fn what_was_left_out_is_told_at_the_end() {
    let long = "見本の本文です。あれこれと書きつづけて、数行になるようにします。".repeat(60);
    let site = Site::new().file(
        "speakers/long.ja.md",
        &format!("---\nname: 見本太郎\ntitle: 見本の題\ntopics: [privacy]\nsummary: 見本の要旨です。\n---\n\n## 一 {{#a}}\n\n{long}\n\n{long}\n"),
    );
    insta::assert_snapshot!("leaflet_fitted", said(&site, "leaflet/fitted"));
    let run = site.run_in("ja", &["build"]);
    assert!(run.stdout.contains("省いたもの"), "{}", run.stdout);
    assert!(!run.stderr.contains("leaflet/fitted"), "{}", run.stderr);
}

/// One block alone that is too long for its panel is told, not hidden under the foot.
#[test]
fn a_long_lead_does_not_hide_under_the_foot() {
    let postcard = |sentences: usize| {
        let lead = "見本の前文です。だれもが読める長さの文を置きます。".repeat(sentences);
        let text =
            format!("---\ntitle: 見本\nhook: 見本を見よう\nformat: postcard\n---\n\n{lead}\n");
        Site::new().file("leaflets/x.ja.md", &text)
    };
    assert_eq!(postcard(1).run_in("ja", &["build"]).status, 0);
    let run = postcard(30).run_in("ja", &["build"]);
    assert_eq!(run.status, 1, "{}{}", run.stderr, run.stdout);
    assert!(run.stderr.contains("leaflet/overflow"), "{}", run.stderr);
}

/// Panels hold what staff say, in the order of reading.
#[test]
fn panels_hold_what_staff_say() {
    let site = with(
        "format: a4-trifold\nspeakers: [yamada]\npanels: [hook, \"call\", text#two, 発言, \"text#one、topic:privacy\", event]",
    );
    let run = site.run_in("ja", &["build"]);
    assert_eq!(run.status, 0, "{}", run.stderr);
    assert_eq!(pages(&site, "x.ja.pdf"), [(297, 210); 2]);
}
