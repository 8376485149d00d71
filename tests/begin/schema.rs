//! The JSON Schemas: they take what the reader takes, and refuse what it refuses.

use std::collections::BTreeSet;
use std::path::Path;

use serde_json::{Value, json};

use crate::support::{Site, tree};

/// All schemas by name, as `chirashi schema` prints them.
fn schemas() -> Value {
    let run = Site::empty().run(&["schema"]);
    assert_eq!(run.status, 0, "{}", run.stderr);
    serde_json::from_str(&run.stdout).unwrap()
}

/// The schema for a content file.
fn schema_of(path: &str) -> Option<&'static str> {
    Some(match path.split('/').next()? {
        "site.yaml" => "site",
        "speakers" => "speaker",
        "topics" => "topic",
        "events" => "event",
        "leaflets" => "leaflet",
        "pages" => "page",
        _ => return None,
    })
}

/// The YAML of a content file as JSON.
fn front_matter(text: &str) -> Value {
    let yaml = match text.trim_start_matches('\u{feff}').strip_prefix("---\n") {
        Some(rest) => rest.split_once("\n---\n").map_or(rest, |(yaml, _)| yaml),
        None => text,
    };
    serde_yaml::from_str(yaml).unwrap_or_else(|error| panic!("{error}\n{yaml}"))
}

/// What a schema says against a text.
fn faults(schema: &Value, text: &str) -> Vec<String> {
    let validator = jsonschema::options()
        .with_draft(jsonschema::Draft::Draft202012)
        .build(schema)
        .unwrap();
    let value = front_matter(text);
    let faults = validator.iter_errors(&value);
    faults
        .map(|fault| format!("{}: {fault}", fault.instance_path()))
        .collect()
}

#[test]
fn every_schema_is_one() {
    for (name, schema) in schemas().as_object().unwrap() {
        assert!(jsonschema::meta::is_valid(schema), "{name}");
    }
}

#[test]
fn the_real_content_and_the_starter_hold() {
    let schemas = schemas();
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut held = 0;
    for folder in ["content", "starter/content"] {
        for (path, bytes) in tree(&root.join(folder)) {
            let Some(name) = schema_of(&path) else {
                continue;
            };
            let text = String::from_utf8(bytes).unwrap();
            let faults = faults(&schemas[name], &text);
            assert!(faults.is_empty(), "{folder}/{path}: {faults:?}");
            held += 1;
        }
    }
    assert!(held > 60, "only {held} files");
}

#[test]
fn files_that_new_makes_hold() {
    let schemas = schemas();
    let site = Site::new();
    for kind in ["speaker", "topic", "event", "leaflet", "page"] {
        assert_eq!(site.run(&["new", kind, "2024-10-05-mihon"]).status, 0);
    }
    for (path, bytes) in site.tree("content") {
        let Some(name) = schema_of(&path) else {
            continue;
        };
        let faults = faults(&schemas[name], &String::from_utf8(bytes).unwrap());
        assert!(faults.is_empty(), "{path}: {faults:?}");
    }
}

#[test]
fn what_the_reader_refuses_the_schema_refuses() {
    let schemas = schemas();
    let good = "name: 見本\ntitle: 題\ntopics: [privacy]\n";
    assert_eq!(faults(&schemas["speaker"], good), [""; 0]);
    let broken = [
        "nmae: 見本",
        "date: 2022-13-01",
        "date: [2022-11-17]",
        "event: 集会",
        "event: 2022 rally",
        "order: 先",
        "draft: maybe",
        "kind: speech",
        "affiliation: [見本の会]",
        "affiliation: {日本語: 見本の会}",
        "affiliation: {ja: }",
        "photo: mihon.jpg",
        "photo: {file: mihon.jpg}",
        "photo: {file: mihon.jpg, alt: 見本, consent: [tv]}",
        "photo: {file: mihon.jpg, alt: 見本, size: 3}",
        "source: {url: example.org}",
        "aliases: [speakers/old]",
        "role: ",
        "translation: {status: done}",
    ];
    for line in broken {
        let text = format!("{good}{line}\n");
        assert!(
            !faults(&schemas["speaker"], &text).is_empty(),
            "{line} is let through"
        );
        let site = Site::new().file("speakers/mihon.ja.md", &format!("---\n{text}---\n"));
        let run = site.run(&["check", "--no-leaflets"]);
        assert_eq!(
            run.status, 1,
            "{line} is no mistake to the reader\n{}",
            run.stderr
        );
    }
    for missing in ["title: 題\ntopics: []\n", "topics: []\n"] {
        assert!(
            !faults(&schemas["speaker"], missing).is_empty(),
            "{missing}"
        );
    }
    assert!(!faults(&schemas["site"], "languages: [ja]\n").is_empty());
    assert!(!faults(&schemas["site"], "title: 見本\nlanguages: []\n").is_empty());
    assert!(!faults(&schemas["topic"], "name: a\nsummary: b\ncolor: blue\n").is_empty());
}

