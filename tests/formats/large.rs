//! Large editions: as many pages as the text takes, all of them well filled and in large type.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use super::lines;
use crate::support::Site;

/// An event with many facts, which stand together.
fn event() -> String {
    let organiser = |n: u8| format!("  - 見本のまちを考える市民の会 第{n}支部\n");
    let organisers: String = (1..=9).map(organiser).collect();
    format!(
        "---\nname: 見本の集会\ndate: 2022-11-17\nvenue: 見本会館\norganisers:\n{organisers}---\n\n見本の集会です。\n"
    )
}

/// Sentences that can be told apart.
fn sentences(count: usize) -> String {
    (1..=count).fold(String::new(), |mut text, n| {
        write!(text, "見本の{n}番目の文は、ひろばで配られたビラの話です。").unwrap();
        text
    })
}

/// The widest gap between lines on each page, and to the foot of the page, as a part of its height.
fn gaps(site: &Site, path: &str) -> BTreeMap<u32, f32> {
    const HEIGHT: f32 = 210.0 * 72.0 / 25.4;
    const FOOT: f32 = 16.0 * 72.0 / 25.4;
    let mut bases: BTreeMap<u32, Vec<f32>> = BTreeMap::new();
    for line in lines::read(&site.path(&format!("public/leaflets/{path}"))) {
        bases.entry(line.page).or_default().push(line.base);
    }
    let widest = |mut bases: Vec<f32>| {
        bases.push(FOOT);
        bases.sort_by(f32::total_cmp);
        let gaps = bases.windows(2).map(|pair| pair[1] - pair[0]);
        gaps.fold(0.0, f32::max) / HEIGHT
    };
    let pages = bases.into_iter();
    pages.map(|(page, bases)| (page, widest(bases))).collect()
}

/// Of many lengths of text each has well filled pages, or is warned of those that are not.
#[test]
fn pages_are_well_filled_or_warned_of() {
    let lengths = [1, 2, 4, 7, 11, 16, 23, 31, 42];
    let site = lengths.into_iter().fold(Site::new(), |site, count| {
        // The list is never torn apart, and begins a page where it does not fit under the text.
        let text = format!(
            "---\ntitle: 見本{count}\nhook: 見本を見よう\nformat: a5\nedition: large\nspeakers: [yamada]\n\
             panels:\n  - hook, intro, text, event, call\n---\n\n{}\n\n## 見本の要点 {{#one}}\n\n{}\n",
            sentences(2),
            sentences(count),
        );
        site.file(&format!("leaflets/l{count}.ja.md"), &text)
    });
    let site = site.file("events/rally.ja.md", &event());
    let run = site.run_in("en", &["build"]);
    assert_eq!(run.status, 0, "{}", run.stderr);
    let mut found = Vec::new();
    for count in lengths {
        let all = gaps(&site, &format!("l{count}.ja.pdf"));
        for (&page, &gap) in &all {
            let named = |line: &&str| {
                line.contains("half-empty")
                    && line.contains(&format!("`l{count}.ja`"))
                    && line.contains(&format!("page {page}"))
            };
            let warned = run.stderr.lines().find(named);
            // The room is told without the margins, the gap from line to line; above the call
            // there is a line.
            let most = if page as usize == all.len() {
                0.4
            } else {
                0.32
            };
            let right = if warned.is_some() {
                gap > 0.28
            } else {
                gap < most
            };
            assert!(right, "{count}, page {page}: {gap} {warned:?}");
            found.push(gap);
        }
    }
    let filled = found.iter().filter(|gap| **gap < 1.0 / 3.0).count();
    assert!(filled + 3 >= found.len(), "{found:?}");
}

