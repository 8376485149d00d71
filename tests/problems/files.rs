//! Problems of files: what they are called, where they lie, how they are written.

use super::shows;
use crate::support::{POINT, SITE, Site, YAMADA_JA};

#[cfg(unix)]
#[test]
fn unreadable() {
    let site = Site::new();
    let broken = site.path("content/topics/gone.ja.md");
    std::os::unix::fs::symlink("nowhere.md", broken).unwrap();
    shows("file/unreadable", &site);
}

#[test]
fn not_utf8() {
    let text = b"PK\x03\x04\x14\x00\x06\x00 a document, not a text";
    shows(
        "file/not-utf8",
        &Site::new().bytes("pages/notes.ja.md", text),
    );
}

#[test]
fn other_format() {
    let text = "{\\rtf1\\ansi\\ansicpg932 name: 覚え書き}";
    shows(
        "file/other-format",
        &Site::new().file("pages/notes.ja.md", text),
    );
}

#[test]
fn name() {
    shows(
        "file/name",
        &Site::new().file("speakers/山田.ja.md", YAMADA_JA),
    );
}

#[test]
fn misplaced() {
    shows(
        "file/misplaced",
        &Site::new().file("speaker/suzuki.ja.md", YAMADA_JA),
    );
}

#[test]
fn unknown_language() {
    shows(
        "file/unknown-language",
        &Site::new()
            .file("pages/about.zh.md", "---\ntitle: 关于\n---\n")
            .file("site.yaml", &SITE.replace("[ja, en]", "[ja]")),
    );
}

/// Elsewhere the file system itself takes the two names for one.
#[cfg(target_os = "linux")]
#[test]
fn duplicate() {
    let site = Site::new()
        .bytes("images/が.gif", POINT)
        .bytes("images/か\u{3099}.gif", POINT);
    shows("file/duplicate", &site);
}

#[test]
fn no_site() {
    shows("file/no-site", &Site::new().without("site.yaml"));
}

#[test]
fn copy() {
    let site = Site::new().file("speakers/yamada.ja - コピー.md", YAMADA_JA);
    shows("file/copy", &site);
}

#[test]
fn too_large() {
    let text = "---\ntitle: 長い\n---\n".to_owned() + &"窓口。".repeat(6 << 20);
    let begin = std::time::Instant::now();
    shows(
        "file/too-large",
        &Site::new().file("pages/notes.ja.md", &text),
    );
    assert!(begin.elapsed().as_secs() < 60, "{:?}", begin.elapsed());
}
