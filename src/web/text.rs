//! The text tree as HTML.

use std::fmt::Write;

use pulldown_cmark_escape::{escape_href, escape_html};
use tera::Value;

use super::code;
use super::ending;
use super::engine::fill;
pub(super) use super::escape::push_text;
use super::notes::Footnotes;
use super::page_context::PageContext;
use super::picture;
use crate::model::text::{Block, Inline, note_brackets};
use crate::site::{PageRef, Target};

/// Writes text for one page.
#[derive(Clone, Copy)]
pub(super) struct Writer<'a> {
    place: &'a PageContext<'a>,
    /// Whether the text is cited from another page: headings stand lower and name no place.
    cited: bool,
    /// Whether links lead anywhere; on paper they do not.
    links: bool,
    /// Whether it stands on a leaflet: what pictures show is told below them.
    on_paper: bool,
    /// The footnotes that stand below the text; elsewhere they are told in their place.
    notes: Option<&'a Footnotes<'a>>,
}

impl PageContext<'_> {
    /// A writer of running text for this page.
    pub(super) fn writer(&self) -> Writer<'_> {
        Writer::new(self)
    }
}

type Blocks<'b> = &'b [Block<Target>];
type Inlines<'b> = &'b [Inline<Target>];

impl<'a> Writer<'a> {
    pub(super) fn new(place: &'a PageContext<'a>) -> Self {
        Self {
            place,
            cited: false,
            links: true,
            on_paper: false,
            notes: None,
        }
    }

    /// The same for text cited from another page.
    pub(super) fn cited(self) -> Self {
        Self {
            cited: true,
            ..self
        }
    }

    /// The same for text on paper.
    pub(super) fn printed(self) -> Self {
        Self {
            cited: true,
            links: false,
            on_paper: true,
            ..self
        }
    }

    /// The same without links.
    pub(super) fn unlinked(self) -> Self {
        Self {
            links: false,
            ..self
        }
    }

    /// Blocks as safe HTML.
    pub(super) fn blocks(&self, blocks: Blocks<'_>) -> Value {
        let mut out = String::with_capacity(1024);
        let notes = Footnotes::of(None, blocks);
        let writer = self.with(&notes);
        writer.push_blocks(blocks, &mut out);
        notes.push(|line, out| writer.push_line(line, out), &mut out);
        Value::safe_string(&out)
    }

