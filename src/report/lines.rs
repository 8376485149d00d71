//! The lines of a text as print left them: what they say, and what stands around them.

use unicode_width::UnicodeWidthStr;

/// A line that holds something.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct TextLine {
    /// What it says, without the white space around it.
    pub text: String,
    /// How far it is set in, in columns of half a Japanese character.
    pub indent: usize,
    /// Whether it is set in by a full-width space, as Japanese paragraphs are.
    pub set_in: bool,
    /// Whether white space follows it, with which PDFs end paragraphs.
    pub trailing: bool,
    /// How many empty lines stand before it.
    pub gap: usize,
    /// The page it stands on, counted from 0; a form feed begins a page.
    pub page: usize,
}

impl TextLine {
    /// How wide it is, in columns of half a Japanese character.
    pub(super) fn width(&self) -> usize {
        self.indent + self.text.width()
    }
}

/// The lines of a text that hold something.
pub(super) fn split(text: &str) -> Vec<TextLine> {
    let text = text.replace("\r\n", "\n").replace('\r', "\n");
    let mut lines = Vec::new();
    let mut gap = 0;
    for (page, text) in text.split('\u{c}').enumerate() {
        for raw in text.split('\n') {
            let body = raw.trim();
            if body.is_empty() {
                gap += 1;
                continue;
            }
            let before = &raw[..raw.len() - raw.trim_start().len()];
            lines.push(TextLine {
                text: body.to_owned(),
                indent: before.width(),
                set_in: before.starts_with('\u{3000}'),
                trailing: raw.trim_end().len() < raw.len(),
                gap: std::mem::take(&mut gap),
                page,
            });
        }
    }
    lines
}

/// The number that most of `values` are, the smaller of two that are as many.
pub(super) fn usual(values: impl Iterator<Item = usize>) -> usize {
    let mut counts = std::collections::BTreeMap::new();
    for value in values {
        *counts.entry(value).or_insert(0_usize) += 1;
    }
    let most = counts
        .iter()
        .max_by_key(|(value, n)| (**n, usize::MAX - **value));
    most.map_or(0, |(value, _)| *value)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_know_what_stands_around_them() {
        let lines = split("一\r\n\r\n\u{3000}二 \n\u{c}  三");
        assert_eq!(
            lines.iter().map(|l| l.text.as_str()).collect::<Vec<_>>(),
            ["一", "二", "三"]
        );
        assert_eq!(
            (lines[1].gap, lines[1].set_in, lines[1].trailing),
            (1, true, true)
        );
        assert_eq!(
            (lines[2].page, lines[2].indent, lines[2].set_in),
            (1, 2, false)
        );
        assert_eq!(lines[1].width(), 4);
    }
}
