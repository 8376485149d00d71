//! Markdown into the text tree, once, with every problem at its place.

use std::collections::btree_map::Entry;
use std::collections::{BTreeMap, BTreeSet};

mod addresses;
mod doubts;
mod line_ends;
mod numbers;
mod pasted;
mod prose;

use pulldown_cmark::{CodeBlockKind, Event, LinkType, Options, Parser, Tag, TagEnd};

use super::anchor::Anchors;
use super::fault::ModelFault;
use super::heading::{self, HeadingStart};
use super::ruby;
use super::text::{Block, Body, Inline, Section, Written, WrittenBody};
use crate::base::{Lang, Span, lines_join, number_is_cut, start_of_line};
use crate::source::{EDGE, MendedBody};

/// Containers nested deeper than this are flattened, so that no input exhausts the stack.
const DEEPEST: usize = 32;

/// The Markdown that is read: `CommonMark` with tables, strikethrough, footnotes and marks of headings.
pub(super) const MARKDOWN: Options = Options::ENABLE_TABLES
    .union(Options::ENABLE_STRIKETHROUGH)
    .union(Options::ENABLE_FOOTNOTES)
    .union(Options::ENABLE_HEADING_ATTRIBUTES);

/// Reads a body.
pub(super) fn parse(
    source: &MendedBody,
    lang: Lang,
    report: &mut impl FnMut(Span, ModelFault),
) -> WrittenBody {
    let mut options = MARKDOWN;
    if lang.locale().is_spaced() {
        options |= Options::ENABLE_SMART_PUNCTUATION;
    }
    let mut notes = FootnoteTexts::default();
    let mut events = Vec::new();
    let mut open: Option<(String, Span, Vec<_>)> = None;
    for (event, range) in Parser::new_ext(source.text(), options).into_offset_iter() {
        match (event, &mut open) {
            (Event::Start(Tag::FootnoteDefinition(label)), None) => {
                open = Some((label.into_string(), Span::from(range), Vec::new()));
            }
            (Event::End(TagEnd::FootnoteDefinition), Some(_)) => {
                if let Some((label, span, events)) = open.take() {
                    let read = read(source, lang, &FootnoteTexts::default(), events, report).0;
                    let content = one_line(read.intro);
                    match notes.0.entry(label) {
                        Entry::Occupied(known) => {
                            let label = known.key().clone();
                            report(source.back(span), ModelFault::RepeatedNote { label });
                        }
                        Entry::Vacant(free) => {
                            free.insert((span, content));
                        }
                    }
                }
            }
            (event, Some((.., inside))) => inside.push((event, range)),
            (event, None) => events.push((event, range)),
        }
    }
    let (body, used) = read(source, lang, &notes, events, report);
    for (label, (span, _)) in notes.0 {
        if !used.contains(&label) {
            report(source.back(span), ModelFault::UnusedNote { label });
        }
    }
    body
}

/// The footnotes of a body: where each stands, and what it says.
#[derive(Default)]
struct FootnoteTexts(BTreeMap<String, (Span, Vec<Inline<Written>>)>);

/// Whether fenced code ends with a fence like the one that opens it.
fn is_closed(written: &str) -> bool {
    let fence = |line: &str| {
        let line = line.trim_start_matches([' ', '\t', '>']).trim_end();
        let mark = line.chars().next().filter(|c| matches!(c, '`' | '~'))?;
        let rest = line.trim_start_matches(mark);
        Some((mark, line.len() - rest.len(), rest.is_empty()))
    };
    let mut lines = written.trim_end().lines();
    let open = lines.next().and_then(fence);
    let close = lines.next_back().and_then(fence);
    match (open, close) {
        (Some((mark, long, _)), Some((own, its, true))) => mark == own && its >= long,
        _ => false,
    }
}

/// The paragraphs of a footnote as one line.
fn one_line(blocks: Vec<Block<Written>>) -> Vec<Inline<Written>> {
    let mut line = Vec::new();
    for block in blocks {
        if !line.is_empty() {
            line.push(Inline::Break);
        }
        match block {
            Block::Paragraph(content) => line.extend(content),
            other => line.push(Inline::Text(super::text::plain_blocks(&[other]))),
        }
    }
    line
}

