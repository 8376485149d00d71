//! Markdown into the text tree, once, with every problem at its place.

use std::collections::BTreeMap;

mod prose;

use pulldown_cmark::{CodeBlockKind, Event, Options, Parser, Tag, TagEnd};

use super::anchor::Anchors;
use super::fault::ModelFault;
use super::heading::{self, HeadingStart};
use super::ruby;
use super::text::{Block, Body, Inline, Section, Written, WrittenBody};
use crate::base::{Lang, Span};

/// Containers nested deeper than this are flattened, so that no input exhausts the stack.
const DEEPEST: usize = 32;

/// Reads a body. `base` is the byte at which it begins in its file.
pub(super) fn parse(
    text: &str,
    base: usize,
    lang: Lang,
    report: &mut impl FnMut(Span, ModelFault),
) -> WrittenBody {
    let mut options =
        Options::ENABLE_TABLES | Options::ENABLE_STRIKETHROUGH | Options::ENABLE_HEADING_ATTRIBUTES;
    if lang.locale().is_spaced() {
        options |= Options::ENABLE_SMART_PUNCTUATION;
    }
    let mut builder = TreeBuilder {
        lang,
        body: Body {
            intro: Vec::new(),
            places: Vec::new(),
            sections: Vec::new(),
        },
        frames: vec![Frame::new(OpenBlock::Root)],
        places: Vec::new(),
        skipped: 0,
        soft_break: false,
        marks: BTreeMap::new(),
        anchors: Anchors::default(),
        report,
    };
    for (event, range) in Parser::new_ext(text, options).into_offset_iter() {
        let span = Span::from(range).shifted(base);
        builder.event(event, span);
        builder.place(span);
    }
    while builder.frames.len() > 1 {
        builder.close();
    }
    builder.flush();
    builder.body
}

enum OpenBlock {
    Root,
    Paragraph,
    Html,
    Heading(HeadingStart),
    List(Option<u64>, Vec<Vec<Block<Written>>>),
    Item,
    Quote,
    Code(String),
    Table(Vec<Vec<Vec<Inline<Written>>>>),
    Row(Vec<Vec<Inline<Written>>>),
    Cell,
    Emphasis,
    Strong,
    Strike,
    Link(Written),
    Image(Written),
}

struct Frame {
    open: OpenBlock,
    blocks: Vec<Block<Written>>,
    inlines: Vec<Inline<Written>>,
}

impl Frame {
    const fn new(open: OpenBlock) -> Self {
        Self {
            open,
            blocks: Vec::new(),
            inlines: Vec::new(),
        }
    }
}

struct TreeBuilder<'r, R> {
    lang: Lang,
    body: WrittenBody,
    frames: Vec<Frame>,
    /// Where the blocks stand that no section has yet.
    places: Vec<Span>,
    skipped: usize,
    soft_break: bool,
    marks: BTreeMap<String, Span>,
    anchors: Anchors,
    report: &'r mut R,
}

