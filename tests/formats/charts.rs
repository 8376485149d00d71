//! Small tables that are drawn: their words and numbers as text, in black and its tints, beside text that
//! gives way before them.

use std::collections::BTreeSet;

use super::lines::{self, Line, built};
use super::passages;
use crate::support::Site;
use lopdf::Document;

const BARS: &str = "charts:\n  - kind: bars\n    title: 窓口で待った時間\n    unit: 分\n    rows:\n      - {label: 保険証, value: 2}\n      - {label: 顔認証, value: 7}\n      - {label: 暗証番号, value: 24, strong: true}\n    source: 会員への調査\n";
const PARTS: &str = "charts:\n  - kind: parts\n    title: 困った人の割合\n    rows:\n      - {label: 困った, value: 61.5}\n      - {label: 困らない, value: 27}\n      - {label: 使わない, value: 8}\n      - {label: 答えない, value: 3.5}\n";
const TIME: &str = "charts:\n  - kind: time\n    title: これまでの動き\n    rows:\n      - {label: 院内集会, value: 令和4年11月17日}\n      - {label: 交付の開始, value: 2016年1月}\n      - {label: 法律の成立, value: 2013}\n";

/// A statement with a chart, of so many sections.
fn site(chart: &str, sections: usize) -> Site {
    let sections = passages(sections);
    let person = format!(
        "---\nname: 見本太郎\ntitle: 保険証をなくさないで\ndesign: title\ntopics: [privacy]\norder: 9\nsummary: 見本です。\n{chart}---\n{sections}"
    );
    Site::new().file("speakers/mihon.ja.md", &person)
}

fn place(set: &[Line], words: &str) -> usize {
    let found = set.iter().position(|line| line.words.contains(words));
    found.unwrap_or_else(|| panic!("no {words}: {set:#?}"))
}

#[test]
fn words_and_numbers_are_text_large_enough_to_read() {
    for (chart, told) in [
        (
            BARS,
            &[
                "窓口で待った時間",
                "保険証",
                "2分",
                "顔認証",
                "7分",
                "暗証番号",
                "24分",
                "会員への調査",
            ][..],
        ),
        (
            PARTS,
            &[
                "困った人の割合",
                "困った",
                "61.5％",
                "困らない",
                "27％",
                "使わない",
                "8％",
                "答えない",
                "3.5％",
            ],
        ),
        // In the order of time.
        (
            TIME,
            &[
                "これまでの動き",
                "2013年",
                "法律の成立",
                "2016年1月",
                "交付の開始",
                "2022年11月17日",
                "院内集会",
            ],
        ),
    ] {
        let set = built(&site(chart, 2), "speaker-mihon.ja");
        let from = place(&set, told[0]);
        let mut read = lines::words(&set[from..]);
        for words in told {
            let (_, rest) = read
                .split_once(words)
                .unwrap_or_else(|| panic!("no {words}: {read}"));
            read = rest.to_owned();
        }
        // The name of a source is small print.
        for words in told.iter().filter(|words| !words.contains("調査")) {
            let line = &set[from + place(&set[from..], words)];
            assert!(line.size >= 10.5, "{line:?}");
        }
    }
}

/// The colours of a page of the PDF for print shops, as it names them.
fn inks(site: &Site) -> Vec<[f32; 4]> {
    let pdf = Document::load(site.path("public/leaflets/speaker-mihon.ja.print.pdf")).unwrap();
    let id = pdf.get_pages()[&1];
    let content = pdf.get_and_decode_page_content(id).unwrap();
    let colours = content
        .operations
        .iter()
        .filter(|step| step.operator == "k");
    colours
        .map(|step| [0, 1, 2, 3].map(|at| step.operands[at].as_float().unwrap()))
        .collect()
}