/// Reads events into a body; the labels of the footnotes that it refers to come with it.
fn read(
    source: &MendedBody,
    lang: Lang,
    notes: &FootnoteTexts,
    events: Vec<(Event<'_>, std::ops::Range<usize>)>,
    report: &mut impl FnMut(Span, ModelFault),
) -> (WrittenBody, BTreeSet<String>) {
    let mut builder = TreeBuilder {
        source,
        lang,
        notes,
        used: BTreeSet::new(),
        body: Body {
            intro: Vec::new(),
            places: Vec::new(),
            sections: Vec::new(),
        },
        frames: vec![Frame::new(OpenBlock::Root, Span::new(0, 0))],
        places: Vec::new(),
        skipped: 0,
        soft_break: None,
        line_ends: Vec::new(),
        full: line_ends::full_width(source.text()),
        marks: BTreeMap::new(),
        anchors: Anchors::default(),
        report,
    };
    for (event, range) in events {
        let span = Span::from(range);
        builder.event(event, span);
        builder.place(span);
    }
    while builder.frames.len() > 1 {
        builder.close();
    }
    builder.flush();
    (builder.body, builder.used)
}

enum OpenBlock {
    Root,
    Paragraph,
    Html,
    Heading(HeadingStart),
    /// With where its items begin.
    List(Option<u64>, Vec<Vec<Block<Written>>>, Vec<usize>),
    Item,
    Quote,
    Code(String),
    /// Text after four blanks or a tab.
    Indented,
    /// A paragraph with a line drawn under it.
    Underlined,
    /// With how many columns it has.
    Table(usize, Vec<Vec<Vec<Inline<Written>>>>),
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
    /// Where it stands in the text that is read.
    span: Span,
    blocks: Vec<Block<Written>>,
    inlines: Vec<Inline<Written>>,
}

impl Frame {
    const fn new(open: OpenBlock, span: Span) -> Self {
        Self {
            open,
            span,
            blocks: Vec::new(),
            inlines: Vec::new(),
        }
    }
}

struct TreeBuilder<'r, R> {
    source: &'r MendedBody,
    lang: Lang,
    notes: &'r FootnoteTexts,
    /// The footnotes that were referred to.
    used: BTreeSet<String>,
    body: WrittenBody,
    frames: Vec<Frame>,
    /// Where the blocks stand that no section has yet.
    places: Vec<Span>,
    skipped: usize,
    /// How deep the frame lies in which a line ended last.
    soft_break: Option<usize>,
    /// Where the lines of the paragraph at hand end, but for the last.
    line_ends: Vec<usize>,
    /// How wide lines are that were broken where they were full, in half widths.
    full: usize,
    marks: BTreeMap<String, Span>,
    anchors: Anchors,
    report: &'r mut R,
}

