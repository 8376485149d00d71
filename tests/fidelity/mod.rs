//! Statements held to the report that they are taken from.

mod real;

use crate::support::{Run, Site, TANAKA_EN, TANAKA_JA};

/// A report of an invented rally on a library's opening hours.
const REPORT: &str = "\
 図書館の夜間開館を続けてほしい 市民のつどい

 令和六年六月八日、中央公民館で開き、約二百五十人が参加しました。

◆本と夜の会・小川みどり代表
 夜間開館は平成２０年４月に始まり、昨年度は延べ十三
万人が利用した。利用者の四割は仕事帰りの人で、八十
パーセントが「続けてほしい」と答えている。市は23年１０
月に廃止の案を出したが、図書館法第三条は、土地の事情
に沿うことを求めている。署名は一万二千筆を超えた。森
市長に届けたい。

◆町の読書会・林 健太氏
 夜八時までなら、七十五歳以上の人も家族と来られる。
貸出は年に2,400冊ほど減った。暗証番号は四桁で足りる。
";

const SITE: &str = "\
title: {ja: 図書館のつどい, en: Library rally}
languages: [ja, en]
base_url: https://shukai.test/
event: 2024-06-08-tsudoi
";

/// A statement in both languages that says what the report says.
const OGAWA_JA: &str = "\
---
name: 小川みどり
affiliation: 本と夜の会
title: 13万人の夜を閉じないで
summary: 署名は1万2000筆を超え、利用者の80％が続けてほしいと答えた。
topics: [hours]
source: {title: つどいの報告, file: 2024/tsudoi.txt}
---

小川氏は、2024年6月8日のつどいで、2008年4月からの夜間開館を続けるよう求めた。

## 仕事帰りの4割 {#evening topic=hours}

利用者の**4割**は仕事帰りだ。2023年10月の廃止案は、図書館法3条に合わないと述べ、森市長に訴えた。
";

const OGAWA_EN: &str = "\
---
name: Midori Ogawa
affiliation: Books by Night
title: Do not close the evenings of 130,000 people
summary: The petition has more than 12,000 signatures, and 80 per cent of users want the evenings kept.
---

At the rally on 8 June 2024, Ogawa asked that the evening hours, kept since April 2008, go on.

## Four in ten come from work {#evening}

Of the users, 40% come from work. The plan of October 2023, Ogawa said, does not fit Article 3 of the Library Act.
";

/// A statement that says other things in both languages.
const HAYASHI_JA: &str = "\
---
name: 林健太
affiliation: 町の読書会
title: 夜9時まで開けてほしい
summary: 65歳以上の人も来られる。
topics: [hours]
source: {title: つどいの報告, file: 2024/tsudoi.txt}
---

## 減った貸出 {#loans topic=hours}

貸出は年に2400冊減り、署名は1万2000筆になった。図書館法13条と6月10日の会議を挙げ、大川大臣と小川みどり氏の名も出した。
";

const HAYASHI_EN: &str = "\
---
name: Kenta Hayashi
affiliation: The town's reading circle
title: Open until 8 p.m.
summary: People aged 75 and over could come, too.
---

## Fewer loans {#loans}

Loans fell by 24,000 a year, said Hayashi. A five-digit PIN is enough. Like Midori Ogawa, Hayashi named the budget of March 2023.
";

fn site() -> Site {
    Site::empty()
        .file("site.yaml", SITE)
        .file("sources/2024/tsudoi.txt", REPORT)
        .file(
            "events/2024-06-08-tsudoi.ja.md",
            "---\nname: つどい\ndate: 2024-06-08\n---\n",
        )
        .file("events/2024-06-08-tsudoi.en.md", "---\nname: Rally\n---\n")
        .file(
            "topics/hours.ja.md",
            "---\nname: 開館時間\nsummary: 夜の開館について。\n---\n",
        )
        .file(
            "topics/hours.en.md",
            "---\nname: Opening hours\nsummary: On evenings.\n---\n",
        )
        .file("speakers/ogawa.ja.md", OGAWA_JA)
        .file("speakers/ogawa.en.md", OGAWA_EN)
}

fn wrong() -> Site {
    site()
        .file("speakers/hayashi.ja.md", HAYASHI_JA)
        .file("speakers/hayashi.en.md", HAYASHI_EN)
}

/// What a run says in both languages, as a person reads it.
fn shown(name: &str, site: &Site) {
    let (ja, en) = (check(site, "ja"), check(site, "en"));
    assert_eq!(ja.status, en.status);
    let remarks = |run: &Run| {
        let lines = run.stdout.lines();
        let told = lines.skip_while(|line| !line.ends_with([':', '：']) || line.starts_with(' '));
        told.collect::<Vec<_>>().join("\n")
    };
    let shown = format!(
        "{}\n{}\n\n{}\n{}\n\n→ {}",
        ja.stderr,
        remarks(&ja),
        en.stderr,
        remarks(&en),
        ja.status,
    );
    insta::with_settings!({ omit_expression => true }, {
        insta::assert_snapshot!(name, shown);
    });
}

