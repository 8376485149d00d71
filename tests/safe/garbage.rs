//! Whatever lies in the content folder, the answer is a list of problems: never a crash, never a
//! hang, never a file outside the output folder.

use crate::support::Site;

/// Bytes without meaning, the same in every run.
fn noise(seed: u64, len: usize) -> Vec<u8> {
    let mut state = seed.wrapping_mul(0x9e37_79b9_7f4a_7c15) | 1;
    let mut next = || {
        state ^= state << 13;
        state ^= state >> 7;
        state ^= state << 17;
        state.to_le_bytes()[3]
    };
    (0..len).map(|_| next()).collect()
}

/// Checks the site and looks at the form of the answer alone.
fn answers(site: &Site, what: &str) {
    let text = site.run_in("ja", &["check", "--no-leaflets"]);
    assert!((0..=2).contains(&text.status), "{what}: {}", text.status);
    assert!(!text.stderr.contains("panicked"), "{what}: {}", text.stderr);
    let json = site.run_in("en", &["check", "--no-leaflets", "--format", "json"]);
    assert_eq!(json.status, text.status, "{what}");
    let longest = json.stdout.lines().map(str::len).max().unwrap_or(0);
    assert!(longest < 20_000, "{what}: nobody reads {longest} bytes");
    for line in json.stdout.lines() {
        let problem: serde_json::Value = serde_json::from_str(line).unwrap();
        assert!(problem["code"].is_string(), "{what}: {line}");
    }
}

fn page(front: &str, body: &str) -> Vec<u8> {
    format!("---\ntitle: 題\n{front}\n---\n\n{body}\n").into_bytes()
}

#[test]
fn noise_of_every_length() {
    let mut site = Site::new();
    for (seed, len) in [0, 1, 2, 3, 7, 64, 1_000, 60_000].into_iter().enumerate() {
        let seed = u64::try_from(seed).unwrap();
        let bytes = noise(seed + 1, len);
        site = site.bytes(&format!("pages/n{seed}.ja.md"), &bytes);
        let front = [b"---\n".as_slice(), &bytes, b"\n---\n\n", &bytes].concat();
        site = site.bytes(&format!("speakers/n{seed}.ja.md"), &front);
        site = site.bytes(&format!("images/n{seed}.jpg"), &bytes);
    }
    answers(&site, "noise");
    for seed in 100..104 {
        let site = Site::new().bytes("site.yaml", &noise(seed, 300));
        answers(&site, "noise for settings");
    }
}

#[test]
fn depth_length_and_repetition() {
    let mut laughs = String::from("a0: &a0 [1]\n");
    for n in 1..12 {
        let before = format!("*a{}, ", n - 1).repeat(10);
        laughs.extend([
            "a",
            &n.to_string(),
            ": &a",
            &n.to_string(),
            " [",
            &before,
            "]\n",
        ]);
    }
    let fronts = [
        format!("x: {}", "[".repeat(20_000)),
        format!("x: {}", "{a: ".repeat(5_000)),
        format!("x: {}", "- ".repeat(5_000)),
        format!("{}: 1", "k".repeat(200_000)),
        format!("? {}", "k".repeat(200_000)),
        format!("x: {}", "長".repeat(100_000)),
        format!("x: \"{}", "\\u0000".repeat(1_000)),
        "x: &a [*a]".to_owned(),
        "x: &a {b: *a}\n<<: *a".to_owned(),
        laughs,
        "order: 99999999999999999999999999".to_owned(),
        "order: -1e999".to_owned(),
        "title: !!binary aaaa\nnav: !!int [1]".to_owned(),
        "%YAML 9.9\n--- |\n x".to_owned(),
        "\u{2000}*".to_owned(),
        "\u{2003}あ\u{2003}".to_owned(),
    ];
    let bodies = [
        "> ".repeat(20_000),
        "- ".repeat(5_000),
        "*".repeat(100_000),
        "_a".repeat(50_000),
        "[a](".repeat(10_000),
        "![".repeat(20_000),
        "{漢|".repeat(20_000),
        "`".repeat(50_000),
        "<a ".repeat(20_000),
        "&#x110000;&#0;&#xD800;".repeat(1_000),
        format!("{} {{#a topic=}} {{#a}}", "#".repeat(10_000)),
        "| a ".repeat(5_000) + "\n" + &"|---".repeat(5_000),
        "文".repeat(150_000),
    ];
    let mut site = Site::new();
    for (at, front) in fronts.iter().enumerate() {
        site = site.bytes(&format!("pages/f{at}.ja.md"), &page(front, "文。"));
    }
    answers(&site, "front matter");
    let mut site = Site::new();
    for (at, body) in bodies.iter().enumerate() {
        site = site.bytes(&format!("pages/b{at}.ja.md"), &page("", body));
    }
    answers(&site, "bodies");
}

#[test]
fn characters_that_nobody_sees() {
    let mut site = Site::new();
    let unseen = [
        "\0",
        "\u{7f}",
        "\r",
        "\u{85}",
        "\u{2028}",
        "\u{feff}",
        "\u{202e}",
        "\u{1b}[31m",
        "\u{b}",
    ];
    for (at, c) in unseen.iter().enumerate() {
        let text = format!(
            "---{c}\ntitle:{c} 題{c}名\n{c}nav: false\n---\n{c}\n文{c}。\n\n## 節{c} {{#a{c}}}\n"
        );
        site = site.file(&format!("pages/u{at}.ja.md"), &text);
        let text = format!("---\rtitle: 題{c}\r---\r\r文。\r");
        site = site.file(&format!("pages/v{at}.ja.md"), &text);
        site = site.file(
            &format!("speakers/u{at}.ja.md"),
            &format!("---\nname: {c}\ntitle: \"{c}\"\ntopics: [{c}]\ndate: {c}2022-11-17\n---\n"),
        );
    }
    answers(&site, "unseen characters");
    let said = site.run_in("ja", &["check", "--no-leaflets"]).stderr;
    assert!(
        !said.contains('\u{1b}'),
        "content must not steer a terminal"
    );
}

#[cfg(unix)]
#[test]
fn folders_links_and_what_is_no_file() {
    use std::fs;
    use std::os::unix::fs::{PermissionsExt, symlink};

    let site = Site::new();
    let at = |path: &str| site.path(&format!("content/{path}"));
    fs::create_dir_all(at("pages/folder.ja.md/inner")).unwrap();
    fs::create_dir_all(at("images/picture.jpg")).unwrap();
    symlink(at("pages"), at("pages/loop")).unwrap();
    symlink(at("pages/self.ja.md"), at("pages/self.ja.md")).unwrap();
    symlink("/nowhere/at/all.md", at("pages/gone.ja.md")).unwrap();
    symlink("/dev/zero", at("pages/endless.ja.md")).unwrap();
    // A pipe that nobody writes into would be waited for without end.
    let pipe = std::process::Command::new("mkfifo")
        .arg(at("pages/pipe.ja.md"))
        .status();
    assert!(pipe.is_ok());
    fs::write(at("pages/shut.ja.md"), page("", "文。")).unwrap();
    fs::set_permissions(at("pages/shut.ja.md"), fs::Permissions::from_mode(0o000)).unwrap();
    answers(&site, "what is no file");
}
