//! Every code of problem, provoked by a small site and shown in both languages: one snapshot
//! a code, in `snapshots/problems__<area>_<what>.snap`.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "a test fails by panicking"
)]

mod support;

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use support::{POINT, Run, SITE, Site, YAMADA_EN, YAMADA_JA};

/// Checks a site in both languages, without leaflets, and compares what is said about `code`.
fn shows(code: &str, site: &Site) {
    shows_with(code, site, &["check", "--no-leaflets"]);
}

/// The same with a command line of its own.
fn shows_with(code: &str, site: &Site, args: &[&str]) {
    shows_as(code, site, args, str::to_owned);
}

/// The same with what was said put into a form that lasts.
fn shows_as(code: &str, site: &Site, args: &[&str], form: fn(&str) -> String) {
    let (ja, en) = (site.run_in("ja", args), site.run_in("en", args));
    let marker = format!("[{code}]");
    for run in [&ja, &en] {
        assert!(
            run.stderr.contains(&marker),
            "{code} is not reported:\n{}",
            run.stderr
        );
    }
    assert_eq!(ja.status, en.status, "{code}");
    let shown = format!(
        "$ chirashi {}\n\n{}\n{}\n→ {}",
        args.join(" "),
        form(&unaddressed(&ja, site)),
        form(&unaddressed(&en, site)),
        ja.status,
    );
    insta::with_settings!({ omit_expression => true }, {
        insta::assert_snapshot!(code.replace('/', "_"), shown);
    });
}

/// What was said, without the temporary folder's own name.
fn unaddressed(run: &Run, site: &Site) -> String {
    run.stderr
        .replace(&site.path("").display().to_string(), "/…/")
}

/// The minimal site with a line added to the front matter of a Japanese statement.
fn statement_with(line: &str) -> Site {
    Site::new().edited(
        "speakers/yamada.ja.md",
        "order: 1\n",
        &format!("order: 1\n{line}\n"),
    )
}

/// The minimal site with a paragraph added to the end of a Japanese statement.
fn statement_saying(text: &str) -> Site {
    Site::new().file("speakers/yamada.ja.md", &format!("{YAMADA_JA}\n{text}\n"))
}

/// A site of one statement in one language, whose leaflet is well filled.
fn leaflet_site(more: &str) -> Site {
    let passage = "窓口では、保険証を見せるだけで受診できていました。それが機械の前で立ち止まり、\
        番号を思い出せずに列ができるようになりました。";
    let section =
        |n: usize| format!("## 窓口で起きていること その{n}\n\n{passage}\n\n{passage}\n\n");
    let sections: String = (1..=4).map(section).collect();
    Site::empty()
        .file("site.yaml", "title: 集会の記録\nlanguages: [ja]\nbase_url: https://example.org/\n")
        .file("speakers/yamada.ja.md", &format!(
            "---\nname: 山田花子\ntitle: 保険証をなくさないで\ntopics: []\nsummary: {passage}\n---\n\n{sections}{more}",
        ))
}

mod files {
    use super::*;

    #[cfg(unix)]
    #[test]
    fn unreadable() {
        let site = Site::new();
        let broken = site.path("content/topics/gone.ja.md");
        std::os::unix::fs::symlink("nowhere.md", broken).unwrap();
        shows("file/unreadable", &site);
    }

    #[test]
    fn not_utf8() {
        let text = b"PK\x03\x04\x14\x00\x06\x00 a document, not a text";
        shows(
            "file/not-utf8",
            &Site::new().bytes("pages/notes.ja.md", text),
        );
    }

    #[test]
    fn name() {
        shows(
            "file/name",
            &Site::new().file("speakers/山田.ja.md", YAMADA_JA),
        );
    }

    #[test]
    fn misplaced() {
        shows(
            "file/misplaced",
            &Site::new().file("speaker/suzuki.ja.md", YAMADA_JA),
        );
    }

    #[test]
    fn unknown_language() {
        shows(
            "file/unknown-language",
            &Site::new().file("pages/about.zh.md", "---\ntitle: 关于\n---\n"),
        );
    }

    /// Elsewhere the file system itself takes the two names for one.
    #[cfg(target_os = "linux")]
    #[test]
    fn duplicate() {
        let site = Site::new()
            .bytes("images/が.gif", POINT)
            .bytes("images/か\u{3099}.gif", POINT);
        shows("file/duplicate", &site);
    }

    #[test]
    fn no_site() {
        shows("file/no-site", &Site::new().without("site.yaml"));
    }
}

