//! Characters that the theme's typefaces lack: lent by a face of the machine, set as an equal one, or
//! refused once, at their place.

use std::path::Path;

use super::lines;
use crate::support::{Run, Site};

/// A face with a few letters of Korean.
const FACE: &str = concat!(
    env!("CARGO_MANIFEST_DIR"),
    "/tests/site/fonts/sample-hangul.ttf"
);

/// A person with a Korean word in the statement, which a topic cites.
fn korean(more: &str) -> Site {
    Site::new().edited(
        "speakers/yamada.ja.md",
        "番号で暮らしが見えてしまいます。",
        &format!("番号で{more}暮らしが見えてしまいます。"),
    )
}

/// Runs on a machine that has a face, changed by `change`, and no other.
fn run(site: &Site, change: impl FnOnce(&mut Vec<u8>), args: &[&str]) -> Run {
    let mut face = std::fs::read(FACE).unwrap();
    change(&mut face);
    site.write("machine/deep/face.ttf", &face);
    let folder = site.path("machine");
    let folder = folder.to_str().unwrap();
    site.run_with(&[("CHIRASHI_LANG", "en"), ("CHIRASHI_FONTS", folder)], args)
}

/// Where the record of a table of a font begins.
fn record(face: &[u8], table: [u8; 4]) -> usize {
    (12..face.len())
        .step_by(16)
        .find(|at| face[*at..].starts_with(&table))
        .unwrap()
}

