//! What the command line says of itself, and of what is written wrong: in the reader's language alone.

use crate::support::Site;

/// Words of the parser's own.
const PARSERS: [&str; 12] = [
    "OPTIONS",
    "COMMAND",
    "Usage",
    "Options",
    "Arguments",
    "possible values",
    "default:",
    "error:",
    "required",
    "unexpected",
    "tip:",
    "For more information",
];

/// The commands, as the help of the whole names them.
fn commands(site: &Site) -> Vec<String> {
    let help = site.run_in("ja", &["--help"]).stdout;
    let named = help.lines().filter_map(|line| line.strip_prefix("  "));
    let named = named.filter_map(|line| line.split_whitespace().next());
    let is_name = |name: &&str| name.chars().all(|c| c.is_ascii_lowercase());
    named.filter(is_name).map(str::to_owned).collect()
}

#[test]
fn every_help_is_in_japanese() {
    let site = Site::empty();
    let commands = commands(&site);
    assert!(commands.len() > 8, "{commands:?}");
    let more = ["completions", "man"].map(str::to_owned);
    for command in commands.iter().chain(&more) {
        let help = site.run_in("ja", &[command, "--help"]).stdout;
        assert!(help.contains("使い方: chirashi"), "{help}");
        let shown = PARSERS.iter().find(|word| help.contains(**word));
        assert_eq!(shown, None, "{command}: {help}");
    }
    let whole = site.run_in("ja", &["--help"]).stdout;
    assert!(
        whole.contains("使い方: chirashi [指定] [命令]\n"),
        "{whole}"
    );
    let whole = site.run(&["--help"]).stdout;
    assert!(
        whole.contains("Usage: chirashi [OPTIONS] [COMMAND]\n"),
        "{whole}"
    );
}

#[test]
fn wrong_command_lines() {
    let site = Site::new();
    let lines: [&[&str]; 27] = [
        &["bild"],
        &["chekc", "--fix"],
        &["speaker", "yamada"],
        &["help"],
        &["tsukuru"],
        &["build", "--out"],
        &["build", "--dratfs"],
        &["build", "--nope"],
        &["build", "--drafts", "--drafts"],
        &["build", "--content", "a", "--content=b"],
        &["build", "--force=yes"],
        &["build", "x"],
        &["build", ""],
        &["build", "--base-url", "x"],
        &["serve", "--port", "abc"],
        &["serve", "--port", "99999"],
        &["serve", "--port", "-1"],
        &["new", "speakr", "yamada"],
        &["new", "topics", "privacy"],
        &["new", "発言者", "yamada"],
        &["new", "somebody"],
        &["import", "a.txt", "--date", "x"],
        &["init"],
        &["import"],
        &["check", "--format", "xml"],
        &["check", "--marks"],
        &["schema", "--page", "--out", "x"],
    ];
    let mut all = String::new();
    for line in lines {
        all.extend(["$ chirashi ", &line.join(" "), "\n"]);
        for lang in ["ja", "en"] {
            let run = site.run_in(lang, line);
            assert_eq!(run.status, 2, "{line:?}: {}", run.stderr);
            let is_japanese = lang == "ja";
            let shown = PARSERS.iter().find(|word| run.stderr.contains(**word));
            assert!(!is_japanese || shown.is_none(), "{line:?}: {}", run.stderr);
            all += &run.stderr;
        }
        all += "\n";
    }
    insta::with_settings!({ omit_expression => true }, {
        insta::assert_snapshot!("command-line", all);
    });
}