#[test]
fn a_chart_is_drawn_in_black_and_its_tints() {
    let with = site(PARTS, 2);
    let without = site("", 2);
    for site in [&with, &without] {
        assert_eq!(site.run(&["build"]).status, 0);
    }
    let own: Vec<[f32; 4]> = inks(&with);
    for tint in [0.55, 0.3, 0.12] {
        let is_tint = |ink: &&[f32; 4]| (ink[3] - tint).abs() < 0.005 && ink[..3] == [0.0; 3];
        assert_eq!(own.iter().filter(is_tint).count(), 2, "{tint}: {own:?}");
    }
    // Nothing else was added but black.
    let coloured = |all: &[[f32; 4]]| {
        let named = all.iter().filter(|ink| ink[..3] != [0.0; 3]);
        named.map(|ink| format!("{ink:?}")).collect::<BTreeSet<_>>()
    };
    assert_eq!(coloured(&own), coloured(&inks(&without)));
}

#[test]
fn a_chart_stays_while_points_are_told_and_goes_before_none_is() {
    let few = site(BARS, 5);
    let set = built(&few, "speaker-mihon.ja");
    assert!(place(&set, "24分") < place(&set, "窓口で起きたこと"));
    let many = site(
        &format!("{BARS}{}", PARTS.strip_prefix("charts:\n").unwrap()),
        20,
    );
    let run = many.run_in("ja", &["build"]);
    assert!(run.stdout.contains("グラフ、"), "{}", run.stdout);
    let set = lines::read(&many.path("public/leaflets/speaker-mihon.ja.pdf"));
    assert!(!lines::words(&set).contains("24分"), "{set:#?}");
    let page = many.page("leaflets/speaker-mihon.html");
    assert!(!page.source.contains("24分"));
    // The site has it in any case.
    assert!(many.page("speakers/mihon.html").source.contains("24分"));
}

#[test]
fn charts_stand_on_every_paper_and_in_every_language() {
    let en = BARS
        .replace("窓口で待った時間", "Waiting at the desk")
        .replace("unit: 分", "unit: minutes")
        .replace("保険証", "insurance card")
        .replace("顔認証", "face recognition")
        .replace("暗証番号", "password");
    let mut site = Site::new();
    let formats = [
        "a4",
        "a4-duplex",
        "a5",
        "b5",
        "a3",
        "a4-trifold",
        "a3-bifold",
    ];
    for format in formats {
        let keys = format!(
            "title: 見本\nhook: 見本を見よう\nformat: {format}\nspeakers: [yamada]\n{BARS}"
        );
        let file = format!("leaflets/{format}.ja.md");
        site = site.file(&file, &format!("---\n{keys}---\n\n見本の前文です。\n"));
        let keys = format!("title: A sample\nhook: See\n{en}");
        let file = format!("leaflets/{format}.en.md");
        site = site.file(&file, &format!("---\n{keys}---\n\nA sample.\n"));
    }
    let large = format!(
        "---\ntitle: 見本\nhook: 見本を見よう\nformat: a5\nedition: large\nspeakers: [yamada]\n{PARTS}---\n\n見本の前文です。\n"
    );
    let mono = large
        .replace("edition: large", "edition: mono")
        .replace(PARTS, TIME);
    let poster = large
        .replace("edition: large", "design: poster")
        .replace("a5", "a3");
    let site = site
        .file("leaflets/large.ja.md", &large)
        .file("leaflets/mono.ja.md", &mono)
        .file("leaflets/poster.ja.md", &poster);
    built(&site, "a4.ja");
    for format in formats {
        let set = lines::read(&site.path(&format!("public/leaflets/{format}.ja.pdf")));
        assert!(lines::words(&set).contains("24分"), "{format}: {set:#?}");
        let set = lines::read(&site.path(&format!("public/en/leaflets/{format}.en.pdf")));
        assert!(
            lines::words(&set).contains("24 minutes"),
            "{format}: {set:#?}"
        );
    }
    for (name, told) in [
        ("large", "61.5％"),
        ("mono", "2016年1月"),
        ("poster", "61.5％"),
    ] {
        let set = lines::read(&site.path(&format!("public/leaflets/{name}.ja.pdf")));
        assert!(lines::words(&set).contains(told), "{name}: {set:#?}");
    }
    let tall = lines::read(&site.path("public/leaflets/large.ja.pdf"));
    let line = tall.iter().find(|line| line.words.contains("困らない"));
    assert!(line.is_some_and(|line| line.size >= 12.0), "{tall:#?}");
}

