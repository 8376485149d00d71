//! What a PDF says of itself: standards, language, title, tags, bookmarks, links.

use hayro::hayro_syntax::Pdf;
use hayro::hayro_syntax::object::{Array, Dict, Name, Object, Rect, Stream, String as PdfString};

use crate::preflight::geometry::Area;

/// What a document claims.
#[derive(Debug, Clone, Default)]
#[allow(clippy::struct_excessive_bools, reason = "each is a claim of its own")]
pub(in crate::preflight) struct Claims {
    /// `PDF/UA-1`, as its metadata say.
    pub ua1: bool,
    /// `PDF/A-2a`.
    pub a2a: bool,
    /// Any claim to be PDF/X.
    pub x: bool,
    /// Whether it says that it is tagged.
    pub marked: bool,
    /// How many elements its tree of tags has.
    pub tags: usize,
    /// Figures without a text in their place.
    pub mute_figures: usize,
    /// Its language.
    pub language: Option<String>,
    /// Its title in the metadata.
    pub title: Option<String>,
    /// Whether viewers show the title instead of the file's name.
    pub shows_title: bool,
    /// Whether it has bookmarks.
    pub bookmarks: bool,
    /// Whether it says what its colours mean.
    pub intent: bool,
    /// Names that links can lead to.
    pub names: Vec<String>,
}

/// Something on a page that is not printed matter.
#[derive(Debug, Clone)]
pub(in crate::preflight) struct Annotation {
    /// `Link`, `Widget`, `Text`, …
    pub kind: String,
    /// Where it is.
    pub area: Area,
    /// Where a link leads.
    pub goal: Goal,
    /// What it is in words, for those who cannot see it.
    pub words: Option<String>,
}

/// Where a link leads.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::preflight) enum Goal {
    /// An address.
    Address(String),
    /// A page of the document.
    Page,
    /// A name that should stand in the document.
    Named(String),
    /// Nowhere.
    Nowhere,
}

/// More tags and names than this have no leaflet.
const MOST: usize = 100_000;

/// Reads the document's catalog (ISO 32000-1 §7.7.2).
pub(super) fn read(pdf: &Pdf) -> Claims {
    let xref = pdf.xref();
    let Some(catalog) = xref.get::<Dict<'_>>(xref.root_id()) else {
        return Claims::default();
    };
    let dict = |key: &str| catalog.get::<Dict<'_>>(key).unwrap_or_default();
    let metadata = catalog
        .get::<Stream<'_>>("Metadata")
        .and_then(|stream| Some(String::from_utf8_lossy(&stream.decoded().ok()?).into_owned()))
        .unwrap_or_default();
    let says = |name: &str, value: &str| {
        metadata.contains(&format!("<{name}>{value}</{name}>"))
            || metadata.contains(&format!("{name}=\"{value}\""))
    };
    let mut tags = Tags::default();
    tags.count(&dict("StructTreeRoot"), 0);
    let mut names = Vec::new();
    read_names(
        &dict("Names").get::<Dict<'_>>("Dests").unwrap_or_default(),
        0,
        &mut names,
    );
    names.extend(dict("Dests").keys().map(|name| name.as_str().to_owned()));
    Claims {
        ua1: says("pdfuaid:part", "1"),
        a2a: says("pdfaid:part", "2") && says("pdfaid:conformance", "A"),
        x: metadata.contains("pdfxid:")
            || metadata.contains("GTS_PDFX")
            || dict("Info").contains_key("GTS_PDFXVersion"),
        marked: dict("MarkInfo").get::<bool>("Marked") == Some(true),
        tags: tags.elements,
        mute_figures: tags.mute_figures,
        language: catalog.get::<PdfString<'_>>("Lang").map(|lang| text(&lang)),
        title: title(&metadata),
        shows_title: dict("ViewerPreferences").get::<bool>("DisplayDocTitle") == Some(true),
        bookmarks: dict("Outlines").get::<Dict<'_>>("First").is_some(),
        intent: catalog
            .get::<Array<'_>>("OutputIntents")
            .is_some_and(|list| {
                list.iter::<Dict<'_>>()
                    .any(|i| i.contains_key("DestOutputProfile"))
            }),
        names,
    }
}

/// The title in the metadata.
fn title(metadata: &str) -> Option<String> {
    let (_, after) = metadata.split_once("<dc:title>")?;
    let (_, after) = after.split_once("<rdf:li")?;
    let (_, after) = after.split_once('>')?;
    let (title, _) = after.split_once("</rdf:li>")?;
    (!title.trim().is_empty()).then(|| title.to_owned())
}

