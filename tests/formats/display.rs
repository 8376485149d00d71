//! Large type, names and addresses: what is read first, and copied by hand.

use super::lines::{self, Line};
use crate::support::Site;

/// A statement on a site with an address, in both languages.
fn site(title: (&str, &str), ja: &str, en: &str) -> Site {
    let keys = |name, title| format!("---\nname: {name}\ntitle: {title}\n");
    Site::new()
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
    let address = "shukai.test/rally/en/speakers/a-most-representative-administration.html";
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

/// The longer the text, the smaller: first the hook, then the type.
#[test]
fn a_hook_gives_way_before_type_does() {
    let clause = "many people had waited for a very long time at the counter of the office, ";
    let statement = |clauses: usize| {
        let section = |at| {
            let clauses = clause.repeat(clauses);
            format!("\n## Point {at} {{#s{at}}}\n\nIt was said that {clauses}and so on.\n")
        };
        let sections: String = (1..=6).map(section).collect();
        format!(
            "---\nname: Taro Mihon\ntitle: A sample of a hook on two lines\ntopics: [privacy]\norder: {clauses}\nsummary: A sample.\n---\n{sections}"
        )
    };
    let lengths = 1..=6;
    let mut site = Site::empty().file("site.yaml", "title: Sample\nlanguages: [en]\n");
    site = site.file(
        "topics/privacy.en.md",
        "---\nname: Privacy\nsummary: A sample.\n---\n",
    );
    for clauses in lengths.clone() {
        site = site.file(&format!("speakers/s{clauses}.en.md"), &statement(clauses));
    }
    let run = site.run_in("ja", &["build"]);
    assert_eq!(run.status, 0, "{}", run.stderr);
    let sizes = |clauses: usize| {
        let path = format!("public/leaflets/speaker-s{clauses}.en.pdf");
        let set = lines::read(&site.path(&path));
        let told = |line: &&Line| line.words.contains("It was said");
        let hook = set.iter().map(|line| line.size).fold(0.0, f32::max);
        // The longest leaves all text out.
        Some((hook, set.iter().find(told)?.size))
    };
    let all: Vec<(f32, f32)> = lengths.filter_map(sizes).collect();
    let (large, easy) = all[0];
    assert!(easy >= 12.0, "{all:?}");
    let small = |hook: f32| hook < 0.8 * large;
    assert!(
        all.iter().any(|(hook, body)| small(*hook) && *body >= 12.0),
        "{all:?}"
    );
    assert!(
        all.iter().any(|(_, body)| *body < 12.0)
            && all.iter().all(|(hook, body)| *body >= 12.0 || small(*hook)),
        "{all:?}"
    );
}
