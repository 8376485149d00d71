//! Problems of front matter.

use super::{shows, statement_with};
use crate::support::Site;

#[test]
fn missing() {
    shows(
        "front-matter/missing",
        &Site::new().file("pages/notes.ja.md", "# 覚え書き\n\n本文です。\n"),
    );
}

#[test]
fn unclosed() {
    shows(
        "front-matter/unclosed",
        &Site::new().file("pages/notes.ja.md", "---\ntitle: 覚え書き\n\n本文です。\n"),
    );
}

#[test]
fn syntax() {
    let site = Site::new()
        .file("pages/p1.ja.md", "---\ntitle: 字下げ\n\tnav: false\n---\n")
        .file("pages/p2.ja.md", "---\ntitle：全角のコロン\n---\n")
        .file("pages/p3.ja.md", "---\ntitle:空白がない\n---\n")
        .file("pages/p4.ja.md", "---\ntitle: 保険証: 何が変わるか\n---\n")
        .file("pages/p5.ja.md", "---\ntitle: @保険証\n---\n")
        .file("pages/p6.ja.md", "---\ntitle: \"閉じない引用符\n---\n")
        .file("pages/p7.ja.md", "---\ntitle: 字下げ\n  nav: false\n---\n")
        .file("pages/p8.ja.md", "---\nただの文\n---\n");
    shows("front-matter/syntax", &site);
}

#[test]
fn duplicate_key() {
    shows(
        "front-matter/duplicate-key",
        &statement_with("name: 山田華子"),
    );
}

#[test]
fn unknown_key() {
    shows(
        "front-matter/unknown-key",
        &statement_with("afiliation: 患者の会"),
    );
}

#[test]
fn missing_key() {
    let site = Site::new().edited("speakers/yamada.ja.md", "title: 保険証をなくさないで\n", "");
    shows("front-matter/missing-key", &site);
}

const FIGURE: &str = "figures:\n  - value: 約80万人\n    caption: 一人で暮らす高齢者";

#[test]
fn long_figure() {
    let long = FIGURE.replace("約80万人", "都内で一人で暮らす高齢者が約80万人");
    shows("front-matter/long-figure", &statement_with(&long));
}

#[test]
fn many_figures() {
    let more = "\n  - value: 4桁\n    caption: 番号".repeat(3);
    shows(
        "front-matter/many-figures",
        &statement_with(&format!("{FIGURE}{more}")),
    );
}

/// A chart of a kind with these rows.
fn chart(kind: &str, rows: &str) -> Site {
    let rows = rows.replace('\n', "\n      ");
    statement_with(&format!(
        "charts:\n  - kind: {kind}\n    title: 窓口で困った人\n    rows:\n      {rows}"
    ))
}

#[test]
fn chart_value() {
    let rows = "- {label: 東京, value: 約80万人}\n- {label: 大阪, value: たくさん}";
    let more = "\n  - kind: time\n    title: 動き\n    rows:\n      - {label: 法律, value: そのころ}\n      - {label: 集会, value: 2022年11月}";
    let site = chart("bars", rows);
    let site = site.edited(
        "speakers/yamada.ja.md",
        "value: たくさん}\n",
        &format!("value: たくさん}}{more}\n"),
    );
    shows("front-matter/chart-value", &site);
}

#[test]
fn chart_rows() {
    let many = "- {label: 町, value: 1}\n".repeat(9);
    let site = chart("bars", many.trim_end()).edited(
        "speakers/tanaka.ja.md",
        "order: 2\n",
        "order: 2\ncharts:\n  - kind: parts\n    title: 困った人\n    rows:\n      - {label: 困った, value: 88}\n",
    );
    shows("front-matter/chart-rows", &site);
    let site = chart("time", "[]");
    assert_eq!(site.codes(), ["front-matter/chart-rows"]);
}

#[test]
fn chart_sum() {
    let site = chart("parts", "- {label: 困った, value: 61}\n- {label: 困らない, value: 27.5}").edited(
        "speakers/tanaka.ja.md",
        "order: 2\n",
        "order: 2\ncharts:\n  - kind: parts\n    title: 困った人\n    rows:\n      - {label: 困った, value: 88}\n      - {label: 困らない, value: 22}\n",
    );
    shows("front-matter/chart-sum", &site);
}

