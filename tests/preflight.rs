//! Preflight: a good leaflet passes, and for each rule a PDF that really breaks it fails, with
//! what is said in both languages in `snapshots/preflight__<what>.snap`.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "a test fails by panicking"
)]

mod support;

use std::collections::BTreeSet;
use std::fmt::Write;
use std::fs;
use std::path::Path;
use std::sync::{Arc, LazyLock};

use chirashi::diag::UiLang;
use chirashi::diag::preflight::{Fault, Reader};
use chirashi::preflight::{Report, Statements, Wanted, inspect};
use lopdf::{Dictionary, Document, Object, Stream, dictionary};
use support::Site;

const PASSAGE: &str = "窓口では、保険証を見せるだけで受診できていました。それが機械の前で立ち止まり、\
    番号を思い出せずに列ができるようになりました。";

/// A site of one statement, whose leaflet is well filled.
fn site() -> Site {
    let section =
        |n: usize| format!("## 窓口で起きていること その{n}\n\n{PASSAGE}\n\n{PASSAGE}\n\n");
    let sections: String = (1..=4).map(section).collect();
    Site::empty()
        .file(
            "site.yaml",
            "title: 集会の記録\nlanguages: [ja]\nbase_url: https://example.org/\n",
        )
        .file(
            "speakers/yamada.ja.md",
            &format!(
                "---\nname: 山田花子\ntitle: 保険証をなくさないで\ntopics: []\nsummary: {PASSAGE}\n---\n\n{sections}",
            ),
        )
}

/// The two PDFs of the leaflet: for the office, for the press.
static GOOD: LazyLock<[Vec<u8>; 2]> = LazyLock::new(|| {
    let site = site();
    let run = site.run(&["build"]);
    assert_eq!(run.status, 0, "{}", run.stderr);
    ["pdf", "print.pdf"].map(|ending| {
        let path = format!("public/leaflets/speaker-yamada.ja.{ending}");
        fs::read(site.path(&path)).unwrap()
    })
});

fn good(reader: Reader) -> &'static [u8] {
    match reader {
        Reader::Office => &GOOD[0],
        Reader::Press => &GOOD[1],
    }
}

fn wanted(reader: Reader) -> Wanted {
    Wanted {
        reader,
        trim: (210.0, 297.0),
        bleed: 3.0,
        marks: true,
        flows: false,
        pages: 1,
        folds: Vec::new(),
        black: false,
        language: "ja".into(),
        addresses: vec!["https://example.org/speakers/yamada.html".into()],
        statements: Arc::new(Statements::new([PASSAGE], [])),
    }
}

/// The report on a good PDF that was changed.
fn changed(reader: Reader, change: impl FnOnce(&mut Document)) -> Report {
    let mut document = Document::load_mem(good(reader)).unwrap();
    change(&mut document);
    let mut bytes = Vec::new();
    document.save_to(&mut bytes).unwrap();
    inspect(&bytes, &wanted(reader))
}

/// Holds that a report tells of `code`, and what is said about it in both languages.
fn shows(code: &str, report: &Report) {
    let named = |fault: &Fault| fault.code() == format!("preflight/{code}");
    let found: Vec<_> = report
        .faults
        .iter()
        .filter(|(_, fault)| named(fault))
        .collect();
    assert!(!found.is_empty(), "{code} is not among {:?}", report.faults);
    let mut shown = String::new();
    for (page, fault) in found {
        let page = page.map_or(String::new(), |page| format!("{page}: "));
        for lang in [UiLang::Ja, UiLang::En] {
            let words = fault.words(lang);
            writeln!(shown, "{page}{}\n  → {}", words.message, words.help).unwrap();
        }
    }
    // The letters of a subset change with every character of the leaflet.
    let mut parts = shown.split("+BIZ").map(str::to_owned).collect::<Vec<_>>();
    let tagged = parts.len() - 1;
    for part in &mut parts[..tagged] {
        part.truncate(part.len() - 6);
        part.push_str("ABCDEF");
    }
    let shown = parts.join("+BIZ");
    insta::with_settings!({ omit_expression => true }, {
        insta::assert_snapshot!(code, shown);
    });
}

fn page(document: &mut Document) -> &mut Dictionary {
    let id = document.get_pages()[&1];
    document.get_dictionary_mut(id).unwrap()
}

