//! The three kinds of path: in the content folder, in the output folder, and on the web.
//!
//! Each is a type of its own, so that one is never taken for another; none can name a
//! place outside its folder.

use std::fmt;

use percent_encoding::{AsciiSet, CONTROLS, utf8_percent_encode};

/// Characters that are escaped in an address: everything a path segment may not hold (RFC 3986 §3.3).
const PATH: &AsciiSet = &CONTROLS
    .add(b' ')
    .add(b'"')
    .add(b'#')
    .add(b'%')
    .add(b'<')
    .add(b'>')
    .add(b'?')
    .add(b'[')
    .add(b'\\')
    .add(b']')
    .add(b'^')
    .add(b'`')
    .add(b'{')
    .add(b'|')
    .add(b'}');

/// A file in the content folder: relative, `/` between its parts, normalised to NFC.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) struct ContentPath(Box<str>);

/// A file in the output folder: relative, `/` between its parts, never leaving the folder.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct OutPath(Box<str>);

fn is_inside(path: &str) -> bool {
    !path.is_empty()
        && path
            .split('/')
            .all(|part| !matches!(part, "" | "." | "..") && !part.contains(['\\', '\0', ':']))
}

impl ContentPath {
    /// Reads a relative path; `None` when it would leave the folder.
    #[must_use]
    pub(crate) fn parse(path: &str) -> Option<Self> {
        use unicode_normalization::UnicodeNormalization;
        is_inside(path).then(|| Self(path.nfc().collect::<String>().into()))
    }

    /// The path as text.
    #[must_use]
    pub(crate) fn as_str(&self) -> &str {
        &self.0
    }

    /// The path that `relative` names when it is written in this file; `None` when it leaves the folder.
    #[must_use]
    pub(crate) fn join(&self, relative: &str) -> Option<Self> {
        let mut parts: Vec<&str> = self.0.split('/').collect();
        parts.pop();
        for part in relative.split('/') {
            match part {
                "." | "" => {}
                ".." => {
                    parts.pop()?;
                }
                name => parts.push(name),
            }
        }
        Self::parse(&parts.join("/"))
    }
}

impl fmt::Display for ContentPath {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl OutPath {
    /// Reads a relative path; `None` when it would leave the folder.
    #[must_use]
    pub fn parse(path: &str) -> Option<Self> {
        is_inside(path).then(|| Self(path.into()))
    }

    /// A path that stands in the program itself.
    pub(crate) fn literal(path: &'static str) -> Self {
        debug_assert!(is_inside(path), "{path}");
        Self(path.into())
    }

    /// The path as text.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The way from this file up to the output folder: `""`, `"../"`, `"../../"`.
    #[must_use]
    pub(crate) fn to_root(&self) -> &'static str {
        const UP: &str = "../../../../../../../../";
        let depth = self.0.bytes().filter(|b| *b == b'/').count();
        &UP[..(depth * 3).min(UP.len())]
    }

    /// The relative address of `target` as written on this page; always names a file.
    #[must_use]
    pub(crate) fn href_to(&self, target: &Self) -> String {
        let mut from = self.0.split('/').peekable();
        let mut to = target.0.split('/').peekable();
        let (mut ups, mut rest) = (from.clone().count() - 1, to.clone());
        while let (Some(a), Some(b)) = (from.next(), to.next()) {
            // The last part is the file itself and never shared.
            if a != b || from.peek().is_none() || to.peek().is_none() {
                break;
            }
            ups -= 1;
            rest = to.clone();
        }
        let mut href = "../".repeat(ups);
        for (i, part) in rest.enumerate() {
            if i > 0 {
                href.push('/');
            }
            href.extend(utf8_percent_encode(part, PATH));
        }
        href
    }
}

impl fmt::Display for OutPath {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// The absolute address under which the output folder is published; ends with `/`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BaseUrl(Box<str>);

impl BaseUrl {
    /// Reads an address; `None` unless it is `http(s)://host…` without query or fragment.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let text = web_address(text)?;
        let host = text.split('/').nth(2)?;
        let clean = !host.is_empty()
            && !host.ends_with('.')
            && !text.contains(['?', '#', ' ', '"', '<', '>', '\\'])
            && !text.chars().any(char::is_control);
        clean.then(|| Self(format!("{}/", text.trim_end_matches('/')).into()))
    }

    /// The address of the folder, where the address names the home page in it.
    #[must_use]
    pub(crate) fn of_folder(text: &str) -> Option<Self> {
        let text = text.trim_end_matches('/');
        let (folder, file) = text.rsplit_once('/')?;
        let is_page = file.ends_with(".html") || file.ends_with(".htm");
        Self::parse(folder).filter(|_| is_page)
    }

    /// Whether browsers will call the site insecure: `http` to another machine.
    #[must_use]
    pub(crate) fn is_insecure(&self) -> bool {
        let host = self.0.strip_prefix("http://");
        host.is_some_and(|host| !host.starts_with("localhost") && !host.starts_with("127."))
    }

