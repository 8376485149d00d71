//! What may not have been meant: marks that stand on the page as they are, columns of a table that was
//! pasted, numbers of pages.

use super::pasted;
use crate::base::{Lang, Span, is_digit, is_unspaced};
use crate::model::fault::ModelFault;
use crate::model::ruby;
use crate::model::text::{Inline, Written, plain};

/// Marks that no reader is meant to see.
const MARKS: [&str; 8] = ["**", "~~", "__", "![", "](", "{#", "```", "{|"];

/// Longer labels of footnotes, in bytes, are none.
const LONGEST_LABEL: usize = 100;
/// So much is told of a block, and no more.
const MOST: usize = 20;

/// What is doubtful about a block of text, at places in the block as written.
pub(super) fn of(content: &[Inline<Written>], written: &str) -> Vec<(Span, ModelFault)> {
    let mut found = Vec::new();
    if let Some(table) = pasted::table(written) {
        found.push((first_line(written), ModelFault::PastedTable { table }));
    }
    if let Some((place, number)) = page_number(written) {
        let number = number.to_owned();
        found.push((place, ModelFault::PageNumber { number }));
    }
    let mut texts = Vec::new();
    gather(content, &mut texts);
    for mark in MARKS {
        let is_shown = texts.iter().any(|text| text.contains(mark));
        if let Some(at) = is_shown.then(|| meant(mark, written)).flatten() {
            let place = Span::new(at, at + mark.len());
            found.push((place, ModelFault::LeftoverMark { mark }));
            break;
        }
    }
    if let Some(at) = texts
        .iter()
        .find_map(|text| written.find(ruby::unclosed(text)?))
    {
        let fault = ModelFault::LeftoverMark { mark: "{" };
        found.push((Span::new(at, at + 1), fault));
    }
    if let Some((place, title)) = hash_in_text(written) {
        found.push((place, ModelFault::HashInText { title }));
    }
    for text in texts {
        let empty = ruby::without_reading(text).map(|(inside, base)| {
            let base = base.trim().to_owned();
            (inside, ModelFault::EmptyReading { base })
        });
        let uneven = ruby::uneven(text).map(|(inside, base, readings)| {
            (inside, ModelFault::UnevenReadings { base, readings })
        });
        for (inside, fault) in empty.take(MOST).chain(uneven.take(MOST)) {
            if found.len() > MOST {
                break;
            }
            let mark = format!("{{{inside}}}");
            let in_cell = mark.replace('|', "\\|");
            let place = [mark, in_cell]
                .iter()
                .find_map(|mark| Some((written.find(mark)?, mark.len())));
            if let Some((at, long)) = place {
                found.push((Span::new(at, at + long), fault));
            }
        }
        for (at, _) in text.match_indices("[^") {
            let label = text[at + 2..][..text[at + 2..].floor_char_boundary(2 * LONGEST_LABEL)]
                .split(']')
                .next()
                .unwrap_or_default();
            let is_told = found.iter().any(|(_, fault)| {
                matches!(fault, ModelFault::MissingNote { label: told } if told == label)
            });
            if is_told || label.is_empty() || label.len() > LONGEST_LABEL || found.len() > MOST {
                continue;
            }
            let mark = format!("[^{label}]");
            if let Some(at) = written
                .find(&mark)
                .filter(|_| text[at..].starts_with(&mark))
            {
                let label = label.to_owned();
                let place = Span::new(at, at + mark.len());
                found.push((place, ModelFault::MissingNote { label }));
            }
        }
    }
    found
}

/// The line of nothing but a number with lines around it, such as `12`, `- 12 -`, as copies of printed pages
/// have it. A list has its own mark before the rest.
fn page_number(written: &str) -> Option<(Span, &str)> {
    let is_dash = |c: char| {
        matches!(
            c,
            '-' | '－' | '−' | '–' | '—' | '―' | '‐' | '~' | '〜' | '～' | ' ' | '\u{3000}'
        )
    };
    let count = written.lines().count();
    let mut at = 0;
    let mut lines = written.split_inclusive('\n').enumerate().peekable();
    let mut before = "";
    while let Some((number, line)) = lines.next() {
        let own = line.trim();
        let digits = own.trim_matches(is_dash);
        let below = lines.peek().map_or("", |(_, line)| line.trim());
        let is_number = (1..=3).contains(&digits.chars().count()) && digits.chars().all(is_digit);
        // The first dash of `- 12 -` was read as an item's.
        let is_between = number + 1 < count && (number > 0 || own.ends_with(is_dash));
        let is_said = own == digits && is_counted(before, below);
        if is_number && is_between && !is_said {
            let begin = at + (line.len() - line.trim_start().len());
            return Some((Span::new(begin, begin + own.len()), own));
        }
        at += line.len();
        before = own;
    }
    None
}

