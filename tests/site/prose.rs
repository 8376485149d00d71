//! Text as people type and paste it, and what readers get of it.

use super::saying;
use crate::support::Site;

/// What stands on the page between two words, without blanks.
fn between(site: &Site, from: &str, to: &str) -> String {
    let page = site.out("speakers/yamada.html");
    let page: String = page.split_whitespace().collect();
    let at = page.find(from).expect(from) + from.len();
    let rest = &page[at..];
    rest[..rest.find(to).unwrap_or(rest.len())].to_owned()
}

/// The page with a paragraph, before `check --fix` and after it; nothing is left to mend then.
fn twice(body: &str) -> Site {
    let site = saying(body, "Text.");
    site.build();
    let before = site.out("speakers/yamada.html");
    site.run(&["check", "--fix", "--no-leaflets"]);
    let fixed = site.read("content/speakers/yamada.ja.md");
    site.build();
    assert_eq!(site.out("speakers/yamada.html"), before, "{fixed}");
    site.run(&["check", "--fix", "--no-leaflets"]);
    assert_eq!(site.read("content/speakers/yamada.ja.md"), fixed);
    site
}

#[test]
fn struck_words_are_struck_or_left_out() {
    let site = saying(
        "## 会費~~500円~~300円 {#fee .strong topic=privacy}\n\n案には~~賛成する~~反対すると述べ、窓口を残すよう強く求めた。\n\n\
         | 会 | 時 |\n| --- | --- |\n| 開会 | ~~九時~~十時 |",
        "## A fee of ~~500~~ 300 yen {#fee .strong topic=privacy}\n\nShe ~~agreed~~ objected to it, and asked for the counter to stay.",
    );
    let built = site.run(&["build"]);
    assert_eq!(built.status, 0, "{}", built.stderr);
    let mut struck = 0;
    for (name, bytes) in site.tree("public") {
        let text = String::from_utf8_lossy(&bytes);
        for words in [
            "賛成する反対",
            "500円300円",
            "九時十時",
            "500 300",
            "agreed objected",
        ] {
            assert!(!text.contains(words), "{name}: {words}");
        }
        struck += text.matches("<s>賛成する</s>反対").count();
    }
    assert!(struck > 0);
    let data = site.out("statements.json");
    assert!(data.contains("A fee of 300 yen") && data.contains("案には反対する"));
    let page = site.out("speakers/yamada.html");
    assert!(page.contains("<s>500円</s>"), "a heading strikes its words");
    assert!(
        site.out("leaflets/speaker-yamada.html")
            .contains("案には反対する")
    );
}

#[test]
fn numbers_that_begin_again_begin_another_list() {
    for body in [
        "前。\n\n① 東\n② 西\n\n① 朝\n② 夜\n\n後。",
        "前。\n\n① 東\n② 西\n① 朝\n② 夜\n\n後。",
        "前。\n\n１．東\n２．西\n\n（１）朝\n（２）夜\n\n後。",
        "前。\n\n1. 東\n2. 西\n\n1. 朝\n2. 夜\n\n後。",
        "前。\n\n1. 東\n2. 西\n1. 朝\n2. 夜\n\n後。",
    ] {
        let site = twice(body);
        let lists = between(&site, "前。", "後。");
        assert_eq!(lists.matches("<ol").count(), 2, "{body}: {lists}");
        assert!(!lists.contains("start=\""), "{body}: {lists}");
    }
    let site = twice("前。\n\n1. 東\n1. 西\n\n1. 朝\n\n後。");
    assert_eq!(between(&site, "前。", "後。").matches("<ol").count(), 1);
}

#[test]
fn numbers_between_points_stay() {
    for body in [
        "前。\n\n① 一\n③ 三\n⑤ 五\n\n後。",
        "前。\n\n１．一\n（１）甲\n（２）乙\n３．三\n５．五\n\n後。",
    ] {
        let site = twice(body);
        let lists = between(&site, "前。", "後。");
        assert!(
            lists.contains("start=\"3\"") && lists.contains("start=\"5\""),
            "{lists}"
        );
    }
}

