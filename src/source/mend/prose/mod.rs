//! Markdown as people type and paste it: marks in full width or without their space, lists and
//! paragraphs in the Japanese manner. Line by line, text in, fixes out.

mod emphasis;
mod fences;
mod heading;
mod inline;
mod items;
mod lines;
mod notes;
mod numbering;
mod opening;
mod table;

pub(crate) use emphasis::EDGE;
pub(super) use emphasis::emphasis;
pub(super) use inline::furigana;
pub(in crate::source) use notes::without_notes;
pub(super) use notes::{notes_of_editors, wide_marks};
pub(super) use table::ruby_in_cells;

use super::Fix;
use crate::base::{Span, are_one_phrase, half_widths};
use crate::source::fault::{TextSlip, Typo};
use crate::source::mend::bullets::width;
use items::ItemMark;
use lines::{BLANK, LineKind, ProseLine, kinds};
use numbering::Numbering;
use opening::{Opening, has_label, is_address, is_contact};

/// What is to be mended in a Markdown text.
pub(in crate::source) fn prose(text: &str) -> Vec<Fix> {
    let mut fixes = Vec::new();
    let mut numbering = Numbering::default();
    let mut run = Vec::new();
    let mut above = table::TableAbove::default();
    for (line, kind) in kinds(text) {
        if kind == LineKind::Prose {
            run.push(line);
            continue;
        }
        if !run.is_empty() {
            let own = std::mem::take(&mut run);
            mend_run(&own, &mut numbering, &mut fixes);
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
    mend_run(&run, &mut numbering, &mut fixes);
    above.join(&run, &mut fixes);
    fixes
}

fn mend_run(lines: &[ProseLine<'_>], numbering: &mut Numbering, fixes: &mut Vec<Fix>) {
    for part in lines.split_inclusive(|line| heading::is_heading(line.text)) {
        Run::new(part, numbering).mend(fixes);
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
    fn new(lines: &'r [ProseLine<'t>], numbering: &'r mut Numbering) -> Self {
        let rule = lines.iter().position(|line| table::is_delimiter(line.text));
        let marks = if rule.is_some() {
            vec![None; lines.len()]
        } else {
            items::marks(lines)
        };
        Self {
            lines,
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
            self.before = Before::Nothing;
            if at == 0 && content.starts_with(['-', '－']) {
                return line.to_owned();
            }
            typos.push(TextSlip::Line);
            return if at == 0 {
                "---".to_owned()
            } else {
                "\n---".to_owned()
            };
        }
        if heading::is_heading(line) {
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
        let is_wide = lead.contains(['\u{3000}', '\u{a0}']);
        let sign = starts_with_sign(content);
        let (apart, lead) = match self.before {
            // What stands at the right: 以上.
            _ if self.before != Before::Nothing
                && width(lead) >= 10
                && width(lead) > self.levels.text_at() + 6 =>
            {
                typos.push(TextSlip::Indent);
                ("\n", String::new())
            }
            Before::Item { .. } if lead == "\u{3000}" && self.opens_paragraph(at) => {
                typos.push(TextSlip::Indent);
                self.before = Before::Text {
                    sign: false,
                    opening: None,
                };
                let content = inline::mended(content, typos);
                let depth = if self.levels.written_at() < width(lead) {
                    self.levels.text_at()
                } else {
                    0
                };
                return format!("\n{}{content}", " ".repeat(depth));
            }
            // The sentence that led to the list ends behind it.
            Before::Item { .. } if self.led && lead.is_empty() && begins_with_particle(content) => {
                typos.push(TextSlip::Line);
                ("\n", String::new())
            }
            Before::Item { ours } => {
                let joins = !lead.is_empty() || !ours || self.is_wrapped(at);
                if is_wide {
                    typos.push(TextSlip::Indent);
                }
                match (joins, lead.is_empty()) {
                    (true, true) => ("", String::new()),
                    (true, false) if ours || is_wide => ("", " ".repeat(self.levels.text_at())),
                    (true, false) => ("", lead.to_owned()),
                    (false, _) => {
                        typos.push(TextSlip::Line);
                        ("\n", String::new())
                    }
                }
            }
            // An answer below what a mail quotes.
            Before::Text { .. } if self.leaves_quotation(at, content) => {
                typos.push(TextSlip::Line);
                ("\n", String::new())
            }
            // The text of a note, and a sentence that is open, go on.
            Before::Text { .. } if is_wide && self.is_open_above(at) => {
                typos.push(TextSlip::Indent);
                ("", String::new())
            }
            // Two blanks and more below a label hang under its words.
            Before::Text {
                opening: Some(_), ..
            } if is_wide && lead.chars().count() > 1 && Opening::of(content).is_none() => {
                typos.push(TextSlip::Indent);
                ("", String::new())
            }
            Before::Text { .. } if is_wide => {
                typos.push(TextSlip::Indent);
                ("\n", String::new())
            }
            Before::Text {
                sign: after_sign,
                opening,
            } if self.is_line_of_its_own(at, (sign, after_sign), opening) => {
                typos.push(TextSlip::Line);
                ("\n", lead.to_owned())
            }
            _ if is_wide => {
                typos.push(TextSlip::Indent);
                ("", String::new())
            }
            _ => ("", lead.to_owned()),
        };
        if !matches!(self.before, Before::Item { .. }) || !apart.is_empty() {
            let goes_on = match self.before {
                Before::Text { opening, .. } if apart.is_empty() => Some(opening),
                _ => None,
            };
            self.before = Before::Text {
                sign: sign.is_some_and(|c| c != '※'),
                opening: goes_on.unwrap_or_else(|| Opening::of(content)),
            };
        }
        let quoted = content.trim_start_matches(['>', '＞', ' ', '\u{3000}']);
        let marks = &content[..content.len() - quoted.len()];
        let depth = marks.chars().filter(|c| matches!(c, '>' | '＞')).count();
        let content = if marks.contains('＞') && !quoted.is_empty() {
            typos.push(TextSlip::FullWidth);
            format!("{} {}", ">".repeat(depth), inline::mended(quoted, typos))
        } else {
            inline::mended(content, typos)
        };
        // Within a quotation the empty line is quoted, too.
        let above = at.checked_sub(1).map_or("", |at| self.lines[at].text);
        let is_quoted = above.trim_start_matches(BLANK).starts_with(['>', '＞']);
        let apart = match apart {
            "\n" if is_quoted => format!("{}\n", ">".repeat(depth)),
            apart => apart.to_owned(),
        };
        format!("{apart}{lead}{content}")
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
        heading::is_heading(self.lines[at].text)
            || rule(content).is_some()
            || content.trim_end().chars().all(is_drawn)
            || content.starts_with(['>', '＞'])
            || content.starts_with("<!--")
            || items::marks(&self.lines[at..=at])[0].is_some_and(|mark| mark.is_markdown)
    }

    /// Whether a line stands below what is quoted and is not quoted itself, nor goes on with it.
    fn leaves_quotation(&self, at: usize, content: &str) -> bool {
        let is_quoted = |line: &str| line.trim_start_matches(BLANK).starts_with(['>', '＞']);
        let before = at.checked_sub(1).map_or("", |at| self.lines[at].text);
        is_quoted(before) && !is_quoted(content) && !self.is_wrapped(at)
    }

    /// Whether the line above is of a note, or ends in the middle of a phrase.
    fn is_open_above(&self, at: usize) -> bool {
        let before = at.checked_sub(1).map_or("", |at| self.lines[at].text);
        before.starts_with("[^") || ends_within_phrase(before)
    }

    /// Whether a line that a full-width space opens below an item is a paragraph under its heading: the
    /// item ends no sentence and goes on in none, and sentences follow.
    fn opens_paragraph(&self, at: usize) -> bool {
        let before = at.checked_sub(1).map_or("", |at| self.lines[at].text);
        let more = self.lines[at..].iter().enumerate();
        let mut own = more.take_while(|(n, line)| *n == 0 || !line.text.starts_with(BLANK));
        !self.is_wrapped(at)
            && !ends_within_phrase(before)
            && own.any(|(_, line)| line.text.contains('。'))
    }

    /// Whether the line goes on with the sentence of the line before, which was as long as a line
    /// gets before it is broken, or ends in the middle of a phrase.
    fn is_wrapped(&self, at: usize) -> bool {
        let before = at.checked_sub(1).map_or("", |at| self.lines[at].text);
        let content = self.lines[at].text.trim_start_matches(BLANK);
        let wide = half_widths(before);
        if ends_sentence(before) || has_label(content) || is_contact(content) {
            return false;
        }
        wide >= 56 || wide >= 20 && (ends_within_phrase(before) || are_one_phrase(before, content))
    }

    /// Whether a line of running text is one of its own: it begins with a sign (● ※), or follows a
    /// short line that does, such as a caption.
    fn is_line_of_its_own(
        &self,
        at: usize,
        (sign, after_sign): (Option<char>, bool),
        above: Option<Opening>,
    ) -> bool {
        let before = at.checked_sub(1).map_or("", |at| self.lines[at].text);
        let is_short = half_widths(before) < 56;
        let ended = ends_sentence(before);
        let content = self.lines[at].text;
        // An end of a line that the author wrote stays one.
        let is_open = ends_within_phrase(before) || before.ends_with(['\\', ' ']);
        let after_address = is_address(before) && !ends_sentence(content);
        let own = Opening::of(content);
        // A chronology's line may end in the middle of a phrase.
        if own
            .zip(above)
            .is_some_and(|(own, above)| own.counts_on(above))
        {
            return true;
        }
        if after_sign && own.is_some() {
            return true;
        }
        let goes_with = |above: Option<Opening>, own: Option<Opening>| {
            own.zip(above)
                .is_some_and(|(own, above)| own.goes_with(above))
        };
        let differs = own.zip(above).is_some_and(|(own, above)| own != above);
        let below = self.lines.get(at + 1).map(|line| line.text);
        // つどいのご案内, above 日時：… and 場所：….
        let begins = above.is_none() && goes_with(own, below.and_then(Opening::of));
        // ぜひお越しください。, below them.
        // 図書館を考える会, above 代表　佐藤花子.
        let signs =
            own == Some(Opening::Gap(1)) && half_widths(before).max(half_widths(content)) <= 24;
        let closes = above.is_some() && own.is_none() && below.is_none() && ends_sentence(content);
        if !is_open
            && (goes_with(above, own)
                || is_short
                    && (after_address
                        || is_contact(content)
                        || begins
                        || (closes || signs || differs) && !ended))
        {
            return true;
        }
        match sign {
            Some('※') => ended || is_short,
            Some(_) => ended || (after_sign && is_short),
            None => after_sign && is_short && !ended && half_widths(before) <= 40,
        }
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

/// The sign with which people open lines that stand by themselves.
fn starts_with_sign(content: &str) -> Option<char> {
    let mut chars = content.chars();
    let sign = chars.next().filter(|c| {
        matches!(
            c,
            '※' | '●'
                | '○'
                | '◎'
                | '◆'
                | '◇'
                | '■'
                | '□'
                | '▲'
                | '△'
                | '▼'
                | '▽'
                | '★'
                | '☆'
                | '◉'
                | '―'
                | '—'
                | '─'
        )
    })?;
    // ○○さん stands for a name; ――, twice, for who asks.
    let is_dash = matches!(sign, '―' | '—' | '─');
    let next = chars.next();
    let next = if is_dash && next == Some(sign) {
        chars.next()
    } else {
        next
    };
    let is_text =
        |next: &char| *next != sign && !(is_dash && (BLANK.contains(next) || next.is_numeric()));
    next.filter(is_text).map(|_| sign)
}

/// Whether a line begins with a particle, so that it goes on with a sentence: `が出ました。`
fn begins_with_particle(content: &str) -> bool {
    const PARTICLES: [&str; 12] = [
        "が",
        "を",
        "に",
        "は",
        "も",
        "と",
        "で",
        "の",
        "など",
        "から",
        "まで",
        "という",
    ];
    let behind = PARTICLES.iter().find_map(|own| content.strip_prefix(own));
    behind.is_some_and(|behind| {
        !behind.starts_with(|c: char| matches!(c, 'ぁ'..='ん'))
            || content.starts_with("など")
            || content.starts_with("という")
    })
}

/// Whether a line ends where no sentence, and no item of a list, does.
fn ends_within_phrase(line: &str) -> bool {
    let line = line.trim_end_matches(BLANK);
    line.ends_with([
        'を', 'に', 'は', 'が', 'で', 'へ', 'の', 'や', 'て', '、', '，', ',', '（', '「', '『',
        '(',
    ])
}

fn ends_sentence(line: &str) -> bool {
    let end = line
        .trim_end_matches(BLANK)
        .trim_end_matches(['」', '』', '）', ')', '”', '"']);
    end.ends_with(['。', '！', '？', '.', '!', '?', '：', ':', '．'])
}

#[cfg(test)]
mod tests;
