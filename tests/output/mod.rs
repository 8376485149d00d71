//! What reaches the disk: the same bytes every time, only what changed, nobody else's files,
//! and nothing at all when the content has errors.

use std::fs;
use std::time::SystemTime;

use crate::support::{Site, Tree, YAMADA_JA, is_a};

/// The manifest that a build leaves in the output folder.
const MANIFEST: &str = ".chirashi-manifest";

/// The time at which every file of `public/` was last written.
fn times(site: &Site) -> Vec<(String, SystemTime)> {
    let written = |name: &String| {
        let file = site.path(&format!("public/{name}"));
        fs::metadata(file)
            .and_then(|meta| meta.modified())
            .expect("a time of writing")
    };
    site.tree("public")
        .keys()
        .map(|name| (name.clone(), written(name)))
        .collect()
}

/// The names of files that differ between two trees.
fn differing(before: &Tree, after: &Tree) -> Vec<String> {
    let names = before.keys().chain(after.keys());
    let mut names: Vec<String> = names
        .filter(|name| before.get(*name) != after.get(*name))
        .cloned()
        .collect();
    names.sort();
    names.dedup();
    names
}

/// The numbers in the closing line: written, unchanged, removed.
fn counted(closing: &str) -> [usize; 3] {
    let counts = closing
        .split_once('(')
        .expect("counts in brackets")
        .1
        .split(", ");
    let mut numbers = counts.map(|part| {
        part.split(' ')
            .next()
            .unwrap_or_default()
            .parse()
            .expect("a number")
    });
    [(); 3].map(|()| numbers.next().expect("three counts"))
}

#[test]
fn two_builds_write_the_same_bytes() {
    let site = Site::new();
    site.build_with(&["--out", "one"]);
    site.build_with(&["--out", "two"]);
    let (one, two) = (site.tree("one"), site.tree("two"));
    assert_eq!(differing(&one, &two), [""; 0]);
    assert!(one.len() > 30, "only {} files", one.len());
}

#[test]
fn the_number_of_cores_changes_nothing() {
    let broken = YAMADA_JA
        .replace("order: 1", "order: first\norde: 1")
        .replace("topic=access", "topic=acess");
    for site in [
        Site::new(),
        Site::new().file("speakers/yamada.ja.md", &broken),
    ] {
        let run = |cores: &str| {
            let args = ["build", "--no-leaflets", "--out", cores];
            let run = site.run_with(
                &[("CHIRASHI_LANG", "en"), ("RAYON_NUM_THREADS", cores)],
                &args,
            );
            (run.status, run.stderr, site.tree(cores))
        };
        assert!(run("1") == run("7"));
    }
}

#[test]
fn a_second_build_writes_nothing() {
    let site = Site::new();
    let first = site.build();
    let [written, unchanged, removed] = counted(&first.stdout);
    assert!(
        written > 30 && unchanged == 0 && removed == 0,
        "{}",
        first.stdout
    );
    let before = times(&site);
    let second = site.build();
    assert_eq!(
        counted(&second.stdout),
        [0, written, 0],
        "{}",
        second.stdout
    );
    assert_eq!(times(&site), before);
}

#[test]
fn one_edit_writes_only_what_it_changes() {
    let site = Site::new();
    site.build();
    let (before, written) = (site.tree("public"), times(&site));
    site.edit(
        "pages/about.ja.md",
        "集会の記録です。",
        "集会の記録を集めました。",
    );
    let run = site.build();
    let after = site.tree("public");
    let changed = differing(&before, &after);
    assert!(changed.contains(&"about.html".to_owned()), "{changed:?}");
    assert!(
        !changed.contains(&"en/about.html".to_owned()),
        "{changed:?}"
    );
    assert_eq!(
        counted(&run.stdout)[0],
        // Files of typefaces are named after what they hold: where a page shows other characters, the
        // old ones go.
        changed
            .iter()
            .filter(|name| *name != MANIFEST && after.contains_key(*name))
            .count(),
        "{changed:?}"
    );
    for (name, time) in times(&site) {
        let untouched = written.contains(&(name.clone(), time));
        assert_eq!(untouched, !changed.contains(&name), "{name}");
    }
}

