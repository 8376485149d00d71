//! Headings: `##` in full width or without its space, and the braces behind.

use super::lines::{BLANK, ProseLine, runs};
use crate::base::narrowed;
use crate::source::fault::TextSlip;

/// The most marks that a heading has.
const DEEPEST: usize = 6;

/// Where lines begin whose single `#` without a space opens a heading: several of them, each with text below
/// it. One alone, and those that nothing follows, are hashtags.
pub(super) fn loose(text: &str) -> Vec<usize> {
    let mut found = Vec::new();
    let mut open = None;
    let mut is_certain = false;
    for run in runs(text) {
        for (at, line) in run.iter().enumerate() {
            let own = is_loose(line.text) && at == 0;
            match (own, open) {
                (true, _) => open = Some(line.start),
                (false, Some(start)) if !line.text.trim_start().starts_with(['#', '＃']) => {
                    found.push(start);
                    open = None;
                }
                (false, _) => open = None,
            }
            is_certain |= !own && is_marked(line.text);
        }
    }
    if found.len() < 2 && !is_certain {
        found.clear();
    }
    found
}

/// Whether a line is one `#` with a word right behind it, no more.
fn is_loose(line: &str) -> bool {
    let title = line.trim_end_matches(BLANK).strip_prefix(['#', '＃']);
    title.is_some_and(|title| {
        title.starts_with(|c: char| c.is_alphabetic() && !c.is_ascii())
            && !title.contains(['#', '＃'])
            && !title.ends_with('。')
            && title.chars().count() <= 40
    })
}

/// Whether a line is a heading, or certainly was meant as one. A single `#` without a space opens
/// a hashtag, unless it is one of the `loose` ones.
pub(super) fn is_heading(line: &ProseLine<'_>, loose: &[usize]) -> bool {
    is_marked(line.text) || loose.binary_search(&line.start).is_ok()
}

fn is_marked(line: &str) -> bool {
    let content = line.trim_start_matches(BLANK);
    let lead = &line[..line.len() - content.len()];
    // Four blanks and more, or a tab, are another matter.
    if lead.contains('\t') || lead.chars().filter(|c| *c == ' ').count() > 3 {
        return false;
    }
    let text = content.trim_start_matches(['#', '＃']);
    let marks = content[..content.len() - text.len()].chars().count();
    let title = text.trim_matches(BLANK);
    let spaced = text.starts_with(BLANK);
    match marks {
        1 | 7.. => spaced && !title.is_empty(),
        2..=6 => {
            !title.is_empty() && (spaced || !text.starts_with(|c: char| c.is_ascii_punctuation()))
        }
        _ => false,
    }
}

/// The heading as Markdown writes it.
pub(super) fn mended(content: &str, lead: &str, typos: &mut Vec<TextSlip>) -> String {
    let text = content.trim_start_matches(['#', '＃']);
    let hashes = &content[..content.len() - text.len()];
    let title = text.trim_start_matches(BLANK);
    let between = &text[..text.len() - title.len()];
    let is_right = !hashes.contains('＃')
        && hashes.len() <= DEEPEST
        && between.starts_with([' ', '\t'])
        && !lead.contains(['\u{3000}', '\u{a0}']);
    let title = super::inline::mended(&braces(title, typos), typos);
    if is_right {
        return format!("{lead}{hashes}{between}{title}");
    }
    typos.insert(0, TextSlip::Heading);
    // One sign heads the page, which has its title.
    let deep = match hashes.chars().count() {
        1 if between.is_empty() => 2,
        deep => deep.min(DEEPEST),
    };
    format!("{} {title}", "#".repeat(deep))
}

/// The title with what stands in the braces behind it in half width.
fn braces(title: &str, typos: &mut Vec<TextSlip>) -> String {
    let kept = || title.to_owned();
    let trimmed = title.trim_end_matches(BLANK);
    let Some(inner) = trimmed.strip_suffix(['}', '｝']) else {
        return closed(trimmed).map_or_else(kept, |closed| {
            typos.push(TextSlip::Braces);
            closed
        });
    };
    let Some(open) = inner.rfind(['{', '｛']) else {
        return kept();
    };
    let before = &inner[..open];
    let inside = inner[open..].trim_start_matches(['{', '｛']);
    let narrow = narrowed(inside);
    let narrow = narrow.trim();
    let is_marks = narrow.starts_with(['#', '.']) || narrow.starts_with("topic");
    if !is_marks {
        return kept();
    }
    let mut marks = narrow.replace(['、', '，'], ",");
    // A comma between marks parts them as a blank does.
    for mark in ["topic=", "topic:", "#", "."] {
        for comma in [",", ", "] {
            marks = marks.replace(&format!("{comma}{mark}"), &format!(" {mark}"));
        }
    }
    for (loose, tight) in [(" ,", ","), (", ", ","), (" =", "="), ("= ", "=")] {
        while marks.contains(loose) {
            marks = marks.replace(loose, tight);
        }
    }
    let marks: Vec<String> = marks
        .split_whitespace()
        .map(|mark| match mark.split_once([':', '=']) {
            Some(("topic", named)) => format!("topic={named}"),
            _ => mark.to_owned(),
        })
        .collect();
    let marks = marks.join(" ");
    let is_same = inner[open..].starts_with('{')
        && trimmed.ends_with('}')
        && marks == inside.split_whitespace().collect::<Vec<_>>().join(" ")
        && !inside.contains('\u{3000}');
    if is_same {
        return kept();
    }
    typos.push(TextSlip::FullWidth);
    format!("{} {{{marks}}}", before.trim_end_matches(BLANK))
}

/// A title whose braces are opened and hold nothing but marks, with the one that closes them.
fn closed(title: &str) -> Option<String> {
    let open = title.rfind(['{', '｛'])?;
    let inside = title[open..].trim_start_matches(['{', '｛']);
    let narrow = narrowed(inside).replace(['、', '，'], ",");
    let is_mark = |mark: &str| {
        let name = |text: &str| {
            let is_of_name = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-';
            !text.is_empty() && text.chars().all(is_of_name)
        };
        mark == ".strong"
            || mark.strip_prefix('#').is_some_and(name)
            || mark
                .strip_prefix("topic=")
                .is_some_and(|names| names.split(',').all(name))
    };
    let marks: Vec<&str> = narrow.split_whitespace().collect();
    let is_certain = !marks.is_empty() && marks.iter().all(|mark| is_mark(mark));
    let before = title[..open].trim_end_matches(BLANK);
    (is_certain && !before.is_empty()).then(|| format!("{before} {{{}}}", marks.join(" ")))
}
