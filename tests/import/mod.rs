//! `chirashi import`: reports in several layouts become drafts, and nothing is lost.

use std::fs;
use std::path::Path;

use crate::support::{Run, SITE, Site};

/// A newsletter in narrow columns, every line followed by an empty one, as PDFs give it.
const COLUMNS: &str = " 

 

■「窓口を守れ！」 

緊急集会

  

5 月 1 日、市民の会・町の医師会の共催、町の

労組の後援で集会を開き、約 120人が参加しま

した。 

 

◆市民の会・山田花子代表 

  窓口では、見せるだけ

で済んだものが機械の

前の列になった。 

さらに、番号を忘れた人

は家に帰るほかない。署

名は 1,234 筆になった。 

 

◆安心して受診できる町をつくる弁護団・佐藤一郎弁

護士 

法律は、任意と書いてい

る。*強制*は_許されない_。<b>{字|じ}</b>

 

◆質疑応答 

会場から質問があった。 
";

/// Headings in brackets, paragraphs set in, pages with headers and numbers.
const PAGES: &str = "\
会報「窓口」 第12号

窓口を守る集会

2030年5月1日に開きました。

【市民の会　代表　山田花子】
　窓口の列が長くなりました。高齢の方は困
っています。
　次に、番号のことを話します。
1
\u{c}会報「窓口」 第12号
番号は任意のはずです。
【町の医師会　佐藤一郎さん】
　手が足りません。
2
";

/// Who speaks before a colon, in running text.
const SPOKEN: &str = "\
山田花子（市民の会代表）：窓口を守ってください。
私たちは待っています。

佐藤一郎（医師）：手が足りません。
";

fn site() -> Site {
    Site::empty()
        .file("site.yaml", SITE.replace("event: rally\n", "").as_str())
        .file(
            "topics/counter.ja.md",
            "---\nname: 窓口\nsummary: 窓口のこと。\nterms: [機械の前]\n---\n",
        )
}

/// Imports a text into the site's content folder.
fn import(site: &Site, text: impl AsRef<[u8]>, more: &[&str]) -> Run {
    let file = site.path("report.txt");
    fs::write(&file, text).unwrap();
    let file = file.display().to_string();
    let mut args = vec!["import", file.as_str()];
    args.extend(more);
    site.run_in("ja", &args)
}

fn read(site: &Site, path: &str) -> String {
    fs::read_to_string(site.path(path)).unwrap_or_else(|_| panic!("{path} was not written"))
}

/// A run's words without the temporary folder's own name.
fn told(site: &Site, run: &Run) -> String {
    let folder = site.path("").display().to_string();
    format!("{}{}→ {}", run.stdout, run.stderr, run.status).replace(&folder, "/…/")
}

#[test]
fn columns_become_paragraphs() {
    let site = site();
    let run = import(&site, COLUMNS, &["--yes"]);
    let drafts = [
        "content/events/rally.ja.md",
        "content/speakers/speaker-01.ja.md",
        "content/speakers/speaker-02.ja.md",
        "report-rest.txt",
    ];
    let shown: Vec<String> = drafts
        .iter()
        .map(|path| format!("== {path}\n{}", read(&site, path)))
        .collect();
    insta::with_settings!({ omit_expression => true }, {
        insta::assert_snapshot!("import_columns", format!("{}\n\n{}", told(&site, &run), shown.join("\n")));
    });
}

#[test]
fn a_rally_that_the_site_has_is_not_made_once_more() {
    let told_on = "5月1日";
    assert!(COLUMNS.replace([' ', '\n'], "").contains(told_on));
    let site = site()
        .file(
            "events/2030-05-01-tsudoi.ja.md",
            "---\nname: 窓口のつどい\ndate: 2030-05-01\n---\n",
        )
        .file(
            "speakers/yamada.ja.md",
            "---\nname: 山田花子\ntitle: 題\ntopics: []\n---\n",
        );
    let run = import(&site, COLUMNS, &["--yes"]);
    assert_eq!(run.status, 0, "{}", run.stderr);
    assert!(
        run.stdout.contains("「2030-05-01-tsudoi」がすでにあるので"),
        "{}",
        run.stdout
    );
    assert!(
        run.stdout
            .contains("発言者のファイルがある方（speakers/yamada）"),
        "{}",
        run.stdout
    );
    assert!(!site.path("content/events/rally.ja.md").exists());
    let draft = read(&site, "content/speakers/speaker-01.ja.md");
    assert!(draft.contains("\nevent: 2030-05-01-tsudoi\n"), "{draft}");
    // Who is there already is not made once more, either.
    let further = read(&site, "content/statements/2030-05-01-tsudoi/yamada.ja.md");
    assert!(
        !further.contains("\nname:") && !further.contains("\nevent:"),
        "{further}"
    );
    // What the report tells of the rally is kept.
    assert!(read(&site, "report-rest.txt").contains(told_on));
}

