//! How lines of running text begin and end, and how wide those are that were broken where they were full.

use super::items::begins_item;
use super::lines::{BLANK, runs};
use super::opening::{Opening, is_link};
use crate::base::{
    FULL_LINE, NARROW_LINE, WIDE_LINE, half_widths, is_digit, is_unspaced, meant_day,
};

/// So much narrower than the widest line, one may still be full: the next word did not fit.
pub(super) const SLACK: usize = 4;

/// How wide the lines of a text are that were broken where they were full, as far as those tell that nothing but
/// running text follows; no line is as wide where none seems to be.
pub(super) fn full_width(text: &str) -> usize {
    let is_running = |line: &str| {
        !line.starts_with(BLANK)
            && !begins_item(line)
            && Opening::of(line).is_none()
            && starts_with_sign(line).is_none()
    };
    let mut widths = Vec::new();
    for run in runs(text) {
        let pairs = run.windows(2).map(|pair| (pair[0].text, pair[1].text));
        let cut = pairs.filter(|(line, next)| is_running(next) && !ends_sentence(line));
        widths.extend(cut.map(|(line, _)| half_widths(line)));
    }
    let most = widths.iter().copied().filter(|own| *own < 2 * FULL_LINE);
    let most = most.max().unwrap_or(0);
    let alike = widths.iter().filter(|own| **own + SLACK >= most).count();
    if most >= WIDE_LINE && alike > 1 || most >= NARROW_LINE && alike > 2 {
        most
    } else {
        usize::MAX
    }
}

/// Whether a line is a few words that head what follows, and no part of a sentence.
pub(super) fn is_caption(line: &str) -> bool {
    // `一、` is a mark.
    let words = line
        .trim_start_matches(BLANK)
        .chars()
        .skip(2)
        .collect::<String>();
    half_widths(line) <= 40 && !words.contains(['、', '。', '，'])
}

/// How wide a line is, in half widths, up to what follows its label.
pub(super) fn text_behind_label(line: &str) -> Option<usize> {
    let opening = Opening::of(line)?;
    let parts: &[char] = match opening {
        Opening::Label => &['：', ':'],
        Opening::Bracket => &['】', '〉', '》'],
        Opening::Slash => &['／'],
        _ => &['\u{3000}'],
    };
    let own = line.trim_start_matches(BLANK);
    let at = line.len() - own.len() + own.find(parts)?;
    let text = line[at..]
        .trim_start_matches(parts)
        .trim_start_matches(BLANK);
    Some(half_widths(&line[..line.len() - text.len()]))
}

/// The words that open, part or close a letter or minutes.
pub(super) fn is_closing(content: &str) -> bool {
    const WORDS: [&str; 14] = [
        "以上",
        "以上です",
        "以上です。",
        "敬具",
        "敬白",
        "草々",
        "早々",
        "かしこ",
        "拝啓",
        "前略",
        "別記",
        "追伸",
        "謹啓",
        "謹白",
    ];
    let word: String = content.chars().filter(|c| !BLANK.contains(c)).collect();
    WORDS.contains(&word.as_str())
}

/// Whether a line below an address is no part of the sentence that the address stands in.
pub(super) fn begins_apart(content: &str) -> bool {
    const BEHIND: [&str; 5] = ["参照", "参考", "より", "から", "まで"];
    let content = content.trim_start_matches(BLANK);
    let begins = content.starts_with(|c: char| c.is_alphanumeric() || matches!(c, '【' | '〒'));
    begins
        && (!content.is_ascii() || content.contains(' ') || is_link(content))
        && !BEHIND.iter().any(|own| content.starts_with(own))
}

/// The sign with which people open lines that stand by themselves.
pub(super) fn starts_with_sign(content: &str) -> Option<char> {
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
    // ▲3 is less than nothing, and △印 is spoken of.
    let is_triangle = matches!(sign, '▲' | '△' | '▼' | '▽');
    let is_text = |next: &char| {
        *next != sign
            && *next != '印'
            && !(is_dash && (BLANK.contains(next) || next.is_numeric()))
            && !(is_triangle && next.is_numeric())
    };
    next.filter(is_text).map(|_| sign)
}

/// Whether a line begins with a particle, so that it goes on with a sentence: `が出ました。`
pub(super) fn begins_with_particle(content: &str) -> bool {
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
pub(super) fn ends_within_phrase(line: &str) -> bool {
    let line = line.trim_end_matches(BLANK);
    line.ends_with([
        'を', 'に', 'は', 'が', 'で', 'へ', 'の', 'や', 'て', '、', '，', ',', '（', '「', '『',
        '(',
    ])
}

/// Whether a line ends a sentence.
pub(super) fn ends_sentence(line: &str) -> bool {
    let end = line
        .trim_end_matches(BLANK)
        .trim_end_matches(['」', '』', '）', ')', '”', '"']);
    end.ends_with(['。', '！', '？', '.', '!', '?', '：', ':', '．'])
}

/// Whether a line heads what follows though it ends as a phrase does that goes on: `窓口について`.
pub(super) fn is_title(line: &str) -> bool {
    const ENDS: [&str; 6] = [
        "について",
        "はじめに",
        "おわりに",
        "に関して",
        "にあたって",
        "に向けて",
    ];
    let line = line.trim_end_matches(BLANK);
    is_caption(line) && ENDS.iter().any(|end| line.ends_with(end))
}

/// Whether a line is nothing but words in brackets, as the articles of by-laws are headed: `（目的）`.
pub(super) fn is_bracketed(line: &str) -> bool {
    let line = line.trim_matches(BLANK);
    let inner = line
        .strip_prefix(['（', '('])
        .and_then(|own| own.strip_suffix(['）', ')']));
    inner.is_some_and(|inner| !inner.is_empty() && inner.chars().all(char::is_alphabetic))
}

/// Whether a line is of nothing but hashtags; a single one may be a heading, which is told.
pub(super) fn is_of_tags(line: &str) -> bool {
    let words = || line.split(BLANK).filter(|word| !word.is_empty());
    words().count() > 1
        && words().all(|word| {
            let tag = word.strip_prefix(['#', '＃']);
            tag.is_some_and(|tag| tag.starts_with(char::is_alphabetic) && !tag.contains('。'))
        })
}

/// Whether a line stands between two signs, as captions of messages do: `☆お知らせ☆`.
pub(super) fn is_framed(line: &str) -> bool {
    let line = line.trim_matches(BLANK).trim_end_matches('\u{fe0f}');
    let Some(sign) = line.chars().next() else {
        return false;
    };
    let is_sign = !sign.is_alphanumeric()
        && is_unspaced(sign)
        && !matches!(sign, '\u{2500}'..='\u{257f}')
        && !"「」『』（）【】〈〉《》・…―ー〜、。〒".contains(sign);
    is_sign && line.chars().count() > 2 && line.ends_with(sign) && half_widths(line) <= 40
}

/// Whether a line is nothing but a day: `令和6年10月5日`.
pub(super) fn is_day(line: &str) -> bool {
    let line = line.trim_matches(BLANK);
    line.contains(is_digit) && line.ends_with('日') && meant_day(line).is_some()
}
