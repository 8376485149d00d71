//! How to cite a statement, in a line to copy.

use serde::Serialize;
use tera::Value;

use super::engine::fill;
use super::page_context::PageContext;
use super::people;
use super::text::push_text;
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
    let said = event.map(|event| event.texts.for_reader(lang).text.name.clone());
    let date = speaker.date.or(event.and_then(|event| event.date));
    let path = site.address(site.page_of(id), lang);
    let url = site.settings.base_url.as_ref().map(|base| base.join(path));
    let title = site.settings.title.get(lang).map(String::as_str);
    let kind = words.get(match speaker.kind {
        StatementKind::Summary => "kind_summary",
        StatementKind::Transcript => "kind_transcript",
    });
    let first = fill(
        words.get("cite_statement"),
        &[
            ("name", site.speaker_of(id, lang).text),
            ("title", &plain(&text.title)),
            ("kind", kind),
        ],
    );
    let site = fill(
        words.get("cite_site"),
        &[("site", title.unwrap_or_default())],
    );
    let parts = [
        Some(first),
        said,
        date.map(|date| date.long(lang)),
        Some(site),
        url,
    ];
    let parts: Vec<String> = parts.into_iter().flatten().collect();
    let mut text = String::new();
    push_text(&parts.join(words.get("cite_between")), &mut text);
    CitationView {
        // Addresses may be broken where their folders end.
        text: Value::safe_string(&text.replace('/', "/<wbr>").replace("/<wbr>/<wbr>", "//")),
        lang_attr: place.lang_attr(lang),
    }
}
