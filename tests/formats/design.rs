//! The design of a leaflet: chosen by staff, or by what it holds; what does not go with it is told.

use super::lines::{self, Line, built, words};
use super::{said, with};
use crate::support::Site;

const PERSON: &str = "---\nname: 見本太郎\naffiliation: 見本の会\ntitle: 保険証をなくさないで\npull: 大きく刷る一言\ntopics: [privacy]\nsummary: 見本です。\nfigures:\n  - value: 約80万人\n    caption: 一人で暮らす人\nDESIGN---\n\n## 窓口で {#a}\n\n窓口では、保険証を見せるだけで受診できた。\n";

/// A statement with everything that can stand large, in a design.
fn person(design: &str) -> Site {
    Site::new().file("speakers/mihon.ja.md", &PERSON.replace("DESIGN", design))
}

/// What stands largest.
fn largest(set: &[Line]) -> &str {
    let largest = set.iter().max_by(|a, b| a.largest.total_cmp(&b.largest));
    &largest.unwrap().words
}

#[test]
fn what_stands_largest_is_chosen_or_decided_by_what_there_is() {
    for (design, wanted) in [
        ("", "約80万人"),
        ("design: figure\n", "約80万人"),
        ("design: voice\n", "大きく刷る一言"),
        ("design: title\n", "保険証をなくさないで"),
    ] {
        let site = person(design);
        assert_eq!(
            largest(&built(&site, "speaker-mihon.ja")),
            wanted,
            "{design}"
        );
        // The page that prints from a browser begins alike.
        let page = site.page("leaflets/speaker-mihon.html");
        let (head, _) = page.source.split_once("sheet-hook").unwrap();
        assert_eq!(
            head.contains("sheet-pull"),
            design.contains("voice"),
            "{design}"
        );
        assert_eq!(
            head.contains("sheet-figure"),
            wanted.contains('8'),
            "{design}"
        );
    }
}

/// The page is arranged as its PDF is; how long the lines of its headline are, style sheets are told.
#[test]
fn the_page_has_the_design_of_its_pdf() {
    for (design, classes) in [
        ("figure", "design-figure sheet-lying"),
        ("newspaper", "design-newspaper sheet-standing"),
        ("voice", "design-voice sheet-lying"),
    ] {
        let site = person(&format!("design: {design}\n"));
        site.build();
        let page = site.page("leaflets/speaker-mihon.html").source;
        assert!(page.contains(&format!(" {classes}\"")), "{design}: {page}");
        assert!(
            page.contains("<p class=\"sheet-hook lines-1 ems-10\">"),
            "{page}"
        );
        let css = site.out("assets/sheet.css");
        assert!(css.contains(&format!(".design-{design}")) && css.contains(".ems-10{--ems:10;}"));
    }
}

/// An edit of one leaflet leaves the others as they are.
#[test]
fn a_leaflet_does_not_depend_on_others() {
    let site = person("");
    built(&site, "speaker-mihon.ja");
    let own =
        |site: &Site| std::fs::read(site.path("public/leaflets/topic-access.ja.pdf")).unwrap();
    let before = own(&site);
    site.edit(
        "speakers/mihon.ja.md",
        "summary:",
        "design: voice\nsummary:",
    );
    built(&site, "speaker-mihon.ja");
    assert!(before == own(&site));
}

#[test]
fn composed_leaflets_have_designs_and_figures_on_all_paper() {
    let formats = [
        "a4",
        "a4-duplex",
        "a5",
        "a5-duplex",
        "b5",
        "b5-duplex",
        "a4-trifold",
        "a4-zfold",
        "a3-bifold",
        "a3",
        "postcard",
        "large",
        "mono",
    ];
    let figures = "figures:\n  - value: 約80万人\n    caption: 一人で暮らす人\n  - value: 4桁\n    caption: 覚える番号";
    let text = |format: &str, keys: &str| {
        let paper = match format {
            "large" | "mono" => format!("a4\nedition: {format}"),
            paper => paper.to_owned(),
        };
        super::leaflet(&format!("format: {paper}\nspeakers: [mihon]\n{keys}"))
    };
    let mut site = person("");
    for format in formats {
        site = site
            .file(
                &format!("leaflets/f-{format}.ja.md"),
                &text(format, figures),
            )
            .file(
                &format!("leaflets/v-{format}.ja.md"),
                &text(format, "design: voice"),
            );
    }
    let run = site.run_in("ja", &["build"]);
    assert_eq!(run.status, 0, "{}", run.stderr);
    for format in formats {
        let set = |kind: &str| {
            lines::read(&site.path(&format!("public/leaflets/{kind}-{format}.ja.pdf")))
        };
        assert_eq!(largest(&set("f")), "約80万人", "{format}");
        let voice = set("v");
        let words: String = voice.iter().map(|line| line.words.as_str()).collect();
        assert!(
            words.contains("大きく刷る一言")
                && words.contains("見本を見よう") | words.contains("見本のチラシ"),
            "{format}: {words}"
        );
        assert!(
            "大きく刷る一言".contains(largest(&voice).trim()),
            "{format}: {}",
            largest(&voice)
        );
    }
}

