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

/// Where spaces part words, text is ragged: no word is broken, and no space is stretched.
#[test]
fn latin_text_is_ragged_and_nothing_is_hyphenated() {
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
    let summary = format!("An extraordinarily long summary. {}", sentence.repeat(3));
    let site = site(
        ("見本", "Sample"),
        ja,
        &format!("summary: {summary}\n---\n{en}"),
    );
    let set = read(&site, "en");
    let broken: Vec<&Line> = set.iter().filter(|line| line.is_broken()).collect();
    assert!(broken.is_empty(), "{broken:#?}");
    // Lines of one paragraph end where their words do.
    let ends: Vec<f32> = set
        .iter()
        .filter(|line| line.words.contains("Representative"))
        .map(|line| line.to.round())
        .collect();
    let even = ends
        .iter()
        .filter(|end| (*end - ends[0]).abs() < 0.5)
        .count();
    assert!(ends.len() > 8 && 2 * even < ends.len(), "{ends:?}");
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

/// Text gives way by whole points, so that type stays as large as old people read with ease; then the
/// hook does, before type.
#[test]
fn points_give_way_before_the_hook_and_the_hook_before_type() {
    let clause = "many people had waited for a very long time at the counter of the office, ";
    let statement = |clauses: usize, sections: usize| {
        let section = |at| {
            let clauses = clause.repeat(clauses);
            format!("\n## Point {at} of this {{#s{at}}}\n\nIt was said that {clauses}and so on.\n")
        };
        let sections: String = (1..=sections).map(section).collect();
        format!(
            "---\nname: Taro Mihon\ntitle: A sample of a hook that is long enough for two lines\ntopics: [privacy]\norder: {clauses}\nsummary: A sample.\ndesign: title\n---\n{sections}"
        )
    };
    let mut site = Site::empty().file("site.yaml", "title: Sample\nlanguages: [en]\n");
    site = site.file(
        "topics/privacy.en.md",
        "---\nname: Privacy\nsummary: A sample.\n---\n",
    );
    let longer = (1..=6).map(|clauses| (clauses, 6));
    let more = (26..=44).step_by(2).map(|sections| (1, sections));
    let lengths: Vec<(usize, usize)> = longer.chain([(2, 28)]).chain(more).collect();
    for (at, (clauses, sections)) in lengths.iter().enumerate() {
        let text = statement(*clauses, *sections);
        site = site.file(&format!("speakers/s{at}.en.md"), &text);
    }
    let run = site.run_in("ja", &["build"]);
    assert_eq!(run.status, 0, "{}", run.stderr);
    // Of each: the sizes of hook, lead and the smallest text, and how many points are told in full.
    let told = |at: usize| {
        let path = format!("public/leaflets/speaker-s{at}.en.pdf");
        let set = lines::read(&site.path(&path));
        let hook = set.iter().map(|line| line.size).fold(0.0, f32::max);
        let lead = set.iter().find(|line| line.words.contains("A sample."));
        let whole: Vec<f32> = set
            .iter()
            .filter(|line| line.words.contains("It was said"))
            .map(|line| line.size)
            .collect();
        let body = whole.iter().copied().reduce(f32::min);
        (hook, lead.map_or(0.0, |line| line.size), body, whole.len())
    };
    let all: Vec<(f32, f32, Option<f32>, usize)> = (0..lengths.len()).map(told).collect();
    let (large, _, _, most) = all[0];
    let (longer, many) = all.split_at(6);
    // Six, and the passage printed large.
    assert_eq!(most, 7, "{all:?}");
    // The lead is a little larger than the text.
    let is_easy = |lead: f32, body: Option<f32>| {
        lead >= 12.0 * 1.08 - 0.01 && body.is_none_or(|body| body >= 11.99)
    };
    for (hook, lead, body, _) in longer {
        assert!(*hook > 0.99 * large, "{all:?}");
        assert!(body.is_some() && is_easy(*lead, *body), "{all:?}");
    }
    let counts = longer.iter().map(|(.., whole)| *whole);
    assert!(counts.is_sorted_by(|one, next| one >= next), "{all:?}");
    assert!(longer[5].3 < most, "{all:?}");
    // More headings than stand beside a large hook: it gives way first, then type does.
    let is_small = |hook: f32| hook < 0.8 * large;
    let (hook, lead, body, _) = many[0];
    assert!(is_small(hook) && is_easy(lead, body), "{all:?}");
    assert!(
        many.iter().any(|(_, lead, ..)| (0.1..12.9).contains(lead)),
        "{all:?}"
    );
    for (hook, lead, body, _) in &all {
        assert!(is_easy(*lead, *body) || is_small(*hook), "{all:?}");
    }
}
