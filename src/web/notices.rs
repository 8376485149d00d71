//! What a reader must know before reading on: a missing, unchecked or outdated translation.

use std::borrow::Cow;

use serde::Serialize;

use super::engine::fill;
use super::page_context::PageContext;
use crate::base::Lang;
use crate::model::TranslationStatus;
use crate::site::Origin;

/// A notice with a way to the original.
#[derive(Serialize)]
pub(super) struct Notice<'a> {
    text: Cow<'a, str>,
    /// The same in a few words, above the text.
    short: &'a str,
    link: String,
    href: String,
    lang: Lang,
}

/// The notices of a page whose text is in `text` and was first written in `original`.
pub(super) fn of<'a>(
    place: &PageContext<'a>,
    text: Lang,
    original: Lang,
    origin: &Origin,
) -> Vec<Notice<'a>> {
    let Some(page) = place.page else {
        return Vec::new();
    };
    let href = place.file(place.site().address(page, original));
    let notice = |text: Cow<'a, str>, short: &'static str, link: String| Notice {
        text,
        short: place.word(short),
        link,
        href: href.clone(),
        lang: original,
    };
    if text != place.lang() {
        let language = language(place, original);
        let link = fill(place.word("fallback_link"), &[("language", language)]);
        // The words may be another language's, and must not say that they are what is lacking.
        let own = place.word("language_name");
        let text = fill(place.word("fallback"), &[("language", own)]);
        return vec![notice(text.into(), "fallback_short", link)];
    }
    let Origin::Translation { status, stale, .. } = origin else {
        return Vec::new();
    };
    let key = match status {
        TranslationStatus::Machine => Some(("machine", "machine_short")),
        TranslationStatus::Draft => Some(("draft", "draft_short")),
        TranslationStatus::Reviewed => None,
    };
    key.into_iter()
        .chain(stale.then_some(("stale", "stale_short")))
        .map(|(key, short)| {
            notice(
                place.word(key).into(),
                short,
                place.word("read_original").to_owned(),
            )
        })
        .collect()
}

/// A language by the name that the page's reader knows, else by its own.
fn language<'a>(place: &PageContext<'a>, lang: Lang) -> &'a str {
    let known = place.language.words.map().get(&format!("language_{lang}"));
    known.map_or_else(
        || place.site_context.language(lang).words.get("language_name"),
        String::as_str,
    )
}
