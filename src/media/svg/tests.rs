//! Drawings that are made to be hostile.

use std::fmt::Write;

use base64::Engine;
use base64::engine::general_purpose::STANDARD;

use crate::cache::Cache;
use crate::media::tests::{WIDTHS, find, noted, path, photograph, prepared};
use crate::media::{PictureFault, prepare};

/// A drawing that unfolds to thousands of millions of letters, and one nested very deeply.
#[test]
fn a_drawing_cannot_blow_up() {
    let mut bomb = String::from("<?xml version=\"1.0\"?><!DOCTYPE svg [<!ENTITY a0 \"lol\">");
    for n in 1..12 {
        let inner = format!("&a{};", n - 1).repeat(10);
        let _ = write!(bomb, "<!ENTITY a{n} \"{inner}\">");
    }
    bomb.push_str("]><svg xmlns=\"http://www.w3.org/2000/svg\"><text>&a11;</text></svg>");
    let fault = |svg: &str| prepare(&path(), svg.as_bytes(), &WIDTHS, &Cache::none()).unwrap_err();
    assert!(matches!(fault(&bomb), PictureFault::Unfolds { .. }));
    let long = format!(
        "<!DOCTYPE svg [<!ENTITY a '{}'>]><svg xmlns=\"http://www.w3.org/2000/svg\"><text>{}</text></svg>",
        "x".repeat(3_000),
        "&a;".repeat(100_000)
    );
    assert!(matches!(fault(&long), PictureFault::Unfolds { .. }));
    let deep = format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\">{}{}</svg>",
        "<g>".repeat(100_000),
        "</g>".repeat(100_000)
    );
    assert!(matches!(
        fault(&deep),
        PictureFault::Nested { depth: 100_001, .. }
    ));
    // What drawing programs write: names of vocabularies as entities, many elements side by side.
    let usual = format!(
        "<!DOCTYPE svg [<!ENTITY ns \"http://www.w3.org/2000/svg\">]>\
         <svg xmlns=\"http://www.w3.org/2000/svg\" width=\"9\" height=\"9\">{}</svg>",
        "<g><path d=\"M0 0h1\" id=\"a>b\"/><!-- <g><g> --></g>".repeat(2_000)
    );
    assert_eq!(prepared(usual.as_bytes()).width, 9);
}

