//! What a build, a check and the commands for print shops and copiers do with it.

use super::*;

/// A theme that rewrites what was said is found out by the build, and nothing is written.
#[test]
fn a_build_fails_on_a_theme_that_breaks_a_leaflet() {
    let parts = fs::read_to_string("themes/default/print/text.typ").unwrap();
    let broken = parts.replace(
        "if kind == \"text\" { node.text }",
        "if kind == \"text\" { node.text.replace(\"見\", \"聞\") }",
    );
    assert_ne!(parts, broken);
    let site = site().beside("themes/bad/print/text.typ", &broken);
    for lang in ["ja", "en"] {
        let run = site.run_in(lang, &["build", "--theme", "themes/bad"]);
        assert_eq!(run.status, 1, "{}", run.stderr);
        assert!(run.stderr.contains("[preflight/passage]"), "{}", run.stderr);
        assert!(
            run.stderr.contains("speaker-yamada.ja.print.pdf"),
            "{}",
            run.stderr
        );
    }
    assert!(!site.has("public/index.html"));
    assert_eq!(site.run(&["check", "--theme", "themes/bad"]).status, 1);
}

/// A fault of a template is told once, not for every leaflet that it spoils.
#[test]
fn a_fault_of_a_template_is_told_once() {
    let site = site().beside("themes/bad/print/foot.typ", "");
    let parts = fs::read_to_string("themes/default/print/parts.typ").unwrap();
    let broken = parts.replace("#let gutter = ", "#let gutter = nothing + ");
    assert_ne!(parts, broken);
    site.write("themes/bad/print/parts.typ", broken.as_bytes());
    let run = site
        .file(
            "topics/privacy.ja.md",
            "---\nname: 見本のテーマ\nsummary: 見本です。\n---\n",
        )
        .run_in("en", &["check", "--theme", "themes/bad"]);
    assert_eq!(run.status, 1, "{}", run.stderr);
    let told = run.stderr.matches("[leaflet/template]").count();
    assert_eq!(told, 1, "{}", run.stderr);
}

/// The names of the files in a zip, and whether each is deflated into nothing.
fn entries(zip: &[u8]) -> Vec<String> {
    let mut archive = zip::ZipArchive::new(std::io::Cursor::new(zip)).unwrap();
    (0..archive.len())
        .map(|at| {
            let file = archive.by_index(at).unwrap();
            let name = file.name().unwrap().into_owned();
            assert!(file.size() > 200, "{name} is empty");
            name
        })
        .collect()
}

#[test]
fn a_print_shop_gets_one_zip() {
    let site = site()
        .edited("site.yaml", "base_url:", "event: rally\nbase_url:")
        .file(
            "events/rally.ja.md",
            "---\nname: 見本の集会\ndate: 2022-11-17\n---\n",
        );
    let run = site.run(&["handoff", "speaker-yamada"]);
    assert_eq!(run.status, 0, "{}{}", run.stderr, run.stdout);
    let zip = fs::read(site.path("speaker-yamada.zip")).unwrap();
    let names = entries(&zip).join("\n").replace("speaker-yamada/", "");
    assert_eq!(
        names.lines().collect::<Vec<_>>(),
        [
            "README.en.txt",
            "README.ja.txt",
            "preflight.en.txt",
            "preflight.ja.txt",
            "speaker-yamada.ja.sample.pdf",
            "speaker-yamada.ja.with-marks.pdf",
            "speaker-yamada.ja.without-marks.pdf",
            "specification-of-ja.en.pdf",
            "specification-of-ja.ja.pdf",
        ]
    );
    let mut archive = zip::ZipArchive::new(std::io::Cursor::new(&zip)).unwrap();
    let mut bare = Vec::new();
    let mut entry = archive
        .by_name("speaker-yamada/speaker-yamada.ja.without-marks.pdf")
        .unwrap();
    std::io::Read::read_to_end(&mut entry, &mut bare).unwrap();
    drop(entry);
    let without = Wanted {
        marks: false,
        ..wanted(Reader::Press)
    };
    assert_eq!(inspect(&bare, &without).faults, []);
    assert!(
        !inspect(&bare, &wanted(Reader::Press)).passed(),
        "marks are missed where they belong"
    );

    // The specification sheets bear the date of what they go with.
    for name in ["specification-of-ja.ja.pdf", "specification-of-ja.en.pdf"] {
        let mut sheet = Vec::new();
        let mut entry = archive.by_name(&format!("speaker-yamada/{name}")).unwrap();
        std::io::Read::read_to_end(&mut entry, &mut sheet).unwrap();
        let sheet = Document::load_mem(&sheet).unwrap();
        let info = sheet.trailer.get_deref(b"Info", &sheet).unwrap();
        let day = info.as_dict().unwrap().get(b"CreationDate").unwrap();
        let day = String::from_utf8_lossy(day.as_str().unwrap());
        assert!(day.starts_with("D:20221117"), "{name}: {day}");
    }

    // The same bytes again; a file of somebody else is left as it is.
    let again = site.run(&["handoff", "speaker-yamada", "--out", "again.zip"]);
    assert_eq!(again.status, 0, "{}", again.stderr);
    assert_eq!(fs::read(site.path("again.zip")).unwrap(), zip);
    site.write("letter.zip", b"somebody's letter");
    let run = site.run(&["handoff", "speaker-yamada", "--out", "letter.zip"]);
    assert_eq!(run.status, 2, "{}", run.stderr);
    assert_eq!(site.read("letter.zip"), "somebody's letter");
}

