//! What a leaflet says is the same on paper and on its page.

use super::lines;
use crate::support::Site;

/// The words on a PDF, without spaces.
fn printed(site: &Site, path: &str) -> String {
    let all = lines::read(&site.path(&format!("public/leaflets/{path}")));
    let words = all.iter().flat_map(|line| line.words.chars());
    words.filter(|c| !c.is_whitespace()).collect()
}

/// What a note says nobody said: it is no part of a sentence that is printed large.
#[test]
fn a_note_is_nobodys_words() {
    let text = "---\nname: 見本太郎\ntitle: 見本の題\ntopics: [privacy]\nsummary: 見本です。\ndesign: title\n---\n\n## 窓口で {#a .strong}\n\n窓口では番号を求められた[^1]。\n\n[^1]: 新聞。\n";
    let site = Site::new().file("speakers/mihon.ja.md", text);
    let run = site.run_in("ja", &["build"]);
    assert_eq!(run.status, 0, "{}", run.stderr);
    let all = printed(&site, "speaker-mihon.ja.pdf");
    assert!(all.contains("窓口では番号を求められた。"), "{all}");
}

/// The sheets of a leaflet's page.
fn sheets(site: &Site, path: &str) -> String {
    let page = site.out(&format!("leaflets/{path}"));
    let start = page.find("<div class=\"desk\">").expect("a sheet");
    let end = page[start..]
        .find("<footer")
        .map_or(page.len(), |at| start + at);
    page[start..end].to_owned()
}

fn built(site: Site) -> Site {
    let run = site.run_in("ja", &["build"]);
    assert_eq!(run.status, 0, "{}{}", run.stderr, run.stdout);
    site
}

/// A statement that has no sections is told in its own words after the summary.
#[test]
fn a_statement_without_sections_is_told_on_both() {
    let text = "---\nname: 見本\ntitle: 見本の題\ntopics: []\nsummary: 見本の要旨です。\n---\n\n\
        見本の前文をここに置きます。\n";
    let site = built(Site::new().file("speakers/mihon.ja.md", text));
    let page = sheets(&site, "speaker-mihon.html");
    for words in ["見本の要旨です。", "見本の前文をここに"] {
        assert!(
            printed(&site, "speaker-mihon.ja.pdf").contains(words),
            "{words}"
        );
        assert!(page.contains(words), "{words}: {page}");
    }
}

/// The line above the hook tells of the day on both.
#[test]
fn the_line_above_the_hook_is_the_same() {
    let kicker = "2022年11月17日の集会で語られたこと";
    let site = built(Site::new());
    assert!(printed(&site, "speaker-yamada.ja.pdf").contains(kicker));
    let page = sheets(&site, "speaker-yamada.html");
    assert!(
        page.contains(&format!("<p class=\"sheet-kicker\">{kicker}</p>")),
        "{page}"
    );
}

/// What stands in brackets after organisations is left out of the page, too, where there is no room.
#[test]
fn glosses_are_left_out_of_both() {
    let long = "見本の本文です。あれこれと書きつづけて、数行になるようにします。".repeat(9);
    let section = |id: char| format!("## 見出し {{#{id} topic=privacy}}\n\n{long}\n\n{long}\n\n");
    let sections = ('a'..='f').map(section).collect::<Vec<_>>().concat();
    let text = format!(
        "---\nname: 見本\naffiliation: 見本の会（見会）\ntitle: 見本の題\ntopics: [privacy]\norder: 0\n\
         summary: 見本の要旨です。\n---\n\n{sections}"
    );
    let site = built(Site::new().file("speakers/mihon.ja.md", &text));
    let page = sheets(&site, "topic-privacy.html");
    assert!(page.contains("見本の会"), "{page}");
    assert!(!page.contains("見会"), "{page}");
    assert!(!printed(&site, "topic-privacy.ja.pdf").contains("見会"));
}

/// The small print of a composed leaflet tells the source.
#[test]
fn the_source_stands_on_both() {
    let site = Site::new()
        .edited(
            "speakers/yamada.ja.md",
            "order: 1\n",
            "order: 1\nsource: {title: 見本の報告書}\n",
        )
        .file(
            "leaflets/x.ja.md",
            "---\ntitle: 見本\nformat: a4\nspeakers: [yamada]\n---\n\n本文です。\n",
        );
    let site = built(site);
    assert!(printed(&site, "x.ja.pdf").contains("出典：見本の報告書"));
    let page = sheets(&site, "x.html");
    assert!(page.contains("出典：見本の報告書"), "{page}");
    assert!(page.contains("集会：緊急集会"), "{page}");
}

