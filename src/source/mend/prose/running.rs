//! Running text: which lines go on with the line before, begin a paragraph, or stand by themselves.

use super::counted::counts_on;
use super::inline;
use super::items::begins_item;
use super::lines::BLANK;
use super::opening::{Opening, has_label, is_address, is_contact, is_link};
use super::sentence::{
    SLACK, begins_apart, begins_with_particle, ends_sentence, ends_within_phrase, is_bracketed,
    is_caption, is_closing, is_day, is_framed, is_of_tags, is_title, starts_with_sign,
    text_behind_label,
};
use super::{Before, Run};
use crate::base::{FULL_LINE, NARROW_LINE, are_one_phrase, half_widths, is_digit};
use crate::source::fault::TextSlip;
use crate::source::mend::bullets::width;

/// So many lines hang below a label, and no more.
const MOST_HUNG: usize = 12;

/// `佐藤：`
fn is_name(line: &str) -> bool {
    let name = line.trim_matches(BLANK).strip_suffix(['：', ':']);
    name.is_some_and(|name| {
        (1..=16).contains(&half_widths(name)) && name.chars().all(char::is_alphabetic)
    })
}

/// How often a line is quoted.
fn depth(line: &str) -> usize {
    let own = line.trim_start_matches(BLANK);
    let marks = own.len() - own.trim_start_matches(['>', '＞', ' ']).len();
    own[..marks].matches(['>', '＞']).count()
}

/// Whether two lines begin with one sign, or with those of a choice, or end with a telephone number: `♪ …`, `× 欠席`,
/// `会長 佐藤花子 03-1111-2222`.
fn are_alike(before: &str, line: &str) -> bool {
    const CHOICE: [char; 9] = ['○', '◯', '〇', '×', '✕', '△', '◎', '☑', '☐'];
    let sign = |line: &str| {
        let mut chars = line.trim_start_matches(BLANK).chars();
        let sign = chars.next()?;
        // ○○さん stands for a name.
        if chars.next() == Some(sign) {
            return None;
        }
        let is_sign = matches!(
            sign,
            '♪' | '♫' | '♥' | '♡' | '−' | '×' | '☞' | '☛' | '✽' | '❀' | '✿'
        );
        (is_sign || CHOICE.contains(&sign)).then_some(sign)
    };
    let signs = sign(before).zip(sign(line));
    let begin = signs.is_some_and(|(above, own)| {
        above == own || CHOICE.contains(&above) && CHOICE.contains(&own)
    });
    let has_number = |line: &str| {
        let rest =
            line.trim_end_matches(|c: char| is_digit(c) || matches!(c, '-' | '－' | '(' | ')'));
        let number = &line[rest.len()..];
        number.chars().filter(|c| is_digit(*c)).count() >= 9 && rest.ends_with(BLANK)
    };
    begin || has_number(before) && has_number(line)
}

