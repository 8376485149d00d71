//! A small builder over temporary sites: write a few files, run the program, look at what
//! came out.

pub(crate) mod html;

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use tempfile::TempDir;

/// The files of the site that most tests begin with: two speakers, two topics, an event and a
/// page, all in both languages. It has no problems.
const MINIMAL: [(&str, &str); 13] = [
    ("site.yaml", SITE),
    (
        "events/rally.ja.md",
        "---\nname: 緊急集会\ndate: 2022-11-17\nvenue: 会館\n---\n\n約400人が集まりました。\n",
    ),
    (
        "events/rally.en.md",
        "---\nname: Emergency rally\nvenue: The hall\n---\n\nSome 400 people came.\n",
    ),
    ("speakers/yamada.ja.md", YAMADA_JA),
    ("speakers/yamada.en.md", YAMADA_EN),
    ("speakers/tanaka.ja.md", TANAKA_JA),
    ("speakers/tanaka.en.md", TANAKA_EN),
    (
        "topics/privacy.ja.md",
        "---\nname: 個人情報\nsummary: 番号で暮らしが見えることについて。\n---\n",
    ),
    (
        "topics/privacy.en.md",
        "---\nname: Privacy\nsummary: On lives laid open by a number.\n---\n",
    ),
    (
        "topics/access.ja.md",
        "---\nname: 受診のしやすさ\nsummary: 医療を受けられることについて。\n---\n",
    ),
    (
        "topics/access.en.md",
        "---\nname: Access to care\nsummary: On being able to see a doctor.\n---\n",
    ),
    (
        "pages/about.ja.md",
        "---\ntitle: このサイトについて\n---\n\n集会の記録です。\n",
    ),
    (
        "pages/about.en.md",
        "---\ntitle: About this site\n---\n\nA report of the rally.\n",
    ),
];

/// A picture of one pixel, as a GIF.
pub(crate) const POINT: &[u8] = b"GIF89a\x01\x00\x01\x00\x80\x00\x00\x00\x00\x00\xff\xff\xff\
    \x2c\x00\x00\x00\x00\x01\x00\x01\x00\x00\x02\x02\x44\x01\x00\x3b";

/// `site.yaml` of the minimal site.
pub(crate) const SITE: &str = "\
title: {ja: 集会の記録, en: Rally report}
languages: [ja, en]
base_url: https://shukai.test/rally/
event: rally
";

/// The original of a statement whose sections name their topics.
pub(crate) const YAMADA_JA: &str = "\
---
name: 山田花子
title: 保険証をなくさないで
topics: [privacy, access]
order: 1
summary: 番号で暮らしが見られ、窓口は混乱します。
---

はじめに申し上げます。

## 見られる暮らし {#watched topic=privacy}

番号で暮らしが見えてしまいます。

## 窓口の混乱 {#counter topic=access}

受付に長い列ができます。
";

/// Its translation, which inherits everything that is the same in every language.
pub(crate) const YAMADA_EN: &str = "\
---
name: YAMADA Hanako
title: Keep the insurance card
summary: A number lays lives open, and counters fall into confusion.
---

Let me begin.

## A watched life {#watched}

A number lays our lives open.

## Confusion at the counter {#counter}

Long queues form at the desk.
";

/// The original of a statement whose sections name no topic.
pub(crate) const TANAKA_JA: &str = "\
---
name: 田中太郎
title: 声を聞いてください
topics: [privacy]
order: 2
summary: 決める前に、患者の声を聞いてください。
---

## 患者の声 {#voice}

患者の声を聞いてください。
";

/// Its translation.
pub(crate) const TANAKA_EN: &str = "\
---
name: TANAKA Taro
title: Hear our voice
summary: Hear the patients before you decide.
---

## The patients' voice {#voice}

Hear the patients.
";

/// A site in a folder of its own, gone when it is dropped.
pub(crate) struct Site {
    dir: TempDir,
}

/// What a run of the program came to.
pub(crate) struct Run {
    /// The exit status.
    pub(crate) status: i32,
    /// Standard output.
    pub(crate) stdout: String,
    /// Standard error.
    pub(crate) stderr: String,
}

/// Every file of a folder by its path, with its bytes.
pub(crate) type Tree = BTreeMap<String, Vec<u8>>;

impl Site {
    /// The minimal site.
    pub(crate) fn new() -> Self {
        MINIMAL
            .iter()
            .fold(Self::empty(), |site, (path, text)| site.file(path, text))
    }

    /// A folder with nothing in it, not even `content/`.
    pub(crate) fn empty() -> Self {
        Self {
            dir: TempDir::new().expect("a temporary folder"),
        }
    }

    /// The same with a content file, new or in the place of another.
    pub(crate) fn file(self, path: &str, text: &str) -> Self {
        self.bytes(path, text.as_bytes())
    }

    /// The minimal site with more lines in `site.yaml`.
    pub(crate) fn with_settings(lines: &str) -> Self {
        Self::new().file("site.yaml", &format!("{SITE}{lines}"))
    }

    /// The same with a content file of any bytes.
    pub(crate) fn bytes(self, path: &str, bytes: &[u8]) -> Self {
        self.write(&format!("content/{path}"), bytes);
        self
    }