mod front_matter {
    use super::*;

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
            &statement_with("source: {title: 会報, url: www.example.org}"),
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
}

mod text {
    use super::*;

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
}

mod links {
    use super::*;

    #[test]
    fn unknown() {
        shows(
            "link/unknown",
            &statement_saying("くわしくは[個人情報](topic:privecy)を。"),
        );
    }

    #[test]
    fn unknown_fragment() {
        shows(
            "link/unknown-fragment",
            &statement_saying("[田中さん](speaker:tanaka#voices)も同じです。"),
        );
    }

    #[test]
    fn missing_file() {
        shows(
            "link/missing-file",
            &statement_saying("[資料](../files/data.pdf)を見てください。"),
        );
    }

    #[test]
    fn unsafe_scheme() {
        shows(
            "link/unsafe",
            &statement_saying(
                "[押す](javascript:alert(1))と動きます。\n\n![演壇](https://example.org/stage.jpg)",
            ),
        );
    }
}

mod images {
    use super::*;

    #[test]
    fn no_alt() {
        let site = statement_saying("![](../images/stage.gif)").bytes("images/stage.gif", POINT);
        shows("image/no-alt", &site);
    }

    #[test]
    fn missing() {
        shows(
            "image/missing",
            &statement_saying("![演壇](../images/stage.jpg)"),
        );
    }

    #[test]
    fn unsupported() {
        let site =
            statement_saying("![演壇](../images/stage.tiff)").bytes("images/stage.tiff", POINT);
        shows("image/unsupported", &site);
    }
}

mod translations {
    use super::*;

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
}

mod site {
    use super::*;

    #[test]
    fn contrast() {
        let colours = "colors:\n  accent: \"#f6aa00\"\n";
        let site = Site::new().file("site.yaml", &format!("{SITE}{colours}"));
        shows("site/contrast", &site);
    }

    #[test]
    fn address_taken() {
        shows(
            "site/address-taken",
            &statement_with("aliases: [speakers/tanaka.html]"),
        );
    }

    #[test]
    fn term_taken() {
        let site = Site::new()
            .edited(
                "topics/access.ja.md",
                "---\n",
                "---\nterms: [保険証, 窓口]\n",
            )
            .edited(
                "topics/privacy.ja.md",
                "---\n",
                "---\nterms: [番号, 窓口]\n",
            );
        shows("site/term-taken", &site);
    }

    #[test]
    fn uncited_topic() {
        shows(
            "site/uncited-topic",
            &Site::new().file(
                "topics/costs.ja.md",
                "---\nname: 費用\nsummary: 税金の使い道。\n---\n",
            ),
        );
    }

    #[test]
    fn no_base_url() {
        shows(
            "site/no-base-url",
            &Site::new().edited("site.yaml", "base_url: https://example.org/rally/\n", ""),
        );
    }
}

mod themes {
    use super::*;

    /// The command line that checks with the theme of the test.
    const WITH_THEME: [&str; 4] = ["check", "--no-leaflets", "--theme", "own"];

    #[test]
    fn missing() {
        shows_with("theme/missing", &Site::new(), &WITH_THEME);
    }

    #[test]
    fn template() {
        let site = Site::new().beside(
            "own/templates/colophon.html",
            "<p>\n{% if site.title %}\n</p>\n",
        );
        shows_with("theme/template", &site, &WITH_THEME);
    }

    #[test]
    fn missing_string() {
        let words = Path::new(env!("CARGO_MANIFEST_DIR")).join("themes/default/strings/en.yaml");
        let words = fs::read_to_string(words).unwrap() + "\nown_greeting: Welcome\n";
        shows_with(
            "theme/missing-string",
            &Site::new().beside("own/strings/en.yaml", &words),
            &WITH_THEME,
        );
    }
}

mod leaflets {
    use super::*;

    /// A composed leaflet on one side, with so many paragraphs.
    fn composed(paragraphs: usize) -> Site {
        let text = "集会には約400人が集まり、保険証の廃止を中止するよう求める署名が十三万筆を上回ったことが報告されました。\
            参加した人たちは、それぞれの地域で声を広げていくことを確かめ合いました。\n\n";
        leaflet_site("").file(
            "leaflets/voices.ja.md",
            &format!(
                "---\ntitle: 七人の声\nformat: a4\nhook: 保険証をなくさないで\n---\n\n{}",
                text.repeat(paragraphs),
            ),
        )
    }

