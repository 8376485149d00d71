//! Problems of where the site is written.

use super::shows_with;
use crate::support::Site;

#[test]
fn overlaps_sources() {
    shows_with(
        "output/overlaps-sources",
        &Site::new(),
        &["build", "--no-leaflets", "--out", "content/public"],
    );
}

#[test]
fn foreign_files() {
    let site = Site::new().beside("public/letter.txt", "a letter");
    shows_with("output/foreign-files", &site, &["build", "--no-leaflets"]);
}

#[cfg(unix)]
#[test]
fn io() {
    let site = Site::new().beside("public", "a file where the folder should be");
    shows_with("output/io", &site, &["build", "--no-leaflets"]);
}
