//! What the site shows of its leaflets, and what the cache keeps of them.

use std::collections::BTreeMap;
use std::fs;
use std::path::PathBuf;
use std::time::SystemTime;

use crate::support::{Site, Tree, is_a};

/// A site in one language with one statement on one topic: two leaflets.
fn small() -> Site {
    Site::empty()
        .file(
            "site.yaml",
            "title: 集会の記録\nlanguages: [ja]\nbase_url: https://shukai.test/rally/\n",
        )
        .file(
            "speakers/yamada.ja.md",
            "---\nname: 山田花子\ntitle: 保険証をなくさないで\ntopics: [access]\ndate: 2022-11-17\n\
             summary: 窓口は混乱します。\n---\n\n## 窓口の混乱 {#counter topic=access}\n\n\
             受付に長い列ができます。\n",
        )
        .file(
            "topics/access.ja.md",
            "---\nname: 受診のしやすさ\nsummary: 医療を受けられることについて。\n---\n",
        )
}

/// Builds with leaflets and the cache of the site's folder, which has to succeed.
fn build(site: &Site, args: &[&str]) -> Tree {
    let cache = site.path("cache");
    let variables = [
        ("CHIRASHI_LANG", "en"),
        ("CHIRASHI_CACHE", cache.to_str().unwrap()),
    ];
    let run = site.run_with(&variables, &[&["build"], args].concat());
    assert_eq!(run.status, 0, "{}{}", run.stderr, run.stdout);
    site.tree("public")
}

/// Whether two builds came to the same files.
fn same(a: &Tree, b: &Tree) -> bool {
    a == b
}

/// The entries of the cache and when each was written.
fn entries(site: &Site) -> BTreeMap<PathBuf, SystemTime> {
    let names = site.tree("cache").into_keys();
    let entries = names.filter(|name| name.split('/').count() == 3);
    entries
        .map(|name| {
            let path = site.path(&format!("cache/{name}"));
            let written = fs::metadata(&path).unwrap().modified().unwrap();
            (path, written)
        })
        .collect()
}

/// How many entries are gone or were written once more. One is of each build: the state in which
/// it left the output.
fn made_anew(
    before: &BTreeMap<PathBuf, SystemTime>,
    after: &BTreeMap<PathBuf, SystemTime>,
) -> usize {
    let same = |(path, written): &(&PathBuf, &SystemTime)| after.get(*path) == Some(*written);
    before.iter().filter(|entry| !same(entry)).count()
}

#[test]
fn an_unchanged_leaflet_is_not_set_again() {
    let site = small();
    let first = build(&site, &[]);
    let kept = entries(&site);
    assert!(!kept.is_empty());
    assert!(same(&build(&site, &[]), &first));
    assert_eq!(entries(&site), kept, "an entry was made anew");

    site.edit("speakers/yamada.ja.md", "長い列", "とても長い列");
    let second = build(&site, &[]);
    let pdf = "leaflets/speaker-yamada.ja.pdf";
    assert!(second[pdf] != first[pdf]);
    let more = entries(&site);
    assert!(more.len() > kept.len());
    assert!(made_anew(&kept, &more) <= 1);

    site.edit("speakers/yamada.ja.md", "とても長い列", "長い列");
    assert!(same(&build(&site, &[]), &first));
    let again = entries(&site);
    assert_eq!(again.len(), more.len());
    assert!(
        made_anew(&more, &again) <= 1,
        "what was set before is set again"
    );
}

#[test]
fn a_pdf_is_looked_through_once() {
    let looked = |site: &Site| {
        let entries = entries(site).into_keys();
        let folder = site.path("cache/preflight");
        entries.filter(|path| path.starts_with(&folder)).count()
    };
    let site = small();
    build(&site, &[]);
    assert_eq!(
        looked(&site),
        4,
        "two leaflets, for the office and the press"
    );
    site.edit("speakers/yamada.ja.md", "長い列", "とても長い列");
    build(&site, &[]);
    // The topic's leaflet cites the statement, too.
    assert_eq!(looked(&site), 8);
    site.edit(
        "topics/access.ja.md",
        "受けられること",
        "受けられるということ",
    );
    build(&site, &[]);
    assert_eq!(looked(&site), 10, "the statement's leaflets are the same");
}

