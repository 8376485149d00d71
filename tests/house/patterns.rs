//! Patterns of the print templates stand in a file that reads no job: elsewhere the engine compiles
//! them again for each layout, which took an eighth of the time of a leaflet.

use std::path::Path;

use super::none;
use crate::support;

const PATTERNS: &str = "patterns.typ";

#[test]
fn patterns_are_compiled_once_for_all_leaflets() {
    let templates = support::tree(Path::new("themes/default/print"));
    let text = |bytes: &[u8]| String::from_utf8(bytes.to_vec()).unwrap();
    let elsewhere = templates.iter().filter(|(path, _)| *path != PATTERNS);
    let found: Vec<String> = elsewhere
        .filter(|(_, bytes)| text(bytes).contains("regex("))
        .map(|(path, _)| format!("{path} has a pattern of its own"))
        .collect();
    none(&found);
    let own = text(&templates[PATTERNS]);
    assert!(own.contains("regex("));
    assert!(!own.contains("import") && !own.contains("json("), "{own}");
}
