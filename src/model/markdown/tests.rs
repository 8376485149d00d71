//! What Markdown becomes, and what is said about it.

use super::*;
use crate::diagnostic::Fault;
use crate::model::text::{plain, plain_blocks};
use crate::source::SiteNames;

fn read(text: &str) -> (WrittenBody, Vec<ModelFault>) {
    let mut kinds = Vec::new();
    let source = MendedBody::new(text, 0).0;
    let body = parse(&source, Lang::JA, &mut |_, kind| kinds.push(kind));
    (body, kinds)
}

#[test]
fn sections_carry_marks_and_topics() {
    let (body, kinds) = read(
        "前書き\n\n## 負担 {#burden .strong topic=elderly-access,privacy}\n\n本文\n\n## 無印\n",
    );
    assert_eq!(kinds, []);
    assert_eq!(plain_blocks(&body.intro), "前書き");
    let first = &body.sections[0];
    assert_eq!(
        (first.id.as_str(), first.strong, plain(&first.heading)),
        ("burden", true, "負担".into())
    );
    assert_eq!(
        first
            .topics
            .iter()
            .map(|t| t.value.as_str())
            .collect::<Vec<_>>(),
        ["elderly-access", "privacy"]
    );
    assert_eq!(
        (body.sections[1].id.as_str(), plain_blocks(&first.blocks)),
        ("h-43wn88", "本文".into())
    );
}

#[test]
fn line_ends_join_japanese_and_part_latin() {
    let (body, _) = read("保険証の\n廃止と card\nreader と\n**強調**");
    assert_eq!(
        plain_blocks(&body.intro),
        "保険証の廃止と card reader と強調"
    );
}

#[test]
fn raw_html_is_text_and_reported() {
    let (body, kinds) = read("<script>alert(1)</script>\n\n文<b>太</b>");
    assert!(plain_blocks(&body.intro).contains("<script>alert(1)</script>"));
    assert_eq!(
        kinds
            .iter()
            .filter(|k| matches!(k, ModelFault::RawHtml { .. }))
            .count(),
        3
    );
}

#[test]
fn mistakes_in_headings_are_named() {
    let (_, kinds) = read("# 大\n\n## 甲 {#9x}\n\n## 乙 {#a .big lang=ja topic=A}\n\n## 丙 {#a}\n");
    let codes: Vec<_> = kinds.iter().map(Fault::code).collect();
    assert_eq!(
        codes,
        [
            "text/top-level-heading",
            "text/bad-id",
            "text/unknown-attribute",
            "text/duplicate-id",
        ]
    );
    // What stands there in vain is told together, each word of it.
    let ModelFault::WrongMarks(marks) = kinds[2].clone() else {
        panic!("{kinds:?}");
    };
    let told = ModelFault::WrongMarks(Box::new(marks.with_names(&SiteNames::default())));
    assert_eq!(
        told.ja().message,
        "見出しの {…} に「.big」「lang=ja」は書けません。「A」というトピックはありません。"
    );
    assert_eq!(
        told.en().message,
        "`.big`, `lang=ja` cannot stand in the {…} of a heading. There is no topic `A`."
    );
}

#[test]
fn deep_nesting_does_not_exhaust_the_stack() {
    let (body, _) = read(&format!("{}深い", ">".repeat(5000)));
    assert_eq!(plain_blocks(&body.intro), "深い");
    let list: Vec<String> = (0..500).map(|i| format!("{}- x", "  ".repeat(i))).collect();
    let (_, _) = read(&list.join("\n"));
}

proptest::proptest! {
    #[test]
    fn any_text_is_read(text in "([#>*_`|{}\\[\\]()!<~-]|\\PC|\n|    ){0,80}") {
        let (body, _) = read(&text);
        let _ = (plain_blocks(&body.intro), body.fragments().count());
    }
}

