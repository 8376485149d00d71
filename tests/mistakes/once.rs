//! One mistake is one message, at its place, with a remedy that works; what is not certain is never
//! mended into something else.

use super::says;
use crate::support::{POINT, SITE, Site, YAMADA_JA};

const PATH: &str = "speakers/yamada.ja.md";
const TOPICS: &str = "topics: [privacy, access]";
const SUMMARY: &str = "summary: 番号で暮らしが見られ、窓口は混乱します。";

/// All that is said of a site, which is so many messages of these codes.
pub(super) fn once(name: &str, site: &Site, codes: &[&str]) {
    says(&format!("once_{name}"), site);
    assert_eq!(site.codes(), codes, "{name}");
}

/// The same with a line in the place of another in a statement.
pub(super) fn line(name: &str, from: &str, to: &str, codes: &[&str]) {
    once(name, &Site::new().edited(PATH, from, to), codes);
}

/// What `--fix` makes of a statement with a line in the place of another; twice is once.
pub(super) fn fixed(from: &str, to: &str) -> (Site, String) {
    let site = Site::new().edited(PATH, from, to);
    site.run(&["check", "--no-leaflets", "--fix"]);
    let text = site.read(&format!("content/{PATH}"));
    site.run(&["check", "--no-leaflets", "--fix"]);
    assert_eq!(site.read(&format!("content/{PATH}")), text);
    (site, text)
}

/// A line that is mended into another, after which nothing is wrong.
pub(super) fn mends(from: &str, to: &str, right: &str) {
    let (site, text) = fixed(from, to);
    assert_eq!(text, YAMADA_JA.replace(from, right), "{to}");
    assert_eq!(site.codes(), [""; 0], "{to}");
}

/// A line that `--fix` leaves alone.
pub(super) fn stays(from: &str, to: &str) {
    assert_eq!(fixed(from, to).1, YAMADA_JA.replace(from, to));
}

#[test]
fn a_value_that_an_empty_line_tears() {
    let torn = "summary: 番号で暮らしが見られると述べた。\n\n「窓口」も守ってほしい。";
    let to = format!("{torn}\nkind: summary");
    line("torn", SUMMARY, &to, &["front-matter/syntax"]);
    // The line that is shown, in the place of what it joins.
    let right = "summary: 番号で暮らしが見られると述べた。「窓口」も守ってほしい。\nkind: summary";
    assert_eq!(Site::new().edited(PATH, SUMMARY, right).codes(), [""; 0]);
    for (torn, shown, right) in [
        (
            "photo:\n  file: a.gif\n  alt: 演壇で\n\n話す人\n  consent: [web]",
            "  alt: 演壇で話す人",
            "photo:\n  file: a.gif\n  alt: 演壇で話す人\n  consent: [web]",
        ),
        (
            "source:\n  title: 会報\n\n第3号\nkind: summary",
            "  title: 会報第3号",
            "source:\n  title: 会報第3号\nkind: summary",
        ),
        (
            "reading: \"やまだ\n\nはなこ\"\nkind: summary",
            "reading: \"やまだはなこ\"",
            "reading: \"やまだはなこ\"\nkind: summary",
        ),
        // Below languages it is no more of any of them for certain.
        (
            "affiliation:\n  ja: 会\n  en: A group\n\nの者\nkind: summary",
            "# の者",
            "affiliation:\n  ja: 会\n  en: A group\n\n# の者\nkind: summary",
        ),
    ] {
        let site = Site::new().bytes("images/a.gif", POINT);
        let site = site.edited(PATH, SUMMARY, &format!("{SUMMARY}\n{torn}"));
        assert_eq!(site.codes(), ["front-matter/syntax"], "{torn}");
        let said = site.run_in("ja", &["check", "--no-leaflets"]).stderr;
        assert!(said.contains(&format!(" {shown}\n")), "{said}");
        let site = site.edited(PATH, torn, right);
        assert_eq!(site.codes(), [""; 0], "{right}");
    }
    // Without the second `---` the end is told once the value is whole.
    let text = YAMADA_JA
        .replace(SUMMARY, &to)
        .replace("summary\n---\n", "summary\n");
    let site = Site::new().file(PATH, &text);
    assert_eq!(site.codes(), ["front-matter/syntax"]);
}

#[test]
fn keys_below_the_front_matter() {
    let to = format!("{SUMMARY}\n---\n\nkind: summary\ndate: 2022-11-17");
    let text = YAMADA_JA.replace(&format!("{SUMMARY}\n---"), &to);
    once(
        "keys_in_text",
        &Site::new().file(PATH, &text),
        &["text/keys"],
    );
}

