//! The drawings of the theme: what their files may hold, where they stand on paper and on pages, and that one
//! for which there is no room is told.

use std::path::Path;

use super::lines::built;
use crate::support::Site;
use lopdf::Document;

const NAMES: [&str; 6] = ["card", "keypad", "desk", "hands", "megaphone", "letter"];

/// A statement in a design with a drawing, or without.
fn site(design: &str, drawing: &str, title: &str) -> Site {
    let passage = "窓口では、保険証を見せるだけで受診できた。";
    let person = format!(
        "---\nname: 見本太郎\ntitle: {title}\npull: 大きく刷る一言\ndesign: {design}\n{drawing}topics: [privacy]\norder: 9\nsummary: 見本です。\n---\n\n## 一つ目 {{#a}}\n\n{passage}\n\n## 二つ目 {{#b}}\n\n{passage}\n"
    );
    Site::new().file("speakers/mihon.ja.md", &person)
}

/// How many curves a leaflet's first page has that are no letters.
fn curves(site: &Site, name: &str) -> usize {
    let pdf = Document::load(site.path(&format!("public/leaflets/{name}"))).unwrap();
    let content = pdf
        .get_and_decode_page_content(pdf.get_pages()[&1])
        .unwrap();
    let curves = content
        .operations
        .iter()
        .filter(|step| step.operator == "c");
    curves.count()
}

#[test]
fn files_are_of_paths_that_paper_and_pages_can_draw() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("themes/default/print/drawings");
    for name in NAMES {
        let svg = std::fs::read_to_string(folder.join(format!("{name}.svg"))).unwrap();
        let paths: Vec<&str> = svg.lines().filter(|line| line.contains("<path")).collect();
        assert_eq!(svg.lines().count(), paths.len() + 2, "{name}");
        for path in paths {
            let class = path.split("class=\"drawing-").nth(1).unwrap();
            let class = class.split('"').next().unwrap();
            assert!(
                ["white", "tint", "line", "solid"].contains(&class),
                "{path}"
            );
            let drawn = path
                .split(" d=\"")
                .nth(1)
                .unwrap()
                .split('"')
                .next()
                .unwrap();
            let numbers = drawn.split(|c: char| "MLCZ ".contains(c));
            for number in numbers.filter(|number| !number.is_empty()) {
                let number: f32 = number.parse().unwrap();
                assert!((0.0..=200.0).contains(&number), "{name}: {number}");
            }
        }
    }
    let note = std::fs::read_to_string(folder.join("README.md")).unwrap();
    assert!(note.contains("MIT or Apache-2.0"));
}

#[test]
fn a_drawing_stands_on_paper_where_it_was_asked_for_alone() {
    for design in ["title", "voice"] {
        let bare = site(design, "", "見本の題");
        built(&bare, "speaker-mihon.ja");
        for name in NAMES {
            let with = site(design, &format!("drawing: {name}\n"), "見本の題");
            let run = with.run_in("ja", &["build"]);
            assert_eq!(run.status, 0, "{}", run.stderr);
            assert!(!run.stderr.contains("preflight/"), "{}", run.stderr);
            assert!(!run.stdout.contains("線画"), "{}", run.stdout);
            for pdf in ["speaker-mihon.ja.pdf", "speaker-mihon.ja.print.pdf"] {
                let (own, without) = (curves(&with, pdf), curves(&bare, pdf));
                assert!(own > without + 4, "{design} {name}: {own} {without}");
            }
            let drawn = "<svg class=\"drawing\" aria-hidden=\"true\" focusable=\"false\"";
            for page in ["speakers/mihon.html", "leaflets/speaker-mihon.html"] {
                let page = with.page(page);
                assert!(page.source.contains(drawn), "{}", page.source);
                assert!(!page.source.contains("style="));
            }
        }
        assert!(
            !bare
                .page("speakers/mihon.html")
                .source
                .contains("class=\"drawing")
        );
    }
}

#[test]
fn a_leaflet_without_room_gives_its_drawing_up_first_and_tells_it() {
    for (design, title) in [
        ("newspaper", "見本の題"),
        ("question", "なぜ急いで保険証をなくすのか"),
    ] {
        let site = site(design, "drawing: letter\n", title);
        let run = site.run_in("ja", &["build"]);
        assert!(run.stdout.contains("省いたもの：線画"), "{}", run.stdout);
        let page = site.page("leaflets/speaker-mihon.html");
        assert!(!page.source.contains("class=\"drawing"));
        assert!(
            site.page("speakers/mihon.html")
                .source
                .contains("class=\"drawing")
        );
    }
}

#[test]
fn topics_events_posters_and_covers_have_drawings() {
    let leaflet = |format: &str, more: &str| {
        format!(
            "---\ntitle: 見本\nhook: 見本を見よう\nformat: {format}\n{more}speakers: [yamada]\n---\n\n見本の前文です。\n"
        )
    };
    let with = |drawing: &str| {
        Site::new()
            .edited(
                "topics/privacy.ja.md",
                "。\n---",
                &format!("。\n{drawing}---"),
            )
            .edited(
                "events/rally.ja.md",
                "会館\n---",
                &format!("会館\n{drawing}---"),
            )
            .file(
                "leaflets/poster.ja.md",
                &leaflet("a3", &format!("design: poster\n{drawing}")),
            )
            .file("leaflets/fold.ja.md", &leaflet("a4-trifold", drawing))
            .file(
                "leaflets/mono.ja.md",
                &leaflet("a4", &format!("edition: mono\n{drawing}")),
            )
    };
    let (own, bare) = (with("drawing: megaphone\n"), with(""));
    for site in [&own, &bare] {
        let run = site.run_in("ja", &["build"]);
        assert_eq!(run.status, 0, "{}", run.stderr);
        assert!(!run.stderr.contains("preflight/"), "{}", run.stderr);
        assert!(!run.stdout.contains("線画"), "{}", run.stdout);
    }
    for name in ["topic-privacy", "event-rally", "poster", "fold", "mono"] {
        let pdf = format!("{name}.ja.print.pdf");
        assert!(curves(&own, &pdf) > curves(&bare, &pdf) + 4, "{name}");
    }
    for page in [
        "topics/privacy.html",
        "en/topics/privacy.html",
        "events/rally.html",
    ] {
        assert!(own.page(page).source.contains("class=\"drawing"), "{page}");
    }
}

#[test]
fn a_drawing_is_called_by_its_name_in_japanese_or_a_near_one() {
    let site = site("title", "線画: メガホン\n", "見本の題");
    let run = site.run_in("ja", &["check", "--no-leaflets"]);
    assert_eq!(run.status, 0, "{}", run.stderr);
    assert!(run.stderr.contains("drawing: megaphone"), "{}", run.stderr);
    let site = self::site("title", "drawing: megafone\n", "見本の題");
    let run = site.run_in("ja", &["check", "--no-leaflets"]);
    assert_eq!(run.status, 1, "{}", run.stderr);
    assert!(run.stderr.contains("drawing: megaphone"), "{}", run.stderr);
}
