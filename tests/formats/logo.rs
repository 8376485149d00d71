//! The logo of the campaign: at the top of pages, at the foot of leaflets, on share cards; told where it cannot be used.

use image::{ImageFormat, Rgba, RgbaImage};

use super::lines::pictures;
use crate::support::Site;

const LOGO: &str = "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 40 40\"><circle cx=\"20\" cy=\"20\" r=\"18\" fill=\"#00695c\"/></svg>";

fn png(width: u32, height: u32) -> Vec<u8> {
    let mut file = std::io::Cursor::new(Vec::new());
    RgbaImage::from_fn(width, height, |x, _| {
        Rgba([0, 90, 80, if x < width / 2 { 255 } else { 0 }])
    })
    .write_to(&mut file, ImageFormat::Png)
    .unwrap();
    file.into_inner()
}

#[test]
fn a_logo_stands_on_pages_leaflets_and_cards() {
    let plain = Site::new();
    assert_eq!(plain.run_in("ja", &["build"]).status, 0);
    let drawing = Site::with_settings("logo: logo.svg\n").bytes("images/logo.svg", LOGO.as_bytes());
    let wide =
        Site::with_settings("logo: images/logo.png\n").bytes("images/logo.png", &png(900, 300));
    for (site, is_square) in [(drawing, true), (wide, false)] {
        let run = site.run_in("ja", &["build"]);
        assert_eq!(run.status, 0, "{}", run.stderr);
        assert!(!run.stderr.contains("ロゴ"), "{}", run.stderr);
        for page in [
            "index.html",
            "speakers/yamada.html",
            "en/topics/privacy.html",
        ] {
            let html = site.out(page);
            assert!(html.contains("<span class=\"logo\"><"), "{page}: {html}");
            assert_eq!(
                html.contains("<link rel=\"icon\" type=\"image/svg+xml\" href=\""),
                is_square
            );
            assert_eq!(
                html.contains("<link rel=\"icon\" href=\"data:,\">"),
                !is_square
            );
        }
        assert!(
            site.out("leaflets/speaker-yamada.html")
                .contains("class=\"sheet-logo\"")
        );
        assert_eq!(
            pictures(&site, "speaker-yamada.ja.print.pdf"),
            ["DeviceGray"]
        );
        assert_eq!(pictures(&site, "speaker-yamada.ja.pdf").len(), 1);
        let card = |site: &Site| std::fs::read(site.path("public/cards/site.ja.png")).ok();
        assert!(card(&site).is_some() && card(&site) != card(&plain));
    }
    let html = plain.out("index.html");
    assert!(
        !html.contains("class=\"logo\"") && html.contains("<link rel=\"icon\" href=\"data:,\">")
    );
    assert!(pictures(&plain, "speaker-yamada.ja.print.pdf").is_empty());
}

#[test]
fn a_logo_that_cannot_be_used_is_told_of() {
    let named = |name: &str| Site::with_settings(&format!("logo: {name}\n"));
    let cases = [
        ("logo_missing", named("nothing.svg")),
        (
            "logo_no-picture",
            named("logo.png").bytes("images/logo.png", b"no picture at all"),
        ),
        (
            "logo_another-kind",
            named("logo.pdf").bytes("images/logo.pdf", b"%PDF-1.4"),
        ),
        (
            "image_small-logo",
            named("logo.png").bytes("images/logo.png", &png(120, 60)),
        ),
    ];
    for (case, site) in cases {
        let shown = ["ja", "en"].map(|lang| {
            let run = site.run_in(lang, &["check"]);
            let told = run.stderr + &run.stdout;
            let mut all = told.split("\n\n");
            let own = all.find(|own| own.contains("logo") || own.contains("nothing"));
            own.expect(&told).trim().to_owned()
        });
        insta::assert_snapshot!(case, shown.join("\n\n"));
    }
}
