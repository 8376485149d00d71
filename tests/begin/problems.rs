//! What stands in the way of somebody who begins, in both languages.

use crate::support::Site;

/// Runs the program in both languages and compares what is said about `code`.
fn shows(code: &str, site: impl Fn() -> Site, args: &[&str]) {
    let said = |lang| {
        let site = site();
        let run = site.run_in(lang, args);
        assert!(
            run.stderr.contains(&format!("[{code}]")),
            "{code} is not reported:\n{}",
            run.stderr
        );
        (run.stderr, run.status)
    };
    let ((ja, status), (en, _)) = (said("ja"), said("en"));
    let shown = format!("$ chirashi {}\n\n{ja}\n{en}\n→ {status}", args.join(" "));
    insta::with_settings!({ omit_expression => true }, {
        insta::assert_snapshot!(code.replace('/', "_"), shown);
    });
}

#[test]
fn no_content() {
    shows(
        "begin/no-content",
        Site::empty,
        &["new", "speaker", "mihon"],
    );
}

/// What is said in a folder that is no campaign's, by a command of each kind.
#[test]
fn a_campaign_nearby_is_named() {
    let near = |folder: &str, args: &[&str]| {
        let site = Site::new();
        std::fs::create_dir_all(site.path(folder)).unwrap();
        let said = ["ja", "en"].map(|lang| {
            let output = std::process::Command::new(env!("CARGO_BIN_EXE_chirashi"))
                .args(args)
                .current_dir(site.path(folder))
                .env("CHIRASHI_LANG", lang)
                .env("CHIRASHI_CACHE", "off")
                .output()
                .unwrap();
            assert_eq!(output.status.code(), Some(2));
            let said = String::from_utf8(output.stderr).unwrap();
            assert!(said.contains("[begin/no-content]"), "{said}");
            said
        });
        said.join("\n")
    };
    for (folder, args, typed) in [
        ("content", vec!["check"], "cd .."),
        ("content/speakers", vec!["build"], "cd ../.."),
        ("notes/old", vec!["new", "page", "a"], "cd ../.."),
        (
            "",
            vec!["translations", "--content", "contnet"],
            "--content content",
        ),
        ("", vec!["check", "--content", "."], "--content ./content"),
    ] {
        let said = near(folder, &args);
        assert_eq!(said.matches(typed).count(), 2, "{folder} {args:?}\n{said}");
    }
    let site = Site::empty().beside("2024 春/content/site.yaml", "title: a\nlanguages: [ja]\n");
    let run = site.run(&["check"]);
    assert!(
        run.stderr.contains("\n              cd \"2024 春\"")
            || run.stderr.contains("cd \"2024 春\""),
        "{}",
        run.stderr
    );
}

#[test]
fn exists() {
    shows("begin/exists", Site::new, &["new", "speaker", "yamada"]);
}

#[test]
fn name() {
    shows(
        "begin/name",
        Site::new,
        &["new", "speaker", "やまだ はなこ"],
    );
}

#[test]
fn not_empty() {
    let site = || Site::empty().beside("ours/letter.txt", "a letter");
    shows("begin/not-empty", site, &["init", "ours"]);
}

#[test]
fn unfilled() {
    let site = || {
        let text = "---\ntitle: 【要記入】題\n---\n\n【要記入】本文\n";
        Site::new().file("pages/mihon.ja.md", text)
    };
    shows("text/unfilled", site, &["check", "--no-leaflets"]);
}

#[test]
fn no_original() {
    let args = ["new", "speaker", "mihon", "--translate-from", "ja"];
    shows("begin/no-original", Site::new, &args);
}

#[test]
fn no_language() {
    let args = ["new", "speaker", "yamada", "--translate-from", "fr"];
    shows("begin/no-language", Site::new, &args);
}

#[test]
fn which_event() {
    let event = "---\nname: 春の集会\ndate: 2025-03-08\n---\n";
    let site = || Site::new().file("events/2025-03-08-shukai.ja.md", event);
    shows("begin/which-event", site, &["new", "statement", "yamada"]);
}

#[test]
fn which_speaker() {
    shows(
        "begin/which-speaker",
        Site::new,
        &["new", "statement", "rally"],
    );
}

#[test]
fn swapped() {
    shows(
        "begin/swapped",
        Site::new,
        &["new", "statement", "yamada", "rally"],
    );
}

#[test]
fn one_name() {
    shows(
        "begin/one-name",
        Site::new,
        &["new", "topic", "water", "rally"],
    );
    for kind in ["event", "speaker", "leaflet", "page"] {
        let site = Site::new();
        let run = site.run_in("en", &["new", kind, "tanaka-2", "rally"]);
        assert!(run.stderr.contains("[begin/one-name]"), "{}", run.stderr);
        assert!(
            run.stderr
                .contains(&format!("chirashi new {kind} tanaka-2"))
        );
    }
}

#[test]
fn already_said() {
    let args = ["new", "statement", "rally", "yamada"];
    shows("begin/already-said", Site::new, &args);
    let site = Site::new();
    site.run_in("en", &args);
    assert!(!site.path("content/statements").exists());
}