/// Vertical lines have no room for a drawing.
#[test]
fn a_newspaper_tells_a_chart_as_a_list() {
    let site = site(BARS, 4).edited("speakers/mihon.ja.md", "design: title", "design: newspaper");
    let set = built(&site, "speaker-mihon.ja");
    let told: String = lines::words(&set);
    for words in ["窓口で待った時間", "暗証番号", "24"] {
        assert!(told.contains(words), "{words}: {told}");
    }
}

/// What is drawn on a page says nothing that is not read, and needs no style of its own.
#[test]
fn pages_draw_what_they_tell_in_words() {
    for (chart, told, drawn) in [
        (
            BARS,
            "<span class=\"chart-label\">暗証番号</span> <b class=\"chart-value\">24分</b>",
            "width=\"29.17%\"",
        ),
        (
            PARTS,
            "<b class=\"chart-value\">61.5％</b>",
            "chart-shade-3",
        ),
        (
            TIME,
            "<b class=\"chart-value\">2016年1月</b> <span class=\"chart-label\">交付の開始</span>",
            "<ol>",
        ),
    ] {
        let site = site(chart, 2);
        assert_eq!(site.run(&["build"]).status, 0);
        for page in ["speakers/mihon.html", "leaflets/speaker-mihon.html"] {
            let page = site.page(page);
            assert!(page.source.contains(told), "{}", page.source);
            assert!(page.source.contains(drawn), "{}", page.source);
            assert!(!page.source.contains("style="));
            for drawing in page.source.split("<svg class=\"chart").skip(1) {
                let (marks, _) = drawing.split_once('>').unwrap();
                assert!(marks.contains("aria-hidden=\"true\""), "{marks}");
            }
        }
        let data = site.read("public/statements.json");
        let feed = site.read("public/feed.xml");
        let title = chart
            .split("title: ")
            .nth(1)
            .unwrap()
            .split('\n')
            .next()
            .unwrap();
        for told in [&data, &feed] {
            assert!(told.contains(title), "{told}");
        }
    }
    // Nothing is louder than another of which nobody said so.
    let site = site(PARTS, 2);
    assert_eq!(site.run(&["build"]).status, 0);
    assert!(
        !site
            .page("speakers/mihon.html")
            .source
            .contains("chart-strong")
    );
}

/// Topics, events and translations have charts, too; one that tells no language of its own is in its own alone.
#[test]
fn charts_of_topics_and_events_are_told_in_their_language() {
    let both = "charts:\n  - kind: bars\n    title: {ja: 待った時間, en: Waiting}\n    unit: {ja: 分, en: minutes}\n    rows:\n      - {label: 2021, value: 3}\n      - {label: 2022, value: 12}\n---";
    let own = BARS.to_owned() + "---";
    // Words of one language stand in numbers, too.
    let words = both
        .replace("待った", "来た")
        .replace("value: 12", "value: 80万");
    let site = Site::new()
        .edited("topics/privacy.ja.md", "。\n---", &format!("。\n{both}"))
        .edited("topics/access.ja.md", "。\n---", &format!("。\n{words}"))
        .edited("events/rally.ja.md", "会館\n---", &format!("会館\n{own}"));
    let run = site.run(&["build"]);
    assert_eq!(run.status, 0, "{}", run.stderr);
    for (page, told) in [
        ("topics/privacy.html", "12分"),
        ("en/topics/privacy.html", "12 minutes"),
        ("topics/access.html", "80万分"),
        ("events/rally.html", "24分"),
    ] {
        let page = site.page(page);
        assert!(page.source.contains(told), "{}", page.source);
    }
    for page in ["en/events/rally.html", "en/topics/access.html"] {
        let page = site.page(page);
        assert!(!page.source.contains("chart-value"), "{}", page.source);
    }
}
