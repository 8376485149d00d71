//! Drawings in SVG: parsed, and written anew from what is known to be harmless.
//!
//! What is not on the lists of `svg/allowed.rs` does not come out: scripts, handlers, foreign
//! content, animation, addresses outside the drawing. Since every byte of the result is written
//! here, in UTF-8 and without a document type, nobody can read it otherwise than it was read.

mod allowed;
mod embedded;
mod style;

use std::borrow::Cow;
use std::io;

use encoding_rs::{Encoding, UTF_8};
use quick_xml::Writer;
use quick_xml::events::{BytesEnd, BytesStart, BytesText, Event};
use roxmltree::{Attribute, Document, Node, ParsingOptions};

use super::drawn::{DrawnFile, DrawnPicture};
use super::fault::PictureFault;
use super::form::Form;

/// No larger drawing is read, in bytes.
const MOST_BYTES: usize = 2 << 20;

/// No drawing unfolds to more than this, in bytes: a small file can ask for more than there is, by
/// entities that unfold.
const MOST_UNFOLDED: usize = 8 << 20;

/// No drawing has more elements and texts than this.
const MOST_NODES: u32 = 1 << 20;

/// Elements are no deeper inside each other than this.
const DEEPEST: usize = 256;

/// A drawing that does not say how large it is, is as large as browsers would have it.
const UNSAID: (f64, f64) = (300.0, 150.0);

const SVG: &str = "http://www.w3.org/2000/svg";
const XLINK: &str = "http://www.w3.org/1999/xlink";
const XML: &str = "http://www.w3.org/XML/1998/namespace";

/// Whether a file is meant to be SVG.
pub(super) fn is_svg(bytes: &[u8]) -> bool {
    let start = &bytes[..bytes.len().min(4_096)];
    let (encoding, mark) = encoding(start);
    let (text, _) = encoding.decode_without_bom_handling(&start[mark..]);
    text.trim_start().starts_with('<') && text.contains("<svg")
}

/// The drawing without anything that runs or fetches, and its size.
pub(super) fn clean(bytes: &[u8]) -> Result<DrawnPicture, PictureFault> {
    if bytes.len() > MOST_BYTES {
        return Err(PictureFault::Heavy {
            bytes: bytes.len(),
            most: MOST_BYTES,
        });
    }
    let text = decoded(bytes).ok_or(PictureFault::Garbled)?;
    if unfolded(&text) > MOST_UNFOLDED {
        return Err(UNFOLDS);
    }
    let document = parsed(&text)?;
    let depth = depth(&document);
    if depth > DEEPEST {
        return Err(PictureFault::Nested {
            depth,
            most: DEEPEST,
        });
    }
    let pictures = document.descendants().filter(|node| {
        let mut addresses = node.attributes().filter(|a| a.name() == "href");
        addresses.any(|a| embedded::is_picture(a.value()))
    });
    if pictures.count() > embedded::MOST {
        return Err(PictureFault::Crowded {
            most: embedded::MOST,
        });
    }
    let root = document.root_element();
    if !is_drawn(root) || root.tag_name().name() != "svg" {
        return Err(PictureFault::NoDrawing);
    }
    let mut out = Writer::new(Vec::new());
    element(root, &mut out).map_err(|_| PictureFault::Broken)?;
    let (width, height) = size(root);
    Ok(DrawnPicture {
        width,
        height,
        drawn: vec![DrawnFile {
            form: Form::Svg,
            width,
            bytes: out.into_inner(),
        }],
    })
}

const UNFOLDS: PictureFault = PictureFault::Unfolds {
    most: MOST_UNFOLDED,
};

/// The file's text, in the encoding that its mark or its XML declaration names.
fn decoded(bytes: &[u8]) -> Option<Cow<'_, str>> {
    let (encoding, mark) = encoding(bytes);
    encoding.decode_without_bom_handling_and_without_replacement(&bytes[mark..])
}

