//! Sites in one language and in more than two: dates, separators, what a language is called, words
//! that another language lends.

use std::path::Path;

use lopdf::Document;

use crate::support::html::{Page, assert_whole};
use crate::support::{Run, SITE, Site};

/// The documents of the sample site that have an English text.
const TRANSLATED: [&str; 6] = [
    "events/rally",
    "speakers/yamada",
    "speakers/tanaka",
    "topics/privacy",
    "topics/access",
    "pages/about",
];

const FOUR: [&str; 4] = ["ja", "en", "zh", "ko"];

const SETTINGS: &str = "\
title: {ja: 集会の記録, en: Rally report, zh: 集会之声, ko: 집회 기록}
languages: [ja, en, zh, ko]
base_url: https://shukai.test/rally/
theme: own
event: rally
publisher: {name: {ja: 市民の会, en: The citizens, zh: 市民之会, ko: 시민회}}
call_to_action:
  text: {ja: 署名をお願いします, en: Please sign, zh: 大家都来同意, ko: 서명해 주세요}
  deadline: 2022-12-01
";

/// What stands in a file for Chinese and Korean readers.
const OTHERS: [(&str, &str); 10] = [
    (
        "events/rally.zh.md",
        "---\nname: 国会前集会\nvenue: 国会前\norganisers: [市民之会, 医生之会]\n---\n\n大家都在。\n",
    ),
    (
        "events/rally.ko.md",
        "---\nname: 긴급 집회\nvenue: 회관\norganisers: [시민회, 의사회]\n---\n\n모두 모였습니다.\n",
    ),
    ("speakers/yamada.zh.md", YAMADA_ZH),
    ("speakers/yamada.ko.md", YAMADA_KO),
    (
        "topics/privacy.zh.md",
        "---\nname: 个人信息\nsummary: 大家的信息在什么人手中。\n---\n",
    ),
    (
        "topics/privacy.ko.md",
        "---\nname: 개인정보\nsummary: 번호로 보이는 생활에 대하여.\n---\n",
    ),
    (
        "topics/access.zh.md",
        "---\nname: 看病\nsummary: 大家都能看病。\n---\n",
    ),
    (
        "topics/access.ko.md",
        "---\nname: 진료\nsummary: 진료를 받는 일에 대하여.\n---\n",
    ),
    (
        "leaflets/two.zh.md",
        "---\ntitle: 集会\nformat: a4-duplex\nspeakers: [yamada]\n---\n",
    ),
    (
        "leaflets/two.ko.md",
        "---\ntitle: 집회\nformat: a4-duplex\nspeakers: [yamada]\n---\n",
    ),
];

const YAMADA_ZH: &str = "\
---
name: 山田花子
affiliation: 市民之会
role: 代表
title: 不要取消保健卡
summary: 生活全在号中。大家都不同意。
---

大家好。

## 看得到的生活 {#watched}

生活全在号中。

## 人很多 {#counter}

人很多。
";

const YAMADA_KO: &str = "\
---
name: 야마다 하나코
affiliation: 시민회
role: 대표
title: 보험증을 없애지 마세요
summary: 번호로 생활이 보이고 창구는 혼란합니다. 반대합니다.
---

먼저 말씀드립니다.

## 보이는 생활 {#watched}

번호로 생활이 보입니다.

## 창구의 혼란 {#counter}

창구에 긴 줄이 생깁니다.
";

/// A site in four languages, with a face for the Korean one in its theme.
fn four() -> Site {
    let own = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/site/fonts/sample-hangul.ttf");
    let site = Site::new().file("site.yaml", SETTINGS).edited(
        "speakers/yamada.ja.md",
        "order: 1",
        "order: 1\nreading: やまだはなこ\nreading_confirmed: true\naffiliation: 市民の会\nrole: 代表\nkind: transcript",
    );
    let site = site
        .edited(
            "events/rally.ja.md",
            "venue",
            "organisers: [市民の会, 医師の会]\nvenue",
        )
        .edited(
            "events/rally.en.md",
            "venue",
            "organisers: [The citizens, The doctors]\nvenue",
        )
        .file(
            "leaflets/two.ja.md",
            "---\ntitle: 集会\nformat: a4-duplex\nspeakers: [yamada]\n---\n",
        )
        .file("leaflets/two.en.md", "---\ntitle: The rally\n---\n");
    let others = OTHERS.iter();
    let site = others.fold(site, |site, (path, text)| site.file(path, text));
    site.write(
        "themes/own/fonts/ko/sample.ttf",
        &std::fs::read(own).unwrap(),
    );
    site
}

