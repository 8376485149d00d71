//! Footnotes below the text that refers to them.

use std::fmt::Write;

use pulldown_cmark_escape::escape_html;

use super::engine::fill;
use super::page_context::PageContext;
use crate::model::text::{Block, Inline, visit_notes};
use crate::site::Target;

/// The footnotes of a piece of text, each once, in the order in which they are referred to.
pub(super) struct Footnotes<'b> {
    /// The fragment of the heading that they stand under; without one nothing links to them.
    place: Option<&'b str>,
    all: Vec<(&'b str, &'b [Inline<Target>])>,
}

impl<'b> Footnotes<'b> {
    pub(super) fn of(place: Option<&'b str>, blocks: &'b [Block<Target>]) -> Self {
        let mut all: Vec<(&str, &[Inline<Target>])> = Vec::new();
        visit_notes(blocks, &mut |label, content| {
            if !all.iter().any(|(known, _)| *known == label) {
                all.push((label, content));
            }
        });
        Self { place, all }
    }

    /// Appends the number of a footnote, which leads to it.
    pub(super) fn refer(&self, label: &str, page: &PageContext<'_>, out: &mut String) {
        let Some(number) = self.all.iter().position(|(known, _)| *known == label) else {
            return;
        };
        let number = (number + 1).to_string();
        out.push_str("<sup class=\"note\">");
        if let Some(place) = self.place {
            let says = fill(page.word("note"), &[("n", &number)]);
            out.push_str("<a href=\"#");
            let _ = escape_html(&mut *out, place);
            let _ = write!(out, ".note-{number}\" aria-label=\"");
            let _ = escape_html(&mut *out, &says);
            let _ = write!(out, "\">{number}</a>");
        } else {
            out.push_str(&number);
        }
        out.push_str("</sup>");
    }

    /// Appends the footnotes.
    pub(super) fn push(&self, write: impl Fn(&[Inline<Target>], &mut String), out: &mut String) {
        if self.all.is_empty() {
            return;
        }
        out.push_str("<ol class=\"notes\">");
        for (number, (_, content)) in self.all.iter().enumerate() {
            match self.place {
                Some(place) => {
                    out.push_str("<li id=\"");
                    let _ = escape_html(&mut *out, place);
                    let _ = write!(out, ".note-{}\">", number + 1);
                }
                None => out.push_str("<li>"),
            }
            write(content, out);
            out.push_str("</li>");
        }
        out.push_str("</ol>");
    }
}
