//! Splits a page file into front matter and body, whatever dashes people draw between them.

use std::collections::BTreeSet;

use super::example::Example;
use super::fault::{SourceFault, Typo, YamlFault};
use super::key::{KeySpec, ValueType, find, meant};
use super::mend::Fix;
use super::quoted::safe;
use crate::base::{Slug, Span, lines_join, narrowed};
use crate::diagnostic::UiLang;

/// Where the two halves of a page file stand.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Split {
    /// The opening `---`, where problems of the whole front matter point.
    pub opening: Span,
    /// The YAML between the two `---` lines.
    pub yaml: Span,
    /// Everything after them.
    pub body: Span,
    /// What is to be mended about the two lines.
    pub mends: Vec<Fix>,
}

/// The format of a text that other programs write, whatever its file is called.
fn other_format(text: &str) -> Option<&'static str> {
    let begin: String = text.trim_start().chars().take(16).collect();
    let begin = begin.to_ascii_lowercase();
    if begin.starts_with("{\\rtf") {
        return Some("RTF");
    }
    let is_html = ["<!doctype html", "<html"]
        .iter()
        .any(|own| begin.starts_with(own));
    is_html.then_some("HTML")
}

/// Finds the halves of a file with these keys, or says what is wrong and where.
pub(super) fn split(text: &str, keys: &[KeySpec]) -> Result<Split, (SourceFault, Span)> {
    if let Some(format) = other_format(text) {
        let line = text.lines().next().map_or(0, str::len);
        return Err((SourceFault::OtherFormat { format }, Span::new(0, line)));
    }
    let all: Vec<(usize, &str)> = lines(text).collect();
    let Some(first) = all.iter().position(|(_, line)| !is_blank(line)) else {
        let lines = least(keys, "");
        return Err((SourceFault::NoFrontMatter { lines }, Span::new(0, 0)));
    };
    let fence_from = |from: usize| (from..all.len()).find(|i| is_fence(all[*i].1));
    let keys_only = |from: usize, to: usize| {
        let lines = all[from..to].iter().map(|(_, line)| *line);
        let mut written = lines
            .filter(|line| !is_blank(line) && !is_remark(line))
            .peekable();
        written.peek().is_some_and(|line| names_key(line, keys)) && written.all(could_be_yaml)
    };
    let mut mends = Vec::new();
    let (mut opening, mut yaml) = (span(all[first]), first + 1);
    if is_fence(all[first].1) {
        // `---` twice or more: nothing stands between them, and keys after the last.
        let next = |from: usize| {
            fence_from(from).filter(|next| all[from..*next].iter().all(|l| is_blank(l.1)))
        };
        let second = std::iter::successors(next(yaml), |fence| next(fence + 1)).last();
        let third = second.and_then(|second| Some((second, fence_from(second + 1)?)));
        if let Some((second, _)) = third.filter(|(second, third)| keys_only(second + 1, *third)) {
            mends.push(gone(text, &all, first, second));
            (opening, yaml) = (span(all[second]), second + 1);
        }
        mends.extend(straightened(opening, text));
    } else {
        let close = fence_from(first).filter(|close| keys_only(first, *close));
        let again = close.and_then(|close| Some((close, fence_from(close + 1)?)));
        if close.is_none()
            && let Some(lines) = bare_keys(&all, first, keys)
        {
            return Err((SourceFault::NoFences { lines }, opening));
        }
        if close.is_none() || again.is_some_and(|(close, end)| keys_only(close + 1, end)) {
            let fence = fence_from(first).and_then(|open| Some((open, fence_from(open + 1)?)));
            let before = fence.is_some_and(|(open, close)| keys_only(open + 1, close));
            let kind = if before {
                SourceFault::TextBefore
            } else {
                let lines = least(keys, text);
                SourceFault::NoFrontMatter { lines }
            };
            return Err((kind, opening));
        }
        yaml = first;
        let (span, typos) = (
            Span::new(opening.start, opening.start),
            vec![Typo::NoOpening],
        );
        mends.push(Fix {
            span,
            with: format!("---{}", line_end(text)),
            typos,
        });
    }
    let Some(close) = fence_from(yaml) else {
        if let Some(torn) = torn(&all[yaml..], keys, false) {
            return Err(torn);
        }
        return Err((
            SourceFault::UnclosedFrontMatter,
            end_of_keys(&all[yaml..]).unwrap_or(opening),
        ));
    };
    if let Some(torn) = torn(&all[yaml..close], keys, true) {
        return Err(torn);
    }
    if let Some(end) = end_of_keys(&all[yaml..close]) {
        return Err((SourceFault::UnclosedFrontMatter, end));
    }
    mends.extend(straightened(span(all[close]), text));
    let more = all[close + 1..]
        .iter()
        .take_while(|(_, line)| is_fence(line));
    let last = close + more.count();
    if last > close {
        mends.push(gone(text, &all, close + 1, last + 1));
    }
    let start = |at: usize| all.get(at).map_or(text.len(), |(start, _)| *start);
    Ok(Split {
        opening,
        yaml: Span::new(start(yaml), all[close].0),
        body: Span::new(start(last + 1), text.len()),
        mends,
    })
}

