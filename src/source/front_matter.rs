//! Splits a page file into front matter and body.

use crate::base::Span;
use crate::diag::Kind;

/// Where the two halves of a page file stand.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Split {
    /// The opening `---`, where problems of the whole front matter point.
    pub opening: Span,
    /// The YAML between the two `---` lines.
    pub yaml: Span,
    /// Everything after them.
    pub body: Span,
}

/// Finds the halves, or says what is wrong and where.
pub(super) fn split(text: &str) -> Result<Split, (Kind, Span)> {
    let mut lines = lines(text).skip_while(|(_, line)| line.trim().is_empty());
    let Some((start, first)) = lines.next() else {
        return Err((Kind::NoFrontMatter, Span::new(0, 0)));
    };
    let opening = Span::new(start, start + first.len());
    if first.trim_end() != "---" {
        return Err((Kind::NoFrontMatter, opening));
    }
    let yaml_start = next_line(text, opening.end);
    for (at, line) in lines {
        if line.trim_end() == "---" {
            return Ok(Split {
                opening,
                yaml: Span::new(yaml_start, at),
                body: Span::new(next_line(text, at + line.len()), text.len()),
            });
        }
    }
    Err((Kind::UnclosedFrontMatter, opening))
}

/// The lines of a text with the byte at which each begins, without their line ends.
pub(super) fn lines(text: &str) -> impl Iterator<Item = (usize, &str)> {
    let mut at = 0;
    text.split_inclusive('\n').map(move |line| {
        let start = at;
        at += line.len();
        (start, line.trim_end_matches(['\n', '\r']))
    })
}

fn next_line(text: &str, at: usize) -> usize {
    text[at..].find('\n').map_or(text.len(), |n| at + n + 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn halves() {
        let text = "---\r\nname: a\r\n---\r\nbody\n";
        let split = split(text).unwrap();
        assert_eq!(&text[split.yaml.start..split.yaml.end], "name: a\r\n");
        assert_eq!(&text[split.body.start..split.body.end], "body\n");
    }

    #[test]
    fn what_is_missing_is_named() {
        assert_eq!(split("").unwrap_err().0, Kind::NoFrontMatter);
        assert_eq!(split("name: a\n---\n").unwrap_err().0, Kind::NoFrontMatter);
        assert_eq!(
            split("---\nname: a\n").unwrap_err().0,
            Kind::UnclosedFrontMatter
        );
        assert_eq!(split("---\n---").unwrap().yaml, Span::new(4, 4));
    }

    proptest::proptest! {
        #[test]
        fn any_text_is_split_or_refused(text in "(---|\\PC|\n|\r){0,40}") {
            if let Ok(found) = split(&text) {
                let _ = (&text[found.yaml.start..found.yaml.end], &text[found.body.start..]);
            }
        }
    }
}
