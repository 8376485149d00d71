//! What the public is given: pictures that tell nothing, faces of the site's own, and pages that
//! fetch nothing from anybody else.

mod fonts;
mod garbage;
mod woff2;

use std::collections::BTreeSet;
use std::io::Cursor;

use crate::support::{Site, is_a};
use image::{DynamicImage, ImageFormat, Rgb, RgbImage};

/// A photograph of many colours as JPEG.
fn photograph() -> Vec<u8> {
    let point = |x: u32, y: u32| {
        let shade = |n: u32| u8::try_from(n % 251).unwrap();
        Rgb([shade(x), shade(y * 3), shade(x + y)])
    };
    let mut out = Cursor::new(Vec::new());
    DynamicImage::ImageRgb8(RgbImage::from_fn(700, 900, point))
        .write_to(&mut out, ImageFormat::Jpeg)
        .unwrap();
    out.into_inner()
}

/// The minimal site with a photograph of a speaker; `consent` is the line of the front matter.
fn portrayed(consent: &str) -> Site {
    let photo = format!(
        "order: 1\nphoto:\n  file: yamada.jpg\n  alt: {{ja: 演壇の山田さん, en: Yamada at the desk}}\n  \
         credit: 撮影係\n{consent}"
    );
    Site::new()
        .edited("speakers/yamada.ja.md", "order: 1\n", &photo)
        .bytes("images/yamada.jpg", &photograph())
}

#[test]
fn a_portrait_comes_in_sizes_with_its_credit() {
    let site = portrayed("  consent: [web]\n");
    site.build();
    let page = site.out("speakers/yamada.html");
    assert!(page.contains("撮影：撮影係"), "{page}");
    assert!(
        page.contains("alt=\"演壇の山田さん\"") && page.contains("width=\"700\" height=\"900\"")
    );
    assert!(page.contains("type=\"image/webp\" srcset=\"../assets/pictures/yamada-"));
    assert!(
        site.out("en/speakers/yamada.html")
            .contains("alt=\"Yamada at the desk\"")
    );
    let tree = site.tree("public");
    let pictures = tree
        .keys()
        .filter(|path| path.starts_with("assets/pictures/"));
    assert_eq!(pictures.count(), 6);
    assert!(
        !tree.contains_key("images/yamada.jpg"),
        "an original was copied"
    );
}

#[test]
fn without_consent_there_is_no_portrait() {
    let site = portrayed("");
    assert_eq!(site.codes(), ["image/no-consent"]);
    site.build();
    assert!(!site.out("speakers/yamada.html").contains("assets/pictures"));
    assert!(
        site.tree("public")
            .keys()
            .all(|path| !path.contains("yamada-"))
    );
}

/// The minimal site with a large photograph in a statement's text; `alt` is what it shows.
fn illustrated(alt: &str) -> Site {
    let photo = photograph();
    let said = format!("受付に長い列ができます。\n\n![{alt}](../images/queue.jpg)");
    Site::new()
        .edited("speakers/yamada.ja.md", "受付に長い列ができます。", &said)
        .bytes("images/queue.jpg", &photo)
}

#[test]
fn a_picture_in_text_keeps_its_room_comes_in_sizes_and_waits_until_it_is_near() {
    let site = illustrated("窓口の列");
    assert_eq!(site.codes(), [""; 0]);
    site.build();
    let page = site.page("speakers/yamada.html");
    let images: Vec<_> = page
        .all("img")
        .filter(|i| i.get("alt") == "窓口の列")
        .collect();
    let [image] = images.as_slice() else {
        panic!("{} pictures", images.len());
    };
    assert_eq!([image.get("width"), image.get("height")], ["700", "900"]);
    assert_eq!(image.get("loading"), "lazy");
    let source = page
        .all("source")
        .find(|s| s.get("srcset").contains("queue-"));
    let source = source.expect("a second kind of file");
    assert_eq!(source.get("type"), "image/webp");
    let tree = site.tree("public");
    for (tag, ending) in [(image, "jpg"), (&source, "webp")] {
        let set = tag
            .get("srcset")
            .split(", ")
            .map(|one| one.split_once(' ').unwrap());
        let (files, widths): (Vec<_>, Vec<_>) = set.unzip();
        assert_eq!(widths, ["320w", "640w", "700w"]);
        for file in files {
            let file = file.strip_prefix("../").unwrap();
            assert!(tree.contains_key(file) && is_a(ending, file), "{file}");
        }
        assert!(
            tag.get("sizes").starts_with("auto, ("),
            "{}",
            tag.get("sizes")
        );
    }
}

#[test]
fn what_a_picture_shows_has_to_be_said_of_a_portrait_and_should_be_in_text() {
    let text = illustrated("");
    assert_eq!(text.codes(), ["image/no-alt"]);
    assert_eq!(text.run_in("ja", &["check", "--no-leaflets"]).status, 0);
    let portrait = portrayed("  consent: [web]\n").edited(
        "speakers/yamada.ja.md",
        "  alt: {ja: 演壇の山田さん, en: Yamada at the desk}\n",
        "",
    );
    assert_eq!(portrait.codes(), ["front-matter/missing-key"]);
    let said = portrait.run_in("ja", &["check", "--no-leaflets"]);
    assert_eq!(said.status, 1);
    assert!(said.stderr.contains("alt"), "{}", said.stderr);
}

