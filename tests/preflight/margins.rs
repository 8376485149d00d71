//! Margins: the cut, the folds, the edge of the paper, marks.

use super::*;

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
        let own = page(document).get(b"Contents").unwrap().clone();
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

/// The cut of the sheet is 13 mm, 36.85 points, from its edges.
#[test]
fn text_near_the_cut_is_found_by_whichever_way_it_comes() {
    let black = "0 0 0 1 k BT /@ 9 Tf";
    for (how, text) in [
        ("written", format!("{black} 40 300 Td <0001> Tj ET")),
        ("turned", format!("{black} 0 1 -1 0 48 300 Tm <0001> Tj ET")),
        (
            "by its edges",
            "0 0 0 1 K BT 1 Tr /@ 9 Tf 40 300 Td <0001> Tj ET".to_owned(),
        ),
        (
            "that clips",
            "0 0 0 1 k BT 7 Tr /@ 9 Tf 40 300 Td <0001> Tj ET".to_owned(),
        ),
        ("over the cut", format!("{black} 34 300 Td <0001> Tj ET")),
        (
            "from outside the bleed to inside",
            format!("{black} 20 300 Td [<00010001000100010001>] TJ ET"),
        ),
        (
            "in spaced letters",
            format!("{black} 20 Tc 560 300 Td <000100010001> Tj ET"),
        ),
    ] {
        tells("trim-margin", how, &written(&text));
    }
    let report = changed(Reader::Press, |document| {
        let font = own_font(document);
        let text = format!("0 0 0 1 k BT /{font} 9 Tf 200 300 Td <0001> Tj ET");
        let moved = [1, 0, 0, 1, -160, 0].map(Object::Integer).to_vec();
        form(
            document,
            "FmText",
            &text,
            &dictionary! { "Matrix" => moved },
        );
        draw(document, "/FmText Do");
    });
    tells("trim-margin", "in a form that is moved", &report);
    // What a clip hides is not there.
    let clipped = written("100 200 300 300 re W n 0 0 0 1 k BT /@ 9 Tf 40 300 Td <0001> Tj ET");
    assert_eq!(clipped.faults, []);
}

#[test]
fn a_picture_near_the_cut() {
    let at = |place: &str| {
        changed(Reader::Press, |document| {
            let dict = dictionary! {
                "Type" => "XObject", "Subtype" => "Image", "Width" => 300, "Height" => 300,
                "ColorSpace" => "DeviceGray", "BitsPerComponent" => 8,
            };
            let picture = Object::Stream(Stream::new(dict, vec![200; 90_000]));
            resource(document, "XObject", "ImEdge", picture);
            draw(document, &format!("{place} cm /ImEdge Do"));
        })
    };
    tells("trim-margin", "upright", &at("50 0 0 50 41 300"));
    tells("trim-margin", "turned", &at("0 50 -50 0 91 300"));
    let bleeds = at("50 0 0 50 28.35 300").faults;
    assert_eq!(bleeds, [], "a picture may run out over the cut");
}

/// Near a fold: text, lines, pictures; not what runs across.
#[test]
fn things_near_a_fold() {
    let fold = 280.0 * 25.4 / 72.0;
    let with = |text: &str| {
        let mut document = Document::load_mem(good(Reader::Press)).unwrap();
        // Only what is drawn here.
        emptied(&mut document);
        let font = own_font(&mut document);
        draw(&mut document, &text.replace('@', &font));
        let mut bytes = Vec::new();
        document.save_to(&mut bytes).unwrap();
        let mut folded = wanted(Reader::Press);
        folded.folds = vec![vec![fold]];
        folded.addresses = Vec::new();
        inspect(&bytes, &folded)
    };
    // The fold is 36.85 + 280 points from the left; 4 mm are 11.3.
    for (how, text) in [
        ("text", "0 0 0 1 k BT /@ 9 Tf 320 300 Td <0001> Tj ET"),
        (
            "turned text",
            "0 0 0 1 k BT /@ 9 Tf 0 1 -1 0 316 300 Tm <0001> Tj ET",
        ),
        (
            "text across",
            "0 0 0 1 k BT /@ 9 Tf 300 300 Td <000100010001> Tj ET",
        ),
        ("a line", "0 0 0 1 K 200 300 m 310 300 l S"),
        ("a shape", "0 0 0 1 k 322 300 10 10 re f"),
    ] {
        tells("fold-margin", how, &with(text));
    }
    let clear = with("0 0 0 1 k BT /@ 9 Tf 330 300 Td <0001> Tj ET 0 0 0.1 0 k 60 50 480 90 re f");
    assert_eq!(clear.faults, []);
}

/// A duplicator prints nothing near the edge, not even a background, which elsewhere may run out.
#[test]
fn an_edition_for_a_duplicator_keeps_away_from_the_edge() {
    let inspected = |reader: Reader, area: &str| {
        let mut document = Document::load_mem(good(reader)).unwrap();
        emptied(&mut document);
        draw(&mut document, area);
        let mut bytes = Vec::new();
        document.save_to(&mut bytes).unwrap();
        let mut mono = wanted(reader);
        mono.black = true;
        mono.addresses = Vec::new();
        inspect(&bytes, &mono)
    };
    let out = inspected(Reader::Press, "0 0 0 0.2 k 28.35 28.35 612.3 100 re f");
    tells("machine-margin", "over the cut", &out);
    let near = inspected(Reader::Office, "0 g 8 300 100 100 re f");
    shows("machine-margin", &near);
    let line = inspected(Reader::Office, "0 G 8 300 m 300 300 l S");
    tells("machine-margin", "a line", &line);
    assert_eq!(
        inspected(
            Reader::Office,
            "1 g 0 0 900 900 re f 0 g 20 20 100 100 re f"
        )
        .faults,
        []
    );
    let inside = inspected(Reader::Press, "0 0 0 0.2 k 60 60 400 100 re f");
    assert_eq!(inside.faults, []);
}
