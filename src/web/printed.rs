//! What pages tell of printed leaflets: pictures of their pages, the paper, how large files are.

use serde::Serialize;

use super::engine::fill;
use super::page_context::PageContext;
use crate::base::Format;
use crate::base::format::sheets;
use crate::leaflet::{Image, Printed, SheetPicture};
use crate::site::{LeafletId, PageRef};

/// A picture in two widths.
#[derive(Serialize)]
pub(super) struct PrintedView {
    src: String,
    srcset: String,
    width: u32,
    height: u32,
    alt: String,
}

/// The pages of a leaflet as pictures; none when this build sets no leaflets. `hook` is what
/// stands largest on it.
pub(super) fn pictures(place: &PageContext<'_>, id: LeafletId, hook: &str) -> Vec<PrintedView> {
    let pages = printed(place, id).map_or(&[][..], |printed| &printed.pages);
    let picture = |(number, SheetPicture(widths)): (usize, &SheetPicture)| {
        let number = number.to_string();
        let word = if pages.len() > 1 {
            "leaflet_picture_page"
        } else {
            "leaflet_picture"
        };
        let one = |image: &Image| format!("{} {}w", place.file(&image.path), image.width);
        let [small, ..] = widths;
        PrintedView {
            srcset: widths.each_ref().map(one).join(", "),
            src: place.file(&small.path),
            width: small.width,
            height: small.height,
            alt: fill(place.word(word), &[("hook", hook), ("n", &number)]),
        }
    };
    (1..).zip(pages).map(picture).collect()
}

/// The paper of a leaflet, how many sheets it takes, and its language, on one line.
pub(super) fn paper(place: &PageContext<'_>, id: LeafletId) -> String {
    let site = place.site();
    let leaflet = site.leaflet(id);
    let format = leaflet.paper();
    let lang = site.text_lang(PageRef::Leaflet(id), place.lang());
    let language = place.site_context.language(lang).words.get("language_name");
    let mut facts = vec![
        place
            .word(word(format, leaflet.sides().len() > 1))
            .to_owned(),
        language.to_owned(),
    ];
    if let Some(printed) = printed(place, id) {
        let sheets = sheets(printed.pages.len(), leaflet.sides()).to_string();
        facts.insert(1, fill(place.word("leaflet_sheets"), &[("n", &sheets)]));
    }
    facts.join(place.lang().locale().facts)
}

/// The sizes of the two PDFs, for offices and for print shops, in words.
pub(super) fn sizes(place: &PageContext<'_>, id: LeafletId) -> Option<[String; 2]> {
    let Printed { office, press, .. } = printed(place, id)?;
    let kilobytes = |bytes: &usize| {
        let kilobytes = bytes.div_ceil(1000).to_string();
        fill(place.word("file_size"), &[("n", &kilobytes)])
    };
    Some([kilobytes(office), kilobytes(press)])
}

/// The key of a format's name among the words of the interface; a leaflet in two languages is
/// printed on both sides in any format.
fn word(format: Format, both_sides: bool) -> &'static str {
    match format {
        Format::A4 if !both_sides => "format_a4",
        Format::A4 | Format::A4Duplex => "format_a4_duplex",
        Format::A5 if !both_sides => "format_a5",
        Format::A5 | Format::A5Duplex => "format_a5_duplex",
        Format::B5 if !both_sides => "format_b5",
        Format::B5 | Format::B5Duplex => "format_b5_duplex",
        Format::A4Trifold => "format_a4_trifold",
        Format::A4Zfold => "format_a4_zfold",
        Format::A3Bifold => "format_a3_bifold",
        Format::A3 => "format_a3",
        Format::Postcard => "format_postcard",
        Format::SignatureSheet => "format_signature_sheet",
    }
}

fn printed<'a>(place: &PageContext<'a>, id: LeafletId) -> Option<&'a Printed> {
    let site_context = place.site_context;
    if site_context.options.preview
        && let Ok(mut told) = site_context.told.lock()
    {
        let lang = site_context
            .site
            .text_lang(PageRef::Leaflet(id), place.lang());
        told.insert((id, lang));
    }
    site_context
        .prints
        .leaflet(site_context.site, id, place.lang())
}
