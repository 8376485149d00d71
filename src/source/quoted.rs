//! Texts as they can stand behind a key.

/// A text in quotation marks.
pub(super) fn quoted(text: &str) -> String {
    if text.contains(['"', '\\']) {
        format!("'{}'", text.replace('\'', "''"))
    } else {
        format!("\"{text}\"")
    }
}

/// A text as it can stand behind a key.
pub(super) fn safe(text: &str) -> String {
    let odd = text.starts_with([
        '"', '\'', '[', ']', '{', '}', '&', '*', '!', '|', '>', '%', '@', '`', '#', '?', '-', ',',
    ]);
    if odd || text.contains(": ") || text.contains(" #") || text.ends_with(':') {
        quoted(text)
    } else {
        text.to_owned()
    }
}