#[test]
fn every_form_of_a_date_is_taken() {
    let schemas = schemas();
    for date in [
        "2022-11-17",
        "2022年11月17日",
        "令和4年11月17日",
        "令和元年5月1日",
        "R4.11.17",
    ] {
        let text = format!("name: 集会\ndate: {date}\n");
        assert_eq!(faults(&schemas["event"], &text), [""; 0], "{date}");
    }
}

/// The keys of a schema, with those of maps as `photo.file`.
fn keys(schema: &Value, prefix: &str) -> BTreeSet<String> {
    let mut keys = BTreeSet::new();
    for (name, inner) in schema["properties"].as_object().into_iter().flatten() {
        keys.insert(format!("{prefix}{name}"));
        keys.extend(self::keys(inner, &format!("{prefix}{name}.")));
    }
    keys
}

#[test]
fn the_keys_of_a_schema_are_those_that_the_reader_knows() {
    // What the reader answers to a key that nobody has: the keys that can stand there.
    let known = |file: &str, map: Option<&str>| -> BTreeSet<String> {
        let line = map.map_or("xyzzy: 1\n".to_owned(), |map| {
            format!("{map}: {{xyzzy: 1}}\n")
        });
        let text = if file == "site.yaml" {
            format!("title: a\nlanguages: [ja, en]\n{line}")
        } else {
            format!("---\n{line}---\n")
        };
        let site = Site::new().file(file, &text);
        let run = site.run(&["check", "--no-leaflets", "--format", "json"]);
        let problems = run
            .stdout
            .lines()
            .map(|l| serde_json::from_str::<Value>(l).unwrap());
        let found = problems
            .filter(|p| p["code"] == "front-matter/unknown-key")
            .find(|p| p["message"].as_str().unwrap().contains("xyzzy"))
            .unwrap_or_else(|| panic!("{file} {map:?}: {}", run.stdout));
        let help = found["help"].as_str().unwrap();
        let (_, list) = help.split_once("Keys that can stand here: ").expect(help);
        let list = list.trim_end_matches('.').split(", ");
        list.map(str::to_owned).collect()
    };
    let schemas = schemas();
    for (name, file) in [
        ("site", "site.yaml"),
        ("speaker", "speakers/xyz.ja.md"),
        ("topic", "topics/xyz.ja.md"),
        ("event", "events/xyz.ja.md"),
        ("leaflet", "leaflets/xyz.ja.md"),
        ("page", "pages/xyz.ja.md"),
    ] {
        let all = keys(&schemas[name], "");
        let top: BTreeSet<String> = all.iter().filter(|k| !k.contains('.')).cloned().collect();
        assert_eq!(top, known(file, None), "{name}");
        let maps: BTreeSet<&str> = all
            .iter()
            .filter_map(|k| Some(k.split_once('.')?.0))
            .collect();
        for map in maps {
            let prefix = format!("{map}.");
            let inner = all
                .iter()
                .filter_map(|k| Some(k.strip_prefix(&prefix)?.to_owned()));
            assert_eq!(
                inner.collect::<BTreeSet<_>>(),
                known(file, Some(map)),
                "{name}.{map}"
            );
        }
    }
}

