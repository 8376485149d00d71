//! Affiliation and role in a line, and names in phrases, each marked with its language where that is not
//! the one around it.

use tera::Value;

use super::engine::fill;
use super::page_context::PageContext;
use super::text::push_text;
use crate::base::Lang;
use crate::site::{Standing, Version};

/// Affiliation and role, joined as the language around them does; `None` where neither is told.
pub(super) fn view(standing: Standing<'_>, around: Lang) -> Option<Value> {
    let line = line(standing, around);
    (!line.is_empty()).then(|| Value::safe_string(&line))
}

/// The same as HTML.
pub(super) fn line(standing: Standing<'_>, around: Lang) -> String {
    let mut out = String::new();
    for one in [standing.affiliation, standing.role].into_iter().flatten() {
        if !out.is_empty() {
            out.push_str(around.locale().beside);
        }
        push_marked(one, around, &mut out);
    }
    out
}

/// Text as HTML, marked in the same way.
pub(super) fn marked(told: Version<'_, str>, around: Lang) -> Value {
    let mut out = String::new();
    push_marked(told, around, &mut out);
    Value::safe_string(&out)
}

/// A phrase of the interface with a name in it, marked in the same way.
pub(super) fn filled(
    place: &PageContext<'_>,
    phrase: &'static str,
    (key, name): (&str, Version<'_, str>),
) -> Value {
    let (mut pattern, mut marked) = (String::new(), String::new());
    push_text(place.word(phrase), &mut pattern);
    push_marked(name, place.lang(), &mut marked);
    Value::safe_string(&fill(&pattern, &[(key, &marked)]))
}

/// Text, marked with its language where that is not the one around it.
pub(super) fn push_marked(
    Version { lang, text }: Version<'_, str>,
    around: Lang,
    out: &mut String,
) {
    if lang == around {
        push_text(text, out);
        return;
    }
    out.push_str("<span lang=\"");
    push_text(lang.as_str(), out);
    out.push_str("\">");
    push_text(text, out);
    out.push_str("</span>");
}