impl<R: FnMut(Span, ModelFault)> TreeBuilder<'_, R> {
    fn event(&mut self, event: Event<'_>, span: Span) {
        match event {
            Event::Start(tag) => self.start(tag, span),
            Event::End(end) => self.end(end),
            Event::Text(text) => self.text(&text),
            Event::Code(text) => {
                self.settle_break(text.chars().next());
                self.inlines().push(Inline::Code(text.into_string()));
            }
            Event::Html(html) | Event::InlineHtml(html) => {
                let shown = html.trim();
                if !shown.is_empty() {
                    let first = shown
                        .lines()
                        .next()
                        .unwrap_or(shown)
                        .chars()
                        .take(40)
                        .collect();
                    (self.report)(span, ModelFault::RawHtml { text: first });
                }
                self.settle_break(html.chars().next());
                ruby::push(html.trim_end_matches('\n'), self.inlines());
            }
            Event::SoftBreak => self.soft_break = true,
            Event::HardBreak => self.inlines().push(Inline::Break),
            Event::Rule => self.blocks().push(Block::Rule),
            Event::InlineMath(text) | Event::DisplayMath(text) | Event::FootnoteReference(text) => {
                self.text(&text);
            }
            Event::TaskListMarker(done) => self.text(if done { "☑ " } else { "☐ " }),
        }
    }

    /// Notes where a block stands that has just been read to its end.
    fn place(&mut self, span: Span) {
        if let [root] = self.frames.as_slice() {
            self.places.resize(root.blocks.len(), span);
        }
    }

    fn top(&mut self) -> &mut Frame {
        if self.frames.is_empty() {
            self.frames.push(Frame::new(OpenBlock::Root));
        }
        let last = self.frames.len() - 1;
        &mut self.frames[last]
    }

    fn inlines(&mut self) -> &mut Vec<Inline<Written>> {
        &mut self.top().inlines
    }

    /// The blocks of the innermost container; loose inlines before them become a paragraph.
    fn blocks(&mut self) -> &mut Vec<Block<Written>> {
        self.soft_break = false;
        let frame = self.top();
        if !frame.inlines.is_empty() {
            let content = std::mem::take(&mut frame.inlines);
            frame.blocks.push(Block::Paragraph(content));
        }
        &mut frame.blocks
    }

    fn text(&mut self, text: &str) {
        if matches!(self.top().open, OpenBlock::Code(_)) {
            match self.inlines().last_mut() {
                Some(Inline::Text(last)) => last.push_str(text),
                _ => self.inlines().push(Inline::Text(text.to_owned())),
            }
            return;
        }
        self.settle_break(text.chars().next());
        ruby::push(text, self.inlines());
    }

    /// A line end in the file is a space between words, and nothing between Japanese characters.
    fn settle_break(&mut self, next: Option<char>) {
        if !std::mem::take(&mut self.soft_break) {
            return;
        }
        let unspaced = !self.lang.locale().is_spaced();
        let is_wide = |c: char| unicode_width::UnicodeWidthChar::width(c) == Some(2);
        let before = match self.inlines().last() {
            Some(Inline::Text(text)) => text.chars().next_back().is_none_or(is_wide),
            _ => true,
        };
        if !(unspaced && before && next.is_none_or(is_wide)) {
            ruby::push(" ", self.inlines());
        }
    }

    fn start(&mut self, tag: Tag<'_>, span: Span) {
        let written = |address: &str, is_image| Written {
            address: address.to_owned(),
            span,
            is_image,
        };
        let open = match tag {
            Tag::HtmlBlock => OpenBlock::Html,
            Tag::Heading {
                level,
                id,
                classes,
                attrs,
            } => {
                let attrs = attrs
                    .into_iter()
                    .map(|(k, v)| (k.into_string(), v.map(pulldown_cmark::CowStr::into_string)));
                let classes = classes
                    .into_iter()
                    .map(pulldown_cmark::CowStr::into_string)
                    .collect();
                let id = id.map(pulldown_cmark::CowStr::into_string);
                OpenBlock::Heading(heading::read(
                    level,
                    id,
                    classes,
                    attrs.collect(),
                    span,
                    self.report,
                ))
            }
            Tag::BlockQuote(_) => OpenBlock::Quote,
            Tag::CodeBlock(kind) => OpenBlock::Code(match kind {
                CodeBlockKind::Fenced(info) => info
                    .split_whitespace()
                    .next()
                    .unwrap_or_default()
                    .to_owned(),
                CodeBlockKind::Indented => String::new(),
            }),
            Tag::List(start) => OpenBlock::List(start, Vec::new()),
            Tag::Item => OpenBlock::Item,
            Tag::Table(_) => OpenBlock::Table(Vec::new()),
            Tag::TableHead | Tag::TableRow => OpenBlock::Row(Vec::new()),
            Tag::TableCell => OpenBlock::Cell,
            Tag::Emphasis => OpenBlock::Emphasis,
            Tag::Strong => OpenBlock::Strong,
            Tag::Strikethrough => OpenBlock::Strike,
            Tag::Link { dest_url, .. } => OpenBlock::Link(written(&dest_url, false)),
            Tag::Image { dest_url, .. } => OpenBlock::Image(written(&dest_url, true)),
            // A paragraph; and extensions that are not switched on.
            _ => OpenBlock::Paragraph,
        };
        if self.frames.len() > DEEPEST {
            self.skipped += 1;
            return;
        }
        if is_inline(&open) {
            self.settle_break(None);
        } else {
            self.blocks();
        }
        self.frames.push(Frame::new(open));
    }

    fn end(&mut self, _: TagEnd) {
        if self.skipped > 0 {
            self.skipped -= 1;
            return;
        }
        self.close();
    }

    fn close(&mut self) {
        let Some(mut frame) = self.frames.pop() else {
            return;
        };
        if is_inline(&frame.open) {
            let content = frame.inlines;
            let inline = match frame.open {
                OpenBlock::Emphasis => Inline::Emphasis(content),
                OpenBlock::Strong => Inline::Strong(content),
                OpenBlock::Strike => Inline::Strike(content),
                OpenBlock::Link(to) => {
                    if prose::is_wordless(&content) {
                        let fault = ModelFault::EmptyLink(to.address.clone());
                        (self.report)(to.span, fault);
                    }
                    Inline::Link { to, content }
                }
                OpenBlock::Image(src) => {
                    let alt = super::text::plain(&content);
                    if alt.trim().is_empty() {
                        (self.report)(src.span, ModelFault::NoAlt);
                    }
                    Inline::Image { src, alt }
                }
                _ => return,
            };
            self.inlines().push(inline);
            return;
        }
        self.soft_break = false;
        match frame.open {
            OpenBlock::Paragraph | OpenBlock::Html => {
                if !frame.inlines.is_empty() {
                    self.blocks().push(Block::Paragraph(frame.inlines));
                }
            }
            OpenBlock::Heading(start) => self.close_heading(start, frame.inlines),
            OpenBlock::Code(lang) => {
                let text = super::text::plain(&frame.inlines);
                self.blocks().push(Block::Code { lang, text });
            }
            OpenBlock::Cell => {
                if let OpenBlock::Row(cells) = &mut self.top().open {
                    cells.push(frame.inlines);
                }
            }
            OpenBlock::Row(cells) => {
                if let OpenBlock::Table(rows) = &mut self.top().open {
                    rows.push(cells);
                }
            }
            OpenBlock::Table(mut rows) => {
                let head = if rows.is_empty() {
                    Vec::new()
                } else {
                    rows.remove(0)
                };
                self.blocks().push(Block::Table { head, rows });
            }
            OpenBlock::List(start, items) => self.blocks().push(Block::List { start, items }),
            _ => {
                if !frame.inlines.is_empty() {
                    frame.blocks.push(Block::Paragraph(frame.inlines));
                }
                match (frame.open, &mut self.top().open) {
                    (OpenBlock::Item, OpenBlock::List(_, items)) => items.push(frame.blocks),
                    (OpenBlock::Quote, _) => self.blocks().push(Block::Quote(frame.blocks)),
                    _ => self.blocks().extend(frame.blocks),
                }
            }
        }
    }

    fn close_heading(&mut self, start: HeadingStart, content: Vec<Inline<Written>>) {
        if prose::is_wordless(&content) {
            (self.report)(start.span, ModelFault::EmptyHeading);
        }
        // Counted for marked headings too, so that a mark changes no other fragment.
        let own = self.anchors.next(&super::text::plain(&content));
        let unmarked = start.id.is_none();
        let id = start.id.unwrap_or(own);
        if start.level == 2 && self.frames.len() == 1 {
            self.flush();
            self.mark(&id, start.span);
            self.body.sections.push(Section {
                id,
                unmarked,
                heading: content,
                span: start.span,
                topics: start.topics,
                strong: start.strong,
                blocks: Vec::new(),
                places: Vec::new(),
            });
            return;
        }
        self.mark(&id, start.span);
        self.blocks().push(Block::Heading {
            level: start.level.max(3),
            id,
            unmarked: unmarked.then_some(start.span),
            content,
        });
    }

    /// Notes a mark of the page; one that is already there is reported.
    fn mark(&mut self, id: &str, span: Span) {
        if let Some(first) = self.marks.get(id).copied() {
            let id = id.to_owned();
            (self.report)(span, ModelFault::DuplicateId { id, first });
        } else {
            self.marks.insert(id.to_owned(), span);
        }
    }

    /// Hands the blocks read so far to the section they belong to.
    fn flush(&mut self) {
        let blocks = std::mem::take(self.blocks());
        let mut places = std::mem::take(&mut self.places);
        let last = places.last().copied().unwrap_or_default();
        places.resize(blocks.len(), last);
        let (of, at) = match self.body.sections.last_mut() {
            Some(section) => (&mut section.blocks, &mut section.places),
            None => (&mut self.body.intro, &mut self.body.places),
        };
        of.extend(blocks);
        at.extend(places);
    }
}

const fn is_inline(open: &OpenBlock) -> bool {
    matches!(
        open,
        OpenBlock::Emphasis
            | OpenBlock::Strong
            | OpenBlock::Strike
            | OpenBlock::Link(_)
            | OpenBlock::Image(_)
    )
}

#[cfg(test)]
mod tests;