/// The text of a body with its marks, and the codes of what was reported.
fn shown(text: &str) -> (String, Vec<&'static str>) {
    let (body, kinds) = read(text);
    (
        shown_blocks(&body.intro),
        kinds.iter().map(Fault::code).collect(),
    )
}

fn shown_blocks(blocks: &[Block<Written>]) -> String {
    let one = |block: &Block<Written>| match block {
        Block::Paragraph(content) => shown_line(content),
        Block::List { start, items } => {
            let items: Vec<String> = items.iter().map(|item| shown_blocks(item)).collect();
            format!(
                "{}[{}]",
                start.map_or(String::new(), |n| n.to_string()),
                items.join("; ")
            )
        }
        Block::Table { head, rows } => {
            let rows: Vec<String> = std::iter::once(head)
                .chain(rows)
                .map(|row| {
                    row.iter()
                        .map(|cell| shown_line(cell))
                        .collect::<Vec<_>>()
                        .join(" | ")
                })
                .collect();
            rows.join(" / ")
        }
        Block::Rule => "――".into(),
        other => format!("{other:?}"),
    };
    blocks.iter().map(one).collect::<Vec<_>>().join("\n")
}

fn shown_line(line: &[Inline<Written>]) -> String {
    line.iter()
        .map(|inline| match inline {
            Inline::Text(text) => text.clone(),
            Inline::Strong(inner) => format!("<b>{}</b>", shown_line(inner)),
            Inline::Strike(inner) => format!("<s>{}</s>", shown_line(inner)),
            Inline::Emphasis(inner) => format!("<i>{}</i>", shown_line(inner)),
            Inline::Ruby { base, reading } => format!("({base}:{reading})"),
            Inline::Note { label, content } => format!("[{label}={}]", shown_line(content)),
            Inline::Link { to, content } => format!("<{} {}>", to.address, shown_line(content)),
            other => format!("{other:?}"),
        })
        .collect()
}

#[test]
fn emphasis_works_beside_japanese_punctuation() {
    for (text, right) in [
        (
            "町は**「残す」**と答えた。",
            "町は<b>「残す」</b>と答えた。",
        ),
        ("**保険証（紙）**を持つ", "<b>保険証（紙）</b>を持つ"),
        ("**急がないで。**これが", "<b>急がないで。</b>これが"),
        (
            "制度は**{返戻|へんれい}**を",
            "制度は<b>(返戻:へんれい)</b>を",
        ),
        ("これは*「仮」*です", "これは<i>「仮」</i>です"),
        (
            "は**「一」**と**「二」**と",
            "は<b>「一」</b>と<b>「二」</b>と",
        ),
        ("は***「強」***と", "は<i><b>「強」</b></i>と"),
        ("は**\"quoted\"**と", "は<b>\"quoted\"</b>と"),
        ("- 町は**「残す」**と", "[町は<b>「残す」</b>と]"),
        (
            "は~~「旧」~~をやめ、~~「新」~~も",
            "は<s>「旧」</s>をやめ、<s>「新」</s>も",
        ),
        ("file__name__x", "file__name__x"),
        ("参照*1、資料*2を見て", "参照*1、資料*2を見て"),
        ("（*1）と（*2）", "（*1）と（*2）"),
        ("Aさん*は、*印の人", "Aさん*は、*印の人"),
        (
            "佐藤*、鈴木*、田中（*は欠席）",
            "佐藤*、鈴木*、田中（*は欠席）",
        ),
        ("A*さん、B*さん", "A*さん、B*さん"),
        ("会費500円*（学生*は無料）", "会費500円*（学生*は無料）"),
        (
            "これは*大事*な、*急ぐ*話",
            "これは<i>大事</i>な、<i>急ぐ</i>話",
        ),
        ("*大事な、こと*を", "<i>大事な、こと</i>を"),
        ("は**急がないで、**これが", "は<b>急がないで、</b>これが"),
        ("は**大事な、こと**を", "は<b>大事な、こと</b>を"),
        (
            "これは*急がないで。*これが",
            "これは<i>急がないで。</i>これが",
        ),
        ("これは*1位*です", "これは<i>1位</i>です"),
        ("[佐藤]: はい。", "[佐藤]: はい。"),
        (
            "- [佐藤]: はい。\n- [鈴木]: いいえ。",
            "[[佐藤]: はい。; [鈴木]: いいえ。]",
        ),
        (
            "重要な*点、すなわち命*を守る",
            "重要な<i>点、すなわち命</i>を守る",
        ),
        ("これは*まず、*始める", "これは<i>まず、</i>始める"),
        (
            "[司会]: では。\n[佐藤]: はい。",
            "[司会]: では。\n[佐藤]: はい。",
        ),
        ("1 * 2 * 3", "1 * 2 * 3"),
    ] {
        assert_eq!(shown(text), (right.to_owned(), vec![]), "{text}");
    }
    // They mark the words before them, which readers are told by the stars alone.
    let text = "山田**（仮名）と佐藤**（仮名）";
    assert_eq!(shown(text), (text.to_owned(), vec!["text/leftover-mark"]));
}