/// Draws something more on the first page, in points from the lower left corner.
fn draw(document: &mut Document, instructions: &str) {
    let id = document.get_pages()[&1];
    let own = document
        .get_dictionary(id)
        .unwrap()
        .get(b"Contents")
        .unwrap()
        .clone();
    let first = document.add_object(Stream::new(dictionary! {}, b"q\n".to_vec()));
    let drawing = format!("\nQ q {instructions} Q\n");
    let last = document.add_object(Stream::new(dictionary! {}, drawing.into_bytes()));
    let mut all = vec![Object::Reference(first)];
    match own {
        Object::Array(list) => all.extend(list),
        other => all.push(other),
    }
    all.push(Object::Reference(last));
    page(document).set("Contents", Object::Array(all));
}

/// The same, on a print shop's sheet.
fn drawn(instructions: &str) -> Report {
    changed(Reader::Press, |document| draw(document, instructions))
}

/// Gives the first page a resource.
fn resource(document: &mut Document, kind: &str, name: &str, what: Object) {
    let what = document.add_object(what);
    let id = document.get_pages()[&1];
    let resources = document
        .get_or_create_resources(id)
        .unwrap()
        .as_dict_mut()
        .unwrap();
    if !resources.has(kind.as_bytes()) {
        resources.set(kind, Object::Dictionary(Dictionary::new()));
    }
    let list = resources.get_mut(kind.as_bytes()).unwrap();
    list.as_dict_mut()
        .unwrap()
        .set(name, Object::Reference(what));
}

fn catalog(document: &mut Document) -> &mut Dictionary {
    document.catalog_mut().unwrap()
}

/// Changes every dictionary for which that makes sense.
fn every(document: &mut Document, mut change: impl FnMut(&mut Dictionary)) {
    for object in document.objects.values_mut() {
        match object {
            Object::Dictionary(dict) => change(dict),
            Object::Stream(stream) => change(&mut stream.dict),
            _ => {}
        }
    }
}

fn replaced(stream: &mut Stream, from: &str, to: &str) {
    let text = String::from_utf8_lossy(&stream.get_plain_content().unwrap()).replace(from, to);
    stream.dict.remove(b"Filter");
    stream.set_content(text.into_bytes());
}

fn metadata(document: &mut Document, from: &str, to: &str) {
    let id = catalog(document)
        .get(b"Metadata")
        .unwrap()
        .as_reference()
        .unwrap();
    let Object::Stream(stream) = document.get_object_mut(id).unwrap() else {
        panic!("metadata are a stream");
    };
    replaced(stream, from, to);
}

#[test]
fn good_leaflets_pass() {
    for reader in [Reader::Office, Reader::Press] {
        let report = inspect(good(reader), &wanted(reader));
        assert_eq!(report.faults, [], "{reader:?}");
        let facts = report.facts;
        assert_eq!(facts.codes, ["https://example.org/speakers/yamada.html"]);
        assert_eq!(
            facts.sentences, 2,
            "both sentences of the statement are found"
        );
        assert!(facts.fonts.iter().all(|font| font.embedded && font.subset));
    }
    let facts = inspect(good(Reader::Press), &wanted(Reader::Press)).facts;
    let near = |a: (f64, f64), b: (f64, f64)| (a.0 - b.0).abs() < 0.01 && (a.1 - b.1).abs() < 0.01;
    assert!(near(facts.trim.unwrap(), (210.0, 297.0)));
    assert!(near(facts.bleed.unwrap(), (216.0, 303.0)));
    assert!(facts.ink.unwrap() <= 300.0);
    assert_eq!(facts.spaces, ["DeviceCMYK", "Separation (All)"]);
}

#[test]
fn what_changes_nothing_is_no_fault() {
    // A line and black text well inside, a background that runs out on all sides.
    let report = drawn("0 0 0 1 K 0.5 w 200 400 m 300 400 l S");
    assert_eq!(report.faults, []);
    let report = drawn("0 0 0.1 0 k 28.35 28.35 612.3 858.9 re f");
    assert!(
        !report
            .faults
            .iter()
            .any(|(_, fault)| fault.code().contains("margin"))
    );
}

#[test]
fn unreadable() {
    shows(
        "unreadable",
        &inspect(b"%PDF-1.6 torn off", &wanted(Reader::Press)),
    );
}

#[test]
fn pages() {
    let report = changed(Reader::Press, |document| {
        let first = document.get_pages()[&1];
        let parent = page(document)
            .get(b"Parent")
            .unwrap()
            .as_reference()
            .unwrap();
        let tree = document.get_dictionary_mut(parent).unwrap();
        tree.set("Count", 2);
        tree.set(
            "Kids",
            vec![Object::Reference(first), Object::Reference(first)],
        );
    });
    shows("pages", &report);
}

