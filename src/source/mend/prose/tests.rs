//! Markdown as people type and paste it, before and after.

use super::super::Patched;
use super::*;

fn mended(text: &str) -> String {
    let mut text = text.to_owned();
    for _ in 0..4 {
        text = Patched::new(&text, &prose(&text)).text;
    }
    text
}

#[test]
fn what_people_type_is_written() {
    for (written, right) in [
        ("＞＞ 二重の引用", ">> 二重の引用"),
        ("> ＞二重の引用", ">> 二重の引用"),
        ("｜窓口《まどぐち》で", "{窓口|まどぐち}で"),
        (
            "|窓口《まどぐち》|数|\n|---|---|\n|一|二|",
            "|窓口《まどぐち》|数|\n|---|---|\n|一|二|",
        ),
        ("あの|窓口《まどぐち》で", "あの{窓口|まどぐち}で"),
        (
            "[メール](mailto:mail＠example.org)",
            "[メール](mailto:mail@example.org)",
        ),
        (
            "[会](ｈｔｔｐｓ：／／example.org/)",
            "[会](https://example.org/)",
        ),
        (
            "・一つ\n・二つ\n\n- 三つ\n- 四つ",
            "- 一つ\n- 二つ\n\n* 三つ\n* 四つ",
        ),
        ("- 一つ\n\n・二つ\n・三つ", "- 一つ\n\n* 二つ\n* 三つ"),
        ("・一つ\n\n・二つ\n- 三つ", "- 一つ\n\n- 二つ\n- 三つ"),
        (
            "| a | b |\n|---|---|\n| 1 | 2 |\n次の文",
            "| a | b |\n|---|---|\n| 1 | 2 |\n\n次の文",
        ),
        (
            "| a | b |\n|---|---|\n| 1 | 2 |\n\n| 3 | 4 |",
            "| a | b |\n|---|---|\n| 1 | 2 |\n| 3 | 4 |",
        ),
        (
            "| a | b |\n|---|---|\n\n| 1 | 2 |\n| 3 | 4 |",
            "| a | b |\n|---|---|\n| 1 | 2 |\n| 3 | 4 |",
        ),
        // Two rows may be a table of their own, whose rule is missing: that is told, not mended.
        (
            "| a | b |\n|---|---|\n| 1 | 2 |\n\n| c | d |\n| 3 | 4 |",
            "| a | b |\n|---|---|\n| 1 | 2 |\n\n| c | d |\n| 3 | 4 |",
        ),
        ("| c | d |\n# 見出し\n", "| c | d |\n# 見出し\n"),
    ] {
        assert_eq!(mended(written), right, "{written}");
    }
}

