//! Search: what the index holds and where it leads, and the page that works without JavaScript.

use std::collections::BTreeMap;

use crate::support::{self, Site};
use serde_json::Value;

/// An index taken apart: its tokens with their lists, and its passages with their addresses.
struct Index {
    terms: BTreeMap<String, String>,
    passages: Vec<Passage>,
    /// The number of the first passage of a page that no menu leads to.
    aside: usize,
}

/// A passage with what it has from its page.
struct Passage {
    address: String,
    lang: Value,
    texts: Vec<String>,
}

impl Index {
    /// Reads the parts that `root` names, and checks that they are in order.
    fn read(site: &Site, lang: &str) -> Self {
        let part = |name: &str| -> Value {
            let script = site.out(&format!("assets/search/{lang}/{name}.js"));
            let call = format!("chirashiSearch(\"{lang}/{name}\",");
            let value = script.strip_prefix(&call).expect("a call");
            serde_json::from_str(value.trim_end().trim_end_matches(')')).expect("JSON")
        };
        let root = part("root");
        assert_eq!(root["version"], 1);
        let mut terms = BTreeMap::new();
        for (i, first) in root["terms"].as_array().unwrap().iter().enumerate() {
            let part = part(&format!("t{i}"));
            let tokens = part.as_object().unwrap();
            assert!(
                tokens
                    .keys()
                    .all(|token| token.as_str() >= first.as_str().unwrap())
            );
            terms.extend(tokens.iter().map(|(k, v)| (k.clone(), text(v))));
        }
        let mut passages = Vec::new();
        for (i, first) in root["pages"].as_array().unwrap().iter().enumerate() {
            assert_eq!(passages.len() as u64, first.as_u64().unwrap());
            for page in part(&format!("p{i}")).as_array().unwrap() {
                for passage in page[6].as_array().unwrap() {
                    let place = passage[0].as_str().unwrap();
                    let mark = if place.is_empty() { "" } else { "#" };
                    passages.push(Passage {
                        address: format!("{}{mark}{place}", text(&page[0])),
                        lang: page[2].clone(),
                        texts: passage.as_array().unwrap()[1..].iter().map(text).collect(),
                    });
                }
            }
        }
        let aside = root["aside"].as_u64().unwrap().try_into().unwrap();
        Self {
            terms,
            passages,
            aside,
        }
    }

    /// Where a token leads, with the parts of the passage that hold it.
    fn find(&self, token: &str) -> Vec<(&str, usize)> {
        let symbols = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
        let value = |symbol: char| symbols.find(symbol).unwrap();
        let mut found = Vec::new();
        for group in self
            .terms
            .get(token)
            .into_iter()
            .flat_map(|list| list.split(' '))
        {
            let mut group = group.chars().map(value);
            let parts = group.next().unwrap();
            let (mut id, mut number, mut shift) = (0, 0, 0);
            for symbol in group {
                number |= (symbol & 31) << shift;
                shift += 5;
                if symbol < 32 {
                    id += number;
                    found.push((self.passages[id].address.as_str(), parts));
                    (number, shift) = (0, 0);
                }
            }
        }
        found.sort_unstable();
        found
    }
}

fn text(value: &Value) -> String {
    value.as_str().expect("a text").to_owned()
}

/// In the text, the heading, the title, and the title of the page above.
const TEXT: usize = 1;
const HEADING: usize = 2;
const TITLE: usize = 4;
const ABOVE: usize = 8;

#[test]
fn a_token_leads_to_every_passage_that_holds_it() {
    let site = Site::new();
    site.build();
    let ja = Index::read(&site, "ja");
    assert_eq!(
        ja.find("患者"),
        [
            ("speakers/tanaka.html", TEXT),
            ("speakers/tanaka.html#voice", TEXT | HEADING),
        ]
    );
    // The name stands in the title of its page, and above each of its sections.
    assert_eq!(
        ja.find("花子"),
        [
            ("speakers/yamada.html", TITLE),
            ("speakers/yamada.html#counter", ABOVE),
            ("speakers/yamada.html#watched", ABOVE),
        ]
    );
    // Names are found in every language of the site.
    assert_eq!(ja.find("hanako")[0], ("speakers/yamada.html", TITLE));
    let en = Index::read(&site, "en");
    assert_eq!(
        en.find("queues"),
        [("en/speakers/yamada.html#counter", TEXT)]
    );
    assert!(
        en.find("花子")
            .contains(&("en/speakers/yamada.html", TITLE))
    );
}