#[test]
fn a_list_in_two_places() {
    line(
        "list_in_two",
        TOPICS,
        "topics: privacy\n- access",
        &["front-matter/list-form"],
    );
    mends(TOPICS, "topics: privacy\n- access", TOPICS);
    mends(TOPICS, "topics: privacy\n  - access", TOPICS);
    mends(TOPICS, "topics: [privacy]\n・access", TOPICS);
    stays(TOPICS, "topics: 個人情報\n- access");
}

#[test]
fn topics_by_what_they_are_called() {
    let name = "front-matter/bad-slug";
    line(
        "topics_by_title",
        TOPICS,
        "topics: [個人情報、受診のしやすさ]",
        &[name],
    );
    line(
        "topics_by_file",
        TOPICS,
        "topics: [Privacy, access.ja.md, ａｃｃｅｓｓ]",
        &[name],
    );
    line(
        "topics_without_brackets",
        TOPICS,
        "topics: 個人情報、食料",
        &[name],
    );
    line(
        "topics_several_by_title",
        TOPICS,
        "topics: [個人情報, 食料, 受診のしやすさ]",
        &[name],
    );
    for empty in ["[\"\"]", "[\"\", access]", "[access, \"・\"]"] {
        let site = Site::new().edited(PATH, TOPICS, &format!("topics: {empty}"));
        assert!(site.codes().contains(&name.to_owned()), "{empty}");
    }
    line(
        "topics_and_an_empty_one",
        TOPICS,
        "topics: [\"\", privacy, access]",
        &[name],
    );
    for written in [
        "[個人情報、受診のしやすさ]",
        "［Privacy、access］",
        "個人情報、食料",
    ] {
        stays(TOPICS, &format!("topics: {written}"));
    }
}

#[test]
fn marks_of_headings() {
    let heading = "## 窓口の混乱 {#counter topic=access}";
    let to = |marks: &str| format!("## 窓口の混乱 {marks}");
    let marks = to("{#counter .night topik=受診のしやすさ}");
    line(
        "heading_marks",
        heading,
        &marks,
        &["text/unknown-attribute"],
    );
    line(
        "heading_topic",
        heading,
        &to("{#counter topic=受診のしやすさ}"),
        &["front-matter/bad-slug"],
    );
    line(
        "heading_unclosed",
        heading,
        &to("{#counter topic=access"),
        &["text/heading-form"],
    );
    mends(heading, &to("{#counter topic=access"), heading);
}

#[test]
fn indentation() {
    let title = "title: {ja: 集会の記録, en: Rally report}";
    let site = Site::new().edited(
        "site.yaml",
        title,
        "title:\nja: 集会の記録\n  en: Rally report",
    );
    once("indent_lost", &site, &["front-matter/indent"]);
    let publisher = |lead: &str| {
        let lines = "  address: 町\n  phone: 03-1234-5678\n  email: a@shukai.test\n";
        SITE.to_owned() + "publisher:\n" + lead + "name: 会\n" + lines
    };
    let site = Site::new().file("site.yaml", &publisher("   "));
    once("indent_odd", &site, &["front-matter/indent"]);
    site.run(&["check", "--no-leaflets", "--fix"]);
    assert_eq!(site.read("content/site.yaml"), publisher("  "));
    let block = "summary: |\n番号で暮らしが見られます。\n窓口は混乱します。";
    line(
        "block_at_the_margin",
        SUMMARY,
        block,
        &["front-matter/indent"],
    );
    mends(
        SUMMARY,
        block,
        "summary: |\n  番号で暮らしが見られます。\n  窓口は混乱します。",
    );
    // As Windows ends lines, too.
    let text = YAMADA_JA.replace(SUMMARY, block).replace('\n', "\r\n");
    let site = Site::new().file(PATH, &text);
    assert_eq!(site.codes(), ["front-matter/indent"]);
    let said = site.run_in("ja", &["check", "--no-leaflets"]).stderr;
    assert!(!said.contains('\r'), "{said:?}");
}

#[test]
fn settings() {
    let with = |text: &str| Site::new().file("site.yaml", text);
    once("settings_empty", &with(""), &["front-matter/missing-key"]);
    let fences = format!("---\n{SITE}---\n");
    let site = with(&fences);
    once(
        "settings_fences",
        &site,
        &["front-matter/fence", "front-matter/fence"],
    );
    site.run(&["check", "--no-leaflets", "--fix"]);
    assert_eq!(site.read("content/site.yaml"), SITE);
    let edit = |from: &str, to: &str| Site::new().edited("site.yaml", from, to);
    let site = edit("languages:", "laguages:");
    once("settings_misspelt", &site, &["front-matter/unknown-key"]);
    let site = edit("https://shukai.test/rally/", "shukai.test");
    once("settings_address", &site, &["front-matter/bad-url"]);
    let site = edit("[ja, en]", "[ja, english]");
    once("settings_language", &site, &["front-matter/bad-choice"]);
    let site = edit("event: rally", "event: rally\ncolors:\n  accent: 青");
    once("settings_colour", &site, &["front-matter/bad-choice"]);
    let contact = "event: rally\npublisher:\n  email: info＠shukai．test\n  phone: 03-3456-78901";
    let site = edit("event: rally", contact);
    once(
        "settings_contact",
        &site,
        &["front-matter/bad-url", "text/telephone"],
    );
    let site = Site::new().file("site.yaml.txt", SITE);
    once("settings_twice", &site, &["file/copy"]);
    let site = Site::new().without("site.yaml").file("site (1).yaml", SITE);
    once("settings_copy", &site, &["file/name"]);
}

