//! Page furniture: page numbers, and headers and footers that repeat.

use std::collections::BTreeMap;

use super::heading;
use super::lines::TextLine;

/// A header that stands on so many pages is furniture.
const PAGES: usize = 2;
/// Without form feeds nothing tells where pages end, and it takes more to be sure.
const TIMES: usize = 3;
/// Headers are short.
const LONGEST: usize = 40;

/// Parts furniture from text: the lines of the text, and the furniture.
pub(super) fn part(lines: Vec<TextLine>) -> (Vec<TextLine>, Vec<TextLine>) {
    let furniture = marked(&lines);
    let mut kept = Vec::with_capacity(lines.len());
    let mut dropped = Vec::new();
    let mut gap = 0;
    for (line, is_furniture) in lines.into_iter().zip(furniture) {
        if is_furniture {
            gap += line.gap + 1;
            dropped.push(line);
        } else {
            let gap = std::mem::take(&mut gap) + line.gap;
            kept.push(TextLine { gap, ..line });
        }
    }
    (kept, dropped)
}

fn marked(lines: &[TextLine]) -> Vec<bool> {
    let paged = lines.last().is_some_and(|line| line.page > 0);
    let at_edge = |at: usize| {
        let page = |at: usize| lines.get(at).map(|line| line.page);
        at == 0 || page(at - 1) != page(at) || page(at + 1) != page(at)
    };
    let bare: Vec<(usize, u32)> = lines
        .iter()
        .enumerate()
        .filter_map(|(at, line)| Some((at, bare_number(&line.text)?)))
        .collect();
    let counts_up = |at: usize| {
        let here = bare.iter().position(|(other, _)| *other == at);
        here.is_some_and(|here| {
            let number = bare[here].1;
            let next = bare.get(here + 1).is_some_and(|(_, n)| *n == number + 1);
            next || here > 0 && bare[here - 1].1 + 1 == number
        })
    };
    let mut pages: BTreeMap<String, Vec<usize>> = BTreeMap::new();
    for (at, line) in lines.iter().enumerate() {
        if !paged || at_edge(at) {
            pages
                .entry(without_digits(&line.text))
                .or_default()
                .push(at);
        }
    }
    let repeats = |line: &TextLine| {
        let text = without_digits(&line.text);
        let short = (2..=LONGEST).contains(&text.chars().count());
        let prose = line.text.ends_with(['。', '、', '」']);
        let times = pages.get(&text).map_or(0, Vec::len);
        short
            && !prose
            && heading::marker(&line.text).is_none()
            && times >= if paged { PAGES } else { TIMES }
    };
    lines
        .iter()
        .enumerate()
        .map(|(at, line)| {
            let edge = paged && at_edge(at);
            decorated_number(&line.text)
                || bare_number(&line.text).is_some() && (edge || !paged && counts_up(at))
                || (edge || !paged) && repeats(line)
        })
        .collect()
}

fn digit(c: char) -> Option<u32> {
    match c {
        '０'..='９' => Some(u32::from(c) - u32::from('０')),
        _ => c.to_digit(10),
    }
}

/// The number of a line that is nothing else.
fn bare_number(text: &str) -> Option<u32> {
    let fits = (1..=3).contains(&text.chars().count());
    fits.then_some(())?;
    text.chars()
        .try_fold(0, |sum, c| Some(sum * 10 + digit(c)?))
}

/// Whether a line is a page number that is plainly one: `- 3 -`, `3/10`, `3ページ`, `p. 3`.
fn decorated_number(text: &str) -> bool {
    let is_dash = |c: char| matches!(c, '-' | '－' | '–' | '—' | '―' | '‐' | '−' | 'ー');
    let bare = text.trim_matches(|c: char| is_dash(c) || c.is_whitespace());
    let number = |text: &str| {
        let text = text.trim();
        !text.is_empty() && text.len() <= 12 && text.chars().all(|c| digit(c).is_some())
    };
    let dashed = text.starts_with(is_dash) && text.ends_with(is_dash) && number(bare);
    let of = bare.split_once(['/', '／']);
    let named = bare
        .strip_suffix("ページ")
        .or_else(|| bare.strip_suffix('頁'))
        .or_else(|| bare.strip_prefix("p."))
        .or_else(|| bare.strip_prefix("P."))
        .or_else(|| bare.strip_prefix("Page "));
    dashed || of.is_some_and(|(a, b)| number(a) && number(b)) || named.is_some_and(number)
}

/// A header with the page's number in it is the same header on the next page.
fn without_digits(text: &str) -> String {
    text.chars()
        .filter(|c| digit(*c).is_none() && !c.is_whitespace())
        .collect()
}

#[cfg(test)]
mod tests {
    use super::super::lines::split;
    use super::*;

    fn parted(text: &str) -> (Vec<String>, Vec<String>) {
        let (kept, dropped) = part(split(text));
        let texts = |lines: Vec<TextLine>| lines.into_iter().map(|l| l.text).collect();
        (texts(kept), texts(dropped))
    }

    #[test]
    fn page_numbers_and_repeated_headers_are_furniture() {
        let (kept, dropped) = parted("会報 12号\n本文。\n1\n\u{c}会報 12号\n続き。\n2");
        assert_eq!(kept, ["本文。", "続き。"]);
        assert_eq!(dropped, ["会報 12号", "1", "会報 12号", "2"]);
        let (kept, dropped) = parted("本文が\n- 3 -\n続く。\n4/10\n5ページ");
        assert_eq!(kept, ["本文が", "続く。"]);
        assert_eq!(dropped.len(), 3);
    }

    #[test]
    fn figures_in_the_text_stay() {
        let (kept, dropped) = parted("署名は\n400\n筆でした。\n7\n月");
        assert_eq!(kept.len(), 5);
        assert!(dropped.is_empty());
    }
}