/// The keys that a file has to have which has this text and no front matter.
fn least(keys: &[KeySpec], text: &str) -> Example {
    // What a person says needs more than the person.
    let says = find(keys, "reading").is_some() && !text.trim().is_empty();
    let is_needed = |key: &&KeySpec| key.required || says && matches!(key.name, "title" | "topics");
    let mut all = Example::same(String::new());
    for key in keys.iter().filter(is_needed) {
        let topics = || format!("topics: [{}]", topics_in(text).join(", "));
        let line = |lang| match key.name {
            "topics" => topics(),
            _ => key.line(lang),
        };
        all.ja.extend(["\n", &line(UiLang::Ja)]);
        all.en.extend(["\n", &line(UiLang::En)]);
    }
    all
}

/// The topics of which headings of a text say that they are theirs.
fn topics_in(text: &str) -> Vec<&str> {
    let mut all: Vec<&str> = Vec::new();
    for (_, line) in lines(text).filter(|(_, line)| line.starts_with('#')) {
        let Some((_, marks)) = line.split_once("topic=") else {
            continue;
        };
        let end = marks.find([' ', '}']).unwrap_or(marks.len());
        for topic in marks[..end]
            .split(',')
            .filter(|topic| Slug::parse(topic).is_some())
        {
            if !all.contains(&topic) {
                all.push(topic);
            }
        }
    }
    all
}

/// The lines of a text with the byte at which each begins, without their line ends.
pub(super) fn lines(text: &str) -> impl Iterator<Item = (usize, &str)> {
    let mut at = 0;
    text.split_inclusive('\n').map(move |line| {
        let start = at;
        at += line.len();
        (start, line.trim_end_matches(['\n', '\r']))
    })
}

fn line_end(text: &str) -> &'static str {
    if text.contains("\r\n") { "\r\n" } else { "\n" }
}

fn span((at, line): (usize, &str)) -> Span {
    Span::new(at, at + line.len())
}

fn is_blank(line: &str) -> bool {
    line.trim().is_empty()
}

/// Whether a line of front matter is published nowhere.
fn is_remark(line: &str) -> bool {
    line.starts_with("# ") || line.starts_with('＃')
}

/// Whether a line is `---`, or what people draw when they mean it and Word makes of it.
pub(super) fn is_fence(line: &str) -> bool {
    let dashes = line.trim().chars().filter(|c| !c.is_whitespace());
    let dash = |c: char| {
        matches!(
            c,
            '-' | '－' | 'ー' | 'ｰ' | '‐' | '‑' | '–' | '—' | '―' | '−' | '─' | '━' | '﹣'
        )
    };
    let mut count = 0;
    dashes.into_iter().all(|c| {
        count += 1;
        dash(c)
    }) && (count >= 3 || matches!(line.trim(), "--" | "—" | "—-" | "–-"))
}

/// The mend of a `---` that is drawn otherwise.
fn straightened(at: Span, text: &str) -> Option<Fix> {
    let line = &text[at.start..at.end];
    (line.trim_end() != "---").then(|| Fix {
        span: at,
        with: "---".into(),
        typos: vec![Typo::Fence(line.trim().to_owned())],
    })
}

/// The mend that takes the lines from one up to another away.
fn gone(text: &str, all: &[(usize, &str)], from: usize, to: usize) -> Fix {
    let end = all.get(to).map_or(text.len(), |(start, _)| *start);
    Fix {
        span: Span::new(all[from].0, end),
        with: String::new(),
        typos: vec![Typo::DoubledFence],
    }
}

/// What stands before the colon of a line, if it has one.
fn key_of(line: &str) -> &str {
    line.split([':', '：']).next().unwrap_or_default().trim()
}

/// The key of the table with which a line begins, however it is written.
fn named<'k>(line: &str, keys: &'k [KeySpec]) -> Option<&'k KeySpec> {
    let key = key_of(line);
    let narrow = narrowed(key).to_ascii_lowercase();
    let spec = find(keys, &narrow).or_else(|| meant(keys, key));
    spec.filter(|_| key.len() < line.trim().len())
}

fn names_key(line: &str, keys: &[KeySpec]) -> bool {
    named(line, keys).is_some()
}

