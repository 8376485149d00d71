//! Mistakes that people made who wrote a first site: each is one message at its line, what is certain is
//! read as it is meant, and what is shown works to the letter.

use super::once::{mends, stays};
use crate::support::{SITE, Site, YAMADA_JA};

const PATH: &str = "speakers/yamada.ja.md";
const ABOUT: &str = "pages/about.ja.md";
const TEXT: &str = "集会の記録です。";
const TITLE: &str = "title: 保険証をなくさないで";
const NAME: &str = "name: 山田花子";
const ORDER: &str = "order: 1";

/// What is told, in both languages.
fn told(site: &Site) -> [String; 2] {
    ["ja", "en"].map(|lang| site.run_in(lang, &["check", "--no-leaflets"]).stderr)
}

/// One message of a code, which shows these lines.
pub(super) fn shows(what: &str, site: &Site, code: &str, right: &str) {
    assert_eq!(site.codes(), [code], "{what}");
    for told in told(site) {
        for line in right.lines() {
            assert!(told.contains(line), "{what}: {line}\n{told}");
        }
    }
}

/// The same with lines in the place of others, after which nothing is wrong once those that are shown
/// stand there.
pub(super) fn follows(path: &str, from: &str, to: &str, code: &str, right: &str) {
    let site = Site::new().edited(path, from, to);
    shows(to, &site, code, right);
    let site = Site::new().edited(path, from, right);
    assert_eq!(site.codes(), [""; 0], "{right}");
}

/// A text of a page that is read as another, which `--fix` makes of it.
pub(super) fn read_as(written: &str, code: &str, right: &str) {
    let site = Site::new().edited(ABOUT, TEXT, written);
    assert_eq!(site.codes(), [code], "{written}");
    site.run(&["check", "--no-leaflets", "--fix"]);
    let text = site.read(&format!("content/{ABOUT}"));
    let whole = Site::new().edited(ABOUT, TEXT, right);
    assert_eq!(text, whole.read(&format!("content/{ABOUT}")), "{written}");
    assert_eq!(site.codes(), [""; 0], "{right}");
}

#[test]
fn keys_that_stand_among_languages() {
    let right = "publisher:\n  name: 会\n  address:\n    ja: 一丁目\n    en: 1-chome\n  email: a@shukai.test\n  url: https://shukai.test/\n";
    for line in ["  email:", "  url:"] {
        let settings = right.replace(line, &format!("  {line}"));
        let site = Site::with_settings(&settings);
        assert_eq!(site.codes(), ["front-matter/indent"], "{settings}");
        site.run(&["check", "--no-leaflets", "--fix"]);
        assert_eq!(site.read("content/site.yaml"), format!("{SITE}{right}"));
        assert_eq!(site.codes(), [""; 0]);
    }
}

#[test]
fn values_in_other_places_than_behind_their_key() {
    mends(TITLE, "title:\n保険証をなくさないで", TITLE);
    mends(NAME, "name: {山田花子}", NAME);
    stays(TITLE, "title:\n保険証を\nなくさないで");
    let site = Site::new().edited(PATH, TITLE, "title:\n保険証をなくさないで");
    assert_eq!(site.codes(), ["front-matter/key-form"]);
    let site = Site::new().edited(PATH, NAME, "name: {山田花子}");
    assert_eq!(site.codes(), ["front-matter/needs-quotes"]);
}

#[test]
fn dashes_in_the_place_of_a_colon() {
    let to = |line: &str| format!("{ORDER}\n{line}");
    let right = "affiliation: 会";
    for line in [
        "affiliation - 会",
        "affiliation－会",
        "affiliation; 会",
        "所属－会",
    ] {
        let site = Site::new().edited(PATH, ORDER, &to(line));
        shows(line, &site, "front-matter/syntax", right);
    }
    let site = Site::new().edited(PATH, ORDER, &to(right));
    assert_eq!(site.codes(), [""; 0]);
    // Nothing but a hyphen: the line can go, or be a text.
    let site = Site::new().edited(PATH, ORDER, &to("affiliation: -"));
    shows("-", &site, "front-matter/syntax", "affiliation: \"-\"");
    let site = Site::new().edited(PATH, ORDER, &to("affiliation: \"-\""));
    assert_eq!(site.codes(), [""; 0]);
}

#[test]
fn names_of_files() {
    for name in ["サイト.yaml", "設定.yaml", "site。yaml"] {
        let site = Site::new().without("site.yaml").file(name, SITE);
        assert_eq!(site.codes(), ["file/name"], "{name}");
        site.run(&["check", "--no-leaflets", "--fix"]);
        assert_eq!(site.codes(), [""; 0], "{name}");
    }
    let site = Site::new()
        .without(PATH)
        .file("speakers/yamada.ja。md", YAMADA_JA);
    site.run(&["check", "--no-leaflets", "--fix"]);
    assert_eq!(site.codes(), [""; 0]);
    for name in ["old", "bak", "backup", "orig"] {
        let site = Site::new().file(&format!("{PATH}.{name}"), YAMADA_JA);
        assert_eq!(site.codes(), [""; 0], "{name}");
    }
}

#[test]
fn paths_of_windows() {
    let photo = |file: &str| {
        format!("{ORDER}\nphoto:\n  file: {file}\n  alt: 演壇\n  consent: [web, print]")
    };
    mends_with_picture(
        &photo("\"..\\images\\new\\a.gif\""),
        &photo("../images/new/a.gif"),
    );
    mends_with_picture(
        &photo("..\\images\\new\\a.gif"),
        &photo("../images/new/a.gif"),
    );
}

