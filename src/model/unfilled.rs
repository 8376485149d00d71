//! Finds what a sample, or `new`, left for somebody to write, so that none of it is published by
//! oversight.

use std::cmp::Reverse;
use std::collections::BTreeMap;
use std::ops::Range;

use pulldown_cmark::{CodeBlockKind, Event, Parser, Tag};

use super::fault::ModelFault;
use super::lines::body;
use super::markdown::MARKDOWN;
use super::sample_mark::SampleMark;
use crate::base::{FileId, Span, is_unspaced, lines_of};
use crate::diagnostic::{Diagnostic, Diagnostics};
use crate::source::FILL_IN;

/// What stands before a text that somebody has yet to translate.
pub(crate) const TRANSLATE: [&str; 2] = ["【要翻訳】", "[TRANSLATE]"];
/// What stands before a text that somebody has yet to change.
const CHANGE: [&str; 2] = ["【要変更】", "[CHANGE]"];
/// What says that a text is not settled yet.
const OPEN: [&str; 13] = [
    "【要確認】",
    "【確認中】",
    "【要修正】",
    "【要追記】",
    "【要相談】",
    "【仮】",
    "【未定】",
    "【調整中】",
    "【後で】",
    "【TODO】",
    "[TODO]",
    "TODO",
    "［要確認］",
];
/// Signs in the place of a name that is not known yet, or not to be known.
const BLANKS: [&str; 9] = ["○○", "〇〇", "◯◯", "××", "△△", "□□", "●●", "■■", "〓〓"];
/// What says that a text is made up.
const SAMPLE: [&str; 5] = ["（見本）", "(見本)", "【見本】", "(Sample)", "(sample)"];

/// Reports what a file has to be replaced: each kind once, at its first place.
pub(crate) fn report(text: &str, body: Span, file: FileId, diagnostics: &mut Diagnostics) {
    let mut kinds: BTreeMap<SampleMark, Vec<Span>> = BTreeMap::new();
    for (mark, span) in find(text, body) {
        kinds.entry(mark).or_default().push(span);
    }
    for (mark, places) in kinds {
        let Some(first) = places.first() else {
            continue;
        };
        let lines = lines_of(text, places.iter().map(|span| span.start));
        let kind = ModelFault::Unfilled {
            mark,
            written: text[first.start..first.end].to_owned(),
            count: places.len(),
            lines,
        };
        diagnostics.report(Diagnostic::at(first.of(file), kind));
    }
}

/// The texts that are there to be replaced in a file of content: a page, or `site.yaml`.
pub(crate) fn in_file(text: &str) -> Vec<(SampleMark, Span)> {
    find(
        text,
        Span::new(body(text).unwrap_or(text.len()), text.len()),
    )
}

/// The texts in a file that are there to be replaced, in order; its front matter ends where `body`
/// begins. What stands in a comment or in code, or is spoken of (「in quotation marks」), is none.
fn find(text: &str, body: Span) -> Vec<(SampleMark, Span)> {
    let mut found = anywhere(text);
    if found.is_empty() {
        return found;
    }
    let hidden = unpublished(text, body);
    found.retain(|(_, span)| {
        let before = text[..span.start].chars().next_back();
        let is_spoken_of = matches!(before, Some('`' | '「' | '『' | '“'));
        // They are in order, too.
        let next = hidden.partition_point(|range| range.end <= span.start);
        let is_hidden = hidden
            .get(next)
            .is_some_and(|range| range.contains(&span.start));
        !is_spoken_of && !is_hidden
    });
    found
}

/// The same in a text without comments and code, such as what a leaflet says.
pub(crate) fn anywhere(text: &str) -> Vec<(SampleMark, Span)> {
    let words = [
        (SampleMark::FillIn, &FILL_IN[..]),
        (SampleMark::Translate, &TRANSLATE),
        (SampleMark::Change, &CHANGE),
        (SampleMark::Sample, &SAMPLE),
        (SampleMark::FillIn, &OPEN),
        (SampleMark::Blank, &BLANKS),
    ];
    let mut found = Vec::new();
    for (mark, words) in words {
        for word in words {
            let places = text.match_indices(word);
            let places = places.filter(|(at, _)| stands_alone(text, *at, word));
            // 保険証（見本）を掲げ is what somebody said.
            let places = places
                .filter(|(at, _)| mark != SampleMark::Sample || !within_words(text, *at, word));
            found.extend(places.map(|(at, _)| (mark, Span::new(at, at + word.len()))));
        }
    }
    found.extend(addresses(text).map(|span| (SampleMark::Address, span)));
    found.extend(telephones(text).map(|span| (SampleMark::Telephone, span)));
    found.sort_by_key(|(_, span)| (span.start, Reverse(span.end)));
    // What lies inside of another is told with it: TODO in 【TODO】, ×× in a telephone number.
    found.dedup_by(|(_, inner), (_, outer)| inner.start < outer.end);
    found
}

