//! The address of the web that somebody means who writes another text.

use super::day::narrowed;
use super::path::web_address;

/// Endings of files, which are no ends of hosts.
const FILES: &[&str] = &[
    "html", "htm", "php", "md", "txt", "pdf", "png", "jpg", "jpeg", "gif", "docx", "xlsx", "doc",
    "xls", "ppt", "pptx", "rtf", "odt", "csv", "zip", "mov", "xml", "json", "js", "css", "svg",
    "webp", "avif", "heic", "tiff", "bmp", "yaml", "yml", "markdown",
];

/// The address that is meant, such as `https://example.org/a` by `www.example.org/a`, `https:/…`
/// or `https：／／…`; `None` where no host of the web stands in it.
#[must_use]
pub(crate) fn address_meant(written: &str) -> Option<String> {
    let narrow = narrowed(written).replace('\\', "/");
    let (scheme, rest) = without_scheme(narrow.trim());
    let end = rest.find(['/', '?', '#']).unwrap_or(rest.len());
    let (host, path) = rest.split_at(end);
    // No host has a blank; in a path it is written `%20`, where it is no sentence that goes on.
    let host = host.trim().replace(" .", ".").replace(". ", ".");
    let is_of_path = |c: char| c.is_ascii_alphanumeric() || "-._~/%?=&#+ ".contains(c);
    let path = path.trim();
    let path = match path.contains(' ') {
        true if !path.chars().all(is_of_path) => return None,
        true => path.replace(' ', "%20"),
        false => path.to_owned(),
    };
    is_host(&host)
        .then(|| format!("{scheme}://{host}{path}"))
        .filter(|own| web_address(own).is_some())
}

/// How people write the schemes of the web.
const SCHEMES: [(&str, &str); 8] = [
    ("https", "https"),
    ("http", "http"),
    ("htttps", "https"),
    ("htps", "https"),
    ("htp", "http"),
    ("ttps", "https"),
    ("ttp", "http"),
    ("hhttps", "https"),
];

/// What stands behind `https://`, however that is written, and what it should be.
fn without_scheme(text: &str) -> (&'static str, &str) {
    let (mut scheme, mut rest) = (None, text);
    // `https://https://…`, as two are pasted behind each other.
    while let Some((own, behind)) = scheme_of(rest) {
        scheme.get_or_insert(own);
        rest = behind;
    }
    (scheme.unwrap_or("https"), rest.trim_start_matches('/'))
}

/// The scheme with which a text begins, however it is written, and what stands behind its signs.
fn scheme_of(text: &str) -> Option<(&'static str, &str)> {
    SCHEMES.iter().find_map(|(written, scheme)| {
        let (begin, after) = text.split_at_checked(written.len())?;
        let rest = after.trim_start_matches([':', ';', '/', '.', ' ']);
        // `https.example.org` and `ttpslab.jp` are hosts.
        let signs = &after[..after.len() - rest.len()];
        let is_scheme = begin.eq_ignore_ascii_case(written) && signs.contains([':', ';', '/']);
        is_scheme.then_some((*scheme, rest))
    })
}

/// Whether a text is certainly the name of a machine in the web: words with dots between them, the
/// last of which is none of a file.
fn is_host(host: &str) -> bool {
    let (name, port) = host.split_once(':').unwrap_or((host, "443"));
    let labels: Vec<&str> = name.split('.').collect();
    let is_label = |label: &&str| {
        !label.is_empty()
            && !label.starts_with('-')
            && label.chars().all(|c| c.is_alphanumeric() || c == '-')
    };
    let last = labels
        .last()
        .copied()
        .unwrap_or_default()
        .to_ascii_lowercase();
    let is_end = last.starts_with("xn--") || last.bytes().all(|b| b.is_ascii_alphabetic());
    labels.len() > 1
        && labels.iter().all(is_label)
        && last.len() > 1
        && is_end
        && !FILES.contains(&last.as_str())
        && !port.is_empty()
        && port.bytes().all(|b| b.is_ascii_digit())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_is_meant_or_none() {
        for written in [
            "toshokan-mihon.jp/a",
            "https:/toshokan-mihon.jp/a",
            "https//toshokan-mihon.jp/a",
            "https:toshokan-mihon.jp/a",
            "https;//toshokan-mihon.jp/a",
            "https:///toshokan-mihon.jp/a",
            "https: //toshokan-mihon.jp/a",
            "https：／／toshokan-mihon．jp／a",
            "ｈｔｔｐｓ：//toshokan-mihon.jp/a",
            "https:\\\\toshokan-mihon.jp\\a",
            "https://https://toshokan-mihon.jp/a",
            "HTTPS://toshokan-mihon.jp/a",
            "ttps://toshokan-mihon.jp/a",
            "//toshokan-mihon.jp/a",
            "https://toshokan-mihon .jp/a",
        ] {
            let meant = address_meant(written);
            assert_eq!(
                meant.as_deref(),
                Some("https://toshokan-mihon.jp/a"),
                "{written}"
            );
        }
        for (written, meant) in [
            ("http:/a.jp", "http://a.jp"),
            ("図書館.jp", "https://図書館.jp"),
            ("https.example.org", "https://https.example.org"),
            ("a.jp:8080/x", "https://a.jp:8080/x"),
            ("https://a.jp/our site/", "https://a.jp/our%20site/"),
        ] {
            assert_eq!(address_meant(written).as_deref(), Some(meant));
        }
        for written in [
            "未定",
            "準備中",
            "準備中。",
            "なし",
            "https://未定/",
            "https://",
            "https:",
            "",
            "/",
            "index.html",
            "info@toshokan.jp",
            "a b.jp",
            "a.jp/ をご覧ください",
            "（仮）a.jp",
            "3.5",
            "localhost",
            "a..jp",
            "図書館.準備中",
            "https://https/",
        ] {
            assert_eq!(address_meant(written), None, "{written}");
        }
    }

    /// Each takes a moment, or minutes and all of the stack.
    #[test]
    fn any_number_of_schemes_is_read() {
        for begin in ["https:", "https://", "ttp;", "https: //"] {
            let many = begin.repeat(50_000);
            assert_eq!(address_meant(&many), None);
            let meant = address_meant(&format!("{many}a.jp"));
            let scheme = if begin == "ttp;" { "http" } else { "https" };
            assert_eq!(meant, Some(format!("{scheme}://a.jp")));
        }
    }

    proptest::proptest! {
        #[test]
        fn what_is_meant_is_an_address(text in "(https?|:|/|：|／|\\.|jp|\\PC){0,12}") {
            if let Some(meant) = address_meant(&text) {
                proptest::prop_assert!(web_address(&meant).is_some(), "{meant}");
                proptest::prop_assert_eq!(address_meant(&meant), Some(meant.clone()));
            }
        }
    }
}