fn errors(run: &Run) -> Vec<&str> {
    let lines = run.stderr.lines().chain(run.stdout.lines());
    lines
        .filter(|line| line.contains(r#""severity":"error""#))
        .collect()
}

#[test]
fn a_face_of_the_machine_lends_what_is_missing() {
    let site = korean("한국");
    let built = run(&site, |_| {}, &["build"]);
    assert_eq!(built.status, 0, "{}", built.stderr);
    assert!(
        built.stdout.contains("face.ttf"),
        "{}{}",
        built.stdout,
        built.stderr
    );
    assert_eq!(
        built.stdout.matches("face.ttf").count(),
        1,
        "{}",
        built.stdout
    );
    for path in ["speaker-yamada.ja.pdf", "topic-privacy.ja.pdf"] {
        let all = lines::read(&site.path(&format!("public/leaflets/{path}")));
        let text: String = all.iter().map(|line| line.words.as_str()).collect();
        assert!(text.contains("한국"), "{path}: {text}");
    }
    let lines = |lang: &str| {
        let folder = site.path("machine");
        let folder = folder.to_str().unwrap();
        let run = site.run_with(
            &[("CHIRASHI_LANG", lang), ("CHIRASHI_FONTS", folder)],
            &["check", "--format", "json"],
        );
        let lent = run
            .stdout
            .lines()
            .filter(|line| line.contains("leaflet/lent-face"));
        lent.map(|line| line.to_owned() + "\n").collect::<String>()
    };
    insta::assert_snapshot!("leaflet_lent-face", lines("ja") + &lines("en"));
    let first = site.tree("public");
    std::fs::remove_dir_all(site.path("public")).unwrap();
    run(&site, |_| {}, &["build"]);
    assert!(
        first == site.tree("public"),
        "the same machine, other bytes"
    );
}

/// A build whose faces are no longer the same is not taken for unchanged.
#[test]
fn a_face_that_is_gone_is_missed() {
    let site = korean("한국");
    let (folder, cache) = (site.path("machine"), site.path("cache"));
    let variables = [
        ("CHIRASHI_FONTS", folder.to_str().unwrap()),
        ("CHIRASHI_CACHE", cache.to_str().unwrap()),
    ];
    site.write("machine/deep/face.ttf", &std::fs::read(FACE).unwrap());
    for _ in 0..2 {
        let built = site.run_with(&variables, &["build"]);
        assert_eq!(built.status, 0, "{}", built.stderr);
    }
    std::fs::remove_file(site.path("machine/deep/face.ttf")).unwrap();
    let built = site.run_with(&variables, &["build"]);
    assert_eq!(built.status, 1, "{}{}", built.stdout, built.stderr);
    site.edit("site.yaml", "languages:", "fonts: theme\nlanguages:");
    assert_eq!(site.run_with(&variables, &["build"]).status, 1);
}

#[test]
fn a_face_that_may_not_be_embedded_or_is_coloured_lends_nothing() {
    let restricted = |face: &mut Vec<u8>| {
        let at = record(face, *b"OS/2") + 8;
        let offset = u32::from_be_bytes(face[at..at + 4].try_into().unwrap()) as usize;
        face[offset + 8..offset + 10].copy_from_slice(&[0, 2]);
    };
    let coloured = |face: &mut Vec<u8>| {
        let at = record(face, *b"post");
        face[at..at + 4].copy_from_slice(b"sbix");
    };
    let cut = |face: &mut Vec<u8>| face.truncate(face.len() / 2);
    let site = korean("한국");
    let args = ["check", "--format", "json"];
    for told in [
        run(&site, restricted, &args),
        run(&site, coloured, &args),
        run(&site, cut, &args),
    ] {
        let errors = errors(&told);
        assert_eq!(errors.len(), 1, "{errors:#?}");
        let place = r#""file":"content/speakers/yamada.ja.md","line":13,"column":4"#;
        assert!(
            errors[0].contains(place) && errors[0].contains("U+D55C"),
            "{}",
            errors[0]
        );
    }
    site.edit("site.yaml", "languages:", "fonts: theme\nlanguages:");
    let told = run(&site, |_| {}, &args);
    let errors = errors(&told);
    assert_eq!(errors.len(), 1, "{errors:#?}");
    assert!(errors[0].contains("fonts: theme"), "{}", errors[0]);
}

/// Nobody has them: an equal one is set in their place, or nothing.
#[test]
fn equals_and_what_nobody_sees_need_no_face() {
    let unseen = "辻\u{e0100}神\u{fe00}A\u{2011}B\u{202f}C\u{2007}D\u{2009}E\u{ad}F※\u{fe0f}";
    let site = korean(unseen);
    assert!(Path::new(FACE).is_file());
    let built = site.run(&["build"]);
    assert_eq!(built.status, 0, "{}", built.stderr);
    let all = lines::read(&site.path("public/leaflets/speaker-yamada.ja.pdf"));
    let text: String = all.iter().map(|line| line.words.as_str()).collect();
    assert!(text.contains("A-B C D EF"), "{text}");
}

/// A table that an automatic leaflet leaves out is on the site, as the paper says, with the address.
#[test]
fn paper_says_where_a_table_is_that_it_leaves_out() {
    let cell = |n: usize| format!(" {n}年度の集計 |");
    let row: String = (0..14).map(cell).collect();
    let table = format!("|{row}\n|{}\n|{row}\n", " --- |".repeat(14));
    let site = Site::new().edited(
        "speakers/yamada.ja.md",
        "番号で暮らしが見えてしまいます。",
        &format!("番号で暮らしが見えてしまいます。\n\n{table}"),
    );
    let built = site.run(&["build"]);
    assert_eq!(built.status, 0, "{}", built.stderr);
    let all = lines::read(&site.path("public/leaflets/speaker-yamada.ja.pdf"));
    let text: String = all.iter().map(|line| line.words.as_str()).collect();
    let address = "（表はサイトのページにあります。）";
    let behind = text
        .split_once(address)
        .map(|(_, behind)| behind.trim_start());
    let behind = behind.unwrap_or_else(|| panic!("{text}"));
    assert!(behind.starts_with("shukai.test/rally/"), "{text}");
    assert!(!text.contains("13年度の集計"), "{text}");
    for page in ["leaflets/speaker-yamada.html", "speakers/yamada.html"] {
        assert!(site.out(page).contains("13年度の集計"), "{page}");
    }
}