#[test]
fn stale_files_and_empty_folders_go() {
    let site = Site::new();
    site.build();
    assert!(site.has("public/events/rally.html"));
    let before = site.tree("public");
    site.edit("site.yaml", "event: rally\n", "");
    let site = site
        .without("events/rally.ja.md")
        .without("events/rally.en.md");
    let run = site.build();
    let after = site.tree("public");
    let gone = before
        .keys()
        .filter(|name| !after.contains_key(*name))
        .count();
    assert_eq!(counted(&run.stdout)[2], gone, "{}", run.stdout);
    assert!(!site.path("public/events").exists() && !site.path("public/en/events").exists());
}

#[test]
fn files_of_somebody_else_stay() {
    let site = Site::new();
    site.build();
    site.write("public/events/letter.txt", b"a letter");
    site.write("public/CNAME", b"example.org");
    site.edit("site.yaml", "event: rally\n", "");
    let site = site
        .without("events/rally.ja.md")
        .without("events/rally.en.md");
    site.build();
    assert_eq!(site.out("events/letter.txt"), "a letter");
    assert_eq!(site.out("CNAME"), "example.org");
    assert!(!site.has("public/events/rally.html"));
}

#[test]
fn a_stale_file_edited_by_hand_stays() {
    let site = Site::new();
    site.build();
    site.write("public/about.html", b"edited by hand");
    let site = site
        .without("pages/about.ja.md")
        .without("pages/about.en.md");
    site.build();
    assert_eq!(site.out("about.html"), "edited by hand");
    assert!(!site.has("public/en/about.html"));
}

#[test]
fn a_failing_build_leaves_everything_as_it_was() {
    let site = Site::new();
    site.build();
    let (before, written) = (site.tree("public"), times(&site));
    site.edit(
        "speakers/yamada.ja.md",
        "番号で暮らしが見えてしまいます。",
        "[どこへ](topic:nowhere)",
    );
    site.edit(
        "pages/about.ja.md",
        "集会の記録です。",
        "これも変わりました。",
    );
    let run = site.run(&["build", "--no-leaflets"]);
    assert_eq!(run.status, 1, "{}", run.stderr);
    assert!(run.stdout.contains("Nothing was written"), "{}", run.stdout);
    assert_eq!(differing(&before, &site.tree("public")), [""; 0]);
    assert_eq!(times(&site), written);
}

#[test]
fn a_first_build_that_fails_makes_no_folder() {
    let site = Site::new().file("speakers/yamada.ja.md", "no front matter");
    assert_eq!(site.run(&["build", "--no-leaflets"]).status, 1);
    assert!(!site.path("public").exists());
}

#[test]
fn dangerous_folders_are_refused() {
    let site = Site::new()
        .beside("src/main.rs", "fn main() {}")
        .beside("themes/mine/css/own.css", "")
        .beside("elsewhere/css/own.css", "");
    let before = site.tree("");
    let outs = [
        "content",
        "content/public",
        "content/../content/x",
        ".",
        "themes",
        "themes/mine/out",
        "src",
        "src/public",
        "elsewhere/x",
    ];
    for out in outs {
        for force in [None, Some("--force")] {
            let args = [
                "build",
                "--no-leaflets",
                "--theme",
                "elsewhere",
                "--out",
                out,
            ];
            let run = site.run(&args.into_iter().chain(force).collect::<Vec<_>>());
            assert_eq!(run.status, 2, "--out {out}: {}", run.stderr);
            assert!(
                run.stderr.contains("output/overlaps-sources"),
                "--out {out}: {}",
                run.stderr
            );
        }
    }
    assert_eq!(differing(&before, &site.tree("")), [""; 0]);
}

#[cfg(unix)]
#[test]
fn a_link_into_the_sources_is_seen_through() {
    let site = Site::new();
    std::os::unix::fs::symlink(site.path("content"), site.path("innocent")).unwrap();
    let run = site.run(&["build", "--no-leaflets", "--out", "innocent/public"]);
    assert_eq!(run.status, 2, "{}", run.stderr);
    assert!(
        run.stderr.contains("output/overlaps-sources"),
        "{}",
        run.stderr
    );
}

#[test]
fn a_folder_with_files_needs_force_once() {
    let site = Site::new().beside("public/letter.txt", "a letter");
    let run = site.run(&["build", "--no-leaflets"]);
    assert_eq!(run.status, 2);
    assert!(
        run.stderr.contains("output/foreign-files"),
        "{}",
        run.stderr
    );
    assert_eq!(site.tree("public").len(), 1);
    site.build_with(&["--force"]);
    site.build();
    assert_eq!(site.out("letter.txt"), "a letter");
}

