//! Problems of the text below the front matter.

use super::{shows, statement_saying};
use crate::support::Site;

#[test]
fn raw_html() {
    shows(
        "text/raw-html",
        &statement_saying("これは<b>大切</b>です。"),
    );
}

#[test]
fn duplicate_id() {
    let site = Site::new().file(
        "pages/notes.ja.md",
        "---\ntitle: 覚え書き\n---\n\n## 一 {#a}\n\n## 二 {#a}\n",
    );
    shows("text/duplicate-id", &site);
}

#[test]
fn bad_id() {
    let site = Site::new().file(
        "pages/notes.ja.md",
        "---\ntitle: 覚え書き\n---\n\n## 負担 {#負担}\n",
    );
    shows("text/bad-id", &site);
}

#[test]
fn unknown_attribute() {
    let site = Site::new().file(
        "pages/notes.ja.md",
        "---\ntitle: 覚え書き\n---\n\n## 負担 {#burden topics=privacy}\n",
    );
    shows("text/unknown-attribute", &site);
}

#[test]
fn top_level_heading() {
    let site = Site::new().file(
        "pages/notes.ja.md",
        "---\ntitle: 覚え書き\n---\n\n# 覚え書き\n\n本文です。\n",
    );
    shows("text/top-level-heading", &site);
}

#[test]
fn unlisted_topic() {
    let site = Site::new().edited(
        "speakers/tanaka.ja.md",
        "{#voice}",
        "{#voice topic=access,privacy}",
    );
    shows("text/unlisted-topic", &site);
}

#[test]
fn look_alike() {
    shows("text/look-alike", &statement_saying("⽇本の⾼齢者のこと。"));
}

#[test]
fn control_character() {
    shows(
        "text/control-character",
        &statement_saying("窓口を\u{b}守りたい。"),
    );
}

#[test]
fn damaged() {
    shows("text/damaged", &statement_saying("文字が\u{fffd}けた。"));
}

#[test]
fn private_character() {
    shows(
        "text/private-character",
        &statement_saying("外字の\u{e001}です。"),
    );
}

#[test]
fn heading_form() {
    shows(
        "text/heading-form",
        &statement_saying("＃＃ 次の話\n\n##その次の話"),
    );
}

#[test]
fn full_width() {
    shows(
        "text/full-width",
        &statement_saying("くわしくは［会報］（https://shukai.test/）へ。"),
    );
}

#[test]
fn list_form() {
    shows(
        "text/list-form",
        &statement_saying("つぎを求めた。\n・窓口を減らさないこと\n・声を聞くこと"),
    );
}

#[test]
fn wide_indent() {
    shows(
        "text/wide-indent",
        &statement_saying("　一つめの段落です。\n　二つめの段落です。"),
    );
}

#[test]
fn line_form() {
    shows("text/line-form", &statement_saying("文です。\n※注です。"));
}

#[test]
fn link_form() {
    shows(
        "text/link-form",
        &statement_saying("くわしくは[つどい](../events/2024 10.ja.md)へ。"),
    );
}

#[test]
fn line_end() {
    shows(
        "text/line-end",
        &statement_saying("川沿いの会￥\n代表 例山花代"),
    );
}

#[test]
fn emphasis_form() {
    shows(
        "text/emphasis-form",
        &statement_saying("これは** 大事 **です。"),
    );
}

#[test]
fn unclosed_comment() {
    shows(
        "text/unclosed-comment",
        &statement_saying("<!-- 覚え書き\n\n続きの文。"),
    );
}

#[test]
fn underlined_paragraph() {
    shows(
        "text/underlined-paragraph",
        &statement_saying("長い文を述べた。\n---\n次の文です。"),
    );
}

#[test]
fn indented_paragraph() {
    shows(
        "text/indented-paragraph",
        &statement_saying("    字下げした文です。"),
    );
}

#[test]
fn pasted_table() {
    shows(
        "text/pasted-table",
        &statement_saying("年度\t人数\n2020\t12"),
    );
}