/// The encoding of a file, and how many bytes mark it.
fn encoding(bytes: &[u8]) -> (&'static Encoding, usize) {
    let declared = || {
        let start = bytes.strip_prefix(b"<?xml")?;
        let start = String::from_utf8_lossy(&start[..start.len().min(128)]);
        let (declaration, _) = start.split_once("?>")?;
        let (_, named) = declaration.split_once("encoding")?;
        Encoding::for_label(named.split(['"', '\'']).nth(1)?.as_bytes())
    };
    Encoding::for_bom(bytes).unwrap_or_else(|| (declared().unwrap_or(UTF_8), 0))
}

/// At most so many bytes the entities unfold to; without end where one may hold another. The
/// parser has its own limit for those inside each other, but none for many side by side.
fn unfolded(svg: &str) -> usize {
    let mut longest = 0;
    for declared in svg.split("<!ENTITY").skip(1) {
        let value = declared.find(['"', '\'']).map_or("", |at| {
            let (quote, rest) = declared[at..].split_at(1);
            rest.split_once(quote).map_or(rest, |(value, _)| value)
        });
        // `&#38;` is how an ampersand is hidden in a value.
        if value.contains(['&', '%']) {
            return usize::MAX;
        }
        longest = longest.max(value.len());
    }
    longest.saturating_mul(svg.matches('&').count())
}

fn parsed(text: &str) -> Result<Document<'_>, PictureFault> {
    let options = ParsingOptions {
        // Drawing programs write names of vocabularies as entities. Nothing outside is read.
        allow_dtd: true,
        nodes_limit: MOST_NODES,
        entity_resolver: None,
    };
    Document::parse_with_options(text, options).map_err(|error| match error {
        roxmltree::Error::EntityReferenceLoop(_) | roxmltree::Error::NodesLimitReached => UNFOLDS,
        // HTML is no XML: a page that was saved ends here as a rule.
        _ if is_web_page(text) => PictureFault::NoDrawing,
        _ if !text.contains("</svg") => PictureFault::Cut,
        error => PictureFault::Slip {
            line: error.pos().row,
        },
    })
}

/// Whether a text begins as web pages do.
fn is_web_page(text: &str) -> bool {
    let text = text.trim_start();
    ["<!doctype html", "<html"].iter().any(|start| {
        let begun = text.get(..start.len());
        begun.is_some_and(|begun| begun.eq_ignore_ascii_case(start))
    })
}

/// How deep elements lie inside each other at most.
fn depth(document: &Document<'_>) -> usize {
    // A parent comes before its children, in the order of the file.
    let mut depths: Vec<usize> = Vec::new();
    for node in document.descendants() {
        let parent = node.parent().and_then(|p| depths.get(p.id().get_usize()));
        depths.push(parent.map_or(0, |depth| depth + usize::from(node.is_element())));
    }
    depths.into_iter().max().unwrap_or_default()
}

/// Whether an element belongs to SVG; a file that names no vocabulary is taken to be SVG.
fn is_drawn(node: Node<'_, '_>) -> bool {
    node.tag_name().namespace().is_none_or(|name| name == SVG)
}

