//! What is told of mistakes that only a campaign of several rallies can hold, and whether the remedy
//! works when it is followed to the letter.

use std::io::Write;
use std::process::{Command, Stdio};

use super::campaign;
use crate::support::{Run, Site};

const CHECK: [&str; 2] = ["check", "--no-leaflets"];

/// Asserts that a check says all this in a language.
fn says(site: &Site, lang: &str, all: &[&str]) {
    let run = site.run_in(lang, &CHECK);
    for said in all {
        assert!(run.stderr.contains(said), "no {said} in\n{}", run.stderr);
    }
}

/// The campaign with a leaflet whose front matter ends with these lines.
fn leaflet(lines: &str) -> Site {
    let text = format!("---\ntitle: 二つの集会\nformat: a4\n{lines}\n---\n\n集めました。\n");
    campaign().file("leaflets/two.ja.md", &text)
}

#[test]
fn what_panels_may_name_is_told_as_it_has_to_be_written() {
    for (written, right) in [
        (
            "quote:statement:2025-03-08-shukai/yamada",
            "quote:2025-03-08-shukai/yamada",
        ),
        (
            "speaker:2025-03-08-shukai/yamada",
            "statement:2025-03-08-shukai/yamada",
        ),
        (
            "quote:2025-03-08-shukai/yamada#five",
            "statement:2025-03-08-shukai/yamada#five",
        ),
        ("quote:yamada#desk", "speaker:yamada#desk"),
        ("topic:bus#one", "topic:bus"),
    ] {
        let with = |part: &str| leaflet(&format!("panels: [\"hook, intro, {part}\"]"));
        let site = with(written);
        says(
            &site,
            "en",
            &[
                &format!("`{written}` in `panels`"),
                &format!("Did you mean `{right}`?"),
            ],
        );
        says(&site, "ja", &[&format!("「{right}」のことでしょうか")]);
        let run = with(right).run_in("en", &CHECK);
        assert!(!run.stderr.contains("two.ja.md"), "{right}\n{}", run.stderr);
    }
    // A name that there is not is no link.
    let site = leaflet("panels: [\"hook, intro, statement:2025-03-08-shukai/yamadas\"]");
    let near = "`2025-03-08-shukai/yamada`?";
    says(
        &site,
        "en",
        &[
            "There is no statement `2025-03-08-shukai/yamadas`",
            near,
            "event/speaker",
        ],
    );
    says(&site, "ja", &["という発言はありません", "催し/発言者"]);
}

#[test]
fn a_statement_among_speakers_belongs_under_panels() {
    let site = leaflet("speakers: [\"2025-03-08-shukai/yamada\"]");
    let right = "panels: [\"hook, intro, text, statement:2025-03-08-shukai/yamada, call\"]";
    says(&site, "en", &["`speakers` takes persons", right]);
    says(&site, "ja", &["speakers に書けるのは、発言者の名前", right]);
    let run = leaflet(right).run_in("en", &CHECK);
    assert!(!run.stderr.contains("two.ja.md"), "{}", run.stderr);
}

#[test]
fn a_draft_event_in_a_person_s_own_file_is_told_with_what_to_type() {
    let event = "events/2024-10-05-tsudoi.ja.md";
    let draft = || campaign().edited(event, "---\n", "---\ndraft: true\n");
    says(
        &draft(),
        "en",
        &[
            "The same at 1 other place: content/speakers/yamada.ja.md",
            &format!("The event's file `{event}` is a draft"),
            &format!("delete the line `draft: true` of {event}"),
            "add a line `draft: true` to the statement's file",
        ],
    );
    says(
        &draft(),
        "ja",
        &[
            "下書きなので",
            &format!("{event} の「draft: true」の行を消して"),
        ],
    );
    // To take the event out would give the words to another one.
    let kept_back = draft()
        .edited("speakers/yamada.ja.md", "---\n", "---\ndraft: true\n")
        .edited("speakers/tanaka.ja.md", "---\n", "---\ndraft: true\n");
    let run = kept_back.run_in("en", &CHECK);
    assert!(!run.stderr.contains("tsudoi"), "{}", run.stderr);
}

