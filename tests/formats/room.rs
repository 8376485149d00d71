//! What is too full and what is too empty is told; what may be left out is kept where there is room.

use super::{lines, pages, with};
use crate::support::Site;

const LONG_CALL: &str = "見本の窓口を残し、だれもが使える仕組みにすることを求める署名に、どうかご協力くださいますようお願いいたします。";

/// A request that is taller than its panel is an error of the leaflet, not of the print shop's file.
#[test]
fn a_call_that_does_not_fit_its_panel_is_told_in_lines() {
    let call = |times: usize| {
        let text = LONG_CALL.repeat(times);
        Site::new()
            .edited(
                "site.yaml",
                "languages:",
                &format!("publisher:\n  name: 見本の会\n  phone: 03-0000-0000\ncall_to_action:\n  text: {text}\nlanguages:"),
            )
            .file(
                "leaflets/x.ja.md",
                "---\ntitle: 見本\nhook: 見本を見よう\nformat: a4-trifold\nspeakers: [yamada]\n---\n\n見本の前文です。\n",
            )
    };
    let fits = call(1).run_in("ja", &["build"]);
    assert_eq!(fits.status, 0, "{}", fits.stderr);
    let run = call(14).run_in("ja", &["check"]);
    assert_eq!(run.status, 1, "{}", run.stderr);
    assert!(run.stderr.contains("leaflet/overflow"), "{}", run.stderr);
}

/// In a large edition what is taller than a page goes on over the next one, or is an error.
#[test]
fn a_large_edition_hides_nothing_under_its_foot() {
    let strong = "見本の人は、窓口で長く待つ人が多いこと、手続きが分からずに帰る人がいること、電話がつながらないこと、そして{続}ことを訴えた。"
        .replace("{続}", &"書類が何度も届き、".repeat(9));
    let statement = format!(
        "---\nname: 見本\ntitle: 見本の題\ntopics: []\nsummary: 見本の要旨です。\n---\n\n## 一 {{#a .strong}}\n\n見本の人が語った。{strong}\n"
    );
    let site = Site::new().file("speakers/mihon.ja.md", &statement).file(
        "leaflets/x.ja.md",
        "---\ntitle: 見本\nhook: 見本を見よう\nformat: postcard\nedition: large\nspeakers: [mihon]\npanels: [\"hook, intro, quote:mihon, call\"]\n---\n\n見本の前文です。\n",
    );
    let run = site.run_in("ja", &["build"]);
    assert_eq!(run.status, 0, "{}", run.stderr);
    let all = lines::read(&site.path("public/leaflets/x.ja.pdf"));
    // The foot of a page is 8 mm high.
    let foot = 8.0 * 72.0 / 25.4;
    let low: Vec<_> = all
        .iter()
        .filter(|line| line.base < foot && line.size > 12.5)
        .collect();
    assert!(low.is_empty(), "{low:#?}");
    assert!(pages(&site, "x.ja.pdf").len() > 1);

    let call = format!(
        "languages: [ja, en]\ncall_to_action:\n  text: {}\n",
        LONG_CALL.repeat(6)
    );
    let site = site.edited("site.yaml", "languages: [ja, en]\n", &call);
    let run = site.run_in("ja", &["check"]);
    assert_eq!(run.status, 1, "{}", run.stderr);
    assert!(run.stderr.contains("leaflet/overflow"), "{}", run.stderr);
}

/// The title at the foot of a page takes one line, however long it is.
#[test]
fn a_long_title_stays_at_the_foot() {
    let title = "見本の集会で語られたことを、窓口で待つ人の話から順に、長い題にまとめました";
    let text = "見本の本文です。あれこれと書きつづけて、数行になるようにします。".repeat(30);
    let site = Site::new().file(
        "leaflets/x.ja.md",
        &format!("---\ntitle: {title}\nhook: 見本\nformat: a5\nedition: large\n---\n\n{text}\n"),
    );
    assert_eq!(site.run_in("ja", &["build"]).status, 0);
    let all = lines::read(&site.path("public/leaflets/x.ja.print.pdf"));
    let feet: Vec<_> = all
        .iter()
        .filter(|line| line.size > 9.0 && line.words.contains("見本の集会で語られた"))
        .collect();
    assert!(feet.len() > 1, "{all:#?}");
    // One line a page, at one height.
    let pages: Vec<u32> = feet.iter().map(|line| line.page).collect();
    assert!(pages.windows(2).all(|pair| pair[0] < pair[1]), "{feet:#?}");
    let level =
        |line: &&lines::Line| line.words.contains('…') && (line.base - feet[0].base).abs() < 0.1;
    assert!(feet.iter().all(level), "{feet:#?}");
}

