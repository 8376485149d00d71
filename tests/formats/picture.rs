//! The picture of a leaflet: in two colours on paper, in black in the mono edition, only where somebody agreed to it,
//! and told where it is too coarse or had no room.

use std::io::Cursor;

use image::{DynamicImage, ImageFormat, Rgb, RgbImage};

use super::lines::pictures;
use crate::support::Site;

const LEAFLET: &str = "leaflets/chirashi.ja.md";

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

/// A leaflet with a picture, so many points wide.
fn pictured(width: u32, more: &str, consent: &str) -> Site {
    let leaflet = format!(
        "---\ntitle: 見本のチラシ\nhook: 見本の呼びかけ\n{more}\npicture:\n  file: mado.jpg\n  alt: 窓口に並ぶ人\n  \
         credit: 撮影係\n  consent: {consent}\n---\n\n見本の前書きです。\n\n## 一\n\n見本の本文です。\n"
    );
    Site::new()
        .bytes("images/mado.jpg", &photograph(width))
        .file(LEAFLET, &leaflet)
}

#[test]
fn a_picture_is_printed_in_the_inks_of_the_leaflet() {
    let site = pictured(1900, "format: a4", "[web, print]");
    let run = site.run_in("ja", &["build"]);
    assert_eq!(run.status, 0, "{}", run.stderr);
    assert_eq!(
        pictures(&site, "chirashi.ja.print.pdf"),
        ["Indexed DeviceCMYK"]
    );
    assert_eq!(pictures(&site, "chirashi.ja.pdf"), ["ICCBased"]);
    assert!(!run.stdout.contains("写真"), "{}", run.stdout);
    let lines = super::lines::read(&site.path("public/leaflets/chirashi.ja.pdf"));
    assert!(
        lines.iter().any(|line| line.words.contains("撮影係")),
        "{lines:#?}"
    );
    let page = site.out("leaflets/chirashi.html");
    assert!(page.contains("class=\"sheet-picture\""), "{page}");
    assert!(page.contains("alt=\"窓口に並ぶ人\""), "{page}");
}

#[test]
fn the_mono_edition_has_it_in_black() {
    let site = pictured(1900, "format: a4\nedition: mono", "[web, print]");
    let run = site.run_in("ja", &["build"]);
    assert_eq!(run.status, 0, "{}", run.stderr);
    assert_eq!(pictures(&site, "chirashi.ja.print.pdf"), ["DeviceGray"]);
}

#[test]
fn every_format_but_paper_to_sign_on_has_room_for_it() {
    for more in [
        "format: a5",
        "format: a4-trifold",
        "format: a5\nedition: large",
        "format: a4\ndesign: poster",
    ] {
        let site = pictured(1200, more, "[web, print]");
        let run = site.run_in("ja", &["build"]);
        assert_eq!(run.status, 0, "{more}: {}", run.stderr);
        assert_eq!(pictures(&site, "chirashi.ja.print.pdf").len(), 1, "{more}");
    }
    let site = pictured(1900, "format: signature-sheet", "[web, print]");
    let run = site.run_in("en", &["check", "--format", "json"]);
    let told = |line: &str| line.contains("leaflet/fitted") && line.contains("the picture");
    assert!(run.stdout.lines().any(told), "{}{}", run.stdout, run.stderr);
}

#[test]
fn nobody_is_printed_without_having_agreed() {
    for (consent, code) in [("[web]", "leaflet/fitted"), ("[]", "image/no-consent")] {
        let site = pictured(1900, "format: a4", consent);
        let run = site.run_in("ja", &["check", "--format", "json"]);
        assert!(run.stdout.contains(code), "{consent}: {}", run.stdout);
        assert_eq!(site.run_in("ja", &["build"]).status, 0, "{consent}");
        assert!(
            pictures(&site, "chirashi.ja.print.pdf").is_empty(),
            "{consent}"
        );
    }
}

#[test]
fn a_coarse_picture_is_told_of() {
    let site = pictured(800, "format: a4", "[web, print]");
    let shown = ["ja", "en"].map(|lang| {
        let run = site.run_in(lang, &["check"]);
        let told = run.stderr + &run.stdout;
        let mut all = told.split("\n\n");
        let own = all.find(|own| own.contains("[leaflet/coarse-picture]"));
        own.expect(&told).trim().to_owned()
    });
    insta::assert_snapshot!("leaflet_coarse-picture", shown.join("\n\n"));
    assert_eq!(site.run_in("ja", &["build"]).status, 0);
}

/// Text is worth more than a picture: it gives way before type becomes small.
#[test]
fn a_picture_gives_way_to_text() {
    let long = "見本の本文がここに長く続きます。".repeat(18);
    let sections = ["一", "二", "三"].map(|name| format!("\n## 見出し{name}\n\n{long}\n"));
    let sections = sections.concat();
    let full = pictured(800, "format: a4", "[web, print]").edited(
        LEAFLET,
        "\n## 一\n\n見本の本文です。\n",
        &sections,
    );
    let without = pictured(800, "format: a4\npanels: [text]", "[web, print]");
    for site in [full, without] {
        let run = site.run_in("en", &["check", "--format", "json"]);
        let told = |line: &str| line.contains("leaflet/fitted") && line.contains("the picture");
        assert!(run.stdout.lines().any(told), "{}{}", run.stdout, run.stderr);
        // How coarse it is matters where it is printed.
        assert!(
            !run.stdout.contains("leaflet/coarse-picture"),
            "{}",
            run.stdout
        );
    }
}

/// The first heading of a document is its title, or what stands first where no title does.
#[test]
fn a_leaflet_without_its_hook_has_headings_still() {
    for keys in [
        "format: a4\npanels: [text]",
        "format: a4\npanels: [\"text, hook\"]",
        "format: a5\npanels: [text]",
        "format: a4-trifold\npanels: [text, call, hook, intro, text, imprint]",
        "format: a3-bifold\npanels: [text, call, intro, imprint]",
    ] {
        let site = super::with(keys);
        let run = site.run_in("en", &["check", "--format", "json"]);
        assert!(
            !run.stdout.contains("leaflet/template"),
            "{keys} {}",
            run.stdout
        );
    }
}
