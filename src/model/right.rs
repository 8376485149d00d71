//! The lines of a document as they would be right, made from the text at hand.

use super::fault::ModelFault;
use super::html;
use super::markdown;
use crate::base::{Lang, Loc, Span, start_of_line};
use crate::diagnostic::Instead;
use crate::source::MendedBody;

/// Longer lines, in bytes, are not shown, nor read again to see whether a change mends them.
const LONGEST: usize = 1_800;

/// In longer files, in bytes, no mark is looked for that is free.
const LONGEST_FILE: usize = 200_000;

/// What would be right in the place of a fault of a text.
pub(super) fn of(fault: &ModelFault, at: Loc, text: &str, lang: Lang) -> Option<Instead> {
    let span = at.span;
    let there = text.get(span.start..span.end)?;
    let put = |(span, right): (Span, String)| Instead::put(span.of(at.file), right);
    match fault {
        ModelFault::RawHtml { .. } => {
            let lines = whole_lines(text, span)?;
            let right = html::in_markdown(&text[lines.start..lines.end]);
            Some(put((lines, right)))
        }
        ModelFault::DuplicateId { id, .. } if text.len() < LONGEST_FILE => {
            let free = (2..).map(|n| format!("{id}-{n}"));
            let mut free = free.filter(|id| !text.contains(&format!("#{id}")));
            Some(Instead::mark(at, free.next()?))
        }
        ModelFault::BadId { right, .. } => Some(put((whole_lines(text, span)?, right.clone()))),
        ModelFault::WrongMarks(marks) => Some(put((whole_lines(text, span)?, marks.right()))),
        ModelFault::TopLevelHeading => {
            let mark = there.find(['#', '＃'])?;
            let place = Span::new(span.start + mark, span.start + mark);
            Some(put((place, "#".to_owned())))
        }
        ModelFault::NoAlt => {
            let alt = picture_words(there, span.start)?.of(at.file);
            Some(Instead::put_in_both(alt, "写っているもの", "what it shows"))
        }
        ModelFault::EmptyLink(_) => {
            let words = Span::new(span.start + 1, span.start + there.find("](")?);
            let words = words.of(at.file);
            Some(Instead::put_in_both(
                words,
                "リンク先の名前",
                "name of the page",
            ))
        }
        ModelFault::UnderlinedParagraph { heading, .. } => {
            let start = text[..span.start].rfind('\n')?;
            let lead = &text[start + 1..span.start];
            if *heading {
                let above = start_of_line(text, start);
                let words = text[above..start].trim_start_matches(lead).trim();
                let right = format!("{lead}## {words}");
                return Some(put((Span::new(above, span.end), right)));
            }
            let apart = format!("\n{}\n{lead}", lead.trim_end());
            // Of a line of `=` only `-` draws a line across the page, and of those only three and more.
            if there.starts_with('=') || there.trim().len() < 3 {
                return Some(put((Span::new(start, span.end), format!("{apart}---"))));
            }
            Some(put((Span::new(start, span.start), apart)))
        }
        ModelFault::IndentedParagraph => {
            let lines = whole_lines(text, span)?;
            let written = text[lines.start..lines.end].lines().map(str::trim);
            let right: Vec<&str> = written.collect();
            Some(put((lines, right.join("\n"))))
        }
        ModelFault::LeftoverMark { mark } => {
            let line = whole_lines(text, Span::new(span.start, span.start))?;
            let at = span.start - line.start;
            let right = without_leftover(&text[line.start..line.end], at, mark, lang)?;
            Some(put((line, right)))
        }
        ModelFault::SkippedNumber { closers, .. } => {
            let lines = whole_lines(text, span)?;
            let mut right = text[lines.start..lines.end].to_owned();
            for (byte, closer) in closers {
                let at = byte.checked_sub(lines.start)?;
                let is_closer = matches!(right.as_bytes().get(at), Some(b'.' | b')'));
                is_closer.then(|| right.replace_range(at..=at, closer.encode_utf8(&mut [0; 4])))?;
            }
            Some(put((lines, right)))
        }
        ModelFault::ExtraCells { right, .. } => Some(put((span, right.clone()))),
        ModelFault::HashInText { title } => {
            let line = whole_lines(text, span)?;
            let next = text[line.end..].lines().nth(1).unwrap_or_default();
            let behind = if next.trim().is_empty() { "" } else { "\n" };
            Some(put((line, format!("\n## {title}{behind}"))))
        }
        ModelFault::EmptyReading { base } => Some(put((span, base.clone()))),
        ModelFault::UnevenReadings { base, readings } => {
            Some(put((span, format!("{{{base}|{}}}", readings.concat()))))
        }
        ModelFault::CutAddress { address, behind } => {
            let is_kana = |c: char| matches!(c, 'ぁ'..='ゟ');
            let words = behind.find(is_kana).filter(|at| *at > 0);
            let (words, rest) = behind.split_at(words.unwrap_or(behind.len()));
            Some(put((span, format!("<{address}{words}>{rest}"))))
        }
        ModelFault::PageNumber { .. } | ModelFault::UnusedNote { .. } => Some(Instead::remove(at)),
        _ => None,
    }
}

