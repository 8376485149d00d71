//! Times the live preview from the saving of a file to the arrival of the new page, at 1,000 and
//! 10,000 made-up statements in two languages: `cargo bench --bench preview [-- STATEMENTS…]`.

#[path = "made/mod.rs"]
mod made;

use std::fs;
use std::io::{self, BufRead, BufReader, Write};
use std::net::TcpStream;
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::thread::sleep;
use std::time::{Duration, Instant};

/// How often each edit is timed.
const TIMES: usize = 25;

fn main() {
    let mut counts: Vec<usize> = std::env::args()
        .filter_map(|arg| arg.parse().ok())
        .collect();
    if counts.is_empty() {
        counts = vec![1_000, 10_000];
    }
    for count in counts {
        if let Err(error) = time(count) {
            report(&format!("{count} statements: {error}"));
        }
    }
}

#[allow(clippy::print_stdout, reason = "a benchmark's result")]
fn report(line: &str) {
    println!("{line}");
}

/// A running preview; ended when it is dropped.
struct Preview {
    child: Child,
    port: u16,
}

impl Drop for Preview {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

impl Preview {
    fn start(content: &Path) -> io::Result<Self> {
        let mut child = Command::new(env!("CARGO_BIN_EXE_chirashi"))
            .args(["serve", "--no-leaflets", "--port", "0", "--content"])
            .arg(content)
            .env("CHIRASHI_LANG", "en")
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()?;
        let mut line = String::new();
        let mut out = BufReader::new(child.stdout.take().ok_or(io::ErrorKind::BrokenPipe)?);
        out.read_line(&mut line)?;
        // What it says later is read, so that it never waits for a reader.
        std::thread::spawn(move || io::copy(&mut out, &mut io::sink()));
        let port = line.trim().trim_end_matches('/').rsplit(':').next();
        let port = port.and_then(|port| port.parse().ok());
        let port = port.ok_or_else(|| io::Error::other(line))?;
        Ok(Self { child, port })
    }

    /// The events of an open page.
    fn open(&self, at: &str) -> io::Result<BufReader<TcpStream>> {
        let mut stream = TcpStream::connect(("127.0.0.1", self.port))?;
        stream.set_read_timeout(Some(Duration::from_mins(1)))?;
        stream.set_nodelay(true)?;
        write!(
            stream,
            "GET /.chirashi/events?at={at} HTTP/1.1\r\nHost: 127.0.0.1:{}\r\n\r\n",
            self.port
        )?;
        Ok(BufReader::new(stream))
    }
}

/// Waits for a page that says `words`.
fn wait_for(events: &mut impl BufRead, words: &str) -> io::Result<()> {
    let mut line = String::new();
    loop {
        line.clear();
        if events.read_line(&mut line)? == 0 {
            return Err(io::ErrorKind::UnexpectedEof.into());
        }
        if line.starts_with("data: ") && line.contains(words) {
            return Ok(());
        }
    }
}

fn time(count: usize) -> io::Result<()> {
    let folder = tempfile::tempdir()?;
    let content = folder.path().join("content");
    made::write(&content, count)?;
    let begun = Instant::now();
    let preview = Preview::start(&content)?;
    report(&format!("{count} statements in two languages"));
    report(&format!("started in {:.2?}", begun.elapsed()));
    let statement = content.join("speakers/s00007.ja.md");
    let original = fs::read_to_string(&statement)?;
    let topic = format!("/topics/t{}.html", 7 % made::TOPICS);
    for (what, at) in [
        ("a statement's page", "/speakers/s00007.html"),
        ("the page of its topic", topic.as_str()),
    ] {
        let mut events = preview.open(at)?;
        wait_for(&mut events, "<!DOCTYPE html>")?;
        let mut times = Vec::new();
        for turn in 0..TIMES {
            // Out of step with whatever goes by the clock.
            sleep(Duration::from_millis(130 + 7 * turn as u64));
            let words = format!("{turn}回目に改めた文");
            let text = original.replacen("保険証の廃止", &words, 1);
            let begun = Instant::now();
            fs::write(&statement, text)?;
            wait_for(&mut events, &words)?;
            times.push(begun.elapsed());
        }
        times.sort_unstable();
        report(&format!(
            "{what:24} {:>6.1} ms (median), {:>6.1} ms (worst of {TIMES})",
            milliseconds(times[TIMES / 2]),
            milliseconds(times[TIMES - 1]),
        ));
        fs::write(&statement, &original)?;
    }
    Ok(())
}

fn milliseconds(time: Duration) -> f64 {
    time.as_secs_f64() * 1000.0
}
