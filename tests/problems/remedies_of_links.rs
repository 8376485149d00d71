//! Remedies of links, translations and panels, followed to the letter.

use super::remedies::{mends, people, saying};
use crate::support::Site;

#[test]
fn links() {
    mends(
        &[
            "link/unknown",
            "link/unknown-fragment",
            "link/missing-file",
            "link/unsafe",
        ],
        || {
            saying(&[
                "くわしくは[個人情報](topic:privecy)を。",
                "[だれか](speaker:nobody-knows)が言った。",
                "[田中さん](../speakers/tanako.ja.md#voice)も言った。",
                "[田中さん](speaker:tanaka#voices)も同じです。",
                "[田中さん](speaker:tanaka#nowhere-near)も同じです。",
                "[ここ](#nowhere)を見てください。",
                "[資料](../files/data.pdf)を見てください。",
                "[田中さん](tanaka.ja.md)も同じです。",
                "[田中さん](../speakers/tanaka.html#voice)も同じです。",
                "[話](/topics/privacy.ja.md)を見てください。",
                "[押す](javascript:alert)と動きます。",
            ])
            .file(
                "speakers/draft.ja.md",
                "---\nname: 佐藤\ndraft: true\n---\n",
            )
            .file(
                "pages/more.ja.md",
                "---\ntitle: 題\n---\n\n[佐藤さん](speaker:draft)です。\n",
            )
        },
    );
}

#[test]
fn keys_and_lists() {
    let codes = [
        "front-matter/duplicate-key",
        "front-matter/empty-value",
        "front-matter/text-before",
        "front-matter/bad-alias",
        "front-matter/unknown-reference",
        "site/address-taken",
        "site/term-taken",
    ];
    mends(&codes, || {
        people(&[
            "role: 会長\nrole: 代表",
            "role:\norder: 3",
            "topics:\n  - privcy",
            "topics: [privacy, acess]",
            "topics: [privacy, draft]",
            "aliases: [../old.html]",
            "aliases: ['https://shukai.test/speakers/old-page']",
            "aliases: [old/a.html, speakers/tanaka.html]",
            "photo:\n  file: a.gif\n  alt: 演壇\n  file: a.gif",
        ])
        .file(
            "topics/draft.ja.md",
            "---\nname: 話\nsummary: 話\ndraft: true\n---\n",
        )
        .file(
            "pages/before.ja.md",
            "覚え書きです。\nもう一行。\n---\ntitle: 題\n---\n\n本文\n",
        )
        .edited(
            "topics/privacy.ja.md",
            "summary:",
            "terms: [番号, 窓口]\nsummary:",
        )
        .edited(
            "topics/access.ja.md",
            "summary:",
            "terms: [保険証, 窓口]\nsummary:",
        )
    });
    mends(&["front-matter/duplicate-key"], || {
        Site::new().edited("site.yaml", "[ja, en]", "[ja, en, ja]")
    });
}

#[test]
fn translations() {
    let codes = [
        "translation/contradiction",
        "translation/orphan",
        "translation/sections-differ",
    ];
    mends(&codes, || {
        Site::new()
            .edited(
                "speakers/yamada.en.md",
                "title:",
                "order: 3\ntopics:\n- access\ntitle:",
            )
            .edited("speakers/yamada.en.md", "{#counter", "{#desk")
            .file(
                "pages/lost.en.md",
                "---\ntitle: Lost\ntranslation: {status: draft}\n---\n\nText\n",
            )
            .file(
                "pages/lone.en.md",
                "---\ntitle: Lone\ntranslation:\n  status: draft\n---\n\nText\n",
            )
    });
}

#[test]
fn designs() {
    mends(&["leaflet/design-lacks", "leaflet/design-unfit"], || {
        let text = |keys: &str| format!("---\ntitle: 題\n{keys}---\n\n前文です。\n");
        people(&["design: figure", "design: voice"])
            .file("leaflets/a.ja.md", &text("format: a4\ndesign: voice\n"))
            .file("leaflets/b.ja.md", &text("format: a4\ndesign: figure\n"))
            .file(
                "leaflets/c.ja.md",
                &text("format: signature-sheet\ndesign: title\n"),
            )
            .edited(
                "topics/privacy.ja.md",
                "summary:",
                "design: voice\nsummary:",
            )
    });
}

#[test]
fn panels() {
    let codes = [
        "leaflet/too-many-panels",
        "leaflet/unknown-part",
        "leaflet/unplaced-text",
        "leaflet/silent-speaker",
    ];
    mends(&codes, || {
        let leaflet = |at: usize, format: &str, lines: &str| {
            let text = format!(
                "---\ntitle: 題{at}\nformat: {format}\n{lines}---\n\n前文です。\n\n## 節 {{#a}}\n\n文。\n"
            );
            (format!("leaflets/x{at}.ja.md"), text)
        };
        let files = [
            leaflet(
                0,
                "a4-trifold",
                "panels: [hook, intro, text, call, event, topics, voices, quote]\nspeakers: [yamada]\n",
            ),
            leaflet(
                1,
                "a4-trifold",
                "panels:\n  - hook\n  - intro\n  - text\n  - call\n  - event\n  - topics\n  - voices\n  - \"quote\"\nspeakers: [yamada]\n",
            ),
            leaflet(2, "a4-trifold", "panels: [hok, \"intro, text, call\"]\n"),
            leaflet(
                3,
                "a4-trifold",
                "panels: [hook, \"intro, speker:yamada\", text]\n",
            ),
            leaflet(4, "a4-trifold", "panels: [hook, call]\n"),
            leaflet(5, "a4-trifold", "panels: [\"hook\", \"intro\"]\n"),
            leaflet(6, "a4", "speakers: [yamada, silent]\n"),
            leaflet(7, "signature-sheet", "panels: [hook, intro]\n"),
        ];
        let silent = Site::new().file("speakers/silent.ja.md", "---\nname: 佐藤\n---\n");
        files
            .into_iter()
            .fold(silent, |site, (path, text)| site.file(&path, &text))
    });
}
