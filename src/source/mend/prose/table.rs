//! Tables: rows in full width, and furigana in cells.

use super::lines::{ProseLine, runs};
use crate::base::Span;
use crate::source::fault::TextSlip;
use crate::source::mend::Fix;

/// Whether a line is the one between a table's head and its rows.
pub(super) fn is_delimiter(line: &str) -> bool {
    let mut dashes = 0;
    let fits = line.chars().all(|c| {
        dashes += usize::from(is_dash(c));
        is_dash(c) || is_bar(c) || matches!(c, ' ' | '\u{3000}' | ':' | '：' | '\t')
    });
    fits && dashes > 0 && line.contains(is_bar)
}

const fn is_bar(c: char) -> bool {
    matches!(c, '|' | '｜')
}

const fn is_dash(c: char) -> bool {
    matches!(c, '-' | '－' | 'ー' | '―' | '─' | '—' | '−')
}

/// A row of a table in half width.
pub(super) fn row(line: &str, typos: &mut Vec<TextSlip>) -> String {
    let is_delimiter = is_delimiter(line);
    let right: String = line
        .chars()
        .map(|c| match c {
            '｜' => '|',
            '：' if is_delimiter => ':',
            '\u{3000}' if is_delimiter => ' ',
            _ if is_delimiter && is_dash(c) => '-',
            _ => c,
        })
        .collect();
    if right != line {
        typos.push(TextSlip::FullWidth);
    }
    super::inline::mended(&right, typos)
}

/// What keeps the bar of furigana in a cell from ending the cell.
pub(in crate::source::mend) fn ruby_in_cells(text: &str) -> Vec<Fix> {
    let mut fixes = Vec::new();
    for run in runs(text) {
        if run.iter().any(|line| is_delimiter(line.text)) {
            for line in run {
                bars(line, &mut fixes);
            }
        }
    }
    fixes
}

fn bars(line: ProseLine<'_>, fixes: &mut Vec<Fix>) {
    let mut open = None;
    let mut before = ' ';
    let mut bars = Vec::new();
    for (at, c) in line.text.char_indices() {
        match c {
            '{' => {
                open = Some(at);
                bars.clear();
            }
            '|' if open.is_some() && before != '\\' => bars.push(at),
            '}' => {
                let long = open.map_or(0, |open| line.text[open..at].chars().count());
                if open.take().is_some() && (1..=2 * 40).contains(&long) {
                    for bar in bars.drain(..) {
                        let at = line.start + bar;
                        fixes.push(Fix {
                            span: Span::new(at, at),
                            with: "\\".into(),
                            typos: Vec::new(),
                        });
                    }
                }
            }
            _ => {}
        }
        before = c;
    }
}