impl<R: FnMut(Span, ModelFault)> TreeBuilder<'_, R> {
    fn event(&mut self, event: Event<'_>, span: Span) {
        match event {
            Event::Start(tag) => self.start(tag, span),
            Event::End(end) => self.end(end),
            Event::Text(text) | Event::InlineMath(text) | Event::DisplayMath(text) => {
                self.text(&text);
            }
            Event::Code(text) => {
                self.settle_break(text.chars().next());
                self.inlines().push(Inline::Code(text.replace(EDGE, "")));
            }
            Event::Html(html) | Event::InlineHtml(html) => {
                let shown = html.trim();
                if !shown.is_empty() {
                    let line = shown.lines().next().unwrap_or(shown);
                    let (text, lines) = (line.chars().take(40).collect(), Vec::new());
                    self.report(span, ModelFault::RawHtml { text, lines });
                }
                self.settle_break(html.chars().next());
                let html = html.trim_end_matches('\n').replace(EDGE, "");
                ruby::push_text(&html, self.inlines());
            }
            Event::SoftBreak => {
                self.soft_break = Some(self.frames.len());
                self.line_ends.push(span.start);
            }
            Event::HardBreak => {
                self.soft_break = None;
                self.inlines().push(Inline::Break);
            }
            Event::Rule => self.blocks().push(Block::Rule),
            Event::FootnoteReference(label) => self.note(&label),
            Event::TaskListMarker(done) => self.text(if done { "☑ " } else { "☐ " }),
        }
    }

    /// Notes where a block stands that has just been read to its end.
    fn place(&mut self, span: Span) {
        if let [root] = self.frames.as_slice() {
            let place = self.source.back(span);
            self.places.resize(root.blocks.len(), place);
        }
    }

    fn top(&mut self) -> &mut Frame {
        if self.frames.is_empty() {
            self.frames
                .push(Frame::new(OpenBlock::Root, Span::new(0, 0)));
        }
        let last = self.frames.len() - 1;
        &mut self.frames[last]
    }

    fn inlines(&mut self) -> &mut Vec<Inline<Written>> {
        &mut self.top().inlines
    }

    /// The blocks of the innermost container; loose inlines before them become a paragraph.
    fn blocks(&mut self) -> &mut Vec<Block<Written>> {
        self.soft_break = None;
        let span = self.top().span;
        if !self.top().inlines.is_empty() {
            let content = std::mem::take(self.inlines());
            let content = self.finished(content, span);
            self.top().blocks.push(Block::Paragraph(content));
        }
        &mut self.top().blocks
    }

    fn text(&mut self, text: &str) {
        let text = text.replace(EDGE, "");
        if matches!(self.top().open, OpenBlock::Code(_)) {
            match self.inlines().last_mut() {
                Some(Inline::Text(last)) => last.push_str(&text),
                _ => self.inlines().push(Inline::Text(text)),
            }
            return;
        }
        if matches!(self.top().open, OpenBlock::Indented) {
            for line in text.lines().map(str::trim).filter(|line| !line.is_empty()) {
                self.settle_break(line.chars().next());
                ruby::push_text(line, self.inlines());
                self.soft_break = Some(self.frames.len());
            }
            return;
        }
        self.settle_break(text.chars().next());
        ruby::push_text(&text, self.inlines());
    }

    /// A reference to a footnote, which is told in its place.
    fn note(&mut self, label: &str) {
        let Some((_, content)) = self.notes.0.get(label) else {
            self.text(&format!("[^{label}]"));
            return;
        };
        self.used.insert(label.to_owned());
        self.settle_break(None);
        let is_inside =
            |frame: &Frame| matches!(frame.open, OpenBlock::Link(_) | OpenBlock::Image(_));
        if self.frames.iter().any(is_inside) {
            return;
        }
        let label = label.to_owned();
        let content = content.clone();
        self.inlines().push(Inline::Note { label, content });
    }

    /// A line end in the file is a space between words, and nothing between Japanese characters.
    fn settle_break(&mut self, next: Option<char>) {
        let Some(depth) = self.soft_break.take() else {
            return;
        };
        let is_spaced = self.lang.locale().is_spaced();
        let text = self.source.text();
        let is_cut = !is_spaced
            && self.line_ends.last().is_some_and(|end| {
                let next = text[*end..].trim_start_matches('\n');
                let next = next.lines().next().unwrap_or_default();
                number_is_cut(&text[start_of_line(text, *end)..*end], next)
            });
        let Some(frame) = self.frames.get_mut(depth.saturating_sub(1)) else {
            return;
        };
        let joins = match (last_character(&frame.inlines), next) {
            (Some(before), Some(next)) => is_cut || lines_join(before, next, is_spaced),
            _ => !is_spaced || frame.inlines.is_empty(),
        };
        if !joins {
            ruby::push_text(" ", &mut frame.inlines);
        }
    }

    /// Reports something at a place in the text that is read.
    fn report(&mut self, span: Span, fault: ModelFault) {
        (self.report)(self.source.back(span), fault);
    }

    /// The text of a block: addresses become links, and marks without effect are told.
    fn finished(&mut self, content: Vec<Inline<Written>>, span: Span) -> Vec<Inline<Written>> {
        let written = &self.source.text()[span.start..span.end.max(span.start)];
        let doubts = doubts::of(&content, written);
        let is_of_lines = |own: &(Span, ModelFault)| {
            matches!(
                own.1,
                ModelFault::PastedTable { .. }
                    | ModelFault::PageNumber { .. }
                    | ModelFault::HashInText { .. }
            )
        };
        let ends = std::mem::take(&mut self.line_ends);
        let joined = line_ends::joined(self.source.text(), &ends, self.full);
        let joined = joined.filter(|_| !doubts.iter().any(is_of_lines));
        for (place, fault) in doubts {
            (self.report)(self.source.back(place.shifted(span.start)), fault);
        }
        if let Some(fault) = joined {
            let line = written.find('\n').unwrap_or(written.len());
            (self.report)(
                self.source.back(Span::new(span.start, span.start + line)),
                fault,
            );
        }
        let back = |place: Span| self.source.back(place.shifted(span.start));
        let linked = addresses::linked(content, written, &back, self.report);
        ruby::with_furigana(linked)
    }

    fn start(&mut self, tag: Tag<'_>, span: Span) {
        let here = self.source.back(span);
        let written = |address: &str, is_image| Written {
            address: address.replace(EDGE, ""),
            span: here,
            is_image,
        };
        let open = match tag {
            Tag::HtmlBlock => OpenBlock::Html,
            Tag::Heading { .. } if self.is_underlined(span) => OpenBlock::Underlined,
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
                let braces = heading::Braces {
                    id: id.map(pulldown_cmark::CowStr::into_string),
                    classes,
                    attrs: attrs.collect(),
                };
                let written = &self.source.text()[span.start..span.end];
                OpenBlock::Heading(heading::read(level, braces, written, here, self.report))
            }
            Tag::BlockQuote(_) => OpenBlock::Quote,
            Tag::CodeBlock(CodeBlockKind::Fenced(info)) => {
                if !is_closed(&self.source.text()[span.start..span.end]) {
                    let line = self.source.text()[span.start..].lines().next();
                    let line = Span::new(span.start, span.start + line.map_or(0, str::len));
                    self.report(line, ModelFault::UnclosedCode);
                }
                let lang = info.split_whitespace().next().unwrap_or_default();
                OpenBlock::Code(lang.to_owned())
            }
            Tag::CodeBlock(CodeBlockKind::Indented) => OpenBlock::Indented,
            Tag::List(start) => OpenBlock::List(start, Vec::new(), Vec::new()),
            Tag::Item => OpenBlock::Item,
            Tag::Table(columns) => OpenBlock::Table(columns.len(), Vec::new()),
            Tag::TableHead | Tag::TableRow => OpenBlock::Row(Vec::new()),
            Tag::TableCell => OpenBlock::Cell,
            Tag::Emphasis => OpenBlock::Emphasis,
            Tag::Strong => OpenBlock::Strong,
            Tag::Strikethrough => OpenBlock::Strike,
            Tag::Link {
                dest_url,
                link_type: LinkType::Email,
                ..
            } => OpenBlock::Link(written(&format!("mailto:{dest_url}"), false)),
            Tag::Link { dest_url, .. } => OpenBlock::Link(written(&dest_url, false)),
            Tag::Image { dest_url, .. } => OpenBlock::Image(written(&dest_url, true)),
            // A paragraph; and extensions that are not switched on.
            _ => OpenBlock::Paragraph,
        };
        if self.frames.len() > DEEPEST {
            self.skipped += 1;
            return;
        }
        match open {
            OpenBlock::Image(_) => self.settle_break(None),
            // Whether a space is due depends on the first character inside.
            _ if is_inline(&open) => {}
            _ => {
                self.blocks();
            }
        }
        self.frames.push(Frame::new(open, span));
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
        self.soft_break = None;
        match frame.open {
            OpenBlock::Paragraph | OpenBlock::Html => {
                if !frame.inlines.is_empty() {
                    let content = self.finished(frame.inlines, frame.span);
                    self.blocks().push(Block::Paragraph(content));
                }
            }
            OpenBlock::Indented => {
                self.report(frame.span, ModelFault::IndentedParagraph);
                let content = ruby::with_furigana(frame.inlines);
                self.blocks().push(Block::Paragraph(content));
            }
            OpenBlock::Underlined => self.close_underlined(frame),
            OpenBlock::Heading(start) => {
                let written = &self.source.text()[frame.span.start..frame.span.end];
                for (place, fault) in doubts::of(&frame.inlines, written) {
                    self.report(place.shifted(frame.span.start), fault);
                }
                self.close_heading(start, ruby::with_furigana(frame.inlines));
            }
            OpenBlock::Code(lang) => {
                let text = super::text::plain(&frame.inlines);
                self.blocks().push(Block::Code { lang, text });
            }
            OpenBlock::Cell => {
                let content = self.finished(frame.inlines, frame.span);
                if let OpenBlock::Row(cells) = &mut self.top().open {
                    cells.push(content);
                }
            }
            OpenBlock::Row(cells) => {
                let mut wide = usize::MAX;
                if let OpenBlock::Table(columns, rows) = &mut self.top().open {
                    rows.push(cells);
                    wide = *columns;
                }
                self.tell_extra_cells(frame.span, wide);
            }
            OpenBlock::Table(_, mut rows) => {
                let head = if rows.is_empty() {
                    Vec::new()
                } else {
                    rows.remove(0)
                };
                self.blocks().push(Block::Table { head, rows });
            }
            OpenBlock::List(start, items, places) => {
                self.tell_skipped(start, &places);
                self.blocks().push(Block::List { start, items });
            }
            _ => {
                if !frame.inlines.is_empty() {
                    let content = self.finished(frame.inlines, frame.span);
                    frame.blocks.push(Block::Paragraph(content));
                }
                match (frame.open, &mut self.top().open) {
                    (OpenBlock::Item, OpenBlock::List(_, items, places)) => {
                        items.push(frame.blocks);
                        places.push(frame.span.start);
                    }
                    (OpenBlock::Quote, _) => self.blocks().push(Block::Quote(frame.blocks)),
                    _ => self.blocks().extend(frame.blocks),
                }
            }
        }
    }

    /// Reports cells of a row for which its table has no column.
    fn tell_extra_cells(&mut self, span: Span, columns: usize) {
        let row = self.source.text()[span.start..span.end].trim_end();
        let place = Span::new(span.start, span.start + row.len());
        if let Some(fault) = doubts::extra_cells(&row.replace(EDGE, ""), columns, self.lang) {
            self.report(place, fault);
        }
    }

    /// Reports numbers that the list does not keep.
    fn tell_skipped(&mut self, start: Option<u64>, places: &[usize]) {
        let back = |place: Span| self.source.back(place);
        let found =
            start.and_then(|first| numbers::skipped(self.source.text(), first, places, &back));
        if let Some((place, fault)) = found {
            (self.report)(place, fault);
        }
    }

    /// Whether a heading is a paragraph with a line drawn under it, not a line that begins with `#`.
    fn is_underlined(&self, span: Span) -> bool {
        let written = &self.source.text()[span.start..span.end];
        !written.trim_start().starts_with('#')
    }

    /// A short line over a line was meant as a heading; sentences were parted from what follows.
    fn close_underlined(&mut self, frame: Frame) {
        let written = self.source.text()[frame.span.start..frame.span.end].trim_end();
        let under = start_of_line(written, written.len());
        let place = Span::new(frame.span.start + under, frame.span.start + written.len());
        let text = super::text::with_struck(&frame.inlines);
        let ends = text
            .trim_end()
            .ends_with(['。', '！', '？', '.', '!', '?', '」', '）']);
        let heading =
            !ends && !written[..under].trim_end().contains('\n') && text.chars().count() <= 40;
        let beginning = doubts::beginning(&frame.inlines);
        self.report(
            place,
            ModelFault::UnderlinedParagraph {
                heading,
                text: beginning,
            },
        );
        if heading {
            let start = HeadingStart {
                level: 2,
                id: None,
                topics: Vec::new(),
                strong: false,
                underlined: true,
                span: self.source.back(frame.span),
            };
            self.close_heading(start, ruby::with_furigana(frame.inlines));
            return;
        }
        let content = self.finished(frame.inlines, frame.span);
        self.blocks().push(Block::Paragraph(content));
        self.blocks().push(Block::Rule);
    }

    fn close_heading(&mut self, start: HeadingStart, content: Vec<Inline<Written>>) {
        if prose::is_wordless(&content) {
            (self.report)(start.span, ModelFault::EmptyHeading);
        }
        // Counted for marked headings too, so that a mark changes no other fragment.
        let is_section = start.level == 2 && self.frames.len() == 1;
        let level = if is_section { 2 } else { start.level.max(3) };
        let own = self
            .anchors
            .next(level, &super::text::with_struck(&content));
        let unmarked = start.id.is_none();
        let id = start.id.unwrap_or(own);
        if is_section {
            self.flush();
            self.mark(&id, start.span);
            self.body.sections.push(Section {
                id,
                unmarked,
                underlined: start.underlined,
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
            level,
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

/// The last character of running text.
fn last_character(inlines: &[Inline<Written>]) -> Option<char> {
    let (last, before) = inlines.split_last()?;
    match last {
        Inline::Text(text) | Inline::Code(text) | Inline::Ruby { base: text, .. } => {
            text.chars().next_back()
        }
        Inline::Emphasis(content)
        | Inline::Strong(content)
        | Inline::Strike(content)
        | Inline::Link { content, .. } => last_character(content),
        Inline::Note { .. } => last_character(before),
        Inline::Image { .. } | Inline::Break => None,
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
