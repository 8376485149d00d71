//! Print lines back into paragraphs.
//!
//! A column breaks lines wherever they are full. A paragraph ends where a sentence does and
//! something else says so: the line ends early, white space follows it, the next line is set
//! in, or more lines than usual stay empty.

use super::event::labelled;
use super::heading::marker;
use super::lines::{TextLine, usual};

/// How a text is printed, as far as its lines tell.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Print {
    /// How many empty lines stand between two lines of a paragraph.
    pitch: usize,
    /// Whether white space at a line's end means something: it stands at few lines.
    trailing: bool,
    /// The width of a full line.
    pub full: usize,
}

impl Print {
    /// Looks at all lines of a text.
    pub(super) fn of(lines: &[TextLine]) -> Self {
        let trailing = lines.iter().filter(|line| line.trailing).count();
        let mut widths: Vec<usize> = lines.iter().map(TextLine::width).collect();
        widths.sort_unstable();
        Self {
            pitch: usual(lines.iter().skip(1).map(|line| line.gap)),
            trailing: trailing * 2 < lines.len(),
            full: widths
                .get(widths.len() * 3 / 4)
                .copied()
                .unwrap_or_default(),
        }
    }

    /// Whether a paragraph ends between two lines. `before` is the line before the first of
    /// them, if it belongs to the same paragraph.
    fn ends(self, before: Option<&TextLine>, line: &TextLine, next: &TextLine) -> bool {
        let page_turns = line.page != next.page;
        let apart = next.gap > self.pitch;
        if marker(&next.text).is_some() || labelled(&next.text).is_some() {
            return true;
        }
        if !ends_sentence(&line.text) {
            // A fact goes on only in a line that is full.
            if labelled(&line.text).is_some() && line.width() * 4 < self.full * 3 {
                return true;
            }
            // A line of its own: a heading, a name, a line of a list.
            let short = line.width() * 4 < self.full * 3;
            let alone = apart && !page_turns && (short || self.pitch == 0);
            let ended = self.trailing && line.trailing || marker(&line.text).is_some();
            return alone || short && ended;
        }
        let column = before.map_or(0, TextLine::width).max(next.width());
        let early = line.width() + 4 <= column;
        self.trailing && line.trailing
            || next.set_in
            || next.indent > 0 && line.indent == 0
            || early
            || apart && !page_turns
    }
}

fn ends_sentence(text: &str) -> bool {
    text.ends_with([
        '。', '．', '.', '！', '!', '？', '?', '」', '』', '）', ')', '”', '"', '…', '】', '〉',
        '》',
    ])
}

/// The paragraphs of some lines.
pub(super) fn join(lines: &[TextLine], print: Print) -> Vec<String> {
    let mut paragraphs: Vec<String> = Vec::new();
    let mut begins = true;
    for (at, line) in lines.iter().enumerate() {
        match paragraphs.last_mut() {
            Some(last) if !begins => append(last, &line.text),
            _ => paragraphs.push(line.text.clone()),
        }
        let before = (!begins).then(|| lines.get(at.wrapping_sub(1))).flatten();
        begins = lines
            .get(at + 1)
            .is_some_and(|next| print.ends(before, line, next));
    }
    paragraphs
        .iter()
        .map(|text| without_print_spaces(text))
        .collect()
}

/// Joins a line to the one before: Latin words with a space, Japanese without.
pub(super) fn append(text: &mut String, line: &str) {
    let (Some(last), Some(first)) = (text.chars().next_back(), line.chars().next()) else {
        text.push_str(line);
        return;
    };
    let japanese = text.chars().chain(line.chars()).any(is_wide);
    let digits = last.is_ascii_digit() && first.is_ascii_digit();
    let close = is_wide(last) || is_wide(first) || last == '-' || japanese && digits;
    if !close {
        text.push(' ');
    }
    text.push_str(line);
}

/// Without the spaces that PDFs put between Japanese and Latin letters: type does that better.
fn without_print_spaces(text: &str) -> String {
    let chars: Vec<char> = text.chars().collect();
    let wide = |at: Option<usize>| at.and_then(|at| chars.get(at)).is_some_and(|c| is_wide(*c));
    let mut out = String::with_capacity(text.len());
    for (at, c) in chars.iter().enumerate() {
        let between = wide(at.checked_sub(1)) || wide(Some(at + 1));
        if !(*c == ' ' && between) {
            out.push(*c);
        }
    }
    out
}

/// Whether a letter is set without spaces around it.
fn is_wide(c: char) -> bool {
    u32::from(c) >= 0x2e80 || matches!(c, '“' | '”' | '…' | '—' | '―')
}

#[cfg(test)]
mod tests {
    use super::super::lines::split;
    use super::*;

    fn joined(text: &str) -> Vec<String> {
        let lines = split(text);
        join(&lines, Print::of(&lines))
    }

    #[test]
    fn broken_lines_are_joined() {
        assert_eq!(
            joined("番号を見せ\nない権利が\nあります。"),
            ["番号を見せない権利があります。"]
        );
        assert_eq!(
            joined("We ask the\ngovernment to\nlisten."),
            ["We ask the government to listen."]
        );
        assert_eq!(
            joined("11 月 17 日、FAX で\n約 400人が来た。"),
            ["11月17日、FAXで約400人が来た。"]
        );
        assert_eq!(
            joined("署名は1\n3万筆、GAFA\nなどが"),
            ["署名は13万筆、GAFAなどが"]
        );
    }

    #[test]
    fn paragraphs_end_where_print_says_so() {
        // Set in.
        assert_eq!(
            joined("\u{3000}はじめに話します。\n\u{3000}次に話します。").len(),
            2
        );
        // Ending early.
        let text = "窓口では長い列ができている。\n機械が止まると困る。\nそれでも国は義務だといって聞かない。\n";
        assert_eq!(joined(text).len(), 2);
        // Empty lines between lines are no paragraphs when they stand everywhere.
        let text =
            "番号を見せ\n\nない権利が\n\nありますと\n\n話しました。 \n\n続けます。\n\nはい。";
        assert_eq!(joined(text).len(), 2);
        // An empty line where there usually is none.
        assert_eq!(
            joined("窓口では長い列ができている。\n困る人がいる。長い列である。\n\n次の話。").len(),
            2
        );
    }

    #[test]
    fn titles_stand_alone() {
        let text = "緊急集会\n\n\n\n五月一日、市民の会の共催で集会を\n\n開きました。大勢の人が集まり、\n\n話を聞きました。\n";
        assert_eq!(joined(text)[0], "緊急集会");
        let text = "番号を見せない権利があります。\n■小さな見出し\n番号法には任意だと書いてあり、\nそのとおりです。";
        assert_eq!(joined(text).len(), 3);
    }

    #[test]
    fn a_sentence_that_fills_its_line_ends_no_paragraph() {
        assert_eq!(
            joined("番号を見せない。\nそれが権利です。\n守ってほしい。").len(),
            1
        );
    }
}
