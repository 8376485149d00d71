//! Leaflets: as a link with its files, and as the page that prints as the same sheet.

use std::borrow::Cow;

use serde::Serialize;
use tera::{Context, Value};

use super::about::About;
use super::engine::fill;
use super::head;
use super::page_context::PageContext;
use super::people::{self, DownloadView, LeafletLink};
use super::printed::{self, PrintedView};
use super::sheet::SheetView;
use super::{notices, phrased, share, sheet, sides, standing};
use crate::model::text::{Inline, plain};
use crate::site::{LeafletId, PageRef, Target, Version};

/// The labels of PDFs where there is room, and where there is little.
pub(super) const LONG: [&str; 2] = ["pdf_office", "pdf_print"];
pub(super) const SHORT: [&str; 2] = ["pdf_office_short", "pdf_print_short"];

#[derive(Serialize)]
struct LeafletView<'a> {
    name: Value,
    pdfs: Vec<DownloadView<'a>>,
    /// Pictures of its pages, and the paper that they are printed on.
    pictures: Vec<PrintedView>,
    paper: String,
    /// The topic whose colour it has.
    topic: Option<&'a str>,
    /// Whether its paper is folded.
    folded: bool,
    sheets: Vec<SheetView<'a>>,
    /// The words of the interface in the language of the sheets.
    words: Value,
    /// What that language asks for.
    locale: Value,
}

/// A leaflet with its hook and files.
pub(super) fn link<'a>(
    place: &PageContext<'a>,
    id: LeafletId,
    labels: [&'static str; 2],
) -> LeafletLink<'a> {
    let (site, lang) = (place.site(), place.lang());
    let page = PageRef::Leaflet(id);
    let leaflet = site.leaflet(id);
    let document = site.leaflet_document(id, lang);
    let hook = hook(place, id);
    let (name, name_lang) = people::leaflet_name(place, id);
    LeafletLink {
        href: place.href(page),
        hook: phrased::line(place, &hook, document.lang),
        name,
        name_lang: place.lang_attr(name_lang),
        pdfs: people::pdfs(place, id, labels),
        folded: leaflet.paper().is_narrow(),
        picture: printed::pictures(place, id, &plain(&hook))
            .into_iter()
            .next(),
        paper: printed::paper(place, id),
        lang_attr: place.lang_attr(document.lang),
    }
}

/// What stands largest on a leaflet.
fn hook<'a>(place: &PageContext<'a>, id: LeafletId) -> Cow<'a, [Inline<Target>]> {
    let (site, lang) = (place.site(), place.lang());
    let composed = site.leaflet(id).composed();
    let own = composed.and_then(|own| own.texts.for_reader(lang).text.hook.as_ref());
    match own {
        Some(hook) => Cow::Borrowed(hook),
        None => site.leaflet_document(id, lang).title,
    }
}

/// The page of a leaflet.
pub(super) fn view(place: &PageContext<'_>, id: LeafletId) -> (&'static str, Context) {
    let (site, lang) = (place.site(), place.lang());
    let leaflet = site.leaflet(id);
    let document = site.leaflet_document(id, lang);
    // A sheet is in one language throughout, even where the page around it is in another.
    let paper = PageContext::of(place.site_context, PageRef::Leaflet(id), document.lang);
    let (own, own_lang) = people::leaflet_name(place, id);
    let told = Version {
        lang: own_lang,
        text: &*own,
    };
    let (name, heading) = match site.made_from(id) {
        Some(_) => (
            fill(place.word("leaflet_of"), &[("name", &own)]),
            standing::filled(place, "leaflet_of", ("name", told)),
        ),
        None => (own.to_string(), standing::marked(told, lang)),
    };
    let about = About {
        description: name.clone(),
        title: name.clone(),
        kind: "leaflet",
        above: vec![PageRef::Leaflets],
    };
    let topic = match site.made_from(id) {
        Some(PageRef::Topic(id)) => Some(site.topic(id)).filter(|topic| topic.color.is_some()),
        _ => None,
    };
    let topic = topic.map(|topic| topic.slug.as_str());
    let mut context = head::context(place, &about);
    let notices = notices::of(place, document.lang, document.original, document.origin);
    context.insert("notices", &notices);
    context.insert("share", &share::view(place, &about.title));
    let (sheets, size) = sides::of(&paper, id);
    context.insert(
        "leaflet",
        &LeafletView {
            name: heading,
            pdfs: people::pdfs(place, id, LONG),
            pictures: printed::pictures(place, id, &plain(&hook(place, id))),
            paper: printed::paper(place, id),
            topic,
            folded: leaflet.paper().is_folded(),
            sheets: sheet::on_paper(sheets, leaflet, size, paper.text_lang().locale()),
            words: paper.language.ui.clone(),
            locale: paper.language.locale.clone(),
        },
    );
    ("leaflet.html", context)
}
