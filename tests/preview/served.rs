//! The program as a browser meets it: over a socket.

use std::io::{BufRead, BufReader, Read, Write};
use std::net::{TcpListener, TcpStream};
use std::process::{Child, ChildStdout, Command, Stdio};
use std::time::Duration;

use crate::support::Site;

/// A running preview; ended when it is dropped.
struct Preview {
    child: Child,
    out: BufReader<ChildStdout>,
    port: u16,
}

struct Answer {
    status: u16,
    head: String,
    body: String,
}

impl Preview {
    fn start(site: &Site) -> Self {
        let mut child = command(site, "en", &["serve", "--no-leaflets", "--port", "0"])
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .expect("the program to start");
        let mut out = BufReader::new(child.stdout.take().expect("its output"));
        let mut line = String::new();
        out.read_line(&mut line).expect("its first line");
        let port = line.trim().trim_end_matches('/').rsplit(':').next();
        let port = port.and_then(|port| port.parse().ok()).expect("a port");
        Self { child, out, port }
    }

    fn connect(&self, request: &str) -> TcpStream {
        let mut stream = TcpStream::connect(("127.0.0.1", self.port)).expect("a connection");
        let most = Some(Duration::from_secs(20));
        stream.set_read_timeout(most).expect("a time limit");
        let text = request.replace("HOST", &format!("127.0.0.1:{}", self.port));
        stream.write_all(text.as_bytes()).expect("a request");
        stream
    }

    fn ask(&self, request: &str) -> Answer {
        let mut text = String::new();
        let mut stream = self.connect(request);
        stream
            .read_to_string(&mut text)
            .expect("an answer in UTF-8");
        let (head, body) = text.split_once("\r\n\r\n").expect("head and body");
        let status = head.split(' ').nth(1).and_then(|s| s.parse().ok());
        Answer {
            status: status.expect("a status"),
            head: head.to_lowercase(),
            body: body.to_owned(),
        }
    }

    fn get(&self, path: &str) -> Answer {
        self.ask(&format!(
            "GET {path} HTTP/1.1\r\nHost: HOST\r\nConnection: close\r\n\r\n"
        ))
    }
}

