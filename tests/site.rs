//! What readers get: pages in two languages, passages by topic, links that lead somewhere.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "a test fails by panicking"
)]

mod support;

use std::collections::BTreeMap;
use std::fs;
use std::path::PathBuf;

use proptest::prelude::*;
use support::html::{Page, assert_whole};
use support::{POINT, SITE, Site, YAMADA_EN, YAMADA_JA, is_a};

/// The minimal site with a paragraph added to the Japanese and to the English statement.
fn saying(ja: &str, en: &str) -> Site {
    Site::new()
        .file("speakers/yamada.ja.md", &format!("{YAMADA_JA}\n{ja}\n"))
        .file("speakers/yamada.en.md", &format!("{YAMADA_EN}\n{en}\n"))
}

/// The links that stand on some words, in order.
fn links_on(page: &Page, words: &str) -> Vec<String> {
    let on_them = page.all("a").filter(|tag| page.text_after(tag) == words);
    on_them.map(|tag| tag.get("href").to_owned()).collect()
}

mod addresses {
    use super::*;

    #[test]
    fn every_page_lies_where_the_contract_says() {
        let site = Site::new().file(
            "leaflets/voices.ja.md",
            "---\ntitle: 声\nformat: a4\n---\n\n本文\n",
        );
        site.build();
        let in_each_language = [
            "index.html",
            "speakers/index.html",
            "speakers/yamada.html",
            "speakers/tanaka.html",
            "topics/index.html",
            "topics/privacy.html",
            "topics/access.html",
            "events/rally.html",
            "leaflets/index.html",
            "leaflets/voices.html",
            "leaflets/speaker-yamada.html",
            "leaflets/topic-privacy.html",
            "about.html",
            "feed.xml",
            "404.html",
        ];
        let missing: Vec<String> = in_each_language
            .iter()
            .flat_map(|name| [(*name).to_owned(), format!("en/{name}")])
            .chain(["sitemap.xml", "robots.txt", "statements.json"].map(str::to_owned))
            .filter(|name| !site.has(&format!("public/{name}")))
            .collect();
        assert_eq!(missing, [""; 0]);
        assert!(!site.has("public/en/sitemap.xml") && !site.path("public/ja").exists());
    }

    #[test]
    fn the_first_language_stands_at_the_root() {
        let site = Site::new().edited("site.yaml", "languages: [ja, en]", "languages: [en, ja]");
        site.build();
        assert!(
            site.out("speakers/yamada.html")
                .contains("<html lang=\"en\">")
        );
        assert!(
            site.out("ja/speakers/yamada.html")
                .contains("<html lang=\"ja\">")
        );
    }

    #[test]
    fn every_address_leads_somewhere() {
        let site = saying(
            "[個人情報](topic:privacy)と[田中さん](speaker:tanaka#voice)。",
            "See [privacy](topic:privacy).",
        )
        .edited(
            "speakers/tanaka.ja.md",
            "order: 2",
            "order: 2\naliases: [old/tanaka.html]",
        )
        .file(
            "pages/only.ja.md",
            "---\ntitle: 日本語だけ\n---\n\n## 一 {#one}\n\n[一](#one)\n",
        );
        site.build();
        assert_whole(&site.tree("public"), "/rally/");
    }

    #[test]
    fn an_old_address_leads_to_the_page() {
        let site = Site::new().edited(
            "speakers/yamada.ja.md",
            "order: 1",
            "order: 1\naliases: [old/yamada.html, /yamada.html]",
        );
        site.build();
        for (alias, target) in [
            ("old/yamada.html", "../speakers/yamada.html"),
            ("yamada.html", "speakers/yamada.html"),
        ] {
            let page = site.page(alias);
            let refresh = page
                .all("meta")
                .find(|tag| tag.get("http-equiv") == "refresh")
                .expect("a redirect");
            assert!(
                refresh.get("content").ends_with(&format!("url={target}")),
                "{}",
                refresh.get("content")
            );
            assert!(
                page.hrefs().contains(&target),
                "a link for browsers that do not follow"
            );
            assert_eq!(
                page.links("canonical")[0].get("href"),
                "https://example.org/rally/speakers/yamada.html"
            );
        }
        assert!(!site.out("sitemap.xml").contains("old/yamada"));
    }

