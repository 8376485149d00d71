//! `chirashi init`.

use crate::support::{Site, is_a};

/// A folder name as people choose them.
const FOLDER: &str = "わたしたちの 集会 2024";

/// A campaign in a folder below a temporary one.
fn campaign() -> Site {
    let site = Site::empty();
    let run = site.run_in("ja", &["init", FOLDER]);
    assert_eq!(run.status, 0, "{}", run.stderr);
    site
}

fn inside(path: &str) -> String {
    format!("{FOLDER}/{path}")
}

#[test]
fn the_sample_builds_without_a_problem() {
    let site = campaign();
    let out = inside("public");
    let run = site.run_in(
        "ja",
        &["build", "--content", &inside("content"), "--out", &out],
    );
    assert_eq!(run.status, 0, "{}{}", run.stderr, run.stdout);
    // That it is a sample is all that there is to say of it.
    let told = run.stderr.lines().filter(|line| line.starts_with("注意"));
    let (samples, others): (Vec<&str>, Vec<&str>) =
        told.partition(|line| line.starts_with("注意[text/sample]"));
    assert_eq!(others, [""; 0]);
    assert!(samples.len() > 5, "{}", run.stderr);
    let files = site.tree(&out);
    let count = |ending: &str| files.keys().filter(|name| is_a(ending, name)).count();
    assert!(count("html") > 30 && count("pdf") > 20, "{}", run.stdout);
    for page in ["index.html", "speakers/mihon.html", "topics/children.html"] {
        for (folder, mark) in [("", "見本"), ("en/", "ample")] {
            let html = site.read(&inside(&format!("public/{folder}{page}")));
            assert!(
                html.contains(mark),
                "{folder}{page} is not marked as a sample"
            );
        }
    }
}

#[test]
fn it_says_what_to_do_next_in_both_languages() {
    let ja = Site::empty().run_in("ja", &["init", FOLDER]);
    let en = Site::empty().run_in("en", &["init", "our rally"]);
    insta::assert_snapshot!("init", format!("{}\n{}", ja.stdout, en.stdout));
}

#[test]
fn notepad_of_every_windows_can_read_the_readme() {
    let text = std::fs::read(campaign().path(&inside("README.txt"))).unwrap();
    let text = std::str::from_utf8(&text).unwrap();
    let body = text.strip_prefix('\u{feff}').expect("a byte order mark");
    assert!(body.contains("chirashi new speaker") && body.contains("Read this first"));
    for line in body.split_inclusive('\n') {
        assert!(line.ends_with("\r\n"), "{line:?} does not end with CR LF");
    }
}

#[test]
fn a_folder_that_holds_something_is_left_alone() {
    let site = Site::empty().beside("ours/letter.txt", "a letter");
    let run = site.run(&["init", "ours"]);
    assert_eq!(run.status, 2);
    assert!(run.stderr.contains("[begin/not-empty]"), "{}", run.stderr);
    assert_eq!(site.tree("ours").len(), 1, "something was written");
    let run = site.run(&["init", "ours/letter.txt"]);
    assert_eq!(run.status, 2, "{}", run.stderr);
}

#[test]
fn a_folder_that_only_looks_empty_is_taken() {
    let site = Site::empty()
        .beside("ours/.DS_Store", "")
        .beside("ours/.git/HEAD", "ref: refs/heads/main\n");
    let run = site.run(&["init", "ours"]);
    assert_eq!(run.status, 0, "{}", run.stderr);
}

#[test]
fn without_a_folder_it_says_what_is_missing() {
    let site = Site::empty();
    let run = site.run_in("ja", &["init"]);
    assert_eq!(run.status, 2);
    assert!(run.stderr.contains("フォルダー"), "{}", run.stderr);
    assert!(site.tree("").is_empty());
}

#[test]
fn the_sample_as_it_is_does_not_go_to_the_print_shop() {
    let site = campaign();
    for (lang, mark) in [("ja", "見本"), ("en", "sample")] {
        let args = ["handoff", "speaker-mihon", "--content", &inside("content")];
        let run = site.run_in(lang, &args);
        assert_eq!(run.status, 1, "{}", run.stderr);
        assert!(run.stderr.contains(mark), "{}", run.stderr);
        assert!(!site.has("speaker-mihon.zip"));
    }
}
