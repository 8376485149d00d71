//! Pages and boxes: how many, how large, where they are cut, how they lie.

use super::*;

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
            .any(|(_, fault)| matches!(fault, PreflightFault::OffBox { .. }))
    );
}

/// Each box by itself, and a page that inherits one that cannot be inherited.
#[test]
fn each_box_is_missed() {
    for (key, which) in [("TrimBox", PageBox::Trim), ("BleedBox", PageBox::Bleed)] {
        let report = changed(Reader::Press, |document| {
            let own = page(document).remove(key.as_bytes()).unwrap();
            let tree = page(document)
                .get(b"Parent")
                .unwrap()
                .as_reference()
                .unwrap();
            document.get_dictionary_mut(tree).unwrap().set(key, own);
        });
        assert_eq!(report.faults, [(Some(1), PreflightFault::NoBox { which })]);
    }
}

/// What is shown and printed of a page, and how large its units are.
#[test]
fn a_page_that_shows_less_or_is_larger_than_it_says() {
    for reader in [Reader::Office, Reader::Press] {
        let cropped = changed(reader, |document| {
            page(document).set("CropBox", [60, 60, 500, 700].map(Object::Integer).to_vec());
        });
        let crop = PreflightFault::OffBox {
            which: PageBox::Crop,
        };
        assert_eq!(cropped.faults, [(Some(1), crop)]);
        let doubled = changed(reader, |document| page(document).set("UserUnit", 2));
        tells("wrong-box", "doubled", &doubled);
    }
}

#[test]
fn empty_pages() {
    let report = changed(Reader::Press, |document| {
        page(document).remove(b"Contents");
    });
    shows("blank-page", &report);
    let outside = changed(Reader::Office, |document| {
        let away = Stream::new(dictionary! {}, b"0 g 5000 5000 10 10 re f".to_vec());
        let away = document.add_object(away);
        page(document).set("Contents", away);
    });
    tells("blank-page", "drawn outside the sheet", &outside);
}

#[test]
fn pages_of_which_a_part_cannot_be_read() {
    let missing = drawn("/FmNowhere Do");
    shows("torn-page", &missing);
    let garbled = changed(Reader::Press, |document| {
        let keys = dictionary! { "Filter" => "DCTDecode" };
        form(document, "FmGarbled", "0 0 0 1 k 200 300 60 60 re f", &keys);
        draw(document, "/FmGarbled Do");
    });
    tells("torn-page", "garbled", &garbled);
    let endless = changed(Reader::Press, |document| {
        form(document, "FmSelf", "/FmSelf Do", &dictionary! {});
        draw(document, "/FmSelf Do");
    });
    tells("torn-page", "in itself", &endless);
}