    #[test]
    fn two_things_never_share_an_address() {
        let page = "---\ntitle: 題\n---\n\n本文\n";
        let leaflet = "---\ntitle: 題\nformat: a4\n---\n\n本文\n";
        for (path, text) in [
            ("pages/index.ja.md", page),
            ("pages/404.ja.md", page),
            ("pages/search.ja.md", page),
            ("speakers/index.ja.md", &YAMADA_JA.replace("order: 1\n", "")),
            ("topics/index.ja.md", "---\nname: 題\nsummary: 要旨\n---\n"),
            ("leaflets/index.ja.md", leaflet),
            ("leaflets/speaker-yamada.ja.md", leaflet),
            ("leaflets/topic-privacy.ja.md", leaflet),
        ] {
            let found = Site::new().file(path, text).codes();
            assert!(
                found.contains(&"site/address-taken".to_owned()),
                "{path}: {found:?}"
            );
        }
        for alias in [
            "index.html",
            "en/index.html",
            "about.html",
            "leaflets/topic-access.html",
            "speakers/yamada.html",
        ] {
            let site = Site::new().edited(
                "speakers/yamada.ja.md",
                "order: 1",
                &format!("order: 1\naliases: [{alias}]"),
            );
            assert_eq!(site.codes(), ["site/address-taken"], "{alias}");
        }
    }

    #[test]
    fn no_base_url_no_absolute_addresses_and_one_warning() {
        let site = Site::new().edited("site.yaml", "base_url: https://example.org/rally/\n", "");
        let run = site.build();
        assert_eq!(
            run.stderr.matches("[site/no-base-url]").count(),
            1,
            "{}",
            run.stderr
        );
        assert!(!site.has("public/sitemap.xml") && !site.has("public/feed.xml"));
        for (name, bytes) in site
            .tree("public")
            .iter()
            .filter(|(name, _)| is_a("html", name))
        {
            let page = Page::read(std::str::from_utf8(bytes).unwrap());
            assert!(page.links("canonical").is_empty(), "{name}");
            let absolute = page
                .links("alternate")
                .into_iter()
                .filter(|tag| tag.get("href").starts_with("http"));
            assert_eq!(absolute.count(), 0, "{name}");
        }
        if let Some(robots) = site.tree("public").get("robots.txt") {
            assert!(!String::from_utf8_lossy(robots).contains("Sitemap"));
        }
    }

    #[test]
    fn base_url_can_be_given_on_the_command_line() {
        let site = Site::new();
        site.build_with(&["--base-url", "https://example.com"]);
        assert_eq!(
            site.page("en/about.html").links("canonical")[0].get("href"),
            "https://example.com/en/about.html"
        );
    }

    #[test]
    fn a_page_without_a_way_back_names_its_folder_absolutely() {
        let site = Site::new();
        site.build();
        let page = site.page("404.html");
        let inside: Vec<&str> = page
            .hrefs()
            .into_iter()
            .filter(|href| !href.starts_with('#'))
            .collect();
        assert!(
            inside.iter().all(|href| href.starts_with("/rally/")),
            "{inside:?}"
        );
    }
}

mod languages {
    use super::*;

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
}

mod passages {
    use super::*;

    /// The links to speakers' pages in the passages of a topic's page, in order.
    fn cited(site: &Site, topic: &str) -> Vec<String> {
        let page = site.page(topic);
        let main = page.main();
        let articles: Vec<&str> = main
            .split("<article")
            .skip(1)
            .map(|part| part.split("</article>").next().unwrap())
            .collect();
        let first_link = |article: &&str| Page::read(article).hrefs()[0].to_owned();
        articles.iter().map(first_link).collect()
    }