impl<'t> Run<'_, 't> {
    /// A line of running text as Markdown reads it.
    pub(super) fn text(
        &mut self,
        at: usize,
        content: &str,
        lead: &'t str,
        typos: &mut Vec<TextSlip>,
    ) -> String {
        let sign = starts_with_sign(content);
        let (apart, lead) = self.led_by((at, content), lead, sign, typos);
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
        let ended;
        let (content, quoted) = match self.line_end(at, content) {
            Some(right) => {
                typos.push(TextSlip::LineEnd);
                ended = right;
                (ended.as_str(), &ended[content.len() - quoted.len()..])
            }
            None => (content, quoted),
        };
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

    /// What comes before the words of a line: an empty line, if it stands apart, and blanks.
    fn led_by(
        &self,
        (at, content): (usize, &str),
        lead: &str,
        sign: Option<char>,
        typos: &mut Vec<TextSlip>,
    ) -> (&'static str, String) {
        let is_wide = lead.contains(['\u{3000}', '\u{a0}']);
        match self.before {
            // What stands at the right: 以上.
            _ if self.before != Before::Nothing
                && width(lead) >= 10
                && width(lead) > self.levels.text_at() + 6
                && !self.hangs(at, lead) =>
            {
                typos.push(TextSlip::Indent);
                ("\n", String::new())
            }
            Before::Item { .. } if lead == "\u{3000}" && self.opens_paragraph(at) => {
                typos.push(TextSlip::Indent);
                let depth = if self.levels.written_at() < width(lead) {
                    self.levels.text_at()
                } else {
                    0
                };
                ("\n", " ".repeat(depth))
            }
            // The sentence that led to the list ends behind it.
            Before::Item { .. } if self.led && lead.is_empty() && begins_with_particle(content) => {
                typos.push(TextSlip::Line);
                ("\n", String::new())
            }
            Before::Item { ours } => {
                let opens =
                    lead.is_empty() && (Opening::of(content).is_some() || is_closing(content));
                let joins = !lead.is_empty()
                    || self.is_wrapped(at)
                    || !opens && (!ours && !self.leaves_items(at) || self.is_within_items(at));
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
        }
    }

    /// Whether a line is the name of who speaks next: `佐藤：` with the words below it, not for the first time; a
    /// word above words that a full-width blank leads, behind a sentence.
    fn begins_turn(&self, at: usize) -> bool {
        let is_name = |at: usize| is_name(self.lines[at].text);
        let before = at.checked_sub(1).map_or("", |at| self.lines[at].text);
        let below = self.lines.get(at + 1).map_or("", |line| line.text);
        let content = self.lines[at].text;
        let is_above_words = below.starts_with('\u{3000}')
            && before.starts_with('\u{3000}')
            && ends_sentence(before)
            && half_widths(content) <= 16
            && content.chars().all(char::is_alphabetic);
        is_above_words || is_name(at) && (0..at).any(is_name)
    }

    /// A line with the sign that ends it as Markdown knows it: `川の会￥`, `川の会\ `; without it below which no
    /// line is.
    fn line_end(&self, at: usize, content: &str) -> Option<String> {
        let written = content.trim_end_matches(BLANK);
        let words = written.strip_suffix(['\\', '¥', '￥', '＼'])?;
        let is_sign = !words.is_empty()
            && !words.ends_with(|c: char| is_digit(c) || BLANK.contains(&c) || c == '\\');
        let above = at.checked_sub(1).map_or("", |at| self.lines[at].text);
        let is_last = self.lines.get(at + 1).is_none();
        let is_kept = above
            .trim_end_matches(BLANK)
            .ends_with(['\\', '¥', '￥', '＼']);
        if !is_sign || is_last && !is_kept {
            return None;
        }
        let right = format!("{words}{}", if is_last { "" } else { "\\" });
        (right != content).then_some(right)
    }

    /// Whether a line stands below what is quoted and is not quoted itself, nor goes on with it.
    fn leaves_quotation(&self, at: usize, content: &str) -> bool {
        let is_quoted = |line: &str| line.trim_start_matches(BLANK).starts_with(['>', '＞']);
        let before = at.checked_sub(1).map_or("", |at| self.lines[at].text);
        let leaves = is_quoted(before) && depth(content) < depth(before);
        leaves && !self.is_wrapped(at)
    }

    /// Whether a line stands below the last item of several, all of one line, the last of which ends a
    /// sentence and was not full; or, in Latin letters, begins a sentence below one that ended.
    fn leaves_items(&self, at: usize) -> bool {
        let line = |up: usize| at.checked_sub(up).map_or("", |at| self.lines[at].text);
        let (before, content) = (line(1), self.lines[at].text);
        let is_last = self.marks[at + 1..].iter().all(Option::is_none);
        let wide = half_widths(before);
        let is_full = wide >= FULL_LINE || wide <= self.full && wide + SLACK >= self.full;
        let is_listed = begins_item(before) && begins_item(line(2));
        let begins = content.starts_with(|c: char| c.is_uppercase()) || is_listed;
        is_last && begins && !is_full && ends_sentence(before)
    }

    /// Whether a line is led so far that it stands below what follows the label of a line above.
    fn hangs(&self, at: usize, lead: &str) -> bool {
        let content = self.lines[at].text.trim_start_matches(BLANK);
        if is_closing(content) || Opening::of(content).is_some() {
            return false;
        }
        let above = self.lines[..at].iter().rev().take(MOST_HUNG);
        let labelled = above
            .map(|line| line.text)
            .find(|line| !line.starts_with(BLANK) || Opening::of(line).is_some());
        labelled
            .and_then(text_behind_label)
            .is_some_and(|begin| begin.abs_diff(width(lead)) <= 2)
    }

    /// Whether the line above is of a note, or ends in the middle of a phrase.
    pub(super) fn is_open_above(&self, at: usize) -> bool {
        let before = at.checked_sub(1).map_or("", |at| self.lines[at].text);
        before.starts_with("[^") || ends_within_phrase(before) && !is_title(before)
    }

    /// Whether a line that a full-width space opens below an item is a paragraph under its heading: the
    /// item ends no sentence and goes on in none, and sentences follow.
    fn opens_paragraph(&self, at: usize) -> bool {
        let before = at.checked_sub(1).map_or("", |at| self.lines[at].text);
        let more = self.lines[at..].iter().enumerate();
        let mut own = more.take_while(|(n, line)| *n == 0 || !line.text.starts_with(BLANK));
        (is_title(before) || !self.is_wrapped(at))
            && (!ends_within_phrase(before) || is_title(before))
            && (ends_sentence(before) || is_caption(before))
            && own.any(|(_, line)| line.text.contains('。'))
    }

    /// Whether a line stands between two items, the first of which is more than a caption, and so is its end.
    fn is_within_items(&self, at: usize) -> bool {
        let before = at.checked_sub(1).map_or("", |at| self.lines[at].text);
        let below = self.marks[at + 1..].iter().any(Option::is_some);
        below && !ends_sentence(before) && !is_caption(before)
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
        let is_full = wide >= FULL_LINE || wide <= self.full && wide + SLACK >= self.full;
        is_full
            || ends_within_phrase(before)
            || wide >= NARROW_LINE && are_one_phrase(before, content)
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
        let is_short = half_widths(before) < FULL_LINE;
        let ended = ends_sentence(before);
        let content = self.lines[at].text;
        // An end of a line that the author wrote stays one.
        let is_open = ends_within_phrase(before) || before.ends_with(['\\', ' ']);
        let after_address = is_address(before) && !ends_sentence(content);
        // と呼ぶ声が goes on with 「…」 above it, and so does what stands in brackets that are open.
        let is_inside = before.matches(['（', '(']).count() > before.matches(['）', ')']).count();
        if begins_with_particle(content.trim_start_matches(BLANK)) || is_inside {
            return false;
        }
        let line = |up: usize| at.checked_sub(up).map(|at| self.lines[at].text);
        if counts_on(before, content) || are_alike(before, content) || self.begins_turn(at) {
            return true;
        }
        // An address fills its line, and the sentence that led to it is not open.
        let is_led = line(2).is_some_and(ends_within_phrase);
        let is_article = |line: &str| Opening::of(line) == Some(Opening::Ordinal);
        let below = self.lines.get(at + 1).map_or("", |line| line.text);
        let heads = is_bracketed(content) && is_article(below)
            || is_bracketed(before) && is_article(content);
        let stands = is_of_tags(content)
            || is_framed(before)
            || ended && (is_framed(content) || is_day(content));
        if heads || stands && !is_open {
            return true;
        }
        if is_link(content) && !is_open || is_link(before) && !is_led && begins_apart(content) {
            return true;
        }
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
        // What stands in round brackets may belong to the label above.
        let differs = own
            .zip(above)
            .is_some_and(|(own, above)| own != above && own != Opening::Aside);
        // Behind another label, a label begins a line even where the first ends in the middle of a phrase.
        let is_listed = own == Some(Opening::Label)
            && Opening::of(before) == Some(Opening::Label)
            && !before.ends_with(['、', '，', '「', '（', '(', '\\', ' ']);
        if is_listed || is_closing(content) || !ended && is_closing(before) {
            return true;
        }
        let below = self.lines.get(at + 1).map(|line| line.text);
        // つどいのご案内, above 日時：… and 場所：….
        let begins = above.is_none() && goes_with(own, below.and_then(Opening::of));
        // 図書館を考える会, above 代表　佐藤花子.
        let signs =
            own == Some(Opening::Gap(1)) && half_widths(before).max(half_widths(content)) <= 24;
        // ぜひお越しください。, below two short lines in a row that begin alike.
        let ends_list = goes_with(line(2).and_then(Opening::of), line(1).and_then(Opening::of))
            && half_widths(before) <= 24;
        let closes = ends_list && own.is_none() && below.is_none() && ends_sentence(content);
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
            Some(sign) => {
                let is_sign = !matches!(sign, '○' | '―' | '—' | '─');
                ended || is_short && (after_sign || is_sign && !is_open)
            }
            // ●窓口 is a caption; a sentence in several lines is none.
            None => {
                after_sign && !ended && half_widths(before) <= 24 && !before.contains(['、', '。'])
            }
        }
    }
}
