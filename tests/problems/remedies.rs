//! Remedies followed to the letter: the lines that a help shows are put where it says, in both
//! languages, and the mistake is gone.
//!
//! Lines are those that a help indents. The first of them names a key: if the front matter has that
//! key, or the one that is reported, the lines take the place of it and of what stands below it; else they
//! are added below the line that is reported.

use std::collections::BTreeSet;

use crate::support::{POINT, Site};

/// Codes whose remedy is no line to write, each with what it is instead.
const BY_HAND: &[(&str, &str)] = &[
    ("begin/*", "a command to type, or a choice: tests/begin"),
    ("file/*", "a file to rename, move or save: tests/mistakes"),
    ("fix/*", "a file that could not be written"),
    ("image/*", "a picture to fetch or a description to write"),
    ("output/*", "another folder to name"),
    ("preflight/*", "a theme to mend"),
    ("preview/*", "another port to name"),
    ("theme/*", "a theme to mend"),
    ("front-matter/long-figure", "one's own words to write"),
    ("front-matter/many-figures", "a choice of figures"),
    ("leaflet/coarse-picture", "a larger picture to fetch"),
    (
        "front-matter/chart-rows",
        "rows to write, or a choice of them",
    ),
    ("front-matter/chart-sum", "numbers to look up"),
    ("front-matter/many-charts", "a choice of charts"),
    ("leaflet/fitted", "a remark"),
    ("leaflet/half-empty", "more to write"),
    ("leaflet/missing-glyphs", "another character to write"),
    (
        "leaflet/lent-face",
        "nothing is wrong: it names a face of the machine",
    ),
    ("leaflet/overflow", "less to write"),
    ("leaflet/sample", "one's own words to write"),
    ("leaflet/small-type", "less to write"),
    ("leaflet/wide-table", "fewer columns to write"),
    ("leaflet/template", "a theme to mend"),
    ("link/outside", "another address to find"),
    (
        "site/contrast",
        "the colour is applied in tests/public/colours.rs",
    ),
    (
        "site/no-base-url",
        "an address that only the publisher knows",
    ),
    (
        "site/said-twice",
        "two texts, of which only their writer knows whether they are one",
    ),
    (
        "site/uncited-topic",
        "a section to mark, or a topic to give up: a choice",
    ),
    ("text/damaged", "a character to look up in the original"),
    (
        "text/private-character",
        "a character to look up in the original",
    ),
    ("text/keys", "lines to move"),
    ("text/other-language", "a translation to write"),
    ("text/repeated-footnote", "a choice of numbers"),
    (
        "text/unclosed-code",
        "only its writer knows where the code ends",
    ),
    ("text/telephone", "a number to look up"),
    ("text/sample", "one's own words to write"),
    ("text/unfilled", "one's own words to write"),
    ("source/*", "what was said, to be looked up in its source"),
    ("translation/glossary", "a choice of words"),
    (
        "translation/figures-differ",
        "figures to translate, or to give up",
    ),
    (
        "translation/charts-differ",
        "numbers to compare with the original",
    ),
];

/// A diagnostic as `--format json` tells it.
struct Told {
    code: String,
    file: String,
    line: usize,
    help: String,
}

fn told(site: &Site, lang: &str) -> Vec<Told> {
    let run = site.run_in(lang, &["check", "--no-leaflets", "--format", "json"]);
    let read = |line: &str| {
        let told: serde_json::Value = serde_json::from_str(line).unwrap();
        let text = |key: &str| told[key].as_str().unwrap_or_default().to_owned();
        Told {
            code: text("code"),
            file: text("file"),
            line: usize::try_from(told["line"].as_u64().unwrap_or(1)).unwrap(),
            help: text("help"),
        }
    };
    run.stdout.lines().map(read).collect()
}

/// The lines that a help shows, the first block of them.
fn lines(help: &str) -> Vec<&str> {
    let lines = help.lines().skip_while(|line| !line.starts_with("  "));
    lines.map_while(|line| line.strip_prefix("  ")).collect()
}

fn key(line: &str) -> Option<&str> {
    let (key, _) = line.split_once(':')?;
    let key = key.trim();
    (!key.is_empty() && !key.contains(' ')).then_some(key)
}

fn indent(line: &str) -> usize {
    line.len() - line.trim_start().len()
}

