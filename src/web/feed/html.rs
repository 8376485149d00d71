//! A statement's full text as plain HTML for readers of feeds: headings, paragraphs and lists,
//! without links.

use std::io;

use super::xml::{Xml, element, empty, fragment, push_text, text_element};
use crate::model::text::{Block, Inline, note_brackets, plain_blocks};
use crate::site::{StatementText, Target};

/// All of a statement.
pub(super) fn full(text: &StatementText) -> io::Result<String> {
    fragment(|out| {
        text.figures.iter().try_for_each(|figure| {
            element(out, "p", &[], |out| {
                line("strong", &figure.value, out)?;
                push_text(out, " ")?;
                inlines(&figure.caption, out)?;
                let Some(source) = &figure.source else {
                    return Ok(());
                };
                empty(out, "br", &[])?;
                line("small", source, out)
            })
        })?;
        text.charts.iter().try_for_each(|chart| {
            element(out, "p", &[], |out| line("strong", &chart.title, out))?;
            element(out, "ul", &[], |out| {
                chart.rows.iter().try_for_each(|row| {
                    element(out, "li", &[], |out| {
                        inlines(&row.label, out)?;
                        push_text(out, " ")?;
                        text_element(out, "strong", &row.value)
                    })
                })
            })?;
            let mut source = chart.source.iter();
            source.try_for_each(|source| element(out, "p", &[], |out| line("small", source, out)))
        })?;
        blocks(&text.body.intro, out)?;
        text.body.sections.iter().try_for_each(|section| {
            line("h2", &section.heading, out)?;
            blocks(&section.blocks, out)
        })
    })
}

fn blocks(all: &[Block<Target>], out: &mut Xml) -> io::Result<()> {
    all.iter().try_for_each(|block| match block {
        Block::Paragraph(content) => line("p", content, out),
        Block::Heading { content, .. } => line("h3", content, out),
        Block::List { start, items } => {
            let tag = if start.is_some() { "ol" } else { "ul" };
            let first = start
                .filter(|first| *first != 1)
                .map(|first| first.to_string());
            let attributes: Vec<_> = first
                .iter()
                .map(|first| ("start", first.as_str()))
                .collect();
            element(out, tag, &attributes, |out| {
                let mut items = items.iter();
                items.try_for_each(|item| element(out, "li", &[], |out| blocks(item, out)))
            })
        }
        Block::Quote(inner) => element(out, "blockquote", &[], |out| blocks(inner, out)),
        Block::Code { .. } | Block::Table { .. } => {
            text_element(out, "pre", &plain_blocks(std::slice::from_ref(block)))
        }
        Block::Rule => empty(out, "hr", &[]),
    })
}

/// An element that holds a line of text.
fn line(tag: &str, content: &[Inline<Target>], out: &mut Xml) -> io::Result<()> {
    element(out, tag, &[], |out| inlines(content, out))
}

fn inlines(all: &[Inline<Target>], out: &mut Xml) -> io::Result<()> {
    all.iter().try_for_each(|inline| match inline {
        Inline::Ruby { base, reading } => element(out, "ruby", &[], |out| {
            push_text(out, base)?;
            text_element(out, "rp", "(")?;
            text_element(out, "rt", reading)?;
            text_element(out, "rp", ")")
        }),
        Inline::Strong(content) => line("strong", content, out),
        Inline::Emphasis(content) => line("em", content, out),
        Inline::Strike(content) => line("s", content, out),
        Inline::Link { content, .. } => inlines(content, out),
        Inline::Note { content, .. } => {
            let [open, close] = note_brackets(content);
            push_text(out, open)?;
            inlines(content, out)?;
            push_text(out, close)
        }
        Inline::Break => empty(out, "br", &[]),
        Inline::Text(text) | Inline::Code(text) | Inline::Image { alt: text, .. } => {
            push_text(out, text)
        }
    })
}