#[test]
fn boxes() {
    let missing = changed(Reader::Press, |document| {
        page(document).remove(b"TrimBox");
        page(document).remove(b"BleedBox");
    });
    shows("missing-box", &missing);
    let wrong = changed(Reader::Press, |document| {
        let small = [40, 40, 620, 860].map(Object::Integer).to_vec();
        page(document).set("TrimBox", small);
        let whole = page(document).get(b"MediaBox").unwrap().clone();
        page(document).set("BleedBox", whole);
    });
    shows("wrong-box", &wrong);
    let turned = changed(Reader::Office, |document| page(document).set("Rotate", 90));
    shows("turned", &turned);
}

#[test]
fn a_box_beside_its_place() {
    let report = changed(Reader::Press, |document| {
        let Object::Array(corners) = page(document).get(b"TrimBox").unwrap().clone() else {
            panic!("a box is an array");
        };
        let moved = |object: &Object| Object::Real(object.as_float().unwrap() + 2.0);
        let moved: Vec<Object> = corners.iter().map(moved).collect();
        page(document).set("TrimBox", moved);
    });
    assert!(
        report
            .faults
            .iter()
            .any(|(_, fault)| matches!(fault, Fault::OffBox { .. }))
    );
}

#[test]
fn fonts() {
    let missing = changed(Reader::Press, |document| {
        every(document, |dict| {
            for key in ["FontFile", "FontFile2", "FontFile3"] {
                dict.remove(key.as_bytes());
            }
        });
    });
    shows("font-not-embedded", &missing);
    let drawn = changed(Reader::Press, |document| {
        every(document, |dict| {
            if dict.get(b"Subtype").and_then(Object::as_name).ok() == Some(b"Type0") {
                dict.set("Subtype", Object::Name(b"Type3".to_vec()));
                dict.remove(b"DescendantFonts");
            }
        });
    });
    shows("type3-font", &drawn);
    let mute = changed(Reader::Office, |document| {
        every(document, |dict| {
            dict.remove(b"ToUnicode");
        });
    });
    shows("unreadable-text", &mute);
}

#[test]
fn colours() {
    let report = changed(Reader::Press, |document| {
        let space = vec![
            Object::Name(b"Lab".to_vec()),
            Object::Dictionary(dictionary! {}),
        ];
        resource(document, "ColorSpace", "CsLab", Object::Array(space));
        draw(
            document,
            "1 0 0 rg 200 300 60 60 re f /CsLab cs 50 0 0 scn 300 300 60 60 re f",
        );
    });
    shows("colour", &report);
    let report = changed(Reader::Office, |document| {
        draw(document, "0 0 0 1 k 200 300 60 60 re f");
    });
    assert!(
        report
            .faults
            .iter()
            .any(|(_, fault)| fault.code() == "preflight/colour")
    );
}

#[test]
fn black_text() {
    let content = |document: &mut Document| {
        let id = page(document)
            .get(b"Contents")
            .unwrap()
            .as_reference()
            .unwrap();
        let Object::Stream(stream) = document.get_object_mut(id).unwrap() else {
            panic!("content is a stream");
        };
        replaced(stream, "0 0 0 1 k", "0.75 0.68 0.67 0.9 k");
    };
    let report = changed(Reader::Press, content);
    shows("black-text", &report);
}

/// A leaflet for a duplicator may hold no colour; a leaflet in colour does.
#[test]
fn black_alone() {
    let alone = |reader| Wanted {
        black: true,
        ..wanted(reader)
    };
    shows(
        "not-black",
        &inspect(good(Reader::Press), &alone(Reader::Press)),
    );
    let office = inspect(good(Reader::Office), &alone(Reader::Office));
    let found = |(_, fault): &(_, Fault)| fault.code() == "preflight/not-black";
    assert!(office.faults.iter().any(found), "{:?}", office.faults);
}

#[test]
fn ink() {
    shows("ink", &drawn("1 0.9 0.8 0.5 k 200 300 60 60 re f"));
}