/// Takes lines out of a file where a remedy says so: those nearest to the place that is told.
fn remove(site: &Site, told: &Told, gone: &[&str]) {
    let text = site.read(&told.file);
    let mut all: Vec<&str> = text.lines().collect();
    let is_here = |at: &usize| {
        let there = all[*at..].iter().map(|line| line.trim_end());
        there.take(gone.len()).eq(gone.iter().copied())
    };
    let at = (0..all.len()).filter(is_here);
    let at = at.min_by_key(|at| at.abs_diff(told.line - 1));
    let at = at.unwrap_or_else(|| panic!("{} names other lines: {}", told.code, told.help));
    all.drain(at..at + gone.len());
    site.write(&told.file, (all.join("\n") + "\n").as_bytes());
}

/// Puts lines in the place of those of a text that are told.
fn put(site: &Site, told: &Told, lines: &[&str]) {
    let text = site.read(&told.file);
    let mut all: Vec<&str> = text.lines().collect();
    let there = told.line - 1;
    if told.code == "text/missing-footnote" {
        all.push("");
        all.extend(lines);
    } else {
        let is_underlined = told.code == "text/underlined-paragraph";
        let from = there - usize::from(is_underlined);
        let is_block = matches!(
            told.code.as_str(),
            "text/indented-paragraph"
                | "text/pasted-table"
                | "text/underlined-paragraph"
                | "text/joined-lines"
        );
        let block = all[from..]
            .iter()
            .take_while(|line| !line.trim().is_empty());
        let count = match block.count() {
            _ if is_underlined => 2,
            count if is_block => count,
            _ => 1,
        };
        all.splice(from..from + count, lines.iter().copied());
    }
    site.write(&told.file, (all.join("\n") + "\n").as_bytes());
}

/// Puts lines where a remedy says.
fn follow(site: &Site, told: &Told) {
    let lines = lines(&told.help);
    assert!(
        !lines.is_empty(),
        "{} shows no line: {}\n{}",
        told.code,
        told.help,
        site.read(&told.file)
    );
    let says = |words: &str| told.help.contains(words);
    if says("次の行を消します。") || says("Remove this.") {
        return remove(site, told, &lines);
    }
    let in_text = ["link/", "text/", "translation/sections"];
    let in_front = ["text/unlisted-topic", "text/nothing-said"];
    if in_text.iter().any(|area| told.code.starts_with(area)) && !in_front.contains(&&*told.code) {
        return put(site, told, &lines);
    }
    let text = site.read(&told.file);
    let mut all: Vec<&str> = text.lines().collect();
    let there = told.line - 1;
    let named = key(lines[0]);
    let has = |line: &&str| named.is_some() && key(line) == named;
    let is_missing = told.code == "front-matter/missing-key" && !all.iter().any(has)
        || ["front-matter/which-event", "text/nothing-said"].contains(&&*told.code);
    // A key inside of braces.
    let inner = named.map(|key| format!("{key}: "));
    let inner = inner.and_then(|key| Some((all[there].find(&key)?, key)));
    if let Some((from, _)) = inner.filter(|(at, _)| *at > 0 && all[there].contains('{')) {
        let rest = &all[there][from..];
        let end = from + rest.find([',', '}']).unwrap_or(rest.len());
        let line = format!("{}{}{}", &all[there][..from], lines[0], &all[there][end..]);
        all[there] = &line;
        site.write(&told.file, (all.join("\n") + "\n").as_bytes());
        return;
    }
    if told.code == "front-matter/unclosed" {
        all.splice(there + 1..=there, lines.iter().copied());
    } else if told.code == "front-matter/missing" {
        all.splice(0..0, lines.iter().copied());
    } else if is_missing {
        let after = usize::from(told.file.ends_with(".md"));
        all.splice(there + after..there + after, lines.iter().copied());
    } else {
        let at = all.iter().position(has).unwrap_or(there);
        // With everything that stands below it.
        let depth = indent(all[at]);
        let below = all[at + 1..]
            .iter()
            .take_while(|line| indent(line) > depth || line.starts_with("- "));
        let end = if told.code == "front-matter/syntax" || told.code == "front-matter/indent" {
            at + 1
        } else {
            at + 1 + below.count()
        };
        let lead = if lines[0].starts_with(' ') { 0 } else { depth };
        let lead = if lines.len() == 1
            && !["front-matter/syntax", "front-matter/indent"].contains(&told.code.as_str())
        {
            lead
        } else {
            0
        };
        let put: Vec<String> = lines
            .iter()
            .map(|line| format!("{}{line}", " ".repeat(lead)))
            .collect();
        all.splice(at..end, put.iter().map(String::as_str));
        site.write(&told.file, (all.join("\n") + "\n").as_bytes());
        return;
    }
    site.write(&told.file, (all.join("\n") + "\n").as_bytes());
}

