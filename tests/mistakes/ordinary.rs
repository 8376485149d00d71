//! Texts as mail, spreadsheets and other programs leave them: what they say stays what it is on pages and
//! on paper, or is told at its line, and what is offered can be taken as it stands.

use super::walked::{follows, read_as, shows};
use crate::support::{SITE, Site};

const PATH: &str = "speakers/yamada.ja.md";
const ABOUT: &str = "pages/about.ja.md";
const EVENT: &str = "events/rally.ja.md";
const TEXT: &str = "集会の記録です。";
const BODY: &str = "番号で暮らしが見えてしまいます。";
const NAME: &str = "name: 山田花子";
const ORDER: &str = "order: 1";

/// The page about the site with a text in the place of its own, where nothing is told.
fn page(written: &str) -> String {
    let site = Site::new().edited(ABOUT, TEXT, written);
    let run = site.run(&["build", "--no-leaflets"]);
    assert!(
        run.status == 0 && !run.stderr.contains("pages/"),
        "{written}\n{}",
        run.stderr
    );
    site.out("about.html")
}

#[test]
fn what_paper_could_not_set_is_set() {
    let site = Site::new()
        .edited(
            PATH,
            BODY,
            "ここはﾊﾞｽとﾏｲﾅﾝﾊﾞｰの話です。\n\n- 外側\n  - 内側\n    - 奥",
        )
        .edited(
            "speakers/tanaka.ja.md",
            "\n患者の声を聞いてください。\n",
            "\n・外側\n　・内側\n",
        );
    let run = site.run_in("ja", &["build"]);
    assert_eq!(run.status, 0, "{}", run.stderr);
    let told: Vec<&str> = run
        .stderr
        .lines()
        .filter(|line| line.contains('['))
        .collect();
    let is_of_text = |line: &&str| line.contains("[text/") || line.contains("half-empty");
    assert!(told.iter().all(is_of_text), "{told:?}");
    assert!(
        site.out("statements.json")
            .contains("ここはﾊﾞｽとﾏｲﾅﾝﾊﾞｰの話です。")
    );
}

#[test]
fn words_are_no_marks() {
    for (written, right) in [
        (
            "[佐藤]: 夕方の1時間を返してほしい。",
            "[佐藤]: 夕方の1時間を返してほしい。",
        ),
        (
            "参照*1、資料*2を見てほしい。",
            "参照*1、資料*2を見てほしい。",
        ),
        (
            "町は~~「旧計画」~~をやめ、~~「新計画」~~も。",
            "町は<s>「旧計画」</s>をやめ、<s>「新計画」</s>も。",
        ),
        ("<sato@shukai.test>へ。", "href=\"mailto:sato@shukai.test\""),
    ] {
        let page = page(written);
        assert!(page.contains(right), "{right}\n{page}");
    }
}

#[test]
fn lines_that_stand_by_themselves() {
    let line = "text/line-form";
    read_as(
        "日時：10月5日\n場所：公民館\n",
        line,
        "日時：10月5日\n\n場所：公民館\n",
    );
    let list = "text/list-form";
    read_as("−窓口\n−開館", list, "- 窓口\n- 開館");
    read_as("l　窓口\nl　開館", list, "- 窓口\n- 開館");
    read_as(
        "・短くしないよう、町に\n求めること\n・減らさないこと",
        list,
        "- 短くしないよう、町に\n求めること\n- 減らさないこと",
    );
    read_as(
        "https：//shukai.test/を見る。",
        "text/full-width",
        "https://shukai.test/を見る。",
    );
    read_as(
        "[窓口] (topic:privacy)",
        "text/full-width",
        "[窓口](topic:privacy)",
    );
    read_as(
        "[窓口](ｔｏｐｉｃ：privacy)",
        "text/full-width",
        "[窓口](topic:privacy)",
    );
}

#[test]
fn what_nothing_closes_is_told() {
    for (written, code) in [
        ("前の文。\n\n```\n後の文。", "text/unclosed-code"),
        (
            "引く[^1]。\n\n[^1]: 新聞。\n[^1]: 雑誌。",
            "text/repeated-footnote",
        ),
        ("{漢字|かんじと続く文。", "text/leftover-mark"),
        ("{|かん}の文。", "text/leftover-mark"),
        (
            "項目　　2020年　　2021年\n利用者　100人　　200人",
            "text/pasted-table",
        ),
        ("項目,2020年,2021年\n利用者,100,200", "text/pasted-table"),
        (
            "氏名\t住所\n佐藤\t\"青葉町\n1-2-3\"\n鈴木\t緑町",
            "text/pasted-table",
        ),
        (
            "┌──┬──┐\n│項目│年　│\n├──┼──┤\n│人　│百　│\n└──┴──┘",
            "text/pasted-table",
        ),
    ] {
        let site = Site::new().edited(ABOUT, TEXT, written);
        assert_eq!(site.codes(), [code], "{written}");
    }
    follows(
        ABOUT,
        TEXT,
        "文。\n===",
        "text/underlined-paragraph",
        "文。\n\n---",
    );
    let table = "|項目|年|\n|---|---|---|\n|人|百|";
    follows(
        ABOUT,
        TEXT,
        table,
        "text/pasted-table",
        "|項目|年|\n| --- | --- |\n|人|百|",
    );
}