#[test]
fn what_does_not_go_with_a_design_is_told() {
    let lacks = person("design: figure\n").edited(
        "speakers/mihon.ja.md",
        "figures:\n  - value: 約80万人\n    caption: 一人で暮らす人\n",
        "",
    );
    let mute =
        person("design: voice\n").edited("speakers/mihon.ja.md", "pull: 大きく刷る一言\n", "");
    let alone = with("format: a4\ndesign: voice");
    let all = [lacks, mute, alone].map(|site| said(&site, "leaflet/design-lacks"));
    insta::assert_snapshot!("leaflet_design-lacks", all.concat());
    let topic = Site::new().edited(
        "topics/privacy.ja.md",
        "summary:",
        "design: voice\nsummary:",
    );
    let fixed = with("format: signature-sheet\ndesign: title");
    let folded = with("format: a4-trifold\ndesign: newspaper");
    let all = [topic, fixed, folded].map(|site| said(&site, "leaflet/design-unfit"));
    insta::assert_snapshot!("leaflet_design-unfit", all.concat());
}

/// Long paragraphs are left to the site; headings stay.
const POSTER: &str = "---\ntitle: 見本\nformat: FORMAT\ndesign: poster\nhook: HOOK\n---\n\nLEAD\n\n## 一つ目の主張 {#a}\n\n一つ目の本文です。\n\n## 二つ目の主張 {#b}\n\n二つ目の本文です。\n";

fn poster(format: &str, hook: &str, lead: &str) -> Site {
    let text = POSTER
        .replace("FORMAT", format)
        .replace("HOOK", hook)
        .replace("LEAD", lead);
    Site::new().file("leaflets/x.ja.md", &text)
}

#[test]
fn a_poster_is_read_from_afar() {
    for (format, least) in [
        ("a3", 150.0),
        ("a4", 100.0),
        ("b5", 90.0),
        ("a3\nedition: mono", 150.0),
    ] {
        let set = built(
            &poster(format, "保険証をなくすな", "短い前文です。"),
            "x.ja",
        );
        let all = words(&set);
        // The headline stands in vertical lines, and is copied in its order.
        assert!(all.contains("保険証をなくすな"), "{format}: {all}");
        let headline = set.iter().find(|line| line.words == "保").unwrap();
        assert!(headline.size >= least, "{format}: {headline:?}");
        let next = set.iter().find(|line| line.words == "険").unwrap();
        assert!(
            (headline.from - next.from).abs() < 0.2 * headline.size && next.base < headline.base,
            "{next:?}"
        );
        for told in ["短い前文です。", "一つ目の主張", "とき", "ところ"] {
            assert!(all.contains(told), "{format}: no {told} in {all}");
        }
        assert!(!all.contains("一つ目の本文"), "{all}");
    }
}

#[test]
fn a_poster_has_few_words_and_says_what_it_leaves_out() {
    let long = "見本の前文です。あれこれと書きつづけて、数行になるようにします。".repeat(8);
    let site = poster("a3", "保険証をなくすな", &long);
    let all = words(&built(&site, "x.ja"));
    assert!(
        !all.contains("見本の前文") && all.contains("二つ目の主張"),
        "{all}"
    );
    let run = site.run_in("ja", &["check", "--format", "json"]);
    assert!(run.stdout.contains("ポスターの60語"), "{}", run.stdout);
}

#[test]
fn a_poster_in_latin_letters_has_its_headline_across() {
    let text = POSTER
        .replace("FORMAT", "a3")
        .replace("HOOK", "Keep our card")
        .replace("LEAD\n\n", "");
    let site = Site::new().file("leaflets/x.en.md", &text);
    let run = site.run_in("en", &["build"]);
    assert_eq!(run.status, 0, "{}", run.stderr);
    let set = lines::read(&site.path("public/en/leaflets/x.en.pdf"));
    let line = set.iter().find(|line| line.words.contains("Keep")).unwrap();
    assert!(line.size >= 150.0, "{line:?}");
}