#[test]
fn every_page_says_what_it_may_fetch_and_fetches_no_more() {
    let site = Site::new();
    site.build();
    for (path, bytes) in site.tree("public") {
        if !is_a("html", &path) {
            continue;
        }
        let page = String::from_utf8(bytes).unwrap();
        assert!(
            page.contains("http-equiv=\"Content-Security-Policy\""),
            "{path}"
        );
        assert!(
            page.contains("name=\"referrer\" content=\"no-referrer\""),
            "{path}"
        );
        for part in page.split('<').skip(1) {
            let tag = part.split('>').next().unwrap();
            assert!(
                !tag.contains(" style=\"") && !tag.starts_with("style"),
                "{path}: {tag}"
            );
            let runs = tag.starts_with("script") && !tag.contains("application/ld+json");
            assert!(!runs || tag.contains(" src=\""), "{path}: {tag}");
            let fetches = tag.starts_with("link") && tag.contains("stylesheet");
            let fetches = fetches || tag.starts_with("script") || tag.starts_with("img");
            assert!(!fetches || !tag.contains("\"http"), "{path}: {tag}");
        }
    }
    let headers = site.out("_headers");
    assert!(headers.starts_with("/rally/*\n  Content-Security-Policy: default-src 'none';"));
    assert!(headers.contains("frame-ancestors 'none'") && headers.contains("nosniff"));
    assert!(headers.contains("\n  Referrer-Policy: no-referrer\n"));
}

/// Wherever content can name an address elsewhere, the site that is opened learns nothing of this one.
#[test]
fn every_way_out_says_that_it_is_one() {
    let elsewhere = |name: &str| format!("https://elsewhere.example/{name}");
    let settings = format!(
        "event: rally\npublisher: {{name: 編集部, url: '{}'}}\nlicense: '{}'\n\
         call_to_action: {{text: 署名を, url: '{}'}}\n",
        elsewhere("publisher"),
        elsewhere("license"),
        elsewhere("call"),
    );
    let source = format!(
        "order: 1\nsource: {{title: 会報, url: '{}'}}\n",
        elsewhere("source")
    );
    let said = format!("[資料]({})に列ができます。", elsewhere("text"));
    let site = Site::new()
        .edited("site.yaml", "event: rally\n", &settings)
        .edited("speakers/yamada.ja.md", "order: 1\n", &source)
        .edited("speakers/yamada.ja.md", "受付に長い列ができます。", &said);
    site.build();
    let mut met = BTreeSet::new();
    for path in site.tree("public").keys().filter(|path| is_a("html", path)) {
        let page = site.page(path);
        for link in page.all("a") {
            let Some(to) = link.get("href").strip_prefix("https://elsewhere.example/") else {
                continue;
            };
            met.insert(to.to_owned());
            for word in ["external", "noopener", "noreferrer"] {
                let rel = link.get("rel");
                assert!(rel.split(' ').any(|one| one == word), "{path}: {to}: {rel}");
            }
        }
    }
    let all = ["call", "license", "publisher", "source", "text"];
    assert_eq!(met.into_iter().collect::<Vec<_>>(), all);
}

mod problems {
    use super::*;

    /// Checks a site in both languages and compares what is said about `code`.
    fn shows(code: &str, site: &Site) {
        let args = ["check", "--no-leaflets"];
        let (ja, en) = (site.run_in("ja", &args), site.run_in("en", &args));
        for run in [&ja, &en] {
            assert!(run.stderr.contains(&format!("[{code}]")), "{}", run.stderr);
        }
        let shown = format!(
            "$ chirashi {}\n\n{}\n{}\n→ {}",
            args.join(" "),
            ja.stderr,
            en.stderr,
            ja.status
        );
        insta::with_settings!({ omit_expression => true }, {
            insta::assert_snapshot!(code.replace('/', "_"), shown);
        });
    }

    fn pictured(bytes: &[u8]) -> Site {
        Site::new()
            .edited(
                "pages/about.ja.md",
                "集会の記録です。",
                "![会場](../images/hall.jpg)",
            )
            .bytes("images/hall.jpg", bytes)
    }

    #[test]
    fn foreign() {
        let site = pictured(b"\0\0\0\x18ftypheic\0\0\0\0");
        shows("image/foreign-format", &site);
    }

    #[test]
    fn broken() {
        let site = pictured(&photograph()[..30]);
        shows("image/broken", &site);
    }

    #[test]
    fn too_large() {
        let site = pictured(&vec![0; (40 << 20) + 1]);
        shows("image/too-large", &site);
    }

    #[test]
    fn too_complex() {
        let drawing = |declared: &str, parts: &str| {
            format!("{declared}<svg xmlns=\"http://www.w3.org/2000/svg\">{parts}</svg>")
        };
        let endless = "<!DOCTYPE svg [<!ENTITY a \"ha\"><!ENTITY b \"&a;&a;\">]>";
        let deep = "<g>".repeat(300) + &"</g>".repeat(300);
        let site = Site::new()
            .edited(
                "pages/about.ja.md",
                "集会の記録です。",
                "![会場](../images/hall.svg)\n\n![道順](../images/way.svg)",
            )
            .file("images/hall.svg", &drawing(endless, "<text>&b;</text>"))
            .file("images/way.svg", &drawing("", &deep));
        shows("image/too-complex", &site);
    }

    #[test]
    fn moves() {
        let mut gif = Vec::new();
        let mut encoder = image::codecs::gif::GifEncoder::new(&mut gif);
        let frame = || image::Frame::new(image::RgbaImage::new(8, 8));
        encoder.encode_frames([frame(), frame()]).unwrap();
        drop(encoder);
        let site = pictured(&gif);
        shows("image/moves", &site);
        assert_eq!(site.run_in("ja", &["build", "--no-leaflets"]).status, 0);
    }

    #[test]
    fn no_consent() {
        shows("image/no-consent", &portrayed(""));
    }
}