#[test]
fn hidden_files_do_not_count_as_files() {
    let site = Site::new().beside("public/.gitignore", "*\n");
    site.build();
    assert_eq!(site.out(".gitignore"), "*\n");
}

#[test]
fn a_file_that_appears_where_a_page_goes_is_not_written_over() {
    let site = Site::new();
    site.build();
    site.write("public/news.html", b"written by hand");
    let site = site.file(
        "pages/news.ja.md",
        "---\ntitle: お知らせ\n---\n\nお知らせです。\n",
    );
    let run = site.run(&["build", "--no-leaflets"]);
    assert_eq!(run.status, 2, "{}", run.stdout);
    assert_eq!(site.out("news.html"), "written by hand");
}

#[test]
fn the_sources_are_untouched() {
    let site = Site::new().beside("own/css/own.css", "p { margin: 0 }\n");
    let (content, theme) = (site.tree("content"), site.tree("own"));
    site.build_with(&["--theme", "own"]);
    site.build();
    site.run(&["check", "--no-leaflets"]);
    assert_eq!((site.tree("content"), site.tree("own")), (content, theme));
}

#[test]
fn check_writes_nothing() {
    let site = Site::new();
    let before = site.tree("");
    let run = site.run(&["check", "--no-leaflets"]);
    assert_eq!(run.status, 0, "{}", run.stderr);
    assert!(run.stdout.contains("pages"), "{}", run.stdout);
    assert_eq!(differing(&before, &site.tree("")), [""; 0]);
}

#[test]
fn exit_statuses() {
    let good = Site::new();
    assert_eq!(good.run(&["check", "--no-leaflets"]).status, 0);
    for (args, why) in [
        (
            ["check", "--no-such-option"].as_slice(),
            "an unknown option",
        ),
        (&["chekc"], "an unknown command"),
        (&["check", "--format", "xml"], "an unknown value"),
        (
            &["check", "--base-url", "example.org"],
            "an address without https",
        ),
        (
            &["check", "--no-leaflets", "--theme", "nowhere"],
            "no such theme",
        ),
        (
            &["check", "--no-leaflets", "--content", "nowhere"],
            "no such content folder",
        ),
    ] {
        let run = good.run(args);
        assert_eq!(run.status, 2, "{why}: {}{}", run.stdout, run.stderr);
        assert!(!run.stderr.is_empty(), "{why}");
    }
    let warned = Site::new().file("pages/about.en.md", "---\ntitle: About\n---\n\n# Large\n");
    assert_eq!(warned.run(&["check", "--no-leaflets"]).status, 0);
    let wrong = Site::new().file("pages/about.en.md", "no front matter");
    assert_eq!(wrong.run(&["check", "--no-leaflets"]).status, 1);
}

#[test]
fn help_is_in_the_reader_s_language() {
    let site = Site::empty();
    for (lang, word) in [("ja", "使い方"), ("en", "Usage")] {
        for args in [[].as_slice(), &["--help"], &["build", "--help"]] {
            let run = site.run_in(lang, args);
            assert_eq!(run.status, 0, "{args:?}");
            assert!(run.stdout.contains(word), "{args:?}: {}", run.stdout);
        }
    }
    let run = site.run_in("ja", &["--ui-lang", "en", "--help"]);
    assert!(run.stdout.contains("Usage"), "{}", run.stdout);
    for (variables, word) in [
        ([].as_slice(), "使い方"),
        (&[("LANG", "en_GB.UTF-8")], "Usage"),
        (
            &[("LC_ALL", "ja_JP.UTF-8"), ("LANG", "en_GB.UTF-8")],
            "使い方",
        ),
        (&[("LANG", "fr_FR.UTF-8")], "使い方"),
    ] {
        let run = site.run_with(variables, &["--help"]);
        assert!(run.stdout.contains(word), "{variables:?}: {}", run.stdout);
    }
}

