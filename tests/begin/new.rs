//! `chirashi new`.

use crate::support::Site;

const KINDS: [(&str, &str); 5] = [
    ("speaker", "speakers"),
    ("topic", "topics"),
    ("event", "events"),
    ("leaflet", "leaflets"),
    ("page", "pages"),
];

/// The minimal site with a new file of a kind, made in a language of the interface.
fn with_new(lang: &str, kind: &str, slug: &str) -> Site {
    let site = Site::new();
    let run = site.run_in(lang, &["new", kind, slug]);
    assert_eq!(run.status, 0, "{}", run.stderr);
    site
}

#[test]
fn every_kind_has_its_files_in_both_languages() {
    for (kind, folder) in KINDS {
        let pairs = [("ja", "ja"), ("ja", "en"), ("en", "ja"), ("en", "en")];
        let shown = pairs.map(|(ui, lang)| {
            let site = with_new(ui, kind, "2024-10-05-mihon");
            let path = format!("content/{folder}/2024-10-05-mihon.{lang}.md");
            format!("$ CHIRASHI_LANG={ui} → {path}\n\n{}", site.read(&path))
        });
        insta::assert_snapshot!(format!("new_{kind}"), shown.join("\n"));
    }
}

#[test]
fn what_is_new_builds_and_says_what_is_left_to_fill_in() {
    for (kind, folder) in KINDS {
        for ui in ["ja", "en"] {
            let site = with_new(ui, kind, "2024-10-05-mihon");
            let run = site.run_in("ja", &["build"]);
            assert_eq!(run.status, 0, "{kind}: {}", run.stderr);
            let unfilled = run.stderr.matches("[text/unfilled]").count();
            assert_eq!(unfilled, 2, "{kind}: {}", run.stderr);
            let lines: Vec<&str> = run
                .stderr
                .lines()
                .filter(|l| l.starts_with("注意"))
                .collect();
            for line in lines {
                let expected = [
                    "text/unfilled",
                    "text/sample",
                    "leaflet/half-empty",
                    "site/uncited-topic",
                    // With a second event, statements have to say which is theirs.
                    "front-matter/which-event",
                ];
                assert!(
                    expected.iter().any(|code| line.contains(code)),
                    "{kind}: {line}"
                );
            }
            let folder = if kind == "page" {
                ""
            } else {
                &format!("{folder}/")
            };
            let html = format!("{folder}2024-10-05-mihon.html");
            assert!(
                site.out(&html).contains("要記入"),
                "{html} does not show the mark"
            );
        }
    }
}

#[test]
fn what_was_filled_in_is_not_reported() {
    let site = with_new("ja", "page", "mihon");
    for lang in ["ja", "en"] {
        let path = format!("content/pages/mihon.{lang}.md");
        let text = site.read(&path).replace("【要記入】", "");
        let text = text
            .replace("[FILL IN] ", "")
            .replace("example.org", "shukai.test");
        site.write(&path, text.as_bytes());
    }
    assert_eq!(site.codes(), [""; 0]);
}

#[test]
fn a_file_that_exists_is_never_written_over() {
    for there in ["speakers/mihon.ja.md", "speakers/mihon.en.md"] {
        let site = Site::new().file(there, "---\nname: 見本花子\n---\n");
        let before = site.tree("content");
        let run = site.run(&["new", "speaker", "mihon"]);
        assert_eq!(run.status, 2, "{}", run.stdout);
        assert!(run.stderr.contains("[begin/exists]"), "{}", run.stderr);
        assert!(site.tree("content") == before, "something was written");
    }
}

#[test]
fn no_name_leads_out_of_the_folder() {
    for name in [
        "../mihon", "a/b", "..", "/tmp/x", "C:\\x", "山田", "Yamada", "",
    ] {
        let site = Site::new();
        let before = site.tree("");
        let run = site.run(&["new", "speaker", name]);
        assert_eq!(run.status, 2, "{name}: {}", run.stdout);
        assert!(
            run.stderr.contains("[begin/name]"),
            "{name}: {}",
            run.stderr
        );
        assert!(site.tree("") == before, "{name}: something was written");
    }
}

#[test]
fn a_name_in_kana_is_answered_with_its_romanisation() {
    let said = |name| Site::new().run_in("ja", &["new", "speaker", name]).stderr;
    assert!(said("やまだ はなこ").contains("chirashi new speaker yamada-hanako"));
    assert!(
        said("山田花子").contains("例") || said("山田花子").contains("chirashi new speaker yamada")
    );
}

#[test]
fn another_content_folder_can_be_named() {
    let site = Site::empty().beside(
        "わたしたちの 原稿/site.yaml",
        "title: 集会\nlanguages: [ja]\n",
    );
    let run = site.run_in(
        "ja",
        &["new", "event", "mihon", "--content", "わたしたちの 原稿"],
    );
    assert_eq!(run.status, 0, "{}", run.stderr);
    assert!(site.has("わたしたちの 原稿/events/mihon.ja.md"));
    assert!(
        !site.has("わたしたちの 原稿/events/mihon.en.md"),
        "the site is Japanese only"
    );
    assert!(
        run.stdout.contains("--content \"わたしたちの 原稿\""),
        "{}",
        run.stdout
    );
}

