//! A theme of one's own, laid over the default one.

use std::collections::BTreeMap;

use crate::support::{SITE, Site};

#[test]
fn one_file_replaces_just_that_one() {
    let site = Site::new();
    site.build_with(&["--out", "plain"]);
    let site = site
        .beside(
            "own/templates/colophon.html",
            "<p>Our own footer, {{ site.title }}.</p>\n",
        )
        .beside("own/css/notice.css", ".own-notice { border: 0 }\n");
    site.build_with(&["--theme", "own"]);
    let (plain, own) = (site.tree("plain"), site.tree("public"));
    // The fonts hold what the pages say, so that their names differ.
    let files = |tree: &BTreeMap<String, Vec<u8>>| -> Vec<String> {
        let paths = tree
            .keys()
            .filter(|path| !path.starts_with("assets/fonts/"));
        paths.cloned().collect()
    };
    assert_eq!(files(&plain), files(&own));
    let page = site.out("en/about.html");
    assert!(
        page.contains("<p>Our own footer, Rally report.</p>")
            && page.contains("class=\"masthead\"")
    );
    let css = site.out("assets/site.css");
    assert!(css.contains(".own-notice") && css.contains(".masthead") && !css.contains(".notice{"));
}

#[test]
fn site_yaml_names_no_folder_elsewhere() {
    let site = Site::new()
        .beside("elsewhere/templates/colophon.html", "<p>Elsewhere</p>\n")
        .beside("themes/ours/templates/colophon.html", "<p>Ours</p>\n")
        .file("site.yaml", &format!("{SITE}theme: ../elsewhere\n"));
    let run = site.run(&["build", "--no-leaflets"]);
    assert_ne!(run.status, 0, "{}", run.stdout);
}

#[test]
fn site_yaml_names_a_folder_of_themes() {
    let site = Site::new()
        .beside("themes/ours/templates/colophon.html", "<p>Ours</p>\n")
        .file("site.yaml", &format!("{SITE}theme: ours\n"));
    site.build();
    assert!(site.out("index.html").contains("<p>Ours</p>"));
}

/// `theme.yaml` of a theme of one's own says only what differs.
#[test]
fn a_manifest_says_what_differs() {
    let manifest = "\
styles:
  pages: [css/ours.css, css/tokens.css]
colors:
  accent: \"#005a8c\"
  brand: {light: \"#336600\", dark: \"#99cc66\"}
paper:
  a4: {top: 15}
";
    let site = Site::new()
        .beside("own/theme.yaml", manifest)
        .beside("own/css/ours.css", ".ours { color: var(--brand) }\n")
        .beside("own/css/later.css", ".later { margin: 0 }\n");
    let run = site.run(&["build", "--no-leaflets", "--theme", "own"]);
    assert_eq!((run.status, run.stderr.as_str()), (0, ""));
    let (css, sheet) = (site.out("assets/site.css"), site.out("assets/sheet.css"));
    // The list is the staff's own; what they have beside it comes last, the default's sheets stay out.
    let at = |what: &str| css.find(what).unwrap_or_else(|| panic!("{what} in {css}"));
    assert!(at(".ours") < at("--gap-xl") && at("--gap-xl") < at(".later"));
    assert!(!css.contains(".masthead"));
    // A colour alone is that of light screens; the others stay, and paper has it too.
    assert!(css.contains("--accent:#005a8c;") && css.contains("--accent:#ff9f8a;"));
    assert!(css.contains("--brand:#336600;") && css.contains("--brand:#99cc66;"));
    assert!(css.contains("--ink:#221a14;"));
    assert!(sheet.contains(".sheet-hook") && sheet.contains("--accent:#005a8c;"));
    assert!(
        sheet.contains("margin:15mm 14mm;")
            && sheet.contains("--room-a4:284mm;")
            && sheet.contains("--top-a4:9mm;")
    );
}

/// The colour of a theme is the colour of its leaflets, on a press in inks that are its own.
#[test]
fn a_manifest_colours_leaflets() {
    let site = Site::new().beside("own/theme.yaml", "colors:\n  accent: \"#ffd400\"\n");
    let run = site.run(&["build", "--theme", "own"]);
    assert_eq!(run.status, 0, "{}", run.stderr);
    let pdf = site.path("public/leaflets/speaker-yamada.ja.print.pdf");
    let pdf = lopdf::Document::load(pdf).unwrap();
    let page = pdf.get_page_content(pdf.get_pages()[&1]);
    let page = String::from_utf8_lossy(&page).into_owned();
    assert!(page.contains("0 0.16862746 1 0 k"), "{page}");
}

/// A theme of the program needs no folder, and nothing is wrong in it: neither colours nor what is printed.
#[test]
fn a_theme_comes_with_the_program() {
    let site = Site::new().file("site.yaml", &format!("{SITE}theme: dads\n"));
    let checked = site.run(&["check"]);
    assert_eq!(checked.status, 0, "{}", checked.stdout);
    assert_eq!(checked.stdout, Site::new().run(&["check"]).stdout);
    site.build();
    let css = site.out("assets/site.css");
    assert!(css.contains("--accent:#0017c1;") && css.contains("#ffd43d"));
    assert!(site.out("assets/sheet.css").contains("--accent:#0017c1;"));
}

/// A folder of that name is the campaign's own.
#[test]
fn a_folder_stands_before_a_theme_of_the_program() {
    let site = Site::new()
        .beside("themes/dads/templates/colophon.html", "<p>Ours</p>\n")
        .file("site.yaml", &format!("{SITE}theme: dads\n"));
    site.build();
    assert!(site.out("index.html").contains("<p>Ours</p>"));
    assert!(!site.out("assets/site.css").contains("#ffd43d"));
}

/// The files that the guides say can be replaced are there, and every drawing is named.
#[test]
fn guides_name_the_files_of_drawings_and_charts() {
    let root = std::path::Path::new(env!("CARGO_MANIFEST_DIR"));
    let theme = root.join("themes/default");
    let drawings = std::fs::read_dir(theme.join("print/drawings")).unwrap();
    let mut drawings: Vec<String> = drawings
        .map(|file| file.unwrap().file_name().into_string().unwrap())
        .filter(|name| name.ends_with(".svg"))
        .collect();
    drawings.sort();
    for guide in ["docs/themes.en.md", "docs/themes.ja.md"] {
        let text = std::fs::read_to_string(root.join(guide)).unwrap();
        let mut named: Vec<&str> = (text.split('`').skip(1).step_by(2))
            .filter(|name| name.ends_with(".svg"))
            .collect();
        named.sort_unstable();
        assert_eq!(named, drawings, "{guide}");
        for path in [
            "templates/charts.html",
            "css/charts.css",
            "print/charts.typ",
        ] {
            assert!(text.contains(&format!("`{path}`")), "{guide}: {path}");
            assert!(theme.join(path).is_file(), "{path}");
        }
    }
}
