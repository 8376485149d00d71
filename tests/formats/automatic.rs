//! A leaflet that nobody composed never stops a site, whatever it is made from: it tells of less.

use std::fmt::Write as _;

use super::{lines, pages};
use crate::support::Site;

const SENTENCE: &str = "見本の窓口では毎日おおぜいの人が順番を待っていると述べた。";

fn statement(keys: &str, body: &str) -> String {
    format!("---\nname: 見本\ntitle: 見本の題\ntopics: [privacy]\n{keys}---\n\n{body}")
}

fn sections(count: usize, mark: impl Fn(usize) -> &'static str) -> String {
    (1..=count).fold(String::new(), |mut text, n| {
        let body = SENTENCE.repeat(6);
        let _ = writeln!(
            text,
            "## 見本の話の{n}番目 {{#s{n}{}}}\n\n{body}\n",
            mark(n)
        );
        text
    })
}

/// The text of a leaflet as it is set.
fn text(site: &Site, path: &str) -> String {
    let lines = lines::read(&site.path(&format!("public/leaflets/{path}")));
    lines.iter().map(|line| line.words.as_str()).collect()
}

#[test]
fn a_statement_of_any_length_has_a_leaflet() {
    let strong = |n| if n == 33 { " .strong" } else { "" };
    let odd = "見本".repeat(5_000);
    let site = Site::new()
        .file(
            "speakers/many.ja.md",
            &statement("summary: 見本の要旨。\n", &sections(40, strong)),
        )
        .file(
            "speakers/one.ja.md",
            &statement("", &format!("## 全文 {{#all}}\n\n{odd}\n")),
        )
        .file(
            "speakers/flat.ja.md",
            &statement("", &format!("{}\n\n", SENTENCE.repeat(5)).repeat(80)),
        )
        .file(
            "speakers/endless.ja.md",
            &statement(&format!("summary: {odd}\n"), &odd),
        )
        .file(
            "speakers/listed.ja.md",
            &statement("", &format!("- {SENTENCE}\n").repeat(300)),
        )
        .file("speakers/empty.ja.md", &statement("", ""));
    let run = site.run(&["build"]);
    assert_eq!(run.status, 0, "{}", run.stderr);
    for slug in ["many", "one", "flat", "endless", "listed", "empty"] {
        let path = format!("speaker-{slug}.ja.pdf");
        assert_eq!(pages(&site, &path).len(), 1, "{slug}");
    }
    // What is marked as strong is told, in its place among the first.
    let many = text(&site, "speaker-many.ja.pdf");
    assert!(many.contains("1見本の話の1番目"), "{many}");
    let (first, last) = (many.find("話の2番目"), many.find("話の33番目"));
    assert!(first.is_some() && first < last, "{many}");
    assert!(!many.contains("話の39番目"), "{many}");
    let page = site.page("leaflets/speaker-many.html");
    let headings = page.main().matches("番目").count();
    assert_eq!(headings, many.matches("番目").count(), "{}", page.main());
    // A text without headings is told as far as there is room.
    let flat = text(&site, "speaker-flat.ja.pdf");
    assert!(flat.matches("順番を待っている").count() > 8, "{flat}");
}

#[test]
fn many_passages_and_many_speakers_have_one_too() {
    let mut site = Site::new();
    for n in 1..=12 {
        let body = format!(
            "## 見本の話 {{#a topic=privacy}}\n\n{0}\n\n## もう一つの話 {{#b topic=privacy}}\n\n{0}\n",
            SENTENCE.repeat(9)
        );
        let person = format!("見本の会と名のるとても長い名前の団体のうちの{n}番目");
        let keys = format!("affiliation: {person}\nrole: 見本の世話人の代表の代理\n");
        site = site.file(&format!("speakers/p{n}.ja.md"), &statement(&keys, &body));
    }
    let run = site.run(&["build"]);
    assert_eq!(run.status, 0, "{}", run.stderr);
    for slug in ["topic-privacy", "event-rally"] {
        assert_eq!(pages(&site, &format!("{slug}.ja.pdf")).len(), 1, "{slug}");
    }
}