impl Drop for Preview {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

fn command(site: &Site, lang: &str, args: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_chirashi"));
    command
        .args(args)
        .current_dir(site.path(""))
        .env("CHIRASHI_LANG", lang)
        .env("CHIRASHI_CACHE", "off");
    command
}

#[test]
fn the_site_is_served_with_the_script_that_a_build_lacks() {
    let site = Site::new();
    let preview = Preview::start(&site);
    let home = preview.get("/");
    assert_eq!(home.status, 200);
    assert!(home.head.contains("content-type: text/html; charset=utf-8"));
    assert!(
        home.head.contains("cache-control: no-store"),
        "{}",
        home.head
    );
    assert!(home.head.contains("x-content-type-options: nosniff"));
    assert!(home.body.contains("<script src=\"/.chirashi/preview.js\""));
    let script = preview.get("/.chirashi/preview.js");
    assert!(script.head.contains("text/javascript"), "{}", script.head);
    let styles = preview.get("/assets/site.css");
    assert!(styles.head.contains("text/css"), "{}", styles.head);
    let english = preview.get("/en/");
    assert_eq!(english.status, 200);
    assert_eq!(preview.get("/en").status, 307);

    site.build();
    for (path, bytes) in site.tree("public") {
        let text = String::from_utf8_lossy(&bytes);
        assert!(!text.contains("/.chirashi/"), "{path}");
    }
}

#[test]
fn nothing_outside_the_site_is_served() {
    let site = Site::new().beside("secret.txt", "secret");
    let preview = Preview::start(&site);
    for path in [
        "/nowhere.html",
        "/../secret.txt",
        "/%2e%2e/secret.txt",
        "/..%2fsecret.txt",
        "/content/site.yaml",
        "/site.yaml",
        "//etc/passwd",
        "/%00",
        "/%ff%fe",
    ] {
        let answer = preview.get(path);
        assert_eq!(answer.status, 404, "{path}");
        assert!(!answer.body.contains("secret"), "{path}");
    }
    let missing = preview.get("/en/nowhere.html");
    assert!(missing.body.contains("lang=\"en\""), "{}", missing.body);
    assert!(
        missing.body.contains("href=\"/assets/site.css\""),
        "{}",
        missing.body
    );
    assert!(missing.body.contains("preview.js"), "{}", missing.body);
}

#[test]
fn only_browsers_on_this_machine_are_answered() {
    let site = Site::new();
    let preview = Preview::start(&site);
    let ask = |method: &str, host: &str, more: &str| {
        preview.ask(&format!(
            "{method} / HTTP/1.1\r\nHost: {host}\r\n{more}Connection: close\r\n\r\n"
        ))
    };
    let rebound = ask("GET", "evil.example", "");
    assert_eq!((rebound.status, rebound.body.as_str()), (421, ""));
    assert_eq!(
        ask("GET", "HOST", "Origin: http://evil.example\r\n").status,
        403
    );
    assert_eq!(ask("POST", "HOST", "Content-Length: 0\r\n").status, 405);
    let head = ask("HEAD", "HOST", "");
    assert_eq!((head.status, head.body.as_str()), (200, ""));
}

#[test]
fn an_edit_is_pushed_to_the_page_it_changes() {
    let site = Site::new();
    let preview = Preview::start(&site);
    let listen = |at: &str| {
        let request = format!("GET /.chirashi/events?at={at} HTTP/1.1\r\nHost: HOST\r\n\r\n");
        BufReader::new(preview.connect(&request))
    };
    let mut pages = listen("/speakers/yamada.html");
    let mut next = |wanted: &str| {
        let mut line = String::new();
        loop {
            line.clear();
            assert!(
                pages.read_line(&mut line).expect("an event") > 0,
                "the stream ended"
            );
            if line.starts_with("event: ") {
                let is_wanted = line.trim() == format!("event: {wanted}");
                line.clear();
                pages.read_line(&mut line).expect("its data");
                if is_wanted {
                    return without_tags(&line);
                }
            }
        }
    };
    assert!(next("page").contains("番号で暮らしが見えてしまいます。"));
    assert!(next("report").contains("\"errors\":0"));
    site.edit(
        "speakers/yamada.ja.md",
        "番号で暮らしが見えて",
        "番号で生活が見えて",
    );
    assert!(next("page").contains("番号で生活が見えてしまいます。"));
    site.edit(
        "speakers/yamada.ja.md",
        "topics: [privacy, access]",
        "topics: [privacy, <b>]",
    );
    let report = next("report");
    assert!(
        report.contains("\"errors\":1") && !report.contains("<b>"),
        "{report}"
    );
    assert_eq!(preview.get("/speakers/yamada.html").status, 200);
    site.edit(
        "speakers/yamada.ja.md",
        "topics: [privacy, <b>]",
        "topics: [privacy, access]",
    );
    assert!(next("report").contains("\"errors\":0"));
}

#[test]
fn a_site_that_was_never_good_is_its_own_report() {
    let site = Site::new().edited("site.yaml", "languages: [ja, en]", "languages: 3");
    let preview = Preview::start(&site);
    let page = preview.get("/");
    assert_eq!(page.status, 503);
    assert!(page.body.contains("site.yaml") && page.body.contains("preview.js"));
}

#[cfg(unix)]
#[test]
fn it_ends_when_it_is_told_to() {
    let site = Site::new();
    let mut preview = Preview::start(&site);
    let _stream = preview.connect("GET /.chirashi/events?at=/ HTTP/1.1\r\nHost: HOST\r\n\r\n");
    let told = Command::new("kill")
        .args(["-INT", &preview.child.id().to_string()])
        .status()
        .expect("kill");
    assert!(told.success());
    let status = preview.child.wait().expect("its end");
    assert_eq!(status.code(), Some(0));
    let mut said = String::new();
    preview.out.read_to_string(&mut said).expect("its words");
    assert!(said.contains("The preview has ended."), "{said}");
}

#[test]
fn a_folder_that_is_no_campaign_s_is_not_served() {
    let site = Site::empty();
    for lang in ["ja", "en"] {
        let run = command(&site, lang, &["serve", "--port", "0"]).output();
        let run = run.expect("the program to start");
        assert_eq!(run.status.code(), Some(2));
        let told = String::from_utf8_lossy(&run.stderr);
        assert!(told.contains("[begin/no-content]"), "{told}");
        assert!(
            !told.contains("Preview:") && !told.contains("プレビュー："),
            "{told}"
        );
    }
}

#[test]
fn a_port_in_use_is_told() {
    let taken = TcpListener::bind("127.0.0.1:0").expect("a port");
    let port = taken.local_addr().expect("its number").port().to_string();
    let site = Site::new();
    let told = |lang| {
        let run = command(&site, lang, &["serve", "--port", &port]).output();
        let run = run.expect("the program to start");
        assert_eq!(run.status.code(), Some(2));
        String::from_utf8_lossy(&run.stderr).replace(&port, "[port]")
    };
    insta::assert_snapshot!("preview_port", format!("{}\n{}", told("ja"), told("en")));
}

/// What a page says, without its tags: words of a sentence may stand in several.
fn without_tags(html: &str) -> String {
    let mut inside = false;
    let shown = html.chars().filter(|char| {
        let shown = !inside && *char != '<';
        inside = *char == '<' || (inside && *char != '>');
        shown
    });
    shown.collect()
}