#[test]
fn what_is_meant_is_written() {
    for (written, right) in [
        ("##見出し", "## 見出し"),
        ("＃＃ 見出し", "## 見出し"),
        ("＃＃＃見出し", "### 見出し"),
        ("##　見出し {#a}", "## 見出し {#a}"),
        ("　## 見出し", "## 見出し"),
        (
            "## 見出し ｛#a　topic=koe、machi｝",
            "## 見出し {#a topic=koe,machi}",
        ),
        (
            "## 見出し {#a　.strong topic：koe, machi}",
            "## 見出し {#a .strong topic=koe,machi}",
        ),
        (
            "くわしくは［つどい］（event:tsudoi）へ。",
            "くわしくは[つどい](event:tsudoi)へ。",
        ),
        (
            "[会報]（https://example.org/a）です",
            "[会報](https://example.org/a)です",
        ),
        ("！［図］（../images/a.png）", "![図](../images/a.png)"),
        (
            "![図](../images/写真 1.png)",
            "![図](<../images/写真 1.png>)",
        ),
        (
            "｛返戻｜へんれい｝と{返戻｜へんれい}",
            "{返戻|へんれい}と{返戻|へんれい}",
        ),
        ("｛返戻｜へん｜れい｝", "{返戻|へん|れい}"),
        ("＊＊大事＊＊なこと", "**大事**なこと"),
        ("これは** 大事 **です", "これは**大事**です"),
        ("倍になった［＾１］。", "倍になった[^1]。"),
        ("［＾１］：会報", "[^1]: 会報"),
        ("＞ 引用", "> 引用"),
        ("前\n\n－－－\n\n後", "前\n\n---\n\n後"),
        ("前\n\n＊＊＊\n\n後", "前\n\n---\n\n後"),
        ("前\n　\n後", "前\n\n後"),
        ("①東\n②西\n\n①朝\n②夜", "1. 東\n2. 西\n\n1) 朝\n2) 夜"),
        ("1. 東\n2. 西\n1. 朝\n2. 夜", "1. 東\n2. 西\n1) 朝\n2) 夜"),
        (
            "①東\n②西\n\n文\n\n①朝\n②夜",
            "1. 東\n2. 西\n\n文\n\n1. 朝\n2. 夜",
        ),
        ("①一\n③三\n④四", "1. 一\n\n3) 三\n4) 四"),
        ("ア　甲\nイ　乙", "- ア　甲\n- イ　乙"),
        ("（ア）甲\n（イ）乙", "- （ア）甲\n- （イ）乙"),
        ("Ⅰ．甲\nⅡ．乙", "- Ⅰ．甲\n- Ⅱ．乙"),
        ("＊ 甲\n＊ 乙", "- 甲\n- 乙"),
        (
            "｜ことば｜意味｜\n｜ーー｜ーー｜\n｜返戻｜戻ること｜",
            "|ことば|意味|\n|--|--|\n|返戻|戻ること|",
        ),
        (
            "つぎを求めた。\n・一つ\n・二つ",
            "つぎを求めた。\n\n- 一つ\n- 二つ",
        ),
        ("・一つ\n　・その中\n・二つ", "- 一つ\n  - その中\n- 二つ"),
        ("①一つ\n②二つ", "1. 一つ\n2. 二つ"),
        ("４．四つ\n５．五つ", "4. 四つ\n5. 五つ"),
        ("（1）一つ\n（2）二つ", "1. 一つ\n2. 二つ"),
        (
            "一、守ること\n一、減らさないこと",
            "- 守ること\n- 減らさないこと",
        ),
        (
            "一、守ること\n二、減らさないこと",
            "1. 守ること\n2. 減らさないこと",
        ),
        ("-一つ\n-二つ", "- 一つ\n- 二つ"),
        (
            "・一つ\n・二つ\n以上を求めた。",
            "- 一つ\n- 二つ\n\n以上を求めた。",
        ),
        ("・一つで\n　続く\n・二つ", "- 一つで\n  続く\n- 二つ"),
        (
            "　はじめの段落。\n　次の段落。",
            "はじめの段落。\n\n次の段落。",
        ),
        ("文です。\n※注です。", "文です。\n\n※注です。"),
        ("●窓口\n待つ人が多い。", "●窓口\n\n待つ人が多い。"),
    ] {
        assert_eq!(mended(written), right, "{written}");
    }
}

#[test]
fn what_is_right_or_uncertain_stays() {
    for text in [
        "#窓口を守れ",
        "＃1",
        "## 見出し {#a .strong topic=a,b}",
        "[注]（本人の談）",
        "［注］（2022年）",
        "[a](b)（c）",
        "東京・大阪\n・名古屋",
        "案内図の\n①の場所",
        "1.5倍",
        "3、4人が待つ",
        "2022．11．17",
        "- 一つ\n- 二つ",
        "1. 一つ\n2. 二つ",
        "- 一つ\n続き",
        "```\n##見出し\n・一つ\n```",
        "```\n①東\n　\n②西\n```",
        "1. 一つ\n1. 二つ\n\n1. 三つ",
        "1. 一つ\n   1. 甲\n   2. 乙\n2. 二つ\n   1. 丙",
        "1. 目的\n3. 定義",
        "＊ 注",
        "案内図の\n①と\n③の場所",
        "ア　という字\nの話",
        "`｛返戻｜へんれい｝`",
        "｛a｜b｜c。｝",
        "～～お知らせ～～",
        "a ** b",
        "○○さんと\n○○さん",
        "<!-- ##見出し\n・一つ\n-->",
        "    ##code",
        "#!shebang",
        "-5度",
        "——山田",
        "受付（[午後](../images/受付（午後）.png)）",
    ] {
        assert_eq!(mended(text), text);
    }
}

proptest::proptest! {
    #[test]
    fn mending_twice_is_mending_once(text in "(#|＃|・|①|②|③|１．|２．|（１）|1\\. |2\\. |1\\) |ア　|（イ）|＊|一、|二、|　| |\n|\n\n|\\*\\*|＊＊|［|］|（|）|\\[|\\]|\\(|\\)|｛|｝|\\{|\\}|\\||｜|ー|-|`|```|<!--|-->|※|●|＞|>|a\\.md|topic:a|漢|かな|。|\t|\\PC){0,30}") {
        let once = mended(&text);
        let fixes = prose(&once);
        proptest::prop_assert!(fixes.is_empty(), "{:?} → {:?}", once, fixes);
    }

    #[test]
    fn nothing_but_marks_and_blanks_changes(text in "(##|・|①|②|③|（１）|（２）|1\\. |2\\. |3\\) |　|\n|\n\n|＊＊|漢|かな|。|[a-z]|※|●){0,30}") {
        let said = |text: &str| text.chars().filter(|c| c.is_alphabetic() || *c == '。').collect::<String>();
        proptest::prop_assert_eq!(said(&mended(&text)), said(&text));
    }
}
