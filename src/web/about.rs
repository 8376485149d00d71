//! What a page says about itself, to its readers in its head and to machines: a title, a short
//! description, the pages above it, and its share card.

use serde::Serialize;

use super::page_context::PageContext;
use crate::base::Lang;
use crate::model::text::plain;
use crate::site::PageRef;

/// What a page says about itself.
pub(super) struct About {
    /// Its own title, without the site's.
    pub(super) title: String,
    /// One or two sentences for search engines.
    pub(super) description: String,
    /// The class of its body.
    pub(super) kind: &'static str,
    /// The pages above it.
    pub(super) above: Vec<PageRef>,
}

/// The picture that goes with a link to the page.
#[derive(Serialize)]
pub(super) struct CardMeta {
    pub(super) url: String,
    width: u32,
    height: u32,
    /// What stands on it.
    alt: String,
}

/// A description of a few lines: whole sentences as long as there is room, in one line.
pub(super) fn shortened(text: &str, lang: Lang) -> String {
    let locale = lang.locale();
    let (between, end) = (
        if locale.is_spaced() { " " } else { "" },
        locale.sentence_end,
    );
    let most = if locale.script.is_square() { 160 } else { 320 };
    let line = text.lines().collect::<Vec<_>>().join(between);
    let Some((cut, _)) = line.char_indices().nth(most) else {
        return line;
    };
    let head = &line[..cut];
    match head.rfind(end) {
        Some(at) if at > cut / 3 => line[..at + end.len_utf8()].to_owned(),
        _ => format!("{}…", head.trim_end()),
    }
}

/// The share card of a page, when this build sets them and the site has an address.
pub(super) fn card(place: &PageContext<'_>, page: PageRef) -> Option<CardMeta> {
    let (site, lang) = (place.site(), place.lang());
    let image = place.site_context.prints.card(site, page, lang)?;
    let alt = match (site.statement_on(page), page) {
        (Some(id), _) => {
            let text = site.statement(id).texts.for_reader(lang).text;
            let name = site.speaker_of(id, lang);
            let between = lang.locale().dash;
            format!("{}{between}{}", plain(&text.title), name.text)
        }
        (None, PageRef::Topic(id)) => site.topic(id).texts.for_reader(lang).text.name.clone(),
        _ => site.settings.title.get(lang).cloned().unwrap_or_default(),
    };
    Some(CardMeta {
        url: site.settings.base_url.as_ref()?.join(&image.path),
        width: image.width,
        height: image.height,
        alt,
    })
}

/// What a page that stands above others is called.
pub(super) fn label<'a>(place: &PageContext<'a>, page: PageRef) -> &'a str {
    match page {
        PageRef::Speakers => place.word("speakers"),
        PageRef::Topics => place.word("topics"),
        PageRef::Events => place.word("events"),
        PageRef::Leaflets => place.word("leaflets"),
        _ => place.word("home"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn descriptions_end_with_a_sentence() {
        assert_eq!(shortened("一つ。\n二つ。", Lang::JA), "一つ。二つ。");
        assert_eq!(shortened("One.\nTwo.", Lang::EN), "One. Two.");
        let long = format!("{}。{}。", "あ".repeat(100), "い".repeat(100));
        assert_eq!(
            shortened(&long, Lang::JA),
            format!("{}。", "あ".repeat(100))
        );
        let endless = "う".repeat(300);
        assert_eq!(
            shortened(&endless, Lang::JA),
            format!("{}…", "う".repeat(160))
        );
    }
}
