//! Every type of the program has a name of its own.

use std::collections::BTreeMap;

use super::none;
use super::source::{Modules, files};

#[test]
fn no_type_name_is_defined_twice() {
    let files = files();
    let modules = Modules::read(&files);
    let mut places = BTreeMap::<&str, Vec<&str>>::new();
    for module in modules.0.values() {
        for name in &module.types {
            places.entry(name).or_default().push(&module.path);
        }
    }
    assert!(places.len() > 300, "only {} types were found", places.len());
    let twice = places.into_iter().filter(|(_, places)| places.len() > 1);
    let told = twice.map(|(name, places)| format!("{name}: {}", places.join(", ")));
    none(&told.collect::<Vec<_>>());
}
