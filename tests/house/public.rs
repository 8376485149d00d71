//! What is public is what the binary, the tests, the benchmarks and the fuzz targets need.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use super::none;
use super::source::{Token, files, tokens};
use crate::support;

/// Types that nobody outside names, and that are public since what somebody names is made of them.
const BY_SIGNATURE: &[(&str, &str)] = &[
    ("BaseUrl", "`BuildOptions` holds one"),
    ("CacheKey", "a `Cache` takes it"),
    ("Diagnostic", "`Diagnostics` holds them"),
    ("DiagnosticWords", "a `Fault` gives them"),
    ("Edge", "`PreflightFault` holds it"),
    ("Facts", "`Report` holds them"),
    ("FileId", "`Loc` holds one"),
    ("FontFact", "`Facts` holds them"),
    ("Instead", "a `Fault` gives it"),
    ("Lang", "`Stats` names each"),
    ("Loc", "`Diagnostic` holds one"),
    ("Location", "`Diagnostic` holds one"),
    ("Made", "`Outcome` holds it"),
    ("Mark", "`Place` holds one"),
    ("Outcome", "`build` returns it"),
    ("Place", "`Located` holds one"),
    ("Progress", "`Stats` holds it"),
    ("RenderedFile", "a `Renderer` returns it"),
    ("Severity", "a `Fault` gives it"),
    ("Span", "`Loc` holds one"),
    ("Standard", "`PreflightFault` holds it"),
    ("Stats", "`Outcome` holds them"),
    ("Thing", "`PreflightFault` holds it"),
];

/// Every word of the crates that use the library, without comments and literals.
fn words_outside() -> BTreeSet<String> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut texts = vec![fs::read_to_string(root.join("src/main.rs")).expect("the binary")];
    for folder in ["tests", "benches", "fuzz/fuzz_targets"] {
        let found = support::tree(&root.join(folder)).into_iter();
        let sources = found.filter(|(path, _)| support::is_a("rs", path));
        texts.extend(sources.map(|(_, bytes)| String::from_utf8(bytes).expect("a source file")));
    }
    let tokens = texts.iter().flat_map(|text| tokens(text));
    tokens
        .filter_map(|token| token.word().map(str::to_owned))
        .collect()
}

/// The names of the public item that begins behind a `pub`; nothing, where a field does.
fn names(after: &[Token]) -> Vec<&str> {
    const QUALIFIERS: [&str; 3] = ["const", "async", "unsafe"];
    const ITEMS: [&str; 9] = [
        "fn", "struct", "enum", "union", "trait", "type", "static", "mod", "const",
    ];
    let words = || after.iter().map_while(Token::word);
    if words().next() == Some("use") {
        // Of each path the last name counts.
        let path = after.iter().take_while(|token| !token.is(';'));
        let path: Vec<&Token> = path.collect();
        let ends = path.iter().enumerate().filter(|(at, _)| {
            path.get(at + 1)
                .is_none_or(|next| next.is(',') || next.is('}'))
        });
        return ends.filter_map(|(_, token)| token.word()).collect();
    }
    let words: Vec<&str> = words().collect();
    let named = words.windows(2).find(|pair| {
        ITEMS.contains(&pair[0]) && !(QUALIFIERS.contains(&pair[1]) || pair[1] == "fn")
    });
    let begins = words
        .first()
        .is_some_and(|word| ITEMS.contains(word) || QUALIFIERS.contains(word));
    named
        .filter(|_| begins)
        .map(|pair| pair[1])
        .into_iter()
        .collect()
}

#[test]
fn what_is_public_is_needed_outside() {
    let outside = words_outside();
    let (mut seen, mut found, mut listed) = (0, Vec::new(), BTreeSet::new());
    for file in files().iter().filter(|file| file.path != "src/main.rs") {
        for (at, token) in file.tokens.iter().enumerate() {
            let after = &file.tokens[at + 1..];
            if token.word() != Some("pub") || after.first().is_some_and(|next| next.is('(')) {
                continue;
            }
            for name in names(after) {
                seen += 1;
                if outside.contains(name) {
                    continue;
                }
                let own = BY_SIGNATURE.iter().find(|(own, _)| *own == name);
                match own {
                    Some((own, _)) => {
                        listed.insert(*own);
                    }
                    None => found.push(format!("{}:{}: pub {name}", file.path, token.line)),
                }
            }
        }
    }
    assert!(seen > 100, "only {seen} public items were found");
    let rest = BY_SIGNATURE.iter().filter(|(own, _)| !listed.contains(own));
    found.extend(rest.map(|(own, _)| format!("{own} need not be in the list of this test")));
    none(&found);
}
