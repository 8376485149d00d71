//! Mistakes by their kinds, several of each: what is certain is read as meant and mended, and the
//! lines that are shown for the rest work as they stand.

use super::once::{fixed, line, mends, once, stays};
use crate::support::{SITE, Site, YAMADA_JA};

const PATH: &str = "speakers/yamada.ja.md";
const NAME: &str = "name: 山田花子";
const TITLE: &str = "title: 保険証をなくさないで";
const SUMMARY: &str = "summary: 番号で暮らしが見られ、窓口は混乱します。";

/// What `--fix` makes of such settings; twice is once.
fn fixed_settings(lines: &str) -> String {
    let site = Site::with_settings(lines);
    site.run(&["check", "--no-leaflets", "--fix"]);
    let text = site.read("content/site.yaml");
    site.run(&["check", "--no-leaflets", "--fix"]);
    assert_eq!(site.read("content/site.yaml"), text);
    text.strip_prefix(SITE).expect("the rest").to_owned()
}

/// All that is said in a language.
fn said(site: &Site, lang: &str) -> String {
    site.run_in(lang, &["check", "--no-leaflets"]).stderr
}

#[test]
fn languages_are_those_of_the_site() {
    let code = ["front-matter/bad-choice"];
    let site = Site::with_settings("publisher:\n  address: {jp: 町, en: Town}\n");
    once("kinds_language_unknown", &site, &code);
    for (lines, right) in [
        ("publisher:\n  address:\n    jp: 町\n", "ja: 町"),
        ("copyright:\n  jpn: 会\n", "ja: 会"),
        ("description:\n  ja: 文\n  eng: Text\n", "en: Text"),
        ("description: {日本語: 文}\n", "ja: 文"),
    ] {
        let site = Site::with_settings(lines);
        assert_eq!(site.codes(), code, "{lines}");
        let said = said(&site, "ja");
        assert!(said.contains(&format!("  {right}\n")), "{said}");
    }
    // What stands there already is not offered.
    let site = Site::with_settings("description: {ja: 文, jp: 文}\n");
    assert!(!said(&site, "ja").contains("ことでしょうか"));
    for (lines, right) in [
        (
            "title:\n  ja: x\ndescription:\n  日本語: 文\n",
            "title:\n  ja: x\ndescription:\n  ja: 文\n",
        ),
        (
            "publisher:\n  name:\n    ja: 会\n  address:\n    Ja: 町\n",
            "publisher:\n  name:\n    ja: 会\n  address:\n    ja: 町\n",
        ),
    ] {
        assert_eq!(fixed_settings(lines), right);
    }
}

#[test]
fn keys_below_a_text_by_languages() {
    let phone = "publisher:\n  phone:\n    ja: 03-1234-5678\n    en: \"03-1234-5678\"\n";
    let site = Site::with_settings(&format!("{phone}  mail: a@shukai.test\n"));
    once(
        "kinds_key_after_languages",
        &site,
        &["front-matter/unknown-key"],
    );
    for key in ["mail", "fax", "web", "memo", "x"] {
        let lines = format!("{phone}  {key}: a@shukai.test\n");
        assert_eq!(
            Site::with_settings(&lines).codes(),
            ["front-matter/unknown-key"],
            "{key}"
        );
        assert_eq!(fixed_settings(&lines), lines);
    }
    let source = format!("{SUMMARY}\nsource:\n  title:\n    ja: 会報\n  nota: 覚え書き");
    assert_eq!(
        Site::new().edited(PATH, SUMMARY, &source).codes(),
        ["front-matter/unknown-key"]
    );
    stays(SUMMARY, &source);
    // A key that is there already is not offered a second time.
    let lines = "publisher:\n  email: a@shukai.test\n  mail: b@shukai.test\n";
    assert!(
        !said(&Site::with_settings(lines), "ja").contains("email: b@"),
        "{lines}"
    );
}

