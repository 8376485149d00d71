//! How to cite a statement, in a line to copy.

use serde::Serialize;
use tera::Value;

use super::engine::fill;
use super::page_context::PageContext;
use super::people;
use super::standing;
use super::text::push_text;
use crate::base::Lang;
use crate::model::StatementKind;
use crate::model::text::plain;
use crate::site::{StatementId, Version};

#[derive(Serialize)]
pub(super) struct CitationView {
    text: Value,
    lang_attr: Value,
}

/// Speaker, headline, what kind of text it is, where and when it was said, site and address:
/// in the language of the statement's text, with its own address.
pub(super) fn of(place: &PageContext<'_>, id: StatementId) -> CitationView {
    let site = place.site();
    let speaker = site.statement(id);
    let Version { lang, text } = people::statement(place, id);
    let words = place.site_context.language(lang).words;
    let event = speaker.event.map(|id| site.event(id));
    let said = event.map(|event| {
        let Version { lang: own, text } = event.texts.for_reader(lang);
        let text = text.name.as_str();
        marked(Version { lang: own, text }, lang)
    });
    let date = speaker.date.or(event.and_then(|event| event.date));
    let path = site.address(site.page_of(id), lang);
    let url = site.settings.base_url.as_ref().map(|base| base.join(path));
    let title = site.settings.title.get(lang).map(String::as_str);
    let kind = words.get(match speaker.kind {
        StatementKind::Summary => "kind_summary",
        StatementKind::Transcript => "kind_transcript",
    });
    let name = site.speaker_of(id, lang);
    let first = fill(
        &escaped(words.get("cite_statement")),
        &[
            ("name", &marked(name.as_str(), lang)),
            ("title", &escaped(&plain(&text.title))),
            ("kind", &escaped(kind)),
        ],
    );
    let site = fill(
        &escaped(words.get("cite_site")),
        &[("site", &escaped(title.unwrap_or_default()))],
    );
    let parts = [
        Some(first),
        said,
        date.map(|date| escaped(&date.long(lang))),
        Some(site),
        url.map(|url| address(&url)),
    ];
    let parts: Vec<String> = parts.into_iter().flatten().collect();
    CitationView {
        text: Value::safe_string(&parts.join(&escaped(words.get("cite_between")))),
        lang_attr: place.lang_attr(lang),
    }
}

/// Text as HTML.
fn escaped(text: &str) -> String {
    let mut out = String::new();
    push_text(text, &mut out);
    out
}

/// An address as HTML, which may be broken where its folders end.
fn address(url: &str) -> String {
    let out = escaped(url).replace('/', "/<wbr>");
    out.replace("/<wbr>/<wbr>", "//")
}

/// A name, marked with its language where that is not the one around it.
fn marked(name: Version<'_, str>, around: Lang) -> String {
    let mut out = String::new();
    standing::push_marked(name, around, &mut out);
    out
}