/// The lines that a place lies in, without blank ones at the end, unless they are too long.
fn whole_lines(text: &str, span: Span) -> Option<Span> {
    let end = span.start + text[span.start..span.end].trim_end().len();
    let (before, behind) = (&text.as_bytes()[..span.start], &text.as_bytes()[end..]);
    let near = &before[before.len().saturating_sub(LONGEST)..];
    let start = match near.iter().rposition(|byte| *byte == b'\n') {
        Some(at) => span.start - near.len() + at + 1,
        None if near.len() == before.len() => 0,
        None => return None,
    };
    let near = &behind[..behind.len().min(LONGEST)];
    let rest = match near.iter().position(|byte| *byte == b'\n') {
        Some(at) => at,
        None if near.len() == behind.len() => near.len(),
        None => return None,
    };
    (end + rest - start <= LONGEST).then(|| Span::new(start, end + rest))
}

/// Where the words stand that describe a picture.
fn picture_words(there: &str, at: usize) -> Option<Span> {
    let open = there.find("![")? + 2;
    let close = open + there[open..].find(']')?;
    Some(Span::new(at + open, at + close))
}

/// A line whose mark has its effect, or is gone, or is shown on purpose: the first of these of which
/// nothing is left to tell.
fn without_leftover(line: &str, at: usize, mark: &str, lang: Lang) -> Option<String> {
    let (before, behind) = (&line[..at], line.get(at + mark.len()..)?);
    let closed = |ends: &[char], close: &str| {
        let end = behind.find(ends).unwrap_or(behind.trim_end().len());
        format!(
            "{before}{mark}{}{close}{}",
            behind[..end].trim_end(),
            &behind[end..]
        )
    };
    let gone = || format!("{before}{behind}");
    let escaped = || {
        let marks: String = mark.chars().flat_map(|c| ['\\', c]).collect();
        format!("{before}{marks}{behind}")
    };
    let sentence = ['。', '、', '！', '？', '」', '）', '，', '．'];
    let address = [' ', '\u{3000}', '。', '、', '」', '）'];
    let ways = match mark {
        // Of three and more nobody knows which is too many.
        "**" | "~~" if line.matches(mark).count() > 2 => Vec::new(),
        "**" | "~~" => vec![closed(&sentence, mark), gone(), escaped()],
        "{" | "{|" => Vec::new(),
        "](" => vec![closed(&address, ")"), escaped()],
        "{#" => {
            let close = behind.find('}').map_or(0, |close| close + 1);
            vec![
                format!("{}{}", before.trim_end(), &behind[close..]),
                escaped(),
            ]
        }
        _ => vec![escaped()],
    };
    let is_right = |way: &String| {
        let (body, _) = MendedBody::new(way, 0);
        let mut is_left = false;
        markdown::parse(&body, lang, &mut |_, fault| {
            is_left |= matches!(fault, ModelFault::LeftoverMark { .. });
        });
        !is_left
    };
    ways.into_iter().find(is_right)
}
