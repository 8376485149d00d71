//! Large editions: as many pages as the text takes, all of them well filled and in large type.

use std::collections::{BTreeMap, BTreeSet};
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

/// Sections of a few sentences.
fn sections(count: usize) -> String {
    (1..=count).fold(String::new(), |mut text, n| {
        write!(text, "## 見本の要点{n} {{#p{n}}}\n\n{}\n\n", sentences(4)).unwrap();
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
    let lengths = [1, 2, 3, 4, 5, 6, 7, 8, 11];
    let site = lengths.into_iter().fold(Site::new(), |site, count| {
        // The list is never torn apart, and begins a page where it does not fit under the text.
        let text = format!(
            "---\ntitle: 見本{count}\nhook: 見本を見よう\nformat: a5\nedition: large\nspeakers: [yamada]\n\
             panels:\n  - hook, intro, text, event, call\n---\n\n{}\n\n{}",
            sentences(2),
            sections(count),
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

/// A leaflet whose one passage has so many sentences.
fn of_one_passage(count: usize) -> Site {
    let said = sentences(count);
    Site::new()
        .file(
            "speakers/long.ja.md",
            &format!("---\nname: 見本花子\ntitle: 見本の発言\ntopics: []\n---\n\n## 見本の話 {{#one}}\n\n{said}\n\n**これだけは残す。**\n"),
        )
        .file(
            "leaflets/x.ja.md",
            "---\ntitle: 見本\nhook: 見本を見よう\nformat: a5\nedition: large\nspeakers: [long]\npanels:\n  - hook, speaker:long#one, call\n---\n",
        )
}

/// A passage that no page holds is told by its heading and what is marked in it, and that is said; one
/// that a page holds stands there in full.
#[test]
fn a_passage_that_no_page_holds_is_told_by_its_heading() {
    for (count, is_whole) in [(8, true), (40, false)] {
        let site = of_one_passage(count);
        let run = site.run_in("en", &["build"]);
        assert_eq!(run.status, 0, "{}", run.stderr);
        let all = lines::read(&site.path("public/leaflets/x.ja.pdf"));
        let words: String = all.iter().map(|line| line.words.as_str()).collect();
        assert!(words.contains("見本の話"), "{count}: {words}");
        assert!(words.contains("これだけは残す。"), "{count}: {words}");
        assert_eq!(words.contains("1番目の文"), is_whole, "{count}: {words}");
        let told = run.stdout.contains("the text of some points");
        assert_eq!(told, !is_whole, "{count}: {}", run.stderr);
        let page = site.out("leaflets/x.html");
        assert_eq!(page.contains("1番目の文"), is_whole, "{count}: {page}");
    }
}

/// No point stands on two pages, and no sentence of a long lead does.
#[test]
fn nothing_is_split_over_two_pages() {
    let lead = sentences(60);
    let text = format!(
        "---\ntitle: 見本\nhook: 見本を見よう\nformat: a5-duplex\nedition: large\npanels:\n  \
         - hook, intro, text, call\n---\n\n{lead}\n\n{}",
        sections(7)
    );
    let site = Site::new().file("leaflets/x.ja.md", &text);
    let run = site.run_in("en", &["build"]);
    assert_eq!(run.status, 0, "{}", run.stderr);
    let all = lines::read(&site.path("public/leaflets/x.ja.pdf"));
    // Numbers over numbers: the first with the lead, the second with the points.
    let pages_of = |text: &str| -> BTreeSet<u32> {
        let (found, _) = lines::of(&all, text);
        found.iter().map(|line| line.page).collect()
    };
    for n in 1..=7 {
        let heading = format!("{n}見本の要点{n}");
        let pages = pages_of(&format!("{heading}{}", sentences(4)));
        assert_eq!(pages.len(), 1, "{n}: {pages:?}");
    }
    let mut on = BTreeMap::<u32, String>::new();
    for line in &all {
        on.entry(line.page).or_default().push_str(&line.words);
    }
    for n in 1..=60 {
        let sentence = format!("見本の{n}番目の文は、ひろばで配られたビラの話です。");
        let whole = on
            .values()
            .any(|words| words.replace(' ', "").contains(&sentence));
        assert!(whole, "{n}: {on:?}");
    }
    assert!(on.len() > 4, "{on:?}");
}

/// Whom to ask stands on every page, in type that is as large.
#[test]
fn the_telephone_number_stands_on_every_page() {
    let text = format!(
        "---\ntitle: 見本\nhook: 見本を見よう\nformat: a4-duplex\nedition: large\npanels:\n  \
         - hook, intro, text, call\n---\n\n{}\n\n{}",
        sentences(2),
        sections(6)
    );
    let site = Site::new().file("leaflets/x.ja.md", &text);
    let settings = site.read("content/site.yaml");
    let publisher = "publisher:\n  name: 見本の会\n  phone: 03-0000-0000\nlanguages:";
    let site = site.file("site.yaml", &settings.replace("languages:", publisher));
    let run = site.run_in("en", &["build"]);
    assert_eq!(run.status, 0, "{}", run.stderr);
    // That of other pages than the last is no part of the text, which readers of the screen hear once.
    let all = lines::read(&site.path("public/leaflets/x.ja.print.pdf"));
    let pages = all.iter().map(|line| line.page).max().unwrap();
    assert!(pages > 1, "{all:?}");
    for page in 1..=pages {
        let is_number = |line: &&lines::Line| line.page == page && line.words.contains("03-");
        let found: Vec<_> = all.iter().filter(is_number).collect();
        assert_eq!(found.len(), 1, "{page}: {all:?}");
        assert!((found[0].largest - 36.0).abs() < 0.1, "{:?}", found[0]);
    }
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
             panels:\n  - hook, intro, text, event, call\n---\n\n{}\n\n{}",
            sentences(2),
            sections(6),
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