#[test]
fn svg_can_neither_run_nor_fetch() {
    let svg = br#"<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg"
        xmlns:xlink="http://www.w3.org/1999/xlink" viewBox="0 0 40 20" onload="alert(1)">
        <script>alert(2)</script><style>@import url(https://example.org/a.css);
        rect { fill: url(https://example.org/b.svg) }</style>
        <foreignObject><p xmlns="http://www.w3.org/1999/xhtml">text</p></foreignObject>
        <a xlink:href="javascript:alert(3)"><rect width="40" height="20" onclick="alert(4)"/></a>
        <image href="https://example.org/d.png"/><use href="https://example.org/e.svg"/>
        <image xlink:href="//example.org/f.png"/><use xlink:href="data:image/svg+xml,x"/>
        <image href="data:image/svg+xml;base64,PHN2Zz4="/><image href="data:text/html,alert(6)"/>
        <set attributeName="href" to="run:7"/>
        <animate attributeName="xlink:href" values="run:8"/>
        <style>@im\70ort "https://example.org/i.css"; @font-face { src: url(//example.org/j) }</style>
        <handler xmlns="http://www.w3.org/2001/xml-events">alert(9)</handler>
        <iframe src="https://example.org/k"/><embed src="l"/><object data="m"/>
        <style>g { background: image-set("https://example.org/n.png" 1x) }</style>
        <g style="background: -webkit-image-set('https://example.org/o.png' 1x)"/>
        <circle r="5" style="fill:url(https://example.org/g.svg_h)"/></svg>"#;
    let picture = prepared(svg);
    assert_eq!((picture.width, picture.height), (40, 20));
    let text = String::from_utf8(picture.renditions[0].bytes.to_vec()).unwrap();
    // What is left of an address is a path of the site itself, and text that fetches nothing.
    // Names of vocabularies are no addresses.
    let text = text.replace("=\"http://www.w3.org/", "=\"");
    for bad in [
        "alert",
        "script",
        "onload",
        "onclick",
        "foreignObject",
        "@import",
        "url(http",
        "=\"http:",
        "=\"https://example",
        "=\"//",
        "url(//",
        "image-set",
        "\"https://example.org/i",
        "data:image/svg",
        "data:text",
        // What would set an address afterwards has nothing to set.
        "attributeName",
        "iframe",
        "embed",
        "<object",
    ] {
        assert!(!text.contains(bad), "{bad}: {text}");
    }
    assert!(text.contains("<rect"), "{text}");
}

/// A drawing with something in it, as it comes out; without the root element's own attributes.
fn drawn_with(declared: &str, inside: &str) -> String {
    let svg = format!(
        "{declared}<svg xmlns=\"http://www.w3.org/2000/svg\" xmlns:xlink=\"http://www.w3.org/1999/xlink\" \
         xmlns:s=\"http://www.w3.org/2000/svg\" xmlns:h=\"http://www.w3.org/1999/xhtml\">{inside}</svg>"
    );
    let text = drawn(svg.as_bytes());
    let (_, inside) = text.split_once('>').unwrap();
    inside.strip_suffix("</svg>").unwrap_or_default().to_owned()
}

fn drawn(svg: &[u8]) -> String {
    String::from_utf8(prepared(svg).renditions[0].bytes.to_vec()).unwrap()
}

#[test]
fn hostile_drawings_come_out_harmless() {
    for (inside, left) in [
        ("<s:script>alert(1)</s:script>", ""),
        ("<h:script>alert(1)</h:script>", ""),
        ("<h:img src=\"x\" onerror=\"alert(1)\"/>", ""),
        ("<S:SCRIPT xmlns:S=\"a\">alert(1)</S:SCRIPT>", ""),
        ("<sCript>alert(1)</sCript>", ""),
        (
            "<a href=\"javascript:alert(1)\"><rect/>text</a>",
            "<rect/>text",
        ),
        ("<s:a xlink:href=\"&#106;avascript:a\"><g/></s:a>", "<g/>"),
        (
            "<g xml:base=\"https://example.org/\"><use href=\"#a\"/></g>",
            "<g><use href=\"#a\"/></g>",
        ),
        ("<use href=\"a.svg#b\"/>", "<use/>"),
        ("<use xlink:href=\" #b \"/>", "<use xlink:href=\" #b \"/>"),
        (
            "<use xmlns:x=\"http://www.w3.org/1999/xlink\" x:href=\"//example.org\"/>",
            "<use/>",
        ),
        ("<set attributeName=\"href\" to=\"javascript:a\"/>", ""),
        (
            "<use href=\"#a\"><animate attributeName=\"href\" values=\"//a;//b\"/></use>",
            "<use href=\"#a\"/>",
        ),
        ("<animateTransform/><animateMotion/><discard/>", ""),
        ("<image href=\"http://example.org/a.png\"/>", "<image/>"),
        (
            "<image href=\"data:image/svg+xml,&lt;svg/&gt;\"/>",
            "<image/>",
        ),
        (
            "<feImage href=\"https://example.org/a.png\"/>",
            "<feImage/>",
        ),
        (
            "<switch><foreignObject><h:p>a</h:p></foreignObject><g/></switch>",
            "<switch><g/></switch>",
        ),
        (
            "<style><![CDATA[@import 'https://example.org/a.css'; g { fill: red }]]></style>",
            "<style>g{fill:red;}</style>",
        ),
        ("<style>@import url(a.css)</style>", ""),
        (
            "<style><g>@import url(a.css);</g> g{fill:url(a)} </style>",
            "",
        ),
        (
            "<s:style>g > a { fill : url(#b) }</s:style>",
            "<style>g &gt; a{fill:url(#b);}</style>",
        ),
        (
            "<g style=\"fill:url(//a);stroke:blue\" fill=\"url(&quot;https://a&quot;)\"/>",
            "<g style=\"stroke:blue;\"/>",
        ),
        (
            "<g fill=\"u&#x72;l(//a)\" stroke=\"url( #a )\"/>",
            "<g stroke=\"url( #a )\"/>",
        ),
        (
            "<g onload=\"alert(1)\" oNLoad=\"alert(1)\" s:onload=\"a\"/>",
            "<g/>",
        ),
        (
            "<g nonce=\"a\" data-a=\"b\" h:href=\"c\" tabindex=\"0\"/>",
            "<g/>",
        ),
        (
            "<?xml-stylesheet href=\"https://example.org/a.css\"?><!-- a --><g/>",
            "<g/>",
        ),
        (
            "<metadata><g/></metadata><font/><cursor/><video src=\"a\"/>",
            "",
        ),
        (
            "<text xml:space=\"preserve\">a &lt;script> &amp;amp; <tspan>b</tspan></text>",
            "<text xml:space=\"preserve\">a &lt;script&gt; &amp;amp; <tspan>b</tspan></text>",
        ),
    ] {
        assert_eq!(drawn_with("", inside), left, "{inside}");
    }
}

/// The address of a picture as drawings hold it.
fn address(kind: &str, bytes: &[u8]) -> String {
    let data = STANDARD.encode(bytes);
    format!("data:image/{kind};base64,{data}")
}

#[test]
fn a_photograph_in_a_drawing_is_drawn_anew() {
    let bytes = noted(&photograph(60, 40), 1);
    let left = drawn_with(
        "",
        &format!("<image xlink:href=\"{}\"/>", address("jpeg", &bytes)),
    );
    let data = left.strip_prefix("<image xlink:href=\"data:image/jpeg;base64,");
    let data = data.and_then(|data| data.strip_suffix("\"/>")).unwrap();
    let kept = STANDARD.decode(data).unwrap();
    assert!(!find(&kept, b"Exif") && !find(&kept, b"GPS"));
    assert_eq!(image::load_from_memory(&kept).unwrap().width(), 60);
    // What calls itself a picture and is none, and pictures where none are shown.
    for inside in [
        format!("<image href=\"{}\"/>", address("png", b"<svg/>")),
        format!("<image href=\"{}\"/>", address("svg+xml", &bytes)),
        "<image href=\"data:image/png;base64,%\"/>".to_owned(),
    ] {
        assert_eq!(drawn_with("", &inside), "<image/>");
    }
    let used = format!("<use href=\"{}\"/>", address("jpeg", &bytes));
    assert_eq!(drawn_with("", &used), "<use/>");
    let many = "<image href=\"data:image/png;base64,A\"/>".repeat(17);
    let svg = format!("<svg xmlns=\"http://www.w3.org/2000/svg\">{many}</svg>");
    let fault = prepare(&path(), svg.as_bytes(), &WIDTHS, &Cache::none()).unwrap_err();
    assert_eq!(fault, PictureFault::Crowded { most: 16 });
}

#[test]
fn entities_are_unfolded_and_gone() {
    let declared = "<!DOCTYPE svg PUBLIC \"a\" \"https://example.org/a.dtd\" [\
        <!ENTITY s \"http://www.w3.org/2000/svg\"><!ENTITY e '<script>alert(1)</script><g/>'>\
        <!ENTITY x SYSTEM \"file:///etc/passwd\">]>";
    assert_eq!(
        drawn_with(declared, "<t:rect xmlns:t=\"&s;\"/>&e;"),
        "<rect/><g/>"
    );
    let fault = |inside: &str| {
        let svg = format!("{declared}<svg xmlns=\"http://www.w3.org/2000/svg\">{inside}</svg>");
        prepare(&path(), svg.as_bytes(), &WIDTHS, &Cache::none()).unwrap_err()
    };
    for inside in [
        "<text>&x;</text>",
        "<text>&nobody;</text>",
        "<g>",
        "<g a=b/>",
    ] {
        let fault = fault(inside);
        assert!(matches!(fault, PictureFault::Slip { line: 1 }), "{inside}");
    }
}

#[test]
fn drawings_in_other_encodings_come_out_in_utf_8() {
    let svg = "<?xml version=\"1.0\" encoding=\"UTF-16\"?><svg xmlns=\"http://www.w3.org/2000/svg\" width=\"7\"><script>a</script><text>反対</text></svg>";
    let wide = |mark: [u8; 2], bytes: fn(u16) -> [u8; 2]| {
        let text: Vec<u8> = svg.encode_utf16().flat_map(bytes).collect();
        [&mark[..], &text].concat()
    };
    let japanese = encoding_rs::SHIFT_JIS
        .encode(&svg.replace("UTF-16", "Shift_JIS"))
        .0
        .into_owned();
    let marked = [b"\xef\xbb\xbf", svg.replace("UTF-16", "UTF-8").as_bytes()].concat();
    for bytes in [
        wide([0xff, 0xfe], u16::to_le_bytes),
        wide([0xfe, 0xff], u16::to_be_bytes),
        japanese,
        marked,
    ] {
        let text = drawn(&bytes);
        assert!(
            text.ends_with(" width=\"7\"><text>反対</text></svg>"),
            "{text}"
        );
    }
    // What only seems to be UTF-8 is not read as anything else.
    let cut = b"<svg xmlns=\"http://www.w3.org/2000/svg\"><text>\xe5\xb1</text></svg>";
    let fault = prepare(&path(), cut, &WIDTHS, &Cache::none()).unwrap_err();
    assert_eq!(fault, PictureFault::Garbled);
}

#[test]
fn a_drawing_without_a_vocabulary_is_given_one() {
    let text = drawn(b"<svg viewBox='0 0 3 4'><g/></svg>");
    assert!(
        text.starts_with("<svg xmlns=\"http://www.w3.org/2000/svg\""),
        "{text}"
    );
    let fault = prepare(&path(), b"<html><svg/></html>", &WIDTHS, &Cache::none()).unwrap_err();
    assert_eq!(fault, PictureFault::NoDrawing);
    // HTML is no XML.
    for page in [
        "<!DOCTYPE html><html><meta charset=utf-8><svg></svg></html>",
        "\u{feff}\n<!doctype HTML>\n<html lang=ja><br><svg><path/></svg></html>",
        "<HTML><body><svg>",
    ] {
        let fault = prepare(&path(), page.as_bytes(), &WIDTHS, &Cache::none()).unwrap_err();
        assert_eq!(fault, PictureFault::NoDrawing, "{page}");
    }
    // What only begins as others do is a drawing with a slip.
    for svg in ["<!DOCTYPE svg><svg a=b></svg>", "<hと><svg></svg>"] {
        let fault = prepare(&path(), svg.as_bytes(), &WIDTHS, &Cache::none()).unwrap_err();
        assert!(matches!(fault, PictureFault::Slip { line: 1 }), "{svg}");
    }
    let cut = b"<svg xmlns='http://www.w3.org/2000/svg'><g><path d='M0";
    let fault = prepare(&path(), cut, &WIDTHS, &Cache::none()).unwrap_err();
    assert_eq!(fault, PictureFault::Cut);
}

proptest::proptest! {
    #[test]
    fn what_comes_out_can_be_read_and_comes_out_again(
        parts in proptest::collection::vec(
            proptest::sample::select(vec![
                "<g>", "</g>", "<g ", "a='", "'", ">", "/>", "<style>", "</style>", "<!--", "-->", "<![CDATA[", "]]>", "&amp;",
                "&", "fill='red'", "href='#a'", "<use ", "style='", ":", ";", "url(", ")", "text", "<a>", "</a>", "<script>", "</script>",
            ]),
            0..24,
        ),
    ) {
        let svg = format!("<svg xmlns='http://www.w3.org/2000/svg'>{}</svg>", parts.concat());
        if let Ok(picture) = prepare(&path(), svg.as_bytes(), &WIDTHS, &Cache::none()) {
            let once = picture.renditions[0].bytes.to_vec();
            proptest::prop_assert!(!find(&once, b"<script"));
            proptest::prop_assert_eq!(prepared(&once).renditions[0].bytes.to_vec(), once);
        }
    }
}
