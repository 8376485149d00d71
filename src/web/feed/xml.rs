//! XML 1.0 as feeds and sitemaps need it: a document of elements, each on a line of its own.

use std::io;

use quick_xml::Writer;
use quick_xml::escape::partial_escape;
use quick_xml::events::{BytesDecl, BytesStart, BytesText, Event};

/// What elements are written to.
pub(super) type Xml = Writer<Vec<u8>>;

/// A document: its declaration, and what `write` writes.
pub(super) fn document(write: impl FnOnce(&mut Xml) -> io::Result<()>) -> Option<String> {
    let mut out = Writer::new_with_indent(Vec::new(), b' ', 0);
    let declaration = BytesDecl::new("1.0", Some("UTF-8"), None);
    out.write_event(Event::Decl(declaration)).ok()?;
    write(&mut out).ok()?;
    let mut bytes = out.into_inner();
    bytes.push(b'\n');
    String::from_utf8(bytes).ok()
}

/// What `write` writes, without a declaration and without line ends between elements: as XML, and
/// as HTML as long as the elements are such.
pub(super) fn fragment(write: impl FnOnce(&mut Xml) -> io::Result<()>) -> io::Result<String> {
    let mut out = Writer::new(Vec::new());
    write(&mut out)?;
    String::from_utf8(out.into_inner()).map_err(io::Error::other)
}

/// An element that holds what `write` writes.
pub(super) fn element(
    out: &mut Xml,
    name: &str,
    attributes: &[(&str, &str)],
    write: impl FnOnce(&mut Xml) -> io::Result<()>,
) -> io::Result<()> {
    let element = out.create_element(name);
    let element = element.with_attributes(attributes.iter().copied());
    element.write_inner_content(write).map(drop)
}

/// An element that holds a text.
pub(super) fn text_element(out: &mut Xml, name: &str, text: &str) -> io::Result<()> {
    element(out, name, &[], |out| push_text(out, text))
}

/// An element without content.
pub(super) fn empty(out: &mut Xml, name: &str, attributes: &[(&str, &str)]) -> io::Result<()> {
    let start = BytesStart::new(name).with_attributes(attributes.iter().copied());
    out.write_event(Event::Empty(start))
}

/// A text. Characters that XML 1.0 §2.2 does not allow are left out; quotation marks stay, since
/// not every reader of HTML knows `&apos;`.
pub(super) fn push_text(out: &mut Xml, text: &str) -> io::Result<()> {
    let allowed: String = text.chars().filter(|c| is_allowed(*c)).collect();
    let escaped = BytesText::from_escaped(partial_escape(allowed));
    out.write_event(Event::Text(escaped))
}

fn is_allowed(c: char) -> bool {
    matches!(c, '\t' | '\n' | '\r' | '\u{20}'..='\u{d7ff}' | '\u{e000}'..='\u{fffd}' | '\u{10000}'..)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_document_has_an_element_on_each_line() {
        let xml = document(|out| {
            element(out, "a", &[("b", "\"<&'")], |out| {
                text_element(out, "c", "1 < 2 & \"3\"\u{b}\u{0}\u{ffff}")?;
                empty(out, "d", &[])
            })
        });
        assert_eq!(
            xml.unwrap(),
            "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<a b=\"&quot;&lt;&amp;&apos;\">\n<c>1 &lt; 2 &amp; \"3\"</c>\n<d/>\n</a>\n"
        );
    }

    #[test]
    fn a_fragment_has_no_line_ends_of_its_own() {
        let html = fragment(|out| {
            text_element(out, "p", "a\nb")?;
            empty(out, "hr", &[])
        });
        assert_eq!(html.unwrap(), "<p>a\nb</p><hr/>");
    }

    proptest::proptest! {
        #[test]
        fn any_text_can_be_read_again(text in "\\PC*", value in "\\PC*") {
            let xml = document(|out| element(out, "a", &[("b", &value)], |out| push_text(out, &text))).unwrap();
            let read = roxmltree::Document::parse(&xml).unwrap();
            proptest::prop_assert_eq!(read.root_element().text().unwrap_or_default(), text);
            proptest::prop_assert_eq!(read.root_element().attribute("b"), Some(value.as_str()));
        }
    }
}
