//! YAML into a tree in which every key and value knows its place.

use std::collections::BTreeMap;

use serde_yaml::{Location, Spanned as YamlSpanned};

use super::by_keys::written;
use super::fault::{SourceFault, YamlFault};
use super::folded::unfolded;
use super::front_matter::lines;
use super::key::KeySpec;
use super::mend::without_notes;
use super::mistakes::explain;
use super::visitor::Raw;
use crate::base::{Span, Spanned, start_of_line};

/// Lists and maps in one another are read to this depth, four times what any key needs: each
/// level takes room on the stack of a thread.
const DEPTH: usize = 16;

/// A YAML value. Scalars keep the text that was written, so that `007` stays `007`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum YamlNode {
    /// Nothing, `~` or `null`.
    Null,
    /// A scalar.
    Scalar {
        /// The value as text.
        text: String,
    },
    /// A list.
    List(Vec<Spanned<Self>>),
    /// A map in the order in which it was written.
    Map(Vec<YamlEntry>),
}

/// One key with its value.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct YamlEntry {
    /// The key.
    pub key: Spanned<String>,
    /// The value.
    pub value: Spanned<YamlNode>,
}

impl YamlEntry {
    /// Moves every place in it by a rule.
    pub(super) fn move_to(&mut self, rule: &impl Fn(Span) -> Span) {
        self.key.span = rule(self.key.span);
        move_value(&mut self.value, rule);
    }
}

fn move_value(value: &mut Spanned<YamlNode>, rule: &impl Fn(Span) -> Span) {
    value.span = rule(value.span);
    match &mut value.value {
        YamlNode::List(items) => items.iter_mut().for_each(|item| move_value(item, rule)),
        YamlNode::Map(entries) => entries.iter_mut().for_each(|entry| entry.move_to(rule)),
        YamlNode::Null | YamlNode::Scalar { .. } => {}
    }
}

/// What is wrong with a piece of YAML.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct YamlError {
    /// What it is.
    pub(super) kind: SourceFault,
    /// Where it is.
    pub(super) span: Span,
    /// The first of two equal things, of which this is the second.
    pub(super) first: Option<Span>,
}

/// What a YAML text holds, and what is wrong with it. A text with a fault is read key by key,
/// so that one broken line does not hide the rest; `table` names the keys that it may have.
pub(super) fn read(text: &str, table: &[KeySpec]) -> (Vec<YamlEntry>, Vec<YamlError>) {
    match parse(text, 0) {
        Ok(entries) => (entries, Vec::new()),
        Err(_) => read_by_chunks(text, table),
    }
}

fn read_by_chunks(text: &str, table: &[KeySpec]) -> (Vec<YamlEntry>, Vec<YamlError>) {
    let mut entries: Vec<YamlEntry> = Vec::new();
    let mut first: BTreeMap<String, Span> = BTreeMap::new();
    let mut faults = Vec::new();
    let begins = written(text);
    // Where a value that goes on in lines at the margin ends so far.
    let mut ended = None;
    for (start, chunk) in chunks(text) {
        match parse(chunk, start) {
            Ok(read) => {
                for entry in read {
                    if let Some(first) = first.get(&entry.key.value) {
                        let kind = SourceFault::DuplicateKey {
                            key: entry.key.value,
                        };
                        faults.push(YamlError {
                            kind,
                            span: entry.key.span,
                            first: Some(*first),
                        });
                    } else {
                        first.insert(entry.key.value.clone(), entry.key.span);
                        entries.push(entry);
                    }
                }
            }
            Err((kind, span)) => {
                let is_told = matches!(kind, SourceFault::DuplicateKey { .. });
                let place = (start, start + chunk.len());
                let better = explain(text, table, &begins, place).filter(|_| !is_told);
                let (kind, span) = better.unwrap_or((kind, span));
                // Further lines of one value are one mistake.
                let more = (ended == Some(start))
                    .then(|| continued(&kind, chunk))
                    .flatten();
                if let (Some(more), Some(last)) = (more, faults.last_mut())
                    && let SourceFault::Yaml {
                        fault: YamlFault::Continued(lines),
                    } = &mut last.kind
                {
                    lines.push('\n');
                    lines.push_str(&more);
                    ended = Some(start + chunk.len());
                    continue;
                }
                let is_continued = matches!(
                    &kind,
                    SourceFault::Yaml {
                        fault: YamlFault::Continued(_)
                    }
                );
                ended = is_continued.then_some(start + chunk.len());
                faults.push(YamlError {
                    kind,
                    span,
                    first: None,
                });
            }
        }
    }
    (entries, faults)
}