fn check(site: &Site, lang: &str) -> Run {
    site.run_in(lang, &["check", "--no-leaflets"])
}

#[test]
fn a_faithful_statement_is_let_pass_in_both_languages() {
    let site = site();
    let run = check(&site, "en");
    assert_eq!((run.stderr.as_str(), run.status), ("", 0), "{}", run.stdout);
    assert!(!run.stdout.contains("left out"), "{}", run.stdout);
    assert_eq!(site.codes(), [""; 0]);
}

#[test]
fn what_the_source_does_not_say_is_told_at_its_place() {
    shown("source_untold", &wrong());
    let codes = wrong().codes();
    assert!(codes.contains(&"source/left-out".to_owned()), "{codes:?}");
}

#[test]
fn figures_in_large_type_are_held_to_the_source() {
    let with = |value: &str, caption: &str| {
        let lines = format!("figures:\n  - value: {value}\n    caption: {caption}\ntopics:");
        site().edited("speakers/ogawa.ja.md", "topics:", &lines)
    };
    let site = with("延べ13万人", "昨年度の利用者。8割が続けてほしいと答えた");
    assert_eq!(check(&site, "ja").stderr, check(&self::site(), "ja").stderr);
    let run = check(&with("15万人", "利用者の3割"), "ja");
    for (line, told) in [("value: 15万人", "15万人"), ("caption: 利用者の3割", "3割")] {
        assert!(
            run.stderr.contains(line) && run.stderr.contains(told),
            "{}",
            run.stderr
        );
    }
}

/// The numbers of a chart are held to the source as those of the text are.
#[test]
fn a_chart_says_what_the_source_says() {
    let with = |value: &str, rest: &str| {
        let chart = format!(
            "charts:\n  - kind: parts\n    title: 続けてほしいと答えた人\n    rows:\n      - {{label: 続けてほしい, value: {value}}}\n      - {{label: ほか, value: {rest}}}\ntopics:"
        );
        site().edited("speakers/ogawa.ja.md", "topics:", &chart)
    };
    let run = check(&with("81", "19"), "ja");
    assert!(run.stderr.contains("81"), "{}", run.stderr);
    let right = check(&with("80", "20"), "ja");
    assert!(!right.stderr.contains("「80"), "{}", right.stderr);
}

#[test]
fn figures_that_a_statement_leaves_out_are_no_warning() {
    let site = site().edited(
        "speakers/ogawa.ja.md",
        "summary: 署名は1万2000筆を超え、利用者",
        "summary: 利用者",
    );
    site.edit("speakers/ogawa.en.md", "40% come", "many come");
    site.edit("speakers/ogawa.en.md", "Four in ten come", "They come");
    shown("source_left-out", &site);
    assert_eq!(site.codes(), ["source/left-out", "source/left-out"]);
    // A build tells it, too.
    let run = site.build();
    assert!(
        run.stdout.contains("Figures of the sources"),
        "{}",
        run.stdout
    );
}

#[test]
fn a_source_that_is_not_there_is_an_error_with_the_name_that_was_meant() {
    let at = |written: &str| site().edited("speakers/ogawa.ja.md", "2024/tsudoi.txt", written);
    shown("source_missing", &at("tsudoi.TXT"));
    for (written, said) in [
        ("2024/tsudo.txt", "file: 2024/tsudoi.txt"),
        ("houkoku.txt", "name one of these: 2024/tsudoi.txt"),
    ] {
        let run = check(&at(written), "en");
        assert!(
            run.stderr.contains(said) && run.status == 1,
            "{}",
            run.stderr
        );
    }
    let none = at("x.txt").without("sources/2024/tsudoi.txt");
    assert!(
        check(&none, "en")
            .stderr
            .contains("content/sources/x.txt, or remove")
    );
}

#[test]
fn a_path_that_leaves_the_folder_is_refused() {
    for (number, written) in [
        "../site.yaml",
        "/etc/hosts",
        "2024/../../site.yaml",
        "C:/x.txt",
    ]
    .into_iter()
    .enumerate()
    {
        let site = site().edited(
            "speakers/ogawa.ja.md",
            "2024/tsudoi.txt",
            &format!("\"{written}\""),
        );
        if number == 0 {
            shown("source_outside", &site);
        }
        assert_eq!(site.codes(), ["source/outside"], "{written}");
    }
}