/// Counts what the tree of tags holds.
#[derive(Default)]
struct Tags {
    elements: usize,
    mute_figures: usize,
}

impl Tags {
    fn count(&mut self, element: &Dict<'_>, depth: u8) {
        const DEEP: u8 = 60;
        if depth > DEEP || self.elements > MOST {
            return;
        }
        if let Some(kind) = element.get::<Name<'_>>("S") {
            self.elements += 1;
            let spoken = |key: &str| {
                let words = element.get::<PdfString<'_>>(key);
                words.is_some_and(|words| !text(&words).trim().is_empty())
            };
            if kind.as_ref() == b"Figure" && !spoken("Alt") && !spoken("ActualText") {
                self.mute_figures += 1;
            }
        }
        match element.get::<Object<'_>>("K") {
            Some(Object::Dict(kid)) => self.count(&kid, depth + 1),
            Some(Object::Array(kids)) => {
                for kid in kids.iter::<Object<'_>>() {
                    if let Object::Dict(kid) = kid {
                        self.count(&kid, depth + 1);
                    }
                }
            }
            _ => {}
        }
    }
}

/// The names in a tree of names (ISO 32000-1 §7.9.6).
fn read_names(node: &Dict<'_>, depth: u8, names: &mut Vec<String>) {
    const DEEP: u8 = 20;
    if depth > DEEP || names.len() > MOST {
        return;
    }
    if let Some(list) = node.get::<Array<'_>>("Names") {
        for item in list.iter::<Object<'_>>() {
            if let Object::String(name) = item {
                names.push(text(&name));
            }
        }
    }
    if let Some(kids) = node.get::<Array<'_>>("Kids") {
        for kid in kids.iter::<Dict<'_>>() {
            read_names(&kid, depth + 1, names);
        }
    }
}

/// Reads a page's annotations.
pub(super) fn annotations(list: &Array<'_>) -> Vec<Annotation> {
    let read = |dict: Dict<'_>| {
        let area = dict.get::<Rect>("Rect").unwrap_or(Rect::ZERO);
        Annotation {
            kind: dict
                .get::<Name<'_>>("Subtype")
                .map(|kind| kind.as_str().to_owned())
                .unwrap_or_default(),
            area: Area {
                x0: area.x0,
                y0: area.y0,
                x1: area.x1,
                y1: area.y1,
            },
            goal: goal(&dict),
            words: dict
                .get::<PdfString<'_>>("Contents")
                .map(|words| text(&words)),
        }
    };
    list.iter::<Dict<'_>>().map(read).collect()
}

fn goal(annotation: &Dict<'_>) -> Goal {
    let to = |destination: Object<'_>| match destination {
        Object::Array(place)
            if place
                .iter::<Dict<'_>>()
                .next()
                .is_some_and(|page| is_page(&page)) =>
        {
            Goal::Page
        }
        Object::String(name) => Goal::Named(text(&name)),
        Object::Name(name) => Goal::Named(name.as_str().to_owned()),
        _ => Goal::Nowhere,
    };
    if let Some(destination) = annotation.get::<Object<'_>>("Dest") {
        return to(destination);
    }
    let Some(action) = annotation.get::<Dict<'_>>("A") else {
        return Goal::Nowhere;
    };
    match action.get::<Name<'_>>("S").as_ref().map(AsRef::as_ref) {
        Some(b"URI") => action
            .get::<PdfString<'_>>("URI")
            .map_or(Goal::Nowhere, |uri| Goal::Address(text(&uri))),
        Some(b"GoTo") => action.get::<Object<'_>>("D").map_or(Goal::Nowhere, to),
        _ => Goal::Nowhere,
    }
}

fn is_page(dict: &Dict<'_>) -> bool {
    dict.get::<Name<'_>>("Type")
        .is_some_and(|kind| kind.as_ref() == b"Page")
}

/// A text string (ISO 32000-1 §7.9.2.2): UTF-16 with its mark, else taken for UTF-8 or Latin.
fn text(string: &PdfString<'_>) -> String {
    let bytes = string.as_bytes();
    match bytes {
        [0xFE, 0xFF, rest @ ..] => {
            let units = rest
                .chunks_exact(2)
                .map(|unit| u16::from_be_bytes([unit[0], unit[1]]));
            char::decode_utf16(units).filter_map(Result::ok).collect()
        }
        _ => match std::str::from_utf8(bytes) {
            Ok(text) => text.to_owned(),
            Err(_) => bytes.iter().map(|byte| char::from(*byte)).collect(),
        },
    }
}
