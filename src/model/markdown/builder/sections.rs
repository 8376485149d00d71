//! Headings, and the sections that those of the second level begin.

use super::super::frame::Frame;
use super::super::{doubts, prose};
use super::TreeBuilder;
use crate::base::{Span, start_of_line};
use crate::model::fault::ModelFault;
use crate::model::heading::HeadingStart;
use crate::model::ruby;
use crate::model::text::{Block, Inline, Section, Written, with_struck};

impl<R: FnMut(Span, ModelFault)> TreeBuilder<'_, R> {
    /// A short line over a line was meant as a heading; sentences were parted from what follows.
    pub(super) fn close_underlined(&mut self, frame: Frame) {
        let written = self.source.text()[frame.span.start..frame.span.end].trim_end();
        let under = start_of_line(written, written.len());
        let place = Span::new(frame.span.start + under, frame.span.start + written.len());
        let text = with_struck(&frame.inlines);
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

    pub(super) fn close_heading(&mut self, start: HeadingStart, content: Vec<Inline<Written>>) {
        if prose::is_wordless(&content) {
            (self.report)(start.span, ModelFault::EmptyHeading);
        }
        // Counted for marked headings too, so that a mark changes no other fragment.
        let is_section = start.level == 2 && self.frames.len() == 1;
        let level = if is_section { 2 } else { start.level.max(3) };
        let own = self.anchors.next(level, &with_struck(&content));
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
    pub(super) fn flush(&mut self) {
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
