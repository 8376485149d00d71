//! Text made safe for XML 1.0.

use pulldown_cmark_escape::escape_html;

/// Escapes a text for element content and attribute values; characters that XML 1.0 §2.2
/// does not allow are left out.
pub(super) fn escaped(text: &str) -> String {
    let allowed: String = text
        .chars()
        .filter(|c| matches!(c, '\t' | '\n' | '\r' | '\u{20}'..='\u{d7ff}' | '\u{e000}'..='\u{fffd}' | '\u{10000}'..))
        .collect();
    let mut out = String::with_capacity(allowed.len() + 16);
    // Writing to a string cannot fail.
    let _ = escape_html(&mut out, &allowed);
    out
}
