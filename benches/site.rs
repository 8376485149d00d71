//! Times a build of made-up statements in two languages against `cp -r` of its own output, in
//! one run: `cargo bench --bench site [-- STATEMENTS]` (10,000 unless told).
//!
//! What it prints are ratios; the machine's own speed drops out of them.

use std::fs;
use std::path::Path;
use std::process::Command;
use std::time::{Duration, Instant};

/// How many topics the statements share.
const TOPICS: usize = 40;

fn main() {
    let count = std::env::args()
        .find_map(|arg| arg.parse().ok())
        .unwrap_or(10_000);
    let Ok(folder) = tempfile::tempdir() else {
        return;
    };
    let content = folder.path().join("content");
    if write(&content, count).is_err() {
        return;
    }
    let out = folder.path().join("public");
    let cold = build(&content, &out);
    let again = build(&content, &out);
    let edited = content.join("speakers/s00001.ja.md");
    let text = fs::read_to_string(&edited).unwrap_or_default();
    let _ = fs::write(
        &edited,
        text.replace("番目の人の発言", "番目の人の改めた発言"),
    );
    let one = build(&content, &out);
    let copied = timed(
        Command::new("cp")
            .arg("-r")
            .arg(&out)
            .arg(folder.path().join("copy")),
    );
    let ratio = |time: Duration| time.as_secs_f64() / copied.as_secs_f64().max(f64::EPSILON);
    report(&format!("{count} statements in two languages, no leaflets"));
    report(&format!("cp -r of the output    1.00 ({copied:.2?})"));
    report(&format!(
        "cold build             {:.2} ({cold:.2?})",
        ratio(cold)
    ));
    report(&format!(
        "nothing changed        {:.2} ({again:.2?})",
        ratio(again)
    ));
    report(&format!(
        "one statement changed  {:.2} ({one:.2?})",
        ratio(one)
    ));
}

#[allow(clippy::print_stdout, reason = "a benchmark's result")]
fn report(line: &str) {
    println!("{line}");
}

fn build(content: &Path, out: &Path) -> Duration {
    let mut command = Command::new(env!("CARGO_BIN_EXE_chirashi"));
    command
        .arg("build")
        .arg("--no-leaflets")
        .arg("--content")
        .arg(content)
        .arg("--out")
        .arg(out);
    timed(command.stdout(std::process::Stdio::null()))
}

fn timed(command: &mut Command) -> Duration {
    let begun = Instant::now();
    let status = command.status();
    assert!(status.is_ok_and(|s| s.success()), "{command:?}");
    begun.elapsed()
}

fn write(content: &Path, count: usize) -> std::io::Result<()> {
    for kind in ["speakers", "topics", "events"] {
        fs::create_dir_all(content.join(kind))?;
    }
    fs::write(
        content.join("site.yaml"),
        "title: {ja: 大きな集会, en: A large rally}\nlanguages: [ja, en]\nbase_url: https://example.org/\nevent: rally\n",
    )?;
    for (lang, name) in [("ja", "大きな集会"), ("en", "A large rally")] {
        let text = format!("---\nname: {name}\ndate: 2022-11-17\n---\n");
        fs::write(content.join(format!("events/rally.{lang}.md")), text)?;
        for topic in 0..TOPICS {
            let text = match lang {
                "ja" => format!(
                    "---\nname: 題目{topic}\nsummary: {topic}番目の題目です。\nterms: [用語{topic}号]\n---\n\n説明の文です。\n"
                ),
                _ => format!(
                    "---\nname: Topic {topic}\nsummary: Topic number {topic}.\nterms: [term {topic}x]\n---\n\nAn explanation.\n"
                ),
            };
            fs::write(content.join(format!("topics/t{topic}.{lang}.md")), text)?;
        }
    }
    for at in 0..count {
        let (a, b) = (at % TOPICS, (at / TOPICS + at + 7) % TOPICS);
        let topics = if a == b {
            format!("[t{a}]")
        } else {
            format!("[t{a}, t{b}]")
        };
        let ja = "保険証の廃止は多くの人の暮らしにかかわると述べた。窓口での確認に手間がかかり、{返戻|へんれい}も増えると指摘した。".repeat(3);
        let en = "The speaker said that abolishing the card touches the lives of many people and adds to the work at reception desks. ".repeat(3);
        let text = format!(
            "---\nname: 話者{at}\ntitle: {at}番目の人の発言\nsummary: 要旨の文です。\ntopics: {topics}\norder: {at}\n---\n\n## 一つめの論点 {{#one topic=t{a}}}\n\n{ja}用語{a}号に触れた。\n\n## 二つめの論点 {{#two topic=t{b}}}\n\n{ja}\n"
        );
        fs::write(content.join(format!("speakers/s{at:05}.ja.md")), text)?;
        let text = format!(
            "---\nname: Speaker {at}\ntitle: What speaker {at} said\nsummary: A summary.\ntranslation: {{status: reviewed}}\n---\n\n## A first point {{#one}}\n\n{en}On term {a}x.\n\n## A second point {{#two}}\n\n{en}\n"
        );
        fs::write(content.join(format!("speakers/s{at:05}.en.md")), text)?;
    }
    Ok(())
}
