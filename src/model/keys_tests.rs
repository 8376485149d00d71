//! The tables of keys against what is read.

use std::collections::BTreeSet;

use crate::base::{ContentPath, DocKind, FileId, Lang, Slug};
use crate::diagnostic::{Diagnostic, Diagnostics, Severity, UiLang};
use crate::source::keys::{SITE, of};
use crate::source::{KeySpec, PageName, RawDoc, RawSite, SiteNames, ValueType};

fn all() -> Vec<(&'static str, &'static [KeySpec])> {
    let pages = DocKind::ALL.map(|kind| (kind.folder(), of(kind)));
    std::iter::once(("site.yaml", SITE)).chain(pages).collect()
}

fn codes(diagnostics: &Diagnostics) -> Vec<&str> {
    diagnostics
        .as_slice()
        .iter()
        .map(Diagnostic::code)
        .collect()
}

/// What is reported of a file of a kind, or of `site.yaml`, with this front matter.
fn read(kind: Option<DocKind>, yaml: &str) -> Diagnostics {
    let mut diagnostics = Diagnostics::default();
    let file = FileId(0);
    match kind {
        None => {
            let raw = RawSite::read(file, yaml, &mut diagnostics);
            crate::model::SiteDoc::read(raw, &SiteNames::default(), &mut diagnostics);
        }
        Some(kind) => {
            let event = kind.is_by_event().then(|| Slug::parse("e").unwrap());
            let within = if event.is_some() { "e/" } else { "" };
            let path = format!("{}/{within}a.ja.md", kind.folder());
            let path = ContentPath::parse(&path).unwrap();
            let named = PageName {
                kind,
                event,
                slug: Slug::parse("a").unwrap(),
                lang: Lang::JA,
            };
            let text = format!("---\n{yaml}---\n");
            let raw = RawDoc::read(named, path, file, text.into(), &mut diagnostics);
            crate::model::read(
                raw,
                &[Lang::JA, Lang::EN],
                &SiteNames::default(),
                &mut diagnostics,
            );
        }
    }
    diagnostics
}

fn kinds() -> impl Iterator<Item = (Option<DocKind>, &'static [KeySpec])> {
    let pages = DocKind::ALL.into_iter().map(|kind| (Some(kind), of(kind)));
    std::iter::once((None, SITE)).chain(pages)
}

#[test]
fn the_tables_name_what_is_read_and_nothing_else() {
    for (kind, keys) in kinds() {
        let diagnostics = read(kind, "no-such-key: 1\n");
        let unknown = diagnostics.as_slice().iter().map(|p| p.words(UiLang::En));
        let mut known = unknown.filter_map(|words| words.help.split_once(" can stand here: "));
        let (_, known) = known.next_back().unwrap();
        let known: BTreeSet<String> = known.split(", ").map(str::to_owned).collect();
        let table: BTreeSet<String> = keys.iter().map(|k| k.name.to_owned()).collect();
        assert_eq!(known, table, "{kind:?}");
    }
}

#[test]
fn every_example_can_be_read() {
    for (kind, keys) in kinds() {
        for lang in [UiLang::Ja, UiLang::En] {
            for key in keys {
                let needed = keys.iter().filter(|k| k.required && k.name != key.name);
                let lines: Vec<_> = needed.chain([key]).map(|k| k.line(lang)).collect();
                let diagnostics = read(kind, &(lines.join("\n") + "\n"));
                let errors = diagnostics
                    .as_slice()
                    .iter()
                    .filter(|p| p.severity() == Severity::Error);
                assert_eq!(
                    errors.count(),
                    0,
                    "{kind:?} {lines:?} {:?}",
                    codes(&diagnostics)
                );
            }
        }
    }
}

#[test]
fn every_key_is_described_and_every_japanese_name_means_one_key() {
    fn look(name: &str, keys: &[KeySpec]) {
        let mut seen = BTreeSet::new();
        for key in keys {
            assert!(
                !key.says.ja.is_empty() && !key.says.en.is_empty(),
                "{name}.{}",
                key.name
            );
            let whole = matches!(key.holds, ValueType::Map(_) | ValueType::Maps(_));
            assert!(whole || !key.example.ja.is_empty(), "{name}.{}", key.name);
            assert!(!key.japanese.is_empty(), "{name}.{}", key.name);
            for word in key.japanese {
                assert!(seen.insert(*word), "{name}: {word} means two keys");
            }
            if let ValueType::Map(inner) | ValueType::Maps(inner) = key.holds {
                look(key.name, inner);
            }
        }
    }
    for (name, keys) in all() {
        look(name, keys);
    }
}