#[test]
fn drafts_wait_until_somebody_has_checked_them() {
    let site = site();
    import(&site, COLUMNS, &["--yes"]);
    let check = site.run_in("ja", &["check", "--no-leaflets"]);
    assert_eq!(check.status, 0, "{}", check.stderr);
    let build = site.run_in("ja", &["build", "--no-leaflets"]);
    assert_eq!(build.status, 0, "{}", build.stderr);
    assert!(!site.path("public/speakers/speaker-01.html").exists());
    // With drafts, the year that the report leaves out is asked for, at its place.
    let drafts = site.run_in("ja", &["check", "--drafts", "--no-leaflets"]);
    assert_eq!(drafts.status, 1);
    assert!(
        drafts.stderr.contains("events/rally.ja.md"),
        "{}",
        drafts.stderr
    );
}

#[test]
fn what_is_said_comes_out_letter_for_letter() {
    let site = site();
    import(&site, COLUMNS, &["--yes", "--date", "2030-05-01"]);
    let build = site.run_in("ja", &["build", "--drafts", "--no-leaflets"]);
    assert_eq!(build.status, 0, "{}", build.stderr);
    let page = read(&site, "public/speakers/speaker-02.html");
    assert!(page.contains("*強制*は_許されない_。&lt;b&gt;"), "{page}");
    assert!(read(&site, "content/events/2030-05-01-rally.ja.md").contains("\ndate: 2030-05-01\n"));
}

#[test]
fn pages_lose_their_furniture_and_nothing_else() {
    let site = site();
    let run = import(&site, PAGES, &["--yes"]);
    assert_eq!(run.status, 0, "{}", run.stderr);
    let first = read(&site, "content/speakers/speaker-01.ja.md");
    assert!(first.ends_with(
        "---\n\n窓口の列が長くなりました。高齢の方は困っています。\n\n次に、番号のことを話します。\n\n番号は任意のはずです。\n"
    ) || first.ends_with(
        "---\n\n窓口の列が長くなりました。高齢の方は困っています。\n\n次に、番号のことを話します。番号は任意のはずです。\n"
    ), "{first}");
    assert!(first.contains("name: 山田花子\n") && first.contains("\nrole: 代表\n"));
    let second = read(&site, "content/speakers/speaker-02.ja.md");
    assert!(second.contains("name: 佐藤一郎\n") && second.contains("affiliation: 町の医師会\n"));
    let rest = read(&site, "report-rest.txt");
    assert_eq!(rest.matches("会報「窓口」 第12号").count(), 2);
}

#[test]
fn names_before_a_colon_are_headings() {
    let site = site();
    let run = import(&site, SPOKEN, &["--yes"]);
    assert_eq!(run.status, 0, "{}", run.stderr);
    let first = read(&site, "content/speakers/speaker-01.ja.md");
    assert!(
        first.ends_with("窓口を守ってください。私たちは待っています。\n"),
        "{first}"
    );
    assert!(read(&site, "content/speakers/speaker-02.ja.md").contains("role: 医師\n"));
    assert!(!site.path("report-rest.txt").exists());
}

#[test]
fn other_encodings_are_read() {
    let (bytes, _, _) = encoding_rs::SHIFT_JIS.encode(SPOKEN);
    let site = site();
    let run = import(&site, bytes, &["--yes"]);
    assert!(run.stdout.contains("Shift_JIS"), "{}", run.stdout);
    assert!(read(&site, "content/speakers/speaker-01.ja.md").contains("山田花子"));
}

