//! Plain pages, the page for an address that leads nowhere, and old addresses.

use serde::Serialize;
use tera::{Context, Value};

use super::about::About;
use super::head;
use super::page_context::PageContext;
use super::phrased;
use super::text::{Writer, push_text};
use crate::model::text::{plain, plain_blocks};
use crate::site::{PageId, PageRef, Text};

#[derive(Serialize)]
struct PlainContent {
    title: Value,
    body: Value,
}

#[derive(Serialize)]
struct PlainTarget {
    href: String,
    name: String,
}

/// Any other page.
pub(super) fn page(place: &PageContext<'_>, id: PageId) -> (&'static str, Context) {
    let page = place.site().page(id);
    let version = page.texts.for_reader(place.lang());
    let text = version.text;
    let about = About {
        title: plain(&text.title),
        description: plain_blocks(&text.body.intro),
        kind: "page",
        above: Vec::new(),
    };
    let mut body = String::new();
    push_body(&place.writer(), &text.body, &mut body);
    let original = page.texts.original().lang;
    let mut context = head::context_of(place, &about, &version, original, &text.origin);
    context.insert(
        "content",
        &PlainContent {
            title: phrased::line(place, &text.title, version.lang),
            body: Value::safe_string(&body),
        },
    );
    ("page.html", context)
}

/// What a host shows for an address that leads nowhere.
pub(super) fn not_found(place: &PageContext<'_>) -> (&'static str, Context) {
    let about = About {
        title: place.word("not_found_title").to_owned(),
        description: String::new(),
        kind: "not-found",
        above: Vec::new(),
    };
    ("not_found.html", head::context(place, &about))
}

/// An old address that leads to the page's new one.
pub(super) fn redirect(place: &PageContext<'_>, target: PageRef) -> (&'static str, Context) {
    let about = About {
        title: place.word("redirect_title").to_owned(),
        description: String::new(),
        kind: "redirect",
        above: Vec::new(),
    };
    let site = place.site();
    let base = site.settings.base_url.as_ref();
    let mut context = head::context(place, &about);
    context.insert(
        "canonical",
        &base.map(|url| url.join(site.address(target, place.lang()))),
    );
    context.insert(
        "target",
        &PlainTarget {
            href: place.href(target),
            name: name(place, target),
        },
    );
    ("redirect.html", context)
}

/// A page by name.
fn name(place: &PageContext<'_>, page: PageRef) -> String {
    let (site, lang) = (place.site(), place.lang());
    match page {
        PageRef::Person(id) => site.name_of(id, lang).text.clone(),
        PageRef::Statement(id) => site.speaker_of(id, lang).text.clone(),
        PageRef::Topic(id) => site.topic(id).texts.for_reader(lang).text.name.clone(),
        PageRef::Event(id) => site.event(id).texts.for_reader(lang).text.name.clone(),
        PageRef::Page(id) => plain(&site.page(id).texts.for_reader(lang).text.title),
        PageRef::Leaflet(id) => match site.made_from(id) {
            Some(page) => name(place, page),
            None => site.leaflet_document(id, lang).plain_title(),
        },
        PageRef::Speakers => place.word("speakers").to_owned(),
        PageRef::Topics => place.word("topics").to_owned(),
        PageRef::Events => place.word("events").to_owned(),
        PageRef::Leaflets => place.word("leaflets").to_owned(),
        PageRef::Search => place.word("search").to_owned(),
        PageRef::Home | PageRef::NotFound => place.word("home").to_owned(),
    }
}

/// A whole body: what stands before the first section, then the sections with their headings.
pub(super) fn push_body(writer: &Writer<'_>, body: &Text, out: &mut String) {
    writer.push_blocks(&body.intro, out);
    for section in &body.sections {
        out.push_str("\n<h2 id=\"");
        push_text(&section.id, out);
        out.push_str("\">");
        writer.push_line(&section.heading, out);
        out.push_str("</h2>\n");
        writer.push_blocks(&section.blocks, out);
    }
}
