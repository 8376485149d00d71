//! Builds the text tree from events, one after the other.

use std::collections::{BTreeMap, BTreeSet};

use pulldown_cmark::Event;

use super::super::anchor::Anchors;
use super::super::fault::ModelFault;
use super::super::ruby;
use super::super::text::{Block, Body, Inline, Written, WrittenBody};
use super::frame::{Frame, OpenBlock};
use super::{addresses, doubts, line_ends};
use crate::base::{Lang, Span, lines_join, number_is_cut, start_of_line};
use crate::source::{EDGE, MendedBody};

mod close;
mod open;
mod sections;

/// The footnotes of a body: where each stands, and what it says.
#[derive(Default)]
pub(super) struct FootnoteTexts(pub(super) BTreeMap<String, (Span, Vec<Inline<Written>>)>);

/// Reads events into a body; the labels of the footnotes that it refers to come with it.
pub(super) fn read(
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
