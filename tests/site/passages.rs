//! Which passages a topic cites.

use crate::support::Site;
use crate::support::html::Page;

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
