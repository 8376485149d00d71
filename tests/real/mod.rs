//! The rally report that the repository itself holds.

mod addresses;
mod figures;
mod large;
mod told;

use std::collections::BTreeSet;
use std::path::Path;

use crate::support::{Site, is_a};

/// Builds the repository's own content into a temporary folder.
fn built() -> Site {
    let content = Path::new(env!("CARGO_MANIFEST_DIR")).join("content");
    let site = Site::empty();
    let run = site.build_with(&["--content", &content.display().to_string()]);
    // What a layout needs and the report does not tell is plainly marked as a sample, and told.
    let heads = run.stderr.lines();
    let told: Vec<&str> = heads
        .filter(|line| line.starts_with("warning[") || line.starts_with("error["))
        .filter(|line| !line.starts_with("warning[text/sample]"))
        .collect();
    assert_eq!(told, [""; 0], "the report has problems: {}", run.stderr);
    site
}

/// The pages of a folder of the site, without its list.
fn pages(site: &Site, folder: &str) -> Vec<String> {
    let names = site.tree(&format!("public/{folder}")).into_keys();
    names
        .filter(|name| is_a("html", name) && name != "index.html")
        .collect()
}

#[test]
fn seven_speakers_and_their_topics() {
    let site = built();
    for folder in ["", "en/"] {
        assert_eq!(pages(&site, &format!("{folder}speakers")).len(), 7);
        let topics = pages(&site, &format!("{folder}topics"));
        assert!(topics.len() >= 10, "{topics:?}");
        for topic in &topics {
            let speakers = speakers_on(&site, &format!("{folder}topics/{topic}"));
            assert!(!speakers.is_empty(), "nobody speaks on {folder}{topic}");
        }
        for topic in [
            "surveillance-society",
            "elderly-access",
            "constitutional-arguments",
        ] {
            let speakers = speakers_on(&site, &format!("{folder}topics/{topic}.html"));
            assert!(speakers.len() > 1, "only {speakers:?} on {topic}");
        }
    }
}

#[test]
fn an_unconfirmed_reading_is_said_in_both_languages() {
    let site = built();
    for page in pages(&site, "speakers") {
        let said = |folder: &str, words| {
            let html = site.page(&format!("{folder}speakers/{page}")).source;
            assert!(html.contains(words), "{folder}{page} says nothing");
        };
        said("", "よみは未確認");
        said("en/", "is not confirmed");
    }
}

/// The speakers whose passages stand on a topic's page.
fn speakers_on(site: &Site, topic: &str) -> BTreeSet<String> {
    let page = site.page(topic);
    let to_speaker = |href: &str| {
        Some(
            href.strip_prefix("../speakers/")?
                .split_once(".html")?
                .0
                .to_owned(),
        )
    };
    let main = crate::support::html::Page::read(page.main());
    main.hrefs()
        .into_iter()
        .filter_map(to_speaker)
        .filter(|slug| slug != "index")
        .collect()
}

#[test]
fn every_page_leads_to_what_is_done_with_readers_data() {
    let site = built();
    for (folder, words) in [("", "クッキーを使いません"), ("en/", "no cookies")] {
        let privacy = site.page(&format!("{folder}privacy.html"));
        assert!(privacy.main().contains(words), "{folder}");
    }
    for path in site.tree("public").keys().filter(|path| is_a("html", path)) {
        let page = site.page(path);
        let redirects = page.source.contains("http-equiv=\"refresh\"");
        let mut links = page.hrefs().into_iter();
        assert!(
            redirects || links.any(|to| to.ends_with("privacy.html")),
            "{path}"
        );
    }
}

#[test]
fn every_link_of_the_report_leads_somewhere() {
    crate::support::html::assert_whole(&built().tree("public"), "/");
}