/// Furigana in titles, headings and quotations reaches the paper.
#[test]
fn furigana_stands_over_large_type() {
    let text = "---\nname: 見本\ntitle: \"{保険証|ほけんしょう}をなくさないで\"\ntopics: []\n---\n\n\
        ## 窓口の{混乱|こんらん} {#a}\n\n受付に人が並びます。{患者|かんじゃ}が困ります。\n";
    let composed = "---\ntitle: \"{署名|しょめい}のお願い\"\nhook: \"{声|こえ}を聞いて\"\nformat: a4-duplex\n---\n\n本文です。\n";
    let site = built(
        Site::new()
            .file("speakers/mihon.ja.md", text)
            .file("leaflets/x.ja.md", composed),
    );
    let statement = printed(&site, "speaker-mihon.ja.pdf");
    for reading in ["ほけんしょう", "こんらん"] {
        assert!(statement.contains(reading), "{reading}: {statement}");
    }
    // In the text, and in the quotation.
    assert_eq!(statement.matches("かんじゃ").count(), 2, "{statement}");
    let composed = printed(&site, "x.ja.pdf");
    for reading in ["こえ", "しょめい"] {
        assert!(composed.contains(reading), "{reading}: {composed}");
    }
    // Bookmarks are for reading, not for reading aloud.
    let pdf = lopdf::Document::load(site.path("public/leaflets/speaker-mihon.ja.pdf")).unwrap();
    let outline = format!("{:?}", pdf.get_toc().map(|toc| toc.toc).unwrap_or_default());
    assert!(outline.contains("保険証をなくさないで"), "{outline}");
}

/// A sheet in two languages is told of on the pages of both.
#[test]
fn a_sheet_in_two_languages_is_shown_in_both() {
    let site = built(
        Site::new()
            .file(
                "leaflets/x.ja.md",
                "---\ntitle: 見本\nformat: a4\nlanguages: [ja, en]\n---\n\n本文です。\n",
            )
            .file("leaflets/x.en.md", "---\ntitle: Sample\n---\n\nText.\n"),
    );
    for page in ["leaflets/x.html", "en/leaflets/x.html"] {
        assert!(site.out(page).contains("class=\"thumb-picture\""), "{page}");
    }
}

/// Words of several rallies never stand as words of one.
#[test]
fn each_passage_names_its_rally() {
    let site = Site::new()
        .file(
            "events/spring.ja.md",
            "---\nname: 春の集会\ndate: 2023-03-05\n---\n\n話されたことです。\n",
        )
        .file(
            "events/spring.en.md",
            "---\nname: Spring rally\n---\n\nWhat was said.\n",
        )
        .edited(
            "speakers/yamada.ja.md",
            "order: 1\n",
            "order: 1\nevent: rally\n",
        )
        .edited(
            "speakers/tanaka.ja.md",
            "order: 2\n",
            "order: 2\nevent: spring\n",
        )
        .file(
            "leaflets/x.ja.md",
            "---\ntitle: 見本\nformat: a4-duplex\nspeakers: [yamada, tanaka]\n---\n\n本文です。\n",
        );
    let site = built(site);
    let (winter, spring) = ("緊急集会（2022年11月17日）", "春の集会（2023年3月5日）");
    for name in ["topic-privacy", "x"] {
        let paper = printed(&site, &format!("{name}.ja.pdf"));
        // Where lines of large type may end, a tag stands.
        let page = sheets(&site, &format!("{name}.html")).replace("<wbr>", "");
        for text in [&paper, &page] {
            assert!(
                text.contains(winter) && text.contains(spring),
                "{name}: {text}"
            );
            assert!(!text.contains("の集会で語られたこと"), "{name}: {text}");
        }
    }
    for (name, own, other) in [
        ("speaker-yamada", "2022年11月17日の集会で", spring),
        ("speaker-tanaka", "2023年3月5日の集会で", winter),
    ] {
        let paper = printed(&site, &format!("{name}.ja.pdf"));
        // Where lines of large type may end, a tag stands.
        let page = sheets(&site, &format!("{name}.html")).replace("<wbr>", "");
        for text in [&paper, &page] {
            assert!(text.contains(own) && text.contains(other), "{name}: {text}");
            assert!(!text.contains("同じ集会"), "{name}: {text}");
        }
    }
    // At one event it is said that it was one.
    let one = built(Site::new());
    assert!(sheets(&one, "speaker-yamada.html").contains("同じ集会の発言から"));
    assert!(!printed(&one, "topic-privacy.ja.pdf").contains("緊急集会（"));
}

/// The words that a person chose for large type stand on both: what a speaker says, over the name and
/// the title; a topic's question, under the topic's name.
#[test]
fn the_words_for_large_type_stand_on_both() {
    let speaker = "---\nname: 見本花子\ntitle: 見本の題\npull: 番号で見られたくない\ntopics: [privacy]\n\
        summary: 見本の要旨です。\n---\n\n## 見出し {#a topic=privacy}\n\n見本の本文です。二つめの文です。\n";
    let topic = "---\nname: 見本の話題\nhook: 暮らしが見える？\nsummary: 話題の要旨です。\n---\n";
    let site = built(
        Site::new()
            .file("speakers/mihon.ja.md", speaker)
            .file("topics/privacy.ja.md", topic),
    );
    for (name, words) in [
        (
            "speaker-mihon",
            ["番号で見られたくない", "見本花子", "見本の題"],
        ),
        (
            "topic-privacy",
            ["見本の話題", "暮らしが見える？", "話題の要旨です。"],
        ),
    ] {
        let paper = printed(&site, &format!("{name}.ja.pdf"));
        // Where lines of large type may end, a tag stands.
        let page = sheets(&site, &format!("{name}.html")).replace("<wbr>", "");
        for text in [&paper, &page] {
            let places: Vec<Option<usize>> = words.iter().map(|word| text.find(word)).collect();
            assert!(
                places.iter().all(Option::is_some) && places.is_sorted(),
                "{places:?}: {text}"
            );
        }
    }
    // What stands there so large is not quoted once more.
    let page = sheets(&site, "speaker-mihon.html");
    assert!(!page.contains("sheet-quote"), "{page}");
}