#[test]
fn joined_lines() {
    shows(
        "text/joined-lines",
        &statement_saying("東京都青葉町1-2-3\n青葉ビル3階\n図書館を考える会"),
    );
}

#[test]
fn page_number() {
    shows(
        "text/page-number",
        &statement_saying("窓口で長い時間待たされた人が、\n12\n何人もいた。"),
    );
}

#[test]
fn leftover_mark() {
    shows("text/leftover-mark", &statement_saying("太字は**ここから"));
}

#[test]
fn missing_footnote() {
    shows(
        "text/missing-footnote",
        &statement_saying("倍になった[^1]。"),
    );
}

#[test]
fn unused_footnote() {
    shows(
        "text/unused-footnote",
        &statement_saying("倍になった。\n\n[^1]: 会報による。"),
    );
}

#[test]
fn sample() {
    let site = Site::new()
        .edited(
            "pages/about.ja.md",
            "集会の記録です。",
            "お問い合わせは info@example.org（見本）か 03-0000-0000（見本）へ。<!-- （見本） -->\n\n`example.com` と「（見本）」は説明です。",
        )
        .edited("site.yaml", "shukai.test", "example.org");
    shows("text/sample", &site);
}

#[test]
fn nothing_said() {
    let text = "---\nname: 鈴木太郎\ntitle: 声を聞いて\ntopics: [privacy]\n---\n";
    let site = Site::new()
        .file("speakers/suzuki.ja.md", text)
        .file("pages/empty.ja.md", "---\ntitle: 題\n---\n")
        .file("leaflets/empty.ja.md", "---\ntitle: 題\nformat: a4\n---\n")
        // Here the front matter says all.
        .file(
            "leaflets/voices.ja.md",
            "---\ntitle: 題\nformat: a4\nspeakers: [yamada]\n---\n",
        )
        .file(
            "leaflets/card.ja.md",
            "---\ntitle: 題\nformat: postcard\nhook: 声を\n---\n",
        );
    shows("text/nothing-said", &site);
}

#[test]
fn keys() {
    let site = Site::new().edited(
        "pages/about.ja.md",
        "集会の記録です。",
        "nav: true\norder: 3\n\n集会の記録です。",
    );
    shows("text/keys", &site);
}

#[test]
fn telephone() {
    let lines = "event: rally\npublisher:\n  phone: 0120-345-678 3456";
    let site = Site::new().edited("site.yaml", "event: rally", lines);
    shows("text/telephone", &site);
}

#[test]
fn skipped_number() {
    shows(
        "text/skipped-number",
        &statement_saying("1. 目的\n3. 定義\n4. 範囲\n7. 罰則"),
    );
}

#[test]
fn extra_cells() {
    shows(
        "text/extra-cells",
        &statement_saying("| 名前 | 意見 |\n| --- | --- |\n| 山田 | 賛成 | ただし条件つき |"),
    );
}

#[test]
fn uneven_readings() {
    shows(
        "text/uneven-readings",
        &statement_saying("{返戻|へん|れい|きん}のこと。"),
    );
}

#[test]
fn repeated_footnote() {
    shows(
        "text/repeated-footnote",
        &statement_saying("倍になった[^1]。\n\n[^1]: 会報による。\n[^1]: 新聞による。"),
    );
}

#[test]
fn unclosed_code() {
    shows(
        "text/unclosed-code",
        &statement_saying("```\n窓口で列ができました。"),
    );
}

#[test]
fn other_language() {
    let site = Site::new();
    let body = "\n\nはじめに申し上げます。\n\n番号で暮らしが見えてしまいます。\n";
    let text = format!("---\ntitle: About this site\n---{body}");
    shows(
        "text/other-language",
        &site.file("pages/about.en.md", &text),
    );
}

#[test]
fn cut_address() {
    shows(
        "text/cut-address",
        &statement_saying("https://ja.wikipedia.test/wiki/健康保険を見る。"),
    );
}
