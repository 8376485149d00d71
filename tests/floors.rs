//! The house keeps its floors: who may import whom, who may touch the file system, and the
//! form of every file.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "a test fails by panicking"
)]

use std::fs;
use std::path::{Path, PathBuf};

/// The rooms of `src/` from the ground up; a room imports only rooms that stand before it.
const FLOORS: [&str; 20] = [
    "base",
    "diagnostic",
    "cache",
    "source",
    "model",
    "site",
    "theme",
    "media",
    "typesetting",
    "leaflet",
    "web",
    "press",
    "webfonts",
    "preflight",
    "import",
    "output",
    "project",
    "preview",
    "scaffold",
    "cli",
];

/// The rooms that may touch the file system, and the scaffolding commands.
const AT_THE_DOOR: [&str; 8] = [
    "src/cache/",
    "src/source/",
    "src/output/",
    "src/preview/",
    "src/cli/init",
    "src/cli/new",
    "src/cli/import",
    "src/cli/fix",
];

/// The one room that names the print engine: a file and its folder.
const PRINT_ENGINE: &str = "src/press/engine";

/// More lines than this are too many for one file.
const MOST_LINES: usize = 400;

/// A source file: its path from the repository's root, and its text.
struct File {
    path: String,
    text: String,
}

impl File {
    /// The room it stands in; a file directly in `src/` stands in none.
    fn room(&self) -> Option<&str> {
        Some(self.path.strip_prefix("src/")?.split_once('/')?.0)
    }

    /// The text without comments and without the tests at its end.
    fn code(&self) -> String {
        let code = self.text.split("#[cfg(test)]").next().unwrap_or_default();
        let uncommented = code
            .lines()
            .map(|line| line.split("//").next().unwrap_or_default());
        uncommented.collect::<Vec<_>>().join("\n")
    }

    /// What it takes from `module`: the first name of every path that begins there.
    fn imports(&self, module: &str) -> Vec<String> {
        let code = self.code();
        let name = |text: &str| {
            let text = text.trim_start();
            let end = text
                .find(|c: char| !c.is_alphanumeric() && c != '_')
                .unwrap_or(text.len());
            text[..end].to_owned()
        };
        let mut names = Vec::new();
        for (at, _) in code.match_indices(module) {
            let rest = &code[at + module.len()..];
            match rest.strip_prefix('{') {
                Some(list) => names.extend(top_level(list).into_iter().map(name)),
                None => names.push(name(rest)),
            }
        }
        names.sort();
        names.dedup();
        names
    }
}

/// The parts of a braced list, up to its closing brace.
fn top_level(list: &str) -> Vec<&str> {
    let (mut depth, mut start, mut parts) = (0, 0, Vec::new());
    for (at, c) in list.char_indices() {
        match c {
            '{' => depth += 1,
            '}' if depth == 0 => {
                parts.push(&list[start..at]);
                break;
            }
            '}' => depth -= 1,
            ',' if depth == 0 => {
                parts.push(&list[start..at]);
                start = at + 1;
            }
            _ => {}
        }
    }
    parts
}

fn sources() -> Vec<File> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut files = Vec::new();
    let mut folders: Vec<PathBuf> = vec![root.join("src")];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).expect("a folder of sources") {
            let path = entry.expect("an entry").path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|ending| ending == "rs") {
                let text = fs::read_to_string(&path).expect("a source file");
                let path = path.strip_prefix(root).expect("a path in the repository");
                files.push(File {
                    path: path.to_string_lossy().replace('\\', "/"),
                    text,
                });
            }
        }
    }
    files.sort_by(|a, b| a.path.cmp(&b.path));
    assert!(files.len() > 30, "only {} files were found", files.len());
    files
}

/// Fails with the whole list of what was found, so that one run tells everything.
fn none(found: &[String]) {
    assert!(found.is_empty(), "\n{}\n", found.join("\n"));
}

#[test]
fn imports_go_downward_only() {
    let floor = |room: &str| FLOORS.iter().position(|name| *name == room);
    let mut found = Vec::new();
    for file in sources() {
        let Some(room) = file.room() else { continue };
        let Some(here) = floor(room) else {
            found.push(format!(
                "{}: the room `{room}` stands on no floor",
                file.path
            ));
            continue;
        };
        for other in file.imports("crate::") {
            if floor(&other).is_none_or(|there| there > here) {
                found.push(format!(
                    "{}: imports crate::{other}, which does not stand below it",
                    file.path
                ));
            }
        }
        if file.code().contains("super::super::") {
            found.push(format!(
                "{}: climbs two floors at once with super::super",
                file.path
            ));
        }
    }
    none(&found);
}

#[test]
fn render_rooms_never_import_each_other() {
    let mut found = Vec::new();
    for file in sources() {
        let Some((room, _)) = file
            .path
            .strip_prefix("src/render/")
            .and_then(|path| path.split_once('/'))
        else {
            continue;
        };
        for other in file.imports("crate::render::") {
            if other != room {
                found.push(format!("{}: imports crate::render::{other}", file.path));
            }
        }
    }
    none(&found);
}

#[test]
fn the_file_system_is_touched_at_the_door_only() {
    let touches = [
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
    let mut found = Vec::new();
    for file in sources()
        .iter()
        .filter(|file| !AT_THE_DOOR.iter().any(|door| file.path.starts_with(door)))
    {
        for (at, line) in file.code().lines().enumerate() {
            if touches.iter().any(|touch| line.contains(touch)) {
                found.push(format!("{}:{}: {}", file.path, at + 1, line.trim()));
            }
        }
    }
    none(&found);
}

#[test]
fn the_print_engine_is_named_in_one_room() {
    let named = sources()
        .into_iter()
        .filter(|file| file.code().contains("typst"))
        .map(|file| file.path);
    let (inside, outside): (Vec<_>, Vec<_>) = named.partition(|path| {
        let rest = path.strip_prefix(PRINT_ENGINE);
        rest.is_some_and(|rest| rest.starts_with(['.', '/']))
    });
    none(&outside);
    assert!(!inside.is_empty());
}

#[test]
fn every_file_says_what_it_is_for() {
    let found = sources()
        .into_iter()
        .filter(|file| !file.text.starts_with("//! "))
        .map(|file| file.path);
    none(&found.collect::<Vec<_>>());
}

#[test]
fn no_file_is_too_long() {
    let long = sources().into_iter().filter_map(|file| {
        let lines = file.text.lines().count();
        (lines > MOST_LINES).then(|| format!("{}: {lines} lines", file.path))
    });
    none(&long.collect::<Vec<_>>());
}
