//! A speaker's portrait on paper: in black, and only where the person agreed to it.

use std::io::Cursor;

use image::{DynamicImage, ImageFormat, Rgb, RgbImage};

use super::lines::pictures;
use crate::support::Site;

fn portrayed(consent: &str) -> Site {
    let mut photograph = Cursor::new(Vec::new());
    let shade = |n: u32| u8::try_from(n % 251).unwrap();
    DynamicImage::ImageRgb8(RgbImage::from_fn(900, 900, |x, y| {
        Rgb([shade(x), shade(y), 80])
    }))
    .write_to(&mut photograph, ImageFormat::Jpeg)
    .unwrap();
    let statement = format!(
        "---\nname: 見本\ntitle: 見本の題\ntopics: []\nsummary: 見本の要旨です。\nphoto:\n  file: mihon.jpg\n  alt: 演壇の見本さん\n  \
         credit: 撮影係\n  consent: {consent}\n---\n\n## 一 {{#a}}\n\n見本の本文です。\n"
    );
    Site::new()
        .bytes("images/mihon.jpg", photograph.get_ref())
        .file("speakers/mihon.ja.md", &statement)
}

#[test]
fn a_portrait_is_printed_on_the_black_plate() {
    let site = portrayed("[web, print]");
    let run = site.run_in("ja", &["build"]);
    assert_eq!(run.status, 0, "{}", run.stderr);
    assert_eq!(
        pictures(&site, "speaker-mihon.ja.print.pdf"),
        ["DeviceGray"]
    );
    assert_eq!(pictures(&site, "speaker-mihon.ja.pdf").len(), 1);
    let lines = super::lines::read(&site.path("public/leaflets/speaker-mihon.ja.pdf"));
    assert!(
        lines.iter().any(|line| line.words.contains("撮影係")),
        "{lines:#?}"
    );
    assert!(!run.stdout.contains("写真"), "{}", run.stdout);
}

#[test]
fn without_consent_the_leaflet_says_that_it_leaves_it_out() {
    let site = portrayed("[web]");
    for (lang, word) in [("ja", "写真"), ("en", "the photograph")] {
        let run = site.run_in(lang, &["check", "--format", "json"]);
        let told = run.stdout.lines().any(|line| {
            line.contains("leaflet/fitted") && line.contains("speaker-mihon") && line.contains(word)
        });
        assert!(told, "{}", run.stdout);
    }
    let run = site.run_in("ja", &["build"]);
    assert_eq!(run.status, 0, "{}", run.stderr);
    assert!(pictures(&site, "speaker-mihon.ja.print.pdf").is_empty());
}

/// Pictures within a line of text stay on the site, and the build says so.
#[test]
fn pictures_within_a_line_are_told_as_left_out() {
    let site = portrayed("[web, print]").edited(
        "speakers/mihon.ja.md",
        "見本の本文です。\n",
        "見本の本文です。![見本の図](../images/mihon.jpg)つづきです。\n",
    );
    let run = site.run_in("en", &["check", "--format", "json"]);
    let told = run.stdout.lines().any(|line| {
        line.contains("leaflet/fitted")
            && line.contains("speaker-mihon")
            && line.contains("pictures in the text")
    });
    assert!(told, "{}{}", run.stdout, run.stderr);
}

/// On a leaflet of several people, faces stand beside what they say; only those who agreed are shown, and
/// whoever took the pictures is named.
#[test]
fn voices_have_faces_where_they_may_be_printed() {
    let leaflet = "---\ntitle: 見本のチラシ\nformat: a4\nhook: 見本の呼びかけ\nspeakers: [mihon, yamada]\n---\n\n見本の前書きです。\n";
    for (consent, faces) in [("[web, print]", 1), ("[web]", 0)] {
        let site = portrayed(consent).file("leaflets/chirashi.ja.md", leaflet);
        let run = site.run_in("ja", &["build"]);
        assert_eq!(run.status, 0, "{}", run.stderr);
        let found = pictures(&site, "chirashi.ja.print.pdf");
        assert_eq!(found, vec!["DeviceGray"; faces], "{consent}");
        let lines = super::lines::read(&site.path("public/leaflets/chirashi.ja.pdf"));
        let credited = lines.iter().any(|line| line.words.contains("撮影係"));
        assert_eq!(credited, faces > 0, "{consent}: {lines:#?}");
        let page = site.out("leaflets/chirashi.html");
        assert_eq!(
            page.matches("class=\"sheet-face\"").count(),
            faces,
            "{page}"
        );
    }
}
