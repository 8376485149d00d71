//! Where everything lies: files by kind and language, old addresses, and addresses with and without a host.

use super::saying;
use crate::support::html::{Page, assert_whole};
use crate::support::{Site, YAMADA_JA, is_a};

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
            "https://shukai.test/rally/speakers/yamada.html"
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
        let site = Site::new().file(path, text);
        let mut codes = site.codes();
        codes.retain(|code| code != "site/uncited-topic");
        assert_eq!(codes, ["site/address-taken"], "{path}");
        // It names the file, and a name that is free.
        let told = site.run(&["check", "--no-leaflets"]).stderr;
        assert!(told.contains(path), "{told}");
        let (name, ending) = path.split_once('.').unwrap();
        let free = format!("{name}-2.{ending}");
        assert!(told.contains(&free), "{told}");
        let codes = Site::new().file(&free, text).codes();
        assert!(!codes.contains(&"site/address-taken".to_owned()), "{free}");
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
    let site = Site::new().edited("site.yaml", "base_url: https://shukai.test/rally/\n", "");
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