#[test]
fn many_charts() {
    let rows = "- {label: 東京, value: 80}\n- {label: 大阪, value: 20}";
    let one = "\n  - kind: bars\n    title: 町\n    rows: [{label: 東京, value: 3}, {label: 大阪, value: 2}]\n";
    let site = chart("parts", rows).edited(
        "speakers/yamada.ja.md",
        "value: 20}\n",
        &format!("value: 20}}{}", one.repeat(2).replace("\n\n", "\n")),
    );
    shows("front-matter/many-charts", &site);
}

#[test]
fn wrong_type() {
    let site = Site::new()
        .edited(
            "speakers/yamada.ja.md",
            "topics: [privacy, access]",
            "topics: privacy, access",
        )
        .edited("speakers/yamada.ja.md", "order: 1", "order: 一番")
        .edited(
            "speakers/yamada.ja.md",
            "name: 山田花子",
            "name: [山田, 花子]",
        )
        .edited(
            "speakers/tanaka.ja.md",
            "order: 2",
            "order: 2\nreading: [たなか]\ndraft: いいえ\nsource: 会報",
        );
    shows("front-matter/wrong-type", &site);
}

#[test]
fn empty_value() {
    shows("front-matter/empty-value", &statement_with("role:"));
}

#[test]
fn bad_choice() {
    shows("front-matter/bad-choice", &statement_with("kind: speech"));
}

#[test]
fn marks() {
    shows(
        "front-matter/marks",
        &Site::new().edited(
            "speakers/yamada.ja.md",
            "name: 山田花子",
            "name: \"{山田|やまだ}花子\"",
        ),
    );
}

#[test]
fn bad_date() {
    shows(
        "front-matter/bad-date",
        &statement_with("date: 2022年11月31日"),
    );
}

#[test]
fn bad_slug() {
    let site = Site::new().edited(
        "speakers/yamada.ja.md",
        "topics: [privacy, access]",
        "topics: [privacy, access, 監視]",
    );
    shows("front-matter/bad-slug", &site);
}

#[test]
fn bad_url() {
    shows(
        "front-matter/bad-url",
        &statement_with("source: {title: 会報, url: www.shukai.test}"),
    );
}

#[test]
fn bad_alias() {
    shows(
        "front-matter/bad-alias",
        &statement_with("aliases: [../old.html]"),
    );
}

#[test]
fn unknown_reference() {
    let site = Site::new().edited(
        "speakers/yamada.ja.md",
        "topics: [privacy, access]",
        "topics: [privcy, access, privacy]",
    );
    shows("front-matter/unknown-reference", &site);
}

#[test]
fn which_event() {
    let event = "---\nname: 春の集会\ndate: 2025-03-08\n---\n\n集まりました。\n";
    let statement =
        "---\nname: 鈴木太郎\ntitle: 声を聞いて\ntopics: [privacy]\n---\n\n本文です。\n";
    let site = Site::new()
        .file("events/2025-03-08-shukai.ja.md", event)
        .file("speakers/suzuki.ja.md", statement);
    shows("front-matter/which-event", &site);
}

#[test]
fn cut_off() {
    shows(
        "front-matter/cut-off",
        &statement_with("affiliation: 見本の会 #見本支部"),
    );
}

#[test]
fn base_url() {
    let site = Site::new().edited(
        "site.yaml",
        "https://shukai.test/rally/",
        "http://shukai.test/rally/index.html",
    );
    shows("front-matter/base-url", &site);
}

#[test]
fn indent() {
    let site = statement_with("photo:\n    file: yamada.gif\n   alt: 演壇\n    credit: 会")
        .bytes("images/yamada.gif", crate::support::POINT)
        .file(
            "pages/p1.ja.md",
            "---\ntitle:\n  ja: 題\n   en: Title\n nav: false\n---\n",
        );
    shows("front-matter/indent", &site);
}