/// A large edition in two languages: each counts its own pages.
#[test]
fn a_large_edition_in_two_languages() {
    let site = with("format: a5\nedition: large\nlanguages: [ja, en]\nspeakers: [yamada]").file(
        "leaflets/x.en.md",
        "---\ntitle: A sample\nhook: Look\n---\n\nText\n\n## One {#one}\n\nText\n\n## Two {#two}\n\nText\n",
    );
    let run = site.run_in("ja", &["build"]);
    assert_eq!(run.status, 0, "{}", run.stderr);
    let all = lines::read(&site.path("public/leaflets/x.ja-en.print.pdf"));
    let japanese = all.iter().filter(|line| line.words.contains("1／")).count();
    let english = all
        .iter()
        .filter(|line| line.words.trim().starts_with("1 of"))
        .count();
    assert_eq!((japanese, english), (1, 1), "{all:#?}");
}

/// A side with nothing between its head and its foot is told of.
#[test]
fn an_empty_side_is_warned_of() {
    let site = with("format: a4-duplex\npanels: [\"hook, text\", call]");
    let run = site.run_in("en", &["check"]);
    let told = |panel: &str| {
        run.stderr.lines().any(|line| {
            line.contains("leaflet/half-empty") && line.contains("`x.ja`") && line.contains(panel)
        })
    };
    assert!(told("the back"), "{}", run.stderr);
    // A cover, and a call on a panel of its own, are full by themselves.
    let folded = with("format: a4-trifold\nspeakers: [yamada]");
    let run = folded.run_in("en", &["check"]);
    for panel in ["cover", "the back"] {
        let told = run
            .stderr
            .lines()
            .any(|line| line.contains("half-empty") && line.contains(panel));
        assert!(!told, "{panel}: {}", run.stderr);
    }
}

/// A leaflet whose panels do without the call needs no QR code.
#[test]
fn a_leaflet_may_do_without_the_call() {
    let site = with("format: a4\npanels: [\"hook, intro, text\"]");
    let run = site.run_in("en", &["build"]);
    assert_eq!(run.status, 0, "{}", run.stderr);
}

/// Where one panel makes type small, the others say all that they have room for.
#[test]
fn a_panel_with_room_gives_nothing_up() {
    let long = "見本の本文です。あれこれと書きつづけて、数行になるようにします。";
    let leaflet = |sentences: usize| {
        let text = long.repeat(sentences);
        format!(
            "---\ntitle: 見本\nhook: 見本を見よう\nformat: a4-duplex\nspeakers: [mihon]\npanels: [\"hook, intro\", \"voices, call\"]\n---\n\n{text}\n"
        )
    };
    let mut site = Site::new().file(
        "speakers/mihon.ja.md",
        "---\nname: 見本\ntitle: 見本の題\ntopics: []\nsummary: 見本の要旨の一文目です。これは二文目で、裏面には十分な余地があります。\n---\n\n## 一 {#a}\n\n見本の本文です。\n",
    );
    for sentences in (34..76).step_by(6) {
        site = site.file(&format!("leaflets/x{sentences}.ja.md"), &leaflet(sentences));
    }
    let run = site.run_in("en", &["check"]);
    let small: Vec<usize> = (34..76)
        .step_by(6)
        .filter(|n| {
            run.stderr
                .lines()
                .any(|line| line.contains("small-type") && line.contains(&format!("`x{n}.ja`")))
        })
        .collect();
    assert!(!small.is_empty(), "{}", run.stderr);
    let run = site.run_in("en", &["check", "--format", "json"]);
    for n in small {
        let fitted = run
            .stdout
            .lines()
            .find(|line| line.contains("leaflet/fitted") && line.contains(&format!("`x{n}.ja`")));
        assert!(
            !fitted.unwrap_or_default().contains("summaries"),
            "{fitted:?}"
        );
    }
}