const TOLD: &str = "---\nname: 見本太郎\naffiliation: 見本の会\ntitle: 保険証をなくさないで\npull: 大きく刷る一言\ntopics: [privacy]\nsummary: 窓口で起きたことを述べた。\ndesign: DESIGN\n---\n\n## 窓口で {#a}\n\n「保険証」は12日に見せられた。\n\n## つぎの見出し {#b}\n\nあとに続くのは、べつの文だと語った。\n";

#[test]
fn questions_are_told_from_answers() {
    let statement = TOLD
        .replace("DESIGN", "question")
        .replace("## 窓口で", "## なぜ急ぐのか");
    let site = Site::new().file("speakers/mihon.ja.md", &statement).edited(
        "topics/privacy.ja.md",
        "summary:",
        "design: question\nhook: だれが見るのか\nsummary:",
    );
    let set = built(&site, "speaker-mihon.ja");
    let all = words(&set);
    let spots = ["問なぜ急ぐのか", "答「保険証」は"].map(|told| all.find(told));
    assert!(spots[0].is_some() && spots[0] < spots[1], "{all}");
    assert!(all.contains("つぎの見出し"), "{all}");
    // A hook that asks is answered by what was said, with whose it is.
    let set = lines::read(&site.path("public/leaflets/topic-privacy.ja.pdf"));
    let all = words(&set);
    assert_eq!(largest(&set), "問");
    assert!(
        all.contains("だれが見るのか") && all.contains("発言者は、こう語る"),
        "{all}"
    );
}

/// A table of more columns than its half of the sheet has room for is left out, and that is told; a
/// question above it does not stop the site.
#[test]
fn a_question_over_a_wide_table_has_a_leaflet() {
    let cells = |cell: &str| format!("|{}", format!(" {cell} |").repeat(9));
    let table = ["項目の名前", "---", "長い長い値を置く"]
        .map(cells)
        .join("\n");
    let text = TOLD
        .replace("DESIGN", "question")
        .replace("保険証をなくさないで", "だれが保険証をなくすのか")
        .replace("あとに続く", &format!("{table}\n\nあとに続く"));
    let site = Site::new().file("speakers/mihon.ja.md", &text);
    let all = words(&built(&site, "speaker-mihon.ja"));
    for told in [
        "だれが保険証をなくすのか",
        "「保険証」は12日に見せられた。",
        "べつの文だと語った。",
    ] {
        assert!(all.contains(told), "no {told} in {all}");
    }
}

/// Figures stand on the leaflet of a topic that has no text of its own.
#[test]
fn figures_need_no_text_before_them() {
    let site = Site::new().edited(
        "topics/privacy.ja.md",
        "summary:",
        "figures:\n  - value: 約80万人\n    caption: 東京で一人で暮らす高齢者\n  - value: 4桁\n    caption: 覚える番号\ndesign: figure\nsummary:",
    );
    let all = words(&built(&site, "topic-privacy.ja"));
    for told in ["約80万人", "東京で一人で暮らす高齢者", "4桁", "覚える番号"] {
        assert!(all.contains(told), "no {told} in {all}");
    }
}

/// What a point said is told to be missing where a poster has only its heading.
#[test]
fn a_poster_of_headings_says_that_texts_are_missing() {
    let site = poster("a3", "保険証をなくすな", "前文です。");
    let run = site.run_in("ja", &["check", "--format", "json"]);
    assert!(run.stdout.contains("ポスターの60語"), "{}", run.stdout);
}

#[test]
fn two_columns_stand_side_by_side() {
    let table = "| いままで | これから |\n| --- | --- |\n| 家に届く | 自分で申請する |\n\nそのあとの文です。\n";
    let of_sections = TOLD.replace("DESIGN", "compare");
    let (head, _) = of_sections.split_once("「保険証」").unwrap();
    let of_table = format!("{head}{table}");
    let site = Site::new()
        .file("speakers/mihon.ja.md", &of_table)
        .file("speakers/two.ja.md", &of_sections);
    for (name, left, right) in [
        ("mihon", "いままで", "これから"),
        ("two", "窓口で", "つぎの見出し"),
    ] {
        let set = built(&site, &format!("speaker-{name}.ja"));
        let [left, right] = [left, right].map(|words| {
            let mut found = set.iter().filter(|line| line.words == words);
            found
                .next()
                .unwrap_or_else(|| panic!("no {words}: {set:#?}"))
        });
        assert!(
            (left.base - right.base).abs() < 1.0 && left.to < right.from,
            "{left:?} {right:?}"
        );
        if name == "mihon" {
            assert!(words(&set).contains("そのあとの文です。"));
        }
    }
}

