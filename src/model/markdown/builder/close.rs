//! Blocks and marks end, and become part of what holds them.

use super::super::frame::OpenBlock;
use super::super::{doubts, numbers, prose};
use super::TreeBuilder;
use crate::base::Span;
use crate::model::fault::ModelFault;
use crate::model::ruby;
use crate::model::text::{Block, Inline, plain};
use crate::source::EDGE;

impl<R: FnMut(Span, ModelFault)> TreeBuilder<'_, R> {
    pub(super) fn end(&mut self, _: pulldown_cmark::TagEnd) {
        if self.skipped > 0 {
            self.skipped -= 1;
            return;
        }
        self.close();
    }

    pub(super) fn close(&mut self) {
        let Some(mut frame) = self.frames.pop() else {
            return;
        };
        if frame.open.is_inline() {
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
                    let alt = plain(&content);
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
                let text = plain(&frame.inlines);
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
}