/// Whether a word of letters is no part of a longer one.
fn stands_alone(text: &str, at: usize, word: &str) -> bool {
    let is_letter = |c: char| c.is_ascii_alphanumeric();
    !word.starts_with(is_letter)
        || !text[..at].ends_with(is_letter) && !text[at + word.len()..].starts_with(is_letter)
}

/// Whether words go on on both sides of another.
fn within_words(text: &str, at: usize, word: &str) -> bool {
    let before = text[..at].chars().next_back();
    let after = text[at + word.len()..].chars().next();
    before.is_some_and(|c| c.is_alphabetic() && is_unspaced(c))
        && after.is_some_and(char::is_alphanumeric)
}

/// What of a file nobody gets to read, or only as an example.
fn unpublished(text: &str, body: Span) -> Vec<Range<usize>> {
    let mut hidden = Vec::new();
    let mut at = 0;
    for line in text[..body.start].split_inclusive('\n') {
        if let Some(comment) = comment(line) {
            hidden.push(at + comment..at + line.len());
        }
        at += line.len();
    }
    let events = Parser::new_ext(&text[body.start..], MARKDOWN).into_offset_iter();
    for (event, range) in events {
        let is_hidden = matches!(
            event,
            Event::Code(_)
                | Event::Html(_)
                | Event::InlineHtml(_)
                | Event::Start(Tag::CodeBlock(CodeBlockKind::Fenced(_)))
        );
        if is_hidden {
            hidden.push(body.start + range.start..body.start + range.end);
        }
    }
    hidden
}

/// Where a line of front matter has its remark.
fn comment(line: &str) -> Option<usize> {
    if line.trim_start().starts_with('#') {
        return Some(0);
    }
    let mut places = line.match_indices(" #").map(|(at, _)| at);
    places.find(|at| line[..*at].matches('"').count().is_multiple_of(2))
}

/// Addresses that are kept for examples, each as a whole.
fn addresses(text: &str) -> impl Iterator<Item = Span> {
    let is_of_name = |c: char| c.is_ascii_alphanumeric() || c == '-';
    text.match_indices("example").filter_map(move |(at, word)| {
        let rest = &text[at + word.len()..];
        let domain = ["", ".org", ".com", ".net"].into_iter().rev().find(|end| {
            let behind = rest.strip_prefix(*end).map(str::as_bytes);
            // A dot may end a sentence.
            behind.is_some_and(|behind| match behind {
                [b'.', next, ..] => !next.is_ascii_alphanumeric(),
                [next, ..] => !is_of_name(char::from(*next)) || !next.is_ascii(),
                [] => true,
            })
        })?;
        let start = text[..at]
            .rfind(|c: char| !(is_of_name(c) || matches!(c, '.' | '@' | ':' | '/' | '_' | '+')))
            .map_or(0, |last| {
                last + text[last..].chars().next().map_or(1, char::len_utf8)
            });
        let before = &text[start..at];
        if before.ends_with(is_of_name) {
            return None;
        }
        let is_address = ["://", "@"].iter().any(|sign| before.contains(sign));
        if domain.is_empty() && !(is_address && before.ends_with('.')) {
            return None;
        }
        let end = at + word.len() + domain.len();
        let is_of_path = |c: char| c.is_ascii_alphanumeric() || "/-_.~%?=&#+".contains(c);
        let path = &text[end..];
        let path = if path.starts_with('/') {
            &path[..path.find(|c| !is_of_path(c)).unwrap_or(path.len())]
        } else {
            ""
        };
        Some(Span::new(start, end + path.len()))
    })
}