#[test]
fn readings_and_terms_lead_there_too() {
    let site = Site::new()
        .edited(
            "speakers/yamada.ja.md",
            "order: 1",
            "order: 1\nreading: やまだ はなこ",
        )
        .edited("speakers/yamada.ja.md", "受付に", "{受付|うけつけ}に")
        .edited(
            "topics/access.ja.md",
            "summary:",
            "terms: [お薬手帳]\nsummary:",
        );
    site.build();
    let ja = Index::read(&site, "ja");
    assert_eq!(ja.find("だは")[0], ("speakers/yamada.html", TITLE));
    assert_eq!(ja.find("けつ"), [("speakers/yamada.html#counter", TEXT)]);
    assert_eq!(ja.find("薬手"), [("topics/access.html", TITLE)]);
}

/// Furigana that stands over a word once leads to it wherever it stands.
#[test]
fn a_word_is_found_by_its_reading_wherever_it_stands() {
    let site = Site::new().file(
        "pages/about.ja.md",
        "---\ntitle: 受付のこと\n---\n\n{受付|うけつけ}は混みます。\n\n## 別の節 {#other}\n\nここには何もありません。\n",
    );
    site.build();
    let ja = Index::read(&site, "ja");
    let found = ja.find("けつ");
    assert!(
        found.contains(&("speakers/yamada.html#counter", TEXT)),
        "{found:?}"
    );
    assert!(
        found
            .iter()
            .any(|(page, part)| *page == "about.html" && part & TITLE > 0),
        "{found:?}"
    );
    let once = ja
        .passages
        .iter()
        .filter(|own| own.texts[1].contains("うけつけ うけつけ"));
    assert_eq!(once.count(), 0);
}

#[test]
fn an_event_is_found_by_its_day() {
    let site = Site::new();
    site.build();
    let ja = Index::read(&site, "ja");
    assert!(ja.find("2022").contains(&("events/rally.html", TEXT)));
    let en = Index::read(&site, "en");
    let found = en.find("november");
    assert!(found.contains(&("en/events/rally.html", TEXT)), "{found:?}");
}

/// The staff's guide shows examples as code: readers look for what was said, not for these.
#[test]
fn code_is_not_found_and_pages_that_no_menu_leads_to_come_last() {
    let guide = "---\ntitle: 手引き\nnav: false\n---\n\n欄に書く。\n\n```yaml\nname: 見本花子\n```\n\n\
                 - 例\n\n  ```yaml\n  name: 見本花子\n  ```\n\n次に進む。\n";
    let site = Site::new().file("pages/a-guide.ja.md", guide).file(
        "pages/a-guide.en.md",
        "---\ntitle: Guide\n---\n\nFill in.\n",
    );
    site.build();
    let ja = Index::read(&site, "ja");
    assert_eq!(ja.find("見本"), []);
    assert_eq!(ja.find("欄に"), [("a-guide.html", TEXT)]);
    // An empty block keeps the numbers of those after it.
    let (first, aside) = (&ja.passages[..ja.aside], &ja.passages[ja.aside..]);
    assert_eq!(
        aside[0].texts[2..],
        ["欄に書く。", "", "例\n", "次に進む。"]
    );
    assert!(aside.iter().all(|p| p.address.starts_with("a-guide.html")));
    assert_eq!(first.last().unwrap().address, "about.html");
}

#[test]
fn every_passage_is_a_place_of_a_page() {
    let site = Site::new();
    site.build();
    let files = site.tree("public");
    for lang in ["ja", "en"] {
        let index = Index::read(&site, lang);
        assert!(index.passages.len() > 8);
        for passage in &index.passages {
            let (path, place) = passage
                .address
                .split_once('#')
                .unwrap_or((&passage.address, ""));
            assert!(files.contains_key(path), "{path}");
            assert!(
                place.is_empty() || site.page(path).ids().contains(&place),
                "{}",
                passage.address
            );
            assert_eq!(passage.lang, Value::Null);
        }
        for token in index.terms.keys() {
            assert!(!index.find(token).is_empty());
        }
    }
}

