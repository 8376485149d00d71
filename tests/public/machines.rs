//! Pages told to machines: JSON-LD, what sharing shows, `statements.json`.

use serde_json::Value;

use crate::support::html::Page;
use crate::support::{Site, is_a};

/// The things that a page tells of.
fn graph(page: &Page) -> Vec<Value> {
    let tag = page
        .all("script")
        .find(|tag| tag.get("type") == "application/ld+json");
    let Some(tag) = tag else { return Vec::new() };
    let json: Value = serde_json::from_str(page.text_after(tag)).expect("JSON");
    assert_eq!(json["@context"], "https://schema.org");
    json["@graph"].as_array().expect("things").clone()
}

fn meta<'p>(page: &'p Page, property: &str) -> Vec<&'p str> {
    page.tags
        .iter()
        .filter(|tag| tag.name == "meta" && tag.get("property") == property)
        .map(|tag| tag.get("content"))
        .collect()
}

#[test]
fn every_page_says_what_it_is() {
    let site = Site::new();
    site.build();
    for (name, _) in site
        .tree("public")
        .iter()
        .filter(|(name, _)| is_a("html", name))
    {
        let page = site.page(name);
        let things = graph(&page);
        if name.ends_with("404.html") {
            assert!(things.is_empty());
            continue;
        }
        let expected = match name.trim_start_matches("en/") {
            "index.html" => "WebSite",
            name if name.starts_with("speakers/") && !name.ends_with("index.html") => "Article",
            name if name.starts_with("events/") => "Event",
            "about.html" => "WebPage",
            "search.html" => "SearchResultsPage",
            name if name.starts_with("leaflets/") && !name.ends_with("index.html") => "WebPage",
            _ => "CollectionPage",
        };
        assert_eq!(things[0]["@type"], expected, "{name}");
        let canonical = page.links("canonical")[0].get("href").to_owned();
        assert_eq!(things[0]["url"], canonical.as_str());
        // The way to the page is the one that it shows.
        let crumbs: Vec<&str> = things
            .get(1)
            .and_then(|list| list["itemListElement"].as_array())
            .into_iter()
            .flatten()
            .map(|item| item["item"].as_str().unwrap())
            .collect();
        assert_eq!(
            crumbs.last().copied(),
            (expected != "WebSite").then_some(canonical.as_str())
        );
        assert!(
            crumbs
                .iter()
                .all(|url| url.starts_with("https://shukai.test/rally/"))
        );
        assert_eq!(meta(&page, "og:url"), [canonical.as_str()]);
        assert!(!meta(&page, "og:title")[0].is_empty());
    }
}

#[test]
fn a_summary_is_the_publishers_and_a_transcript_the_speakers() {
    let site = Site::new()
        .edited(
            "site.yaml",
            "event: rally",
            "event: rally\npublisher: {name: {ja: 編集部, en: The editors}}",
        )
        .edited(
            "speakers/yamada.ja.md",
            "order: 1",
            "order: 1\nkind: transcript",
        );
    site.build();
    let transcript = &graph(&site.page("speakers/yamada.html"))[0];
    assert_eq!(transcript["author"]["name"], "山田花子");
    let quotes = transcript["hasPart"].as_array().unwrap();
    assert_eq!(quotes.len(), 2);
    assert_eq!(quotes[0]["@type"], "Quotation");
    assert_eq!(quotes[0]["text"], "番号で暮らしが見えてしまいます。");
    assert_eq!(
        quotes[0]["@id"],
        "https://shukai.test/rally/speakers/yamada.html#watched"
    );
    let summary = &graph(&site.page("speakers/tanaka.html"))[0];
    assert_eq!(summary["author"]["name"], "編集部");
    assert_eq!(summary["about"][0]["name"], "田中太郎");
    assert_eq!(summary["about"][1]["@type"], "Event");
    assert!(
        summary.get("hasPart").is_none(),
        "a summary is no quotation"
    );
    let translated = &graph(&site.page("en/speakers/tanaka.html"))[0];
    assert_eq!(
        translated["translationOfWork"]["@id"],
        "https://shukai.test/rally/speakers/tanaka.html"
    );
}

