//! What a PDF says of itself: standards, tags, language, links.

use super::*;

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
        [(None, PreflightFault::Language { found: Some(_), .. })]
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
