//! The mistakes that people really make, each with a file that has it and all that is said of
//! it in both languages: one snapshot a mistake, in `snapshots/mistakes__*.snap`.

mod as_typed;
mod certain;
mod figures;
mod follows;
mod grave;
mod kinds;
mod once;
mod ordinary;
mod pasted;
mod rallies;
mod walked;
mod wrapped;

use crate::support::{POINT, Site, YAMADA_JA};

/// Everything that is said of a site, in both languages.
fn says(name: &str, site: &Site) {
    let args = ["check", "--no-leaflets"];
    let said = |lang: &str| {
        let run = site.run_in(lang, &args);
        let own = site.path("").display().to_string();
        (run.stderr.replace(&own, "/…/"), run.status)
    };
    let ((ja, status), (en, _)) = (said("ja"), said("en"));
    insta::with_settings!({ omit_expression => true }, {
        insta::assert_snapshot!(name, format!("{ja}\n{en}\n→ {status}"));
    });
}

/// The same of the minimal site with a line in the place of another in a statement.
fn line(name: &str, from: &str, to: &str) {
    says(name, &Site::new().edited("speakers/yamada.ja.md", from, to));
}

const NAME: &str = "name: 山田花子";
const TITLE: &str = "title: 保険証をなくさないで";
const TOPICS: &str = "topics: [privacy, access]";
const ORDER: &str = "order: 1";

mod full_width {
    use super::*;

    #[test]
    fn colon() {
        line("front-matter_full-width", NAME, "name：山田花子");
    }

    #[test]
    fn brackets_and_comma() {
        line("full_width_brackets", TOPICS, "topics: ［privacy、access］");
    }

    #[test]
    fn comma() {
        line("full_width_comma", TOPICS, "topics: [privacy，access]");
    }

    #[test]
    fn digits() {
        line("full_width_digits", ORDER, "order: １");
    }

    #[test]
    fn hash() {
        line("full_width_hash", ORDER, "order: 1\n＃ あとで写真を入れる");
    }

    #[test]
    fn space() {
        line("full_width_space", NAME, "name:　山田花子");
    }

    #[test]
    fn letters() {
        line("full_width_letters", NAME, "ｎａｍｅ：　山田花子");
    }
}

mod lines {
    use super::*;

    #[test]
    fn no_space() {
        line("front-matter_no-space", NAME, "name:山田花子");
    }

    #[test]
    fn curly_quotes() {
        line(
            "front-matter_curly-quotes",
            ORDER,
            "order: 1\ndate: “2022-11-17”",
        );
    }

    #[test]
    fn tab() {
        line(
            "front-matter_tab",
            ORDER,
            "order: 1\nsource:\n\ttitle: 会報",
        );
    }

    #[test]
    fn colon_in_value() {
        line("colon_in_value", TITLE, "title: 保険証: なくさないで");
    }

    #[test]
    fn reserved() {
        let site = Site::new()
            .file("pages/p1.ja.md", "---\ntitle: @保険証\n---\n")
            .file("pages/p2.ja.md", "---\ntitle: *大事*なこと\n---\n")
            .file("pages/p3.ja.md", "---\ntitle: #保険証を守れ\n---\n")
            .file("pages/p4.ja.md", "---\ntitle: %の話\n---\n")
            .file("pages/p5.ja.md", "---\ntitle: [重要] 保険証\n---\n")
            .file("pages/p6.ja.md", "---\ntitle: {返戻|へんれい}のこと\n---\n")
            .file("pages/p7.ja.md", "---\ntitle: \"保険証\"を守る\n---\n");
        says("front-matter_needs-quotes", &site);
    }

    #[test]
    fn key_in_japanese() {
        line("front-matter_key-form", NAME, "名前: 山田花子");
    }

    #[test]
    fn key_in_capitals() {
        line("key_in_capitals", NAME, "Name: 山田花子");
    }

    #[test]
    fn key_misspelt() {
        line("key_misspelt", "summary:", "sumary:");
    }

    #[test]
    fn list_as_text() {
        line("front-matter_list-form", TOPICS, "topics: privacy, access");
    }

    #[test]
    fn list_as_text_of_words() {
        let site = Site::new().edited(
            "events/rally.ja.md",
            "venue: 会館",
            "organisers: 見本の会、見本の友の会",
        );
        says("list_as_text_of_words", &site);
    }

    #[test]
    fn bullets() {
        line("bullets", TOPICS, "topics:\n・privacy\n・access");
    }

    #[test]
    fn yes_and_no() {
        line(
            "front-matter_word",
            ORDER,
            "order: 1\nreading_confirmed: いいえ",
        );
    }

