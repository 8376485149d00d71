//! Leaflets: as a link with its files, and as the page that prints as the same sheet.

use serde::Serialize;
use tera::{Context, Value};

use super::engine::fill;
use super::head::{self, About};
use super::page_context::PageContext;
use super::people::{self, DownloadView, LeafletLink};
use super::printed::{self, PrintedView};
use super::sheet::SheetView;
use super::sides::Cuts;
use super::{fit, notices, panels, phrased, sheet, sides};
use crate::base::{Edition, Format, Lang};
use crate::model::text::plain;
use crate::site::{LeafletId, LeafletKind, Origin, PageRef};

/// The labels of PDFs where there is room, and where there is little.
pub(super) const LONG: [&str; 2] = ["pdf_office", "pdf_print"];
pub(super) const SHORT: [&str; 2] = ["pdf_office_short", "pdf_print_short"];

#[derive(Serialize)]
struct LeafletView<'a> {
    name: String,
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
    let text_lang = site.text_lang(page, lang);
    let (hook, name, said, folded) = match &site.leaflet(id).kind {
        LeafletKind::Statement(id) => {
            let text = people::statement(place, *id).text;
            let hook = phrased::line(place, &text.title, text_lang);
            let said = plain(&text.title);
            (hook, text.name.as_str().into(), said, false)
        }
        LeafletKind::Topic(id) => {
            let name = &site.topic(*id).texts.for_reader(lang).text.name;
            let hook = phrased::text(name, text_lang);
            (hook, name.as_str().into(), name.clone(), false)
        }
        LeafletKind::Event(id) => {
            let name = &site.event(*id).texts.for_reader(lang).text.name;
            let hook = phrased::text(name, text_lang);
            (hook, name.as_str().into(), name.clone(), false)
        }
        LeafletKind::Composed(composed) => {
            let text = composed.texts.for_reader(lang).text;
            let hook = text.hook.as_ref().unwrap_or(&text.title);
            let said = plain(hook);
            let hook = phrased::line(place, hook, text_lang);
            let folded = composed.edition != Edition::Large && composed.format.is_narrow();
            (hook, plain(&text.title).into(), said, folded)
        }
    };
    LeafletLink {
        href: place.href(page),
        hook,
        name,
        pdfs: people::pdfs(place, id, labels),
        folded,
        picture: printed::pictures(place, id, &said).into_iter().next(),
        paper: printed::paper(place, id),
        lang_attr: place.lang_attr(text_lang),
    }
}

/// The page of a leaflet.
pub(super) fn view(place: &PageContext<'_>, id: LeafletId) -> (&'static str, Context) {
    let (site, lang) = (place.site(), place.lang());
    let leaflet = site.leaflet(id);
    let text_lang = site.text_lang(PageRef::Leaflet(id), lang);
    // A sheet is in one language throughout, even where the page around it is in another.
    let paper = PageContext::of(place.press, PageRef::Leaflet(id), text_lang);
    let cuts = Cuts::of(&paper, id);
    let (format, edition) = match &leaflet.kind {
        LeafletKind::Composed(composed) => (composed.format, composed.edition),
        _ => (Format::A4, Edition::Standard),
    };
    let of = |name: &str| fill(place.word("leaflet_of"), &[("name", name)]);
    let (name, hook, sheets, original, origin): (_, _, _, Lang, &Origin) = match &leaflet.kind {
        LeafletKind::Statement(id) => {
            let texts = &site.statement(*id).texts;
            let text = texts.for_reader(lang).text;
            (
                of(&text.name),
                plain(&text.title),
                vec![sides::of_speaker(&paper, *id, &cuts)],
                texts.original().lang,
                &text.origin,
            )
        }
        LeafletKind::Topic(id) => {
            let texts = &site.topic(*id).texts;
            let text = texts.for_reader(lang).text;
            (
                of(&text.name),
                text.name.clone(),
                vec![sides::of_topic(&paper, *id, &cuts)],
                texts.original().lang,
                &text.origin,
            )
        }
        LeafletKind::Event(id) => {
            let texts = &site.event(*id).texts;
            let text = texts.for_reader(lang).text;
            (
                of(&text.name),
                text.name.clone(),
                vec![sides::of_event(&paper, *id, &cuts)],
                texts.original().lang,
                &text.origin,
            )
        }
        LeafletKind::Composed(composed) => {
            let text = composed.texts.for_reader(lang).text;
            let original = composed.texts.original().lang;
            (
                plain(&text.title),
                plain(text.hook.as_ref().unwrap_or(&text.title)),
                panels::of_composed(&paper, composed, &cuts),
                original,
                &text.origin,
            )
        }
    };
    let about = About {
        description: name.clone(),
        title: name.clone(),
        kind: "leaflet",
        above: vec![PageRef::Leaflets],
    };
    let topic = match leaflet.kind {
        LeafletKind::Topic(id) => Some(site.topic(id)).filter(|topic| topic.color.is_some()),
        _ => None,
    };
    let topic = topic.map(|topic| topic.slug.as_str());
    let mut context = head::context(place, &about);
    context.insert("notices", &notices::of(place, text_lang, original, origin));
    context.insert(
        "leaflet",
        &LeafletView {
            name,
            pdfs: people::pdfs(place, id, LONG),
            pictures: printed::pictures(place, id, &hook),
            paper: printed::paper(place, id),
            topic,
            folded: edition != Edition::Large && format.is_folded(),
            sheets: fit::fitted(
                sheets,
                &sheet::paper(place.press.theme.manifest(), format, edition),
            ),
            words: paper.tongue.ui.clone(),
            locale: paper.tongue.locale.clone(),
        },
    );
    ("leaflet.html", context)
}