#[test]
fn nothing_is_written_without_a_yes_or_over_a_file() {
    let site = site();
    let run = import(&site, SPOKEN, &[]);
    assert_eq!(run.status, 2);
    assert!(run.stderr.contains("--yes"), "{}", run.stderr);
    assert!(!site.path("content/speakers").exists());
    import(&site, SPOKEN, &["--yes"]);
    let first = read(&site, "content/speakers/speaker-01.ja.md");
    let run = import(&site, SPOKEN, &["--yes"]);
    assert_eq!(run.status, 0, "{}", run.stderr);
    assert_eq!(read(&site, "content/speakers/speaker-01.ja.md"), first);
    // Another report of people who are there does not take the names of their files.
    let other = SPOKEN.replace("佐藤一郎", "鈴木三郎");
    let run = import(&site, other, &["--yes"]);
    assert_eq!(run.status, 0, "{}", run.stderr);
    assert_eq!(read(&site, "content/speakers/speaker-01.ja.md"), first);
    assert!(read(&site, "content/speakers/speaker-03.ja.md").contains("鈴木三郎"));
    assert!(!site.path("content/speakers/speaker-04.ja.md").exists());
}

/// Two columns of a page, copied across them.
const ACROSS: &str = "緊急集会\n◆青葉の会・山田花子代表            ◆商店会・田中太郎会長\n窓口が遠くなる。                  客が減っている。\n";

#[test]
fn what_cannot_be_imported_says_why() {
    let site = site();
    let mut shown = Vec::new();
    for (lang, text) in [
        ("ja", b"%PDF-1.7".as_slice()),
        ("en", b"%PDF-1.7"),
        ("ja", "ただの文。".as_bytes()),
        ("en", b"Only text."),
        ("ja", ACROSS.as_bytes()),
        ("en", ACROSS.as_bytes()),
    ] {
        fs::write(site.path("report.txt"), text).unwrap();
        let file = site.path("report.txt").display().to_string();
        let run = site.run_in(lang, &["import", &file, "--yes"]);
        shown.push(told(&site, &run));
    }
    let missing = site.run_in("ja", &["import", "nowhere.txt"]);
    assert_eq!(missing.status, 2);
    let nowhere = Site::empty();
    fs::write(nowhere.path("report.txt"), SPOKEN).unwrap();
    for lang in ["ja", "en"] {
        let file = nowhere.path("report.txt").display().to_string();
        shown.push(told(
            &nowhere,
            &nowhere.run_in(lang, &["import", &file, "--yes"]),
        ));
    }
    insta::with_settings!({ omit_expression => true }, {
        insta::assert_snapshot!("import_refused", shown.join("\n\n"));
    });
    assert!(!Path::new("report-rest.txt").exists());
}

/// Two speakers of one name in different organisations, and one rally that is over.
fn namesakes() -> Site {
    let person = |affiliation: &str, more: &str| {
        format!("---\nname: 青木一郎\naffiliation: {affiliation}\n{more}---\n")
    };
    site()
        .file(
            "events/2029-01-01-saki.ja.md",
            "---\nname: 先の集会\ndate: 2029-01-01\n---\n",
        )
        .file(
            "speakers/aoki.ja.md",
            &person("川の会", "title: 題\ntopics: []\nevent: 2029-01-01-saki\n"),
        )
        .file("speakers/eto.ja.md", &person("山の会", ""))
}

/// A dated report in which one person speaks.
fn report_of(heading: &str) -> String {
    format!("2030年6月1日 六月の集会\n◆ {heading}\n　水を守ってください。\n")
}

const JUNE: &str = "content/statements/2030-06-01-rally";

#[test]
fn the_affiliation_decides_between_speakers_of_one_name() {
    let site = namesakes();
    let run = import(&site, report_of("山の会 会長 青木一郎さん"), &["--yes"]);
    assert_eq!(run.status, 0, "{}", run.stderr);
    assert!(site.path(&format!("{JUNE}/eto.ja.md")).exists());
    assert!(!site.path(&format!("{JUNE}/aoki.ja.md")).exists());
    assert!(!site.path("content/speakers/speaker-01.ja.md").exists());
    assert!(!run.stdout.contains("所属が違います"), "{}", run.stdout);
}

