//! Large type, names and addresses: what is read first, and copied by hand.

use super::lines::{self, Line};
use super::support::Site;

/// A statement on a site with an address, in both languages.
fn site(title: (&str, &str), ja: &str, en: &str) -> Site {
    let keys = |name, title| format!("---\nname: {name}\ntitle: {title}\n");
    Site::new()
        .edited(
            "site.yaml",
            "title:",
            "base_url: https://example.org\ntitle:",
        )
        .file(
            "speakers/a-most-representative-administration.ja.md",
            &format!(
                "{}topics: [privacy]\norder: 9\n{ja}",
                keys("見本太郎", title.0)
            ),
        )
        .file(
            "speakers/a-most-representative-administration.en.md",
            &format!("{}{en}", keys("Taro Mihon", title.1)),
        )
}

fn read(site: &Site, lang: &str) -> Vec<Line> {
    let run = site.run_in("ja", &["build"]);
    assert_eq!(run.status, 0, "{}", run.stderr);
    let folder = if lang == "ja" { "" } else { "en/" };
    let name = "speaker-a-most-representative-administration";
    lines::read(&site.path(&format!("public/{folder}leaflets/{name}.{lang}.pdf")))
}

fn wide(line: &Line) -> f32 {
    line.to - line.from
}

#[test]
fn neither_names_nor_addresses_are_hyphenated() {
    let sentence = "Representative Yamanouchibashi of the Administration thanked Kobayashikawa. ";
    let body = |number: usize| {
        let words = &"an extraordinarily long administration "[..10 + number];
        format!(
            "\n## Point {number} {{#s{number}}}\n\nThere was {words}. {}\n",
            sentence.repeat(2)
        )
    };
    let en: String = (1..=4).map(body).collect();
    let ja = "summary: 見本です。\n---\n\n## 見本 {#s1}\n\n本文です。\n";
    let site = site(
        ("見本", "Sample"),
        ja,
        &format!("summary: A sample.\n---\n{en}"),
    );
    let set = read(&site, "en");
    let (mut broken, mut capitals) = (0, 0);
    for line in &set {
        let last = line.words.split_whitespace().last().unwrap_or_default();
        capitals += usize::from(last.starts_with(char::is_uppercase));
        broken += usize::from(line.is_broken());
        assert!(
            !line.is_broken() || !last.starts_with(char::is_uppercase),
            "{line:?}"
        );
    }
    assert!(broken > 0 && capitals > 2, "{broken} {capitals}: {set:#?}");
    let all: String = set
        .iter()
        .flat_map(|line| line.words.split_whitespace())
        .collect();
    let address = "example.org/en/speakers/a-most-representative-administration.html";
    assert!(all.contains(address), "{all}");
}

#[test]
fn lines_of_headings_are_even_and_a_lead_ends_in_more_than_a_word() {
    let headings = [
        "見本の遅れから強引な一体化へ進む",
        "見本の原則をすっかり無視した強制",
    ];
    let lead = "見本の町で集められた個人の情報が、たがいに結びつけられて、暮らしが広く見られてしまう心配。";
    let sections = headings
        .iter()
        .enumerate()
        .map(|(at, heading)| format!("\n## {heading} {{#s{at}}}\n\n短い本文です。\n"));
    let ja = format!("summary: {lead}\n---\n{}", sections.collect::<String>());
    let site = site(
        ("見本", "Sample"),
        &ja,
        "summary: A sample.\n---\n\nText.\n",
    );
    let set = read(&site, "ja");
    for heading in headings {
        let (own, _) = lines::of(&set, heading);
        assert_eq!(own.len(), 2, "{own:#?}");
        let (first, second) = (wide(&own[0]), wide(&own[1]));
        assert!(first.min(second) > 0.6 * first.max(second), "{own:#?}");
    }
    let (own, _) = lines::of(&set, lead);
    let [first, .., last] = own else {
        panic!("{own:#?}")
    };
    assert!(wide(last) > 0.3 * wide(first), "{own:#?}");
}

/// The hook is set smaller before the text is.
#[test]
fn a_hook_gives_way_to_a_long_text() {
    let sentence =
        "Many people said that they had waited for a very long time at the counter of the office. ";
    let hook = |sentences: usize| {
        let section = |at| {
            format!(
                "\n## Point {at} {{#s{at}}}\n\n{}\n",
                sentence.repeat(sentences)
            )
        };
        let en: String = (1..=6).map(section).collect();
        let site = site(
            ("見本", "A sample of a hook on two lines"),
            "summary: 見本です。\n---\n\n## 見本 {#s1}\n\n本文です。\n",
            &format!("summary: A sample.\n---\n{en}"),
        );
        let set = read(&site, "en");
        let body = set
            .iter()
            .find(|line| line.words.contains("Many people"))
            .unwrap()
            .size;
        let hook = set.iter().map(|line| line.size).fold(0.0, f32::max);
        (hook, body)
    };
    let ((large, easy), (small, tight)) = (hook(2), hook(4));
    assert!(easy >= 12.0 && tight < 12.0, "{easy} {tight}");
    assert!(small < 0.8 * large, "{small} {large}");
}