#[test]
fn without_a_name_and_nobody_to_answer_it_says_what_is_missing() {
    let site = Site::new();
    for (lang, missing, example) in [
        ("ja", "名前が書かれていません", "chirashi new statement"),
        ("en", "no name", "chirashi new statement"),
    ] {
        let run = site.run_in(lang, &["new", "statement"]);
        assert_eq!(run.status, 2, "{}", run.stderr);
        assert!(run.stderr.contains(missing), "{}", run.stderr);
        assert!(run.stderr.contains(example), "{}", run.stderr);
        let run = site.run_in(lang, &["new"]);
        assert_eq!(run.status, 2, "{}", run.stderr);
        assert!(run.stderr.contains("speaker yamada"), "{}", run.stderr);
    }
    // What the remedy says can be typed.
    assert_eq!(site.run(&["new", "speaker", "yamada-2"]).status, 0);
}

/// Nobody is there to be asked: what is taken is told.
#[test]
fn the_event_that_is_taken_is_named() {
    let said = |lang: &str, event: &str| {
        let more = "---\nname: 春の集会\ndate: 2025-03-08\n---\n";
        let site = Site::new().file(&format!("events/{event}.ja.md"), more);
        let run = site.run_in(lang, &["new", "speaker", "kato"]);
        assert_eq!(run.status, 0, "{}", run.stderr);
        run.stdout + &run.stderr
    };
    let ja = said("ja", "2025-03-08-shukai");
    assert!(ja.contains("発言は「rally」でのものになります"), "{ja}");
    let en = said("en", "2025-03-08-shukai");
    assert!(en.contains("counts as made at `rally`"), "{en}");
    // There is but one event.
    let one = said("ja", "rally");
    assert!(!one.contains("でのものになります"), "{one}");
}

#[test]
fn an_event_of_no_day_is_refused() {
    for (lang, said) in [("ja", "「2025-13-45」の初めの日付"), ("en", "2025-13-45")] {
        let site = Site::new();
        let run = site.run_in(lang, &["new", "event", "2025-13-45"]);
        assert_eq!(run.status, 2, "{}", run.stderr);
        assert!(run.stderr.contains("[begin/name]"), "{}", run.stderr);
        assert!(run.stderr.contains(said), "{}", run.stderr);
        assert!(!site.has("content/events/2025-13-45.ja.md"));
        // What is shown instead works to the letter.
        let typed = run.stderr.split("chirashi ").last().unwrap();
        let typed: Vec<&str> = typed.lines().next().unwrap().split(' ').collect();
        assert_eq!(site.run_in(lang, &typed).status, 0, "{typed:?}");
    }
}

#[test]
fn an_event_without_a_day_in_its_name_waits_for_one() {
    let site = with_new("ja", "event", "haru");
    let file = site.read("content/events/haru.ja.md");
    assert!(file.contains("date: 【要記入】"), "{file}");
    let codes = site.codes();
    assert!(codes.contains(&"text/unfilled".to_owned()), "{codes:?}");
    assert!(
        codes
            .iter()
            .all(|code| code.starts_with("text/unfilled") || code == "front-matter/which-event"),
        "{codes:?}"
    );
    assert_eq!(site.build().status, 0);
}

#[test]
fn addresses_of_what_is_made_by_itself_are_no_names() {
    for (kind, slug) in [
        ("page", "index"),
        ("page", "search"),
        ("topic", "index"),
        ("leaflet", "speaker-yamada"),
        ("leaflet", "topic-privacy"),
        ("leaflet", "index"),
        ("leaflet", "statement-2022-11-17-rally-yamada"),
    ] {
        for lang in ["ja", "en"] {
            let said = "---\ntitle: 声\ntopics: [privacy]\n---\n\n本文です。\n";
            let site = Site::new().file("statements/2022-11-17-rally/yamada.ja.md", said);
            let run = site.run_in(lang, &["new", kind, slug]);
            assert_eq!(run.status, 2, "{kind} {slug}: {}", run.stderr);
            assert!(run.stderr.contains("[begin/name]"), "{}", run.stderr);
            let free = format!("{slug}-2");
            assert!(run.stderr.contains(&free), "{}", run.stderr);
            assert_eq!(site.run_in(lang, &["new", kind, &free]).status, 0);
        }
    }
    let site = Site::new();
    assert_eq!(site.run(&["new", "leaflet", "speaker-nobody"]).status, 0);
}

#[test]
fn new_templates_count_as_untranslated() {
    let site = with_new("ja", "topic", "bosai");
    let told = site.run_in("ja", &["translations"]).stdout;
    assert!(!told.contains("まだ訳していない段落：0"), "{told}");
    assert!(told.contains("bosai.en.md"), "{told}");
}
