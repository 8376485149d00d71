//! Times a build of made-up statements in two languages against `cp -r` of its own output, in
//! one run: `cargo bench --bench site [-- STATEMENTS]` (10,000 unless told).
//!
//! What it prints are ratios; the machine's own speed drops out of them.

#[path = "made/mod.rs"]
mod made;

use std::fs;
use std::path::Path;
use std::process::Command;
use std::time::{Duration, Instant};

fn main() {
    let count = std::env::args()
        .find_map(|arg| arg.parse().ok())
        .unwrap_or(10_000);
    let Ok(folder) = tempfile::tempdir() else {
        return;
    };
    let content = folder.path().join("content");
    if made::write(&content, count).is_err() {
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