/// Which lines begin with a key: of the table or, indented, of those below the last of it.
fn key_lines(all: &[(usize, &str)], keys: &[KeySpec]) -> Vec<bool> {
    let mut inner = keys;
    let lines = all.iter().map(|(_, line)| {
        if line.starts_with(char::is_whitespace) {
            return names_key(line.trim_start().trim_start_matches("- "), inner);
        }
        let key = named(line, keys);
        match key.map(|key| key.holds) {
            Some(ValueType::Map(below) | ValueType::Maps(below)) => inner = below,
            Some(_) => inner = keys,
            None => {}
        }
        key.is_some()
    });
    lines.collect()
}

/// The lines, counted from 1, between which keys stand without any line `---` around them.
fn bare_keys(all: &[(usize, &str)], first: usize, keys: &[KeySpec]) -> Option<[usize; 2]> {
    let is_key = |line: &str| line.starts_with(char::is_alphabetic) && names_key(line, keys);
    let block = all[first..]
        .iter()
        .take_while(|(_, line)| !is_blank(line) && could_be_yaml(line));
    let lines: Vec<&str> = block.map(|(_, line)| *line).collect();
    let is_first = lines
        .iter()
        .find(|line| !is_remark(line))
        .is_some_and(|line| is_key(line));
    let count = lines.iter().filter(|line| is_key(line)).count();
    (is_first && count > 1).then(|| [first + 1, first + lines.len()])
}

/// Whether a line could stand in front matter.
pub(super) fn could_be_yaml(line: &str) -> bool {
    let first = line.chars().next();
    let key = || {
        let key = line
            .split([':', '：'])
            .next()
            .unwrap_or_default()
            .trim_end();
        key.len() < line.trim_end().len()
            && key.chars().count() <= 20
            && !key.contains(|c: char| {
                matches!(c, '。' | '、' | '「' | '」' | '*' | '[' | ']') || c.is_whitespace()
            })
    };
    line.starts_with("# ")
        || first.is_some_and(|c| c.is_whitespace() || matches!(c, '-' | '・' | ']' | '}' | '＃'))
        || key()
}

/// The last line before a gap after which prose begins: front matter that nobody closed.
fn end_of_keys(all: &[(usize, &str)]) -> Option<Span> {
    let (last, _) = gap(all)?;
    Some(span(all[last]))
}

/// The last line before a gap, and the line of prose after it.
fn gap(all: &[(usize, &str)]) -> Option<(usize, usize)> {
    let (mut last, mut gap) = (None, false);
    for (at, (_, line)) in all.iter().enumerate() {
        if is_blank(line) {
            gap = last.is_some();
        } else if gap && !could_be_yaml(line) {
            return Some((last?, at));
        } else {
            (last, gap) = (Some(at), false);
        }
    }
    None
}

/// A value that goes on behind an empty line, with more keys below it. Where the front matter is
/// not `closed`, what looks like a key may be text, unless it is written as programs write it.
fn torn(all: &[(usize, &str)], keys: &[KeySpec], closed: bool) -> Option<(SourceFault, Span)> {
    let (last, prose) = gap(all)?;
    let is_key = key_lines(all, keys);
    let place = |line: &'_ str| (lead_of(line).len(), key_of(line).to_owned());
    let taken: BTreeSet<_> = all[..prose].iter().map(|(_, line)| place(line)).collect();
    let next = (prose..all.len()).find(|at| {
        let line = all[*at].1;
        let is_exact = || find(keys, key_of(line)).is_some() && line.contains(':');
        is_key[*at] && (closed || is_exact()) && !taken.contains(&place(line))
    })?;
    if closed && end_of_keys(&all[next..]).is_some() {
        return None;
    }
    let first = &all[prose];
    let own = (0..=last).rev().find(|at| is_key[*at])?;
    let (lead, key) = (lead_of(all[own].1), key_of(all[own].1));
    let (_, value) = all[own].1.split_once([':', '：'])?;
    // Items, keys or languages below it: of which the text is more, nobody knows.
    let is_whole = |line: &str| {
        let line = line.trim();
        line.starts_with(['-', '・'])
            || line.contains(": ")
            || line.ends_with(':')
            || value.trim().is_empty() && line.contains([':', '：'])
    };
    let mut below = all[own + 1..=last].iter().map(|(_, line)| *line);
    if below.any(is_whole) || value.trim_start().starts_with(['[', '{', '|', '>']) {
        let fault = YamlFault::NoColon(first.1.trim().to_owned());
        return Some((SourceFault::Yaml { fault }, span(*first)));
    }
    let mut joined = value.trim().to_owned();
    for (_, line) in &all[own + 1..next] {
        join_line(&mut joined, line.trim());
    }
    let in_marks = ['"', '\''].iter().any(|mark| {
        let inner = joined
            .strip_prefix(*mark)
            .and_then(|inner| inner.strip_suffix(*mark));
        inner.is_some_and(|inner| !inner.contains([*mark, '\\']))
    });
    if !in_marks {
        joined = safe(&joined);
    }
    let fault = YamlFault::Torn {
        key: key.to_owned(),
        right: format!("{lead}{key}: {joined}"),
    };
    Some((SourceFault::Yaml { fault }, span(*first)))
}

