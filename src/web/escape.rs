//! Text as HTML.

use pulldown_cmark_escape::escape_html_body_text;

/// Appends text with `&`, `<` and `>` escaped.
pub(super) fn push_text(text: &str, out: &mut String) {
    let _ = escape_html_body_text(&mut *out, text);
}