    #[test]
    fn key_twice() {
        line("key_twice", ORDER, "order: 1\nname: 山田華子");
    }

    #[test]
    fn several_at_once() {
        line("several_at_once", TOPICS, "テーマ：　［privacy、access］");
    }
}

mod dates {
    use super::*;

    fn date(name: &str, date: &str) {
        line(name, ORDER, &format!("order: 1\ndate: {date}"));
    }

    #[test]
    fn era() {
        date("date_era", "令和4年11月17日");
    }

    #[test]
    fn era_with_slashes() {
        date("date_era_slash", "R4/11/17");
    }

    #[test]
    fn slashes() {
        date("front-matter_date-form", "2022/11/17");
    }

    #[test]
    fn weekday() {
        date("date_weekday", "2022年11月17日（金）");
    }

    #[test]
    fn uncertain() {
        date("date_uncertain", "11/17/2022");
    }

    #[test]
    fn impossible() {
        date("date_impossible", "2022-11-31");
    }

    #[test]
    fn no_era() {
        date("date_no_era", "6年10月5日");
    }

    #[test]
    fn beyond_the_era() {
        date("date_beyond_the_era", "令和60年5月3日");
    }

    #[test]
    fn what_is_allowed_is_not_mended() {
        for written in [
            "令和4年11月17日",
            "2022年11月17日",
            "R4.11.17",
            "2022-11-17",
        ] {
            let site = Site::new().edited(
                "speakers/yamada.ja.md",
                ORDER,
                &format!("order: 1\ndate: {written}"),
            );
            assert_eq!(site.codes(), [""; 0], "{written}");
            let before = site.tree("content");
            site.run(&["check", "--no-leaflets", "--fix"]);
            assert!(site.tree("content") == before, "{written}");
        }
    }
}

mod fences {
    use super::*;

    fn page(name: &str, text: &str) {
        says(name, &Site::new().file("pages/notes.ja.md", text));
    }

    #[test]
    fn missing() {
        page("fence_missing", "覚え書き\n\n本文です。\n");
    }

    #[test]
    fn first_missing() {
        page(
            "fence_first_missing",
            "title: 覚え書き\n---\n\n本文です。\n",
        );
    }

    #[test]
    fn last_missing() {
        page(
            "fence_last_missing",
            "---\ntitle: 覚え書き\nnav: false\n\n本文です。\n",
        );
    }

    #[test]
    fn doubled() {
        page(
            "fence_doubled",
            "---\n---\ntitle: 覚え書き\n---\n\n本文です。\n",
        );
    }

    #[test]
    fn full_width() {
        page(
            "front-matter_fence",
            "－－－\ntitle: 覚え書き\nーーー\n\n本文です。\n",
        );
    }

    #[test]
    fn text_before() {
        page(
            "front-matter_text-before",
            "山田さんの覚え書き\n---\ntitle: 覚え書き\n---\n\n本文です。\n",
        );
    }
}

mod encodings {
    use super::*;

    fn bytes(name: &str, encode: impl Fn(&str) -> Vec<u8>) {
        let site = Site::new().bytes("speakers/yamada.ja.md", &encode(YAMADA_JA));
        says(name, &site);
        let run = site.build();
        assert_eq!(run.status, 0);
        assert!(
            site.out("speakers/yamada.html")
                .contains("受付に長い列ができます。")
        );
    }

    fn utf16(text: &str) -> Vec<u8> {
        text.encode_utf16().flat_map(u16::to_le_bytes).collect()
    }

    #[test]
    fn shift_jis() {
        bytes("file_encoding", |text| {
            encoding_rs::SHIFT_JIS.encode(text).0.into_owned()
        });
    }

    #[test]
    fn euc_jp() {
        bytes("encoding_euc_jp", |text| {
            encoding_rs::EUC_JP.encode(text).0.into_owned()
        });
    }

    #[test]
    fn utf_16() {
        bytes("encoding_utf16", |text| {
            [b"\xff\xfe".to_vec(), utf16(text)].concat()
        });
    }

    #[test]
    fn utf_16_without_a_mark() {
        bytes("encoding_utf16_unmarked", utf16);
    }

    #[test]
    fn mark() {
        bytes("encoding_bom", |text| {
            [b"\xef\xbb\xbf", text.as_bytes()].concat()
        });
    }

    #[test]
    fn old_line_ends() {
        bytes("file_line-ends", |text| {
            text.replace('\n', "\r").into_bytes()
        });
    }

