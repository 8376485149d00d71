//! Problems of a theme of one's own.

use std::fs;
use std::path::Path;

use super::{shows, shows_with};
use crate::support::{SITE, Site};

/// The command line that checks with the theme of the test.
const WITH_THEME: [&str; 4] = ["check", "--no-leaflets", "--theme", "own"];

#[test]
fn missing() {
    shows_with("theme/missing", &Site::new(), &WITH_THEME);
}

#[test]
fn template() {
    let site = Site::new().beside(
        "own/templates/colophon.html",
        "<p>\n{% if site.title %}\n</p>\n",
    );
    shows_with("theme/template", &site, &WITH_THEME);
}

/// Every kind of mistake in a manifest, each at its line.
#[test]
fn manifest() {
    let manifest = "\
styles:
  pages: css/ours.css
  leaflets:
    - css/none.css
scripts: js
colors:
  accent: blue
  Brand: \"#336600\"
  brand: {dark: \"#99cc66\"}
  tint: {light: \"#fff\", press: [90, 90, 90, 90]}
paper:
  a4: {margin: 14mm}
  b4: {margin: 12}
pictures:
  widths: [640, 320]
  portrait: \"8rem; color: red\"
  text: 100vw
colours:
  accent: \"#005a8c\"
";
    let site = Site::new().beside("own/theme.yaml", manifest);
    shows_with("theme/manifest", &site, &WITH_THEME);
    let broken = Site::new().beside("own/theme.yaml", "colors:\n\taccent: \"#005a8c\"\n");
    let run = broken.run_in("ja", &WITH_THEME);
    assert_eq!(run.status, 1);
    assert!(run.stderr.contains("own/theme.yaml:2"), "{}", run.stderr);
}

#[test]
fn no_strings() {
    let four = SITE.replace("[ja, en]", "[ja, en, zh, ko]");
    shows("theme/no-strings", &Site::new().file("site.yaml", &four));
}

#[test]
fn missing_string() {
    let words = Path::new(env!("CARGO_MANIFEST_DIR")).join("themes/default/strings/en.yaml");
    let words = fs::read_to_string(words).unwrap() + "\nown_greeting: Welcome\n";
    shows_with(
        "theme/missing-string",
        &Site::new().beside("own/strings/en.yaml", &words),
        &WITH_THEME,
    );
}
