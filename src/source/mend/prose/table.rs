//! Tables: rows in full width, and furigana in cells.

use super::lines::{ProseLine, runs};
use crate::base::Span;
use crate::source::fault::{TextSlip, Typo};
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

/// Whether a line stands between bars, as the rows of a table do.
pub(super) fn is_row(line: &str) -> bool {
    let line = line.trim();
    line.len() > 1 && line.starts_with(is_bar) && line.ends_with(is_bar)
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
    super::inline::mended_row(&right, typos)
}

/// The table above a run of lines, when nothing but blank lines parts them.
#[derive(Debug, Default)]
pub(super) struct TableAbove {
    /// How many bars its rule has; none where there is no table.
    bars: usize,
    /// Where the blank lines below it begin.
    blank: Option<usize>,
    /// Whether it has no rows yet.
    is_bare: bool,
    /// How many bars a row has that stands alone above, where nothing is a rule.
    row: usize,
}

impl TableAbove {
    /// Goes on behind a line that ends a run.
    pub(super) fn leave(&mut self, line: ProseLine<'_>, is_blank: bool) {
        if is_blank {
            self.blank.get_or_insert(line.start);
        } else {
            (self.bars, self.row) = (0, 0);
        }
    }

    /// Joins a run of nothing but rows, whose mends are there, with the table above: one row, or those of a
    /// table that has none. Several may be a table whose rule is missing.
    pub(super) fn join(&mut self, run: &[ProseLine<'_>], fixes: &mut Vec<Fix>) {
        let bars = |line: &str| {
            if is_row(line) {
                line.matches(is_bar).count()
            } else {
                0
            }
        };
        let rule = run.iter().find(|line| is_delimiter(line.text));
        let is_more = |line: &ProseLine<'_>| bars(line.text) == self.bars;
        let has_more = rule.is_none()
            && self.bars > 1
            && run.iter().all(is_more)
            && (self.is_bare || run.len() == 1);
        // The rule below the first row, with a blank line between them.
        let is_rule = run.first().is_some_and(|line| {
            is_delimiter(line.text) && self.row > 1 && bars(line.text) == self.row
        });
        let joins = self.blank.is_some() && (has_more || is_rule);
        if let (Some(first), Some(blank), true) = (run.first(), self.blank, joins) {
            let end = first.start + first.text.len();
            let mut with = first.text.to_owned();
            let at = fixes.partition_point(|fix| fix.span.start < blank);
            let mut below = fixes.split_off(at);
            let mut typos = vec![Typo::Text(TextSlip::Rows)];
            below.retain(|fix| {
                if fix.span.start == first.start {
                    with.clone_from(&fix.with);
                    typos.extend(fix.typos.iter().cloned());
                }
                fix.span.start >= end
            });
            let span = Span::new(blank, end);
            fixes.push(Fix { span, with, typos });
            fixes.append(&mut below);
        }
        // A text below its rows ends a table.
        let last = run.last().map_or(0, |line| bars(line.text));
        self.is_bare = run.last().is_some_and(|line| is_delimiter(line.text));
        self.row = if run.len() == 1 && rule.is_none() {
            last
        } else {
            0
        };
        if !joins || is_rule {
            self.bars = rule.map_or(0, |rule| bars(rule.text));
        }
        if last != self.bars {
            self.bars = 0;
        }
        self.blank = None;
    }
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
