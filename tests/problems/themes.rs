//! Problems of a theme of one's own.

use std::fs;
use std::path::Path;

use super::shows_with;
use crate::support::Site;

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
