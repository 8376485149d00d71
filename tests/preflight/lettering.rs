//! Fonts and type: embedded, of a kind that presses take, readable, large enough.

use super::*;

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
fn sizes() {
    let small = changed(Reader::Press, |document| {
        rewritten(document, " 8 Tf", " 5 Tf");
    });
    shows("small-text", &small);
    shows("hairline", &drawn("0 0 0 1 K 0.1 w 200 300 m 300 300 l S"));
}

/// One of the fonts that every viewer has and a PDF need not hold.
fn standard() -> Dictionary {
    dictionary! { "Type" => "Font", "Subtype" => "Type1", "BaseFont" => "Helvetica" }
}

#[test]
fn a_font_that_is_missing_is_found_wherever_it_is_used() {
    let text = "0 0 0 1 k BT /FtOwn 12 Tf 200 300 Td (A) Tj ET";
    let report = changed(Reader::Press, |document| {
        resource(document, "Font", "FtOwn", Object::Dictionary(standard()));
        draw(document, text);
    });
    tells("font-not-embedded", "on the page", &report);
    let report = changed(Reader::Press, |document| {
        let fonts = dictionary! { "FtOwn" => standard() };
        let keys = dictionary! { "Resources" => dictionary! { "Font" => fonts } };
        form(document, "FmIn", text, &keys);
        form(document, "FmOut", "/FmIn Do", &dictionary! {});
        draw(document, "/FmOut Do");
    });
    tells("font-not-embedded", "in a form in a form", &report);
    let report = changed(Reader::Press, |document| {
        let font = Object::Reference(document.add_object(standard()));
        let state = dictionary! { "Font" => vec![font, 12.into()] };
        resource(document, "ExtGState", "GsFont", Object::Dictionary(state));
        draw(document, "/GsFont gs 0 0 0 1 k BT 200 300 Td (A) Tj ET");
    });
    tells("font-not-embedded", "in the state of graphics", &report);
    tells("font-not-embedded", "in no list of fonts", &drawn(text));
    tells(
        "font-not-embedded",
        "never chosen",
        &drawn("0 0 0 1 k BT 200 300 Td (A) Tj ET"),
    );
    let unseen = "BT 3 Tr /FtOwn 12 Tf 200 300 Td (A) Tj ET";
    tells("font-not-embedded", "in unseen text", &drawn(unseen));
}

/// A font that is there in name alone.
#[test]
fn a_font_whose_file_is_no_font() {
    let report = changed(Reader::Press, |document| {
        let mut files = Vec::new();
        every(document, |dict| {
            for key in ["FontFile", "FontFile2", "FontFile3"] {
                files.extend(dict.get(key.as_bytes()).and_then(Object::as_reference));
            }
        });
        assert!(!files.is_empty());
        for id in files {
            let hollow = Stream::new(dictionary! {}, b"nothing of the kind".to_vec());
            document.set_object(id, hollow);
        }
    });
    tells("font-not-embedded", "hollow", &report);
}

/// Type 3 with all its parts, used by a form.
#[test]
fn a_font_of_little_drawings() {
    let report = changed(Reader::Press, |document| {
        let glyph = Stream::new(dictionary! {}, b"500 0 d0 0 0 400 700 re f".to_vec());
        let glyph = Object::Reference(document.add_object(glyph));
        let font = dictionary! {
            "Type" => "Font", "Subtype" => "Type3", "Name" => "FtDrawn",
            "FontBBox" => [0, 0, 500, 700].map(Object::Integer).to_vec(),
            "FontMatrix" => [0.001, 0.0, 0.0, 0.001, 0.0, 0.0].map(Object::Real).to_vec(),
            "CharProcs" => dictionary! { "a" => glyph },
            "Encoding" => dictionary! { "Differences" => vec![65.into(), "a".into()] },
            "FirstChar" => 65, "LastChar" => 65, "Widths" => vec![500.into()],
        };
        let fonts = dictionary! { "FtDrawn" => font };
        let keys = dictionary! { "Resources" => dictionary! { "Font" => fonts } };
        form(
            document,
            "FmDrawn",
            "BT /FtDrawn 12 Tf 200 300 Td (A) Tj ET",
            &keys,
        );
        draw(document, "/FmDrawn Do");
    });
    tells("type3-font", "in a form", &report);
}

/// The size of type is what is seen of it, whatever it is called.
#[test]
fn small_type_is_found_when_it_is_made_small_by_a_transformation() {
    for (how, text) in [
        (
            "scaled on the page",
            "0.25 0 0 0.25 200 300 cm BT /@ 12 Tf <0001> Tj ET",
        ),
        (
            "scaled in the text",
            "BT /@ 1 Tf 4 0 0 4 200 300 Tm <0001> Tj ET",
        ),
        ("turned", "BT /@ 1 Tf 0 4 -4 0 200 300 Tm <0001> Tj ET"),
    ] {
        tells("small-text", how, &written(&format!("0 0 0 1 k {text}")));
    }
    let large = written("0 0 0 1 k BT /@ 1 Tf 0 9 -9 0 200 300 Tm <0001> Tj ET");
    assert_eq!(large.faults, []);
}