#[test]
fn between_speakers_of_one_name_nothing_is_guessed() {
    for heading in ["森の会 会長 青木一郎さん", "青木一郎さん"] {
        for lang in ["ja", "en"] {
            let site = namesakes();
            let report = report_of(heading);
            fs::write(site.path("report.txt"), &report).unwrap();
            let file = site.path("report.txt").display().to_string();
            let run = site.run_in(lang, &["import", &file, "--yes"]);
            assert_eq!(run.status, 0, "{}", run.stderr);
            assert!(!site.path(JUNE).exists(), "{}", run.stdout);
            assert!(site.path("content/speakers/speaker-01.ja.md").exists());
            let said = ["speakers/aoki", "speakers/eto", "statements/"];
            assert!(
                said.iter().all(|s| run.stdout.contains(s)),
                "{}",
                run.stdout
            );
            // Once more, before or after somebody has moved the file, nothing is added.
            let again = import(&site, &report, &["--yes"]);
            assert!(
                again.stdout.contains("speakers/speaker-01.ja.md"),
                "{}",
                again.stdout
            );
            assert!(!site.path("content/speakers/speaker-02.ja.md").exists());
            fs::create_dir_all(site.path(JUNE)).unwrap();
            let moved = read(&site, "content/speakers/speaker-01.ja.md");
            let keys = ["name:", "event:"];
            let moved = moved
                .lines()
                .filter(|line| !keys.iter().any(|key| line.starts_with(key)));
            let moved = moved.collect::<Vec<_>>().join("\n");
            fs::write(site.path(&format!("{JUNE}/aoki.ja.md")), moved + "\n").unwrap();
            fs::remove_file(site.path("content/speakers/speaker-01.ja.md")).unwrap();
            let before = site.tree("content");
            import(&site, &report, &["--yes"]);
            assert!(site.tree("content") == before, "{heading}");
        }
    }
}

#[test]
fn another_affiliation_is_told_and_the_person_is_the_same() {
    let site = site()
        .file(
            "speakers/aoki.ja.md",
            "---\nname: 青木一郎\naffiliation: 川の会\n---\n",
        )
        .file(
            "speakers/aoki.en.md",
            "---\nname: Ichiro Aoki\naffiliation: River Club\n---\n",
        );
    let run = import(&site, report_of("山の会 会長 青木一郎さん"), &["--yes"]);
    assert!(site.path(&format!("{JUNE}/aoki.ja.md")).exists());
    let told = "所属が違います（speakers/aoki：川の会、報告：山の会）";
    assert!(run.stdout.contains(told), "{}", run.stdout);
    // The branch of an organisation is not quite another one.
    let branch = report_of("見本町川の会 会長 青木一郎さん").replace("6月", "7月");
    let run = import(&site, branch, &["--yes"]);
    assert!(
        site.path("content/statements/2030-07-01-rally/aoki.ja.md")
            .exists()
    );
    assert!(!run.stdout.contains("所属が違います"), "{}", run.stdout);
}

#[test]
fn the_same_report_again_adds_nothing() {
    // With a day, without a year, and without a rally; with one who speaks twice.
    let twice =
        report_of("川の会 会長 青木一郎さん") + "◆ 川の会 会長 青木一郎さん\n　終わりに。\n";
    for text in [PAGES, COLUMNS, SPOKEN, twice.as_str()] {
        let site = site();
        import(&site, text, &["--yes"]);
        assert!(site.path("content/speakers/speaker-02.ja.md").exists());
        let before = site.tree("");
        for args in [&["--yes"][..], &[]] {
            let run = import(&site, text, args);
            assert_eq!(run.status, 0, "{}", run.stderr);
            for said in [
                "speakers/speaker-01.ja.md",
                "speakers/speaker-02.ja.md",
                "すべて前からあります",
            ] {
                assert!(run.stdout.contains(said), "{}", run.stdout);
            }
            // What could not be placed was kept the first time.
            assert!(
                !run.stdout.contains("別のファイルに残します"),
                "{}",
                run.stdout
            );
            assert!(site.tree("") == before, "{text}");
        }
    }
}