#[test]
fn margins() {
    // A line 1 mm from the cut, a small shape over it, a background that ends in the bleed.
    let report = drawn(
        "0 0 0 1 K 1 w 39.7 300 m 39.7 400 l S 0 0 0 1 k 34 500 10 10 re f \
         0 0.1 0.2 0 k 33 600 100 100 re f",
    );
    shows("trim-margin", &report);
    let mut folded = wanted(Reader::Press);
    folded.folds = vec![vec![60.0]];
    shows("fold-margin", &inspect(good(Reader::Press), &folded));
    let report = changed(Reader::Office, |document| {
        // The whole page moved 12 mm to the left.
        let id = document.get_pages()[&1];
        let own = document
            .get_dictionary(id)
            .unwrap()
            .get(b"Contents")
            .unwrap()
            .clone();
        let move_it = Stream::new(dictionary! {}, b"1 0 0 1 -34 0 cm\n".to_vec());
        let move_it = document.add_object(move_it);
        page(document).set("Contents", vec![Object::Reference(move_it), own]);
    });
    shows("paper-margin", &report);
}

#[test]
fn marks() {
    shows("marks", &drawn("0 0 0 1 K 0.5 w 10 300 m 45 300 l S"));
}

#[test]
fn codes() {
    // Something white over a part of the code: 5 % are too many for what it can mend.
    let area = "1 1 1 rg 60 60 200 200 re f";
    let report = changed(Reader::Office, |document| draw(document, area));
    shows("no-code", &report);
    let mut elsewhere = wanted(Reader::Press);
    elsewhere.addresses = vec!["https://example.org/elsewhere.html".into()];
    shows("wrong-code", &inspect(good(Reader::Press), &elsewhere));
}

#[test]
fn passages() {
    let mut other = wanted(Reader::Press);
    let said = PASSAGE
        .replace("見せるだけで", "見せても")
        .replace("番号を思い出せず", "顔が認められず");
    other.statements = Arc::new(Statements::new([said.as_str()], []));
    shows("passage", &inspect(good(Reader::Press), &other));
}

#[test]
fn pictures() {
    let report = changed(Reader::Press, |document| {
        let picture = dictionary! {
            "Type" => "XObject", "Subtype" => "Image", "Width" => 40, "Height" => 40,
            "ColorSpace" => "DeviceGray", "BitsPerComponent" => 8,
        };
        let picture = Stream::new(picture, vec![200; 1600]);
        resource(document, "XObject", "ImSmall", Object::Stream(picture));
        draw(document, "144 0 0 144 200 300 cm /ImSmall Do");
    });
    shows("coarse-picture", &report);
    assert!(report.passed(), "a coarse picture is a warning");
}

#[test]
fn sizes() {
    let small = changed(Reader::Press, |document| {
        let id = page(document)
            .get(b"Contents")
            .unwrap()
            .as_reference()
            .unwrap();
        let Object::Stream(stream) = document.get_object_mut(id).unwrap() else {
            panic!("content is a stream");
        };
        replaced(stream, " 8 Tf", " 5 Tf");
    });
    shows("small-text", &small);
    shows("hairline", &drawn("0 0 0 1 K 0.1 w 200 300 m 300 300 l S"));
}

#[test]
fn links_in_a_print_pdf() {
    let report = changed(Reader::Press, |document| {
        let link = dictionary! {
            "Type" => "Annot", "Subtype" => "Link",
            "Rect" => [100, 100, 200, 120].map(Object::Integer).to_vec(),
        };
        page(document).set("Annots", vec![Object::Dictionary(link)]);
    });
    shows("annotation", &report);
}

#[test]
fn inks_over_inks() {
    let report = changed(Reader::Press, |document| {
        let sheer = dictionary! { "ca" => Object::Real(0.5) };
        let over = dictionary! { "op" => true, "OPM" => 1 };
        resource(document, "ExtGState", "GsSheer", Object::Dictionary(sheer));
        resource(document, "ExtGState", "GsOver", Object::Dictionary(over));
        draw(
            document,
            "q /GsSheer gs 0 0 0 1 k 200 300 60 60 re f Q /GsOver gs 0 0 0 1 k 300 300 60 60 re f",
        );
    });
    shows("transparency", &report);
    shows("overprint", &report);
}

#[test]
fn claims() {
    let report = changed(Reader::Press, |document| {
        metadata(
            document,
            "<dc:format>",
            "<pdfxid:GTS_PDFXVersion>PDF/X-4</pdfxid:GTS_PDFXVersion><dc:format>",
        );
    });
    shows("false-claim", &report);
    let report = changed(Reader::Office, |document| {
        metadata(document, "pdfuaid:part>", "pdfuaid:p>");
        catalog(document).remove(b"OutputIntents");
    });
    shows("undeclared", &report);
}

