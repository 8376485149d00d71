//! HTML that people bring along, as Markdown says the same.

use std::fmt::Write;

/// Tags that say nothing which Markdown could keep: they go, and what stands in them stays.
const PLAIN: [&str; 26] = [
    "p", "div", "span", "font", "u", "center", "small", "big", "mark", "section", "article",
    "header", "footer", "main", "nav", "table", "tbody", "thead", "tr", "ul", "ol", "dl", "dt",
    "dd", "sup", "sub",
];

/// Lines with the tags of HTML written as Markdown: bold text, links, pictures, headings, lists,
/// furigana. A tag that is none of HTML is kept as text. Code stays as it is.
pub(super) fn in_markdown(lines: &str) -> String {
    let mut out = String::new();
    let mut rest = lines;
    let mut links = Vec::new();
    while let Some(at) = rest.find(['<', '`']) {
        out.push_str(&rest[..at]);
        rest = &rest[at..];
        if rest.starts_with('`') {
            let code = code(rest);
            out.push_str(&rest[..code]);
            rest = &rest[code..];
            continue;
        }
        match Tag::read(rest) {
            Some((tag, behind)) => {
                rest = tag.write(&mut out, behind, &mut links);
            }
            None if rest[1..].starts_with(['!', '?']) => {
                out.push_str("\\<");
                rest = &rest[1..];
            }
            None => {
                out.push('<');
                rest = &rest[1..];
            }
        }
    }
    out.push_str(rest);
    let lines: Vec<&str> = out.lines().map(str::trim_end).collect();
    lines.join("\n").trim_end().to_owned()
}

/// How long a piece of code is, or the marks alone if it does not end.
fn code(text: &str) -> usize {
    let marks = text.len() - text.trim_start_matches('`').len();
    let close = text[marks..].find(&text[..marks]);
    close.map_or(marks, |close| close + 2 * marks)
}

struct Tag<'t> {
    name: String,
    closes: bool,
    /// What stands behind the name.
    attributes: &'t str,
    whole: &'t str,
}

impl<'t> Tag<'t> {
    /// The tag that a text begins with, and what follows it.
    fn read(text: &'t str) -> Option<(Self, &'t str)> {
        let inner = text.strip_prefix('<')?;
        let closes = inner.starts_with('/');
        let inner = inner.strip_prefix('/').unwrap_or(inner);
        let long = inner
            .find(|c: char| !c.is_ascii_alphanumeric())
            .unwrap_or(inner.len());
        if !inner.starts_with(|c: char| c.is_ascii_alphabetic()) {
            return None;
        }
        let (name, rest) = inner.split_at(long);
        if !rest.starts_with(|c: char| c == '>' || c == '/' || c.is_whitespace()) {
            return None;
        }
        let mut quote = None;
        let end = rest.find(|c: char| match quote {
            Some(open) => {
                if c == open {
                    quote = None;
                }
                false
            }
            None => {
                if matches!(c, '"' | '\'') {
                    quote = Some(c);
                }
                c == '>'
            }
        })?;
        let behind = &rest[end + 1..];
        let tag = Self {
            name: name.to_ascii_lowercase(),
            closes,
            attributes: &rest[..end],
            whole: &text[..text.len() - behind.len()],
        };
        Some((tag, behind))
    }

