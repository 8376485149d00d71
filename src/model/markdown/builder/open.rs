//! Blocks and marks begin.

use pulldown_cmark::{CodeBlockKind, LinkType, Tag};

use super::super::frame::{Frame, OpenBlock};
use super::TreeBuilder;
use crate::base::Span;
use crate::model::fault::ModelFault;
use crate::model::heading;
use crate::model::text::Written;
use crate::source::EDGE;

/// Containers nested deeper than this are flattened, so that no input exhausts the stack.
const DEEPEST: usize = 32;

impl<R: FnMut(Span, ModelFault)> TreeBuilder<'_, R> {
    pub(super) fn start(&mut self, tag: Tag<'_>, span: Span) {
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
            _ if open.is_inline() => {}
            _ => {
                self.blocks();
            }
        }
        self.frames.push(Frame::new(open, span));
    }

    /// Whether a heading is a paragraph with a line drawn under it, not a line that begins with `#`.
    fn is_underlined(&self, span: Span) -> bool {
        let written = &self.source.text()[span.start..span.end];
        !written.trim_start().starts_with('#')
    }
}

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