    #[test]
    fn a_topic_cites_the_sections_that_name_it() {
        let site = Site::new();
        site.build();
        for folder in ["", "en/"] {
            assert_eq!(
                cited(&site, &format!("{folder}topics/access.html")),
                ["../speakers/yamada.html#counter"]
            );
            assert_eq!(
                cited(&site, &format!("{folder}topics/privacy.html")),
                ["../speakers/yamada.html#watched", "../speakers/tanaka.html"],
            );
        }
        let topic = site.out("en/topics/privacy.html");
        assert!(topic.contains("A number lays our lives open.") && !topic.contains("Long queues"));
        assert!(
            topic.contains("Hear the patients before you decide."),
            "the summary of a statement without topics"
        );
    }

    #[test]
    fn a_section_may_speak_on_several_topics() {
        let site = Site::new().edited(
            "speakers/yamada.ja.md",
            "topic=access",
            "topic=access,privacy",
        );
        site.build();
        let links = cited(&site, "topics/privacy.html");
        assert_eq!(
            links,
            [
                "../speakers/yamada.html#watched",
                "../speakers/yamada.html#counter",
                "../speakers/tanaka.html"
            ]
        );
    }
}

mod links {
    use super::*;

    #[test]
    fn every_kind_leads_to_the_page_in_the_reader_s_language() {
        let written = "[a](topic:privacy) [b](speaker:tanaka#voice) [c](event:rally) [d](leaflet:speaker-tanaka) \
            [e](page:about) [f](../topics/access.ja.md) [g](tanaka.en.md#voice) [h](#watched) \
            [i](https://example.com/?a=1&b=2) [j](mailto:a@example.com) [k](leaflet:voices)";
        let site = saying(written, written).file(
            "leaflets/voices.ja.md",
            "---\ntitle: 声\nformat: a4\n---\n\n本文\n",
        );
        site.build();
        for folder in ["", "en/"] {
            let page = site.page(&format!("{folder}speakers/yamada.html"));
            let wanted = [
                ("a", "../topics/privacy.html"),
                ("b", "tanaka.html#voice"),
                ("c", "../events/rally.html"),
                ("d", "../leaflets/speaker-tanaka.html"),
                ("e", "../about.html"),
                ("f", "../topics/access.html"),
                ("g", "tanaka.html#voice"),
                ("h", "yamada.html#watched"),
                ("i", "https://example.com/?a=1&b=2"),
                ("j", "mailto:a@example.com"),
                ("k", "../leaflets/voices.html"),
            ];
            for (words, href) in wanted {
                let found = links_on(&page, words);
                let own_page = href.strip_prefix("yamada.html").map(str::to_owned);
                assert!(
                    found == [href] || own_page.is_some_and(|fragment| found == [fragment]),
                    "{folder}: {words} leads to {found:?}, not {href}",
                );
            }
        }
        assert_whole(&site.tree("public"), "/rally/");
    }

    #[test]
    fn links_are_checked_in_every_language() {
        let site = saying(
            "[a](topic:none)",
            "[b](speaker:none) [c](speaker:tanaka#none) [d](nothing.md) [e](event:none) [f](#none)",
        );
        let mut found = site.codes();
        found.sort();
        assert_eq!(
            found,
            [
                "link/missing-file",
                "link/unknown",
                "link/unknown",
                "link/unknown",
                "link/unknown-fragment",
                "link/unknown-fragment",
            ]
        );
    }

    #[test]
    fn pictures_are_published_where_they_are_used() {
        let site = saying("![演壇](../images/stage.gif)", "Text.")
            .bytes("images/stage.gif", POINT)
            .bytes("images/unused.gif", POINT);
        site.build();
        let tree = site.tree("public");
        assert!(!tree.keys().any(|path| path.contains("unused")));
        let page = site.page("speakers/yamada.html");
        let image = page
            .all("img")
            .find(|tag| tag.get("alt") == "演壇")
            .expect("the picture");
        let source = image.get("src").strip_prefix("../").unwrap().to_owned();
        assert!(
            source.contains("/stage-") && tree.contains_key(&source),
            "{source}"
        );
    }
}

mod terms {
    use super::*;

