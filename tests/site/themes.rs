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
        let paths = tree.keys().filter(|path| !path.ends_with(".woff2"));
        paths.cloned().collect()
    };
    assert_eq!(files(&plain), files(&own));
    let page = site.out("en/about.html");
    assert!(
        page.contains("<p>Our own footer, Rally report.</p>")
            && page.contains("class=\"masthead\"")
    );
    let css = site.out("assets/site.css");
    assert!(css.contains(".own-notice") && css.contains(".masthead") && !css.contains(".notice {"));
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
