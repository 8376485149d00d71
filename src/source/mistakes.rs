//! The mistakes that people really make in front matter, told by their look.

use std::collections::BTreeSet;

use super::by_keys;
use super::fault::{SourceFault, YamlFault};
use super::front_matter::lines;
use super::key::KeySpec;
use super::quoted::quoted;
use crate::base::Span;

/// Recognises the mistakes that people really make in a piece that cannot be parsed: `text` from
/// `base` to `end`, of front matter that may have the keys of `table` and whose lines begin as is
/// `written`.
pub(super) fn explain(
    text: &str,
    table: &[KeySpec],
    written: &BTreeSet<&str>,
    (base, end): (usize, usize),
) -> Option<(SourceFault, Span)> {
    let chunk = &text[base..end];
    if let Some((fault, span)) = by_keys::explain(chunk, table, written) {
        return Some((SourceFault::Yaml { fault }, span.shifted(base)));
    }
    let before = text[..base].trim_end();
    let mut above: Option<&str> = before.lines().next_back().filter(|_| !before.is_empty());
    let mut is_first = true;
    lines(chunk).find_map(|(at, line)| {
        let content = line.trim();
        if content.is_empty() || content.starts_with('#') {
            return None;
        }
        let previous = above.replace(line);
        let is_first = std::mem::take(&mut is_first);
        let (fault, span) = of_line(line, previous, is_first, &chunk[at..])?;
        let kind = SourceFault::Yaml { fault };
        Some((kind, span.shifted(base + at)))
    })
}

/// What is wrong with a line; `rest` is the piece from it on.
fn of_line(
    line: &str,
    above: Option<&str>,
    is_first: bool,
    rest: &str,
) -> Option<(YamlFault, Span)> {
    let content = line.trim();
    let column = line.len() - line.trim_start_matches([' ', '-']).len();
    let indent = line.len() - line.trim_start_matches([' ', '\t']).len();
    // Blanks of other kinds, such as U+2000, are no indentation and no content.
    let lead = line.len() - line.trim_start().len();
    if let Some(tab) = line[..indent].find('\t') {
        let right = format!("{}{content}", line[..indent].replace('\t', "  "));
        return Some((YamlFault::Tab(right), Span::new(tab, tab + 1)));
    }
    if !is_first
        && content.contains(": ")
        && let Some(depth) = above.and_then(finished).filter(|depth| indent > *depth)
    {
        let right = format!("{}{content}", " ".repeat(depth));
        return Some((YamlFault::Indent(right), Span::new(0, indent)));
    }
    // An item below a key that has its value.
    let has_value = |above: &str| finished(above).is_some() && !above.trim_start().starts_with('-');
    if !is_first && content.starts_with("- ") && above.is_some_and(has_value) {
        let span = Span::new(lead, lead + content.len());
        return Some((YamlFault::NoColon(content.to_owned()), span));
    }
    let plain = line
        .find(": ")
        .or_else(|| content.ends_with(':').then(|| line.trim_end().len() - 1));
    if let Some(wide) = line
        .find('：')
        .filter(|wide| plain.is_none_or(|colon| *wide < colon))
    {
        let (key, value) = (line[..wide].trim_end(), &line[wide + '：'.len_utf8()..]);
        let right = format!("{key}: {}", value.trim());
        let span = Span::new(wide, wide + '：'.len_utf8());
        return Some((YamlFault::FullWidthColon(right), span));
    }
    let Some(colon) = plain else {
        let colon = line
            .find(':')
            .filter(|colon| !line[..*colon].contains(['"', '\'']));
        let written = Span::new(lead, lead + content.len());
        return match colon {
            Some(colon) => {
                let right = format!("{}: {}", &line[..colon], line[colon + 1..].trim());
                Some((YamlFault::NoSpace(right), Span::new(colon, colon + 1)))
            }
            None if indent == 0 && !content.starts_with(['-', ']', '}', '"', '\'']) => {
                let fault = if above.is_some_and(goes_on) {
                    YamlFault::Continued(format!("  {content}"))
                } else {
                    YamlFault::NoColon(content.to_owned())
                };
                Some((fault, written))
            }
            None => None,
        };
    };
    let value = line[colon + 1..].trim();
    let at_value = line.len() - line[colon + 1..].trim_start().len();
    let whole = Span::new(at_value, at_value + value.len());
    let in_quotes = || format!("{}: {}", &line[..colon], quoted(value));
    if value == "-" {
        let key = line[column..colon].trim_end().to_owned();
        let right = in_quotes();
        return Some((YamlFault::LoneDash { key, right }, whole));
    }
    match value.chars().next() {
        Some(c @ ('@' | '`' | '%' | '*' | '&' | '!')) => {
            Some((YamlFault::Reserved(c, in_quotes()), whole))
        }
        Some(open @ ('"' | '\'')) if !closes(value, open) => {
            Some((YamlFault::Unclosed(open, closed(rest, open, column)), whole))
        }
        Some(open @ ('[' | '{')) => {
            let close = if open == '[' { ']' } else { '}' };
            (!is_balanced(&rest[at_value..], open, close)).then(|| {
                (
                    YamlFault::Unclosed(open, closed(rest, close, column)),
                    whole,
                )
            })
        }
        Some('"' | '\'') | None => None,
        Some(_) => {
            let second = value
                .find(": ")
                .or_else(|| value.ends_with(':').then(|| value.len() - 1))?;
            let at = at_value + second;
            Some((YamlFault::ColonInValue(in_quotes()), Span::new(at, at + 1)))
        }
    }
}

