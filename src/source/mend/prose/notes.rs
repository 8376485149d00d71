//! `<!-- … -->`: notes of the editors, which are published nowhere.

use super::fences::Fences;
use crate::base::{Span, start_of_line};
use crate::source::fault::{TextSlip, Typo};
use crate::source::front_matter::lines;
use crate::source::mend::{Fix, Patched};

/// What takes the notes out of a text, and where one begins that never ends; that one reaches to
/// the end of the text.
pub(in crate::source::mend) fn notes_of_editors(text: &str) -> (Vec<Fix>, Option<Span>) {
    let mut fixes = Vec::new();
    if !text.contains("<!--") {
        return (fixes, None);
    }
    let mut fences = Fences::default();
    let mut from = 0;
    for (start, line) in lines(text) {
        if start < from {
            continue;
        }
        if fences.hold(line) {
            continue;
        }
        let end = start + line.len();
        let mut at = start;
        while let Some(open) = opening(text, at, end) {
            let Some(close) = text[open + 4..].find("-->").map(|at| open + 4 + at + 3) else {
                fixes.push(gone(text, open, text.len()));
                return (fixes, Some(Span::new(open, open + 4)));
            };
            fixes.push(gone(text, open, close));
            from = close;
            at = close;
            if close > end {
                break;
            }
        }
    }
    (fixes, None)
}

/// Marks of notes in full width, or with a dash that a program made of two hyphens, in half width.
pub(in crate::source::mend) fn wide_marks(text: &str) -> Vec<Fix> {
    let mut fixes = Vec::new();
    if !text.contains(['＜', '＞', '！', '－', 'ー', '—', '–', '―', '−']) {
        return fixes;
    }
    let mut fences = Fences::default();
    let mut is_inside = false;
    for (start, line) in lines(text) {
        if !is_inside && fences.hold(line) {
            continue;
        }
        let mut right_line = String::new();
        let (mut at, mut done) = (0, 0);
        while at < line.len() {
            let (found, right) = if is_inside {
                (closing_mark(&line[at..]), "-->")
            } else if line.as_bytes()[at] == b'`' {
                at = super::emphasis::after_code(line.as_bytes(), at, line.len());
                continue;
            } else {
                (opening_mark(&line[at..]), "<!--")
            };
            let Some(long) = found else {
                at += line[at..].chars().next().map_or(1, char::len_utf8);
                continue;
            };
            right_line.push_str(&line[done..at]);
            right_line.push_str(right);
            is_inside = !is_inside;
            at += long;
            done = at;
        }
        right_line.push_str(&line[done..]);
        if right_line != line {
            fixes.push(Fix {
                span: Span::new(start, start + line.len()),
                with: right_line,
                typos: vec![Typo::Text(TextSlip::Note)],
            });
        }
    }
    fixes
}

/// The length of the mark that opens a note, in whichever width.
fn opening_mark(text: &str) -> Option<usize> {
    let rest = text.strip_prefix(['<', '＜'])?.strip_prefix(['!', '！'])?;
    Some(text.len() - after_dashes(rest)?.len())
}

/// The length of the mark that closes a note, in whichever width.
fn closing_mark(text: &str) -> Option<usize> {
    let rest = after_dashes(text)?.strip_prefix(['>', '＞'])?;
    Some(text.len() - rest.len())
}

/// What stands behind two hyphens, or one dash that was made of them.
fn after_dashes(text: &str) -> Option<&str> {
    let dashes = ['-', '－', 'ー', '—', '–', '―', '−', '‐'];
    let rest = text.strip_prefix(dashes)?;
    let is_both = text.starts_with(['—', '–', '―']);
    rest.strip_prefix(dashes).or(is_both.then_some(rest))
}

/// A value without the notes in it; one that never ends is left.
pub(in crate::source) fn without_notes(value: String) -> String {
    let marks = wide_marks(&value);
    let value = if marks.iter().any(|mark| mark.with.contains("-->")) {
        Patched::new(&value, &marks).text
    } else {
        value
    };
    let (mut notes, unclosed) = notes_of_editors(&value);
    if unclosed.is_some() {
        notes.pop();
    }
    if notes.is_empty() {
        return value;
    }
    Patched::new(&value, &notes).text
}

/// The next note in a line, outside code.
fn opening(text: &str, mut at: usize, end: usize) -> Option<usize> {
    let bytes = text.as_bytes();
    while at < end {
        if bytes[at] == b'`' {
            at = super::emphasis::after_code(bytes, at, end);
        } else if text[at..end].starts_with("<!--") {
            return Some(at);
        } else {
            at += text[at..].chars().next().map_or(1, char::len_utf8);
        }
    }
    None
}

/// A note taken away. One that fills its lines leaves an empty one, as it parted what stands
/// above from what stands below; in a list or table it leaves none.
fn gone(text: &str, open: usize, close: usize) -> Fix {
    let line = start_of_line(text, open);
    let end = text[close..].find('\n').map_or(text.len(), |at| close + at);
    let is_alone = text[line..open].trim().is_empty() && text[close..end].trim().is_empty();
    let next = text
        .get(end + 1..)
        .unwrap_or_default()
        .trim_start_matches(' ');
    let goes_on =
        next.starts_with(['|', '-', '*', '+']) || next.starts_with(|c: char| c.is_ascii_digit());
    let span = if is_alone && goes_on && line > 0 {
        Span::new(line, (end + 1).min(text.len()))
    } else if is_alone {
        Span::new(line, end)
    } else {
        Span::new(open, close)
    };
    Fix {
        span,
        with: String::new(),
        typos: Vec::new(),
    }
}

#[cfg(test)]
mod tests {
    use super::without_notes;

    #[test]
    fn values_have_no_notes() {
        for (written, read) in [
            ("窓口<!-- 仮 -->を", "窓口を"),
            ("<!-- a -->一<!-- b -->二", "一二"),
            ("`<!-- 例 -->`と書く<!-- 仮 -->", "`<!-- 例 -->`と書く"),
            ("窓口<!-- 仮 -->を<!-- 続く", "窓口を<!-- 続く"),
            ("<!-- 仮 -->", ""),
            ("窓口＜！－－ 仮 －－＞を", "窓口を"),
            ("窓口<!— 仮 —>を", "窓口を"),
            ("＜！－－ 続く", "＜！－－ 続く"),
        ] {
            assert_eq!(without_notes(written.into()), read);
        }
    }
}