    /// The same with the footnotes below the text.
    fn with<'n>(&'n self, notes: &'n Footnotes<'n>) -> Writer<'n> {
        // Paper has no place below a text that may be cut.
        let listed = self.links || !self.cited;
        Writer {
            place: self.place,
            cited: self.cited,
            links: self.links,
            on_paper: self.on_paper,
            notes: listed.then_some(notes),
        }
    }

    /// Running text as safe HTML, its end in one piece.
    pub(super) fn line(&self, inlines: Inlines<'_>) -> Value {
        let mut out = String::with_capacity(256);
        self.push_running(inlines, &mut out);
        Value::safe_string(&out)
    }

    /// Running text as safe HTML without links, to stand inside a link or a heading.
    pub(super) fn label(&self, inlines: Inlines<'_>) -> Value {
        let mut out = String::with_capacity(128);
        self.push_inlines(inlines, false, &mut out);
        Value::safe_string(&out)
    }

    /// Blocks as safe HTML, each with a place of its own: its number under the heading with
    /// the fragment `place`, as in `burden.2`. No heading has a dot in its fragment.
    pub(super) fn numbered(&self, place: &str, blocks: Blocks<'_>) -> Value {
        let mut out = String::with_capacity(1024);
        let notes = Footnotes::of(Some(place), blocks);
        let writer = self.with(&notes);
        let (mut place, mut number) = (place, 0);
        for block in blocks {
            if let Block::Heading { id, .. } = block {
                (place, number) = (id.as_str(), 0);
                writer.push_block(block, None, &mut out);
            } else {
                number += 1;
                let id = format!("{place}.{number}");
                writer.push_block(block, Some(&id), &mut out);
            }
            out.push('\n');
        }
        notes.push(|line, out| writer.push_line(line, out), &mut out);
        Value::safe_string(out.trim_end())
    }

    pub(super) fn push_blocks(&self, blocks: Blocks<'_>, out: &mut String) {
        for (i, block) in blocks.iter().enumerate() {
            if i > 0 {
                out.push('\n');
            }
            self.push_block(block, None, out);
        }
    }

    /// `id` is the block's place on the page, where it has one.
    fn push_block(&self, block: &Block<Target>, id: Option<&str>, out: &mut String) {
        match block {
            Block::Paragraph(_) if self.on_paper && block.picture().is_some() => {
                if let Some((Target::File(path), alt)) = block.picture() {
                    // What it shows stands below it.
                    out.push_str("<figure class=\"sheet-plate\">");
                    picture::push(self.place, path, "", picture::Spot::Text, out);
                    out.push_str("<figcaption>");
                    push_text(alt, out);
                    out.push_str("</figcaption></figure>");
                }
            }
            Block::Paragraph(content) => {
                open("p", id, out);
                self.push_running(content, out);
                // After a picture a mark would stand on a line of its own.
                let id = id.filter(|_| block.picture().is_none());
                if let Some(id) = id {
                    self.push_permalink(id, out);
                }
                out.push_str("</p>");
            }
            Block::Heading {
                level, id, content, ..
            } => {
                let level = (level + u8::from(self.cited)).clamp(2, 6);
                let _ = write!(out, "<h{level}");
                if !self.cited {
                    out.push_str(" id=\"");
                    let _ = escape_html(&mut *out, id);
                    out.push('"');
                }
                out.push('>');
                self.push_inlines(content, self.links, out);
                let _ = write!(out, "</h{level}>");
            }
            Block::List { start, items } => self.push_list(*start, items, id, out),
            Block::Quote(blocks) => {
                open("blockquote", id, out);
                self.push_blocks(blocks, out);
                out.push_str("</blockquote>");
            }
            Block::Code { lang, text } => {
                open("pre", id, out);
                out.push_str("<code>");
                code::push(lang, text, out);
                out.push_str("</code></pre>");
            }
            Block::Table { head, rows } => self.push_table(head, rows, id, out),
            Block::Rule => out.push_str("<hr>"),
        }
    }

    /// A way to the paragraph itself, to copy.
    fn push_permalink(&self, id: &str, out: &mut String) {
        let number = id.rsplit_once('.').map_or(id, |(_, number)| number);
        let label = fill(self.place.word("permalink_block"), &[("n", number)]);
        let _ = write!(out, "<a class=\"pilcrow\" href=\"#{id}\"");
        // For those who cannot see the mark, and for those who wonder what it is for.
        for name in ["aria-label", "title"] {
            let _ = write!(out, " {name}=\"");
            let _ = escape_html(&mut *out, &label);
            out.push('"');
        }
        if self.place.text_lang() != self.place.lang() {
            let _ = write!(out, " lang=\"{}\"", self.place.lang());
        }
        out.push_str("></a>");
    }

    fn push_list(
        &self,
        start: Option<u64>,
        items: &[Vec<Block<Target>>],
        id: Option<&str>,
        out: &mut String,
    ) {
        open(if start.is_some() { "ol" } else { "ul" }, id, out);
        if let Some(first) = start.filter(|first| *first != 1) {
            out.truncate(out.len() - 1);
            let _ = write!(out, " start=\"{first}\">");
        }
        for item in items {
            out.push_str("<li>");
            match item.as_slice() {
                [Block::Paragraph(content)] => self.push_running(content, out),
                [Block::Paragraph(content), rest @ ..] => {
                    self.push_inlines(content, self.links, out);
                    self.push_blocks(rest, out);
                }
                blocks => self.push_blocks(blocks, out),
            }
            out.push_str("</li>");
        }
        out.push_str(if start.is_some() { "</ol>" } else { "</ul>" });
    }

    fn push_table(
        &self,
        head: &[Vec<Inline<Target>>],
        rows: &[Vec<Vec<Inline<Target>>>],
        id: Option<&str>,
        out: &mut String,
    ) {
        open("div", id, out);
        out.truncate(out.len() - 1);
        out.push_str(" class=\"table\" role=\"region\" tabindex=\"0\" aria-label=\"");
        let _ = escape_html(&mut *out, self.place.word("table"));
        out.push_str("\"><table><thead><tr>");
        for cell in head {
            out.push_str("<th scope=\"col\">");
            self.push_inlines(cell, self.links, out);
            out.push_str("</th>");
        }
        out.push_str("</tr></thead><tbody>");
        for row in rows {
            out.push_str("<tr>");
            for cell in row {
                self.element("td", cell, out);
            }
            out.push_str("</tr>");
        }
        out.push_str("</tbody></table></div>");
    }

    pub(super) fn push_line(&self, inlines: Inlines<'_>, out: &mut String) {
        self.push_inlines(inlines, self.links, out);
    }

    fn element(&self, tag: &str, content: Inlines<'_>, out: &mut String) {
        out.push('<');
        out.push_str(tag);
        out.push('>');
        self.push_inlines(content, self.links, out);
        out.push_str("</");
        out.push_str(tag);
        out.push('>');
    }

    /// The text of a paragraph, its end in one piece.
    fn push_running(&self, content: Inlines<'_>, out: &mut String) {
        if let Some((Inline::Text(text), before)) = content.split_last()
            && !self.place.text_lang().locale().is_spaced()
        {
            self.push_inlines(before, self.links, out);
            ending::push(text, self.place.text_lang(), out);
        } else {
            self.push_inlines(content, self.links, out);
        }
    }

    fn push_inlines(&self, inlines: Inlines<'_>, links: bool, out: &mut String) {
        let wrap = |tag: &str, content: Inlines<'_>, out: &mut String| {
            let _ = write!(out, "<{tag}>");
            self.push_inlines(content, links, out);
            let _ = write!(out, "</{tag}>");
        };
        for inline in inlines {
            match inline {
                Inline::Text(text) => push_text(text, out),
                Inline::Emphasis(content) => wrap("em", content, out),
                Inline::Strong(content) => wrap("strong", content, out),
                Inline::Strike(content) => wrap("s", content, out),
                Inline::Code(text) => push_code(text, out),
                Inline::Link { to, content } if links => {
                    self.open_link(to, out);
                    self.push_inlines(content, false, out);
                    out.push_str("</a>");
                }
                Inline::Link { content, .. } => self.push_inlines(content, false, out),
                Inline::Image { src, alt } => {
                    if let Target::File(path) = src {
                        picture::push(self.place, path, alt, picture::Spot::Text, out);
                    }
                }
                Inline::Ruby { base, reading } => {
                    out.push_str("<ruby>");
                    push_text(base, out);
                    out.push_str("<rp>（</rp><rt>");
                    push_text(reading, out);
                    out.push_str("</rt><rp>）</rp></ruby>");
                }
                Inline::Note { label, content } => match self.notes {
                    Some(notes) => notes.refer(label, self.place, out),
                    None => {
                        let [open, close] = note_brackets(content);
                        push_text(open, out);
                        self.push_inlines(content, links, out);
                        push_text(close, out);
                    }
                },
                Inline::Break => out.push_str("<br>"),
            }
        }
    }

    fn open_link(&self, to: &Target, out: &mut String) {
        out.push_str("<a href=\"");
        let _ = escape_href(&mut *out, &self.address(to));
        out.push_str(match to {
            Target::Page(PageRef::Topic(_), _) => "\" class=\"term\">",
            Target::Outside(url) if url.starts_with("http") => {
                "\" rel=\"external noopener noreferrer\">"
            }
            _ => "\">",
        });
    }

    fn address(&self, to: &Target) -> String {
        match to {
            Target::Page(page, fragment) => self.place.href_at(*page, fragment.as_deref()),
            Target::Outside(url) => url.clone(),
            // A link to a picture leads to its widest file.
            Target::File(path) => {
                let picture = self.place.site_context.pictures.get(path);
                let widest = picture.and_then(|picture| picture.renditions.last());
                self.place.file(widest.map_or(path, |file| &file.path))
            }
        }
    }
}

/// Appends the opening tag of an element that may have a place of its own.
fn open(tag: &str, id: Option<&str>, out: &mut String) {
    let _ = write!(out, "<{tag}");
    if let Some(id) = id {
        out.push_str(" id=\"");
        let _ = escape_html(&mut *out, id);
        out.push('"');
    }
    out.push('>');
}

/// Appends code in a line. Browsers break after every hyphen; a word of code that has one and fits a
/// line on a phone stays whole.
fn push_code(text: &str, out: &mut String) {
    const FITS: usize = 18;
    out.push_str("<code>");
    for word in text.split_inclusive(' ') {
        let whole = word.contains('-') && word.chars().count() <= FITS;
        if whole {
            out.push_str("<span class=\"end\">");
        }
        push_text(word.trim_end_matches(' '), out);
        if whole {
            out.push_str("</span>");
        }
        out.push_str(&word[word.trim_end_matches(' ').len()..]);
    }
    out.push_str("</code>");
}