/// A leaflet with what a sample says, in every place from which it is printed.
fn sample() -> Site {
    site()
        .edited(
            "site.yaml",
            "base_url: https://shukai.test/\n",
            "base_url: https://example.org/\n# 【要変更】発行者\npublisher:\n  name: （見本）発行団体\n  phone: 03-0000-0000\n",
        )
        .edited("speakers/yamada.ja.md", "name: 山田花子", "name: 山田花子\naffiliation: 【要記入】所属")
        .file("pages/about.ja.md", "---\ntitle: 案内\n---\n\n（見本）別の文\n")
}

#[test]
fn a_sample_does_not_go_to_the_print_shop() {
    let said = ["ja", "en"].map(|lang| {
        let site = sample();
        let run = site.run_in(lang, &["handoff", "speaker-yamada"]);
        assert_eq!(run.status, 1, "{}", run.stderr);
        assert!(!site.has("speaker-yamada.zip"));
        run.stderr
    });
    insta::with_settings!({ omit_expression => true }, {
        insta::assert_snapshot!("leaflet_sample", said.join("\n"));
    });
}

#[test]
fn a_rehearsal_says_on_every_page_that_it_is_one() {
    let site = sample();
    let run = site.run(&["handoff", "speaker-yamada", "--rehearsal"]);
    assert_eq!(run.status, 0, "{}", run.stderr);
    assert!(run.stdout.contains("SPECIMEN"), "{}", run.stdout);
    let again = site.run(&[
        "handoff",
        "speaker-yamada",
        "--rehearsal",
        "--out",
        "again.zip",
    ]);
    assert_eq!(again.status, 0);
    let zip = fs::read(site.path("speaker-yamada.rehearsal.zip")).unwrap();
    assert_eq!(fs::read(site.path("again.zip")).unwrap(), zip);
    let mut archive = zip::ZipArchive::new(std::io::Cursor::new(&zip)).unwrap();
    for kind in ["with-marks", "without-marks"] {
        let name = format!("speaker-yamada/speaker-yamada.ja.{kind}.pdf");
        let mut bytes = Vec::new();
        let mut entry = archive.by_name(&name).unwrap();
        std::io::Read::read_to_end(&mut entry, &mut bytes).unwrap();
        let pdf = Document::load_mem(&bytes).unwrap();
        for id in pdf.get_pages().into_values() {
            let content = pdf.get_page_content(id);
            let content = String::from_utf8_lossy(&content);
            // Light in black alone, under the text and as an outline over it.
            assert!(
                content.starts_with("/Artifact BMC q 0 0 0 0.14 k"),
                "{kind}"
            );
            assert_eq!(content.matches("0 0 0 0.4 K").count(), 1, "{kind}");
            assert!(content.trim_end().ends_with("S Q EMC"), "{kind}");
        }
    }
}

#[test]
fn a_leaflet_that_does_not_exist() {
    for lang in ["ja", "en"] {
        let none = site().run_in(lang, &["handoff"]);
        assert_eq!(none.status, 2);
        assert!(
            none.stderr
                .contains("\n  speaker-yamada  保険証をなくさないで\n"),
            "{}",
            none.stderr
        );
        for near in ["speaker-yamad", "yamada", "Yamada", "yamda", "yamada.ja.md"] {
            let run = site().run_in(lang, &["handoff", near]);
            assert_eq!(run.status, 2);
            let offered = ["「speaker-yamada」の", "mean `speaker-yamada`"];
            assert!(
                offered.iter().any(|own| run.stderr.contains(own)),
                "{}",
                run.stderr
            );
        }
    }
    let run = site().run(&["impose", "speaker-yamada", "--lang", "en"]);
    assert_eq!(run.status, 2);
    assert!(run.stderr.contains("There is: ja"), "{}", run.stderr);
}

#[test]
fn sheets_for_a_copier() {
    let site = site();
    let run = site.run(&["impose", "speaker-yamada"]);
    assert_eq!(run.status, 2, "a4 prints as it is");
    let run = site.run(&["impose", "speaker-yamada", "--scheme", "2up"]);
    assert_eq!(run.status, 0, "{}", run.stderr);
    let sheet = Document::load(site.path("speaker-yamada.ja.2up.pdf")).unwrap();
    assert_eq!(
        (sheet.get_pages().len(), sheet.version.as_str()),
        (1, "1.7")
    );
    // Two A4 on an A3, still as type, and no claim that forms make untrue.
    let wanted = Wanted {
        trim: (420.0, 297.0),
        ..wanted(Reader::Office)
    };
    let bytes = fs::read(site.path("speaker-yamada.ja.2up.pdf")).unwrap();
    let report = inspect(&bytes, &wanted);
    let codes: BTreeSet<&str> = report
        .faults
        .iter()
        .map(|(_, fault)| fault.code())
        .collect();
    assert!(!codes.contains("preflight/wrong-box"), "{codes:?}");
    assert!(codes.contains("preflight/undeclared"), "{codes:?}");
    assert_eq!(report.facts.codes.len(), 2, "both codes can be read");
    assert!(report.facts.fonts.iter().all(|font| font.embedded));
    let run = site.run(&["impose", "speaker-yamada", "--scheme", "booklet"]);
    assert_eq!(run.status, 0, "{}", run.stderr);
    let booklet = Document::load(site.path("speaker-yamada.ja.booklet.pdf")).unwrap();
    assert_eq!(booklet.get_pages().len(), 2);
    assert_eq!(
        site.run(&["impose", "speaker-yamada", "--scheme", "4up"])
            .status,
        2,
        "no paper is so large"
    );
}
