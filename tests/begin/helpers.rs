//! `chirashi completions` and `chirashi man`.

use crate::support::Site;

#[test]
fn every_shell_has_its_completions() {
    for shell in ["bash", "zsh", "fish", "powershell"] {
        let run = Site::empty().run(&["completions", shell]);
        assert_eq!(run.status, 0, "{}", run.stderr);
        for word in ["build", "check", "serve", "translate-from"] {
            assert!(run.stdout.contains(word), "{shell} does not know {word}");
        }
    }
}

#[test]
fn the_manual_is_in_the_readers_language() {
    let (ja, en) = (
        Site::empty().run_in("ja", &["man"]),
        Site::empty().run(&["man"]),
    );
    assert!(ja.stdout.contains(".TH chirashi 1") && ja.stdout.contains("サイトとチラシを作る"));
    assert!(
        en.stdout.contains("Build the site and the leaflets"),
        "{}",
        en.stdout
    );
    assert!(
        !en.stdout.contains("completions"),
        "helpers clutter the manual"
    );
    let build = Site::empty().run(&["man", "build"]);
    assert!(
        build.stdout.contains("chirashi\\-build"),
        "{}",
        build.stdout
    );
    assert!(build.stdout.contains("no\\-leaflets"), "{}", build.stdout);
    assert_eq!(Site::empty().run(&["man", "bluid"]).status, 2);
}

#[test]
fn helpers_do_not_clutter_the_help() {
    let help = Site::empty().run_in("ja", &[]).stdout;
    for command in ["build", "check", "serve", "new", "init", "translations"] {
        assert!(
            help.contains(&format!("\n  {command}")),
            "{command} is not in\n{help}"
        );
    }
    assert!(!help.contains("completions"), "{help}");
}