    #[test]
    fn windows_line_ends_are_no_mistake() {
        let text = YAMADA_JA.replace('\n', "\r\n");
        assert_eq!(
            Site::new().file("speakers/yamada.ja.md", &text).codes(),
            [""; 0]
        );
    }

    #[test]
    fn a_slip_in_another_encoding_is_shown_in_its_place() {
        let text = YAMADA_JA.replace(NAME, "name：山田花子");
        let bytes = encoding_rs::SHIFT_JIS.encode(&text).0.into_owned();
        says(
            "encoding_and_slip",
            &Site::new().bytes("speakers/yamada.ja.md", &bytes),
        );
    }

    #[test]
    fn no_text() {
        let site = Site::new().bytes("pages/notes.ja.md", b"PK\x03\x04\x14\x00\x06\x00\x08\x00");
        says("encoding_none", &site);
    }
}

mod names {
    use super::*;

    fn named(name: &str, file: &str) {
        let text = "---\ntitle: 覚え書き\n---\n";
        says(name, &Site::new().file(&format!("pages/{file}"), text));
    }

    #[test]
    fn full_width() {
        named("name_full_width", "ｎｏｔｅｓ.ja.md");
    }

    #[test]
    fn capitals() {
        named("name_capitals", "Notes.ja.md");
    }

    #[test]
    fn japanese() {
        named("name_japanese", "覚え書き.ja.md");
    }

    #[test]
    fn ending_hidden() {
        named("name_md_txt", "notes.ja.md.txt");
    }

    #[test]
    fn ending_txt() {
        named("name_txt", "notes.ja.txt");
    }

    #[test]
    fn ending_markdown() {
        named("name_markdown", "notes.ja.markdown");
    }

    #[test]
    fn document() {
        named("name_docx", "notes.ja.docx");
    }

    #[test]
    fn no_language() {
        named("name_no_language", "notes.md");
    }

    #[test]
    fn picture() {
        named("name_picture", "yamada.jpg");
    }

    #[cfg(target_os = "linux")]
    #[test]
    fn two_forms_of_one_name() {
        let site = Site::new()
            .bytes("images/が.gif", POINT)
            .bytes("images/か\u{3099}.gif", POINT);
        says("name_two_forms", &site);
    }

    #[test]
    fn what_editors_leave_behind_is_passed_over() {
        let site = [
            "~$notes.ja.md",
            ".#notes.ja.md",
            "notes.ja.md~",
            "#notes.ja.md#",
            ".DS_Store",
            "Thumbs.db",
            "desktop.ini",
            ".notes.ja.md.swp",
            "4913",
            "notes.ja.md.tmp",
            "~WRL0001.tmp",
            "notes.ja.md.bak",
            "notes.ja.md.2.bak",
            "._notes.ja.md",
            "notes.ja.md.sb-1a2b3c4d-Ab12Cd",
            "Icon\r",
            "notes.ja.md.crdownload",
            "notes.ja.md.orig",
        ]
        .iter()
        .fold(Site::new(), |site, name| {
            site.file(&format!("pages/{name}"), "何か")
        });
        assert_eq!(site.codes(), [""; 0]);
    }
}

mod structure {
    use super::*;

    fn without_settings(name: &str, settings: &str) {
        let site = Site::new()
            .without("site.yaml")
            .file(settings, crate::support::SITE);
        says(name, &site);
        let fixed = site.run(&["check", "--no-leaflets", "--fix"]);
        assert_eq!(fixed.status, 0, "{}", fixed.stderr);
        assert_eq!(site.codes(), [""; 0]);
    }

    #[test]
    fn settings_named_otherwise() {
        without_settings("name_site_txt", "site.yaml.txt");
        without_settings("name_site_yml", "site.yml");
        without_settings("name_site_capital", "Site.yaml");
    }

    #[test]
    fn a_translation_without_its_original() {
        let text =
            "---\nname: SUZUKI Ichiro\ntitle: Hear us\nsummary: He spoke.\n---\n\nHear us.\n";
        says(
            "orphan_translation",
            &Site::new().file("speakers/suzuki.en.md", text),
        );
        says(
            "orphan_misnamed",
            &Site::new()
                .without("speakers/tanaka.en.md")
                .file("speakers/tanakka.en.md", text),
        );
    }

    #[test]
    fn a_draft_event_under_a_published_statement() {
        let site = Site::new().edited("events/rally.ja.md", "---\n", "---\ndraft: true\n");
        says("draft_event", &site);
    }

    #[test]
    fn names_with_the_wrong_case() {
        let site = Site::new().edited(
            "speakers/yamada.ja.md",
            TOPICS,
            "topics: [Privacy, access]\nevent: Rally",
        );
        says("name_case", &site);
    }

