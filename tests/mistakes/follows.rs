//! What only follows from a mistake is not told beside it.

use crate::support::Site;

const YAMADA: &str = "speakers/yamada.ja.md";
const TANAKA: &str = "speakers/tanaka.ja.md";

fn codes(site: &Site, wanted: &[&str], what: &str) {
    assert_eq!(site.codes(), wanted, "{what}");
}

#[test]
fn topics_of_sections_are_told_together() {
    let unlisted = ["text/unlisted-topic"];
    for list in ["topics: []", "topics: [access]"] {
        let site = Site::new().edited(YAMADA, "topics: [privacy, access]", list);
        codes(&site, &unlisted, list);
        // What is shown mends all of it.
        let told = site.run_in("ja", &["check", "--no-leaflets"]).stderr;
        let right = told
            .lines()
            .map(str::trim)
            .rfind(|line| line.starts_with("topics: ["));
        let site = site.edited(YAMADA, list, right.expect(&told));
        codes(&site, &[], &told);
    }
    // The name is told, not that it is not in the list.
    let site = Site::new().edited(TANAKA, "{#voice}", "{#voice topic=acess}");
    codes(&site, &["front-matter/unknown-reference"], "topic=acess");
    let site = Site::new().edited(
        YAMADA,
        "topics: [privacy, access]",
        "topics: [privacy, acess]",
    );
    codes(&site, &["front-matter/unknown-reference"], "topics: acess");
}

#[test]
fn a_mark_that_cannot_be_one_is_told_once() {
    for mark in ["{counter}", "{#窓口}", "{#Counter A}"] {
        let site = Site::new().edited(YAMADA, "{#counter", &mark[..mark.len() - 1]);
        let found = site.codes();
        assert_eq!(found.len(), 1, "{mark}: {found:?}");
        assert!(found[0].starts_with("text/"), "{mark}: {found:?}");
    }
}

#[test]
fn consent_that_is_written_wrongly_is_no_missing_consent() {
    for consent in ["true", "ウェブ、紙", "はい", "[web, 紙]"] {
        let photo = format!("order: 1\nphoto:\n  file: a.png\n  alt: 山田\n  consent: {consent}");
        let site = Site::new()
            .bytes("images/a.png", b"")
            .edited(YAMADA, "order: 1", &photo);
        let found = site.codes();
        assert!(
            !found.contains(&"image/no-consent".to_owned()),
            "{consent}: {found:?}"
        );
    }
}

#[test]
fn a_picture_is_told_with_the_place_that_uses_it() {
    let site = Site::new().bytes("images/a.png", b"no picture").edited(
        YAMADA,
        "受付に",
        "![窓口の列](../images/a.png)受付に",
    );
    for (lang, here) in [("ja", "ここで使っています"), ("en", "it is used here")] {
        let told = site.run_in(lang, &["check", "--no-leaflets"]).stderr;
        assert!(told.contains("content/images/a.png"), "{told}");
        assert!(told.contains("content/speakers/yamada.ja.md:"), "{told}");
        assert!(told.contains(here), "{told}");
    }
}

#[test]
fn leaflets_are_not_called_empty_for_words_that_could_not_be_read() {
    let site = Site::new().edited(YAMADA, "order: 1", "order: 1\n  - ]x");
    let told = site.run_in("ja", &["check"]).stderr;
    assert!(
        !told.contains("half-empty") && !told.contains("uncited"),
        "{told}"
    );
}

#[test]
fn a_topic_that_only_a_draft_touches_is_no_topic_to_delete() {
    let topic = "---\nname: 別のこと\nsummary: 別のことについて。\n---\n";
    let draft = "---\nname: 下書きさん\ntitle: まだ\ntopics: [other]\ndraft: true\n---\n\n## 節 {#a topic=other}\n\n本文\n";
    let site = Site::new().file("topics/other.ja.md", topic);
    let told = site.run_in("ja", &["check", "--no-leaflets"]).stderr;
    assert!(told.contains("消してください"), "{told}");
    let site = site.file("speakers/later.ja.md", draft);
    let told = site.run_in("ja", &["check", "--no-leaflets"]).stderr;
    assert!(told.contains("下書き（speakers/later.ja.md）"), "{told}");
    assert!(!told.contains("消してください"), "{told}");
}

#[test]
fn names_of_the_site_s_own_things_are_read_in_links() {
    let [link_form, wide] = ["text/link-form", "text/full-width"];
    for (address, code) in [
        ("topic: privacy", link_form),
        ("topic：privacy", wide),
        (" ｔｏｐｉｃ：ｐｒｉｖａｃｙ", wide),
    ] {
        let link = format!("くわしくは[個人情報]({address})を。受付に");
        let site = Site::new().edited(YAMADA, "受付に", &link);
        codes(&site, &[code], address);
        assert_eq!(site.run(&["check", "--no-leaflets", "--fix"]).status, 0);
        codes(&site, &[], address);
        let file = site.read(&format!("content/{YAMADA}"));
        assert!(file.contains("[個人情報](topic:privacy)を"), "{file}");
    }
}

#[test]
fn photographs_of_phones_are_told_what_to_do() {
    for (lang, said) in [("ja", "互換性優先"), ("en", "Most Compatible")] {
        let site = Site::new().bytes("images/a.HEIC", b"x");
        let site = site.edited(YAMADA, "受付に", "![窓口](../images/a.HEIC)受付に");
        let told = site.run_in(lang, &["check", "--no-leaflets"]).stderr;
        assert!(told.contains(said), "{told}");
    }
}

/// Nobody has agreed to anything: that is told, though the key stands there.
#[test]
fn an_empty_consent_is_none() {
    let photo = "order: 1\nphoto:\n  file: a.png\n  alt: 山田\n  consent: []";
    let site = Site::new()
        .bytes("images/a.png", b"")
        .edited(YAMADA, "order: 1", photo);
    assert!(site.codes().contains(&"image/no-consent".to_owned()));
}

/// What is shown keeps the place in the page.
#[test]
fn an_address_of_the_finished_site_keeps_its_place() {
    let link = "くわしくは[こちら](/speakers/yamada.html#watched)を。患者の";
    let site = Site::new().edited(TANAKA, "\n患者の声を", &format!("\n{link}声を"));
    let told = site.run_in("ja", &["check", "--no-leaflets"]).stderr;
    assert!(told.contains("(speaker:yamada#watched)"), "{told}");
}

#[test]
fn a_name_that_is_taken_is_free_in_a_language_of_the_site() {
    let site =
        Site::with_settings("").edited("site.yaml", "languages: [ja, en]", "languages: [en, ja]");
    let page = "---\ntitle: Search\n---\n\nText.\n";
    let told = site
        .file("pages/search.en.md", page)
        .run_in("en", &["check", "--no-leaflets"])
        .stderr;
    assert!(told.contains("pages/search-2.en.md"), "{told}");
}

/// A reading over a number takes no room beside it.
#[test]
fn a_number_with_a_reading_is_not_too_long() {
    let figures = "order: 1\nfigures:\n  - value: \"{八十万|はちじゅうまん}人\"\n    caption: 東京で一人で暮らす高齢者";
    let site = Site::new().edited(YAMADA, "order: 1", figures);
    assert!(
        !site
            .codes()
            .contains(&"front-matter/long-figure".to_owned())
    );
}
