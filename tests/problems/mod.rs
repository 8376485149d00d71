//! Every code of problem, provoked by a small site and shown in both languages: one snapshot
//! a code, in `snapshots/…__problems__<area>_<what>.snap`.

mod files;
mod front_matter;
mod images;
mod leaflets;
mod links;
mod output;
mod remedies;
mod remedies_of_links;
mod remedies_of_text;
mod site;
mod text;
mod themes;
mod translations;

use std::collections::BTreeSet;
use std::path::Path;

use crate::support::{Run, SITE, Site, YAMADA_JA};

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
        .file("site.yaml", "title: 集会の記録\nlanguages: [ja]\nbase_url: https://shukai.test/\n")
        .file("speakers/yamada.ja.md", &format!(
            "---\nname: 山田花子\ntitle: 保険証をなくさないで\ntopics: []\nsummary: {passage}\n---\n\n{sections}{more}",
        ))
}

/// Every code that stands in the source, as a snapshot is called.
fn codes() -> BTreeSet<String> {
    coded().iter().map(|code| code.replace('/', "_")).collect()
}

/// Every code that stands in the source.
fn coded() -> BTreeSet<String> {
    let sources = crate::support::tree(&Path::new(env!("CARGO_MANIFEST_DIR")).join("src"));
    let is_of_faults = |path: &str| path.ends_with("/fault.rs") || path.contains("/fault/");
    let faults = sources.iter().filter(|(path, _)| is_of_faults(path));
    let text: String = faults
        .map(|(_, bytes)| String::from_utf8_lossy(bytes))
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
    text.split('"').filter(is_code).map(str::to_owned).collect()
}

/// The names of all snapshots, each with the module of the tests that take it.
fn snapshots() -> BTreeSet<(String, String)> {
    let tests = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests");
    let names = crate::support::tree(&tests).into_keys();
    let own = |path: String| {
        let (_, name) = path.rsplit_once('/')?;
        let name = name.strip_prefix("testsuite__")?.strip_suffix(".snap")?;
        let (module, code) = name.rsplit_once("__")?;
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