    /// The address as text, ending with `/`.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Scheme and host, without path and trailing `/`.
    #[must_use]
    pub(crate) fn origin(&self) -> &str {
        let scheme = self.0.find("://").map_or(0, |at| at + 3);
        let end = self.0[scheme..]
            .find('/')
            .map_or(self.0.len(), |at| scheme + at);
        &self.0[..end]
    }

    /// The path of the address: begins and ends with `/`.
    #[must_use]
    pub fn path(&self) -> &str {
        &self.0[self.origin().len()..]
    }

    /// The absolute address of an output file; an `index.html` is named by its folder.
    #[must_use]
    pub fn join(&self, file: &OutPath) -> String {
        let path = match file.as_str() {
            "index.html" => "",
            other => match other.strip_suffix("/index.html") {
                Some(folder) => &other[..=folder.len()],
                None => other,
            },
        };
        format!("{}{}", self.0, utf8_percent_encode(path, PATH))
    }
}

/// An address of the web as machines read it (RFC 3986): a host in another script in its ASCII
/// form, other letters percent-encoded; `None` when it is none.
#[must_use]
pub(crate) fn web_address(text: &str) -> Option<String> {
    let begins = |scheme| {
        text.get(..8)
            .is_some_and(|t: &str| t.to_ascii_lowercase().starts_with(scheme))
    };
    let odd = |c: char| c.is_whitespace() || c.is_control() || matches!(c, '"' | '<' | '>' | '\\');
    let is_empty = text
        .split("//")
        .nth(1)
        .is_none_or(|rest| rest.starts_with('/'));
    if !(begins("https://") || begins("http://")) || is_empty || text.contains(odd) {
        return None;
    }
    let url = url::Url::parse(text).ok()?;
    // `https://https//…` and `https://未定/` name no machine.
    let is_machine = |host: &str| {
        !matches!(host, "http" | "https") && (host.contains('.') || !host.starts_with("xn--"))
    };
    url.host_str()
        .is_some_and(is_machine)
        .then(|| url.to_string())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn out(path: &str) -> OutPath {
        OutPath::parse(path).unwrap()
    }

    #[test]
    fn relative_addresses_name_the_file() {
        let cases = [
            ("index.html", "topics/index.html", "topics/index.html"),
            ("topics/a.html", "topics/b.html", "b.html"),
            ("topics/a.html", "topics/a.html", "a.html"),
            ("en/topics/a.html", "topics/a.html", "../../topics/a.html"),
            (
                "en/topics/a.html",
                "en/speakers/b.html",
                "../speakers/b.html",
            ),
            ("en/index.html", "index.html", "../index.html"),
            ("index.html", "images/a b.jpg", "images/a%20b.jpg"),
        ];
        for (from, to, href) in cases {
            assert_eq!(out(from).href_to(&out(to)), href, "{from} -> {to}");
        }
    }

    #[test]
    fn no_path_leaves_its_folder() {
        for bad in ["", "/etc/passwd", "../x", "a/../x", "a//b", "a\\b", "c:x"] {
            assert_eq!(OutPath::parse(bad), None, "{bad}");
            assert_eq!(ContentPath::parse(bad), None, "{bad}");
        }
        let page = ContentPath::parse("speakers/a.ja.md").unwrap();
        assert_eq!(
            page.join("../images/x.jpg").unwrap().as_str(),
            "images/x.jpg"
        );
        assert_eq!(page.join("../../x"), None);
    }

    #[test]
    fn absolute_addresses() {
        let base = BaseUrl::parse("https://example.org/rally").unwrap();
        assert_eq!(base.join(&out("index.html")), "https://example.org/rally/");
        assert_eq!(
            base.join(&out("topics/index.html")),
            "https://example.org/rally/topics/"
        );
        assert_eq!(
            base.join(&out("en/about.html")),
            "https://example.org/rally/en/about.html"
        );
        assert_eq!(
            (base.origin(), base.path()),
            ("https://example.org", "/rally/")
        );
        assert_eq!(BaseUrl::parse("https://example.org").unwrap().path(), "/");
        let base = |text: &str| BaseUrl::parse(text).unwrap().as_str().to_owned();
        assert_eq!(
            base("https://日本語.example.jp/集会"),
            "https://xn--wgv71a119e.example.jp/%E9%9B%86%E4%BC%9A/"
        );
        let folder = BaseUrl::of_folder("https://example.org/rally/index.html").unwrap();
        assert_eq!(folder.as_str(), "https://example.org/rally/");
        assert_eq!(BaseUrl::of_folder("https://example.org/rally"), None);
        for bad in [
            "example.org",
            "https:///x",
            "ftp://x",
            "https://",
            "https://a b",
            "javascript:alert(1)",
        ] {
            assert_eq!(BaseUrl::parse(bad), None, "{bad}");
        }
    }
}
