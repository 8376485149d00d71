//! Texts in quotation marks that nobody closed, and that go on to a mark in what follows.

use super::fault::{SourceFault, YamlFault};
use super::mistakes::{closed, ends_text};
use super::yaml::{YamlEntry, YamlError, YamlNode};
use crate::base::Span;

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
            let fault = swallows(entry.value.span, text);
            found.extend(fault.clone());
            fault.is_none()
        }
        YamlNode::List(_) | YamlNode::Null => true,
    });
    found
}

fn swallows(span: Span, text: &str) -> Option<YamlError> {
    let written = &text[span.start..span.end];
    let mark = written.chars().next().filter(|c| matches!(c, '"' | '\''))?;
    let first = written.lines().next()?;
    if !written.lines().skip(1).any(ends_text) {
        return None;
    }
    let begin = text[..span.start].rfind('\n').map_or(0, |at| at + 1);
    let fault = YamlFault::Unclosed(mark, closed(&text[begin..span.end], mark));
    let place = Span::new(span.start, span.start + first.trim_end().len());
    Some(YamlError {
        kind: SourceFault::Yaml { fault },
        span: place,
        first: None,
    })
}