/// A piece of one line that is no key as more of the value above it.
fn continued(kind: &SourceFault, chunk: &str) -> Option<String> {
    let SourceFault::Yaml {
        fault: YamlFault::NoColon(_) | YamlFault::Continued(_),
    } = kind
    else {
        return None;
    };
    let mut lines = chunk.lines().filter(|line| !line.trim().is_empty());
    let line = lines.next().filter(|_| lines.next().is_none())?;
    Some(format!("  {}", line.trim()))
}

/// The pieces of a text that each begin with a line that is not indented.
fn chunks(text: &str) -> Vec<(usize, &str)> {
    let mut starts: Vec<usize> = lines(text)
        .filter(|(_, line)| !line.is_empty() && !line.starts_with([' ', '\t', '#', '-', '}', ']']))
        .map(|(at, _)| at)
        .collect();
    if starts.first().is_none_or(|first| *first > 0) {
        starts.insert(0, 0);
    }
    let ends = starts.iter().skip(1).copied().chain([text.len()]);
    starts
        .iter()
        .zip(ends)
        .map(|(start, end)| (*start, &text[*start..end]))
        .collect()
}

fn parse(text: &str, base: usize) -> Result<Vec<YamlEntry>, (SourceFault, Span)> {
    if text.trim().is_empty() {
        return Ok(Vec::new());
    }
    let options = serde_yaml::options! {
        budget: serde_yaml::budget! { max_depth: DEPTH },
    };
    let root = serde_yaml::from_str_with_options::<YamlSpanned<Raw>>(text, options);
    let root = root.map_err(|error| {
        let place = error
            .location()
            .map_or(Span::new(0, text.len()), |l| span_of(&l, text));
        (fault_of(&error), line_at(text, place).shifted(base))
    })?;
    match place(root, text, base).value {
        YamlNode::Map(entries) => Ok(entries),
        YamlNode::Null => Ok(Vec::new()),
        YamlNode::Scalar { .. } | YamlNode::List(_) => {
            let is_remark =
                |line: &str| line.trim().is_empty() || line.trim_start().starts_with('#');
            let first = lines(text).find(|(_, line)| !is_remark(line));
            let first = first.map_or(0, |(at, _)| at);
            let span = line_at(text, Span::new(first, first));
            let kind = SourceFault::Yaml {
                fault: YamlFault::NoColon(text[span.start..span.end].to_owned()),
            };
            Err((kind, span.shifted(base)))
        }
    }
}

fn place(raw: YamlSpanned<Raw>, text: &str, base: usize) -> Spanned<YamlNode> {
    let span = trimmed(span_of(&raw.referenced, text), text);
    let span = if matches!(raw.value, Raw::List(_) | Raw::Map(_)) {
        to_the_bracket(span, text)
    } else {
        span
    };
    let node = match raw.value {
        Raw::Null => YamlNode::Null,
        Raw::Plain => YamlNode::Scalar {
            text: text[span.start..span.end].to_owned(),
        },
        Raw::Text(value) => YamlNode::Scalar {
            text: without_notes(unfolded(value, &text[span.start..span.end])),
        },
        Raw::List(items) => YamlNode::List(
            items
                .into_iter()
                .map(|item| place(item, text, base))
                .collect(),
        ),
        Raw::Map(entries) => YamlNode::Map(
            entries
                .into_iter()
                .map(|(key, value)| YamlEntry {
                    key: Spanned::new(
                        key.value,
                        trimmed(span_of(&key.referenced, text), text).shifted(base),
                    ),
                    value: place(value, text, base),
                })
                .collect(),
        ),
    };
    Spanned::new(node, span.shifted(base))
}