    /// Writes the same in Markdown; what is left to read comes back.
    fn write(&self, out: &mut String, behind: &'t str, links: &mut Vec<String>) -> &'t str {
        let until = |end: &str| {
            behind
                .find(end)
                .map(|at| (&behind[..at], &behind[at + end.len()..]))
        };
        let starts_line = out.is_empty() || out.ends_with('\n');
        let ends_line = behind.is_empty() || behind.starts_with(['\n', '\r']);
        match (self.name.as_str(), self.closes) {
            ("b" | "strong", _) => out.push_str("**"),
            ("i" | "em", _) => out.push('*'),
            ("s" | "del" | "strike", _) => out.push_str("~~"),
            ("code" | "kbd" | "tt", _) => out.push('`'),
            ("a", false) => {
                if let Some(address) = self.attribute("href") {
                    out.push('[');
                    links.push(address);
                }
            }
            ("a", true) => {
                if let Some(address) = links.pop() {
                    out.push_str("](");
                    out.push_str(&address);
                    out.push(')');
                }
            }
            ("img", _) => {
                let part = |name| self.attribute(name).unwrap_or_default();
                // Writing to a string cannot fail.
                let _ = write!(out, "![{}]({})", part("alt"), part("src"));
            }
            ("br", _) => {
                // In a row of a table there are no lines.
                let in_row = out
                    .lines()
                    .next_back()
                    .is_some_and(|line| line.starts_with('|'));
                out.push_str(if in_row {
                    " "
                } else if ends_line {
                    "\\"
                } else {
                    "\\\n"
                });
            }
            ("hr", _) if starts_line => out.push_str("***"),
            ("h1" | "h2", false) if starts_line => out.push_str("## "),
            ("h3" | "h4" | "h5" | "h6", false) if starts_line => out.push_str("### "),
            ("li", false) if starts_line => out.push_str("- "),
            ("blockquote", false) if starts_line => out.push_str("> "),
            ("ruby", false) => {
                if let Some((inside, rest)) = until("</ruby>")
                    && let Some((base, reading)) = inside.split_once("<rt>")
                {
                    let base = base.split('<').next().unwrap_or_default().trim();
                    let reading = reading.split('<').next().unwrap_or_default().trim();
                    let _ = write!(out, "{{{base}|{reading}}}");
                    return rest;
                }
            }
            ("li", true) if !ends_line => out.push('\n'),
            ("p" | "h1" | "h2" | "h3" | "h4" | "h5" | "h6" | "blockquote", true) if !ends_line => {
                out.push_str("\n\n");
            }
            ("td" | "th", true) => out.push(' '),
            (
                "hr" | "h1" | "h2" | "h3" | "h4" | "h5" | "h6" | "li" | "blockquote" | "ruby"
                | "rt" | "rp" | "td" | "th",
                _,
            ) => {}
            (name, _) if PLAIN.contains(&name) => {}
            _ => {
                out.push('\\');
                out.push_str(self.whole);
            }
        }
        behind
    }

    /// The value of an attribute.
    fn attribute(&self, name: &str) -> Option<String> {
        let lower = self.attributes.to_ascii_lowercase();
        let at = lower.find(&format!("{name}="))? + name.len() + 1;
        let value = &self.attributes[at..];
        let value = match value.chars().next()? {
            quote @ ('"' | '\'') => value[1..].split(quote).next()?,
            _ => value.split([' ', '/']).next()?,
        };
        Some(value.to_owned())
    }
}

#[cfg(test)]
mod tests {
    use super::in_markdown;

    #[test]
    fn html_is_said_in_markdown() {
        for (html, markdown) in [
            ("これは<b>大切</b>です。", "これは**大切**です。"),
            ("<p class=\"x>y\">文</p>", "文"),
            (
                "<a href=\"https://shukai.test/a\">会報</a>へ",
                "[会報](https://shukai.test/a)へ",
            ),
            ("一行目<br>二行目<br/>", "一行目\\\n二行目\\"),
            ("| a<br>b | c |", "| a b | c |"),
            ("<h2>見出し</h2>", "## 見出し"),
            ("<h2>題</h2><p>文</p>", "## 題\n\n文"),
            ("<ul><li>a</li><li>b</li></ul>", "- a\n- b"),
            ("<p>一</p><p>二</p>", "一\n\n二"),
            (
                "<ruby>漢字<rp>（</rp><rt>かんじ</rt></ruby>",
                "{漢字|かんじ}",
            ),
            ("<img src='a.png' alt='演壇'>", "![演壇](a.png)"),
            ("<div>", ""),
            ("<氏名> <name> `<b>`", "<氏名> \\<name> `<b>`"),
            ("a < b <!DOCTYPE x>", "a < b \\<!DOCTYPE x>"),
        ] {
            assert_eq!(in_markdown(html), markdown, "{html}");
        }
    }
}