#[test]
fn links_lead_where_they_are_meant_to() {
    let page = page("[x](<https://shukai.test/a b>)へ。");
    assert!(page.contains("https://shukai.test/a%20b"), "{page}");
    let link = "link/missing-file";
    follows(
        PATH,
        BODY,
        "[窓口](topics/privacy.ja.md)です。",
        link,
        "[窓口](topic:privacy)です。",
    );
}

#[test]
fn nobody_is_shown_who_did_not_agree() {
    let photo = |consent: &str| {
        format!("{NAME}\nphoto:\n  file: a.gif\n  alt: 山田さん\n  consent: {consent}")
    };
    let site = |consent: &str| {
        Site::new()
            .bytes("images/a.gif", crate::support::POINT)
            .edited(PATH, NAME, &photo(consent))
    };
    for (written, right) in [
        ("なし", "[]"),
        ("いいえ", "[]"),
        ("両方", "[web, print]"),
        ("[サイト, 紙]", "[web, print]"),
        ("[Web, Print]", "[web, print]"),
    ] {
        let site = site(written);
        site.run(&["check", "--no-leaflets", "--fix"]);
        let text = site.read(&format!("content/{PATH}"));
        assert!(
            text.contains(&format!("consent: {right}\n")),
            "{written}\n{text}"
        );
    }
    let told = site("たぶん")
        .run_in("ja", &["check", "--no-leaflets"])
        .stderr;
    assert!(
        told.contains("consent: []") && !told.contains("[web]"),
        "{told}"
    );
}

#[test]
fn days_that_cannot_be_read_are_not_made_up() {
    let date = "date: 2022-11-17";
    for (written, right) in [
        ("20221117", "date: 2022-11-17"),
        ("令4.11.17", "date: 2022-11-17"),
        ("二〇二二年十一月十七日", "date: 2022-11-17"),
    ] {
        let site = Site::new().edited(EVENT, date, &format!("date: {written}"));
        assert_eq!(site.codes(), ["front-matter/date-form"], "{written}");
        shows(written, &site, "front-matter/date-form", right);
    }
    let bad = "front-matter/bad-date";
    for (written, right) in [
        ("2024年10月5日 13時", "date: 2024-10-05"),
        ("24-10-05", "date: 2024-10-05"),
    ] {
        follows(EVENT, date, &format!("date: {written}"), bad, right);
    }
    for written in ["10月5日", "3月末"] {
        let site = Site::new().edited(EVENT, date, &format!("date: {written}"));
        let told = site.run_in("ja", &["check", "--no-leaflets"]).stderr;
        assert!(told.contains(bad) && !told.contains("\n  date:"), "{told}");
    }
    // A translation does not move the original to another day.
    let site = Site::new().edited(
        "speakers/yamada.en.md",
        "title:",
        "date: 2022-11-18\ntitle:",
    );
    assert_eq!(site.codes(), ["translation/contradiction"]);
}

#[test]
fn values_without_effect_are_told() {
    let marks = "front-matter/marks";
    follows(PATH, NAME, "name: \"{山田|やまだ}花子\"", marks, NAME);
    let title = "title: 保険証をなくさないで";
    follows(PATH, title, "title: 保険証を**なくさないで**", marks, title);
    // What is struck out may be a range: nothing that was said is deleted.
    let site = Site::new().edited(PATH, ORDER, "pull: 10時~~12時と13時~~15時\norder: 1");
    let told = site.run_in("ja", &["check", "--no-leaflets"]).stderr;
    assert!(
        told.contains(marks) && !told.contains("\n              pull:"),
        "{told}"
    );
    let site = Site::new().edited(PATH, ORDER, "pull: \"{返戻|へんれい}の話\"\norder: 1");
    assert_eq!(site.codes(), [""; 0]);
}