/// Writes an element with what may stay of its attributes and content. It is called no deeper than
/// elements lie inside each other.
fn element(node: Node<'_, '_>, out: &mut Writer<Vec<u8>>) -> io::Result<()> {
    let name = node.tag_name().name();
    if !is_drawn(node) {
        return Ok(());
    }
    if name == "a" {
        // A picture leads nowhere; what the link is around stays.
        return children(node, out);
    }
    if !allowed::ELEMENTS.contains(&name) {
        return Ok(());
    }
    let mut start = BytesStart::new(name);
    if node.parent_element().is_none() {
        start.push_attribute(("xmlns", SVG));
        start.push_attribute(("xmlns:xlink", XLINK));
    }
    for attribute in node.attributes() {
        if let Some((name, value)) = kept(name, &attribute) {
            start.push_attribute((name, &*value));
        }
    }
    let end = BytesEnd::new(name);
    if name == "style" {
        let texts = node.descendants().filter(Node::is_text);
        let css: String = texts.filter_map(|text| text.text()).collect();
        let css = style::sheet(&css);
        if css.is_empty() {
            return Ok(());
        }
        out.write_event(Event::Start(start))?;
        out.write_event(Event::Text(BytesText::new(&css)))?;
        return out.write_event(Event::End(end));
    }
    let before = out.get_ref().len();
    out.write_event(Event::Start(start.borrow()))?;
    let begun = out.get_ref().len();
    children(node, out)?;
    if out.get_ref().len() > begun {
        return out.write_event(Event::End(end));
    }
    out.get_mut().truncate(before);
    out.write_event(Event::Empty(start))
}

fn children(node: Node<'_, '_>, out: &mut Writer<Vec<u8>>) -> io::Result<()> {
    for child in node.children() {
        if child.is_element() {
            element(child, out)?;
        } else if let (true, Some(text)) = (child.is_text(), child.text()) {
            out.write_event(Event::Text(BytesText::new(text)))?;
        }
    }
    Ok(())
}

/// The name and value with which an attribute is written, if it is.
fn kept<'a>(
    element: &str,
    attribute: &'a Attribute<'_, '_>,
) -> Option<(&'static str, Cow<'a, str>)> {
    let value = attribute.value();
    match (attribute.namespace(), attribute.name()) {
        (None, "href") => Some(("href", address(element, value)?)),
        (Some(XLINK), "href") => Some(("xlink:href", address(element, value)?)),
        (Some(XML), "space") => Some(("xml:space", value.into())),
        (Some(XML), "lang") => Some(("xml:lang", value.into())),
        (None, "style") => {
            let declarations = style::declarations(value);
            (!declarations.is_empty()).then_some(("style", declarations.into()))
        }
        (None, name) => {
            let name = *allowed::ATTRIBUTES.iter().find(|known| **known == name)?;
            let is_name = matches!(name, "id" | "class");
            (is_name || style::is_harmless(value)).then_some((name, value.into()))
        }
        _ => None,
    }
}

/// The address as it is written, if it leads to a part of the drawing itself or holds a picture.
fn address<'a>(element: &str, address: &'a str) -> Option<Cow<'a, str>> {
    if !allowed::REFERRING.contains(&element) {
        return None;
    }
    if address.trim().starts_with('#') {
        return Some(address.into());
    }
    let holds = matches!(element, "image" | "feImage");
    holds.then(|| embedded::redrawn(address))?.map(Cow::Owned)
}

/// Width and height in points: what the drawing says, else the proportions of its view box.
#[allow(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "held between 1 and 10,000"
)]
fn size(root: Node<'_, '_>) -> (u32, u32) {
    let number = |text: &str| {
        let number = text.trim().trim_end_matches("px").parse::<f64>().ok()?;
        (number.is_finite() && number > 0.0).then_some(number)
    };
    let view = root.attribute("viewBox").and_then(|view| {
        let numbers = view.split([' ', ',']).filter(|part| !part.is_empty());
        let numbers: Vec<f64> = numbers.skip(2).filter_map(number).collect();
        <[f64; 2]>::try_from(numbers).ok()
    });
    let (width, height) = (
        root.attribute("width").and_then(number),
        root.attribute("height").and_then(number),
    );
    let (width, height) = match (width, height, view) {
        (Some(width), Some(height), _) => (width, height),
        (Some(width), None, Some([w, h])) => (width, width * h / w),
        (None, Some(height), Some([w, h])) => (height * w / h, height),
        (_, _, Some([w, h])) => (w, h),
        _ => UNSAID,
    };
    let whole = |length: f64| length.round().clamp(1.0, 10_000.0) as u32;
    (whole(width), whole(height))
}

#[cfg(test)]
mod tests;