/// Follows what is said of some codes, one place in each file at a time, until it is said no more.
pub(super) fn mends(codes: &[&str], site: impl Fn() -> Site) {
    for lang in ["ja", "en"] {
        let site = site();
        let mut said = told(&site, lang);
        for code in codes {
            let is_told = said.iter().any(|told| told.code == *code);
            assert!(is_told, "{code} is not reported");
        }
        for step in 0.. {
            let mut files = BTreeSet::new();
            for own in said.iter().filter(|own| codes.contains(&own.code.as_str())) {
                let (code, help) = (&own.code, &own.help);
                assert!(
                    step < 6,
                    "{lang} {code} stays: {help}\n{}",
                    site.read(&own.file)
                );
                if files.insert(&own.file) {
                    follow(&site, own);
                }
            }
            if files.is_empty() {
                break;
            }
            said = told(&site, lang);
        }
    }
}

/// The same by `check --fix`.
pub(super) fn is_fixed(code: &str, site: &Site) {
    let is_told = || told(site, "en").iter().any(|told| told.code == code);
    assert!(is_told(), "{code} is not reported");
    site.run(&["check", "--fix", "--no-leaflets"]);
    assert!(!is_told(), "`check --fix` does not mend {code}");
}

/// The minimal site with a person for each of some lines.
pub(super) fn people(lines: &[&str]) -> Site {
    let mut site = Site::new()
        .bytes("images/a.gif", POINT)
        .bytes("images/yamada.gif", POINT);
    for (at, lines) in lines.iter().enumerate() {
        let mut text = "name: 鈴木\ntitle: 声を\n".to_owned();
        if !lines.contains("topics:") {
            text += "topics: [privacy]\n";
        }
        let text = format!("---\n{text}{lines}\n---\n\n本文です。\n");
        site = site.file(&format!("speakers/suzuki-{at}.ja.md"), &text);
    }
    site
}

/// The minimal site with a page for each of some texts.
fn pages(texts: &[&str]) -> Site {
    let pages = texts.iter().enumerate();
    pages.fold(Site::new(), |site, (at, text)| {
        site.file(&format!("pages/notes-{at}.ja.md"), text)
    })
}

/// The minimal site with a page for each of some bodies.
pub(super) fn saying(bodies: &[&str]) -> Site {
    let page = |body: &&str| format!("---\ntitle: 覚え書き\n---\n\n{body}\n");
    let texts: Vec<String> = bodies.iter().map(page).collect();
    let texts: Vec<&str> = texts.iter().map(String::as_str).collect();
    pages(&texts)
}

#[test]
fn values_of_another_type() {
    let code = &["front-matter/wrong-type"];
    mends(code, || {
        people(&[
            // Topics by what they are called, which is not how they are named.
            "topics: 個人情報、受診",
            "topics: だれも知らない話、もう一つ",
            "topics:\n  privacy: 1",
            "photo: yamada.gif",
            "photo:\n  file: a.gif\n  alt: 演壇\n  consent: はい",
            "source: 会報",
            "source: [会報]",
            "translation: 田中",
            "order: 一番",
            "order: 3番目",
            "draft: たぶん",
            "reading: [やまだ, はなこ]",
            "role: [会長, 代表]",
            "figures: 約80万人",
            "figures: [約80万人, 88％]",
            "figures:\n  - value: 88％\n  - caption: 申請した人",
            "figures:\n  - value: 88％\n    caption: 申請した人\n  - 4桁",
            "figures: {}",
        ])
        .edited(
            "topics/privacy.ja.md",
            "summary:",
            "terms: 番号、名簿\nsummary:",
        )
        .edited(
            "topics/access.ja.md",
            "summary:",
            "related: 個人の情報\nsummary:",
        )
    });
    mends(code, || {
        let lines = "publisher: 見本の会\ncall_to_action: 署名にご協力ください\ncolors: red\n";
        let site = Site::new().edited(
            "site.yaml",
            "languages: [ja, en]",
            "languages: 日本語、英語",
        );
        let text = site.read("content/site.yaml");
        site.file("site.yaml", &(text + lines))
    });
}

