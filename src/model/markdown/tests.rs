//! What Markdown becomes, and what is said about it.

use super::*;
use crate::diagnostic::Fault;
use crate::model::text::{plain, plain_blocks};

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
            "text/unknown-attribute",
            "front-matter/bad-slug",
            "text/duplicate-id",
        ]
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
