//! Markdown as people type and paste it: marks in full width or without their space, lists and
//! paragraphs in the Japanese manner. Line by line, text in, fixes out.

mod counted;
mod emphasis;
mod fences;
mod heading;
mod inline;
mod items;
mod lines;
mod notes;
mod numbering;
mod opening;
mod running;
mod sentence;
mod table;

pub(crate) use emphasis::EDGE;
pub(super) use emphasis::emphasis;
pub(super) use inline::furigana;
pub(in crate::source) use notes::without_notes;
pub(super) use notes::{notes_of_editors, wide_marks};
pub(super) use table::ruby_in_cells;

use super::Fix;
use crate::base::Span;
use crate::source::fault::{TextSlip, Typo};
use crate::source::mend::bullets::width;
use items::ItemMark;
use lines::{BLANK, LineKind, ProseLine, kinds};
use numbering::Numbering;
use opening::Opening;

/// What is to be mended in a Markdown text.
pub(in crate::source) fn prose(text: &str) -> Vec<Fix> {
    let mut fixes = Vec::new();
    let mut numbering = Numbering::default();
    let mut run = Vec::new();
    let mut above = table::TableAbove::default();
    let whole = WholeText {
        full: sentence::full_width(text),
        hashes: heading::loose(text),
    };
    for (line, kind) in kinds(text) {
        if kind == LineKind::Prose {
            run.push(line);
            continue;
        }
        if !run.is_empty() {
            let own = std::mem::take(&mut run);
            mend_run(&own, &whole, &mut numbering, &mut fixes);
            above.join(&own, &mut fixes);
        }
        above.leave(line, kind == LineKind::Blank);
        match kind {
            LineKind::Code => numbering.leave(indent_of(line.text)),
            LineKind::Blank if line.text.contains(['\u{3000}', '\u{a0}']) => fixes.push(Fix {
                span: Span::new(line.start, line.start + line.text.len()),
                with: String::new(),
                typos: vec![Typo::Text(TextSlip::Blank)],
            }),
            _ => {}
        }
    }
    mend_run(&run, &whole, &mut numbering, &mut fixes);
    above.join(&run, &mut fixes);
    fixes
}

/// What all of a text tells of its lines.
struct WholeText {
    /// How wide lines are that were broken where they were full, in half widths.
    full: usize,
    /// Where the lines begin that are headings with a single `#` and no blank behind it.
    hashes: Vec<usize>,
}

fn mend_run(
    lines: &[ProseLine<'_>],
    text: &WholeText,
    numbering: &mut Numbering,
    fixes: &mut Vec<Fix>,
) {
    let is_heading = |line: &ProseLine<'_>| heading::is_heading(line, &text.hashes);
    for part in lines.split_inclusive(is_heading) {
        Run::new(part, text, numbering).mend(fixes);
    }
}

fn indent_of(line: &str) -> usize {
    line.len() - line.trim_start_matches(' ').len()
}

/// What a line of a run was found to be.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Before {
    Nothing,
    /// Running text; whether a sign such as ● opened it, or what else of a line of its own.
    Text {
        sign: bool,
        opening: Option<Opening>,
    },
    /// A list; whether its marks were put right here.
    Item {
        ours: bool,
    },
}

struct Run<'r, 't> {
    lines: &'r [ProseLine<'t>],
    /// How wide lines are that were broken where they were full, in half widths.
    full: usize,
    hashes: &'r [usize],
    marks: Vec<Option<ItemMark>>,
    /// Which line is the rule of a table.
    rule: Option<usize>,
    before: Before,
    levels: items::Levels,
    numbering: &'r mut Numbering,
    /// Whether the text above a list ends in the middle of a sentence.
    led: bool,
    /// The item before, and what leads it.
    counted: Option<(ItemMark, &'t str)>,
}