#[test]
fn keys_that_are_missing() {
    let code = &["front-matter/missing-key"];
    mends(code, || {
        people(&[
            "photo:\n  file: a.gif",
            "photo: {alt: 演壇}",
            "figures:\n- value: 88％\n- value: 2万円\n  caption: 一人あたり\n  source: 会報",
            "figures: [{caption: 申請した人, source: 会報}]",
            "figures:\n  source: 会報",
        ])
        .edited("speakers/yamada.ja.md", "title: 保険証をなくさないで\n", "")
        .edited("speakers/tanaka.ja.md", "name: 田中太郎\n", "")
        .edited(
            "site.yaml",
            "title: {ja: 集会の記録, en: Rally report}\n",
            "call_to_action:\n  url: https://shukai.test/sign\n",
        )
        .edited("pages/about.ja.md", "title: このサイトについて\n", "")
        .file(
            "speakers/sato.ja.md",
            "---\nname: 佐藤\ntitle: 声\n---\n\n本文\n",
        )
        .file("leaflets/x.ja.md", "---\ntitle: 題\n---\n\n本文\n")
        .file("events/x.ja.md", "---\nname: 集い\n---\n")
        .file("topics/x.ja.md", "---\nname: 話\n---\n")
    });
    mends(code, || {
        Site::new().edited("site.yaml", "languages: [ja, en]\n", "")
    });
}

#[test]
fn names_dates_and_addresses() {
    let codes = [
        "front-matter/bad-slug",
        "front-matter/bad-date",
        "front-matter/bad-url",
        "front-matter/unknown-key",
        "front-matter/bad-choice",
        "front-matter/which-event",
        "front-matter/base-url",
        "front-matter/cut-off",
        "front-matter/marks",
        "front-matter/chart-value",
    ];
    mends(&codes, || {
        let event = "---\nname: 春の集会\ndate: 2025-03-08\n---\n";
        people(&[
            "topics: [個人情報, access]",
            "topics: [だれも知らない話]",
            "event: 緊急の集会だった",
            "date: 2022-11-31",
            "date: 令和60年5月3日",
            "date: 2022年11月17日（金）",
            "date: 24-10-05",
            "date: 2022年11月17日 13時",
            "pull: 窓口を**残して**",
            "source: {title: 会報, url: www.shukai.test}",
            "source:\n  title: 会報\n  url: www.shukai.test/a",
            "afiliation: 患者の会",
            "figures:\n  - value: 88％\n    captoin: 申請した人",
            "charts:\n  - kind: bars\n    title: 待つ人\n    rows:\n      - label: 東京\n        value: 約80万人\n      - label: 大阪\n        value: 20",
            "kind: sumary",
            "photo:\n  file: a.gif\n  alt: 演壇\n  consent: [はい]",
            "role: 会長 #1",
        ])
        .file("events/2025-03-08-shukai.ja.md", event)
        .edited(
            "site.yaml",
            "https://shukai.test/rally/",
            "http://shukai.test/rally/index.html",
        )
        .edited("site.yaml", "[ja, en]", "[日本語, 英語]")
        .edited("site.yaml", "title:", "colors:\n  accent: red\ntitle:")
    });
}

#[test]
fn languages_remarks_and_addresses() {
    let codes = [
        "front-matter/bad-choice",
        "front-matter/bad-url",
        "front-matter/unknown-key",
    ];
    let lines =
        "publisher:\n  address:\n    jp: 町\n  mail: a@shukai.test\n  url: https//shukai.test\n";
    mends(&codes, || Site::with_settings(lines));
    mends(&["front-matter/cut-off"], || {
        people(&["role: 会長 # 仮", "role: 会長　＃仮"]).edited(
            "events/rally.ja.md",
            "venue: 会館",
            "organisers:\n  - 見本の会 #1",
        )
    });
}

#[test]
fn keys_and_what_stands_below_them() {
    let code = &["front-matter/syntax"];
    for lines in [
        "publisher: 会\n  address: 町\n",
        "publisher: 会\n  name: 団体\n",
        "description: 文\n  en: Text\n",
        "publisher\n  name: 会\n",
        "publisher:\n  name: 会\n  address 町\n",
        "# publisher\n  name: 会\n  address: 町\n",
        "description:\n  ja: 文\n  en: \"Text\n\n# サイト\"\ncopyright: 会\n",
        "copyright: \"一\\n二\\の三\"\n",
    ] {
        mends(code, || Site::with_settings(lines));
    }
    mends(code, || {
        people(&[
            "source: 会報\n  note: 第3号",
            "role 会長",
            "pull: \"一\\n二\\の三\"",
        ])
        .edited(
            "topics/privacy.ja.md",
            "summary:",
            "terms: [番号, 名簿 #仮]\nsummary:",
        )
    });
    mends(&["front-matter/missing"], || {
        let text = "## 見出し {#a topic=privacy}\n\n本文。\n";
        let site = Site::new().file("speakers/sato.ja.md", text);
        site.file("events/haru.ja.md", "")
            .file("topics/x.ja.md", "")
    });
}

