//! What few rooms may do: touch the file system, and name the print engine.

use super::none;
use super::source::{TokenKind, files};

/// Who may touch the file system: the rooms for it, what reads the machine's typefaces, and the commands that write what the staff
/// then edit.
const AT_THE_DOOR: [&str; 6] = [
    "src/cache/",
    "src/source/",
    "src/output/",
    "src/press/installed",
    "src/cli/import",
    "src/cli/fix",
];

/// The one place that names the print engine: a file and its folder.
const PRINT_ENGINE: [&str; 2] = ["src/press/engine.rs", "src/press/engine/"];

/// What touches the file system, as it stands in code.
const TOUCHES: [&str; 11] = [
    "std::fs",
    "fs::",
    "File::open",
    "File::create",
    "WalkDir",
    ".read_dir()",
    ".canonicalize()",
    ".is_dir()",
    ".is_file()",
    ".metadata()",
    ".exists()",
];

#[test]
fn the_file_system_is_touched_at_the_door_only() {
    let mut found = Vec::new();
    for file in files() {
        if AT_THE_DOOR.iter().any(|door| file.path.starts_with(door)) {
            continue;
        }
        for (number, line) in file.code() {
            if TOUCHES.iter().any(|touch| line.contains(touch)) {
                found.push(format!("{}:{number}: {line}", file.path));
            }
        }
    }
    none(&found);
}

#[test]
fn the_print_engine_is_named_in_one_place() {
    let names_it = |kind: &TokenKind| match kind {
        TokenKind::Word(text) | TokenKind::Literal(text) => text.contains("typst"),
        TokenKind::Sign(_) => false,
    };
    let naming = files().into_iter();
    let naming = naming.filter(|file| file.tokens.iter().any(|token| names_it(&token.kind)));
    let is_inside = |path: &String| PRINT_ENGINE.iter().any(|place| path.starts_with(place));
    let (inside, outside): (Vec<_>, Vec<_>) = naming.map(|file| file.path).partition(is_inside);
    none(&outside);
    assert!(!inside.is_empty());
}

#[test]
fn every_file_says_what_it_is_for() {
    let silent = files()
        .into_iter()
        .filter(|file| !file.text.starts_with("//! "));
    none(&silent.map(|file| file.path).collect::<Vec<_>>());
}
