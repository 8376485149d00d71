//! Colours and inks: CMYK for the press, black text black alone, ink that dries.

use super::*;

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
    let report = changed(Reader::Press, |document| {
        rewritten(document, "0 0 0 1 k", "0.75 0.68 0.67 0.9 k");
    });
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
    let found = |(_, fault): &(_, PreflightFault)| fault.code() == "preflight/not-black";
    assert!(office.faults.iter().any(found), "{:?}", office.faults);
}

#[test]
fn ink() {
    shows("ink", &drawn("1 0.9 0.8 0.5 k 200 300 60 60 re f"));
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

/// However a colour of screens comes onto a print shop's sheet.
#[test]
fn rgb_is_found_by_whichever_way_it_comes() {
    let text = "BT /@ 20 Tf 1 0 0 1 200 300 Tm";
    for (how, instructions) in [
        ("filled", "1 0 0 rg 200 300 60 60 re f".into()),
        ("stroked", "1 0 0 RG 2 w 200 300 m 300 300 l S".into()),
        (
            "inside a stroke",
            "0 0 0 1 K 1 0 0 rg 200 300 60 60 re B".into(),
        ),
        (
            "by its space",
            "/DeviceRGB cs 1 0 0 scn 200 300 60 60 re f*".into(),
        ),
        ("as text", format!("1 0 0 rg {text} <0001> Tj ET")),
        (
            "as the edge of text",
            format!("1 0 0 RG 1 Tr {text} <0001> Tj ET"),
        ),
        (
            "as the edge of filled text",
            format!("0 0 0 1 k 1 0 0 RG 2 Tr {text} [<0001>] TJ ET"),
        ),
        (
            "as text that clips",
            format!("0 0 0 1 k 7 Tr {text} <0001> Tj ET 1 0 0 rg 190 290 90 90 re f"),
        ),
        (
            "as a picture in the line",
            "60 0 0 60 200 300 cm BI /W 1 /H 1 /CS /RGB /BPC 8 ID \u{1}\u{2}\u{3} EI".into(),
        ),
    ] {
        tells("colour", how, &written(&instructions));
    }
}

#[test]
fn rgb_is_found_in_objects() {
    let picture = |space: Object, samples: usize| {
        let dict = dictionary! {
            "Type" => "XObject", "Subtype" => "Image", "Width" => 10, "Height" => 10,
            "ColorSpace" => space, "BitsPerComponent" => 8,
        };
        Object::Stream(Stream::new(dict, vec![9; 100 * samples]))
    };
    let name = |name: &str| Object::Name(name.as_bytes().to_vec());
    let profile = |document: &mut Document| {
        let profile = Stream::new(dictionary! { "N" => 3 }, b"profile".to_vec());
        Object::Reference(document.add_object(profile))
    };
    let rgb = "1 0 0 rg 200 300 60 60 re f";
    let report = changed(Reader::Press, |document| {
        form(document, "FmIn", rgb, &dictionary! {});
        form(document, "FmOut", "/FmIn Do", &dictionary! {});
        draw(document, "/FmOut Do");
    });
    tells("colour", "in a form in a form", &report);
    let report = changed(Reader::Press, |document| {
        resource(document, "XObject", "ImRgb", picture(name("DeviceRGB"), 3));
        draw(document, "20 0 0 20 200 300 cm /ImRgb Do");
    });
    tells("colour", "in a picture", &report);
    let report = changed(Reader::Press, |document| {
        let palette = Object::string_literal([0_u8; 30].to_vec());
        let space = vec![name("Indexed"), name("DeviceRGB"), 9.into(), palette];
        let picture = picture(Object::Array(space), 1);
        resource(document, "XObject", "ImRgb", picture);
        draw(document, "20 0 0 20 200 300 cm /ImRgb Do");
    });
    tells("colour", "in a palette", &report);
    let report = changed(Reader::Press, |document| {
        let space = vec![name("ICCBased"), profile(document)];
        resource(document, "ColorSpace", "CsIcc", Object::Array(space));
        draw(document, "/CsIcc cs 1 0 0 scn 200 300 60 60 re f");
    });
    tells("colour", "by a profile", &report);
    let report = changed(Reader::Press, |document| {
        let shading = dictionary! {
            "ShadingType" => 2, "ColorSpace" => name("DeviceRGB"),
            "Coords" => [0, 0, 1, 1].map(Object::Integer).to_vec(),
        };
        resource(document, "Shading", "Sh", Object::Dictionary(shading));
        draw(document, "200 300 60 60 re W n /Sh sh");
    });
    tells("colour", "in a shading", &report);
    let report = changed(Reader::Press, |document| {
        let tile = dictionary! {
            "PatternType" => 1, "PaintType" => 1, "TilingType" => 1, "XStep" => 9, "YStep" => 9,
            "BBox" => [0, 0, 9, 9].map(Object::Integer).to_vec(),
            "Resources" => Dictionary::new(),
        };
        let tile = Stream::new(tile, b"1 0 0 rg 0 0 5 5 re f".to_vec());
        resource(document, "Pattern", "PtTile", Object::Stream(tile));
        draw(document, "/Pattern cs /PtTile scn 200 300 60 60 re f");
    });
    tells("colour", "in a pattern", &report);
}

/// Black of four inks, however the text is drawn.
#[test]
fn text_of_four_inks_is_found_by_whichever_way_it_comes() {
    let black = "0.7 0.6 0.6 0.9";
    for (how, instructions) in [
        (
            "filled",
            format!("{black} k BT /@ 9 Tf 200 300 Td <0001> Tj ET"),
        ),
        (
            "turned",
            format!("{black} k BT /@ 9 Tf 0 1 -1 0 200 300 Tm <0001> Tj ET"),
        ),
        (
            "by its edges",
            format!("{black} K BT 1 Tr /@ 9 Tf 200 300 Td <0001> Tj ET"),
        ),
        (
            "by its edges, filled",
            format!("0 0 0 1 k {black} K BT 2 Tr /@ 9 Tf 200 300 Td <0001> Tj ET"),
        ),
        (
            "in a small colour",
            "0 0.9 0.9 0 k BT /@ 7 Tf 200 300 Td <0001> Tj ET".to_owned(),
        ),
    ] {
        tells("black-text", how, &written(&instructions));
    }
    let report = changed(Reader::Press, |document| {
        let font = own_font(document);
        let text = format!("{black} k BT /{font} 9 Tf 200 300 Td <0001> Tj ET");
        form(document, "FmText", &text, &dictionary! {});
        draw(document, "/FmText Do");
    });
    tells("black-text", "in a form", &report);
    let alone = written("0 0 0 1 k BT /@ 9 Tf 200 300 Td <0001> Tj ET");
    assert_eq!(alone.faults, []);
}

#[test]
fn too_much_ink_is_found_by_whichever_way_it_comes() {
    let much = "1 0.9 0.8 0.5";
    for (how, instructions) in [
        ("filled", format!("{much} k 200 300 60 60 re f")),
        ("stroked", format!("{much} K 3 w 200 300 m 300 300 l S")),
        (
            "as text",
            format!("{much} k BT /@ 40 Tf 200 300 Td <0001> Tj ET"),
        ),
        (
            "by its space",
            format!("/DeviceCMYK cs {much} scn 200 300 60 60 re f"),
        ),
    ] {
        tells("ink", how, &written(&instructions));
    }
    let picture = |samples: Vec<u8>| {
        changed(Reader::Press, |document| {
            let dict = dictionary! {
                "Type" => "XObject", "Subtype" => "Image", "Width" => 100, "Height" => 100,
                "ColorSpace" => "DeviceCMYK", "BitsPerComponent" => 8,
            };
            let picture = Object::Stream(Stream::new(dict, samples));
            resource(document, "XObject", "ImInk", picture);
            draw(document, "30 0 0 30 200 300 cm /ImInk Do");
        })
    };
    let mut pixels = vec![100; 40_000];
    assert_eq!(picture(pixels.clone()).faults, []);
    pixels[20_000..20_004].fill(255);
    tells("ink", "on one pixel of a picture", &picture(pixels));
}

/// Overprinting of what fills and of what strokes is set apart.
#[test]
fn overprint_is_told_of_what_fills_and_what_strokes() {
    let over = |fill: bool, stroke: bool, instructions: &str| {
        changed(Reader::Press, |document| {
            let over = dictionary! { "OP" => stroke, "op" => fill };
            resource(document, "ExtGState", "GsOver", Object::Dictionary(over));
            draw(
                document,
                &format!("/GsOver gs 0 0 0 1 k 0 0 0 1 K {instructions}"),
            );
        })
    };
    let (fill, line) = ("200 300 60 60 re f", "200 300 m 300 300 l S");
    tells("overprint", "filled", &over(true, false, fill));
    tells("overprint", "stroked", &over(false, true, line));
    assert_eq!(over(true, false, line).faults, []);
    assert_eq!(over(false, true, fill).faults, []);
}
