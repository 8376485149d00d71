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
