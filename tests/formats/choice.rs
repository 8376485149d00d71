//! What a leaflet says where there is no room for all.

use super::lines;
use crate::support::Site;

/// A topic with two statements: a strong passage of one sentence, and one of two.
#[test]
fn a_topic_prints_no_sentence_twice() {
    let statement = |name: &str, order: u8, strong: &str, text: &str| {
        format!(
            "---\nname: {name}\ntitle: A sample\ntopics: [privacy]\norder: {order}\nsummary: A sample.\n---\n\n## A point {{#a {strong}}}\n\n{text}\n"
        )
    };
    let other = "It was said in short. The ending stands large.";
    let site = Site::empty()
        .file("site.yaml", "title: Sample\nlanguages: [en]\n")
        .file(
            "topics/privacy.en.md",
            "---\nname: Privacy\nsummary: A sample.\n---\n",
        )
        .file(
            "speakers/a.en.md",
            &statement("A", 1, ".strong topic=privacy", "Only once is this said."),
        )
        .file(
            "speakers/b.en.md",
            &statement("B", 2, "topic=privacy", other),
        );
    let run = site.run_in("ja", &["build"]);
    assert_eq!(run.status, 0, "{}", run.stderr);
    let set = lines::read(&site.path("public/leaflets/topic-privacy.en.pdf"));
    let told = |words: &str| {
        set.iter()
            .filter(|line| line.words.contains(words))
            .collect::<Vec<_>>()
    };
    assert_eq!(told("Only once is this said").len(), 1, "{set:#?}");
    let [small, large] = told("The ending")[..] else {
        panic!("{set:#?}");
    };
    assert!((small.size - large.size).abs() > 1.0, "{small:?} {large:?}");
}

/// Where type has to be small, it is not made smaller yet by what may be left out.
#[test]
fn small_type_says_no_more_than_it_has_to() {
    let leaflet = |sentences: usize| {
        let text = "It was said that many people had waited for a very long time at the counter. "
            .repeat(sentences);
        format!(
            "---\ntitle: A sample\nhook: A sample\nformat: a4\npanels: [\"hook, intro, event, call\"]\n---\n\n{text}\n"
        )
    };
    let mut site = Site::empty()
        .file("site.yaml", "title: Sample\nlanguages: [en]\nevent: rally\n")
        .file("topics/privacy.en.md", "---\nname: Privacy\nsummary: A sample.\n---\n")
        .file(
            "events/rally.en.md",
            "---\nname: A rally\ndate: 2022-11-17\norganisers: [\"Mihon Society (an invented society for the sake of a sample that has to be long enough to fill a line and more)\"]\n---\n",
        );
    let lengths = 8..=40;
    for sentences in lengths.clone() {
        site = site.file(&format!("leaflets/x{sentences}.en.md"), &leaflet(sentences));
    }
    let run = site.run_in("en", &["check", "--format", "json"]);
    let told = |code: &str, sentences: usize| {
        let name = format!("`x{sentences}.en`");
        run.stdout
            .lines()
            .find(|line| line.contains(code) && line.contains(&name))
    };
    let small: Vec<usize> = lengths
        .filter(|n| told("leaflet/small-type", *n).is_some())
        .collect();
    assert!(small.len() > 2, "{}", run.stdout);
    for sentences in small {
        let fitted = told("leaflet/fitted", sentences).unwrap_or_default();
        assert!(
            fitted.contains("words in brackets"),
            "{sentences}: {fitted}"
        );
    }
}
