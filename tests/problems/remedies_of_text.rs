//! Remedies of the text below the front matter, followed to the letter.

use super::remedies::{is_fixed, mends, people, saying};
use super::statement_saying;
use crate::support::Site;

#[test]
fn tags_of_html() {
    mends(&["text/raw-html"], || {
        saying(&[
            "これは<b>大切</b>です。",
            "<div class=\"box\">\n<a href=\"https://shukai.test/\">会報</a>へ<br>次の行\n</div>",
            "<ruby>漢字<rt>かんじ</rt></ruby>と<name>さん",
            "| 題 | 値 |\n| --- | --- |\n| 一<br>二 | 三 |",
        ])
    });
}

#[test]
fn headings_and_their_marks() {
    mends(
        &[
            "text/duplicate-id",
            "text/bad-id",
            "text/unknown-attribute",
            "text/top-level-heading",
            "text/empty-heading",
        ],
        || {
            saying(&[
                "## 一 {#a}\n\n文。\n\n## 二 {#a}\n\n文。\n\n## 三 {#a topic=privacy}\n\n文。",
                "## 負担 {#負担}\n\n## 窓口 {#Front_Desk .strong}\n\n## 三 {#2nd topic=privacy}",
                "## 負担 {#burden topics=privacy}\n\n## 窓口 {.storng}\n\n## 三 {#c color=red}",
                "# 覚え書き\n\n文。",
                "##\n\n文。",
            ])
        },
    );
}

#[test]
fn lines_and_blanks() {
    mends(
        &[
            "text/underlined-paragraph",
            "text/indented-paragraph",
            "text/pasted-table",
            "text/joined-lines",
            "text/page-number",
            "text/unclosed-comment",
        ],
        || {
            saying(&[
                "長い文を述べた。\n---\n次の文です。",
                "長い文を述べた。\n-- \n次の文です。",
                "一行目です。\n二行目です。\n---\n次の文です。",
                "短い見出し\n===\n\n次の文です。",
                "> 引いた文です。\n> ---\n> 続き",
                "文。\n\n    字下げした文です。\n    次の行です。\n\n文。",
                "文。\n\n\tタブの文です。",
                "年度\t人数\n2020\t12",
                "年度 人数 金額\n2022 10 500\n2023 20 600",
                "待たされた人が、\n12\n何人もいた。",
                "待たされた人が、\n- 12 -\n何人もいた。",
                "ふるさとの\n山に向ひて\n言ふことなし",
                "年度　　人数\n2020　　12\n2021　　13",
                "<!-- 覚え書き\n\n続きの文。",
                "文の後に <!-- 覚え書き\n続きの文。",
            ])
        },
    );
}

#[test]
fn marks_and_notes() {
    mends(
        &[
            "text/leftover-mark",
            "text/missing-footnote",
            "text/unused-footnote",
            "text/empty-link",
        ],
        || {
            saying(&[
                "太字は**ここから",
                "太字は**ここから。そして普通。\n次の行です。",
                "消すのは~~ここから",
                "文の中の{#mark}\n",
                "文の後に {#mark}",
                "くわしくは[会報](https://shukai.test/ をどうぞ",
                "会報](https://shukai.test/) をどうぞ",
                "倍になった[^1]。",
                "倍になった。\n\n[^1]: 会報による。",
                "くわしくは[](https://shukai.test/)へ。",
            ])
        },
    );
    mends(&["image/no-alt"], || {
        people(&[""]).file(
            "pages/notes.ja.md",
            "---\ntitle: 題\n---\n\n![](../images/a.gif)\n",
        )
    });
}

#[test]
fn lines_of_the_front_matter() {
    mends(&["text/unlisted-topic"], || {
        let section = "## 患者の声 {#voice topic=access}";
        Site::new()
            .edited("speakers/tanaka.ja.md", "## 患者の声 {#voice}", section)
            .edited(
                "speakers/yamada.ja.md",
                "topics: [privacy, access]",
                "topics:\n  - privacy",
            )
            .edited(
                "speakers/yamada.ja.md",
                "{#counter",
                "{#counter topic=access",
            )
    });
    mends(&["text/nothing-said"], || {
        let text = "---\nname: 鈴木太郎\ntitle: 声を聞いて\ntopics: [privacy]\n---\n";
        Site::new()
            .file("speakers/suzuki.ja.md", text)
            .file("leaflets/x.ja.md", "---\ntitle: 題\nformat: a4\n---\n")
    });
}

/// What is read as it was meant: the line that is shown, and `check --fix`, are right.
#[test]
fn what_was_read_as_meant() {
    for (code, text) in [
        ("text/heading-form", "＃＃ 次の話\n\n##その次の話"),
        (
            "text/full-width",
            "くわしくは［会報］（https://shukai.test/）へ。",
        ),
        (
            "text/list-form",
            "つぎを求めた。\n・窓口を減らさないこと\n・声を聞くこと",
        ),
        (
            "text/wide-indent",
            "　一つめの段落です。\n　二つめの段落です。",
        ),
        ("text/line-form", "文です。\n※注です。"),
        (
            "text/link-form",
            "くわしくは[つどい](<../events/rally.ja.md>)と[会](https://shukai.test/a b)へ。",
        ),
        ("text/line-end", "川沿いの会￥\n代表 例山花代"),
        ("text/emphasis-form", "これは** 大事 **です。"),
    ] {
        mends(&[code], || saying(&[text]));
        is_fixed(code, &saying(&[text]));
    }
    is_fixed("text/look-alike", &statement_saying("⽇本の⾼齢者のこと。"));
    let control = statement_saying("窓口を\u{b}守りたい。");
    is_fixed("text/control-character", &control);
}

#[test]
fn lists_tables_and_addresses() {
    mends(
        &[
            "text/skipped-number",
            "text/extra-cells",
            "text/uneven-readings",
            "text/cut-address",
            "text/pasted-table",
        ],
        || {
            saying(&[
                "1. 目的\n3. 定義\n4. 範囲\n7. 罰則\n\n文。",
                "> - 一\n>   3. 目的\n>   2. 定義\n>   1. 範囲\n\n文。",
                "1. 目的\n2. 定義\n2. 範囲",
                "| 名前 | 意見 |\n| --- | --- |\n| 山田 | 賛成 | ただし条件つき |\n| 田中 | {賛成|さんせい} | | 二 |",
                "> | 名前 | 意見 |\n> | --- | --- |\n> 山田 | 賛成 | また | 別",
                "{返戻|へん|れい|きん}と{a|b|c|d}、{高齢者|こう|れい}。",
                "| 名前 | 意見 |\n| --- | --- |\n| {返戻|へん|れい|きん} | 賛成 |",
                "https://ja.wikipedia.test/wiki/健康保険を見る。",
                "（https://shukai.test/資料）とhttps://shukai.test/おにぎり",
                "項目\t数\t備考\n窓口\t3\t\n夜間\t\tなし",
                "項目\t数\t備考\n夜間\t\tなし\n窓口\t3\t",
            ])
        },
    );
}