/// The codes of what a run told, with the first place of each.
fn told(run: &Run) -> Vec<(String, String)> {
    let head = |line: &str| {
        let (_, rest) = line.split_once('[')?;
        let code = rest.split_once("]:")?.0;
        code.contains('/').then(|| code.to_owned())
    };
    let lines: Vec<&str> = run.stderr.lines().collect();
    let codes = lines.windows(2).filter_map(|two| {
        let place = two[1].trim_start_matches("--> ").to_owned();
        Some((head(two[0])?, place))
    });
    // How well tiny texts fill their paper is no matter here.
    codes
        .filter(|(code, _)| !code.starts_with("leaflet/"))
        .collect()
}

/// The text of a PDF without its spaces.
fn text(site: &Site, path: &str) -> String {
    let pdf = Document::load(site.path(&format!("public/{path}"))).expect(path);
    let pages: Vec<u32> = pdf.get_pages().keys().copied().collect();
    let text = pdf.extract_text(&pages).expect(path);
    text.split_whitespace().collect()
}

/// The folder of a language in the output.
fn folder(lang: &str) -> String {
    if lang == "ja" {
        String::new()
    } else {
        format!("{lang}/")
    }
}

#[test]
fn four_languages_with_leaflets() {
    let site = four();
    let run = site.run(&["build"]);
    assert_eq!(run.status, 0, "{}", run.stderr);
    // The theme has no words in two of them: one warning each, and nothing else.
    assert_eq!(
        told(&run),
        ["ko", "zh"].map(|lang| (
            "theme/no-strings".to_owned(),
            format!("themes/own/strings/{lang}.yaml")
        )),
        "{}",
        run.stderr
    );
    assert_whole(&site.tree("public"), "/rally/");

    let dates = [
        "2022年11月17日",
        "17 November 2022",
        "2022年11月17日",
        "2022년 11월 17일",
    ];
    let deadlines = [
        "2022年12月1日",
        "1 December 2022",
        "2022年12月1日",
        "2022년 12월 1일",
    ];
    let by = ["市民の会 代表", "", "市民之会 代表", "시민회 대표"];
    let names = ["日本語", "English", "中文", "한국어"];
    let territories = ["ja_JP", "en_GB", "zh_CN", "ko_KR"];
    for (at, lang) in FOUR.into_iter().enumerate() {
        let page = site.page(&format!("{}speakers/yamada.html", folder(lang)));
        assert_eq!(page.all("html").next().unwrap().get("lang"), lang);
        let alternates: Vec<&str> = page
            .links("alternate")
            .into_iter()
            .map(|tag| tag.get("hreflang"))
            .filter(|hreflang| !hreflang.is_empty())
            .collect();
        assert_eq!(alternates, [&FOUR[..], &["x-default"]].concat(), "{lang}");
        let switch: Vec<String> = page
            .all("a")
            .filter(|tag| !tag.get("hreflang").is_empty() && tag.get("lang") == tag.get("hreflang"))
            .map(|tag| page.text_in(tag))
            .collect();
        let others: Vec<&str> = (0..4).filter(|n| *n != at).map(|n| names[n]).collect();
        assert_eq!(switch, others, "{lang}");
        let html = site.out(&format!("{}speakers/yamada.html", folder(lang)));
        assert!(html.contains(territories[at]), "{lang}");
        assert!(html.contains(by[at]), "{lang}");
        // The kana of a name are for readers of kana.
        assert_eq!(html.contains("やまだはなこ"), lang == "ja", "{lang}");

        let event = site.out(&format!("{}events/rally.html", folder(lang)));
        assert!(event.contains(&format!(">{}</time>", dates[at])), "{lang}");
        let feed = site.out(&format!("{}feed.xml", folder(lang)));
        assert!(feed.contains(&format!("xml:lang=\"{lang}\"")), "{lang}");
        assert!(feed.contains("/speakers/yamada.html"), "{lang}");

        for (leaflet, shown) in [("speaker-yamada", dates[at]), ("two", deadlines[at])] {
            for ending in ["pdf", "print.pdf"] {
                let path = format!("{}leaflets/{leaflet}.{lang}.{ending}", folder(lang));
                let said = text(&site, &path);
                let shown: String = shown.split_whitespace().collect();
                assert!(said.contains(&shown), "{path}: {said}");
            }
        }
        let path = format!("public/{}leaflets/two.{lang}.pdf", folder(lang));
        let pdf = Document::load(site.path(&path)).unwrap();
        let declared = pdf.catalog().unwrap().get(b"Lang").unwrap();
        let region = territories[at].replace('_', "-");
        assert_eq!(declared.as_str().unwrap(), region.as_bytes());
    }
    // Only a speaker's own words stand between quotation marks, in each language's own.
    for (lang, open, close) in [
        ("ja", '「', '」'),
        ("en", '“', '”'),
        ("zh", '“', '”'),
        ("ko", '“', '”'),
    ] {
        let said = text(
            &site,
            &format!("{}leaflets/speaker-yamada.{lang}.pdf", folder(lang)),
        );
        assert!(
            said.contains(open) && said.contains(close),
            "{lang}: {said}"
        );
    }
    let lists = [
        ("", "市民の会、医師の会"),
        ("en/", "The citizens, The doctors"),
        ("zh/", "市民之会、医生之会"),
        ("ko/", "시민회, 의사회"),
    ];
    for (folder, list) in lists {
        let page = site.out(&format!("{folder}leaflets/two.html"));
        assert!(page.contains(list), "{folder}");
    }
    let index = Page::read(&site.out("ko/speakers/index.html"));
    assert!(index.all("html").next().is_some());
}