    fn yaml(name: &str, lines: &str) {
        says(
            name,
            &Site::new().file(
                "pages/notes.ja.md",
                &format!("---\n{lines}\n---\n\n本文です。\n"),
            ),
        );
    }

    #[test]
    fn slips_of_yaml() {
        yaml("yaml_continued", "title: 一行目です\n二行目です");
        yaml(
            "yaml_unclosed_list",
            "title: a\ntranslation: {status: draft\nnav: true",
        );
        yaml("yaml_unclosed_quote", "title: \"保険証\nnav: true");
        yaml("yaml_deeper", "title: 題\n   memo: 覚え書き");
        yaml(
            "yaml_duplicate_inside",
            "title:\n  ja: 題\n  en: Title\n  ja: 題2",
        );
        yaml("yaml_strange", "title: 題\n- a\n? b");
    }
}

mod prose {
    use super::*;

    fn saying(name: &str, text: &str) {
        let text = format!("{YAMADA_JA}\n{text}\n");
        says(name, &Site::new().file("speakers/yamada.ja.md", &text));
    }

    #[test]
    fn empty_link() {
        saying("text_empty-link", "くわしくは[](topic:privacy)へ。");
    }

    #[test]
    fn empty_heading() {
        saying("text_empty-heading", "### {#empty}");
    }
}

mod fix {
    use super::*;

    fn messy() -> Site {
        let text = YAMADA_JA
            .replace(NAME, "名前：山田花子")
            .replace(TOPICS, "topics: ［privacy、access］")
            .replace(ORDER, "order: １\ndate: 令和4年11月17日\nphoto:\n    file: a.gif\n   alt: 演壇\n\t consent: [web]");
        let bytes = encoding_rs::SHIFT_JIS
            .encode(&text.replace('\n', "\r\n"))
            .0
            .into_owned();
        let site = Site::new().bytes("images/a.gif", POINT);
        site.bytes("speakers/yamada.ja.md", &bytes).file(
            "pages/Notes.ja.txt",
            "---\ntitle: 覚え書き\n---\n\n本文：そのまま。\n",
        )
    }

    #[test]
    fn every_change_is_shown_and_the_old_file_kept() {
        let site = messy();
        let old = site.tree("content");
        let ja = site.run_in("ja", &["check", "--no-leaflets", "--fix"]);
        let right = YAMADA_JA.replace(
            ORDER,
            "order: 1\ndate: 令和4年11月17日\nphoto:\n    file: a.gif\n    alt: 演壇\n    consent: [web]",
        );
        // A file of Windows stays one.
        let right = right.replace('\n', "\r\n");
        assert_eq!(site.read("content/speakers/yamada.ja.md"), right);
        let new = site.tree("content");
        assert_eq!(
            new["speakers/yamada.ja.md.bak"],
            old["speakers/yamada.ja.md"]
        );
        assert_eq!(new["pages/notes.ja.md"], old["pages/Notes.ja.txt"]);
        for (path, bytes) in &old {
            let changed = ["speakers/yamada.ja.md", "pages/Notes.ja.txt"].contains(&path.as_str());
            assert!(changed || new.get(path) == Some(bytes), "{path}");
        }
        assert_eq!(new.len(), old.len() + 1);
        let en = messy().run_in("en", &["check", "--no-leaflets", "--fix"]);
        insta::with_settings!({ omit_expression => true }, {
            insta::assert_snapshot!("fix", format!("{}{}\n{}{}", ja.stdout, ja.stderr, en.stdout, en.stderr));
        });
        // Once is enough, and an older copy is never written over.
        let again = site.run_in("ja", &["check", "--no-leaflets", "--fix"]);
        assert!(
            again.stdout.starts_with("直すところはありませんでした。"),
            "{}",
            again.stdout
        );
        assert_eq!(site.tree("content"), new);
        site.edit("speakers/yamada.ja.md", "name: ", "name：");
        site.run_in("ja", &["check", "--no-leaflets", "--fix"]);
        let last = site.tree("content");
        assert_eq!(
            last["speakers/yamada.ja.md.bak"],
            old["speakers/yamada.ja.md"]
        );
        assert!(last.contains_key("speakers/yamada.ja.md.2.bak"));
        assert_eq!(site.codes(), [""; 0]);
    }

    #[test]
    fn a_name_that_is_taken_is_left() {
        let site = Site::new().file("pages/About.ja.md", "---\ntitle: 別のもの\n---\n");
        fixes("fix_name-taken", &site);
        assert_eq!(site.codes(), ["file/copy"]);
        assert!(site.has("content/pages/About.ja.md"));
    }