#[test]
fn a_blank_too_many_below_a_text_by_languages() {
    let phone = "publisher:\n  phone:\n    ja: 03-1234-5678\n    en: \"03-1234-5678\"\n";
    let site = Site::with_settings(&format!("{phone}   email: a@shukai.test\n"));
    once("kinds_blank_too_many", &site, &["front-matter/indent"]);
    for (lines, right) in [
        ("   email: a@shukai.test\n", "  email: a@shukai.test\n"),
        (
            "   address:\n    ja: 町\n    en: Town\n",
            "  address:\n    ja: 町\n    en: Town\n",
        ),
        (
            "   address:\n     ja: 町\n     en: Town\n  email: a@shukai.test\n",
            "  address:\n     ja: 町\n     en: Town\n  email: a@shukai.test\n",
        ),
        (" copyright: 会\n", "copyright: 会\n"),
    ] {
        let site = Site::with_settings(&format!("{phone}{lines}"));
        assert_eq!(site.codes(), ["front-matter/indent"], "{lines}");
        assert_eq!(
            fixed_settings(&format!("{phone}{lines}")),
            format!("{phone}{right}")
        );
    }
    // Of a key that there is not nobody knows where it belongs.
    let lines = format!("{phone}   mail: a@shukai.test\n");
    once(
        "kinds_uneven",
        &Site::with_settings(&lines),
        &["front-matter/syntax"],
    );
    assert_eq!(fixed_settings(&lines), lines);
}

#[test]
fn addresses() {
    let site = |url: &str| Site::new().edited("site.yaml", "https://shukai.test/rally/", url);
    for url in [
        "https:/shukai.test/rally/",
        "https//shukai.test/rally/",
        "https:///shukai.test/rally/",
        "https://https://shukai.test/rally/",
        "https://https/shukai.test/rally/",
        "ttps://shukai.test/rally/",
        "shukai.test/rally",
    ] {
        let site = site(url);
        assert_eq!(site.codes(), ["front-matter/bad-url"], "{url}");
        let said = said(&site, "ja");
        assert!(
            said.contains("  base_url: https://shukai.test/rally/\n"),
            "{said}"
        );
    }
    for url in [
        "未定",
        "準備中",
        "https://未定/",
        "なし",
        "（仮）shukai.test",
        "a@shukai.test",
        "index.html",
    ] {
        let site = site(url);
        assert_eq!(site.codes(), ["front-matter/bad-url"], "{url}");
        let said = said(&site, "ja");
        assert!(said.contains("行ごと消してください"), "{said}");
    }
    let wide = site("https：／／shukai．test／rally／");
    assert_eq!(wide.codes(), ["front-matter/full-width"]);
    wide.run(&["check", "--no-leaflets", "--fix"]);
    assert_eq!(wide.read("content/site.yaml"), SITE);
    let source = format!("{SUMMARY}\nsource:\n  title: 会報\n  url: https:/shukai.test/a");
    line("kinds_address", SUMMARY, &source, &["front-matter/bad-url"]);
    let text = "受付に長い列ができます。";
    for address in [
        "www.shukai.test",
        "shukai.test/a.html?b=c#d",
        "https:/shukai.test/a",
    ] {
        let site = Site::new().edited(PATH, text, &format!("[つどい]({address})の列。"));
        assert_eq!(site.codes(), ["link/missing-file"], "{address}");
        let right = address.replace("https:/", "");
        let said = said(&site, "ja");
        assert!(said.contains(&format!("(https://{right})")), "{said}");
    }
}

#[test]
fn what_a_hash_cuts_off() {
    let code = ["front-matter/cut-off"];
    line(
        "kinds_remark",
        TITLE,
        "title: 保険証をなくさないで # 仮題",
        &code,
    );
    let event = |lines: &str| Site::new().edited("events/rally.ja.md", "venue: 会館", lines);
    once(
        "kinds_remark_in_list",
        &event("organisers:\n  - 見本の会 #守ろう保険証\n  - 友の会"),
        &code,
    );
    for lines in [
        "venue: 会館 #1",
        "venue: 会館 # （仮）",
        "organisers:\n- 見本の会 # 予定",
    ] {
        assert_eq!(event(lines).codes(), code, "{lines}");
    }
    // Behind what is no text it is a remark.
    for (from, to) in [("order: 1", "order: 1 # 初め"), ("order: 1", "order: 1 #")] {
        assert_eq!(Site::new().edited(PATH, from, to).codes(), [""; 0], "{to}");
    }
    let topics = "topics: [privacy, access]";
    let to = "topics: [privacy #仮, access]";
    line("kinds_hash_in_names", topics, to, &["front-matter/syntax"]);
    let site = Site::new().edited(
        "topics/privacy.ja.md",
        "summary:",
        "terms: [番号, 名簿 #仮]\nsummary:",
    );
    once("kinds_hash_in_list", &site, &["front-matter/syntax"]);
}

