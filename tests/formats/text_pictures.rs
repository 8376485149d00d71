//! Pictures in the text, on paper: with what they show below them, in the inks of the leaflet; given up before text
//! is; never where somebody did not agree to it.

use std::io::Cursor;

use image::{DynamicImage, ImageFormat, Rgb, RgbImage};

use super::lines::{self, pictures};
use crate::support::Site;

const PICTURE: &str = "\n![窓口の写真](../images/mado.jpg)\n";

fn photograph(width: u32) -> Vec<u8> {
    let mut file = Cursor::new(Vec::new());
    let shade = |n: u32| u8::try_from(n % 251).unwrap();
    let picture = RgbImage::from_fn(width, width / 2, |x, y| {
        Rgb([shade(x / 8), shade(y / 8), 80])
    });
    DynamicImage::ImageRgb8(picture)
        .write_to(&mut file, ImageFormat::Jpeg)
        .unwrap();
    file.into_inner()
}

/// A statement and a leaflet whose sections hold a picture, so many points wide, in both languages.
fn pictured(width: u32, keys: &str, more: &str) -> Site {
    let body = |one: &str, alt: &str, two: &str| {
        let picture = PICTURE.replace("窓口の写真", alt);
        format!(
            "\n## {one} {{#one}}\n\n{two}\n{picture}\n{two}\n{more}\n## {two} {{#two}}\n\n{two}\n"
        )
    };
    let (ja, en) = (
        body("見本の要点", "窓口の写真", "見本の本文です。"),
        body("A point", "People at a desk", "Some text."),
    );
    Site::new()
        .bytes("images/mado.jpg", &photograph(width))
        .file(
            "speakers/shashin.ja.md",
            &format!("---\nname: 見本太郎\ntitle: 見本の題\ntopics: [access]\n---\n{ja}"),
        )
        .file(
            "speakers/shashin.en.md",
            &format!("---\nname: Taro Mihon\ntitle: A sample\n---\n{en}"),
        )
        .file(
            "leaflets/x.ja.md",
            &format!("---\ntitle: 見本\nhook: 見本を見よう\n{keys}\n---\n{ja}"),
        )
}

fn says(site: &Site, pdf: &str, words: &str) -> bool {
    let lines = lines::read(&site.path(&format!("public/{pdf}")));
    lines.iter().any(|line| line.words.contains(words))
}

#[test]
fn a_picture_of_the_text_is_printed_with_what_it_shows() {
    let site = pictured(1200, "format: a4-duplex", "");
    let run = site.run_in("ja", &["build"]);
    assert_eq!(run.status, 0, "{}{}", run.stderr, run.stdout);
    for (folder, leaflet, caption) in [
        ("leaflets", "speaker-shashin.ja", "窓口の写真"),
        ("en/leaflets", "speaker-shashin.en", "People at a desk"),
        ("leaflets", "x.ja", "窓口の写真"),
    ] {
        for (end, inks) in [("print.pdf", "Indexed DeviceCMYK"), ("pdf", "ICCBased")] {
            let pdf = format!("{leaflet}.{end}");
            let found = pictures(&site, &format!("../{folder}/{pdf}"));
            assert_eq!(found, [inks], "{pdf}");
            assert!(says(&site, &format!("{folder}/{pdf}"), caption), "{pdf}");
        }
    }
    assert!(!run.stdout.contains("文中の図や写真"), "{}", run.stdout);
    let page = site.out("leaflets/speaker-shashin.html");
    assert!(
        page.contains("<figcaption>窓口の写真</figcaption>"),
        "{page}"
    );
}

#[test]
fn it_is_black_in_the_mono_edition_and_stands_in_the_large_one() {
    let site = pictured(1200, "format: a4\nedition: mono", "");
    assert_eq!(site.run_in("ja", &["build"]).status, 0);
    assert_eq!(pictures(&site, "x.ja.print.pdf"), ["DeviceGray"]);
    let site = pictured(1200, "format: a4-duplex\nedition: large", "");
    assert_eq!(site.run_in("ja", &["build"]).status, 0);
    assert_eq!(pictures(&site, "x.ja.print.pdf").len(), 1);
}

/// Before text gives way, pictures in it do, and the build says so.
#[test]
fn it_is_given_up_before_text_is() {
    let long = "見本の本文です。あれこれと書きつづけて、数行になるようにします。\n\n".repeat(10);
    let site = pictured(1200, "format: a4", &format!("\n{long}"));
    let run = site.run_in("ja", &["build"]);
    assert_eq!(run.status, 0, "{}{}", run.stderr, run.stdout);
    assert!(pictures(&site, "x.ja.print.pdf").is_empty());
    assert!(says(&site, "leaflets/x.ja.pdf", "あれこれと"));
    for (lang, told) in [("ja", "文中の図や写真"), ("en", "pictures in the text")] {
        let run = site.run_in(lang, &["check", "--format", "json"]);
        let mut lines = run.stdout.lines();
        assert!(
            lines.any(|line| line.contains("leaflet/fitted")
                && line.contains("x.ja")
                && line.contains(told)),
            "{}",
            run.stdout
        );
    }
}

#[test]
fn a_coarse_one_is_told() {
    for (width, coarse) in [(240, true), (1200, false)] {
        let site = pictured(width, "format: a4", "");
        let run = site.run_in("en", &["check", "--format", "json"]);
        let told = |leaflet: &str| {
            let mut lines = run.stdout.lines();
            lines.any(|own| own.contains("leaflet/coarse-picture") && own.contains(leaflet))
        };
        assert_eq!(told("x.ja"), coarse, "{}", run.stdout);
        assert_eq!(told("speaker-shashin.ja"), coarse, "{}", run.stdout);
    }
}

/// Whoever agreed to the web alone is not printed by way of the text.
#[test]
fn a_portrait_that_may_not_be_printed_is_not() {
    let site = pictured(1200, "format: a4", "").edited(
        "speakers/shashin.ja.md",
        "title: 見本の題\n",
        "title: 見本の題\nphoto: {file: mado.jpg, alt: 見本太郎さん, consent: [web]}\n",
    );
    let run = site.run_in("ja", &["build"]);
    assert_eq!(run.status, 0, "{}{}", run.stderr, run.stdout);
    for pdf in ["x.ja.print.pdf", "speaker-shashin.ja.print.pdf"] {
        assert!(pictures(&site, pdf).is_empty(), "{pdf}");
    }
    assert!(run.stdout.contains("文中の図や写真"), "{}", run.stdout);
}

/// Vertical lines, posters and rows for names leave them to the site; words around a picture in a line do, too.
#[test]
fn where_there_is_no_place_for_it_the_site_has_it() {
    for keys in [
        "format: a4\ndesign: newspaper",
        "format: a3\ndesign: poster",
        "format: signature-sheet",
    ] {
        let site = pictured(1200, keys, "");
        let run = site.run_in("ja", &["build"]);
        assert_eq!(run.status, 0, "{keys}: {}{}", run.stderr, run.stdout);
        assert!(pictures(&site, "x.ja.print.pdf").is_empty(), "{keys}");
        assert!(!says(&site, "leaflets/x.ja.pdf", "窓口の写真"), "{keys}");
        assert!(
            run.stdout.contains("文中の図や写真"),
            "{keys}: {}",
            run.stdout
        );
    }
}
