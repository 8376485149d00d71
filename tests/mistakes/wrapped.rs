//! Texts as lines of minutes, by-laws, letters and leaflets end: what a line end cuts is whole again, what is a
//! line stays one, and one slip is one message.

use super::once::mends;
use super::walked::{read_as, shows};
use crate::support::{SITE, Site, YAMADA_EN, YAMADA_JA};

const PATH: &str = "speakers/yamada.ja.md";
const ABOUT: &str = "pages/about.ja.md";
const TEXT: &str = "集会の記録です。";
const NAME: &str = "name: 山田花子";
const TITLE: &str = "title: 保険証をなくさないで";
const SUMMARY: &str = "summary: 番号で暮らしが見られ、窓口は混乱します。";

#[test]
fn numbers_are_whole() {
    let text = "集会には約1\n2,000人が、署名は2,00\n0人から集まった。次は11月1\n7日に開く。";
    let site = Site::new().edited(ABOUT, TEXT, text);
    assert_eq!(site.codes(), [""; 0]);
    let run = site.run(&["build", "--no-leaflets"]);
    assert_eq!(run.status, 0, "{}", run.stderr);
    let page = site.out("about.html");
    let right = "集会には約12,000人が、署名は2,000人から集まった。次は11月17日に開く。";
    assert!(page.contains(right), "{page}");
    // What stands in lines by itself is no part of a number.
    let site = Site::new().edited(ABOUT, TEXT, "番号は 320\n41 です。");
    site.run(&["build", "--no-leaflets"]);
    assert!(site.out("about.html").contains("番号は 320 41 です。"));
}

#[test]
fn numbers_within_a_sentence_are_none_of_pages() {
    for text in [
        "集会には約\n120\n人が集まった。",
        "集まったのは、\n85\n名でした。",
    ] {
        let site = Site::new().edited(ABOUT, TEXT, text);
        assert_eq!(site.codes(), [""; 0], "{text}");
    }
}

#[test]
fn lines_that_are_told_apart() {
    let line = "text/line-form";
    for (written, right) in [
        (
            "〈司会〉始めます。\n〈佐藤〉はい。",
            "〈司会〉始めます。\n\n〈佐藤〉はい。",
        ),
        (
            "お越しください\n▼お問い合わせ\n事務局まで",
            "お越しください\n\n▼お問い合わせ\n\n事務局まで",
        ),
        ("- We met.\nA library.", "- We met.\n\nA library."),
    ] {
        read_as(written, line, right);
    }
    read_as(
        "これは__大事__です。",
        "text/emphasis-form",
        "これは**大事**です。",
    );
    let two = "#はじめに\n\n集まりました。\n\n#おわりに\n\n解散しました。";
    let site = Site::new().without("pages/about.en.md");
    let site = site.edited(ABOUT, TEXT, two);
    assert_eq!(site.codes(), ["text/heading-form"]);
    site.run(&["check", "--no-leaflets", "--fix"]);
    let right = two.replace('#', "## ");
    assert!(site.read(&format!("content/{ABOUT}")).contains(&right));
    let mark = "text/leftover-mark";
    let site = Site::new().edited(ABOUT, TEXT, "#経緯\n集まりました。");
    shows("#", &site, mark, "## 経緯");
}

#[test]
fn a_translation_in_japanese_is_told_once() {
    let (head, _) = YAMADA_EN.split_once("\n\n").unwrap();
    let (_, body) = YAMADA_JA.split_once("\n\n").unwrap();
    let path = "speakers/yamada.en.md";
    let site = Site::new().file(path, &format!("{head}\n\n{body}"));
    shows(path, &site, "text/other-language", "はじめに申し上げます。");
    assert_eq!(Site::new().without(path).codes(), [""; 0]);
    // Words of another language in a text are none.
    let site = Site::new().edited(
        "pages/about.en.md",
        "A report",
        "保険証（hokensho）: a report",
    );
    assert_eq!(site.codes(), [""; 0]);
}

#[test]
fn one_slip_of_a_language_is_one_message() {
    let site = Site::new().edited("site.yaml", "[ja, en]", "[en]");
    shows(
        "[en]",
        &site,
        "file/unknown-language",
        "languages: [ja, en]",
    );
    let site = Site::new().file("site.yaml", SITE);
    assert_eq!(site.codes(), [""; 0]);
    let bad = "front-matter/bad-choice";
    let title = TITLE.replace("title: ", "");
    for (open, close) in [("title: {jp: ", "}"), ("title:\n  jp: ", "")] {
        let site = Site::new().edited(PATH, TITLE, &format!("{open}{title}{close}"));
        shows(open, &site, bad, &format!("ja: {title}"));
    }
}

#[test]
fn keys_and_texts_as_other_programs_write_them() {
    for key in ["**name**:", "**name:**"] {
        let written = NAME.replace("name:", key);
        let site = Site::new().edited(PATH, NAME, &written);
        assert_eq!(site.codes(), ["front-matter/key-form"], "{key}");
        mends(NAME, &written, NAME);
    }
    assert_eq!(
        Site::new().edited(PATH, "name:", "\"name\":").codes(),
        [""; 0]
    );
    for (torn, whole) in [
        (
            "summary: 暮らしが見られ、\n  窓口: 人を減らさない。",
            "summary: \"暮らしが見られ、窓口: 人を減らさない。\"",
        ),
        (
            "summary: 要望: 暮らしを守り、\n  窓口を残す。",
            "summary: \"要望: 暮らしを守り、窓口を残す。\"",
        ),
    ] {
        let site = Site::new().edited(PATH, SUMMARY, torn);
        assert_eq!(site.codes(), ["front-matter/needs-quotes"], "{torn}");
        mends(SUMMARY, torn, whole);
    }
}

#[test]
fn days_before_the_years_that_are_read_are_told() {
    for day in ["0999-12-31", "0024-10-05"] {
        let site = Site::new().edited("events/rally.ja.md", "2022-11-17", day);
        assert_eq!(site.codes(), ["front-matter/bad-date"], "{day}");
    }
    let site = Site::new().edited("events/rally.ja.md", "2022-11-17", "1000-01-01");
    assert_eq!(site.codes(), [""; 0]);
}