#[test]
fn front_matter_without_its_lines() {
    let text = YAMADA_JA.replace("---\n", "");
    once(
        "fences_both_missing",
        &Site::new().file(PATH, &text),
        &["front-matter/missing"],
    );
    let lines = format!(
        "---\n{}",
        text.replace("します。\n\nはじめに", "します。\n---\n\nはじめに")
    );
    assert_eq!(Site::new().file(PATH, &lines).codes(), [""; 0]);
}

#[test]
fn values() {
    let order = "order: 1";
    line(
        "number_wide",
        order,
        "order: ３番",
        &["front-matter/wrong-type"],
    );
    stays(order, "order: ３番");
    line(
        "wide_remark",
        order,
        "order: 1\nrole: 世話人　＃要確認",
        &["front-matter/cut-off"],
    );
    let title = "title: 保険証をなくさないで";
    line(
        "lone_quote",
        title,
        "title: 保険証をなくさないで\"",
        &["front-matter/curly-quotes"],
    );
    mends(
        title,
        "title: \"保険証をなくさないで”",
        "title: \"保険証をなくさないで\"",
    );
    let braces = "title: ｛ja：保険証をなくさないで、en：Keep it｝";
    line("wide_braces", title, braces, &["front-matter/full-width"]);
    mends(
        title,
        braces,
        "title: {ja: 保険証をなくさないで, en: Keep it}",
    );
    mends(order, "order: 1\nkind: 要約", "order: 1\nkind: summary");
    let foreign = "order: 1\nvenue: 会館\nattendance: 400人";
    line(
        "foreign_keys",
        order,
        foreign,
        &["front-matter/unknown-key"],
    );
    let photo = "order: 1\nphoto: [a.gif, 山田さん]";
    let site = Site::new()
        .bytes("images/a.gif", POINT)
        .edited(PATH, order, photo);
    once("photo_as_list", &site, &["front-matter/wrong-type"]);
    let leaflet = "---\ntitle: 題\nformat: B4\n---\n\n本文\n";
    let site = Site::new().file("leaflets/x.ja.md", leaflet);
    once("format_unknown", &site, &["front-matter/bad-choice"]);
}

#[test]
fn text() {
    let text = "受付に長い列ができます。";
    let table = "| 年 | 人数 |\n| 2020 | 30 |";
    line("table_without_rule", text, table, &["text/pasted-table"]);
    let html = "<font color=\"red\">列</font>が<br>できます。\n\n<u>長い</u>列。";
    line("html", text, html, &["text/raw-html"]);
    line(
        "unsettled",
        text,
        "【要確認】本当か。○○町の××さん、TODO",
        &["text/unfilled", "text/unfilled"],
    );
    line(
        "picture_of_computer",
        text,
        "![図](file:///C:/Users/a/yamada.png)",
        &["image/missing"],
    );
    let site = Site::new().bytes("images/yamada.gif", POINT);
    let site = site.edited(
        PATH,
        text,
        "![図](../images/ｙａｍａｄａ.gif)\n\n![図](../images/yamada)",
    );
    once("picture_near", &site, &["image/missing", "image/missing"]);
}

#[test]
fn one_cause_at_many_places() {
    let gone = Site::new()
        .without("topics/access.ja.md")
        .without("topics/access.en.md");
    once("topic_gone", &gone, &["front-matter/unknown-reference"]);
    let orphan = Site::new()
        .without(PATH)
        .file(
            "leaflets/x.ja.md",
            "---\ntitle: 題\nformat: a4\nspeakers: [yamada]\n---\n\n本文\n",
        )
        .edited(
            "pages/about.ja.md",
            "集会の記録です。",
            "[山田](speaker:yamada)さん",
        );
    once("original_gone", &orphan, &["translation/orphan"]);
    let mut folder = Site::new();
    for name in ["yamada", "tanaka"] {
        for lang in ["ja", "en"] {
            let text = folder.read(&format!("content/speakers/{name}.{lang}.md"));
            folder = folder.without(&format!("speakers/{name}.{lang}.md"));
            folder = folder.file(&format!("Speakers/{name}.{lang}.md"), &text);
        }
    }
    let folder = folder.edited(
        "pages/about.ja.md",
        "集会の記録です。",
        "[山田](speaker:yamada)さん",
    );
    once("folder_capital", &folder, &["file/misplaced"]);
    let run = folder.run(&["build", "--no-leaflets"]);
    assert_eq!(run.status, 1, "{}", run.stderr);
    let picture =
        Site::new()
            .bytes("speakers/a.gif", POINT)
            .edited(PATH, "受付に", "![列](a.gif)受付に");
    once("picture_misplaced", &picture, &["file/name"]);
}

