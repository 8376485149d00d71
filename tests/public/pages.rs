//! Indexes with their order and counts, topics that lead with what is strongest, headings that
//! break between phrases, and how to cite.

use crate::support::Site;
use crate::support::html::Page;

/// What stands between two marks of a page.
fn between<'p>(page: &'p Page, from: &str, to: &str) -> &'p str {
    let begin = page.source.find(from).expect(from);
    let end = page.source[begin..].find(to).expect(to);
    &page.source[begin..begin + end]
}

fn order(text: &str, all: &[&str]) -> bool {
    let places: Vec<_> = all.iter().map(|one| text.find(one).expect(one)).collect();
    places.is_sorted()
}

#[test]
fn speakers_stand_in_the_order_of_their_readings_too() {
    let site = Site::new()
        .edited(
            "speakers/yamada.ja.md",
            "order: 1",
            "order: 1\nreading: やまだ はなこ",
        )
        .edited(
            "speakers/tanaka.ja.md",
            "order: 2",
            "order: 2\nreading: たなか たろう",
        );
    site.build();
    let page = site.page("speakers/index.html");
    let people = between(&page, "<ul class=\"people\">", "</ul>");
    assert!(order(people, &["山田花子", "田中太郎"]));
    let register = between(&page, "<dl", "</dl>");
    assert!(order(
        register,
        &["た行", "田中太郎", "たなか たろう", "や行", "山田花子"]
    ));
    let english = site.page("en/speakers/index.html");
    let register = between(&english, "<dl", "</dl>");
    assert!(order(
        register,
        &[">T<", "TANAKA Taro", ">Y<", "YAMADA Hanako"]
    ));
}

#[test]
fn many_speakers_make_a_register() {
    let site = (0..30).fold(Site::new(), |site, i| {
        let kana = "あいうえおかきくけこさしすせそ".chars().nth(i / 2).unwrap();
        let text = format!(
            "---\nname: 人物{i}\nreading: {kana}\ntitle: 題{i}\ntopics: [privacy]\nsummary: 要旨。\n---\n\n本文。\n"
        );
        site.file(&format!("speakers/s{i}.ja.md"), &text)
    });
    site.build();
    let page = site.page("speakers/index.html");
    let letters = between(&page, "<nav class=\"letters\"", "</nav>");
    assert!(order(
        letters,
        &["あ行", "か行", "さ行", "読みの記載がない方"]
    ));
    let ids = page.ids();
    for tag in page
        .all("a")
        .filter(|tag| tag.get("href").starts_with("#_row-"))
    {
        assert!(ids.contains(&&tag.get("href")[1..]));
    }
    assert!(order(
        page.main(),
        &["人物0", "人物9", "人物10", "人物29", "山田花子"]
    ));
}

#[test]
fn topics_are_counted() {
    let site = Site::new();
    site.build();
    let page = site.page("topics/index.html");
    assert!(
        page.source.contains("2人が2か所で語りました。"),
        "{}",
        page.main()
    );
    assert!(
        site.page("en/topics/index.html")
            .source
            .contains("1 speaker, 1 passage<")
    );
}

#[test]
fn a_topic_leads_with_the_strongest_passage() {
    let site = Site::new().edited(
        "speakers/tanaka.ja.md",
        "{#voice}",
        "{#voice .strong topic=privacy}",
    );
    site.build();
    let page = site.page("topics/privacy.html");
    assert!(order(
        page.main(),
        &["passage passage-strong", "患者の声", "見られる暮らし"]
    ));
    let site = Site::new();
    site.build();
    let page = site.page("topics/privacy.html");
    assert!(order(
        page.main(),
        &["見られる暮らし", "声を聞いてください"]
    ));
}

#[test]
fn headings_break_between_phrases() {
    let site = Site::new();
    site.build();
    let page = site.page("speakers/yamada.html");
    assert!(
        page.source
            .contains("<span class=\"phrases\">保険証を<wbr>なくさないで</span>")
    );
    let english = site.page("en/speakers/yamada.html").source;
    let (before, _) = english.split_once("id=\"_cite\"").unwrap();
    assert!(!before.contains("<wbr>"), "{before}");
}

#[test]
fn a_statement_says_how_to_cite_it() {
    let site = Site::new();
    site.build();
    let cited = |path: &str| {
        let page = site.page(path);
        let (_, after) = page.source.split_once("id=\"_cite\"").unwrap();
        let (_, after) = after.split_once('>').unwrap();
        let (cited, _) = after.split_once("</").unwrap();
        // An address may be broken after its slashes, but not after those of its scheme.
        assert!(
            cited.contains("https://shukai.test/<wbr>rally/<wbr>"),
            "{cited}"
        );
        cited.replace("<wbr>", "")
    };
    assert_eq!(
        cited("speakers/yamada.html"),
        "山田花子「保険証をなくさないで」（発言要旨）、緊急集会、2022年11月17日、『集会の記録』、https://shukai.test/rally/speakers/yamada.html"
    );
    assert_eq!(
        cited("en/speakers/yamada.html"),
        "YAMADA Hanako, “Keep the insurance card” (Summary), Emergency rally, 17 November 2022, Rally report, https://shukai.test/rally/en/speakers/yamada.html"
    );
    let button = site.page("speakers/yamada.html");
    let button = button
        .all("button")
        .find(|tag| tag.get("data-copy") == "_cite")
        .unwrap();
    assert!(
        button.attributes.contains_key("hidden"),
        "without JavaScript it does nothing"
    );
}

#[test]
fn a_paragraph_ends_with_a_whole_word() {
    let site = Site::new();
    site.build();
    let page = site.page("speakers/yamada.html");
    assert!(
        page.source
            .contains("<span class=\"end\">見えてしまいます。</span>")
    );
    for path in ["topics/privacy.html", "topics/index.html"] {
        let page = site.out(path);
        assert!(page.contains("<span class=\"end\">見えることについて。</span>"));
    }
    // So do sentences of the interface.
    let index = site.out("speakers/index.html");
    assert!(
        index.contains("要旨へ<span class=\"end\">進みます。</span>"),
        "{index}"
    );
    // English has spaces, and browsers that mend the end of a paragraph by them.
    assert!(
        !site
            .page("en/speakers/yamada.html")
            .source
            .contains("class=\"end\"")
    );
}

#[test]
fn a_speaker_is_introduced_with_group_and_post() {
    let keys = "affiliation: {ja: 見本の会, en: Sample group}\nrole: {ja: 会長, en: Chair}\n";
    let site = Site::new().edited(
        "speakers/yamada.ja.md",
        "order: 1\n",
        &format!("order: 1\n{keys}"),
    );
    site.build();
    let told = |path: &str, words: &str| {
        let page = site.page(path);
        let line = format!(">{words}</p>");
        assert!(page.source.contains(&line), "{}", page.source);
    };
    told("speakers/yamada.html", "見本の会 会長");
    told("en/speakers/yamada.html", "Sample group, Chair");
}

/// A leaflet as paper is a style sheet by itself, which other pages do not fetch.
#[test]
fn only_pages_of_leaflets_fetch_the_paper() {
    let site = Site::new();
    site.build();
    let sheet = |page: &str| site.out(page).contains("assets/sheet.css\"");
    assert!(sheet("leaflets/speaker-yamada.html") && sheet("en/leaflets/speaker-yamada.html"));
    assert!(
        !sheet("index.html") && !sheet("leaflets/index.html") && !sheet("speakers/yamada.html")
    );
    assert!(site.out("assets/sheet.css").contains(".sheet-hook"));
    assert!(!site.out("assets/site.css").contains(".sheet-hook"));
}
