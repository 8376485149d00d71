//! What is told to machines: statements, sitemap, feeds.

use crate::support::Site;

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
        let entry = format!("<loc>https://shukai.test/rally/{address}</loc>");
        assert_eq!(map.matches(&entry).count(), 1, "{entry}");
    }
    assert!(!map.contains("404.html"));
    assert!(
        !map.contains("<loc>https://shukai.test/rally/en/speakers/tanaka.html</loc>"),
        "canonical elsewhere"
    );
}

#[test]
fn feeds_name_statements_absolutely() {
    let site = Site::new();
    site.build();
    assert!(
        site.out("feed.xml")
            .contains("https://shukai.test/rally/speakers/yamada.html")
    );
    assert!(
        site.out("en/feed.xml")
            .contains("https://shukai.test/rally/en/speakers/yamada.html")
    );
}