#[test]
fn backslashes_between_quotation_marks() {
    mends(TITLE, "title: \"夕方\\の1時間\"", "title: '夕方\\の1時間'");
    line(
        "kinds_backslash",
        TITLE,
        "title: \"みほん町\\公民館\"",
        &["front-matter/needs-quotes"],
    );
    let photo =
        |file: &str| format!("order: 1\nphoto:\n  file: {file}\n  alt: 演壇\n  consent: [web]");
    let (site, text) = fixed("order: 1", &photo("\"C:\\Users\\a\\new.jpg\""));
    assert!(text.contains("file: 'C:\\Users\\a\\new.jpg'"), "{text}");
    assert_eq!(site.codes(), ["image/missing"]);
    // Some of them begin signs.
    line(
        "kinds_backslashes",
        TITLE,
        "title: \"一\\n二\\の三\"",
        &["front-matter/syntax"],
    );
    stays(TITLE, "title: \"一\\n二\\の三\"");
}

#[test]
fn colons() {
    let key = "front-matter/key-form";
    for to in [
        "name:: 山田花子",
        "name: : 山田花子",
        "name：：山田花子",
        "name ::山田花子",
    ] {
        mends(NAME, to, NAME);
    }
    line("kinds_two_colons", NAME, "name:: 山田花子", &[key]);
    mends(TITLE, "title: :-)", "title: :-)");
    let code = ["front-matter/syntax"];
    line("kinds_no_colon", NAME, "name 山田花子", &code);
    for to in [
        "name= 山田花子",
        "名前 山田花子",
        "name　山田花子",
        "Name 山田花子",
    ] {
        let site = Site::new().edited(PATH, NAME, to);
        assert_eq!(site.codes(), code, "{to}");
        assert!(said(&site, "ja").contains("  name: 山田花子\n"), "{to}");
        stays(NAME, to);
    }
    once(
        "kinds_no_colon_of_many",
        &Site::with_settings("publisher\n  name: 会\n"),
        &code,
    );
    let inner = Site::with_settings("publisher:\n  name: 会\n  address 町\n");
    assert_eq!(inner.codes(), code);
    assert!(said(&inner, "en").contains("    address: 町\n"));
    // Text goes on with such words, too.
    line(
        "kinds_no_colon_or_text",
        SUMMARY,
        "summary: This was the\nevent of the year.",
        &code,
    );
    mends(
        TITLE,
        "title:\n  ja 保険証をなくさないで\n  en: Keep it",
        "title:\n  ja: 保険証をなくさないで\n  en: Keep it",
    );
    mends(
        TITLE,
        "title:\n  ja 保険証をなくさないで\n  en Keep it",
        "title:\n  ja: 保険証をなくさないで\n  en: Keep it",
    );
    stays(TITLE, "title:\n  en route");
}

#[test]
fn a_value_above_keys() {
    let code = ["front-matter/syntax"];
    once(
        "kinds_value_above",
        &Site::with_settings("publisher: 会\n  address: 町\n"),
        &code,
    );
    once(
        "kinds_text_above",
        &Site::with_settings("description: 文\n  en: Text\n"),
        &code,
    );
    for (lines, inner) in [
        ("publisher: 会\n  name: 団体\n", "# 会"),
        (
            "call_to_action: 署名を\n  url: https://shukai.test/a\n",
            "text: 署名を",
        ),
    ] {
        let site = Site::with_settings(lines);
        assert_eq!(site.codes(), code, "{lines}");
        assert!(
            said(&site, "ja").contains(&format!("                {inner}\n")),
            "{inner}"
        );
    }
    // A remark that its keys were left below.
    once(
        "kinds_without_parent",
        &Site::with_settings("# publisher\n  name: 会\n  address: 町\n"),
        &code,
    );
}

#[test]
fn a_key_beside_its_parent() {
    mends(
        SUMMARY,
        &format!("{SUMMARY}\nsource:\ntitle: 会報\n  note: 第3号"),
        &format!("{SUMMARY}\nsource:\n  title: 会報\n  note: 第3号"),
    );
}

#[test]
fn unclosed_quotation_marks() {
    let lines =
        "description:\n  ja: 文\n  en: \"Our library\n\n# サイトを1文で説明する\"\ncopyright: 会\n";
    let site = Site::with_settings(lines);
    once("kinds_unclosed", &site, &["front-matter/syntax"]);
    let url = "call_to_action:\n  text: 署名を\n  url: \"https://shukai.test/a\n  # 締め切り\"\n";
    assert!(said(&Site::with_settings(url), "ja").contains("    url: \"https://shukai.test/a\"\n"));
}

