//! Text as it is written, and what it may not do: furigana, HTML, code, drafts.

use super::saying;
use crate::support::html::assert_whole;
use crate::support::{Site, is_a};

#[test]
fn line_ends_and_byte_order_marks_change_nothing() {
    let site = Site::new();
    site.build_with(&["--out", "plain"]);
    for (name, bytes) in site.tree("content") {
        let text = String::from_utf8(bytes).unwrap().replace('\n', "\r\n");
        site.write(
            &format!("content/{name}"),
            format!("\u{feff}{text}").as_bytes(),
        );
    }
    site.build();
    let (plain, windows) = (site.tree("plain"), site.tree("public"));
    let differing: Vec<_> = plain
        .keys()
        .filter(|name| plain.get(*name) != windows.get(*name))
        .collect();
    assert_eq!(differing, [""; 0]);
}

#[test]
fn furigana_is_ruby() {
    let site = saying("レセプトの{返戻|へんれい}です。", "Text.")
        .edited(
            "speakers/yamada.ja.md",
            "title: 保険証を",
            "title: \"{保険証|ほけんしょう}を",
        )
        .edited(
            "speakers/yamada.ja.md",
            "なくさないで\n",
            "なくさないで\"\n",
        );
    site.build();
    let page = site.out("speakers/yamada.html");
    assert!(page.contains("<ruby>返戻<rp>（</rp><rt>へんれい</rt><rp>）</rp></ruby>"));
    assert!(page.contains("<ruby>保険証<rp>"));
    let title = page
        .split("<title>")
        .nth(1)
        .and_then(|rest| rest.split("</title>").next())
        .unwrap();
    assert!(
        title.starts_with("保険証をなくさないで") || title.contains("山田花子"),
        "{title}"
    );
    assert!(
        !title.contains("<ruby>") && !title.contains("ほけんしょう"),
        "{title}"
    );
}

#[test]
fn html_is_shown_and_reported() {
    let site = saying(
        "これは<script>alert(1)</script>です。\n\n<img src=x onerror=alert(1)>",
        "Text.",
    );
    let run = site.build();
    assert!(run.stderr.contains("[text/raw-html]"), "{}", run.stderr);
    let page = site.out("speakers/yamada.html");
    assert!(page.contains("&lt;script&gt;alert(1)&lt;/script&gt;"));
    assert!(!page.contains("<script>alert(1)") && !page.contains("<img src=x"));
}

/// Browsers break lines after hyphens, and so within what has to be typed as it stands.
#[test]
fn a_word_of_code_stays_on_its_line() {
    let site = saying("`---` と `new a --from ja` です。", "Text.");
    site.build();
    let page = site.out("speakers/yamada.html");
    assert!(page.contains("<code><span class=\"end\">---</span></code>"));
    assert!(page.contains("<code>new a <span class=\"end\">--from</span> ja</code>"));
}

#[test]
fn content_never_becomes_code() {
    let text = "{{ site.title }} {% if x %} {# note #} #let x = 1";
    let site = saying(text, text)
        .edited(
            "speakers/yamada.ja.md",
            "name: 山田花子",
            "name: \"<b>{{ 7 * 7 }}</b>\"",
        )
        .edited(
            "topics/privacy.ja.md",
            "name: 個人情報",
            "name: \"\\\"><script>alert(1)</script>\"",
        );
    site.build();
    let page = site.out("speakers/yamada.html");
    assert!(page.contains("{{ site.title }} {% if x %} {# note #} #let x = 1"));
    assert!(page.contains("&lt;b&gt;{{ 7 * 7 }}&lt;"));
    for (name, bytes) in site
        .tree("public")
        .iter()
        .filter(|(name, _)| is_a("html", name) || is_a("xml", name))
    {
        assert!(
            !String::from_utf8_lossy(bytes).contains("<script>alert"),
            "{name}"
        );
    }
}

#[test]
fn drafts_are_left_out_unless_asked_for() {
    let site = Site::new()
        .edited("speakers/tanaka.ja.md", "order: 2", "order: 2\ndraft: true")
        .edited("speakers/yamada.en.md", "---\n", "---\ndraft: true\n");
    site.build();
    assert!(
        !site.has("public/speakers/tanaka.html") && !site.has("public/en/speakers/tanaka.html")
    );
    assert!(!site.out("topics/privacy.html").contains("田中太郎"));
    assert!(!site.out("statements.json").contains("田中太郎"));
    assert!(
        site.out("en/speakers/yamada.html")
            .contains("class=\"notice\""),
        "the original in its place"
    );
    site.build_with(&["--drafts"]);
    assert!(
        site.has("public/speakers/tanaka.html")
            && site.out("topics/privacy.html").contains("田中太郎")
    );
    assert!(
        !site
            .out("en/speakers/yamada.html")
            .contains("class=\"notice\"")
    );
}

#[test]
fn a_mark_of_the_frame_is_not_written_twice() {
    let site = saying("## 主なこと {#main}\n\n本文。", "## Main {#main}\n\nText.");
    if site.run(&["build", "--no-leaflets"]).status == 0 {
        assert_whole(&site.tree("public"), "/rally/");
    }
}

#[test]
fn equal_marks_below_a_section_are_refused() {
    let below = saying(
        "### 一 {#same}\n\n本文。\n\n### 二 {#same}\n\n本文。",
        "Text.",
    );
    assert_eq!(below.codes(), ["text/duplicate-id"]);
    let across = saying("### 一 {#watched}\n\n本文。", "Text.");
    assert_eq!(across.codes(), ["text/duplicate-id"]);
}