#[test]
fn what_a_reader_needs() {
    let report = changed(Reader::Office, |document| {
        let catalog = catalog(document);
        for key in ["StructTreeRoot", "Lang", "Outlines", "ViewerPreferences"] {
            catalog.remove(key.as_bytes());
        }
    });
    for code in ["untagged", "language", "no-title", "no-bookmarks"] {
        shows(code, &report);
    }
    let english = Wanted {
        language: "en".into(),
        ..wanted(Reader::Office)
    };
    let report = inspect(good(Reader::Office), &english);
    assert!(matches!(
        &report.faults[..],
        [(None, Fault::Language { found: Some(_), .. })]
    ));
}

#[test]
fn links_and_figures() {
    let report = changed(Reader::Office, |document| {
        every(document, |dict| {
            if dict.get(b"S").and_then(Object::as_name).ok() == Some(b"URI") {
                dict.set("URI", Object::string_literal("example.org/speakers"));
            }
            if dict.get(b"Subtype").and_then(Object::as_name).ok() == Some(b"Link") {
                dict.remove(b"Contents");
                if let Ok(Object::Dictionary(action)) = dict.get_mut(b"A") {
                    action.set("URI", Object::string_literal("example.org/speakers"));
                }
            }
            if dict.get(b"S").and_then(Object::as_name).ok() == Some(b"Figure") {
                dict.remove(b"Alt");
            }
        });
    });
    for code in ["dead-link", "mute-link", "mute-figure"] {
        shows(code, &report);
    }
}

/// A theme that rewrites what was said is found out by the build, and nothing is written.
#[test]
fn a_build_fails_on_a_theme_that_breaks_a_leaflet() {
    let parts = fs::read_to_string("themes/default/print/text.typ").unwrap();
    let broken = parts.replace(
        "if kind == \"text\" { node.text }",
        "if kind == \"text\" { node.text.replace(\"見せるだけで\", \"見せても\") }",
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
    let site = site();
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
    let without = Wanted {
        marks: false,
        ..wanted(Reader::Press)
    };
    assert_eq!(inspect(&bare, &without).faults, []);
    assert!(
        !inspect(&bare, &wanted(Reader::Press)).passed(),
        "marks are missed where they belong"
    );

    // The same bytes again; a file of somebody else is left as it is.
    let again = site.run(&["handoff", "speaker-yamada", "--out", "again.zip"]);
    assert_eq!(again.status, 0, "{}", again.stderr);
    assert_eq!(fs::read(site.path("again.zip")).unwrap(), zip);
    site.write("letter.zip", b"somebody's letter");
    let run = site.run(&["handoff", "speaker-yamada", "--out", "letter.zip"]);
    assert_eq!(run.status, 2, "{}", run.stderr);
    assert_eq!(site.read("letter.zip"), "somebody's letter");
}

#[test]
fn a_leaflet_that_does_not_exist() {
    for lang in ["ja", "en"] {
        let none = site().run_in(lang, &["handoff"]);
        assert_eq!(none.status, 2);
        assert!(
            none.stderr.contains("\n  speaker-yamada\n"),
            "{}",
            none.stderr
        );
        let run = site().run_in(lang, &["handoff", "speaker-yamad"]);
        assert_eq!(run.status, 2);
        assert!(run.stderr.contains("speaker-yamada"), "{}", run.stderr);
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

/// Every code that stands in the source has its snapshot.
#[test]
fn every_code_has_a_snapshot() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let source = fs::read_to_string(root.join("src/diag/kind/preflight.rs")).unwrap();
    let codes: BTreeSet<&str> = source
        .split('"')
        .filter_map(|text| text.strip_prefix("preflight/"))
        .collect();
    assert!(codes.len() > 25, "only {} codes were found", codes.len());
    let files = fs::read_dir(root.join("tests/snapshots")).unwrap();
    let names = files.map(|entry| entry.unwrap().file_name().into_string().unwrap());
    let shown: BTreeSet<String> = names
        .filter_map(|name| {
            Some(
                name.strip_prefix("preflight__")?
                    .strip_suffix(".snap")?
                    .to_owned(),
            )
        })
        .collect();
    let shown: BTreeSet<&str> = shown.iter().map(String::as_str).collect();
    assert_eq!(codes, shown);
}