    /// A site whose topics have terms, and what a statement says besides.
    fn with_terms(ja: &str, en: &str) -> Site {
        saying(ja, en)
            .edited(
                "topics/access.ja.md",
                "---\n",
                "---\nterms: [顔認証, 窓口負担]\n",
            )
            .edited(
                "topics/access.en.md",
                "---\n",
                "---\nterms: [face recognition]\n",
            )
    }

    #[test]
    fn the_first_mention_links_and_no_other() {
        let site = with_terms(
            "顔認証と、また顔認証と、窓口負担。",
            "Face recognition, then face recognition.",
        );
        site.build();
        assert_eq!(
            links_on(&site.page("speakers/yamada.html"), "顔認証"),
            ["../topics/access.html"]
        );
        assert_eq!(
            links_on(&site.page("speakers/yamada.html"), "窓口負担"),
            [""; 0],
            "the topic is linked already"
        );
        assert_eq!(
            links_on(&site.page("en/speakers/yamada.html"), "Face recognition"),
            ["../topics/access.html"]
        );
        assert_eq!(
            links_on(&site.page("en/speakers/yamada.html"), "face recognition"),
            [""; 0]
        );
    }

    #[test]
    fn headings_links_and_code_stay_as_they_are() {
        let site = with_terms(
            "## 顔認証の話 {#face}\n\n[顔認証](https://example.com/) `顔認証` \n\n```\n顔認証\n```\n\n### 顔認証\n\n最後に**顔認証**です。",
            "## Face recognition {#face}\n\nText.",
        );
        site.build();
        let page = site.page("speakers/yamada.html");
        let term = page
            .all("a")
            .filter(|tag| tag.get("class") == "term")
            .collect::<Vec<_>>();
        assert_eq!(term.len(), 1, "only the mention in running text");
        assert!(
            page.source[..term[0].end].contains("<strong><a "),
            "the last mention"
        );
        let main = page.main();
        assert!(main.contains("<code>顔認証</code>"));
        assert_eq!(
            links_on(&page, "顔認証"),
            ["https://example.com/", "../topics/access.html"]
        );
    }
}

mod text {
    use super::*;

    #[test]
    fn line_ends_and_byte_order_marks_change_nothing() {
        let site = Site::new();
        site.build_with(&["--out", "plain"]);
        for (name, bytes) in site.tree("content") {
            let text = String::from_utf8(bytes).unwrap().replace('\n', "\r\n");
            site.write(
                &format!("content/{name}"),
                format!("\u{feff}{text}").as_bytes(),
            );
        }
        site.build();
        let (plain, windows) = (site.tree("plain"), site.tree("public"));
        let differing: Vec<_> = plain
            .keys()
            .filter(|name| plain.get(*name) != windows.get(*name))
            .collect();
        assert_eq!(differing, [""; 0]);
    }

    #[test]
    fn furigana_is_ruby() {
        let site = saying("レセプトの{返戻|へんれい}です。", "Text.")
            .edited(
                "speakers/yamada.ja.md",
                "title: 保険証を",
                "title: \"{保険証|ほけんしょう}を",
            )
            .edited(
                "speakers/yamada.ja.md",
                "なくさないで\n",
                "なくさないで\"\n",
            );
        site.build();
        let page = site.out("speakers/yamada.html");
        assert!(page.contains("<ruby>返戻<rp>（</rp><rt>へんれい</rt><rp>）</rp></ruby>"));
        assert!(page.contains("<ruby>保険証<rp>"));
        let title = page
            .split("<title>")
            .nth(1)
            .and_then(|rest| rest.split("</title>").next())
            .unwrap();
        assert!(
            title.starts_with("保険証をなくさないで") || title.contains("山田花子"),
            "{title}"
        );
        assert!(
            !title.contains("<ruby>") && !title.contains("ほけんしょう"),
            "{title}"
        );
    }

