//! The colours of `site.yaml` and of topics: on pages, on paper, and what is said of those that
//! are hard to read.

use lopdf::Document;

use crate::support::{SITE, Site};

fn coloured(colours: &str) -> Site {
    Site::new().file("site.yaml", &format!("{SITE}colors:\n{colours}"))
}

#[test]
fn pages_are_shown_in_them_and_dark_screens_in_lighter_ones() {
    let site = coloured("  accent: \"#005a8c\"\n  tint: \"#e8f2f8\"\n");
    site.build();
    let css = site.out("assets/site.css");
    let own = css
        .rsplit_once("--accent:#005a8c;--accent-deep:#")
        .expect("the accent");
    assert!(own.1.contains("--on-accent:#ffffff;") && own.1.contains("--tint:#e8f2f8;"));
    // The last word on a dark screen is another blue.
    let (_, dark) = css.rsplit_once("(prefers-color-scheme:dark)").unwrap();
    let (_, accent) = dark.split_once("--accent:#").unwrap();
    assert!(
        !accent.starts_with("005a8c") && accent[4..6] > *"a0",
        "{accent}"
    );
}

#[test]
fn a_topic_has_its_own() {
    let site = Site::new().edited("topics/privacy.ja.md", "name:", "color: \"#804000\"\nname:");
    site.build();
    let css = site.out("assets/site.css");
    assert!(css.contains("[data-topic=\"privacy\"]{--accent:#804000;"));
    assert!(!css.contains("[data-topic=\"access\"]"));
    assert!(
        site.out("topics/privacy.html")
            .contains("data-topic=\"privacy\"")
    );
    assert!(
        site.out("en/topics/privacy.html")
            .contains("data-topic=\"privacy\"")
    );
}

#[test]
fn without_any_the_theme_is_left_alone() {
    let site = Site::new();
    site.build();
    assert!(!site.out("assets/site.css").contains("data-topic"));
    assert_eq!(
        site.out("assets/site.css")
            .matches("--accent-deep:")
            .count(),
        coloured("  accent: \"#005a8c\"\n")
            .built_css()
            .matches("--accent-deep:")
            .count()
            - 2
    );
}

impl Site {
    fn built_css(&self) -> String {
        self.build();
        self.out("assets/site.css")
    }
}

/// The colours that a PDF's pages set, as their operators.
fn fills(site: &Site, path: &str) -> String {
    let pdf = Document::load(site.path(path)).unwrap();
    let page = pdf.get_pages()[&1];
    let bytes = pdf.get_page_content(page);
    String::from_utf8_lossy(&bytes).into_owned()
}

#[test]
fn leaflets_are_printed_in_them() {
    let site = coloured("  accent: \"#ffd400\"\n");
    assert_eq!(site.run(&["build"]).status, 0);
    let press = fills(&site, "public/leaflets/speaker-yamada.ja.print.pdf");
    // 17 % magenta, 100 % yellow; what is read on it is black.
    assert!(press.contains("0 0.16862746 1 0 k"), "{press}");
    let white = press.matches("0 0 0 0 k").count();
    assert_eq!(white, 1, "only the ground of the QR code is white");
    let usual = Site::new();
    assert_eq!(usual.run(&["build"]).status, 0);
    let press = fills(&usual, "public/leaflets/speaker-yamada.ja.print.pdf");
    assert!(press.contains("0 0 0 0 "), "white on the theme's colour");
}

/// Commands for single leaflets look at colours as a build does.
#[test]
fn a_print_shop_is_not_sent_what_nobody_can_read_in_silence() {
    let site = coloured("  background: \"#7a6a5a\"\n");
    let run = site.run(&["impose", "topic-privacy", "--scheme", "2up"]);
    assert!(
        run.stderr.contains("site/contrast") && run.stderr.contains("#7a6a5a"),
        "{}",
        run.stderr
    );
}

/// The accent of the sheet on a leaflet's page, for the leaflets of a topic or of all.
fn on_page(site: &Site, place: &str) -> String {
    let css = site.out("assets/sheet.css");
    let (_, rule) = css.split_once(&format!("{place}{{--")).expect(place);
    let (rule, _) = rule.split_once('}').unwrap();
    let (_, accent) = rule.split_once("--accent:").unwrap();
    accent.split(';').next().unwrap().trim().to_owned()
}

/// The page of a leaflet is in the colours of its PDF: the theme's, the campaign's, a topic's.
#[test]
fn a_leaflets_page_has_the_accent_of_its_pdf() {
    let usual = Site::new();
    let own = coloured("  accent: \"#005a8c\"\n").edited(
        "topics/privacy.ja.md",
        "name:",
        "color: \"#804000\"\nname:",
    );
    for site in [&usual, &own] {
        assert_eq!(site.run(&["build"]).status, 0);
    }
    assert_eq!(on_page(&own, "}.sheet"), "#005a8c");
    assert_eq!(on_page(&own, "[data-topic=\"privacy\"] .sheet"), "#804000");
    let page = own.out("leaflets/topic-privacy.html");
    assert!(page.contains("<div class=\"desk\" data-topic=\"privacy\">"));
    for (site, place, leaflet) in [
        (&usual, "}.sheet", "speaker-yamada"),
        (&own, "}.sheet", "speaker-yamada"),
        (&own, "[data-topic=\"privacy\"] .sheet", "topic-privacy"),
    ] {
        let accent = on_page(site, place);
        let fills = fills(site, &format!("public/leaflets/{leaflet}.ja.pdf"));
        let tokens: Vec<&str> = fills.split_whitespace().collect();
        let same = tokens
            .windows(4)
            .any(|four| matches!(four[3], "scn" | "rg") && is_colour(&accent, &four[..3]));
        assert!(same, "{leaflet}: no {accent} in {fills}");
    }
}

/// Whether these are the red, green and blue of a colour.
fn is_colour(colour: &str, set: &[&str]) -> bool {
    let part = |at: usize| f64::from(u8::from_str_radix(&colour[at..at + 2], 16).unwrap()) / 255.0;
    let set: Vec<f64> = set.iter().filter_map(|part| part.parse().ok()).collect();
    let wanted = [part(1), part(3), part(5)];
    set.len() == 3 && set.iter().zip(wanted).all(|(a, b)| (a - b).abs() < 0.003)
}

#[test]
fn grounds_are_told_too() {
    let site = coloured("  background: \"#7a6a5a\"\n");
    let run = site.run(&["check", "--no-leaflets"]);
    assert_eq!(run.status, 0);
    assert!(
        run.stderr.contains("site/contrast") && run.stderr.contains("#7a6a5a"),
        "{}",
        run.stderr
    );
    // White is read on neither the theme's tint nor anything that takes its place: the tint has to change.
    let torn = coloured("  accent: \"#ffffff\"\n  background: \"#111111\"\n  text: \"#eeeeee\"\n");
    let said = |lang| {
        let run = torn.run(&["check", "--no-leaflets", "--ui-lang", lang]);
        run.stderr
    };
    let (en, ja) = (said("en"), said("ja"));
    assert!(
        en.contains("Change `#fbf0d0` first") && !en.contains("nearest"),
        "{en}"
    );
    assert!(
        ja.contains("先に「#fbf0d0」のほうを変えて") && !ja.contains("いちばん近い"),
        "{ja}"
    );
    let good = coloured("  accent: \"#005a8c\"\n  text: \"#111111\"\n  background: \"#ffffff\"\n");
    assert_eq!(good.run(&["check", "--no-leaflets"]).stderr, "");
}