/// The statements of the summer as files of another folder.
fn in_folder(folder: &str) -> Site {
    let site = campaign();
    for name in ["yamada", "suzuki", "sato"] {
        for lang in ["ja", "en"] {
            let path = format!("statements/2025-06-21-taikai/{name}.{lang}.md");
            let text = site.read(&format!("content/{path}"));
            site.write(
                &format!("content/statements/{folder}/{name}.{lang}.md"),
                text.as_bytes(),
            );
        }
    }
    site
}

/// How often a check reports a code.
fn told(run: &Run, code: &str) -> usize {
    run.stderr.matches(&format!("[{code}]")).count()
}

#[test]
fn a_wrong_folder_is_told_once_with_how_many_files_it_holds() {
    for (folder, code, en, ja) in [
        (
            "2025-06-22-taikai",
            "front-matter/unknown-reference",
            "The 6 files in it cannot be published",
            "中のファイル6件を載せられません",
        ),
        (
            "2025_06_21_Taikai",
            "file/name",
            "the 6 files in it are not read",
            "中のファイル6件を読んでいません",
        ),
        (
            "夏の大会",
            "file/name",
            "so the 6 files in it are not read",
            "中のファイル6件を読んでいません",
        ),
        (
            "con",
            "file/name",
            "no folder there can have it, so the 6 files in it are not read",
            "「con」はWindowsが自分で使う名前",
        ),
    ] {
        let site = in_folder(folder);
        let run = site.run_in("en", &CHECK);
        assert_eq!(run.status, 1);
        assert_eq!(told(&run, code), 1, "{folder}\n{}", run.stderr);
        assert!(run.stderr.contains(en), "{folder}\n{}", run.stderr);
        says(&site, "ja", &[ja]);
    }
    let event = "events/2025-06-21-taikai.ja.md";
    let site = campaign().edited(event, "---\n", "---\ndraft: true\n");
    let run = site.run_in("en", &CHECK);
    // One cause, one message: the site leads with the event, and statements are of it.
    assert_eq!(
        told(&run, "front-matter/unknown-reference"),
        1,
        "{}",
        run.stderr
    );
    let also = "The same at 1 other place: content/statements/2025-06-21-taikai/";
    assert!(run.stderr.contains(also), "{}", run.stderr);
    let right = format!("delete the line `draft: true` of {event}");
    assert!(run.stderr.contains(&right), "{}", run.stderr);
    // Where the site does not lead with it, the statements tell.
    let site = site.edited("site.yaml", "event: 2025-06-21-taikai\n", "");
    says(
        &site,
        "en",
        &[
            "what was said there (3 statements) cannot be published",
            "to the file of each statement",
        ],
    );
    says(&site, "ja", &["そこでの発言（3件）は載せられません"]);
}

#[test]
fn names_that_windows_keeps_are_refused() {
    let site = campaign().file(
        "topics/aux.ja.md",
        "---\nname: 補助\nsummary: 補助です。\n---\n",
    );
    says(
        &site,
        "en",
        &[
            "content/topics/aux.ja.md",
            "Windows keeps the name `aux`",
            "`aux-1`",
        ],
    );
    says(
        &site,
        "ja",
        &["Windowsではファイルに付けられません", "「aux-1」"],
    );
    let site = campaign();
    for (lang, said) in [
        ("en", "Windows keeps the name `com1`"),
        ("ja", "「com1」はWindowsが"),
    ] {
        let run = site.run_in(lang, &["new", "topic", "com1"]);
        assert_ne!(run.status, 0);
        assert!(run.stderr.contains(said), "{}", run.stderr);
        assert!(
            run.stderr.contains("chirashi new topic com1-1"),
            "{}",
            run.stderr
        );
    }
    assert!(!site.has("content/topics/com1.ja.md"));
    assert_eq!(site.run_in("en", &["new", "topic", "com1-1"]).status, 0);
}