#[test]
fn a_damaged_cache_changes_nothing() {
    let site = small();
    let first = build(&site, &[]);
    let paths: Vec<PathBuf> = entries(&site).into_keys().collect();
    for (at, path) in paths.iter().enumerate() {
        let mut bytes = fs::read(path).unwrap();
        if at % 2 == 0 {
            bytes.truncate(bytes.len() / 2);
        } else {
            let middle = bytes.len() / 2;
            bytes[middle] ^= 0x20;
        }
        fs::write(path, bytes).unwrap();
    }
    assert!(same(&build(&site, &[]), &first));
    let whole: Vec<PathBuf> = entries(&site).into_keys().collect();
    assert_eq!(whole, paths);
    assert_eq!(site.run(&["build"]).status, 0, "and without a cache");
    assert!(same(&site.tree("public"), &first));
}

#[test]
fn a_changed_template_sets_the_leaflets_again() {
    let site = small();
    let first = build(&site, &[]);
    let template = fs::read_to_string("themes/default/print/parts.typ").unwrap();
    let before = r#"#let accent = paint("accent")"#;
    assert!(template.contains(before));
    let site = site.beside(
        "own/print/parts.typ",
        &template.replace(before, r#"#let accent = paint("soft")"#),
    );
    let second = build(&site, &["--theme", "own"]);
    let pdf = "leaflets/speaker-yamada.ja.pdf";
    assert!(second[pdf] != first[pdf]);
}

/// A fault in a theme's card is told with its file and line, as that of a leaflet is.
#[test]
fn a_fault_in_the_template_of_cards_is_told_with_its_line() {
    let template = fs::read_to_string("themes/default/print/card.typ").unwrap();
    let line = template.lines().count() + 1;
    let site = small().beside("own/print/card.typ", &format!("{template}#unknown-word\n"));
    let run = site.run(&["build", "--theme", "own", "--format", "json"]);
    assert_eq!(run.status, 1, "{}{}", run.stderr, run.stdout);
    let told = run.stdout.lines().chain(run.stderr.lines());
    let mut told = told.filter_map(|line| serde_json::from_str::<serde_json::Value>(line).ok());
    let fault = told.find(|fault| fault["code"] == "leaflet/template");
    let fault = fault.expect("the fault is told");
    assert!(
        fault["file"].as_str().unwrap().ends_with("print/card.typ"),
        "{fault}"
    );
    assert_eq!(fault["line"], line, "{fault}");
}

#[test]
fn every_leaflet_is_shown_with_its_files() {
    let site = small();
    let files = build(&site, &[]);
    let page = site.page("leaflets/index.html");
    let pictures: Vec<_> = page.all("img").collect();
    assert_eq!(pictures.len(), 2);
    for picture in pictures {
        assert!(picture.get("alt").contains("のチラシの紙面"), "{picture:?}");
        assert_eq!(picture.get("loading"), "lazy");
        let set = picture
            .get("srcset")
            .split(", ")
            .map(|one| one.split_once(' ').unwrap());
        let widths: Vec<u32> = set
            .map(|(name, width)| {
                let bytes = &files[&format!("leaflets/{name}")];
                let decoded = image::load_from_memory_with_format(bytes, image::ImageFormat::Png);
                let decoded = decoded.unwrap().into_rgb8();
                assert_eq!(width, format!("{}w", decoded.width()));
                assert!(bytes.len() < 30_000, "{name}: {} bytes", bytes.len());
                // The head of the sheet is in the theme's colour, the paper white.
                let pixel = |x, y| decoded.get_pixel(x, y).0;
                assert!(
                    pixel(2, 2)[0] > 140 && pixel(2, 2)[1] < 90,
                    "{:?}",
                    pixel(2, 2)
                );
                assert_eq!(pixel(2, decoded.height() / 2), [255; 3]);
                decoded.width()
            })
            .collect();
        assert_eq!(widths, [112, 224, 448]);
        assert_eq!(
            (picture.get("width"), picture.get("height")),
            ("112", "158")
        );
    }
    for name in ["speaker-yamada.ja.pdf", "speaker-yamada.ja.print.pdf"] {
        let size = files[&format!("leaflets/{name}")].len().div_ceil(1000);
        assert!(
            page.source.contains(&format!("{size} KB")),
            "{name}: {size}"
        );
    }
    assert!(page.source.contains("A4・片面・1枚・日本語"));
    for word in ["印刷所に頼む", "コンビニ", "家や事務所"] {
        assert!(page.main().contains(word), "{word}");
    }
    let own = site.page("leaflets/speaker-yamada.html");
    assert_eq!(own.all("img").count(), 1);
    crate::support::html::assert_whole(&files, "/rally/");
}

#[test]
fn every_page_has_a_share_card() {
    let site = small().edited(
        "speakers/yamada.ja.md",
        "\ntopics",
        "\naffiliation: 見本の会\ntopics",
    );
    let files = build(&site, &[]);
    let address = |path: &str| {
        let page = site.page(path);
        let meta = |name: &str| {
            let found = page.all("meta").find(|tag| tag.get("property") == name);
            found.map(|tag| tag.get("content").to_owned())
        };
        let size = [meta("og:image:width"), meta("og:image:height")];
        assert_eq!(
            size,
            [Some("1200".to_owned()), Some("630".to_owned())],
            "{path}"
        );
        (meta("og:image").unwrap(), meta("og:image:alt").unwrap())
    };
    let base = "https://shukai.test/rally/cards/";
    let cards = [
        (
            "speakers/yamada.html",
            "speaker-yamada.ja.png",
            "保険証をなくさないで　山田花子",
        ),
        (
            "topics/access.html",
            "topic-access.ja.png",
            "受診のしやすさ",
        ),
        ("index.html", "site.ja.png", "集会の記録"),
        ("leaflets/index.html", "site.ja.png", "集会の記録"),
        ("leaflets/speaker-yamada.html", "site.ja.png", "集会の記録"),
    ];
    for (page, card, alt) in cards {
        assert_eq!(
            address(page),
            (format!("{base}{card}"), alt.to_owned()),
            "{page}"
        );
        let bytes = &files[&format!("cards/{card}")];
        let decoded = image::load_from_memory_with_format(bytes, image::ImageFormat::Png).unwrap();
        assert_eq!((decoded.width(), decoded.height()), (1200, 630));
        assert!(bytes.len() < 80_000, "{card}: {} bytes", bytes.len());
        let pixels = decoded.into_rgb8();
        let dark = pixels.pixels().filter(|pixel| pixel.0[1] < 60).count();
        assert!(dark > 5_000, "{card}: hardly anything stands on it");
    }
}

#[test]
fn the_longest_title_stays_on_its_card() {
    let title =
        "医療機関の窓口に長い列ができて受診をあきらめる人が出てしまうことを繰り返さないために";
    let site = small().edited("speakers/yamada.ja.md", "保険証をなくさないで", title);
    let files = build(&site, &[]);
    let bytes = &files["cards/speaker-yamada.ja.png"];
    let card = image::load_from_memory(bytes).unwrap().into_rgb8();
    let paper = card.get_pixel(8, 300).0;
    let blank = |mut places: Box<dyn Iterator<Item = (u32, u32)>>| {
        places.all(|(x, y)| card.get_pixel(x, y).0 == paper)
    };
    assert!(
        blank(Box::new(
            (30..630).flat_map(|y| (0..70).map(move |x| (x, y)))
        )),
        "left"
    );
    assert!(
        blank(Box::new(
            (30..630).flat_map(|y| (1130..1200).map(move |x| (x, y)))
        )),
        "right"
    );
    assert!(
        blank(Box::new(
            (580..630).flat_map(|y| (0..1200).map(move |x| (x, y)))
        )),
        "foot"
    );
}

#[test]
fn without_an_address_there_are_no_cards() {
    let site = small().edited("site.yaml", "base_url: https://shukai.test/rally/\n", "");
    let files = build(&site, &[]);
    assert!(!files.keys().any(|name| name.starts_with("cards/")));
    assert!(!site.out("index.html").contains("og:image"));
}

#[test]
fn without_leaflets_nothing_is_shown_of_them() {
    let site = small();
    site.build();
    let files = site.tree("public");
    let shown = |name: &&String| ["png", "webp", "pdf"].iter().any(|kind| is_a(kind, name));
    assert_eq!(files.keys().find(shown), None);
    let page = site.page("leaflets/index.html");
    assert_eq!(page.all("img").count(), 0);
    assert!(!page.source.contains("og:image"));
    assert!(!page.main().contains("印刷所に頼む") && !page.main().contains("KB"));
}