    /// How much fits depends on the print templates: measures become `N`.
    fn unmeasured(said: &str) -> String {
        let line = |line: &str| {
            let is_count = line.starts_with("エラー ") || line.contains(" error");
            if is_count || line.contains("-->") || line.contains('|') {
                return line.to_owned();
            }
            let mut out = String::new();
            for c in line.chars() {
                match c {
                    '0'..='9' | '.' if out.ends_with('N') => {}
                    '0'..='9' => out.push('N'),
                    c => out.push(c),
                }
            }
            out
        };
        said.lines().map(|text| line(text) + "\n").collect()
    }

    #[test]
    fn overflow() {
        shows_as("leaflet/overflow", &composed(40), &["check"], unmeasured);
    }

    #[test]
    fn small_type() {
        let is_small = |site: &Site| site.run(&["check"]).stderr.contains("[leaflet/small-type]");
        let site = (8..30)
            .map(composed)
            .find(is_small)
            .expect("a text that fits in small type only");
        shows_as("leaflet/small-type", &site, &["check"], unmeasured);
    }

    #[test]
    fn half_empty() {
        shows_with("leaflet/half-empty", &composed(1), &["check"]);
    }

    #[test]
    fn missing_glyphs() {
        shows_with(
            "leaflet/missing-glyphs",
            &leaflet_site("笑顔で😀終わりました。\n"),
            &["check"],
        );
    }

    #[test]
    fn template() {
        let site = leaflet_site("").beside("own/print/speaker.typ", "#let x = 1\n#unknown-word\n");
        shows_with("leaflet/template", &site, &["check", "--theme", "own"]);
    }
}

mod output {
    use super::*;

    #[test]
    fn overlaps_sources() {
        shows_with(
            "output/overlaps-sources",
            &Site::new(),
            &["build", "--no-leaflets", "--out", "content/public"],
        );
    }

    #[test]
    fn foreign_files() {
        let site = Site::new().beside("public/letter.txt", "a letter");
        shows_with("output/foreign-files", &site, &["build", "--no-leaflets"]);
    }

    #[cfg(unix)]
    #[test]
    fn io() {
        let site = Site::new().beside("public", "a file where the folder should be");
        shows_with("output/io", &site, &["build", "--no-leaflets"]);
    }
}

/// Every code that stands in the source, as a snapshot is called.
fn codes() -> BTreeSet<String> {
    let diag = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/diag");
    let areas = fs::read_dir(diag.join("kind")).unwrap();
    let areas = areas.map(|entry| entry.unwrap().path());
    let text: String = areas
        .chain([diag.join("kind.rs")])
        .map(|path| fs::read_to_string(path).unwrap())
        .collect();
    let is_code = |text: &&str| {
        text.split_once('/').is_some_and(|(area, what)| {
            let word = |w: &str| {
                !w.is_empty()
                    && w.bytes()
                        .all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-')
            };
            word(area) && word(what)
        })
    };
    text.split('"')
        .filter(is_code)
        .map(|code| code.replace('/', "_"))
        .collect()
}

/// The names of all snapshots, each with the module of the tests that take it.
fn snapshots() -> BTreeSet<(String, String)> {
    let tests = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests");
    let names = support::tree(&tests).into_keys();
    let own = |path: String| {
        let (_, name) = path.rsplit_once('/')?;
        let (module, code) = name.strip_suffix(".snap")?.rsplit_once("__")?;
        Some((module.to_owned(), code.to_owned()))
    };
    names.filter_map(own).collect()
}

#[test]
fn every_code_has_a_snapshot_and_every_snapshot_a_code() {
    let (codes, snapshots) = (codes(), snapshots());
    assert!(codes.len() > 50, "only {} codes were found", codes.len());
    // A file of tests that is named like an area names its snapshots by the rest of the code.
    let taken = |code: &&String| {
        let mut names = snapshots.iter();
        names.any(|(module, name)| name == *code || **code == format!("{module}_{name}"))
    };
    let without: Vec<_> = codes.iter().filter(|code| !taken(code)).collect();
    let own = snapshots
        .iter()
        .filter(|(module, _)| module.ends_with("problems"));
    let left_over: Vec<_> = own.filter(|(_, name)| !codes.contains(name)).collect();
    assert!(
        without.is_empty() && left_over.is_empty(),
        "without a snapshot: {without:?}; left over: {left_over:?}"
    );
}

#[test]
fn the_minimal_site_has_no_problems() {
    let site = Site::new();
    assert!(SITE.contains("base_url"));
    assert_eq!(site.codes(), [""; 0]);
}
