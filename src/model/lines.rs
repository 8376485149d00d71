//! Where the pieces of a page file stand: the line of each top-level block of its body.

use crate::base::line_column;
use pulldown_cmark::{Event, Options, Parser};

/// The lines, counted from 1, on which the headings and blocks of a page file begin, in the
/// order of the text tree; empty when the file is none.
#[must_use]
pub(crate) fn lines(text: &str) -> Vec<usize> {
    let Some(body) = body(text) else {
        return Vec::new();
    };
    let options =
        Options::ENABLE_TABLES | Options::ENABLE_STRIKETHROUGH | Options::ENABLE_HEADING_ATTRIBUTES;
    let mut lines = Vec::new();
    let mut depth = 0_usize;
    for (event, range) in Parser::new_ext(&text[body..], options).into_offset_iter() {
        match event {
            Event::Start(_) => {
                if depth == 0 {
                    lines.push(line_column(text, body + range.start).0);
                }
                depth += 1;
            }
            Event::End(_) => depth = depth.saturating_sub(1),
            Event::Rule if depth == 0 => {
                lines.push(line_column(text, body + range.start).0);
            }
            _ => {}
        }
    }
    lines
}

/// The byte after the second `---` line.
fn body(text: &str) -> Option<usize> {
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