fn span_of(location: &Location, text: &str) -> Span {
    let span = location.span();
    let clamp = |at: u64| {
        text.floor_char_boundary(usize::try_from(at).unwrap_or(usize::MAX).min(text.len()))
    };
    match (span.byte_offset(), span.byte_len()) {
        (Some(start), len) => Span::new(clamp(start), clamp(start + len.unwrap_or(0))),
        (None, _) => Span::new(0, 0),
    }
}

/// The parser marks a list or map in brackets by the opening one only; this goes on to the
/// one that closes it, on the same line.
fn to_the_bracket(span: Span, text: &str) -> Span {
    let mut depth = 0_usize;
    for (at, c) in text[span.start..].char_indices() {
        match c {
            '[' | '{' => depth += 1,
            ']' | '}' if depth == 1 => return Span::new(span.start, span.start + at + 1),
            ']' | '}' => depth = depth.saturating_sub(1),
            '\n' => break,
            _ if depth == 0 => break,
            _ => {}
        }
    }
    span
}

/// A span without the blanks and comments that the parser counts into it.
fn trimmed(span: Span, text: &str) -> Span {
    let inside = &text[span.start..span.end.max(span.start)];
    let blank = inside.len() - inside.trim_start().len();
    let start = if inside.trim().is_empty() {
        span.start
    } else {
        span.start + blank
    };
    Span::new(start, start + inside.trim().len())
}

/// The written part of the line that `span` begins in.
fn line_at(text: &str, span: Span) -> Span {
    let at = span.start.min(text.len());
    let start = start_of_line(text, at);
    let end = text[at..].find('\n').map_or(text.len(), |n| at + n);
    if text[start..end].trim().is_empty() && start > 0 {
        return line_at(text, Span::new(start - 1, start - 1));
    }
    trimmed(Span::new(start, end), text)
}