    #[test]
    fn html_is_shown_and_reported() {
        let site = saying(
            "これは<script>alert(1)</script>です。\n\n<img src=x onerror=alert(1)>",
            "Text.",
        );
        let run = site.build();
        assert!(run.stderr.contains("[text/raw-html]"), "{}", run.stderr);
        let page = site.out("speakers/yamada.html");
        assert!(page.contains("&lt;script&gt;alert(1)&lt;/script&gt;"));
        assert!(!page.contains("<script>alert(1)") && !page.contains("<img src=x"));
    }

    #[test]
    fn content_never_becomes_code() {
        let text = "{{ site.title }} {% if x %} {# note #} #let x = 1";
        let site = saying(text, text)
            .edited(
                "speakers/yamada.ja.md",
                "name: 山田花子",
                "name: \"<b>{{ 7 * 7 }}</b>\"",
            )
            .edited(
                "topics/privacy.ja.md",
                "name: 個人情報",
                "name: \"\\\"><script>alert(1)</script>\"",
            );
        site.build();
        let page = site.out("speakers/yamada.html");
        assert!(page.contains("{{ site.title }} {% if x %} {# note #} #let x = 1"));
        assert!(page.contains("&lt;b&gt;{{ 7 * 7 }}&lt;"));
        for (name, bytes) in site
            .tree("public")
            .iter()
            .filter(|(name, _)| is_a("html", name) || is_a("xml", name))
        {
            assert!(
                !String::from_utf8_lossy(bytes).contains("<script>alert"),
                "{name}"
            );
        }
    }

    #[test]
    fn drafts_are_left_out_unless_asked_for() {
        let site = Site::new()
            .edited("speakers/tanaka.ja.md", "order: 2", "order: 2\ndraft: true")
            .edited("speakers/yamada.en.md", "---\n", "---\ndraft: true\n");
        site.build();
        assert!(
            !site.has("public/speakers/tanaka.html") && !site.has("public/en/speakers/tanaka.html")
        );
        assert!(!site.out("topics/privacy.html").contains("田中太郎"));
        assert!(!site.out("statements.json").contains("田中太郎"));
        assert!(
            site.out("en/speakers/yamada.html")
                .contains("class=\"notice\""),
            "the original in its place"
        );
        site.build_with(&["--drafts"]);
        assert!(
            site.has("public/speakers/tanaka.html")
                && site.out("topics/privacy.html").contains("田中太郎")
        );
        assert!(
            !site
                .out("en/speakers/yamada.html")
                .contains("class=\"notice\"")
        );
    }

    #[test]
    fn a_mark_of_the_frame_is_not_written_twice() {
        let site = saying("## 主なこと {#main}\n\n本文。", "## Main {#main}\n\nText.");
        if site.run(&["build", "--no-leaflets"]).status == 0 {
            assert_whole(&site.tree("public"), "/rally/");
        }
    }

    #[test]
    fn equal_marks_below_a_section_are_refused() {
        let below = saying(
            "### 一 {#same}\n\n本文。\n\n### 二 {#same}\n\n本文。",
            "Text.",
        );
        assert_eq!(below.codes(), ["text/duplicate-id"]);
        let across = saying("### 一 {#watched}\n\n本文。", "Text.");
        assert_eq!(across.codes(), ["text/duplicate-id"]);
    }
}

mod data {
    use super::*;

    #[test]
    fn statements_are_valid_json() {
        let site = Site::new();
        site.build();
        let text = site.out("statements.json");
        let value: serde_json::Value = serde_json::from_str(&text).expect("JSON");
        assert!(value.is_object() || value.is_array());
        for word in ["山田花子", "YAMADA Hanako", "privacy", "2022-11-17"] {
            assert!(text.contains(word), "{word}");
        }
    }

    #[test]
    fn the_sitemap_has_every_page_once() {
        let site = Site::new().without("speakers/tanaka.en.md");
        site.build();
        let map = site.out("sitemap.xml");
        for address in [
            "",
            "en/",
            "speakers/yamada.html",
            "en/speakers/yamada.html",
            "speakers/tanaka.html",
            "topics/",
        ] {
            let entry = format!("<loc>https://example.org/rally/{address}</loc>");
            assert_eq!(map.matches(&entry).count(), 1, "{entry}");
        }
        assert!(!map.contains("404.html"));
        assert!(
            !map.contains("<loc>https://example.org/rally/en/speakers/tanaka.html</loc>"),
            "canonical elsewhere"
        );
    }