#[test]
fn an_untranslated_statement_is_found_in_its_own_language() {
    let site = Site::new().without("speakers/tanaka.en.md");
    site.build();
    let en = Index::read(&site, "en");
    let found = en
        .passages
        .iter()
        .find(|p| p.address == "en/speakers/tanaka.html#voice")
        .unwrap();
    assert_eq!(found.lang, "ja");
    assert_eq!(found.texts[0], "患者の声");
}

#[test]
fn the_page_is_an_index_without_javascript() {
    let site = Site::new()
        .edited(
            "topics/access.ja.md",
            "summary:",
            "terms: [お薬手帳]\nsummary:",
        )
        .edited(
            "speakers/yamada.ja.md",
            "order: 1",
            "order: 1\nreading: やまだ はなこ",
        );
    site.build();
    let page = site.page("search.html");
    let main = support::html::Page::read(page.main());
    for href in [
        "topics/access.html",
        "speakers/tanaka.html",
        "speakers/yamada.html#watched",
        "speakers/yamada.html#counter",
    ] {
        assert!(main.hrefs().contains(&href), "{href}");
    }
    for text in ["お薬手帳", "や行", "見られる暮らし", "<noscript>"] {
        assert!(main.source.contains(text), "{text}");
    }
    support::html::assert_whole(&site.tree("public"), "/rally/");
}

#[test]
fn little_is_loaded_before_the_first_query() {
    let content = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("content");
    let site = Site::empty();
    site.build_with(&["--content", &content.display().to_string()]);
    for page in ["search.html", "en/search.html"] {
        let size = site.out(page).len() + site.out("assets/search.js").len();
        assert!(size < 60_000, "{page}: {size}");
    }
}

#[test]
fn what_content_says_stays_text() {
    let site = Site::new().edited(
        "speakers/yamada.ja.md",
        "title: 保険証をなくさないで",
        r#"title: '</script>"\ \u2028 保険証'"#,
    );
    site.build();
    let ja = Index::read(&site, "ja");
    assert_eq!(ja.find("保険")[0], ("speakers/yamada.html", TITLE));
}

#[test]
fn every_paragraph_of_a_statement_is_a_place() {
    let site = Site::new().edited(
        "speakers/yamada.ja.md",
        "番号で暮らしが見えてしまいます。",
        "番号で。\n\n- 一つ\n- 二つ\n\n見えてしまいます。\n\n### 続き {#more}\n\nそして。",
    );
    site.build();
    let page = site.page("speakers/yamada.html");
    for id in [
        "_.1",
        "watched.1",
        "watched.2",
        "watched.3",
        "more.1",
        "counter.1",
    ] {
        assert!(page.ids().contains(&id), "{id} in {:?}", page.ids());
    }
    let links: Vec<_> = page
        .all("a")
        .filter(|tag| tag.get("class") == "pilcrow")
        .collect();
    assert_eq!(links.len(), 5);
    assert_eq!(links[1].get("href"), "#watched.1");
    assert_eq!(links[1].get("aria-label"), "この節の1番目の段落へのリンク");
    // A topic's page cites the passage without places of its own.
    let cited = site.page("topics/privacy.html");
    assert!(!cited.source.contains("pilcrow"));
}

/// Words that are searched for never come into what a server hears: no field of a form has a name, which
/// would put it into the address, and no address asks for words in a query.
#[test]
fn words_stay_with_the_reader() {
    let site = Site::new();
    site.build();
    for path in ["search.html", "404.html", "en/search.html", "en/404.html"] {
        let page = site.page(path);
        let fields: Vec<_> = page.all("input").collect();
        assert_eq!(fields.len(), 1, "{path}");
        assert_eq!(fields[0].get("name"), "", "{path}");
        let form = page.all("form").next().expect("a form");
        assert!(
            form.get("action").ends_with("search.html#_search-index"),
            "{path}"
        );
        let script = if path.ends_with("404.html") {
            "seek.js"
        } else {
            "search.js"
        };
        let scripts = page.all("script").map(|tag| tag.get("src"));
        assert!(
            scripts.into_iter().any(|src| src.ends_with(script)),
            "{path}"
        );
    }
    for (path, bytes) in site.tree("public") {
        let text = String::from_utf8_lossy(&bytes);
        assert!(!text.contains("?q="), "{path}");
    }
    // Links of old are read, and then moved behind the mark that browsers keep to themselves.
    let script = site.out("assets/search.js");
    assert!(script.contains("#q=") && script.contains("hashchange"));
    assert!(script.contains("location.search") && script.contains("history.replaceState"));
}
