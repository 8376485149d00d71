//! Plain text as Markdown that says the same, and as YAML.

use std::fmt::Write;

/// A paragraph whose signs are letters to Markdown, not markup.
pub(super) fn paragraph(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 8);
    let mut chars = text.chars().peekable();
    let mut last = None;
    while let Some(c) = chars.next() {
        let next = chars.peek().copied();
        let special = match c {
            '\\' | '`' | '*' | '[' | ']' | '|' | '~' => true,
            '_' => {
                !(last.is_some_and(char::is_alphanumeric)
                    && next.is_some_and(char::is_alphanumeric))
            }
            '<' => next
                .is_some_and(|next| next.is_ascii_alphabetic() || matches!(next, '/' | '!' | '?')),
            '&' => next.is_some_and(|next| next.is_ascii_alphabetic() || next == '#'),
            _ => false,
        };
        let opens = last.is_none() && matches!(c, '#' | '>' | '-' | '+' | '=' | ':');
        let numbers =
            matches!(c, '.' | ')') && !out.is_empty() && out.chars().all(|c| c.is_ascii_digit());
        if special || opens || numbers {
            out.push('\\');
        }
        out.push(c);
        last = Some(c);
    }
    out
}

/// A value for front matter, quoted where YAML would take it for something else.
pub(super) fn yaml(text: &str) -> String {
    let plain = text
        .chars()
        .next()
        .is_some_and(|c| c.is_alphabetic() && !c.is_ascii())
        && !text.contains([':', '#', '"', '\'', '\\', '{', '}', '[', ']', ','])
        && text.chars().all(|c| !c.is_control())
        && text.trim() == text;
    if plain {
        return text.to_owned();
    }
    let mut out = String::from("\"");
    for c in text.chars() {
        match c {
            '"' | '\\' => out.extend(['\\', c]),
            c if c.is_control() => {
                let _ = write!(out, "\\u{:04x}", u32::from(c));
            }
            c => out.push(c),
        }
    }
    out.push('"');
    out
}

/// Text for a comment: on one line.
pub(super) fn comment(text: &str) -> String {
    text.chars()
        .map(|c| if c.is_control() { ' ' } else { c })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use pulldown_cmark::{Event, Options, Parser, Tag, TagEnd};

    /// The letters of a text that is one paragraph without markup.
    fn plain(markdown: &str) -> Option<String> {
        let options = Options::ENABLE_TABLES | Options::ENABLE_STRIKETHROUGH;
        let mut out = String::new();
        for event in Parser::new_ext(markdown, options) {
            match event {
                Event::Text(text) => out.push_str(&text),
                Event::Start(Tag::Paragraph) | Event::End(TagEnd::Paragraph) => {}
                _ => return None,
            }
        }
        Some(out)
    }

    proptest::proptest! {
        #[test]
        fn signs_stay_letters(text in "[a-z0-9あ亜*_#<>&|~`\\\\\\[\\](){}!:;.+=\\- -]{1,40}") {
            let text = text.trim();
            proptest::prop_assume!(!text.is_empty());
            let written = paragraph(text);
            let read = plain(&written);
            proptest::prop_assert_eq!(read.as_deref(), Some(text));
        }
    }
}
