//! Running text: which lines go on with the line before, begin a paragraph, or stand by themselves.

use super::inline;
use super::lines::BLANK;
use super::opening::{Opening, has_label, is_address, is_contact};
use super::{Before, Run};
use crate::base::{are_one_phrase, half_widths};
use crate::source::fault::TextSlip;
use crate::source::mend::bullets::width;

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
                && width(lead) > self.levels.text_at() + 6 =>
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
                    || !opens && (!ours || self.is_within_items(at));
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

    /// Whether a line stands below what is quoted and is not quoted itself, nor goes on with it.
    fn leaves_quotation(&self, at: usize, content: &str) -> bool {
        let is_quoted = |line: &str| line.trim_start_matches(BLANK).starts_with(['>', '＞']);
        let before = at.checked_sub(1).map_or("", |at| self.lines[at].text);
        is_quoted(before) && !is_quoted(content) && !self.is_wrapped(at)
    }

    /// Whether the line above is of a note, or ends in the middle of a phrase.
    pub(super) fn is_open_above(&self, at: usize) -> bool {
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
        wide >= 56 || ends_within_phrase(before) || wide >= 20 && are_one_phrase(before, content)
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
        // と呼ぶ声が goes on with 「…」 above it, and so does what stands in brackets that are open.
        let is_inside = before.matches(['（', '(']).count() > before.matches(['）', ')']).count();
        if begins_with_particle(content.trim_start_matches(BLANK)) || is_inside {
            return false;
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
        let differs = own.zip(above).is_some_and(|(own, above)| own != above);
        // Behind another label, a label begins a line even where the first ends in the middle of a phrase.
        let is_listed = own == Some(Opening::Label)
            && Opening::of(before) == Some(Opening::Label)
            && !before.ends_with(['、', '，', '「', '（', '(', '\\', ' ']);
        if is_listed || is_closing(content) {
            return true;
        }
        let below = self.lines.get(at + 1).map(|line| line.text);
        // つどいのご案内, above 日時：… and 場所：….
        let begins = above.is_none() && goes_with(own, below.and_then(Opening::of));
        // 図書館を考える会, above 代表　佐藤花子.
        let signs =
            own == Some(Opening::Gap(1)) && half_widths(before).max(half_widths(content)) <= 24;
        // ぜひお越しください。, below two short lines in a row that begin alike.
        let line = |up: usize| at.checked_sub(up).map(|at| self.lines[at].text);
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
            Some(_) => ended || (after_sign && is_short),
            // ●窓口 is a caption; a sentence in several lines is none.
            None => {
                after_sign && !ended && half_widths(before) <= 24 && !before.contains(['、', '。'])
            }
        }
    }
}

/// Whether a line is a few words that head what follows, and no part of a sentence.
fn is_caption(line: &str) -> bool {
    // `一、` is a mark.
    let words = line
        .trim_start_matches(BLANK)
        .chars()
        .skip(2)
        .collect::<String>();
    half_widths(line) <= 40 && !words.contains(['、', '。', '，'])
}

/// The words that close a letter or minutes.
fn is_closing(content: &str) -> bool {
    let word: String = content.chars().filter(|c| !BLANK.contains(c)).collect();
    ["以上", "以上です", "以上です。", "敬具", "草々", "かしこ"].contains(&word.as_str())
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
    const PARTICLES: [char; 8] = ['が', 'を', 'に', 'は', 'も', 'と', 'で', 'の'];
    const LONG: [&str; 6] = ["など", "から", "まで", "という", "って", "として"];
    let mut chars = content.chars();
    let is_particle = chars.next().is_some_and(|c| PARTICLES.contains(&c));
    // はじめに begins with none.
    let is_apart = chars
        .next()
        .is_none_or(|c| !matches!(c, 'ぁ'..='ん' | 'ー'));
    is_particle && is_apart || LONG.iter().any(|own| content.starts_with(own))
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
