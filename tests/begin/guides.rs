//! The guides: every command in them runs, every example in them is built.
//!
//! A guide is walked through in an empty folder from top to bottom. In its fenced blocks, `sh`
//! holds commands, `text` what is shown or typed elsewhere; any other block is an example and
//! says before it where it belongs: `<!-- file: … -->` for a whole file, `<!-- line: … -->` for
//! a key in one, with what stands below it. `<!-- made: … -->` before commands names the files that they make. A `text` after `<!-- said: chirashi check -->` is what that command answers.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use crate::support::{Site, Tree, tree};

/// Commands that do not end by themselves.
const ENDLESS: [&str; 1] = ["serve"];

/// A fenced block of a guide.
struct Block {
    info: String,
    text: String,
    /// What the comment before it says: `file: …` or `line: …`.
    mark: Option<String>,
}

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn read(path: &Path) -> String {
    fs::read_to_string(path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

fn blocks(text: &str) -> Vec<Block> {
    let (mut blocks, mut mark) = (Vec::new(), None);
    let mut lines = text.lines();
    while let Some(line) = lines.next() {
        let inner = line.trim_start();
        if let Some(info) = inner.strip_prefix("```") {
            let indent = line.len() - inner.len();
            let body = lines.by_ref().take_while(|line| line.trim() != "```");
            let body = body.map(|line| line.get(indent..).unwrap_or("").to_owned() + "\n");
            blocks.push(Block {
                info: info.to_owned(),
                text: body.collect(),
                mark: mark.take(),
            });
        } else if let Some(said) = inner.strip_prefix("<!-- ") {
            mark = said.strip_suffix(" -->").map(str::to_owned);
        } else if !inner.is_empty() {
            mark = None;
        }
    }
    blocks
}

/// The words of a command, those in quotation marks as one; a comment ends it.
fn words(line: &str) -> Vec<String> {
    let line = line.split(" #").next().unwrap_or_default();
    let parts = line.split('"').enumerate().flat_map(|(at, part)| {
        let quoted = at % 2 == 1;
        let split: Vec<&str> = if quoted {
            vec![part]
        } else {
            part.split_whitespace().collect()
        };
        split.into_iter().map(str::to_owned).collect::<Vec<_>>()
    });
    parts.collect()
}

/// Runs the program in a folder; it has to succeed.
fn run(folder: &Path, args: &[String]) {
    let (done, said) = answer(folder, args, "ja");
    assert!(done, "chirashi {}\n{said}", args.join(" "));
}

/// Whether the program succeeds, and what it says.
fn answer(folder: &Path, args: &[String], lang: &str) -> (bool, String) {
    let output = Command::new(env!("CARGO_BIN_EXE_chirashi"))
        .args(args)
        .current_dir(folder)
        .env("CHIRASHI_LANG", lang)
        // Leaflets that several guides make are set once.
        .env(
            "CHIRASHI_CACHE",
            Path::new(env!("CARGO_TARGET_TMPDIR")).join("guides"),
        )
        .output()
        .unwrap();
    let said = [output.stdout, output.stderr].concat();
    let said = String::from_utf8_lossy(&said).into_owned();
    (output.status.success(), said)
}

/// Walks through a guide from an empty folder.
fn walk(guide: &Path) -> usize {
    let site = Site::empty();
    let mut here: PathBuf = site.path("");
    // The guides in English have the same commands; their leaflets need not be set once more.
    let leaflets = guide.to_string_lossy().ends_with(".ja.md");
    let mut done = 0;
    for block in blocks(&read(guide)) {
        let mark = block.mark.as_deref().and_then(|mark| mark.split_once(": "));
        match (block.info.as_str(), mark) {
            ("sh", _) => {
                let before = tree(&here);
                for line in block.text.lines() {
                    command(&mut here, line, leaflets);
                    done += 1;
                }
                if let Some(("made", paths)) = mark {
                    made(guide, &here, &before, paths);
                }
            }
            (_, Some(("file", path))) => {
                let path = here.join(path);
                fs::create_dir_all(path.parent().unwrap()).unwrap();
                fs::write(path, &block.text).unwrap();
            }
            (_, Some(("line", path))) => set_key(&here.join(path), &block.text),
            ("text", Some(("said", line))) => {
                let lang = if leaflets { "ja" } else { "en" };
                let args = [words(line).split_off(1), vec!["--no-leaflets".to_owned()]].concat();
                let (_, said) = answer(&here, &args, lang);
                assert!(said.contains(block.text.trim_end()), "{line} says\n{said}");
            }
            ("text", None) => {}
            (info, _) => panic!(
                "{}: what is to become of this {info}?\n{}",
                guide.display(),
                block.text
            ),
        }
    }
    let content = here.join("content");
    if content.is_dir() {
        run(&here, &["check".into(), "--no-leaflets".into()]);
    }
    done
}

/// The files that commands made are those which the guide names, and no others of the content.
fn made(guide: &Path, here: &Path, before: &Tree, paths: &str) {
    let after = tree(here).into_keys();
    let new: BTreeSet<String> = after
        .filter(|path| path.starts_with("content/") && !before.contains_key(path))
        .collect();
    let named = paths.split_whitespace().map(str::to_owned).collect();
    assert_eq!(new, named, "{}", guide.display());
    // A reader is told of them, too.
    let text = read(guide);
    for path in new {
        assert!(text.contains(&format!("`{path}`")), "{path}");
    }
}

fn command(here: &mut PathBuf, line: &str, leaflets: bool) {
    let words = words(line);
    match words.split_first() {
        None => {}
        Some((program, args)) => match (program.as_str(), args) {
            ("chirashi", [first, ..]) if ENDLESS.contains(&first.as_str()) => {
                run(here, &[args, &["--help".to_owned()]].concat());
            }
            ("chirashi", [first, ..])
                if !leaflets && ["build", "check"].contains(&first.as_str()) =>
            {
                run(here, &[args, &["--no-leaflets".to_owned()]].concat());
            }
            ("chirashi", args) => run(here, args),
            ("cd", [folder]) => here.push(folder),
            ("rm", [file]) => fs::remove_file(here.join(file)).unwrap(),
            _ => panic!("this command is not tried: {line}"),
        },
    }
}

/// Puts a key with what stands below it into a YAML file or front matter: in the place of the same key,
/// or at the end.
fn set_key(path: &Path, block: &str) {
    let (key, _) = block.split_once(':').unwrap();
    let prefix = format!("{key}:");
    let text = read(path);
    let mut lines: Vec<&str> = text.lines().collect();
    let at = match lines.iter().position(|line| line.starts_with(&prefix)) {
        Some(at) => {
            let below = lines[at + 1..]
                .iter()
                .take_while(|line| line.starts_with(' '));
            let end = at + 1 + below.count();
            lines.drain(at..end);
            at
        }
        None => {
            (lines.iter().skip(1).position(|line| *line == "---")).map_or(lines.len(), |at| at + 1)
        }
    };
    lines.splice(at..at, block.lines());
    fs::write(path, lines.join("\n") + "\n").unwrap();
}

/// All guides in `docs/`.
fn guides() -> Vec<PathBuf> {
    let names = tree(&root().join("docs")).into_keys();
    let guides = names.filter(|name| name.ends_with(".ja.md") || name.ends_with(".en.md"));
    guides.map(|name| root().join("docs").join(name)).collect()
}

#[test]
fn every_guide_can_be_walked_through() {
    let commands: usize = guides().iter().map(|guide| walk(guide)).sum();
    assert!(commands > 30, "only {commands} commands were tried");
}

#[test]
fn every_guide_is_in_both_languages_and_links_lead_somewhere() {
    let guides = guides();
    assert!(guides.len() >= 8, "{guides:?}");
    for guide in guides {
        let name = guide.file_name().unwrap().to_string_lossy().into_owned();
        let twin = if name.ends_with(".ja.md") {
            name.replace(".ja.md", ".en.md")
        } else {
            name.replace(".en.md", ".ja.md")
        };
        let text = read(&guide);
        assert!(
            text.contains(&format!("]({twin})")),
            "{name} does not lead to {twin}"
        );
        for (at, _) in text.match_indices("](") {
            let line = text[..at].rsplit('\n').next().unwrap();
            // What is shown as code leads nowhere.
            if line.matches('`').count() % 2 == 1 {
                continue;
            }
            let target = text[at + 2..].split(')').next().unwrap();
            let file = target.split('#').next().unwrap();
            if !target.contains("://") && !file.is_empty() && !target.contains(':') {
                let there = guide.parent().unwrap().join(file);
                assert!(
                    there.exists(),
                    "{name} leads to {target}, which is not there"
                );
            }
        }
    }
}

/// Every command that a text names in passing, `like this`.
fn named(text: &str) -> Vec<Vec<String>> {
    let code = text.split('`').skip(1).step_by(2);
    let commands = code.filter_map(|code| code.strip_prefix("chirashi "));
    let whole = commands.filter(|command| !command.contains(['<', '…', '|', '[', '\n']));
    whole.map(words).collect()
}

#[test]
fn every_command_named_in_passing_exists() {
    let folder = Site::empty();
    let pages = tree(&root().join("content/pages")).into_keys();
    let pages = pages.map(|page| root().join("content/pages").join(page));
    let readmes = ["README.md", "CHANGELOG.md", "starter/README.txt"].map(|name| root().join(name));
    let mut tried = 0;
    for path in guides().into_iter().chain(pages).chain(readmes) {
        for command in named(&read(&path)) {
            run(
                &folder.path(""),
                &[command, vec!["--help".to_owned()]].concat(),
            );
            tried += 1;
        }
    }
    assert!(tried > 15, "only {tried} commands");
}

#[test]
fn the_commands_of_the_readme_run() {
    let site = Site::empty();
    for (path, bytes) in tree(&root().join("content")) {
        site.write(&format!("content/{path}"), &bytes);
    }
    let text = read(&root().join("README.md"));
    let mut tried = 0;
    for block in blocks(&text).into_iter().filter(|block| block.info == "sh") {
        for line in block.text.lines() {
            let words = words(line);
            let words: Vec<&str> = words.iter().map(String::as_str).collect();
            match words.as_slice() {
                // This is one of them.
                ["cargo", "test" | "bench", ..] => {}
                ["cargo", "run", "--release", "--", args @ ..] | ["chirashi", args @ ..] => {
                    let mut args: Vec<String> = args.iter().map(|&arg| arg.to_owned()).collect();
                    if ENDLESS.contains(&args[0].as_str()) {
                        args.push("--help".into());
                    }
                    run(&site.path(""), &args);
                    tried += 1;
                }
                _ => panic!("this command is not tried: {line}"),
            }
        }
    }
    assert!(tried > 0);
}

#[test]
fn the_page_of_keys_is_up_to_date() {
    for lang in ["ja", "en"] {
        let made = Site::empty().run_in(lang, &["schema", "--page"]).stdout;
        let path = root().join(format!("docs/keys.{lang}.md"));
        if std::env::var_os("UPDATE_DOCS").is_some() {
            fs::write(&path, &made).unwrap();
        }
        let there = fs::read_to_string(&path).unwrap_or_default();
        assert!(
            there == made,
            "docs/keys.{lang}.md is out of date; make it anew with: UPDATE_DOCS=1 cargo test --test testsuite keys"
        );
    }
}

#[test]
fn the_examples_of_the_writing_guide_are_a_statement() {
    for (lang, other) in [("ja", "en"), ("en", "ja")] {
        let site = Site::empty();
        for (path, bytes) in tree(&root().join("content")) {
            site.write(&format!("content/{path}"), &bytes);
        }
        let guide = read(&root().join(format!("content/pages/writing-guide.{lang}.md")));
        let blocks = blocks(&guide);
        let of = |info: &str, has: &str| {
            let found = blocks
                .iter()
                .find(|b| b.info == info && b.text.contains(has));
            &found
                .unwrap_or_else(|| panic!("{lang}: no {info} with {has}"))
                .text
        };
        let (head, body) = (of("yaml", "reading:"), of("markdown", "#counter"));
        let (links, ruby) = (of("markdown", "topic:"), of("markdown", "{返戻|"));
        let links = blocks
            .iter()
            .find(|b| b.text.contains("](topic:"))
            .map_or(links, |b| &b.text);
        site.write(
            "content/speakers/mihon.ja.md",
            format!("{head}\n{body}\n{links}\n{ruby}").as_bytes(),
        );
        let english = of("yaml", "translation:");
        let sections = "## a {#counter}\n\nb\n\n## c {#records}\n\nd\n";
        site.write(
            "content/speakers/mihon.en.md",
            format!("{english}\n{sections}").as_bytes(),
        );
        for date in of("yaml", "date: ").lines() {
            let name = format!("content/speakers/date-{}.ja.md", date.len());
            let text = format!("---\nname: a\ntitle: b\ntopics: []\n{date}\n---\n\n本文です。\n");
            site.write(&name, text.as_bytes());
        }
        let run = site.run(&["check", "--no-leaflets", "--format", "json"]);
        // The content beside them has a publisher's that is only a sample, and a glossary, which the
        // words in the place of a translation do not follow.
        let is_sample = |line: &&str| {
            line.contains("\"text/sample\"") || line.contains("\"translation/glossary\"")
        };
        let told: Vec<&str> = run.stdout.lines().filter(|line| !is_sample(line)).collect();
        assert_eq!(
            told, [""; 0],
            "the examples in {lang} (beside {other}) have problems"
        );
        for block in blocks.iter().filter(|b| b.text.starts_with("chirashi ")) {
            for line in block.text.lines() {
                let args = words(line).split_off(1);
                self::run(&site.path(""), &[args, vec!["--help".to_owned()]].concat());
            }
        }
    }
}
