//! Rooms stand on floors, by the table in `ARCHITECTURE.md`, and import downward only.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use super::none;
use super::source::{Modules, files};

/// The floor of each room, as the table of `ARCHITECTURE.md` under "Floors" numbers it.
fn floors() -> BTreeMap<String, u32> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("ARCHITECTURE.md");
    let text = std::fs::read_to_string(path).expect("the description of the house");
    let (_, section) = text
        .split_once("\n## Floors\n")
        .expect("the section on floors");
    let section = section.split("\n## ").next().unwrap_or_default();
    let row = |line: &str| {
        let mut cells = line.split('|').map(str::trim).skip(1);
        let floor = cells.next()?.parse().ok()?;
        Some((cells.next()?.trim_matches('`').to_owned(), floor))
    };
    let floors: BTreeMap<_, _> = section.lines().filter_map(row).collect();
    assert!(floors.len() > 10, "only {} rooms were found", floors.len());
    floors
}

#[test]
fn every_room_has_a_floor_and_every_floor_its_room() {
    let rooms = files().into_iter().filter_map(|file| {
        let (room, _) = file.path.strip_prefix("src/")?.split_once('/')?;
        Some(room.to_owned())
    });
    let rooms: BTreeSet<String> = rooms.collect();
    let described: BTreeSet<String> = floors().into_keys().collect();
    assert_eq!(rooms, described);
}

/// A room imports only what stands on a lower floor, so rooms on one floor, side by side, never
/// import each other.
#[test]
fn imports_go_downward_only() {
    let floors = floors();
    let files = files();
    let modules = Modules::read(&files);
    let mut found = Vec::new();
    for (path, module) in &modules.0 {
        let Some(here) = path
            .first()
            .and_then(|room| Some((room, floors.get(room)?)))
        else {
            continue;
        };
        let named = module.named.iter().filter_map(|named| named.path.first());
        let rooms: BTreeSet<_> = named.filter(|room| *room != here.0).collect();
        for room in rooms {
            if floors.get(room).is_some_and(|there| there >= here.1) {
                let file = &module.path;
                found.push(format!(
                    "{file}: imports `{room}`, which does not stand below it"
                ));
            }
        }
    }
    none(&found);
}
