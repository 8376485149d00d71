//! Ways to hand a page on, and what the editors say of a text at its foot.

use crate::support::Site;

#[test]
fn statements_topics_and_leaflets_can_be_handed_on() {
    let site = Site::new();
    site.build();
    for (path, title) in [
        ("speakers/yamada.html", "%E4%BF%9D%E9%99%BA%E8%A8%BC"),
        ("en/topics/privacy.html", "Privacy"),
        ("leaflets/speaker-yamada.html", "%E5%B1%B1%E7%94%B0"),
    ] {
        let page = site.page(path);
        let address = format!("https://shukai.test/rally/{path}");
        let row = page.all("section").find(|tag| tag.get("class") == "share");
        let row = row.expect("a row");
        assert_eq!(row.get("data-url"), address);
        let line = page
            .all("a")
            .find(|tag| tag.get("href").starts_with("https://line.me/"));
        let line = line.expect("a link").get("href");
        let encoded = address
            .replace(':', "%3A")
            .replace('/', "%2F")
            .replace('.', "%2E");
        let begins = format!("https://line.me/R/share?text={title}");
        assert!(
            line.starts_with(&begins) && line.ends_with(&encoded.replace('-', "%2D")),
            "{line}"
        );
        // What needs a script is not there without one.
        let buttons = page.all("button").filter(|tag| tag.get("type") == "button");
        let hidden: Vec<bool> = buttons
            .map(|button| button.attributes.contains_key("hidden"))
            .collect();
        assert!(hidden.len() >= 2 && !hidden.contains(&false), "{path}");
    }
    assert!(!site.out("about.html").contains("class=\"share\""));
}

#[test]
fn without_an_address_only_a_script_can_tell_one() {
    let site = Site::new().edited("site.yaml", "base_url: https://shukai.test/rally/\n", "");
    site.build();
    let page = site.page("speakers/yamada.html");
    let row = page.all("section").find(|tag| tag.get("class") == "share");
    let row = row.expect("a row");
    assert!(row.attributes.contains_key("hidden"));
    assert!(!page.source.contains("line.me"));
}

/// Before a statement stand what kind of text it is, its rally and its day, and in a few words what is
/// the matter with it; the rest is told at its foot.
#[test]
fn what_editors_say_stands_at_the_foot() {
    let site = Site::new()
        .edited(
            "speakers/yamada.ja.md",
            "order: 1",
            "order: 1\nreading: やまだ はなこ\nreading_confirmed: false",
        )
        .edited(
            "speakers/yamada.en.md",
            "title:",
            "translation: {status: draft}\ntitle:",
        );
    site.build();
    for (path, first, before, after) in [
        (
            "speakers/yamada.html",
            "番号で暮らしが見られ",
            vec!["発言要旨", "2022年11月17日の集会", "href=\"#_notes\""],
            vec!["お名前のよみは未確認です。"],
        ),
        (
            "en/speakers/yamada.html",
            "<p class=\"lead-text\">A number",
            vec![
                "Summary",
                "Rally, 17 November 2022",
                "<a href=\"#_notes\">Draft translation</a>",
            ],
            vec![
                "This translation is a draft",
                "How the name is read is not confirmed.",
            ],
        ),
    ] {
        let page = site.out(path);
        let main = &page[page.find("<main").unwrap()..];
        let begins = main.find(first).unwrap_or_else(|| panic!("{path}: {main}"));
        for words in before {
            assert!(main[..begins].contains(words), "{path}: {words}");
        }
        let foot = main.find("id=\"_notes\"").unwrap();
        assert!(main.find("id=\"counter\"").unwrap() < foot);
        for words in after {
            assert!(main[foot..].contains(words), "{path}: {words}");
        }
    }
}