#[test]
fn points_with_letters_are_a_list() {
    for (body, item) in [
        ("前。\n\n＊ 甲\n＊ 乙\n\n後。", "<li>乙"),
        ("前。\n\n＊甲\n＊乙\n\n後。", "<li>乙"),
        ("前。\n\n（ア）甲\n（イ）乙\n\n後。", "<li>（イ）乙"),
        ("前。\n\nア　甲\nイ　乙\n\n後。", "<li>イ　乙"),
        ("前。\n\nイ、甲\nロ、乙\nハ、丙\n\n後。", "<li>ロ、乙"),
        ("前。\n\n(a) 甲\n(b) 乙\n\n後。", "<li>(b)乙"),
    ] {
        let site = twice(body);
        let page = between(&site, "前。", "後。").replace("<p>", "");
        let item: String = item.split_whitespace().collect();
        assert!(page.contains(&item), "{body}: {page}");
    }
}

#[test]
fn figures_are_multiplied() {
    let site = twice("定員は2*3*4人、案は5*6*と7。\n\n*大事*なこと。");
    let page = site.out("speakers/yamada.html");
    assert!(page.contains("2*3*4") && page.contains("<em>大事</em>"));
    assert!(
        site.out("statements.json")
            .contains("2*3*4人、案は5*6*と7。")
    );
}

#[test]
fn notes_of_the_editors_are_kept_back_in_any_width() {
    for note in [
        "＜!-- 秘密 --＞",
        "<！-- 秘密 --＞",
        "＜！－－ 秘密 －－＞",
        "<!— 秘密 —>",
        "＜!-- 一行目\n\n秘密\n--＞",
    ] {
        let site = twice(&format!("前。{note}後。"));
        for (name, bytes) in site.tree("public") {
            assert!(
                !String::from_utf8_lossy(&bytes).contains("秘密"),
                "{name}: {note}"
            );
        }
        let site = saying(&format!("前。{note}後。"), "Text.");
        assert!(
            site.codes().contains(&"text/full-width".to_owned()),
            "{note}"
        );
        assert!(
            site.run_in("ja", &["check", "--no-leaflets"])
                .stderr
                .contains("公開されません")
        );
    }
    let open = saying("前。＜!-- 秘密", "Text.");
    assert!(open.codes().contains(&"text/unclosed-comment".to_owned()));
}

#[test]
fn a_line_of_wide_spaces_parts_paragraphs() {
    let site = twice("甲と述べた。\n　\n乙と述べた。");
    let page = site.out("speakers/yamada.html");
    assert!(!page.contains("甲と述べた。　乙") && !page.contains("甲と述べた。乙"));
    assert_eq!(
        page.matches("と述べた。<a class=\"pilcrow\"").count(),
        2,
        "{page}"
    );
    let site = saying("甲と述べた。\n　\n乙と述べた。", "Text.");
    assert!(
        site.run_in("ja", &["check", "--no-leaflets"])
            .stderr
            .contains("全角の空白だけの行")
    );
}

#[test]
fn addresses_go_on_in_japanese() {
    let site = saying("https://ja.wikipedia.test/wiki/健康保険 を見る。", "Text.");
    site.build();
    let page = site.out("speakers/yamada.html");
    assert!(page.contains(">https://ja.wikipedia.test/wiki/健康保険</a> を見る"));
}

/// A number that is a word of its sentence begins no list.
#[test]
fn numbers_that_are_spoken_of_stay() {
    for text in [
        "①の案に反対し、\n②の案に賛成した。",
        "(1)の案は捨てた。\n(2)の案は残した。",
        "①番の人は東、\n③番の人は西。",
        "一、二度来たことがある。\n二、三人が来た。",
    ] {
        let site = Site::new().edited("speakers/yamada.ja.md", "受付に長い列ができます。", text);
        assert_eq!(site.codes(), [""; 0], "{text}");
        site.build();
        let data = site.out("statements.json");
        for line in text.lines() {
            assert!(data.contains(line), "{line}: {data}");
        }
    }
    let list = "①はがきを送る\n②会いに行く";
    let site = Site::new().edited("speakers/yamada.ja.md", "受付に長い列ができます。", list);
    assert_eq!(site.codes(), ["text/list-form"]);
}