#[test]
fn json_is_one_object_a_line() {
    let site = Site::new()
        .file(
            "speakers/yamada.ja.md",
            &YAMADA_JA.replace("order: 1", "orde: 1\nrole:"),
        )
        .file("pages/山.ja.md", "---\ntitle: 山\n---\n")
        .edited("site.yaml", "base_url: https://shukai.test/rally/\n", "");
    for command in ["check", "build"] {
        let run = site.run_in("ja", &[command, "--no-leaflets", "--format", "json"]);
        assert_eq!((run.status, run.stderr.as_str()), (1, ""));
        assert_eq!(run.stdout.lines().count(), 4, "{}", run.stdout);
        for line in run.stdout.lines() {
            let value: serde_json::Value = serde_json::from_str(line).expect("a JSON object");
            let object = value.as_object().expect("an object");
            let mut keys: Vec<&str> = object.keys().map(String::as_str).collect();
            keys.sort_unstable();
            assert_eq!(
                keys,
                [
                    "code", "column", "file", "help", "line", "message", "severity"
                ]
            );
            assert!(
                matches!(object["severity"].as_str(), Some("error" | "warning")),
                "{line}"
            );
            assert!(
                object["file"]
                    .as_str()
                    .is_some_and(|file| file.starts_with("content/")),
                "{line}"
            );
            assert!(
                object["code"]
                    .as_str()
                    .is_some_and(|code| code.contains('/')),
                "{line}"
            );
        }
        let unknown = run
            .stdout
            .lines()
            .find(|line| line.contains("unknown-key"))
            .expect("the unknown key");
        let unknown: serde_json::Value = serde_json::from_str(unknown).expect("a JSON object");
        assert_eq!(
            (unknown["line"].as_u64(), unknown["column"].as_u64()),
            (Some(5), Some(1))
        );
        assert_eq!(unknown["file"], "content/speakers/yamada.ja.md");
    }
}

#[test]
fn json_columns_count_characters() {
    let site = Site::new().file(
        "pages/notes.ja.md",
        "---\ntitle: 覚え書き\n---\n\n詳しくは[ここ](topic:nowhere)。\n",
    );
    let run = site.run(&["check", "--no-leaflets", "--format", "json"]);
    let problem: serde_json::Value =
        serde_json::from_str(run.stdout.trim()).expect("one JSON object");
    assert_eq!(
        (problem["line"].as_u64(), problem["column"].as_u64()),
        (Some(5), Some(5))
    );
}

#[test]
fn json_has_places_in_a_theme_too() {
    let site = Site::new().beside(
        "own/templates/colophon.html",
        "<p>\n{% if site.title %}\n</p>\n",
    );
    let run = site.run(&[
        "check",
        "--no-leaflets",
        "--theme",
        "own",
        "--format",
        "json",
    ]);
    let problem: serde_json::Value =
        serde_json::from_str(run.stdout.trim()).expect("one JSON object");
    assert_eq!(problem["file"], "own/templates/colophon.html");
    assert!(problem["line"].is_u64(), "{problem}");
}

#[test]
fn all_problems_are_reported_at_once_in_a_stable_order() {
    let site = Site::new()
        .file(
            "speakers/yamada.ja.md",
            &YAMADA_JA
                .replace("order: 1", "order: first")
                .replace("topic=access", "topic=acess"),
        )
        .file("topics/privacy.ja.md", "---\nname: 個人情報\n---\n")
        .file(
            "pages/about.ja.md",
            "---\ntitle: 概要\n---\n\n[a](topic:x) [b](page:y)\n",
        );
    let first = site.codes();
    assert!(first.len() >= 5, "{first:?}");
    for _ in 0..5 {
        assert_eq!(site.codes(), first);
    }
}

#[test]
fn the_closing_line_says_what_was_made() {
    let site = Site::new();
    let run = site.build();
    let pages = site
        .tree("public")
        .keys()
        .filter(|name| is_a("html", name))
        .count();
    assert!(
        run.stdout
            .starts_with(&format!("Built public: {pages} pages, 0 PDFs (")),
        "{}",
        run.stdout
    );
    assert_eq!(
        (run.stdout.lines().count(), run.stderr.as_str()),
        (1, ""),
        "nothing but the closing line on a pipe"
    );
    let run = site.run_in("ja", &["build", "--no-leaflets"]);
    assert!(
        run.stdout.contains(&format!("ページ {pages}")) && run.stdout.contains("書き込み 0"),
        "{}",
        run.stdout
    );
    assert_eq!(run.stderr, "");
}
