//! Anything at all as content: it is reported, never a crash.

use std::path::PathBuf;

use proptest::prelude::*;

use crate::support::Site;

/// Builds a site in memory with any bytes as one of its files.
fn build_with(path: &str, bytes: &[u8]) {
    let site = Site::new().bytes(path, bytes);
    let outcome = chirashi::project::build(&chirashi::project::BuildOptions {
        content: site.path("content"),
        theme: None,
        base_url: None,
        drafts: true,
        leaflets: false,
        faces: false,
        cache: chirashi::cache::Cache::none(),
    });
    for problem in outcome.problems.sorted(&outcome.sources) {
        for lang in [
            chirashi::diagnostic::UiLang::Ja,
            chirashi::diagnostic::UiLang::En,
        ] {
            let located = chirashi::diagnostic::Located::new(problem, &outcome.sources, lang);
            let drawn = chirashi::diagnostic::draw::draw(&located, false);
            let line = chirashi::diagnostic::json::line(&located);
            assert!(!drawn.is_empty() && !line.contains('\n'));
        }
    }
}

/// A file of the minimal site, of every kind.
fn any_file() -> impl Strategy<Value = PathBuf> {
    prop::sample::select(vec![
        "site.yaml",
        "speakers/yamada.ja.md",
        "speakers/yamada.en.md",
        "topics/privacy.ja.md",
        "events/rally.ja.md",
        "leaflets/voices.ja.md",
        "pages/about.en.md",
    ])
    .prop_map(PathBuf::from)
}

/// Pieces of content, well and badly written, in any order.
fn any_text() -> impl Strategy<Value = String> {
    let pieces = prop::sample::select(vec![
        "---\n",
        "name: ",
        "title: ",
        "topics: [privacy, ",
        "]",
        "\n",
        "  ",
        "\t",
        "：",
        ": ",
        "{",
        "}",
        "|",
        "\"",
        "&a ",
        "*a",
        "## ",
        "{#a topic=privacy}",
        "[a](topic:privacy)",
        "![](",
        "<b>",
        "`",
        "```\n",
        "> ",
        "- ",
        "漢字",
        "|かんじ}",
        "👨‍👩‍👧",
        "\u{feff}",
        "\r\n",
        "か\u{3099}",
        "date: 令和4年11月17日\n",
        "photo: {file: a}\n",
        "translation: {of: 0000}\n",
        "draft: true\n",
    ]);
    prop::collection::vec(
        prop_oneof![pieces.prop_map(str::to_owned), "\\PC{0,8}"],
        0..40,
    )
    .prop_map(|parts| parts.concat())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 48, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_text_is_reported_not_a_crash(file in any_file(), text in any_text()) {
        build_with(file.to_str().unwrap(), text.as_bytes());
    }

    #[test]
    fn any_front_matter_is_reported_not_a_crash(file in any_file(), yaml in any_text(), body in any_text()) {
        build_with(file.to_str().unwrap(), format!("---\n{yaml}\n---\n{body}").as_bytes());
    }

    #[test]
    fn any_bytes_are_reported_not_a_crash(file in any_file(), bytes in prop::collection::vec(any::<u8>(), 0..200)) {
        build_with(file.to_str().unwrap(), &bytes);
    }
}
