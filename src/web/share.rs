//! Ways to hand a page on: links and buttons, none of which asks anything of another host by itself.

use percent_encoding::{NON_ALPHANUMERIC, utf8_percent_encode};
use serde::Serialize;

use super::page_context::PageContext;

/// What somebody hands on.
#[derive(Serialize)]
pub(super) struct ShareView {
    /// The title, for the system's own sheet.
    title: String,
    /// The address of the page, where the site has one.
    url: Option<String>,
    /// Where LINE takes both.
    line: Option<String>,
}

/// The page with a title, to be handed on.
pub(super) fn view(place: &PageContext<'_>, title: &str) -> ShareView {
    let (site, lang) = (place.site(), place.lang());
    let base = site.settings.base_url.as_ref();
    let url = base.zip(place.page);
    let url = url.map(|(base, page)| base.join(site.address(page, lang)));
    let line = url.as_ref().map(|url| {
        let text = format!("{title}\n{url}");
        let text = utf8_percent_encode(&text, NON_ALPHANUMERIC);
        format!("https://line.me/R/share?text={text}")
    });
    ShareView {
        title: title.to_owned(),
        url,
        line,
    }
}
