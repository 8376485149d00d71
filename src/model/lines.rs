//! Where the pieces of a page file stand: the line of each top-level block of its body.

use pulldown_cmark::{Event, Parser, Tag};

use super::markdown::MARKDOWN;
use crate::base::{Span, line_column};
use crate::source::MendedBody;

/// The lines, counted from 1, on which the headings and blocks of a page file begin, in the
/// order of the text tree; empty when the file is none.
#[must_use]
pub(crate) fn lines(text: &str) -> Vec<usize> {
    let Some(body) = body(text) else {
        return Vec::new();
    };
    let source = MendedBody::new(&text[body..], body).0;
    let mut lines = Vec::new();
    let mut depth = 0_usize;
    let line = |at: usize| line_column(text, source.back(Span::new(at, at)).start).0;
    let events = Parser::new_ext(source.text(), MARKDOWN).into_offset_iter();
    for (event, range) in events {
        match event {
            Event::Start(tag) => {
                // Footnotes are told where they are referred to.
                if depth == 0 && !matches!(tag, Tag::FootnoteDefinition(_)) {
                    lines.push(line(range.start));
                }
                depth += 1;
            }
            Event::End(_) => depth = depth.saturating_sub(1),
            Event::Rule if depth == 0 => {
                lines.push(line(range.start));
            }
            _ => {}
        }
    }
    lines
}

/// The byte after the second `---` line.
pub(super) fn body(text: &str) -> Option<usize> {
    let (mut at, mut rules) = (0, 0);
    for line in text.split_inclusive('\n') {
        at += line.len();
        rules += usize::from(line.trim_end() == "---");
        if rules == 2 {
            return Some(at);
        }
    }
    None
}

#[cfg(test)]
mod tests {
    #[test]
    fn every_block_has_its_line() {
        let text =
            "---\nname: a\n---\n\none\none\n\n## two {#two}\n\n- three\n- three\n\n---\n\n> five\n";
        assert_eq!(super::lines(text), [5, 8, 10, 13, 15]);
        assert_eq!(super::lines("no front matter"), [0; 0]);
    }
}
