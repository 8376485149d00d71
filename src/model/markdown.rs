//! Markdown into the text tree, once, with every problem at its place.

use std::collections::btree_map::Entry;

mod addresses;
mod builder;
mod doubts;
mod frame;
mod line_ends;
mod numbers;
mod pasted;
mod prose;

use pulldown_cmark::{Event, Options, Parser, Tag, TagEnd};

use super::fault::ModelFault;
use super::text::{Block, Inline, Written, WrittenBody};
use crate::base::{Lang, Span};
use crate::source::MendedBody;
use builder::{FootnoteTexts, read};

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

#[cfg(test)]
mod tests;
