//! Finds texts that `new` left for somebody to write, so that none is published by oversight.

use crate::base::Span;

/// What stands before a text that somebody has yet to write.
pub(crate) const FILL_IN: [&str; 2] = ["【要記入】", "[FILL IN]"];
/// What stands before a text that somebody has yet to translate.
pub(crate) const TRANSLATE: [&str; 2] = ["【要翻訳】", "[TRANSLATE]"];

/// The marks in a page file whose front matter ends where `body` begins. A mark in a comment
/// of the front matter, or one that is spoken of (`in code`, 「in quotation marks」), is none.
pub(super) fn find(text: &str, body: Span) -> Vec<Span> {
    let marks = || FILL_IN.into_iter().chain(TRANSLATE);
    // Nearly every file has none, and is looked through once.
    if !marks().any(|mark| text.contains(mark)) {
        return Vec::new();
    }
    let mut found = Vec::new();
    let mut at = 0;
    for line in text.split_inclusive('\n') {
        let comment = at < body.start && line.trim_start().starts_with('#');
        if !comment {
            for mark in marks() {
                let here = line.match_indices(mark).filter(|(start, _)| {
                    let before = line[..*start].chars().next_back();
                    !matches!(before, Some('`' | '「' | '“'))
                });
                found
                    .extend(here.map(|(start, _)| Span::from(at + start..at + start + mark.len())));
            }
        }
        at += line.len();
    }
    found.sort();
    found
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::line_column;

    #[test]
    fn marks_count_where_they_would_be_published() {
        let text = "---\n# 【要記入】とあるところ\nname: 【要記入】お名前\n---\n\n[TRANSLATE] 山田\n\n`【要記入】`と「【要翻訳】」は説明\n";
        let body = Span::new(text.find("\n\n").unwrap(), text.len());
        let lines: Vec<usize> = find(text, body)
            .into_iter()
            .map(|span| line_column(text, span.start).0)
            .collect();
        assert_eq!(lines, [3, 6]);
        assert!(find("---\nname: 山田\n---\n", Span::new(8, 8)).is_empty());
    }
}
