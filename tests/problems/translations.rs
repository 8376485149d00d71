//! Problems of translations.

use super::shows;
use crate::support::{Site, YAMADA_EN};

#[test]
fn contradiction() {
    let site = Site::new().edited(
        "speakers/yamada.en.md",
        "---\n\nLet",
        "order: 3\n---\n\nLet",
    );
    shows("translation/contradiction", &site);
}

#[test]
fn orphan() {
    let text = YAMADA_EN.replacen(
        "---\n",
        "---\ntranslation: {status: draft}\ntopics: [privacy, access]\n",
        1,
    );
    shows(
        "translation/orphan",
        &Site::new().file("speakers/suzuki.en.md", &text),
    );
}

#[test]
fn sections_differ() {
    shows(
        "translation/sections-differ",
        &Site::new().edited("speakers/yamada.en.md", "{#counter}", "{#desk}"),
    );
}

#[test]
fn bad_fingerprint() {
    let site = Site::new().edited(
        "speakers/yamada.en.md",
        "---\n\nLet",
        "translation: {of: yesterday}\n---\n\nLet",
    );
    shows("translation/bad-fingerprint", &site);
}

#[test]
fn stale() {
    let site = Site::new().edited(
        "speakers/yamada.en.md",
        "---\n\nLet",
        "translation: {of: yesterday}\n---\n\nLet",
    );
    let run = site.run(&["check", "--no-leaflets"]);
    let current = run.stderr.lines().find_map(|line| {
        line.split_once("of: ").filter(|(before, _)| {
            before
                .trim_matches([' ', '│', '|', '=', '╰', '╸'])
                .is_empty()
        })
    });
    let (_, current) = current.expect("the right fingerprint in the help");
    site.edit("speakers/yamada.en.md", "yesterday", current.trim());
    assert_eq!(
        site.codes(),
        [""; 0],
        "the fingerprint that the help gives is right"
    );
    site.edit(
        "speakers/yamada.ja.md",
        "受付に長い列ができます。",
        "受付に長い列ができ、みな疲れています。",
    );
    shows("translation/stale", &site);
}