/// Whether a text closes the bracket that it begins with.
fn is_balanced(text: &str, open: char, close: char) -> bool {
    let mut depth = 0_usize;
    text.chars().any(|c| {
        depth += usize::from(c == open);
        depth -= usize::from(c == close);
        depth == 0
    })
}

/// The indentation of a line that has its value, so that nothing can stand below it.
fn finished(line: &str) -> Option<usize> {
    let value = line.split_once(": ").map_or("", |(_, value)| value.trim());
    let opens = value.starts_with(['|', '>', '[', '{', '"', '\'', '#']);
    (!value.is_empty() && !opens).then(|| line.len() - line.trim_start().len())
}

/// Whether a value may go on below its line.
fn goes_on(line: &str) -> bool {
    finished(line).is_some_and(|indent| indent == 0 || line.trim_start().starts_with('-'))
        || line.starts_with(' ') && !line.contains(": ")
}

/// The last line of a piece with a mark that closes it: of a text in quotation marks, the last
/// before an empty line, a remark or a key. The key stands in a column.
pub(super) fn closed(piece: &str, mark: char, column: usize) -> String {
    let is_quote = matches!(mark, '"' | '\'');
    let goes_on = |line: &&str| !is_quote || !line.trim().is_empty() && !ends_text(line, column);
    let mut all = piece.trim_end().lines();
    let first = all.next().unwrap_or_default();
    let last = all.take_while(goes_on).last().unwrap_or(first);
    let (value, remark) = last.split_at(last.find(" # ").unwrap_or(last.len()));
    let value = value.trim_end().trim_end_matches([',', '、']);
    format!("{value}{mark}{remark}")
}

/// Whether a line is certainly none of a text in quotation marks whose key stands in a column: a remark
/// or a key that stands no deeper.
pub(super) fn ends_text(line: &str, column: usize) -> bool {
    let content = line.trim();
    if line.len() - line.trim_start().len() > column {
        return false;
    }
    let (key, value) = content.split_once(':').unwrap_or_default();
    let is_name = !key.is_empty() && key.bytes().all(|b| b.is_ascii_lowercase() || b == b'_');
    content.starts_with('#') || is_name && (value.is_empty() || value.starts_with(' '))
}

fn closes(value: &str, quote: char) -> bool {
    let inner = &value[1..];
    inner.trim_end().ends_with(quote) || inner.contains(&format!("{quote} #"))
}
