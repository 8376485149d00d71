//! No two files of the program import each other, directly or in a circle.
//!
//! A file imports another when its code names an item that is defined there, in a `use` or in a
//! path, however many modules pass the name on in between. That a module declares its children
//! and passes their items on (`pub use`) is no import; that it uses them is one. So a child may
//! use what its parent's file defines, or the parent's file may use the child, never both: what
//! both need stands in a third file below them. Tests stand in the files that they test and
//! count as their code.

use std::collections::{BTreeMap, BTreeSet};

use super::none;
use super::source::{Modules, files};

/// What a file uses of another.
type Uses<'m> = BTreeMap<&'m str, BTreeMap<&'m str, BTreeSet<&'m str>>>;

#[test]
fn no_two_files_import_each_other() {
    let files = files();
    let modules = Modules::read(&files);
    let uses = modules.uses();
    assert!(uses.len() > 100, "only {} files import others", uses.len());
    let circles = circles(&uses);
    none(
        &circles
            .iter()
            .map(|circle| told(circle, &uses))
            .collect::<Vec<_>>(),
    );
}

/// The sets of files that reach each other.
fn circles<'m>(uses: &Uses<'m>) -> Vec<BTreeSet<&'m str>> {
    let reached: BTreeMap<&str, BTreeSet<&str>> = uses
        .keys()
        .map(|path| {
            let (mut reached, mut next) = (BTreeSet::new(), vec![*path]);
            while let Some(from) = next.pop() {
                for there in uses.get(from).into_iter().flat_map(BTreeMap::keys) {
                    if reached.insert(*there) {
                        next.push(there);
                    }
                }
            }
            (*path, reached)
        })
        .collect();
    let mut circles = BTreeSet::new();
    for (path, there) in &reached {
        let back = there.iter().filter(|other| {
            reached
                .get(*other)
                .is_some_and(|reached| reached.contains(path))
        });
        let circle: BTreeSet<&str> = back.copied().collect();
        if circle.len() > 1 {
            circles.insert(circle);
        }
    }
    circles.into_iter().collect()
}

/// A circle in words: every import inside it, with the names.
fn told(circle: &BTreeSet<&str>, uses: &Uses<'_>) -> String {
    let mut lines = vec![format!("a circle of {} files:", circle.len())];
    for path in circle {
        for (there, names) in uses[path]
            .iter()
            .filter(|(there, _)| circle.contains(*there))
        {
            let names: Vec<_> = names.iter().copied().collect();
            lines.push(format!("  {path} uses {} of {there}", names.join(", ")));
        }
    }
    lines.join("\n")
}
