//! Preflight: a good leaflet passes, and for each rule a PDF that really breaks it fails, with
//! what is said in both languages in `snapshots/preflight__<what>.snap`.

mod asked;
mod content;
mod delivery;
mod inks;
mod lettering;
mod malformed;
mod margins;
mod office;
mod sheet;

use std::collections::BTreeSet;
use std::fmt::Write;
use std::fs;
use std::path::Path;
use std::sync::{Arc, LazyLock};

use crate::support::Site;
use chirashi::diagnostic::{Fault, UiLang};
use chirashi::preflight::{PageBox, PreflightFault, Reader};
use chirashi::preflight::{Report, Statements, Wanted, inspect};
use lopdf::{Dictionary, Document, Object, Stream, dictionary};

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
            "title: 集会の記録\nlanguages: [ja]\nbase_url: https://shukai.test/\n",
        )
        .file(
            "speakers/yamada.ja.md",
            &format!(
                "---\nname: 山田花子\ntitle: 保険証をなくさないで\ntopics: []\ndesign: title\nsummary: {PASSAGE}\n---\n\n{sections}",
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
        addresses: vec!["https://shukai.test/speakers/yamada.html".into()],
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
    let named = |fault: &PreflightFault| fault.code() == format!("preflight/{code}");
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
    for (at, _) in shown.clone().match_indices('+') {
        let letters = at.saturating_sub(6)..at;
        if shown
            .get(letters.clone())
            .is_some_and(|own| own.bytes().all(|b| b.is_ascii_uppercase()))
        {
            shown.replace_range(letters, "ABCDEF");
        }
    }
    insta::with_settings!({ omit_expression => true }, {
        insta::assert_snapshot!(code, shown);
    });
}

fn page(document: &mut Document) -> &mut Dictionary {
    let id = document.get_pages()[&1];
    document.get_dictionary_mut(id).unwrap()
}

/// Writes the instructions of the first page otherwise.
fn rewritten(document: &mut Document, from: &str, to: &str) {
    let own = page(document).get(b"Contents").unwrap();
    let id = own.as_reference().unwrap();
    let Object::Stream(stream) = document.get_object_mut(id).unwrap() else {
        panic!("content is a stream");
    };
    replaced(stream, from, to);
}

/// Leaves nothing on the first page.
fn emptied(document: &mut Document) {
    let none = document.add_object(Stream::new(dictionary! {}, Vec::new()));
    page(document).set("Contents", none);
}

/// Draws something more on the first page, in points from the lower left corner.
fn draw(document: &mut Document, instructions: &str) {
    let own = page(document).get(b"Contents").unwrap().clone();
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
        assert_eq!(facts.codes, ["https://shukai.test/speakers/yamada.html"]);
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

/// Every code that stands in the source has its snapshot.
#[test]
fn every_code_has_a_snapshot() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let source = fs::read_to_string(root.join("src/preflight/fault/told.rs")).unwrap();
    let codes: BTreeSet<&str> = source
        .split('"')
        .filter_map(|text| text.strip_prefix("preflight/"))
        .collect();
    assert!(codes.len() > 25, "only {} codes were found", codes.len());
    let files = fs::read_dir(root.join("tests/preflight/snapshots")).unwrap();
    let names = files.map(|entry| entry.unwrap().file_name().into_string().unwrap());
    let shown: BTreeSet<String> = names
        .filter_map(|name| {
            Some(
                name.strip_prefix("testsuite__preflight__")?
                    .strip_suffix(".snap")?
                    .to_owned(),
            )
        })
        .collect();
    // Those with a subject of their own tell of something else.
    let shown = shown.iter().map(String::as_str);
    let shown: BTreeSet<&str> = shown.filter(|name| !name.contains("__")).collect();
    assert_eq!(codes, shown);
}

/// What a page calls its first font; it is composite, and its glyph 1 stands for something.
fn own_font(document: &mut Document) -> String {
    let id = document.get_pages()[&1];
    let fonts = document.get_page_fonts(id).unwrap();
    let name = fonts.keys().next().unwrap();
    String::from_utf8(name.clone()).unwrap()
}

/// Writes something on a print shop's sheet in a font of its own; `@` is that font's name.
fn written(instructions: &str) -> Report {
    changed(Reader::Press, |document| {
        let font = own_font(document);
        draw(document, &instructions.replace('@', &font));
    })
}

/// A form with instructions of its own, and the resources of the page.
fn form(document: &mut Document, name: &str, instructions: &str, keys: &Dictionary) {
    let mut dict = dictionary! {
        "Type" => "XObject", "Subtype" => "Form",
        "BBox" => [0, 0, 2000, 2000].map(Object::Integer).to_vec(),
    };
    dict.extend(keys);
    let form = Stream::new(dict, instructions.as_bytes().to_vec());
    resource(document, "XObject", name, Object::Stream(form));
}

/// The codes of a report, each once.
fn codes_of(report: &Report) -> BTreeSet<&'static str> {
    report
        .faults
        .iter()
        .map(|(_, fault)| fault.code())
        .collect()
}

/// Holds that a report tells of `code`; `how` names the way in which the rule was broken.
fn tells(code: &str, how: &str, report: &Report) {
    let code = format!("preflight/{code}");
    let found = codes_of(report);
    assert!(found.contains(code.as_str()), "{how}: {:?}", report.faults);
}