#[test]
fn every_key_is_described_in_both_languages() {
    fn look(schema: &Value, at: &str) {
        for (name, inner) in schema["properties"].as_object().into_iter().flatten() {
            let says = inner["description"].as_str().unwrap_or_default();
            let (ja, en) = says.split_once(" / ").unwrap_or_default();
            assert!(!ja.is_ascii() && !en.is_empty(), "{at}.{name}: {says}");
            look(inner, &format!("{at}.{name}"));
        }
    }
    for (name, schema) in schemas().as_object().unwrap() {
        look(schema, name);
    }
}

#[test]
fn they_are_written_over_older_ones_and_over_nothing_else() {
    let site = Site::empty();
    for _ in 0..2 {
        let run = site.run(&["schema", "--out", "形"]);
        assert_eq!(run.status, 0, "{}", run.stderr);
    }
    assert_eq!(site.tree("形").len(), 7);
    let printed = &schemas()["speaker"];
    let written: Value = serde_json::from_str(&site.read("形/speaker.schema.json")).unwrap();
    assert_eq!(written, *printed);
    site.write("形/page.schema.json", b"{\"ours\": true}");
    let run = site.run(&["schema", "--out", "形"]);
    assert_eq!(run.status, 2);
    assert_eq!(site.read("形/page.schema.json"), "{\"ours\": true}");
}

/// The regular expressions by which the editor finds problems in what `check` prints.
fn matchers(site: &Site) -> Vec<Value> {
    let tasks: Value = serde_json::from_str(&site.read("ours/.vscode/tasks.json")).unwrap();
    let matchers = tasks["tasks"][0]["problemMatcher"].as_array().unwrap();
    let patterns = matchers.iter().map(|m| m["pattern"]["regexp"].clone());
    patterns
        .map(|pattern| json!({"pattern": pattern}))
        .collect()
}

#[test]
fn the_editor_finds_every_problem_that_check_prints() {
    let site = Site::empty();
    assert_eq!(site.run(&["init", "ours"]).status, 0);
    let settings: Value = serde_json::from_str(&site.read("ours/.vscode/settings.json")).unwrap();
    for schema in settings["yaml.schemas"].as_object().unwrap().keys() {
        assert!(site.has(&format!("ours/{schema}")), "{schema} is not there");
    }
    let matchers = matchers(&site);
    let site = site
        .beside(
            "ours/content/speakers/broken.ja.md",
            "---\nname: \"見本\ntitel: 題\n---\n\n<b>あ</b>\n",
        )
        .beside("ours/content/speakers/lost.txt", "");
    let args = [
        "check",
        "--no-leaflets",
        "--format",
        "json",
        "--content",
        "ours/content",
    ];
    let run = site.run_in("ja", &args);
    assert!(run.stdout.lines().count() > 2, "{}", run.stdout);
    for line in run.stdout.lines() {
        let hits = matchers
            .iter()
            .filter(|m| jsonschema::is_valid(m, &json!(line)))
            .count();
        assert_eq!(hits, 1, "{line}");
    }
}

#[test]
fn the_editor_completes_every_key_with_one_that_is_read() {
    let site = Site::empty();
    assert_eq!(site.run(&["init", "ours"]).status, 0);
    let text = site.read("ours/.vscode/chirashi.code-snippets");
    let snippets: serde_json::Map<String, Value> = serde_json::from_str(&text).unwrap();
    let schemas = schemas();
    let mut kinds = BTreeSet::new();
    for (name, snippet) in &snippets {
        let (folder, key) = name.split_once(": ").unwrap();
        let kind = folder.trim_end_matches('s');
        kinds.insert(kind);
        let lines = snippet["body"].as_array().unwrap();
        let lines: Vec<&str> = lines.iter().map(|line| line.as_str().unwrap()).collect();
        let body = lines.join("\n").replace("\\}", "}").replace("\\$", "$");
        let value = front_matter(&format!("---\n{body}\n---\n"));
        let schema = &schemas[kind]["properties"][key];
        assert!(jsonschema::is_valid(schema, &value[key]), "{name}: {body}");
        assert_eq!(snippet["prefix"][0], key);
        assert!(
            snippet["prefix"].as_array().unwrap().len() > 1,
            "{name} has no Japanese name"
        );
    }
    assert_eq!(kinds.len(), 6, "{kinds:?}");
}