#[test]
fn footnotes_are_told_where_they_are_referred_to() {
    let text = "倍になった[^1]。また[^1]。\n\n[^1]: 会報 第12号 による。\n";
    let right = "倍になった[1=会報 第12号 による。]。また[1=会報 第12号 による。]。";
    assert_eq!(shown(text), (right.to_owned(), vec![]));
    assert_eq!(shown("倍[^2]。").1, ["text/missing-footnote"]);
    assert_eq!(
        shown("倍。\n\n[^3]: 誰も引かない。").1,
        ["text/unused-footnote"]
    );
}

#[test]
fn furigana_works_wherever_text_does() {
    let (text, codes) =
        shown("| {返戻|へんれい} | {施\\|せ} | x |\n|---|---|---|\n| **{返|へん}** | a | b |");
    assert_eq!(
        (text.as_str(), codes),
        (
            "(返戻:へんれい) | (施:せ) | x / <b>(返:へん)</b> | a | b",
            vec![]
        )
    );
}

#[test]
fn notes_of_editors_are_nowhere() {
    for (text, right) in [
        ("前<!-- 未確認 -->後", "前後"),
        ("前\n\n<!-- 未確認\n\n公表しない -->\n\n後", "前\n後"),
        ("前\n<!-- 未確認 -->\n後", "前\n後"),
        ("- 一\n<!-- x -->\n- 二", "[一; 二]"),
        ("<!-- x -->後の文", "後の文"),
        ("前<!-- a --><!-- b -->後", "前後"),
    ] {
        assert_eq!(shown(text), (right.to_owned(), vec![]), "{text}");
    }
    let code = "`<!-- x -->`と\n\n```\n<!-- y -->\n```";
    assert!(shown(code).0.contains('x') && shown(code).0.contains('y'));
}

#[test]
fn what_may_be_meant_in_two_ways_is_told() {
    for (text, right, code) in [
        (
            "長い文を述べた。\n---\n次の文。",
            "長い文を述べた。\n――\n次の文。",
            "text/underlined-paragraph",
        ),
        ("\t窓口の文。", "窓口の文。", "text/indented-paragraph"),
        (
            "    窓口の\n    文。",
            "窓口の文。",
            "text/indented-paragraph",
        ),
        (
            "年度\t人数\n2020\t12",
            "年度\t人数2020\t12",
            "text/pasted-table",
        ),
        ("太字は**ここから", "太字は**ここから", "text/leftover-mark"),
        ("![図](a b)", "![図](a b)", "text/leftover-mark"),
    ] {
        assert_eq!(shown(text), (right.to_owned(), vec![code]), "{text}");
    }
    let (body, kinds) = read("短い見出し\n---\n本文。");
    assert_eq!(
        (body.sections.len(), kinds[0].code()),
        (1, "text/underlined-paragraph")
    );
    assert_eq!(shown("\\*\\*記号\\*\\*と`**`").1, [""; 0]);
}