#[test]
fn content_cannot_end_the_script() {
    let title = "</script><script>alert(1)</script>";
    let site = Site::new().edited(
        "speakers/yamada.ja.md",
        "保険証をなくさないで",
        &format!("'{title}'"),
    );
    site.build();
    let page = site.page("speakers/yamada.html");
    assert_eq!(graph(&page)[0]["headline"], title);
    assert!(!page.source.contains("<script>alert"));
}

#[test]
fn without_an_address_nothing_absolute_is_said() {
    let site = Site::new().edited("site.yaml", "base_url: https://shukai.test/rally/\n", "");
    site.build();
    let page = site.page("speakers/yamada.html");
    assert!(graph(&page).is_empty());
    assert!(meta(&page, "og:url").is_empty());
    assert_eq!(meta(&page, "og:title"), ["保険証をなくさないで — 山田花子"]);
}

#[test]
fn the_data_keeps_to_its_description() {
    let schema = include_str!("../../docs/statements.schema.json");
    let schema: Value = serde_json::from_str(schema).unwrap();
    let validator = jsonschema::validator_for(&schema).unwrap();
    let site = Site::new();
    site.build();
    let data: Value = serde_json::from_str(&site.out("statements.json")).unwrap();
    let errors: Vec<String> = validator
        .iter_errors(&data)
        .map(|e| e.to_string())
        .collect();
    assert_eq!(errors, [""; 0]);
    // Nothing that is written is left untold.
    let told = |pointer: &str| {
        schema
            .pointer(pointer)
            .unwrap()
            .as_object()
            .unwrap()
            .clone()
    };
    let (root, statement) = (told("/properties"), told("/$defs/statement/properties"));
    let section = told("/$defs/statement/properties/sections/items/properties");
    for (value, told) in [
        (&data, root),
        (&data["statements"][0], statement),
        (&data["statements"][0]["sections"][0], section),
    ] {
        for key in value.as_object().unwrap().keys() {
            assert!(told.contains_key(key), "{key} is not described");
        }
    }
    // Where it points to is there.
    for one in data["statements"].as_array().unwrap() {
        let page = site.page(one["page"].as_str().unwrap());
        for section in one["sections"].as_array().unwrap() {
            let id = section["id"].as_str().unwrap();
            assert!(page.ids().contains(&id));
            assert!(page.ids().contains(&format!("{id}.1").as_str()));
        }
    }
    assert_eq!(data["topics"][0]["page"], "topics/access.html");
}

#[test]
fn the_terms_of_use_are_told_to_people_and_to_machines() {
    let terms = "license: {ja: 'https://example.org/terms/', en: Ask us}\n";
    let with = |added| Site::new().edited("site.yaml", "event: rally\n", added);
    let site = with(&format!("event: rally\n{terms}"));
    site.build();
    let data: Value = serde_json::from_str(&site.out("statements.json")).unwrap();
    assert_eq!(
        data["license"],
        serde_json::json!([
            { "language": "ja", "text": "https://example.org/terms/" },
            { "language": "en", "text": "Ask us" },
        ])
    );
    let page = site.page("speakers/yamada.html");
    let link = page.all("a").find(|tag| tag.get("rel").contains("license"));
    let link = link.expect("a link to the terms");
    assert_eq!(link.get("href"), "https://example.org/terms/");
    assert_eq!(page.text_after(link), "example.org/terms");
    assert_eq!(graph(&page)[0]["license"], "https://example.org/terms/");
    let english = site.page("en/speakers/yamada.html");
    assert!(english.source.contains("Terms of use: Ask us"));
    assert_eq!(graph(&english)[0]["license"]["name"], "Ask us");

    let silent = Site::new();
    silent.build();
    assert!(graph(&silent.page("speakers/yamada.html"))[0]["license"].is_null());
    assert!(!silent.page("index.html").source.contains("利用の条件"));
}

#[test]
fn a_feed_is_offered_where_there_is_one() {
    let offers = |site: &Site| {
        let page = site.page("index.html");
        page.all("link")
            .any(|tag| tag.get("type") == "application/atom+xml")
    };
    let site = Site::new();
    site.build();
    assert!(
        offers(&site)
            && site
                .tree("public")
                .iter()
                .any(|(name, _)| name == "feed.xml")
    );

    let undated = Site::new().edited("site.yaml", "event: rally\n", "");
    undated.build();
    assert!(!offers(&undated));
    assert!(
        !undated
            .tree("public")
            .iter()
            .any(|(name, _)| name == "feed.xml")
    );
}
