//! Texts in quotation marks that nobody closed, and that go on to a mark in what follows.

use super::fault::{SourceFault, YamlFault};
use super::mistakes::{closed, ends_text};
use super::yaml::{YamlEntry, YamlError, YamlNode};
use crate::base::{Span, start_of_line};

/// Takes out texts in quotation marks that go on through remarks and keys to the next mark, since
/// nobody closed them, with what is wrong.
pub(super) fn swallowing(entries: &mut Vec<YamlEntry>, text: &str) -> Vec<YamlError> {
    let mut found = Vec::new();
    entries.retain_mut(|entry| match &mut entry.value.value {
        YamlNode::Map(inner) => {
            found.extend(swallowing(inner, text));
            true
        }
        YamlNode::Scalar { .. } => {
            let fault = swallows(entry, text);
            found.extend(fault.clone());
            fault.is_none()
        }
        YamlNode::List(items) => {
            let count = found.len();
            items.retain_mut(|item| {
                let YamlNode::Map(inner) = &mut item.value else {
                    return true;
                };
                let faults = swallowing(inner, text);
                let is_left = faults.is_empty() || !inner.is_empty();
                found.extend(faults);
                is_left
            });
            found.len() == count || !items.is_empty()
        }
        YamlNode::Null => true,
    });
    found
}

fn swallows(entry: &YamlEntry, text: &str) -> Option<YamlError> {
    let span = entry.value.span;
    let written = &text[span.start..span.end];
    let mark = written.chars().next().filter(|c| matches!(c, '"' | '\''))?;
    let first = written.lines().next()?;
    let column = entry.key.span.start - start_of_line(text, entry.key.span.start);
    let mut below = written.lines().skip(1);
    if !below.any(|line| ends_text(line, column)) {
        return None;
    }
    let piece = &text[start_of_line(text, span.start)..span.end];
    let fault = YamlFault::Unclosed(mark, closed(piece, mark, column));
    let place = Span::new(span.start, span.start + first.trim_end().len());
    Some(YamlError {
        kind: SourceFault::Yaml { fault },
        span: place,
        first: None,
    })
}
