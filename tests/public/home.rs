//! The first page as an argument: what it comes to, what is asked, three who say why, then all.

use crate::support::Site;

/// A campaign of four people, a leaflet, and a request.
fn campaign() -> Site {
    let person = |name: &str, order: usize, pull: &str| {
        format!(
            "---\nname: {name}\ntitle: {name}の題\ntopics: [privacy]\norder: {order}\n{pull}---\n\n本文です。\n"
        )
    };
    Site::new()
        .edited("site.yaml", "event: rally\n", "event: rally\ncall_to_action: {text: 署名を}\n")
        .file("speakers/sato.ja.md", &person("佐藤", 3, "pull: 声を聞け\n"))
        .file("speakers/suzuki.ja.md", &person("鈴木", 4, "pull: 窓口を守れ\n"))
        .file(
            "leaflets/first.ja.md",
            "---\ntitle: 集会の声\nformat: a4\nhook: なくさないで\nspeakers: [yamada, tanaka]\n---\n\n前文です。\n",
        )
}

#[test]
fn it_leads_with_the_hook_then_asks_then_three_say_why() {
    let site = campaign();
    site.build();
    let home = site.page("index.html");
    let heading = home.all("h1").next().unwrap();
    assert_eq!(home.text_in(heading), "なくさないで");
    let voices: Vec<String> = home
        .all("span")
        .filter(|tag| tag.get("class") == "voice-said")
        .map(|tag| {
            let rest = &home.source[tag.end..];
            let end = rest.find("<span class=\"voice-who\"").unwrap();
            rest[..end]
                .split(['<', '>'])
                .step_by(2)
                .collect::<String>()
                .trim()
                .to_owned()
        })
        .collect();
    // Those who say it in a few words come first; the others in their order.
    assert_eq!(voices, ["声を聞け", "窓口を守れ", "保険証をなくさないで"]);
    let main = home.main();
    let at = |words: &str| {
        main.find(words)
            .unwrap_or_else(|| panic!("{words}: {main}"))
    };
    let order = [
        "<h1",
        "id=\"_ask\"",
        "class=\"facts\"",
        "voice-said",
        "田中太郎",
        "<table",
    ];
    assert!(order.map(at).is_sorted(), "{main}");
    assert_eq!(main.matches("<b>佐藤</b>").count(), 1);
}

#[test]
fn the_hook_is_one_in_the_readers_language_and_of_what_was_said() {
    let site = campaign();
    site.build();
    let title = |path: &str| {
        let page = site.page(path);
        page.text_in(page.all("h1").next().unwrap())
    };
    assert_eq!(title("en/index.html"), "Rally report");
    let site = campaign().edited(
        "leaflets/first.ja.md",
        "format: a4",
        "format: signature-sheet",
    );
    site.build();
    let page = site.page("index.html");
    assert_eq!(page.text_in(page.all("h1").next().unwrap()), "集会の記録");
}