/// Whether a number between two lines is a part of what they say: `約`, `12`, `人が集まった`.
fn is_counted(before: &str, below: &str) -> bool {
    const LED: [char; 7] = ['約', '第', '年', '月', '計', '前', '後'];
    const COUNTERS: [char; 38] = [
        '人', '名', '筆', '件', '円', '歳', '才', '回', '日', '月', '年', '時', '分', '秒', '万',
        '千', '百', '億', '%', '％', 'つ', '本', '冊', '個', '台', '割', '倍', '位', '号', '番',
        '条', '項', '度', '点', '票', '代', '世', '団',
    ];
    before.ends_with(LED) || below.starts_with(COUNTERS)
}

/// The first line of a paragraph that begins with a single `#`, which makes no heading there, and what stands
/// behind it. Several such words are hashtags, and so is one with nothing but such words below it.
fn hash_in_text(written: &str) -> Option<(Span, String)> {
    let title = |line: &'_ str| -> Option<String> {
        let title = line.trim().strip_prefix(['#', '＃'])?;
        let is_title = !title.contains(['#', '＃', ' ', '\u{3000}'])
            && title.starts_with(char::is_alphanumeric);
        is_title.then(|| title.to_owned())
    };
    let is_tag = |line: &str| line.trim_start().starts_with(['#', '＃']);
    if written.lines().all(is_tag) {
        return None;
    }
    let mut at = 0;
    for line in written.split_inclusive('\n') {
        if let Some(title) = title(line) {
            let begin = at + (line.len() - line.trim_start().len());
            return Some((Span::new(begin, begin + line.trim().len()), title));
        }
        at += line.len();
    }
    None
}

/// Where a mark was meant as one: not where it is spoken of in quotation marks, and that of a heading
/// only at the end of a line.
fn meant(mark: &str, written: &str) -> Option<usize> {
    let mut places = written.match_indices(mark).map(|(at, _)| at);
    places.find(|at| {
        let before = written[..*at].chars().next_back();
        let line = written[*at..].lines().next().unwrap_or_default();
        let is_code = written[..*at].matches('`').count() % 2 == 1;
        let after = line[mark.len()..].chars().next();
        // `file__name` is a word.
        let beside = [before, after];
        let is_word = mark == "__"
            && (beside.contains(&Some('_')) || !beside.iter().flatten().any(|c| is_unspaced(*c)));
        let is_quoted = is_code || is_word || matches!(before, Some('「' | '『' | '“' | '"'));
        !is_quoted && (mark != "{#" || line.trim_end().ends_with('}'))
    })
}

/// The characters that stand on the page as they were written: not code.
fn gather<'c>(content: &'c [Inline<Written>], out: &mut Vec<&'c str>) {
    for inline in content {
        match inline {
            Inline::Text(text) => out.push(text),
            Inline::Emphasis(inner)
            | Inline::Strong(inner)
            | Inline::Strike(inner)
            | Inline::Link { content: inner, .. } => gather(inner, out),
            _ => {}
        }
    }
}

fn first_line(written: &str) -> Span {
    Span::new(0, written.find('\n').unwrap_or(written.len()))
}

/// What is to be told of a row with more cells than the table has columns, unless they are empty.
pub(super) fn extra_cells(row: &str, columns: usize, lang: Lang) -> Option<ModelFault> {
    let bars = bars(row);
    let has_edge = |at: Option<&usize>, edge: usize| at.is_some_and(|at| *at == edge);
    let begin = usize::from(has_edge(bars.first(), 0));
    let end = usize::from(bars.len() > begin && has_edge(bars.last(), row.len() - 1));
    let inner = &bars[begin..bars.len() - end];
    let starts = std::iter::once(begin).chain(inner.iter().map(|bar| bar + 1));
    let ends = inner.iter().copied().chain([row.len() - end]);
    let cells: Vec<&str> = starts.zip(ends).map(|(a, b)| row[a..b].trim()).collect();
    let extra = cells.get(columns..)?;
    if columns == 0 || extra.iter().all(|cell| cell.is_empty()) {
        return None;
    }
    let between = lang.locale().list;
    let filled = cells[columns - 1..].iter().filter(|cell| !cell.is_empty());
    let last: Vec<&str> = filled.copied().collect();
    let mut kept = cells[..columns - 1].to_vec();
    let last = last.join(between);
    kept.push(&last);
    Some(ModelFault::ExtraCells {
        columns,
        cells: cells.len(),
        right: format!("| {} |", kept.join(" | ")),
    })
}

/// The bytes of a row at which bars part cells.
fn bars(row: &str) -> Vec<usize> {
    let mut is_escaped = false;
    let bars = row.char_indices().filter(|(_, c)| {
        let parts = *c == '|' && !is_escaped;
        is_escaped = *c == '\\' && !is_escaped;
        parts
    });
    bars.map(|(at, _)| at).collect()
}

/// How a text begins, for people to find it.
pub(super) fn beginning(content: &[Inline<Written>]) -> String {
    let text = plain(content);
    let line = text.lines().next().unwrap_or_default();
    line.chars().take(24).collect()
}
