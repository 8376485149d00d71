//! Remarks behind values that may be part of them, and what only looks like a remark.

use super::fault::SourceFault;
use super::key::{KeySpec, ValueType, find};
use super::quoted::quoted;
use super::yaml::{YamlEntry, YamlNode};
use crate::base::{Span, Spanned};

/// What is doubtful about the ends of values.
pub(super) fn cut_off(
    entries: &[YamlEntry],
    table: &[KeySpec],
    text: &str,
) -> Vec<(SourceFault, Span)> {
    let mut found = Vec::new();
    for entry in entries {
        let holds = find(table, &entry.key.value).map(|key| key.holds);
        in_entry(entry, holds, text, &mut found);
    }
    found
}

fn in_entry(
    entry: &YamlEntry,
    holds: Option<ValueType>,
    text: &str,
    found: &mut Vec<(SourceFault, Span)>,
) {
    match &entry.value.value {
        YamlNode::Map(inner) => {
            for entry in inner {
                let holds = match holds {
                    Some(ValueType::Map(table) | ValueType::Maps(table)) => {
                        find(table, &entry.key.value).map(|key| key.holds)
                    }
                    holds => holds,
                };
                in_entry(entry, holds, text, found);
            }
        }
        YamlNode::List(items) => {
            for item in items {
                found.extend(in_value("- ", item, holds, text));
                if let (YamlNode::Map(inner), Some(ValueType::Maps(table))) = (&item.value, holds) {
                    for entry in inner {
                        let holds = find(table, &entry.key.value).map(|key| key.holds);
                        in_entry(entry, holds, text, found);
                    }
                }
            }
        }
        YamlNode::Scalar { text: kept } => {
            let lead = format!("{}: ", entry.key.value);
            found.extend(doubtful(&lead, kept, entry.value.span, text));
            found.extend(in_value(&lead, &entry.value, holds, text));
        }
        YamlNode::Null => {}
    }
}

/// A text that a `#` cuts off. Where a blank stands on either side of it, it is a remark behind a
/// date, a name or a number; behind a text nobody knows.
fn in_value(
    lead: &str,
    value: &Spanned<YamlNode>,
    holds: Option<ValueType>,
    text: &str,
) -> Option<(SourceFault, Span)> {
    let YamlNode::Scalar { text: kept } = &value.value else {
        return None;
    };
    let end = value.span.end;
    let written = &text[value.span.start..end];
    let rest = text[end..].lines().next().unwrap_or_default();
    let cut = rest.trim();
    let behind = cut.strip_prefix('#')?;
    let is_text = matches!(
        holds,
        Some(ValueType::Text | ValueType::File | ValueType::Local | ValueType::List)
    );
    let is_doubtful = if is_text {
        behind.contains(char::is_alphanumeric)
    } else {
        behind.starts_with(char::is_alphanumeric)
    };
    if !is_doubtful || !rest.starts_with([' ', '\t']) || written.starts_with(['"', '\'', '|', '>'])
    {
        return None;
    }
    let fault = SourceFault::CutOff {
        cut: cut.to_owned(),
        as_text: format!("{lead}{}", quoted(&format!("{kept} {cut}"))),
        as_remark: format!(
            "# {}\n{lead}{written}",
            behind.trim_start_matches(['#', ' '])
        ),
    };
    let at = end + rest.find('#').unwrap_or(0);
    Some((fault, Span::new(at, at + cut.len())))
}

/// A remark behind a full-width hash, which is none; a quotation mark that closes what nothing opens.
fn doubtful(lead: &str, kept: &str, span: Span, text: &str) -> Option<(SourceFault, Span)> {
    let written = &text[span.start..span.end];
    if written.starts_with(['"', '\'', '|', '>']) || written.contains('\n') {
        return None;
    }
    let hash = written.match_indices('＃').find(|(at, _)| {
        let before = written[..*at].chars().next_back();
        before.is_some_and(|c| c == ' ' || c == '\u{3000}')
    });
    if let Some((at, _)) = hash {
        let (before, remark) = written.split_at(at);
        let remark = remark.trim_start_matches(['＃', ' ', '\u{3000}']);
        let fault = SourceFault::WideRemark {
            as_remark: format!(
                "# {remark}\n{lead}{}",
                before.trim_end_matches([' ', '\u{3000}'])
            ),
            as_text: format!("{lead}{}", quoted(kept)),
        };
        return Some((fault, Span::new(span.start + at, span.end)));
    }
    let before = written.strip_suffix('"')?;
    // `24"` are inches.
    let is_inches = before.ends_with(|c: char| c.is_ascii_digit());
    (!is_inches && !before.contains('"')).then(|| {
        let right = format!("{lead}{}", before.trim_end());
        let mark = Span::new(span.end - 1, span.end);
        (SourceFault::LoneQuote { right }, mark)
    })
}
