//! Originals and translations: what is inherited, what may not differ, and what pages say of it.

use super::saying;
use crate::support::Site;
use crate::support::html::{Page, assert_whole};

#[test]
fn a_translation_inherits_what_it_leaves_out() {
    let site = Site::new().edited(
        "speakers/yamada.ja.md",
        "order: 1",
        "order: 1\ndate: 2022-11-18\nreading: やまだはなこ",
    );
    site.build();
    let page = site.page("en/speakers/yamada.html");
    let main = Page::read(page.main());
    for topic in ["privacy", "access"] {
        assert!(
            main.hrefs()
                .contains(&format!("../topics/{topic}.html").as_str()),
            "{topic}"
        );
    }
    assert!(main.hrefs().contains(&"../events/rally.html"));
    let list = site.out("en/speakers/index.html");
    assert!(
        list.find("YAMADA") < list.find("TANAKA"),
        "the order of the original"
    );
}

#[test]
fn a_translation_that_contradicts_is_an_error() {
    for (line, wanted) in [
        ("topics: [privacy]", 1),
        ("topics: [privacy, access]", 0),
        ("order: 2", 1),
        ("order: 1", 0),
        ("date: 2022-11-18", 1),
        ("date: R4.11.17", 0),
    ] {
        let site = Site::new()
            .edited(
                "speakers/yamada.ja.md",
                "order: 1",
                "order: 1\ndate: 2022-11-17",
            )
            .edited("speakers/yamada.en.md", "---\n", &format!("---\n{line}\n"));
        let found = site.codes();
        assert!(
            found.iter().all(|code| code == "translation/contradiction"),
            "{line}: {found:?}"
        );
        assert_eq!(found.len(), wanted, "{line}");
    }
}

#[test]
fn a_page_without_a_translation_exists_all_the_same() {
    let site = Site::new()
        .without("speakers/tanaka.en.md")
        .without("pages/about.en.md");
    site.build();
    let page = site.page("en/speakers/tanaka.html");
    assert_eq!(page.all("html").next().unwrap().get("lang"), "en");
    assert_eq!(
        page.links("canonical")[0].get("href"),
        "https://example.org/rally/speakers/tanaka.html"
    );
    let body = page
        .all("div")
        .find(|tag| tag.get("class") == "prose")
        .expect("the body");
    assert_eq!(body.get("lang"), "ja");
    let headline = page.all("h1").next().expect("the headline");
    assert_eq!(
        (headline.get("lang"), page.text_in(headline).as_str()),
        ("ja", "声を聞いてください")
    );
    let notice = page
        .all("div")
        .find(|tag| tag.get("class") == "notice")
        .expect("a notice");
    assert!(matches!(notice.get("lang"), "" | "en"));
    assert!(
        Page::read(page.main())
            .hrefs()
            .contains(&"../../speakers/tanaka.html"),
        "a link to the original"
    );
    assert!(
        page.links("alternate")
            .iter()
            .all(|tag| tag.get("hreflang").is_empty()),
        "no alternate that is no translation"
    );
    assert!(
        !site
            .out("speakers/tanaka.html")
            .contains("class=\"notice\"")
    );
    assert!(
        site.page("en/about.html")
            .all("div")
            .any(|tag| tag.get("class") == "notice")
    );
}

#[test]
fn pages_know_each_other() {
    let site = Site::new();
    site.build();
    let of = |path: &str| -> Vec<(String, String)> {
        let page = site.page(path);
        let links = page
            .links("alternate")
            .into_iter()
            .filter(|tag| !tag.get("hreflang").is_empty());
        links
            .map(|tag| (tag.get("hreflang").to_owned(), tag.get("href").to_owned()))
            .collect()
    };
    let ja = of("topics/privacy.html");
    assert_eq!(ja, of("en/topics/privacy.html"));
    let base = "https://example.org/rally";
    for (lang, address) in [
        ("ja", "topics/privacy.html"),
        ("en", "en/topics/privacy.html"),
        ("x-default", "topics/privacy.html"),
    ] {
        assert!(
            ja.contains(&(lang.into(), format!("{base}/{address}"))),
            "{ja:?}"
        );
    }
    let switch = site.page("en/topics/privacy.html");
    let switch = switch
        .all("a")
        .find(|tag| tag.get("hreflang") == "ja")
        .expect("a language switch");
    assert_eq!(switch.get("href"), "../../topics/privacy.html");
}

#[test]
fn values_may_be_maps_by_language() {
    let site = Site::new()
        .edited(
            "topics/privacy.ja.md",
            "name: 個人情報",
            "name: {ja: 個人情報, en: Private data}",
        )
        .edited("topics/privacy.en.md", "name: Privacy\n", "");
    site.build();
    assert!(site.out("en/topics/privacy.html").contains("Private data"));
    assert!(
        site.out("index.html").contains("集会の記録")
            && site.out("en/index.html").contains("Rally report")
    );
}

