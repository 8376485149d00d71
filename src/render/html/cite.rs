//! How to cite a statement, in a line to copy.

use serde::Serialize;
use tera::Value;

use super::engine::fill;
use super::people;
use super::place::Place;
use super::text::push_text;
use crate::link::{PageRef, SpeakerId, Version};
use crate::model::StatementKind;
use crate::model::text::plain;

#[derive(Serialize)]
pub(super) struct Citation {
    text: Value,
    lang_attr: Value,
}

/// Speaker, headline, what kind of text it is, where and when it was said, site and address:
/// in the language of the statement's text, with its own address.
pub(super) fn of(place: &Place<'_>, id: SpeakerId) -> Citation {
    let site = place.site();
    let speaker = site.speaker(id);
    let Version { lang, text } = people::statement(place, id);
    let words = place.press.tongue(lang).words;
    let event = speaker.event.map(|id| site.event(id));
    let said = event.map(|event| event.texts.for_reader(lang).text.name.clone());
    let date = speaker.date.or(event.and_then(|event| event.date));
    let path = site.address(PageRef::Speaker(id), lang);
    let url = site.settings.base_url.as_ref().map(|base| base.join(path));
    let title = site.settings.title.get(lang).map(String::as_str);
    let kind = words.get(match speaker.kind {
        StatementKind::Summary => "kind_summary",
        StatementKind::Transcript => "kind_transcript",
    });
    let first = fill(
        words.get("cite_statement"),
        &[
            ("name", &text.name),
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
    Citation {
        // Addresses may be broken where their folders end.
        text: Value::safe_string(&text.replace('/', "/<wbr>").replace("/<wbr>/<wbr>", "//")),
        lang_attr: place.lang_attr(lang),
    }
}