    #[test]
    fn feeds_name_statements_absolutely() {
        let site = Site::new();
        site.build();
        assert!(
            site.out("feed.xml")
                .contains("https://example.org/rally/speakers/yamada.html")
        );
        assert!(
            site.out("en/feed.xml")
                .contains("https://example.org/rally/en/speakers/yamada.html")
        );
    }
}

mod leaflets {
    use super::*;

    /// Every PDF of a site, by its path.
    fn pdfs(site: &Site) -> Vec<String> {
        site.tree("public")
            .into_keys()
            .filter(|name| is_a("pdf", name))
            .collect()
    }

    #[test]
    fn every_leaflet_lies_beside_its_page_in_two_forms() {
        let site = Site::new()
            .file(
                "leaflets/voices.ja.md",
                "---\ntitle: 声\nformat: a4-duplex\nspeakers: [yamada, tanaka]\n---\n\n本文\n",
            )
            .file("leaflets/voices.en.md", "---\ntitle: Voices\n---\n\nText\n")
            .without("speakers/tanaka.en.md");
        let run = site.run(&["build"]);
        assert_eq!(run.status, 0, "{}", run.stderr);
        let mut wanted: Vec<String> = ["speaker-yamada", "topic-privacy", "topic-access", "voices"]
            .iter()
            .flat_map(|name| {
                [
                    format!("leaflets/{name}.ja"),
                    format!("en/leaflets/{name}.en"),
                ]
            })
            .chain(["leaflets/speaker-tanaka.ja".to_owned()])
            .flat_map(|name| [format!("{name}.pdf"), format!("{name}.print.pdf")])
            .collect();
        wanted.sort();
        assert_eq!(pdfs(&site), wanted);
        for name in &wanted {
            assert!(
                fs::read(site.path(&format!("public/{name}")))
                    .unwrap()
                    .starts_with(b"%PDF-"),
                "{name}"
            );
        }
        let page = site.page("en/leaflets/speaker-yamada.html");
        for pdf in ["speaker-yamada.en.pdf", "speaker-yamada.en.print.pdf"] {
            assert!(page.hrefs().contains(&pdf), "{pdf}");
        }
        assert_whole(&site.tree("public"), "/rally/");
        let before = site.tree("public");
        let again = site.run(&["build", "--out", "again"]);
        assert_eq!(again.status, 0);
        assert!(before == site.tree("again"), "the same bytes, leaflets too");
    }

    #[test]
    fn without_leaflets_no_page_offers_one() {
        let site = Site::new();
        site.build();
        assert_eq!(pdfs(&site), [""; 0]);
        for (name, bytes) in site.tree("public") {
            if is_a("html", &name) {
                let text = String::from_utf8(bytes).unwrap();
                assert!(!text.contains(".pdf"), "{name}");
            }
        }
    }
}

mod themes {
    use super::*;

    #[test]
    fn one_file_replaces_just_that_one() {
        let site = Site::new();
        site.build_with(&["--out", "plain"]);
        let site = site
            .beside(
                "own/templates/colophon.html",
                "<p>Our own footer, {{ site.title }}.</p>\n",
            )
            .beside("own/css/notice.css", ".own-notice { border: 0 }\n");
        site.build_with(&["--theme", "own"]);
        let (plain, own) = (site.tree("plain"), site.tree("public"));
        // The fonts hold what the pages say, so that their names differ.
        let files = |tree: &BTreeMap<String, Vec<u8>>| -> Vec<String> {
            let paths = tree.keys().filter(|path| !path.ends_with(".woff2"));
            paths.cloned().collect()
        };
        assert_eq!(files(&plain), files(&own));
        let page = site.out("en/about.html");
        assert!(
            page.contains("<p>Our own footer, Rally report.</p>")
                && page.contains("class=\"masthead\"")
        );
        let css = site.out("assets/site.css");
        assert!(
            css.contains(".own-notice") && css.contains(".masthead") && !css.contains(".notice {")
        );
    }