#[test]
fn of_a_report_with_more_in_it_only_the_new_is_taken() {
    let site = site();
    import(&site, report_of("川の会 会長 青木一郎さん"), &["--yes"]);
    let first = read(&site, "content/speakers/speaker-01.ja.md");
    let more = report_of("川の会 会長 青木一郎さん") + "◆ 山の会 会長 井上花子さん\n　山も。\n";
    let run = import(&site, more, &["--yes"]);
    assert!(
        run.stdout.contains("下書きを 1 個書きました"),
        "{}",
        run.stdout
    );
    assert_eq!(read(&site, "content/speakers/speaker-01.ja.md"), first);
    assert!(read(&site, "content/speakers/speaker-02.ja.md").contains("井上花子"));
    assert!(!site.path("content/speakers/speaker-03.ja.md").exists());
}

/// The key by which a draft is held to its source.
fn source_of(site: &Site) -> Option<String> {
    let draft = read(site, "content/speakers/speaker-01.ja.md");
    let line = draft.lines().find(|line| line.starts_with("  file: "))?;
    Some(line["  file: ".len()..].trim_matches('"').to_owned())
}

#[test]
fn the_report_is_kept_and_the_drafts_are_held_to_it() {
    let site = site();
    let (bytes, _, _) = encoding_rs::SHIFT_JIS.encode(COLUMNS);
    let run = import(&site, bytes, &["--yes", "--date", "2030-05-01"]);
    assert!(
        run.stdout.contains("content/sources/report.txt"),
        "{}",
        run.stdout
    );
    assert_eq!(read(&site, "content/sources/report.txt"), COLUMNS);
    assert_eq!(source_of(&site).as_deref(), Some("report.txt"));
    // What was imported says what the report says.
    let check = site.run_in(
        "ja",
        &["check", "--drafts", "--no-leaflets", "--format", "json"],
    );
    assert!(!check.stdout.contains("source/"), "{}", check.stdout);
    site.edit("speakers/speaker-01.ja.md", "1,234", "1,334");
    let check = site.run_in(
        "ja",
        &["check", "--drafts", "--no-leaflets", "--format", "json"],
    );
    assert!(check.stdout.contains("source/untold"), "{}", check.stdout);
}

#[test]
fn another_report_of_the_same_name_is_kept_beside_the_first() {
    let site = site().file("sources/report.txt", "別の文章。\n");
    import(&site, SPOKEN, &["--yes"]);
    assert_eq!(read(&site, "content/sources/report.txt"), "別の文章。\n");
    assert_eq!(read(&site, "content/sources/report-2.txt"), SPOKEN);
    assert_eq!(source_of(&site).as_deref(), Some("report-2.txt"));
}

#[test]
fn a_report_that_lies_among_the_sources_stays_there() {
    let site = site().file("sources/2030/町の 報告.text", SPOKEN);
    let file = site.path("content/sources/2030/町の 報告.text");
    let run = site.run_in("ja", &["import", &file.display().to_string(), "--yes"]);
    assert_eq!(run.status, 0, "{}", run.stderr);
    assert_eq!(site.tree("content/sources").len(), 1);
    assert_eq!(source_of(&site).as_deref(), Some("2030/町の 報告.text"));
    assert_eq!(site.run(&["check", "--drafts", "--no-leaflets"]).status, 0);
}

#[test]
fn a_name_that_would_not_be_read_is_not_kept() {
    let site = site();
    site.write("~写し.bak", SPOKEN.as_bytes());
    let file = site.path("~写し.bak").display().to_string();
    site.run_in("ja", &["import", &file, "--yes"]);
    assert_eq!(source_of(&site).as_deref(), Some("report.txt"));
    assert_eq!(read(&site, "content/sources/report.txt"), SPOKEN);
}

#[test]
fn no_source_is_kept_when_none_is_wanted() {
    let site = site();
    let run = import(&site, SPOKEN, &["--yes", "--no-source"]);
    assert_eq!(run.status, 0, "{}", run.stderr);
    assert!(!site.path("content/sources").exists());
    assert_eq!(source_of(&site), None);
    assert!(!run.stdout.contains("sources"), "{}", run.stdout);
}