    #[cfg(unix)]
    #[test]
    fn what_lies_elsewhere_is_left() {
        let site = Site::new().beside("elsewhere.md", "---\ntitle：よそのもの\n---\n");
        let link = site.path("content/pages/notes.ja.md");
        std::os::unix::fs::symlink(site.path("elsewhere.md"), link).unwrap();
        fixes("fix_outside", &site);
        assert!(site.read("elsewhere.md").contains("title："));
    }

    #[cfg(unix)]
    #[test]
    fn what_cannot_be_written_is_left() {
        use std::os::unix::fs::PermissionsExt;
        let site = Site::new().file("pages/notes.ja.md", "---\ntitle：題\n---\n");
        let path = site.path("content/pages/notes.ja.md");
        std::fs::set_permissions(&path, std::fs::Permissions::from_mode(0o444)).unwrap();
        fixes("fix_unwritable", &site);
        assert!(site.read("content/pages/notes.ja.md").contains("title："));
        assert!(!site.has("content/pages/notes.ja.md.bak"));
    }

    /// What is said of a site that is to be mended.
    fn fixes(name: &str, site: &Site) {
        let args = ["check", "--no-leaflets", "--fix"];
        let (ja, en) = (site.run_in("ja", &args), site.run_in("en", &args));
        insta::with_settings!({ omit_expression => true }, {
            insta::assert_snapshot!(name, format!("{}\n{}\n→ {}", ja.stderr, en.stderr, ja.status));
        });
    }
}

#[test]
fn the_table_tells_what_there_is_and_what_is_lacking() {
    let site = Site::new()
        .without("speakers/tanaka.en.md")
        .edited(
            "speakers/yamada.en.md",
            "summary:",
            "translation:\n  status: draft\nsummary:",
        )
        .edited(
            "pages/about.en.md",
            "title:",
            "translation:\n  of: 0000-0000\ntitle:",
        )
        .edited(
            "pages/about.ja.md",
            "集会の記録です。",
            "![](../images/a.gif)",
        )
        .bytes("images/a.gif", POINT);
    let said = |lang: &str| site.run_in(lang, &["check", "--no-leaflets"]).stdout;
    let shown = format!("{}\n{}", said("ja"), said("en"));
    insta::with_settings!({ omit_expression => true }, { insta::assert_snapshot!("table", shown) });
}

/// A server on this machine that knows `/there` and answers 404 to everything else, counting.
fn server() -> (String, std::sync::Arc<std::sync::Mutex<Vec<String>>>) {
    use std::io::{BufRead, BufReader, Write};
    let listener = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
    let address = format!("http://{}", listener.local_addr().unwrap());
    let asked = std::sync::Arc::new(std::sync::Mutex::new(Vec::new()));
    let log = asked.clone();
    std::thread::spawn(move || {
        for stream in listener.incoming() {
            let mut stream = stream.unwrap();
            let mut lines = BufReader::new(stream.try_clone().unwrap()).lines();
            let first = lines.next().unwrap().unwrap();
            while lines
                .next()
                .is_some_and(|line| line.is_ok_and(|line| !line.is_empty()))
            {}
            let known = first.contains("/there")
                && (!first.contains("/there-get") || first.starts_with("GET"));
            let status = if known { "200 OK" } else { "404 Not Found" };
            log.lock().unwrap().push(first);
            let _ = write!(
                stream,
                "HTTP/1.1 {status}\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"
            );
        }
    });
    (address, asked)
}

#[test]
fn links_to_other_sites_are_asked_for_only_when_told_to() {
    let (address, asked) = server();
    let text = format!(
        "{YAMADA_JA}\n[会報]({address}/there)と[続き]({address}/there-get)、[古い会報]({address}/gone)、[もう一度]({address}/gone#x)\n"
    );
    let site = Site::new().file("speakers/yamada.ja.md", &text);
    assert_eq!(site.codes(), [""; 0]);
    assert!(asked.lock().unwrap().is_empty());
    let args = ["check", "--no-leaflets", "--external"];
    let (ja, en) = (site.run_in("ja", &args), site.run_in("en", &args));
    let asked = asked.lock().unwrap();
    let gone = asked
        .iter()
        .filter(|line| line.starts_with("HEAD /gone "))
        .count();
    assert_eq!((gone, ja.status), (2, 0), "{asked:?}");
    let shown = format!("{}\n{}", ja.stderr, en.stderr).replace(&address, "http://127.0.0.1:1");
    insta::with_settings!({ omit_expression => true }, { insta::assert_snapshot!("link_outside", shown) });
}
