//! What persons are called: in the reader's language wherever any file says, and told apart from
//! others of the same name.

use super::{campaign, text};
use crate::support::html::Page;

/// The text of a page's main part.
fn said(html: &str) -> String {
    text(Page::read(html).main())
}

#[test]
fn a_name_is_in_the_reader_s_language_where_any_file_gives_it() {
    // Ms Suzuki's further statement has no English; Ms Sato's own file has none, but her name.
    let site = campaign()
        .without("statements/2025-06-21-taikai/suzuki.en.md")
        .without("speakers/sato.en.md")
        .edited(
            "speakers/sato.ja.md",
            "name: 佐藤月子",
            "name: {ja: 佐藤月子, en: SATO Tsukiko}",
        );
    let run = site.run_in("en", &["build", "--no-leaflets"]);
    assert_eq!(run.status, 0, "{}", run.stderr);
    for page in [
        "en/events/2025-06-21-taikai.html",
        "en/speakers/index.html",
        "en/speakers/sato.html",
        "en/topics/bus.html",
        "en/topics/index.html",
        "en/statements/2025-06-21-taikai/suzuki.html",
        "en/statements/2025-06-21-taikai/sato.html",
        "en/search.html",
        "en/index.html",
    ] {
        let said = said(&site.out(page));
        let name = if page.contains("sato") {
            "SATO Tsukiko"
        } else {
            "SUZUKI Taro"
        };
        assert!(said.contains(name), "{page}\n{said}");
        assert!(
            // How to cite it is told in the language of the text.
            !said.replace("鈴木太郎「", "").contains("鈴木太郎") && !said.contains("佐藤月子"),
            "{page}\n{said}"
        );
    }
    // The words beside the name are in another language than the name.
    let rally = site.out("en/events/2025-06-21-taikai.html");
    assert!(rally.contains("<b lang=\"en\">SUZUKI Taro</b>"), "{rally}");
    let index = site.tree("public").into_iter();
    let index = index.filter(|(path, _)| path.starts_with("assets/search/en/p"));
    let index: String = index
        .map(|(_, bytes)| String::from_utf8(bytes).unwrap())
        .collect();
    assert!(index.contains("\"SUZUKI Taro, 21 June 2025\""), "{index}");
    assert!(
        index.contains("鈴木太郎"),
        "the other name leads there, too"
    );
    let json = site.out("statements.json");
    assert!(json.contains("SATO Tsukiko"), "{json}");
}

#[test]
fn who_spoke_several_times_is_listed_with_the_newest_words() {
    let site = campaign();
    site.build();
    let list = said(&site.out("speakers/index.html"));
    assert!(list.contains("図書館とバスは一つの道でつながる"), "{list}");
    assert!(
        !list.contains("図書館の窓口に本を返しに来る人がいる"),
        "{list}"
    );
}

#[test]
fn persons_of_one_name_are_told_apart_by_their_affiliation() {
    let site = campaign()
        .edited("speakers/tanaka.ja.md", "name: 田中三郎", "name: 鈴木太郎")
        .edited(
            "speakers/tanaka.ja.md",
            "order: 3",
            "order: 3\nrole: 世話人",
        );
    site.build();
    let apart = ["鈴木太郎 バス利用者の会", "鈴木太郎 子ども文庫 世話人"];
    for page in ["search.html", "speakers/index.html"] {
        let said = said(&site.out(page));
        for person in apart {
            assert!(said.contains(person), "{page}: {person}\n{said}");
        }
        assert!(!said.contains("山田花子 図書館友の会 さとう"), "{said}");
    }
    let matrix = site.out("events/2024-10-05-tsudoi.html");
    assert!(
        matrix.contains("<span>鈴木太郎 <small>子ども文庫 世話人</small></span>"),
        "{matrix}"
    );
    // Who has no namesake needs nothing beside the name.
    assert!(matrix.contains("<span>山田花子</span>"), "{matrix}");
    let index = site.tree("public").into_iter();
    let index = index.filter(|(path, _)| path.starts_with("assets/search/ja/p"));
    let index: String = index
        .map(|(_, bytes)| String::from_utf8(bytes).unwrap())
        .collect();
    assert!(
        index.contains("鈴木太郎　子ども文庫 世話人　2024年10月5日"),
        "{index}"
    );
}

#[test]
fn the_day_that_tells_leaflets_apart_is_in_the_language_of_the_name() {
    // Nobody wrote her name in English.
    let site = campaign().without("speakers/yamada.en.md");
    site.build();
    let list = site.out("en/leaflets/index.html");
    let name = " lang=\"ja\">山田花子（2025年3月8日）</span>";
    assert!(list.contains(name), "{list}");
    let said = said(&list);
    assert!(!said.contains("山田花子 ("), "{said}");
}

#[test]
fn a_name_with_its_reading_is_marked_with_its_language() {
    // She spoke in Japanese, but nobody wrote her name so.
    let site = campaign().without("speakers/sato.ja.md").edited(
        "speakers/sato.en.md",
        "translation: {status: reviewed}",
        "reading: さとう つきこ\nreading_confirmed: true\norder: 4",
    );
    site.build();
    let name = "<ruby><span lang=\"en\">SATO Tsukiko</span><rp>（</rp><rt>さとう つきこ</rt>";
    let sheet = site.out("leaflets/statement-2025-06-21-taikai-sato.html");
    assert!(sheet.contains(name), "{sheet}");
    // Where the sheet is in the language of the name, it needs no mark.
    let sheet = site.out("leaflets/speaker-yamada.html");
    assert!(sheet.contains("<ruby>山田花子<rp>"), "{sheet}");
}

#[test]
fn what_a_person_does_is_told_in_the_reader_s_language_or_marked_with_its_own() {
    let site = campaign().without("statements/2025-03-08-shukai/yamada.en.md");
    site.build();
    // The passage is in Japanese; her English file tells the rest in English.
    let topic = site.out("en/topics/library.html");
    let own = "<span><span lang=\"en\">Friends of the Library</span></span>";
    assert!(topic.contains(own), "{topic}");
    // Nobody translated what she was in June.
    let role = "Friends of the Library, <span lang=\"ja\">代表</span>";
    for page in [
        "en/topics/library.html",
        "en/statements/2025-06-21-taikai/yamada.html",
        "en/speakers/index.html",
        "en/events/2025-06-21-taikai.html",
    ] {
        let html = site.out(page);
        assert!(html.contains(role), "{page}\n{html}");
    }
    // Among Japanese words it needs no mark.
    assert!(!site.out("topics/library.html").contains("lang=\"ja\">代表"));
}