#[test]
fn a_mistake_does_not_make_a_translation_stale() {
    let site = Site::new();
    let site = site.edited(
        "topics/access.en.md",
        "name:",
        "translation:\n  of: 0000-0000\nname:",
    );
    let run = site.run_in("ja", &["check", "--no-leaflets"]);
    let (_, line) = run.stderr.rsplit_once("of: ").unwrap();
    let of = line.lines().next().unwrap().trim();
    let site = site.edited("topics/access.en.md", "0000-0000", of);
    assert_eq!(site.codes(), [""; 0]);
    let summary = "summary: 医療を受けられることについて。\n";
    let site = site.edited("topics/access.ja.md", summary, "");
    once("whole_original", &site, &["front-matter/missing-key"]);
}

#[test]
fn drafts_are_looked_at() {
    let text = "---\nname: 鈴木\ntopics: [nai]\ndraft: true\n---\n\n本文\n";
    let site = Site::new().file("speakers/suzuki.ja.md", text);
    once(
        "draft",
        &site,
        &["front-matter/missing-key", "front-matter/unknown-reference"],
    );
    assert_eq!(site.build().status, 0);
    let site = Site::new().file("events/x.ja.md", "---\nname: 集い\ndraft: true\n---\n");
    once("draft_event_dateless", &site, &["front-matter/missing-key"]);
}

#[test]
fn a_copy_of_a_persons_file_among_statements() {
    let text = YAMADA_JA.replace("name:", "reading: やまだ はなこ\nevent: rally\nname:");
    let site = Site::new().file("statements/rally/yamada.ja.md", &text);
    once("copied_person", &site, &["front-matter/unknown-key"]);
}

#[test]
fn a_copy_of_a_leaflet_among_pages() {
    // People have topics, too; the key of an event is no leaflet's.
    let keys = "topics: [access]\nformat: b5\nspeakers: [yamada]\nedition: print\nvenue: 会館";
    let text = format!("---\ntitle: 覚え書き\n{keys}\n---\n\n本文\n");
    let codes = ["front-matter/unknown-key"; 2];
    let site = Site::new().file("pages/notes.ja.md", &text);
    once("copied_leaflet", &site, &codes);
}

#[test]
fn a_picture_that_nobody_has_agreed_to_is_looked_at() {
    let photo = "order: 1\nphoto:\n  file: a.png\n  alt: 山田";
    let site = Site::new()
        .bytes("images/a.png", b"")
        .edited(PATH, "order: 1", photo);
    let mut codes = site.codes();
    codes.sort();
    assert_eq!(codes, ["image/foreign-format", "image/no-consent"]);
    let away = photo.replace("a.png", "https://shukai.test/a.png");
    line("photo_outside", "order: 1", &away, &["image/outside"]);
}

#[test]
fn names_of_files() {
    let text = "---\ntitle: 覚え書き\n---\n\n本文\n";
    let page = |name: &str| Site::new().file(&format!("pages/{name}"), text);
    once("name_jp", &page("notes.jp.md"), &["file/name"]);
    once(
        "name_copy_first",
        &page("コピー ～ about.ja.md"),
        &["file/copy"],
    );
    once(
        "name_in_cloud",
        &page(".notes.ja.md.icloud"),
        &["file/name"],
    );
    let run = page("Copy-paste.ja.md").run_in("en", &["check", "--no-leaflets"]);
    assert!(run.stderr.contains("`copy-paste.ja.md`"), "{}", run.stderr);
    for copy in ["Copy of site.yaml", "コピー ～ site.yaml"] {
        let site = Site::new().without("site.yaml").file(copy, SITE);
        assert_eq!(site.codes(), ["file/name"], "{copy}");
    }
    let site = Site::new().file("images/.photo.gif.icloud", "x");
    let site = site.edited(PATH, "受付に", "![列](../images/photo.gif)受付に");
    assert_eq!(site.codes(), ["file/name"]);
    let site = Site::new().file("speakers/山田花子.docx", "x");
    let site = site.without("speakers/yamada.en.md");
    once("name_document", &site, &["file/name"]);
    // The name that is shown is nobody's.
    let run = site.run_in("ja", &["check", "--no-leaflets"]);
    assert!(
        run.stderr.contains("speakers/yamada-2.ja.md"),
        "{}",
        run.stderr
    );
}