#[test]
fn a_map_that_lacks_the_file_s_own_language_is_reported() {
    let site = Site::new().edited(
        "topics/privacy.ja.md",
        "name: 個人情報",
        "name: {en: Privacy}",
    );
    assert_eq!(site.codes().len(), 1, "a topic without a name");
}

#[test]
fn a_language_that_the_site_does_not_have_is_reported() {
    let site = Site::new().edited(
        "pages/about.ja.md",
        "title: このサイトについて",
        "title: {ja: このサイトについて, english: About}",
    );
    assert_eq!(site.codes().len(), 1, "a misspelt language");
}

#[test]
fn a_site_needs_a_language() {
    let site = Site::new().edited("site.yaml", "languages: [ja, en]", "languages: []");
    assert_ne!(site.codes(), [""; 0]);
}

#[test]
fn one_language_or_three_are_as_good_as_two() {
    let three = Site::new()
        .edited(
            "site.yaml",
            "languages: [ja, en]",
            "languages: [ja, en, zh]",
        )
        .file("pages/about.zh.md", "---\ntitle: 关于\n---\n\n集会记录。\n");
    three.build();
    assert_whole(&three.tree("public"), "/rally/");
    let page = three.page("zh/about.html");
    assert_eq!(page.all("html").next().unwrap().get("lang"), "zh");
    assert!(page.main().contains("集会记录") && !page.main().contains("class=\"notice\""));
    assert!(
        three
            .out("zh/speakers/yamada.html")
            .contains("class=\"notice\"")
    );
    // The words are English ones; what is lacking is not.
    let notice = three.out("zh/speakers/yamada.html");
    assert!(
        notice.contains("not been translated into 中文 yet"),
        "{notice}"
    );
    let english = three
        .tree("content")
        .into_keys()
        .filter(|name| name.contains(".en."));
    let one = english.fold(Site::new(), |site, name| site.without(&name));
    let one = one.edited("site.yaml", "languages: [ja, en]", "languages: [ja]");
    one.build();
    assert_whole(&one.tree("public"), "/rally/");
    assert!(!one.path("public/en").exists());
    assert!(!one.out("index.html").contains("hreflang"));
}

#[test]
fn sections_that_differ_make_no_dead_link() {
    let site = saying(
        "本文。",
        "See [the counter](speaker:yamada#counter) and [the desk](speaker:yamada#desk).",
    )
    .edited("speakers/yamada.en.md", "{#counter}", "{#desk}")
    .edited(
        "speakers/tanaka.ja.md",
        "{#voice}\n",
        "{#voice}\n\n[窓口](speaker:yamada#desk)の声です。\n",
    );
    if site.run(&["build", "--no-leaflets"]).status == 0 {
        assert_whole(&site.tree("public"), "/rally/");
    }
}

#[test]
fn a_passage_missing_in_the_translation_is_no_dead_link() {
    let site = Site::new().edited("speakers/yamada.en.md", "{#counter}", "{#desk}");
    site.build();
    assert_whole(&site.tree("public"), "/rally/");
    let topic = site.out("en/topics/access.html");
    assert!(
        topic.contains("yamada.html"),
        "the statement is cited all the same"
    );
}

#[test]
fn dates_of_an_era_are_dates() {
    let mut pages = Vec::new();
    for date in [
        "2022-11-17",
        "2022年11月17日",
        "令和4年11月17日",
        "R4.11.17",
    ] {
        let site = Site::new().edited(
            "events/rally.ja.md",
            "date: 2022-11-17",
            &format!("date: {date}"),
        );
        site.build();
        assert!(
            site.out("events/rally.html").contains("2022年11月17日"),
            "{date}"
        );
        assert!(
            site.out("en/events/rally.html")
                .contains("17 November 2022"),
            "{date}"
        );
        pages.push(site.tree("public"));
    }
    assert!(pages.windows(2).all(|pair| pair[0] == pair[1]));
}

#[test]
fn what_kind_of_translation_it_is_is_said() {
    for (state, notices) in [
        ("status: machine", 1),
        ("status: draft", 1),
        ("status: reviewed", 0),
        ("of: 0000-1111", 1),
        ("status: machine, of: 0000-1111", 2),
    ] {
        let line = format!("---\ntranslation: {{{state}}}\n");
        let site = Site::new().edited("speakers/yamada.en.md", "---\n", &line);
        site.build();
        let page = site.page("en/speakers/yamada.html");
        assert_eq!(
            page.all("div")
                .filter(|tag| tag.get("class") == "notice")
                .count(),
            notices,
            "{state}"
        );
    }
}