fn fault_of(error: &serde_yaml::Error) -> SourceFault {
    use serde_yaml::Error as Yaml;
    match error.without_snippet() {
        Yaml::DuplicateMappingKey { key, .. } => SourceFault::DuplicateKey {
            key: key.clone().unwrap_or_default(),
        },
        Yaml::Budget { .. }
        | Yaml::AliasReplayLimitExceeded { .. }
        | Yaml::AliasExpansionLimitExceeded { .. }
        | Yaml::AliasReplayStackDepthExceeded { .. } => SourceFault::Yaml {
            fault: YamlFault::Budget,
        },
        // The parser's own words are nobody's.
        _ => SourceFault::Yaml {
            fault: YamlFault::Other,
        },
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::source::keys;

    fn value(text: &str, key: &str) -> YamlNode {
        let (entries, faults) = read(text, &[]);
        assert_eq!(faults, [], "{text}");
        entries
            .into_iter()
            .find(|e| e.key.value == key)
            .unwrap()
            .value
            .value
    }

    #[test]
    fn scalars_keep_what_was_written() {
        for (text, expected) in [
            ("a: 007", "007"),
            ("a: 1e3", "1e3"),
            ("a: true", "true"),
            ("a: 2022-11-17", "2022-11-17"),
            ("a: \"引用: 中\"", "引用: 中"),
            ("a: 住江　憲勇 # 注", "住江　憲勇"),
            ("a: |\n  二行\n  の文\n", "二行\nの文\n"),
        ] {
            assert_eq!(
                value(text, "a"),
                YamlNode::Scalar {
                    text: expected.into()
                },
                "{text}"
            );
        }
        assert_eq!(value("a:\nb: ~", "a"), YamlNode::Null);
    }

    #[test]
    fn places_point_at_what_was_written() {
        let text = "名前: 山田\ntopics: [privacy, 高齢]\nsource:\n  title: 会報\n";
        let (entries, _) = read(text, &[]);
        let shown = |span: Span| &text[span.start..span.end];
        assert_eq!(shown(entries[0].key.span), "名前");
        assert_eq!(shown(entries[0].value.span), "山田");
        let YamlNode::List(items) = &entries[1].value.value else {
            panic!("no list")
        };
        assert_eq!(shown(items[1].span), "高齢");
        let YamlNode::Map(inner) = &entries[2].value.value else {
            panic!("no map")
        };
        assert_eq!(
            (shown(inner[0].key.span), shown(inner[0].value.span)),
            ("title", "会報")
        );
    }

    #[test]
    fn one_broken_line_hides_nothing_else() {
        let text = "name： 山田\ntitle: 保険証: 廃止\ntopics: [a\norder: 3\norder: 4\nrole:会長\nx: @y\n\ty: 1\n";
        let (entries, faults) = read(text, &[]);
        let keys: Vec<_> = entries.iter().map(|e| e.key.value.as_str()).collect();
        assert_eq!(keys, ["order"]);
        let codes: Vec<_> = faults.iter().map(|fault| fault.kind.clone()).collect();
        assert_eq!(
            codes,
            [
                SourceFault::Yaml {
                    fault: YamlFault::FullWidthColon("name: 山田".into())
                },
                SourceFault::Yaml {
                    fault: YamlFault::ColonInValue("title: \"保険証: 廃止\"".into())
                },
                SourceFault::Yaml {
                    fault: YamlFault::Unclosed('[', "topics: [a]".into())
                },
                SourceFault::DuplicateKey {
                    key: "order".into()
                },
                SourceFault::Yaml {
                    fault: YamlFault::NoSpace("role: 会長".into())
                },
                SourceFault::Yaml {
                    fault: YamlFault::Reserved('@', "x: \"@y\"".into())
                },
            ]
        );
        assert!(faults.iter().all(|fault| fault.span.end > fault.span.start));
        let first = faults.iter().find_map(|fault| fault.first).unwrap();
        assert_eq!(
            &text[first.start..],
            &text[text.find("order: 3").unwrap()..]
        );
    }

    /// What is wrong is looked for once, not again for each line: this takes a moment, or minutes.
    #[test]
    fn a_long_text_is_explained_in_one_pass() {
        for text in [
            format!("title:\n{} c: d\n", "  a: b\n".repeat(100_000)),
            "name x\n".repeat(20_000),
            format!("title: x\n{} c: d\n", "  a: [b]\n".repeat(50_000)),
        ] {
            assert!(!read(&text, keys::SITE).1.is_empty());
        }
    }

    #[test]
    fn alias_bombs_are_refused() {
        let mut text = String::from("a: &a [x, x, x, x, x, x, x, x, x]\n");
        for i in 0..12 {
            let (prev, next) = (char::from(b'a' + i), char::from(b'b' + i));
            let many = vec![format!("*{prev}"); 9].join(", ");
            text.extend(["", &format!("{next}: &{next} [{many}]\n")]);
        }
        assert!(!read(&text, &[]).1.is_empty());
    }

    proptest::proptest! {
        #[test]
        fn any_text_is_read_or_refused(text in "((title|call|source|ja|[a-z]): |\\PC|[\\[\\]{}:'\"|>&*#-]|\n|  |\t){0,60}") {
            let (entries, faults) = read(&text, keys::SITE);
            for entry in &entries {
                let _ = &text[entry.key.span.start..entry.value.span.end.max(entry.key.span.start)];
            }
            for fault in faults {
                let _ = &text[fault.span.start..fault.span.end];
            }
        }
    }
}