/// Telephone numbers of nothing but noughts behind their area code.
fn telephones(text: &str) -> impl Iterator<Item = Span> {
    let digit = |c: char| match c {
        '0'..='9' => Some(c),
        // `03-XXXX-XXXX`
        'X' | 'x' | 'Ｘ' | '○' | '〇' | '◯' | '×' | '＊' | '*' | '●' => Some('0'),
        '０'..='９' => char::from_u32(u32::from(c) - u32::from('０') + u32::from('0')),
        _ => None,
    };
    let parts = |c: char| "-‐‑‒–−ー－()（）".contains(c);
    let mut at = 0;
    std::iter::from_fn(move || {
        loop {
            // A sign may be a bullet before a number.
            let start = at + text[at..].find(|c| matches!(c, '0'..='9' | '０'..='９'))?;
            let run = &text[start..];
            let len = run.find(|c| digit(c).is_none() && !parts(c));
            let run = run[..len.unwrap_or(run.len())].trim_end_matches(parts);
            at = start + run.len();
            let mut groups = run.split(parts).filter(|group| !group.is_empty());
            let digits = |group: &str| group.chars().filter_map(digit).collect::<String>();
            let area = digits(groups.next()?);
            let number: String = groups.map(digits).collect();
            let is_area = area.starts_with('0') && (2..=5).contains(&area.len());
            let is_nobodys = is_area && number.len() >= 6 && number.bytes().all(|b| b == b'0');
            // A fingerprint of an original may have noughts.
            if is_nobodys && !text[..start].trim_end_matches(' ').ends_with("of:") {
                return Some(Span::new(start, at));
            }
        }
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::line_column;

    #[test]
    fn marks_count_where_they_would_be_published() {
        let text = "---\n# 【要記入】とあるところ\nname: 【要記入】お名前 # 【要変更】\n---\n\n[TRANSLATE] 山田<!-- （見本） -->\n\n`【要記入】`と「【要翻訳】」は説明\n\n```\ninfo@example.org\n```\n";
        let body = Span::new(text.find("\n\n").unwrap(), text.len());
        let found: Vec<_> = find(text, body)
            .into_iter()
            .map(|(mark, span)| (mark, line_column(text, span.start).0))
            .collect();
        assert_eq!(found, [(SampleMark::FillIn, 3), (SampleMark::Translate, 6)]);
        assert!(find("---\nname: 山田\n---\n", Span::new(8, 8)).is_empty());
    }

    #[test]
    fn marks_of_what_is_not_settled() {
        for (text, found) in [
            ("【要確認】本当か。", "【要確認】"),
            ("○○町の人", "○○"),
            ("人数 TODO。", "TODO"),
            ("TODO: 写真", "TODO"),
            ("【TODO】", "【TODO】"),
        ] {
            let places = anywhere(text);
            assert_eq!(places.len(), 1, "{text}");
            assert_eq!(&text[places[0].1.start..places[0].1.end], found);
        }
        assert_eq!(anywhere("紙の保険証（見本）を掲げた。"), []);
        assert_eq!(find("「○○町」と伏せて話した", Span::new(0, 0)), []);
    }

    #[test]
    fn addresses_and_numbers_of_nobody() {
        for (text, found) in [
            (
                "https://example.org/petition。",
                "https://example.org/petition",
            ),
            ("（info@example.org）まで", "info@example.org"),
            ("See www.example.com.", "www.example.com"),
            ("https://kai.example/a?b=1 へ", "https://kai.example/a?b=1"),
            ("<https://example.net>", "https://example.net"),
            ("電話03-0000-0000（見本）", "03-0000-0000"),
            ("０３（００００）００００", "０３（００００）００００"),
            ("0120-000-000", "0120-000-000"),
            ("電話 03-XXXX-XXXX まで", "03-XXXX-XXXX"),
            ("Fax03-0000-0000", "03-0000-0000"),
            ("●03-0000-0000", "03-0000-0000"),
            ("03-××××-××××", "03-××××-××××"),
            ("０３－○○○○－○○○○", "０３－○○○○－○○○○"),
        ] {
            let places = anywhere(text).into_iter();
            let mut places = places.filter(|(mark, _)| *mark != SampleMark::Sample);
            let (_, span) = places.next().expect(text);
            assert_eq!(&text[span.start..span.end], found);
            assert_eq!(places.next(), None, "{text}");
        }
        for text in [
            "https://example.org.jp/",
            "an example.",
            "https://myexample.org/",
            "for-example.",
            "see examples.org",
            "example",
            "図.example",
            "03-5000-0000",
            "2022-00-00",
            "000",
            "1000-0000-0000",
            "XXXX-XXXX-XXXX",
            "METODOS",
            "translation:\n  of: 0000-0000-0000",
            "translation: {status: draft, of: 0000-0000-0000}",
        ] {
            assert_eq!(anywhere(text), [], "{text}");
        }
    }

    proptest::proptest! {
        #[test]
        fn any_text_has_its_marks_inside(text in "(\\PC|example|\\.org|/|0|-|（|）|`|「|#| |\n){0,40}") {
            for (_, span) in find(&text, Span::new(0, text.len())) {
                proptest::prop_assert!(text.get(span.start..span.end).is_some());
            }
        }
    }
}