fn mends_with_picture(to: &str, right: &str) {
    let site = Site::new()
        .bytes("images/new/a.gif", crate::support::POINT)
        .edited(PATH, ORDER, to);
    assert_eq!(site.codes(), ["front-matter/needs-quotes"], "{to}");
    site.run(&["check", "--no-leaflets", "--fix"]);
    assert_eq!(
        site.read(&format!("content/{PATH}")),
        YAMADA_JA.replace(ORDER, right)
    );
    assert_eq!(site.codes(), [""; 0], "{right}");
}

#[test]
fn addresses_and_their_keys() {
    let base = "base_url: https://shukai.test/rally/";
    let odd = "base_url: https://shukai.test/our rally/";
    let right = "base_url: https://shukai.test/our%20rally/";
    follows("site.yaml", base, odd, "front-matter/bad-url", right);
    let publisher = "publisher:\n  name: 会\n  address: 一丁目\n";
    for (line, right) in [
        ("  web: https://shukai.test/", "  url: https://shukai.test/"),
        ("  mail: a@shukai.test", "  email: a@shukai.test"),
    ] {
        let site = Site::with_settings(&format!("{publisher}{line}\n"));
        shows(line, &site, "front-matter/unknown-key", right);
    }
    // A capital letter is none of full width.
    let site = Site::new().edited(PATH, TITLE, &format!("title:\n  Ja: {}", &TITLE[7..]));
    assert_eq!(site.codes(), ["front-matter/key-form"]);
    read_as(
        "[会](ｈｔｔｐｓ：／／shukai.test/)と[メール](mailto:a＠shukai.test)",
        "text/full-width",
        "[会](https://shukai.test/)と[メール](mailto:a@shukai.test)",
    );
}

#[test]
fn marks_of_markdown() {
    let wide = "text/full-width";
    read_as("＞＞ 引用の引用です。", wide, ">> 引用の引用です。");
    read_as(
        "｜窓口《まどぐち》で聞く。",
        wide,
        "{窓口|まどぐち}で聞く。",
    );
    let table = "| 年 | 数 |\n|---|---|\n| 一 | 二 |\n";
    let line = "text/line-form";
    read_as(
        &format!("{table}次の文です。"),
        line,
        &format!("{table}\n次の文です。"),
    );
    read_as(
        &format!("{table}\n| 三 | 四 |"),
        line,
        &format!("{table}| 三 | 四 |"),
    );
    read_as(
        "・一つ\n・二つ\n\n- 三つ\n- 四つ",
        "text/list-form",
        "- 一つ\n- 二つ\n\n* 三つ\n* 四つ",
    );
    let site = Site::new().edited(ABOUT, TEXT, "本文です。\n\n＜!-- 覚え書き");
    shows("＜!--", &site, "text/unclosed-comment", "<!-- 覚え書き -->");
}

#[test]
fn marks_without_effect() {
    let code = "text/leftover-mark";
    let (written, right) = ("はじめに。\n#経緯\n集まりました。", "## 経緯");
    let site = Site::new().edited(ABOUT, TEXT, written);
    shows("#", &site, code, right);
    for right in ["はじめに。\n\\#経緯です。\n集まりました。", "#経緯 #窓口"] {
        let site = Site::new().edited(ABOUT, TEXT, right);
        assert_eq!(site.codes(), [""; 0], "{right}");
    }
    let uneven = "text/uneven-readings";
    follows(ABOUT, TEXT, "{空|}が青い。", uneven, "空が青い。");
    // A line under words: only that is told, not that the sections differ.
    let site = Site::new().edited(ABOUT, TEXT, "経緯\n---\n集まりました。");
    assert_eq!(site.codes(), ["text/underlined-paragraph"]);
    // The name of a section without its sign stays.
    let mark = "## 見られる暮らし {watched topic=privacy}";
    let right = "## 見られる暮らし {#watched topic=privacy}";
    follows(PATH, right, mark, "text/unknown-attribute", right);
}

#[test]
fn links_to_what_is_called_otherwise() {
    let site = |link: &str| {
        Site::new()
            .file(
                "pages/city-hall.ja.md",
                "---\ntitle: 町役場\n---\n\n町の役場です。\n",
            )
            .file(
                "pages/city-hall.en.md",
                "---\ntitle: The town hall\n---\n\nOf our town.\n",
            )
            .edited(ABOUT, TEXT, &format!("{link}のことです。"))
    };
    for (link, code, right) in [
        ("[窓口]( privacy)", "link/missing-file", "topic:privacy"),
        ("[窓口](個人情報)", "link/missing-file", "topic:privacy"),
        ("[窓口](topic:個人情報)", "link/unknown", "topic:privacy"),
        ("[窓口](page:hall)", "link/unknown", "page:city-hall"),
    ] {
        shows(link, &site(link), code, right);
        let words = link.split(']').next().unwrap();
        let right = format!("{words}]({right})");
        assert_eq!(site(&right).codes(), [""; 0], "{right}");
    }
}

#[test]
fn a_second_place_is_told_to_programs() {
    let site = Site::new().bytes("images/a.png", b"no picture");
    let site = site.edited(PATH, "受付に", "![列](../images/a.png)受付に");
    let run = site.run(&["check", "--no-leaflets", "--format", "json"]);
    let problem: serde_json::Value = serde_json::from_str(run.stdout.trim()).unwrap();
    assert_eq!(problem["file"], "content/images/a.png");
    assert_eq!(problem["also"]["file"], format!("content/{PATH}"));
    assert_eq!(problem["also"]["line"], 17);
}