#[test]
fn a_source_that_is_no_text_is_an_error_where_it_is_named() {
    let site = site().bytes("sources/2024/tsudoi.pdf", b"%PDF-1.7\x00\xff");
    assert_eq!(site.codes(), [""; 0]);
    site.edit("speakers/ogawa.ja.md", "tsudoi.txt", "tsudoi.pdf");
    shown("source_not-text", &site);
}

#[test]
fn a_source_without_the_speaker_is_compared_as_a_whole() {
    let site = site().edited(
        "speakers/ogawa.ja.md",
        "name: 小川みどり",
        "name: 小林あかね",
    );
    site.edit("speakers/ogawa.ja.md", "小川氏は、", "");
    shown("source_no-passage", &site);
    // What is told to be done helps.
    let text = site.read("content/sources/2024/tsudoi.txt");
    let text = text.replace("みどり代表\n", "みどり代表\n◆小林あかね\n");
    site.write("content/sources/2024/tsudoi.txt", text.as_bytes());
    assert_eq!(site.codes(), [""; 0]);
}

#[test]
fn a_source_is_read_in_any_encoding_and_any_width() {
    let jis = encoding_rs::SHIFT_JIS.encode(REPORT).0.into_owned();
    assert_eq!(
        wrong().bytes("sources/2024/tsudoi.txt", &jis).codes(),
        wrong().codes()
    );
}

#[test]
fn a_further_statement_is_held_to_its_source_too() {
    let site = site()
        .file("events/2025-tsudoi.ja.md", "---\nname: 二つめのつどい\ndate: 2025-06-07\n---\n")
        .file("events/2025-tsudoi.en.md", "---\nname: Second rally\n---\n")
        .file("sources/2025.txt", "◆本と夜の会・小川みどり代表\n署名は三万筆になった。\n")
        .file("statements/2025-tsudoi/ogawa.ja.md",
            "---\ntitle: 署名は4万筆\ntopics: [hours]\nsource: {file: 2025.txt}\n---\n\n2万筆ではない。\n")
        .file("statements/2025-tsudoi/ogawa.en.md", "---\ntitle: Signatures\n---\n\nNot 40,000 but 30,000.\n");
    site.edit(
        "speakers/ogawa.ja.md",
        "topics: [hours]\n",
        "topics: [hours]\nevent: 2024-06-08-tsudoi\n",
    );
    let codes = site.codes();
    assert_eq!(
        codes,
        [
            "source/untold",
            "source/left-out",
            "source/untold",
            "source/untold"
        ]
    );
}

/// What the sources hold stands in no file of the output, and the folder is known.
#[test]
fn sources_are_never_published() {
    let secret = "この一行は、どこにも載らない。 This line is nowhere.";
    let site = site()
        .file("sources/2024/tsudoi.txt", &format!("{REPORT}{secret}\n"))
        .file("sources/notes.md", &format!("# {secret}\n"))
        .bytes(
            "sources/photo.png",
            &[secret.as_bytes(), b"\x89PNG"].concat(),
        );
    let run = site.run(&["build"]);
    assert_eq!(run.status, 0, "{}", run.stderr);
    assert!(!run.stderr.contains("sources"), "{}", run.stderr);
    let mut files = 0;
    for (path, bytes) in site.tree("public") {
        let has = |needle: &[u8]| bytes.windows(needle.len()).any(|window| window == needle);
        assert!(
            !path.contains("sources") && !path.contains("notes") && !path.contains("photo"),
            "{path}"
        );
        for needle in [
            "どこにも載らない",
            "This line is nowhere",
            "tsudoi.txt",
            "sources/",
        ] {
            assert!(!has(needle.as_bytes()), "{path} has {needle}");
        }
        files += 1;
    }
    assert!(files > 20, "only {files} files");
}

#[test]
fn a_link_to_a_source_leads_nowhere() {
    let site = site().edited(
        "speakers/ogawa.ja.md",
        "仕事帰りだ。",
        "[仕事帰り](../sources/2024/tsudoi.txt)だ。",
    );
    assert_eq!(site.codes(), ["link/missing-file"]);
}

#[test]
fn the_key_belongs_to_statements() {
    let site = Site::new()
        .file(
            "speakers/tanaka.ja.md",
            &TANAKA_JA.replace("order: 2\n", "order: 2\nsource: {file: a.txt}\n"),
        )
        .file(
            "speakers/tanaka.en.md",
            &TANAKA_EN.replace("title:", "source: {file: b.txt}\ntitle:"),
        )
        .file("sources/a.txt", "◆田中太郎氏\n患者の声を。\n");
    assert_eq!(site.codes(), ["translation/contradiction"]);
    site.edit("events/rally.ja.md", "venue: 会館", "source: {file: a.txt}");
    assert!(
        site.codes()
            .contains(&"front-matter/unknown-key".to_owned())
    );
}