/// A leaflet that staff composed, about two sections, in a design.
fn composed(format: &str, design: &str, hook: &str, before: &str) -> String {
    format!(
        "---\ntitle: 見本のちらし\nhook: {hook}\nformat: {format}\ndesign: {design}\nspeakers: [mihon]\n---\n\n\
         見本の前文です。\n{before}\n## なぜ急ぐのか {{#a}}\n\n左に置く文です。\n\n## つぎの見出し {{#b}}\n\n右に置く文です。\n"
    )
}

#[test]
fn composed_leaflets_ask_and_compare() {
    let table = "\n| いままで | これから |\n| --- | --- |\n| 家に届く | 自分で申請する |\n";
    let mut site = person("");
    let asking = [
        "a4",
        "a5",
        "a4-trifold",
        "postcard",
        "a3-bifold",
        "a4-duplex\nedition: large",
    ];
    for (n, format) in asking.iter().enumerate() {
        let text = composed(format, "question", "だれが見るのか", "");
        site = site.file(&format!("leaflets/q{n}.ja.md"), &text);
    }
    let comparing = ["a4", "a5", "b5-duplex", "a3-bifold", "a3"];
    for (n, format) in comparing.iter().enumerate() {
        let of = |before| composed(format, "compare", "見本を見よう", before);
        site = site
            .file(&format!("leaflets/s{n}.ja.md"), &of(""))
            .file(&format!("leaflets/t{n}.ja.md"), &of(table));
    }
    let run = site.run_in("ja", &["build"]);
    assert_eq!(run.status, 0, "{}", run.stderr);
    let set = |name: &str| lines::read(&site.path(&format!("public/leaflets/{name}.ja.pdf")));
    for (n, format) in asking.iter().enumerate() {
        let set = set(&format!("q{n}"));
        let all = words(&set);
        // The hook, and the section that asks, for which a postcard has no room.
        let asked = if *format == "postcard" { 1 } else { 2 };
        assert!(all.matches('問').count() >= asked, "{format}: {all}");
        if *format == "postcard" {
            continue;
        }
        let spots = ["なぜ急ぐのか", "答左に置く文です。"].map(|told| all.find(told));
        assert!(spots[0].is_some() && spots[0] < spots[1], "{format}: {all}");
        assert!(all.contains("つぎの見出し"), "{format}: {all}");
    }
    for (n, format) in comparing.iter().enumerate() {
        for (kind, left, right) in [
            ('s', "なぜ急ぐのか", "つぎの見出し"),
            ('t', "家に届く", "自分で申請する"),
        ] {
            let set = set(&format!("{kind}{n}"));
            let [left, right] = [left, right].map(|words| {
                let found = set.iter().find(|line| line.words == words);
                found.unwrap_or_else(|| panic!("{format}: no {words}: {set:#?}"))
            });
            assert!(
                left.page == right.page
                    && (left.base - right.base).abs() < 1.0
                    && left.to < right.from,
                "{format}: {left:?} {right:?}"
            );
            assert!(
                words(&set).contains("見本の前文です。"),
                "{format}: {set:#?}"
            );
        }
    }
}

/// Voices and facts are articles; a heading of them runs down.
#[test]
fn a_composed_newspaper_holds_all_its_parts() {
    let mut site = person("");
    let formats = ["a4", "a5", "b5", "a3", "a4\nedition: mono"];
    for (n, format) in formats.iter().enumerate() {
        let text = composed(format, "newspaper", "見本を見よう", "");
        site = site.file(&format!("leaflets/n{n}.ja.md"), &text);
    }
    let run = site.run_in("ja", &["build"]);
    assert_eq!(run.status, 0, "{}", run.stderr);
    for (n, format) in formats.iter().enumerate() {
        let set = lines::read(&site.path(&format!("public/leaflets/n{n}.ja.pdf")));
        let all = words(&set);
        for told in [
            "見本を見よう",
            "見本のちらし",
            "見本の前文です。",
            "なぜ急ぐのか",
            "右に置く文です。",
            "保険証をなくさないで",
            "見本太郎",
        ] {
            assert!(all.contains(told), "{format}: no {told} in {all}");
        }
        let at = set.iter().position(|line| line.words == "急").unwrap();
        let (first, next) = (&set[at], &set[at + 1]);
        assert!(
            next.base < first.base && (next.from - first.from).abs() < 1.0,
            "{format}: {first:?} {next:?}"
        );
    }
}