/// What is beside the text is large too: readers who need a large edition have to find the address.
#[test]
fn small_type_is_large_in_a_large_edition() {
    let site = Site::new().file(
        "leaflets/x.ja.md",
        &format!(
            "---\ntitle: 見本\nhook: 見本を見よう\nformat: a5\nedition: large\n---\n\n{}\n",
            sentences(3)
        ),
    );
    let run = site.run_in("en", &["build"]);
    assert_eq!(run.status, 0, "{}", run.stderr);
    let all = lines::read(&site.path("public/leaflets/x.ja.pdf"));
    // A reading above a word is half as large as the word.
    assert!(all.iter().all(|line| line.size > 9.9), "{all:?}");
    let imprint = all.iter().filter(|line| line.size < 11.9).count();
    assert!(imprint <= 3, "{all:?}");
}

/// Who speaks is told once for passages that follow each other, and again after another's.
#[test]
fn who_speaks_is_told_once() {
    let speaker = |name: &str| {
        let section = |n: u8| format!("## {name}の話{n} {{#p{n}}}\n\n{}\n\n", sentences(1));
        let sections: String = (1..=3).map(section).collect();
        format!(
            "---\nname: {name}\naffiliation: 試しの会\ntitle: 発言\ntopics: []\n---\n\n{sections}"
        )
    };
    let site = Site::new()
        .file("speakers/one.ja.md", &speaker("見本花子"))
        .file("speakers/two.ja.md", &speaker("見本太郎"))
        .file(
            "leaflets/x.ja.md",
            "---\ntitle: 見本\nhook: 見本を見よう\nformat: a5\nedition: large\nspeakers: [one, two]\npanels:\n  \
             - hook, speaker:one#p1, speaker:one#p2, speaker:two#p1, speaker:one#p3, call\n---\n",
        );
    let run = site.run_in("en", &["build"]);
    assert_eq!(run.status, 0, "{}", run.stderr);
    let all = lines::read(&site.path("public/leaflets/x.ja.pdf"));
    let named = |name: &str| {
        let told = all.iter().filter(|line| line.words.contains("試しの会"));
        told.filter(|line| line.words.contains(name)).count()
    };
    assert_eq!((named("見本花子"), named("見本太郎")), (2, 1), "{all:?}");
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

/// A large edition on one side of the paper takes a sheet for each page: the site says so, and the print shop
/// is told the same.
#[test]
fn site_and_print_shop_are_told_of_as_many_sheets() {
    for (format, sides, sheets) in [("a5", "片面", 3), ("a5-duplex", "両面", 2)] {
        let text = format!(
            "---\ntitle: 見本\nhook: 見本を見よう\nformat: {format}\nedition: large\nspeakers: [yamada]\n\
             panels:\n  - hook, intro, text, event, call\n---\n\n{}\n\n## 見本の要点 {{#one}}\n\n{}\n",
            sentences(2),
            sentences(28),
        );
        let site = Site::new().file("leaflets/large.ja.md", &text);
        let run = site.run_in("ja", &["build"]);
        assert_eq!(run.status, 0, "{}", run.stderr);
        let pages = lopdf::Document::load(site.path("public/leaflets/large.ja.pdf")).unwrap();
        let pages = pages.get_pages().len();
        assert!((3..=4).contains(&pages), "{format}: {pages} pages");
        let sheets = if sheets == 3 { pages } else { sheets };
        let page = site.out("leaflets/large.html");
        assert!(
            page.contains(&format!("A5・{sides}・{sheets}枚")),
            "{format}: {page}"
        );
        let run = site.run(&["handoff", "large"]);
        assert_eq!(run.status, 0, "{}{}", run.stderr, run.stdout);
        let zip = std::fs::read(site.path("large.zip")).unwrap();
        let mut archive = zip::ZipArchive::new(std::io::Cursor::new(zip)).unwrap();
        let mut entry = archive.by_name("large/specification-of-ja.ja.pdf").unwrap();
        let mut pdf = Vec::new();
        std::io::Read::read_to_end(&mut entry, &mut pdf).unwrap();
        drop(entry);
        site.write("specification.pdf", &pdf);
        let said: String = lines::read(&site.path("specification.pdf"))
            .iter()
            .map(|line| line.words.clone())
            .collect();
        let wanted = format!("{pages}ページ（用紙{sheets}枚、{sides}");
        assert!(
            said.replace(' ', "").contains(&wanted),
            "{format}: {wanted} in {said}"
        );
    }
}