#[test]
fn a_region_takes_what_its_language_has() {
    let words = "read_voices: 看看大家说的\nlanguage_name: 中文\n";
    let site = Site::new()
        .file(
            "site.yaml",
            &SITE
                .replace("[ja, en]", "[ja, zh-TW]")
                .replace("event:", "theme: own\nevent:"),
        )
        .file(
            "topics/access.zh-tw.md",
            "---\nname: 就醫\nsummary: 大家都能看病。\n---\n",
        )
        .beside("themes/own/strings/zh.yaml", words);
    for path in TRANSLATED {
        let _ = std::fs::remove_file(site.path(&format!("content/{path}.en.md")));
    }
    let run = site.run(&["build"]);
    assert_eq!(run.status, 0, "{}", run.stderr);
    let told = told(&run);
    assert_eq!(told.len(), 1, "{}", run.stderr);
    assert_eq!(told[0].0, "theme/missing-string");
    assert_eq!(told[0].1, "themes/own/strings/zh-tw.yaml");
    let home = site.out("zh-tw/index.html");
    assert!(home.contains("看看大家说的") && home.contains("2022年11月17日"));
    assert!(site.out("index.html").contains("繁體中文"));
    assert!(site.has("public/zh-tw/leaflets/topic-access.zh-tw.pdf"));
}

/// What `theme/no-strings` says to do, followed to the letter.
#[test]
fn a_language_is_given_words() {
    let site = Site::new().file("site.yaml", &SITE.replace("[ja, en]", "[ja, en, ko]"));
    assert_eq!(site.codes(), ["theme/no-strings"]);
    let strings = Path::new(env!("CARGO_MANIFEST_DIR")).join("themes/default/strings");
    let read = |name: &str| std::fs::read_to_string(strings.join(name)).unwrap();
    let words = read("en.yaml") + &read("print.en.yaml");
    let words = words.replace("language_name: English", "language_name: 한국말");
    site.write("themes/ours/strings/ko.yaml", words.as_bytes());
    site.edit("site.yaml", "event:", "theme: ours\nevent:");
    assert_eq!(site.codes(), [""; 0]);
    site.build();
    assert!(site.out("index.html").contains("한국말"));
}

#[test]
fn a_date_that_no_row_knows_is_neutral() {
    let site = Site::new().file("site.yaml", &SITE.replace("[ja, en]", "[ja, en, th, ne]"));
    site.build();
    for lang in ["th", "ne"] {
        let event = site.out(&format!("{lang}/events/rally.html"));
        assert!(event.contains(">2022-11-17</time>"), "{lang}");
    }
    assert!(site.out("index.html").contains(">ไทย<"));
}

#[test]
fn one_language_over_files_in_two_is_one_warning() {
    let site = Site::new()
        .file("site.yaml", &SITE.replace("[ja, en]", "[ja]"))
        .edited(
            "speakers/yamada.ja.md",
            "order: 1",
            "order: 1\nsource: {note: {ja: 会報, en: A newsletter}}",
        )
        .file(
            "leaflets/two.ja.md",
            "---\ntitle: 集会\nformat: a4-duplex\nlanguages: [ja, en]\nspeakers: [yamada]\n---\n",
        );
    let run = site.run(&["build"]);
    assert_eq!(run.status, 0, "{}", run.stderr);
    let first = (
        "file/unknown-language".to_owned(),
        "content/events/rally.en.md".to_owned(),
    );
    assert_eq!(told(&run), [first], "{}", run.stderr);
    assert!(run.stderr.contains("6 files") && run.stderr.contains("languages: [ja, en]"));
    assert!(site.has("public/leaflets/two.ja.pdf"));
    assert!(!site.has("public/en/index.html"));

    // The remedy, followed to the letter, works.
    site.edit("site.yaml", "languages: [ja]", "languages: [ja, en]");
    let run = site.run(&["build"]);
    assert_eq!((run.status, told(&run)), (0, Vec::new()), "{}", run.stderr);
    assert!(site.has("public/leaflets/two.ja-en.pdf"));
}

#[test]
fn two_languages_without_a_translation_are_nothing_to_tell() {
    let site = Site::new();
    for path in TRANSLATED {
        std::fs::remove_file(site.path(&format!("content/{path}.en.md"))).unwrap();
    }
    let run = site.run(&["build", "--no-leaflets"]);
    assert_eq!((run.status, told(&run)), (0, Vec::new()), "{}", run.stderr);
    assert!(site.has("public/en/speakers/yamada.html"));
}