    #[test]
    fn site_yaml_names_no_folder_elsewhere() {
        let site = Site::new()
            .beside("elsewhere/templates/colophon.html", "<p>Elsewhere</p>\n")
            .beside("themes/ours/templates/colophon.html", "<p>Ours</p>\n")
            .file("site.yaml", &format!("{SITE}theme: ../elsewhere\n"));
        let run = site.run(&["build", "--no-leaflets"]);
        assert_ne!(run.status, 0, "{}", run.stdout);
    }

    #[test]
    fn site_yaml_names_a_folder_of_themes() {
        let site = Site::new()
            .beside("themes/ours/templates/colophon.html", "<p>Ours</p>\n")
            .file("site.yaml", &format!("{SITE}theme: ours\n"));
        site.build();
        assert!(site.out("index.html").contains("<p>Ours</p>"));
    }
}

/// Builds a site in memory with any bytes as one of its files.
fn build_with(path: &str, bytes: &[u8]) {
    let site = Site::new().bytes(path, bytes);
    let outcome = chirashi::pipeline::build(&chirashi::pipeline::Options {
        content: site.path("content"),
        theme: None,
        base_url: None,
        drafts: true,
        leaflets: false,
        cache: chirashi::cache::Cache::none(),
    });
    for problem in outcome.problems.sorted(&outcome.sources) {
        for lang in [chirashi::diag::UiLang::Ja, chirashi::diag::UiLang::En] {
            let drawn = chirashi::diag::draw::draw(problem, &outcome.sources, lang, false);
            let line = chirashi::diag::json::line(problem, &outcome.sources, lang);
            assert!(!drawn.is_empty() && !line.contains('\n'));
        }
    }
}

/// A file of the minimal site, of every kind.
fn any_file() -> impl Strategy<Value = PathBuf> {
    prop::sample::select(vec![
        "site.yaml",
        "speakers/yamada.ja.md",
        "speakers/yamada.en.md",
        "topics/privacy.ja.md",
        "events/rally.ja.md",
        "leaflets/voices.ja.md",
        "pages/about.en.md",
    ])
    .prop_map(PathBuf::from)
}

/// Pieces of content, well and badly written, in any order.
fn any_text() -> impl Strategy<Value = String> {
    let pieces = prop::sample::select(vec![
        "---\n",
        "name: ",
        "title: ",
        "topics: [privacy, ",
        "]",
        "\n",
        "  ",
        "\t",
        "：",
        ": ",
        "{",
        "}",
        "|",
        "\"",
        "&a ",
        "*a",
        "## ",
        "{#a topic=privacy}",
        "[a](topic:privacy)",
        "![](",
        "<b>",
        "`",
        "```\n",
        "> ",
        "- ",
        "漢字",
        "|かんじ}",
        "👨‍👩‍👧",
        "\u{feff}",
        "\r\n",
        "か\u{3099}",
        "date: 令和4年11月17日\n",
        "photo: {file: a}\n",
        "translation: {of: 0000}\n",
        "draft: true\n",
    ]);
    prop::collection::vec(
        prop_oneof![pieces.prop_map(str::to_owned), "\\PC{0,8}"],
        0..40,
    )
    .prop_map(|parts| parts.concat())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 48, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_text_is_reported_not_a_crash(file in any_file(), text in any_text()) {
        build_with(file.to_str().unwrap(), text.as_bytes());
    }

    #[test]
    fn any_front_matter_is_reported_not_a_crash(file in any_file(), yaml in any_text(), body in any_text()) {
        build_with(file.to_str().unwrap(), format!("---\n{yaml}\n---\n{body}").as_bytes());
    }

    #[test]
    fn any_bytes_are_reported_not_a_crash(file in any_file(), bytes in prop::collection::vec(any::<u8>(), 0..200)) {
        build_with(file.to_str().unwrap(), &bytes);
    }
}