    /// The same with a file beside `content/`, such as one of a theme.
    pub(crate) fn beside(self, path: &str, text: &str) -> Self {
        self.write(path, text.as_bytes());
        self
    }

    /// The same without a content file.
    pub(crate) fn without(self, path: &str) -> Self {
        fs::remove_file(self.path(&format!("content/{path}"))).expect("the file to leave out");
        self
    }

    /// The same with `from` replaced by `to` in a content file.
    pub(crate) fn edited(self, path: &str, from: &str, to: &str) -> Self {
        self.edit(path, from, to);
        self
    }

    /// Replaces `from` by `to` in a content file.
    pub(crate) fn edit(&self, path: &str, from: &str, to: &str) {
        let path = format!("content/{path}");
        let text = self.read(&path);
        assert!(text.contains(from), "{path} does not contain {from:?}");
        self.write(&path, text.replacen(from, to, 1).as_bytes());
    }

    /// Writes a file of the folder.
    pub(crate) fn write(&self, path: &str, bytes: &[u8]) {
        let path = self.path(path);
        fs::create_dir_all(path.parent().expect("a folder")).expect("a folder for the file");
        fs::write(path, bytes).expect("a file that can be written");
    }

    /// A path in the folder.
    pub(crate) fn path(&self, path: &str) -> PathBuf {
        self.dir.path().join(path)
    }

    /// The text of a file of the folder.
    pub(crate) fn read(&self, path: &str) -> String {
        fs::read_to_string(self.path(path)).unwrap_or_else(|error| panic!("{path}: {error}"))
    }

    /// Whether a file of the folder exists.
    pub(crate) fn has(&self, path: &str) -> bool {
        self.path(path).is_file()
    }

    /// Every file below a folder of the folder.
    pub(crate) fn tree(&self, folder: &str) -> Tree {
        tree(&self.path(folder))
    }

    /// Runs the program with messages in English.
    pub(crate) fn run(&self, args: &[&str]) -> Run {
        self.run_in("en", args)
    }

    /// Runs the program with messages in a language, the folder as its current folder.
    pub(crate) fn run_in(&self, lang: &str, args: &[&str]) -> Run {
        self.run_with(&[("CHIRASHI_LANG", lang)], args)
    }

    /// Runs the program with variables of the environment, those of the locale taken away.
    pub(crate) fn run_with(&self, variables: &[(&str, &str)], args: &[&str]) -> Run {
        let output = Command::new(env!("CARGO_BIN_EXE_chirashi"))
            .args(args)
            .current_dir(self.dir.path())
            .env_remove("LC_ALL")
            .env_remove("LC_MESSAGES")
            .env_remove("LANG")
            .env_remove("CHIRASHI_LANG")
            .env("CHIRASHI_CACHE", "off")
            .env("CHIRASHI_FONTS", "")
            .envs(variables.iter().copied())
            .output()
            .expect("the program to start");
        Run {
            status: output.status.code().expect("an exit status"),
            stdout: String::from_utf8(output.stdout).expect("UTF-8 on standard output"),
            stderr: String::from_utf8(output.stderr).expect("UTF-8 on standard error"),
        }
    }

    /// Builds into `public/` without leaflets, which has to succeed.
    pub(crate) fn build(&self) -> Run {
        self.build_with(&[])
    }

    /// Builds into `public/` without leaflets and with more arguments, which has to succeed.
    pub(crate) fn build_with(&self, args: &[&str]) -> Run {
        let run = self.run(&[&["build", "--no-leaflets"], args].concat());
        assert_eq!(run.status, 0, "{}{}", run.stderr, run.stdout);
        run
    }

    /// A file of `public/` as text.
    pub(crate) fn out(&self, path: &str) -> String {
        self.read(&format!("public/{path}"))
    }

    /// A page of `public/`, taken apart.
    pub(crate) fn page(&self, path: &str) -> html::Page {
        html::Page::read(&self.out(path))
    }

    /// The codes of all problems that `check` reports, in order; leaflets are not set.
    pub(crate) fn codes(&self) -> Vec<String> {
        let run = self.run(&["check", "--no-leaflets", "--format", "json"]);
        let read = |line: &str| {
            let problem: serde_json::Value = serde_json::from_str(line).expect("a JSON object");
            problem["code"].as_str().expect("a code").to_owned()
        };
        run.stdout.lines().map(read).collect()
    }
}

/// Whether a file's name has an ending.
pub(crate) fn is_a(ending: &str, name: &str) -> bool {
    name.rsplit_once('.').is_some_and(|(_, own)| own == ending)
}

/// Every file below `root` by its path, with its bytes.
pub(crate) fn tree(root: &Path) -> Tree {
    let mut files = Tree::new();
    let mut folders = vec![root.to_owned()];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(&folder).into_iter().flatten() {
            let path = entry.expect("an entry").path();
            if path.is_dir() {
                folders.push(path);
            } else {
                let name = path.strip_prefix(root).expect("a path below the root");
                let name = name.to_string_lossy().replace('\\', "/");
                files.insert(name, fs::read(&path).expect("a file that can be read"));
            }
        }
    }
    files
}
