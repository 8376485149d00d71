//! Large editions: as many pages as the text takes, the last of them well filled.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use super::lines;
use super::support::Site;

/// Sentences that can be told apart.
fn sentences(count: usize) -> String {
    (1..=count).fold(String::new(), |mut text, n| {
        write!(text, "見本の{n}番目の文は、ひろばで配られたビラの話です。").unwrap();
        text
    })
}

/// The widest gap between lines on the last page, as a part of the page's height.
fn gap(site: &Site, path: &str) -> f32 {
    const HEIGHT: f32 = 210.0 * 72.0 / 25.4;
    let all = lines::read(&site.path(&format!("public/leaflets/{path}")));
    let last = all.iter().map(|line| line.page).max().unwrap();
    let mut bases: Vec<f32> = all
        .iter()
        .filter(|line| line.page == last)
        .map(|line| line.base)
        .collect();
    bases.sort_by(f32::total_cmp);
    let gaps = bases.windows(2).map(|pair| pair[1] - pair[0]);
    gaps.fold(0.0, f32::max) / HEIGHT
}

/// Of many lengths of text each has a well filled last page, or is warned of.
#[test]
fn the_last_page_is_well_filled_or_warned_of() {
    let lengths = [4, 7, 11, 16, 23, 31, 42];
    let site = lengths.into_iter().fold(Site::new(), |site, count| {
        let text = format!(
            "---\ntitle: 見本{count}\nhook: 見本を見よう\nformat: a5\nedition: large\n---\n\n{}\n\n## 見本の要点 {{#one}}\n\n{}\n",
            sentences(2),
            sentences(count),
        );
        site.file(&format!("leaflets/l{count}.ja.md"), &text)
    });
    let run = site.run_in("en", &["build"]);
    assert_eq!(run.status, 0, "{}", run.stderr);
    let mut found = BTreeMap::new();
    for count in lengths {
        let named =
            |line: &&str| line.contains("half-empty") && line.contains(&format!("`l{count}.ja`"));
        let warned = run.stderr.lines().find(named);
        let gap = gap(&site, &format!("l{count}.ja.pdf"));
        // The room is told without the margins, the gap from line to line.
        let right = if warned.is_some() {
            gap > 0.28
        } else {
            gap < 0.4
        };
        assert!(right, "{count}: {gap} {warned:?}");
        found.insert(count, gap);
    }
    let filled = found.values().filter(|gap| **gap < 1.0 / 3.0).count();
    assert!(filled >= 5, "{found:?}");
}

/// What goes on from one page to the next is still what was said: the line at the foot of the page
/// does not come between.
#[test]
fn a_passage_that_goes_on_over_pages_is_word_for_word() {
    let said = sentences(30).replace(
        "話です",
        "話で、きょうも多くの人が足を止めて読み、となりの人にも手渡したとのことです",
    );
    let site = Site::new()
        .file(
            "speakers/long.ja.md",
            &format!("---\nname: 見本花子\ntitle: 見本の発言\ntopics: []\n---\n\n## 見本の話 {{#one}}\n\n{said}\n"),
        )
        .file(
            "leaflets/x.ja.md",
            "---\ntitle: 見本\nhook: 見本を見よう\nformat: a5\nedition: large\nspeakers: [long]\npanels:\n  - hook, speaker:long#one, call\n---\n",
        );
    let run = site.run_in("en", &["build"]);
    assert_eq!(run.status, 0, "{}", run.stderr);
    assert!(super::pages(&site, "x.ja.pdf").len() > 2);
}

/// Whoever is cited is named on the page on which the passage begins.
#[test]
fn a_name_stands_with_the_passage_under_it() {
    let lengths = 1..=16;
    let passage = sentences(2);
    let speaker = format!(
        "---\nname: 見本花子\ntitle: 見本の発言\ntopics: []\n---\n\n## 見本の話 {{#one}}\n\n{passage}\n"
    );
    let site = Site::new().file("speakers/cited.ja.md", &speaker);
    let site = lengths.clone().fold(site, |site, count| {
        let text = format!(
            "---\ntitle: 見本{count}\nhook: 見本を見よう\nformat: a5\nedition: large\nspeakers: [cited]\n\
             panels:\n  - hook, intro, speaker:cited#one, call\n---\n\n{}\n",
            "ここに前文を置きます。".repeat(count * 3),
        );
        site.file(&format!("leaflets/n{count}.ja.md"), &text)
    });
    let run = site.run_in("en", &["build"]);
    assert_eq!(run.status, 0, "{}", run.stderr);
    let mut turned = 0;
    for count in lengths {
        let all = lines::read(&site.path(&format!("public/leaflets/n{count}.ja.pdf")));
        let named = |line: &&lines::Line| line.words.contains("見本花子");
        let name = all.iter().find(named).unwrap();
        let (first, _) = lines::of(&all, &passage);
        assert!(name.is_over(&first[0]), "{count}: {name:?} {:?}", first[0]);
        turned += usize::from(name.page > 1);
    }
    assert!(turned > 2, "only {turned} passages begin on a later page");
}