#[test]
fn what_was_said_already_is_in_the_original_s_file() {
    // The English file comes first in the folder, and is not marked as a translation.
    let site = campaign().edited(
        "speakers/yamada.en.md",
        "translation: {status: reviewed}\n",
        "",
    );
    let args = ["new", "statement", "2024-10-05-tsudoi", "yamada"];
    for lang in ["ja", "en"] {
        let run = site.run_in(lang, &args);
        assert!(
            run.stderr.contains("[begin/already-said]"),
            "{}",
            run.stderr
        );
        assert!(
            run.stderr.contains("speakers/yamada.ja.md") && !run.stderr.contains("yamada.en.md"),
            "{}",
            run.stderr
        );
    }
    // The event that the translation leaves out is not the site's.
    let run = site.run_in("en", &["new", "statement", "2025-06-21-taikai", "tanaka"]);
    assert_eq!(run.status, 0, "{}", run.stderr);
}

#[test]
fn the_table_counts_persons_without_a_statement_and_leaflets() {
    let table = |site: &Site| {
        let run = site.run_in("en", &CHECK);
        let rows = run.stdout.lines();
        let cells = rows.map(|row| row.split_whitespace().map(str::to_owned).collect());
        let rows: Vec<Vec<String>> = cells.collect();
        let of = |language: &str| {
            let row = rows
                .iter()
                .find(|row| row.first().is_some_and(|one| one == language));
            let row = row.unwrap_or_else(|| panic!("{}", run.stdout));
            row[1..]
                .iter()
                .map(|n| n.parse().unwrap())
                .collect::<Vec<usize>>()
        };
        (of("Japanese"), of("English"))
    };
    let (whole, _) = table(&campaign());
    let (less, english) = table(
        &campaign()
            .without("leaflets/all.en.md")
            .without("speakers/sato.en.md"),
    );
    assert_eq!(whole, less);
    assert_eq!(english[4], 2, "a person and a leaflet: {english:?}");
}

/// Runs the program at a terminal, where somebody types these keys.
#[cfg(target_os = "linux")]
fn at_a_terminal(site: &Site, lang: &str, command: &str, keys: &str) -> (String, bool) {
    let program = env!("CARGO_BIN_EXE_chirashi");
    let mut script = Command::new("script")
        .args(["-qec", &format!("{program} {command}"), "/dev/null"])
        .current_dir(site.path(""))
        .env("CHIRASHI_LANG", lang)
        .env("TERM", "xterm")
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .expect("`script`, of util-linux");
    let mut typing = script.stdin.take().unwrap();
    typing.write_all(keys.as_bytes()).unwrap();
    // The terminal stays open until the program has ended.
    let out = std::thread::spawn(move || script.wait_with_output().unwrap());
    let out = out.join().unwrap();
    drop(typing);
    (
        String::from_utf8_lossy(&out.stdout).into_owned(),
        out.status.success(),
    )
}

#[cfg(target_os = "linux")]
#[test]
fn at_a_terminal_the_speaker_of_a_new_statement_is_asked_for() {
    for (lang, question) in [("ja", "だれの発言ですか"), ("en", "Who spoke?")] {
        let site = campaign();
        // Down twice to the third speaker; no title yet; no topics.
        let command = "new statement 2025-03-08-shukai";
        let (said, done) = at_a_terminal(&site, lang, command, "jj\r\r\r");
        assert!(done && said.contains(question), "{said}");
        assert!(said.contains("山田花子 (yamada)"), "{said}");
        let made = "content/statements/2025-03-08-shukai/tanaka.ja.md";
        assert!(site.has(made), "{said}");
    }
}