#[test]
fn values_in_the_forms_that_people_have() {
    let site = |line: &str| Site::with_settings(&format!("{line}\n"));
    let mended = |line: &str| {
        let site = site(line);
        site.run(&["check", "--no-leaflets", "--fix"]);
        let text = site.read("content/site.yaml");
        text.strip_prefix(SITE)
            .unwrap_or(&text)
            .trim_end()
            .to_owned()
    };
    for (written, right) in [
        (
            "call_to_action:\n  text: 署名を\n  url: [署名](https://shukai.test/s)",
            "call_to_action:\n  text: 署名を\n  url: https://shukai.test/s",
        ),
        (
            "call_to_action:\n  text: 署名を\n  count: {ja: 1,200筆, en: 1,200}",
            "call_to_action:\n  text: 署名を\n  count: {ja: \"1,200筆\", en: \"1,200\"}",
        ),
    ] {
        assert_eq!(mended(written), right, "{written}");
    }
    let read = Site::new().edited("site.yaml", "[ja, en]", "[ja-JP, en]");
    read.run(&["check", "--no-leaflets", "--fix"]);
    assert_eq!(read.read("content/site.yaml"), SITE);
    let url = "front-matter/bad-url";
    for (line, right) in [
        ("email: mailto:a@shukai.test", "email: a@shukai.test"),
        ("email: a@shukai.test（担当：佐藤）", "email: a@shukai.test"),
        ("url: https://shukai.test/x。", "url: https://shukai.test/x"),
        (
            "url: https://shukai.test/x（署名）",
            "url: https://shukai.test/x",
        ),
    ] {
        let site = site(&format!("publisher:\n  {line}"));
        shows(line, &site, url, right);
    }
    let source = "source:\n  title: 会報\n  note: 第3号";
    let flush = source.replace("  ", "");
    let site = Site::new().edited(PATH, ORDER, &format!("{ORDER}\n{flush}"));
    site.run(&["check", "--no-leaflets", "--fix"]);
    assert!(site.read(&format!("content/{PATH}")).contains(source));
    let topics = "topics:\n  privacy\n  access";
    let site = Site::new().edited(PATH, "topics: [privacy, access]", topics);
    assert_eq!(site.codes(), ["front-matter/list-form"]);
}

#[test]
fn what_something_is_called_is_known_everywhere() {
    let site = Site::new().edited(
        "topics/access.ja.md",
        "summary:",
        "related: [個人情報]\nsummary:",
    );
    shows(
        "related",
        &site,
        "front-matter/bad-slug",
        "related: [privacy]",
    );
    let leaflet = "---\ntitle: 一枚\nformat: a4\nspeakers: 山田花子\n---\n\n文です。\n";
    let site = Site::new().file("leaflets/x.ja.md", leaflet);
    let told = site.run_in("ja", &["check", "--no-leaflets"]).stderr;
    assert!(
        told.contains("speakers: [yamada]") && !told.contains("ありません"),
        "{told}"
    );
    let site = Site::new().edited(PATH, "topics: [privacy, access]", "topics: [zzz]");
    let told = site.run_in("ja", &["check", "--no-leaflets"]).stderr;
    assert!(told.contains("今あるもの：access、privacy"), "{told}");
}

#[test]
fn a_leaflet_whose_panels_are_wrong_is_not_printed() {
    let leaflet = "---\ntitle: 一枚\nformat: a4\npanels: [表紙]\n---\n\n文です。\n";
    let site = Site::new().file("leaflets/x.ja.md", leaflet);
    let told = site.run_in("ja", &["check"]).stderr;
    assert!(
        told.contains("leaflet/unknown-part") && !told.contains("preflight/"),
        "{told}"
    );
}

#[test]
fn files_of_other_programs() {
    let bytes = Site::new()
        .read(&format!("content/{PATH}"))
        .replace('\n', "\r\n");
    let site = Site::new().bytes(PATH, bytes.as_bytes());
    let run = site.run_in("ja", &["check", "--no-leaflets", "--fix"]);
    assert!(
        run.stderr.contains("直すところはありません")
            || run.stdout.contains("直すところはありません")
    );
    assert!(!site.has(&format!("content/{PATH}.bak")));
    let rtf = "{\\rtf1\\ansi name: 山田花子}";
    let site = Site::new().file(PATH, rtf);
    assert!(
        site.codes().contains(&"file/other-format".to_owned()),
        "{:?}",
        site.codes()
    );
    let site = Site::new().file("speakers/@eaDir/x.md", "x");
    assert_eq!(site.codes(), [""; 0]);
    let long = format!("speakers/{}.ja.md", "a".repeat(120));
    let site = Site::new().file(&long, "x");
    let told = site.run_in("ja", &["check", "--no-leaflets"]).stderr;
    assert!(told.contains("長すぎます"), "{told}");
}

#[test]
fn a_copy_is_no_translation() {
    let body = "---\nname: YAMADA Hanako\ntitle: Keep the card\nsummary: A card.\n---\n\nはじめに申し上げます。\n\n## A watched life {#watched}\n\n番号で暮らしが見えてしまいます。\n\n## At the counter {#counter}\n\nLong queues.\n";
    let site = Site::new().file("speakers/yamada.en.md", body);
    let run = site.run_in("en", &["translations", "--format", "json"]);
    let told = run
        .stdout
        .lines()
        .find(|line| line.contains("yamada.en.md"));
    let told = told.unwrap_or_else(|| panic!("{}", run.stdout));
    assert!(told.contains("\"untranslated\":2"), "{told}");
}