impl<'r, 't> Run<'r, 't> {
    fn new(lines: &'r [ProseLine<'t>], text: &'r WholeText, numbering: &'r mut Numbering) -> Self {
        let rule = lines.iter().position(|line| table::is_delimiter(line.text));
        let marks = if rule.is_some() {
            vec![None; lines.len()]
        } else {
            items::marks(lines)
        };
        Self {
            lines,
            full: text.full,
            hashes: &text.hashes,
            marks,
            rule,
            before: Before::Nothing,
            levels: items::Levels::default(),
            numbering,
            led: false,
            counted: None,
        }
    }

    fn mend(mut self, fixes: &mut Vec<Fix>) {
        for (at, line) in self.lines.iter().enumerate() {
            let mut typos = Vec::new();
            let is_item = self.marks[at].is_some();
            let is_apart = self.before == Before::Nothing;
            let with = self.line(at, line.text, &mut typos);
            if !is_item && (is_apart || with.starts_with('\n')) {
                let last = with.rsplit('\n').next().unwrap_or_default();
                self.numbering.leave(indent_of(last));
            }
            if with == line.text {
                continue;
            }
            typos.dedup();
            fixes.push(Fix {
                span: Span::new(line.start, line.start + line.text.len()),
                with,
                typos: typos.into_iter().map(Typo::Text).collect(),
            });
        }
    }

    fn line(&mut self, at: usize, line: &'t str, typos: &mut Vec<TextSlip>) -> String {
        let content = line.trim_start_matches(BLANK);
        let lead = &line[..line.len() - content.len()];
        if self.rule.is_some() && content.contains(['|', '｜']) {
            return table::row(line, typos);
        }
        // A row without a rule has cells, too.
        if table::is_row(content) {
            self.before = Before::Text {
                sign: false,
                opening: None,
            };
            return format!("{lead}{}", inline::mended_row(content, typos));
        }
        // Right below a table a text would be a row.
        if self.rows_end_above(at) && !self.begins_block(at, content) {
            typos.push(TextSlip::Table);
            let row = self.lines[at - 1].text;
            let lead = &row[..indent_of(row)];
            return format!("\n{lead}{}", inline::mended(content, typos));
        }
        if self.is_of_box(at) {
            return self.drawn(at, line, typos);
        }
        if heading::is_heading(&self.lines[at], self.hashes) {
            return heading::mended(content, lead, typos);
        }
        // An empty line of a quotation.
        if content.trim_matches(['>', ' ']).is_empty() {
            self.before = Before::Nothing;
            return line.to_owned();
        }
        if let Some(mark) = self.marks[at].take() {
            if matches!(self.before, Before::Text { .. }) {
                self.led = self.is_open_above(at);
            }
            return self.item(mark, content, lead, typos);
        }
        if let Some(rule) = rule(content) {
            if rule != content || lead.contains('\u{3000}') {
                typos.push(TextSlip::FullWidth);
                let apart = if self.before == Before::Nothing {
                    ""
                } else {
                    "\n"
                };
                return format!("{apart}{rule}");
            }
            return line.to_owned();
        }
        self.text(at, content, lead, typos)
    }

    fn item(
        &mut self,
        mark: ItemMark,
        content: &str,
        lead: &'t str,
        typos: &mut Vec<TextSlip>,
    ) -> String {
        let text = content[mark.text_at..].trim_start_matches(BLANK);
        let sign = content.chars().next().unwrap_or('-');
        let as_written = (sign, self.before == Before::Nothing);
        if mark.is_markdown {
            let written = &content[..content.len() - text.len()];
            self.levels.enter_as_written(lead, written);
            self.before = Before::Item { ours: false };
            let (indent, text_at) = (lead.len(), lead.len() + written.len());
            let (delimiter, _) = self.numbering.enter((indent, text_at), mark, as_written);
            let written = if written.contains(delimiter) {
                written.to_owned()
            } else {
                let signs: &[char] = match mark.number {
                    Some(_) => &['.', ')'],
                    // Nothing is wrong with the line: it is told apart from the list above.
                    None => &['-', '*', '+'],
                };
                typos.extend(mark.number.map(|_| TextSlip::List));
                written.replacen(signs, delimiter.encode_utf8(&mut [0; 4]), 1)
            };
            return format!("{lead}{written}{}", inline::mended(text, typos));
        }
        typos.push(TextSlip::List);
        let long = mark.written('.').len();
        // 二、 goes on after 一、, however far it is led by blanks.
        let lead = match self.counted.take() {
            Some((before, own)) if mark.follows(before) && width(own) < width(lead) => own,
            _ => lead,
        };
        self.counted = Some((mark, lead));
        let indent = self.levels.enter(lead, long);
        let place = (indent, indent + long);
        let (delimiter, is_new) = self.numbering.enter(place, mark, as_written);
        let written = mark.written(delimiter);
        let is_apart = match self.before {
            Before::Text { .. } => true,
            Before::Item { .. } => is_new,
            Before::Nothing => false,
        };
        let apart = if is_apart { "\n" } else { "" };
        self.before = Before::Item { ours: true };
        let text = inline::mended(text, typos);
        format!("{apart}{}{written}{text}", " ".repeat(indent))
    }

    /// A line drawn around others, as Markdown draws it.
    fn drawn(&mut self, at: usize, line: &str, typos: &mut Vec<TextSlip>) -> String {
        self.before = Before::Nothing;
        if at == 0 && line.trim_start().starts_with('-') {
            return line.to_owned();
        }
        typos.push(TextSlip::Line);
        let apart = if at == 0 { "" } else { "\n" };
        format!("{apart}---")
    }

    /// Whether a line is drawn above or below other lines, as around a signature.
    fn is_of_box(&self, at: usize) -> bool {
        let is_drawn = |at: usize| {
            let own = self.lines[at].text.trim_matches(BLANK);
            own.chars().count() > 3
                && ['-', '=', '－', '＝']
                    .iter()
                    .any(|sign| own.chars().all(|c| c == *sign))
        };
        let last = self.lines.len() - 1;
        self.rule.is_none() && last > 1 && is_drawn(0) && is_drawn(last) && (at == 0 || at == last)
    }

    /// Whether the line above is a row between bars, or the rule of a table.
    fn rows_end_above(&self, at: usize) -> bool {
        let is_below = self.rule.is_some_and(|rule| rule < at);
        is_below && (self.lines[at - 1].text.trim_matches(BLANK)).starts_with(['|', '｜'])
    }

    /// Whether a line is no running text, so that a table ends above it by itself: a heading, a line
    /// across the page, a note, a quotation, code, an item.
    fn begins_block(&self, at: usize, content: &str) -> bool {
        let is_drawn = |c: char| matches!(c, '-' | '*' | '_' | ' ');
        heading::is_heading(&self.lines[at], self.hashes)
            || rule(content).is_some()
            || content.trim_end().chars().all(is_drawn)
            || content.starts_with(['>', '＞'])
            || content.starts_with("<!--")
            || items::marks(&self.lines[at..=at])[0].is_some_and(|mark| mark.is_markdown)
    }
}

/// A line across the page, as Markdown draws it, when a line of text is one.
fn rule(content: &str) -> Option<&'static str> {
    let content = content.trim_end_matches(BLANK);
    let dashes = |c: char| matches!(c, '－' | 'ー' | '―' | '─' | '━' | '—');
    let long = content.chars().count();
    let is_drawn = content.chars().all(dashes) || content.chars().all(|c| c == '＊');
    (long >= 3 && is_drawn).then_some("---")
}

#[cfg(test)]
mod tests;
