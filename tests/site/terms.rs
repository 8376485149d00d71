//! Words that link to their topic by themselves.

use super::{links_on, saying};
use crate::support::Site;

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
