//! What readers are asked to do, as every page shows it: the same everywhere, so it is made once with
//! the chrome.

use serde::Serialize;
use tera::Value;

use super::page_context::PageContext;
use super::{phrased, qr};
use crate::base::{ByLang, Format};
use crate::site::{LeafletId, PageRef};

/// The request, and the ways to follow it.
#[derive(Serialize)]
pub(super) struct AskView<'a> {
    /// In phrases, since it stands large.
    text: Value,
    text_lang: Value,
    url: Option<&'a str>,
    /// The same to be read, for paper.
    address: Option<Value>,
    button: &'a str,
    deadline: Option<String>,
    deadline_iso: Option<String>,
    count: Option<&'a str>,
    /// Where the request can be followed on paper.
    paper: String,
    paper_label: &'a str,
}

/// What the site asks of its readers, if anything.
pub(super) fn view<'a>(place: &PageContext<'a>) -> Option<AskView<'a>> {
    let (site, lang) = (place.site(), place.lang());
    let call = site.settings.call_to_action.as_ref()?;
    let own = |by: &'a ByLang<String>| by.get(lang).map(String::as_str);
    let url = call.url.as_deref();
    let sheets = (0..site.leaflets.len()).map(LeafletId);
    let sheet = sheets
        .filter(|id| is_signature_sheet(place, *id))
        .min_by_key(|id| site.text_lang(PageRef::Leaflet(*id), lang) != lang);
    // Without a sheet to sign, the leaflets have the request and the code that leads to it.
    let (paper, label) = match sheet {
        Some(id) => (PageRef::Leaflet(id), "ask_paper"),
        None => (PageRef::Leaflets, "take_leaflet"),
    };
    let told_in = call.told_in.get(lang).copied().unwrap_or(lang);
    Some(AskView {
        text: phrased::text(own(&call.text)?, told_in),
        text_lang: place.lang_attr(told_in),
        url,
        address: url.map(qr::spoken),
        button: own(&call.button).unwrap_or_else(|| place.word("ask_open")),
        deadline: call.deadline.map(|date| date.long(lang)),
        deadline_iso: call.deadline.map(|date| date.to_string()),
        count: own(&call.count),
        paper: place.href(paper),
        paper_label: place.word(label),
    })
}

fn is_signature_sheet(place: &PageContext<'_>, id: LeafletId) -> bool {
    let composed = place.site().leaflet(id).composed();
    composed.is_some_and(|own| own.format == Format::SignatureSheet)
}
