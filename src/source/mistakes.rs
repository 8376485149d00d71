//! The mistakes that people really make in front matter, told by their look.

use super::fault::{SourceFault, YamlFault};
use super::front_matter::lines;
use crate::base::Span;

/// Recognises the mistakes that people really make in a piece that cannot be parsed.
pub(super) fn explain(chunk: &str, base: usize) -> Option<(SourceFault, Span)> {
    let mut above: Option<&str> = None;
    lines(chunk).find_map(|(at, line)| {
        let content = line.trim();
        if content.is_empty() || content.starts_with('#') {
            return None;
        }
        let here =
            |offset: usize, len: usize| Span::new(base + at + offset, base + at + offset + len);
        let fault = |fault: YamlFault, span: Span| Some((SourceFault::Yaml { fault }, span));
        let indent = line.len() - line.trim_start_matches([' ', '\t']).len();
        // Blanks of other kinds, such as U+2000, are no indentation and no content.
        let lead = line.len() - line.trim_start().len();
        // A line deeper than one that already has its value.
        let finished = |above: &str| {
            let value = above.split_once(": ").map_or("", |(_, value)| value.trim());
            let depth = above.len() - above.trim_start().len();
            indent > depth
                && !value.is_empty()
                && !value.starts_with(['|', '>', '[', '{', '"', '\'', '#'])
        };
        let deeper = above.is_some_and(finished) && content.contains(": ");
        above = Some(line);
        if let Some(tab) = line[..indent].find('\t') {
            return fault(YamlFault::Tab, here(tab, 1));
        }
        if deeper {
            return fault(YamlFault::Indent, here(0, indent));
        }
        let plain = line
            .find(": ")
            .or_else(|| content.ends_with(':').then(|| line.trim_end().len() - 1));
        if let Some(wide) = line
            .find('：')
            .filter(|wide| plain.is_none_or(|colon| *wide < colon))
        {
            return fault(YamlFault::FullWidthColon, here(wide, '：'.len_utf8()));
        }
        let Some(colon) = plain else {
            let colon = line
                .find(':')
                .filter(|colon| !line[..*colon].contains(['"', '\'']));
            return match colon {
                Some(colon) => fault(YamlFault::NoSpace, here(colon, 1)),
                None if indent == 0 && !content.starts_with(['-', ']', '}', '"', '\'']) => {
                    fault(YamlFault::NoColon, here(lead, content.len()))
                }
                None => None,
            };
        };
        let value = line[colon + 1..].trim();
        let at_value = line.len() - line[colon + 1..].trim_start().len();
        match value.chars().next() {
            Some(c @ ('@' | '`' | '%' | '*' | '&' | '!')) => {
                fault(YamlFault::Reserved(c), here(at_value, value.len()))
            }
            Some(open @ ('"' | '\'')) if !closes(value, open) => {
                fault(YamlFault::Unclosed, here(at_value, value.len()))
            }
            Some(open @ ('[' | '{')) => {
                let close = if open == '[' { ']' } else { '}' };
                let rest = &chunk[at + at_value..];
                let balanced = rest.matches(open).count() == rest.matches(close).count();
                (!balanced).then_some(())?;
                fault(YamlFault::Unclosed, here(at_value, value.len()))
            }
            Some('"' | '\'') | None => None,
            Some(_) => {
                let second = value
                    .find(": ")
                    .or_else(|| value.ends_with(':').then(|| value.len() - 1))?;
                fault(YamlFault::ColonInValue, here(at_value + second, 1))
            }
        }
    })
}

fn closes(value: &str, quote: char) -> bool {
    let inner = &value[1..];
    inner.trim_end().ends_with(quote) || inner.contains(&format!("{quote} #"))
}