fn lead_of(line: &str) -> &str {
    &line[..line.len() - line.trim_start().len()]
}

/// Adds a line to those before it, as a reader reads them.
fn join_line(text: &mut String, line: &str) {
    if let (Some(before), Some(after)) = (text.chars().next_back(), line.chars().next())
        && !lines_join(before, after, false)
    {
        text.push(' ');
    }
    text.push_str(line);
}

#[cfg(test)]
mod tests {
    use super::super::keys::of;
    use super::*;
    use crate::base::DocKind;

    fn cut(text: &str) -> Result<Split, (SourceFault, Span)> {
        split(text, of(DocKind::Page))
    }

    #[test]
    fn halves() {
        let text = "---\r\ntitle: a\r\n---\r\nbody\n";
        let split = cut(text).unwrap();
        assert_eq!(&text[split.yaml.start..split.yaml.end], "title: a\r\n");
        assert_eq!(&text[split.body.start..split.body.end], "body\n");
        assert_eq!(split.mends, []);
    }

    #[test]
    fn dashes_of_every_kind_are_understood() {
        for fence in [
            "－－－",
            "ーーー",
            "———",
            "–––",
            "----",
            "- - -",
            " ---",
            "--",
            "―――",
            "──",
        ] {
            let text = format!("{fence}\ntitle: a\n{fence}\n\nbody\n");
            let found = cut(&text);
            assert_eq!(found.is_ok(), fence != "──", "{fence}");
        }
        for (text, body) in [
            ("---\n---\ntitle: a\n---\nbody\n", "body\n"),
            ("---\ntitle: a\n---\n---\nbody\n", "body\n"),
            ("title: a\n---\nbody\n", "body\n"),
        ] {
            let split = cut(text).unwrap();
            assert_eq!(&text[split.yaml.start..split.yaml.end], "title: a\n");
            assert_eq!((&text[split.body.start..], split.mends.len()), (body, 1));
        }
    }

    #[test]
    fn what_is_missing_is_named() {
        let fault = |text: &str| {
            let (kind, span) = cut(text).unwrap_err();
            (kind, text[span.start..span.end].to_owned())
        };
        let lines = least(of(DocKind::Page), "");
        let missing = |at: &str| {
            let lines = lines.clone();
            (SourceFault::NoFrontMatter { lines }, at.to_owned())
        };
        assert_eq!(fault(""), missing(""));
        assert_eq!(fault("題\n\n本文\n"), missing("題"));
        assert_eq!(
            fault("覚え書き\n---\ntitle: a\n---\n本文\n"),
            (SourceFault::TextBefore, "覚え書き".into())
        );
        let unclosed = |line: &str| (SourceFault::UnclosedFrontMatter, line.to_owned());
        assert_eq!(fault("---\ntitle: a\n"), unclosed("---"));
        assert_eq!(
            fault("---\ntitle: a\nnav: true\n\n本文です。\n"),
            unclosed("nav: true")
        );
        for end in ["---\n本文です。\n", "\n本文です。\n"] {
            let (kind, line) = fault(&format!(
                "---\ntitle: 集会の\n\n「記録」です。\n\nつづき\nnav: true\n{end}"
            ));
            assert_eq!(line, "「記録」です。");
            let (key, right) = (
                "title".to_owned(),
                "title: 集会の「記録」です。つづき".to_owned(),
            );
            let fault = YamlFault::Torn { key, right };
            assert_eq!(kind, SourceFault::Yaml { fault });
        }
        assert_eq!(
            fault("---\ntitle: a\n\n本文です。\n\n---\n\n終わり\n"),
            unclosed("title: a")
        );
        assert_eq!(cut("---\n---").unwrap().yaml, Span::new(4, 4));
    }

    proptest::proptest! {
        #[test]
        fn any_text_is_split_or_refused(text in "(---|ーーー|title: a|\\PC|\n|\r){0,40}") {
            if let Ok(found) = cut(&text) {
                let _ = (&text[found.yaml.start..found.yaml.end], &text[found.body.start..]);
            }
        }
    }
}