#[test]
fn quotation_marks_that_do_not_fit() {
    let right = "title: \"the library's hours\"";
    for to in [
        "title: 'the library's hours'",
        "title: 'the library's hours\"",
        "title: \"the library's hours'",
    ] {
        mends(TITLE, to, right);
    }
    line(
        "kinds_apostrophe",
        TITLE,
        "title: 'the library's hours'",
        &["front-matter/curly-quotes"],
    );
    for same in [
        "title: 'it''s ours'",
        "title: \"it's ours\"",
        "title: '「\"」の話'",
    ] {
        mends(TITLE, same, same);
    }
}

#[test]
fn a_key_written_as_an_item() {
    mends(NAME, "- name: 山田花子", NAME);
    let items = YAMADA_JA
        .replace("name: ", "- name: ")
        .replace("title: ", "- title: ");
    let site = Site::new().file(PATH, &items);
    assert_eq!(site.codes(), ["front-matter/key-form"]);
    let remark = "---\n# 発言者。\n- name: 佐藤\n  affiliation: 会\n---\n";
    let site = Site::new().file("speakers/sato.ja.md", remark);
    once("kinds_item", &site, &["front-matter/key-form"]);
    site.run(&["check", "--no-leaflets", "--fix"]);
    let text = "---\n# 発言者。\nname: 佐藤\naffiliation: 会\n---\n";
    assert_eq!(site.read("content/speakers/sato.ja.md"), text);
    // Two persons are no one person.
    let two = "---\n- name: 佐藤\n- name: 鈴木\n---\n";
    let site = Site::new().file("speakers/sato.ja.md", two);
    assert_eq!(site.codes(), ["front-matter/syntax"]);
    site.run(&["check", "--no-leaflets", "--fix"]);
    assert_eq!(site.read("content/speakers/sato.ja.md"), two);
}

#[test]
fn a_remark_before_the_first_key() {
    let text = YAMADA_JA.replacen("---\n", "# 発言者。\n", 1);
    let site = Site::new().file(PATH, &text);
    assert_eq!(site.codes(), ["front-matter/fence"]);
    site.run(&["check", "--no-leaflets", "--fix"]);
    assert_eq!(
        site.read(&format!("content/{PATH}")),
        format!("---\n{text}")
    );
    let none = text.replace("---\n", "");
    assert_eq!(
        Site::new().file(PATH, &none).codes(),
        ["front-matter/missing"]
    );
    let body = YAMADA_JA.rsplit_once("---\n").expect("a body").1;
    once(
        "kinds_no_keys",
        &Site::new().file(PATH, body),
        &["front-matter/missing"],
    );
    let event = Site::new().file("events/haru.ja.md", "");
    once("kinds_no_keys_of_event", &event, &["front-matter/missing"]);
}

#[test]
fn a_wrong_name_is_one_mistake() {
    for name in [
        "Yamada.ja.md",
        "yamada.JA.md",
        "yamada.ja.md.txt",
        "yamada.ja.txt",
        "yamada.jp.md",
        "yamada.md",
        "yamada_ja.md",
        "山田.ja.md",
    ] {
        let site = marked()
            .without(PATH)
            .file(&format!("speakers/{name}"), YAMADA_JA);
        assert_eq!(site.codes(), ["file/name"], "{name}");
    }
    let site = marked()
        .without(PATH)
        .file("speakers/yamada_ja.md", YAMADA_JA);
    once("kinds_name_no_dot", &site, &["file/name"]);
    let english = marked().read("content/speakers/yamada.en.md");
    let site = marked().without(PATH).without("speakers/yamada.en.md");
    let site = site
        .file("発言者/yamada.ja.md", YAMADA_JA)
        .file("発言者/yamada.en.md", &english);
    once("kinds_folder_japanese", &site, &["file/misplaced"]);
    // Half of the folder.
    let site = marked()
        .without(PATH)
        .file("発言者/yamada.ja.md", YAMADA_JA);
    assert_eq!(site.codes(), ["file/misplaced"]);
    // An orphan is told at the key that makes it one.
    let site = marked().without(PATH);
    let said = said(&site, "en");
    assert!(
        said.contains("translation/orphan") && said.contains("translation:\n"),
        "{said}"
    );
}

/// The minimal site whose English statement says what it translates.
fn marked() -> Site {
    let site = Site::new();
    site.edited(
        "speakers/yamada.en.md",
        "name:",
        "translation:\n  status: draft\nname:",
    )
}