#[test]
fn slips_and_syntax() {
    mends(&["front-matter/syntax"], || {
        pages(&[
            "---\ntitle: 一行目です\n二行目です\n---\n",
            "---\ntitle: \"保険証\nnav: true\n---\n",
            "---\ntitle: 題\nmenu: [a, b\nnav: true\n---\n",
            "---\ntitle: 題\n   memo: 覚え書き\n---\n",
            "---\nただの文\n---\n",
        ])
    });
    let codes = [
        "front-matter/full-width",
        "front-matter/no-space",
        "front-matter/needs-quotes",
        "front-matter/key-form",
        "front-matter/word",
        "front-matter/tab",
        "front-matter/indent",
        "front-matter/list-form",
        "front-matter/date-form",
        "front-matter/curly-quotes",
        "front-matter/unclosed",
        "front-matter/missing",
        "front-matter/fence",
    ];
    mends(&codes, || {
        pages(&[
            "---\ntitle：題\n---\n",
            "---\ntitle:題\n---\n",
            "---\ntitle: @題\n---\n",
            "---\n題: 覚え書き\n---\n",
            "---\ntitle: 題\nnav: いいえ\n---\n",
            "---\ntitle: 題\n\tnav: false\n---\n",
            "---\ntitle: 題\n nav: false\n---\n",
            "---\ntitle:\n    ja: 題\n   en: Title\n---\n",
            "---\ntitle: 覚え書き\n\n本文です。\n",
            "覚え書き\n\n本文です。\n",
            "title: 覚え書き\n---\n\n本文です。\n",
        ])
        .edited(
            "speakers/yamada.ja.md",
            "[privacy, access]",
            "privacy, access",
        )
        .edited(
            "speakers/tanaka.ja.md",
            "[privacy]",
            "[“privacy”]\ndate: 2022/11/17",
        )
    });
}

#[test]
fn translations_and_leaflets() {
    let codes = [
        "translation/stale",
        "translation/bad-fingerprint",
        "leaflet/languages",
    ];
    mends(&codes, || {
        let leaflet = "---\ntitle: 題\nformat: a4-duplex\nlanguages: [ja]\n---\n\n本文\n";
        let of = |of: &str, key: &str| format!("translation:\n  of: {of}\n{key}:");
        Site::new()
            .file("leaflets/x.ja.md", leaflet)
            .edited("pages/about.en.md", "title:", &of("0000-0000", "title"))
            .edited("topics/access.en.md", "name:", &of("あとで", "name"))
    });
}

/// Every code is followed here, or it is said why not.
#[test]
fn every_code_is_followed_or_named() {
    let files = [
        include_str!("remedies.rs"),
        include_str!("remedies_of_text.rs"),
        include_str!("remedies_of_links.rs"),
    ];
    // What stands before is how they are followed, and which are not.
    let tests = files.map(|text| text.split_once("\n#[test]\n").unwrap().1);
    let codes = super::coded();
    let is_followed = |code: &str| {
        let quoted = format!("\"{code}\"");
        tests.iter().any(|text| text.contains(&quoted))
    };
    let is_named = |code: &str| {
        let area = code.split('/').next().unwrap_or_default();
        let mut named = BY_HAND.iter();
        named.any(|(name, _)| *name == code || *name == format!("{area}/*"))
    };
    let is_left_over = |name: &&str| match name.strip_suffix('*') {
        Some(area) => !codes.iter().any(|code| code.starts_with(area)),
        None => !codes.contains(*name) || is_followed(name),
    };
    let names = BY_HAND.iter().map(|(name, _)| *name);
    let left_over: Vec<&str> = names.filter(is_left_over).collect();
    assert!(left_over.is_empty(), "unknown, or followed: {left_over:?}");
    let missing: BTreeSet<&String> = codes
        .iter()
        .filter(|code| !is_named(code) && !is_followed(code))
        .collect();
    assert!(
        missing.is_empty(),
        "neither followed nor named: {missing:?}"
    );
}
